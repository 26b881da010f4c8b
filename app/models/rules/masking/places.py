"""Finds where somebody lives, when he was born, what he drives, and where he is on the web."""

import re
from collections.abc import Callable, Iterator

from app.models.rules.masking.kinds import Found, Kind

_HOUSE = (
    r"\d{1,5}(?:[ -]?(?:[a-zA-Z]|bis|hs|huis|[IVX]{1,4})(?![\w])|[-/]\d{1,4}(?!\d))?"
    r"(?![\d%,.:]\d)(?!\w)"
)
_POSTCODE = re.compile(
    r"(?<![\w.,\u20ac-])[1-9]\d{3}(?P<gap>[ \u00a0\u202f]{0,2})(?P<letters>[A-Za-z]{2})(?![\w])"
)
_HOUSE_AFTER = re.compile(
    rf"(?i:,?[ ]*(?:huisnummer|huisnr\.?|nummer|nr\.?|number|no\.?|#)|,?)[ ]{{0,2}}(?P<it>{_HOUSE})"
)
_NAMED_HOUSE = re.compile(r"(?i),?[ ]*(?:huisnummer|huisnr\.?|nr\.?|number)[ ]*\d")
_POSTCODE_WORD = re.compile(r"(?i)(?:postcode|postal code|zip(?: ?code)?|\bpc)[ :=is]{0,6}$")
_HOUSE_BEFORE = re.compile(rf"{_HOUSE}[ ]*[,\n|][ ]*$")
_BEFORE = 24
_NEVER = frozenset({"SA", "SD", "SS"})
"""Letters that no Dutch postcode has."""

