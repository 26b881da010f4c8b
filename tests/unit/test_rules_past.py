"""Moments that are over, as people write them."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.past import past_moment

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # 10:00 in Amsterdam


def said(words: str) -> datetime | None:
    return past_moment(words, now=NOW, zone="Europe/Amsterdam")


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("10 minuten geleden", timedelta(minutes=10)),
        ("een uur geleden", timedelta(hours=1)),
        ("2 hours ago", timedelta(hours=2)),
        ("an hour ago", timedelta(hours=1)),
        (" 9:30 ", timedelta(minutes=30)),
        ("9.30 uur", timedelta(minutes=30)),
        ("om 9u", timedelta(hours=1)),
        ("at 9 h", timedelta(hours=1)),
        ("16:30", timedelta(hours=17, minutes=30)),
        ("Vandaag, 9:30", timedelta(minutes=30)),
        ("gisteren 10:00", timedelta(days=1)),
        ("eergisteren om 10u", timedelta(days=2)),
        ("2026-11-22 10:00", timedelta(days=1)),
        ("22-11-2026 10:00", timedelta(days=1)),
        ("22/11/2026 10:00", timedelta(days=1)),
    ],
)
def test_words_name_a_moment(words: str, before: timedelta) -> None:
    assert said(words) == NOW - before


@pytest.mark.parametrize(
    "words",
    [
        "", "net", "gisteren", "25:00", "9", "vandaag 16:00", "2026-13-40 10:00",
        "2027-01-01 10:00", "2024-01-01 10:00", "5 weken geleden", "9999 dagen geleden",
        "morgen 9:00",
    ],
)  # fmt: skip
def test_other_words_name_none(words: str) -> None:
    assert said(words) is None
