"""How many parts a text message takes (3GPP TS 23.038 6.2.1, 23.040 9.2.3.24.1)."""

from collections.abc import Iterable
from dataclasses import dataclass

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
"""Written as two: an escape and a character."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a text takes as text messages.

    Attributes:
        units: septets of GSM-7, or units of UTF-16 where one character is not in GSM-7.
        parts: messages that it is sent and paid as; 0 for an empty text.
        alone, each: units of a message by itself, and of one of several.
    """

    units: int
    parts: int
    alone: int
    each: int

    @property
    def is_gsm(self) -> bool:
        """Whether every character is in GSM-7, so that most of them go into a part."""
        return self.alone == _GSM[0]


_GSM, _UCS = (160, 153), (70, 67)


def parts_of(text: str) -> Parts:
    """Return what a text takes; a character is never cut in two."""
    if all(one in _BASIC or one in _EXTENDED for one in text):
        return _parts([2 if one in _EXTENDED else 1 for one in text], *_GSM)
    return _parts([2 if one > "\uffff" else 1 for one in text], *_UCS)


def _parts(sizes: Iterable[int], alone: int, each: int) -> Parts:
    units, parts, used = 0, 0, each
    for size in sizes:
        units += size
        if used + size > each:
            parts, used = parts + 1, 0
        used += size
    return Parts(units, min(parts, 1) if units <= alone else parts, alone, each)
