"""Paints one row of the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.services.tickets.inbox_page import InboxRow
from app.views import channel_looks, moments, sentences
from app.views.inbox import badges
from app.views.inbox.model import ROW, Index
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT

DELIVERY_ICONS = {
    "queued": ("hourglass", "muted"),
    "sending": ("send", "accent"),
    "unknown": ("help-circle", "warn"),
    "failed": ("alert-circle", "danger"),
}
PRIORITY_ICONS = {"high": ("flag", "warn"), "urgent": ("flag-filled", "danger")}
COMPACT, NORMAL, RELAXED = "compact", "normal", "relaxed"
DENSITIES = (COMPACT, NORMAL, RELAXED)
_PADDING = {COMPACT: 6, NORMAL: 10, RELAXED: 16}
_ICON = 16
_ONE_LINE = int(
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
)
LEAST_NAME = 110
"""A second badge may not leave the customer less than this, in pixels."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of text of a row; a compact row has no third one."""

    first: QRect
    second: QRect
    third: QRect | None


class InboxDelegate(QStyledItemDelegate):
    """Customer and badges, subject and state, snippet and marks; text is always plain."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self.density = NORMAL
        self.names: dict[str, str] = {}
        """What categories are called, by key."""

    def row_height(self) -> int:
        """Return the fixed height of every row."""
        body, small = self._theme.metrics("body"), self._theme.metrics("small")
        lines = max(body.height(), badges.HEIGHT) + TIGHT + body.height()
        if self.density != COMPACT:
            lines += TIGHT + small.height()
        return lines + 2 * _PADDING[self.density]

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, self.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        rect: QRect = option.rect
        self._paint_ground(painter, rect, option)
        if isinstance(row, InboxRow):
            lines = self._lines(rect)
            top = lines.first.center().y() - 8
            icon = channel_looks.icon_of(row.kind)
            painter.drawPixmap(rect.left() + LARGE, top, self._theme.pixmap(icon, "muted", 18))
            self._paint_first(painter, lines.first, row)
            self._paint_second(painter, lines.second, row)
            if lines.third is not None:
                self._paint_third(painter, lines.third, row)
        painter.restore()

    def _lines(self, rect: QRect) -> Lines:
        body, small = self._theme.metrics("body"), self._theme.metrics("small")
        left, right = rect.left() + LARGE + 18 + MEDIUM, rect.right() - LARGE
        first_height = max(body.height(), badges.HEIGHT)
        first = QRect(left, rect.top() + _PADDING[self.density], right - left, first_height)
        second = QRect(left, first.bottom() + 1 + TIGHT, right - left, body.height())
        if self.density == COMPACT:
            return Lines(first, second, None)
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
        now = self._now()
        right = line.right()
        shown = badges.of(row, now)
        for place, badge in enumerate(shown):
            room = right - line.left() - badges.width_of(self._theme, badge)
            if place and room < LEAST_NAME:
                break
            box = badges.paint(painter, self._theme, QPoint(right + 1, line.top()), badge)
            right = box.left() - SMALL
        if not shown:
            text = moments.short_moment(row.updated_at, now)
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
        if self.density == COMPACT:
            used = self._paint_marks(painter, line, row)
        else:
            words = [self.names.get(row.category or "", ""), state_text(row, self._now())]
            text = " · ".join(filter(None, words))
            used = self._write_right(painter, line, text, "small", "muted")
        subject = row.subject or translate("Inbox", "(no subject)")
        box = QRect(line.left(), line.top(), line.width() - used - MEDIUM, line.height())
        face = "strong" if row.state == "new" else "body"
        taken = self._write(painter, box, subject, face, "text")
        room = box.width() - taken - MEDIUM
        if self.density == COMPACT and room > 40:
            rest = QRect(box.left() + taken + MEDIUM, box.top(), room, box.height())
            self._paint_snippet(painter, rest, row)

    def _paint_third(self, painter: QPainter, line: QRect, row: InboxRow) -> None:
        # Who searches wants to see the words he looked for, not the labels.
        used = self._paint_marks(painter, line, row, tags=not row.marks)
        box = QRect(line.left(), line.top(), line.width() - used - SMALL, line.height())
        self._paint_snippet(painter, box, row)

    def _paint_marks(
        self, painter: QPainter, line: QRect, row: InboxRow, *, tags: bool = True
    ) -> int:
        """Paint the small icons at the right end of a line and return their width."""
        right = line.right() + 1
        for icon, colour in self._marks(row):
            right -= _ICON
            mark = self._theme.pixmap(icon, colour, _ICON)
            painter.drawPixmap(right, line.center().y() - _ICON // 2, mark)
            right -= TIGHT
        for tag in row.tags[:2] if tags else ():
            right -= self._paint_tag(painter, QRect(line.left(), line.top(), right - line.left(),
                                                    line.height()), tag) + TIGHT  # fmt: skip
        return line.right() + 1 - right

    def _paint_tag(self, painter: QPainter, line: QRect, tag: str) -> int:
        shown, width = self._theme.fitting(tag, "small", 90)
        width += 2 * TIGHT + 2
        box = QRect(line.right() + 1 - width, line.top(), width, line.height())
        painter.setPen(self._theme.colour("border"))
        painter.setBrush(self._theme.colour("window"))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
        self._write(painter, box.adjusted(TIGHT, 0, 0, 0), shown, "small", "muted")
        return width

    def _paint_snippet(self, painter: QPainter, box: QRect, row: InboxRow) -> None:
        if not row.marks:
            self._write(painter, box, row.snippet, "small", "muted")
            return
        metrics = self._theme.metrics("small")
        shown = metrics.elidedText(row.snippet, Qt.TextElideMode.ElideRight, max(0, box.width()))
        for start, length in row.marks:
            if start + length > len(shown):
                break
            left = metrics.horizontalAdvance(shown[:start])
            width = metrics.horizontalAdvance(shown[start : start + length])
            mark = QRect(box.left() + left, box.top(), width, box.height())
            painter.fillRect(mark, self._theme.colour("warn_soft"))
        self._write(painter, box, shown, "small", "muted")

    def _marks(self, row: InboxRow) -> list[tuple[str, str]]:
        marks = []
        if row.delivery in DELIVERY_ICONS:
            marks.append(DELIVERY_ICONS[row.delivery])
        if row.priority in PRIORITY_ICONS:
            marks.append(PRIORITY_ICONS[row.priority])
        return marks

    def _write(self, painter: QPainter, box: QRect, text: str, face: str, colour: str) -> int:
        shown, width = self._theme.fitting(text, face, box.width())
        painter.setFont(self._theme.font(face))
        painter.setPen(self._theme.colour(colour))
        painter.drawText(box, _ONE_LINE, shown)
        return width

    def _write_right(
        self, painter: QPainter, line: QRect, text: str, face: str, colour: str
    ) -> int:
        # A little wider than the text: measures are rounded, and nothing here may be cut off.
        width = self._theme.fitting(text, face, line.width())[1] + 2
        box = QRect(line.right() + 3 - width, line.top(), width, line.height())
        self._write(painter, box, text, face, colour)
        return width


def state_text(row: InboxRow, now: datetime) -> str:
    """Return the state of a row; of a snoozed one when it wakes."""
    if row.snoozed_until is not None:
        moment = moments.full_moment(row.snoozed_until, now)
        return translate("Inbox", "until {moment}").format(moment=moment)
    return sentences.word(sentences.STATES, row.state)


def describe(row: InboxRow, now: datetime) -> str:
    """Return a row as a sentence for screen readers."""
    kind = channel_looks.name_of(row.kind)
    parts = [row.customer, row.subject, kind, sentences.word(sentences.STATES, row.state)]
    parts += [badge.spoken for badge in badges.of(row, now)]
    if row.priority in PRIORITY_ICONS:
        priority = sentences.word(sentences.PRIORITIES, row.priority)
        parts.append(translate("Inbox", "priority {name}").format(name=priority))
    if row.delivery in DELIVERY_ICONS:
        parts.append(sentences.word(sentences.DELIVERIES, row.delivery or ""))
    if row.new_sender:
        parts.append(translate("Inbox", "somebody new writes in this conversation"))
    parts += row.tags
    return ", ".join(part for part in parts if part)


def explain(row: InboxRow, now: datetime) -> Sequence[str]:
    """Return why a row stands where it stands, in lines for a tooltip."""
    lines = [badge.reason(now) for badge in badges.of(row, now)]
    if row.priority in PRIORITY_ICONS:
        priority = sentences.word(sentences.PRIORITIES, row.priority).lower()
        higher = translate("Inbox", "Stands higher because its priority is {name}.")
        lines.append(higher.format(name=priority))
    if row.priority == "low":
        lines.append(translate("Inbox", "Stands lower because its priority is low."))
    if row.snoozed_until is not None:
        moment = moments.full_moment(row.snoozed_until, now)
        lines.append(translate("Inbox", "Comes back {moment}.").format(moment=moment))
    elif row.next_due is None and row.window_due is None:
        lines.append(translate("Inbox", "No clock runs: nobody waits for you here."))
    return lines
