"""The details at the top of a page: `key: value` and `- item`, a small part of YAML."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.models.rules.durations import UnreadableAmountError, parse_amount, parts_of
from app.models.rules.handbook import words
from app.models.rules.handbook.pages import (
    LANGUAGES,
    SIGNALS,
    START,
    Article,
    Page,
    Position,
    Sop,
)
from app.models.rules.handbook.troubles import (
    BadDetailError,
    DoubleDetailError,
    MissingDetailError,
    NoDetailsError,
    UnknownDetailError,
    UnreadablePageError,
)

FENCE = "---"
_FIELD = re.compile(r"([^\W\d_]+)\s*:\s*(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_PLAIN = re.compile(r"[\w(][\w .,;()/&’+@%!?–-]*")
_POSITION = re.compile(r"(start|\d{1,9}) (-?\d{1,9}) (-?\d{1,9})")


@dataclass(slots=True)
class Detail:
    """One detail as it was written."""

    line: int
    word: str
    values: list[str]
    is_list: bool


@dataclass(slots=True)
class Details:
    """The details of a page by their English names, and what was wrong with them."""

    found: dict[str, Detail]
    troubles: list[UnreadablePageError]
    end: int

    def text(self, name: str) -> str:
        """Return the one value of a detail, "" without it."""
        detail = self.found.get(name)
        return detail.values[0] if detail and detail.values else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the values of a detail."""
        return tuple(self.found[name].values) if name in self.found else ()

    def refuse(self, name: str, value: str) -> None:
        """Note that a detail cannot have a value."""
        detail = self.found[name]
        self.troubles.append(BadDetailError(line=detail.line, value=value, field=detail.word))


def read(lines: Sequence[str]) -> Details:
    """Read the details at the beginning of a page; `end` is the line of the text after them.

    Raises:
        NoDetailsError: there are none, or they do not end.
    """
    if not lines or lines[0].strip() != FENCE:
        raise NoDetailsError(line=1)
    end = next((n for n, one in enumerate(lines[1:], 1) if one.rstrip() == FENCE), None)
    if end is None:
        raise NoDetailsError(line=len(lines))
    details = Details({}, [], end + 1)
    last: Detail | None = None
    for number, text in enumerate(lines[1:end], 2):
        if text.strip():
            last = _take(details, last, number, text)
    return details


def kind_of(details: Details) -> str:
    """Return article or sop; notes what is missing, and what an article does not have."""
    for name in ("kind", "title"):
        if name not in details.found:
            missing = " / ".join(dict.fromkeys(words.FIELDS[name]))
            details.troubles.append(MissingDetailError(line=1, value=missing))
    kind = words.kind_named(details.text("kind"))
    if kind is None and "kind" in details.found:
        details.refuse("kind", details.text("kind"))
    if kind == "article":
        for name in words.OF_SOPS & details.found.keys():
            detail = details.found[name]
            details.troubles.append(UnknownDetailError(line=detail.line, value=detail.word))
    return kind or "sop"


def page_of(details: Details, kind: str) -> Article | Sop:
    """Return a page with its details only."""
    language = details.text("language").casefold() or LANGUAGES[0]
    if language not in LANGUAGES:
        details.refuse("language", details.text("language"))
    page = Page(
        title=details.text("title"),
        key=details.text("key"),
        department=details.text("department"),
        owner=details.text("owner"),
        review=_date(details, "review"),
        language=language,
        tags=details.texts("tags"),
        asked=details.texts("asked"),
    )
    common = {name: getattr(page, name) for name in Page.__slots__}
    if kind == "article":
        return Article(**common)
    return Sop(
        **common,
        categories=details.texts("categories"),
        types=details.texts("types"),
        signals=_signals(details),
        required=_is_yes(details, "required"),
        response=_amount(details, "response"),
        throughput=_amount(details, "throughput"),
    )


def positions_of(details: Details, numbers: Iterable[int]) -> dict[int, Position]:
    """Return where the start (0) and the steps of these numbers are drawn."""
    known = {START, *numbers}
    found: dict[int, Position] = {}
    for value in details.texts("positions"):
        match = _POSITION.fullmatch(value.casefold())
        number = int(match[1]) if match and match[1] != "start" else START
        if match is None or number not in known or number in found or match[1] == "0":
            details.refuse("positions", value)
        else:
            found[number] = (int(match[2]), int(match[3]))
    return found


