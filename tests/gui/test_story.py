"""The acts of a ticket as the owner reads them."""

from datetime import UTC, datetime

import pytest

from app.services.tickets.journal import Entry
from app.views.language import Language
from app.views.ticket.story import line_of

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("act", "reason", "data", "words"),
    [
        ("tag", "", {"added": "vip"}, "Label: vip"),
        ("tag", "", {"removed": "vip"}, "Label weggehaald: vip"),
        ("merged", "", {"number": 7}, "Nr. 7 is hiermee samengevoegd"),
        ("merged_into", "", {"number": 7}, "Samengevoegd met nr. 7"),
        ("split", "", {"number": 7}, "Nr. 7 is hiervan afgesplitst"),
        ("split_off", "", {"number": 7}, "Afgesplitst van nr. 7"),
        ("linked", "", {"number": 7}, "Hoort bij nr. 7"),
        ("unlinked", "", {"number": 7}, "Hoort niet meer bij nr. 7"),
        ("undone", "snoozed", {"act": 3}, "Ongedaan gemaakt: naar later"),
        (
            "state",
            "",
            {"from": "answered", "to": "open", "rule": "send_unknown"},
            "Beantwoord → Open · niet zeker of het antwoord is verstuurd",
        ),
    ],
)
def test_an_act_is_told(
    language: Language, act: str, reason: str, data: dict[str, object], words: str
) -> None:
    entry = Entry(1, AT, "owner", act, reason, data)
    assert line_of(entry, {}, AT).startswith(f"{words} · ")


@pytest.mark.parametrize(
    ("act", "reason", "data", "words"),
    [
        ("sop_started", "", {"title": "Te laat"}, "Procedure begun: Te laat"),
        ("sop_done", "", {"title": "Te laat", "text": "Op"}, "Procedure finished: Te laat · Op"),
        (
            "sop_stopped",
            "Zo",
            {"title": "Laat", "step": 2},
            "Procedure stopped at step 2: Laat · Zo",
        ),
        ("sop_ticked", "", {"title": "Te laat", "step": 2}, ""),
    ],
)
def test_a_walk_is_told_by_its_begin_and_end(
    language: Language, act: str, reason: str, data: dict[str, object], words: str
) -> None:
    language.choose("en")
    line = line_of(Entry(1, AT, "owner", act, reason, data), {}, AT)
    assert line.rpartition(" · ")[0] == words


def test_what_the_cards_show_is_not_told_again(language: Language) -> None:
    assert line_of(Entry(1, AT, "customer", "received", "", {}), {}, AT) == ""


def test_stars_are_told_with_what_they_did(language: Language) -> None:
    done = {"priority": "high"}
    new = Entry(1, AT, "balie", "stars", "stars:1", {"stars": 1, "before": None, "set": done})
    changed = Entry(1, AT, "balie", "stars", "stars:1", {"stars": 1, "before": 5, "set": done})
    first, second = line_of(new, {}, AT), line_of(changed, {}, AT)
    assert "1★" in first
    assert "Hoog" in first
    assert "5★" in second
