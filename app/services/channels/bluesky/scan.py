"""Reading a feed that is listed newest first: page by page down to where we were."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from app.services.channels.api import Cursor, Json, RawItem
from app.services.channels.kit import Node, fingerprint

OVERLAP = timedelta(minutes=10)
"""How far below the newest known thing is looked again: they do not all come in in order."""

OPEN_FOR = timedelta(days=7)
"""What is older than this when the account is connected comes in as history."""

HISTORY = timedelta(days=365)
"""What is older than this when the account is connected does not come in."""


class Scan:
    """One walk from the newest thing down to `mark`, over as many fetches as it takes.

    A page token only leads on within one walk; where to stop is a moment of the platform's own
    clock, with the ids of what was taken around it.
    """

    def __init__(self, since: datetime) -> None:
        self._since = since
        self._mark: datetime | None = None
        self._seen: dict[str, str] = {}
        self._top: datetime | None = None
        self._found: dict[str, str] = {}
        self._reached = False
        self.page = ""

    @classmethod
    def of(cls, cursor: Cursor | None, now: datetime) -> "Scan":
        """Return the walk that a cursor stands for; a new one begins at `now`."""
        told = Node(dict(cursor or {}))
        scan = cls(_moment(told["since"]) or now)
        scan._mark, scan._top = _moment(told["mark"]), _moment(told["top"])
        scan._seen, scan._found = _times(told["seen"]), _times(told["found"])
        scan.page = told["page"].text
        return scan

    def cursor(self) -> Cursor:
        """Return where the walk stands."""
        values: dict[str, Json] = {"since": self._since.isoformat(), "seen": dict(self._seen)}
        if self._mark:
            values["mark"] = self._mark.isoformat()
        if self.page and self._top:
            values |= {"page": self.page, "top": self._top.isoformat(), "found": dict(self._found)}
        return values

    def restarted(self) -> Cursor:
        """Return the cursor from which the same walk begins again at the top."""
        self.page = ""
        return self.cursor()

    def take(self, things: Sequence[Node]) -> list[Node]:
        """Return what is new in a page."""
        end = self._mark - OVERLAP if self._mark else self._since - HISTORY
        new = []
        for thing in things:
            at, name = _moment(thing["indexedAt"]), _name(thing)
            if at is not None and at < end:
                self._reached = True
                break
            if name not in self._seen and name not in self._found:
                new.append(thing)
            at = at or self._since
            self._top = max(self._top or at, at)
            self._found[name] = at.isoformat()
        return new

    def turn(self, page: str) -> bool:
        """Go on to the next page; at the end of the walk it becomes the known part."""
        self._found = self._recent(self._found, self._top)
        if page and page != self.page and not self._reached:
            self.page, self._top = page, self._top or self._mark or self._since
            return True
        self._mark = max(filter(None, (self._mark, self._top)), default=None)
        self._seen = self._recent(self._seen | self._found, self._mark)
        self.page = ""
        return False

    @staticmethod
    def _recent(things: Mapping[str, str], top: datetime | None) -> dict[str, str]:
        if top is None:
            return {}
        return {
            name: at for name, at in things.items() if datetime.fromisoformat(at) >= top - OVERLAP
        }

    def item(self, stream: str, thing: Node, voices: Mapping[str, Node]) -> RawItem:
        """Return a thing as it is stored: with its author's whole profile, without our reading."""
        raw = dict(thing.raw) if isinstance(thing.raw, Mapping) else {}
        raw.pop("isRead", None)
        voice = voices.get(thing["author"]["did"].text)
        if voice is not None:
            raw["author"] = voice.raw
        at = _moment(thing["indexedAt"]) or self._since
        return RawItem(
            external_id=_name(thing),
            stream=stream,
            received_at=at,
            data=Node(raw).bytes(),
            outgoing=stream == "own",
            history=at < self._since - OPEN_FOR,
        )


def _name(thing: Node) -> str:
    return thing["uri"].text or fingerprint(repr(thing.raw))


def _moment(told: Node) -> datetime | None:
    try:
        return told.moment()
    except ValueError:
        return None


def _times(told: Node) -> dict[str, str]:
    raw = told.raw if isinstance(told.raw, Mapping) else {}
    return {str(name): str(at) for name, at in raw.items()}
