"""Stand-ins for the model: one that knows words only, and one that cannot be had."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from threading import Event
from zlib import crc32

import numpy as np

from app.services.assist.embedder import SIZE, Vectors
from app.services.assist.errors import NotAvailableError


@cache
def _of_word(word: str) -> Vectors:
    return np.random.default_rng(crc32(word.encode())).normal(size=SIZE).astype(np.float32)


@dataclass
class WordEmbedder:
    """Texts are alike as far as they have the same words."""

    model: str = "words 1"
    encoded: list[str] = field(default_factory=list)

    def load(self) -> None:
        return None

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        rows = []
        for text in texts:
            words = re.findall(r"\w+", text.lower()) or ["-"]
            whole = np.sum([_of_word(word) for word in words], axis=0)
            rows.append(whole / np.linalg.norm(whole))
        return np.asarray(rows, dtype=np.float32).reshape(len(texts), SIZE)

    def size(self) -> int:
        return 1


@dataclass
class SlowEmbedder(WordEmbedder):
    """It is loaded when it is told to be."""

    asked: Event = field(default_factory=Event)
    told: Event = field(default_factory=Event)

    def load(self) -> None:
        self.asked.set()
        assert self.told.wait(30)


@dataclass
class AbsentEmbedder:
    """A computer on which the model cannot be loaded."""

    model: str = "none"
    tries: int = 0

    def load(self) -> None:
        self.tries += 1
        raise NotAvailableError

    def encode(self, texts: Sequence[str]) -> Vectors:
        raise AssertionError

    def size(self) -> int:
        return 0
