"""What stands and runs on a drawing already, and what a further arrow would cost there."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.services.handbook.arrows import MARGIN, Arrow, Box, Point, parts_of, side_at

CROSSING, ALONG, STEM, THROUGH = 40.0, 260.0, 60.0, 5000.0


class Line(NamedTuple):
    """An upright or level part of a route that is drawn: where, from, to, and of which arrow."""

    at: float
    low: float
    high: float
    arrow: Arrow


class Ground:
    """The boxes, and the arrows that have been drawn between them so far."""

    def __init__(self, boxes: Mapping[int, Box]) -> None:
        self.boxes = boxes
        self._grown = {number: box.grown(MARGIN) for number, box in boxes.items()}
        self._shrunk = {number: box.grown(-1) for number, box in boxes.items()}
        self._level: list[Line] = []
        self._upright: list[Line] = []
        self._exits: dict[tuple[int, str], int] = {}
        self._entries: set[tuple[int, str]] = set()

    def note(self, arrow: Arrow, points: Sequence[Point]) -> None:
        """Remember a route, so that later ones keep clear of it."""
        for left, top, right, bottom in parts_of(points):
            if left == right:
                self._upright.append(Line(left, top, bottom, arrow))
            else:
                self._level.append(Line(top, left, right, arrow))
        side = side_at(self.boxes[arrow.source], points[0])
        self._exits[arrow.source, side] = self.used(arrow.source, side) + 1
        target = self.boxes.get(arrow.target) if arrow.target is not None else None
        if arrow.target is not None and target is not None:
            self._entries.add((arrow.target, side_at(target, points[-1])))

    def used(self, number: int, side: str) -> int:
        """Return how many arrows leave a side of a box."""
        return self._exits.get((number, side), 0)

    def against(self, arrow: Arrow, exit_side: str, entry_side: str) -> int:
        """Return how often an arrow would meet others that go the other way at its sides."""
        entered = (arrow.source, exit_side) in self._entries
        return entered + (arrow.target is not None and self.used(arrow.target, entry_side) > 0)

    def cost(self, arrow: Arrow, points: Sequence[Point], most: float = float("inf")) -> float:
        """Return what a route costs for what is in its way; counting ends beyond `most`."""
        left, right = min(one[0] for one in points), max(one[0] for one in points)
        top, bottom = min(one[1] for one in points), max(one[1] for one in points)
        near = [
            (number, box)
            for number, box in self._grown.items()
            if left < box[2] and right > box[0] and top < box[3] and bottom > box[1]
        ]
        low, high = top - MARGIN, bottom + MARGIN
        level = [
            one for one in self._level if low < one[0] < high and one[1] < right and one[2] > left
        ]
        low, high = left - MARGIN, right + MARGIN
        upright = [
            one for one in self._upright if low < one[0] < high and one[1] < bottom and one[2] > top
        ]
        cost = 0.0
        for part in parts_of(points):
            if near:
                cost += THROUGH * self._through(arrow, part, near)
            if part.left == part.right:
                cost += _along(arrow, part.left, (part.top, part.bottom), upright, level)
            else:
                cost += _along(arrow, part.top, (part.left, part.right), level, upright)
            if cost >= most:
                break
        return cost

    def crossed(self, arrow: Arrow, spot: Box) -> int:
        """Return how many parts of other arrows run under a spot."""
        level = sum(
            line.arrow is not arrow
            and spot.top < line.at < spot.bottom
            and line.low < spot.right
            and line.high > spot.left
            for line in self._level
        )
        return level + sum(
            line.arrow is not arrow
            and spot.left < line.at < spot.right
            and line.low < spot.bottom
            and line.high > spot.top
            for line in self._upright
        )

    def _through(self, arrow: Arrow, part: Box, near: Sequence[tuple[int, Box]]) -> int:
        left, top, right, bottom = part
        hits = 0
        for number, box in near:
            if left < box[2] and right > box[0] and top < box[3] and bottom > box[1]:
                # An arrow touches its own boxes, and may not run inside them.
                own = number in (arrow.source, arrow.target)
                hits += not own or self._shrunk[number].meets(part.grown(0.1))
        return hits


def _along(
    arrow: Arrow,
    at: float,
    ends: tuple[float, float],
    beside: Sequence[Line],
    across: Sequence[Line],
) -> float:
    low, high = ends[0] + 2, ends[1] - 2
    cost = 0.0
    for line in beside:
        if line[1] < high and line[2] > low and -MARGIN < line[0] - at < MARGIN:
            cost += _beside(line.arrow, arrow)
    for line in across:
        if low < line[0] < high and line[1] + 2 < at < line[2] - 2:
            cost += CROSSING
    return cost


def _beside(one: Arrow, other: Arrow) -> float:
    if one.target is not None and one.target == other.target:
        return STEM if one.source == other.source or one.label or other.label else 0.0
    return STEM * 2 if one.source == other.source else ALONG
