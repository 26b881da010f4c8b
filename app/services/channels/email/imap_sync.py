"""Reading one folder: what is new, then what was wanted again, then the past, newest first."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from threading import Event

from app.services.channels.api import Budget, Cursor, FetchResult, RawItem
from app.services.channels.email.imap import ImapSession, Opened
from app.services.channels.email.imap_answers import Busy, Fetched, uid_set
from app.services.channels.email.imap_cursor import Position
from app.services.channels.errors import Transient

TOO_LARGE = 100 << 20
"""Bytes of a message above which only its headers are read."""

NEWS_WINDOW = 64
NEWS_BYTES = 128 << 10
"""A poll asks at once for so many new messages and so many bytes of each (one round trip)."""

LISTED_AT_ONCE = 1000
"""UIDs of the past whose sizes are asked in one go."""

UNKNOWN_SIZE = 50_000


class Batch:
    """The messages of one fetch, within its budget; the first one always fits."""

    def __init__(self, budget: Budget) -> None:
        self._items, self._size = budget.items, budget.size
        self.items: list[RawItem] = []

    @property
    def is_full(self) -> bool:
        """Whether no further message may come in."""
        return self._items <= 0 or self._size <= 0

    @property
    def room(self) -> int:
        """How many further messages may come in, at least one."""
        return max(self._items, 1)

    def fitting(self, listed: Iterable[Fetched]) -> list[Fetched]:
        """Return the first messages that fit, and keep room for them."""
        chosen: list[Fetched] = []
        for each in listed:
            size = UNKNOWN_SIZE if each.size is None else min(each.size, TOO_LARGE)
            something = self.items or chosen
            if self.is_full or (something and size > self._size):
                break
            chosen.append(each)
            self._items -= 1
            self._size -= size
        return chosen


class FolderSync:
    """Reads one folder over one session; the cursor holds all that outlives the session."""

    def __init__(
        self, session: ImapSession, folder: str, *, outgoing: bool, now: Callable[[], datetime]
    ) -> None:
        self._session, self._folder = session, folder
        self._outgoing, self._now = outgoing, now
        self._opened: Opened | None = None
        self._opening = self._expunged = 0
        self._past: list[int] | None = None
        self._block: list[Fetched] = []
        self._low = self._floor = 0

    def fetch(self, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        """Read the next batch.

        Raises:
            ChannelError: what stopped it; the cursor did not move.
            Stopped: `stop` was set while waiting for the server.
        """
        position = Position.read(cursor)
        if position and self._is_same_elsewhere(position):
            return FetchResult((), position.to_cursor(), remote_count=position.exists)
        opened, fresh = self._open(position)
        batch = Batch(budget)
        if position is None or position.uidvalidity != opened.uidvalidity:
            return self._start(position, opened, batch)
        if fresh and self._is_same(position, opened):
            return self._result(position, batch, more=False)
        was_done = position.done
        left = (
            self._take_listed_news(position, batch) if fresh else self._take_news(position, batch)
        )
        if position.want and not stop.is_set():
            self._take_wanted(position, batch)
        if not position.done and not stop.is_set():
            self._take_past(position, batch)
        more = left or not position.done or bool(position.want)
        position.modseq = opened.modseq or 0
        return self._result(position, batch, more=more, finished=position.done and not was_done)

    # --- opening ---------------------------------------------------------------------------

    def _is_same_elsewhere(self, position: Position) -> bool:
        """Ask about a folder that is not open, so that the open one stays open."""
        session = self._session
        settled = position.done and not position.want and position.modseq
        if not settled or session.folder in {None, self._folder} or not session.can("CONDSTORE"):
            return False
        told = session.status(self._folder)
        return (
            told.get("UIDVALIDITY") == position.uidvalidity
            and told.get("MESSAGES") == position.exists
            and told.get("HIGHESTMODSEQ") == position.modseq
        )

    def _open(self, position: Position | None) -> tuple[Opened, bool]:
        """Return what the folder was like when opened, and whether that was just now."""
        session = self._session
        ours = session.folder == self._folder and session.openings == self._opening
        if self._opened is not None and ours:
            return self._opened, False
        known = (position.uidvalidity, position.modseq) if position and position.modseq else None
        self._opened = opened = session.open(self._folder, known)
        self._opening, self._expunged = session.openings, 0
        if position:
            position.exists = max(position.exists - (opened.vanished or 0), 0)
        return opened, True

    def _is_same(self, position: Position, opened: Opened) -> bool:
        """Say whether the server's own count of changes proves that there is nothing to do."""
        settled = position.done and not position.want
        return bool(
            settled
            and opened.modseq
            and opened.modseq == position.modseq
            and opened.exists == position.exists
        )

    def _start(self, before: Position | None, opened: Opened, batch: Batch) -> FetchResult:
        """Begin with the newest messages; `before` is from another life of the folder."""
        position = Position(
            self._folder,
            opened.uidvalidity,
            since=before.since if before else self._now(),
            exists=opened.exists,
            modseq=opened.modseq or 0,
            done=opened.exists == 0,
        )
        self._past, self._block = None, []
        if opened.exists:
            listed = _unique(self._session.newest(min(opened.exists, batch.room)))
            position.high = position.first = max(listed, default=0)
            position.low = position.high + 1
            self._block = [listed[uid] for uid in sorted(listed)]
            self._floor = min(listed, default=1)
            if len(listed) == opened.exists:
                self._past = []
            self._drain(position, batch)
        loss = "uidvalidity" if before else None
        more = not position.done
        return self._result(position, batch, more=more, finished=position.done, loss=loss)

    # --- what is new -----------------------------------------------------------------------

    def _take_news(self, position: Position, batch: Batch) -> bool:
        """Take what came into the open folder; say whether some of it is left."""
        high = position.high
        try:
            found = self._session.news(f"{high + 1}:{high + NEWS_WINDOW}", NEWS_BYTES)
        except Transient as error:
            if self._session.broken or isinstance(error, Busy):
                raise
            return self._take_listed_news(position, batch)  # one of them is damaged
        gone, self._expunged = self._session.expunged - self._expunged, self._session.expunged
        position.exists = max(position.exists - gone, 0)
        news = _unique(each for each in found if each.uid > high and each.body is not None)
        if self._session.exists > position.exists + len(news):
            return self._take_listed_news(position, batch)
        uids = sorted(news)
        chosen = batch.fitting(news[uid] for uid in uids)
        whole = [each for each in chosen if len(each.body or b"") < NEWS_BYTES]
        for each in whole:
            batch.items.append(self._item(position, each, each.body or b""))
        self._read(position, batch, [each for each in chosen if each not in whole], uids)
        return self._advance(position, chosen, uids)

    def _take_listed_news(self, position: Position, batch: Batch) -> bool:
        if not self._session.exists:
            return False
        # "n:*" always names the last message, even when its UID is lower.
        found = self._session.listing(f"{position.high + 1}:*")
        news = _unique(each for each in found if each.uid > position.high)
        uids = sorted(news)
        chosen = batch.fitting(news[uid] for uid in uids)
        self._read(position, batch, chosen, uids)
        return self._advance(position, chosen, uids)

    @staticmethod
    def _advance(position: Position, chosen: Sequence[Fetched], uids: Sequence[int]) -> bool:
        if chosen:
            position.high = chosen[-1].uid
            position.exists += len(chosen)
        return len(chosen) < len(uids)

    # --- what was wanted again, and the past -----------------------------------------------

    def _take_wanted(self, position: Position, batch: Batch) -> None:
        wanted = sorted(set(position.want or ()))
        found = _unique(self._session.listing(uid_set(wanted)))
        there = [uid for uid in wanted if uid in found]
        chosen = batch.fitting(found[uid] for uid in there)
        self._read(position, batch, chosen)
        # What did not come this time either is gone, or will be missed by the next count.
        position.want = there[len(chosen) :]

    def _take_past(self, position: Position, batch: Batch) -> None:
        if self._past is None or self._low != position.low:
            below = f"1:{position.low - 1}"
            self._past = self._session.search("UID", below) if position.low > 1 else []
            self._block = []
        self._drain(position, batch)

    def _drain(self, position: Position, batch: Batch) -> None:
        """Take from the listed block down, then from the next one, as much as fits."""
        self._low = -1  # what was taken is lost when this fails: list afresh then
        while not batch.is_full and (self._block or self._past):
            if not self._block:
                self._list_next(self._past or [])
                continue
            chosen = batch.fitting(reversed(self._block))
            if not chosen:
                break
            known = [each.uid for each in self._block]
            del self._block[-len(chosen) :]
            self._read(position, batch, chosen[::-1], known)
        position.low = self._low = self._lowest_read(position)
        position.done = not self._block and self._past == []

    def _list_next(self, past: list[int]) -> None:
        uids = past[-LISTED_AT_ONCE:]
        del past[-LISTED_AT_ONCE:]
        found = _unique(self._session.listing(uid_set(uids, uids)))
        self._block = [found[uid] for uid in uids if uid in found]

    def _lowest_read(self, position: Position) -> int:
        if self._block:
            return self._block[-1].uid + 1
        if self._past is None:
            return min(self._floor, position.low)
        return self._past[-1] + 1 if self._past else 1

    # --- reading ---------------------------------------------------------------------------

    def _read(
        self,
        position: Position,
        batch: Batch,
        chosen: Sequence[Fetched],
        known: Sequence[int] = (),
    ) -> None:
        """Read the bodies of ascending listed messages into the batch, in one stream."""
        large = [each.uid for each in chosen if (each.size or 0) > TOO_LARGE]
        usual = [each.uid for each in chosen if each.uid not in large]
        bodies = self._unstoppable(self._session.bodies, usual, known)
        bodies |= self._unstoppable(self._session.headers, large, known)
        for each in chosen:
            came = bodies.get(each.uid)
            if came is None or came.body is None:
                position.want = [*(position.want or ()), each.uid]
                continue
            problem = "too_large" if each.uid in large else None
            if came is _UNREADABLE:
                problem = "unreadable"
            batch.items.append(self._item(position, each, came.body, problem))

    def _unstoppable(
        self, read: Callable[[str], list[Fetched]], uids: Sequence[int], known: Sequence[int]
    ) -> dict[int, Fetched]:
        """Read messages; when the server refuses the lot, one by one: one may not stop all."""
        if not uids:
            return {}
        try:
            return _unique(read(uid_set(uids, known)))
        except Transient as error:
            if self._session.broken or isinstance(error, Busy):
                raise
        if len(uids) == 1:
            return {uids[0]: _UNREADABLE}
        found: dict[int, Fetched] = {}
        for uid in uids:
            found |= self._unstoppable(read, [uid], ())
        return found

    def _item(
        self, position: Position, listed: Fetched, body: bytes, problem: str | None = None
    ) -> RawItem:
        received_at = listed.date or position.since
        return RawItem(
            external_id=position.external_id(listed.uid),
            stream=self._folder,
            received_at=received_at,
            data=body,
            outgoing=self._outgoing,
            history=position.is_history(listed.uid, received_at),
            problem=problem,
        )

    def _result(
        self,
        position: Position,
        batch: Batch,
        *,
        more: bool,
        finished: bool = False,
        loss: str | None = None,
    ) -> FetchResult:
        """Return the batch; with all ids there are when the count does not fit or reading ended."""
        exists = self._session.exists
        more = more or bool(position.want)
        ids: frozenset[str] | None = None
        if not more and (finished or exists != position.exists):
            found = self._session.search("ALL") if exists else []
            uids = [uid for uid in found if uid <= position.high]
            position.exists = len(uids)
            ids = frozenset(position.external_id(uid) for uid in uids)
        return FetchResult(
            items=batch.items,
            cursor=position.to_cursor(),
            more=more,
            remote_count=exists,
            remote_ids=ids,
            loss_possible=loss,
        )


_UNREADABLE = Fetched(uid=0, body=b"")


def _unique(found: Iterable[Fetched]) -> dict[int, Fetched]:
    """Return FETCH answers by UID; of a message named twice the first counts."""
    unique: dict[int, Fetched] = {}
    for each in found:
        unique.setdefault(each.uid, each)
    return unique
