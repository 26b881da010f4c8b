"""An answer as the bytes that SMTP carries (RFC 5322, MIME)."""

import re
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, quote

from app.services.channels.api import Draft, Person, Prepared
from app.services.channels.errors import InvalidContent

REFERENCES_KEPT = 10
"""Besides the first one: enough for every mail program, and the header stays short."""

LOOP_HEADER = "X-Balie-Loop"

_ADDRESS = re.compile(r"[^\s<>()\[\]:;,\\\"@]+@[^\s<>()\[\]:;,\\\"@]+\Z")
_ANSWER = re.compile(r"\s*(re|antw|aw|sv)\s*(\[\d+\])?\s*:", re.IGNORECASE)
_TOKEN = re.compile(r"[a-z0-9][a-z0-9.+-]*\Z")
_WORD = re.compile(r"[^A-Za-z0-9_-]+")
_POLICY = SMTP.clone(max_line_length=78, cte_type="7bit")
_LINE_ENDS = re.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f\\x85\\u2028\\u2029]")


def prepare(draft: Draft, *, account: str) -> Prepared:
    """Bring a draft into its wire form; the same draft gives the same bytes.

    The Message-ID is `<thread_token.key@domain>`, so that an answer to it names the ticket.

    Raises:
        InvalidContent: an address, name, subject or attachment that no mail can carry.
    """
    identity = f"<{_word(draft.thread_token)}.{_word(draft.key)}@{_domain(account)}>"
    recipient = _address(draft.recipient)
    try:
        payload = _head(draft, identity, account) + _body(draft).as_bytes()
    except (ValueError, LookupError) as error:
        raise InvalidContent(server=_domain(account), detail=str(error)[:100]) from error
    return Prepared(external_id=identity, recipient=recipient, payload=payload)


def _head(draft: Draft, identity: str, account: str) -> bytes:
    lines = [
        f"From: {_mailbox(draft.sender)}",
        f"To: {_mailbox(draft.recipient)}",
        f"Subject: {_encoded(_subject(draft), len('Subject: '))}",
        f"Date: {format_datetime(draft.created_at)}",
        f"Message-ID: {identity}",
    ]
    references = _references(draft.references)
    if references:
        lines.append(f"In-Reply-To: {references[-1]}")
        lines.append("References: " + "\r\n ".join(references))
    if draft.automatic:
        lines.append("Auto-Submitted: auto-replied")
        lines.append("X-Auto-Response-Suppress: All")
        lines.append(f"{LOOP_HEADER}: {_plain(account, 'account')}")
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def _body(draft: Draft) -> EmailMessage:
    message = EmailMessage(_POLICY)
    text = draft.text.replace("\0", "").encode("utf-8", "replace").decode()
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    if draft.html:
        html = draft.html.replace("\0", "").encode("utf-8", "replace").decode()
        message.add_alternative(html, "html", charset="utf-8", cte="quoted-printable")
        message.set_boundary(f"=_balie_text_{_word(draft.key)}")
    for file in draft.attachments:
        kind, subtype = _mime(file.mime)
        message.add_attachment(
            file.data, maintype=kind, subtype=subtype, filename=_plain(file.name, "attachment")
        )
    if draft.attachments:
        # From the key, so that preparing again gives the same bytes.
        message.set_boundary(f"=_balie_{_word(draft.key)}")
    return message


def _subject(draft: Draft) -> str:
    subject = _plain(draft.subject, "subject").strip()
    if draft.references and not _ANSWER.match(subject):
        return f"Re: {subject}".rstrip()
    return subject


def _references(keys: tuple[str, ...]) -> list[str]:
    # Names that we gave ourselves (RFC 2606) mean nothing to any other program.
    known = (_identity(key) for key in keys)
    unique = list(dict.fromkeys(key for key in known if not key.endswith(".invalid>")))
    return unique if len(unique) <= REFERENCES_KEPT else [unique[0], *unique[-REFERENCES_KEPT:]]


def _identity(key: str) -> str:
    """Return a Message-ID in its brackets, without what would break the header (RFC 5322 3.6.4)."""
    inner = "".join(letter for letter in key if letter.isascii() and letter.isprintable())
    inner = inner.replace("<", "").replace(">", "").replace(" ", "")
    return f"<{inner[:900]}>"


def _mailbox(person: Person) -> str:
    name = _plain(person.name, "name").strip()
    address = _address(person)
    if not name:
        return address
    if name.isascii():
        return f'"{quote(name)}" <{address}>'
    return f"{_encoded(name, 10)} <{address}>"


def _address(person: Person) -> str:
    """Return an address as SMTP takes it; an international domain in its ASCII form."""
    handle = _plain(person.handle, "address")
    local, _, domain = handle.rpartition("@")
    if not _ADDRESS.match(handle) or not local.isascii():
        raise InvalidContent(server=domain or "SMTP", detail="the address cannot be used")
    return f"{local}@{_domain(handle)}"


def _domain(address: str) -> str:
    domain = address.rpartition("@")[2]
    try:
        return domain.encode("idna").decode() if not domain.isascii() else domain
    except UnicodeError as error:
        raise InvalidContent(server=address, detail="the address cannot be used") from error


def _plain(text: str, field: str) -> str:
    """Return a header's text; one that would begin a header of its own is refused."""
    if _LINE_ENDS.search(text):
        raise InvalidContent(server="SMTP", detail=f"line break in {field}")
    return text.replace("\t", " ").encode("utf-8", "replace").decode()


def _encoded(text: str, indent: int) -> str:
    """Return a header's text folded, in encoded words where needed (RFC 2047)."""
    if text.isascii() and len(text) < 900:
        return text
    return Header(text, "utf-8", maxlinelen=75).encode(maxlinelen=75 - indent, linesep="\r\n")


def _mime(text: str) -> tuple[str, str]:
    """Return a type that may be encoded; whole messages and what is no type go out as bytes."""
    kind, _, subtype = text.lower().partition("/")
    if not (_TOKEN.match(kind) and _TOKEN.match(subtype)) or kind in {"message", "multipart"}:
        return "application", "octet-stream"
    return kind, subtype


def _word(text: str) -> str:
    return _WORD.sub("-", text)
