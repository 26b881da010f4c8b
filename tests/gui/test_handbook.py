"""The handbook in the window: pages read, written, compared, and carried in and out."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from app.models.rules.handbook.pages import Article, Sop, Term
from app.models.rules.handbook.text import parse
from app.services.events import StoreChangedElsewhere
from app.services.handbook import drafts, page_acts, pages, runs
from app.services.tickets import acts
from app.views.handbook.browser import PageBrowser
from app.views.handbook.drafts import Drafts
from app.views.handbook.publishing import SITE
from app.views.handbook.trail import Trail
from app.views.handbook.typeset import Typesetter
from app.views.language import DUTCH, ENGLISH
from app.views.theme import Theme
from tests.gui.conftest import Office
from tests.gui.test_ticket import open_ticket

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LATE = """---
soort: sop
sleutel: te-laat
titel: "Te laat: wat nu?"
afdeling: Magazijn
eigenaar: Fatima
herzien: 2026-01-01
labels:
  - bezorging
reactietijd: 4 uur
doorlooptijd: 2 dagen
---

Zie [Ruilen](ruilen.md), [weg](nergens.md) en [ons](https://winkel.example).

## Begrippen

- **Track**: het nummer

## Stappen

1. Bel de **vervoerder** ![foto](file:///etc/passwd) <b>nu</b>.
   Resultaat: je weet waar het is
2. Keuze: Komt het?
   - Ja -> 3
   - Nee -> 5
3. Stuur: Vertraagd
   Noem de dag.
4. Klaar: Opgelost
5. Vraag collega (Magazijn): Kan er een nieuw pakket weg?
   -> 3
"""
TERMS = "- **Vervoerder**: wie het brengt\n- **Retour**: terug"
EXCHANGE = "---\nsoort: artikel\ntitel: Ruilen\nafdeling: Verkoop\n---\n\nBinnen veertien dagen.\n"


def store(office: Office) -> None:
    write = office.services.database.write_now
    write(page_acts.save, LATE, reason="Begin")
    write(page_acts.save, EXCHANGE)
    write(page_acts.save, Article(title="Begrippen", body=TERMS))
    write(page_acts.save, Article(title="Late", key="te-laat", body="Wait", language="en"))


def text_of_all(office: Office) -> set[str]:
    return {one.key for one in office.services.database.read_now(pages.all_of)}


def listed(page: Any) -> list[str]:
    shown = page.listing.list
    return [shown.item(row).text().split("\n")[0] for row in range(shown.count())]


def shows(page: Any, number: int) -> bool:
    return len(listed(page)) == number


def page_id(office: Office, key: str, language: str = "nl") -> int:
    found: int = office.services.database.read_now(pages.named, key, language=language).id
    return found


def text_of(office: Office, key: str, language: str = "nl") -> str:
    read = office.services.database.read_now
    found: str = read(pages.text_of, page_id(office, key, language))
    return found


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> Any:
    store(office)
    office.window.actions_.trigger("handbook")
    made = office.desk.knowledge.handbook.page
    qtbot.waitUntil(lambda: made.reading.leaf is not None)
    return made


def open_key(office: Office, page: Any, key: str, qtbot: QtBot) -> None:
    office.desk.knowledge.handbook.controller.open_key(key)
    qtbot.waitUntil(lambda: page.reading.leaf.info.key == key)


def walk(office: Office, *reasons: str | None) -> None:
    """Begin the procedure that is late once each, and stop those that have a reason."""
    ticket_id = office.arrive()
    write = office.services.database.write_now
    page = office.services.database.read_now(pages.named, "te-laat", language="nl")
    for reason in reasons:
        run_id, _act = write(runs.start, ticket_id, page_id=page.id)
        if reason is not None:
            write(runs.stop, run_id, reason=reason)


def test_pages_are_listed_found_and_read(office: Office, page: Any, qtbot: QtBot) -> None:
    listing, reading = page.listing, page.reading
    bar = office.window.sidebar
    in_bar = bar.rooms.items["handbook"]
    qtbot.waitUntil(lambda: in_bar.count == 1)  # one is to be reviewed
    assert in_bar.button.isChecked()
    assert not bar.views["todo"].button.isChecked()
    office.window.show_messages()
    assert not in_bar.button.isChecked()
    assert bar.views["todo"].button.isChecked()
    for action, lit in (("communication", "communication"), ("induction", "briefings")):
        office.window.actions_.trigger(action)
        assert [name for name, one in bar.rooms.items.items() if one.button.isChecked()] == [lit]
        assert not bar.views["todo"].button.isChecked()
    office.window.actions_.trigger("assist")  # has no line: none is lit
    assert not any(
        one.button.isChecked() for one in (*bar.rooms.items.values(), *bar.views.values())
    )
    bar.rooms.items["communication"].button.click()
    assert bar.rooms.items["communication"].button.isChecked()
    in_bar.button.click()
    qtbot.waitUntil(page.isVisible)
    assert listed(page) == ["Begrippen", "Ruilen", "Te laat: wat nu?"]
    assert reading.leaf.info.key == "begrippen"
    assert not reading.facts.walks.isVisible()
    walk(office, "Gebeld", None)
    listing.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: reading.leaf.info.key == "te-laat")
    told, (bar,) = reading.facts.walks.value.text(), reading.facts.walks.bars
    assert [line[0] for line in told.splitlines()] == ["2", "1", "1"]
    assert (bar.value(), bar.maximum()) == (1, 1)
    assert bar.accessibleName().startswith("1. Bel de")
    text = reading.browser.toPlainText()
    assert "Kan er een nieuw pakket weg?" in text
    assert "<b>nu</b>" in text
    assert "✓ je weet waar het is" in text
    assert reading.facts.values["owner"].text() == "Fatima"
    assert "2026" in reading.facts.values["review"].text()
    assert "4" in reading.facts.values["targets"].text()
    assert "Begin" in reading.facts.values["version"].text()
    assert not reading.facts.values["problems"].isVisibleTo(page)

    listing.search.setText("dagen veertien")
    assert listed(page) == ["Ruilen"]
    listing.search.setText("zeppelin")
    assert listing.nothing.isVisible()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(listing.search.hasFocus)
    QTest.keyClick(listing.search, Qt.Key.Key_Escape)
    assert len(listed(page)) == 3
    for name, key, left in (
        ("kind", "sop", 1), ("kind", "", 3), ("department", "Verkoop", 1), ("department", "", 3),
        ("tag", "bezorging", 1), ("tag", "", 3),
    ):  # fmt: skip
        listing.choices[name].choose(key)
        qtbot.waitUntil(partial(shows, page, left))
    listing.due.click()
    assert listed(page) == ["Te laat: wat nu?"]
    listing.due.click()

    reading.browser.follow(QUrl("ruilen.md"))
    qtbot.waitUntil(lambda: reading.leaf.info.key == "ruilen")
    QTest.keyClick(page, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: reading.leaf.info.key == "te-laat")
    reading.later.click()
    qtbot.waitUntil(lambda: reading.leaf.info.key == "ruilen")
    assert not reading.later.isEnabled()
    reading.earlier.click()
    qtbot.waitUntil(lambda: reading.leaf.info.key == "te-laat")
    reading.browser.follow(QUrl("https://winkel.example"))
    reading.browser.follow(QUrl("file:///etc/passwd"))
    reading.browser.follow(QUrl("#step-5"))
    assert [url.toString() for url in office.opened] == ["https://winkel.example"]

    listing.languages.buttons["en"].click()
    qtbot.waitUntil(lambda: listed(page) == ["Late"])
    qtbot.waitUntil(lambda: reading.leaf.info.language == "en")
    reading.other_wanted.emit()
    qtbot.waitUntil(lambda: reading.leaf.info.language == "nl")
    office.window.resize(900, 600)
    qtbot.waitUntil(lambda: not reading.facts.isVisible())
    assert "Magazijn" in reading.summary.text()
    assert reading.buttons["edit"].text() == ""
    office.window.take_look(ENGLISH, "dark")
    qtbot.waitUntil(lambda: reading.buttons["edit"].toolTip() == "Edit")
    office.window.take_look(DUTCH, "light")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.isVisible())


def test_a_page_is_written_looked_over_and_saved(office: Office, page: Any, qtbot: QtBot) -> None:
    editing, field = page.editing, page.editing.field
    open_key(office, page, "te-laat", qtbot)
    QTest.keyClick(page, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(editing.isVisible)
    qtbot.waitUntil(lambda: field.toPlainText() == text_of(office, "te-laat"))
    assert not editing.save.isEnabled()
    assert [one.line for one in editing.troubles] == [17]
    wrong = editing.text.replace("-> 3", "-> 9").replace("5. Vraag", "4. Vraag")
    field.setPlainText(wrong)
    qtbot.waitUntil(lambda: any(one.stops for one in editing.troubles))
    assert not editing.save.isEnabled()
    stop = next(one for one in editing.troubles if one.stops)
    editing.show_way("preview")
    assert editing.preview.toPlainText()
    editing.listed.list.itemActivated.emit(editing.listed.list.item(0))
    assert field.isVisible()
    assert field.textCursor().blockNumber() + 1 == stop.line
    field.setPlainText(wrong.replace("4. Vraag", "5. Vraag"))
    qtbot.waitUntil(editing.save.isEnabled)
    codes = [one.line for one in editing.troubles]
    assert 27 in codes
    assert 17 in codes
    editing.show_way("preview")
    assert "Bel de vervoerder" in editing.preview.toPlainText()
    field.setPlainText(text_of(office, "te-laat"))
    assert not editing.revert.isEnabled()

    assert not editing.tools["bold"].isEnabled()
    editing.show_way("text")
    editing.review.wanted.click()
    assert "herzien" not in editing.text
    editing.review.wanted.click()
    editing.review.day.setDate(QDate(2027, 5, 1))
    assert "\nherzien: 2027-05-01\n" in editing.text
    field.go_to(17)
    editing.tools["list"].click()
    assert "\n- Zie" in editing.text
    editing.tools["list"].click()
    assert "\nZie" in editing.text
    field.go_to(17)
    editing.tools["bold"].click()
    assert "\n****Zie" in editing.text
    field.undo()
    cursor = field.textCursor()
    cursor.setPosition(cursor.position() + 3, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.go_to(17)
    QTest.keyClick(field, Qt.Key.Key_L, CTRL)
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClicks(picker.line, "begrip")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "[Begrippen](begrippen.md)" in editing.text)

    page.listing.list.setCurrentRow(0)
    qtbot.waitUntil(page.reading.isVisible)
    assert page.listing.list.item(2).text() != "Te laat: wat nu?"
    page.listing.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: editing.isVisible() and "(begrippen.md)" in editing.text)
    kept = office.services.database
    qtbot.waitUntil(lambda: len(kept.read_now(drafts.kept)) == 1)
    office.services.database.write_now(page_acts.save, LATE.replace("Fatima", "Ria"))
    qtbot.waitUntil(lambda: editing.status.property("tone") == "warn")
    assert "Fatima" in editing.text
    QTest.keyClicks(editing.reason, "Korter")
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "begrippen.md" in text_of(office, "te-laat"))
    qtbot.waitUntil(page.reading.isVisible)
    newest = kept.read_now(pages.versions, page_id(office, "te-laat"))[0]
    assert newest.reason == "Korter"
    qtbot.waitUntil(lambda: kept.read_now(drafts.kept) == [])
    office.window.actions_.trigger("undo")
    qtbot.waitUntil(lambda: "Ria" in text_of(office, "te-laat"))


def test_new_pages_are_begun_translated_kept_and_thrown_away(
    office: Office, page: Any, qtbot: QtBot
) -> None:
    editing, listing, reading = page.editing, page.listing, page.reading
    listing.add["sop"].click()
    qtbot.waitUntil(editing.isVisible)
    assert listed(page)[0] == "…"
    assert {one.line for one in editing.troubles} == {None, 9, 10}
    assert not editing.save.isEnabled()
    QTest.keyClick(editing.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(reading.isVisible)
    listing.list.setCurrentRow(0)
    qtbot.waitUntil(editing.isVisible)
    editing.revert.click()
    qtbot.waitUntil(lambda: listed(page)[0] == "Begrippen")
    listing.add["article"].click()
    qtbot.waitUntil(editing.isVisible)
    editing.field.setPlainText(editing.text.replace('""', "Bellen") + "\nEerst opnemen.\n")
    qtbot.waitUntil(editing.save.isEnabled)
    assert listed(page)[0] == "Bellen"
    editing.save.click()
    qtbot.waitUntil(lambda: reading.isVisible() and reading.leaf.info.key == "bellen")
    assert listed(page) == ["Begrippen", "Bellen", "Ruilen", "Te laat: wat nu?"]

    reading.buttons["other"].click()
    qtbot.waitUntil(editing.isVisible)
    assert "language: en" in editing.text
    assert "Eerst opnemen" in editing.text
    editing.field.setPlainText(editing.text.replace("Eerst opnemen", "Pick up first"))
    editing.look_now()
    editing.save.click()
    qtbot.waitUntil(lambda: reading.isVisible() and reading.leaf.info.language == "en")
    assert "Pick up" in text_of(office, "bellen", "en")
    assert listed(page) == ["Bellen", "Late"]

    reading.buttons["remove"].click()
    qtbot.waitUntil(lambda: listed(page) == ["Late"])
    office.window.notices.findChild(type(reading.buttons["edit"])).click()
    qtbot.waitUntil(lambda: listed(page) == ["Bellen", "Late"])
    open_key(office, page, "te-laat", qtbot)
    reading.edit_wanted.emit()
    qtbot.waitUntil(editing.isVisible)
    editing.field.appendPlainText("Half")
    office.services.database.write_now(page_acts.remove, page_id(office, "te-laat", "en"))
    qtbot.waitUntil(lambda: [one.place for one in page.drafts] == ["new-1"])


def test_versions_are_compared_and_put_back(office: Office, page: Any, qtbot: QtBot) -> None:
    write, versions = office.services.database.write_now, page.versions
    write(page_acts.save, EXCHANGE.replace("veertien", "dertig"), reason="Ruimer")
    write(page_acts.save, EXCHANGE.replace("veertien", "dertig") + "En meer.\n")
    open_key(office, page, "ruilen", qtbot)
    page.reading.buttons["versions"].click()
    qtbot.waitUntil(lambda: versions.list.count() == 3)
    qtbot.waitUntil(lambda: "+ En meer." in versions.diff.toPlainText())
    assert not versions.put_back.isEnabled()
    versions.other.choose("1")
    qtbot.waitUntil(lambda: "− Binnen veertien dagen." in versions.diff.toPlainText())
    versions.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: "+ Binnen dertig dagen." in versions.diff.toPlainText())
    assert "Ruimer" in versions.list.item(1).text()
    office.window.take_look(ENGLISH, "dark")
    qtbot.waitUntil(lambda: "Version 2" in versions.list.item(1).text())
    office.window.take_look(DUTCH, "light")
    versions.list.setCurrentRow(2)
    versions.put_back.click()
    qtbot.waitUntil(lambda: versions.list.count() == 4)
    assert "veertien" in text_of(office, "ruilen")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.reading.isVisible)
    write(acts.undo)
    qtbot.waitUntil(lambda: "En meer." in page.reading.browser.toPlainText())


def test_an_empty_handbook_takes_in_a_folder_and_gives_it_back(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    office.window.actions_.trigger("handbook")
    page = office.desk.knowledge.handbook.page
    qtbot.waitUntil(page.empty.isVisible)
    page.empty.acted.emit()
    qtbot.waitUntil(lambda: "te-laat" in text_of_all(office))
    qtbot.waitUntil(lambda: len(listed(page)) > 10)
    office.window.actions_.trigger("undo")
    qtbot.waitUntil(page.empty.isVisible)
    source, target = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name, content in {
        "a.md": LATE.encode(), "b.md": b"\xff\xfe", "c.md": b"x",
        "d.md": b"---\nsoort: artikel\ntitel: '?'\n---\n",
    }.items():  # fmt: skip
        (source / name).write_bytes(content)

    def dialog() -> QFileDialog | None:
        return next((one for one in page.findChildren(QFileDialog) if one.isVisible()), None)

    page.empty.acted_second.emit()
    qtbot.waitUntil(lambda: dialog() is not None)
    shown = dialog()
    assert shown is not None
    shown.selectFile(str(source))
    shown.setDirectory(str(source))
    shown.done(1)
    qtbot.waitUntil(lambda: page.carried.list.count() == 3)
    qtbot.waitUntil(lambda: listed(page) == ["Te laat: wat nu?"])
    assert page.carried.list.item(1).text().startswith("c.md: ")
    page.carried.away.click()
    assert not page.carried.isVisible()

    carrying = office.desk.knowledge.handbook.controller.carrying
    carrying.take_out(target)
    qtbot.waitUntil((target / "nl" / "te-laat.md").is_file)
    qtbot.waitUntil(lambda: not page.carried.isVisible())
    carrying.bring_in(target)
    qtbot.waitUntil(lambda: "1" in office.window.notices.text)
    office.window.notices.put_away()
    (tmp_path / "file").write_text("x")
    carrying.take_out(tmp_path / "file")
    qtbot.waitUntil(page.carried.isVisible)
    page.tools["export"].click()
    qtbot.waitUntil(lambda: dialog() is not None)
    shown = dialog()
    assert shown is not None
    shown.reject()


def test_the_handbook_goes_out_as_a_pdf_and_a_site_or_is_given_up(
    office: Office, page: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    publishing, notices = (
        office.desk.knowledge.handbook.controller.publishing,
        office.window.notices,
    )
    for act in (page.tools["pdf"].click, partial(office.window.actions_.trigger, SITE)):
        act()
        qtbot.waitUntil(lambda: page.findChild(QFileDialog) is not None)
        page.findChild(QFileDialog).reject()
        qtbot.waitUntil(lambda: page.findChild(QFileDialog) is None)
    publishing.write_pdf(out / "gone.pdf")
    qtbot.waitUntil(page.carried.stop.isVisible)
    page.carried.stop.click()
    qtbot.wait(1)
    assert not page.carried.isVisible()
    assert not list(out.glob("*"))

    publishing.write_pdf(out / "all.pdf")
    qtbot.waitUntil(lambda: "all.pdf" in notices.text)
    assert [one.name for one in out.iterdir()] == ["all.pdf"]
    publishing.write_site(out / "site")
    qtbot.waitUntil(lambda: "index.html" in notices.text)
    assert (out / "site" / "te-laat.html").is_file()
    notices._undo.click()
    assert office.opened[-1] == QUrl.fromLocalFile(str(out / "site"))
    publishing.write_site(out / "all.pdf")
    qtbot.waitUntil(lambda: "all.pdf" in notices.text and not page.carried.isVisible())


def test_a_page_is_set_without_anything_that_acts(qapp: QApplication, theme: Theme) -> None:
    document = QTextDocument()
    setter = Typesetter(theme, {"ruilen"}, (Term("Vervoerder", "wie het brengt"),))
    setter.write(document, parse(LATE))
    html = document.toHtml()
    assert "file:///" not in html
    assert 'href="ruilen.md"' in html
    assert 'href="#step-5"' in html
    assert 'href="nergens.md"' not in html
    assert "wie het brengt" in _tips(document)
    assert "het nummer" in _tips(document)
    setter.write(document, Article(title="Begrippen", key="begrippen", body=TERMS))
    assert _tips(document) == ""
    setter.write(document, Sop(title="Leeg"))
    assert document.toPlainText() == ""
    emoji = Article(title="X", body="😀😀 vervoerder")
    setter.write(document, emoji)
    assert _words(document) == ["vervoerder"]
    browser = PageBrowser()
    assert browser.loadResource(2, QUrl("file:///etc/passwd")) is None


def _pieces(document: QTextDocument) -> list[tuple[str, str]]:
    found = []
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            found.append((at.fragment().text(), at.fragment().charFormat().toolTip()))
            at += 1
        block = block.next()
    return found


def _tips(document: QTextDocument) -> str:
    return " ".join(tip for _, tip in _pieces(document) if "wie het" in tip or "nummer" in tip)


def _words(document: QTextDocument) -> list[str]:
    return [text for text, tip in _pieces(document) if tip]


def test_a_trail_and_drafts_know_what_is_gone() -> None:
    trail = Trail()
    assert trail.step(-1) is None
    for place in "abacc":
        trail.visit(place)
    assert trail.step(-1) == "a"
    trail.forget("a")
    assert trail.step(1) == "c"
    assert not trail.can(1)
    for place in "bc":
        trail.forget(place)
    assert not trail.can(-1)
    kept = Drafts()
    assert kept.begin("x") == "new-1"
    assert kept.put("5", "text", "stored", 3)
    assert not kept.put("5", "text", "stored", 4)
    assert [one.base for one in kept] == [0, 3]
    assert kept.put("5", "stored", "stored", 4)
    assert not kept.put("5", "stored", "stored", 4)


def test_words_of_the_firm_tell_their_meaning_in_messages(office: Office, qtbot: QtBot) -> None:
    write = office.services.database.write_now
    write(page_acts.save, Article(title="Begrippen", body=TERMS))
    ticket_id = office.arrive("Dag! 😀\nDe vervoerder (vervoerder) bracht mijn retour niet.")
    open_ticket(office, ticket_id, qtbot)
    (card,) = office.desk.ticket.timeline.cards.values()
    body, terms = card.body, card.terms
    qtbot.waitUntil(lambda: len(terms.marked) == 2)
    assert len(body.extraSelections()) == 2
    assert [one.cursor.selectedText() for one in body.extraSelections()] == [
        "vervoerder", "retour",
    ]  # fmt: skip
    begin = terms.marked[0][0]
    assert terms.meaning_at(begin) == "Vervoerder: wie het brengt"
    assert terms.meaning_at(begin - 1) == ""
    cursor = body.textCursor()
    cursor.setPosition(begin + 2)
    place = body.cursorRect(cursor).center()
    for at in (place, QPoint(1, 1)):
        event = QHelpEvent(QEvent.Type.ToolTip, at, body.viewport().mapToGlobal(at))
        QApplication.sendEvent(body.viewport(), event)
        if at is place:
            assert "wie het brengt" in QToolTip.text()
    write(page_acts.save, Article(title="Begrippen", body="- **Retour**: terug"))
    qtbot.waitUntil(lambda: len(terms.marked) == 1)
    office.services.hub.publish([StoreChangedElsewhere()])
    write(page_acts.remove, page_id(office, "begrippen"))
    qtbot.waitUntil(lambda: not terms.marked)


def test_a_procedure_is_seen_and_changed_as_a_chart(
    office: Office, page: Any, qtbot: QtBot
) -> None:
    reading, editing = page.reading, page.editing
    assert not reading.ways.isVisible()
    open_key(office, page, "te-laat", qtbot)
    reading.ways.buttons["chart"].click()
    shown = reading.chart.editor
    qtbot.waitUntil(shown.isVisible)
    assert len(shown.sop().steps) == 5
    shown.failed.emit("vol")
    assert "vol" in office.window.notices.text
    reading.edit_wanted.emit()
    qtbot.waitUntil(editing.isVisible)
    editing.ways.buttons["chart"].click()
    drawn = editing.chart.editor
    sop = drawn.sop()
    steps = (*sop.steps[:4], replace(sop.steps[4], text="Anders gevraagd"))
    drawn.changed.emit(replace(sop, steps=steps))
    assert "Anders gevraagd" in editing.text
    assert not editing.listed.isVisible()
    qtbot.waitUntil(lambda: "Anders" in drawn.sop().steps[4].text)
    assert editing.save.isEnabled()
    editing.field.setPlainText(editing.text.replace("5. Vraag", "4. Vraag"))
    editing.look_now()
    assert editing.preview.isVisible()
    editing.field.setPlainText(editing.text.replace("4. Vraag", "5. Vraag"))
    editing.look_now()
    assert drawn.isVisible()
    editing.save.click()
    qtbot.waitUntil(lambda: "Anders" in text_of(office, "te-laat"))
    open_key(office, page, "ruilen", qtbot)
    assert not reading.ways.isVisible()
    assert reading.browser.isVisible()
