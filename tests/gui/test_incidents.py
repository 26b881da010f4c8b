"""Incidents in the window: by key, from the list of all, and beside the conversation."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services.tickets import incidents
from app.services.tickets.incidents import IncidentInfo
from tests.gui.conftest import Office


def known(office: Office) -> list[IncidentInfo]:
    return office.services.database.read_now(incidents.infos, everyone=True)


def pick(office: Office, qtbot: QtBot, typed: str = "", down: int = 0) -> None:
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    if typed:
        QTest.keyClicks(picker.line, typed)
    for _ in range(down):
        QTest.keyClick(picker.line, Qt.Key.Key_Down)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)


def test_an_incident_from_its_first_message_to_its_end(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    office.arrive(key="<2@x>")
    office.desk.tickets.open(ticket_id)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)
    trigger = office.window.actions_.trigger
    trigger("incident")
    pick(office, qtbot, "Webwinkel ligt plat")
    qtbot.waitUntil(lambda: bool(known(office)))
    facts = office.desk.ticket.facts

    def line() -> QPushButton | None:
        wanted = "Incident: Webwinkel ligt plat"
        found = facts.findChildren(QPushButton)
        return next((one for one in found if one.accessibleName().startswith(wanted)), None)

    qtbot.waitUntil(lambda: line() is not None)
    trigger("incidents")
    pick(office, qtbot)
    pick(office, qtbot, "Om 12 uur klaar")
    qtbot.waitUntil(lambda: known(office)[0].status == "Om 12 uur klaar")
    qtbot.waitUntil(lambda: "Om 12 uur klaar" in (line() or QPushButton()).accessibleName())
    trigger("incidents")
    pick(office, qtbot)
    pick(office, qtbot)
    qtbot.waitUntil(lambda: office.window.inbox.search.text() == "incident:1")
    qtbot.waitUntil(lambda: [row.id for row in office.rows] == [ticket_id])
    trigger("incidents")
    pick(office, qtbot)
    pick(office, qtbot, down=2)
    qtbot.waitUntil(lambda: known(office)[0].closed_at is not None)
    trigger("incidents")
    pick(office, qtbot)
    pick(office, qtbot, down=2)
    qtbot.waitUntil(lambda: known(office)[0].closed_at is None)
    trigger("incident")
    pick(office, qtbot, down=1)
    qtbot.waitUntil(lambda: known(office)[0].tickets == 0)
