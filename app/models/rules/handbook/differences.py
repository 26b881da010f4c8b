"""What changed between two wordings of a page: by line, and by word within a line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

CONTEXT = 3
"""Unchanged lines shown round a change."""
_ALIKE = 0.5
_MOST_PAIRS = 900
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


class Mark(StrEnum):
    """What became of a line, or of some words in it; GAP stands for unchanged lines left out."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line, with its number in the old and in the new text, counted from 1; None: not there.

    `left_out`: how many lines a gap stands for; its numbers are those of the first.
    """

    mark: Mark
    pieces: tuple[Piece, ...]
    old: int | None
    new: int | None
    left_out: int = 0

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(piece.text for piece in self.pieces)


def differences(old: str, new: str, *, context: int = CONTEXT) -> tuple[Line, ...]:
    """Return the changed lines with those around them, () when nothing changed.

    Where lines are replaced the old ones come first. One that is much like its new wording has the
    changed words as pieces of their own. Line ends, and whether the last line has one, are no
    change.
    """
    before, after = old.splitlines(), new.splitlines()
    if before == after:
        return ()
    return tuple(_shortened(list(_lines(before, after)), context))


def counted(lines: Iterable[Line]) -> tuple[int, int]:
    """Return how many lines were added and removed."""
    marks = [line.mark for line in lines]
    return marks.count(Mark.ADDED), marks.count(Mark.REMOVED)


# --- how -------------------------------------------------------------------------------------


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, old, old_end, new, new_end in matcher.get_opcodes():
        if kind == "equal":
            for by, text in enumerate(before[old:old_end]):
                yield Line(Mark.SAME, (Piece(Mark.SAME, text),), old + by + 1, new + by + 1)
        else:
            yield from _changed(before[old:old_end], after[new:new_end], old + 1, new + 1)


def _changed(before: Sequence[str], after: Sequence[str], old: int, new: int) -> Iterator[Line]:
    pairs = _pairs(before, after)
    partners = {there: here for here, there in pairs.items()}
    for here, text in enumerate(before):
        other = after[pairs[here]] if here in pairs else None
        yield Line(Mark.REMOVED, _pieces(text, other, Mark.REMOVED), old + here, None)
    for there, text in enumerate(after):
        other = before[partners[there]] if there in partners else None
        yield Line(Mark.ADDED, _pieces(text, other, Mark.ADDED), None, new + there)


def _pairs(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return which lines are wordings of one another, in order; none among very many lines."""
    if len(before) * len(after) > _MOST_PAIRS:
        return {}
    pairs: dict[int, int] = {}
    begin = 0
    for here, text in enumerate(before):
        alike = [(_likeness(text, after[there]), -there) for there in range(begin, len(after))]
        best, there = max(alike, default=(0.0, 0))
        if best >= _ALIKE:
            pairs[here] = -there
            begin = -there + 1
    return pairs


def _likeness(one: str, other: str) -> float:
    return _matcher(one, other).ratio()


def _matcher(one: str, other: str) -> SequenceMatcher[str]:
    return SequenceMatcher(None, _WORD.findall(one), _WORD.findall(other), autojunk=False)


def _pieces(text: str, other: str | None, mark: Mark) -> tuple[Piece, ...]:
    """Return a line in pieces: what its other wording has too, and what only it has."""
    if other is None:
        return (Piece(mark, text),)
    words = _WORD.findall(text)
    pieces: list[Piece] = []
    at = 0
    for begin, _there, size in _matcher(text, other).get_matching_blocks():
        own, shared = "".join(words[at:begin]), "".join(words[begin : begin + size])
        pieces += [Piece(mark, own)] if own else []
        pieces += [Piece(Mark.SAME, shared)] if shared else []
        at = begin + size
    return tuple(pieces)


def _shortened(lines: Sequence[Line], context: int) -> Iterator[Line]:
    near = {
        at + by
        for at, line in enumerate(lines)
        if line.mark is not Mark.SAME
        for by in range(-context, context + 1)
    }
    skipped: list[Line] = []
    for at, line in enumerate(lines):
        if at not in near:
            skipped.append(line)
            continue
        yield from _gap(skipped)
        skipped = []
        yield line
    yield from _gap(skipped)


def _gap(skipped: Sequence[Line]) -> Iterator[Line]:
    """Stand in for lines; a single one takes no more room than a gap."""
    if len(skipped) > 1:
        yield Line(Mark.GAP, (), skipped[0].old, skipped[0].new, len(skipped))
    else:
        yield from skipped
