"""Platforms that tell by mail, chosen in the window."""

from pytestqt.qtbot import QtBot

from app.services.settings import PlatformSettings, load
from tests.gui.conftest import Office
from tests.gui.test_incidents import pick


def chosen(office: Office) -> PlatformSettings:
    return office.services.database.read_now(load, PlatformSettings)


def test_platforms_are_switched_added_and_taken_out(office: Office, qtbot: QtBot) -> None:
    trigger = office.window.actions_.trigger
    trigger("platforms")
    pick(office, qtbot, "linkedin")
    qtbot.waitUntil(lambda: chosen(office).off == ("linkedin",))
    qtbot.waitUntil(lambda: "LinkedIn" in office.window.notices.text)
    trigger("undo")
    qtbot.waitUntil(lambda: chosen(office).off == ())
    trigger("platforms")
    pick(office, qtbot, "klusjes.nl")
    pick(office, qtbot, down=1)
    qtbot.waitUntil(lambda: chosen(office).own == (("klusjes.nl", "klusjes.nl", "", True),))
    trigger("platforms")
    pick(office, qtbot, "klusjes")
    pick(office, qtbot)
    qtbot.waitUntil(lambda: chosen(office).off == ("klusjes.nl",))
    trigger("platforms")
    pick(office, qtbot, "klusjes")
    pick(office, qtbot, down=1)
    qtbot.waitUntil(lambda: chosen(office) == PlatformSettings())
