"""One round of the conversations: which have something new, and how far they were read."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.services.channels.api import Cursor, Json, RawItem
from app.services.channels.bluesky.posts import handle_of
from app.services.channels.bluesky.scan import HISTORY, OPEN_FOR, OVERLAP
from app.services.channels.bluesky.talks import (
    CHATS,
    envelope,
    is_message,
    key_of,
    moment_of,
    person_in,
)
from app.services.channels.kit import Node


class Round:
    """One round over as many fetches as it takes.

    It begins with the list of the conversations that have something newer than `mark`, and reads
    each from its newest message down to there. A message never changes (lexicon: it can only be
    hidden by its reader), so what was taken is not looked at again.
    """

    def __init__(self, since: datetime) -> None:
        self._since = since
        self._mark: datetime | None = None
        self._top: datetime | None = None
        self._seen: dict[str, datetime] = {}
        self._found: dict[str, datetime] = {}
        self.todo: list[Node] = []
        self.page = ""
        self.has_worked = False

    @classmethod
    def of(cls, cursor: Cursor | None, now: datetime) -> "Round":
        """Return the round that a cursor stands for; a new one begins at `now`."""
        told = Node(dict(cursor or {}))
        one = cls(moment_of(told["since"]) or now)
        one._mark, one._top = moment_of(told["mark"]), moment_of(told["top"])
        one._seen, one._found = _times(told["seen"]), _times(told["found"])
        one.todo, one.page = list(told["todo"]), told["page"].text
        one.has_worked = told["worked"].is_true
        return one

    def cursor(self) -> Cursor:
        """Return where the round stands."""
        values: dict[str, Json] = {"since": self._since.isoformat(), "seen": _told(self._seen)}
        if self.has_worked:
            values["worked"] = True
        if self._mark:
            values["mark"] = self._mark.isoformat()
        if self.todo and self._top:
            values |= {
                "todo": [person_in(one) for one in self.todo],
                "page": self.page,
                "top": self._top.isoformat(),
                "found": _told(self._found),
            }
        return values

    @property
    def is_first(self) -> bool:
        """True until a round found something."""
        return self._mark is None

    @property
    def _end(self) -> datetime:
        return self._mark - OVERLAP if self._mark else self._since - HISTORY

    def note(self, convos: Sequence[Node], us: str) -> int:
        """Put on the list what has something new; returns how many that are.

        Only conversations with one other person: in a group strangers would share a ticket.
        """
        fresh = 0
        for convo in convos:
            last = convo["lastMessage"]
            at = moment_of(last["sentAt"])
            others = [one for one in convo["members"] if one["did"].text != us]
            alone = len(list(convo["members"])) == 2 and len(others) == 1
            if not alone or at is None or at < self._end or last["id"].text in self._seen:
                continue
            fresh += 1
            self._top = max(self._top or at, at)
            self.todo.append(_person(convo, others[0]))
        return fresh

    def take(self, messages: Sequence[Node], page: str, most: int, us: str) -> list[RawItem]:
        """Return what is new in a page of the first conversation, and go on to the next page.

        Args:
            page: the token of the next page, "" for none.
            most: so many at most; the rest is taken from the same page again.
        """
        items: list[RawItem] = []
        for place, message in enumerate(messages):
            at = moment_of(message["sentAt"]) or self._since
            if at < self._end:
                page = ""
                break
            name = message["id"].text
            if name in self._seen or name in self._found:
                continue
            if not is_message(message):
                self._found[name] = at
                continue
            if len(items) >= most:
                return items
            before = messages[place + 1]["id"].text if place + 1 < len(messages) else ""
            items.append(self._item(message, at, before, us))
            self._found[name] = at
        self._turn(page if messages and page != self.page else "")
        return items

    def _item(self, message: Node, at: datetime, before: str, us: str) -> RawItem:
        convo = self.todo[0]
        return RawItem(
            key_of(convo["id"].text, message["id"].text),
            CHATS,
            at,
            envelope(message, convo, before),
            outgoing=message["sender"]["did"].text == us,
            history=at < self._since - OPEN_FOR,
        )

    def _turn(self, page: str) -> None:
        self.page = page
        if not page:
            self.leave()
        self._found = self._recent(self._found, self._top)

    def leave(self) -> None:
        """Go on to the next conversation."""
        del self.todo[0]
        self.page = ""

    def restart(self) -> None:
        """Let the round begin anew, at the same mark."""
        self.todo, self.page, self._top = [], "", None

    def finish(self) -> None:
        """End the round: what was on top at its beginning is known now."""
        self._mark = max(filter(None, (self._mark, self._top)), default=None)
        self._seen = self._recent(self._seen | self._found, self._mark)
        self._found, self._top = {}, None
        self.has_worked = True

    @staticmethod
    def _recent(things: Mapping[str, datetime], top: datetime | None) -> dict[str, datetime]:
        return {name: at for name, at in things.items() if top and at >= top - OVERLAP}


def _person(convo: Node, other: Node) -> Node:
    try:
        handle = handle_of(other)
    except ValueError:
        handle = other["did"].text
    return Node(
        {
            "id": convo["id"].text,
            "did": other["did"].text,
            "handle": handle,
            "name": other["displayName"].text,
        }
    )


def _told(times: Mapping[str, datetime]) -> dict[str, Json]:
    return {name: at.isoformat() for name, at in times.items()}


def _times(told: Node) -> dict[str, datetime]:
    raw = told.raw if isinstance(told.raw, Mapping) else {}
    found = {str(name): moment_of(Node(at)) for name, at in raw.items()}
    return {name: at for name, at in found.items() if at}
