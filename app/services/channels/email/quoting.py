"""Where the author's own words end and his quotes and signature begin."""

import re
from typing import NamedTuple

from mailparser_reply import EmailMessage
from mailparser_reply.constants import MAIL_LANGUAGES

_LANGUAGE = "nl+en"
_MOST_LINES = 1_000
_LONGEST_LINE = 200
_LONGEST_SIGNATURE = 40
_LONGEST_GREETING = 60

_QUOTES = r"(?:> ?){0,9}"
_LABELS = "Verzonden|Datum|Aan|Onderwerp|Cc|Sent|Date|To|Subject"
# Bounded repetitions only: the stock patterns take seconds on text made for it.
MAIL_LANGUAGES[_LANGUAGE] = {
    "wrote_header": (
        rf"^({_QUOTES}(?:"
        r"(?:Op|On)\s(?:[^\n]{0,200}\n){0,3}?[^\n]{0,200}?\b(?:schreef|geschreven|wrote)\b"
        r"(?!\s+(?:ik|u|je|jij|jullie|we|wij|I|you)\b)[^\n]{0,200}(?:\n[^\n]{1,100})?"
        r"|[^\n]{1,120}\b(?:schreef op|wrote on) [^\n]{4,80}"
        r"):)$"
    ),
    "from_header": (
        rf"^({_QUOTES}[* ]{{0,3}}(?:Van|From)[* ]{{0,2}}:[^\n]*"
        rf"(?:(?:\n[^\n]+){{0,2}}?\n{_QUOTES}[* ]{{0,3}}(?:{_LABELS})[* ]{{0,2}}:[^\n]*){{2,6}}"
        rf"|{_QUOTES}-{{2,}} ?(?:Oorspronkelijk|Origineel) bericht ?-{{2,}}$)"
    ),
    "disclaimers": r"(?!)",
    "signatures": [
        "(?:Met )?(?:vriendelijke|hartelijke|beste|sportieve|zonnige) groet",
        "Hoogachtend",
        "Groetjes",
        "Groeten",
        "Groet",
        "Mvg",
        "Gr\\.",
        "Alvast bedankt",
        "Bedankt,",
        "Dank u,",
        "(?:Kind|Best|Warm) regards",
        "Regards,",
        "Best,",
        "Cheers,",
        "Many thanks",
        "Thanks,",
        "Thank you,",
        "Yours (?:sincerely|faithfully)",
    ],
    "sent_from": (
        "(?:Verzonden|Verstuurd) (?:vanaf|vanuit|met) (?:mijn|Outlook)|Sent from (?:my|Outlook)"
        "|Outlook voor|Download Outlook|Get Outlook for"
    ),
}

_WHEN = re.compile(r"\d[:.]\d\d|@|<")
_RULE = re.compile(r"[-_]{32,}")
_HEADER_FIELD = re.compile(r"(?:> ?)*[* ]*(?:Van|From)[* ]*:", re.IGNORECASE)
_FORWARD = re.compile(
    r"-* ?(?:begin )?(?:doorgestuurd bericht|forwarded message)\b.{0,40}", re.IGNORECASE
)
_SAYS_BELOW = re.compile(
    r"\b(?:zie (?:hier|mijn|onze)?\s?(?:onder|antwoord|reactie)|hieronder (?:mijn|onze)"
    r"|in (?:het )?(?:rood|blauw|groen)|tussen de (?:regels|tekst)|see below|inline|in red)\b",
    re.IGNORECASE,
)
_STILL_TALKING = re.compile(
    r"\?(?:\s|$)|\b(?:[Ii]k|mij|[Ww]ij|I)\b|^\s*[Pp]\.?[Ss]\.?[\s:]", re.MULTILINE
)


class Split(NamedTuple):
    """A text in two: together they hold every line of it, in order."""

    own: str
    quoted: str


