"""Texts with places to fill in: `{naam}`, or `{naam|daar}` with what stands there without one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_PLACE = re.compile(r"\{([^{}|\n]{1,40})(?:\|([^{}\n]*))?\}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled text, and the places that nothing was known for."""

    text: str
    missing: tuple[str, ...]


def fill(body: str, values: Mapping[str, str]) -> Filled:
    """Fill the places of a text; one without a value and without a fallback stays and is named."""
    missing: list[str] = []

    def put(match: re.Match[str]) -> str:
        name = match.group(1).strip().lower()
        value = values.get(name) or match.group(2)
        if value is None:
            missing.append(name)
            return match.group()
        return value

    return Filled(_PLACE.sub(put, body), tuple(dict.fromkeys(missing)))


def places(text: str) -> tuple[str, ...]:
    """Return the names of the places in a text that have no fallback."""
    return fill(text, {}).missing
