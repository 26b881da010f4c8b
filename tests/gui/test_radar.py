"""Questions that come back, in the window: a task, one answer to all, done."""

from pytestqt.qtbot import QtBot

from app.services.handbook import radar
from app.services.handbook.radar import FindingInfo
from app.views.bulk.dialog import BulkDialog
from app.views.radar import TASKS
from tests.gui.conftest import Office
from tests.gui.test_incidents import pick

ASKED = (
    "Mag de koekenpan in de vaatwasser?", "Kan een koekenpan in de afwasmachine of vaatwasser?",
    "Is de koekenpan geschikt voor de vaatwasser?", "Koekenpan in de vaatwasser, mag dat?",
    "Gaat de koekenpan goed in de vaatwasser?",
)  # fmt: skip


def known(office: Office) -> list[FindingInfo]:
    return office.services.database.read_now(radar.findings, everyone=True)


def test_a_question_that_comes_back_gets_a_task_and_an_answer_and_is_done(
    office: Office, qtbot: QtBot
) -> None:
    trigger = office.window.actions_.trigger
    trigger("radar")
    qtbot.waitUntil(lambda: bool(office.window.notices.text))
    ids = [office.arrive(text=text, subject="Pan") for text in ASKED]
    trigger("radar")
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    assert "koekenpan" in picker.shown[0].text
    pick(office, qtbot)
    qtbot.waitUntil(lambda: len(picker.shown) == len(TASKS) + 4)
    pick(office, qtbot, down=2)
    qtbot.waitUntil(lambda: known(office)[0].task == "website")

    trigger("radar")
    qtbot.waitUntil(picker.isVisible)
    pick(office, qtbot)
    qtbot.waitUntil(lambda: len(picker.shown) == len(TASKS) + 4)
    pick(office, qtbot, down=4)
    qtbot.waitUntil(lambda: len(picker.shown) == len(ids))
    pick(office, qtbot)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == max(ids))

    trigger("radar")
    qtbot.waitUntil(picker.isVisible)
    pick(office, qtbot)
    qtbot.waitUntil(lambda: len(picker.shown) == len(TASKS) + 4)
    pick(office, qtbot, down=3)
    qtbot.waitUntil(lambda: bool(office.window.findChildren(BulkDialog)))
    office.window.findChildren(BulkDialog)[0].reject()

    trigger("radar")
    qtbot.waitUntil(picker.isVisible)
    pick(office, qtbot)
    qtbot.waitUntil(lambda: len(picker.shown) == len(TASKS) + 4)
    pick(office, qtbot, down=5)
    qtbot.waitUntil(lambda: known(office)[0].state == "done")
