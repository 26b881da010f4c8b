"""The page with the owner's own choices."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.services.settings import StarSettings, load
from app.services.tickets import stars
from tests.gui.conftest import Office


def test_what_stars_say_is_chosen(office: Office, qtbot: QtBot) -> None:
    database = office.services.database

    def kept() -> StarSettings:
        return database.read_now(load, StarSettings)

    office.desk.options.open()
    rows = office.desk.options.page.stars
    qtbot.waitUntil(rows.segments[1].buttons["high"].isChecked)
    assert rows.segments[5].buttons["low"].isChecked()
    assert rows.complaint.value() == 2
    rows.segments[1].buttons["urgent"].click()
    qtbot.waitUntil(lambda: kept().priorities[0] == "urgent")
    rows.complaint.setValue(0)
    qtbot.waitUntil(lambda: kept().complaint == 0)
    assert rows.complaint.text() == rows.complaint.specialValueText()
    # A reading of before does not come back over what was chosen since.
    for most in (3, 4, 5, 0):
        rows.complaint.setValue(most)
        qtbot.wait(1)
        assert rows.complaint.value() == most
    qtbot.waitUntil(lambda: kept().complaint == 0)
    # What is changed elsewhere is shown, and not taken for a choice.
    told = QSignalSpy(rows.complaint_chosen)
    database.write_now(stars.set_rule, priorities={4: "normal"}, complaint=3)
    qtbot.waitUntil(rows.segments[4].buttons["normal"].isChecked)
    assert (rows.complaint.value(), told.count()) == (3, 0)
