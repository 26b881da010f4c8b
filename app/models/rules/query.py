"""The small language of the list: `state:open from:anna late words`."""

import re
from dataclasses import dataclass, field

from app.models.rules.errors import InvalidValueError
from app.models.rules.tickets import Priority, TicketState

_PART = re.compile(r'(?:(\w+):)?(?:"([^"]*)"|(\S+))')
_NAMES = {
    "state": "state",
    "status": "state",
    "category": "category",
    "categorie": "category",
    "priority": "priority",
    "prioriteit": "priority",
    "department": "department",
    "afdeling": "department",
    "channel": "kind",
    "kanaal": "kind",
    "from": "sender",
    "van": "sender",
    "is": "flag",
}
_CHOICES = {
    "state": [state.value for state in TicketState],
    "priority": [priority.value for priority in Priority],
    "flag": ["open", "waiting", "done", "late"],
}


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: column filters by name, a sender's part, flags, and words to search for."""

    filters: dict[str, str] = field(default_factory=dict)
    sender: str = ""
    flags: frozenset[str] = frozenset()
    words: str = ""


def parse_query(text: str) -> Query:
    """Parse what the owner typed.

    A word before a colon that is no operator is searched for like any other word.

    Raises:
        InvalidValueError: an operator got a value it does not take.
    """
    filters: dict[str, str] = {}
    flags: set[str] = set()
    sender = ""
    words: list[str] = []
    for name, quoted, plain in _PART.findall(text):
        value = quoted or plain
        operator = _NAMES.get(name.lower())
        if operator is None:
            words.append(f"{name} {value}".strip())
            continue
        choices = _CHOICES.get(operator)
        if choices is not None and value not in choices:
            raise InvalidValueError(value=value, field=name, choices=", ".join(choices))
        if operator == "flag":
            flags.add(value)
        elif operator == "sender":
            sender = value.lower()
        else:
            filters[operator] = value
    return Query(filters, sender, frozenset(flags), " ".join(words))
