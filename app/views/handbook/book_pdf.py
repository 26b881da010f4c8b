"""A handbook on paper: A4 pages with a cover, contents with page numbers, and a chart per page."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl, QUuid
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextDocument,
)

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.handbook.images import FOLDER
from app.services.handbook.book import Book
from app.services.handbook.book_html import title_of
from app.services.handbook.book_parts import Part
from app.services.handbook.book_words import Words, words_in
from app.services.handbook.chapters import parts
from app.views.handbook import book_style
from app.views.handbook.pdf_charts import Plan, planned
from app.views.handbook.pdf_outline import Entry, finished
from app.views.handbook.pdf_pages import settle
from app.views.handbook.pictures import drawn

POINTS = 72
_RESOLUTION = 600
_FONTS = (
    "Inter", "Source Sans 3", "Segoe UI", "Helvetica Neue", "Open Sans", "Noto Sans",
    "Liberation Sans", "Nimbus Sans", "Arial", "DejaVu Sans",
)  # fmt: skip
"""The first of these that is there; they have all letters of our languages and print well."""

_A4 = QSizeF(595.3, 841.9)
_SIDE, _TOP, _BOTTOM = 57.0, 68.0, 62.0
_CHART_SIDE = 40.0
_INK, _FAINT, _LINE, _ACCENT = map(QColor, ("#1f2933", "#5b6774", "#c9d2da", "#0f766e"))
_BELOW_TITLE = 8.0
_CONTENTS = "contents"
_WIDEST = 2000
"""Dots of a picture over the width of a page: some 300 to the inch."""
_SET = 0.6
"""The share of the work that setting the text takes; painting takes the rest."""


class BookNotSavedError(KnownError):
    """The file could not be written."""

    code = "book_not_saved"
    text = QT_TRANSLATE_NOOP("errors", "{name} could not be saved there. Choose another place.")


class _InOne:
    """All parts are in one file: every place in it has the name of its part before its own."""

    def to(self, name: str, inner: str = "") -> str:
        # Steps stand near each other, and every word of a link is one more thing in the file.
        return "" if inner.startswith("step-") else f"#{self.anchor(name, inner)}"

    def anchor(self, name: str, inner: str) -> str:
        return f"{name}.{inner}" if inner else name


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Some pages: text that flows over them, or a flowchart below its title.

    `name` is where links to it lead, `head` stands above its pages when that is not its title.
    """

    name: str
    title: str
    level: int
    document: QTextDocument
    chart: Plan | None = None
    head: str = ""

    @property
    def pages(self) -> int:
        return self.chart.pages if self.chart else max(1, int(self.document.pageCount()))

    @property
    def lying(self) -> bool:
        """Whether its pages lie."""
        return self.chart is not None and self.chart.lying

    @property
    def room(self) -> QRectF:
        """Return where it stands on its pages, in points."""
        return _room(lying=self.lying, side=_CHART_SIDE) if self.chart else _room()


def write(book: Book, place: Path) -> int:
    """Write the handbook as a PDF and return its number of pages; needs a Qt application.

    The same book gives the same file on one computer, but for the order of its fonts, which Qt
    chooses by chance in each run: the time is not in it.

    Raises:
        BookNotSavedError: the place takes no file.
    """
    steps = in_steps(book, parts_of(book), place)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return int(done.value)


def parts_of(book: Book) -> list[Part]:
    """Return what is printed; the one part of the work that needs no Qt."""
    return parts(book, _InOne())


