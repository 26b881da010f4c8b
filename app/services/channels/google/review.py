"""Understands a review at Google, the answer to it, and Google's refusal of an answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.models.rules.messages import Automatic, Direction
from app.services.channels.api import Bounce, InboundMessage, ParseContext, Person, RawItem
from app.services.channels.google.seen import GONE, moment
from app.services.channels.kit import Node, fingerprint, gone_message, versioned

REVIEW, REPLY, REJECTED = "review", "reply", "rejected"
OVERVIEW = "https://business.google.com/reviews"
NAME = re.compile(r"accounts/[^/]+/locations/[^/]+/reviews/[^/]+")
STARS = {"ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5}

_TRANSLATED, _ORIGINAL = "(Translated by Google)", "(Original)"
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Place:
    """A location of the business, by its name in version 4: "accounts/1/locations/2"."""

    name: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a review holds: known by `name`, in the version `mark`."""

    name: str
    mark: str
    item: RawItem


def parse_google(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand a review, our answer to one, or what became of them.

    Raises:
        ValueError: it has no name.
    """
    told = Node.of(item.data)
    review, part = told["review"], told["part"].text
    name = review.need("name")
    if part == GONE:
        return gone_message(item, name)
    if part == REPLY:
        return _reply(item, review, min(context.own_handles, default=""))
    if part == REJECTED:
        return _rejected(item, review)
    text, translation = split_translation(review["comment"].text)
    created = moment(review["createTime"], item.received_at)
    return InboundMessage(
        key=name,
        fingerprint=mark_of(review),
        direction=Direction.IN,
        author=_reviewer(review),
        created_at=created,
        received_at=item.received_at,
        subject=told["location"]["title"].text,
        text=text,
        quoted=f"{_TRANSLATED} {translation}" if translation else "",
        history=item.history,
        edited="@" in item.external_id,
        public=True,
        permalink=_https(told["location"]["url"].text),
        stars=STARS.get(review["starRating"].text),
    )


def parts_of(review: Node, place: Place, stream: str, now: datetime) -> Iterator[Part]:
    """Return what a review holds: itself, the answer to it, Google's refusal of that answer.

    Raises:
        ValueError: it has no name.
    """
    name, changed = review.need("name"), review["updateTime"].text
    edit = "" if changed == review["createTime"].text else changed
    at = moment(review["updateTime"] if edit else review["createTime"], now)
    about = {"title": place.title, "url": place.url}
    data = Node({"part": REVIEW, "review": review.raw, "location": about}).bytes()
    item = RawItem(versioned(f"{stream}/{name}", edit), stream, at, data)
    yield Part(name, mark_of(review), item)
    reply = review["reviewReply"]
    if not reply["comment"].text:
        return
    key, at = reply_key(name, reply["comment"].text), moment(reply["updateTime"], now)
    about_reply = {"name": name, "reviewReply": reply.raw}
    data = Node({"part": REPLY, "review": about_reply}).bytes()
    item = RawItem(f"{stream}/{key}", stream, at, data, outgoing=True)
    yield Part(f"{name}/{REPLY}", key, item)
    if reply["reviewReplyState"].text == "REJECTED":
        data = Node({"part": REJECTED, "review": about_reply}).bytes()
        item = RawItem(f"{stream}/{key}/{REJECTED}", stream, at, data)
        yield Part(f"{name}/{REJECTED}", key, item)


def gone_item(stream: str, name: str, now: datetime) -> RawItem:
    """Return the news that a review is gone."""
    data = Node({"part": GONE, "review": {"name": name}}).bytes()
    return RawItem(versioned(f"{stream}/{name}", GONE), stream, now, data)


def review_of(key: str) -> str:
    """Return the name of the review that a key belongs to."""
    return key.partition(f"/{REPLY}/")[0]


def reply_key(review: str, text: str) -> str:
    """Return the key of an answer: Google gives it no name, so its review and its text do."""
    return f"{review}/{REPLY}/{text_mark(text)[:_SHORT]}"


def text_mark(text: str) -> str:
    """Return the fingerprint of an answer, however its lines are broken or translated."""
    return fingerprint(" ".join(split_translation(text)[0].split()))


def mark_of(review: Node) -> str:
    """Return the fingerprint of what the customer gave; translations and answers are not his."""
    text, _ = split_translation(review["comment"].text)
    return fingerprint(" ".join(text.split()), review["starRating"].text)


def split_translation(text: str) -> tuple[str, str]:
    """Return what somebody wrote and Google's translation of it, which comes first or last."""
    before, marked, after = text.partition(_TRANSLATED)
    if not marked:
        return text.strip(), ""
    translation, _, original = after.partition(_ORIGINAL)
    return (original.strip() or before.strip()), translation.strip()


def _reviewer(review: Node) -> Person:
    """Return who wrote a review: Google gives him no number, so the review stands for him."""
    name = review["reviewId"].text or review.need("name").rpartition("/")[2]
    return Person(name.lower(), review["reviewer"]["displayName"].text)


def _reply(item: RawItem, review: Node, us: str) -> InboundMessage:
    name, text = review.need("name"), review["reviewReply"]["comment"].text
    return InboundMessage(
        key=reply_key(name, text),
        fingerprint=text_mark(text),
        direction=Direction.OUT,
        author=Person(us),
        created_at=item.received_at,
        received_at=item.received_at,
        parents=(name,),
        text=split_translation(text)[0],
        history=item.history,
        public=True,
    )


def _rejected(item: RawItem, review: Node) -> InboundMessage:
    name, reply = review.need("name"), review["reviewReply"]
    key = reply_key(name, reply["comment"].text)
    why = reply["policyViolation"]
    violation = why.text or next((one.text for one in why if one.text), "")
    reason = f"REJECTED: {violation}" if violation else "REJECTED"
    return InboundMessage(
        key=f"{key}/{REJECTED}",
        fingerprint=fingerprint(key, reason),
        direction=Direction.IN,
        author=Person("google", "Google"),
        created_at=item.received_at,
        received_at=item.received_at,
        parents=(key, name),
        text=reason,
        automatic=Automatic.BOUNCE,
        bounce=Bounce(original_key=key, recipient="Google", status=reason, permanent=True),
        history=item.history,
        public=False,
    )


def _https(url: str) -> str:
    return url if url.startswith("https://") else OVERVIEW
