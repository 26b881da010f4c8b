"""What a message is: its direction, how far it got, and whether a machine wrote it."""

from enum import StrEnum


class Direction(StrEnum):
    """Who a message comes from: the customer, us, or us to ourselves."""

    IN = "in"
    OUT = "out"
    NOTE = "note"


class Purpose(StrEnum):
    """What a message of ours is for, and so which clocks it stops."""

    ANSWER = "answer"
    REACTION = "reaction"
    """Tells the customer that we are at it: his question still waits for its answer."""
    QUESTION = "question"
    """Goes to a colleague: nothing of the customer's stops."""


class Delivery(StrEnum):
    """How far one of our messages got; the outbox row carries the same word."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"


class Automatic(StrEnum):
    """What kind of machine wrote a message (RFC 3834); a person's message has none of these."""

    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    RECEIPT = "receipt"
    LIST = "list"
    LOOP = "loop"
