"""Reading a list that is newest first, page by page, down to what was read before."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.services.channels.api import Cursor, Json
from app.services.channels.kit import Node


@dataclass
class Walk:
    """One walk down; the newest thing counts as known only when the walk is at its end.

    Attributes:
        since: when the account was connected.
        newest: the newest id of the walk before.
        top: the newest id of this one.
        page: the platform's token of the page to read, "" for the first.
        done: ids of that page that were given already.
    """

    since: datetime
    newest: int = 0
    top: int = 0
    page: str = ""
    done: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, cursor: Cursor | None, now: datetime) -> "Walk":
        """Return the walk that a cursor stands for; the first begins now."""
        told = Node(dict(cursor or {}))
        return cls(
            told["since"].moment() if told["since"] else now,
            told["newest"].number or 0,
            told["top"].number or 0,
            told["page"].text,
            [one.text for one in told["done"]],
        )

    def cursor(self) -> Cursor:
        """Return where the walk stands."""
        values: dict[str, Json] = {"since": self.since.isoformat(), "newest": self.newest}
        if self.top:
            values |= {"top": self.top, "page": self.page, "done": list(self.done)}
        return values

    def restart(self) -> None:
        """Begin at the first page again: the platform forgot the one we were at."""
        self.page, self.top, self.done = "", 0, []

    def knows(self, things: Sequence[Node]) -> bool:
        """Tell whether something of a page was read in the walk before."""
        return any((one["id"].number or 0) <= self.newest for one in things)

    def take(self, things: Sequence[Node], most: int) -> tuple[list[Node], bool]:
        """Return what is new in a page, at most so many, and whether that is all of it."""
        new = []
        for thing in things:
            number = thing["id"].number or 0
            if number <= self.newest:
                continue
            self.top = max(self.top, number)
            if thing["id"].text not in self.done:
                new.append(thing)
        taken = new[:most]
        self.done += [one["id"].text for one in taken]
        return taken, len(taken) == len(new)

    def turn(self, page: str) -> bool:
        """Go on to the next page; without one the walk is at its end."""
        self.done = []
        self.page = page
        if not page:
            self.newest, self.top = max(self.newest, self.top), 0
        return bool(page)
