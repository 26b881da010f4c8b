"""The handbook: its pages at the left, the one that is read, written or compared at the right."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.handbook.carried import CarriedBar
from app.views.handbook.drafts import Drafts
from app.views.handbook.editing import Editing
from app.views.handbook.listing import PageList
from app.views.handbook.reading import Reading
from app.views.handbook.versions import Versions
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.empty import EmptyState
from app.views.widgets.labels import PlainLabel
from app.views.widgets.room import Room

NARROW = 900
PDF, SITE, IMPORT, EXPORT = "pdf", "site", "import", "export"
TOOLS = {PDF: "file-text", SITE: "world", IMPORT: "package-import", EXPORT: "download"}
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TRAIL = {Qt.Key.Key_Left: "back", Qt.Key.Key_Right: "forward"}


class HandbookPage(Room):
    """Shows one page of the handbook, or that there is none yet.

    Signals:
        import_wanted(), export_wanted(): a folder of pages in or out.
        pdf_wanted(), site_wanted(): the whole handbook for people to read.
        starter_wanted(): the starter handbook.
    """

    import_wanted = Signal()
    export_wanted = Signal()
    pdf_wanted = Signal()
    site_wanted = Signal()
    starter_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_empty = True
        self.drafts = Drafts()
        self._title = PlainLabel(face="headline")
        self.tools = {name: button("quiet", self) for name in TOOLS}
        self.begin = button("quiet", self)
        self.carried = CarriedBar(theme, self)
        self.listing = PageList(theme, self.drafts, self)
        self.reading = Reading(theme, now, self)
        self.editing = Editing(theme, now().astimezone().date(), self)
        self.versions = Versions(theme, now, self)
        self.nothing = EmptyState(theme, self)
        self.empty = EmptyState(theme, self)
        self.views = QStackedWidget(self)
        self._body, self._card = QWidget(self), QFrame(self)
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.begin)
        for made in self.tools.values():
            head.addWidget(made)
        for view in (self.reading, self.editing, self.versions, self.nothing):
            self.views.addWidget(view)
        self._card.setProperty("ground", "card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.views)
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(LARGE)
        body.addWidget(self.listing)
        body.addWidget(self._card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        layout.setSpacing(SMALL)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(head)
        layout.addWidget(self.carried)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.empty, 1)

    def _connect(self) -> None:
        for name, signal in {
            PDF: self.pdf_wanted,
            SITE: self.site_wanted,
            IMPORT: self.import_wanted,
            EXPORT: self.export_wanted,
        }.items():
            self.tools[name].clicked.connect(signal)
        self.empty.acted.connect(self.starter_wanted)
        self.empty.acted_second.connect(self.import_wanted)
        self.begin.clicked.connect(self.new_article)

    # --- what is shown -----------------------------------------------------------------------

    def show_empty(self, *, empty: bool) -> None:
        """Show what belongs here, as long as there is nothing."""
        self._is_empty = empty
        for part in (self._body, *self.tools.values()):
            part.setVisible(not empty)
        self.empty.setVisible(empty)
        self.begin.setVisible(empty)

    def show_view(self, view: QWidget) -> None:
        """Show that a page is read, written or compared."""
        self.views.setCurrentWidget(view)

    def _name_tools(self) -> None:
        """Write on the buttons what they do, or let their icons say it where room is short."""
        for name, text in {
            PDF: translate("Handbook", "As PDF"),
            SITE: translate("Handbook", "As site"),
            IMPORT: translate("Handbook", "Import a folder"),
            EXPORT: translate("Handbook", "Export to a folder"),
        }.items():
            made = self.tools[name]
            made.setText(" " + text if self.width() >= NARROW else "")
            made.setToolTip(text)
            made.setAccessibleName(text)

    def new_article(self) -> None:
        """Begin a new article."""
        self.listing.new_wanted.emit("article")

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Handbook", "Handbook"))
        self._name_tools()
        self.nothing.say(
            "book",
            translate("Handbook", "Nothing chosen"),
            translate("Handbook", "Choose a page at the left, or write a new one."),
        )
        self.begin.setText(" " + translate("Handbook", "Write the first page"))
        self.empty.say(
            "book",
            translate("Handbook", "What everybody should know stands here"),
            translate(
                "Handbook",
                "Articles to look things up in, and SOPs: what you do step by step when a "
                "complaint, a late parcel or an angry customer comes in. "
                "So every case is treated the same way, whoever is at the desk.",
            ),
            action=translate("Handbook", "Bring in the starter handbook"),
            second=translate("Handbook", "Import a folder"),
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.listing.set_narrow(narrow=self.width() < NARROW)
        self._name_tools()

    @override
    def redress(self) -> None:
        super().redress()
        self.begin.setIcon(self.theme.icon("plus"))
        for name, icon in TOOLS.items():
            self.tools[name].setIcon(self.theme.icon(icon))

    # --- keys --------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and self._doer(event) is not None:
            event.accept()  # else the window would take the key for something of its own
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        doer = self._doer(event)
        search = self.listing.search
        if doer is not None:
            doer()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif search.hasFocus() and search.text():
            search.clear()
        elif self.views.currentWidget() is self.editing:
            self.editing.done_wanted.emit()
        elif self.views.currentWidget() is self.versions:
            self.versions.done_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _doer(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does here."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        reading = self.views.currentWidget() is self.reading and not self._is_empty
        if held == CTRL and key == Qt.Key.Key_F:
            return self._search
        if held == CTRL and key in ENTER and self.views.currentWidget() is self.editing:
            return self.editing.save.click
        if not reading:
            return None
        if held == CTRL and key == Qt.Key.Key_E:
            return self.reading.edit_wanted.emit
        if held == ALT and key in TRAIL:
            back = TRAIL[key] == "back"
            return self.reading.back_wanted.emit if back else self.reading.forward_wanted.emit
        return None

    def _search(self) -> None:
        self.listing.search.setFocus()
        self.listing.search.selectAll()
