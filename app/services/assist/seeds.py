"""What the program knows before the owner taught it anything: descriptions and examples."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.services.resources import resource
from app.services.search.words import stem, words_of
from app.services.tickets import lists

VECTORS = "seeds.npz"
TONE = "tone"
NEGATIVE, NEUTRAL, POSITIVE = "negative", "neutral", "positive"
_TONE_OF_TYPE = {
    "complaint": NEGATIVE,
    "compliment": POSITIVE,
    "question": NEUTRAL,
    "fault": NEUTRAL,
    "idea": NEUTRAL,
    "other": NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class Seed:
    """A text with what it is an example of, by field: category, type, tone."""

    text: str
    labels: Mapping[str, str]


@cache
def all_of() -> tuple[Seed, ...]:
    """Return the shipped seeds, in both languages."""
    found = json.loads(resource("assist", "seeds.json").read_text(encoding="utf-8"))
    return (*_descriptions(found), *_messages(found), *_tones(found))


@cache
def stems() -> frozenset[str]:
    """Return the stems of all words of the shipped seeds: what most people write with."""
    return frozenset(stem(word) for one in all_of() for word in words_of(one.text))


@cache
def vectors_for(model: str) -> Mapping[bytes, NDArray[np.float16]]:
    """Return the shipped vectors of seeds and starter pages, by digest; none of another model's.

    In half precision, as they lie in the file: there are thousands.

    `packaging/seed_vectors.py` makes them.
    """
    with np.load(BytesIO(resource("assist", VECTORS).read_bytes())) as found:
        if str(found["model"]) != model:
            return MappingProxyType({})
        rows = zip(map(bytes, found["digests"]), found["vectors"], strict=True)
        return MappingProxyType(dict(rows))


def _descriptions(found: Any) -> Iterator[Seed]:
    for field, keys in found["descriptions"].items():
        for key, languages in keys.items():
            for texts in languages.values():
                yield from (Seed(text, MappingProxyType({field: key})) for text in texts)


def _messages(found: Any) -> Iterator[Seed]:
    for categories in found["messages"].values():
        for category, types in categories.items():
            for kind, texts in types.items():
                labels = {lists.CATEGORY: category, lists.TYPE: kind}
                labels[TONE] = _TONE_OF_TYPE.get(kind, "")
                known = MappingProxyType({name: one for name, one in labels.items() if one})
                yield from (Seed(text, known) for text in texts)


def _tones(found: Any) -> Iterator[Seed]:
    for tones in found["tone"].values():
        for tone, texts in tones.items():
            yield from (Seed(text, MappingProxyType({TONE: tone})) for text in texts)
