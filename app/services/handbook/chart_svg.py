"""The flowchart of a procedure as an SVG whose text can be selected; needs no window.

Widths of letters are guessed, a little wide, as nobody knows which font it will be shown in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from app.models.rules.handbook.chart import Chart, Edge, Node, chart_of
from app.models.rules.handbook.pages import Kind, Position, Sop
from app.services.handbook.arrows import Arrow, Box, Point, Route, box_at
from app.services.handbook.layout import Size, arrange
from app.services.handbook.routes import routes

FONT = "'Segoe UI', 'Helvetica Neue', Helvetica, Arial, 'Nimbus Sans', 'DejaVu Sans', sans-serif"
TEXT, SMALL = 14, 12
_LINE, _SMALL_LINE = 18, 15
_WIDE, _ROUND, _LABEL = 220, 130, 160
"""Widths of a box, of a start or end, and of the answer on an arrow at most."""
_PAD, _EDGE = 10, 16
_ROWS = 46
"""Between rows: less than on the canvas, where there has to be room to draw in."""
_STRONG = 0.85
"""What a line holds of bold letters, which are wider, of that of others."""

_STRIPE = 8
"""A stripe across the drawing of at least this height can be cut."""

_MOST_LETTERS = 90
_INK, _FAINT, _ARROW = "#1f2933", "#52606d", "#5f6c7b"
_PAPER = 'fill="#ffffff" fill-opacity="0.92"'
_COLOURS = {
    Kind.START: ("#e6f4ea", "#2e7d4f"),
    Kind.DO: ("#ffffff", "#7b8794"),
    Kind.CHOICE: ("#fff6dd", "#b7791f"),
    Kind.ASK: ("#efe9fb", "#6b4fbb"),
    Kind.SEND: ("#e3f0fc", "#2b6cb0"),
    Kind.END: ("#e6f4ea", "#2e7d4f"),
}
_NARROW, _BROAD = frozenset("iljtfrI.,;:!'’|()[] -"), frozenset("mwMW%@—…→&")
_SENTENCE = re.compile(r"(?<=[.?!]) ")
_MARKS = re.compile(r"\*\*|__|`|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Words:
    """What the chart says of itself.

    Attributes:
        start: stands in the start.
        heads: what a step does ("Keuze"), by kind; "" for none.
        whom: "Vraag {about}", for a step that asks.
    """

    start: str
    heads: Mapping[Kind, str]
    whom: str
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG and how large it is, in points of the drawing.

    `gaps` are the heights at which it can be parted: through arrows, but no box and no words.
    """

    svg: str
    width: float
    height: float
    gaps: tuple[float, ...] = ()


@dataclass(slots=True)
class _Shape:
    """A box: its lines in small and in usual letters."""

    node: Node
    head: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def size(self) -> Size:
        width = _ROUND if self.node.kind is Kind.START else _WIDE
        high = len(self.head) * _SMALL_LINE + len(self.lines) * _LINE + 2 * _PAD
        return Size(width, high + high % 2)


def draw(sop: Sop, words: Words) -> Drawing:
    """Return the flowchart of a procedure; of one without steps, its start."""
    chart = chart_of(sop)
    shapes = {node.id: _shape(node, words) for node in chart.nodes}
    sizes = {number: shape.size for number, shape in shapes.items()}
    places = _closer(chart, arrange(chart, sizes), sizes)
    boxes = {number: box_at(places[number], sizes[number]) for number in shapes}
    labels = [_wrapped(edge.label, _LABEL, SMALL) for edge in chart.edges]
    found = routes(boxes, [*map(_arrow, chart.edges, labels)])
    return _whole(boxes, shapes, chart.edges, labels, found, words)


def _closer(
    chart: Chart, places: Mapping[int, Position], sizes: Mapping[int, Size]
) -> Mapping[int, Position]:
    """Return the places with rows nearer to each other, where nobody has given any."""
    if any(node.position is not None for node in chart.nodes):
        return places
    top = 0.0
    moved: dict[int, Position] = {}
    for y in sorted({y for _x, y in places.values()}):
        row = [number for number, place in places.items() if place[1] == y]
        high = max(sizes[number].height for number in row)
        moved |= {number: (places[number][0], round(top + high / 2)) for number in row}
        top += high + _ROWS
    return moved


