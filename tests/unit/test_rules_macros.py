"""What a macro may do, and in which order."""

import pytest

from app.models.rules.macros import Action, closes, hours_of, in_order, value_of, wrong


def test_what_ends_a_ticket_comes_last() -> None:
    found = in_order([Action("state", "closed"), Action("note", "x"), Action("category", "orders")])
    assert [one.kind for one in found] == ["category", "note", "state"]
    assert closes(found)
    assert value_of(found, "snooze") is None


@pytest.mark.parametrize(
    ("actions", "kind"),
    [
        ((), None),
        ((("state", "closed"), ("outcome", "solved")), None),
        ((("snooze", "4"), ("priority", "high")), None),
        ((("snooze", "opening"),), None),
        ((("send", "now"),), "send"),
        ((("note", "a"), ("note", "b")), "note"),
        ((("note", " "),), "note"),
        ((("state", "spam"),), "state"),
        ((("snooze", "4"), ("state", "open")), "snooze"),
        ((("snooze", "soon"),), "snooze"),
        ((("outcome", "solved"), ("state", "open")), "outcome"),
    ],
)
def test_a_macro_that_cannot_be_is_refused_by_its_action(
    actions: tuple[tuple[str, str], ...], kind: str | None
) -> None:
    assert wrong(Action(*one) for one in actions) == kind


@pytest.mark.parametrize(
    ("value", "hours"), [("opening", 0), ("4", 4), ("0", None), ("²", None), ("99999", None)]
)
def test_a_snooze_is_hours_or_the_opening(value: str, hours: int | None) -> None:
    assert hours_of(value) == hours
