"""Mail addresses out of header fields, by the address in the angle brackets only."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from app.services.channels.api import Person
from app.services.channels.email.headers import decode_words, one_line

MOST_PEOPLE = 200
_LONGEST_HANDLE = 254
_LONGEST_NAME = 200
_PIECE = re.compile(r'"(?:[^"\\]|\\.){0,200}"|\((?:[^()\\]|\\.){0,200}\)|<[^<>]{0,1000}>|[,;]')
_BRACKETS = re.compile(r"<([^<>]{0,1000})>")
_COMMENT = re.compile(r"\(([^()]{0,1000})\)")
_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\s@<>,;:\"()\\]{1,253}")
_GROUP = re.compile(r'^[^"<>@:]{0,200}:')


def people(values: Iterable[str]) -> tuple[Person, ...]:
    """Return everyone in address fields once, at most 200, who has an address."""
    found: dict[str, Person] = {}
    for value in values:
        for mailbox in _mailboxes(value):
            person = _person(mailbox)
            if person.handle:
                found.setdefault(person.handle, person)
            if len(found) >= MOST_PEOPLE:
                return tuple(found.values())
    return tuple(found.values())


def author(value: str) -> Person:
    """Return the first person in a From field; without an address the handle is empty."""
    candidates = [_person(mailbox) for mailbox in _first(_mailboxes(value))]
    named = next((person for person in candidates if person.handle), None)
    return named or next((person for person in candidates if person.name), Person(""))


def base_handle(handle: str) -> str:
    """Return an address without the tag after a plus sign, which mail servers ignore (RFC 5233)."""
    local, at, domain = handle.rpartition("@")
    return f"{local.partition('+')[0]}{at}{domain}"


def normalised(address: str) -> str:
    """Return an addr-spec in lower case, or an empty text when it is none."""
    visible = "".join(char for char in address if unicodedata.category(char) not in {"Cc", "Cf"})
    compact = "".join(visible.split()).strip("'").lower().rstrip(".")
    if len(compact) > _LONGEST_HANDLE or not _ADDRESS.fullmatch(compact):
        return ""
    return compact


def _first(mailboxes: Iterator[str]) -> Iterator[str]:
    for number, mailbox in enumerate(mailboxes):
        if number == MOST_PEOPLE:
            return
        yield mailbox


def _mailboxes(value: str) -> Iterator[str]:
    """Split a field at the commas and semicolons outside quotes, comments and brackets."""
    start = 0
    for found in _PIECE.finditer(value):
        if found[0] in ",;":
            yield value[start : found.start()]
            start = found.end()
    yield value[start:]


def _person(mailbox: str) -> Person:
    mailbox = _GROUP.sub("", mailbox.strip())
    brackets = _BRACKETS.findall(mailbox)
    if brackets:
        handle = normalised(brackets[-1].rpartition(":")[2])
        name = mailbox[: mailbox.rfind("<")]
    else:
        comment = _COMMENT.search(mailbox)
        bare = _COMMENT.sub("", mailbox)
        handle = normalised(bare)
        name = comment[1] if comment and handle else "" if handle else bare
    return Person(handle, _name(name))


def _name(raw: str) -> str:
    unquoted = raw.strip().strip('"').replace('\\"', '"').replace("\\\\", "\\")
    return one_line(decode_words(unquoted))[:_LONGEST_NAME].strip("\"' ")
