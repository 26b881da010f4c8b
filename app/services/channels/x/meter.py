"""What X costs: counts what is read and written, and ends the reading at the owner's limit."""

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.services.channels.api import SecretBox
from app.services.channels.errors import QuotaExhausted
from app.services.channels.kit import Node

DOLLAR = 1_000_000

PRICES: Mapping[str, int] = {
    "owned": 1_000,
    "user": 10_000,
    "message": 10_000,
    "reply": 10_000,
    "link": 200_000,
    "direct": 15_000,
    "media": 5_000,
}
"""Millionths of a dollar, as X asked in August 2026: for one post that mentions us or is ours, one
profile, one direct message read, one answer, one answer with a link, one direct message sent, one
file."""

READ = ("owned", "message")
SENT = ("reply", "link", "direct")
USUAL_CAP = "5"
USAGE = "usage"
"""Name under which the counts are kept with the account."""


class CapReachedError(QuotaExhausted):
    """What the owner lets X cost in a month is spent: nothing is read until the next."""

    code = "x_cap_reached"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Reading X has cost {spent} dollars this month, and your limit is {cap}. Nothing is read "
        "from there until the month is over, or until you set a higher limit.",
    )


@dataclass(frozen=True, slots=True)
class Usage:
    """What this month cost: things read and sent, and millionths of a dollar."""

    read: int
    sent: int
    spent: int


class Meter:
    """The costs of one account; X counts one thing once in a day (UTC), and so does this."""

    def __init__(
        self,
        secrets: SecretBox,
        prices: Mapping[str, int],
        cap: int,
        *,
        now: Callable[[], datetime],
        lock: threading.Lock,
    ) -> None:
        self._secrets, self._prices, self._now, self._lock = secrets, prices, now, lock
        self.cap = cap

    def check(self) -> None:
        """Stop when the month's money is spent.

        Raises:
            CapReachedError: it is.
        """
        spent = self.usage().spent
        if spent >= self.cap:
            raise CapReachedError(server="X", spent=dollars(spent), cap=dollars(self.cap))

    def count(self, kind: str, ids: Iterable[str]) -> None:
        """Add things by their ids: each once in a day."""
        with self._lock:
            counts, seen = self._load()
            new = {f"{kind}:{one}" for one in ids} - seen
            if not new:
                return
            counts[kind] = counts.get(kind, 0) + len(new)
            kept = {
                "month": self._day[:7],
                "day": self._day,
                "counts": counts,
                "seen": sorted(seen | new),
            }
            self._secrets.put(USAGE, json.dumps(kept))

    def usage(self) -> Usage:
        """Return what this month cost until now."""
        counts, _ = self._load()
        return Usage(
            sum(counts.get(kind, 0) for kind in READ),
            sum(counts.get(kind, 0) for kind in SENT),
            sum(self._prices.get(kind, 0) * number for kind, number in counts.items()),
        )

    @property
    def _day(self) -> str:
        return self._now().date().isoformat()

    def _load(self) -> tuple[dict[str, int], set[str]]:
        try:
            told = Node.of((self._secrets.get(USAGE) or "{}").encode())
        except ValueError:
            told = Node(None)
        counts = told["counts"].raw if told["month"].text == self._day[:7] else {}
        seen = told["seen"] if told["day"].text == self._day else ()
        known = {str(kind): int(number) for kind, number in dict(counts or {}).items()}  # type: ignore[call-overload]
        return known, {one.text for one in seen}


def dollars(amount: int) -> str:
    """Return millionths of a dollar as they are written."""
    return f"{amount / DOLLAR:.2f}"


def amount_of(told: str, field: str) -> int:
    """Return an amount in dollars as millionths.

    Raises:
        InvalidValueError: it is none.
    """
    try:
        amount = round(float(told.strip().replace(",", ".")) * DOLLAR)
    except (ValueError, OverflowError):
        amount = -1
    if amount < 0:
        raise InvalidValueError(value=told, field=field, choices="5.00")
    return amount


def prices_of(told: str) -> dict[str, int]:
    """Return the prices that X asks, with what the owner changed in them: "link=0.25 user=0.02".

    Raises:
        InvalidValueError: there is another name, or no amount.
    """
    prices = dict(PRICES)
    for one in told.split():
        name, _, amount = one.partition("=")
        if name not in PRICES:
            raise InvalidValueError(value=one, field="prices", choices=", ".join(PRICES))
        prices[name] = amount_of(amount, "prices")
    return prices
