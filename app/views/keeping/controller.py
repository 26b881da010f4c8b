"""Keeps the open message in the handbook."""

from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from app.bootstrap import Services
from app.services.handbook import cases
from app.views.doing import Doing
from app.views.keeping.dialog import KeepingDialog
from app.views.language import translate
from app.views.tasks import answered
from app.views.ticket.page import TicketPage


class Keeping(QObject):
    """Hears the action "keep"."""

    def __init__(self, services: Services, page: TicketPage, doing: Doing, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._page, self._doing = services, page, doing

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with which tickets, by the names of the actions."""
        return {"keep": self._keep}

    async def _keep(self, targets: list[int]) -> None:
        database = self._services.database
        draft = await database.read(cases.draft_article, targets[0])
        places = await database.read(cases.places, language=draft.language)
        dialog = KeepingDialog(self._page, draft, places)
        if await answered(dialog) != QDialog.DialogCode.Accepted.value:
            return
        text, place = dialog.words.toPlainText(), dialog.place
        if place is None:
            _page, act_id = await database.write(
                cases.save_article, draft.ticket_id, title=dialog.title.text(), text=text,
                language=draft.language,
            )  # fmt: skip
        else:
            _page, act_id = await database.write(
                cases.add_to_page, draft.ticket_id, place=place, text=text
            )
        self._doing.tell(translate("Keeping", "Kept in the handbook"), act_id)
