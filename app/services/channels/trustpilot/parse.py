"""What Trustpilot gives becomes messages: a review, our one answer to it, and their end."""

from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, ParseContext, Person, RawItem
from app.services.channels.kit import Node, fingerprint

GONE = "gone"
_TAKEN_AWAY = frozenset({"deleted", "removed", GONE})
_PAGE = "https://www.trustpilot.com/reviews/"


def reply_key(review: str) -> str:
    """Return the key of our answer: a review has at most one, and it has no number."""
    return f"reply:{review}"


def review_of(key: str) -> str:
    """Return the review that a key belongs to."""
    return key.removeprefix("reply:")


def mark(text: str) -> str:
    """Return the fingerprint of an answer, whatever the platform does to its white space."""
    return fingerprint(" ".join(text.split()))


def changed(node: Node) -> str:
    """Return when a review or an answer was changed, "" when it never was."""
    told = node["updatedAt"].text
    return "" if told == node["createdAt"].text else told


def parse_trustpilot(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand a review, or our answer to one.

    Raises:
        ValueError: it has no id.
    """
    node = Node.of(item.data)
    return _reply(item, node, context) if item.outgoing else _review(item, node)


def _review(item: RawItem, node: Node) -> InboundMessage:
    review = node.need("id")
    title, text = node["title"].text.strip(), node["text"].text.strip()
    number = node["stars"].number
    stars = None if number is None else min(5, max(1, number))
    consumer = node["consumer"]
    order = node["referenceId"].text.strip()
    return InboundMessage(
        review,
        fingerprint(title, text, str(stars)),
        Direction.IN,
        Person(
            (consumer["id"].text or review).lower(),
            consumer["displayName"].text,
            address=node["referralEmail"].text.strip().lower(),
        ),
        item.received_at,
        item.received_at,
        subject=" · ".join(part for part in (title, order) if part),
        text=text,
        history=item.history,
        edited=bool(changed(node)),
        gone=node["status"].text.lower() in _TAKEN_AWAY,
        public=True,
        permalink=_PAGE + review,
        stars=stars,
    )


def _reply(item: RawItem, node: Node, context: ParseContext) -> InboundMessage:
    review, reply = node.need("reviewId"), node["companyReply"]
    text = reply["text"].text.strip()
    return InboundMessage(
        reply_key(review),
        mark(text),
        Direction.OUT,
        Person(min(context.own_handles, default="")),
        item.received_at,
        item.received_at,
        parents=(review,),
        text=text,
        history=item.history,
        edited=bool(changed(reply)),
        gone=node["status"].text == GONE,
        public=True,
        permalink=_PAGE + review,
    )
