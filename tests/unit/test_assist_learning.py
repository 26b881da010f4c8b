"""Learning a label in closed form, against doing it step by step; and how texts are spelt."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.services.assist import head, spelling
from app.services.assist.embedder import Vectors
from app.services.assist.head import LAMBDA, OTHERWISE, OWN_WEIGHT, Numbers
from app.services.assist.known import Alike, Key, Known, nothing
from tests.fakes_assist import WordEmbedder

SHIPPED = (
    *("de emmer lekt", "de emmer lekt weer", "emmer kapot"),
    *("wat kost een dweil", "is de dweil er nog", "dweil te koop"),
)
OWN = ("mijn zwabber lekt", "zwabber te koop", "zwabber gezocht", "emmer te koop")
TEXTS = SHIPPED + OWN
LABELS = ("stuk", "stuk", "stuk", "koop", "koop", "koop", "stuk", "koop", "anders", "koop")


@pytest.fixture(scope="module")
def known() -> Known:
    return nothing(SHIPPED).knowing(meanings(), themselves)


def meanings() -> dict[Key, Vectors]:
    return dict(zip(TEXTS, WordEmbedder().encode(TEXTS), strict=True))


def themselves(keys: Sequence[Key]) -> list[str]:
    return [str(key) for key in keys]


def learnt(alike: Alike, places: list[int]) -> head.Head:
    at = np.array(places)
    shipped = head.settled(alike.of(at[at < len(SHIPPED)]))
    found = head.fit(alike.of(at), [LABELS[one] for one in places], shipped)
    assert found is not None
    return found


def test_it_solves_the_regression_in_which_his_own_count_for_more(known: Known) -> None:
    found = learnt(known.alike, list(range(len(TEXTS))))
    own = np.arange(len(TEXTS)) >= len(SHIPPED)
    kernel = known.alike.whole.astype(np.float64) + 1
    kernel += OTHERWISE * np.outer(own, own) * known.alike.whole
    kernel += np.diag(np.where(own, LAMBDA / OWN_WEIGHT, LAMBDA))
    wanted = np.array([[1 if one == label else -0.5 for one in found.labels] for label in LABELS])
    assert found.weights == pytest.approx(np.linalg.solve(kernel, wanted), abs=1e-4)


def test_what_is_left_out_or_unlearnt_is_as_if_it_had_never_been_learnt(known: Known) -> None:
    everything = list(range(len(TEXTS)))
    whole = learnt(known.alike, everything)
    assert [at for at in everything if known.alike.same[0, at]] == [0, 1]
    rest = everything[2:]
    other = learnt(known.alike, rest)
    near = known.alike.whole[:1, rest]
    scores = near @ other.weights + other.weights.sum(axis=0)
    assert chances(scores, whole.temperature) == pytest.approx(whole.left_out[:1], abs=1e-3)
    last = everything[-1]
    other = replace(learnt(known.alike, everything[:-1]), temperature=whole.temperature)
    wanted = other.probabilities(known.alike.whole[[last], :-1])
    assert whole.without(last).probabilities(known.alike.whole[[last]]) == pytest.approx(
        wanted, abs=1e-3
    )
    assert whole.left_out[[last]] == pytest.approx(wanted, abs=1e-3)


def chances(scores: Numbers, temperature: float) -> Numbers:
    powers: Numbers = np.exp(scores.astype(np.float64) * temperature)
    made: Numbers = powers / powers.sum(axis=1, keepdims=True)
    return made


def test_below_two_labels_there_is_nothing_to_learn(known: Known) -> None:
    at = np.arange(3)
    assert head.fit(known.alike.of(at), ["stuk"] * 3, head.settled(known.alike.of(at))) is None


def test_only_what_is_new_is_read_and_what_is_gone_is_forgotten(known: Known) -> None:
    rows = meanings()
    read: list[Key] = []

    def reading(keys: Sequence[Key]) -> list[str]:
        read.extend(keys)
        return themselves(keys)

    some: dict[Key, Vectors] = {text: rows[text] for text in TEXTS[2:]}
    less = known.knowing(some, reading)
    assert read == []
    assert less.knowing(some, reading) is less
    again = less.knowing(rows, reading)
    assert read == list(TEXTS[:2])
    places = [again.places[text] for text in TEXTS]
    assert again.alike.whole[np.ix_(places, places)] == pytest.approx(known.alike.whole, abs=1e-5)
    assert (again.alike.same[np.ix_(places, places)] == known.alike.same).all()


def like(texts: list[str], asked: str) -> Vectors:
    none = np.zeros(0, dtype=np.intp)
    others = [f"iets anders {chr(97 + at)}" for at in range(20)]
    made: Vectors = spelling.empty([*texts, *others]).changed(none, texts).like([asked])[0]
    return made


def test_what_is_spelt_alike_is_alike_with_typing_errors_and_in_compounds() -> None:
    texts = ["Waar blijft mijn pakketje?", "De schoonmaakvloeistof", "Xylofoon"]
    assert like(texts, "waar blijft mijn pakketje") == pytest.approx([1, 0, 0], abs=0.05)
    assert like(texts, "paketje").argmax() == 0
    assert like(texts, "vloeistof om mee schoon te maken").argmax() == 1
    assert like(texts, "?!").max() == 0
    assert like(texts, "").max() == 0
