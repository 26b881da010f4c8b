"""The window: opening pages first, then side bar, list and ticket."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from app.views import focus
from app.views.actions import Actions
from app.views.inbox.panel import InboxPanel
from app.views.language import Language
from app.views.memory import WindowMemory
from app.views.navigation.room_items import NO_LINE
from app.views.navigation.sidebar import Sidebar
from app.views.opening.entry import Entry
from app.views.opening.opener import Opener
from app.views.theme import Theme
from app.views.widgets.notices import NoticeBar

if TYPE_CHECKING:  # the steps are imported after the first paint
    from app.views.opening.steps import FirstPage

SIZE = (1366, 768)
LEAST = (960, 600)
TITLE_BAR = 40
"""About so many pixels of the screen the window manager takes."""
LIST_WIDTH, LEAST_LIST_WIDTH, LEAST_TICKET_WIDTH = 384, 260, 480


class MainWindow(QMainWindow):
    """Holds the parts that are there from the first paint; the desk adds the rest.

    Signals:
        painted(): the first time that the window is on the screen.
        closing(): the owner closes it; whoever runs the program ends it.

    Attributes:
        holds: asked when it is to be closed; it stays when that is true. Whoever has to close it
            without a question sets None first.
    """

    painted = Signal()
    closing = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        memory: WindowMemory,
        opener: Opener,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.theme, self.language = theme, language
        self.memory = memory
        self.holds: Callable[[], bool] | None = None
        self._watched = False
        self._rooms: dict[QWidget | None, str] = {}
        self.setWindowTitle("Balie")
        self.setMinimumSize(*LEAST)
        self.actions_ = Actions(self)
        self.sidebar = Sidebar(theme, now)
        self.inbox = InboxPanel(theme, now, self.actions_)
        self.inbox.setMinimumWidth(LEAST_LIST_WIDTH)
        self.inbox.list.set_density(memory.density)
        self.detail = QStackedWidget()
        self.detail.setProperty("ground", "window")
        self.detail.setMinimumWidth(LEAST_TICKET_WIDTH)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._work = QStackedWidget()
        self._faces = QStackedWidget()
        # What covers the whole window; things that float are its children.
        self.ground: QWidget = self._faces
        self.opening = Entry(theme, opener, self._faces)
        self._lay_out()
        self.notices = NoticeBar(theme, self._faces, self._room_for_notices)
        self._connect(opener)
        self._restore()

    def _lay_out(self) -> None:
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.inbox)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._work.addWidget(self._splitter)
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._work, 1)
        self._faces.addWidget(desk)
        self.setCentralWidget(self._faces)

    def _connect(self, opener: Opener) -> None:
        opener.page_read.connect(self.show_first_page)
        self.opening.language_chosen.connect(self.take_look)
        for stack in (self._faces, self._work):
            stack.currentChanged.connect(self.notices.follow)
            stack.currentChanged.connect(self._on_shown)
        self.sidebar.action_wanted.connect(self.actions_.trigger)
        self.actions_.triggered.connect(self._on_action)

    # --- what is shown -----------------------------------------------------------------------

    def _room_for_notices(self) -> QWidget:
        if self.shows_messages:
            return self.inbox
        shown = self._faces if self._faces.currentIndex() else self._work
        return shown.currentWidget() or shown

    def add_page(self, page: QWidget, room: str = NO_LINE) -> None:
        """Add a page that takes the place of list and ticket; `room`: its line in the side bar."""
        self._work.addWidget(page)
        self._rooms[page] = room

    def show_page(self, page: QWidget) -> None:
        """Show a page instead of list and ticket."""
        self._work.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_messages(self) -> None:
        """Show list and ticket."""
        self._work.setCurrentWidget(self._splitter)
        self.inbox.focus_list()

    @property
    def shows_messages(self) -> bool:
        """Whether list and ticket are on the screen, and no other page."""
        return self._work.currentWidget() is self._splitter and self._faces.currentIndex() == 0

    def _on_shown(self, _index: int) -> None:
        self.actions_.show_for(messages=self.shows_messages)
        room = self._rooms.get(self._work.currentWidget(), "")
        self.sidebar.go(self.sidebar.place, room)

    def show_desk(self) -> None:
        """The profile is open: away with the opening."""
        self._faces.setCurrentIndex(0)
        self.inbox.focus_list()

    def show_first_page(self, page: "FirstPage") -> None:
        """Show rows while the rest of the program is still being imported."""
        self.show_desk()
        if page.counts.views["all"]:
            self.inbox.explain_empty("todo")
        self.sidebar.show_counts(page.counts)
        self.inbox.list.show_rows(page.rows)

    def come_forward(self) -> None:
        """Let the owner see the window."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def take_look(self, language: str, colours: str = "") -> None:
        """Speak a language and wear colours, "" for those of now, and remember both."""
        self.language.choose(language)
        self.theme.choose(colours or self.theme.mode)
        self.memory.look(self.language.code, self.theme.mode)

    # --- Qt ----------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and not self._watched:
            self._watched = True
            self.windowHandle().installEventFilter(self)
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            # Exposing paints at once; after that the window is on the screen.
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return focus.move(self, forward=forward)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_.retranslate()
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.holds is not None and self.holds():
            event.ignore()
            return
        self.memory.keep("geometry", self.saveGeometry())
        self.memory.keep("splitter", self._splitter.saveState())
        self.hide()
        event.accept()
        self.closing.emit()

    def _restore(self) -> None:
        if not self.restoreGeometry(self.memory.state("geometry")):
            room = self.screen().availableSize() - QSize(0, TITLE_BAR)
            self.resize(QSize(*SIZE).boundedTo(room))
        if not self._splitter.restoreState(self.memory.state("splitter")):
            self._splitter.setSizes([LIST_WIDTH, SIZE[0] - LIST_WIDTH])

    def _on_action(self, name: str) -> None:
        if name == "quit":
            self.close()
        elif name == "search" and self._faces.currentIndex() == 0:
            self.show_messages()
            self.inbox.focus_search()
