"""How many text messages a text becomes: the two alphabets of SMS and their lengths."""

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
"""Written as two (GSM 03.38, 6.2.1.1)."""

_GSM = (160, 153)
_UCS = (70, 67)
"""What fits in one alone, and in one of several: those have a header."""


def parts(text: str) -> int:
    """Return as how many text messages a text is sent and paid; one for an empty text.

    A single character outside GSM-7 makes all of it UCS-2 (in UTF-16 units). No character is
    divided over two parts.
    """
    if all(one in _BASIC or one in _EXTENDED for one in text):
        return _packed([1 + (one in _EXTENDED) for one in text], *_GSM)
    return _packed([1 + (ord(one) > 0xFFFF) for one in text], *_UCS)


def _packed(sizes: list[int], alone: int, each: int) -> int:
    if sum(sizes) <= alone:
        return 1
    count, used = 1, 0
    for size in sizes:
        if used + size > each:
            count, used = count + 1, 0
        used += size
    return count
