"""A task lets a customer write and is done when his message was handled."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.learning.practice import State
from app.services.handbook import page_acts, runs
from app.services.learning import practice
from app.services.tickets import decisions, directory, questions, reactions, replies
from app.services.tickets.documenting import Ending
from tests.fakes import FakeClock, add_account
from tests.integration.test_cli_colleagues import Balie, balie

__all__ = ["balie"]
Write = Callable[..., Any]
SOP = "---\nsoort: sop\nsleutel: klacht\ntitel: Klacht\n---\n## Stappen\n1. Bel\n2. Klaar: Goed\n"


def states(services: Services, key: str) -> list[str]:
    found = services.database.read_now(practice.tasks, services.clock.now())
    return [state.value for _check, state in next(one for one in found if one.key == key).found]


@pytest.mark.usefixtures("account_id")
def test_tasks_are_begun_and_done(services: Services, write: Write, clock: FakeClock) -> None:
    with pytest.raises(practice.PracticeElsewhereError):
        write(practice.begin, "react", is_example=True)  # no mail account
    add_account(services, "info@winkel.example", kind="email")
    with pytest.raises(practice.PracticeElsewhereError):
        write(practice.begin, "react", is_example=False)
    begun = {key: write(practice.begin, key, is_example=True) for key in practice.TASKS}
    assert len(set(begun.values())) == 6
    assert {state for key in begun for state in states(services, key)} == {"open"}

    clock.forward(timedelta(minutes=2))
    write(reactions.react, [begun["react"]], promise=False)
    assert states(services, "react") == ["met", "met"]
    again = write(practice.begin, "react", is_example=True)
    assert again != begun["react"]
    clock.forward(timedelta(minutes=6))
    assert states(services, "react") == ["open", "missed"]

    write(decisions.set_listed, [begun["assess"]], field="category", value="complaints")
    write(decisions.set_priority, [begun["assess"]], priority="high")
    assert states(services, "assess") == ["met", "met"]

    piet, _act = write(directory.add, name="Piet", mail="piet@w.example")
    write(questions.ask, begun["ask"], colleague_id=piet, text="Tot hoeveel graden?")
    assert states(services, "ask") == ["met"]
    write(reactions.react, [begun["promise"]], promise=True)
    assert states(services, "promise") == ["met", "met"]

    write(replies.answer, begun["finish"], text="Tot vijf uur.", now=True)
    page, _act = write(page_acts.save, SOP)
    run, _act = write(runs.start, begun["complaint"], page_id=page)
    write(runs.tick, run)
    assert states(services, "complaint") == ["met", "open"]
    ending = Ending("solved", "")
    write(decisions.change_state, [begun["finish"]], state="closed", ending=ending)
    found = services.database.read_now(practice.tasks, clock.now())
    assert [one.key for one in found if one.done] == ["assess", "ask", "promise", "finish"]
    assert State.OPEN in {state for _check, state in found[2].found}


def test_practising_on_the_command_line(services: Services, balie: Balie) -> None:
    add_account(services, "info@winkel.example", kind="email")
    made = balie("practice", "begin", "ask", "--json")
    assert made == {"ticket": 1}
    listed = balie("practice", "list")
    assert "ask  Vraag het een collega  (begun)\n    [ ] asked\n" in listed
    assert balie("practice", "list", "--json")[0]["found"] == [
        ["reacted", "open"], ["in_time", "open"],
    ]  # fmt: skip
    assert balie("practice", "begin", "iets") == 2
