"""Reads a Facebook Page: comments under watched posts, visitors' posts, tags, recommendations.

There is no list of all comments of a Page, so each post has to be asked; which ones, and how often,
is the rule of `Post`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from app.services.channels.api import Budget, Cursor, FetchResult, Json, RawItem
from app.services.channels.errors import (
    InvalidContent,
    PermissionMissing,
    ProtocolChanged,
    TargetGone,
)
from app.services.channels.kit import Node, versioned
from app.services.channels.meta.common import last_part
from app.services.channels.meta.facebook_parse import (
    COMMENT,
    GONE,
    POST,
    RATING,
    comment_key,
    content_of,
    post_key,
    rating_key,
)
from app.services.channels.meta.page import PageLine
from app.services.channels.meta.scan import Mark, Seen, Thing, look

COMMENTS, VISITORS, TAGGED, RATINGS = "comments", "visitor_posts", "tagged", "ratings"
STREAMS = (COMMENTS, VISITORS, RATINGS, TAGGED)
COMMENT_FIELDS = (
    "id,message,from{id,name},created_time,parent{id},permalink_url,can_comment,"
    "can_reply_privately,private_reply_conversation,is_hidden,comment_count,attachment,message_tags"
)
POST_FIELDS = (
    "id,message,story,from{id,name},created_time,updated_time,permalink_url,"
    "attachments{media_type,media,url}"
)
LIST_FIELDS = "id,message,story,created_time,updated_time,permalink_url,is_published"
RATING_FIELDS = (
    "has_rating,rating,recommendation_type,review_text,created_time,reviewer{id,name},"
    "open_graph_story{id}"
)
HISTORY = timedelta(days=7)
FRESH, ALIVE = timedelta(days=14), timedelta(days=30)
"""A post is watched so long after it was made, or after its last comment."""

HOT = timedelta(days=2)
"""So long after its last comment a post is asked every time, and then every hour."""

PACE, RARE = timedelta(minutes=3), timedelta(hours=1)
_POSTS_AT_ONCE = 20
_CHECKS = 5
"""Requests that one fetch may make to see whether something is really gone."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post under which comments are looked for; moments in seconds since 1970.

    Attributes:
        updated: what Graph says of its last change, a comment included.
        asked: when its comments were read last; `told`: what `updated` was then.
        gone: Graph said so then. What is known is kept, since it may be wrong for a while.
    """

    made: int
    updated: int
    own: bool
    about: str
    asked: int = 0
    told: int = 0
    gone: bool = False
    seen: Seen = field(default_factory=Seen)

    @classmethod
    def of(cls, node: Node) -> "Post":
        """Read what `json` gave."""
        made, updated, asked, told = (
            node[name].number or 0 for name in ("made", "updated", "asked", "told")
        )
        own, gone, about = node["own"].is_true, node["gone"].is_true, node["about"].text
        return cls(made, updated, own, about, asked, told, gone, Seen.of(node["seen"]))

    def json(self) -> dict[str, Json]:
        """Return it as it stands in a cursor."""
        return {
            "made": self.made,
            "updated": self.updated,
            "own": self.own,
            "about": self.about,
            "asked": self.asked,
            "told": self.told,
            "gone": self.gone,
            "seen": self.seen.json(),
        }

    @property
    def _lively(self) -> int:
        return max(self.made, self.updated, self.seen.newest)

    def is_watched(self, now: int) -> bool:
        """Tell whether its comments are looked for at all."""
        fresh, alive = now - FRESH.total_seconds(), now - ALIVE.total_seconds()
        return self.made >= fresh or self._lively >= alive

    def is_due(self, now: int) -> bool:
        """Tell whether its comments are looked for this time."""
        hot = now - max(self.made, self.seen.newest) <= HOT.total_seconds()
        return (
            (hot and not self.gone)
            or self.updated != self.told
            or now - self.asked >= RARE.total_seconds()
        )


@dataclass(frozen=True, slots=True)
class _Round:
    """How far the comments were read: the posts, and which of them are still to be asked."""

    since: datetime
    listed: int = 0
    posts: Mapping[str, Post] = field(default_factory=dict)
    queue: tuple[str, ...] = ()

    @classmethod
    def of(cls, cursor: Cursor | None, now: datetime) -> "_Round":
        node = Node(cursor)
        told = node["posts"].raw
        posts = {str(name): Post.of(Node(one)) for name, one in _items(told)}
        queue = tuple(one.text for one in node["queue"] if one.text in posts)
        return cls(_since(node, now), node["listed"].number or 0, posts, queue)

    def cursor(self) -> dict[str, Json]:
        return {
            "since": self.since.isoformat(),
            "listed": self.listed,
            "posts": {name: post.json() for name, post in self.posts.items()},
            "queue": list(self.queue),
        }


@dataclass(frozen=True, slots=True)
class _List:
    """A list of things of one kind: an edge of the Page, or the comments `on` a post."""

    stream: str
    kind: str
    since: datetime
    owner: str
    on: Mapping[str, Json] | None = None

    @property
    def params(self) -> dict[str, str]:
        """What it is asked with."""
        if self.kind != COMMENT:
            fields = RATING_FIELDS if self.kind == RATING else POST_FIELDS
            return {"fields": fields, "limit": "50"}
        # Without "stream" Meta leaves out the answers to comments, and says nothing of it.
        order = {"filter": "stream", "order": "reverse_chronological"}
        return {**order, "fields": COMMENT_FIELDS, "limit": "50"}

    def key(self, node: Node) -> str:
        """Return the key of one of its things."""
        if self.kind == COMMENT:
            return comment_key(self.owner, node["id"].text)
        return rating_key(node) if self.kind == RATING else post_key(node["id"].text)


class Reader:
    """Reads the streams of one Page."""

    def __init__(self, line: PageLine, now: datetime) -> None:
        self._line, self._now = line, now
        self._graph = line.graph
        self._second = int(now.timestamp())
        self._checks = _CHECKS

    def read(self, stream: str, cursor: Cursor | None, budget: Budget) -> FetchResult:
        """Read what is new or changed in a stream, oldest first.

        Raises:
            ChannelError: it was refused, or there is no line.
        """
        self._line.me()  # with the token of a person Meta shows empty lists and no error
        most = max(1, budget.items)
        if stream == COMMENTS:
            return self._comments(_Round.of(cursor, self._now), most)
        return self._edge(stream, Node(cursor), most)

    # --- one list ----------------------------------------------------------------------------

    def _edge(self, stream: str, cursor: Node, most: int) -> FetchResult:
        since, seen = _since(cursor, self._now), Seen.of(cursor["seen"])
        one = _List(stream, RATING if stream == RATINGS else POST, since, self._line.id)
        items: list[RawItem] = []
        more = False
        try:
            items, seen, more = self._look(one, seen, most)
        except (InvalidContent, PermissionMissing, TargetGone):
            if stream == VISITORS:  # needs no other right than comments do
                raise
        return FetchResult(
            items,
            {"since": since.isoformat(), "seen": seen.json()},
            more,
            self._graph.pace(PACE if stream == VISITORS else RARE),
            rate=self._graph.rate,
        )

    def _look(self, one: _List, seen: Seen, most: int) -> tuple[list[RawItem], Seen, bool]:
        """Return what is new, changed or gone in a list, what is known then, and if there is more.

        Raises:
            TargetGone: the post of the list is.
        """
        parts = self._graph.parts(f"/{one.owner}/{one.stream}", one.params)
        read = (([self._thing(one, node) for node in part.items], not part.next) for part in parts)
        found = look(read, seen, most)
        items = [self._item(one, thing, mark) for thing, mark in found.taken]
        checks = min(self._checks, most - len(items)) if one.kind != RATING else 0
        checked = found.missing[:checks]
        self._checks -= len(checked)
        items += [self._gone_item(one.stream, key) for key in checked if self._is_gone(key)]
        return items, seen.with_taken(found.taken, checked), found.more

    def _thing(self, one: _List, node: Node) -> Thing:
        if one.kind != RATING and not node["id"].text:
            raise ProtocolChanged(server=self._line.host, detail="no id")
        try:
            made = node["created_time"].moment()
        except ValueError:
            raise ProtocolChanged(server=self._line.host, detail="no date") from None
        return Thing(one.key(node), made, content_of(one.kind, node)[:8], node)

    def _item(self, one: _List, thing: Thing, mark: Mark) -> RawItem:
        version = f"{mark.changes}.{mark.content}" if mark.changes else ""
        return RawItem(
            versioned(f"{one.stream}/{thing.key}", version),
            one.stream,
            min(thing.at, self._now),
            Node({one.kind: thing.node.raw, "on": one.on}).bytes(),
            outgoing=self._line.is_us(thing.node["from"]),
            history=thing.at < one.since - HISTORY,
        )

    def _gone_item(self, stream: str, key: str) -> RawItem:
        external_id = versioned(f"{stream}/{key}", GONE)
        return RawItem(external_id, stream, self._now, Node({GONE: key}).bytes())

    def _is_gone(self, key: str) -> bool:
        """Tell whether a thing is gone; the list may just not show it at the moment."""
        try:
            self._graph.get(f"/{key.partition(':')[2]}", {"fields": "id"})
        except TargetGone:
            return True
        return False

    # --- comments ----------------------------------------------------------------------------

    def _comments(self, place: _Round, most: int) -> FetchResult:
        if not place.queue:
            place = self._listed(place)
        posts, queue = dict(place.posts), list(place.queue)
        items: list[RawItem] = []
        for name in place.queue[:_POSTS_AT_ONCE]:
            if len(items) >= most:
                break
            got, posts[name], more = self._under(name, posts[name], place.since, most - len(items))
            items += got
            if more:
                break
            queue.remove(name)
        place = replace(place, posts=posts, queue=tuple(queue))
        pace = self._graph.pace(PACE)
        return FetchResult(items, place.cursor(), bool(queue), pace, rate=self._graph.rate)

    def _under(
        self, name: str, post: Post, since: datetime, most: int
    ) -> tuple[list[RawItem], Post, bool]:
        """Return what is new under a post, the post as it is then, and if there is more."""
        on: dict[str, Json] = {"id": name, "own": post.own, "about": post.about}
        items: list[RawItem] = []
        seen, more, gone = post.seen, False, False
        try:
            items, seen, more = self._look(_List(COMMENTS, COMMENT, since, name, on), seen, most)
        except TargetGone:
            gone = True
        if more:
            return items, replace(post, seen=seen), True
        done = replace(post, seen=seen, asked=self._second, told=post.updated, gone=gone)
        return items, done, False

    def _listed(self, place: _Round) -> _Round:
        """Begin a round: see which posts there are, and which are due."""
        whole = self._second - place.listed >= RARE.total_seconds()
        posts = dict(place.posts)
        for edge, own in (("published_posts", True), (VISITORS, False)):
            for one in self._posts(edge, whole=whole):
                name = one["id"].text
                known = posts.get(name) or Post(0, 0, own, "")
                made = _second_of(one["created_time"], 0)
                posts[name] = replace(
                    known,
                    made=made,
                    updated=_second_of(one["updated_time"], made),
                    about=" ".join((one["message"].text or one["story"].text).split())[:80],
                )
        posts = {name: post for name, post in posts.items() if post.is_watched(self._second)}
        due = sorted(name for name, post in posts.items() if post.is_due(self._second))
        listed = self._second if whole else place.listed
        return _Round(place.since, listed, posts, tuple(due))

    def _posts(self, edge: str, *, whole: bool) -> Iterator[Node]:
        """Give the posts of a list, once an hour all of them: those of the Page stand by rank."""
        params = {"fields": LIST_FIELDS, "limit": "100" if whole else "25"}
        oldest = self._second - ALIVE.total_seconds()
        for page in self._graph.pages(f"/{self._line.id}/{edge}", params):
            yield from (one for one in page if last_part(one["id"].text))
            old = all(_second_of(one["updated_time"], 0) < oldest for one in page)
            if not whole or (edge == VISITORS and page and old):
                return


def _second_of(told: Node, otherwise: int) -> int:
    try:
        return int(told.moment().timestamp())
    except ValueError:
        return otherwise


def _since(cursor: Node, now: datetime) -> datetime:
    return cursor["since"].moment().astimezone(UTC) if cursor["since"] else now


def _items(told: object) -> Iterator[tuple[object, object]]:
    return iter(told.items() if isinstance(told, Mapping) else ())
