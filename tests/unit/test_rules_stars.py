import pytest

from app.models.rules.errors import InvalidValueError
from app.models.rules.stars import StarRule, Verdict, changed, judged

RULE = StarRule()


@pytest.mark.parametrize(
    ("stars", "priority", "complaint"),
    [
        (1, "high", True),
        (2, "high", True),
        (3, "normal", False),
        (4, "low", False),
        (5, "low", False),
    ],
)
def test_stars_decide_the_first_priority(stars: int, priority: str, complaint: bool) -> None:
    assert judged(RULE, stars, "normal", first=True) == Verdict(priority, complaint)


@pytest.mark.parametrize("stars", [None, 0, 6])
def test_what_has_no_stars_is_left_alone(stars: int | None) -> None:
    assert judged(RULE, stars, "urgent", first=True) is None


@pytest.mark.parametrize(
    ("before", "stars", "after"),
    [("low", 1, "high"), ("urgent", 1, "urgent"), ("high", 5, "high"), ("low", 3, "normal")],
)
def test_later_they_make_it_heavier_only(before: str, stars: int, after: str) -> None:
    verdict = judged(RULE, stars, before, first=False)
    assert verdict is not None
    assert verdict.priority == after


def test_the_owner_changes_what_he_wants() -> None:
    rule = changed(RULE, {1: "urgent", 5: "normal"}, 0)
    assert rule == StarRule(("urgent", "high", "normal", "low", "normal"), 0)
    assert judged(rule, 1, "normal", first=True) == Verdict("urgent", complaint=False)
    assert changed(rule, {}) == rule


@pytest.mark.parametrize(
    ("priorities", "complaint"),
    [({0: "high"}, 2), ({6: "high"}, 2), ({1: "hoog"}, 2), ({}, -1), ({}, 6)],
)
def test_what_there_is_not_is_refused(priorities: dict[int, str], complaint: int) -> None:
    with pytest.raises(InvalidValueError):
        changed(RULE, priorities, complaint)
