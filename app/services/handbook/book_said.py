"""The statements of a printed handbook: what is said, how long it holds, and where it fits."""

from html import escape

from app.models.rules.communication import too_long_for
from app.services.handbook.book_parts import Maker, facts, lead, letter, shown_text
from app.services.handbook.book_words import Words
from app.services.handbook.said import Said


def statements(make: Maker) -> str:
    """Return all that the firm says on the day of the book."""
    words = make.words
    told = lead(words("statements_lead", day=words.day(make.book.day)))
    return told + "".join(_statement(make, one) for one in make.book.statements)


def _statement(make: Maker, one: Said) -> str:
    words = make.words
    head = facts([(words("holds"), escape(_validity(words, one))),
                  (words("decides"), escape(one.owner))])  # fmt: skip
    asked = "".join(f"<li>{escape(question)}</li>" for question in one.asked)
    if asked:
        asked = f"<h3>{escape(words('asked_as'))}</h3><ul>{asked}</ul>"
    texts = "".join(
        _text(make, text, _name(place, len(one.texts))) for place, text in enumerate(one.texts)
    )
    return f"<h2>{escape(one.subject)}</h2>{head}{asked}{texts}"


def _validity(words: Words, one: Said) -> str:
    first = words.day(one.first)
    if one.last is None:
        return words("holds_from", first=first)
    return words("holds_until", first=first, last=words.day(one.last))


def _name(place: int, count: int) -> str:
    """Return the key of what a text is called: the first is the longest."""
    if place == 0:
        return "said_long"
    return "said_shortest" if place == count - 1 > 1 else "said_shorter"


def _text(make: Maker, text: str, name: str) -> str:
    words, book = make.words, make.book
    kinds = too_long_for(shown_text(text, book.form, book.language))
    names = ", ".join(dict.fromkeys(words.channel(kind) for kind in kinds))
    fits = words("too_long_for", channels=names) if kinds else words("fits_everywhere")
    return (
        f'<h3>{escape(words(name))}</h3><p class="faint">{escape(fits)}</p>'
        f'<div class="letter">{letter(text, book.form, book.language)}</div>'
    )
