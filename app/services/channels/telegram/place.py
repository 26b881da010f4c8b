"""How far the updates of a bot were taken."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.services.channels.api import Cursor, Json
from app.services.channels.kit import Node

RENUMBERS = timedelta(days=6)
"""After a week without updates they get numbers at random, so an older place means nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far the updates were taken.

    Attributes:
        since: when the account was connected.
        offset: number of the next update.
        fetched: when Telegram was last asked; `moved`: when it last gave something.
    """

    since: datetime
    offset: int | None = None
    fetched: datetime | None = None
    moved: datetime | None = None

    @classmethod
    def of(cls, cursor: Cursor | None, now: datetime) -> "Place":
        """Read a cursor."""
        kept = Node(dict(cursor or {}))
        moments = {
            name: kept[name].moment() for name in ("since", "fetched", "moved") if kept[name]
        }
        return cls(**({"since": now} | moments), offset=kept["offset"].number)

    def cursor(self) -> Cursor:
        """Write it."""
        told: dict[str, Json] = {"since": self.since.isoformat(), "offset": self.offset}
        for name, at in (("fetched", self.fetched), ("moved", self.moved)):
            told[name] = at.isoformat() if at else None
        return told

    def start(self, now: datetime) -> int | None:
        """Return the offset to ask from; None for all that is there."""
        stale = self.moved is not None and now - self.moved > RENUMBERS
        return None if stale else self.offset
