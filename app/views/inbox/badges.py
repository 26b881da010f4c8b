"""The countdown badges of a row: what they say, and how they look at each level."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.models.rules.clocks import Countdown, Level, countdown, next_change
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.tickets.inbox_page import InboxRow
from app.views import moments
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT

HEIGHT = 22
WIDEST = 400
_ALIGNED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_ICON = 14
FIRST_REACTION, ANSWER, NEXT_REPLY = "first_reaction", "answer", "next_reply"
WINDOW, PROMISE, CALLBACK = "window", "promise", "callback"
NAMES = {
    FIRST_REACTION: QT_TRANSLATE_NOOP("Badges", "First reaction"),
    ANSWER: QT_TRANSLATE_NOOP("Badges", "Answer"),
    NEXT_REPLY: QT_TRANSLATE_NOOP("Badges", "Next reply"),
    PROMISE: QT_TRANSLATE_NOOP("Badges", "Promise"),
    CALLBACK: QT_TRANSLATE_NOOP("Badges", "Ring back"),
    WINDOW: QT_TRANSLATE_NOOP("Badges", "Reply window"),
}
REASONS = {
    FIRST_REACTION: QT_TRANSLATE_NOOP("Badges", "The first reaction is due {moment}."),
    ANSWER: QT_TRANSLATE_NOOP("Badges", "The answer is due {moment}."),
    NEXT_REPLY: QT_TRANSLATE_NOOP("Badges", "The next reply is due {moment}."),
    PROMISE: QT_TRANSLATE_NOOP("Badges", "The customer was promised to hear from us {moment}."),
    CALLBACK: QT_TRANSLATE_NOOP("Badges", "The customer was promised to be rung back {moment}."),
    WINDOW: QT_TRANSLATE_NOOP("Badges", "The platform takes answers until {moment}."),
}


@dataclass(frozen=True, slots=True)
class Badge:
    """One clock of a row: which one, when it runs out, and how it stands."""

    kind: str
    due: datetime
    count: Countdown

    @property
    def text(self) -> str:
        """What the badge says."""
        if self.kind == WINDOW and self.count.level is Level.LATE:
            return translate("Badges", "closed")
        return moments.countdown_text(self.count)

    @property
    def spoken(self) -> str:
        """The badge as a sentence, for screen readers."""
        name = translate("Badges", NAMES[self.kind])
        if self.kind == WINDOW and self.count.level is Level.LATE:
            return f"{name}: {self.text}"
        return f"{name}: {moments.spoken_countdown(self.count)}"

    def reason(self, now: datetime) -> str:
        """Why the row stands where it stands."""
        moment = moments.full_moment(self.due, now)
        return translate("Badges", REASONS[self.kind]).format(moment=moment)


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


def of(row: InboxRow, now: datetime) -> list[Badge]:
    """Return the badges of a row, our own clock first; none while nobody waits for us."""
    started = row.clock_started or row.updated_at
    return [Badge(kind, due, countdown(due, started, now)) for kind, due in _dues(row)]


def change_of(row: InboxRow, now: datetime) -> datetime | None:
    """Return when a badge of a row will look different; None for a row without one."""
    started = row.clock_started or row.updated_at
    return min((next_change(due, started, now) for _kind, due in _dues(row)), default=None)


def _dues(row: InboxRow) -> list[tuple[str, datetime]]:
    dues = []
    if row.next_due is not None:
        dues.append((row.due_kind or ANSWER, row.next_due))
        if row.window_due is not None:
            dues.append((WINDOW, row.window_due))
    return dues


def width_of(theme: Theme, badge: Badge) -> int:
    """Return the width of a badge in pixels."""
    words = theme.fitting(badge.text, "small_strong", WIDEST)[1]
    return SMALL + _ICON + TIGHT + words + SMALL


def paint(painter: QPainter, theme: Theme, right_top: QPoint, badge: Badge) -> QRect:
    """Paint a badge with its right upper corner there; returns where it is.

    Calm: grey outline and clock; soon: amber pill with an hourglass; late: red box with square
    corners and a warning triangle. A reply window has a door instead of a clock.
    """
    look = LOOKS[badge.count.level]
    icon = "door-exit" if badge.kind == WINDOW and badge.count.level is Level.CALM else look.icon
    width = width_of(theme, badge)
    box = QRect(right_top.x() - width, right_top.y(), width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(look.edge), 1))
    painter.setBrush(_ground(theme, look))
    radius = 3 if badge.count.level is Level.LATE else HEIGHT / 2
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    top = box.top() + (HEIGHT - _ICON) // 2
    painter.drawPixmap(box.left() + SMALL, top, theme.pixmap(icon, look.text, _ICON))
    painter.setFont(theme.font("small_strong"))
    painter.setPen(theme.colour(look.text))
    text_box = box.adjusted(SMALL + _ICON + TIGHT, 0, 0, 0)
    painter.drawText(text_box, _ALIGNED, badge.text)
    painter.restore()
    return box


def _ground(theme: Theme, look: Look) -> QColor:
    ground = QColor(theme.colour(look.ground))
    if look.ground == "surface":
        ground.setAlpha(0)
    return ground
