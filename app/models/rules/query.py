"""The language of the search line: `state:open van:anna "to the letter" -not`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from app.models.rules.errors import InvalidValueError
from app.models.rules.moments import parse_day
from app.models.rules.tickets import Priority, TicketState

_PART = re.compile(
    r'(?P<minus>-)?(?:(?P<name>[^\W\d_][\w-]*):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))'
)
OPERATORS: Mapping[str, str] = {
    "state": "state",
    "status": "state",
    "category": "category",
    "categorie": "category",
    "priority": "priority",
    "prioriteit": "priority",
    "department": "department",
    "afdeling": "department",
    "type": "type",
    "soort": "type",
    "product": "product_group",
    "productgroep": "product_group",
    "channel": "kind",
    "kanaal": "kind",
    "account": "account",
    "from": "sender",
    "van": "sender",
    "tag": "tag",
    "label": "tag",
    "is": "flag",
    "has": "has",
    "heeft": "has",
    "before": "before",
    "voor": "before",
    "after": "after",
    "na": "after",
    "incident": "incident",
    "nr": "number",
    "number": "number",
    "nummer": "number",
}
_STATES = {
    "nieuw": "new",
    "wacht-op-collega": "waiting_colleague",
    "wacht-op-klant": "waiting_customer",
    "later": "snoozed",
    "sluimert": "snoozed",
    "beantwoord": "answered",
    "afgehandeld": "closed",
    "done": "closed",
    "geen-reactie": "no_reaction",
}
_PRIORITIES = {"laag": "low", "normaal": "normal", "hoog": "high", "dringend": "urgent"}
_FLAGS = {
    "wacht": "waiting",
    "klaar": "done",
    "laat": "late",
    "te-laat": "late",
    "later": "snoozed",
    "sluimert": "snoozed",
}
_HAS = {"attachment": "attachment", "bijlage": "attachment", "concept": "draft", "draft": "draft"}
_CHOICES: Mapping[str, tuple[Mapping[str, str], Iterable[str]]] = {
    "state": ({state.value: state.value for state in TicketState} | _STATES, TicketState),
    "priority": ({one.value: one.value for one in Priority} | _PRIORITIES, Priority),
    "flag": (
        {one: one for one in ("open", "waiting", "done", "late", "snoozed", "spam")} | _FLAGS,
        ("open", "waiting", "snoozed", "done", "late", "spam"),
    ),
    "has": (_HAS, ("attachment", "draft")),
}


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query; everything in it has to hold.

    Attributes:
        filters: values by field of a ticket; of several values one has to hold.
        refused: values by field that may not hold.
        senders: parts of the customer's name or handle; tags, flags and has likewise.
        after, before: begin of the first day, and of the first day no more.
        words: words, or beginnings of words; phrases stand to the letter; excluded may not occur.
    """

    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refused: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    senders: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    has: frozenset[str] = frozenset()
    number: int | None = None
    after: datetime | None = None
    before: datetime | None = None
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    @property
    def searches(self) -> bool:
        """Tell whether texts have to be searched, beyond what tickets say of themselves."""
        return bool(self.words or self.phrases or self.excluded)

    @property
    def names_states(self) -> bool:
        """Tell whether the query itself says which states are wanted."""
        return "state" in self.filters or bool(self.flags)


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of what was typed."""

    minus: bool
    name: str
    value: str
    quoted: bool


def parse_query(text: str, *, now: datetime, zone: str) -> Query:
    """Parse what the owner typed.

    A word before a colon that is no operator is searched for like any other word, and so is an
    operator without a value, which is still being typed.

    Args:
        text: what stands in the search line.
        now: the present, for `after:yesterday`.
        zone: the firm's time zone, in which days begin.

    Raises:
        InvalidValueError: an operator got a value it does not take.
    """
    query, here = Query(), ZoneInfo(zone)
    for part in _parts(text):
        query = _add(query, part, now.astimezone(here))
    return query


def _parts(text: str) -> Iterator[_Part]:
    for found in _PART.finditer(text):
        quoted = found["quoted"] is not None
        value = found["quoted"] if quoted else found["plain"]
        name = (found["name"] or "").lower()
        if name and name not in OPERATORS:
            name, value = "", f"{found['name']} {value}"
        if not name and value.endswith(":") and value[:-1].lower() in OPERATORS:
            continue
        yield _Part(bool(found["minus"]), name, value.strip(), quoted)


def _add(query: Query, part: _Part, now: datetime) -> Query:
    if not part.value:
        return query
    operator = OPERATORS.get(part.name)
    if operator is None:
        return _add_words(query, part)
    value = _value(operator, part)
    if operator in {"before", "after"}:
        return _add_day(query, operator, part, now)
    if operator == "number":
        return replace(query, number=_number(part))
    if operator in {"flag", "has"}:
        return _add_flag(query, operator, part, value)
    if operator == "sender" and not part.minus:
        return replace(query, senders=(*query.senders, value.lower()))
    if operator == "tag" and not part.minus:
        return replace(query, tags=(*query.tags, value.lower()))
    known = query.refused if part.minus else query.filters
    grown = {**known, operator: (*known.get(operator, ()), value)}
    return replace(query, refused=grown) if part.minus else replace(query, filters=grown)


def _add_words(query: Query, part: _Part) -> Query:
    if part.minus:
        return replace(query, excluded=(*query.excluded, part.value))
    if part.quoted:
        return replace(query, phrases=(*query.phrases, part.value))
    return replace(query, words=(*query.words, part.value))


def _add_day(query: Query, operator: str, part: _Part, now: datetime) -> Query:
    day: date | None = parse_day(part.value, today=now.date())
    if day is None:
        raise InvalidValueError(value=part.value, field=part.name, choices="2026-12-31")
    begin = datetime.combine(day, time(), now.tzinfo)
    return replace(query, before=begin) if operator == "before" else replace(query, after=begin)


def _add_flag(query: Query, operator: str, part: _Part, value: str) -> Query:
    if part.minus:
        grown = {**query.refused, operator: (*query.refused.get(operator, ()), value)}
        return replace(query, refused=grown)
    if operator == "flag":
        return replace(query, flags=query.flags | {value})
    return replace(query, has=query.has | {value})


def _value(operator: str, part: _Part) -> str:
    if operator not in _CHOICES:
        return part.value
    known, offered = _CHOICES[operator]
    found = known.get(part.value.lower())
    if found is None:
        raise InvalidValueError(value=part.value, field=part.name, choices=", ".join(offered))
    return found


def _number(part: _Part) -> int:
    digits = part.value.removeprefix("#")
    if not digits.isdecimal() or len(digits) > 12:
        raise InvalidValueError(value=part.value, field=part.name, choices="1234")
    return int(digits)
