"""What helps to answer, as the owner sees it, goes through it, and puts it in."""

from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.assist.aids import Aid
from app.services.assist.suggester import Suggester
from app.services.handbook import page_acts
from app.services.handbook.proposing import Why
from app.services.tickets import decisions, replies, template_acts, walks
from app.services.tickets.documenting import Ending
from app.views.language import Language
from app.views.memory import WindowMemory
from app.views.texts.fill_dialog import FillDialog
from app.views.theme import Theme
from app.views.ticket.aids_panel import entry_of, why_text
from tests.fakes_assist import WordEmbedder
from tests.gui.conftest import Office, is_gone
from tests.gui.test_flow import open_ticket
from tests.gui.test_keyboard import press
from tests.integration.test_assist import SEEDS
from tests.integration.test_runs import simple

ARTICLE = "---\nsoort: artikel\ntitel: Zwabberdoek wassen\n---\nWas de zwabberdoek op 60 graden.\n"
ASKED = "Mag de zwabberdoek wassen op 60 graden?"


@pytest.fixture
def ticket_id(office: Office, qtbot: QtBot) -> int:
    write = office.services.database.write_now
    write(page_acts.save, ARTICLE)
    write(page_acts.save, simple("zwabberen", "categorieën: [products]\nlabels: [zwabberdoek]\n"))
    write(page_acts.save, simple("doeken", "categorieën: [products]\n"))
    write(template_acts.add, name="Zwabberdoek", body="Dag {naam}, wassen op 60 graden: {wat}.")
    earlier = office.arrive("Kan de zwabberdoek in de droger?", "Droger")
    answer = "Beste Anna,\n\nJa, bel 06-12345678."
    write(replies.answer, earlier, text=answer, ending=Ending("solved"), now=True)
    made = office.arrive(ASKED, "Zwabberdoek wassen")
    write(decisions.set_listed, [made], field="category", value="products")
    open_ticket(office, made, qtbot)
    qtbot.waitUntil(office.desk.ticket.aids.isVisible)
    return made


def titles(found: Any) -> list[str]:
    return [f"{one.kind} {one.title}" for one in found]


def choose(office: Office, title: str) -> None:
    panel = office.desk.ticket.aids
    press(panel.list, "Home")
    for _ in range(panel.list.model().rowCount()):
        if panel.chosen is not None and panel.chosen.title == title:
            return
        press(panel.list, "Down")
    raise AssertionError(titles(panel.found))


def test_what_helps_is_gone_through_and_put_in_by_keys(
    office: Office, ticket_id: int, qtbot: QtBot
) -> None:
    window, desk, page = office.window, office.desk, office.desk.ticket
    panel, editor = page.aids, page.composer.editor
    assert set(titles(panel.found)) == {
        "article Zwabberdoek wassen",
        "text Zwabberdoek",
        "sop Over doeken",
    }
    qtbot.waitUntil(lambda: page.walk.name.whole == "Over zwabberen")
    assert (panel.list.isVisible(), panel.best.isVisible()) == (False, True)
    assert "“zwabberdoek”" in panel.why.whole
    page.timeline.area.setFocus()
    press(page.timeline.area, "F9")
    qtbot.waitUntil(panel.list.hasFocus)
    assert (panel.list.isVisible(), panel.best.isVisible()) == (True, False)
    choose(office, "Zwabberdoek wassen")
    press(panel.list, "Return")
    qtbot.waitUntil(lambda: editor.toPlainText() == "Was de zwabberdoek op 60 graden.")
    qtbot.waitUntil(editor.hasFocus)
    assert not panel.list.isVisible()
    editor.undo()
    assert editor.toPlainText() == ""
    press(editor, "F9")
    qtbot.waitUntil(panel.list.hasFocus)
    press(panel.list, "Escape")
    qtbot.waitUntil(editor.hasFocus)
    panel.enter()
    choose(office, "Zwabberdoek")
    press(editor, "Ctrl+J")
    qtbot.waitUntil(lambda: bool(dialogs(office)))
    (dialog,) = dialogs(office)
    next(iter(dialog.fields.values())).setText("de zwabberdoek")
    dialog.accept()
    qtbot.waitUntil(
        lambda: editor.toPlainText() == "Dag Anna, wassen op 60 graden: de zwabberdoek."
    )
    window.activateWindow()
    panel.enter()
    qtbot.waitUntil(panel.list.hasFocus)
    choose(office, "Over doeken")
    panel.use.click()
    qtbot.waitUntil(lambda: bool(office.services.database.read_now(walks.of, ticket_id)))
    qtbot.waitUntil(lambda: "sop Over doeken" not in titles(panel.found))
    page.focus_reading()
    qtbot.waitUntil(lambda: page.walk.shows_step and not panel.isVisible())
    page.walk.card.fold.click()
    assert panel.isVisible()
    page.walk.card.fold.click()
    assert not panel.isVisible()
    panel.enter()
    assert panel.isVisible()
    choose(office, "Zwabberdoek wassen")
    press(panel.list, "Space")
    reading = desk.knowledge.handbook.page.reading
    qtbot.waitUntil(lambda: "60 graden" in reading.browser.toPlainText())
    window.show_messages()


def dialogs(office: Office) -> list[FillDialog]:
    return [one for one in office.window.findChildren(FillDialog) if one.isVisible()]