def _shape(node: Node, words: Words) -> _Shape:
    if node.kind is Kind.START:
        return _Shape(node, [], [words.start])
    head, text = words.heads.get(node.kind, ""), node.text.split("\n")[0]
    if node.kind is Kind.ASK and node.about:
        head = words.whom.format(about=node.about)
    elif node.kind in {Kind.SEND, Kind.END}:
        text = node.about or text
    head = f"{node.id} · {head}" if head else str(node.id)
    room = _WIDE - 2 * _PAD - (20 if node.kind is Kind.CHOICE else 0)
    wide = room * _STRONG if node.kind is Kind.END else room
    return _Shape(node, _wrapped(head, room, SMALL), _wrapped(_short(text), wide, TEXT))


def _short(text: str) -> str:
    """Return what stands first in a text, without its Markdown; the page has the whole."""
    bare = " ".join(_MARKS.sub(lambda match: match[1] or "", text).split())
    told = ""
    for sentence in _SENTENCE.split(bare):
        if told and len(told) + len(sentence) > _MOST_LETTERS:
            break
        told = f"{told} {sentence}".strip()
    if len(told) <= _MOST_LETTERS:
        return told
    return f"{told[:_MOST_LETTERS].rsplit(' ', 1)[0].rstrip(',;:')}…"


def _arrow(edge: Edge, label: Sequence[str]) -> Arrow:
    if not label:
        return Arrow(edge.source, edge.target)
    wide = max(_width(line, SMALL) for line in label)
    return Arrow(edge.source, edge.target, Size(round(wide) + 10, len(label) * _SMALL_LINE + 4))


# --- letters ---------------------------------------------------------------------------------


def _wrapped(text: str, room: float, size: int) -> list[str]:
    lines: list[str] = []
    for word in _pieces(text, room, size):
        if lines and _width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _pieces(text: str, room: float, size: int) -> Iterator[str]:
    for word in text.split():
        while _width(word, size) > room:
            most = max(1, int(room / (size * 0.62)))
            yield word[:most]
            word = word[most:]  # noqa: PLW2901  what is left of it
        if word:
            yield word


def _width(text: str, size: int) -> float:
    return size * sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.34
    if letter in _BROAD or ord(letter) > 0x2E80:
        return 0.98
    return 0.70 if letter.isupper() else 0.58


# --- drawing ---------------------------------------------------------------------------------


def _whole(
    boxes: Mapping[int, Box],
    shapes: Mapping[int, _Shape],
    edges: Sequence[Edge],
    labels: Sequence[Sequence[str]],
    ways: Sequence[Route],
    words: Words,
) -> Drawing:
    parts = [
        f'<g fill="none" stroke="{_ARROW}" stroke-width="1.4" stroke-linejoin="round">',
        *map(_line, ways, edges),
        f'</g><g fill="{_ARROW}">',
        *map(_head, ways, edges),
        "</g>",
    ]
    parts += [_box(boxes[number], shape) for number, shape in shapes.items()]
    parts += [_answer(way.label, said) for way, said in zip(ways, labels, strict=True) if way.label]
    frame = _frame(boxes.values(), ways)
    width, height = frame.right - frame.left, frame.bottom - frame.top
    title = escape(words.title)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="{title}" '
        f'viewBox="{frame.left:g} {frame.top:g} {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-family="{FONT}" text-anchor="middle">'
        f"<title>{title}</title>{''.join(parts)}</svg>"
    )
    solid = [*boxes.values(), *(way.label for way in ways if way.label)]
    return Drawing(svg, width, height, tuple(_gaps(solid, frame.top)))


def _gaps(solid: Iterable[Box], top: float) -> Iterator[float]:
    """Yield the middle of each free stripe across a drawing, counted from its top."""
    bottom: float | None = None
    for box in sorted(solid, key=lambda one: one.top):
        if bottom is not None and box.top - bottom >= _STRIPE:
            yield (bottom + box.top) / 2 - top
        bottom = box.bottom if bottom is None else max(bottom, box.bottom)


def _frame(boxes: Iterable[Box], ways: Iterable[Route]) -> Box:
    around = [*boxes, *(way.label for way in ways if way.label)]
    points = [point for way in ways for point in way.points]
    across, down = [x for x, _y in points], [y for _x, y in points]
    return Box(
        min([*(box.left for box in around), *across]) - _EDGE,
        min([*(box.top for box in around), *down]) - _EDGE,
        max([*(box.right for box in around), *across]) + _EDGE,
        max([*(box.bottom for box in around), *down]) + _EDGE,
    )


