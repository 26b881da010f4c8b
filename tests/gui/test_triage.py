"""Triage by keys, and the owner's own rules, as he does it."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.rules.policy import Condition, Effect
from app.services.tickets import (
    acts,
    decisions,
    directory,
    inbox,
    influence,
    lists,
    policies,
    questions,
    triage,
)
from app.views.triage.page import TriagePage
from tests.gui.conftest import Office
from tests.gui.test_colleagues import dialog_of
from tests.gui.test_flow import open_ticket

Press = Callable[[str], None]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> TriagePage:
    """Triage with five messages, on the first."""
    for number in range(5):
        office.arrive(f"Vraag {number + 1}", f"Onderwerp {number + 1}")
        office.clock.forward(timedelta(seconds=1))
    office.window.activateWindow()
    office.window.inbox.list.setFocus()
    QTest.keyClick(office.window.inbox.list, Qt.Key.Key_T)
    found = office.desk.rooms.triage
    qtbot.waitUntil(lambda: found.card is not None and bool(found.choices))
    assert found.isVisible()
    return found


def info(office: Office, ticket_id: int) -> inbox.TicketInfo:
    return office.services.database.read_now(inbox.infos, [ticket_id])[0]


def press(page: TriagePage, keys: str) -> None:
    QTest.keyClicks(page, keys)


def number(page: TriagePage) -> int:
    assert page.card is not None
    return page.card.ticket.id


def shows(page: TriagePage, ticket_id: int) -> bool:
    return page.card is not None and number(page) == ticket_id


def has_priority(office: Office, priority: str) -> bool:
    return info(office, 9).priority == priority


def test_three_keys_assess_a_message(office: Office, page: TriagePage, qtbot: QtBot) -> None:
    assert not office.window.sidebar.isVisible()
    assert (page.subject.text(), page.text.text()) == ("Onderwerp 1", "Vraag 1")
    press(page, "1w")
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert page.subject.text() == "Onderwerp 2"  # at once: it had been read before
    qtbot.waitUntil(lambda: info(office, 1).assessment.type == "complaint")
    ticket = info(office, 1)
    assert (ticket.category, ticket.state) == ("complaints", "new")
    assert ticket.assessment.assessed_at is not None


def test_what_was_said_is_shown(office: Office, page: TriagePage, qtbot: QtBot) -> None:
    press(page, "h2")
    qtbot.waitUntil(page.choices["category", "orders"].isChecked)
    QTest.keyClick(page, Qt.Key.Key_2, ALT)
    qtbot.waitUntil(page.choices["department", "purchasing"].isChecked)
    assert page.choices["priority", "high"].isChecked()
    page.choices["type", "idea"].click()
    qtbot.waitUntil(lambda: info(office, 1).assessment.type == "idea")
    assert number(page) == 1


def test_five_in_a_row_and_the_end(office: Office, page: TriagePage, qtbot: QtBot) -> None:
    for at in range(1, 6):
        qtbot.waitUntil(partial(shows, page, at))
        QTest.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.card is None)
    assert page.subject.text() == "Alles is beoordeeld"
    read = office.services.database.read_now
    qtbot.waitUntil(lambda: read(triage.waiting) == 0)
    office.arrive("Nog een", "Later")
    qtbot.waitUntil(lambda: page.card is not None)
    assert page.subject.text() == "Later"


def test_no_reaction_asks_why_and_goes_on(office: Office, page: TriagePage, qtbot: QtBot) -> None:
    picker = office.desk.picker
    press(page, "x")
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClicks(picker.line, "3")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: number(page) == 2)
    qtbot.waitUntil(lambda: info(office, 1).state == "no_reaction")
    assert info(office, 1).assessment.no_reaction_reason == "duplicate"
    press(page, "x")
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)
    qtbot.wait(50)
    assert number(page) == 2


def test_forwarding_offers_what_a_rule_proposes_first(
    office: Office, page: TriagePage, qtbot: QtBot
) -> None:
    write = office.services.database.write_now
    write(
        policies.save,
        name="Recht",
        conditions=[Condition("words", ("advocaat",))],
        effects=[Effect("forward", "management")],
    )
    office.clock.forward(timedelta(days=-1))
    office.arrive("U hoort van mijn advocaat", "Dreigement")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.isVisible())
    office.window.actions_.trigger("triage")
    qtbot.waitUntil(lambda: page.card is not None and number(page) == 6)
    assert page.proposal.text() == ("De regel “Recht” stelt voor: doorsturen naar Directie")
    press(page, "f")
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    assert picker.shown[0].text == "Directie"
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: info(office, 6).state == "waiting_colleague")
    assert info(office, 6).department == "management"


def test_the_colleague_whom_a_rule_proposes_is_asked_by_one_key(
    office: Office, page: TriagePage, qtbot: QtBot
) -> None:
    write = office.services.database.write_now
    forward = page.buttons["forward"].text()
    mo, _ = write(directory.add, name="Mo", mail="mo@winkel.example")
    write(
        policies.save,
        name="Kapot",
        conditions=[Condition("words", ("handvat",))],
        effects=[Effect("propose", "Mo")],
    )
    office.clock.forward(timedelta(days=-1))
    office.arrive("Mijn handvat is los", "Pan")
    office.window.actions_.trigger("triage")
    qtbot.waitUntil(lambda: shows(page, 6))
    qtbot.waitUntil(lambda: "Mo" in page.proposal.text())
    assert page.buttons["forward"].text() != forward
    press(page, "f")
    dialog = dialog_of(office, qtbot)
    assert "“Pan”" in dialog.asked
    dialog.other_one.click()
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not picker.isVisible())
    press(page, "f")
    dialog = dialog_of(office, qtbot)
    QTest.keyClicks(dialog.question, "Garantie?")
    QTest.keyClick(dialog.question, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: info(office, 6).state == "waiting_colleague")
    (asked,) = office.services.database.read_now(questions.infos)
    assert (asked.ticket_id, asked.colleague_id, asked.text) == (6, mo, "Garantie?")
    qtbot.waitUntil(lambda: page.card is not None and number(page) != 6)
    press(page, "z")
    qtbot.waitUntil(lambda: info(office, 6).state == "new")
    qtbot.waitUntil(lambda: shows(page, 6))


def test_department_and_product_group_are_picked(
    office: Office, page: TriagePage, qtbot: QtBot
) -> None:
    picker = office.desk.picker
    for key, field in (("d", "department"), ("g", "product_group")):
        press(page, key)
        qtbot.waitUntil(picker.isVisible)
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(was_done, office, field))
    assert info(office, 1).department == "sales"
    assert info(office, 1).assessment.product_group == "general"


def was_done(office: Office, name: str) -> bool:
    return name in [one.name for one in office.services.database.read_now(acts.recent)]


def test_z_takes_back_and_goes_back(office: Office, page: TriagePage, qtbot: QtBot) -> None:
    press(page, "1")
    qtbot.waitUntil(lambda: info(office, 1).category == "complaints")
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: info(office, 2).assessment.assessed_at is not None)
    qtbot.waitUntil(lambda: number(page) == 3)
    press(page, "z")
    qtbot.waitUntil(lambda: number(page) == 2)
    assert info(office, 2).assessment.assessed_at is None
    press(page, "z")
    qtbot.waitUntil(lambda: number(page) == 1)
    qtbot.waitUntil(lambda: info(office, 1).category is None)
    press(page, "z")
    qtbot.waitUntil(office.window.notices.isVisible)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: number(page) == 2)


def test_what_is_done_elsewhere_is_shown(office: Office, page: TriagePage, qtbot: QtBot) -> None:
    write = office.services.database.write_now
    write(influence.set_standing, [1], vip=True, value=2_500)
    qtbot.waitUntil(page.weight.isVisible)
    assert page.weight.text() == "Invloed: 60 van 100   +40  VIP   +20  koopt voor € 2.500 per jaar"
    write(lists.add, "type", name_nl="Zevende")
    write(lists.rename, "type", "question", name_nl="Vraagje")
    qtbot.waitUntil(lambda: page.choices["type", "question"].text() == "Q  Vraagje")
    write(decisions.change_state, [1], state="spam")
    qtbot.waitUntil(lambda: number(page) == 2)


def test_o_opens_it_to_answer(office: Office, page: TriagePage, qtbot: QtBot) -> None:
    press(page, "o")
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == 1)
    assert office.window.sidebar.isVisible()
    assert office.window.shows_messages
    qtbot.waitUntil(office.desk.ticket.composer.editor.hasFocus)
    assert "react" in {spec.name for spec in office.window.actions_.offered()}


def test_nothing_of_the_window_behind_is_heard(
    office: Office, page: TriagePage, qtbot: QtBot
) -> None:
    heard: list[str] = []
    office.window.actions_.triggered.connect(heard.append)
    press(page, "n2za!")
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.window.actions_.trigger("spam")
    offered = {spec.name for spec in office.window.actions_.offered()}
    assert not offered & {"react", "spam", "send", "reply"}
    assert "settings" in offered
    QTest.keyClick(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(office.desk.picker.isVisible)
    assert heard == ["palette"]


# --- the ticket ------------------------------------------------------------------------------


def test_the_facts_tell_how_it_was_assessed(office: Office, qtbot: QtBot) -> None:
    office.arrive()
    open_ticket(office, 1, qtbot)
    facts = office.desk.ticket.facts
    assert not facts.assessment.isVisible()
    office.window.actions_.trigger("vip")
    qtbot.waitUntil(facts.assessment.isVisible)
    assert facts.assessment.influence.text() == "Invloed: 40 van 100"
    facts.decisions.choices["type"].choose("complaint")
    qtbot.waitUntil(lambda: info(office, 1).assessment.type == "complaint")
    picker = office.desk.picker
    for action in ("product_group", "no_reaction"):
        office.window.actions_.trigger(action)
        qtbot.waitUntil(picker.isVisible)
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not picker.isVisible())
    qtbot.waitUntil(lambda: info(office, 1).state == "no_reaction")
    qtbot.waitUntil(lambda: bool(facts.assessment.no_reaction.text()))
    assert facts.assessment.no_reaction.text() == "Geen reactie: Reclame of bijna spam"
    office.window.actions_.trigger("vip")
    qtbot.waitUntil(lambda: info(office, 1).assessment.influence == 0)


def test_no_reaction_without_a_reason_is_nothing(office: Office, qtbot: QtBot) -> None:
    office.arrive()
    open_ticket(office, 1, qtbot)
    picker = office.desk.picker
    office.window.actions_.trigger("no_reaction")
    qtbot.waitUntil(picker.isVisible)
    picker.line.setText("Alleen een bedankje")
    assert [entry.text for entry in picker.shown][:1] == ["Alleen een bedankje"]
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)
    qtbot.wait(30)
    assert info(office, 1).state == "new"


# --- rules -----------------------------------------------------------------------------------


def rules(office: Office) -> list[policies.PolicyInfo]:
    return office.services.database.read_now(policies.rules)


@pytest.fixture
def kept(office: Office, qtbot: QtBot) -> Any:
    """The page with two rules that quarrel."""
    office.arrive("Waar is de factuur", "Factuur")
    write = office.services.database.write_now
    for name, words, value in (("Een", "factuur", "high"), ("Twee", "waar", "urgent")):
        write(
            policies.save,
            name=name,
            conditions=[Condition("words", (words,)), Condition("channel", ("fake", "email"))],
            effects=[Effect("priority", value)],
        )
    office.window.actions_.trigger("rules")
    page = office.desk.rooms.rules
    qtbot.waitUntil(lambda: len(page.switches) == 2)
    return page


def test_a_rule_is_made_tried_and_kept(office: Office, qtbot: QtBot) -> None:
    office.arrive("Waar is de factuur", "Factuur")
    office.window.actions_.trigger("rules")
    page = office.desk.rooms.rules
    qtbot.waitUntil(page.new.isEnabled)
    page.new.click()
    editor = page.editor
    assert editor.isVisible()
    qtbot.keyClicks(editor.name, "Facturen")
    qtbot.keyClicks(editor.conditions[0].line, "factuur, btw")
    editor.more_if.click()
    editor.conditions[1].kind.choose("vip")
    qtbot.waitUntil(lambda: editor.conditions[1].name == "vip")
    editor.conditions[1].choice.choose("no")
    qtbot.waitUntil(lambda: editor.conditions[1].value == "no")
    editor.more_then.click()
    editor.effects[1].kind.choose("tag")
    qtbot.waitUntil(lambda: editor.effects[1].name == "tag")
    qtbot.keyClicks(editor.effects[1].line, "geld")
    editor.try_it.click()
    qtbot.waitUntil(page.table.isVisible)
    assert page.found.text() == "1 van de laatste berichten zou veranderen"
    assert page.table.item(0, 2).text() == "categorie Klachten · label “geld”"
    assert rules(office) == []
    editor.save.click()
    qtbot.waitUntil(lambda: bool(rules(office)))
    (rule,) = rules(office)
    assert rule.conditions == (
        Condition("words", ("factuur", "btw")), Condition("vip", ("no",)),
    )  # fmt: skip
    assert rule.effects == (Effect("category", "complaints"), Effect("tag", "geld"))
    qtbot.waitUntil(lambda: not editor.isVisible())
    assert info(office, 1).tags == ()


def test_rules_are_ordered_turned_changed_and_removed(
    office: Office, kept: Any, qtbot: QtBot
) -> None:
    assert "“Een” en “Twee” spreken elkaar tegen" in kept.trouble.text()
    kept.buttons["down", 1].click()
    qtbot.waitUntil(lambda: [one.name for one in rules(office)] == ["Twee", "Een"])
    qtbot.waitUntil(lambda: list(kept.switches) == [2, 1])
    kept.switches[1].click()
    qtbot.waitUntil(lambda: not rules(office)[1].active)
    qtbot.waitUntil(lambda: not kept.trouble.isVisible())
    kept.buttons["edit", 2].click()
    assert kept.editor.conditions[1].choice.text().startswith("fake of E-mail")
    kept.editor.conditions[0].remove.click()
    kept.editor.save.click()
    qtbot.waitUntil(
        lambda: rules(office)[0].conditions == (Condition("channel", ("fake", "email")),)
    )
    kept.buttons["remove", 2].click()
    qtbot.waitUntil(lambda: [one.id for one in rules(office)] == [1])
    qtbot.waitUntil(lambda: "weg" in office.window.notices._text.text())
    office.desk.doing.undo_last()
    qtbot.waitUntil(lambda: len(rules(office)) == 2)
    kept.buttons["edit", 1].click()
    QTest.keyClick(kept, Qt.Key.Key_Escape)
    assert not kept.editor.isVisible()
    QTest.keyClick(kept, Qt.Key.Key_Escape)
    assert office.window.shows_messages


def test_a_rule_acts_on_what_is_to_do(office: Office, kept: Any, qtbot: QtBot) -> None:
    kept.buttons["apply", 2].click()
    qtbot.waitUntil(lambda: info(office, 1).priority == "urgent")
    kept.buttons["apply", 2].click()
    qtbot.waitUntil(lambda: "niets" in office.window.notices._text.text())


def test_what_goes_too_far_is_asked_about(office: Office, kept: Any, qtbot: QtBot) -> None:
    picker = office.desk.picker
    for _ in range(51):
        office.arrive("Factuur?")
    office.services.database.write_now(
        lambda unit: unit.session.connection().exec_driver_sql(
            "update tickets set priority = 'low'"
        )
    )
    for answer, priority in ((0, "low"), (1, "high")):
        kept.buttons["apply", 1].click()
        qtbot.waitUntil(picker.isVisible)
        QTest.keyClicks(picker.line, picker.shown[answer].text)
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(has_priority, office, priority))
    kept.new.click()
    editor = kept.editor
    editor.name.setText("Rond")
    editor.conditions[0].kind.choose("category")
    qtbot.waitUntil(lambda: editor.conditions[0].name == "category")
    editor.save.click()
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.wait(50)
    assert len(rules(office)) == 2
    editor.save.click()
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(rules(office)) == 3)
    qtbot.waitUntil(lambda: "“Rond”" in kept.trouble.text())


def test_no_focus_is_lost_in_triage(office: Office, page: TriagePage) -> None:
    assert QApplication.focusWidget() is page
