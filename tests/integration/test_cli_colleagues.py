"""The commands about colleagues, in this process."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services
from app.cli.main import main
from tests.fakes import FakeChannelType
from tests.integration.test_engine import sync

Balie = Callable[..., Any]


@pytest.fixture
def balie(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Balie:
    """Run a command and return its JSON, its output, or its exit code when that is not 0."""

    def run(*arguments: str) -> Any:
        capsys.readouterr()
        code = main(["--profile", str(tmp_path / "profile"), *arguments])
        output = capsys.readouterr().out
        if code != 0:
            return code
        return json.loads(output) if "--json" in arguments else output

    return run


@pytest.fixture
def ticket(services: Services, channel: FakeChannelType, account_id: int) -> None:
    channel.platform.deliver()
    sync(services)


def test_the_directory(services: Services, balie: Balie) -> None:
    balie("colleague", "add", "Kees", "--mail", "kees@w.example")
    made = balie(
        "colleague", "add", "Piet", "--mail", "piet@w.example", "--role", "Monteur",
        "--subject", "kranen", "--subject", "lekkage", "--department", "technical",
        "--deputy", "kees", "--fixed", "technical", "--json",
    )  # fmt: skip
    assert (made["subjects"], made["deputy"], made["fixed_for"]) == (
        ["kranen", "lekkage"], "Kees", ["technical"],
    )  # fmt: skip
    changed = balie(
        "colleague", "set", "Piet", "--phone", "06", "--department", "none", "--deputy", "none",
        "--json",
    )  # fmt: skip
    assert (changed["phone"], changed["department"], changed["deputy_id"]) == ("06", None, None)
    assert [one["name"] for one in balie("colleague", "list", "--json")] == ["Kees", "Piet"]
    assert "piet@w.example" in balie("colleague", "list")
    (hit,) = balie("colleague", "who", "kraan", "lek", "--json")
    assert hit["colleague"]["name"] == "Piet"
    assert "because of" in balie("colleague", "who", "monteur")
    balie("colleague", "set", "Piet", "--deputy", "kees")
    assert balie("colleague", "remove", "Kees", "--json")["active"] is False
    assert "(left)" in balie("colleague", "list", "--all")
    assert "deputy" not in balie("colleague", "list")
    assert balie("colleague", "set", "Kees", "--phone", "1") == 1
    assert balie("colleague", "add", "X", "--mail", "geen") == 1
    assert balie("colleague", "add", "X", "--department", "keuken") == 2


@pytest.mark.usefixtures("ticket")
def test_questions(services: Services, balie: Balie) -> None:
    balie("colleague", "add", "Piet", "--mail", "piet@w.example")
    asked = balie("ask", "1", "piet", "--text", "Kan dit?", "--json")
    assert (asked["kind"], asked["state"], asked["delivery"]) == ("question", "open", "queued")
    assert "Piet" in balie("question", "list")
    assert balie("question", "withdraw", "1", "--json")["act"] > 0
    assert balie("question", "list", "--json") == []
    assert balie("question", "withdraw", "1") == 1
    approval = balie("ask", "1", "piet", "--text", "Mag dit?", "--approve", "Ja", "--now", "--json")
    assert (approval["kind"], approval["draft"]) == ("approval", "Ja")
    balie("question", "decide", "2", "no")
    assert "not approved" in balie("question", "list", "--all", "--ticket", "1")
    balie("ask", "1", "piet", "--text", "Mag dit?", "--phone", "Nee")
    kinds = [one["kind"] for one in balie("question", "list", "--all", "--json")]
    assert kinds == ["question", "approval", "phone"]
    assert balie("ask", "1", "piet", "--text", "x", "--phone", "a", "--approve", "b") == 2
    assert balie("ask", "1", "niemand", "--text", "x") == 1
    assert balie("tickets", "--json")[0]["state"] == "open"


def test_how_long_a_colleague_is_waited_for(services: Services, balie: Balie) -> None:
    assert balie("question", "waits", "--json")["remind_minutes"] == 240
    found = balie("question", "waits", "--remind", "90m", "--json")
    assert (found["remind_minutes"], found["deputy_minutes"]) == (90, 480)
    assert found["act"] is not None
    assert "reminder after 90 min" in balie("question", "waits")


@pytest.mark.usefixtures("account_id")
def test_an_account_signs_for_itself(services: Services, balie: Balie) -> None:
    found = balie("template", "style", "--account", "1", "--signature", "Groet, Kees", "--json")
    assert found["signatures"] == [[1, "Groet, Kees"]]
    assert found["act"] is not None
    assert balie("template", "style", "--account", "1", "--form", "je") == 2