_UNITS_TEXT = (
    "km kg cm mm ml mb gb kb tb kw wh mg cl dl pk cc px hz kj ma mw ah va db lm pt st nd rd th"
)
_UNITS = frozenset(_UNITS_TEXT.split())
_WORDS_TEXT = (
    "al af at an as be by bv ca de di do du ed el en er es ga go ha he hé hi ho if ik in is it "
    "ja je ma me my na nl no nu nv of oh ok om on op or pp re so te to tv uw up us vd vr wa we "
    "wo za ze zn zo am pm"
)
_WORDS = frozenset(_WORDS_TEXT.split())
_SUFFIXES = (
    r"(?:straat|str\.|straatje|laan|plein|gracht|kade|singel|steeg|plantsoen|dreef|boulevard|allee"
    r"|weg|dijk|hof|pad|park|markt|dam|wal|haven|poort|brug|lei|ring|baan|veld|akker|kamp|erf|berg"
    r"|burg|horst|hoek|zoom|stede|kwartier|rade|meent|beek|bos|heide|donk|ven|water|veen|werf)"
)
_SURE = r"(?:straat|straatje|laan|plein|gracht|singel|kade|steeg|plantsoen|dreef)"
_NO_STREETS = frozenset(
    {"onderweg", "supermarkt", "bovenlaan", "halverwege", "handelsmerk", "eilandplein", "vandaan"}
)
_LINKS = r"(?:van|von|de|den|der|het|'t|ter|ten|te|op|aan|in|la|le|of)"
_FIRST = r"(?!(?:Op|In|Aan|Naar|Mijn|De|Het|Adres|Ik|Wij|My|At|To|From|Bij|Vanaf)\b)"
_STREET = re.compile(
    rf"(?<!\w)(?:{_FIRST}[A-Z0-9][\w.'-]{{0,20}}[ ](?:{_LINKS}[ ]){{0,2}}){{0,3}}"
    rf"(?P<street>[A-Z][\w'-]{{1,30}}{_SUFFIXES}|[a-z][\w'-]{{2,30}}{_SURE})"
    rf"[ ]{{1,2}}(?:nr\.?[ ]?|nummer[ ])?(?P<house>{_HOUSE})"
)
_NAMED_STREET = re.compile(
    r"(?<!\w)(?:(?:Laan|Plein|Weg|Hof|Park|Dijk|Kade|Pad|Singel|Lange|Korte|Oude|Nieuwe|Grote|Kleine"
    r"|Achter|Onder|Boven|Burgemeester|Burg\.|Professor|Prof\.|Dokter|Dr\.|Koningin|Prinses|Prins"
    rf"|Sint|St\.)[ ](?:{_LINKS}[ ]){{0,3}}(?:[A-Z][\w'-]+[ ]){{1,3}})(?:nr\.?[ ]?)?{_HOUSE}"
)
_ADDRESS_WORD = re.compile(
    r"(?i:\b(?:adres|address|woon (?:op|aan)|wonende|live at|living at)\b(?:[ ](?:is|op|aan"
    r"|at))?[ :]+)"
    rf"(?P<it>[A-Z][\w.'-]+(?:[ ][\w.'-]+){{0,3}}[ ]{_HOUSE})"
)
_ENGLISH_STREET = re.compile(
    r"(?<![\w-])\d{1,5}[a-zA-Z]?,?[ ](?:[A-Z][\w'-]+[ ]){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Crescent|Terrace|Gardens|Way|Square|Court)(?!\w)\.?"
)
_PERIOD = re.compile(
    r"(?i)[ ]?(?:dagen?|days?|weken|weeks?|maanden|months?|uur|uren|hours?|minuten|minutes|keer"
    r"|times|x"
    r"|stuks?|euro|jaar|years?|km|meter|cm|kg|gram|graden)\b"
)
_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june?"
    r"|juli?|july?|aug(?:ustus|ust)?|sep(?:t(?:ember)?)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\.?"
)
_DAY = (
    r"(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    rf"|\d{{1,2}}(?:e|th|st|nd|rd)?[ -](?:of )?{_MONTH}[ -]?\d{{2,4}}"
    rf"|{_MONTH}[ ]\d{{1,2}}(?:th|st|nd|rd)?,?[ ]\d{{4}})(?!\d)"
)
_BIRTH = re.compile(
    r"(?i)\b(?:geboren|geboorte ?(?:datum|dag)|geb\.?(?: ?dat(?:um)?\.?)?|born|birth ?date|date of"
    r" birth"
    rf"|d\.?o\.?b\.?|birthday|verjaardag|jarig)[ ]?(?:[ :=,]|\b(?:is|op|on|in|te"
    rf"|was)\b){{0,5}}(?P<it>{_DAY})"
)
_OLD_DAY = re.compile(r"(?<![\w.-])\d{1,2}[-/.]\d{1,2}[-/.](?:19\d\d|200\d)(?![\w-])")
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}"
    r"|[A-Z]{2}-[A-Z]{2}-\d\d|\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d"
    r"|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d\d-[A-Z]|[A-Z]-\d\d-[A-Z]{3}"
    r"|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])"
)
_PLATE_WORD = re.compile(
    r"(?i)\b(?:kenteken|licen[cs]e plate|number plate|registration)[ :=]{0,3}(?:is )?"
    r"(?P<it>(?=[A-Z -]{0,4}\d)[A-Z0-9]{1,3}[ -]?[A-Z0-9]{2,3}[ -]?[A-Z0-9]{1,3})(?!\w)"
)
_MAIL = re.compile(
    r"(?<![\w.+%'-])[\w.+%'-]{1,64}(?:@|\uff20|%40|[ ]?[(\[](?:at|apenstaartje|@)[)\]][ ]?)"
    r"[\w-]{1,63}(?:(?:\.|[ ]?[(\[](?:dot|punt|\.)[)\]][ ]?)[\w-]{1,63}){1,5}"
)
_HANDLE = re.compile(r"(?<![\w.@/])@\w[\w.-]{0,29}\w(?:@[\w-]+(?:\.[\w-]+)+)?")
_LINK = re.compile(r"(?i)\b(?:https?://|www\.)[^\s<>\"']{3,2000}")
_SECRET = re.compile(
    r"(?i)[?&#;](?:[\w-]*(?:token|key|sig|auth|session|hash|code|secret|pass|mail|user|order|klant|customer"
    r"|ticket)[\w-]*|id|t|k|u|uid|sid)=|/(?=[\w-]*\d)[\w-]{16,}|//[^/@]*@|/\d{5,}"
)  # fmt: skip


