"""Where pages end: below no heading, in no box, row or short paragraph that fits on the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextTable,
    QTextTableCellFormat,
)

_SHORT = 3
"""Lines of a paragraph that is not parted."""

_SMALL = 200.0
"""Height of a table of more rows that is not parted, in points."""

_SPARE = 8.0
"""What an empty row leaves free at the end of a page: less than a line, in points."""

_ALWAYS = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph, a heading or a table of a text, and where it is."""

    place: QTextBlock | QTextFrame
    rect: QRectF
    begins: float
    """Where its first line is, which for a table may be on the page behind the one it begins on."""

    @property
    def heading(self) -> bool:
        return isinstance(self.place, QTextBlock) and self.place.blockFormat().headingLevel() > 0

    @property
    def announces(self) -> bool:
        """Whether it says that something follows, and so does not end a page."""
        told = isinstance(self.place, QTextBlock) and self.place.text().rstrip().endswith(":")
        return self.heading or told

    @property
    def whole(self) -> bool:
        """Whether it is better not parted."""
        if isinstance(self.place, QTextBlock):
            return self.place.layout().lineCount() <= _SHORT
        return self.rect.height() < _SMALL or (
            isinstance(self.place, QTextTable) and self.place.rows() == 1
        )


def settle(document: QTextDocument) -> None:
    """Begin pages earlier where that reads better; its page size is set."""
    high = document.pageSize().height()
    done, looked = 0, (0, 1)
    while True:
        units = _units(document)
        found = _to_move(units, high, done)
        if found is None or found == len(units) - 1:
            found = _company(units, high, done, moved=found is not None) or found
        parted = _parted_row(units[:found], high, looked)
        if parted is not None:
            place, row, top = parted
            _push(cast("QTextTable", units[place].place), row, high - top % high)
            looked = (place, row + 2)
        elif found is not None:
            done = found
            _break_before(units[found].place)
        else:
            return


def _company(units: list[_Unit], high: float, done: int, *, moved: bool) -> int | None:
    """Return the first unit after `done` to go along with a short last one alone on its page.

    Args:
        moved: the last one is about to begin a page.
    """
    if len(units) < 2 or not units[-1].whole:
        return None
    first, last = len(units) - 2, units[-1].rect
    alone = int((units[first].rect.bottom() - 1) // high) < int((last.top() + 1) // high)
    if not (moved or alone):
        return None
    while first > 0 and _hangs_on(units, first):
        first -= 1
    together = last.height() + units[-2].rect.bottom() - units[first].rect.top()
    return first if first > done and together < high / 2 else None


def _parted_row(
    units: list[_Unit], high: float, looked: tuple[int, int]
) -> tuple[int, int, float] | None:
    """Return the first row of a table that is parted over pages: table, row, and its top.

    Args:
        looked: the table and the row from which on nobody has looked.
    """
    for place in range(looked[0], len(units)):
        table, rect = units[place].place, units[place].rect
        if not isinstance(table, QTextTable) or rect.top() // high == (rect.bottom() - 1) // high:
            continue
        for row in range(looked[1] if place == looked[0] else 1, table.rows()):
            top, bottom = _height(table, row)
            if top // high != (bottom - 1) // high and bottom - top < high / 2:
                return place, row, top
    return None


def _height(table: QTextTable, row: int) -> tuple[float, float]:
    """Return where the text of a row begins and ends."""
    layout = table.document().documentLayout()
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    tops = [layout.blockBoundingRect(one.firstCursorPosition().block()).top() for one in cells]
    ends = [layout.blockBoundingRect(one.lastCursorPosition().block()).bottom() for one in cells]
    return min(tops), max(ends)


def _push(table: QTextTable, row: int, left: float) -> None:
    """Fill what is left of a page with an empty row: a row cannot be told to begin a page.

    Qt moves a row of which not even the first line fits, so the empty one need not end exactly
    where the page does; one that did not fit would itself be moved.
    """
    table.insertRows(row, 1)
    thin, empty = QTextBlockFormat(), QTextTableCellFormat()
    thin.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    empty.setProperty(QTextFormat.Property.FontPixelSize, 1)
    empty.setTopPadding(max(0.0, left - _SPARE))
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        cell.firstCursorPosition().setBlockFormat(thin)
        cell.setFormat(empty)


def _to_move(units: list[_Unit], high: float, done: int) -> int | None:
    """Return the first unit after `done` that has to begin a page."""
    first = 0
    for place, unit in enumerate(units):
        if not _hangs_on(units, place):
            first = place
        if first <= done or unit.heading:
            continue
        top = units[first].rect.top()
        page = int((top + 1) // high)
        cut = unit.whole and int((unit.rect.bottom() - 1) // high) > page
        apart = first < place and int((unit.begins + 1) // high) > page
        if (cut or apart) and unit.rect.bottom() - top < high * 1.5 and top - page * high > 1:
            return first
    return None


def _hangs_on(units: list[_Unit], place: int) -> bool:
    """Tell whether a unit stays with the one above: a heading, or a line between that and a box."""
    if place and units[place - 1].announces:
        return True
    return (
        place > 1
        and units[place - 2].heading
        and isinstance(units[place - 1].place, QTextBlock)
        and isinstance(units[place].place, QTextTable)
    )


def _break_before(place: QTextBlock | QTextFrame) -> None:
    if isinstance(place, QTextFrame):
        frame = place.frameFormat()
        frame.setPageBreakPolicy(_ALWAYS)
        place.setFrameFormat(frame)
        return
    cursor = QTextCursor(place)
    block = place.blockFormat()
    block.setPageBreakPolicy(_ALWAYS)
    cursor.setBlockFormat(block)


def _units(document: QTextDocument) -> list[_Unit]:
    return list(_seen(document))


def _seen(document: QTextDocument) -> Iterator[_Unit]:
    layout = document.documentLayout()
    at = document.rootFrame().begin()
    while not at.atEnd():
        frame = cast("QTextFrame | None", at.currentFrame())  # None at a block, unlike its stub
        if frame is not None:
            first = layout.blockBoundingRect(frame.firstCursorPosition().block())
            yield _Unit(frame, layout.frameBoundingRect(frame), first.top())
        elif at.currentBlock().isValid() and at.currentBlock().text():
            rect = layout.blockBoundingRect(at.currentBlock())
            yield _Unit(at.currentBlock(), rect, rect.top())
        at += 1
