"""What is posted, said and told, in the window; and the line to take beside a message."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.rules.communication import Asked
from app.services.communication import checklist, contents, informing, statements
from app.services.communication.statements import StatementInfo
from app.services.handbook import page_acts
from app.services.tickets import acts, directory, drafts
from app.views.communication.tell_dialog import TellDialog
from app.views.communication.telling import mail_url
from app.views.communication.typed import moment_words
from tests.gui.conftest import Office
from tests.gui.test_flow import open_ticket
from tests.gui.test_incidents import pick
from tests.integration.test_runs import LATE

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ASKED = "Geldt de korting ook in de winkel?"


def room(office: Office) -> Any:
    office.window.actions_.trigger("communication")
    return office.desk.knowledge.communication.page


def said(office: Office) -> list[StatementInfo]:
    return office.services.database.read_now(statements.all_of, office.clock.now())


def save(page: Any) -> None:
    QTest.keyClick(page.card.status, Qt.Key.Key_Return, CTRL)


def test_a_post_is_written_down_checked_told_and_thrown_away(office: Office, qtbot: QtBot) -> None:
    read, write = office.services.database.read_now, office.services.database.write_now
    write(page_acts.save, LATE.replace("te-laat", checklist.PAGE))
    write(directory.add, name="Lisa", mail="lisa@winkel.example")
    page = room(office)
    qtbot.waitUntil(page.empty.isVisible)
    page.empty.acted.emit()
    form = page.card.post
    QTest.keyClicks(form.lines["name"], "Lente")
    QTest.keyClicks(form.lines["posted"], "ooit")
    form.asked.setPlainText(f"{ASKED}\nJa, ook daar.")
    qtbot.waitUntil(lambda: form.place.keys()[0] == "account:1")
    form.place.choose("account:1")
    qtbot.waitUntil(lambda: form.typed.account_id == 1)
    assert page.listing.list.item(0).text() == "Lente\nnog niet bewaard"
    save(page)
    qtbot.waitUntil(office.window.notices.isVisible)
    assert read(contents.all_of) == []
    form.lines["posted"].setText("nu")
    form.lines["posted"].textEdited.emit("nu")
    save(page)
    qtbot.waitUntil(lambda: bool(read(contents.all_of)))
    (post,) = read(contents.all_of)
    assert (post.posted_at, post.questions) == (
        office.clock.now(),
        (Asked(ASKED, "Ja, ook daar."),),
    )
    words = moment_words(post.posted_at, "Europe/Amsterdam")
    qtbot.waitUntil(lambda: page.shown == post.id and form.lines["posted"].text() == words)
    office.clock.forward(timedelta(seconds=20))
    form.place.choose("website")
    qtbot.waitUntil(lambda: form.typed.kind == "website")
    save(page)
    qtbot.waitUntil(lambda: read(contents.find, post.id).kind == "website")
    assert read(contents.find, post.id).posted_at == post.posted_at

    checks = page.card.checks
    qtbot.waitUntil(lambda: not page.card.save.isEnabled() and checks.begin.isVisible())
    checks.begin.click()
    qtbot.waitUntil(checks.go.isVisible)
    checks.go.click()
    qtbot.waitUntil(lambda: len(checks.answers.parts) == 2)
    checks.answers.parts[0].click()
    qtbot.waitUntil(checks.go.isVisible)
    checks.back.click()
    qtbot.waitUntil(lambda: len(checks.answers.parts) == 2)

    page.card.tell.click()
    qtbot.waitUntil(lambda: "Er is nog geen lijst" in office.window.notices.text)
    page.show_tab("lists")
    page.begin_new()
    circle = page.card.circle
    QTest.keyClicks(circle.name, "Winkel")
    QTest.keyClicks(circle.subjects, "lente")
    circle.add.click()
    pick(office, qtbot)
    qtbot.waitUntil(lambda: circle.members.toPlainText() == "Lisa\n")
    save(page)
    qtbot.waitUntil(lambda: "Lisa" in circle.people.text())
    page.card.tell.click()
    pick(office, qtbot)
    qtbot.waitUntil(lambda: bool(office.window.findChildren(TellDialog)))
    dialog = office.window.findChildren(TellDialog)[0]
    assert dialog.subject.text() == "Lente"
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(office.opened))
    assert office.opened[0].toString().startswith("mailto:lisa@winkel.example?subject=Lente")
    (told,) = read(informing.tellings)
    assert (told.content_id, told.how) == (post.id, "mail")
    qtbot.waitUntil(lambda: "Lente: Lisa" in page.card.told.text())

    page.show_tab("posts")
    page.card.tell.click()
    pick(office, qtbot)
    qtbot.waitUntil(lambda: bool(office.window.findChildren(TellDialog)))
    dialog = office.window.findChildren(TellDialog)[0]
    dialog.choose("talk")
    dialog.text.setPlainText("x" * 2_000)
    dialog.go.click()
    qtbot.waitUntil(lambda: len(read(informing.tellings)) == 2)
    assert len(office.opened) == 1
    assert "body" not in mail_url(told.people, "a", "x" * 2_000).toString()
    page.card.remove.click()
    qtbot.waitUntil(lambda: read(contents.all_of) == [])
    qtbot.waitUntil(page.empty.isVisible)
    QGuiApplication.clipboard().clear()


def test_what_is_said_is_put_into_an_answer_and_marked_when_it_is_over(
    office: Office, qtbot: QtBot
) -> None:
    write = office.services.database.write_now
    now = office.clock.now()
    ticket_id = office.arrive(ASKED)
    open_ticket(office, ticket_id, qtbot)
    panel, composer = office.desk.ticket.line, office.desk.ticket.composer
    assert not panel.isVisible()
    office.window.actions_.trigger("line")
    qtbot.waitUntil(lambda: "Ctrl+9" in office.window.notices.text)
    page = room(office)
    page.show_tab("statements")
    page.begin_new()
    form = page.card.said
    QTest.keyClicks(form.lines["name"], "Korting")
    form.asked.setPlainText(ASKED)
    form.texts[0].setPlainText("De korting geldt ook gewoon in de winkel. " * 10)
    form.texts[1].setPlainText("De korting geldt ook gewoon in de winkel.")
    form.lines["last"].setText("vandaag")
    form.state.choose("draft")
    form.language.choose("nl")
    qtbot.waitUntil(lambda: (form.typed.state, form.typed.language) == ("draft", "nl"))
    save(page)
    qtbot.waitUntil(lambda: [one.status for one in said(office)] == ["draft"])
    qtbot.waitUntil(lambda: not page.card.save.isEnabled())
    assert "te lang voor X" in form._fields["text0"].hint.text()
    assert not panel.lines
    form.state.choose("approved")
    qtbot.waitUntil(page.card.save.isEnabled)
    save(page)
    qtbot.waitUntil(lambda: bool(panel.lines))
    office.window.take_look("en", "")
    page.listing.search.setText("nothing like it")
    assert not page.listing.list.isVisible()
    page.listing.search.setFocus()
    QTest.keyClick(page.listing.search, Qt.Key.Key_Escape)
    listed = page.listing.list
    qtbot.waitUntil(lambda: listed.item(0).text().startswith("Korting\nholds until"))

    office.window.show_messages()
    qtbot.waitUntil(panel.isVisible)
    assert panel.name.whole == "What we say on “Korting”"
    QTest.keyClick(composer.editor, Qt.Key.Key_L, CTRL | SHIFT)
    qtbot.waitUntil(lambda: composer.text.startswith("De korting geldt ook"))
    write(contents.save, title="Actie", posted_at=now, questions=[Asked(ASKED, "Ja hoor.")])
    qtbot.waitUntil(lambda: len(panel.lines) == 2 and panel.other.isVisible())
    composer.editor.setPlainText("")
    panel.other.click()
    pick(office, qtbot)
    qtbot.waitUntil(lambda: composer.text == "Ja hoor.")

    # A note that is being written goes to no customer, and another ticket gets nothing.
    composer.choose(internal=True)
    composer.editor.setPlainText("Alleen voor Lisa. ")
    office.window.actions_.trigger("line")
    qtbot.waitUntil(lambda: len(composer.text) > len("Alleen voor Lisa. "))
    assert composer.internal
    composer.editor.setPlainText("")
    office.window.actions_.trigger("line")
    qtbot.waitUntil(lambda: bool(composer.text))
    assert (composer.internal, composer.answer.isChecked()) == (False, True)
    other = office.arrive("Iets heel anders")
    panel.other.click()
    qtbot.waitUntil(office.desk.picker.isVisible)
    office.desk.tickets.open(other)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == other)
    composer.choose(internal=True)
    pick(office, qtbot)
    qtbot.wait(50)
    assert (composer.internal, composer.text) == (True, "")
    office.desk.tickets.open(ticket_id)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)
    assert office.services.database.read_now(drafts.saved, other) is None

    composer.editor.setPlainText("De korting geldt ook gewoon in de winkel.")
    write(statements.withdraw, said(office)[0].id)
    qtbot.waitUntil(lambda: len(panel.lines) == 1)
    composer.draft_changed.emit()
    qtbot.waitUntil(lambda: "no longer holds" in composer.check.text.text())
    assert composer.check.text.property("tone") == "warn"
    write(acts.undo)
    composer.draft_changed.emit()
    qtbot.waitUntil(lambda: "no longer holds" not in composer.check.text.text())


def test_what_is_typed_stays_until_it_is_saved_or_taken_back(office: Office, qtbot: QtBot) -> None:
    write = office.services.database.write_now
    made, _act = write(statements.save, subject="Drukte", texts=["Wij zijn wat later."])
    page = room(office)
    page.show_tab("statements")
    qtbot.waitUntil(lambda: page.shown == made)
    line = page.card.said.lines["owner"]
    QTest.keyClicks(line, "Lisa")
    write(statements.save, made, owner="Piet")
    qtbot.waitUntil(lambda: "Ondertussen ergens anders veranderd" in page.card.status.text())
    assert line.text() == "Lisa"
    page.show_tab("posts")
    page.show_tab("statements")
    assert line.text() == "Lisa"
    page.card.revert.click()
    assert line.text() == "Piet"
    page.card.remove.click()
    qtbot.waitUntil(page.empty.isVisible)