def written(page: Article | Sop, positions: Mapping[int, Position]) -> list[str]:
    """Return the lines of the details of a tidied page, the fences too."""
    kind = words.KINDS["sop" if isinstance(page, Sop) else "article"]
    values: dict[str, str | Sequence[str]] = {
        "kind": words.written(kind, page.language),
        "key": _quoted(page.key) if page.key else "",
        "department": _quoted(page.department),
        "owner": _quoted(page.owner),
        "review": page.review.isoformat() if page.review else "",
        "language": page.language,
        "tags": [_quoted(one) for one in page.tags],
        "asked": [_quoted(one) for one in page.asked],
    }
    if isinstance(page, Sop):
        values |= {
            "categories": [_quoted(one) for one in page.categories],
            "types": [_quoted(one) for one in page.types],
            "signals": page.signals,
            "required": words.written(words.YES, page.language) if page.required else "",
            "response": _spelled(page.response, page.language),
            "throughput": _spelled(page.throughput, page.language),
            "positions": [
                f"{number or 'start'} {right} {down}" for number, (right, down) in positions.items()
            ],
        }
    values = {name: value for name, value in values.items() if value}
    values["title"] = _quoted(page.title) or '""'
    lines = [FENCE]
    for name, pair in words.FIELDS.items():
        if name in values:
            lines += _written(words.written(pair, page.language), values[name])
    return [*lines, FENCE]


# --- how -------------------------------------------------------------------------------------


def _take(details: Details, last: Detail | None, number: int, text: str) -> Detail | None:
    if last is not None and last.is_list and (match := _ITEM.fullmatch(text)):
        last.values.append(_unquoted(details, number, last.word, match[1]))
        return last
    match = _FIELD.fullmatch(text)
    name = words.field_named(match[1]) if match else None
    if match is None or name is None:
        word = match[1] if match else text.strip()
        details.troubles.append(UnknownDetailError(line=number, value=word))
        return Detail(number, word, [], is_list=True)
    if name in details.found:
        details.troubles.append(DoubleDetailError(line=number, value=match[1]))
    detail = Detail(number, match[1], [], is_list=name in words.LISTS)
    detail.values += [
        _unquoted(details, number, match[1], one)
        for one in _inline(match[2], is_list=detail.is_list)
    ]
    details.found[name] = detail
    return detail


def _inline(value: str, *, is_list: bool) -> list[str]:
    value = value.strip()
    if is_list and value.startswith("[") and value.endswith("]"):
        return [one for one in map(str.strip, value[1:-1].split(",")) if one]
    return [value] if value else []


def _unquoted(details: Details, number: int, word: str, value: str) -> str:
    value = value.strip()
    if value.startswith("'") and value.endswith("'") and len(value) > 1:
        return value[1:-1].replace("''", "'")
    if not value.startswith(('"', "'")):
        return value
    try:
        return str(json.loads(value))
    except json.JSONDecodeError:
        details.troubles.append(BadDetailError(line=number, value=value, field=word))
        return value


def _quoted(value: str) -> str:
    return value if _PLAIN.fullmatch(value) or not value else json.dumps(value, ensure_ascii=False)


def _written(word: str, value: str | Sequence[str]) -> list[str]:
    if isinstance(value, str):
        return [f"{word}: {value}"]
    return [f"{word}:", *(f"  - {one}" for one in value)]


def _date(details: Details, name: str) -> date | None:
    value = details.text(name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        details.refuse(name, value)
        return None


def _signals(details: Details) -> tuple[str, ...]:
    found = details.texts("signals")
    for value in found:
        if value not in SIGNALS:
            details.refuse("signals", value)
    return found


def _is_yes(details: Details, name: str) -> bool:
    value = details.text(name).casefold()
    if value and value not in {*words.YES, *words.NO}:
        details.refuse(name, details.text(name))
    return value in words.YES


def _amount(details: Details, name: str) -> timedelta | None:
    value = details.text(name)
    try:
        return parse_amount(value) if value else None
    except UnreadableAmountError:
        details.refuse(name, value)
        return None


def _spelled(amount: timedelta | None, language: str) -> str:
    if amount is None:
        return ""
    number, unit = parts_of(amount)
    return f"{number} {words.written(words.UNITS[unit], language)}"
