"""A handbook as a folder of web pages that need no server, no script and no network."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.handbook.images import FOLDER
from app.services.handbook.book import Book
from app.services.handbook.book_parts import Part
from app.services.handbook.book_words import Words, words_in
from app.services.handbook.chapters import parts
from app.services.resources import resource

INDEX, STYLE = "index.html", "book.css"
_FIRST = "index"


class SiteNotSavedError(KnownError):
    """The folder takes no files."""

    code = "site_not_saved"
    text = QT_TRANSLATE_NOOP("errors", "{name} could not be saved there. Choose another place.")


class _Pages:
    """Every part is a file of its own; one with the name of the cover gets another."""

    def to(self, name: str, inner: str = "") -> str:
        return f"{_file(name)}#{inner}" if inner else _file(name)

    def anchor(self, name: str, inner: str) -> str:
        del name
        return inner


@dataclass(frozen=True, slots=True)
class _Site:
    book: Book
    words: Words
    parts: Sequence[Part]

    @property
    def title(self) -> str:
        return title_of(self.book)


def title_of(book: Book) -> str:
    """Return what the handbook is called, with the firm's name when it has one."""
    name = words_in(book.language)("handbook")
    return f"{name} {book.firm}".strip()


def pages(book: Book) -> dict[str, str]:
    """Return the files of the site by their names; the same book gives the same files."""
    site = _Site(book, words_in(book.language), parts(book, _Pages()))
    found = {INDEX: _shell(site, None, _front(site))}
    for place, part in enumerate(site.parts):
        found[_file(part.name)] = _shell(site, part, _page(site, place))
    found[STYLE] = resource("handbook_site", STYLE).read_text("utf-8")
    return found


def write(book: Book, folder: Path) -> list[str]:
    """Write the site and return the names of the files that changed.

    A file is whole or as it was; others in the folder stay.

    Raises:
        SiteNotSavedError: the folder takes no files.
    """
    return [name for name, content in files(book).items() if save(folder, name, content)]


def files(book: Book) -> dict[str, bytes]:
    """Return all files of the site by their names: its pages, and their pictures."""
    found = {name: text.encode("utf-8") for name, text in pages(book).items()}
    return found | {f"{FOLDER}/{name}": one.data for name, one in book.pictures.items()}


def save(folder: Path, name: str, content: bytes) -> bool:
    """Write one file of the site; tells whether it was another one before.

    Raises:
        SiteNotSavedError: the folder takes no files.
    """
    path = folder / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == content:
            return False
        part = folder / f"{name}.part"
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        raise SiteNotSavedError(name=folder.name) from error
    return True


def _file(name: str) -> str:
    return f"{name}_page.html" if name == _FIRST else f"{name}.html"


# --- pages -----------------------------------------------------------------------------------


def _shell(site: _Site, part: Part | None, main: str) -> str:
    title = f"{part.title} – {site.title}" if part else site.title
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(site.book.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="stylesheet" href="{STYLE}">\n</head>\n<body>\n<div class="frame">\n'
        f"{_side(site, part)}\n<main>\n{main}\n</main>\n</div>\n</body>\n</html>\n"
    )


def _side(site: _Site, part: Part | None) -> str:
    """Return the way to all chapters, and to the pages of the one that is open."""
    words, firm = site.words, site.book.firm
    chapter = _chapter(site.parts, part)
    told = []
    for head, below in _tree(site.parts):
        inside = "".join(f"<li>{_entry(one, part)}</li>" for one in below)
        shown = f'<ul class="pages">{inside}</ul>' if below and head is chapter else ""
        told.append(f"<li>{_entry(head, part)}{shown}</li>")
    return (
        f'<nav class="side" aria-label="{escape(words("contents"))}">'
        f'<a class="home" href="{INDEX}">{escape(words("handbook"))}'
        f"<span>{escape(firm)}</span></a>\n<ul>{''.join(told)}</ul></nav>"
    )


def _entry(one: Part, current: Part | None) -> str:
    here = ' aria-current="page"' if one is current else ""
    return f'<a href="{_file(one.name)}"{here}>{escape(one.title)}</a>'


def _tree(known: Sequence[Part]) -> Iterator[tuple[Part, list[Part]]]:
    """Yield the chapters, each with its pages."""
    found: list[tuple[Part, list[Part]]] = []
    for part in known:
        if part.level == 1:
            found.append((part, []))
        else:
            found[-1][1].append(part)
    yield from found


def _chapter(known: Sequence[Part], part: Part | None) -> Part | None:
    for head, below in _tree(known):
        if part is head or any(part is one for one in below):
            return head
    return None


def _front(site: _Site) -> str:
    words, book = site.words, site.book
    changed = words("changed", day=words.day(book.changed)) if book.changed else ""
    told = []
    for head, below in _tree(site.parts):
        inside = "".join(f"<li>{_entry(one, None)}</li>" for one in below)
        told.append(f"<li>{_entry(head, None)}{f'<ul>{inside}</ul>' if inside else ''}</li>")
    firm = f'<p class="firm">{escape(book.firm)}</p>' if book.firm else ""
    dates = "<br>".join(filter(None, (words("printed", day=words.day(book.day)), changed)))
    return (
        f'<header class="cover">{firm}<h1>{escape(words("handbook"))}</h1>'
        f'<p class="subtitle">{escape(words("subtitle"))}</p>'
        f'<p class="note">{dates}<br>{escape(words("confidential"))}</p></header>\n'
        f'<section class="contents"><h2>{escape(words("contents"))}</h2>'
        f"<ul>{''.join(told)}</ul></section>"
    )


def _page(site: _Site, place: int) -> str:
    words, part = site.words, site.parts[place]
    note = f'<p class="note">{escape(part.note)}</p>' if part.note else ""
    below = next((below for head, below in _tree(site.parts) if head is part), [])
    inside = "".join(f"<li>{_entry(one, None)}</li>" for one in below)
    flow = ""
    if part.drawing:
        note += f'<p class="note"><a href="#chart">{escape(words("flowchart"))}</a></p>'
        flow = (
            f'\n<section class="flow"><h2 id="chart">{escape(words("flowchart"))}</h2>'
            f'<figure class="flow">{part.drawing.svg}</figure></section>'
        )
    return (
        f"<article>\n<h1>{escape(part.title)}</h1>{note}\n{part.html}"
        f"{f'<ul>{inside}</ul>' if inside else ''}{flow}\n</article>\n{_turn(site, place)}"
    )


def _turn(site: _Site, place: int) -> str:
    """Return the way to the parts before and behind."""
    before = site.parts[place - 1] if place else None
    behind = site.parts[place + 1] if place + 1 < len(site.parts) else None
    words, told = site.words, []
    for key, one in (("previous", before), ("next", behind)):
        label = f"{escape(words(key))}: {_entry(one, None)}" if one else ""
        told.append(f"<span>{label}</span>")
    return f'<div class="turn">{"".join(told)}</div>'
