"""Where a chart draws its boxes: rows from the start down, by fast-sugiyama, with real sizes.

The library knows no sizes, so only its order in a row and its columns are used. A cycle makes it
end the process, so it is given none: arrows back are turned round for it, which keeps room for them
beside the boxes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from fast_sugiyama import from_edges

from app.models.rules.handbook.chart import Chart
from app.models.rules.handbook.pages import START, Position

GRID = 10
"""Middles of boxes lie on multiples of this, so that boxes in a row or column line up."""
COLUMN_GAP, ROW_GAP = 50, 70
"""Least room between boxes; arrows and the answers of a choice are drawn in it."""
LANE = 24
"""Room for an arrow that passes a row."""
SHELF = 1000
"""Width from which parts that nothing joins go below each other."""


class Size(NamedTuple):
    """Of a box, in points of the drawing."""

    width: int
    height: int


def arrange(chart: Chart, sizes: Mapping[int, Size]) -> dict[int, Position]:
    """Return the middle of every box; positions that the chart gives win.

    What has none is drawn as the whole chart would be, beside what it hangs on, moved down to where
    nothing else is. In a chart without any position no two boxes touch; the start is at (0, 0).
    """
    given = {node.id: node.position for node in chart.nodes if node.position is not None}
    if len(given) == len(chart.nodes):
        return given
    laid = _laid_out(chart, sizes)
    return _fitted(chart, sizes, laid, given) if given else laid


def make_room(
    positions: Mapping[int, Position], sizes: Mapping[int, Size], after: int, number: int
) -> dict[int, Position]:
    """Return the positions with a new box below another one; what is in its way moves down.

    Args:
        after: the box that the new one stands below.
        number: the new box, of which `sizes` knows the size.
    """
    (x, y), size = positions[after], sizes[number]
    top = y + sizes[after].height / 2 + ROW_GAP
    place = (x, _up(top + size.height / 2))
    below = {
        one: spot
        for one, spot in positions.items()
        if one != after and spot[1] - sizes[one].height / 2 >= top - ROW_GAP
    }
    moved = dict(positions)
    if any(_touch(place, size, spot, sizes[one]) for one, spot in below.items()):
        down = _up(size.height + ROW_GAP)
        moved |= {one: (spot[0], spot[1] + down) for one, spot in below.items()}
    moved[number] = _free(place, size, moved, sizes)
    return moved


def on_grid(value: float) -> int:
    """Return the nearest place on the grid."""
    return GRID * round(value / GRID)


# --- the whole chart -------------------------------------------------------------------------


def _laid_out(chart: Chart, sizes: Mapping[int, Size]) -> dict[int, Position]:
    numbers = [node.id for node in chart.nodes]
    ways: dict[int, list[int]] = {number: [] for number in numbers}
    for edge in chart.edges:
        if edge.target in ways and edge.target != edge.source:
            ways[edge.source].append(edge.target)
    edges = _without_cycles(numbers, ways)
    parts = [_rows(part, sizes) for part in _parts(numbers, edges)]
    whole = _shelved(parts, sizes)
    left, top = whole.get(START, (0, 0))
    return {number: (x - left, y - top) for number, (x, y) in whole.items()}


def _without_cycles(
    numbers: Iterable[int], ways: Mapping[int, Sequence[int]]
) -> list[tuple[int, int]]:
    """Return the arrows once each, those that lead back to where a walk came from turned round."""
    edges: dict[tuple[int, int], None] = {}
    done: set[int] = set()
    for first in numbers:
        path = [(first, iter(ways[first]))] if first not in done else []
        walked = {first}
        while path:
            number, ahead = path[-1]
            target = next(ahead, None)
            if target is None:
                path.pop()
                walked.discard(number)
                done.add(number)
            elif target in walked:
                edges[target, number] = None
            else:
                edges[number, target] = None
                if target not in done:
                    walked.add(target)
                    path.append((target, iter(ways[target])))
    return list(edges)


def _parts(
    numbers: Sequence[int], edges: Sequence[tuple[int, int]]
) -> Iterator[tuple[list[int], list[tuple[int, int]]]]:
    """Yield what hangs together, in the order of the chart: boxes and arrows."""
    beside: dict[int, set[int]] = {number: set() for number in numbers}
    for source, target in edges:
        beside[source].add(target)
        beside[target].add(source)
    seen: set[int] = set()
    for first in numbers:
        ahead, part = [first], set[int]()
        while ahead:
            number = ahead.pop()
            if number not in seen:
                seen.add(number)
                part.add(number)
                ahead += beside[number]
        if part:
            yield [one for one in numbers if one in part], [e for e in edges if e[0] in part]


def _rows(
    part: tuple[list[int], list[tuple[int, int]]], sizes: Mapping[int, Size]
) -> dict[int, Position]:
    """Return the middles of boxes that hang together, in rows by their distance from the first."""
    numbers, edges = part
    if not edges:
        return dict.fromkeys(numbers, (0, 0))
    # The library numbers by a set: small numbers in their order make it the same every time.
    index = {number: place for place, number in enumerate(numbers)}
    wide = max(sizes[number].width for number in numbers) + COLUMN_GAP
    (found,) = from_edges(
        [(index[source], index[target]) for source, target in edges],
        minimum_length=1, vertex_spacing=wide, dummy_vertices=True, dummy_size=LANE,
    )  # fmt: skip
    rows: dict[float, list[tuple[float, int]]] = {}
    for place, (x, y) in found[0]:
        if isinstance(place, int) and place < len(numbers):
            rows.setdefault(-y, []).append((x, numbers[place]))
    return dict(_spaced([sorted(rows[y]) for y in sorted(rows)], sizes))


def _spaced(
    rows: Iterable[Sequence[tuple[float, int]]], sizes: Mapping[int, Size]
) -> Iterator[tuple[int, Position]]:
    top = 0
    for row in rows:
        high = max(sizes[number].height for _x, number in row)
        middle = _up(top + high / 2)
        right = None
        for wanted, number in row:
            half = sizes[number].width / 2
            x = on_grid(wanted)
            if right is not None and x - half < right + COLUMN_GAP / 2:
                x = _up(right + COLUMN_GAP / 2 + half)
            right = x + half
            yield number, (x, middle)
        top = _up(middle + high / 2 + ROW_GAP)


def _shelved(
    parts: Iterable[dict[int, Position]], sizes: Mapping[int, Size]
) -> dict[int, Position]:
    """Put parts beside each other, and below where that would be too wide."""
    placed: dict[int, Position] = {}
    right, top, bottom, widest = 0, 0, 0, SHELF
    for part in parts:
        x1 = min(x - sizes[number].width / 2 for number, (x, _y) in part.items())
        x2 = max(x + sizes[number].width / 2 for number, (x, _y) in part.items())
        y1 = min(y - sizes[number].height / 2 for number, (_x, y) in part.items())
        y2 = max(y + sizes[number].height / 2 for number, (_x, y) in part.items())
        if placed and right + x2 - x1 > widest:
            right, top = 0, bottom
        dx, dy = _up(right - x1), _up(top - y1)
        placed |= {number: (x + dx, y + dy) for number, (x, y) in part.items()}
        right = _up(x2 + dx + COLUMN_GAP)
        bottom = max(bottom, _up(y2 + dy + ROW_GAP))
        widest = max(widest, right)
    return placed


# --- beside what has its place ---------------------------------------------------------------


def _fitted(
    chart: Chart,
    sizes: Mapping[int, Size],
    laid: Mapping[int, Position],
    given: Mapping[int, Position],
) -> dict[int, Position]:
    placed = dict(given)
    beside: dict[int, list[int]] = {node.id: [] for node in chart.nodes}
    for edge in chart.edges:
        if edge.target in beside:
            beside[edge.target].insert(0, edge.source)
            beside[edge.source].append(edge.target)
    for number in sorted(laid, key=lambda one: (laid[one][1], laid[one][0])):
        if number not in placed:
            known = [one for one in beside[number] if one in placed]
            anchor = known[0] if known else next(iter(placed))
            x, y = (
                placed[anchor][axis] + laid[number][axis] - laid[anchor][axis] for axis in (0, 1)
            )
            placed[number] = _free((x, y), sizes[number], placed, sizes)
    return placed


def _free(
    place: Position, size: Size, taken: Mapping[int, Position], sizes: Mapping[int, Size]
) -> Position:
    """Return the first place from here down where nothing is."""
    x, y = place
    while True:
        lowest = [
            spot[1] + sizes[one].height / 2
            for one, spot in taken.items()
            if _touch((x, y), size, spot, sizes[one])
        ]
        if not lowest:
            return x, y
        y = _up(max(lowest) + ROW_GAP / 2 + size.height / 2)


def _touch(one: Position, size: Size, other: Position, other_size: Size) -> bool:
    gap = COLUMN_GAP / 2
    return (
        abs(one[0] - other[0]) < (size.width + other_size.width) / 2 + gap
        and abs(one[1] - other[1]) < (size.height + other_size.height) / 2 + gap
    )


def _up(value: float) -> int:
    return -GRID * int(-value // GRID)
