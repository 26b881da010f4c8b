"""From a message that comes in by itself to an answer that is out, as the owner does it."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.rules.tickets import TicketState
from app.services.sync import accounts, outbox
from app.services.sync.engine import SyncEngine
from app.services.tickets import decisions, drafts, inbox, promises, reactions
from app.services.tickets.documenting import Ending
from app.views import live
from app.views.ticket import delivery
from tests.fakes import SHOP, FakeChannelType
from tests.gui.conftest import Office, Run, say_how_it_ended


def open_ticket(office: Office, ticket_id: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: office.window.inbox.list.rows.row_of(ticket_id) >= 0)
    office.window.inbox.list.select(ticket_id)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)


def statuses(office: Office) -> list[str]:
    cards = office.desk.ticket.timeline.cards.values()
    return [card.delivery.state for card in cards if card.delivery is not None]


def press_send(office: Office, qtbot: QtBot, *, asked: bool = True) -> None:
    editor = office.desk.ticket.composer.editor
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    if asked:
        say_how_it_ended(office.desk, qtbot)


def test_a_message_appears_by_itself_and_is_answered(
    office: Office,
    engine: SyncEngine,
    channel: FakeChannelType,
    qtbot: QtBot,
    later: Callable[[float], None],
) -> None:
    channel.platform.deliver(text="Mijn pakket is weg", subject="Pakket 12")
    qtbot.waitUntil(lambda: len(office.rows) == 1)
    open_ticket(office, office.rows[0].id, qtbot)
    page = office.desk.ticket
    assert [card.body.toPlainText() for card in page.timeline.cards.values()] == [
        "Mijn pakket is weg"
    ]

    qtbot.keyClicks(page.composer.editor, "We zoeken het uit.")
    press_send(office, qtbot)
    qtbot.waitUntil(lambda: statuses(office) == ["queued"])
    qtbot.waitUntil(lambda: page.composer.text == "")

    office.window.notices._undo.click()
    qtbot.waitUntil(lambda: statuses(office) == [])
    qtbot.waitUntil(lambda: page.composer.text == "We zoeken het uit.")

    press_send(office, qtbot)
    qtbot.waitUntil(lambda: statuses(office) == ["queued"])
    later(11)
    office.desk.poke()
    qtbot.waitUntil(lambda: statuses(office) == ["sent"])
    assert len(channel.platform.accepted) == 1


def test_an_answered_ticket_leaves_the_list_but_stays_open(office: Office, qtbot: QtBot) -> None:
    first, second = office.arrive(), office.arrive()
    open_ticket(office, first, qtbot)
    office.desk.ticket.composer.editor.setPlainText("Antwoord")
    press_send(office, qtbot)
    qtbot.waitUntil(lambda: [row.id for row in office.rows] == [second])
    assert office.desk.tickets.ticket_id == first
    assert office.window.inbox.list.current_id is None


def test_a_newer_message_stops_the_send_and_keeps_the_text(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    announce, office.services.database.announce = office.services.database.announce, print_nothing
    office.arrive(text="Laat maar", parents=("<1@klant.example>",))
    office.services.database.announce = announce
    office.desk.ticket.composer.editor.setPlainText("Ik zoek het uit")
    press_send(office, qtbot)
    qtbot.waitUntil(lambda: "opnieuw geschreven" in office.window.notices.text)
    qtbot.waitUntil(lambda: len(office.desk.ticket.timeline.cards) == 2)
    assert office.desk.ticket.composer.text == "Ik zoek het uit"
    press_send(office, qtbot)
    qtbot.waitUntil(lambda: statuses(office) == ["queued"])


def print_nothing(_events: object) -> None:
    """Announce to nobody."""


def test_a_draft_is_on_disk_within_a_second_and_comes_back(office: Office, qtbot: QtBot) -> None:
    first, second = office.arrive(), office.arrive()
    open_ticket(office, first, qtbot)
    qtbot.keyClicks(office.desk.ticket.composer.editor, "Beste Anna")
    database = office.services.database
    qtbot.waitUntil(lambda: database.read_now(drafts.saved, first) is not None)
    qtbot.keyClicks(office.desk.ticket.composer.editor, ", dank")
    open_ticket(office, second, qtbot)
    qtbot.waitUntil(lambda: office.desk.ticket.composer.text == "")
    open_ticket(office, first, qtbot)
    qtbot.waitUntil(lambda: office.desk.ticket.composer.text == "Beste Anna, dank")


def test_a_note_is_for_the_owner_only(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    composer = office.desk.ticket.composer
    composer.note.click()
    composer.editor.setPlainText("Vraag Lisa")
    composer.tools.send.click()
    qtbot.waitUntil(lambda: len(office.desk.ticket.timeline.cards) == 2)
    notes = office.services.database.read_now(inbox.messages, ticket_id)
    assert [message.direction for message in notes] == ["in", "note"]
    assert office.services.database.read_now(outbox.rows) == []


def test_nothing_is_sent_without_text(office: Office, qtbot: QtBot) -> None:
    open_ticket(office, office.arrive(), qtbot)
    press_send(office, qtbot, asked=False)
    qtbot.waitUntil(lambda: "geen tekst" in office.window.notices.text)


def queued(office: Office, qtbot: QtBot, text: str = "Antwoord") -> int:
    """Open a ticket with an answer of ours; returns the outbox id."""
    open_ticket(office, office.arrive(), qtbot)
    office.desk.ticket.composer.editor.setPlainText(text)
    press_send(office, qtbot)
    qtbot.waitUntil(lambda: statuses(office) == ["queued"])
    return office.services.database.read_now(outbox.rows)[0].id


def line_of(office: Office) -> delivery.DeliveryLine:
    cards = office.desk.ticket.timeline.cards.values()
    return next(card.delivery for card in cards if card.delivery is not None)


def test_the_line_below_an_answer_counts_down_and_takes_it_back(
    office: Office, qtbot: QtBot, later: Callable[[float], None]
) -> None:
    queued(office, qtbot)
    assert line_of(office).text == "Gaat over 10 s weg"
    later(2)
    qtbot.waitUntil(lambda: line_of(office).text == "Gaat over 8 s weg")
    line_of(office).button(delivery.UNDO).click()
    qtbot.waitUntil(lambda: office.desk.ticket.composer.text == "Antwoord")
    qtbot.waitUntil(lambda: statuses(office) == [])


@pytest.mark.parametrize(
    ("act", "after"), [(delivery.RETRY, "queued"), (delivery.MARK_SENT, "sent")]
)
def test_the_owner_decides_about_an_unknown_outcome(
    office: Office, qtbot: QtBot, act: str, after: str
) -> None:
    outbox_id = queued(office, qtbot)
    office.services.database.write_now(outbox.unknown, outbox_id, code="outcome_unknown")
    qtbot.waitUntil(lambda: statuses(office) == ["unknown"])
    line_of(office).button(act).click()
    qtbot.waitUntil(lambda: statuses(office) == [after])


def test_done_waits_for_an_answer_that_may_not_have_arrived(office: Office, qtbot: QtBot) -> None:
    outbox_id = queued(office, qtbot)
    office.services.database.write_now(outbox.unknown, outbox_id, code="outcome_unknown")
    qtbot.waitUntil(lambda: statuses(office) == ["unknown"])
    office.desk.ticket.composer.editor.setPlainText("Nog eens")
    press_send(office, qtbot, asked=False)
    qtbot.waitUntil(lambda: "blijft open" in office.window.notices.text)
    qtbot.waitUntil(lambda: [row.state for row in office.rows] == ["open"])


def test_an_unknown_outcome_can_be_looked_up(office: Office, qtbot: QtBot) -> None:
    outbox_id = queued(office, qtbot)
    office.services.database.write_now(outbox.unknown, outbox_id, code="outcome_unknown")
    qtbot.waitUntil(lambda: statuses(office) == ["unknown"])
    with qtbot.waitSignal(office.desk.tickets.poked):
        line_of(office).button(delivery.CHECK).click()


def test_an_answer_without_its_account_says_what_it_waits_for(office: Office, qtbot: QtBot) -> None:
    queued(office, qtbot)
    office.services.database.write_now(accounts.remove, office.account_id)
    qtbot.waitUntil(lambda: line_of(office).text == "Wacht op verbinding")
    assert f"Koppel {SHOP} opnieuw" in line_of(office)._reason.text()
    line_of(office).button(delivery.UNDO).click()
    qtbot.waitUntil(lambda: office.desk.ticket.composer.text == "Antwoord")


def test_a_refused_answer_says_why(office: Office, qtbot: QtBot) -> None:
    from app.services.channels.errors import RecipientUnavailable

    outbox_id = queued(office, qtbot)
    error = RecipientUnavailable(server="smtp.x", recipient="a@b.c", detail="550 unknown")
    office.services.database.write_now(outbox.refused, outbox_id, error)
    qtbot.waitUntil(lambda: statuses(office) == ["failed"])
    assert line_of(office)._reason.text() == (
        "smtp.x kan niet bezorgen bij a@b.c: 550 unknown. Controleer het adres."
    )
    line_of(office).button(delivery.RETRY).click()
    qtbot.waitUntil(lambda: statuses(office) == ["queued"])


def test_taking_back_keeps_what_was_written_since(office: Office, qtbot: QtBot) -> None:
    queued(office, qtbot, "Eerste")
    qtbot.waitUntil(lambda: office.desk.ticket.composer.text == "")
    office.desk.ticket.composer.editor.setPlainText("Tweede")
    office.window.notices._undo.click()
    qtbot.waitUntil(lambda: office.desk.ticket.composer.text == "Eerste\n\nTweede")


def test_after_sending_the_keys_are_commands_again(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    editor = office.desk.ticket.composer.editor
    office.window.activateWindow()
    editor.setFocus()
    editor.setPlainText("Antwoord")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    say_how_it_ended(office.desk, qtbot)
    qtbot.waitUntil(lambda: statuses(office) == ["queued"])
    qtbot.waitUntil(lambda: not editor.hasFocus())
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: editor.toPlainText() == "Antwoord")
    qtbot.waitUntil(lambda: statuses(office) == [])


def test_undo_in_an_empty_answer_is_that_of_the_window(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    editor = office.desk.ticket.composer.editor
    editor.setPlainText("Antwoord")
    press_send(office, qtbot)
    qtbot.waitUntil(lambda: statuses(office) == ["queued"])
    qtbot.waitUntil(lambda: editor.toPlainText() == "")
    office.window.activateWindow()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: editor.toPlainText() == "Antwoord")
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "x" not in editor.toPlainText()


def test_what_was_sent_leaves_before_the_end(
    office: Office, engine: SyncEngine, channel: FakeChannelType, run: Run, qtbot: QtBot
) -> None:
    run(live._send_rest(office.services))
    queued(office, qtbot)
    assert channel.platform.accepted == []
    run(live._send_rest(office.services))
    assert len(channel.platform.accepted) == 1


def test_a_search_goes_on_in_all_messages(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive(text="Mijn tajine is kapot")
    office.arrive(text="Mijn tajine is heel")
    write = office.services.database.write_now
    write(
        decisions.change_state, [ticket_id], state=TicketState.CLOSED.value, ending=Ending("solved")
    )
    results = office.window.inbox.results
    office.window.inbox.search.setText("tajine")
    qtbot.waitUntil(lambda: results.isVisible() and len(office.rows) == 1)
    results.everywhere.click()
    qtbot.waitUntil(lambda: len(office.rows) == 2)
    assert office.window.inbox.search.text() == "tajine"
    assert not results.everywhere.isVisible()


def test_what_an_answer_promises_is_shown_and_kept(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    composer = office.desk.ticket.composer
    composer.editor.setPlainText("We zoeken het uit. U hoort binnen 24 uur van ons.")
    qtbot.waitUntil(composer.promise.isVisible)
    press_send(office, qtbot, asked=False)
    qtbot.waitUntil(lambda: "Beloofd tot" in office.window.notices.text)
    qtbot.waitUntil(lambda: [row.state for row in office.rows] == ["open"])
    assert [one.state for one in office.services.database.read_now(promises.of, ticket_id)] == [
        "open"
    ]


def test_what_is_no_promise_is_left_alone(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    composer = office.desk.ticket.composer
    composer.editor.setPlainText("U hoort binnen 24 uur van ons.")
    qtbot.waitUntil(composer.promise.isVisible)
    composer.promise.deny.click()
    press_send(office, qtbot)
    qtbot.waitUntil(lambda: statuses(office) == ["queued"])
    assert office.services.database.read_now(promises.of, ticket_id) == []


def test_a_reaction_takes_one_key(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    office.window.actions_.trigger("react_promise")
    qtbot.waitUntil(lambda: statuses(office) == ["queued"])
    office.window.actions_.trigger("extend")
    qtbot.waitUntil(lambda: "het langer duurt" in office.window.notices.text)
    states = [one.state for one in office.services.database.read_now(promises.of, ticket_id)]
    assert states == ["extended", "open"]


def test_done_with_an_open_promise_asks_why(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    office.services.database.write_now(reactions.react, [ticket_id], promise=True)
    office.window.actions_.trigger("done")
    say_how_it_ended(office.desk, qtbot)
    picker = office.desk.picker
    qtbot.waitUntil(lambda: "belofte" in picker._title.text())
    qtbot.keyClicks(picker.line, "Gebeld, opgelost")
    say_how_it_ended(office.desk, qtbot)
    qtbot.waitUntil(lambda: office.rows == [])
    (info,) = office.services.database.read_now(inbox.infos, [ticket_id])
    assert (info.state, info.outcome) == ("closed", "solved")


def test_thinking_better_of_it_loses_nothing(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    office.desk.ticket.composer.editor.setPlainText("Net getypt")
    press_send(office, qtbot, asked=False)
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    qtbot.keyClick(picker.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(
        lambda: (
            office.services.database.read_now(drafts.saved, ticket_id)
            == drafts.SavedDraft("Net getypt", False, (), office.desk.ticket.composer.html)
        )
    )
    qtbot.waitUntil(lambda: not office.desk.tickets.writer._tasks._running)
    press_send(office, qtbot)
    qtbot.waitUntil(lambda: statuses(office) == ["queued"])


def test_two_presses_send_one_answer(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    office.desk.ticket.composer.editor.setPlainText("Morgen in huis")
    for _ in range(2):
        office.window.actions_.trigger("send")
    qtbot.waitUntil(lambda: office.desk.ticket.composer.text == "")
    assert len(office.services.database.read_now(outbox.rows)) == 1


def test_what_was_no_promise_there_may_be_one_here(office: Office, qtbot: QtBot) -> None:
    first, second = office.arrive(), office.arrive()
    composer = office.desk.ticket.composer
    open_ticket(office, first, qtbot)
    composer.editor.setPlainText("U hoort morgen van ons.")
    qtbot.waitUntil(composer.promise.isVisible)
    composer.promise.deny.click()
    open_ticket(office, second, qtbot)
    composer.editor.setPlainText("U hoort morgen van ons.")
    qtbot.waitUntil(composer.promise.isVisible)


def shows(office: Office, priority: str) -> bool:
    return [one.priority for one in office.rows] == [priority]


@pytest.mark.parametrize("typed", ["", "pakket"])
def test_rows_that_come_after_another_query_are_not_lost(
    office: Office, qtbot: QtBot, typed: str
) -> None:
    ticket_id = office.arrive()
    listed = office.desk.inbox
    office.window.inbox.search.setText(typed)
    qtbot.waitUntil(lambda: listed.is_settled and len(office.rows) == 1)
    office.window.inbox.list.ticker.stop()  # nothing else lets the list be painted
    for priority in ("high", "low", "urgent") * 3:
        office.services.database.write_now(decisions.set_priority, [ticket_id], priority=priority)
        listed._on_rows_wanted([ticket_id])
        listed.refresh()
        qtbot.waitUntil(partial(shows, office, priority), timeout=3_000)
