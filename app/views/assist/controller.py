"""Keeps what the owner decides about suggestions, and finds out how they do."""

import asyncio

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.models.rules.errors import KnownError
from app.models.rules.loopback import NotOnThisComputerError
from app.services.assist import preferences, trial
from app.services.assist.answers import Status
from app.services.assist.endpoint import Call, CancelledError
from app.services.assist.errors import NotAvailableError
from app.services.assist.preferences import NoModelError
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.settings import AssistSettings, load
from app.views.assist.page import AssistPage
from app.views.doing import Doing
from app.views.language import translate
from app.views.sentences import error_text
from app.views.tasks import GuiTasks

AGAIN_SECONDS = 2.0
"""Between two looks while there is something left to read."""


class AssistController(QObject):
    """Works for the page."""

    def __init__(self, services: Services, page: AssistPage, doing: Doing) -> None:
        super().__init__(page)
        self._services, self._database = services, services.database
        self._page, self._doing = page, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        self._call: Call | None = None
        page.changed.connect(self._on_wanted)
        page.try_wanted.connect(self._on_try)
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        if self._call is not None:
            self._call.cancel()
        self._tasks.close()

    def begin(self) -> None:
        """Show the choices of now, and how it stands."""
        self._tasks.start(self._show(), replaces="show")
        self._tasks.start(self._look(), replaces="look")

    async def _show(self) -> None:
        self._page.show_chosen(await self._database.read(load, AssistSettings))

    async def _look(self) -> None:
        """Show how it stands, again and again while that changes by itself."""
        self._page.show_status(None)
        while True:
            status = await asyncio.to_thread(_status, self._services)
            self._page.show_status(status)
            if not status.lacking or status.state == "unavailable":
                return
            await asyncio.sleep(AGAIN_SECONDS)

    # --- what the owner changes --------------------------------------------------------------

    def _on_wanted(self, name: str, value: object) -> None:
        self._tasks.start(self._change(name, value))

    async def _change(self, name: str, value: object) -> None:
        try:
            act_id = await self._database.write(preferences.change, **{name: value})
        except (NotOnThisComputerError, NoModelError) as error:
            self._page.show_problem(name, error_text(error))
            await self._show()
            return
        self._page.show_problem(name, "")
        if act_id is not None:
            self._doing.tell(translate("AssistPage", "Suggestions: changed"), act_id)
            return
        await self._show()

    def _on_changed(self, event: SettingsChanged | StoreChangedElsewhere) -> None:
        if isinstance(event, StoreChangedElsewhere) or event.section == AssistSettings.section:
            self.begin()

    # --- trying the model that drafts --------------------------------------------------------

    def _on_try(self) -> None:
        if self._call is not None:
            self._call.cancel()
        else:
            self._tasks.start(self._try(), once="try")

    async def _try(self) -> None:
        page = self._page
        call, model = await self._database.read(trial.begin)
        self._call = call
        page.show_trial(translate("AssistPage", "Asking the model …"), running=True)
        try:
            said = await asyncio.to_thread(trial.run, call, model)
        except CancelledError:
            page.show_trial("")
        except KnownError as error:
            page.show_trial(error_text(error), tone="danger")
        else:
            told = translate("AssistPage", "It works. The model said: “{words}”")
            page.show_trial(told.format(words=" ".join(said.split())[:80]), tone="ok")
        finally:
            self._call = None


def _status(services: Services) -> Status:
    """Return how it stands; called on a worker thread, for the model may have to be loaded."""
    try:
        return services.suggester().status()
    except NotAvailableError:  # numpy is not there either
        return Status("unavailable", "", 0, 0.0, False, 0.0, 0, 0, 0, ())  # noqa: FBT003
