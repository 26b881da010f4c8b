"""The middle column: search line, list, and what stands there when the list is empty."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QProgressBar,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.views.actions import Actions
from app.views.inbox.bulk_bar import BulkBar
from app.views.inbox.list_view import InboxView
from app.views.inbox.result_bar import ResultBar
from app.views.language import translate
from app.views.theme import Theme, set_tone
from app.views.tokens import MEDIUM, SMALL, TARGET, TIGHT
from app.views.widgets.empty import EmptyState
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

TYPING_MS = 25
"""After so long without a key the list follows: less than a frame or two of a fast typist."""

ICON = 16
OPENING, NO_ACCOUNT, NOTHING_FOUND = "opening", "no_account", "nothing_found"


class SearchLine(QLineEdit):
    """Where the owner types a query; Escape empties it, then leaves it.

    Signals:
        left(): Escape on an empty line, or Down: back to the list.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextMargins(ICON + SMALL, 0, ICON + SMALL, 0)
        self.empty_it = QToolButton(self)
        self.empty_it.setCursor(Qt.CursorShape.ArrowCursor)
        self.empty_it.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.empty_it.setFixedSize(TARGET - 4, TARGET - 4)
        self.empty_it.hide()
        self.empty_it.clicked.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gap = (self.height() - self.empty_it.height()) // 2
        self.empty_it.move(self.width() - self.empty_it.width() - gap, gap)

    def _on_text_changed(self, text: str) -> None:
        self.empty_it.setVisible(bool(text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        icon = self._theme.pixmap("search", "muted", ICON)
        QPainter(self).drawPixmap(MEDIUM, (self.height() - ICON) // 2, icon)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class InboxPanel(Panel):
    """Shows rows that it is given.

    Signals:
        query_changed(str): the owner stopped typing for a moment.
        account_wanted(): the button of the empty list.
    """

    query_changed = Signal(str)
    account_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.set_ground("surface")
        self.search = SearchLine(theme, self)
        self.results = ResultBar(theme, self)
        self.bulk = BulkBar(theme, actions, self)
        self._problem = PlainLabel(face="small", tone="danger", wrap=True)
        self._problem.hide()
        self.list = InboxView(theme, now, self)
        self.empty = EmptyState(theme, self)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.hide()
        self._why_empty = OPENING
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        top.setSpacing(TIGHT)
        top.addWidget(self.search)
        top.addWidget(self._problem)
        top.addWidget(self.results)
        top.addWidget(self.bulk)
        body = QWidget(self)
        self._body = QStackedLayout(body)
        self._body.addWidget(self.list)
        self._body.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._busy)
        layout.addWidget(body, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_settled)
        self.search.left.connect(self.focus_list)
        self._typing.timeout.connect(self._on_settled)
        self.list.left.connect(self.search.clear)
        self.list.chosen_changed.connect(self.bulk.show_count)
        self.bulk.emptied.connect(self._on_emptied)
        self.results.meant_chosen.connect(self.ask)
        self.empty.acted.connect(self._on_empty_acted)
        for signal in (
            self.list.rows.modelReset,
            self.list.rows.rowsInserted,
            self.list.rows.rowsRemoved,
        ):
            signal.connect(self._on_rows_changed)

    def explain_empty(self, why: str) -> None:
        """Say why the list is empty, in case it is: OPENING, NO_ACCOUNT, or a view's name."""
        self._why_empty = why
        self.retranslate()
        self._on_rows_changed()

    def show_problem(self, text: str) -> None:
        """Say below the search line what is wrong with the query; "" for nothing."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        set_tone(self.search, "danger" if text else "")

    def ask(self, query: str) -> None:
        """Put a query into the search line, as if the owner had typed it."""
        self.search.setText(query)
        self._on_settled()
        self.focus_search()

    def set_busy(self, *, busy: bool) -> None:
        """Show that something is going on that takes long."""
        self._busy.setVisible(busy)

    def focus_search(self) -> None:
        """Let the owner type a query."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_list(self) -> None:
        """Go back to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def redress(self) -> None:
        self.search.empty_it.setIcon(self.theme.icon("x", size=14))

    @override
    def retranslate(self) -> None:
        clear = translate("InboxPanel", "Clear search")
        self.search.empty_it.setToolTip(clear)
        self.search.empty_it.setAccessibleName(clear)
        self.search.setPlaceholderText(translate("InboxPanel", "Search"))
        self.search.setAccessibleName(translate("InboxPanel", "Search all messages"))
        self.search.setToolTip(
            translate(
                "InboxPanel",
                "Words, or for example: from:anna  state:open  priority:high  is:late\n"
                '"to the letter"  -not  has:attachment  after:monday  label:vip   (key /)',
            )
        )
        self.list.setAccessibleName(translate("InboxPanel", "Messages"))
        self._busy.setAccessibleName(translate("InboxPanel", "Busy"))
        self.empty.say(*self._empty_words()[:3], **self._empty_words()[3])

    def _empty_words(self) -> tuple[str, str, str, dict[str, str]]:
        why = NOTHING_FOUND if self.search.text().strip() else self._why_empty
        if why == OPENING:
            return "lock", translate("InboxPanel", "Opening your messages"), "", {}
        if why == NO_ACCOUNT:
            return (
                "mail",
                translate("InboxPanel", "Connect your mailbox"),
                translate("InboxPanel", "Then the messages of your customers come in here."),
                {"action": translate("InboxPanel", "Add account")},
            )
        if why == NOTHING_FOUND:
            return (
                "search",
                translate("InboxPanel", "Nothing found"),
                translate("InboxPanel", "No message in this list holds all these words."),
                {"action": translate("InboxPanel", "Clear search")},
            )
        if why == "todo":
            return (
                "circle-check",
                translate("InboxPanel", "All done"),
                translate("InboxPanel", "No customer is waiting for an answer from you."),
                {"colour": "ok"},
            )
        if why == "snoozed":
            return (
                "clock-pause",
                translate("InboxPanel", "Nothing is asleep"),
                translate(
                    "InboxPanel",
                    "With S you put a message out of sight until a moment that suits you.",
                ),
                {},
            )
        if why == "spam":
            return "ban", translate("InboxPanel", "No spam"), "", {"colour": "ok"}
        if why == "waiting":
            return (
                "hourglass",
                translate("InboxPanel", "Nobody to wait for"),
                translate("InboxPanel", "Messages that wait for a customer or colleague."),
                {},
            )
        return (
            "inbox",
            translate("InboxPanel", "Nothing here yet"),
            translate("InboxPanel", "Messages that you have answered or closed."),
            {},
        )

    def _on_rows_changed(self) -> None:
        self._body.setCurrentWidget(self.list if self.list.rows.rowCount() else self.empty)

    def _on_emptied(self) -> None:
        self.list.choose_only_current()
        self.focus_list()

    def _on_typed(self, _text: str) -> None:
        self._typing.start()

    def _on_settled(self) -> None:
        self._typing.stop()
        self.query_changed.emit(self.search.text())

    def _on_empty_acted(self) -> None:
        if self.search.text():
            self.search.clear()
            self.focus_search()
        else:
            self.account_wanted.emit()