def _box(box: Box, shape: _Shape) -> str:
    fill, line = _COLOURS[shape.node.kind]
    style = f'fill="{fill}" stroke="{line}" stroke-width="1.4"'
    return f"<g>{_outline(box, shape.node.kind, style, line)}{_text(box, shape, line)}</g>"


def _outline(box: Box, kind: Kind, style: str, colour: str) -> str:
    if kind is Kind.CHOICE:
        cut, middle = 16, (box.top + box.bottom) / 2
        corners = [
            (box.left + cut, box.top), (box.right - cut, box.top), (box.right, middle),
            (box.right - cut, box.bottom), (box.left + cut, box.bottom), (box.left, middle),
        ]  # fmt: skip
        return f'<polygon points="{_points(corners)}" {style}/>'
    high = box.bottom - box.top
    round_ = min(high / 2, 22) if kind in {Kind.START, Kind.END} else 5
    outline = _rect(box, style, round_)
    if kind is Kind.ASK:
        band = Box(box.left, box.top + 5, box.left + 4, box.bottom - 5)
        outline += _rect(band, f'fill="{colour}" stroke="none"', 0)
    elif kind is Kind.SEND:
        x, y = box.right - 28, box.top + 8
        outline += (
            f'<path d="M{x:g} {y:g}h18v12h-18zl9 7l9 -7" fill="none" stroke="{colour}" '
            f'stroke-width="1.2"/>'
        )
    return outline


def _rect(box: Box, style: str, round_: float) -> str:
    return (
        f'<rect x="{box.left:g}" y="{box.top:g}" width="{box.right - box.left:g}" '
        f'height="{box.bottom - box.top:g}" rx="{round_:g}" ry="{round_:g}" {style}/>'
    )


def _text(box: Box, shape: _Shape, colour: str) -> str:
    x = (box.left + box.right) / 2
    y = box.top + _PAD + (box.bottom - box.top - shape.size.height) / 2
    head = _lines(shape.head, x, y + SMALL, _SMALL_LINE)
    y += len(shape.head) * _SMALL_LINE
    strong = ' font-weight="bold"' if shape.node.kind in {Kind.START, Kind.END} else ""
    lines = _lines(shape.lines, x, y + TEXT, _LINE)
    return (
        f'<g font-size="{SMALL}" fill="{colour}">{head}</g>'
        f'<g font-size="{TEXT}" fill="{_INK}"{strong}>{lines}</g>'
    )


def _lines(lines: Iterable[str], x: float, y: float, step: int) -> str:
    return "".join(
        f'<text x="{x:g}" y="{y + step * place:g}">{escape(text)}</text>'
        for place, text in enumerate(lines)
    )


def _answer(spot: Box, lines: Sequence[str]) -> str:
    x, y = (spot.left + spot.right) / 2, spot.top + 2 + _SMALL_LINE - 3
    told = _lines(lines, x, y, _SMALL_LINE)
    return f'{_rect(spot, _PAPER, 3)}<g font-size="{SMALL}" fill="{_FAINT}">{told}</g>'


def _line(way: Route, edge: Edge) -> str:
    """Return the shaft of an arrow; dashed for one that leads nowhere yet."""
    if edge.target is None:
        return f'<polyline points="{_points(way.points)}" stroke-dasharray="4 4"/>'
    (x, y), (dx, dy) = way.points[-1], _ahead(way)
    return f'<polyline points="{_points([*way.points[:-1], (x - 9 * dx, y - 9 * dy)])}"/>'


def _head(way: Route, edge: Edge) -> str:
    if edge.target is None:
        return ""
    (x, y), (dx, dy) = way.points[-1], _ahead(way)
    base = (x - 9 * dx, y - 9 * dy)
    head = [(x, y), (base[0] - 4 * dy, base[1] + 4 * dx), (base[0] + 4 * dy, base[1] - 4 * dx)]
    return f'<polygon points="{_points(head)}"/>'


def _ahead(way: Route) -> Point:
    """Return where an arrow points at its end, as a step of 1."""
    (x1, y1), (x2, y2) = way.points[-2], way.points[-1]
    length = max(abs(x2 - x1) + abs(y2 - y1), 1)
    return (x2 - x1) / length, (y2 - y1) / length


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)
