"""Walking a procedure in the window: offered, walked by keys, helped along, told in the story."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.handbook import page_acts, runs
from app.services.handbook.proposing import Why
from app.services.tickets import decisions, directory, lists, template_acts, walks
from app.services.tickets.assessments import Assessment, Proposal
from app.services.tickets.lists import PROCEDURE, Choice
from app.services.tickets.walks import RunInfo
from app.views.assessing import proposal_text
from app.views.directory.ask_dialog import AskDialog
from app.views.language import Language
from app.views.policies.editor import KINDS, PartRow
from app.views.rule_words import effect_text
from app.views.texts.fill_dialog import FillDialog
from app.views.theme import Theme
from app.views.ticket.walk_panel import why_text
from tests.gui.conftest import Office, is_gone
from tests.gui.test_flow import open_ticket
from tests.gui.test_keyboard import press
from tests.integration.test_runs import LATE, simple


@pytest.fixture
def ticket_id(office: Office, qtbot: QtBot) -> int:
    write = office.services.database.write_now
    write(page_acts.save, LATE)
    write(lists.rename, "department", "logistics", name_nl="Magazijn")
    piet, _act = write(directory.add, name="Piet", mail="piet@winkel.example")
    write(directory.fix, "logistics", colleague_id=piet)
    write(template_acts.add, name="Onderweg", body="Dag {naam}, hij komt {dag}.")
    made = office.arrive("Waar blijft het pakket van mij?")
    write(decisions.set_listed, [made], field="category", value="orders")
    open_ticket(office, made, qtbot)
    return made


def last(office: Office, ticket_id: int) -> RunInfo | None:
    found = office.services.database.read_now(walks.of, ticket_id)
    return found[-1] if found else None


def stands(office: Office, qtbot: QtBot, number: int | None) -> None:
    """Wait until the panel shows a step; None for no walk."""
    card, panel = office.desk.ticket.walk.card, office.desk.ticket.walk

    def there() -> bool:
        run = card.run if card.isVisible() else None
        return not panel.isVisible() if number is None else bool(run and run.walk.number == number)

    qtbot.waitUntil(there)


def test_a_procedure_is_walked_with_the_keyboard(
    office: Office, ticket_id: int, qtbot: QtBot
) -> None:
    window, desk = office.window, office.desk
    panel, card = desk.ticket.walk, desk.ticket.walk.card
    window.take_look("nl", "")
    listed = desk.ticket.timeline.area
    qtbot.waitUntil(panel.offer.isVisible)
    assert panel.name.whole.endswith("Te laat")
    assert "Bestellingen" in panel.why.whole
    listed.setFocus()
    press(listed, "G")
    stands(office, qtbot, 1)
    assert card.step.text() == "Zoek de bestelling op."
    assert card.result.text().endswith("je weet waar hij is.")
    assert (card.back.isVisible(), card.use.isVisible(), card.so_far.text()) == (
        False,
        False,
        "1 / 3",
    )
    press(listed, "G")
    stands(office, qtbot, 2)
    assert [one.accessibleName() for one in card.answers.parts] == ["Ja", "Nee"]
    assert (card.go.isVisible(), card.answers.isVisible()) == (False, True)
    editor = desk.ticket.composer.editor
    editor.setFocus()
    QTest.keyClicks(editor, "2")
    assert editor.toPlainText() == "2"
    editor.clear()
    listed.setFocus()
    press(listed, "2")
    stands(office, qtbot, 5)
    assert "Piet" in card.use.text()
    press(listed, "Shift+G")
    qtbot.waitUntil(lambda: desk.ticket.findChild(AskDialog) is not None)
    dialog = desk.ticket.findChild(AskDialog)
    assert dialog is not None
    assert (dialog.asked, "Piet" in dialog.windowTitle()) == ("Kan er een nieuw?", True)
    QTest.keyClicks(dialog.question, "!")  # behind it, not instead of it
    assert dialog.asked == "Kan er een nieuw?!"
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_gone(dialog))
    window.actions_.trigger("sop_back")
    stands(office, qtbot, 2)
    window.actions_.trigger("undo")
    stands(office, qtbot, 5)
    card.go.click()
    stands(office, qtbot, 3)
    card.so_far.click()
    assert card.passed.isVisible()
    assert "2. Komt het nog? → Nee" in card.passed.text()
    card.fold.click()
    assert not card.step.isVisible()
    card.fold.click()
    card.go.click()
    stands(office, qtbot, None)
    run = last(office, ticket_id)
    assert run is not None
    assert (run.ended, run.outcome) == ("done", "Opgelost")
    qtbot.waitUntil(lambda: any("Te laat" in one.text() for one in desk.ticket.timeline._lines))
    office.services.database.write_now(page_acts.save, simple("klacht", "categorieën: [orders]\n"))
    qtbot.waitUntil(panel.offer.isVisible)
    assert "(G)" not in panel.begin.text()
    window.actions_.trigger("sop_go")  # one press too many begins nothing
    qtbot.waitUntil(lambda: "Te laat" in window.notices.text)
    assert last(office, ticket_id) == run
    panel.begin.click()
    stands(office, qtbot, 1)


def test_a_text_is_put_in_and_a_walk_stopped_with_a_reason(
    office: Office, ticket_id: int, qtbot: QtBot
) -> None:
    desk, actions, picker = office.desk, office.window.actions_, office.desk.picker
    write = office.services.database.write_now
    write(page_acts.save, simple("leeg"))
    empty, _act = write(page_acts.save, simple("empty", language="en"))
    desk.ticket.walk.other.click()
    qtbot.waitUntil(lambda: picker.isVisible() and len(picker.shown) == 3)
    assert [one.hint.endswith("English") for one in picker.shown] == [False, False, True]
    write(page_acts.remove, empty)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    stands(office, qtbot, 1)
    run = last(office, ticket_id)
    assert run is not None
    write(runs.tick, run.id)
    stands(office, qtbot, 2)
    actions.trigger("sop_go")
    qtbot.waitUntil(lambda: picker.isVisible() and len(picker.shown) == 2)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    stands(office, qtbot, 3)
    actions.trigger("sop_use")
    qtbot.waitUntil(lambda: bool(fill_dialogs(office)))
    (dialog,) = fill_dialogs(office)
    next(iter(dialog.fields.values())).setText("morgen")
    dialog.accept()
    composer = desk.ticket.composer
    qtbot.waitUntil(lambda: composer.text == "Dag Anna, hij komt morgen.")
    actions.trigger("sop_stop")
    qtbot.waitUntil(lambda: picker.isVisible() and len(picker.shown) == 4)
    QTest.keyClicks(picker.line, "Zelf gebracht")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    stands(office, qtbot, None)
    run = last(office, ticket_id)
    assert run is not None
    assert (run.ended, run.reason) == ("stopped", "Zelf gebracht")
    for name in ("sop_stop", "sop_back", "sop_use"):
        actions.trigger(name)
    other = office.arrive(subject="Iets anders")
    open_ticket(office, other, qtbot)
    assert not desk.ticket.walk.isVisible()
    actions.trigger("sop_go")
    qtbot.waitUntil(lambda: picker.isVisible() and len(picker.shown) == 2)
    QTest.keyClicks(picker.line, "leeg")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    stands(office, qtbot, 1)
    actions.trigger("sop_go")
    qtbot.waitUntil(lambda: desk.ticket.walk.card.step.text() != "Bel")
    assert not desk.ticket.walk.card.go.isVisible()


def fill_dialogs(office: Office) -> list[FillDialog]:
    return [one for one in office.window.findChildren(FillDialog) if one.isVisible()]


def test_why_a_procedure_fits_is_said_in_words(theme: Theme, language: Language) -> None:
    language.choose("en")
    lists = {PROCEDURE: [Choice("te-laat", "Te laat", "Late order")]}
    assert effect_text("procedure", "te-laat", lists) == "propose the procedure Late order"
    found = Assessment(None, None, 0, (), None, Proposal("Pakketten", procedure="te-laat"), None)
    assert "walk “Late order”" in proposal_text(found, lists)
    row = PartRow(theme, KINDS, lists, "procedure", ())
    assert row.value == "te-laat"
    row.deleteLater()
    why = (
        Why("rule", "Pakketten"),
        Why("signal", "press"),
        Why("type", "complaint"),
        Why("word", "pakket"),
    )
    assert (
        why_text(why, {})
        == "Procedure that fits: your rule “Pakketten”, the press, complaint, “pakket”"
    )
