"""What QPdfWriter leaves out of a PDF: bookmarks, its language, and a date that is not chance."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark: its title, its level (1 outermost), the place that it leads to, and its page."""

    title: str
    level: int
    name: str
    page: int


class OddPdfError(ValueError):
    """A PDF that is not as QPdfWriter writes it."""


_DATES = (
    (re.compile(rb"(?<=Date \(D:)\d{14}(?=[^)]*\))"), "%Y%m%d000000"),
    (re.compile(rb"(?<=Date=\")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"), "%Y-%m-%dT00:00:00"),
)
"""When it was made, in both of its places: of the same length as the day that is put there."""

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_CARRIED = (re.compile(rb"/Info \d+ 0 R"), re.compile(rb"/ID \[.*?\]", re.DOTALL))


def finished(pdf: bytes, entries: Sequence[Entry], *, day: date, language: str) -> bytes:
    """Return the PDF with bookmarks, its language and its day, added behind it as PDF allows.

    Raises:
        OddPdfError: it is none that QPdfWriter made.
    """
    for pattern, form in _DATES:
        pdf = pattern.sub(day.strftime(form).encode(), pdf)
    end = _only(_START, pdf)
    trailer = pdf[pdf.rindex(b"trailer") :]
    root, size = int(_only(_ROOT, trailer)), int(_only(_SIZE, trailer))
    catalog = re.search(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % root, pdf, re.DOTALL)
    if catalog is None:
        raise OddPdfError("no catalog")
    lines = catalog[1].strip()
    said = f"/Lang ({language})\n/PageMode /UseOutlines\n/Outlines {size} 0 R".encode()
    objects = {root: b"<<\n%s\n%s\n>>" % (lines, said)}
    objects |= dict(enumerate(_outline(entries, size), size))
    carried = b"\n".join(found[0] for one in _CARRIED if (found := one.search(trailer)))
    return _appended(pdf, objects, carried, root=root, before=int(end))


def _only(pattern: re.Pattern[bytes], text: bytes) -> bytes:
    found = pattern.search(text)
    if found is None:
        raise OddPdfError(pattern.pattern.decode())
    return found[1]


def _outline(entries: Sequence[Entry], first: int) -> Iterator[bytes]:
    """Yield the objects of the outline; the root has the number `first`, entries those behind."""
    parents = [0] * len(entries)
    open_: list[int] = []
    for place, entry in enumerate(entries):
        while open_ and entries[open_[-1]].level >= entry.level:
            open_.pop()
        parents[place] = open_[-1] + 1 if open_ else 0
        open_.append(place)
    children: dict[int, list[int]] = {}
    for place, parent in enumerate(parents, 1):
        children.setdefault(parent, []).append(place)
    top = children.get(0, [])
    ends = f"/First {first + top[0]} 0 R /Last {first + top[-1]} 0 R" if top else ""
    yield f"<<\n/Type /Outlines {ends} /Count {len(top)}\n>>".encode()
    for place, entry in enumerate(entries, 1):
        yield _item(entry, first, place, parents[place - 1], children)


def _item(
    entry: Entry, first: int, place: int, parent: int, children: dict[int, list[int]]
) -> bytes:
    beside, below = children[parent], children.get(place, [])
    at = beside.index(place)
    parts = [f"/Title {_text(entry.title)}", f"/Parent {first + parent} 0 R"]
    parts.append(f"/Dest {_text(entry.name)}")
    if at:
        parts.append(f"/Prev {first + beside[at - 1]} 0 R")
    if at + 1 < len(beside):
        parts.append(f"/Next {first + beside[at + 1]} 0 R")
    if below:  # a negative count: it is shown folded
        ends = f"/First {first + below[0]} 0 R /Last {first + below[-1]} 0 R"
        parts.append(f"{ends} /Count {-len(below)}")
    return f"<< {' '.join(parts)} >>".encode()


def _text(text: str) -> str:
    """Return a text as PDF writes it in hexadecimal digits of UTF-16."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _appended(
    pdf: bytes, objects: dict[int, bytes], carried: bytes, *, root: int, before: int
) -> bytes:
    found = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    table = b"xref\n"
    for number in sorted(objects):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(found)
    size = max(objects) + 1
    trailer = b"trailer\n<<\n/Size %d\n/Root %d 0 R\n%s\n/Prev %d\n>>\n" % (
        size, root, carried, before,
    )  # fmt: skip
    return bytes(found + table + trailer + b"startxref\n%d\n%%%%EOF\n" % start)
