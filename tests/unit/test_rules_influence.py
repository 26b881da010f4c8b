import pytest

from app.models.rules.influence import Influence, Reason, Voice, influence, strongest


@pytest.mark.parametrize(
    ("voice", "score", "reasons"),
    [
        (Voice(), 0, ()),
        (Voice(followers=999, reach=999, reviewer_level=3, value=499), 0, ()),
        (Voice(followers=1_000), 10, (Reason("followers", 10, 1_000),)),
        (Voice(reach=250_000), 30, (Reason("reach", 30, 250_000),)),
        (Voice(reviewer_level=6, value=600),
         20, (Reason("reviewer", 10, 6), Reason("value", 10, 600))),
        (Voice(verified=True, vip=True), 50, (Reason("vip", 40), Reason("verified", 10))),
        (Voice(press=True, followers=2_000_000),
         100, (Reason("followers", 60, 2_000_000), Reason("press", 50))),
    ],
)  # fmt: skip
def test_a_score_is_the_sum_of_its_reasons(
    voice: Voice, score: int, reasons: tuple[Reason, ...]
) -> None:
    assert influence(voice) == Influence(score, reasons)


def test_of_several_handles_the_most_counts() -> None:
    small = Voice(followers=10, verified=True, value=50)
    large = Voice(followers=900, reviewer_level=5, value=50)
    assert strongest([small, large]) == Voice(
        followers=900, verified=True, reviewer_level=5, value=50
    )
    assert strongest([]) == Voice()
