"""Writes what is changed on the page with hours and plans, and says what was wrong."""

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.models.rules.errors import KnownError
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.settings import AskingSettings, HoursSettings
from app.services.tickets import plan_acts, times
from app.services.tickets.times import Times
from app.views import sentences
from app.views.doing import Doing
from app.views.hours.page import HoursPage
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.widgets.checked import CheckedLine

SECTIONS = frozenset({HoursSettings.section, plan_acts.SECTION, AskingSettings.section})
Act = Coroutine[Any, Any, int | None]


class Changes(QObject):
    """Reads when the page is opened, and when something changed after that.

    Attributes:
        times: what the page shows; None before it was opened.
    """

    def __init__(self, services: Services, page: HoursPage, doing: Doing) -> None:
        super().__init__(page)
        self.services = services
        self._page, self._doing = page, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        self.times: Times | None = None
        self._asked = self._answered = 0
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_elsewhere),
        ]

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    def start(self, work: Coroutine[Any, Any, object]) -> None:
        """Do something beside the window; what fails is told."""
        self._tasks.start(work)

    def refresh(self) -> None:
        """Read what counts now and show it."""
        self._tasks.start(self._refresh(), replaces="refresh")

    def do(self, name: str, act: Act, line: CheckedLine | None = None) -> None:
        """Do an act, see `done`."""
        self.start(self.done(name, act, line))

    async def done(self, name: str, act: Act, line: CheckedLine | None = None) -> bool:
        """Do an act and tell of it; tells whether it could be done.

        Args:
            name: of the act (sentences.ACTS).
            line: where to say what is wrong; without one it is told for the whole window.
        """
        try:
            act_id = await act
        except KnownError as error:
            if line is None:
                raise
            line.show_problem(sentences.error_text(error))
            return False
        if line is not None:
            line.show_problem("")
        if act_id is not None:
            what = sentences.word(sentences.ACTS, name)
            self._doing.tell(translate("Hours", "Changed: {what}").format(what=what), act_id)
        await self._refresh()
        return True

    async def _refresh(self) -> None:
        self._asked += 1
        asked, database = self._asked, self.services.database
        found = await database.read(times.read, self.services.clock.now())
        if asked > self._answered:  # two readers may answer in another order
            self._answered, self.times = asked, found
            self._page.show_times(found)

    def _on_changed(self, event: SettingsChanged) -> None:
        if event.section in SECTIONS and self.times is not None:
            self.refresh()

    def _on_elsewhere(self, _event: StoreChangedElsewhere) -> None:
        if self.times is not None:
            self.refresh()
