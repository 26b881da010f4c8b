"""How a box of a chart looks: its outline, icon, colours and words, measured and painted."""

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from app.models.rules.handbook import words as markers
from app.models.rules.handbook.chart import Node
from app.models.rules.handbook.drawing import NAMED
from app.models.rules.handbook.pages import Kind
from app.services.handbook.layout import Size
from app.services.resources import resource
from app.views.handbook.chart import lettering
from app.views.handbook.chart.lettering import HEAD, SMALL, STRONG, TEXT, Words
from app.views.tokens import Colours

WIDE = 220
NARROWEST = 96
PAD, POINT, BAR, WAVE = 12, 26, 7, 8
ICON = 14
ICON_GAP = 5
GAP = 4
"""Between the head and the words, and between these."""
KIND_WORDS = {
    Kind.START: ("Begin", "Start"),
    Kind.DO: ("Stap", "Step"),
    **markers.MARKERS,
}
"""What a box is called, in the language of its page; where the text has a word, that one."""


@dataclass(frozen=True, slots=True)
class Look:
    """The icon and the names of the colours of a kind."""

    icon: str
    ground: str
    edge: str
    head: str
    text: str = "text"


LOOKS = {
    Kind.START: Look("player-track-next", "accent", "accent", "on_accent", "on_accent"),
    Kind.DO: Look("check", "surface", "strong_border", "muted"),
    Kind.CHOICE: Look("arrows-split", "warn_soft", "warn", "warn"),
    Kind.ASK: Look("user-question", "note", "muted", "muted"),
    Kind.SEND: Look("send", "ours", "accent", "accent"),
    Kind.END: Look("circle-check", "ok_soft", "ok", "ok"),
}
_FRAME = re.compile(r'<path stroke="none"[^>]*/>')
"""The empty square round each icon: a file of SVG would draw it."""
_CENTRED = frozenset({Kind.START, Kind.CHOICE, Kind.END})


@dataclass(frozen=True, slots=True)
class Shape:
    """A box that has been measured: its head (icon, number, kind) and its other words."""

    kind: Kind
    size: Size
    head: Words
    words: tuple[tuple[Words, str], ...]
    """With the name of their colour."""


@lru_cache(maxsize=1024)
def shape(node: Node, language: str) -> Shape:
    """Measure a box; leave the position out of the node, it is the key of what is remembered."""
    look = LOOKS[node.kind]
    inner = WIDE - 2 * PAD
    head = lettering.words(_head(node, language), HEAD, inner - ICON - ICON_GAP, 2)
    parts = [] if node.kind is Kind.START else list(_parts(node, language, look))
    found = tuple(
        (lettering.words(text, face, inner), colour) for text, face, colour in parts if text
    )
    widest = max(head.width + ICON + ICON_GAP, *(one.width for one, _colour in found), 0)
    height = head.height + sum(one.height + GAP for one, _colour in found)
    width = WIDE
    if node.kind in (Kind.START, Kind.END):
        width = min(max(NARROWEST, _even(widest + 4 * PAD)), WIDE + 2 * PAD)
    elif node.kind is Kind.CHOICE:
        width = WIDE + 2 * POINT - 2 * PAD + 8
    extra = {Kind.SEND: WAVE, Kind.START: -4}.get(node.kind, 0)
    return Shape(node.kind, Size(width, _even(height + 2 * PAD + extra)), head, found)


def outline(kind: Kind, box: QRectF) -> QPainterPath:
    """Return the edge of a box."""
    path = QPainterPath()
    if kind in (Kind.START, Kind.END):
        radius = min(box.height() / 2, 24.0)
        path.addRoundedRect(box, radius, radius)
    elif kind is Kind.CHOICE:
        y, x1, x2 = box.center().y(), box.left() + POINT, box.right() - POINT
        corners = [(box.left(), y), (x1, box.top()), (x2, box.top()), (box.right(), y)]
        corners += [(x2, box.bottom()), (x1, box.bottom())]
        path.addPolygon(QPolygonF([QPointF(*one) for one in corners]))
        path.closeSubpath()
    elif kind is Kind.SEND:
        _add_sheet(path, box)
    else:
        radius = 3 if kind is Kind.ASK else 6
        path.addRoundedRect(box, radius, radius)
    return path


