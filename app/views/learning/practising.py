"""Works for the sheet of tasks to practise."""

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Services
from app.services.events import TicketsChanged
from app.services.learning import practice
from app.services.learning.practice import TaskInfo
from app.views.doing import Doing
from app.views.language import translate
from app.views.learning.practice_sheet import PracticeSheet
from app.views.tasks import GuiTasks


class PractisingController(QObject):
    """Begins tasks and looks again whenever something was done with a message.

    Signals:
        ticket_wanted(int): the message of a task is to be shown.
    """

    ticket_wanted = Signal(int)

    def __init__(self, services: Services, sheet: PracticeSheet, doing: Doing) -> None:
        super().__init__(sheet)
        self._services, self._sheet, self._doing = services, sheet, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        self._known: list[TaskInfo] = []
        self._key = ""
        self._waited: set[str] = set()
        sheet.chosen.connect(self._on_chosen)
        sheet.begin_wanted.connect(self._on_begin)
        sheet.ticket_wanted.connect(self.ticket_wanted)
        self._unsubscribe = services.hub.subscribe(TicketsChanged, self._on_tickets)

    def close(self) -> None:
        """Hear no more events and end what runs."""
        self._unsubscribe()
        self._tasks.close()

    def refresh(self) -> None:
        """Show the tasks as they stand."""
        self._tasks.start(self._refresh(), replaces="refresh")

    async def _refresh(self) -> None:
        now = self._services.clock.now()
        self._known = await self._services.database.read(practice.tasks, now)
        self._sheet.show_tasks(self._known, self._key)
        for one in (each for each in self._known if each.done and each.key in self._waited):
            told = translate("Practice", "Task done: {name}").format(name=one.title)
            self._doing.notices.tell(told)
        self._waited = {one.key for one in self._known if one.ticket and not one.done}

    async def _begin(self, key: str) -> None:
        services = self._services
        ticket_id = await services.database.write(
            practice.begin, key, is_example=services.is_example
        )
        self._key = key
        await self._refresh()
        self.ticket_wanted.emit(ticket_id)

    def _on_chosen(self, place: int) -> None:
        self._key = self._known[place].key
        self._sheet.show_tasks(self._known, self._key)

    def _on_begin(self, key: str) -> None:
        self._tasks.start(self._begin(key), once="begin")

    def _on_tickets(self, _event: TicketsChanged) -> None:
        if self._known:
            self.refresh()
