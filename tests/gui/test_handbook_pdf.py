"""The handbook on paper: its pages in order, none that ends badly, and a file that can be read."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QApplication

from app.bootstrap import Services
from app.cli.main import main
from app.services.handbook import book, starter
from app.services.handbook.book import Book
from app.services.handbook.chart_svg import Drawing
from app.services.tickets import directory
from app.views.handbook import book_pdf, pdf_outline, pdf_pages
from app.views.handbook.book_pdf import BookNotSavedError
from app.views.handbook.pdf_charts import planned
from app.views.handbook.pdf_outline import Entry, OddPdfError
from tests.fakes import MONDAY

HIGH = 300.0


@pytest.fixture
def handbook(services: Services) -> Book:
    write = services.database.write_now
    write(starter.install, language="nl", folder=None)
    write(directory.add, name="Ruud", subjects=["facturen"])
    found = services.database.read_now(book.collect, MONDAY, language="nl")
    kept = {"te-laat", "klacht"}
    return replace(
        found,
        sops=tuple(one for one in found.sops if one.info.key in kept),
        articles=found.articles[:1],
        templates=found.templates[:3],
        firm="Pollepel",
    )


def objects(pdf: bytes) -> dict[int, int]:
    """Return where each object is, by all tables of the file; each is where its table says."""
    found: dict[int, int] = {}
    at = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    while at:
        assert pdf[at : at + 4] == b"xref"
        table, _, trailer = pdf[at:].partition(b"trailer")
        number = 0
        for line in table.splitlines()[1:]:
            parts = line.split()
            if len(parts) == 2:
                number = int(parts[0])
            elif len(parts) == 3:
                if parts[2] == b"n" and number not in found:
                    found[number] = int(parts[0])
                    assert pdf[found[number] :].startswith(b"%d 0 obj" % number)
                number += 1
        before = re.match(rb"[^%]*?/Prev (\d+)\s*>>", trailer)
        at = int(before[1]) if before else 0
    return found


def test_a_handbook_is_printed_in_its_order_with_bookmarks_and_the_same_each_time(
    qapp: QApplication, handbook: Book, tmp_path: Path
) -> None:
    press = book_pdf._Press(handbook, book_pdf.parts_of(handbook))
    list(press.bodies())
    sheets = press.sheets()
    titles = [one.title for one in sheets]
    assert titles[:5] == [
        "Inhoud",
        "Beleid",
        "Openingstijden en normen",
        "Wie weet wat",
        "Artikelen",
    ]
    assert titles[-3:] == ["Sjablonen", "Begrippen", "Register van SOP’s"]
    late = titles.index("Bestelling te laat: wat nu?")
    assert titles[late + 1] == "Stroomschema"
    text = sheets[late].document.toPlainText()
    assert text.index("Doel") < text.index("Begrippen") < text.index("Stappen")
    place = tmp_path / "new" / "boek.pdf"
    count = book_pdf.write(handbook, place)
    pdf = place.read_bytes()
    assert count == 1 + sum(one.pages for one in sheets)
    assert len(re.findall(rb"/Type /Page\s", pdf)) == count
    assert book_pdf.write(handbook, tmp_path / "again.pdf") == count
    assert (tmp_path / "again.pdf").read_bytes() == pdf
    assert set(re.findall(rb"Date \(D:(\d{8})", pdf)) == {f"{handbook.day:%Y%m%d}".encode()}
    assert not list(tmp_path.rglob("*.part"))
    assert b"/FontFile" in pdf
    bookmarks = [bytes.fromhex(one.decode()).decode("utf-16-be")
                 for one in re.findall(rb"/Title <FEFF([0-9A-F]+)>", pdf)]  # fmt: skip
    assert bookmarks == titles
    assert len(objects(pdf)) > count
    # What the contents say is where it stands.
    rows = [one.strip() for one in sheets[0].document.toPlainText().split("\n")]
    number = 2
    for sheet in sheets:
        if sheet.level < 3 and sheet is not sheets[0]:
            assert rows[rows.index(sheet.title, 1) + 1] == str(number)
        number += sheet.pages


def test_a_place_that_takes_no_file_is_told(
    qapp: QApplication, services: Services, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    empty = services.database.read_now(book.collect, MONDAY)
    with pytest.raises(BookNotSavedError):
        book_pdf.write(empty, tmp_path / "file" / "boek.pdf")


def set_in(html: str) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setPageSize(QSizeF(400, HIGH))
    return document


def pages_of(document: QTextDocument) -> dict[str, int]:
    layout = document.documentLayout()

    def blocks() -> Iterator[QTextBlock]:
        block = document.begin()
        while block.isValid():
            yield block
            block = block.next()

    return {one.text(): int((layout.blockBoundingRect(one).top() + 1) // HIGH) for one in blocks()}


def test_no_page_ends_in_a_heading_and_no_box_is_parted(qapp: QApplication) -> None:
    box = '<table width="100%"><tr><td>eerste<br>twee<br>drie<br>vier<br>laatste</td></tr></table>'
    for lines in range(6, 16):
        before = "".join(f"<p>regel {number}</p>" for number in range(lines))
        document = set_in(f"{before}<h2>kop</h2><p>erboven</p>{box}<p>dan:</p><p>erna</p>")
        pdf_pages.settle(document)
        found = pages_of(document)
        (inner,) = [name for name in found if name.startswith("eerste")]
        assert found["kop"] == found["erboven"] == found[inner]
        assert found["dan:"] == found["erna"]
        table = document.rootFrame().childFrames()[0]
        rect = document.documentLayout().frameBoundingRect(table)
        assert int(rect.top() // HIGH) == int((rect.bottom() - 1) // HIGH)


def test_a_short_last_paragraph_is_not_alone_on_its_page(qapp: QApplication) -> None:
    alone = set()
    for lines in range(5, 14):
        before = "".join(f"<p>regel {number}</p>" for number in range(lines))
        document = set_in(f"{before}<h2>kop</h2><p>erboven</p><p>laatste</p>")
        was = pages_of(document)
        pdf_pages.settle(document)
        found = pages_of(document)
        assert found["kop"] == found["erboven"] == found["laatste"]
        alone.add(was["erboven"] < was["laatste"])
    assert alone == {False, True}


def test_no_row_of_a_long_table_is_parted(qapp: QApplication) -> None:
    rows = "".join(f"<tr><td>een<br>twee<br>drie{at}</td><td>kort</td></tr>" for at in range(12))
    for lines in range(8):
        before = "".join(f"<p>regel {number}</p>" for number in range(lines))
        head = "<thead><tr><th>kop</th><th>kop</th></tr></thead>"
        document = set_in(f'{before}<table cellpadding="4">{head}<tbody>{rows}</tbody></table>')
        was = document.pageCount()
        pdf_pages.settle(document)
        layout = document.documentLayout()
        block = document.begin()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if block.text().startswith("een"):
                assert int(rect.top() // HIGH) == int((rect.bottom() - 1) // HIGH)
            block = block.next()
        assert document.pageCount() <= was + 1


def test_what_is_longer_than_a_page_is_parted_all_the_same(qapp: QApplication) -> None:
    document = set_in(f"<h2>kop</h2><table><tr><td>{'x<br>' * 80}</td></tr></table><p>erna</p>")
    pdf_pages.settle(document)
    assert pages_of(document)["kop"] == 0
    assert document.pageCount() > 3


def test_a_chart_is_on_two_pages_where_its_letters_would_be_too_small() -> None:
    rooms = {False: QRectF(0, 0, 500, 700), True: QRectF(0, 0, 740, 460)}
    svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'

    def plan(width: float, height: float, *gaps: float) -> tuple[bool, int, tuple[float, ...]]:
        found = planned(Drawing(svg, width, height, gaps), rooms, 30)
        return found.lying, found.pages, found.ends

    assert plan(400, 900, 450) == (False, 1, (0, 900))
    assert plan(400, 1800) == (False, 1, (0, 1800))
    assert plan(400, 1800, 100, 850, 1500) == (False, 2, (0, 850, 1800))
    assert plan(400, 1800, 100) == (False, 1, (0, 1800))  # on two it would hardly be larger
    assert plan(1450, 1000, 520) == (True, 2, (0, 520, 1000))
    assert plan(1400, 700, 350) == (True, 1, (0, 700))


def test_bookmarks_are_put_behind_a_pdf_of_qt_only() -> None:
    with pytest.raises(OddPdfError):
        pdf_outline.finished(b"%PDF-1.4 nothing", [], day=date(2026, 11, 27), language="nl")
    entries = [Entry("A", 1, "a", 1), Entry("B", 2, "b", 2), Entry("C", 1, "c", 3)]
    root, first, second, third = pdf_outline._outline(entries, 10)
    assert b"/First 11 0 R /Last 13 0 R" in root
    assert b"/Count -1" in first
    assert b"/Parent 11 0 R" in second
    assert b"/Prev 11 0 R" in third


def test_the_command_line_prints_where_there_is_no_screen(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = services.profile.folder
    services.close()
    words = ["--profile", str(folder), "handbook", "pdf", str(tmp_path / "boek.pdf")]
    assert main(words) == 2
    assert "nothing here can print" in capsys.readouterr().err
    told: list[Any] = []
    print_: Callable[[Book, Path], int] = lambda *given: told.append(given) or 7  # noqa: E731
    assert main([*words, "--json"], print_) == 0
    assert '"pages": 7' in capsys.readouterr().out
    done = subprocess.run([sys.executable, "-m", "app", *words], capture_output=True, text=True)
    assert done.stdout.strip().endswith("boek.pdf: 8 pages"), done.stderr
    assert (tmp_path / "boek.pdf").read_bytes().startswith(b"%PDF-")
