"""From public to private as one case: what is said where, and in which order."""

from collections.abc import Collection
from enum import StrEnum


class Line(StrEnum):
    """The lines of a case, in their order."""

    PUBLIC = "public"
    """In public: that we have sent a private message."""
    PRIVATE = "private"
    """The answer itself, which only the customer reads."""
    CLOSING = "closing"
    """In public: that it is settled, for everybody who read the complaint."""


COMPLAINTS = frozenset({"complaint", "complaints"})
"""The type and the category, of the lists as they are shipped, that a complaint has."""


def may(line: Line, done: Collection[Line]) -> bool:
    """Tell whether a line can be written: once, and the closing one after the private one."""
    return line not in done and (line is not Line.CLOSING or Line.PRIVATE in done)


def next_line(done: Collection[Line]) -> Line | None:
    """Return the first line that is left, or None when the case is complete."""
    return next((line for line in Line if line not in done), None)


def belongs_in_private(
    *, public: bool, marks: Collection[str | None], done: Collection[Line]
) -> bool:
    """Tell whether an answer would discuss a complaint in public.

    Args:
        public: everybody can read what is written in this channel.
        marks: type and category of the ticket.
    """
    return public and Line.PRIVATE not in done and not COMPLAINTS.isdisjoint(marks)
