"""The words of a printed handbook: its headings, days, hours and amounts of time."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from app.models.rules.clocks import Target
from app.models.rules.hours import Block, Counting
from app.services.resources import resource

TEXTS = "handbook_texts.json"
_HOUR, _DAYS = timedelta(hours=1), timedelta(days=2)
_NAMES = {
    "facebook": "Facebook", "messenger": "Messenger", "instagram": "Instagram",
    "whatsapp": "WhatsApp", "whatsapp_twilio": "WhatsApp (Twilio)", "telegram": "Telegram",
    "mastodon": "Mastodon", "bluesky": "Bluesky", "x": "X", "youtube": "YouTube",
    "kiyoh": "Kiyoh", "trustpilot": "Trustpilot", "linkedin": "LinkedIn",
    "marktplaats": "Marktplaats", "bol": "bol", "booking": "Booking.com",
    "tripadvisor": "Tripadvisor", "thuisbezorgd": "Thuisbezorgd.nl",
    "zorgkaart": "ZorgkaartNederland", "werkspot": "Werkspot",
}  # fmt: skip
"""Channels that have one name in all languages; the others are texts."""


@dataclass(frozen=True, slots=True)
class Words:
    """Says things in one language (nl or en)."""

    language: str
    _said: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its places filled."""
        return str(self._said[key]).format(**values)

    def known(self, key: str) -> bool:
        """Tell whether there is a text under this key."""
        return key in self._said

    def count(self, key: str, number: int) -> str:
        """Return a number of things."""
        return str(self._said[key][number != 1]).format(number=number)

    def day(self, day: date) -> str:
        """Return a date with its month as a word."""
        month = self("months").split()[day.month - 1]
        return self("date_form", day=day.day, month=month, year=day.year)

    def weekday(self, number: int) -> str:
        """Return the name of a weekday, 0 for Monday."""
        return self("weekdays").split()[number]

    def blocks(self, blocks: Sequence[Block]) -> str:
        """Return the hours of a day."""
        told = ", ".join(f"{_clock(one.start)}–{_clock(one.end)}" for one in blocks)
        return told or self("closed")

    def amount(self, amount: timedelta) -> str:
        """Return an amount of time in its largest whole unit; up to two days in hours."""
        if amount >= _DAYS and not amount % timedelta(days=1):
            return self.count("days_of", amount // timedelta(days=1))
        if amount >= _HOUR and not amount % _HOUR:
            return self.count("hours_of", amount // _HOUR)
        return self.count("minutes", amount // timedelta(minutes=1))

    def target(self, target: Target) -> str:
        """Return a target and which time counts for it."""
        told, counting = self.amount(target.amount), self(f"counting_{target.counting.value}")
        join = " " if target.counting is Counting.WORKING else ", "
        return f"{told}{join}{counting}"

    def channel(self, kind: str) -> str:
        """Return what a kind of channel is called."""
        key = f"channel_{kind}"
        return _NAMES.get(kind) or (self(key) if self.known(key) else kind)


def words_in(language: str) -> Words:
    """Return the words of a language; of one that there is none of, the Dutch ones."""
    found = _texts()
    return Words(language, found.get(language, found["nl"]))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


@lru_cache(maxsize=1)
def _texts() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = json.loads(resource(TEXTS).read_text("utf-8"))
    return found
