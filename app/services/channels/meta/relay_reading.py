"""Taking what waits at the relay as items of a channel: its place, its order, what is set apart."""

import base64
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Event
from typing import TypeAlias

from app.services.channels.api import Budget, Cursor, FetchResult, RawItem
from app.services.channels.errors import ChannelError
from app.services.channels.kit import Node
from app.services.channels.meta.relay import Record, Relay

PACE = timedelta(seconds=30)
HISTORY = timedelta(days=7)

Makes: TypeAlias = Callable[[], RawItem]
"""Makes one item of a webhook; may fetch its file."""


class NotSignedByMetaError(ValueError):
    """Somebody else may have put it at the relay, or the app secret was renewed since."""


class NoJsonError(ValueError):
    """Meta signed it, and yet nobody can read it."""


def refuse_apart(kept: Node) -> None:
    """Refuse to understand what only came in to be seen in quarantine.

    Raises:
        NotSignedByMetaError, NoJsonError: it is that.
    """
    if kept["unsigned"]:
        raise NotSignedByMetaError
    if kept["no_json"]:
        raise NoJsonError


@dataclass(frozen=True, slots=True)
class Place:
    """How far an account is: all of `seq` was taken, and `part` items of webhook `part_of`."""

    since: datetime
    store: str = ""
    seq: int = 0
    part_of: int = 0
    part: int = 0
    full: bool = False

    @classmethod
    def of(cls, cursor: Cursor | None, now: datetime) -> "Place":
        """Read a cursor; without one the account was connected now."""
        if not cursor:
            return cls(now)
        node = Node(cursor)
        return cls(
            node["since"].moment(),
            node["store"].text,
            node["seq"].number or 0,
            node["part_of"].number or 0,
            node["part"].number or 0,
            node["full"].is_true,
        )

    def cursor(self) -> Cursor:
        """Return it as it is kept."""
        return {
            "since": self.since.isoformat(),
            "store": self.store,
            "seq": self.seq,
            "part_of": self.part_of,
            "part": self.part,
            "full": self.full,
        }


def fetch(
    relay: Relay,
    stream: str,
    cursor: Cursor | None,
    budget: Budget,
    stop: Event,
    split: Callable[[Record, Place], Sequence[Makes]],
) -> FetchResult:
    """Do `Channel.fetch`.

    What the cursor is beyond was stored with it, so that is acked first, and nothing else. A
    webhook that Meta did not sign is brought in all the same, to be seen in quarantine.

    Args:
        split: tells what items a webhook holds, always the same ones in the same order.
    """
    place = Place.of(cursor, relay.now())
    if stop.is_set():
        return FetchResult((), place.cursor())
    relay.ack(place.seq, place.store)
    batch = relay.read(place.seq, place.store)
    if batch.store != place.store:
        place = Place(place.since, batch.store, full=place.full)
    gap = "relay_full" if batch.full and not place.full else None
    place = replace(place, full=batch.full)
    taking = _Taking(budget, stop, place)
    whole = all(
        taking.take(record, _set_apart(record, stream) or split(record, place))
        for record in batch.records
    )
    more = not taking.failed and (batch.more or not whole)
    return FetchResult(taking.items, taking.place.cursor(), more, PACE, loss_possible=gap)


def _set_apart(record: Record, stream: str) -> Sequence[Makes]:
    if not record.problem:
        return ()
    name = hashlib.sha256(record.body).hexdigest()[:32]
    data = json.dumps({record.problem: base64.b64encode(record.body).decode()}).encode()
    item = RawItem(
        f"{record.problem}:{name}", stream, record.received_at, data, problem=record.problem
    )
    return (lambda: item,)


class _Taking:
    """Takes items as far as the budget goes, and knows the place behind the last one."""

    def __init__(self, budget: Budget, stop: Event, place: Place) -> None:
        self._room, self._size, self._stop = max(1, budget.items), budget.size, stop
        self._seen: set[str] = set()
        self.items: list[RawItem] = []
        self.place, self.failed = place, False

    def take(self, record: Record, makes: Sequence[Makes]) -> bool:
        """Take what one webhook holds; False when it was not all."""
        taken = self.place.part if self.place.part_of == record.seq else 0
        for make in makes[taken:]:
            if self._room <= 0 or self._size <= 0 or self._stop.is_set():
                return False
            try:
                item = make()
            except ChannelError:
                if not self.items:
                    raise
                self.failed = True  # first store what there is; the next fetch meets it again
                return False
            taken += 1
            self.place = replace(self.place, part_of=record.seq, part=taken)
            if item.external_id not in self._seen:  # Meta sends some things twice
                self._seen.add(item.external_id)
                self.items.append(item)
                self._room -= 1
                self._size -= len(item.data)
        self.place = replace(self.place, seq=record.seq, part_of=0, part=0)
        return True
