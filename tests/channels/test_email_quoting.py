"""Own words and quotes: split where that is sure, all visible where it is not, never lost."""

import random

import pytest

from app.services.channels.email.quoting import split_text
from tests.data.replies import OUTLOOK_NL, OWN_TEXT, SPLIT, WHOLE


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("program", SPLIT)
def test_splits_what_stands_below(program: str) -> None:
    own, quoted = split_text(f"{OWN_TEXT}\n\n{SPLIT[program]}\n")
    assert own == OWN_TEXT
    assert quoted.strip() == SPLIT[program].strip()


@pytest.mark.parametrize("kind", WHOLE)
def test_keeps_all_visible_when_unsure(kind: str) -> None:
    own, quoted = split_text(WHOLE[kind])
    assert (own, quoted) == (WHOLE[kind].strip("\n"), "")


def test_a_mail_that_is_passed_on_stays_visible() -> None:
    assert split_text(f"Hoi\n\n{OUTLOOK_NL}oud", forwarded=True).quoted == ""


def test_a_signature_below_the_quote_is_no_answer() -> None:
    own, quoted = split_text("Ja.\n\nOp 3-11-2026 10:12 schreef Winkel:\n> Kan het?\n-- \nJan")
    assert own == "Ja."
    assert quoted.endswith("-- \nJan")


def test_keeps_the_mail_above_a_quoted_header_together() -> None:
    own, _ = split_text("Ja.\n\n> Kan het?\n> Op 3-11-2026 10:12 schreef Jan:\n>> Hoi")
    assert own == "Ja."


def test_a_quote_below_a_very_long_text_stays_visible() -> None:
    assert split_text("woord\n" * 5_000 + OUTLOOK_NL + "oud").quoted == ""


def test_a_quote_of_a_very_long_text_is_split() -> None:
    assert split_text(f"Ja.\n\n{OUTLOOK_NL}" + "oud\n" * 5_000).own == "Ja."


def test_nothing_is_lost_of_shuffled_texts() -> None:
    pick = random.Random(5)
    pieces = [OWN_TEXT, *SPLIT.values(), *WHOLE.values(), "", "> x", "--", "Van:", "Op schreef:"]
    for _ in range(300):
        text = "\n".join(pick.choices(pieces, k=pick.randint(1, 6)))
        own, quoted = split_text(text)
        assert lines(own) + lines(quoted) == lines(text)


@pytest.mark.parametrize(
    "text",
    [
        ("Op " + "schreef " * 30 + "\n") * 3_000,
        ("Op x " * 60 + "\n") * 3_000,
        (">" * 300 + "\n") * 3_000,
        ("> " * 150 + "\n") * 3_000,
        "Van: x\nb\nAan: y\n" * 3_000,
        ("Verzonden vanaf mijn " + "a " * 90 + "!\n") * 3_000,
        ("Disclaimer: a, " * 20 + "\n") * 3_000,
        "\n" * 100_000 + "x",
        (" " * 300 + "\n") * 3_000 + "x",
        "-- \n" * 3_000,
        "woord " * 200_000,
    ],
    ids=lambda text: text[:12],
)
def test_ends_on_text_made_to_be_slow(text: str) -> None:
    own, quoted = split_text(text)
    assert lines(own) + lines(quoted) == lines(text)
