"""Mentions on the web: one account per feed, read politely, filtered by the owner's words."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Event
from typing import ClassVar
from urllib.parse import urljoin, urlsplit, urlunsplit

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    Cursor,
    FetchResult,
    Json,
    Parses,
    RawItem,
    SecretBox,
    Traits,
)
from app.services.channels.errors import (
    ChannelError,
    NotAllowedByPlatform,
    ProtocolChanged,
    TargetGone,
)
from app.services.channels.http import Answer, Http
from app.services.channels.kit import ApiType, Node, fingerprint, setting, versioned
from app.services.channels.rss.feed import SIZE_LIMIT, Entry, Feed, parse_rss, read_feed
from app.services.channels.rss.words import Words
from app.services.channels.setup import Finding, SetupField

STREAM = "entries"
USUAL, SHORTEST, LONGEST = timedelta(hours=1), timedelta(minutes=15), timedelta(days=1)
"""Between two questions: when the feed asks for nothing, at least, and at most."""

HISTORY = timedelta(days=7)
_HOPS = 3
_FULL = 10
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age=(\d{1,9})\b")
_FEED = QT_TRANSLATE_NOOP("probe", "The feed “{title}” can be read: {count} mentions.")
_WORDS = QT_TRANSLATE_NOOP("probe", "{count} of them fit your words.")
_MOVED = QT_TRANSLATE_NOOP("probe", "The feed has moved to {server} and is read there.")
_ANSWERS = QT_TRANSLATE_NOOP(
    "probe", "A mention is answered on its own page: Balie opens it in the browser."
)


@dataclass(frozen=True, slots=True)
class _Place:
    """The cursor: how far we are in the feed, and what to ask for.

    Attributes:
        since: when the account was connected.
        asked: when the feed was last read to its end.
        address: where the feed said that it stands from now on; "" where it always stood.
        minutes: the last pause that it asked for.
        chosen: hash of the words; others make the feed worth reading again.
        seen: hashes of the entries that it holds and that came in, with what they said.
    """

    since: datetime
    asked: datetime | None = None
    address: str = ""
    etag: str = ""
    modified: str = ""
    minutes: int = 0
    chosen: str = ""
    seen: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, cursor: Cursor | None, now: datetime, chosen: str) -> "_Place":
        node = Node(cursor or {})
        since = node["since"].moment() if node["since"] else now
        same = node["chosen"].text == chosen
        return cls(
            since,
            node["asked"].moment() if node["asked"] else None,
            node["address"].text,
            node["etag"].text if same else "",
            node["modified"].text if same else "",
            node["minutes"].number or 0,
            chosen,
            {key: str(value) for key, value in _mapping(node["seen"].raw).items()},
        )

    def cursor(self) -> Cursor:
        return {
            "version": 1,
            "since": self.since.isoformat(),
            "asked": self.asked.isoformat() if self.asked else "",
            "address": self.address,
            "etag": self.etag,
            "modified": self.modified,
            "minutes": self.minutes,
            "chosen": self.chosen,
            "seen": dict(self.seen),
        }

    def conditions(self) -> dict[str, str]:
        """Return the headers that ask for the feed only if it changed (RFC 9110 13.1)."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in told.items() if value}

    def received(self, entry: Entry, now: datetime) -> datetime:
        """Return when an entry came into the feed.

        What was not there when the feed was last read came later, whatever it says of itself.
        """
        if self.is_history(entry) or self.asked is None:
            return min(entry.at or self.since, now)
        return min(max(entry.at or self.asked, self.asked), now)

    def is_history(self, entry: Entry) -> bool:
        if entry.at is None:
            return self.asked is None
        return entry.at < self.since - HISTORY


class _Elsewhere(ChannelError):
    """The feed stands elsewhere, for now or for good; never leaves this module."""

    def __init__(self, location: str, *, lasting: bool) -> None:
        super().__init__()
        self.location, self.lasting = location, lasting


