"""Reports that a mail did not arrive: which one, at whom, and whether that is for good."""

import re
from collections.abc import Iterator
from email.message import Message

from app.services.channels.api import Bounce
from app.services.channels.email.addresses import normalised, people
from app.services.channels.email.attachments import payload
from app.services.channels.email.charsets import decode
from app.services.channels.email.headers import Headers, message_key
from app.services.channels.email.source import Source, children

_RETURNED = frozenset(
    {"message/rfc822", "message/global", "message/rfc822-headers", "message/global-headers"}
)
_MOST_PARTS = 100
_MOST_TEXT = 50_000
_ENHANCED = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_REPLY_CODE = re.compile(r"(?:^|[\s:(#])([45])\d\d[\s-]", re.MULTILINE)
_RETURNED_ID = re.compile(r"^[> ]{0,4}Message-I[dD]:\s*(<[^<>\s]{1,250}>)", re.MULTILINE)
_RECIPIENT = re.compile(r"^\s{0,8}<?([^\s<>:@]{1,64}@[^\s<>:]{1,190})>?:?\s*$", re.MULTILINE)
_QMAIL = re.compile(r"This is the qmail-send program|I'm afraid I wasn't able to deliver")
_SENDER = re.compile(r"^(?:mailer-daemon|postmaster|mail-?daemon|double-?bounce)\b")
_SUBJECT = re.compile(
    r"undeliver|delivery (?:status notification|failure|has failed|report)|mail delivery (?:failed|"
    r"system)|failure notice|returned mail|onbestelbaar|niet (?:be|af)geleverd|kon niet worden",
    re.IGNORECASE,
)


def read_bounce(source: Source, text: str) -> Bounce | None:
    """Return what a non-delivery report says, or None when the mail is no such report.

    Reports of the standard (RFC 3464) first, then those of Exim (`X-Failed-Recipients`) and qmail
    (QSBMF), and mail of a mail system's own address whose subject says so.
    """
    if _is_report(source.headers):
        parts = list(_parts(source.message)) if source.whole else []
        return _from_report(parts, text)
    sender = source.headers.first("from").lower()
    local = next((person.handle for person in people([sender])), sender.strip())
    failed = people(source.headers.all("x-failed-recipients"))
    by_system = bool(_SENDER.match(local)) and bool(_SUBJECT.search(source.headers.text("subject")))
    if failed or by_system or _QMAIL.search(text[:2000]):
        return _from_text(source, text, failed[0].handle if failed else None)
    return None


def _is_report(headers: Headers) -> bool:
    declared = headers.first("content-type").lower()
    return declared.startswith("multipart/report") and (
        "delivery-status" in declared or "report-type" not in declared
    )


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number == _MOST_PARTS:
            return
        yield part


def _from_report(parts: list[Message], text: str) -> Bounce | None:
    fields = [Headers(block) for part in parts for block in _status_blocks(part)]
    recipients = [block for block in fields if "final-recipient" in block or "status" in block]
    failed = [block for block in recipients if _action(block) not in {"delivered", "relayed"}]
    if recipients and not failed:
        return None
    failed.sort(key=lambda block: _action(block) != "failed")
    block = failed[0] if failed else None
    status = _status(block) if block else _text_status(text)
    return Bounce(
        original_key=_original_key(parts, fields),
        recipient=_recipient(block) if block else None,
        status=status,
        permanent=status.startswith("5") if status else bool(block) and _action(block) == "failed",
    )


def _status_blocks(part: Message) -> list[Message]:
    if part.get_content_type() not in {"message/delivery-status", "message/global-delivery-status"}:
        return []
    blocks = part.get_payload()
    return (
        [item for item in blocks if isinstance(item, Message)] if isinstance(blocks, list) else []
    )


def _action(block: Headers | None) -> str:
    return block.first("action").lower().split(" ")[0] if block else ""


def _status(block: Headers) -> str | None:
    return _text_status(f"{block.first('status')} {block.first('diagnostic-code')}")


def _text_status(text: str) -> str | None:
    """Return the first status code (RFC 3463), made up from an SMTP reply code if need be."""
    if found := _ENHANCED.search(text[:_MOST_TEXT]):
        return found[1]
    code = _REPLY_CODE.search(text[:_MOST_TEXT])
    return f"{code[1]}.0.0" if code else None


def _recipient(block: Headers) -> str | None:
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        if handle := normalised(block.first(name).rpartition(";")[2].strip(" <>")):
            return handle
    return None


def _original_key(parts: list[Message], fields: list[Headers]) -> str | None:
    for block in fields:
        for name in ("original-message-id", "x-original-message-id"):
            if key := message_key(block.first(name)):
                return key
    return next((key for part in parts for key in _returned_keys(part)), None)


def _returned_keys(part: Message) -> Iterator[str]:
    """Yield the Message-ID of a returned mail, of which often only the fields come back."""
    kind = part.get_content_type()
    if kind in _RETURNED:
        keys = (message_key(Headers(inner).first("message-id")) for inner in children(part))
        yield from (key for key in keys if key)
    elif kind == "text/rfc822-headers":
        text = decode(payload(part)[:_MOST_TEXT], None)
        yield from (found[1] for found in _RETURNED_ID.finditer(text))


def _from_text(source: Source, text: str, recipient: str | None) -> Bounce:
    named = _RECIPIENT.search(text[:_MOST_TEXT])
    returned = _RETURNED_ID.search(text[:_MOST_TEXT])
    status = _text_status(text)
    key = returned[1] if returned else message_key(source.headers.first("in-reply-to"))
    return Bounce(
        original_key=key,
        recipient=recipient or (normalised(named[1]) or None if named else None),
        status=status,
        permanent=status is not None and status.startswith("5"),
    )
