"""The mail that a contact form sends: the customer's words, taken out of it.

The contract is `X-Webcare-Form: v1` with an attachment `webcare.json` (docs/channels/webform.md).
Nothing in such a mail is proof of who wrote it: it is no more than a mail with a Reply-To.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from app.services.channels.api import Attachment, Person
from app.services.channels.email.addresses import base_handle, normalised
from app.services.channels.email.headers import Headers, one_line
from app.services.channels.kit import Node, fingerprint
from app.services.resources import resource

KIND = "webform"
HEADER = "x-webcare-form"
FILE = "webcare.json"
TEXTS = "webform_texts.json"
LANGUAGES = ("nl", "en")
NAME, EMAIL, SUBJECT, MESSAGE = "name", "email", "subject", "message"
FACTS = ("phone", "order_no", "page_url")
FIELDS = (NAME, EMAIL, SUBJECT, MESSAGE, *FACTS)
LONGEST_VALUE, LONGEST_MESSAGE, LARGEST_FILE = 300, 100_000, 400_000
MOST_OTHERS = 20
_KNOWN = frozenset({*FIELDS, "v", "form", "submitted_at", "consent", "id"})
_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_LABEL = re.compile(r"\s{0,9}\*{0,2}([^:*\n]{2,40}?)\*{0,2}\s{0,9}:\*{0,2}[ \t]{0,9}(.*)")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Form:
    """What a customer filled in.

    Attributes:
        key: by which the same form is known when it comes twice; None when it has no id.
        author: his address is empty when he gave none that is not our own.
        text: his message, then what else he filled in, a line each; None when it was not found,
            so that the mail is shown as it is.
    """

    key: str | None
    author: Person
    subject: str
    text: str | None

    @property
    def fingerprint(self) -> str:
        """Hash of what was filled in: another text under the same id is another message."""
        return fingerprint(self.author.handle, self.subject, self.text or "")


@dataclass(slots=True)
class _Filled:
    values: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    id: str = ""


def is_form(headers: Headers) -> bool:
    """Tell whether a mail says that a contact form sent it."""
    return headers.first(HEADER).strip().lower() == "v1"


def read_form(
    headers: Headers,
    text: str,
    files: Iterable[Attachment],
    *,
    reply_to: Person | None,
    own_handles: Collection[str],
) -> Form:
    """Understand the mail of a form: its JSON, else its labelled lines, else the mail as it is.

    Any bytes give a form. The customer is who Reply-To names, else the address that he filled in;
    one of our own never counts.
    """
    lines = _from_lines(text)
    filled = _from_file(files) or lines
    filled.labels = lines.labels | filled.labels
    values = filled.values
    given = normalised(values.get(EMAIL, ""))
    own = {base_handle(handle.lower()) for handle in own_handles}
    answered = reply_to.handle if reply_to and base_handle(reply_to.handle) not in own else ""
    handle = answered or (given if given and base_handle(given) not in own else "")
    name = values.get(NAME) or (reply_to.name if reply_to and answered else "")
    subject = values.get(SUBJECT) or _without_mark(headers.text("subject"))
    body = _text(filled) if values.get(MESSAGE) else None
    key = f"<{filled.id}@form.invalid>" if filled.id else None
    return Form(key, Person(handle, name), subject, body)


def without_file(files: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """Return the files that the customer may have sent himself."""
    return tuple(file for file in files if file.name.lower() != FILE)


def labels(language: str) -> Mapping[str, str]:
    """Return the texts of a form: its fields and sentences in a language."""
    found: Mapping[str, str] = _texts()[language]
    return found


# --- the three ways ---------------------------------------------------------------------------


def _from_file(files: Iterable[Attachment]) -> _Filled | None:
    data = next((file.data for file in files if file.name.lower() == FILE), b"")
    if not data or len(data) > LARGEST_FILE:
        return None
    try:
        node = Node.of(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(node.raw, Mapping):
        return None
    filled = _Filled()
    for name in FIELDS:
        filled.values[name] = _clean(name, node[name].text)
    strangers = [name for name in node.raw if isinstance(name, str) and name not in _KNOWN]
    for name in strangers[:MOST_OTHERS]:
        value = _clean(name, node[name].text)
        if value:
            filled.others.append(f"{_clean(name, name)}: {value}")
    named = node["id"].text
    filled.id = named if _ID.fullmatch(named) else ""
    return filled if filled.values[MESSAGE] else None


def _from_lines(text: str) -> _Filled:
    filled = _Filled()
    lines = text.splitlines()
    for number, line in enumerate(lines):
        found = _LABEL.fullmatch(line)
        name = _named(found[1]) if found else None
        if found and name == MESSAGE:
            rest = _without_signature([found[2], *lines[number + 1 :]])
            _take_from_end(filled, rest)
            filled.values[MESSAGE] = _clean(MESSAGE, "\n".join(rest))
            return filled
        if found and name:
            _keep(filled, name, found[1], found[2])
        elif line.strip() and len(filled.others) < MOST_OTHERS:
            filled.others.append(one_line(line)[:LONGEST_VALUE])
    return filled


def _take_from_end(filled: _Filled, lines: list[str]) -> None:
    """Take the fields that stand below a message."""
    while lines:
        found = _LABEL.fullmatch(lines[-1])
        name = _named(found[1]) if found else None
        if lines[-1].strip() and (not found or name is None or filled.values.get(name)):
            return
        line = lines.pop()
        if found and name:
            _keep(filled, name, found[1], line.partition(":")[2])


def _without_signature(lines: list[str]) -> list[str]:
    ends = (number for number, line in enumerate(lines) if line.rstrip() == "--")
    return lines[: next(ends, len(lines))]


def _keep(filled: _Filled, name: str, label: str, value: str) -> None:
    filled.values.setdefault(name, _clean(name, value))
    filled.labels.setdefault(name, one_line(label))


def _text(filled: _Filled) -> str:
    dutch = labels(LANGUAGES[0])
    facts = [
        f"{filled.labels.get(name, dutch[name])}: {filled.values[name]}"
        for name in FACTS
        if filled.values.get(name)
    ]
    below = "\n".join([*facts, *filled.others])
    return "\n\n".join(filter(None, (filled.values[MESSAGE], below)))


def _clean(name: str, value: str) -> str:
    if name != MESSAGE:
        return one_line(value)[:LONGEST_VALUE]
    whole = value.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", whole)[:LONGEST_MESSAGE].strip()


def _without_mark(subject: str) -> str:
    for language in LANGUAGES:
        subject = subject.removeprefix(f"[{labels(language)['mark']}]")
    return subject.strip()


def _named(label: str) -> str | None:
    return _names().get(" ".join(label.lower().split()))


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    said = _texts()["said"]
    own = {labels(language)[name].lower(): name for language in LANGUAGES for name in FIELDS}
    return own | {word: name for name, words in said.items() for word in words}


@lru_cache(maxsize=1)
def _texts() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads(resource(TEXTS).read_text("utf-8"))
    return found
