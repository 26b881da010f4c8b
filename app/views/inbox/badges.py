"""The countdown badge of a row: what it says, and how it looks at each level."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.models.rules.clocks import Countdown, Level, countdown, next_change
from app.services.tickets.inbox_page import InboxRow
from app.views.moments import countdown_text
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT

HEIGHT = 22
_ICON = 14


@dataclass(frozen=True, slots=True)
class Look:
    """How a level is painted: its icon and the names of its colours."""

    icon: str
    text: str
    ground: str
    edge: str


LOOKS = {
    Level.CALM: Look("clock", "muted", "surface", "border"),
    Level.SOON: Look("hourglass", "warn", "warn_soft", "warn_soft"),
    Level.LATE: Look("alert-triangle-filled", "danger", "danger_soft", "danger"),
}


def count_of(row: InboxRow, now: datetime) -> Countdown | None:
    """Return how the clock of a row stands; None while nobody waits for us."""
    if row.next_due is None:
        return None
    return countdown(row.next_due, row.clock_started or row.updated_at, now)


def change_of(row: InboxRow, now: datetime) -> datetime | None:
    """Return when the badge of a row will look different; None for a row without one."""
    if row.next_due is None:
        return None
    return next_change(row.next_due, row.clock_started or row.updated_at, now)


def width_of(theme: Theme, count: Countdown) -> int:
    """Return the width of a badge in pixels."""
    words = theme.metrics("small_strong").horizontalAdvance(countdown_text(count))
    return SMALL + _ICON + TIGHT + words + SMALL


def paint(painter: QPainter, theme: Theme, right_top: QPoint, count: Countdown) -> QRect:
    """Paint a badge with its right upper corner there; returns where it is.

    Calm: grey outline and clock; soon: amber pill with an hourglass; late: red box with square
    corners and a warning triangle.
    """
    look = LOOKS[count.level]
    width = width_of(theme, count)
    box = QRect(right_top.x() - width, right_top.y(), width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(look.edge), 1))
    painter.setBrush(_ground(theme, look))
    radius = 3 if count.level is Level.LATE else HEIGHT / 2
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    top = box.top() + (HEIGHT - _ICON) // 2
    painter.drawPixmap(box.left() + SMALL, top, theme.pixmap(look.icon, look.text, _ICON))
    painter.setFont(theme.font("small_strong"))
    painter.setPen(theme.colour(look.text))
    text_box = box.adjusted(SMALL + _ICON + TIGHT, 0, 0, 0)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(text_box, int(flags), countdown_text(count))
    painter.restore()
    return box


def _ground(theme: Theme, look: Look) -> QColor:
    ground = theme.colour(look.ground)
    if look.ground == "surface":
        ground.setAlpha(0)
    return ground
