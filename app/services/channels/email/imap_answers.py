"""What IMAP answers mean: FETCH and LIST lines as values, refusals as our errors."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from imap_tools.imap_utf7 import utf7_decode, utf7_encode

from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    NotAllowedByPlatform,
    PermissionMissing,
    ProtocolChanged,
    QuotaExhausted,
    RateLimited,
    TargetGone,
    Transient,
)


class Busy(Transient):
    """The server says itself that it cannot answer at the moment."""


WAIT_WHEN_LIMITED = timedelta(minutes=15)
"""How long to leave a server alone that says we ask too much (it never says how long)."""

_UID = re.compile(rb"\bUID (\d{1,10})\b", re.IGNORECASE)
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,15})\b", re.IGNORECASE)
_DATE = re.compile(rb'\bINTERNALDATE "([^"]*)"', re.IGNORECASE)
_QUOTED_BODY = re.compile(
    rb'BODY\[[^\]]*\](?:<\d+>)? (?:"((?:[^"\\]|\\.)*)"|(NIL)\b)', re.IGNORECASE
)
_BODY = re.compile(rb"BODY\[[^\]]*\](?:<\d+>)? \{\d+\}$", re.IGNORECASE)
_MOMENT = re.compile(r" ?(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)\Z")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LIST = re.compile(rb'\(([^)]*)\) ("(?:[^"\\]|\\.)*"|NIL) ?(.*)\Z', re.IGNORECASE | re.DOTALL)
_CODE = re.compile(rb"\[([A-Za-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Fetched:
    """One FETCH answer; what the server did not tell is None."""

    uid: int
    size: int | None = None
    date: datetime | None = None
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as LIST gives it; `wire` is its name as the server wants to hear it."""

    name: str
    wire: bytes
    flags: frozenset[str]
    separator: str


def fetched(answers: Iterable[bytes | tuple[bytes, bytes]]) -> Iterator[Fetched]:
    """Read FETCH answers as imaplib collects them; flag updates and strange lines are left out."""
    text, body = b"", None
    for answer in answers:
        if isinstance(answer, tuple):
            text += answer[0]
            if _BODY.search(answer[0]):
                body = answer[1]
            continue
        one = _one(text + answer, body)
        text, body = b"", None
        if one is not None:
            yield one


def _one(text: bytes, body: bytes | None) -> Fetched | None:
    quoted = _QUOTED_BODY.search(text)
    if quoted:
        body = re.sub(rb"\\(.)", rb"\1", quoted[1] or b"")
        text = text[: quoted.start()] + text[quoted.end() :]
    uid = _UID.search(text)
    if not uid:
        return None
    size = _SIZE.search(text)
    date = _DATE.search(text)
    return Fetched(
        uid=int(uid[1]),
        size=int(size[1]) if size else None,
        date=moment(date[1].decode("ascii", "replace")) if date else None,
        body=body,
    )


def moment(text: str) -> datetime | None:
    """Read an INTERNALDATE ("17-Jul-1996 02:44:25 -0700") as aware UTC; None when it is none."""
    match = _MOMENT.match(text)
    if not match or match[2].lower() not in _MONTHS:
        return None
    day, year, hour, minute, second = (int(match[place]) for place in (1, 3, 4, 5, 6))
    offset = timedelta(hours=int(match[8]), minutes=int(match[9]))
    try:
        month = _MONTHS.index(match[2].lower()) + 1
        local = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        return local - offset if match[7] == "+" else local + offset
    except (ValueError, OverflowError):
        return None


def folders(answers: Iterable[bytes | tuple[bytes, bytes]]) -> list[Folder]:
    """Read LIST answers; folders that cannot be opened (Noselect) are left out."""
    found = []
    pending: tuple[bytes, bytes] | None = None
    for answer in answers:
        if isinstance(answer, tuple):
            pending = answer
            continue
        head, literal = pending or (answer, None)
        pending = None
        match = _LIST.match(head)
        if match:
            found.append(_folder(match, literal))
    return [each for each in found if not each.flags & {"\\noselect", "\\nonexistent"}]


