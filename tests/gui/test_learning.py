"""Decisions, briefings and new colleagues in the window."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrlQuery
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.rules.handbook.pages import Article
from app.services.handbook import page_acts
from app.services.learning import briefings, decision_log, induction
from app.services.learning.briefings import EmptyBriefingError
from app.services.tickets import acts, directory, incidents
from app.views.learning import words
from app.views.learning.decision_dialog import DecisionDialog
from app.views.learning.inductions import html_of
from app.views.sentences import error_text
from tests.gui.conftest import Office, Run

ON = Qt.CheckState.Checked


def copied() -> str:
    return QGuiApplication.clipboard().text()


def decided(office: Office, **more: Any) -> list[decision_log.DecisionInfo]:
    return office.services.database.read_now(decision_log.infos, **more)


def dialog_of(office: Office, qtbot: QtBot) -> DecisionDialog:
    def open_ones() -> list[DecisionDialog]:
        return [one for one in office.window.findChildren(DecisionDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(open_ones()))
    return open_ones()[0]


def test_a_decision_is_written_from_a_message_and_corrected(office: Office, qtbot: QtBot) -> None:
    write, trigger = office.services.database.write_now, office.window.actions_.trigger
    write(directory.add, name="Lisa de Vries")
    trouble, _act = write(incidents.begin, title="Storing")
    write(page_acts.save, Article(title="Te laat", body="Wacht.", key="te-laat"))
    ticket_id = office.arrive(subject="Pakket")
    office.desk.tickets.open(ticket_id)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)

    trigger("decide")
    dialog = dialog_of(office, qtbot)
    assert not dialog.go.isEnabled()
    dialog.what.setPlainText("Wij sturen een nieuw pakket")
    dialog.why.setPlainText("Zoeken duurt te lang")
    dialog.people.setText("lisa, Jan")
    dialog.more.choose(f"incident:{trouble}")
    qtbot.waitUntil(lambda: len(dialog.about) == 2)
    dialog.more.choose("page:1")
    qtbot.waitUntil(lambda: len(dialog.about) == 3)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(decided(office)) == 1)
    (made,) = decided(office)
    assert [one.name for one in made.people] == ["Lisa de Vries", "Jan"]
    assert [one.kind for one in made.links] == ["ticket", "page", "incident"]

    trigger("decisions")
    sheet = office.desk.knowledge.learning.page.decisions
    qtbot.waitUntil(lambda: sheet.what.text() == "Wij sturen een nieuw pakket")
    sheet.copy.click()
    assert "Zoeken duurt te lang" in copied()
    sheet.correct.click()
    dialog = dialog_of(office, qtbot)
    dialog.links.parts[2].click()
    dialog.what.setPlainText("Wij sturen meteen een nieuw pakket")
    write(decision_log.add, what="Tussendoor", replaces=made.id)
    dialog.go.click()
    qtbot.waitUntil(lambda: "2" in dialog.problem.text())  # what was typed is still there
    write(acts.undo)
    dialog.go.click()
    qtbot.waitUntil(lambda: sheet.what.text() == "Wij sturen meteen een nieuw pakket")
    assert len(decided(office)[0].links) == 2
    sheet.state.click()
    qtbot.waitUntil(lambda: sheet.what.text() == "Wij sturen een nieuw pakket")
    assert not sheet.correct.isEnabled()
    sheet.everyone.setChecked(True)
    qtbot.waitUntil(lambda: sheet.list.count() == 2)

    sheet.search.setText("fiets")
    qtbot.waitUntil(lambda: sheet.list.count() == 0)
    sheet.search.setText("storing")
    qtbot.waitUntil(lambda: sheet.list.count() == 1)
    qtbot.waitUntil(lambda: len(sheet.links) == 3)
    sheet.links[1].click()
    reading = office.desk.knowledge.handbook.page.reading
    qtbot.waitUntil(lambda: reading.title.text() == "Te laat")
    trigger("decisions")
    sheet.links[0].click()
    qtbot.waitUntil(lambda: office.window.shows_messages)
    trigger("decisions")
    sheet.links[2].click()
    qtbot.waitUntil(lambda: f"incident:{trouble}" in office.window.inbox.search.text())


def test_a_briefing_is_drafted_written_published_and_read(
    office: Office, qtbot: QtBot, later: Callable[[float], None], run: Run
) -> None:
    write, read = office.services.database.write_now, office.services.database.read_now
    lisa, _act = write(directory.add, name="Lisa", mail="lisa@w.example")
    write(directory.add, name="Piet")
    write(page_acts.save, Article(title="Te laat", body="Wacht.", key="te-laat"), reason="Post")
    office.window.actions_.trigger("briefings")
    sheet = office.desk.knowledge.learning.page.briefings
    qtbot.waitUntil(sheet.empty.isVisible)
    sheet.empty.acted.emit()
    qtbot.waitUntil(lambda: sheet.text.isVisible() and bool(office.window.notices.text))
    office.window.notices.put_away()
    assert "[Te laat](te-laat.md). Waarom: Post." in sheet.text.toPlainText()

    def stored(number: int) -> briefings.BriefingInfo:
        return read(briefings.find, number, office.clock.now().date())

    sheet.text.setPlainText("Lees [Te laat](te-laat.md).")
    sheet.name.setText("Nieuws")
    sheet.copy.click()
    assert copied() == "Lees Te laat.\n"
    office.window.notices.put_away()
    sheet.add.click()  # what was typed is kept before another one is begun
    qtbot.waitUntil(lambda: sheet.list.count() == 2 and bool(office.window.notices.text))
    office.window.notices.put_away()
    assert (stored(1).title, stored(1).text) == ("Nieuws", "Lees [Te laat](te-laat.md).\n")
    sheet.name.clear()
    sheet.text.setPlainText("Half af.")
    sheet.add.click()  # without a title it cannot be kept; it is not lost either
    qtbot.waitUntil(lambda: office.window.notices.text == error_text(EmptyBriefingError()))
    write(directory.add, name="Bo")
    qtbot.wait(50)
    assert sheet.text.toPlainText() == "Half af."
    write(acts.undo)
    sheet.remove.click()
    qtbot.waitUntil(lambda: sheet.list.count() == 1)
    office.desk.knowledge.learning.controllers["briefings"]._timer.setInterval(1)
    sheet.name.setText("Nieuws van vandaag")
    qtbot.waitUntil(lambda: stored(1).title == "Nieuws van vandaag")
    office.window.notices.put_away()
    sheet.name.setText(" ")
    sheet.publish.click()
    qtbot.waitUntil(lambda: bool(office.window.notices.text))
    assert stored(1).published_at is None
    sheet.name.setText("Nieuws")
    sheet.term.choose("1")
    qtbot.waitUntil(lambda: "1" in sheet.term.accessibleName())
    sheet.publish.click()
    qtbot.waitUntil(lambda: sheet.readers.count() == 2)

    later(timedelta(days=3).total_seconds())
    office.desk.knowledge.learning.controllers["briefings"].refresh()
    qtbot.waitUntil(lambda: not sheet.readers.item(0).icon().isNull())
    assert "2" in sheet.list.item(0).text().rpartition("·")[2]  # two are too late
    sheet.mail.click()
    url = office.opened[-1]
    assert url.path() == "lisa@w.example"
    body = QUrlQuery(url).queryItemValue("body", url.ComponentFormattingOption.FullyDecoded)
    assert body == "Lees Te laat.\r\n"
    sheet.readers.item(0).setCheckState(ON)
    qtbot.waitUntil(lambda: stored(1).read == 1)
    qtbot.waitUntil(lambda: sheet.readers.item(0).checkState() == ON)
    qtbot.waitUntil(lambda: office.window.notices.text.startswith("Lisa"))
    office.desk.doing.undo_last()
    qtbot.waitUntil(lambda: stored(1).read == 0)
    sheet.browser.follow(sheet.browser.source().resolved("te-laat.md"))
    reading = office.desk.knowledge.handbook.page.reading
    qtbot.waitUntil(lambda: reading.title.text() == "Te laat")

    long, _act = write(briefings.draft)
    write(briefings.edit, long, text="Lang verhaal. " * 200)
    write(briefings.publish, long, readers=[lisa])
    office.window.actions_.trigger("briefings")
    qtbot.waitUntil(lambda: sheet.list.count() == 2)
    sheet.chosen.emit(long)
    qtbot.waitUntil(lambda: sheet.readers.count() == 1)
    sheet.mail.click()
    assert copied().startswith("Lang verhaal.")
    assert not QUrlQuery(office.opened[-1]).hasQueryItem("body")
    assert words.mail_url([], "x" * 2_000, "") is None
    sheet.add.click()
    qtbot.waitUntil(lambda: sheet.list.count() == 3 and sheet.text.isVisible())
    sheet.text.setPlainText("Half getypt")
    run(office.desk.close())
    write(directory.add, name="Kees")  # after what was still to be written
    assert stored(long + 1).text == "Half getypt\n"


def test_a_new_colleague_is_led_through_his_list(
    office: Office, qtbot: QtBot, run: Run, tmp_path: Path
) -> None:
    write, read = office.services.database.write_now, office.services.database.read_now
    anna, _act = write(directory.add, name="Anna")
    write(page_acts.save, Article(title="Beleid", body="Netjes.", key="beleid"))
    office.window.actions_.trigger("induction")
    sheet = office.desk.knowledge.learning.page.induction
    qtbot.waitUntil(sheet.empty.isVisible)
    sheet.empty.acted.emit()
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.name.text() == "Anna")

    def texts() -> list[str]:
        return [sheet.items.item(row).text() for row in range(sheet.items.count())]

    def line(text: str) -> int:
        return next(row for row, each in enumerate(texts()) if each.startswith(text))

    sheet.by.setText("Lisa")
    sheet.items.item(line("Lezen: Beleid")).setCheckState(ON)
    qtbot.waitUntil(lambda: read(induction.find, anna).done == 1)
    qtbot.waitUntil(lambda: "Lisa" in sheet.items.item(line("Lezen: Beleid")).text())
    sheet.more.setText("Sleutel")
    QTest.keyClick(sheet.more, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("Sleutel" in text for text in texts()))
    qtbot.waitUntil(lambda: sheet.more.text() == "")
    sheet.items.setCurrentRow(line("Sleutel"))
    assert not sheet.page.isEnabled()
    sheet.remove.click()
    qtbot.waitUntil(lambda: "Sleutel" not in [one.text for one in read(induction.find, anna).items])
    sheet.copy.click()
    qtbot.waitUntil(lambda: copied().startswith("Inwerken: Anna"))
    one = sheet.one
    assert one is not None
    place = tmp_path / "Anna.pdf"
    run(office.desk.knowledge.learning.controllers["induction"].save(one, place))  # type: ignore[union-attr]
    assert place.read_bytes().startswith(b"%PDF")
    assert html_of("A&B\n\nTe doen\n[x] Een\n[ ] Twee").count("<p>☑ Een</p><p>☐ Twee</p>") == 1
    sheet.items.setCurrentRow(line("Lezen: Beleid"))
    sheet.page.click()
    reading = office.desk.knowledge.handbook.page.reading
    qtbot.waitUntil(lambda: reading.title.text() == "Beleid")
