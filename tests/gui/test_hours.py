"""The page with opening hours, holidays and targets: by keyboard, with what is wrong beside it."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.rules.hours import Counting
from app.models.rules.plans import Plan
from app.services import settings
from app.services.settings import AskingSettings, HoursSettings
from app.services.tickets import hours_acts, plans
from app.views.hours.page import HoursPage
from app.views.theme import DARK_MODE, LIGHT_MODE
from tests.effort import repeated
from tests.gui.conftest import Office
from tests.gui.test_access import fits, focusable

HOUR = timedelta(hours=1)


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> HoursPage:
    office.window.actions_.trigger("hours")
    page = office.desk.rooms.hours
    qtbot.waitUntil(lambda: bool(page.cards))
    assert page.isVisible()
    return page


def saved(office: Office) -> HoursSettings:
    return office.services.database.read_now(settings.load, HoursSettings)


def known(office: Office) -> tuple[Plan, ...]:
    return office.services.database.read_now(plans.plans)


def type_into(qtbot: QtBot, line: QWidget, text: str) -> None:
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def undo(office: Office, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(office.desk.doing._acts))
    office.desk.doing.undo_last()


def test_a_day_gets_several_blocks(office: Office, page: HoursPage, qtbot: QtBot) -> None:
    monday, sunday = page.week.lines["week", 0], page.week.lines["evening", 6]
    assert (monday.line.text(), sunday.line.text()) == ("9:00-17:30", "")
    assert monday.line.accessibleName() == "Maandag: Openingstijden"
    type_into(qtbot, monday.line, "9-12:30 13-18")
    qtbot.waitUntil(lambda: monday.line.text() == "9:00-12:30, 13:00-18:00")
    assert saved(office).week[0] == ((540, 750), (780, 1080))
    type_into(qtbot, sunday.line, "12-16")
    qtbot.waitUntil(lambda: saved(office).evening[6] == ((720, 960),))
    qtbot.waitUntil(lambda: len(office.desk.doing._acts) == 2)
    undo(office, qtbot)
    qtbot.waitUntil(lambda: sunday.line.text() == "")
    undo(office, qtbot)
    qtbot.waitUntil(lambda: monday.line.text() == "9:00-17:30")


def test_colleagues_are_waited_for_as_long_as_the_owner_says(
    office: Office, page: HoursPage, qtbot: QtBot
) -> None:
    remind, deputy = page.waits.lines["remind"], page.waits.lines["deputy"]
    assert (remind.line.text(), deputy.line.text()) == ("4 u", "8 u")
    type_into(qtbot, deputy.line, "2 u")
    qtbot.waitUntil(lambda: bool(deputy.problem.text()))
    type_into(qtbot, deputy.line, "6 u")
    qtbot.waitUntil(lambda: bool(office.desk.doing._acts))
    stored = office.services.database.read_now(settings.load, AskingSettings)
    assert stored.deputy_minutes == 360
    undo(office, qtbot)
    qtbot.waitUntil(lambda: deputy.line.text() == "8 u")


def test_what_is_wrong_stands_below_the_line(office: Office, page: HoursPage, qtbot: QtBot) -> None:
    line = page.week.lines["week", 2]
    type_into(qtbot, line.line, "9-13 12-17")
    qtbot.waitUntil(line.problem.isVisible)
    assert line.problem.text() == "9:00-13:00 en 12:00-17:00 overlappen."
    page.show_times(office.desk.rooms.times._changes.times)  # type: ignore[arg-type]
    assert line.line.text() == "9-13 12-17"
    other = page.week.lines["week", 3]
    other.line.setFocus()
    qtbot.keyClicks(other.line, ", 19-21")
    page.show_times(office.desk.rooms.times._changes.times)  # type: ignore[arg-type]
    assert other.line.text() == "9:00-17:30, 19-21"
    type_into(qtbot, line.line, "9-12, 12-17")
    qtbot.waitUntil(lambda: not line.problem.isVisible())
    qtbot.waitUntil(lambda: line.line.text() == "9:00-12:00, 12:00-17:00")
    # What was changed may still be read, and would take the place of a text nobody types.
    qtbot.waitUntil(lambda: not office.desk.rooms.times._changes._tasks._running)
    line.line.setText("x")
    line.line.editingFinished.emit()
    qtbot.waitUntil(line.problem.isVisible)
    line.line.setText("9:00-12:00, 12:00-17:00")
    line.line.editingFinished.emit()
    qtbot.waitUntil(lambda: not line.problem.isVisible())


def test_dates_come_change_and_go(office: Office, page: HoursPage, qtbot: QtBot) -> None:
    dates = page.dates
    type_into(qtbot, dates.day.line, "ooit")
    qtbot.waitUntil(dates.day.problem.isVisible)
    dates.day.line.setText("24 dec")
    dates.blocks.line.setText("9-25")
    dates.why.line.setText("Kerstavond")
    dates.add.click()
    qtbot.waitUntil(dates.blocks.problem.isVisible)
    assert not dates.day.problem.isVisible()
    type_into(qtbot, dates.blocks.line, "9-15")
    qtbot.waitUntil(lambda: list(dates.rows) == ["2026-12-24"])
    qtbot.waitUntil(lambda: dates.day.line.text() == "")
    assert saved(office).dates == (("2026-12-24", ((540, 900),), "Kerstavond"),)
    type_into(qtbot, dates.rows["2026-12-24"].blocks.line, "9-16")
    qtbot.waitUntil(lambda: saved(office).dates[0][1:] == (((540, 960),), "Kerstavond"))
    christmas, new_year = date(2026, 12, 24), date(2027, 1, 1)
    office.services.database.write_now(hours_acts.set_date, new_year, blocks=(), why="")
    qtbot.waitUntil(lambda: len(dates.rows) == 2)
    typing = dates.rows["2027-01-01"].blocks.line
    qtbot.keyClicks(typing, "1")
    gone = dates.rows["2026-12-24"].blocks.line
    gone.setFocus()
    qtbot.keyClicks(gone, "0")
    office.services.database.write_now(hours_acts.unset_date, christmas)
    qtbot.waitUntil(lambda: list(dates.rows) == ["2027-01-01"])
    assert dates.rows["2027-01-01"].blocks.line is typing
    qtbot.waitUntil(dates.day.line.hasFocus)
    qtbot.wait(50)
    assert [one[0] for one in saved(office).dates] == ["2027-01-01"]
    dates.rows["2027-01-01"].remove.click()
    qtbot.waitUntil(lambda: not dates.rows)
    dates.add.click()
    assert not dates.rows


def test_holidays_are_confirmed(office: Office, page: HoursPage, qtbot: QtBot) -> None:
    choices = page.holidays.choices
    assert list(choices)[:2] == ["2026-12-25", "2026-12-26"]
    assert max(choices) < "2027-12"
    closed = choices["2026-12-25"].buttons["closed"]
    assert closed.isChecked()
    assert closed.accessibleName() == "Eerste kerstdag: Wij zijn dicht nog niet bevestigd"
    closed.click()
    qtbot.waitUntil(lambda: closed.accessibleName() == "Eerste kerstdag: Wij zijn dicht")
    page.holidays.country.buttons["BE"].click()
    qtbot.waitUntil(lambda: "2027-07-21" in page.holidays.choices)
    page.holidays.country.buttons["none"].click()
    qtbot.waitUntil(lambda: not page.holidays.choices)


def test_a_plan_is_changed_in_its_card(office: Office, page: HoursPage, qtbot: QtBot) -> None:
    card = page.cards[1]
    assert [line.line.text() for line in card.lines.values()] == [
        "Gewoon", "5 min", "", "24 u", "24 u",
    ]  # fmt: skip
    for name, typed in (("first_reaction", "10"), ("evening", "1 uur"), ("answer", "2 d")):
        type_into(qtbot, card.lines[name].line, typed)
    qtbot.waitUntil(lambda: card.lines["answer"].line.text() == "2 d")
    card.counting["next_reply"].choose("working")
    qtbot.waitUntil(lambda: known(office)[0].targets.next_reply.counting is Counting.WORKING)
    targets = known(office)[0].targets
    assert (targets.first_reaction.amount, targets.evening) == (HOUR / 6, HOUR)

    def cleared() -> bool:
        # What an earlier change shows may still come and take the place of what is typed.
        line = card.lines["evening"].line
        if line.text().strip():
            type_into(qtbot, line, " ")
        return known(office)[0].targets.evening is None

    qtbot.waitUntil(cleared)
    type_into(qtbot, card.lines["name"].line, "Iedereen")
    qtbot.waitUntil(lambda: known(office)[0].name == "Iedereen")
    type_into(qtbot, card.lines["answer"].line, "gauw")
    qtbot.waitUntil(card.lines["answer"].problem.isVisible)
    card.remove.click()
    qtbot.waitUntil(lambda: "voor iedereen" in office.window.notices.text)
    assert len(known(office)) == 1


def pick(office: Office, qtbot: QtBot, typed: str) -> None:
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    picker.line.setText(typed)
    qtbot.waitUntil(lambda: bool(picker.shown))
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)


def test_ready_plans_and_for_whom_they_are(office: Office, page: HoursPage, qtbot: QtBot) -> None:
    office.arrive()
    page.presets["fast"].click()
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    assert not page.presets["fast"].isVisible()
    page.presets["vip"].click()
    qtbot.waitUntil(lambda: len(page.cards) == 3)
    assert not page.presets["vip"].isVisible()
    vip = page.cards[known(office)[2].id]
    assert vip.conditions["priorities"].text() == "Dringend"
    assert vip.conditions["kinds"].text() == "kies"
    assert page.cards[1].conditions["kinds"].text() == "alle"
    vip.conditions["kinds"].click()
    pick(office, qtbot, "Contactformulier")
    qtbot.waitUntil(lambda: known(office)[2].kinds == {"webform"})
    vip.conditions["contacts"].click()
    pick(office, qtbot, "anna1@klant.example")
    qtbot.waitUntil(lambda: vip.conditions["contacts"].text() == "anna1@klant.example")
    vip.conditions["contacts"].click()
    pick(office, qtbot, "anna1@klant.example")
    qtbot.waitUntil(lambda: not known(office)[2].contacts)
    vip.conditions["priorities"].click()
    qtbot.waitUntil(office.desk.picker.isVisible)
    qtbot.keyClick(office.desk.picker.line, Qt.Key.Key_Escape)
    vip.remove.click()
    qtbot.waitUntil(lambda: office.window.notices.text == "Gewijzigd: plan verwijderd")
    undo(office, qtbot)
    qtbot.waitUntil(lambda: len(page.cards) == 3)


@repeated
def test_everything_is_reached_by_tab(office: Office, page: HoursPage, qtbot: QtBot) -> None:
    wanted = {one for one in page.findChildren(QWidget) if focusable(one) and one.isVisible()}
    nameless = [one for one in wanted if not (one.accessibleName() or one.property("text"))]
    assert not [one for one in nameless if one.objectName() != "qt_scrollarea_viewport"]
    page.week.lines["week", 0].line.setFocus()
    reached = set()
    for _ in range(len(wanted) + 40):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    lines = {line.line for line in page.week.lines.values()}
    lines |= {line.line for line in page.cards[1].lines.values()}
    assert lines <= reached
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert office.window.shows_messages


@repeated
@pytest.mark.parametrize("size", [(960, 600), (1366, 768)])
def test_nothing_is_cut_off(
    office: Office, page: HoursPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.presets["fast"].click()
    office.window.resize(*size)
    line = page.week.lines["week", 2]
    type_into(qtbot, line.line, "9-13 12-17")
    qtbot.waitUntil(line.problem.isVisible)
    for code in ("nl", "en"):
        for colours in (LIGHT_MODE, DARK_MODE):
            office.window.take_look(code, colours)
            fits(office.window, qtbot)
    office.window.take_look("nl", LIGHT_MODE)


def test_what_others_change_is_shown(office: Office, page: HoursPage, qtbot: QtBot) -> None:
    office.services.database.write_now(hours_acts.set_week, {0: ()})
    qtbot.waitUntil(lambda: page.week.lines["week", 0].line.text() == "")
    office.desk.options.page.pages["hours"].click()
    assert page.isVisible()


def test_the_page_does_nothing_before_it_is_opened(office: Office, qtbot: QtBot) -> None:
    office.services.database.write_now(hours_acts.set_week, {0: ()})
    qtbot.wait(20)
    times: Any = office.desk.rooms.times._changes.times
    assert times is None
