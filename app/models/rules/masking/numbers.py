"""Finds numbers that lead to somebody: bank, citizen, card, telephone, order and parcel numbers.

Where a number may be one or may be none, it is found: a mask can be taken off, what was published
cannot be taken back.
"""

import re
from collections.abc import Callable, Iterator

from app.models.rules.masking import checks
from app.models.rules.masking.kinds import Found, Kind

_GAP = r"[ \u00a0\u202f\t]"
_SEP = r"[ \u00a0\u202f\t().\-/\u2010-\u2013]"
_TIE = (
    r"(?:[\s:=#.,(]|\b(?:nummers?|nr|no|numbers?|is|was|van|met|het|mijn|my|of|with|the|luidt)\b)"
    r"{0,8}?"
)
_NOT_DIGITS = re.compile(r"\D")
_ELSE = re.compile(r"[^0-9A-Za-z]")
_DATE = re.compile(
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d)|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
)

_IBAN = re.compile(
    rf"(?i)(?<![A-Z0-9])(?=(?P<it>[A-Z]{{2}}{_GAP}?\d\d(?:[ \u00a0.\-]{{0,2}}[A-Z0-9]){{11,30}}))"
)
_DUTCH_IBAN = re.compile(
    r"(?i)(?<![A-Z0-9])NL[ .-]?\d\d(?:[ .-]{0,2}[A-Z]){4}(?:[ .-]{0,2}\d){10}(?!\d)"
)
_ACCOUNT = re.compile(
    rf"(?i)\b(?:iban|(?:bank)?rekening(?:nummer|nr)?|giro(?:nummer)?|bank account){_TIE}"
    r"(?P<it>(?:[A-Z]{2}\d\d[A-Z0-9 .-]{8,34}\d|P?\d(?:[ .-]?\d){5,9}))(?![\w])"
)
_CARD = re.compile(r"(?<![\w.-])[2-6]\d{3}(?:[ -]?\d){9,15}(?!\w)")
_BSN_WORD = re.compile(
    r"(?i)\b(?:bsn|burger ?service ?(?:nummer|nr)|sofi-? ?(?:nummer|nr)|citizen service number"
    rf"|social security(?: number)?)(?:-?nummer|-?nr)?{_TIE}(?P<it>\d(?:[ .-]?\d){{7,8}})(?!\d)"
)
_BSN = re.compile(r"(?<![\w,+/-])(?<!\d[.])\d(?:[ .-]?\d){7,8}(?![\w,/]|[.-]\d)")
_BSN_SHAPE = re.compile(r"\d{8,9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3}")
_PHONES = (
    # International, with the trunk zero or without; WhatsApp's without a plus.
    re.compile(rf"(?<![\w+])(?:\+|\(\+|00){_SEP}?[1-9](?:{_SEP}{{0,3}}\d){{6,13}}(?!\d)"),
    re.compile(rf"(?<![\w+])3[12]{_SEP}?[1-9](?:{_SEP}{{0,2}}\d){{7,8}}(?![\d\w])"),
    # National: 9 digits in Belgium, 10 in the Netherlands, 11 in Britain.
    re.compile(
        rf"(?<![\w+])(?<!\d[.,/-])(?:\((?=0\d{{1,3}}\)))?0(?:{_SEP}{{0,3}}\d){{8,10}}(?![\d\w]|[,:]\d)"
    ),
    re.compile(r"(?<![\w+])0[89]00(?:[ -]?\d){4,7}(?!\w)"),
    re.compile(r"(?<![\w+])(?:\(\d{3}\)[ ]?|\d{3}[-.])\d{3}[-.]\d{4}(?!\w)"),
)
_PHONE_WORD = re.compile(
    r"(?i)\b(?:tel(?:efoon)?(?:nummer|nr)?|telephone|phone|mobiel(?:nummer)?|mobile|gsm|06-nummer"
    rf"|(?:whats)?app|bel|call)\b{_TIE}(?:me|mij|op|on"
    rf"|at)?[ :]*(?P<it>\+?\d(?:{_SEP}{{0,2}}\d){{6,12}})(?!\d)"
)
_CODE = r"(?P<it>(?:[A-Z]{1,5}[-/.]?)?\d[\dA-Z]*(?:[-/.][\dA-Z]+){0,3})(?![\w])"
_ORDER_WORDS = (
    (Kind.INVOICE, r"(?:factuur|facturen|nota|invoice|rekening)"),
    (
        Kind.CUSTOMER,
        r"(?:klant|customer|client|relatie|debiteur(?:en)?|lid|member(?:ship)?|account|pas)",
    ),
    (
        Kind.ORDER,
        r"(?:bestel(?:ling)?|order|aankoop|purchase|inkoop|web ?order|reservering)",
    ),
    (
        Kind.PARCEL,
        r"(?:pakket|zending|track(?:ing)?(?: ?(?:&|and|en|-)? ?trace)?|trackingcode|barcode"
        r"|parcel|shipment)",
    ),
)
_OTHER_WORD = (
    r"(?:ticket|zaak|case|dossier|retour|return|rma|boeking|booking|polis|policy|contract"
    r"|referentie|reference|ref|kenmerk|pakbon|melding|code|serie|serial|btw|vat|kvk)"
)
_CALLED = r"(?:s|en)?[ -]?(?:nummer|nr|no|number|code|id)?\b"
_BEFORE = r"(?i)(?<![\w.,-])(?P<it>\d{4,12})[ ]?(?:\(|is |als )[ ]?(?:mijn|het|my|the)? ?"
_WORDED = tuple(
    (kind, re.compile(rf"(?i)\b{word}{_CALLED}{_TIE}{_CODE}")) for kind, word in _ORDER_WORDS
)
_AFTER = tuple(
    (kind, re.compile(rf"{_BEFORE}{word}(?:nummer|nr| number)")) for kind, word in _ORDER_WORDS
)
_OTHER = re.compile(rf"(?i)\b{_OTHER_WORD}{_CALLED}{_TIE}{_CODE}")
_PLAIN = re.compile(
    r"(?i)(?:(?<![\w&])#|\b(?:nummer|nr|no|number)\b[.:]?\s?#?)(?P<it>\d[\d-]{3,14})(?![\w])"
)
_LONE = re.compile(r"(?<![\w.,/+-])(?P<it>\d{5,12})(?![\w/]|[.,:]\d)")
"""What nobody counts or pays is given out to somebody."""

