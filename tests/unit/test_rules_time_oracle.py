"""The clocks against counting minute by minute on the wall clock, written apart from them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.rules.clocks import Target, Targets, due_at, first_reaction_due
from app.models.rules.hours import Block, Counting, OpeningHours, time_between
from app.models.rules.ledger import Span, Turn, minutes, sums
from tests.effort import examples, repeated

ZONE = ZoneInfo("Europe/Amsterdam")
MINUTE = timedelta(minutes=1)
OFFICE = (Block(540, 750), Block(780, 1050))
EVENING = (Block(1140, 1290),)
CHRISTMAS = {date(2026, 12, 24): (Block(540, 900),), date(2026, 12, 25): (), date(2026, 12, 26): ()}


def hours(week: tuple[tuple[Block, ...], ...], **more: object) -> OpeningHours:
    return OpeningHours("Europe/Amsterdam", week, **more)  # type: ignore[arg-type]


CALENDARS = {
    "lunch": hours((OFFICE,) * 5 + ((), ()), special=CHRISTMAS),
    "shop": hours(((Block(600, 1080),),) * 6 + ((Block(720, 1020),),), special=CHRISTMAS),
    "night": hours(((Block(0, 165), Block(1320, 1440)),) * 7),
    "through the change": hours(((Block(135, 195), Block(200, 210)),) * 7),
    "always": hours(((Block(0, 1440),),) * 7),
    "weekend": hours(((),) * 5 + ((Block(480, 780),),) * 2, special=CHRISTMAS),
    "evening": hours((OFFICE,) * 5 + ((), ()), evening=(EVENING,) * 6 + ((),)),
    "one day": hours(((), (), (Block(541, 583), Block(600, 601)), (), (), (), ())),
}
STARTS = [datetime(2026, 3, 27, 9), datetime(2026, 10, 23, 9), datetime(2026, 12, 22, 9)]
WINDOW = 50 * 1440
EXAMPLES, AT_ONCE = examples(130, quick=4), 10
Spans = list[Span]


@cache
def wall_clock(base: datetime) -> list[tuple[date, int]]:
    """Return what the clock on the wall shows, minute by minute."""
    shown = [(base + (minute - BEFORE) * MINUTE).astimezone(ZONE) for minute in range(WINDOW)]
    return [(wall.date(), wall.hour * 60 + wall.minute) for wall in shown]


class Minutes:
    """Which minutes count, read from the wall clock of each."""

    def __init__(self, calendar: OpeningHours, *, evening: bool = False) -> None:
        self.calendar, self.evening = calendar, evening

    def blocks(self, day: date) -> tuple[Block, ...]:
        if day in self.calendar.special:
            return self.calendar.special[day]
        own = self.calendar.week[day.weekday()]
        return own + (self.calendar.evening[day.weekday()] if self.evening else ())

    @cache  # noqa: B019  lives as long as the tests
    def read(self, base: datetime) -> dict[Counting, bytes]:
        """Return for each minute from an hour and a half before `base` on whether it counts."""
        is_open, on_open_day = bytearray(WINDOW), bytearray(WINDOW)
        for minute, (day, shown) in enumerate(wall_clock(base)):
            blocks = self.blocks(day)
            is_open[minute] = any(one.start <= shown < one.end for one in blocks)
            on_open_day[minute] = bool(blocks)
        return {
            Counting.WORKING: bytes(is_open),
            Counting.OPEN_DAYS: bytes(on_open_day),
            Counting.ALWAYS: b"\1" * WINDOW,
        }

    def due(self, counting: Counting, case: "Case", amount: int) -> datetime | None:
        """Return the end of the last minute that counts; None when it never comes."""
        counts = self.read(case.base)[counting]
        is_open = self.read(case.base)[Counting.WORKING]
        at = number(case.base, case.started)
        begun = counting is not Counting.OPEN_DAYS or bool(counts[at])
        runs = True
        for span in case.spans:
            until = WINDOW if span.until is None else number(case.base, span.until)
            runs = span.turn in {Turn.US, Turn.COLLEAGUE}
            while at < until:
                begun = begun or bool(is_open[at])
                if runs and begun and counts[at]:
                    amount -= 1
                    if amount == 0:
                        return case.base + (at + 1 - BEFORE) * MINUTE
                at += 1
        assert not runs, "the window is too small for this case"
        return None


BEFORE = 90


def number(base: datetime, moment: datetime) -> int:
    return (moment - base) // MINUTE + BEFORE


@dataclass
class Case:
    """A message that comes in, and whose turn it was since."""

    base: datetime
    started: datetime
    spans: Spans

    @classmethod
    def by(cls, chance: random.Random) -> "Case":
        base = chance.choice(STARTS).replace(tzinfo=UTC)
        started = base + chance.randint(0, 6 * 1440) * MINUTE
        # A ticket may be older than the clock: the message may be a later one.
        at, spans = started - chance.choice([0, 0, chance.randint(0, BEFORE)]) * MINUTE, []
        for _ in range(chance.randint(0, 6)):
            length = chance.choice([1, 2, 60, chance.randint(1, 900)]) * MINUTE
            spans.append(Span(chance.choice(list(Turn)), at, at + length))
            at += length
        return cls(base, started, [*spans, Span(chance.choice(list(Turn)), at)])


ORACLES = {name: Minutes(calendar) for name, calendar in CALENDARS.items()}
REACHABLE = Minutes(CALENDARS["evening"], evening=True)


def cases(seed: int) -> Iterator[tuple[Case, random.Random]]:
    """Give some random cases: drawing each from hypothesis would cost more than trying it."""
    chance = random.Random(seed)
    for _ in range(AT_ONCE):
        yield Case.by(chance), chance


SEEDS = st.integers(0, 2**32)


@repeated
@pytest.mark.parametrize("name", CALENDARS)
@settings(max_examples=EXAMPLES, deadline=None)
@given(seed=SEEDS)
def test_clocks_equal_counting_minutes(name: str, seed: int) -> None:
    for case, chance in cases(seed):
        amount = chance.choice([1, 5, 60, chance.randint(1, 60 if name == "one day" else 1500)])
        counting = chance.choice(list(Counting))
        found = due_at(Target(amount * MINUTE, counting), CALENDARS[name], case.started, case.spans)
        assert found == ORACLES[name].due(counting, case, amount), (case, amount, counting)
        passed = case.spans[-1].since + amount * MINUTE - case.spans[0].since
        now = case.spans[0].since + passed
        assert sum(sums(case.spans, now).values(), timedelta(0)) == passed
        assert sum(minutes(case.spans, now).values()) * MINUTE == passed


@repeated
@settings(max_examples=EXAMPLES, deadline=None)
@given(seed=SEEDS)
def test_evening_targets_equal_counting_minutes(seed: int) -> None:
    oracle = ORACLES["evening"]
    for case, chance in cases(seed):
        amount, evening = chance.randint(1, 90), chance.randint(1, 90)
        targets = Targets(Target(amount * MINUTE, Counting.WORKING), evening=evening * MINUTE)
        dues = [oracle.due(Counting.WORKING, case, amount)]
        at = number(case.base, case.started)
        reachable, opened = (one.read(case.base)[Counting.WORKING] for one in (REACHABLE, oracle))
        if reachable[at] and not opened[at]:
            dues.append(REACHABLE.due(Counting.WORKING, case, evening))
        expected = min((one for one in dues if one is not None), default=None)
        found = first_reaction_due(targets, CALENDARS["evening"], case.started, case.spans)
        assert found == expected, (case, amount, evening)


@repeated
@pytest.mark.parametrize("name", CALENDARS)
@settings(max_examples=examples(20, quick=2, most=150), deadline=None)
@given(seed=SEEDS)
def test_time_between_equals_counting_minutes(name: str, seed: int) -> None:
    for case, chance in cases(seed):
        length, counting = chance.randint(0, 9000), chance.choice(list(Counting))
        at = number(case.base, case.started)
        counted = sum(ORACLES[name].read(case.base)[counting][at : at + length])
        ends = case.started + length * MINUTE
        found = time_between(CALENDARS[name], counting, case.started, ends)
        assert found == counted * MINUTE, (case, length, counting)
