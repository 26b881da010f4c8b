"""Understands a comment, a visitor's post or a recommendation at a Facebook Page."""

from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, ParseContext, Person, RawItem
from app.services.channels.kit import Node, fingerprint, gone_message
from app.services.channels.meta.common import last_part
from app.services.channels.meta.page import mark

COMMENT, POST, RATING, GONE = "comment", "post", "rating", "gone"
_STARS = {"positive": 5, "negative": 1}
_LINKS = frozenset({"share", ""})
"""Attachments that are no more than the preview of an address."""


def comment_key(post_id: str, comment_id: str) -> str:
    """Return the key of a comment, whichever form Graph gives its id in."""
    return f"{COMMENT}:{last_part(post_id)}_{last_part(comment_id)}"


def post_key(post_id: str) -> str:
    """Return the key of a post."""
    return f"{POST}:{post_id}"


def rating_key(rating: Node) -> str:
    """Return the key of a recommendation: that of its story, which comments belong to."""
    story = rating["open_graph_story"]["id"].text or rating["id"].text
    made = rating["created_time"].text, rating["reviewer"]["id"].text
    return f"{RATING}:{story}" if story else f"{RATING}:-{fingerprint(*made)}"


def content_of(kind: str, thing: Node) -> str:
    """Return the hash of what makes a version of a thing."""
    if kind == RATING:
        return fingerprint(thing["review_text"].text, str(_stars(thing)))
    return mark(_words(thing), has_file=bool(_files(kind, thing)))


def parse_facebook(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand one thing, kept as `{kind: thing, "on": its post}`.

    Raises:
        ValueError: it is none, or has no id.
    """
    kept = Node.of(item.data)
    if kept[GONE].text:
        return gone_message(item, kept[GONE].text)
    kind = next((one for one in (COMMENT, POST, RATING) if kept[one]), "")
    thing, post = kept[kind], kept["on"]
    key, parents = _place(kind, thing, post)
    author = thing["reviewer"] if kind == RATING else thing["from"]
    handle = author["id"].text
    ours = bool(handle) and handle in context.own_handles
    return InboundMessage(
        key=key,
        fingerprint=content_of(kind, thing),
        direction=Direction.OUT if ours else Direction.IN,
        author=Person(handle or key, author["name"].text),  # Meta keeps some names to itself
        created_at=item.received_at,
        received_at=item.received_at,
        parents=parents,
        subject=post["about"].text,
        text=_text(kind, thing, ours=ours),
        history=item.history,
        edited="@" in item.external_id,
        public=True,
        permalink=_https(thing["permalink_url"].text),
        stars=_stars(thing) if kind == RATING else None,
    )


def _place(kind: str, thing: Node, post: Node) -> tuple[str, tuple[str, ...]]:
    """Return the key of a thing, and the keys it stands under."""
    if kind == POST:
        return post_key(thing.need("id")), ()
    if kind == RATING:
        return rating_key(thing), ()
    on = post.need("id")
    parent = thing["parent"]["id"].text
    parents = [comment_key(on, parent)] if parent else []
    if not post["own"].is_true:  # under a post of ours everybody has a conversation of his own
        parents.append(post_key(on))
    return comment_key(on, thing.need("id")), tuple(parents)


def _stars(rating: Node) -> int | None:
    """Return stars for a recommendation: they were numbers once, now there is yes and no."""
    told = rating["rating"].number
    if told is not None and 1 <= told <= 5:
        return told
    return _STARS.get(rating["recommendation_type"].text.lower())


def _words(thing: Node) -> str:
    return thing["message"].text or thing["story"].text


def _text(kind: str, thing: Node, *, ours: bool) -> str:
    if kind == RATING:
        return thing["review_text"].text
    text = _words(thing)
    return text if ours and text else "\n".join([text, *_files(kind, thing)]).strip()


def _files(kind: str, thing: Node) -> list[str]:
    """Return a line for each file: what it is, and where on Facebook it stands."""
    told = thing["attachments"]["data"] if kind == POST else [thing["attachment"]]
    found = []
    for one in told:
        name = one["media_type"].text or one["type"].text
        if name not in _LINKS and name != "link":
            found.append(f"[{name}] {_https(one['url'].text) or ''}".strip())
    return found


def _https(url: str) -> str | None:
    return url if url.startswith("https://") else None
