"""Takes the open message from public to private, line by line."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from app.bootstrap import Services
from app.models.rules.cases import Line
from app.services.tickets import cases, inbox
from app.services.tickets.replies import Seen
from app.services.tickets.suited import suited
from app.views.cases.dialog import CaseDialog, told
from app.views.doing import Doing
from app.views.tasks import answered
from app.views.ticket.page import TicketPage


class Cases(QObject):
    """Hears the action "case"."""

    def __init__(self, services: Services, page: TicketPage, doing: Doing, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._page, self._doing = services, page, doing

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with which tickets, by the names of the actions."""
        return {"case": self._go_on}

    async def _go_on(self, targets: list[int]) -> None:
        database = self._services.database
        view = await database.read(inbox.ticket_view, targets[0])
        if view is None:
            return
        # An adapter may have to be imported for it.
        carried = await asyncio.to_thread(self._services.traits, view.ticket.carrier)
        traits = suited(view, carried)
        if not traits.public:
            raise cases.NotInPublicError
        case = await database.read(cases.of, view.ticket.id, traits=traits)
        dialog = CaseDialog(self._page, self._page.theme, case, self._services.clock.now())
        if await answered(dialog) != QDialog.DialogCode.Accepted.value:
            return
        line, text = dialog.line, dialog.words.toPlainText()
        given: dict[str, Any] = {"line": line, "text": text, "traits": traits}
        if dialog.noted:
            act_id = await database.write(cases.note, view.ticket.id, **given)
        else:
            inbound = [one.id for one in view.messages if one.direction == "in"]
            queued = await database.write(
                cases.write,
                view.ticket.id,
                address=(dialog.address.text().strip() or None) if line is Line.PRIVATE else None,
                seen=Seen(inbound[-1] if inbound else None, latest_id=max(inbound, default=None)),
                **given,
            )
            act_id = queued.act_id
        self._doing.tell(told(line, noted=dialog.noted), act_id)
