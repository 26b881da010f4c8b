"""Telephone numbers and addresses as people say them, in the one way they are kept."""

import re
from dataclasses import dataclass

EMAIL, PHONE = "email", "phone"
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_SAID = re.compile(r"[\s().\-/]+")
_NUMBER = re.compile(r"\+?\d{6,15}")
_COUNTRIES = {"NL": "+31", "BE": "+32"}


@dataclass(frozen=True, slots=True)
class Handle:
    """A way to reach somebody: the kind of channel, and his name there."""

    kind: str
    handle: str


def handle_of(text: str, country: str) -> Handle | None:
    """Return the address or number that a text gives, or None.

    A number without a country is one of the firm's: "06 1234 5678" is +31612345678 in NL.
    """
    words = text.strip()
    if _MAIL.fullmatch(words):
        return Handle(EMAIL, words.lower())
    number = _SAID.sub("", words.replace("(0)", ""))
    if _NUMBER.fullmatch(number) is None:
        return None
    if number.startswith("00"):
        number = f"+{number[2:]}"
    elif number.startswith("0") and country in _COUNTRIES:
        number = f"{_COUNTRIES[country]}{number[1:]}"
    return Handle(PHONE, number)


def reaches(kind: str, handle: str) -> bool:
    """Tell whether an account of a kind can write to a handle: mail goes to addresses alone."""
    return kind != EMAIL or "@" in handle
