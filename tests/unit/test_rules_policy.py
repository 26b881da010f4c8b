from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.rules.policy import (
    Condition,
    Effect,
    Facts,
    Rule,
    check,
    contradictions,
    decide,
    fits_sender,
    loops,
    matches,
    raised,
)
from tests.effort import repeated

FACTS = Facts(
    channel="email", text="Waar blijft mijn factuur?\nU hoort van mijn advocaat.",
    sender="anna@post.klant.example", category="orders", type="question", influence=40, vip=True,
)  # fmt: skip


def rule(number: int, when: dict[str, tuple[str, ...]], **then: str) -> Rule:
    conditions = tuple(Condition(name, values) for name, values in when.items())
    return Rule(number, f"Regel {number}", conditions, tuple(Effect(*one) for one in then.items()))


@pytest.mark.parametrize(
    ("name", "values", "holds"),
    [
        ("channel", ("x", "email"), True), ("channel", ("x",), False),
        ("category", ("orders",), True), ("category", ("products",), False),
        ("type", ("question",), True), ("type", ("complaint",), False),
        ("words", ("retour", "ADVOCA"), True), ("words", ("mijn  factuur",), True),
        ("words", ("vocaat",), False), ("words", ("advocaat u",), False),
        ("sender", ("klant.example",), True), ("sender", ("@post.klant.example",), True),
        ("sender", ("Anna@post.klant.example",), True), ("sender", ("lant.example",), False),
        ("influence", ("40",), True), ("influence", ("41",), False),
        ("influence", ("90", "30"), True),
        ("vip", ("yes",), True), ("vip", ("no",), False), ("press", ("no",), True),
        ("out_of_hours", ("yes",), False),
    ],
)  # fmt: skip
def test_a_condition_holds_or_not(name: str, values: tuple[str, ...], holds: bool) -> None:
    assert matches(rule(1, {name: values}), FACTS) == holds


def test_all_conditions_have_to_hold_and_none_is_nothing() -> None:
    both = rule(1, {"channel": ("email",), "vip": ("no",)})
    assert not matches(both, FACTS)
    assert matches(both, replace(FACTS, vip=False))
    assert not matches(rule(2, {}), FACTS)


def test_a_mail_address_is_no_handle_of_another_channel() -> None:
    assert fits_sender("@anna", "@anna")
    assert not fits_sender("anna", "an")


def test_the_first_rule_decides_and_every_tag_counts() -> None:
    first = rule(1, {"vip": ("yes",)}, priority="high", tag="vip")
    second = rule(2, {"channel": ("email",)}, priority="low", tag="mail", category="products")
    found = decide([first, second], FACTS)
    assert [(one.rule.id, one.effect.kind, one.effect.value) for one in found] == [
        (1, "priority", "high"), (1, "tag", "vip"), (2, "tag", "mail"), (2, "category", "products"),
    ]  # fmt: skip


def test_what_one_rule_decides_counts_for_those_before_it_too() -> None:
    last = rule(1, {"category": ("complaints",), "type": ("complaint",)}, forward="management")
    first = rule(2, {"words": ("advocaat",)}, category="complaints", type="complaint")
    unfiled = replace(FACTS, category=None, type=None)
    assert [one.effect.kind for one in decide([last, first], unfiled)] == [
        "category", "type", "forward",
    ]  # fmt: skip


def test_what_is_filed_already_is_no_other_category_to_the_rules_that_follow() -> None:
    first = rule(1, {"words": ("advocaat",)}, category="complaints", type="complaint")
    last = rule(2, {"category": ("complaints",)}, forward="management")
    other = rule(3, {"type": ("complaint",)}, tag="klacht")
    assert {one.rule.id for one in decide([first, last, other], FACTS)} == {1}


def test_forwarding_and_filing_under_a_department_are_one_thing() -> None:
    forwards = rule(1, {"vip": ("yes",)}, forward="sales")
    files = rule(2, {"vip": ("yes",)}, department="finance")
    assert len(decide([forwards, files], FACTS)) == 1
    (found,) = contradictions([forwards, files])
    assert (found.first, found.second, found.slot) == (forwards, files, "department")
    assert found.values == ("sales", "finance")


@pytest.mark.parametrize(
    ("one", "other", "quarrel"),
    [
        ({"channel": ("email", "x")}, {"channel": ("x",)}, True),
        ({"channel": ("email",)}, {"channel": ("x",)}, False),
        ({"vip": ("yes",)}, {"vip": ("no",)}, False),
        ({"vip": ("yes",)}, {"channel": ("x",)}, True),
        ({"words": ("factuur",)}, {"words": ("pakket",)}, True),
        ({"influence": ("10",)}, {"influence": ("90",)}, True),
        ({"sender": ("klant.example",)}, {"sender": ("anna@klant.example",)}, True),
        ({"sender": ("klant.example",)}, {"sender": ("anna@ander.example",)}, False),
    ],
)
def test_rules_quarrel_only_where_both_can_hold(
    one: dict[str, tuple[str, ...]], other: dict[str, tuple[str, ...]], quarrel: bool
) -> None:
    pair = [rule(1, one, priority="high"), rule(2, other, priority="low")]
    assert bool(contradictions(pair)) == quarrel


def test_rules_that_say_the_same_or_something_else_do_not_quarrel() -> None:
    first = rule(1, {"vip": ("yes",)}, priority="high", tag="a")
    assert not contradictions([first, rule(2, {"vip": ("yes",)}, priority="high", tag="b")])
    assert not contradictions([first, rule(3, {"vip": ("yes",)}, type="question")])


def test_rules_that_set_each_other_off_are_told_once() -> None:
    one = rule(1, {"category": ("orders",)}, type="complaint")
    two = rule(2, {"type": ("complaint",), "channel": ("email",)}, category="orders")
    three = rule(3, {"type": ("complaint",)}, priority="high")
    itself = rule(4, {"type": ("idea",)}, type="idea")
    assert loops([one, two, three]) == ((one, two),)
    assert loops([itself, three]) == ((itself,),)
    assert loops([one, three]) == ()


KEYS = st.sampled_from(["a", "b", "c"])
FIELDS = st.sampled_from(["category", "type"])
RULES = st.lists(
    st.tuples(st.dictionaries(FIELDS, KEYS, min_size=1), st.dictionaries(FIELDS, KEYS, min_size=1)),
    max_size=12,
)


@repeated
@settings(max_examples=200, deadline=None)
@given(RULES, KEYS, KEYS)
def test_every_set_of_rules_comes_to_an_end(
    drawn: list[tuple[dict[str, str], dict[str, str]]], category: str, kind: str
) -> None:
    rules = [
        rule(number, {name: (key,) for name, key in when.items()}, **then)
        for number, (when, then) in enumerate(drawn)
    ]
    found = decide(rules, Facts("email", category=category, type=kind))
    slots = [one.effect.slot for one in found]
    assert len(slots) == len(set(slots))
    loops(rules)


@pytest.mark.parametrize(
    ("name", "values", "wrong"),
    [
        ("words", (), ""), ("words", ("  ",), ""), ("words", ("factuur",), None),
        ("influence", ("40", "veel"), "veel"), ("influence", ("40",), None),
        ("vip", ("ja",), "ja"), ("out_of_hours", ("no",), None),
    ],
)  # fmt: skip
def test_a_condition_takes_only_what_it_can_compare(
    name: str, values: tuple[str, ...], wrong: str | None
) -> None:
    assert check(Condition(name, values)) == wrong


def test_a_rule_never_makes_lighter() -> None:
    assert raised("normal", "high") == "high"
    assert raised("urgent", "low") == "urgent"
