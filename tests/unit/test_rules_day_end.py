"""The end of the day: when it is there, and what should not be left lying."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.day_end import (
    ABSENCE,
    BRIEFINGS,
    OUTBOX,
    PROMISES,
    UNANSWERED,
    Due,
    Facts,
    Point,
    Tomorrow,
    check,
    ends,
    tomorrow,
)
from app.models.rules.hours import Block, OpeningHours

WORKDAY = (Block(540, 750), Block(780, 1050))
HOURS = OpeningHours(zone="Europe/Amsterdam", week=(*((WORKDAY,) * 5), (), ()))
NEVER = OpeningHours(zone="Europe/Amsterdam", week=((),) * 7)
HOUR = timedelta(hours=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+01:00").astimezone(UTC)


MONDAY, TUESDAY = at("2026-11-23T17:00"), at("2026-11-24T09:00")
NEXT = Tomorrow(TUESDAY, at("2026-11-24T17:30"))


@pytest.mark.parametrize(
    ("moment", "over"),
    [
        ("2026-11-23T08:00", False),
        ("2026-11-23T12:45", False),
        ("2026-11-23T16:29", False),
        ("2026-11-23T16:30", True),
        ("2026-11-23T23:59", True),
        ("2026-11-24T00:01", False),
        ("2026-11-28T17:00", False),
    ],
)
def test_the_day_ends_an_hour_before_we_close(moment: str, over: bool) -> None:
    assert ends(HOURS, at(moment)) is over


def test_tomorrow_is_the_next_open_day() -> None:
    assert tomorrow(HOURS, at("2026-11-23T08:00")) == NEXT
    friday = tomorrow(HOURS, at("2026-11-27T17:00"))
    assert friday.opens == at("2026-11-30T09:00")
    always = OpeningHours(zone="Europe/Amsterdam", week=((Block(0, 1440),),) * 7)
    assert tomorrow(always, MONDAY).opens == at("2026-11-24T00:00")


def test_who_never_opens_has_a_tomorrow_all_the_same() -> None:
    found = tomorrow(NEVER, MONDAY)
    assert found.closes - found.opens == timedelta(days=1)


def test_a_day_with_nothing_left_is_in_order() -> None:
    points = check(Facts(MONDAY, NEXT))
    assert [point.key for point in points] == [UNANSWERED, PROMISES, OUTBOX, ABSENCE, BRIEFINGS]
    assert all(point.ok and not point.ticket_ids for point in points)


def test_what_runs_out_before_we_open_comes_first() -> None:
    waiting = (Due(3, TUESDAY + HOUR), Due(2, TUESDAY), Due(1, MONDAY), Due(2, MONDAY))
    promised = (Due(5, NEXT.closes), Due(6, NEXT.closes + HOUR), Due(4, TUESDAY))
    found = {point.key: point for point in check(Facts(MONDAY, NEXT, waiting, promised, (9, 9)))}
    assert found[UNANSWERED] == Point(UNANSWERED, False, (1, 2))
    assert found[PROMISES] == Point(PROMISES, False, (4, 5))
    assert found[OUTBOX] == Point(OUTBOX, False, (9,))


@pytest.mark.parametrize(
    ("days", "told", "ok"), [(1, False, True), (3, False, True), (4, False, False), (4, True, True)]
)
def test_only_who_is_away_for_long_has_to_say_so(days: int, told: bool, ok: bool) -> None:
    away = Tomorrow(MONDAY + timedelta(days=days), MONDAY + timedelta(days=days, hours=8))
    assert check(Facts(MONDAY, away, absence=told))[-2] == Point(ABSENCE, ok)


def test_a_briefing_that_was_not_read_in_time_is_left() -> None:
    assert check(Facts(MONDAY, NEXT, unread=1))[-1] == Point(BRIEFINGS, False)