def mails(text: str) -> Iterator[Found]:
    """Find mail addresses, also those written with (at)."""
    for hit in _MAIL.finditer(text):
        yield _found(Kind.MAIL, text, *hit.span())


def links(text: str) -> Iterator[Found]:
    """Find web addresses that open something of one customer: with a token, a number or a name."""
    for hit in _LINK.finditer(text):
        bare = hit[0].rstrip(".,;:!?)")
        if _SECRET.search(bare):
            yield _found(Kind.LINK, text, hit.start(), hit.start() + len(bare))


def handles(text: str) -> Iterator[Found]:
    """Find names on platforms."""
    for hit in _HANDLE.finditer(text):
        yield _found(Kind.HANDLE, text, *hit.span())


def postcodes(text: str) -> Iterator[Found]:
    """Find Dutch postcodes with the house number that follows."""
    for hit in _POSTCODE.finditer(text):
        if _is_postcode(text, hit):
            house = _HOUSE_AFTER.match(text, hit.end())
            end = hit.end() if house is None or _PERIOD.match(text, house.end()) else house.end()
            yield _found(Kind.POSTCODE, text, hit.start(), end)


def streets(text: str) -> Iterator[Found]:
    """Find streets with a house number."""
    for hit in _ADDRESS_WORD.finditer(text):
        yield _found(Kind.STREET, text, *hit.span("it"))
    for hit in _STREET.finditer(text):
        if hit["street"].lower() not in _NO_STREETS and not _PERIOD.match(text, hit.end()):
            yield _found(Kind.STREET, text, *hit.span())
    for pattern in (_NAMED_STREET, _ENGLISH_STREET):
        for hit in pattern.finditer(text):
            if not _PERIOD.match(text, hit.end()):
                yield _found(Kind.STREET, text, *hit.span())


def births(text: str) -> Iterator[Found]:
    """Find dates of birth: by the words before them, or so long ago that nothing else is."""
    for hit in _BIRTH.finditer(text):
        yield _found(Kind.BIRTH, text, *hit.span("it"))
    for hit in _OLD_DAY.finditer(text):
        yield _found(Kind.BIRTH, text, *hit.span())


def plates(text: str) -> Iterator[Found]:
    """Find Dutch licence plates with their dashes, and what is called one."""
    for hit in _PLATE_WORD.finditer(text):
        yield _found(Kind.PLATE, text, *hit.span("it"))
    for hit in _PLATE.finditer(text):
        yield _found(Kind.PLATE, text, *hit.span())


FINDERS: tuple[Callable[[str], Iterator[Found]], ...] = (postcodes, births, streets, plates)


def _is_postcode(text: str, hit: re.Match[str]) -> bool:
    """Tell a postcode from a number and a word: "1234 is", "2000 km"."""
    letters = hit["letters"]
    if letters.upper() in _NEVER:
        return False
    before, after = text[max(0, hit.start() - _BEFORE) : hit.start()], text[hit.end() :][:_BEFORE]
    if letters.isupper() or _POSTCODE_WORD.search(before) or _HOUSE_BEFORE.search(before):
        return True
    low = letters.lower()
    return (low not in _UNITS and not (hit["gap"] and low in _WORDS)) or bool(
        _NAMED_HOUSE.match(after)
    )


def _found(kind: Kind, text: str, start: int, end: int) -> Found:
    return Found(kind, start, end, text[start:end])