def in_steps(book: Book, made: Sequence[Part], place: Path) -> Generator[float, None, int]:
    """Do what `write` does in steps of some 20 ms; yields the share that is done.

    Whoever closes it before its end leaves no file.

    Raises:
        BookNotSavedError: the place takes no file.
    """
    press = _Press(book, made)
    for done, _ in enumerate(press.bodies(), 1):
        yield done / len(made) * _SET
    sheets = press.sheets()
    part = place.with_name(f"{place.name}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.touch()
        with closing(_paint(book, sheets, part)) as painting:
            for done, _ in enumerate(painting, 1):
                yield _SET + done / len(sheets) * (1 - _SET)
        numbers = accumulate((one.pages for one in sheets[:-1]), initial=2)
        entries = [
            Entry(one.title, one.level, one.name, number)
            for one, number in zip(sheets, numbers, strict=True)
        ]
        part.write_bytes(finished(part.read_bytes(), entries, day=book.day, language=book.language))
        part.replace(place)
    except OSError as error:
        raise BookNotSavedError(name=place.name) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return 1 + sum(one.pages for one in sheets)


def family() -> str:
    """Return the font that handbooks are printed in on this computer."""
    for name in _FONTS:
        if QFontInfo(QFont(name)).family().startswith(name):
            return name
    return QFontInfo(QFont("sans-serif")).family()


# --- what is printed -------------------------------------------------------------------------


class _Press:
    """Sets the text of a book."""

    def __init__(self, book: Book, made: Sequence[Part]) -> None:
        self._words, self._pictures = words_in(book.language), book.pictures
        self._parts = made
        self._family = family()
        self._body: list[_Sheet] = []

    def bodies(self) -> Iterator[None]:
        """Set one part after the other."""
        for part in self._parts:
            self._body += self._of(part)
            yield

    def sheets(self) -> list[_Sheet]:
        """Return all sheets in their order, the contents first and with the numbers of pages."""
        body = self._body
        # The numbers depend on how many pages the contents take, and not on what they say.
        blank = [0] * len(body)
        first = 2 + self._contents(body, blank).pages
        numbers = list(accumulate((one.pages for one in body[:-1]), initial=first))
        for place, part in enumerate(body):
            if part.level == 1 and self._below(body, place):
                body[place] = self._chapter(body, place, numbers)
        return [self._contents(body, numbers), *body]

    def _of(self, part: Part) -> Iterator[_Sheet]:
        head = f'<h1 id="{escape(part.name)}">{escape(part.title)}</h1>'
        note = f'<p class="note">{escape(part.note)}</p>' if part.note else ""
        yield _Sheet(part.name, part.title, part.level, self._set(f"{head}{note}{part.html}"))
        if part.drawing:
            title = self._words("flowchart_of", title=part.title)
            anchor = f"{part.name}.chart"
            text = f'<h2 id="{escape(anchor)}">{escape(title)}</h2>'
            flow = self._words("flowchart")
            rooms = {lying: _room(lying=lying, side=_CHART_SIDE) for lying in (False, True)}
            document = self._set(text)
            head_room = max(book_style.CHART_HEAD, document.size().height() + _BELOW_TITLE)
            plan = planned(part.drawing, rooms, head_room)
            yield _Sheet(anchor, flow, 3, document, plan, part.title)

    def _contents(self, body: Sequence[_Sheet], numbers: Sequence[int]) -> _Sheet:
        rows = [
            (one.name, one.title, one.level, number)
            for one, number in zip(body, numbers, strict=True)
            if one.level < 3
        ]
        title = self._words("contents")
        html = f'<h1 id="{_CONTENTS}">{escape(title)}</h1>{book_style.contents(rows)}'
        return _Sheet(_CONTENTS, title, 1, self._set(html))

    def _below(self, body: Sequence[_Sheet], place: int) -> list[int]:
        """Return the places of the pages of a chapter."""
        found = []
        for other in range(place + 1, len(body)):
            if body[other].level == 1:
                break
            if body[other].level == 2:
                found.append(other)
        return found

    def _chapter(self, body: Sequence[_Sheet], place: int, numbers: Sequence[int]) -> _Sheet:
        """Return the page that a chapter of pages begins with, which tells what is in it."""
        part = next(one for one in self._parts if one.name == body[place].name)
        rows = [
            (body[one].name, body[one].title, 2, numbers[one]) for one in self._below(body, place)
        ]
        head = f'<h1 id="{escape(part.name)}">{escape(part.title)}</h1>'
        document = self._set(f"{head}{part.html}{book_style.contents(rows)}")
        return _Sheet(part.name, part.title, 1, document)

    def _set(self, html: str) -> QTextDocument:
        document = QTextDocument()
        document.setUseDesignMetrics(True)
        document.setDocumentMargin(0)
        document.setIndentWidth(book_style.INDENT)
        font = QFont(self._family)
        font.setPixelSize(book_style.SIZE)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(book_style.STYLE)
        for name in book_style.pictures_in(html):
            picture = drawn(self._pictures[name].data, _WIDEST)
            address = QUrl(f"{FOLDER}/{name}")
            document.addResource(QTextDocument.ResourceType.ImageResource.value, address, picture)
        document.setHtml(book_style.printable(html))
        document.setPageSize(_room().size())
        settle(document)
        return document


# --- painting --------------------------------------------------------------------------------


def _paint(book: Book, sheets: Sequence[_Sheet], place: Path) -> Generator[None, None, None]:
    writer = QPdfWriter(str(place))
    writer.setTitle(title_of(book))
    writer.setAuthor(book.firm)
    writer.setCreator("Balie")
    writer.setDocumentId(QUuid(str(uuid5(NAMESPACE_URL, f"{title_of(book)} {book.day}"))))
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(_layout(lying=False))
    painter = QPainter(writer)
    painter.scale(_RESOLUTION / POINTS, _RESOLUTION / POINTS)
    try:
        pen = _Pen(painter, book, words_in(book.language), 1 + sum(one.pages for one in sheets))
        pen.cover()
        for sheet in sheets:
            for page in range(sheet.pages):
                writer.setPageLayout(_layout(lying=sheet.lying))
                writer.newPage()
                pen.page(sheet, page)
            yield
    finally:
        painter.end()


def _layout(*, lying: bool) -> QPageLayout:
    turned = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(size, turned, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _room(*, lying: bool = False, side: float = _SIDE) -> QRectF:
    """Return where text and drawings stand on a page, in points."""
    paper = _A4.transposed() if lying else _A4
    return QRectF(side, _TOP, paper.width() - 2 * side, paper.height() - _TOP - _BOTTOM)


class _Pen:
    """Draws the pages of a book, and what stands round their text."""

    def __init__(self, painter: QPainter, book: Book, words: Words, pages: int) -> None:
        self._painter, self._book, self._words, self._pages = painter, book, words, pages
        self._number = 1
        self._family = family()

    def cover(self) -> None:
        book, words, paper = self._book, self._words, _A4
        self._painter.fillRect(QRectF(0, 0, paper.width(), 300), _ACCENT)
        white = QColor("#ffffff")
        self._line(words("handbook"), QRectF(_SIDE, 150, 480, 60), 46, white, bold=True)
        self._line(words("subtitle"), QRectF(_SIDE, 212, 480, 30), 17, white)
        self._line(book.firm, QRectF(_SIDE, 340, 480, 40), 24, _INK, bold=True)
        changed = words("changed", day=words.day(book.changed)) if book.changed else ""
        told = (words("printed", day=words.day(book.day)), changed, words("confidential"))
        for place, text in enumerate(filter(None, told)):
            self._line(text, QRectF(_SIDE, 392 + 20 * place, 480, 20), 11, _FAINT)
        self._rule(_SIDE, paper.width() - _SIDE, paper.height() - _BOTTOM)

    def page(self, sheet: _Sheet, page: int) -> None:
        self._number += 1
        room = sheet.room
        self._around(room, sheet.head or sheet.title)
        painter = self._painter
        if sheet.chart:
            self._chart(sheet.chart, sheet.head, room, page)
        if sheet.chart and page:
            return
        painter.save()
        high = sheet.document.pageSize().height()
        painter.translate(room.left(), room.top() - page * high)
        sheet.document.drawContents(painter, QRectF(0, page * high, room.width(), high))
        painter.restore()

    def _chart(self, chart: Plan, about: str, room: QRectF, page: int) -> None:
        """Draw what is on one page of a chart, and that it goes on or began on another."""
        there = chart.paint(self._painter, room, page, self._family)
        dashes = QPen(_LINE, 0.6, Qt.PenStyle.DashLine)
        for here, at in ((page > 0, there.top()), (page < chart.pages - 1, there.bottom())):
            if here:
                self._painter.setPen(dashes)
                self._painter.drawLine(QPointF(room.left(), at), QPointF(room.right(), at))
        if page:
            title = self._words("flowchart_rest", title=about)
            head = QRectF(room.left(), room.top(), room.width(), 20)
            self._line(title, head, 11, _INK, bold=True)
        if page < chart.pages - 1:
            told = QRectF(room.left(), there.bottom() + 2, room.width(), 12)
            self._line(self._words("goes_on"), told, 8, _FAINT, Qt.AlignmentFlag.AlignRight)

    def _around(self, room: QRectF, title: str) -> None:
        words = self._words
        top, bottom = room.top() - 22, room.bottom() + 16
        right = Qt.AlignmentFlag.AlignRight
        head = QRectF(room.left(), top - 18, room.width(), 14)
        self._line(title_of(self._book), head, 8, _FAINT)
        self._line(title, head, 8, _FAINT, right)
        self._rule(room.left(), room.right(), top)
        self._rule(room.left(), room.right(), bottom)
        foot = QRectF(room.left(), bottom + 5, room.width(), 14)
        day = words("printed", day=words.day(self._book.day))
        self._line(f"{day} · {words('confidential')}", foot, 8, _FAINT)
        number = words("page", page=self._number, pages=self._pages)
        self._line(number, foot, 8, _FAINT, right)

    def _line(
        self, text: str, room: QRectF, size: int, colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, *, bold: bool = False,
    ) -> None:  # fmt: skip
        font = QFont(self._family)
        font.setPixelSize(size)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        self._painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, text)

    def _rule(self, left: float, right: float, at: float) -> None:
        self._painter.setPen(QPen(_LINE, 0.6))
        self._painter.drawLine(round(left), round(at), round(right), round(at))
