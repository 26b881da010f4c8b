from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.hours import Block, OpeningHours
from app.models.rules.promises import PromiseKind, found_in, nudge_at, settled, told_at
from app.models.rules.templates import fill, places
from app.models.rules.wording import spoken

HOURS = OpeningHours("Europe/Amsterdam", ((Block(540, 1050),),) * 5 + ((), ()))
HOUR = timedelta(hours=1)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # Monday, ten o'clock in Amsterdam


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "due", "kind"),
    [
        ("Dank! U hoort binnen 24 uur van ons.", at(24, 9), "promise"),
        ("We laten u binnen twee werkdagen weten hoe het zit.", at(25, 16, 30), "promise"),
        ("Binnen 30 minuten krijgt u bericht.", at(23, 9, 30), "promise"),
        ("U krijgt vandaag nog antwoord.", at(23, 16, 30), "promise"),
        ("Ik mail u morgen het retourlabel.", at(24, 16, 30), "promise"),
        ("Morgen bel ik u terug.", at(24, 16, 30), "callback"),
        ("We will get back to you within an hour.", at(23, 10), "promise"),
        ("We will call you tomorrow. You hear from us within 5 days.", at(24, 16, 30), "callback"),
        ("You will hear from us within 5 days.", at(28, 23), "promise"),
    ],
)
def test_what_we_promise_is_found(text: str, due: datetime, kind: str) -> None:
    found = found_in(text, NOW, HOURS)
    assert found is not None
    assert (found.due_at, found.kind) == (due, PromiseKind(kind))
    assert found.words in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Morgen in huis.",
        "U kunt het binnen 14 dagen terugsturen.",
        "We laten het u weten zodra we meer weten.",
        "Het pakket is vandaag verstuurd. Laat ons weten of het klopt.",
    ],
)
def test_what_promises_nothing_is_left_alone(text: str) -> None:
    assert found_in(text, NOW, HOURS) is None


def test_a_promise_is_kept_until_its_moment() -> None:
    assert settled(NOW, NOW) == "kept"
    assert settled(NOW, NOW + timedelta(seconds=1)) == "late"
    assert nudge_at(NOW, NOW + timedelta(minutes=10)) == NOW + timedelta(minutes=8)


def test_while_we_are_closed_only_what_cannot_wait_is_told() -> None:
    night, opens = at(23, 20), at(24, 8)
    assert told_at(NOW - HOUR, night, HOURS, NOW) == NOW
    assert told_at(night, night, HOURS, NOW) == night
    assert told_at(night, opens - HOUR, HOURS, night) == night
    assert told_at(night, opens, HOURS, night) == opens
    assert told_at(opens + HOUR, opens + HOUR, HOURS, night) == opens + HOUR


def test_places_are_filled() -> None:
    filled = fill("Dag {naam|daar}, {Nummer} is {moment} klaar. {naam} {moment}", {"nummer": "12"})
    assert filled.text == "Dag daar, 12 is {moment} klaar. {naam} {moment}"
    assert filled.missing == ("moment", "naam")
    assert places("{naam|} en {winkel}") == ("winkel",)


@pytest.mark.parametrize(
    ("moment", "language", "words"),
    [
        (at(23, 16), "nl", "vandaag om 17:00"),
        (at(24, 8, 5), "en", "tomorrow at 9:05"),
        (at(27, 8), "nl", "vrijdag 27 november om 9:00"),
        (at(27, 8), "en", "Friday 27 November at 9:00"),
    ],
)
def test_moments_in_words(moment: datetime, language: str, words: str) -> None:
    assert spoken(moment, NOW, zone="Europe/Amsterdam", language=language) == words
