"""Reads the comments under the newest posts of an Instagram account.

There is no list of all comments, and none can be asked for what came after a moment. Posts tell how
many comments they have, so those are read whose number changed, and those that are lively.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from app.services.channels.api import Cursor, FetchResult, Json, RawItem
from app.services.channels.errors import (
    InvalidContent,
    PermissionMissing,
    ProtocolChanged,
    TargetGone,
)
from app.services.channels.kit import Node, versioned
from app.services.channels.meta.instagram_parse import COMMENT, GONE, comment_key
from app.services.channels.meta.instagram_reading import HOUR, Reading, entries, second

COMMENTS = "comments"
MEDIA_FIELDS = "id,caption,permalink,timestamp,comments_count"
_WRITTEN = "id,text,timestamp,username,from{id,username},parent_id,hidden"
COMMENT_FIELDS = f"{_WRITTEN},replies{{{_WRITTEN}}}"
PACE = timedelta(minutes=5)
POSTS = 100
"""So many of the newest posts are watched."""

_AT_ONCE = 50
_DEEPEST = 10 * _AT_ONCE
_READS = 20
_CHECKS = 5
_HOT, _WARM = 48 * HOUR, 14 * 24 * HOUR


@dataclass(frozen=True, slots=True)
class Post:
    """What is known of the comments under a post; moments in seconds since 1970.

    Attributes:
        count: how many it said that it had when they were read; -1: to be read again.
        floor: what is older and not in `seen` was taken, or stood too deep to be shown.
    """

    count: int = 0
    asked: int = 0
    floor: int = 0
    seen: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, node: Node) -> "Post":
        """Read what `json` gave."""
        count, asked, floor = (node[name].number or 0 for name in ("count", "asked", "floor"))
        seen = {name: at.number or 0 for name, at in entries(node["seen"]).items()}
        return cls(count, asked, floor, seen)

    def json(self) -> dict[str, Json]:
        """Return it as it stands in a cursor."""
        told: dict[str, Json] = {"count": self.count, "asked": self.asked, "floor": self.floor}
        return told | {"seen": dict(self.seen)}

    def is_due(self, media: Node, now: int) -> bool:
        """Tell whether its comments are read now: their number changed, or they are lively."""
        count = media["comments_count"].number or 0
        if count != self.count:
            return True
        if not count and not self.seen:
            return False
        age = now - max(self.floor, *self.seen.values(), 0)
        wait = 240 if age < _HOT else HOUR if age < _WARM else 24 * HOUR
        return now - self.asked >= wait


@dataclass(frozen=True, slots=True)
class _Shown:
    """A comment as it can be seen; `parent` is the one that it stands under."""

    at: int
    node: Node
    parent: str = ""


class CommentReader(Reading):
    """One fetch of comments."""

    _checks = _CHECKS

    def read(self, cursor: Cursor | None) -> FetchResult:
        """Read what is new, and what is gone.

        Raises:
            ChannelError: it was refused, or there is no line.
        """
        known = {one: Post.of(told) for one, told in entries(self.begin(cursor)["posts"]).items()}
        listed = self._posts()
        posts = {one["id"].text: known.get(one["id"].text, Post()) for one in listed}
        due = [one for one in listed if posts[one["id"].text].is_due(one, self.second)]
        done = 0
        for media in due[:_READS]:
            if self.is_full:
                break
            name = media["id"].text
            posts[name] = self._under(media, posts[name])
            done += posts[name].count >= 0
        kept: dict[str, Json] = {
            name: post.json() for name, post in posts.items() if post != Post()
        }
        return self.end({"posts": kept}, PACE, more=done < len(due))

    def _posts(self) -> list[Node]:
        """Return the newest posts."""
        found: list[Node] = []
        for page in self.graph.pages("/me/media", {"fields": MEDIA_FIELDS, "limit": "50"}):
            found += self.named(page)
            if len(found) >= POSTS:
                break
        return found[:POSTS]

    def _under(self, media: Node, post: Post) -> Post:
        """Take what is new under a post, and what is gone."""
        shown, oldest = self._shown(media, post)
        fresh = sorted(
            (one for one in shown if one not in post.seen and shown[one].at > post.floor),
            key=lambda one: (shown[one].at, one),
        )
        taken = fresh[: self.room]
        for name in taken:
            self._take(shown[name], media)
        whole = len(taken) == len(fresh)
        seen = {name: at for name, at in post.seen.items() if name in shown}
        seen |= {name: shown[name].at for name in taken}
        missing = {name: at for name, at in post.seen.items() if name not in shown}
        deeper = [at for at in missing.values() if at < oldest]
        for name in sorted(missing, key=lambda one: (-missing[one], one)):
            if missing[name] >= oldest and not (whole and self._is_gone(name)):
                seen[name] = missing[name]
        count = media["comments_count"].number or 0
        return Post(count if whole else -1, self.second, max([post.floor, *deeper]), seen)

    def _shown(self, media: Node, post: Post) -> tuple[dict[str, _Shown], int]:
        """Return the comments that can be seen, and the moment before which none can be."""
        asked = {"fields": COMMENT_FIELDS, "limit": str(_AT_ONCE)}
        shown: dict[str, _Shown] = {}
        tops: list[int] = []
        known = False
        for page in self.graph.pages(f"/{media['id'].text}/comments", asked):
            for top in self.named(page):
                name, at = top["id"].text, second(top["timestamp"]) or self.second
                tops.append(at)
                known = known or name in post.seen or at <= post.floor
                shown[name] = _Shown(at, top)
                shown |= self._replies(top["replies"]["data"], name)
            if known or len(tops) >= _DEEPEST:
                break
        full = len(tops) >= _AT_ONCE
        if full and post.seen and not known:
            self.lost = "ig_50_overflow"
        return shown, min(tops) if full else 0

    def _replies(self, replies: Node, top: str) -> dict[str, _Shown]:
        return {
            one["id"].text: _Shown(second(one["timestamp"]) or self.second, one, top)
            for one in replies
            if one["id"].text
        }

    def _take(self, one: _Shown, media: Node) -> None:
        comment = one.node
        written = comment.raw if isinstance(comment.raw, Mapping) else {}
        ours = self.line.is_us(comment["from"] or comment)
        kept = {
            COMMENT: {name: value for name, value in written.items() if name != "replies"},
            "media": {name: media[name].raw for name in ("id", "caption", "permalink")},
            "parent": one.parent,
            "ours": ours,
        }
        self.take(comment_key(comment["id"].text), COMMENTS, one.at, kept, ours=ours)

    def _is_gone(self, name: str) -> bool:
        """Take that a comment is gone, if it is; it may just not be shown."""
        if self._checks <= 0 or not self.room:
            return False
        self._checks -= 1
        try:
            self.graph.get(f"/{name}", {"fields": "id"})
        except TargetGone:
            key = comment_key(name)
            data = Node({GONE: key}).bytes()
            self.items.append(RawItem(versioned(key, GONE), COMMENTS, self.now, data))
            return True
        except (InvalidContent, PermissionMissing, ProtocolChanged):
            return False
        return False
