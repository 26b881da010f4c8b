"""When the program may answer by itself (RFC 3834), so that two machines never talk for long."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from app.models.rules.messages import Automatic

PER_SENDER_AND_DAY = 1
PER_HOUR = 10
_NOBODY = re.compile(
    r"(mailer-daemon|postmaster|no-?reply|do-?not-?reply|geen-?antwoord)([-+.].*)?@"
)


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether an automatic answer may go out, and the rule that says so."""

    allowed: bool
    reason: str


def may_answer_automatically(
    sender: str,
    *,
    automatic: Automatic | None,
    own_handles: Collection[str],
    to_sender_in_a_day: int,
    in_an_hour: int,
) -> Permission:
    """Decide about an automatic answer to a message.

    Args:
        sender: handle the answer would go to.
        automatic: what kind of machine wrote the message, if one did (RFC 3834 section 2).
        own_handles: addresses of this program's accounts.
        to_sender_in_a_day: automatic answers this sender got in the last 24 hours.
        in_an_hour: automatic answers to anyone in the last hour.
    """
    if automatic is not None:
        return Permission(allowed=False, reason=f"automatic_{automatic.value}")
    if not sender or sender in own_handles:
        return Permission(allowed=False, reason="own_address")
    if _NOBODY.match(sender):
        return Permission(allowed=False, reason="nobody_reads_there")
    if to_sender_in_a_day >= PER_SENDER_AND_DAY:
        return Permission(allowed=False, reason="once_a_day")
    if in_an_hour >= PER_HOUR:
        return Permission(allowed=False, reason="ten_an_hour")
    return Permission(allowed=True, reason="acknowledgement")
