"""Colleagues in the window: the directory, asking one, and how the question stands."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.models.rules.policy import Condition, Effect
from app.services.channels.api import Person
from app.services.tickets import directory, inbox, policies, questions
from app.services.tickets.directory import ColleagueInfo
from app.services.tickets.questions import QuestionInfo
from app.views.directory import ways
from app.views.directory.ask_dialog import APPROVAL, MAIL, PHONE, AskDialog
from app.views.directory.matrix import NotSavedError, matrix_html, write_pdf
from tests.gui.conftest import Office

PIET = "piet@winkel.example"


def known(office: Office) -> list[ColleagueInfo]:
    return office.services.database.read_now(directory.colleagues)


def asked(office: Office) -> list[QuestionInfo]:
    return office.services.database.read_now(questions.infos)


def add(office: Office, **values: Any) -> int:
    wanted = {"name": "Piet", "mail": PIET, "phone": "06 1234", **values}
    made, _ = office.services.database.write_now(directory.add, **wanted)
    return int(made)


def opened(office: Office, qtbot: QtBot, **values: Any) -> int:
    ticket_id = office.arrive(**values)
    office.desk.tickets.open(ticket_id)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)
    return ticket_id


def dialog_of(office: Office, qtbot: QtBot) -> AskDialog:
    found: list[AskDialog] = []

    def there() -> bool:
        found[:] = office.window.findChildren(AskDialog)
        return bool(found) and found[0].isVisible()

    qtbot.waitUntil(there)
    return found[0]


def pick_first(office: Office, qtbot: QtBot) -> None:
    office.window.actions_.trigger("ask")
    qtbot.waitUntil(office.desk.picker.isVisible)
    QTest.keyClick(office.desk.picker.line, Qt.Key.Key_Return)


# --- asking ----------------------------------------------------------------------------------


def test_a_colleague_is_asked_by_keyboard(office: Office, qtbot: QtBot) -> None:
    add(office)
    ticket_id = opened(office, qtbot)
    pick_first(office, qtbot)
    dialog = dialog_of(office, qtbot)
    assert not dialog.go.isEnabled()
    QTest.keyClicks(dialog.question, "Kan dit?")
    QTest.keyClick(dialog.question, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(asked(office)))
    (question,) = asked(office)
    assert (question.ticket_id, question.text, question.kind) == (ticket_id, "Kan dit?", "question")
    facts = office.desk.ticket.facts.questions
    qtbot.waitUntil(lambda: bool(facts.lines))
    assert facts.lines[0].text().startswith("Piet: ")
    office.desk.doing.undo_last()
    qtbot.waitUntil(lambda: not asked(office))
    qtbot.waitUntil(lambda: not facts.lines)
    qtbot.waitUntil(lambda: office.desk.ticket.composer.internal)
    assert office.desk.ticket.composer.text == "Kan dit?"


def test_what_is_being_written_is_shown_for_approval(office: Office, qtbot: QtBot) -> None:
    add(office)
    opened(office, qtbot)
    office.desk.ticket.composer.editor.setPlainText("U krijgt uw geld terug")
    pick_first(office, qtbot)
    dialog = dialog_of(office, qtbot)
    dialog.choose(APPROVAL)
    assert dialog.said == "U krijgt uw geld terug"
    dialog.question.setPlainText("Mag dit?")
    dialog.accept()
    qtbot.waitUntil(lambda: bool(asked(office)))
    assert (asked(office)[0].kind, asked(office)[0].draft) == ("approval", "U krijgt uw geld terug")
    facts = office.desk.ticket.facts.questions
    qtbot.waitUntil(lambda: len(facts.buttons) == 1)
    qtbot.mouseClick(facts.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked(office)[0].state == "withdrawn")


def test_a_call_is_noted(office: Office, qtbot: QtBot) -> None:
    add(office, mail="")
    opened(office, qtbot)
    pick_first(office, qtbot)
    dialog = dialog_of(office, qtbot)
    assert dialog.kind == PHONE
    dialog.question.setPlainText("Mag dit?")
    assert not dialog.go.isEnabled()
    dialog.other.setPlainText("Ja")
    dialog.accept()
    qtbot.waitUntil(lambda: bool(asked(office)))
    assert asked(office)[0].kind == "phone"


def test_the_colleague_whom_a_rule_proposes_comes_first(office: Office, qtbot: QtBot) -> None:
    add(office)
    add(office, name="Anna", mail="anna@winkel.example")
    office.services.database.write_now(
        policies.save,
        name="Kranen",
        conditions=[Condition("words", ("kraan",))],
        effects=[Effect("propose", PIET)],
    )
    opened(office, qtbot, text="Mijn kraan lekt", subject="Kraan")
    assert "Piet" in office.desk.ticket.facts.assessment.proposal.text()
    office.window.actions_.trigger("ask")
    dialog = dialog_of(office, qtbot)
    assert (dialog.kind, dialog.other_one.isVisible()) == (MAIL, True)
    assert "“Kraan”" in dialog.asked
    dialog.other_one.click()
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    assert [entry.text for entry in picker.shown[:2]] == ["Piet", "Anna"]
    assert picker.shown[0].hint == "Kranen"
    picker.dismiss()
    office.window.actions_.trigger("ask")
    dialog_of(office, qtbot).accept()
    qtbot.waitUntil(lambda: bool(asked(office)))
    office.window.actions_.trigger("ask")
    qtbot.waitUntil(picker.isVisible)
    picker.dismiss()


def test_who_thinks_better_of_it_asks_nothing(office: Office, qtbot: QtBot) -> None:
    add(office)
    opened(office, qtbot)
    pick_first(office, qtbot)
    dialog_of(office, qtbot).reject()
    office.window.actions_.trigger("ask")
    qtbot.waitUntil(office.desk.picker.isVisible)
    office.desk.picker.dismiss()
    qtbot.wait(50)
    assert asked(office) == []


def test_without_colleagues_the_directory_opens(office: Office, qtbot: QtBot) -> None:
    opened(office, qtbot)
    pick_first(office, qtbot)
    qtbot.waitUntil(office.desk.rooms.directory.isVisible)


def test_an_answer_that_is_no_plain_yes_is_decided_here(office: Office, qtbot: QtBot) -> None:
    piet = add(office)
    ticket_id = opened(office, qtbot)
    write = office.services.database.write_now
    write(questions.ask, ticket_id, colleague_id=piet, draft="Zo?", text="Mag dit?")
    office.arrive(text="Bel me even", author=Person(PIET, "Piet"), subject="Re: vraag")
    facts = office.desk.ticket.facts.questions
    qtbot.waitUntil(lambda: len(facts.buttons) == 2)
    note = office.services.database.read_now(inbox.messages, ticket_id)[-1]
    assert note.direction == "note"
    qtbot.mouseClick(facts.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked(office)[0].approved is True)
    qtbot.waitUntil(lambda: not facts.buttons)
    office.window.take_look("nl", "dark")
    assert "akkoord" in facts.lines[0].text().lower()


STATES: list[tuple[dict[str, Any], str]] = [
    ({}, "answer expected"),
    ({"reminded_at": True}, "reminded"),
    ({"reminded_at": True, "escalated_at": True, "deputy": "Kees"}, "Kees"),
    ({"escalated_at": True}, "no deputy"),
    ({"delivery": "failed"}, "did not go out"),
    ({"state": "lapsed"}, "did not go out"),
    ({"state": "withdrawn"}, "no longer"),
    ({"state": "answered", "answered_at": True}, "answered"),
    ({"state": "answered", "kind": "approval", "approved": False}, "did not approve"),
    ({"state": "answered", "kind": "phone"}, "by phone"),
]


def test_every_state_of_a_question_has_its_words(office: Office) -> None:
    now = office.clock.now()
    moments = ("reminded_at", "escalated_at", "answered_at")
    base: dict[str, Any] = {
        "id": 1, "ticket_id": 1, "ticket": 1, "kind": "question", "state": "open",
        "colleague_id": 1, "colleague": "Piet", "deputy": "", "text": "", "draft": None,
        "approved": None, "answer": "", "delivery": "sent", "asked_at": now,
        "due_at": now + timedelta(hours=4), "reminded_at": None, "escalated_at": None,
        "answered_at": None,
    }  # fmt: skip
    office.window.take_look("en", "light")
    facts = office.desk.ticket.facts.questions
    for values, words in STATES:
        given = {name: now if name in moments and had else had for name, had in values.items()}
        facts.show_questions([QuestionInfo(**{**base, **given})])
        assert words in facts.lines[0].text(), values


# --- the directory ---------------------------------------------------------------------------


def test_a_colleague_is_added_changed_and_taken_out(office: Office, qtbot: QtBot) -> None:
    office.window.actions_.trigger("directory")
    page = office.desk.rooms.directory
    qtbot.waitUntil(page.isVisible)
    qtbot.waitUntil(lambda: "technical" in set(page.form.department.keys()))
    page.add.click()
    page.form.lines["name"].setText("Piet")
    page.form.lines["subjects"].setText("kranen, lekkage")
    page.form.lines["mail"].setText(PIET)
    page.form.department.choose("technical")
    qtbot.waitUntil(page.form.fixed.isEnabled)
    page.form.fixed.setChecked(True)
    QTest.keyClick(page.form.lines["name"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(known(office)) and known(office)[0].fixed_for == ("technical",))
    qtbot.waitUntil(lambda: page.list.count() == 1 and page.shown is not None)
    assert known(office)[0].subjects == ("kranen", "lekkage")
    page.form.lines["phone"].setText("0570 12")
    page.form.fixed.setChecked(False)
    page.save.click()
    qtbot.waitUntil(lambda: known(office)[0].phone == "0570 12" and not known(office)[0].fixed_for)
    qtbot.waitUntil(page.ways["phone"].isVisible)
    page.remove.click()
    qtbot.waitUntil(lambda: not known(office))
    qtbot.waitUntil(lambda: page.list.count() == 0)
    qtbot.waitUntil(lambda: page.form.lines["name"].text() == "")
    assert page.shown is None
    office.desk.doing.undo_last()
    qtbot.waitUntil(lambda: page.list.count() == 1)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_a_colleague_is_found_by_what_he_knows_and_reached(office: Office, qtbot: QtBot) -> None:
    add(office, subjects=["kranen"], whatsapp="06 1234 5678", deputy_id=add(office, name="Kees"))
    office.window.actions_.trigger("directory")
    page = office.desk.rooms.directory
    qtbot.waitUntil(lambda: page.list.count() == 2)
    page.search.setText("kraan lekt")
    qtbot.waitUntil(lambda: page.list.count() == 1)
    page.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.name == "Piet")
    for way in ("phone", "mail", "whatsapp"):
        qtbot.mouseClick(page.ways[way], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(office.opened) == 3)
    assert {url.toString() for url in office.opened} == {
        "tel:061234", f"mailto:{PIET}", "https://wa.me/31612345678",
    }  # fmt: skip
    page.search.setText("zeppelin")
    qtbot.waitUntil(lambda: page.list.count() == 0)


def test_numbers_are_brought_into_the_form_of_the_world() -> None:
    assert ways.phone_url("+31 (0)570-12").toString() == "tel:+3157012"
    assert ways.whatsapp_url("0032 470 12", "NL").toString() == "https://wa.me/3247012"
    assert ways.whatsapp_url("+32 470", "NL").toString() == "https://wa.me/32470"
    assert ways.whatsapp_url("0470 12", "BE").toString() == "https://wa.me/3247012"


def test_the_matrix_tells_who_is_responsible(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    kees = add(office, name="Kees <b>")
    piet = add(office, department="technical", subjects=["kranen"], deputy_id=kees, role="Chef")
    office.services.database.write_now(directory.fix, "technical", colleague_id=piet)
    office.window.actions_.trigger("directory")
    page = office.desk.rooms.directory
    qtbot.waitUntil(lambda: page.list.count() == 2)
    page.matrix.click()
    dialogs: list[QFileDialog] = []

    def there() -> bool:
        dialogs[:] = office.window.findChildren(QFileDialog)
        return bool(dialogs)

    qtbot.waitUntil(there)
    place = tmp_path / "wie.pdf"
    dialogs[0].setDirectory(str(tmp_path))
    dialogs[0].selectFile(place.name)
    dialogs[0].accept()
    qtbot.waitUntil(lambda: bool(office.opened))
    place = Path(office.opened[0].toLocalFile())
    assert place.read_bytes().startswith(b"%PDF")
    html = matrix_html(known(office), office.desk.rooms.colleagues._departments, "vandaag")
    assert "Piet (Chef)" in html
    assert "Kees &lt;b&gt;" in html
    with pytest.raises(NotSavedError):
        write_pdf(html, tmp_path / "nergens" / "x.pdf", "Wie")


def test_the_dialog_offers_what_is_possible(office: Office) -> None:
    add(office)
    dialog = AskDialog(office.window, known(office)[0], "")
    assert dialog.kind == MAIL
    assert dialog.choice.keys() == [MAIL, APPROVAL, PHONE]
    assert PIET in dialog._about.text()
    dialog.deleteLater()
