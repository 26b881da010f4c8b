"""Promises: found in what we write, kept or late, and told of before they run out."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.models.rules.hours import (
    DAY,
    Counting,
    OpeningHours,
    add_time,
    add_working_time,
    is_open,
    next_opening,
)

NUDGE_AT = 0.8
"""Share of its time after which the owner is told that a promise runs out."""


class PromiseKind(StrEnum):
    """What was promised: to write, or to ring back."""

    PROMISE = "promise"
    CALLBACK = "callback"


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Found:
    """A promise in a text: the words that give it, and when it runs out."""

    words: str
    due_at: datetime
    kind: PromiseKind


_GIVES = re.compile(
    r"\b(hoort|hoor|horen|laat .{0,40}weten|laten .{0,40}weten|bericht(en)?|antwoord(en)?"
    r"|komen? .{0,20}terug|nemen? .{0,20}contact|mail(en)?|reactie|reageren|uitsluitsel|hear"
    r"|let you know|get back|reply|answer|respond|contact you|update)\b",
    re.IGNORECASE,
)
_CALLS = re.compile(
    r"\b(bel(len)? (ik |we |wij )?(u|je|jullie)\b|(u|je) (wordt|word) .{0,20}gebeld|terugbellen"
    r"|call you|ring you|phone you)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:binnen|within|in)\s+(een|one|an?|\d{1,3}|twee|two|drie|three)\s*"
    r"(minuten|minuut|minutes?|uur|uren|hours?|werkdag(?:en)?|working days?|dag(?:en)?|days?)\b",
    re.IGNORECASE,
)
_DAYS = re.compile(r"\b(vandaag|today|morgen|tomorrow|overmorgen)\b", re.IGNORECASE)
_NUMBERS = {"een": 1, "one": 1, "a": 1, "an": 1, "twee": 2, "two": 2, "drie": 3, "three": 3}
_OFFSETS = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2}
_SENTENCE = re.compile(r"[^.!?\n]+")


def found_in(text: str, now: datetime, hours: OpeningHours) -> Found | None:
    """Return the promise that a text of ours gives, the one that runs out first; None without one.

    A promise is a sentence that says both what we will do (write, answer, ring) and when: within
    some time, or a day, which lasts until we close. Hours count on open days, as those of the
    answer clock; working days end when we close.
    """
    found = [_in_sentence(match.group(), now, hours) for match in _SENTENCE.finditer(text)]
    return min((one for one in found if one is not None), key=lambda one: one.due_at, default=None)


def _in_sentence(sentence: str, now: datetime, hours: OpeningHours) -> Found | None:
    calls = _CALLS.search(sentence) is not None
    if not calls and _GIVES.search(sentence) is None:
        return None
    due = _due(sentence, now, hours)
    kind = PromiseKind.CALLBACK if calls else PromiseKind.PROMISE
    return None if due is None else Found(sentence.strip(), due, kind)


def _due(sentence: str, now: datetime, hours: OpeningHours) -> datetime | None:
    within = _WITHIN.search(sentence)
    if within is not None:
        count, unit = within.group(1).lower(), within.group(2).lower()
        return _within(_NUMBERS.get(count) or int(count), unit, now, hours)
    day = _DAYS.search(sentence)
    if day is None:
        return None
    return _end_of(hours, hours.local_day(now) + _OFFSETS[day.group(1).lower()] * DAY, now)


def _within(count: int, unit: str, now: datetime, hours: OpeningHours) -> datetime:
    if unit.startswith("min"):
        return add_working_time(hours, now, timedelta(minutes=count))
    if unit.startswith(("uur", "uren", "hour")):
        return add_time(hours, Counting.OPEN_DAYS, now, timedelta(hours=count))
    if unit.startswith(("werk", "work")):
        return _working_days(hours, now, count)
    return _end_of(hours, hours.local_day(now) + count * DAY, now)


def _working_days(hours: OpeningHours, now: datetime, count: int) -> datetime:
    due = add_time(hours, Counting.OPEN_DAYS, now, count * DAY)
    return _end_of(hours, hours.local_day(due), now)


def _end_of(hours: OpeningHours, day: date, now: datetime) -> datetime:
    """Return when we close on a day, or when the day ends for one on which we are closed."""
    closes = [end for _start, end in hours.intervals(day) if end > now]
    return closes[-1] if closes else hours.midnight(day + DAY)


def settled(due_at: datetime, at: datetime) -> PromiseState:
    """Return what an answer at this moment makes of a promise."""
    return PromiseState.KEPT if at <= due_at else PromiseState.LATE


def told_at(moment: datetime, due_at: datetime, hours: OpeningHours, now: datetime) -> datetime:
    """Return when the owner is told what is to be told of a promise from `moment` on, `now` first.

    What can wait until we open does; what runs out before that has its moment all the same.
    """
    soon = max(moment, now)
    if is_open(hours, now):
        return soon
    opens = next_opening(hours, now)
    return soon if due_at < opens else max(soon, opens)


def nudge_at(made_at: datetime, due_at: datetime) -> datetime:
    """Return when the owner is to be told that a promise runs out."""
    return made_at + NUDGE_AT * (due_at - made_at)
