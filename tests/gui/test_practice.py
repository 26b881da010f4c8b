"""Tasks of the example firm in its window."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.services.learning import practice
from app.services.tickets import reactions
from tests.fakes import add_account
from tests.gui.conftest import Office
from tests.gui.test_elsewhere import in_the_firm

__all__ = ["in_the_firm"]


def test_a_task_is_begun_done_and_tried_again(
    in_the_firm: Services, office: Office, qtbot: QtBot
) -> None:
    add_account(in_the_firm, "info@winkel.example", kind="email")
    office.window.actions_.trigger("practice")
    sheet = office.desk.knowledge.learning.page.practice
    qtbot.waitUntil(lambda: sheet.list.count() == len(practice.TASKS))
    assert office.desk.knowledge.learning.page.parts.buttons["practice"].isVisible()
    assert not sheet.open.isVisible()
    sheet.list.setCurrentRow(1)
    assert sheet.checks.count() == 2
    sheet.list.setCurrentRow(0)
    sheet.begin.click()
    qtbot.waitUntil(lambda: office.window.shows_messages)
    qtbot.waitUntil(lambda: bool(office.desk.tickets.ticket_id))
    first = office.desk.tickets.ticket_id
    office.window.notices.put_away()
    in_the_firm.database.write_now(reactions.react, [first or 0], promise=False)
    qtbot.waitUntil(lambda: sheet.title.text() in office.window.notices.text)

    office.window.actions_.trigger("practice")
    good = sheet.verdict.text()
    assert good
    sheet.begin.click()
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id not in {None, first})
    office.clock.forward(timedelta(minutes=9))
    again = office.desk.tickets.ticket_id or 0
    in_the_firm.database.write_now(reactions.react, [again], promise=False)
    qtbot.waitUntil(lambda: sheet.verdict.text() not in {"", good})
    office.window.actions_.trigger("practice")
    sheet.open.click()
    qtbot.waitUntil(lambda: office.window.shows_messages)
