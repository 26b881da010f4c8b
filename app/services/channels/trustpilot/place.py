"""Where reading goes on: the newest reviews in rounds, and all of them once a week, slowly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from app.services.channels.api import Cursor, Json

OVERLAP = timedelta(days=14)
"""So far back each round looks again for edits and for what is gone (reference, section 10)."""

SCAN_EVERY = timedelta(days=7)
_MARGIN = timedelta(days=1)


@dataclass(slots=True)
class Seen:
    """A review of the last two weeks.

    Attributes:
        at: when it was written.
        round: the last round that met it.
        items: external ids that were given of it and its answer.
    """

    at: datetime
    round: int
    items: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Place:
    """How far reading is.

    A round goes from page to page, newest first, down to `start`; None for all there is. New
    reviews in between only push others to a later page, where they are known by then.

    Attributes:
        since: when the account was connected.
        newest: when the newest review was written.
        seen: reviews by their id, of the overlap and of the page that is being read.
        scan_page: the next page of the slow reading of everything; 0 when none goes on.
        scan_at: when the last one began; `scan_after`: what changed since then is new to us.
        scan_taken: external ids that were given of its page already.
    """

    since: datetime
    start: datetime | None = None
    newest: datetime | None = None
    page: int = 1
    round: int = 1
    seen: dict[str, Seen] = field(default_factory=dict)
    scan_page: int = 0
    scan_at: datetime | None = None
    scan_after: datetime | None = None
    scan_taken: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, cursor: Cursor | None, now: datetime) -> "Place":
        """Return the place of a cursor; the very beginning without one."""
        told = cursor or {"since": now.isoformat()}
        seen = told.get("seen")
        taken = told.get("scan_taken")
        return cls(
            since=_moment(told.get("since")) or now,
            start=_moment(told.get("start")),
            newest=_moment(told.get("newest")),
            page=_number(told.get("page"), 1),
            round=_number(told.get("round"), 1),
            seen=_seen(seen) if isinstance(seen, Mapping) else {},
            scan_page=_number(told.get("scan_page"), 0),
            scan_at=_moment(told.get("scan_at")),
            scan_after=_moment(told.get("scan_after")),
            scan_taken=_texts(taken),
        )

    def cursor(self) -> Cursor:
        """Return it as plain JSON."""
        return {
            "since": self.since.isoformat(),
            "start": _text(self.start),
            "newest": _text(self.newest),
            "page": self.page,
            "round": self.round,
            "seen": {
                key: [one.at.isoformat(), one.round, *one.items] for key, one in self.seen.items()
            },
            "scan_page": self.scan_page,
            "scan_at": _text(self.scan_at),
            "scan_after": _text(self.scan_after),
            "scan_taken": list(self.scan_taken),
        }

    def meet(self, review: str, at: datetime) -> Seen:
        """Note that this round met a review."""
        known = self.seen.setdefault(review, Seen(at, self.round))
        known.round = self.round
        self.newest = max(self.newest or at, at)
        return known

    def unmet(self) -> list[str]:
        """Return the reviews that this round should have met and did not."""
        if self.start is None:
            return []
        begin = self.start + timedelta(minutes=1)
        return [key for key, one in self.seen.items() if one.round != self.round and one.at > begin]

    def turn_page(self, met: Sequence[str]) -> None:
        """Go on with the next page."""
        self.page += 1
        self._forget(keep=frozenset(met))

    def end_round(self) -> None:
        """Begin the next round at the overlap."""
        self._forget()
        if self.newest is not None:
            self.start = self.newest - OVERLAP
        self.page, self.round = 1, self.round + 1

    def scan(self, now: datetime) -> bool:
        """Tell whether a page of everything is to be read now; begins anew when it is time."""
        begun = self.scan_at or self.since
        if not self.scan_page and self.start is not None and now - begun >= SCAN_EVERY:
            self.scan_page, self.scan_at, self.scan_after = 1, now, begun - _MARGIN
        return bool(self.scan_page)

    def turn_scan(self, *, last: bool) -> None:
        """Go on with the next page of everything."""
        self.scan_page = 0 if last else self.scan_page + 1
        self.scan_taken = []

    def _forget(self, keep: frozenset[str] = frozenset()) -> None:
        if self.newest is not None:
            horizon = self.newest - OVERLAP
            self.seen = {
                key: one for key, one in self.seen.items() if one.at >= horizon or key in keep
            }


def _seen(told: Mapping[str, Json]) -> dict[str, Seen]:
    found = {}
    for key, one in told.items():
        if isinstance(one, Sequence) and len(one) > 1:
            at, number, *items = one
            found[key] = Seen(_moment(at) or datetime.min.replace(tzinfo=UTC),
                              _number(number, 0), [str(item) for item in items])  # fmt: skip
    return found


def _moment(told: Json) -> datetime | None:
    return datetime.fromisoformat(told) if isinstance(told, str) and told else None


def _number(told: Json, default: int) -> int:
    return told if isinstance(told, int) else default


def _texts(told: Json) -> list[str]:
    return [str(one) for one in told] if isinstance(told, list | tuple) else []


def _text(at: datetime | None) -> str:
    return "" if at is None else at.isoformat()
