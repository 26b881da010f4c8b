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
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.bootstrap import Services, build_services
from app.services.assist import head, seeds
from app.services.assist.embedder import BundledEmbedder, Encoder, Vectors
from app.services.assist.lessons import OWN_WEIGHT
from app.services.clock import SystemClock
from app.services.handbook import starter
from app.services.settings import AssistSettings
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser

DATA = Path(__file__).with_name("data")
CORRECTIONS = (0, 20, 100, 300)
ORDERS = 5
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


def messages(asked: Sequence[dict[str, Any]]) -> None:
    """Print how often the category is right, and whether its chances mean something."""
    encoder = Encoder(BundledEmbedder())
    encoder.ready()
    shipped = [one for one in seeds.all_of() if "category" in one.labels]
    known = encoder.encode([one.text for one in shipped])
    began = time.perf_counter()
    rows = encoder.meanings([one["text"] for one in asked])
    each = 1000 * (time.perf_counter() - began) / len(asked)
    print(f"{len(asked)} messages, {each:.1f} ms each")
    labels = [one.labels["category"] for one in shipped]
    truth = [str(one["category"]) for one in asked]
    for many in CORRECTIONS:
        found = [_judged(order, many, rows, truth, known, labels) for order in range(ORDERS)]
        chances, right = (np.concatenate(parts) for parts in zip(*found, strict=True))
        sure = chances >= AssistSettings().threshold
        print(
            f"after {many:3} corrections: {right.mean():.3f} right; said {sure.mean():.2f},"
            f" of which right {right[sure].mean():.3f}; off by {_off(chances, right):.3f}"
        )
    for language in ("nl", "en"):
        mine = [at for at, one in enumerate(asked) if one["language"] == language]
        learnt = head.fit(known, labels, [1.0] * len(labels))
        assert learnt is not None
        said = learnt.probabilities(rows[mine]).argmax(axis=1)
        fine = [learnt.labels[best] == truth[at] for best, at in zip(said, mine, strict=True)]
        print(f"cold, {language}: {np.mean(fine):.3f}")


def _judged(
    order: int, many: int, rows: Vectors, truth: Sequence[str], known: Vectors, labels: list[str]
) -> tuple[Any, Any]:
    """Return the chance of the best label of each message that is left, and whether it is right."""
    shuffled = random.Random(order).sample(range(len(truth)), len(truth))
    taught, asked = shuffled[:many], shuffled[-LAST:] if many else shuffled
    learnt = head.fit(
        np.vstack([known, rows[taught]]),
        [*labels, *(truth[at] for at in taught)],
        [1.0] * len(labels) + [OWN_WEIGHT] * many,
    )
    assert learnt is not None
    chances = learnt.probabilities(rows[asked])
    best = [learnt.labels[at] for at in chances.argmax(axis=1)]
    right = [one == truth[at] for one, at in zip(best, asked, strict=True)]
    return chances.max(axis=1), np.array(right)


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