def test_two_question_marks_look_for_something_at_the_cursor(
    office: Office, ticket_id: int, qtbot: QtBot
) -> None:
    page = office.desk.ticket
    lookup, editor = page.lookup, page.composer.editor
    office.window.activateWindow()
    editor.setFocus()
    QTest.keyClicks(editor, "Echt waar?? Nou ")
    assert lookup.asked is None
    editor.clear()
    editor.setFocus()
    QTest.keyClicks(editor, "Nou ??")
    qtbot.waitUntil(lookup.isVisible)
    assert titles(lookup.found) == titles(page.aids.found)
    QTest.keyClicks(editor, "droger")
    qtbot.waitUntil(lambda: titles(lookup.found) == ["ticket Droger"])
    press(editor, "Escape")
    assert not lookup.isVisible()
    QTest.keyClicks(editor, " d")
    qtbot.wait(100)
    assert not lookup.isVisible()
    assert editor.toPlainText() == "Nou ??droger d"
    editor.clear()
    QTest.keyClicks(editor, "Zo: ??droger")
    qtbot.waitUntil(lambda: lookup.isVisible() and titles(lookup.found) == ["ticket Droger"])
    press(editor, "Down")
    press(editor, "Return")
    qtbot.waitUntil(lambda: bool(dialogs(office)))
    (dialog,) = dialogs(office)
    assert dialog.preview.toPlainText().startswith("Dag Anna,\n\nJa, bel {")
    dialog.reject()
    qtbot.waitUntil(lambda: is_gone(dialog))
    assert editor.toPlainText() == "Zo: ??droger"
    editor.clear()
    office.window.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClicks(editor, "Zo: ??wassen")
    qtbot.waitUntil(
        lambda: lookup.isVisible() and titles(lookup.found)[:1] == ["article Zwabberdoek wassen"]
    )
    press(editor, "Tab")
    qtbot.waitUntil(lambda: editor.toPlainText() == "Zo: Was de zwabberdoek op 60 graden.")
    editor.undo()
    assert editor.toPlainText() == "Zo: ??wassen"
    editor.clear()
    QTest.keyClicks(editor, "??xqzwv")
    qtbot.waitUntil(lambda: lookup.isVisible() and not lookup.found)
    press(editor, "Return")
    assert editor.toPlainText() == "??xqzwv\n"
    assert not lookup.isVisible()


def test_it_gives_way_is_folded_and_stands_beside_where_there_is_room(
    office: Office, ticket_id: int, qtbot: QtBot
) -> None:
    window, desk, panel = office.window, office.desk, office.desk.ticket.aids
    window.resize(1366, 1000)
    qtbot.waitUntil(panel.list.isVisible)
    composer = desk.ticket.composer
    assert panel.y() < composer.y()
    panel.turn.click()
    assert not panel.list.isVisible()
    assert not panel.best.isVisible()
    assert WindowMemory(office.services.profile.folder).aids_folded
    panel.turn.click()
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: panel.x() > composer.x())
    window.take_look("en", "dark")
    qtbot.waitUntil(lambda: panel.list.accessibleName() == "What helps")
    opened: list[int] = []
    desk.work.aiding.ticket_wanted.connect(opened.append)
    services = office.services
    made = Suggester(services.database, services.clock, lambda _kind: False, WordEmbedder(), SEEDS)
    services.made["suggester"] = made
    made.suggest(ticket_id)
    desk.work.aiding._loading.timeout.emit()
    aiding = desk.work.aiding
    qtbot.waitUntil(lambda: aiding._shown is not None and aiding._shown.meant)
    panel.show_aids([Aid("ticket", 1, "Droger", "Ja", (), 0.5, 1)], {})
    press(panel.list, "Shift+U")
    qtbot.waitUntil(lambda: opened == [1])
    qtbot.waitUntil(lambda: desk.tickets.ticket_id == 1)
    other = office.arrive("Xylofoon", "Q")
    open_ticket(office, other, qtbot)
    qtbot.waitUntil(lambda: not panel.isVisible())
    window.actions_.trigger("aid_use")
    qtbot.waitUntil(window.notices.isVisible)


def test_the_next_ticket_has_been_looked_for_unless_something_changed(
    office: Office, ticket_id: int, qtbot: QtBot
) -> None:
    aiding, panel = office.desk.work.aiding, office.desk.ticket.aids
    other = office.arrive(ASKED, "Nog een")
    qtbot.waitUntil(lambda: len(office.rows) == 2)
    aiding._on_painted()
    qtbot.waitUntil(lambda: other in aiding._ahead.kept)
    kept = aiding._ahead._kept[other]
    open_ticket(office, other, qtbot)
    qtbot.waitUntil(lambda: aiding._shown is kept and panel.isVisible())
    qtbot.waitUntil(lambda: ticket_id in aiding._ahead.kept)
    office.services.database.write_now(decisions.set_priority, [ticket_id], priority="high")
    qtbot.waitUntil(lambda: ticket_id not in aiding._ahead.kept)


def test_why_something_helps_is_said_in_words(theme: Theme, language: Language) -> None:
    language.choose("en")
    why = (Why("customer", ""), Why("meaning", ""), Why("procedure", "Late"), Why("used", "7"))
    words = (Why("heard", "angry"), Why("word", "mop"))
    aid = Aid("ticket", 3, "Mop", "Yes", (*why, *words), 0.5, 3)
    assert why_text(aid, {}) == (
        "the same customer, means much the same, sent by “Late”, sent in no. 7,"
        " an angry customer, by the sound of it, “mop”"
    )
    assert (entry_of(aid, {}).icon, entry_of(aid, {}).tip) == ("history", "Yes")
    assert why_text(Aid("text", 3, "Mop", "Yes", (), 0.5), {}) == ""
