from datetime import timedelta

import pytest

from app.models.rules.spine import Facts, steps
from tests.fakes import MONDAY

LATER = MONDAY + timedelta(hours=1)


@pytest.mark.parametrize(
    ("facts", "progress"),
    [
        (Facts(MONDAY), "done todo todo todo todo todo"),
        (
            Facts(MONDAY, assessed=True, first_reaction_due=LATER, first_reacted_at=MONDAY,
                  asked=1),
            "done done done busy todo todo",
        ),
        (
            Facts(MONDAY, first_reaction_due=MONDAY, first_reacted_at=LATER, asked=2, told=2),
            "done todo late done todo todo",
        ),
        (
            Facts(MONDAY, assessed=True, first_reacted_at=LATER, answered_at=LATER,
                  answer_due=MONDAY, documented_at=LATER),
            "done done done skipped late done",
        ),
        (Facts(MONDAY, assessed=True, settled=True), "done done skipped skipped skipped skipped"),
    ],
)  # fmt: skip
def test_each_step_has_its_own_evidence(facts: Facts, progress: str) -> None:
    assert [step.progress for step in steps(facts)] == progress.split()
