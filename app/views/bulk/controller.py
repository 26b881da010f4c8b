"""Answers many customers with one text, after showing what each would read."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from app.bootstrap import Services
from app.services.tickets import bulk_replies, incidents
from app.services.tickets.decisions import Done
from app.views.bulk.dialog import BulkDialog
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks, answered


class Bulk(QObject):
    """Hears the action "answer_many"."""

    def __init__(self, services: Services, window: QWidget, doing: Doing, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._window, self._doing = services, window, doing
        self._tasks = GuiTasks(self, doing.notices.report)

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with which tickets, by the names of the actions."""
        return {"answer_many": self._answer}

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def answer(self, targets: list[int]) -> None:
        """Answer these messages."""
        self._tasks.start(self._answer(targets))

    def answer_incident(self, incident_id: int) -> None:
        """Answer all messages under an incident."""
        self._tasks.start(self._answer_incident(incident_id))

    async def _answer_incident(self, incident_id: int) -> None:
        await self._answer(await self._services.database.read(incidents.tickets_of, incident_id))

    async def _answer(self, targets: list[int]) -> None:
        dialog = BulkDialog(self._window)
        dialog.filling_wanted.connect(partial(self._fill, dialog, targets))
        await self._show_filled(dialog, targets, "")
        if await answered(dialog) != QDialog.DialogCode.Accepted.value:
            return
        letters = dialog.going
        sent = await self._services.database.write(bulk_replies.send, letters)
        done = Done(sent.act_id, len(sent.tickets), len(sent.refused))
        self._doing.told(done, translate("Bulk", "Answered"))
        if sent.refused:
            names = [str(one.number) for one in letters if one.ticket_id in sent.refused]
            told = translate("Bulk", "Not answered, look at them first: no. {numbers}")
            self._doing.notices.tell(told.format(numbers=", ".join(names)))

    def _fill(self, dialog: BulkDialog, targets: list[int], body: str) -> None:
        self._tasks.start(self._show_filled(dialog, targets, body), replaces="fill")

    async def _show_filled(self, dialog: BulkDialog, targets: list[int], body: str) -> None:
        now = self._services.clock.now()
        read = self._services.database.read
        letters = await read(bulk_replies.preview, targets, body=body, now=now)
        dialog.show_letters(letters, body=body)
