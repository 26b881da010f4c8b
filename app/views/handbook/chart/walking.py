"""Where a key leads on a chart, and where a dragged box snaps to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.models.rules.handbook import drawing
from app.models.rules.handbook.pages import START, Position, Sop
from app.services.handbook.layout import Size, on_grid

NEAR = 7
"""From this near on a middle snaps to that of another box."""


def along(sop: Sop, number: int, *, back: bool = False) -> int | None:
    """Return the step that an arrow leads to, or comes from."""
    known = {START, *(step.id for step in sop.steps)}
    for way, target in drawing.ways(sop).items():
        if back and target == number and way.source != number:
            return way.source
        if not back and way.source == number and target in known:
            return target
    return None


def beside(places: Mapping[int, Position], number: int, dx: int, dy: int) -> int | None:
    """Return the nearest box in a direction: what lies straight ahead before what lies aside."""
    x, y = places[number]
    found: list[tuple[float, int]] = []
    for other, (x2, y2) in places.items():
        ahead = (x2 - x) * dx + (y2 - y) * dy
        aside = abs((x2 - x) * dy) + abs((y2 - y) * dx)
        if other != number and ahead > 0 and aside <= 3 * ahead:
            found.append((ahead + 2 * aside, other))
    return min(found)[1] if found else None


def in_turn(sop: Sop, number: int | None, by: int) -> int | None:
    """Return the next one in the order of the text, None beyond the ends."""
    order = [START, *(step.id for step in sop.steps)]
    if number not in order:
        return order[0 if by > 0 else -1]
    place = order.index(number) + by
    return order[place] if 0 <= place < len(order) else None


@dataclass(frozen=True, slots=True)
class Snap:
    """Where a box goes to, and the boxes whose column or row it is in."""

    place: Position
    column: int | None = None
    row: int | None = None


def snapped(wanted: tuple[float, float], others: Mapping[int, Position]) -> Snap:
    """Return where a box that is dragged there goes: into line with others, else on the grid."""
    column = _nearest(wanted[0], {number: place[0] for number, place in others.items()})
    row = _nearest(wanted[1], {number: place[1] for number, place in others.items()})
    x = on_grid(wanted[0]) if column is None else others[column][0]
    y = on_grid(wanted[1]) if row is None else others[row][1]
    return Snap((x, y), column, row)


def lined_up(
    places: Mapping[int, Position], numbers: Sequence[int], *, axis: int
) -> dict[int, Position]:
    """Return boxes moved into the column (axis 0) or row (1) of the first."""
    at = places[numbers[0]][axis]
    return {
        number: (at, places[number][1]) if axis == 0 else (places[number][0], at)
        for number in numbers
    }


def spread(
    places: Mapping[int, Position],
    sizes: Mapping[int, Size],
    numbers: Iterable[int],
    *,
    axis: int,
) -> dict[int, Position]:
    """Return boxes with equal room between them, the outermost where they are."""
    order = sorted(numbers, key=lambda number: places[number][axis])
    if len(order) < 3:
        return {number: places[number] for number in order}
    span = places[order[-1]][axis] - places[order[0]][axis]
    inner = sum(sizes[number][axis] for number in order[1:-1])
    ends = (sizes[order[0]][axis] + sizes[order[-1]][axis]) / 2
    gap = (span - inner - ends) / (len(order) - 1)
    moved, at = {}, places[order[0]][axis] + sizes[order[0]][axis] / 2
    for number in order[1:-1]:
        middle = on_grid(at + gap + sizes[number][axis] / 2)
        x, y = places[number]
        moved[number] = (middle, y) if axis == 0 else (x, middle)
        at += gap + sizes[number][axis]
    return moved


def _nearest(at: float, others: Mapping[int, float]) -> int | None:
    near = [(abs(value - at), number) for number, value in others.items()]
    found = min(near, default=(NEAR + 1, 0))
    return found[1] if found[0] <= NEAR else None
