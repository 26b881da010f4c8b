"""The notice bar below what is shown: what was done, with undo, and what went wrong."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
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
    """Stands at the lower edge of a part that makes room for it; tells one thing at a time.

    Problems stay until they are put away, other notices go by themselves.

    Args:
        parent: what it floats over.
        host: tells which part of `parent` gives it room now, so that it covers nothing.
    """

    def __init__(self, theme: Theme, parent: QWidget, host: Callable[[], QWidget]) -> None:
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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(LARGE, SMALL, SMALL, SMALL)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0)
        self._grid.addWidget(self._text, 0, 1)
        self._grid.addWidget(self._undo, 0, 2)
        self._grid.addWidget(self._close, 0, 3)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.put_away)
        self._over, self._host = parent, host
        self._room: QWidget | None = None
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
        self._give_back()

    def follow(self) -> None:
        """Go to where there is room now: another part is shown."""
        if self.isVisible():
            self._place()

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
        if event.type() == QEvent.Type.Resize:
            self.follow()
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
        room = self._host()
        if room is not self._room:
            self._give_back()
            self._room = room
            room.installEventFilter(self)
        width = self._fit(room.width() - 2 * MEDIUM)
        self.setFixedWidth(width)
        self.setFixedHeight(self._grid.totalHeightForWidth(width))
        room.setContentsMargins(0, 0, 0, self.height() + 2 * MEDIUM)
        at = QPoint((room.width() - width) // 2, room.height() - self.height() - MEDIUM)
        self.move(room.mapTo(self._over, at))

    def _fit(self, most: int) -> int:
        """Return the width that is wanted; where there is less, the button stands below."""
        margins = self._grid.contentsMargins()
        parts = [self._text.fontMetrics().horizontalAdvance(self._text.text()) + LARGE]
        parts += [
            part.sizeHint().width() + MEDIUM
            for part in (self._icon, self._undo, self._close)
            if not part.isHidden()
        ]
        wanted = sum(parts) + margins.left() + margins.right()
        below = wanted > min(WIDEST, most)
        self._grid.removeWidget(self._undo)
        place = (1, 1, 1, 3) if below else (0, 2, 1, 1)
        self._grid.addWidget(self._undo, *place, Qt.AlignmentFlag.AlignRight)
        return min(WIDEST, most, wanted)

    def _give_back(self) -> None:
        if self._room is not None:
            self._room.removeEventFilter(self)
            self._room.setContentsMargins(0, 0, 0, 0)
            self._room = None

    def _on_undo(self) -> None:
        act = self._act
        self.put_away()
        if act is not None:
            act()
