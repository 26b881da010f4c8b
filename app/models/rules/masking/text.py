"""Takes out of a text what leads to a person, and says what it took out.

What is found first holds: an IBAN is no order number, and a telephone number no postcode.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from app.models.rules.masking import numbers, people, places
from app.models.rules.masking.kinds import PLACEHOLDERS, Found, Kind

_SPREAD = frozenset(
    {Kind.ORDER, Kind.INVOICE, Kind.CUSTOMER, Kind.NUMBER, Kind.PARCEL, Kind.BSN, Kind.PLATE}
)
"""What was found once by the words beside it is masked wherever it stands."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A placeholder that stands at `start` of a masked text, for `original`."""

    kind: Kind
    start: int
    placeholder: str
    original: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without what was masked, and its masks in their order."""

    text: str
    masks: tuple[Mask, ...]


def found(text: str, *, names: Iterable[str] = (), keep: Collection[str] = ()) -> tuple[Found, ...]:
    """Return what is to be masked, in the order of the text; none overlaps another.

    Args:
        names: of the people who have to do with it: the customer, colleagues.
        keep: what stays although it has the form (the firm's own addresses), in any case.
    """
    stays = {one.casefold() for one in keep}
    taken: list[Found] = []
    free = [True] * len(text)
    for one in _all(text, tuple(names)):
        if one.original.casefold() not in stays and all(free[one.start : one.end]):
            free[one.start : one.end] = [False] * (one.end - one.start)
            taken.append(one)
            if one.kind in _SPREAD:
                taken += _again(text, one, free)
    return tuple(sorted(taken, key=_start))


def masked(text: str, what: Iterable[Found], *, language: str = "nl") -> Masked:
    """Return a text with placeholders in a language for what was `found` in it."""
    words = PLACEHOLDERS.get(language, PLACEHOLDERS["nl"])
    pieces: list[str] = []
    masks: list[Mask] = []
    end = length = 0
    for one in what:
        before, placeholder = text[end : one.start], words[one.kind]
        pieces += (before, placeholder)
        masks.append(Mask(one.kind, length + len(before), placeholder, one.original))
        length += len(before) + len(placeholder)
        end = one.end
    return Masked("".join([*pieces, text[end:]]), tuple(masks))


def together(
    title: str, text: str, *, names: Iterable[str] = (), keep: Collection[str] = (),
    language: str = "nl",
) -> tuple[Masked, Masked]:  # fmt: skip
    """Mask a title and its text; what is known by the words beside it in one is in the other."""
    gap = "\n\n"
    start = len(title) + len(gap)
    what = found(f"{title}{gap}{text}", names=names, keep=keep)
    above = [one for one in what if one.start < start]
    below = [
        replace(one, start=one.start - start, end=one.end - start)
        for one in what
        if one.start >= start
    ]
    return masked(title, above, language=language), masked(text, below, language=language)


def mask(
    text: str, *, names: Iterable[str] = (), keep: Collection[str] = (), language: str = "nl"
) -> Masked:
    """Return a text without people: `found` and `masked` in one."""
    return masked(text, found(text, names=names, keep=keep), language=language)


def _all(text: str, names: tuple[str, ...]) -> Iterator[Found]:
    """Yield what could be masked, the surest first."""
    yield from places.links(text)
    yield from places.handles(text)
    yield from places.mails(text)
    for finder in (*numbers.SURE, *places.FINDERS, *numbers.LIKELY):
        yield from finder(text)
    yield from people.known(text, names)
    yield from people.unknown(text)


def _again(text: str, one: Found, free: list[bool]) -> Iterator[Found]:
    for hit in re.finditer(rf"(?<!\w){re.escape(one.original)}(?!\w)", text):
        if all(free[hit.start() : hit.end()]):
            free[hit.start() : hit.end()] = [False] * len(one.original)
            yield Found(one.kind, *hit.span(), hit[0])


def _start(one: Found) -> int:
    return one.start
