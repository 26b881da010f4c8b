"""Finds what is new, changed or gone in a list that tells neither where to go on nor of edits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, TypeAlias

from app.services.channels.api import Json
from app.services.channels.kit import Node

KEPT = 50
"""So many of the newest things of a list are compared with what they were."""


class Mark(NamedTuple):
    """What a thing was: second of its making, hash of its content, how often it changed."""

    at: int
    content: str
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a list as it is now; `content` is short, since cursors hold many."""

    key: str
    at: datetime
    content: str
    node: Node = field(repr=False)

    @property
    def second(self) -> int:
        """When it was made, in seconds since 1970: Graph tells no more."""
        return int(self.at.timestamp())


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a list: its newest things, and that all up to `floor` was taken."""

    known: Mapping[str, Mark] = field(default_factory=dict)
    floor: int = 0

    @classmethod
    def of(cls, node: Node) -> "Seen":
        """Read what `json` gave."""
        told = node["known"].raw
        known = {
            str(key): Mark(int(at), str(content), int(changes))
            for key, (at, content, changes) in (told if isinstance(told, Mapping) else {}).items()
        }
        return cls(known, node["floor"].number or 0)

    def json(self) -> dict[str, Json]:
        """Return it as it stands in a cursor."""
        known: dict[str, Json] = {key: list(mark) for key, mark in self.known.items()}
        return {"known": known, "floor": self.floor}

    @property
    def newest(self) -> int:
        """The second of the newest thing."""
        return max((mark.at for mark in self.known.values()), default=self.floor)

    def has(self, thing: Thing) -> bool:
        """Tell whether a thing was taken before."""
        return thing.key in self.known or thing.second <= self.floor

    def with_taken(self, things: Iterable[tuple[Thing, Mark]], without: Iterable[str]) -> "Seen":
        """Return it after things were taken, without those that are no longer there."""
        known = {**self.known, **{thing.key: mark for thing, mark in things}}
        for key in without:
            known.pop(key, None)
        seconds = sorted((mark.at for mark in known.values()), reverse=True)
        bound = seconds[KEPT - 1] if len(seconds) > KEPT else 0
        dropped = [mark.at for mark in known.values() if mark.at < bound]
        kept = {key: mark for key, mark in known.items() if mark.at >= bound}
        return Seen(kept, max([self.floor, *dropped]))


Part: TypeAlias = "tuple[Sequence[Thing], bool]"
"""Things of a list, and whether they are its last."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at a list showed: what to take, oldest first, and keys that miss from it."""

    taken: Sequence[tuple[Thing, Mark]]
    missing: Sequence[str]
    more: bool


def look(parts: Iterator[Part], seen: Seen, most: int) -> Found:
    """Read a list, newest first, down to what is known, and compare.

    Args:
        most: how many things may be taken.
    """
    read: dict[str, Thing] = {}
    whole = True
    for things, last in parts:
        read |= {thing.key: thing for thing in things}
        whole = last
        if things and seen.has(min(things, key=_order)):
            break
    fresh = [(one, Mark(one.second, one.content)) for one in read.values() if not seen.has(one)]
    changed = [
        (one, Mark(one.second, one.content, was.changes + 1))
        for one in read.values()
        if (was := seen.known.get(one.key)) and was.content != one.content
    ]
    wanted = sorted([*fresh, *changed], key=lambda pair: _order(pair[0]))
    oldest = 0 if whole or not read else min(one.second for one in read.values())
    missing = [key for key, mark in seen.known.items() if key not in read and mark.at > oldest]
    return Found(wanted[:most], sorted(missing), len(wanted) > most)


def _order(thing: Thing) -> tuple[int, str]:
    return thing.second, thing.key
