"""Opening hours, holidays and plans on the command line."""

from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services
from app.services.tickets import decisions
from tests.fakes import MONDAY, FakeChannelType
from tests.integration import test_cli
from tests.integration.test_cli import Balie
from tests.integration.test_engine import sync

balie = test_cli.balie


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def waiting(services: Services, channel: FakeChannelType, account_id: int) -> Services:
    channel.platform.deliver(at=MONDAY)
    sync(services)
    return services


def test_hours_are_set_and_shown(waiting: Services, balie: Balie) -> None:
    shown = balie("hours", "show", "--json")
    assert set(shown) == {"zone", "country", "week", "evening", "dates", "to_confirm"}
    assert (shown["week"]["monday"], shown["week"]["sunday"]) == (["9:00-17:30"], [])
    done = balie("hours", "set", "ma-wo", "9-12:30", "13-18", "--json")
    assert done["changed"]
    assert balie("tickets", "--json")[0]["first_reaction_due"] == "2026-11-23T09:05:00Z"
    assert balie("hours", "set", "zo", "closed") == "Nothing changed.\n"
    assert f"balie undo {done['act'] + 1}" in balie("hours", "evening", "sunday", "12-16")
    shown = balie("hours", "show", "--json")
    assert shown["week"]["tuesday"] == ["9:00-12:30", "13:00-18:00"]
    assert shown["evening"]["sunday"] == ["12:00-16:00"]
    assert "sunday     closed  evening 12:00-16:00" in balie("hours", "show")
    balie("undo")
    balie("undo")
    assert balie("hours", "show", "--json")["week"]["tuesday"] == ["9:00-17:30"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("set", "someday", "9-12"), 2),
        (("set", "monday", "12-9"), 1),
        (("set", "monday", "9-12", "11-13"), 1),
        (("date", "2099-12-24"), 2),
        (("date", "2099-12-24", "9-12", "--usual"), 2),
        (("date", "ooit", "9-12"), 2),
        (("date", "2099-12-24", "--usual"), 1),
        (("confirm", "2099-12-24", "--open"), 1),
        (("confirm", "2099-12-25"), 2),
        (("country", "FR"), 2),
    ],
)
def test_what_is_wrong_is_said(
    services: Services, balie: Balie, arguments: tuple[str, ...], code: int
) -> None:
    assert balie("hours", *arguments) == code


def test_dates_and_holidays(services: Services, balie: Balie) -> None:
    balie("hours", "date", "2099-12-24", "9-15", "--why", "Kerstavond")
    balie("hours", "date", "24 dec", "closed")
    dates = balie("hours", "show", "--json")["dates"]
    assert dates[-1] == {"date": "2099-12-24", "blocks": ["9:00-15:00"], "why": "Kerstavond"}
    assert dates[0]["date"].endswith("-12-24")
    assert "2099-12-24 9:00-15:00  Kerstavond" in balie("hours", "show")
    balie("hours", "date", "2099-12-24", "--usual")
    assert len(balie("hours", "show", "--json")["dates"]) == 1
    balie("hours", "confirm", "2099-12-25", "--open")
    found = balie("hours", "holidays", "--year", "2099", "--json")
    assert {
        "date": "2099-12-25",
        "name": "Eerste kerstdag",
        "open": True,
        "confirmed": True,
    } in found
    assert "2099-12-26  closed  Tweede kerstdag  (not confirmed)" in balie(
        "hours", "holidays", "--year", "2099"
    )
    balie("hours", "country", "be")
    assert "Wapenstilstand" in balie("hours", "holidays")
    balie("hours", "country", "none")
    assert balie("hours", "holidays", "--json") == []
    assert balie("hours", "show", "--json")["country"] is None


def plans(balie: Balie) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = balie("plan", "list", "--json")
    return found


def test_plans_are_added_changed_and_removed(waiting: Services, balie: Balie) -> None:
    assert plans(balie) == [
        {
            "id": 1, "name": "Gewoon", "first_reaction_minutes": 5, "evening_minutes": None,
            "answer_minutes": 1440, "answer_counting": "open_days", "next_reply_minutes": 1440,
            "next_reply_counting": "open_days", "channels": [], "priorities": [], "customers": [],
        }
    ]  # fmt: skip
    balie("plan", "add", "--preset", "vip")
    balie(
        "plan", "add", "Vaste klanten", "--first", "10m", "--evening", "30m", "--answer", "2h",
        "--answer-counting", "working", "--next", "1d", "--next-counting", "always",
        "--customer", "anna@klant.example", "--channel", "email", "--priority", "high",
    )  # fmt: skip
    assert [one["name"] for one in plans(balie)] == ["Gewoon", "VIP en pers", "Vaste klanten"]
    made = plans(balie)[2]
    assert made | {"id": 0, "name": ""} == {
        "id": 0, "name": "", "first_reaction_minutes": 10, "evening_minutes": 30,
        "answer_minutes": 120, "answer_counting": "working", "next_reply_minutes": 1440,
        "next_reply_counting": "always", "channels": ["email"], "priorities": ["high"],
        "customers": ["anna@klant.example"],
    }  # fmt: skip
    assert "(evening 30 min)" in balie("plan", "list")
    assert "for everybody" in balie("plan", "list")
    stands = balie("plan", "show", "1", "--json")
    assert stands["plan"] == {"id": made["id"], "name": "Vaste klanten", "reason": "customer"}
    assert stands["answer_due"] == "2026-11-23T11:00:00Z"
    balie("plan", "set", "vaste klanten", "--name", "Vast", "--evening", "none", "--answer", "4h")
    assert (plans(balie)[2]["name"], plans(balie)[2]["evening_minutes"]) == ("Vast", None)
    assert balie("plan", "set", "Vast", "--everybody") == 1
    assert balie("plan", "set", "Vast", "--first", "soon") == 1
    assert balie("plan", "add", "Nog een", "--channel", "x") == 1
    assert balie("plan", "add") == 2
    balie("plan", "remove", str(made["id"]))
    assert balie("plan", "remove", "Vast") == 1
    assert len(plans(balie)) == 2


def test_whose_minutes_it_took(waiting: Services, balie: Balie) -> None:
    waiting.database.write_now(decisions.set_priority, [1], priority="urgent")
    balie("plan", "add", "--preset", "vip")
    shown = balie("show", "1", "--json")["ticket"]
    assert shown["plan"]["reason"] == "priority"
    assert set(shown["minutes"]) == {"us", "customer", "colleague", "closed"}
    assert balie("plan", "show", "1", "--json")["minutes"]["us"] >= shown["minutes"]["us"]
    assert "plan VIP en pers (priority)" in balie("plan", "show", "1")
    waiting.database.write_now(decisions.change_state, [1], state="no_reaction", reason="dubbel")
    waiting.database.write_now(decisions.set_priority, [1], priority="normal")
    assert balie("show", "1", "--json")["ticket"]["plan"]["reason"] == "before"
    assert "plan VIP en pers; minutes: us " in balie("show", "1")
