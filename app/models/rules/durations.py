"""Amounts of time as people write them: 5 min, 4 uur, 2 days."""

import re
from datetime import timedelta

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError

_AMOUNT = re.compile(r"(\d{1,6})\s*([^\W\d]*)\.?")
_UNITS = {
    **dict.fromkeys(("", "m", "min", "minuut", "minuten", "minute", "minutes"), 1),
    **dict.fromkeys(("u", "uur", "h", "hour", "hours"), 60),
    **dict.fromkeys(("d", "dag", "dagen", "day", "days"), 1440),
}


class UnreadableAmountError(KnownError):
    """What was typed is no amount of time."""

    code = "unreadable_amount"
    text = QT_TRANSLATE_NOOP("errors", "“{value}” is no amount of time. Write 5 min, 4 h or 2 d.")


def parse_amount(typed: str) -> timedelta:
    """Return the time that somebody wrote; a number alone is minutes.

    Raises:
        UnreadableAmountError: it cannot be read.
    """
    match = _AMOUNT.fullmatch(typed.strip().casefold())
    if match is None or match[2] not in _UNITS:
        raise UnreadableAmountError(value=typed.strip())
    return timedelta(minutes=int(match[1]) * _UNITS[match[2]])


def parts_of(amount: timedelta) -> tuple[int, str]:
    """Return a number and its unit (min, h or d), the largest in which it is whole.

    A day is only said from two days on: "24 h" is what a promise says.
    """
    minutes = int(amount / timedelta(minutes=1))
    if minutes % 1440 == 0 and minutes > 1440:
        return minutes // 1440, "d"
    if minutes % 60 == 0 and minutes:
        return minutes // 60, "h"
    return minutes, "min"
