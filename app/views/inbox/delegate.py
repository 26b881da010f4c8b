"""Paints one row of the list."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.services.tickets.inbox_page import InboxRow
from app.views import moments, sentences
from app.views.inbox import badges
from app.views.inbox.model import ROW, Index
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT

CHANNEL_ICONS = {"email": "mail"}
DELIVERY_ICONS = {
    "queued": ("hourglass", "muted"),
    "sending": ("send", "accent"),
    "unknown": ("help-circle", "warn"),
    "failed": ("alert-circle", "danger"),
}
PRIORITY_ICONS = {"high": ("flag", "warn"), "urgent": ("flag-filled", "danger")}
_ICON = 16


@dataclass(frozen=True, slots=True)
class Lines:
    """The three lines of text of a row."""

    first: QRect
    second: QRect
    third: QRect


class InboxDelegate(QStyledItemDelegate):
    """Customer and badge, subject and state, snippet and marks; text is always plain."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now

    def row_height(self) -> int:
        """Return the fixed height of every row."""
        body, small = self._theme.metrics("body"), self._theme.metrics("small")
        first = max(body.height(), badges.HEIGHT)
        return 2 * MEDIUM + first + body.height() + small.height() + 2 * TIGHT - 2

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, self.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, InboxRow):
            return
        painter.save()
        rect: QRect = option.rect
        self._paint_ground(painter, rect, option)
        lines = self._lines(rect)
        icon = CHANNEL_ICONS.get(row.kind, "message-circle")
        top = lines.first.center().y() - 8
        painter.drawPixmap(rect.left() + LARGE, top, self._theme.pixmap(icon, "muted", 18))
        self._paint_first(painter, lines.first, row)
        self._paint_second(painter, lines.second, row)
        self._paint_third(painter, lines.third, row)
        painter.restore()

    def _lines(self, rect: QRect) -> Lines:
        body, small = self._theme.metrics("body"), self._theme.metrics("small")
        left, right = rect.left() + LARGE + 18 + MEDIUM, rect.right() - LARGE
        first_height = max(body.height(), badges.HEIGHT)
        first = QRect(left, rect.top() + MEDIUM - 2, right - left, first_height)
        second = QRect(left, first.bottom() + 1 + TIGHT, right - left, body.height())
        third = QRect(left, second.bottom() + 1 + TIGHT, right - left, small.height())
        return Lines(first, second, third)

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        ground = "accent_soft" if selected else "hover" if hovered else "surface"
        painter.fillRect(rect, self._theme.colour(ground))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour("border")
        )
        if selected:
            bar = QRect(rect.left(), rect.top(), 4 if focused else 3, rect.height())
            painter.fillRect(bar, self._theme.colour("accent"))

    def _paint_first(self, painter: QPainter, line: QRect, row: InboxRow) -> None:
        right = line.right()
        count = badges.count_of(row, self._now())
        if count is not None:
            box = badges.paint(painter, self._theme, QPoint(line.right() + 1, line.top()), count)
            right = box.left() - SMALL
        else:
            text = moments.short_moment(row.updated_at, self._now())
            right -= self._write_right(painter, line, text, "small", "muted") + SMALL
        face = "strong" if row.state in {"new", "open"} else "body"
        name_box = QRect(line.left(), line.top(), right - line.left(), line.height())
        if row.new_sender:
            name_box.setWidth(name_box.width() - _ICON - TIGHT)
        used = self._write(painter, name_box, row.customer, face, "text")
        if row.new_sender:
            mark = self._theme.pixmap("user-question", "warn", _ICON)
            painter.drawPixmap(name_box.left() + used + TIGHT, line.center().y() - _ICON // 2, mark)

    def _paint_second(self, painter: QPainter, line: QRect, row: InboxRow) -> None:
        state = sentences.word(sentences.STATES, row.state)
        used = self._write_right(painter, line, state, "small", "muted")
        subject = row.subject or translate("Inbox", "(no subject)")
        box = QRect(line.left(), line.top(), line.width() - used - MEDIUM, line.height())
        face = "strong" if row.state == "new" else "body"
        self._write(painter, box, subject, face, "text")

    def _paint_third(self, painter: QPainter, line: QRect, row: InboxRow) -> None:
        right = line.right() + 1
        for icon, colour in self._marks(row):
            right -= _ICON
            mark = self._theme.pixmap(icon, colour, _ICON)
            painter.drawPixmap(right, line.center().y() - _ICON // 2, mark)
            right -= TIGHT
        box = QRect(line.left(), line.top(), right - line.left() - SMALL, line.height())
        self._write(painter, box, row.snippet, "small", "muted")

    def _marks(self, row: InboxRow) -> list[tuple[str, str]]:
        marks = []
        if row.delivery in DELIVERY_ICONS:
            marks.append(DELIVERY_ICONS[row.delivery])
        if row.priority in PRIORITY_ICONS:
            marks.append(PRIORITY_ICONS[row.priority])
        return marks

    def _write(self, painter: QPainter, box: QRect, text: str, face: str, colour: str) -> int:
        font: QFont = self._theme.font(face)
        metrics = self._theme.metrics(face)
        shown = metrics.elidedText(
            " ".join(text.split()), Qt.TextElideMode.ElideRight, max(0, box.width())
        )
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(flags | Qt.TextFlag.TextSingleLine), shown)
        return metrics.horizontalAdvance(shown)

    def _write_right(
        self, painter: QPainter, line: QRect, text: str, face: str, colour: str
    ) -> int:
        # A little wider than the text: measures are rounded, and nothing here may be cut off.
        width = self._theme.metrics(face).horizontalAdvance(text) + 2
        box = QRect(line.right() + 3 - width, line.top(), width, line.height())
        self._write(painter, box, text, face, colour)
        return width


def describe(row: InboxRow, now: datetime) -> str:
    """Return a row as a sentence for screen readers."""
    parts = [row.customer, row.subject, sentences.word(sentences.STATES, row.state)]
    count = badges.count_of(row, now)
    if count is not None:
        parts.append(moments.spoken_countdown(count))
    if row.priority in PRIORITY_ICONS:
        priority = sentences.word(sentences.PRIORITIES, row.priority)
        parts.append(translate("Inbox", "priority {name}").format(name=priority))
    if row.delivery in DELIVERY_ICONS:
        parts.append(sentences.word(sentences.DELIVERIES, row.delivery or ""))
    if row.new_sender:
        parts.append(translate("Inbox", "somebody new writes in this conversation"))
    return ", ".join(part for part in parts if part)
