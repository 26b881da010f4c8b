"""Whether a machine wrote a mail: what must never be answered by a machine (RFC 3834)."""

import re

from app.models.rules.messages import Automatic
from app.services.channels.email.headers import Headers

LOOP_HEADER = "X-Balie-Loop"
"""The field that every mail of ours carries; one that comes in with it went round in a circle."""

_PRECEDENCE = {
    "auto_reply": Automatic.AUTO_REPLY,
    "bulk": Automatic.LIST,
    "junk": Automatic.LIST,
    "list": Automatic.LIST,
}
_RESPONDERS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply-from")
_SYSTEM = re.compile(r"^(?:mailer-daemon|postmaster|mail-?daemon)\b")
_NO_REPLY = re.compile(r"^(?:no|do-?not|niet)[._-]?(?:reply|antwoord\w*|beantwoord\w*)\b")
_SUPPRESSED = re.compile(r"\b(?:all|autoreply|oof)\b", re.IGNORECASE)
_RECEIPT = re.compile(r"disposition-notification", re.IGNORECASE)


def is_no_reply(handle: str) -> bool:
    """Say whether nobody reads what is sent to an address."""
    return bool(_NO_REPLY.match(handle))


def is_auto_submitted(headers: Headers) -> bool:
    """Say whether a mail states that no person sent it (RFC 3834, 5)."""
    submitted = headers.first("auto-submitted").lower().partition(";")[0].strip()
    return submitted not in {"", "no"}


def automatic_kind(headers: Headers, *, sender: str, answerable: bool) -> Automatic | None:
    """Decide what kind of machine wrote a mail that came in; bounces are decided elsewhere.

    The signs are those of RFC 3834 and the lists in docs/channels/email.md.
    `sender` is the address in From, in lower case; a no-reply sender counts only when there is no
    other address to answer to (`answerable`), as contact forms are sent that way.
    """
    if LOOP_HEADER.lower() in headers:
        return Automatic.LOOP
    declared = headers.first("content-type").lower()
    if declared.startswith("multipart/report") and _RECEIPT.search(declared):
        return Automatic.RECEIPT
    if _is_auto_reply(headers) or _SYSTEM.match(sender):
        return Automatic.AUTO_REPLY
    if "list-id" in headers or "list-unsubscribe" in headers:
        return Automatic.LIST
    if is_no_reply(sender) and not answerable:
        return Automatic.AUTO_REPLY
    return _precedence(headers)


def _is_auto_reply(headers: Headers) -> bool:
    return (
        is_auto_submitted(headers)
        or any(headers.first(name).lower() not in {"", "no"} for name in _RESPONDERS)
        or _precedence(headers) is Automatic.AUTO_REPLY
        or headers.first("delivered-to").lower().startswith("autoresponder")
        or bool(_SUPPRESSED.search(headers.first("x-auto-response-suppress")))
        or headers.first("return-path").replace(" ", "") == "<>"
    )


def _precedence(headers: Headers) -> Automatic | None:
    values = [*headers.all("precedence"), *headers.all("x-precedence")]
    kinds = (_PRECEDENCE.get(value.lower().replace("-", "_")) for value in values)
    return next((kind for kind in kinds if kind), None)
