"""What a message is: its direction, how far it got, and whether a machine wrote it."""

from enum import StrEnum


class Direction(StrEnum):
    """Who a message comes from: the customer, us, or us to ourselves."""

    IN = "in"
    OUT = "out"
    NOTE = "note"


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
