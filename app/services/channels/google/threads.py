"""Reads the comments of a YouTube channel: newest threads first, then those looked after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Event

from app.services.channels.api import Budget, Cursor, FetchResult, Json, RawItem
from app.services.channels.errors import ProtocolChanged, QuotaExhausted, TargetGone
from app.services.channels.google.comments import (
    COMMENTS,
    HELD,
    edit_of,
    gone_item,
    key_of,
    raw_item,
)
from app.services.channels.google.line import Line
from app.services.channels.google.quota import FOR_ANSWERS, Quota
from app.services.channels.google.seen import Seen, moment
from app.services.channels.kit import Node, answered

PATH = "/youtube/v3"
NAME = "YouTube"
PACE = timedelta(minutes=10)
OVERLAP = timedelta(hours=24)
"""How far below the newest known comment is looked again, for edits and late ones."""

OPEN_FOR = timedelta(days=7)
HISTORY = timedelta(days=365)
"""What is older than these when the account is connected is history, or does not come in."""

PAGE, BY_ID = 100, 50
KEPT, LOOKED_AFTER = 1000, 100
"""Comments that are remembered, and threads that are asked for again when they are off the page."""

MOST_PAGES = 20


@dataclass(frozen=True, slots=True)
class Api:
    """The calls that read, each counted in units."""

    line: Line
    server: str
    quota: Quota

    def get(self, what: str, params: Mapping[str, str], keep: int = FOR_ANSWERS) -> Node:
        """Read something for 1 unit.

        Raises:
            ChannelError: it was refused, or the units are used up.
        """
        self.quota.spend(1, account=self.line.account, server=NAME, keep=keep)
        try:
            return self.line.get(f"{self.server}{PATH}/{what}", params)
        except QuotaExhausted:
            self.quota.used_up()
            raise

    def threads(self, **params: str) -> Node:
        """Read a page of threads."""
        always = {"part": "snippet,replies", "textFormat": "plainText"}
        return self.get("commentThreads", always | params)

    def replies(self, thread: str, *, keep: int = FOR_ANSWERS) -> Iterator[Node]:
        """Read all replies of a thread; it shows five at most itself."""
        params = {"part": "snippet", "parentId": thread, "textFormat": "plainText"}
        page = ""
        for _ in range(MOST_PAGES):
            asked = params | {"maxResults": str(PAGE)} | ({"pageToken": page} if page else {})
            answer = self.get("comments", asked, keep)
            yield from answered(answer, "items", NAME)
            page = answer["nextPageToken"].text
            if not page:
                return


@dataclass(frozen=True, slots=True)
class Known:
    """A thread that is looked after: how many replies it had, and whether one is ours."""

    replies: int
    ours: bool
    at: str

    @classmethod
    def of(cls, told: Node) -> "Known":
        """Read what `value` gave."""
        replies = told["replies"].number
        return cls(-1 if replies is None else replies, told["ours"].is_true, told["at"].text)

    def value(self) -> Json:
        """Return it for a cursor."""
        return {"replies": self.replies, "ours": self.ours, "at": self.at}


class Reading:
    """One fetch of one stream.

    Args:
        me: the id of our own channel.
    """

    def __init__(
        self, api: Api, me: str, stream: str, cursor: Cursor | None, now: datetime
    ) -> None:
        told = Node(dict(cursor or {}))
        self._api, self._me, self._stream, self._now = api, me, stream, now
        self._since = moment(told["since"], now)
        self._mark = told["mark"].text
        self._top = told["top"].text
        self._page = told["page"].text
        self._again = told["again"].is_true
        self._walked = {one.text for one in told["walked"]}
        self._seen = Seen(told["seen"])
        threads = told["threads"].raw
        names = threads if isinstance(threads, Mapping) else ()
        self._threads = {str(one): Known.of(told["threads"][str(one)]) for one in names}
        self._items: list[RawItem] = []
        self._room = 0
        api.quota.learn(told["quota"])

    def look_after(self, threads: Sequence[str]) -> None:
        """Ask for threads that we just answered, wherever they stand."""
        for thread in threads:
            self._threads[thread] = Known(-1, ours=True, at=self._now.isoformat())

    def read(self, budget: Budget, stop: Event) -> FetchResult:
        """Read one page of threads; at the end of the walk also the threads looked after."""
        self._room = max(1, budget.items)
        more = stop.is_set() or (not self._again and self._walk(stop))
        if not more and self._stream == COMMENTS:
            more = self._again = self._look_again(stop)
        if not more:
            self._walked.clear()
        return FetchResult(
            self._items,
            self._cursor(),
            more=more,
            next_after=None if more else PACE,
            rate=self._api.quota.state(),
        )

    def _cursor(self) -> Cursor:
        kept = sorted(
            self._threads, key=lambda one: (self._threads[one].ours, self._threads[one].at)
        )
        threads = {one: self._threads[one].value() for one in kept[-2 * LOOKED_AFTER :]}
        return {
            "since": self._since.isoformat(),
            "mark": self._mark,
            "top": self._top,
            "page": self._page,
            "again": self._again,
            "walked": sorted(self._walked & threads.keys()),
            "seen": self._seen.cursor(),
            "threads": threads,
            "quota": self._api.quota.cursor(),
        }

    # --- from the newest down to where we were -------------------------------------------------

    def _walk(self, stop: Event) -> bool:
        """Take in a page of threads; True when there is more of the walk."""
        try:
            page = self._threads_page()
        except ProtocolChanged:
            if not self._page:
                raise
            # The page is forgotten over there: from the top again, at the usual pace.
            self._page = ""
            return False
        end, reached = self._end(), False
        for thread in answered(page, "items", NAME):
            at = self._began(thread)
            if at < end:
                reached = True
                break
            if not self._take_thread(thread) or stop.is_set():
                return True
            self._walked.add(thread["id"].text)
            self._top = max(self._top, at.isoformat())
        # Not before: a page that is read again would give the same things without end.
        self._seen.keep_newest(KEPT)
        following = page["nextPageToken"].text
        if following and following != self._page and not reached:
            self._page = following
            return True
        self._page, self._mark, self._top = "", max(self._mark, self._top), ""
        return False

    def _threads_page(self) -> Node:
        params = {
            "allThreadsRelatedToChannelId": self._me,
            "order": "time",
            "maxResults": str(min(PAGE, self._room)),
        }
        if self._stream == HELD:
            params["moderationStatus"] = "heldForReview"
        if self._page:
            params["pageToken"] = self._page
        return self._api.threads(**params)

    def _end(self) -> datetime:
        if self._mark and self._stream == COMMENTS:
            return datetime.fromisoformat(self._mark) - OVERLAP
        return self._since - HISTORY

    def _began(self, thread: Node) -> datetime:
        snippet = thread["snippet"]["topLevelComment"]["snippet"]
        return moment(snippet["publishedAt"], self._now)

    # --- one thread --------------------------------------------------------------------------

    def _take_thread(self, thread: Node) -> bool:
        """Take in what is new in a thread; False when not all of it fitted."""
        try:
            name = thread.need("id")
            fresh = [one for one in self._comments(thread) if self._wanted(one)]
        except ValueError as error:
            raise ProtocolChanged(server=NAME, detail="a comment without id") from error
        for comment in fresh[: self._room]:
            self._take(comment, thread)
        left = len(fresh) - self._room
        self._room = max(0, self._room - len(fresh))
        if left > 0:
            return False
        self._remember(name, thread)
        return True

    def _comments(self, thread: Node) -> list[Node]:
        """Return the comments of a thread, the first of it in front."""
        top, shown = thread["snippet"]["topLevelComment"], list(thread["replies"]["comments"])
        if self._stream == HELD:
            return [one for one in (top, *shown) if _is_held(one)]
        count = thread["snippet"]["totalReplyCount"].number or 0
        known = self._threads.get(thread["id"].text)
        if count > len(shown) and (known is None or known.replies != count):
            shown = list(self._api.replies(thread["id"].text))
        # What we wrote under our own video concerns nobody until somebody answers.
        return shown if self._is_ours(top) and not shown else [top, *shown]

    def _wanted(self, comment: Node) -> bool:
        return self._seen.is_new(key_of(comment), edit_of(comment))

    def _take(self, comment: Node, thread: Node) -> None:
        item = raw_item(self._stream, comment, thread, now=self._now, ours=self._is_ours(comment))
        old = item.received_at < self._since - OPEN_FOR
        self._items.append(replace(item, history=old))
        self._seen.take(key_of(comment), edit_of(comment), item.received_at)

    def _remember(self, name: str, thread: Node) -> None:
        began, known = self._began(thread), self._threads.get(name)
        replies = list(thread["replies"]["comments"])
        ours = (known is not None and known.ours) or any(map(self._is_ours, replies))
        if self._stream == COMMENTS and (known or began >= self._since - OPEN_FOR):
            count = thread["snippet"]["totalReplyCount"].number or 0
            at = known.at if known and known.replies == count else self._now.isoformat()
            self._threads[name] = Known(count, ours, at)

    def _is_ours(self, comment: Node) -> bool:
        return comment["snippet"]["authorChannelId"]["value"].text == self._me

    # --- threads looked after ----------------------------------------------------------------

    def _look_again(self, stop: Event) -> bool:
        """Ask for the threads that were not on the pages: a reply does not bring them there."""
        left = [one for one in self._threads if one not in self._walked]
        left.sort(key=lambda one: (self._threads[one].ours, self._threads[one].at), reverse=True)
        for start in range(0, min(len(left), LOOKED_AFTER), BY_ID):
            names = left[start : start + BY_ID]
            found = {one["id"].text: one for one in self._by_id(names)}
            for name in names:
                if stop.is_set() or self._room < 1:
                    return True
                if name not in found:
                    self._gone(name)
                elif not self._take_thread(found[name]):
                    return True
        return False

    def _by_id(self, names: Sequence[str]) -> list[Node]:
        """Return threads; one that is gone may make Google refuse them all."""
        try:
            return list(answered(self._api.threads(id=",".join(names)), "items", NAME))
        except TargetGone:
            if len(names) == 1:
                return []
            half = len(names) // 2
            return [*self._by_id(names[:half]), *self._by_id(names[half:])]

    def _gone(self, name: str) -> None:
        self._threads.pop(name)
        if name in self._seen:
            self._items.append(gone_item(self._stream, name, self._now))
            self._seen.forget(name)
            self._room -= 1


def _is_held(comment: Node) -> bool:
    return comment["snippet"]["moderationStatus"].text in {"heldForReview", ""}
