"""Days and moments as people write them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.rules.moments import parse_day, parse_moment

ZONE = "Europe/Amsterdam"
THURSDAY = datetime(2026, 11, 26, 13, 30, tzinfo=UTC)  # 14:30 in Amsterdam


def read(text: str, now: datetime = THURSDAY) -> str | None:
    moment = parse_moment(text, now=now, zone=ZONE)
    return moment.astimezone(ZoneInfo(ZONE)).strftime("%Y-%m-%d %H:%M") if moment else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vrijdag 9u", "2026-11-27 09:00"),
        ("Vrijdag", "2026-11-27 09:00"),
        ("friday at 9am", "2026-11-27 09:00"),
        ("donderdag", "2026-12-03 09:00"),
        ("donderdag 16:00", "2026-11-26 16:00"),
        ("do 9u", "2026-12-03 09:00"),
        ("volgende maandag", "2026-11-30 09:00"),
        ("volgende donderdag", "2026-12-03 09:00"),
        ("maandagochtend", "2026-11-30 09:00"),
        ("morgenmiddag", "2026-11-27 13:00"),
        ("morgen", "2026-11-27 09:00"),
        ("morgen om 10 uur", "2026-11-27 10:00"),
        ("tomorrow 3pm", "2026-11-27 15:00"),
        ("tomorrow 12am", "2026-11-27 00:00"),
        ("overmorgen 12u30", "2026-11-28 12:30"),
        ("vanavond", "2026-11-26 19:00"),
        ("tonight at 20:15", "2026-11-26 20:15"),
        ("vanavond 8u", "2026-11-26 20:00"),
        ("over 2 uur", "2026-11-26 16:30"),
        ("over een half uur", "2026-11-26 15:00"),
        ("in 20 minutes", "2026-11-26 14:50"),
        ("over een week", "2026-12-03 09:00"),
        ("over 3 maanden", "2027-02-26 09:00"),
        ("in a month", "2026-12-26 09:00"),
        ("25 dec", "2026-12-25 09:00"),
        ("25 december 2027 14:00", "2027-12-25 14:00"),
        ("dec 5", "2026-12-05 09:00"),
        ("2 jan", "2027-01-02 09:00"),
        ("1-12 14.00", "2026-12-01 14:00"),
        ("1/12/27", "2027-12-01 09:00"),
        ("2026-12-03", "2026-12-03 09:00"),
        ("next week", "2026-11-30 09:00"),
        ("volgende maand", "2026-12-01 09:00"),
        ("16:00", "2026-11-26 16:00"),
        ("9u", "2026-11-27 09:00"),
        ("at noon", "2026-11-27 12:00"),
        ("24u", "2026-11-26 23:59"),
    ],
)
def test_moments_are_read(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["", "onzin", "vandaag 8:00", "31-2", "over 3 appels", "12", "vrijdag blub", "32 dec"]
)
def test_what_names_no_future_moment_is_none(text: str) -> None:
    assert read(text) is None


def test_an_hour_is_an_hour_when_the_clock_is_changed() -> None:
    now = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02:30 summer time; at 03:00 it is 02:00 again
    moment = parse_moment("over 2 uur", now=now, zone=ZONE)
    assert moment == datetime(2026, 10, 25, 2, 30, tzinfo=UTC)


def test_the_last_day_of_a_shorter_month() -> None:
    now = datetime(2026, 10, 31, 9, 0, tzinfo=UTC)
    assert read("over 1 maand", now) == "2026-11-30 09:00"
    assert read("over 2 maanden", now) == "2026-12-31 09:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vandaag", date(2026, 11, 26)),
        ("yesterday", date(2026, 11, 25)),
        ("maandag", date(2026, 11, 23)),
        ("donderdag", date(2026, 11, 26)),
        ("5-11", date(2026, 11, 5)),
        ("5-12", date(2025, 12, 5)),
        ("2026-11-01", date(2026, 11, 1)),
        ("1 nov", date(2026, 11, 1)),
        ("29 feb", None),
        ("x", None),
    ],
)
def test_days_are_of_the_past(text: str, expected: date | None) -> None:
    assert parse_day(text, today=THURSDAY.date()) == expected


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    moment = parse_moment(text, now=THURSDAY, zone=ZONE)
    assert moment is None or moment > THURSDAY
    parse_day(text, today=THURSDAY.date())