def paint(
    painter: QPainter, drawn: Shape, middle: QPointF, colours: Colours, *, chosen: bool = False
) -> None:
    """Paint a box round its middle."""
    look, (width, height) = LOOKS[drawn.kind], drawn.size
    box = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    edge = colours.accent if chosen else getattr(colours, look.edge)
    painter.setPen(QPen(QColor(edge), 2.6 if chosen else 1.3))
    painter.setBrush(QColor(getattr(colours, look.ground)))
    painter.drawPath(outline(drawn.kind, box))
    if drawn.kind is Kind.ASK:
        for x in (box.left() + BAR, box.right() - BAR):
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
    _paint_words(painter, drawn, box, colours)


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: str) -> None:
    """Paint an icon as lines, so that it is sharp at every size and in a file."""
    renderer(name, colour).render(painter, box)


@lru_cache(maxsize=64)
def renderer(name: str, colour: str) -> QSvgRenderer:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawn = _FRAME.sub("", source).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawn.encode()))


# --- how -------------------------------------------------------------------------------------


def _head(node: Node, language: str) -> str:
    name = markers.written(KIND_WORDS[node.kind], language)
    if node.kind is Kind.START:
        return name
    about = f": {node.about}" if node.kind is Kind.ASK and node.about else ""
    return f"{node.id} · {name}{about}"


def _parts(node: Node, language: str, look: Look) -> list[tuple[str, str, str]]:
    """Return the words of a step below its head: text, face, colour."""
    if node.kind in NAMED:
        parts = [(node.about, STRONG, look.text), (node.text, SMALL, "muted")]
    else:
        first, _line, rest = node.text.partition("\n")
        parts = [(first, TEXT, look.text), (rest, SMALL, "muted")]
    if node.expected:
        result = markers.written(markers.RESULT, language)
        parts.append((f"{result}: {node.expected}", SMALL, "muted"))
    return parts


def _paint_words(painter: QPainter, drawn: Shape, box: QRectF, colours: Colours) -> None:
    look, centred = LOOKS[drawn.kind], drawn.kind in _CENTRED
    high = drawn.head.height + sum(one.height + GAP for one, _colour in drawn.words)
    top = box.top() + (box.height() - (WAVE if drawn.kind is Kind.SEND else 0) - high) / 2
    indent = ICON + ICON_GAP
    left = box.left() + PAD + (2 if drawn.kind is Kind.ASK else 0)
    if centred:
        left = box.center().x() - (drawn.head.width + indent) / 2
    place = QRectF(left, top + (drawn.head.step - ICON) / 2, ICON, ICON)
    paint_icon(painter, look.icon, place, getattr(colours, look.head))
    paint_words(painter, drawn.head, QPointF(left + indent, top), getattr(colours, look.head))
    top += drawn.head.height + GAP
    for one, colour in drawn.words:
        start = QPointF(box.center().x() if centred else left, top)
        paint_words(painter, one, start, getattr(colours, colour), centred=centred)
        top += one.height + GAP


def paint_words(
    painter: QPainter, text: Words, start: QPointF, colour: str, *, centred: bool = False
) -> None:
    """Paint lines from their left upper corner, or from the middle of their upper edge."""
    painter.setFont(lettering.font(text.face))
    painter.setPen(QColor(colour))
    for place, (line, width) in enumerate(zip(text.lines, text.widths, strict=True)):
        x = start.x() - width / 2 if centred else start.x()
        painter.drawText(QPointF(x, start.y() + place * text.step + text.rise), line)


def _add_sheet(path: QPainterPath, box: QRectF) -> None:
    """Add a sheet of paper whose lower edge waves."""
    low, third = box.bottom() - 1, box.width() / 3
    path.moveTo(box.topLeft())
    path.lineTo(box.topRight())
    path.lineTo(box.right(), low)
    path.cubicTo(box.right() - third, low - WAVE, box.left() + third, low + WAVE, box.left(), low)
    path.closeSubpath()


def _even(value: float) -> int:
    return 2 * -int(-value // 2)


def pen(colour: str, width: float) -> QPen:
    """Return a pen with round ends."""
    made = QPen(QColor(colour), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made
