"""What a task of the example firm asks, and what went well."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.models.rules.learning.practice import TASKS, Check, Facts, State, is_done, look
from app.services.resources import resource

NOTHING = Facts(
    waited=1, reacted=None, category=None, priority="normal", walked=frozenset(), asked=False,
    promised=False, answered=False, closed=False,
)  # fmt: skip
MET, OPEN, MISSED = State.MET, State.OPEN, State.MISSED


@pytest.mark.parametrize(
    ("task", "facts", "expected"),
    [
        ("react", {}, (OPEN, OPEN)),
        ("react", {"reacted": 4.5, "waited": 60}, (MET, MET)),
        ("react", {"reacted": 5.5, "waited": 60}, (MET, MISSED)),
        ("react", {"waited": 6}, (OPEN, MISSED)),
        ("assess", {"category": "complaints"}, (MET, OPEN)),
        ("assess", {"category": "orders", "priority": "urgent"}, (OPEN, MET)),
        ("complaint", {"walked": frozenset({"te-laat"}), "answered": True}, (OPEN, MET)),
        ("complaint", {"walked": frozenset({"klacht"}), "answered": True}, (MET, MET)),
        ("ask", {"asked": True}, (MET,)),
        ("promise", {"reacted": 50, "promised": True}, (MET, MET)),
        ("finish", {"answered": True}, (MET, OPEN)),
        ("finish", {"answered": True, "closed": True}, (MET, MET)),
    ],
)
def test_a_task_looks_at_what_became_of_its_message(
    task: str, facts: dict[str, Any], expected: tuple[State, ...]
) -> None:
    found = look(TASKS[task], replace(NOTHING, **facts))
    assert tuple(state for _check, state in found) == expected
    assert is_done(found) == (OPEN not in expected)


def test_every_task_has_its_words_and_every_check_a_task() -> None:
    told = json.loads(resource("practice.json").read_text("utf-8"))
    assert told.keys() == TASKS.keys()
    for one in told.values():
        assert one["nl"].keys() == one["en"].keys() == {"title", "todo", "subject", "text"}
    assert {check for task in TASKS.values() for check in task.checks} == set(Check)
