"""Reads the two streams of a Mastodon account: what mentions us, and what we wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.services.channels.api import Budget, Cursor, FetchResult, Json, RawItem
from app.services.channels.errors import ProtocolChanged, TargetGone
from app.services.channels.kit import Node, versioned
from app.services.channels.mastodon.files import fetched, with_files
from app.services.channels.mastodon.line import Line
from app.services.channels.mastodon.parse import GONE, key_of, partner

MENTIONS, OWN = "mentions", "statuses"
HISTORY = timedelta(days=7)
KEPT = 40
"""So many of the newest things are looked at again for changes, since Mastodon tells of none."""

_PAGE = {MENTIONS: 80, OWN: 40}
_PACE = {MENTIONS: timedelta(minutes=1), OWN: timedelta(minutes=2)}
_CHECKS = 5
"""Requests that one fetch may make to see whether something is really gone."""


@dataclass(frozen=True, slots=True)
class _Place:
    """How far a stream was read: `seen` has key and last edit of the newest things by their id."""

    since: datetime
    last: str
    seen: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, cursor: Cursor | None, now: datetime) -> "_Place":
        node = Node(cursor)
        known = node["seen"].raw
        seen = {
            name: (node["seen"][name]["key"].text, node["seen"][name]["edit"].text)
            for name in (known if isinstance(known, Mapping) else ())
        }
        since = node["since"].moment() if node["since"] else now
        return cls(since, node["last"].text or "0", seen)

    def cursor(self) -> dict[str, Json]:
        newest = sorted(self.seen, key=_order)[-KEPT:]
        seen = {name: {"key": self.seen[name][0], "edit": self.seen[name][1]} for name in newest}
        return {"since": self.since.isoformat(), "last": self.last, "seen": seen}


@dataclass(frozen=True, slots=True)
class _Stream:
    """One of the two lists, and what is asked of it."""

    line: Line
    name: str

    def page(self, **params: str) -> list[Node]:
        """Return a page, checked to be of things with an id."""
        if self.name == MENTIONS:
            path = "/api/v1/notifications"
            asked = {"types[]": "mention", "include_filtered": "true", **params}
        else:
            path = f"/api/v1/accounts/{self.line.me()['id'].text}/statuses"
            asked = {"exclude_reblogs": "true", **params}
        page = self.line.page(path, asked)
        if not all(one["id"].text for one in page):
            raise ProtocolChanged(server=self.line.server, detail="no id")
        return page

    def status(self, one: Node) -> Node:
        return one["status"] if self.name == MENTIONS else one

    def concerns(self, one: Node) -> bool:
        """Tell whether it is a mention, or written by us to somebody."""
        if self.name == MENTIONS:
            return one["type"].text == "mention" and bool(one["status"])
        return bool(one["mentions"])

    def key(self, one: Node) -> str:
        status = self.status(one)
        other = partner(one) if self.name == OWN else status["account"]["acct"].text.lower()
        return key_of(other, status["id"].text)

    def item(self, one: Node, at: datetime, place: _Place, now: datetime) -> RawItem:
        """Return a thing as it is kept, with the files that others sent since we are here.

        Raises:
            ChannelError: a file may come later.
        """
        status, history = self.status(one), at < place.since - HISTORY
        files: dict[str, Json] = {}
        problem = None
        if self.name == MENTIONS and not history:
            files, problem = fetched(self.line, status, now - at)
        return RawItem(
            versioned(f"{self.name}/{one['id'].text}", status["edited_at"].text),
            self.name,
            at,
            with_files(one, files).bytes(),
            outgoing=self.name == OWN,
            history=history,
            problem=problem,
        )

    def gone(self, name: str, key: str, now: datetime) -> RawItem:
        data = Node({GONE: key}).bytes()
        external_id = versioned(f"{self.name}/{name}", GONE)
        return RawItem(external_id, self.name, now, data, outgoing=self.name == OWN)


def read(
    line: Line, name: str, cursor: Cursor | None, budget: Budget, now: datetime
) -> FetchResult:
    """Read what is new, oldest first; when nothing is, what changed among the newest."""
    stream, place, most = _Stream(line, name), _Place.of(cursor, now), budget.items
    limit = max(1, min(_PAGE[name], most))
    page = stream.page(min_id=place.last, limit=str(limit))
    if not page:
        return _changed(stream, place, most, now)
    seen, items, last, size = dict(place.seen), [], place.last, 0
    for one in sorted(page, key=lambda each: _order(each["id"].text)):
        if size >= budget.size:
            break
        last = one["id"].text
        if stream.concerns(one):
            items.append(stream.item(one, _moment(one["created_at"], now), place, now))
            seen[last] = _seen(stream, one)
            size += len(items[-1].data)
    further = _Place(place.since, last, seen)
    return FetchResult(items, further.cursor(), more=True, rate=line.rate)


def _changed(stream: _Stream, place: _Place, most: int, now: datetime) -> FetchResult:
    """Look at the newest things again: Mastodon tells a reader of neither edits nor deletions."""
    seen = dict(place.seen)
    items: list[RawItem] = []
    more = False
    if seen:
        page = stream.page(limit=str(KEPT))
        there = [one for one in page if stream.concerns(one)]
        changed = [
            one
            for one in there
            if one["id"].text in seen and _seen(stream, one) != seen[one["id"].text]
        ]
        for one in changed[:most]:
            seen[one["id"].text] = _seen(stream, one)
            edited = _moment(stream.status(one)["edited_at"], now)
            items.append(stream.item(one, edited, place, now))
        more = len(changed) > most
        for name in _missing(page, there, seen)[: min(_CHECKS, max(0, most - len(items)))]:
            key, _ = seen.pop(name)
            if _is_gone(stream.line, key):
                items.append(stream.gone(name, key, now))
    return FetchResult(
        items,
        _Place(place.since, place.last, seen).cursor(),
        more=more,
        next_after=_PACE[stream.name],
        rate=stream.line.rate,
    )


def _missing(page: Sequence[Node], there: Sequence[Node], seen: Mapping[str, object]) -> list[str]:
    """Return what should stand on the page and is not there as it was."""
    names = {one["id"].text for one in there}
    full = len(page) >= KEPT
    oldest = min(_order(one["id"].text) for one in page) if full else _order("")
    return [name for name in seen if name not in names and _order(name) > oldest]


def _is_gone(line: Line, key: str) -> bool:
    """Tell whether a status is gone; its notification may just have been cleared away."""
    try:
        line.node(f"/api/v1/statuses/{key.rpartition(':')[2]}")
    except TargetGone:
        return True
    return False


def _seen(stream: _Stream, one: Node) -> tuple[str, str]:
    return stream.key(one), stream.status(one)["edited_at"].text


def _order(name: str) -> tuple[int, str]:
    """Return by what ids are put in order; they are numbers that may be longer than any."""
    return len(name), name


def _moment(told: Node, now: datetime) -> datetime:
    try:
        return min(told.moment(), now)
    except ValueError:
        return now
