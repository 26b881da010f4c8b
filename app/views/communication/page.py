"""What the firm posts and says: three lists at the left, what is changed at the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.communication.card import Card
from app.views.communication.listing import Listing, Row
from app.views.communication.typed import (
    BLANK,
    LISTS,
    POSTS,
    STATEMENTS,
    TABS,
    Said,
    Typed,
)
from app.views.language import is_dutch, translate
from app.views.texts.drafts import Drafts, Item
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, WIDE
from app.views.widgets.empty import EmptyState
from app.views.widgets.labels import PlainLabel
from app.views.widgets.room import Room
from app.views.widgets.saving import saves, scrolling
from app.views.widgets.segments import Segments

ICONS = {POSTS: "photo", STATEMENTS: "message-circle", LISTS: "users"}


class CommunicationPage(Room):
    """Shows one post, statement or list; what is typed stays until it is saved or taken back.

    Signals:
        save_wanted(), remove_wanted(), tell_wanted(): about what is on screen.
        shown_changed(): another one is on screen.
        language_changed(): what the list says is to be said anew.
    """

    save_wanted = Signal()
    remove_wanted = Signal()
    tell_wanted = Signal()
    shown_changed = Signal()
    language_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tab = POSTS
        self.shown: int | None = None
        self._on_screen: tuple[str, int | None] = (POSTS, None)
        self.drafts = Drafts[Typed]()
        self._items: Mapping[str, Sequence[Item[Typed]]] = dict.fromkeys(TABS, ())
        self._rows: Mapping[str, Sequence[Row]] = dict.fromkeys(TABS, ())
        self._title = PlainLabel(face="headline")
        self.tabs = Segments(TABS, self)
        self.tabs.choose(POSTS)
        self.listing, self.card = Listing(theme, self), Card(theme, self)
        self.empty = EmptyState(theme, self)
        self.area = scrolling(self.card, self)
        self._writing = QWidget(self)
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        writing = QVBoxLayout(self._writing)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(SMALL)
        writing.addWidget(self.area, 1)
        writing.addWidget(self.card.below)
        body = QHBoxLayout()
        body.setSpacing(LARGE)
        body.addWidget(self.listing)
        body.addWidget(self._writing, 1)
        body.addWidget(self.empty, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._title)
        layout.addWidget(self.tabs)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_tab)
        self.listing.chosen.connect(self.choose)
        self.listing.add_wanted.connect(self.begin_new)
        self.empty.acted.connect(self.begin_new)
        card = self.card
        card.edited.connect(self._on_edited)
        card.revert_wanted.connect(self._on_revert)
        card.save_wanted.connect(self.save_wanted)
        card.remove_wanted.connect(self.remove_wanted)
        card.tell_wanted.connect(self.tell_wanted)

    # --- what is shown -----------------------------------------------------------------------

    def show_all(
        self, items: Mapping[str, Sequence[Item[Typed]]], rows: Mapping[str, Sequence[Row]]
    ) -> None:
        """Show these; the one on screen stays, and what is typed stays."""
        before = [one.id for one in self._items[self.tab]]
        place = before.index(self.shown) if self.shown in before else 0
        self._items, self._rows = items, rows
        for tab in TABS:
            self.drafts.settle(tab, items[tab], BLANK[tab])
        ids = [one.id for one in items[self.tab]]
        begun = self.drafts.get((self.tab, None)) is not None
        writing = self.shown is None and self.card.is_begun
        if self.shown not in ids and not begun and not writing:
            self.shown = ids[min(place, len(ids) - 1)] if ids else None
        self._show()

    def show_tab(self, tab: str) -> None:
        """Show what was posted, what is said, or who is told."""
        self.tabs.choose(tab)
        if tab != self.tab:
            self.tab = tab
            self.listing.search.clear()
            items = self._items[tab]
            self.shown = items[0].id if items else None
        self._show()

    def choose(self, item_id: int | None) -> None:
        """Show one of the list, None for a new one."""
        self.shown = item_id
        self._show()

    def begin_new(self) -> None:
        """Show empty fields, or the new one that was begun."""
        self.choose(None)
        self.empty.hide()
        self._writing.show()
        self.card.focus()

    def saved(self, tab: str, old: int | None, new: int, typed: Typed) -> None:
        """What was typed is stored under an id."""
        self.drafts.saved((tab, old), (tab, new), typed)
        if self.tab == tab and self.shown == old:
            self.shown = new

    def drop(self) -> None:
        """Forget what is typed in the one on screen."""
        self.drafts.drop((self.tab, self.shown))

    @property
    def stored(self) -> Typed:
        """The one on screen as it is stored; a blank for a new one."""
        for one in self._items[self.tab]:
            if one.id == self.shown:
                return one.typed
        blank = BLANK[self.tab]
        return Said(language="nl" if is_dutch() else "en") if isinstance(blank, Said) else blank

    def _show(self) -> None:
        draft = self.drafts.get((self.tab, self.shown))
        stored = self.stored
        name = stored.name if self.shown is not None else ""
        self.card.show_typed(self.tab, draft.typed if draft else stored, stored=name)
        nothing = not self._items[self.tab] and draft is None
        self.empty.setVisible(nothing)
        self._writing.setVisible(not nothing)
        self._say_empty()
        self._show_rows()
        self._show_status()
        if self._on_screen != (self.tab, self.shown):
            self._on_screen = (self.tab, self.shown)
            self.area.verticalScrollBar().setValue(0)
        self.shown_changed.emit()

    def _show_rows(self) -> None:
        new = self.drafts.get((self.tab, None))
        unsaved = translate("Communication", "not saved yet")
        rows = [Row(None, new.typed.name, unsaved, "pencil")] if new else []
        for one in self._rows[self.tab]:
            draft = self.drafts.get((self.tab, one.id))
            rows.append(Row(one.id, draft.typed.name, unsaved, "pencil") if draft else one)
        self.listing.show_rows(rows, self.shown)

    def _show_status(self) -> None:
        key = (self.tab, self.shown)
        overtaken = self.shown is not None and self.drafts.overtaken(key, self.stored)
        self.card.show_status(unsaved=self.drafts.get(key) is not None, overtaken=overtaken)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Communication", "Communication"))
        for name, text in {
            POSTS: translate("Communication", "Posted"),
            STATEMENTS: translate("Communication", "What we say"),
            LISTS: translate("Communication", "Who is told"),
        }.items():
            self.tabs.buttons[name].setText(text)
        self._say_empty()
        self.language_changed.emit()

    def _say_empty(self) -> None:
        title, text = {
            POSTS: (
                translate("Communication", "Nothing posted yet"),
                translate(
                    "Communication",
                    "Write down what you post, what will be asked about it and the line to take: "
                    "who asks it gets the line beside his message.",
                ),
            ),
            STATEMENTS: (
                translate("Communication", "No statements yet"),
                translate(
                    "Communication",
                    "What the firm says about a subject, in longer and shorter words, for as long "
                    "as it holds.",
                ),
            ),
            LISTS: (
                translate("Communication", "No lists yet"),
                translate(
                    "Communication",
                    "Who has to know before customers do, by subject. Telling them is one act, "
                    "and it stays on record.",
                ),
            ),
        }[self.tab]
        action = translate("Communication", "Write the first one")
        self.empty.say(ICONS[self.tab], title, text, action=action)

    # --- what the owner does -----------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and saves(event):
            event.accept()  # else the window would send the answer that waits behind this page
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        search = self.listing.search
        if saves(event):
            if self.card.save.isEnabled():
                self.save_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and search.hasFocus() and search.text():
            search.clear()
        else:
            super().keyPressEvent(event)

    def _on_revert(self) -> None:
        self.drop()
        items = self._items[self.tab]
        self.choose(items[0].id if self.shown is None and items else self.shown)

    def _on_edited(self) -> None:
        self.drafts.put((self.tab, self.shown), self.card.typed, self.stored)
        self._show_rows()
        self._show_status()
