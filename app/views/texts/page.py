"""The owner's texts, macros and signature: the list at the left, what is changed at the right."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.settings import WritingSettings
from app.services.tickets.lists import Lists
from app.views.language import is_dutch, translate
from app.views.texts.card import REMOVE, TextCard
from app.views.texts.drafts import MACROS, STYLE, TEXTS, Drafts, Item
from app.views.texts.form import Typed
from app.views.texts.listing import DOWN, UP, TextList
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, WIDE
from app.views.widgets.empty import EmptyState
from app.views.widgets.labels import PlainLabel
from app.views.widgets.room import Room
from app.views.widgets.saving import saves, scrolling
from app.views.widgets.segments import Segments


class TextsPage(Room):
    """Shows one text or macro of the list, or how the firm signs.

    What is typed stays until it is saved or taken back, also while another one is looked at.

    Signals:
        save_wanted(): what is on screen.
        remove_wanted(int): a text or macro of the list on screen, by its id.
        move_wanted(int, int): one of them, and its place in the whole list, 0 for the first.
        preview_wanted(): the text on screen is another one.
    """

    save_wanted = Signal()
    remove_wanted = Signal(int)
    move_wanted = Signal(int, int)
    preview_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tab = TEXTS
        self.shown: int | None = None
        self.drafts = Drafts[Typed]()
        self._items: Mapping[str, Sequence[Item[Typed]]] = {TEXTS: (), MACROS: ()}
        self._lists: Lists = {}
        self._style = WritingSettings()
        self._title = PlainLabel(face="headline")
        self.tabs = Segments([TEXTS, MACROS, STYLE], self)
        self.tabs.choose(TEXTS)
        self.listing = TextList(theme, self.drafts, self)
        self.card = TextCard(theme, self)
        self.empty = EmptyState(theme, self)
        self._area = scrolling(self.card, self)
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(LARGE)
        body.addWidget(self.listing)
        body.addWidget(self._area, 1)
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
        self.listing.filtered.connect(self._show_card)
        self.empty.acted.connect(self.begin_new)
        card = self.card
        card.form.edited.connect(self._on_edited)
        card.style_form.edited.connect(self._show_card)
        card.revert.clicked.connect(self._on_revert)
        card.save.clicked.connect(self.save_wanted)
        card.buttons[REMOVE].clicked.connect(self._on_remove)
        for keys, name in (("Alt+Up", UP), ("Alt+Down", DOWN)):
            moved = partial(self._on_move, name)
            card.buttons[name].clicked.connect(moved)
            # The area that scrolls would take these keys from `keyPressEvent`.
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(moved)

    # --- what is shown -----------------------------------------------------------------------

    def show_all(
        self,
        texts: Sequence[Item[Typed]],
        macros: Sequence[Item[Typed]],
        lists: Lists,
        style: WritingSettings,
        signers: Sequence[tuple[int, str]],
    ) -> None:
        """Show these; the one on screen stays, and what is typed stays."""
        before = [one.id for one in self._items.get(self.tab, ())]
        untouched = not self.card.style_form.differs(self._style)
        self._items, self._lists, self._style = {TEXTS: texts, MACROS: macros}, lists, style
        for kind, items in self._items.items():
            self.drafts.settle(kind, items, Typed())
        self.card.style_form.show_signers(signers)
        if untouched:
            self.card.style_form.show_style(style)
        if self.tab != STYLE:
            self._stay(before.index(self.shown) if self.shown in before else 0)
        self._show()

    def _stay(self, place: int) -> None:
        """Keep the one on screen, or take the one in its place when it is gone."""
        ids = [one.id for one in self._items[self.tab]]
        if self.shown in ids:
            return
        begun = self.drafts.get((self.tab, None)) is not None
        if begun or (self.shown is None and self.card.form.name.hasFocus()):
            self.shown = None
        else:
            self.shown = ids[min(place, len(ids) - 1)] if ids else None

    def show_tab(self, tab: str) -> None:
        """Show texts, macros or how the firm signs."""
        self.tabs.choose(tab)
        if tab != self.tab:
            self.tab = tab
            self.listing.search.clear()
            items = self._items.get(tab, ())
            self.shown = items[0].id if items else None
        self._show()

    def choose(self, item_id: int | None) -> None:
        """Show a text or macro of the list, None for a new one."""
        self.shown = item_id
        self._show()

    def begin_new(self) -> None:
        """Show empty fields, or the new one that was begun."""
        self.choose(None)
        _swap(self.empty, self._area)
        self.card.form.name.setFocus()

    def saved(self, tab: str, old: int | None, new: int, typed: Typed) -> None:
        """What was typed is stored under an id."""
        self.drafts.saved((tab, old), (tab, new), typed)
        if self.tab == tab and self.shown == old:
            self.shown = new

    def _stored(self) -> Typed:
        for one in self._items.get(self.tab, ()):
            if one.id == self.shown:
                return one.typed
        return Typed(language="nl" if is_dutch() else "en") if self.tab == TEXTS else Typed()

    def _show(self) -> None:
        self.listing.setVisible(self.tab != STYLE)
        _swap(self.empty, self._area)
        if self.tab != STYLE:
            draft = self.drafts.get((self.tab, self.shown))
            typed = draft.typed if draft else self._stored()
            form = self.card.form
            form.show_typed(typed, macro=self.tab == MACROS, lists=self._lists)
            nothing = not self._items[self.tab] and draft is None
            if nothing and not form.name.hasFocus():
                _swap(self._area, self.empty)
            self._show_items()
        self._show_card()

    def _show_items(self) -> None:
        self.listing.show_items(self.tab, self._items[self.tab], self.shown)
        self.preview_wanted.emit()

    def _show_card(self) -> None:
        movable = {way: self.listing.neighbour(way) is not None for way in (UP, DOWN)}
        stored = self._stored()
        self.card.show_head(self.tab, stored.name, movable)
        if self.tab == STYLE:
            unsaved, overtaken = self.card.style_form.differs(self._style), False
        else:
            key = (self.tab, self.shown)
            unsaved = self.drafts.get(key) is not None
            overtaken = self.shown is not None and self.drafts.overtaken(key, stored)
        self.card.show_status(unsaved=unsaved, overtaken=overtaken)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("TextsPage", "Your own texts"))
        for name, text in {
            TEXTS: translate("TextsPage", "Texts"),
            MACROS: translate("TextsPage", "Macros"),
            STYLE: translate("TextsPage", "How you write"),
        }.items():
            self.tabs.buttons[name].setText(text)
        self.empty.say(
            "note",
            translate("TextsPage", "Nothing here yet"),
            translate("TextsPage", "Keep what you write every day; Ctrl+T puts it in an answer."),
            action=translate("TextsPage", "Write the first one"),
        )
        self._show()

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

    def _on_move(self, way: str) -> None:
        other = self.listing.neighbour(way)
        if self.tab != STYLE and other is not None and self.shown is not None:
            places = [one.id for one in self._items[self.tab]]
            self.move_wanted.emit(self.shown, places.index(other))

    def _on_remove(self) -> None:
        if self.shown is not None:
            self.drafts.drop((self.tab, self.shown))
            self.remove_wanted.emit(self.shown)

    def _on_revert(self) -> None:
        if self.tab == STYLE:
            self.card.style_form.show_style(self._style)
            self._show_card()
            return
        self.drafts.drop((self.tab, self.shown))
        items = self._items[self.tab]
        self.choose(items[0].id if self.shown is None and items else self.shown)

    def _on_edited(self) -> None:
        self.drafts.put((self.tab, self.shown), self.card.form.typed, self._stored())
        self._show_items()
        self._show_card()


def _swap(hidden: QWidget, shown: QWidget) -> None:
    hidden.hide()
    shown.show()
