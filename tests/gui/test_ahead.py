"""Tickets that are read before they are asked for are never shown as they were."""

from pytestqt.qtbot import QtBot

from app.services.tickets import decisions, drafts, opened
from tests.gui.conftest import Office, Run
from tests.gui.test_flow import open_ticket


def shown(office: Office) -> list[str]:
    return [card.body.toPlainText() for card in office.desk.ticket.timeline.cards.values()]


def test_the_ticket_below_is_there_at_once_and_as_it_is_now(
    office: Office, qtbot: QtBot, run: Run
) -> None:
    tickets = [office.arrive(f"Vraag {number}") for number in range(4)]
    qtbot.waitUntil(lambda: office.window.inbox.list.rows.rowCount() == 4)
    order = list(office.window.inbox.list.rows.ids)
    assert sorted(order) == sorted(tickets)
    ahead, write = office.desk.tickets.ahead, office.services.database.write_now
    open_ticket(office, order[1], qtbot)
    qtbot.waitUntil(lambda: ahead.kept == {order[0], order[2]})
    # A draft that was written elsewhere is not among the events.
    write(drafts.save, order[2], text="Bijna klaar", internal=False)
    kept = run(ahead.read(order[2]))
    assert kept == office.services.database.read_now(opened.read, order[2])
    assert kept.draft.text == "Bijna klaar"
    # What somebody else does to it is.
    write(decisions.set_priority, [order[0]], priority="high")
    qtbot.waitUntil(lambda: order[0] not in ahead.kept)
    office.arrive("Nog een vraag")
    qtbot.waitUntil(lambda: not ahead.kept)
    open_ticket(office, order[2], qtbot)
    assert shown(office) == [f"Vraag {tickets.index(order[2])}"]
    assert office.desk.ticket.composer.text == "Bijna klaar"
