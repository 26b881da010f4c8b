"""The notice bar at the bottom: what was done, with undo, and what went wrong."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.models.rules.errors import KnownError
from app.views.language import translate
from app.views.sentences import error_text
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

SECONDS = 8
WIDEST = 640


class NoticeBar(Panel):
    """Floats above the lower edge of its parent; tells one thing at a time.

    Problems stay until they are put away, other notices go by themselves.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("notice")
        self._act: Callable[[], object] | None = None
        self._label = ""
        self._text = PlainLabel(tone="inverse", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._icon = PlainLabel()
        self._undo = button("inverse", self)
        self._undo.clicked.connect(self._on_undo)
        self._close = icon_button(self)
        self._close.clicked.connect(self.put_away)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(LARGE, SMALL, SMALL, SMALL)
        layout.setSpacing(MEDIUM)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._undo)
        layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.put_away)
        self._over, self._row = parent, layout
        parent.installEventFilter(self)
        self.hide()
        self.dress()

    @property
    def text(self) -> str:
        return self._text.text() if self.isVisible() else ""

    def tell(self, text: str, *, undo: Callable[[], object] | None = None, label: str = "") -> None:
        """Say what was done; with `undo` there is a button that takes it back."""
        self._show(text, "circle-check", undo, label)
        self._timer.start(SECONDS * 1000)

    def report(self, error: KnownError | None) -> None:
        """Say what went wrong: an error the owner can act on, or None for a mistake of ours."""
        if error is None:
            self.problem(
                translate(
                    "NoticeBar",
                    "Something went wrong in Balie itself. It is written down in the log; "
                    "your messages are safe.",
                )
            )
        else:
            self.problem(error_text(error))

    def problem(self, text: str) -> None:
        """Say what went wrong, until it is put away."""
        self._timer.stop()
        self._show(text, "alert-triangle", None, "")

    def put_away(self) -> None:
        """Hide the bar."""
        self._timer.stop()
        self._act = None
        self.hide()

    @override
    def retranslate(self) -> None:
        self._undo.setText(self._label or translate("NoticeBar", "Undo"))
        self._close.setToolTip(translate("NoticeBar", "Close this notice"))
        self._close.setAccessibleName(translate("NoticeBar", "Close this notice"))

    @override
    def redress(self) -> None:
        self._close.setIcon(self.theme.icon("x", "tooltip_text"))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, text: str, icon: str, act: Callable[[], object] | None, label: str) -> None:
        self._act = act
        self._text.setText(text)
        self._icon.setPixmap(self.theme.pixmap(icon, "tooltip_text"))
        self._label = label
        self.retranslate()
        self._undo.setVisible(act is not None)
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _place(self) -> None:
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        others = self._row.minimumSize().width() - self._text.minimumSizeHint().width()
        width = min(WIDEST, self._over.width() - 2 * LARGE, words + others + LARGE)
        self.setFixedWidth(width)
        wanted = self._row.totalHeightForWidth(width) if self._row.hasHeightForWidth() else 0
        self.setFixedHeight(max(wanted, self._row.minimumSize().height()))
        # At the left: at the right it would cover the button that sends the next answer.
        self.move(LARGE, self._over.height() - self.height() - LARGE)

    def _on_undo(self) -> None:
        act = self._act
        self.put_away()
        if act is not None:
            act()