def _folder(match: re.Match[bytes], literal: bytes | None) -> Folder:
    raw = match[3] if literal is None else literal
    if raw.startswith(b'"') and raw.endswith(b'"') and literal is None:
        raw = re.sub(rb"\\(.)", rb"\1", raw[1:-1])
    separator = "" if match[2].upper() == b"NIL" else _text(match[2][1:-1]).replace("\\\\", "\\")
    flags = frozenset(_text(match[1]).lower().split())
    return Folder(folder_name(raw), quoted(raw), flags, separator)


def folder_name(wire: bytes) -> str:
    """Return a folder's name decoded from modified UTF-7 (RFC 3501 5.1.3), or as it stands."""
    try:
        name = utf7_decode(wire)
    except ValueError:
        name = ""
    if name and name.isprintable() and (wire.isascii() and utf7_encode(name) == wire):
        return name
    return "".join(letter if letter.isprintable() else "?" for letter in _text(wire))


def quoted(wire: bytes) -> bytes:
    """Return a name as a quoted string."""
    return b'"' + wire.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def uid_set(uids: Sequence[int], known: Sequence[int] = ()) -> str:
    """Return ascending `uids` as an IMAP set.

    Neighbours become a range when they follow each other, or are neighbours in ascending `known`:
    all UIDs that the folder holds in this stretch, so that the range brings nothing else.
    """
    place = {uid: number for number, uid in enumerate(known)} if known else {}
    parts: list[list[int]] = []
    for uid in uids:
        before = parts[-1][1] if parts else 0
        if parts and place.get(uid, uid) == place.get(before, before) + 1:
            parts[-1][1] = uid
        else:
            parts.append([uid, uid])
    return ",".join(f"{first}:{last}" if first != last else str(first) for first, last in parts)


def safe_text(data: bytes | str, *secrets: str) -> str:
    """Return a server's words for an error: one short printable line without our secrets."""
    text = _text(data) if isinstance(data, bytes) else data
    for secret in secrets:
        if secret:
            text = text.replace(secret, "***")
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(text.split())[:200]


_SIGN_IN_AGAIN = frozenset({"AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED"})
_LATER = frozenset({"UNAVAILABLE", "INUSE"})
_NO_ROOM = frozenset({"OVERQUOTA"})
_NOT_THERE = frozenset({"NONEXISTENT", "TRYCREATE"})


def refusal(
    text: bytes, *, server: str, account: str, now: datetime, signing_in: bool = False
) -> ChannelError:
    """Return what a NO or BYE means (response codes: RFC 5530, RFC 9051 7.1; Gmail's own words)."""
    match = _CODE.search(text)
    code = match[1].decode("ascii").upper() if match else ""
    words = safe_text(text)
    if code == "LIMIT" or "too many" in words.lower():
        return RateLimited(retry_at=now + WAIT_WHEN_LIMITED, server=server)
    if code in _SIGN_IN_AGAIN:
        return AuthExpired(server=server, account=account)
    if code in _LATER:
        return Busy(server=server, detail=words)
    if code in _NO_ROOM:
        return QuotaExhausted(server=server, account=account)
    if code in _NOT_THERE:
        return TargetGone(server=server, what=words)
    return _rare_refusal(code, words, server=server, account=account, signing_in=signing_in)


def _rare_refusal(
    code: str, words: str, *, server: str, account: str, signing_in: bool
) -> ChannelError:
    if code in {"CONTACTADMIN", "WEBALERT"}:
        return AccountRestricted(server=server, account=account, detail=words)
    if code == "PRIVACYREQUIRED":
        return NotAllowedByPlatform(server=server, detail=words)
    if code == "NOPERM":
        return PermissionMissing(account=account, what=words)
    if signing_in:
        return AuthExpired(server=server, account=account)
    if code in {"CANNOT", "CLIENTBUG", "BADCHARSET"}:
        return ProtocolChanged(server=server, detail=words)
    return Transient(server=server, detail=words)
