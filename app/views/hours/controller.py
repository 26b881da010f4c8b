"""Changes opening hours, dates and holidays as the owner types and clicks."""

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.models.rules.blocks import parse_blocks
from app.models.rules.durations import parse_amount
from app.models.rules.errors import InvalidValueError, KnownError
from app.models.rules.moments import parse_moment
from app.services.settings import HoursSettings
from app.services.tickets import asking_acts, hours_acts
from app.views import sentences
from app.views.doing import Doing
from app.views.hours import week
from app.views.hours.changes import Changes
from app.views.hours.dates import NOWHERE, OPEN
from app.views.hours.page import HoursPage
from app.views.hours.plan_editor import PlanEditor
from app.views.language import translate
from app.views.widgets.picker import Picker


class HoursController(QObject):
    """Works for the page with hours and plans."""

    def __init__(self, services: Services, page: HoursPage, picker: Picker, doing: Doing) -> None:
        super().__init__(page)
        self._services, self._database = services, services.database
        self._page = page
        self._changes = Changes(services, page, doing)
        self._plans = PlanEditor(self._changes, page, picker)
        page.waits.entered.connect(self._on_wait)
        page.week.entered.connect(self._on_week)
        page.dates.entered.connect(self._on_date)
        page.dates.removed.connect(self._on_date_removed)
        page.dates.added.connect(self._on_date_added)
        page.holidays.country_chosen.connect(self._on_country)
        page.holidays.decided.connect(self._on_holiday)

    def close(self) -> None:
        """Hear no more events and end what runs."""
        self._changes.close()

    def refresh(self) -> None:
        """Read what counts now and show it."""
        self._changes.refresh()

    def _on_wait(self, name: str, typed: str) -> None:
        self._changes.do(
            asking_acts.NAME, self._set_wait(name, typed), self._page.waits.lines[name]
        )

    async def _set_wait(self, name: str, typed: str) -> int | None:
        return await self._database.write(asking_acts.set_waits, **{name: parse_amount(typed)})

    def _on_week(self, column: str, day: int, typed: str) -> None:
        name = "hours_evening" if column == week.EVENING else "hours_week"
        act = self._set_week(column, day, typed)
        self._changes.do(name, act, self._page.week.lines[column, day])

    async def _set_week(self, column: str, day: int, typed: str) -> int | None:
        act = hours_acts.set_evening if column == week.EVENING else hours_acts.set_week
        return await self._database.write(act, {day: parse_blocks(typed)})

    def _on_date(self, day: str, typed: str) -> None:
        self._changes.do(
            "hours_date", self._set_date(day, typed), self._page.dates.rows[day].blocks
        )

    async def _set_date(self, day: str, typed: str) -> int | None:
        blocks = parse_blocks(typed)
        known = self._changes.times.hours.dates if self._changes.times is not None else ()
        why = next((one[2] for one in known if one[0] == day), "")
        return await self._database.write(
            hours_acts.set_date, date.fromisoformat(day), blocks=blocks, why=why
        )

    def _on_date_removed(self, day: str) -> None:
        act = self._database.write(hours_acts.unset_date, date.fromisoformat(day))
        self._changes.do("hours_date", act)

    def _on_date_added(self, day: str, typed: str, why: str) -> None:
        self._changes.start(self._add_date(day, typed, why))

    async def _add_date(self, typed_day: str, typed: str, why: str) -> None:
        dates = self._page.dates
        try:
            day = self._day_of(typed_day)
        except KnownError as error:
            dates.day.show_problem(sentences.error_text(error))
            return
        dates.day.show_problem("")
        act = self._add(day, typed, why)
        if await self._changes.done("hours_date", act, dates.blocks):
            dates.clear()

    async def _add(self, day: date, typed: str, why: str) -> int | None:
        blocks = parse_blocks(typed)
        return await self._database.write(hours_acts.set_date, day, blocks=blocks, why=why)

    def _day_of(self, typed: str) -> date:
        try:
            return date.fromisoformat(typed)
        except ValueError:
            hours = (
                self._changes.times.hours if self._changes.times is not None else HoursSettings()
            )
            moment = parse_moment(typed, now=self._services.clock.now(), zone=hours.zone)
            if moment is None:
                choices = translate("Hours", "24 dec, 2026-12-24")
                raise InvalidValueError(value=typed, field="date", choices=choices) from None
            return moment.astimezone(ZoneInfo(hours.zone)).date()

    def _on_country(self, country: str) -> None:
        wanted = "" if country == NOWHERE else country
        self._changes.do("country", self._database.write(hours_acts.set_country, wanted))

    def _on_holiday(self, day: str, choice: str) -> None:
        act = self._database.write(
            hours_acts.confirm_holiday, date.fromisoformat(day), is_open=choice == OPEN
        )
        self._changes.do("holiday", act)
