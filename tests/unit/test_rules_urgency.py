"""The weight of a message is made of points that anybody can count."""

from datetime import timedelta

import pytest

from app.models.rules.tickets import Priority
from app.models.rules.urgency import Point, Signs, weigh

HOUR = timedelta(hours=1)


def test_nothing_said_leaves_the_priority() -> None:
    weight = weigh(Signs(), Priority.NORMAL)
    assert (weight.priority, weight.total, weight.points) == (Priority.NORMAL, 0, ())


def test_each_point_has_its_reason_the_heaviest_words_first() -> None:
    signs = Signs(
        negative=True,
        public=True,
        influence=25,
        words=("spoed", "vandaag"),
        serious=("advocaat",),
        since_last=HOUR,
        used=0.85,
    )
    weight = weigh(signs, Priority.NORMAL)
    assert weight.priority is Priority.URGENT
    assert weight.points == (
        Point("serious", 3, "advocaat"),
        Point("tone", 2),
        Point("word", 2, "spoed"),
        Point("influence", 1),
        Point("clock", 1),
        Point("public", 1),
        Point("repeat", 1),
    )
    assert weight.total == 11


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (Signs(negative=True), Priority.NORMAL),
        (Signs(negative=True, public=True), Priority.HIGH),
        (Signs(serious=("brandlucht",)), Priority.HIGH),
        (Signs(serious=("brandlucht",), words=("spoed",)), Priority.URGENT),
        (Signs(influence=40, used=1.5), Priority.HIGH),
        (Signs(influence=19, used=0.79, since_last=49 * HOUR), Priority.NORMAL),
        (Signs(public=True, since_last=48 * HOUR), Priority.NORMAL),
    ],
)
def test_three_points_make_high_and_five_urgent(signs: Signs, expected: Priority) -> None:
    assert weigh(signs, Priority.NORMAL).priority is expected


@pytest.mark.parametrize("present", list(Priority))
def test_no_message_is_made_lighter(present: Priority) -> None:
    assert weigh(Signs(), present).priority is present
    raised = weigh(Signs(negative=True, words=("spoed",)), present)
    assert raised.priority is (Priority.HIGH if present is not Priority.URGENT else present)
