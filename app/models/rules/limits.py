"""How long a text may be on a channel, by the measure of its platform."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from app.models.rules import lengths
from app.models.rules.lengths_sms import parts_of
from app.models.rules.lengths_x import weighted


class Counts(StrEnum):
    """What is counted."""

    CHARACTERS = "characters"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Size:
    """How long a text is, and may be; `parts` text messages that it takes, 0 elsewhere."""

    used: int
    limit: int
    unit: Counts = Counts.CHARACTERS
    parts: int = 0

    @property
    def over(self) -> int:
        """By how much it is too long."""
        return max(0, self.used - self.limit)


@dataclass(frozen=True, slots=True)
class Counted:
    """A way to count and the most that it may give."""

    count: Callable[[str], int]
    limit: int
    unit: Counts = Counts.CHARACTERS

    def __call__(self, text: str, most: int | None = None) -> Size:
        """Measure a text; `most` where an account of the kind has a limit of its own."""
        return Size(self.count(text), most or self.limit, self.unit)


OWN_LIMIT = "longest"
"""Setting of an account whose server has a limit of its own."""

SMS_PARTS = 10
"""The most that go out as one: a longer text is a mail."""


def sms(text: str, most: int | None = None) -> Size:
    """Measure a text message; a limit of its own (`most`) is in parts."""
    found, parts = parts_of(text), most or SMS_PARTS
    limit = found.alone if parts == 1 else parts * found.each
    # A character that is not cut in two leaves room in a part that nothing else can take.
    least = limit + 1 if found.parts > parts else 0
    return Size(max(found.units, least), limit, parts=found.parts)


_Ways: TypeAlias = Sequence[Callable[[str, int | None], Size]]

_PUBLIC: Mapping[str, _Ways] = {
    "x": [Counted(weighted, 280)],
    "bluesky": [Counted(lengths.graphemes, 300), Counted(lengths.utf8, 3000, Counts.BYTES)],
    "mastodon": [Counted(lengths.mastodon, 500)],
    "sms": [sms],
    # Meta: less than 2000.
    "messenger": [Counted(lengths.characters, 1999)],
    # As in the app (from memory); the 300 of the API was that of an older one.
    "instagram": [Counted(lengths.characters, 2200)],
    "whatsapp": [Counted(lengths.characters, 4096)],
    "whatsapp_twilio": [Counted(lengths.characters, 1600)],
    "telegram": [Counted(lengths.utf16, 4096)],
    # Google does not document it, and refuses what is too long.
    "youtube": [Counted(lengths.characters, 10_000)],
    "google": [Counted(lengths.utf8, 4096, Counts.BYTES)],
    "facebook": [Counted(lengths.characters, 8000)],  # from memory
}
"""By kind of channel, as the platforms state it; a kind that is not here takes any length."""

LIMITED = tuple(_PUBLIC)
"""The kinds of channels on which a text has a limit."""

_PRIVATE: Mapping[str, _Ways] = {
    "x": [Counted(lengths.characters, 10_000)],
    # Lexicon chat.bsky.convo.defs.
    "bluesky": [Counted(lengths.graphemes, 1000), Counted(lengths.utf8, 10_000, Counts.BYTES)],
    "instagram": [Counted(lengths.utf8, 1000, Counts.BYTES)],
    "facebook": [Counted(lengths.characters, 1999)],
}
"""Where what only the customer reads has a length of its own."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How a text is measured that goes out by a channel.

    Attributes:
        kind: of the channel.
        private: only the customer reads it.
        to: the customer's handle: where he has to be mentioned, that counts.
        most: the limit of this one account, None for that of the platform.
    """

    kind: str
    private: bool = False
    to: str = ""
    most: int | None = None

    def size(self, text: str) -> Size | None:
        """Return how long a text is; None where any length goes.

        Of two limits it is the one that is passed by most, or else the first.
        """
        ways = (self.private and _PRIVATE.get(self.kind)) or _PUBLIC.get(self.kind)
        if not ways:
            return None
        if self.kind == "mastodon" and self.to:
            text = lengths.addressed(text, self.to)
        sizes = [way(text, self.most if number == 0 else None) for number, way in enumerate(ways)]
        return max(sizes, key=lambda size: size.over)
