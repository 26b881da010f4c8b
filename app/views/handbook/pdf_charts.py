"""Flowcharts on paper: on one page, or on two where their letters would be too small to read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from app.services.handbook import chart_svg
from app.services.handbook.chart_svg import Drawing

_LIFE_SIZE = 0.75
_READABLE = 0.5
"""From this scale on, letters are seven points high: that reads on paper."""

_WORTH = 1.1
"""So much larger has a chart to be on two pages: it is easier to follow on one."""

_FOOT = 14
"""Points below a part of a chart, to say that it goes on."""

_TURNED = 0.95
"""What a scale is worth on a page that has to be turned."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a chart is drawn: its scale, whether its pages lie, and where each begins and ends.

    `head` is what its title takes above it, in points.
    """

    drawing: Drawing
    lying: bool
    scale: float
    ends: tuple[float, ...]
    head: float

    @property
    def pages(self) -> int:
        """The number of its pages."""
        return len(self.ends) - 1

    def paint(self, painter: QPainter, room: QRectF, page: int, family: str) -> QRectF:
        """Draw what is on one of its pages, below the title there; returns where, in points."""
        drawing, scale = self.drawing, self.scale
        begin, end = self.ends[page], self.ends[page + 1]
        width = drawing.width * scale
        left = room.left() + (room.width() - width) / 2
        target = QRectF(left, room.top() + self.head, width, (end - begin) * scale)
        svg = drawing.svg.replace(chart_svg.FONT, family)
        picture = QSvgRenderer(QByteArray(svg.encode()))
        seen = picture.viewBoxF()
        picture.setViewBox(QRectF(seen.left(), seen.top() + begin, seen.width(), end - begin))
        painter.save()
        painter.setClipRect(target)
        picture.render(painter, target)
        painter.restore()
        return target


def planned(drawing: Drawing, rooms: Mapping[bool, QRectF], head: float) -> Plan:
    """Return how a chart is drawn as large as it can be.

    Args:
        rooms: of a page that stands (False) and of one that lies (True).
        head: what its title takes, in points.
    """
    whole = _largest(drawing, rooms, head, (0.0, drawing.height))
    if whole.scale >= _READABLE or not drawing.gaps:
        return whole
    far = {gap: max(gap, drawing.height - gap) for gap in drawing.gaps}
    parted = _largest(drawing, rooms, head, (0.0, min(far, key=far.__getitem__), drawing.height))
    return parted if parted.scale > whole.scale * _WORTH else whole


def _largest(
    drawing: Drawing, rooms: Mapping[bool, QRectF], head: float, ends: tuple[float, ...]
) -> Plan:
    def plans() -> Iterator[Plan]:
        longest = max(end - begin for begin, end in pairwise(ends))
        for lying, room in rooms.items():
            high = room.height() - head - (_FOOT if len(ends) > 2 else 0)
            scale = min(room.width() / drawing.width, high / longest, _LIFE_SIZE)
            yield Plan(drawing, lying, scale, ends, head)

    return max(plans(), key=_worth)


def _worth(plan: Plan) -> float:
    return plan.scale * (_TURNED if plan.lying else 1)
