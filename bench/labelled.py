"""How good suggestions are, on messages and questions that nothing was learnt from.

Written and labelled apart from the examples and the pages: bench/data, one author each. Messages:
cold, and after corrections, each message judged before it is learnt; questions: whether a page
that answers is among the first three.
"""

import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from app.bootstrap import Services, build_services
from app.services.assist import head, seeds
from app.services.assist.embedder import BundledEmbedder, Encoder, Vectors
from app.services.assist.known import Key, Known, nothing
from app.services.assist.lessons import FIELDS
from app.services.clock import SystemClock
from app.services.handbook import starter
from app.services.settings import AssistSettings
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import lists

DATA = Path(__file__).with_name("data")
CORRECTIONS = (0, 20, 100, 300)
ORDERS = 20
LAST = 75
"""Messages on which each is measured after corrections; never among those that taught."""


def run(_count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = create_profile(Path(folder) / "p", now=SystemClock().now(), practice=True)
        services = build_services(made.profile, None, clock=SystemClock(), parser=InlineParser())
        services.database.write_now(starter.install, language="both")
        messages(json.loads((DATA / "messages.json").read_text("utf-8")))
        questions(services, json.loads((DATA / "questions.json").read_text("utf-8")))
        services.close()


# --- messages --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Trial:
    """A field of the messages: what is known of it cold, and what is right."""

    known: Known
    seeded: Sequence[str]
    labels: Sequence[str]
    truth: Sequence[str]
    settled: Vectors

    def judged(self, order: int, many: int) -> list[tuple[int, str, str, float]]:
        """Return place, first and second label, and chance of each message that is left."""
        shuffled = random.Random(order).sample(range(len(self.truth)), len(self.truth))
        taught, asked = shuffled[:many], shuffled[-LAST:] if many else shuffled
        columns = self._places([*self.seeded, *((at, 0) for at in taught)])
        learnt = head.fit(
            self.known.alike.of(columns),
            [*self.labels, *(self.truth[at] for at in taught)],
            self.settled,
        )
        assert learnt is not None
        near = self.known.alike.whole[np.ix_(self._places([(at, 0) for at in asked]), columns)]
        chances = learnt.probabilities(near)
        best = np.argsort(-chances, axis=1)[:, :2]
        return [
            (at, learnt.labels[first], learnt.labels[second], float(row[first]))
            for at, (first, second), row in zip(asked, best, chances, strict=True)
        ]

    def right(self, judged: Sequence[tuple[int, str, str, float]]) -> Any:
        return np.array([self.truth[at] == first for at, first, _, _ in judged])

    def _places(self, keys: Sequence[Key]) -> Any:
        return np.array([self.known.places[key] for key in keys], dtype=np.intp)


def messages(asked: Sequence[dict[str, Any]]) -> None:
    """Print how often each field is right, and whether its chances mean something."""
    encoder = Encoder(BundledEmbedder())
    encoder.ready()
    texts = [one["text"] for one in asked]
    began = time.thread_time()
    rows = encoder.meanings(texts)
    print(f"{len(texts)} messages, meaning {_each(began, texts)}")
    for field in FIELDS:
        shipped = [one for one in seeds.all_of() if field in one.labels]
        seeded = [one.text for one in shipped]
        wanted: dict[Key, Vectors] = dict(zip(seeded, encoder.meanings(seeded), strict=True))
        cold = nothing(seeded).knowing(wanted, _words_of(texts))
        wanted |= {(at, 0): row for at, row in enumerate(rows)}
        known = cold.knowing(wanted, _words_of(texts))
        labels, truth = [one.labels[field] for one in shipped], [str(one[field]) for one in asked]
        places = np.array([known.places[text] for text in seeded])
        trial = Trial(known, seeded, labels, truth, head.settled(known.alike.of(places)))
        for many in CORRECTIONS:
            _print(f"{field} after {many:3}", trial, many)
        if field == lists.CATEGORY:
            _details(asked, trial)
            _speed(texts, rows, cold, known)


def _words_of(texts: Sequence[str]) -> Callable[[Sequence[Key]], list[str]]:
    return lambda keys: [one if isinstance(one, str) else texts[one[0]] for one in keys]


def _each(began: float, texts: Sequence[str]) -> str:
    return f"{1000 * (time.thread_time() - began) / len(texts):.1f} ms each (thread time)"


def _print(name: str, trial: Trial, many: int) -> None:
    found = [one for order in range(ORDERS if many else 1) for one in trial.judged(order, many)]
    right, chances = trial.right(found), np.array([chance for *_, chance in found])
    sure = chances >= AssistSettings().threshold
    second = np.mean([trial.truth[at] in best for at, *best, _ in found])
    print(
        f"{name}: {right.mean():.3f} right, among two {second:.3f}; said {sure.mean():.2f}, of"
        f" which right {right[sure].mean():.3f}; off by {_off(chances, right):.3f}"
    )


def _details(asked: Sequence[dict[str, Any]], trial: Trial) -> None:
    """Print what is missed cold, and in the last round after most corrections, by kind."""
    for many in (0, CORRECTIONS[-2]):
        found = [one for order in range(ORDERS if many else 1) for one in trial.judged(order, many)]
        right = trial.right(found)
        for name in ("language", "type", "tone"):
            kinds = [str(asked[at][name]) for at, *_ in found]
            shares = {
                kind: f"{right[[one == kind for one in kinds]].mean():.2f}"
                for kind, count in Counter(kinds).most_common()
                if count >= 10
            }
            print(f"  after {many}, by {name}: {shares}")
        missed = Counter(
            f"{trial.truth[at]} taken for {first}"
            for (at, first, *_), fine in zip(found, right, strict=True)
            if not fine
        )
        most = ", ".join(f"{kind} {count / missed.total():.2f}" for kind, count in
                         missed.most_common(20))  # fmt: skip
        print(f"  after {many}, of what was missed: {most}")


def _off(chances: Any, right: Any) -> float:
    """Return the expected calibration error over ten equal steps."""
    steps = np.minimum(9, (chances * 10).astype(int))
    return float(
        sum(
            abs(chances[steps == step].mean() - right[steps == step].mean())
            * (steps == step).mean()
            for step in set(steps.tolist())
        )
    )


def _speed(texts: Sequence[str], rows: Vectors, cold: Known, known: Known) -> None:
    began = time.thread_time()
    for text, row in zip(texts, rows, strict=True):
        known.like(row[None], [text])
    print(f"likeness to {len(known.places)} others: {_each(began, texts)}")
    labels = [("a", "b", "c", "d", "e")[at % 5] for at in range(len(known.places))]
    settled = head.settled(cold.alike)
    for own in CORRECTIONS:
        many = np.arange(len(cold.places) + own)
        began = time.thread_time()
        head.fit(known.alike.of(many), labels[: len(many)], settled)
        took = 1000 * (time.thread_time() - began)
        print(f"learning from {len(cold.places)} and {own:3} own: {took:.0f} ms (thread time)")


# --- questions -------------------------------------------------------------------------------


def questions(services: Services, asked: Sequence[dict[str, Any]]) -> None:
    """Print how often a right page is first, and among three; and what was missed."""
    suggester = services.suggester()
    suggester.suggest_text("Hallo", why=False)
    places: list[int] = []
    missed: Counter[str] = Counter()
    took: list[float] = []
    for one in asked:
        began = time.perf_counter()
        found = suggester.suggest_text(one["text"], why=False).pages
        took.append(1000 * (time.perf_counter() - began))
        keys = [page.key for page in found]
        place = min((keys.index(key) for key in one["pages"] if key in keys), default=99)
        places.append(place)
        if place >= 3:
            missed[one["pages"][0]] += 1
            print(f"  missed {one['pages']}, gave {keys}: {one['text'][:70]!r}")
    for language in ("nl", "en", ""):
        mine = [
            place
            for place, one in zip(places, asked, strict=True)
            if not language or one["language"] == language
        ]
        first, three = (np.mean(np.array(mine) < most) for most in (1, 3))
        name = language or "in all"
        print(f"{len(mine)} questions {name}: first {first:.3f}, among three {three:.3f}")
    print(f"{np.median(took):.0f} ms each (median), p95 {np.quantile(took, 0.95):.0f}")
    print("missed most:", ", ".join(f"{key} {many}" for key, many in missed.most_common(8)))
