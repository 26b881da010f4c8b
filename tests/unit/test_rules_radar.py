"""Questions that come back are told from those that merely share a word."""

import math

import pytest

from app.models.rules.radar import Measure, answers, cosine, groups, shared, vectors

ALL = 1.0
LOOSE = Measure(least=2, tight=0.1, near=0.1, joined=0.2, taken=0.1, common=ALL)


def test_rare_features_weigh_more_and_those_of_all_nothing() -> None:
    found = vectors([["a", "b"], ["a", "b"], ["a", "c"], ["d"]], common=ALL)
    assert found[0]["b"] > found[0]["a"]
    assert list(found[2]) == ["a"]
    assert found[3] == {}
    assert math.isclose(cosine(found[0], found[1]), 1.0)
    many = vectors([["a", str(number // 2)] for number in range(80)], common=0.1)
    assert "a" not in many[0]
    assert vectors([], common=ALL) == []


def test_what_is_alike_is_one_group_and_the_rest_none() -> None:
    documents = [
        ["iron", "pan", "dishwasher"], ["iron", "pan", "dish"], ["iron", "pan"], ["bread", "class"],
        ["bread", "class", "full"], ["lonely"], ["pan"], [],
    ]  # fmt: skip
    found = vectors(documents, common=ALL)
    assert groups(found, LOOSE) == [(0, 1, 2, 6), (3, 4)]
    assert shared(found, (0, 1, 2)) == ("iron", "pan")
    assert groups(found, Measure(least=3, common=ALL, tight=0.1)) == [(0, 1, 2, 6)]
    assert groups(found, Measure(least=9, common=ALL)) == []


def test_a_star_of_which_nobody_is_like_the_others_is_no_group() -> None:
    documents = [["a", "b", "c"], ["a", "x"], ["b", "y"], ["c", "z"], ["x"], ["y"], ["z"]]
    found = vectors(documents, common=ALL)
    strict = Measure(least=4, tight=0.5, near=0.2, joined=0.9, common=ALL)
    assert groups(found, strict) == []


def test_two_groups_of_one_centre_are_one() -> None:
    left = [["q", "a", "b"]] * 3
    right = [["q", "c", "d"]] * 3
    found = vectors([*left, *right], common=ALL)
    apart = Measure(least=3, near=0.6, joined=0.9, common=ALL)
    assert groups(found, apart) == [(0, 1, 2), (3, 4, 5)]
    together = Measure(least=3, near=0.6, joined=0.1, tight=0.1, common=ALL)
    assert groups(found, together) == [(0, 1, 2, 3, 4, 5)]


@pytest.mark.parametrize(
    ("page", "words", "expected"),
    [
        ({"a", "b", "c", "d"}, ("a", "b", "c", "d", "e"), True),
        ({"a"}, ("a", "b"), False),
        ({"a"}, (), False),
    ],
)  # fmt: skip
def test_a_page_answers_when_it_has_most_of_the_words(
    page: set[str], words: tuple[str, ...], expected: bool
) -> None:
    assert answers(page, words) is expected
