"""What Meta's refusals mean: the codes of Graph and the classes of our errors."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    InvalidContent,
    OutcomeUnknown,
    PermissionMissing,
    RateLimited,
    RecipientUnavailable,
    TargetGone,
    Transient,
    WindowClosed,
)
from app.services.channels.kit import Node

THROTTLES = frozenset({4, 17, 32, 613, 80001, 80002, 80007})
NO_TOKEN_SEEN = frozenset({104, 2500})
"""Codes of a server that did not look for the token in the header, when its words name one: 2500
also stands for a path that is not known. From memory, unverified."""

Meanings: TypeAlias = Mapping[int, type[ChannelError]]
"""What codes mean that only one channel knows (131047: WindowClosed); they go first."""

_EXACT: Mapping[tuple[int, int], type[ChannelError]] = {
    (190, 492): PermissionMissing,  # the role at the Page is lost: a new token fails as well
    (10, 2018278): WindowClosed,
    (10, 2534022): WindowClosed,
    (10, 1893063): AccountRestricted,
    (100, 33): TargetGone,
}
_UNREACHABLE = frozenset({551, 1545041, 2018108})
_CODES: Meanings = {
    **dict.fromkeys(THROTTLES, RateLimited),
    **dict.fromkeys((3, 10, *range(200, 300), 1705), PermissionMissing),
    **dict.fromkeys((102, 190), AuthExpired),
    **dict.fromkeys((1, 2), Transient),
    100: InvalidContent,
    368: AccountRestricted,
    803: TargetGone,
}
_TOKEN = re.compile(r"\b(EAA|IGAA|IGQ)[A-Za-z0-9_-]{8,}")


class TokenUnseen(AuthExpired):
    """The server did not look for a token where it was."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What Graph says when it refuses; `words` are short and without tokens.

    Attributes:
        passing: Meta says itself that it may work later (`is_transient`).
    """

    code: int
    subcode: int = 0
    words: str = ""
    passing: bool = False

    @classmethod
    def of(cls, error: Node, token: str = "") -> "Refusal | None":
        """Read the object `error`; None when there is none."""
        code = error["code"].number
        if code is None:
            return None
        words = error["message"].text or error["title"].text
        if token:
            words = words.replace(token, "…")
        words = _TOKEN.sub("…", words)[:200]
        return cls(code, error["error_subcode"].number or 0, words, error["is_transient"].is_true)

    def kind(self, also: Meanings) -> type[ChannelError] | None:
        """Return the class that its codes mean; None for codes that are not known."""
        if self.code in NO_TOKEN_SEEN and "access token" in self.words.lower():
            return TokenUnseen
        if self.code in also:
            return also[self.code]
        if (self.code, self.subcode) in _EXACT:
            return _EXACT[self.code, self.subcode]
        if {self.code, self.subcode} & _UNREACHABLE:
            return RecipientUnavailable
        return _CODES.get(self.code) or (Transient if self.passing else None)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, for the error that comes of it; `retry_at` is for a throttle."""

    server: str
    account: str
    retry_at: datetime
    recipient: str = ""
    writes: bool = False


def meaning(refusal: Refusal, asked: Asked, also: Meanings | None = None) -> ChannelError | None:
    """Return our error for a refusal; None when its codes are not known.

    After a failure of Meta's own nobody knows whether a message went out.
    """
    kind = refusal.kind(also or {})
    if kind is None:
        return None
    number = f"{refusal.code}/{refusal.subcode}" if refusal.subcode else str(refusal.code)
    detail = f"{refusal.words} ({number})".strip()
    if issubclass(kind, RateLimited):
        return kind(retry_at=asked.retry_at, server=asked.server, account=asked.account)
    if issubclass(kind, Transient) and asked.writes:
        return OutcomeUnknown(server=asked.server)
    what = "what was asked for" if issubclass(kind, TargetGone) else f"do this ({detail})"
    return kind(
        server=asked.server,
        account=asked.account,
        recipient=asked.recipient,
        detail=detail,
        what=what,
    )