_DUTCH_PARCEL = re.compile(r"(?<!\w)(?:3S[A-Z0-9]{11,15}|JVGL\d{10,20}|1Z[A-Z0-9]{16})(?!\w)")
_AMOUNT = re.compile(
    r"(?i)\s?(?:%|euro|eur\b|\u20ac|keer\b|x\b|stuks?\b|dagen?\b|days?\b|weken\b|weeks?\b|uur\b|hours?\b)"
)
_FEWEST = 3
_CAPITALS = re.compile(r"[A-Z0-9]*")
_SHORTEST_IBAN = 15


def ibans(text: str) -> Iterator[Found]:
    """Find account numbers: any that checks, all of the Dutch form, and what is called one."""
    for hit in _IBAN.finditer(text):
        end = _iban_end(hit["it"])
        if end:
            yield _found(Kind.IBAN, text, hit.start(), hit.start() + end)
    for hit in _DUTCH_IBAN.finditer(text):
        yield _found(Kind.IBAN, text, *hit.span())
    for hit in _ACCOUNT.finditer(text):
        yield _found(Kind.IBAN, text, *hit.span("it"))


def cards(text: str) -> Iterator[Found]:
    """Find numbers of bank cards."""
    for hit in _CARD.finditer(text):
        if checks.is_card(_digits(hit[0])):
            yield _found(Kind.CARD, text, *hit.span())


def called_citizens(text: str) -> Iterator[Found]:
    """Find what is called a citizen service number, whether it checks or not."""
    for hit in _BSN_WORD.finditer(text):
        yield _found(Kind.BSN, text, *hit.span("it"))


def citizens(text: str) -> Iterator[Found]:
    """Find numbers that pass the test of eleven of the citizen service number."""
    for hit in _BSN.finditer(text):
        shaped = _BSN_SHAPE.fullmatch(hit[0]) is not None
        loose = len(_digits(hit[0])) == 9 and not hit[0].startswith("0")
        if (shaped or loose) and not _DATE.match(hit[0]) and checks.is_bsn(_digits(hit[0])):
            yield _found(Kind.BSN, text, *hit.span())


def phones(text: str) -> Iterator[Found]:
    """Find telephone numbers, Dutch, Belgian and international, in any spelling."""
    for pattern in _PHONES:
        for hit in pattern.finditer(text):
            if not _DATE.match(hit[0]):
                yield _found(Kind.PHONE, text, *hit.span())


def called_phones(text: str) -> Iterator[Found]:
    """Find numbers beside a word like "tel."."""
    for hit in _PHONE_WORD.finditer(text):
        yield _found(Kind.PHONE, text, *hit.span("it"))


def orders(text: str) -> Iterator[Found]:
    """Find numbers by the words beside them: order, invoice, customer, parcel."""
    for hit in _DUTCH_PARCEL.finditer(text):
        yield _found(Kind.PARCEL, text, *hit.span())
    for kind, pattern in (*_WORDED, *_AFTER):
        yield from _beside(kind, pattern, text)


def other_numbers(text: str) -> Iterator[Found]:
    """Find numbers of cases, returns, whatever else is called a number, and long ones alone."""
    for pattern in (_OTHER, _PLAIN, _LONE):
        yield from _beside(Kind.NUMBER, pattern, text)


Finder = Callable[[str], Iterator[Found]]
SURE: tuple[Finder, ...] = (ibans, cards, orders, called_citizens, phones, citizens)
LIKELY: tuple[Finder, ...] = (called_phones, other_numbers)


def _beside(kind: Kind, pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    for hit in pattern.finditer(text):
        enough = len(_digits(hit["it"])) >= _FEWEST
        if enough and not _AMOUNT.match(text, hit.end()) and not _DATE.match(hit["it"]):
            yield _found(kind, text, *hit.span("it"))


def _iban_end(text: str) -> int:
    """Return where the longest IBAN ends that a text begins with, 0 when it does not.

    Of a country that is not known any length may be one, in capitals: words in a row check, too.
    """
    bare = _ELSE.sub("", text)
    length = checks.iban_length(bare[:2])
    bare = bare if length else _CAPITALS.match(bare)[0]  # type: ignore[index]  # matches ""
    for size in (length,) if length else range(len(bare), _SHORTEST_IBAN - 1, -1):
        if len(bare) >= size and checks.is_iban(bare[:size]):
            return _position(text, size)
    return 0


def _position(text: str, size: int) -> int:
    """Return the end of the first `size` letters and digits."""
    places = [at for at, one in enumerate(text, 1) if not _ELSE.match(one)]
    return places[size - 1]


def _digits(text: str) -> str:
    return _NOT_DIGITS.sub("", text)


def _found(kind: Kind, text: str, start: int, end: int) -> Found:
    return Found(kind, start, end, text[start:end])