class RssChannel(Channel):
    """The feed of one account."""

    def __init__(self, account: AccountSettings, now: Callable[[], datetime]) -> None:
        self._address = setting(account, "address", account.handle)
        self._name = account.name or (urlsplit(self._address).hostname or "")
        words, without = setting(account, "words"), setting(account, "without")
        self._words = Words(words, without)
        self._chosen = fingerprint(words, without)
        self._now = now
        self._http = Http(now)

    @override
    def streams(self) -> Sequence[str]:
        return [STREAM]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        place = _Place.of(cursor, self._now(), self._chosen)
        if stop.is_set():
            return FetchResult((), place.cursor())
        answer, lasting = self._get(place)
        moved = "" if lasting == self._address else lasting
        if answer.status == 304:
            place = replace(place, asked=self._now(), address=moved)
            return FetchResult((), place.cursor(), next_after=_pause(answer, place.minutes))
        feed = self._feed(answer)
        items, seen, more = self._fresh(feed, place, budget)
        lost = self._lost(feed, place)
        if more:
            cursor = replace(place, seen=seen).cursor()
            return FetchResult(items, cursor, more=True, loss_possible=lost)
        minutes = int((feed.pause or timedelta()).total_seconds() // 60)
        after = replace(
            place,
            asked=self._now(),
            address=moved,
            etag=answer.headers.get("etag", ""),
            modified=answer.headers.get("last-modified", ""),
            minutes=minutes,
            seen=seen,
        )
        pause = _pause(answer, minutes)
        return FetchResult(items, after.cursor(), next_after=pause, loss_possible=lost)

    def _fresh(
        self, feed: Feed, place: _Place, budget: Budget
    ) -> tuple[list[RawItem], dict[str, str], bool]:
        """Return what is new or changed, what has now come in, and whether there is more."""
        now, size = self._now(), 0
        items: list[RawItem] = []
        seen: dict[str, str] = {}
        for entry in filter(self._is_wanted, feed.entries):
            name, mark = _name(entry), entry.version[:16]
            known = place.seen.get(name)
            if known != mark:
                if items and (len(items) >= budget.items or size >= budget.size):
                    return items, {**place.seen, **seen}, True
                items.append(_item(entry, place, mark if known else "", now))
                size += len(entry.data)
            seen[name] = mark
        return items, seen, False

    def _is_wanted(self, entry: Entry) -> bool:
        return self._words.want(entry.title, entry.text, entry.author)

    def _lost(self, feed: Feed, place: _Place) -> str | None:
        """Tell of a gap: of what a full feed held, nothing is left."""
        if self._words or not place.seen or len(feed.entries) < _FULL:
            return None
        left = any(_name(entry) in place.seen for entry in feed.entries)
        return None if left else "feed_overflow"

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            answer, lasting = self._get(_Place(self._now()))
            feed = self._feed(answer)
        except ChannelError as error:
            return [Finding(error.code, ok=False, text=error.text, params=error.params)]
        told = {"title": feed.title or self._name, "count": len(feed.entries)}
        found = [Finding("feed", ok=True, text=_FEED, params=told)]
        if self._words:
            count = sum(map(self._is_wanted, feed.entries))
            found.append(Finding("words", ok=True, text=_WORDS, params={"count": count}))
        if lasting != self._address:
            params = {"server": urlsplit(lasting).hostname or ""}
            found.append(Finding("moved", ok=True, text=_MOVED, params=params))
        return [*found, Finding("answers", ok=True, text=_ANSWERS)]

    @override
    def close(self) -> None:
        self._http.close()

    def _feed(self, answer: Answer) -> Feed:
        kind = answer.headers.get("content-type", "")
        return read_feed(answer.body, kind, self._address, answer.server)

    def _get(self, place: _Place) -> tuple[Answer, str]:
        """Return the feed, and where it says that it stands from now on.

        Raises:
            ChannelError: as `Http.request`; nobody can read it, or it is gone.
        """
        address = lasting = place.address or self._address
        for_good = True
        for _ in range(_HOPS + 1):
            try:
                answer = self._http.request(
                    "GET",
                    address,
                    headers=place.conditions(),
                    size_limit=SIZE_LIMIT,
                    judge=self._judge,
                )
                return answer, lasting
            except _Elsewhere as there:
                target = _followed(address, there.location)
                if not target:
                    break
                address, for_good = target, for_good and there.lasting
                lasting = address if for_good else lasting
        raise ProtocolChanged(server=urlsplit(address).hostname or "", detail="redirect")

    def _judge(self, answer: Answer) -> ChannelError | None:
        status, server = answer.status, answer.server
        if status in {301, 302, 303, 307, 308}:
            location = answer.headers.get("location", "")
            return _Elsewhere(location, lasting=status in {301, 308}) if location else None
        if status in {401, 402, 403, 451}:
            return NotAllowedByPlatform(server=server, detail=f"HTTP {status}")
        if status in {404, 410}:
            return TargetGone(server=server, what=self._name)
        if status < 500 and status not in {408, 425, 429}:
            return ProtocolChanged(server=server, detail=f"HTTP {status}")
        return None


class RssType(ApiType):
    """Feeds: Google Alerts, news, forums, anything in RSS or Atom."""

    kind: ClassVar[str] = "rss"
    traits: ClassVar[Traits] = Traits(
        public=True,
        answers=False,
        attachments=False,
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "A mention cannot be answered from here: it opens in the browser, and you answer on "
            "the page itself.",
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField(
            "address",
            QT_TRANSLATE_NOOP("setup", "Address of the feed"),
            "address",
            required=True,
            help=QT_TRANSLATE_NOOP("setup", "Starts with https:// as a rule."),
        ),
        SetupField(
            "words",
            QT_TRANSLATE_NOOP("setup", "Only with one of these words"),
            help=QT_TRANSLATE_NOOP(
                "setup", "With ; between them. A * at the end stands for any ending. Empty: all."
            ),
        ),
        SetupField(
            "without",
            QT_TRANSLATE_NOOP("setup", "Not with any of these words"),
            help=QT_TRANSLATE_NOOP("setup", "For what has the same name and is not you."),
        ),
    )
    parse: ClassVar[Parses] = staticmethod(parse_rss)
    steps: ClassVar[Sequence[str]] = (
        QT_TRANSLATE_NOOP(
            "setup",
            "Go to google.com/alerts, type the name of your firm between quotation marks, open "
            "“Show options” and choose “Deliver to: RSS feed”.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Click “Create alert”, copy the address of the feed icon behind it, and fill it in "
            "here.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Connect one feed each for your firm, your brands, your people and your products. "
            "Feeds of news pages and forums work the same way.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "It costs nothing. A feed holds only its newest entries, about 20 at Google: what "
            "comes and goes while the computer is off is missed.",
        ),
    )

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        """Return the address of the feed, the same for all ways to write it.

        Raises:
            InvalidValueError: it is none, or holds a password.
        """
        told = values.get("address", "").strip()
        told = re.sub(r"^feed:(?://)?(?=https?://)|^feed:(?=//)", "", told, flags=re.IGNORECASE)
        whole = "https:" + told if told.startswith("//") else told
        whole = whole if "://" in whole else f"https://{whole}"
        wrong = InvalidValueError(value=told, field="address", choices="https://example.nl/feed")
        try:
            parts = urlsplit(whole)
            host, _ = parts.hostname or "", parts.port
        except ValueError:
            raise wrong from None
        if parts.scheme.lower() not in {"http", "https"} or not re.search(r"[.:]", host):
            raise wrong
        if "@" in parts.netloc or not whole.isprintable() or " " in whole:
            raise wrong
        netloc = parts.netloc.lower()
        return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", parts.query, ""))

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        return {**super().discover(values), "address": self.handle(values)}

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> RssChannel:
        return RssChannel(account, self.now)


def _item(entry: Entry, place: _Place, change: str, now: datetime) -> RawItem:
    return RawItem(
        versioned(entry.key, change),
        STREAM,
        place.received(entry, now),
        entry.data,
        history=place.is_history(entry),
    )


def _name(entry: Entry) -> str:
    return fingerprint(entry.key)[:16]


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _followed(address: str, location: str) -> str:
    """Return where a redirect leads; "" unless to https, or within one host that has no more."""
    try:
        target = urljoin(address, location)
        old, new = urlsplit(address), urlsplit(target)
    except ValueError:
        return ""
    same = (new.scheme, new.netloc) == (old.scheme, old.netloc)
    return target if new.scheme == "https" or (same and new.scheme == "http") else ""


def _pause(answer: Answer, minutes: int) -> timedelta:
    """Return when to ask again: as the feed and its server wish, in bounds."""
    found = _MAX_AGE.search(answer.headers.get("cache-control", "").lower())
    fresh = timedelta(seconds=int(found.group(1))) if found else timedelta()
    wanted = max(fresh, timedelta(minutes=min(minutes, 100_000))) or USUAL
    return min(max(wanted, SHORTEST), LONGEST)
