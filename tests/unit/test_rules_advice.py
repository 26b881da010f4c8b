import pytest

from app.models.rules import advice
from app.models.rules.advice import Advice, Said, holds, joined, keys_of, parted, renamed
from app.models.rules.policy import (
    Condition,
    Effect,
    Facts,
    Rule,
    asks,
    contradictions,
    decide,
    in_order,
    loops,
    wants_advice,
)

SAYS = Advice({
    advice.CATEGORY: Said("complaints", 84), advice.TONE: Said("negative", 71),
    advice.PRIORITY: Said("high", 100),
})  # fmt: skip
FACTS = Facts(channel="email", text="Mijn pan is stuk")


def rule(number: int, when: dict[str, tuple[str, ...]], **then: str) -> Rule:
    conditions = tuple(Condition(name, values) for name, values in when.items())
    return Rule(number, f"Regel {number}", conditions, tuple(Effect(*one) for one in then.items()))


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        (advice.CATEGORY, ("complaints@84",), True), (advice.CATEGORY, ("complaints@85",), False),
        (advice.CATEGORY, ("complaints",), True), (advice.CATEGORY, ("orders@30",), False),
        (advice.CATEGORY, ("orders@30", "complaints@50"), True),
        (advice.TYPE, ("question@30",), False), (advice.TONE, ("negative@70",), True),
        (advice.PRIORITY, ("normal",), True), (advice.PRIORITY, ("high",), True),
        (advice.PRIORITY, ("urgent",), False),
    ],
)  # fmt: skip
def test_a_condition_holds_when_the_suggestion_says_so_surely_enough(
    name: str, values: tuple[str, ...], said: bool
) -> None:
    assert holds(name, values, SAYS) == said
    assert not holds(name, values, None)
    assert not holds(name, values, Advice(silent=advice.Silence.OFF))


def test_values_have_a_key_and_a_percent() -> None:
    assert parted("complaints") == ("complaints", advice.USUAL)
    assert parted(joined(" a", "70 %").strip()) == ("a", 70)
    for wrong in ("a@100", "a@29", "a@veel", "a@"):
        with pytest.raises(ValueError, match=".+"):
            parted(wrong)
    assert keys_of(advice.TYPE, ("a@70", "b")) == {"a", "b"}
    assert keys_of(advice.PRIORITY, ("high",)) == {"high"}
    assert renamed(("a@70", "b@70"), "a", "b") == ["b@70"]


def test_a_rule_is_asked_after_the_others_and_only_where_the_rest_of_it_holds() -> None:
    suggested = rule(1, {advice.CATEGORY: ("complaints@80",), "words": ("pan",)}, priority="high")
    plain = rule(2, {"words": ("pan",)}, priority="low")
    assert [one.id for one in in_order([suggested, plain])] == [2, 1]
    assert (asks(suggested), asks(plain)) == (True, False)
    assert wants_advice(suggested, FACTS)
    assert not wants_advice(suggested, Facts(channel="email", text="Dag"))
    assert not wants_advice(plain, FACTS)


def test_what_a_suggestion_files_counts_for_the_other_rules() -> None:
    files = rule(1, {advice.CATEGORY: ("complaints@80",)}, category="complaints")
    follows = rule(2, {"category": ("complaints",)}, forward="management")
    told = Facts(channel="email", advice=SAYS)
    assert [one.effect.kind for one in decide([follows, files], told)] == ["category", "forward"]
    assert decide([follows, files], FACTS) == ()
    # A suggestion does not follow from what is filed, so that nothing goes round.
    assert loops([files, follows]) == ()


def test_rules_quarrel_only_when_one_suggestion_can_fit_both() -> None:
    def pair(first: str, second: str, name: str = advice.CATEGORY) -> int:
        rules = [rule(1, {name: (first,)}, priority="high"), rule(2, {name: (second,)},
                                                                  priority="low")]  # fmt: skip
        return len(contradictions(rules))

    assert pair("orders@80", "complaints@80") == 0
    assert pair("orders@80", "orders@60") == 1
    assert pair("high", "urgent", advice.PRIORITY) == 1
