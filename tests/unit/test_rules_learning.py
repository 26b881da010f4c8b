"""What acts come down to, how a briefing puts it, and who should have read it."""

import json
from datetime import date
from typing import Any

import pytest

from app.models.rules.learning.briefing import (
    Changes,
    Decided,
    PageChange,
    compose,
    is_overdue,
    plain,
)
from app.models.rules.learning.changes import Change, Group, Saved, What, changes_of, pages_of
from app.services.resources import resource

TEXTS = json.loads(resource("briefing_texts.json").read_text("utf-8"))
DAY = date(2026, 11, 23)


def row(number: int, before: object, after: object, table: str = "policies") -> dict[str, Any]:
    return {"op": "row", "table": table, "key": {"id": number}, "before": before, "after": after}


def saved(number: int, name: str, before: object = None) -> tuple[str, Any, Any]:
    return "rule_saved", {"rule": name}, [row(number, before, {"name": name})]


def test_a_thing_is_told_once_as_it_is_now() -> None:
    gone = ("rule_removed", {"rule": "B"}, [row(9, {}, {}), row(2, {"name": "B"}, None)])
    acts = [saved(1, "A"), saved(2, "B"), saved(1, "A2", {}), saved(3, "C", {}), gone]
    assert changes_of(acts) == [
        Change(Group.RULES, What.NEW, "rule", "A2"),
        Change(Group.RULES, What.CHANGED, "rule", "C"),
    ]
    assert changes_of([gone]) == [Change(Group.RULES, What.REMOVED, "rule", "B")]


def test_days_are_told_apart_and_the_last_word_counts() -> None:
    found = changes_of(
        [
            ("hours_week", {"days": {"0": "9:00-17:00", "6": ""}}, []),
            ("hours_week", {"days": {"0": "9:00-18:00"}}, []),
            ("hours_date", {"date": "2026-12-24", "blocks": "9:00-12:00"}, []),
            ("holiday", {"date": "2026-12-25", "open": False}, []),
            ("holiday", {"date": "2026-12-26", "open": True}, []),
            ("hours_date", {"date": "2026-12-31"}, []),
            ("writing", {}, []),
            ("list_added", {"list": "category", "entry": "Cadeaus"}, [row(1, None, {})]),
            ("colleague_changed", {"colleague": "Piet"}, []),
        ]
    )
    assert [(one.topic, one.name, one.detail) for one in found] == [
        ("hours_week", "0", "9:00-18:00"),
        ("hours_week", "6", ""),
        ("hours_date", "2026-12-24", "9:00-12:00"),
        ("holiday_closed", "2026-12-25", ""),
        ("holiday_open", "2026-12-26", ""),
        ("date_usual", "2026-12-31", ""),
        ("writing", "", ""),
        ("category", "Cadeaus", ""),
    ]
    told = compose(Changes(DAY, DAY, others=tuple(found)), TEXTS["nl"])
    assert "- Open op maandag: 9:00-18:00\n- Open op zondag: gesloten\n" in told
    assert "- Gesloten op 25 december 2026, een feestdag\n" in told
    assert "- Nieuw: categorie “Cadeaus”" in told


def test_pages_are_followed_by_the_versions_that_held() -> None:
    def step(page: int, before: int, after: int) -> dict[str, Any]:
        return row(page, {"version": before}, {"version": after}, "handbook_pages")

    steps = [step(1, 0, 1), step(1, 1, 2), step(2, 4, 5), step(3, 0, 1), step(3, 1, 0)]
    others = [{"op": "link"}, row(1, None, {}, "ticket_pages")]
    assert pages_of([*others, *steps, step(4, 2, 0)], "handbook_pages") == [
        Saved(1, 0, (1, 2), 2), Saved(2, 4, (5,), 5), Saved(4, 2, (), 0),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_change_has_its_words(language: str) -> None:
    """Each topic that an act can have, in both languages."""
    words = TEXTS[language]
    topics = ("rule", "plan", "text", "macro", "colleague", "category", "department", "type",
              "product_group", "outcome", "no_reaction_reason")  # fmt: skip
    named = [Change(Group.LISTS, What.NEW, topic, "Zo") for topic in topics]
    alone = ("stars_rule", "country", "writing", "asking")
    found = [*named, *(Change(Group.RULES, What.SET, topic, "") for topic in alone)]
    found.append(Change(Group.HOURS, What.SET, "hours_evening", "4", "19:00-21:00"))
    told = compose(Changes(DAY, DAY, others=tuple(found)), words)
    assert told.count("\n- ") == len(found)
    assert "{" not in told
    assert words["title"].format(day="x")
    assert TEXTS["nl"].keys() == TEXTS["en"].keys()


def test_a_briefing_is_grouped_and_links_to_pages() -> None:
    starter = [PageChange(What.NEW, f"P{n}", f"p{n}", ("Uit het starthandboek",)) for n in range(4)]
    pages = (
        *starter,
        PageChange(What.CHANGED, "Te laat", "te-laat", ("Post NL sluit eerder.", "Nieuw")),
        PageChange(What.CHANGED, "Klacht", "klacht"),
        PageChange(What.REMOVED, "Oud", ""),
    )
    decided = (
        Decided(3, DAY, "Wij sturen een nieuw pakket", "Sneller dan zoeken.", ("Lisa", "Piet")),
        Decided(4, DAY, "Dicht op maandag!", ""),
    )
    told = compose(Changes(date(2026, 11, 1), DAY, pages, decided), TEXTS["nl"])
    assert told == (
        "Dit is er veranderd van 1 november 2026 tot en met 23 november 2026.\n\n"
        "## Handboek\n\n"
        "- Nieuw: [P0](p0.md), [P1](p1.md), [P2](p2.md), [P3](p3.md)."
        " Waarom: Uit het starthandboek.\n- Gewijzigd: [Te laat](te-laat.md)."
        " Waarom: Post NL sluit eerder; Nieuw.\n"
        "- Gewijzigd: [Klacht](klacht.md)\n- Vervallen: Oud\n\n"
        "## Besluiten\n\n"
        "- 23 november 2026: **Wij sturen een nieuw pakket.** Waarom: Sneller dan zoeken."
        " Met Lisa, Piet. (besluit 3)\n- 23 november 2026: **Dicht op maandag!** (besluit 4)\n"
    )
    assert "HANDBOEK\n\n- Nieuw: P0, P1" in plain(told)
    assert "23 november 2026: Wij sturen een nieuw pakket. Waarom" in plain(told)
    empty = compose(Changes(DAY, DAY), TEXTS["en"])
    assert empty.startswith("Nothing changed from 23 November 2026 ")


def test_who_is_late_with_reading() -> None:
    late = {"due_on": "2026-11-22", "today": DAY}
    assert is_overdue(**late, read=False)  # type: ignore[arg-type]
    assert not is_overdue(**late, read=True)  # type: ignore[arg-type]
    assert not is_overdue("2026-11-23", read=False, today=DAY)
    assert not is_overdue(None, read=False, today=DAY)