def split_text(text: str, *, forwarded: bool = False) -> Split:
    """Split a mail's text into what the author wrote and what stands below it.

    Everything stays visible (`quoted` is empty) when answers stand between or below quoted lines,
    when the author says that they do, when there is nothing above the quote, and when the mail
    passes on another one. Only the first 1,000 lines are looked at, 200 characters of each; the
    patterns are those of mail-parser-reply with our own for Dutch and English.
    """
    lines = text.split("\n")
    shadow = [" ".join(line[:_LONGEST_LINE].split()) for line in lines[:_MOST_LINES]]
    is_all = len(shadow) == len(lines)
    quote = _quote(shadow, is_all=is_all)
    end = quote.start if quote else len(lines)
    if forwarded or (quote and _stays_visible(shadow, quote)):
        end = len(lines)
    elif quote or is_all:
        end = _signature_start(shadow[:end], end)
    return Split("\n".join(lines[:end]).strip("\n"), "\n".join(lines[end:]).strip("\n"))


class _Quote(NamedTuple):
    """The line at which a quote starts, and how many lines its header takes."""

    start: int
    height: int


def _quote(shadow: list[str], *, is_all: bool) -> _Quote | None:
    """Return where something quoted starts: at a header, or at marked lines that end the text."""
    start, height = _header(shadow) or (_trailing_quote(shadow) if is_all else None, 0)
    if start is None:
        return None
    if shadow[start].startswith(">"):
        height = 0
        while start and shadow[start - 1].startswith(">"):
            start -= 1
    return _Quote(_above_rule(shadow, start), height)


def _stays_visible(shadow: list[str], quote: _Quote) -> bool:
    above = shadow[: quote.start]
    return (
        not any(above)
        or any(_FORWARD.fullmatch(line) for line in shadow[: quote.start + 1])
        or any(_SAYS_BELOW.search(line) for line in above)
        or _has_answers(shadow[quote.start :], quote.height)
    )


def _header(shadow: list[str]) -> tuple[int, int] | None:
    """Return line and height of the first header above a quote that mail-parser-reply finds."""
    text = "\n".join("" if _RULE.match(line) else line for line in shadow)
    mail = EmailMessage(
        text, languages=[_LANGUAGE], include_english=False, keep_hyphen_lists=True
    ).read()
    at = 0
    for reply in mail.replies:
        if not reply.headers:
            continue
        at = max(text.find(reply.headers, at), at)
        is_dated = _HEADER_FIELD.match(reply.headers) or reply.headers.lstrip("> ").startswith("-")
        if is_dated or _WHEN.search(reply.headers):
            return text.count("\n", 0, at), reply.headers.count("\n") + 1
        at += 1
    return None


def _trailing_quote(shadow: list[str]) -> int | None:
    """Return where a block of "> " lines without a header starts that ends the text."""
    start = len(shadow)
    while start and (not shadow[start - 1] or shadow[start - 1].startswith(">")):
        start -= 1
    return start if any(shadow[start:]) else None


def _above_rule(shadow: list[str], start: int) -> int:
    """Move up over the line of underscores that Outlook draws above its header."""
    above = start
    while above and (not shadow[above - 1] or _RULE.match(shadow[above - 1])):
        above -= 1
    return above if any(shadow[above:start]) else start


def _has_answers(below: list[str], size: int) -> bool:
    """Say whether there are own lines between or below the quoted ones."""
    marked = [number for number, line in enumerate(below) if line.startswith(">")]
    first = next((line for line in below[size:] if line and not _RULE.match(line)), "")
    if not marked or not first.startswith(">"):
        return False
    between = below[max(size, marked[0]) : marked[-1]]
    if any(line and not line.startswith(">") for line in between):
        return True
    rest = below[marked[-1] + 1 :]
    return any(rest[: _signature_start(["x", *rest], len(rest) + 1) - 1])


def _signature_start(shadow: list[str], end: int) -> int:
    """Return the line of a signature that closes the author's part, or `end` without one.

    A greeting after which he goes on talking (a question, "ik", a postscript) is none.
    """
    text = "\n".join("" if _RULE.match(line) else line for line in shadow).rstrip()
    found = EmailMessage(
        text, languages=[_LANGUAGE], include_english=False, keep_hyphen_lists=True
    ).SIGNATURE_REGEX.search(text)
    if not found or not found[0].strip():
        return end
    block = found[0].strip().split("\n")
    start = text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip()))
    is_long = len(block) > _LONGEST_SIGNATURE or len(block[0]) > _LONGEST_GREETING
    if is_long or not any(shadow[:start]) or _STILL_TALKING.search("\n".join(block)):
        return end
    return start
