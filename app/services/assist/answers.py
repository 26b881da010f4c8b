"""What a suggestion says, and why."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.models.rules.urgency import Weight

if TYPE_CHECKING:  # it imports numpy, which the window does without at first
    from app.services.assist.embedder import Vectors


@dataclass(frozen=True, slots=True)
class Word:
    """A word that weighed: how much less sure it would be without (0 to 1)."""

    text: str
    drop: float


@dataclass(frozen=True, slots=True)
class Alike:
    """A message of the same label that means nearly the same; `number` is None for a shipped one.

    `cosine`: 1 for the same meaning.
    """

    number: int | None
    text: str
    cosine: float


@dataclass(frozen=True, slots=True)
class Chance:
    """A label and how likely it is (0 to 1)."""

    key: str
    chance: float


@dataclass(frozen=True, slots=True)
class Pick:
    """What a field is likely to be.

    Attributes:
        key: the label; None when it is not sure enough to say one.
        best: the two likeliest, the likeliest first.
        words, alike: why.
    """

    key: str | None
    best: tuple[Chance, ...]
    words: tuple[Word, ...] = ()
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """A ticket that asks nearly the same; `same_customer` when he asked it."""

    ticket_id: int
    number: int
    state: str
    cosine: float
    same_customer: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the handbook that may hold the answer, and where: the heading in it.

    `score`: what it is sorted by, more for better; `words`: those of the question that it has.
    """

    page_id: int
    key: str
    language: str
    kind: str
    title: str
    section: str
    score: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nearby:
    """What of the store is near to a message: tickets that were answered, and pages.

    `vector`: what the message means.
    """

    vector: "Vectors"
    type: Pick
    tone: Pick
    answered: tuple[Near, ...]
    pages: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Everything that is suggested for a message.

    Attributes:
        language: nl, en, de, fr; None in doubt.
        priority: None for a text that is no ticket's.
        duplicates: tickets with nearly the same question: open, or of the same customer.
        answered: tickets with a like question that got their answer.
    """

    category: Pick
    type: Pick
    tone: Pick
    language: str | None
    priority: Weight | None
    duplicates: tuple[Near, ...]
    answered: tuple[Near, ...]
    pages: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Learnt:
    """How a field does on the owner's own messages, each judged by what the others taught.

    Attributes:
        examples: how many he labelled.
        right: how many of them would be right (0 to 1); None without any.
        said: of how many anything would be said at the threshold.
        right_when_said: how many of those would be right.
    """

    field: str
    examples: int
    right: float | None
    said: float | None
    right_when_said: float | None


@dataclass(frozen=True, slots=True)
class Status:
    """How the model is doing.

    `size`: bytes on the disk; `tickets` have a vector, `lacking` have none yet.
    """

    state: str
    model: str
    size: int
    load_seconds: float
    enabled: bool
    threshold: float
    seeds: int
    tickets: int
    lacking: int
    learnt: tuple[Learnt, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """A page of the handbook that the model was given, and the heading in it; "" for its top."""

    page_id: int
    key: str
    title: str
    section: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer as a model would write it.

    Attributes:
        sources: what it was given to go by; none when no page was near.
        put_back: how many placeholders became again what they stood for.
        open_places: what is still to be filled in the text: "[naam 2]", "{datum}".
    """

    text: str
    model: str
    language: str
    sources: tuple[Used, ...]
    put_back: int
    open_places: tuple[str, ...]
