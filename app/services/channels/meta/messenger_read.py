"""Reads the conversations of a Page in Messenger; of each the 20 newest messages can be had."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from app.services.channels.api import Budget, Cursor, FetchResult, Json, Person, RawItem
from app.services.channels.errors import ProtocolChanged
from app.services.channels.http import Http
from app.services.channels.kit import Node, fingerprint
from app.services.channels.meta import media
from app.services.channels.meta.page import READABLE, PageLine

STREAM = "messages"
LOSS = "messenger_20"
TALK_FIELDS = "id,updated_time,link,message_count,participants"
MESSAGE_FIELDS = (
    "id,created_time,from,to,message,"
    "attachments{id,mime_type,name,size,file_url,image_data,video_data},shares,sticker,reply_to"
)
HISTORY = timedelta(days=7)
BACK = timedelta(days=30)
"""So far conversations are brought in at the first look."""

OVERLAP = timedelta(minutes=10)
KEPT = timedelta(days=1)
"""So long it is kept which messages of a quiet conversation were seen."""

PACE, SOON = timedelta(minutes=1), timedelta(seconds=5)
_TALKS_AT_ONCE = 10
"""Meta allows two of these calls in a second, so there is a rest after so many."""


@dataclass(frozen=True, slots=True)
class _Talk:
    """A conversation that has something new."""

    name: str
    updated: int
    count: int
    other: str
    other_name: str
    link: str

    @classmethod
    def of(cls, told: Node) -> "_Talk":
        name, updated, count, other, other_name, link = list(told)
        return cls(
            name.text,
            updated.number or 0,
            count.number or 0,
            other.text,
            other_name.text,
            link.text,
        )

    def json(self) -> list[Json]:
        return [self.name, self.updated, self.count, self.other, self.other_name, self.link]


class _Known(NamedTuple):
    """What was read of a conversation: its last change, how many messages it had, which were seen.

    The change alone would not do: two messages may come within one second.
    """

    updated: int = 0
    messages: int = 0
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """How far the conversations were read; moments in seconds since 1970.

    Attributes:
        newest: the last change of all that was listed.
        looked: when the last round began that was read to its end; 0 before the first.
        begun: when this round did.
        talks: what is known, by conversation.
        queue: those that are still to be read, oldest change first.
    """

    since: datetime
    newest: int = 0
    looked: int = 0
    begun: int = 0
    talks: Mapping[str, _Known] = field(default_factory=dict)
    queue: tuple[_Talk, ...] = ()

    @classmethod
    def of(cls, cursor: Cursor | None, now: datetime) -> "_Place":
        node = Node(cursor)
        told = node["talks"].raw
        talks = {
            str(name): _Known(int(at), int(count), tuple(seen))
            for name, (at, count, seen) in (told if isinstance(told, Mapping) else {}).items()
        }
        newest, looked, begun = (node[name].number or 0 for name in ("newest", "looked", "begun"))
        since = node["since"].moment() if node["since"] else now
        return cls(since, newest, looked, begun, talks, tuple(map(_Talk.of, node["queue"])))

    def cursor(self) -> dict[str, Json]:
        return {
            "since": self.since.isoformat(),
            "newest": self.newest,
            "looked": self.looked,
            "begun": self.begun,
            "talks": {
                name: [one.updated, one.messages, list(one.seen)]
                for name, one in self.talks.items()
            },
            "queue": [one.json() for one in self.queue],
        }


class Reader:
    """Reads the messages of one Page.

    Args:
        files: a session without credentials, for the files of messages.
        window: how long a customer may be answered.
    """

    def __init__(self, line: PageLine, files: Http, now: datetime, window: timedelta) -> None:
        self._line, self._files, self._now, self._window = line, files, now, window
        self._graph = line.graph
        self._second = int(now.timestamp())

    def read(self, cursor: Cursor | None, budget: Budget) -> FetchResult:
        """Read what is new, conversation by conversation, in each oldest first.

        Raises:
            ChannelError: it was refused, or there is no line.
        """
        self._line.me()
        place = _Place.of(cursor, self._now)
        if not place.queue:
            place = self._listed(place)
        items: list[RawItem] = []
        queue, talks = list(place.queue), dict(place.talks)
        lost = full = False
        for talk in place.queue[:_TALKS_AT_ONCE]:
            seen = talks.get(talk.name, _Known()).seen
            messages = self._messages(talk)
            lost = lost or self._is_loss(talk, messages, seen, place)
            taken, full = self._taken(talk, messages, seen, place, items, budget)
            known = {*seen, *taken}
            kept = tuple(mark for one in messages if (mark := _mark(one)) in known)
            if full:  # its change is booked when all of it was taken
                talks[talk.name] = _Known(seen=kept)
                break
            talks[talk.name] = _Known(talk.updated, talk.count, kept)
            queue.remove(talk)
        looked = place.looked if queue else place.begun
        place = replace(place, looked=looked, talks=talks, queue=tuple(queue))
        return FetchResult(
            items,
            place.cursor(),
            more=full,
            next_after=SOON if queue else self._graph.pace(PACE),
            loss_possible=LOSS if lost else None,
            rate=self._graph.rate,
        )

    # --- conversations -----------------------------------------------------------------------

    def _listed(self, place: _Place) -> _Place:
        """Begin a round: see which conversations changed since the last one."""
        first = int((place.since - BACK).timestamp())
        oldest = place.newest - int(OVERLAP.total_seconds()) if place.newest else first
        found: list[_Talk] = []
        newest = place.newest
        for one in self._changed(oldest):
            talk = self._talk(one)
            newest = max(newest, talk.updated)
            known = place.talks.get(talk.name, _Known())
            if (known.updated, known.messages) != (talk.updated, talk.count):
                found.append(talk)
        kept = newest - int(KEPT.total_seconds())
        names = {talk.name for talk in found}
        talks = {
            name: one for name, one in place.talks.items() if one.updated >= kept or name in names
        }
        queue = tuple(sorted(found, key=lambda talk: (talk.updated, talk.name)))
        return replace(place, newest=newest, begun=self._second, talks=talks, queue=queue)

    def _changed(self, oldest: int) -> list[Node]:
        """Return conversations down to a moment; Graph gives those that changed last first."""
        params = {"platform": "messenger", "fields": TALK_FIELDS, "limit": "50"}
        found: list[Node] = []
        for page in self._graph.pages(f"/{self._line.id}/conversations", params):
            found += [one for one in page if self._second_of(one["updated_time"]) >= oldest]
            if page and self._second_of(page[-1]["updated_time"]) < oldest:
                break
        return found

    def _talk(self, one: Node) -> _Talk:
        others = [each for each in one["participants"]["data"] if not self._line.is_us(each)]
        other = others[0] if others else Node(None)
        if not one["id"].text:
            raise ProtocolChanged(server=self._line.host, detail="no id")
        return _Talk(
            one["id"].text,
            self._second_of(one["updated_time"]),
            one["message_count"].number or 0,
            other["id"].text,
            other["name"].text,
            one["link"].text,
        )

    def _second_of(self, told: Node) -> int:
        try:
            return int(told.moment().timestamp())
        except ValueError:
            raise ProtocolChanged(server=self._line.host, detail="no date") from None

    # --- messages ----------------------------------------------------------------------------

    def _messages(self, talk: _Talk) -> list[Node]:
        """Return the messages of a conversation that can be read, newest first.

        Of older ones Graph gives the id at most, or says that they were deleted; they were not.
        """
        params = {"fields": MESSAGE_FIELDS, "limit": str(READABLE)}
        page = self._graph.page(f"/{talk.name}/messages", params)
        return [one for one in page.items if one["id"].text and one["created_time"].text]

    def _is_loss(
        self, talk: _Talk, messages: Sequence[Node], seen: Sequence[str], place: _Place
    ) -> bool:
        """Tell whether more came since the last round than can be read."""
        if not place.looked or len(messages) < READABLE or 0 < talk.count <= len(messages):
            return False
        if any(_mark(one) in seen for one in messages):
            return False
        oldest = min(self._second_of(one["created_time"]) for one in messages)
        return bool(seen) or oldest > place.looked

    def _taken(
        self,
        talk: _Talk,
        messages: Sequence[Node],
        seen: Sequence[str],
        place: _Place,
        items: list[RawItem],
        budget: Budget,
    ) -> tuple[list[str], bool]:
        """Put what is new into `items`; return its marks, and whether the budget ended it."""
        taken: list[str] = []
        for one in reversed(messages):
            if _mark(one) in seen:
                continue
            if items and (
                len(items) >= budget.items or sum(len(item.data) for item in items) >= budget.size
            ):
                return taken, True
            other = Person(talk.other, talk.other_name)
            items.append(self.item(one, other, talk.link, place.since))
            taken.append(_mark(one))
        return taken, False

    def item(self, one: Node, other: Person, link: str, since: datetime) -> RawItem:
        """Return a message as it is kept, with whom it was exchanged and the bytes of its files."""
        at = one["created_time"].moment()
        files = list(one["attachments"]["data"])
        contents = [
            media.fetched(self._files, each, self._line.host, age=self._now - at)
            if media.address_of(each)
            else None
            for each in files
        ]
        kept = {
            "message": one.raw,
            "with": {"id": other.handle, "name": other.name},
            "link": link,
            "until": (at + self._window).isoformat(),
            "files": [media.kept(content) for content in contents],
        }
        return RawItem(
            one["id"].text,
            STREAM,
            min(at, self._now),
            Node(kept).bytes(),
            outgoing=self._line.is_us(one["from"]),
            history=at < since - HISTORY,
            problem="no_file" if None in contents else None,
        )


def _mark(one: Node) -> str:
    """Return a short name for a message; those of Meta are long."""
    return fingerprint(one["id"].text)[:10]
