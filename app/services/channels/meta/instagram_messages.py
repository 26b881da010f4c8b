"""Reads the direct messages of an Instagram account.

Conversations tell when they last changed, so only those that changed are read. Of each, Instagram
shows the 20 newest messages.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from app.services.channels.api import Cursor, FetchResult, Json
from app.services.channels.errors import InvalidContent, ProtocolChanged, TargetGone
from app.services.channels.kit import Node, answered, fingerprint, had
from app.services.channels.meta.instagram_parse import DIRECT, direct_key
from app.services.channels.meta.instagram_reading import HOUR, Reading, entries, second

MESSAGES = "messages"
MESSAGE_FIELDS = "id,created_time,from,to,message,attachments,shares,story,reply_to,is_unsupported"
THREAD_FIELDS = f"id,participants,messages{{{MESSAGE_FIELDS}}}"
FIRST = timedelta(days=30)
"""How far back conversations are read the first time."""

PACE = timedelta(minutes=1)
FILE_PATIENCE = timedelta(hours=1)
"""A message whose file cannot be had for so long comes in without it."""

_SHOWN = 20
_READS = 20
_OVERLAP = HOUR


@dataclass(frozen=True, slots=True)
class Thread:
    """How far a conversation was read: until when, and what of the hour before that."""

    updated: str
    last: int
    ids: tuple[str, ...] = ()

    @classmethod
    def of(cls, node: Node) -> "Thread":
        """Read what `json` gave."""
        ids = tuple(one.text for one in node["ids"])
        return cls(node["updated"].text, node["last"].number or 0, ids)

    def json(self) -> dict[str, Json]:
        """Return it as it stands in a cursor."""
        return {"updated": self.updated, "last": self.last, "ids": list(self.ids)}

    def has(self, message: Node, at: int) -> bool:
        """Tell whether a message was taken before."""
        return at <= self.last - _OVERLAP or _short(message["id"].text) in self.ids

    def with_taken(
        self, taken: Sequence[tuple[int, str]], seen: Sequence[tuple[int, str]]
    ) -> "Thread":
        """Return it after messages were taken, of those that it shows."""
        last = max([self.last, *(at for at, _ in taken)])
        known = {*self.ids, *(name for _, name in taken)}
        ids = sorted(name for at, name in seen if name in known and at > last - _OVERLAP)
        return replace(self, last=last, ids=tuple(ids))


class MessageReader(Reading):
    """One fetch of direct messages."""

    _is_first = False

    def read(self, cursor: Cursor | None) -> FetchResult:
        """Read what is new, oldest first within a conversation.

        Raises:
            ChannelError: it was refused, or there is no line.
        """
        place = self.begin(cursor)
        known = {one: Thread.of(told) for one, told in entries(place["threads"]).items()}
        self._is_first = not place["floor"]
        floor = place["floor"].number or int((self.since - FIRST).timestamp())
        changed, newest = self._changed(known, floor)
        more = len(changed) > _READS
        for thread in changed[:_READS]:
            if self.is_full:
                more = True
                break
            name = thread["id"].text
            known[name] = self._thread(thread, known.get(name, Thread("", floor)))
            more = more or known[name].updated != thread["updated_time"].text
        if not more:
            floor = max(floor, newest)
            known = {
                name: one
                for name, one in known.items()
                if second(Node(one.updated)) > floor - _OVERLAP
            }
        kept: dict[str, Json] = {"threads": {name: one.json() for name, one in known.items()}}
        if not (more and self._is_first):
            kept["floor"] = floor
        return self.end(kept, PACE, more=more)

    def _changed(self, known: Mapping[str, Thread], floor: int) -> tuple[list[Node], int]:
        """Return the conversations that changed, the longest ago first, and the last change."""
        asked = {"platform": "instagram", "fields": "id,updated_time", "limit": "50"}
        found: list[Node] = []
        newest = 0
        for page in self.graph.pages("/me/conversations", asked):
            times = [second(one["updated_time"]) for one in self.named(page)]
            newest = max([newest, *times])
            found += [one for one, at in zip(page, times, strict=True) if at > floor - _OVERLAP]
            if times and min(times) <= floor - _OVERLAP:
                break
        changed = [one for one in reversed(found) if not _is_same(one, known)]
        return changed, min(newest, self.second)

    def _thread(self, thread: Node, was: Thread) -> Thread:
        """Take what is new in a conversation."""
        told = self.graph.get(f"/{thread['id'].text}", {"fields": THREAD_FIELDS})
        shown = sorted(
            self.named(list(answered(told["messages"], "data", self.graph.host))),
            key=lambda one: second(one["created_time"]),
        )
        times = [second(one["created_time"]) for one in shown]
        fresh = [place for place, one in enumerate(shown) if not was.has(one, times[place])]
        if not self._is_first and len(fresh) == len(shown) >= _SHOWN:
            self.lost = "ig_20_overflow"
        taken = []
        for place in fresh:
            if self.is_full:
                break
            before = shown[place - 1]["id"].text if place else ""
            self.take_message(shown[place], told["participants"], before)
            taken.append(place)
        seen = [(at, _short(one["id"].text)) for at, one in zip(times, shown, strict=True)]
        after = was.with_taken([seen[place] for place in taken], seen)
        whole = len(taken) == len(fresh)
        return replace(after, updated=thread["updated_time"].text if whole else "")

    def take_message(self, message: Node, people: Node, before: str = "") -> None:
        """Take one message; of what is older than the newest, Graph may show nothing any more."""
        if not message["from"]:
            try:
                message = self.graph.get(f"/{message['id'].text}", {"fields": MESSAGE_FIELDS})
            except (InvalidContent, ProtocolChanged, TargetGone):
                return
        everybody = [message["from"], *message["to"]["data"], *people["data"]]
        other = next((one for one in everybody if one and not self.line.is_us(one)), Node({}))
        at = second(message["created_time"])
        ours = self.line.is_us(message["from"])
        files, problem = self._files(message, at)
        kept = {
            DIRECT: message.raw,
            "other": other.raw,
            "before": before,
            "ours": ours,
            "files": files,
        }
        key = direct_key(message["id"].text)
        self.take(key, MESSAGES, at, kept, ours=ours, problem=problem)

    def _files(self, message: Node, at: int) -> tuple[list[dict[str, Json]], str | None]:
        """Return the files of a message, and why some are missing: their addresses end."""
        files: list[dict[str, Json]] = []
        problem = None
        waits = self.second - at < FILE_PATIENCE.total_seconds()
        for one in message["attachments"]["data"]:
            data = had(partial(self.line.file, _url(one)), waits=waits)
            held = None if data is None else base64.b64encode(data).decode()
            files.append({"id": one["id"].text, "mime": _mime(one), "data": held})
            problem = problem or ("no_file" if data is None else None)
        return files, problem


def _is_same(thread: Node, known: Mapping[str, Thread]) -> bool:
    was = known.get(thread["id"].text)
    return was is not None and was.updated == thread["updated_time"].text


def _url(attachment: Node) -> str:
    told = attachment["image_data"]["url"] or attachment["video_data"]["url"]
    return told.text or attachment["file_url"].text


def _mime(attachment: Node) -> str:
    if told := attachment["mime_type"].text:
        return told
    if attachment["image_data"]:
        return "image/jpeg"
    return "video/mp4" if attachment["video_data"] else ""


def _short(name: str) -> str:
    """Return a name for a message in the cursor: Graph's own have two hundred characters."""
    return fingerprint(name)[:12]
