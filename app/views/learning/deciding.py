"""Writes down decisions: from the open message by one key, in the room, and as a correction."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.bootstrap import Services
from app.models.rules.errors import KnownError
from app.services.handbook import pages, radar
from app.services.learning import decision_log, links
from app.services.learning.decision_log import DecisionInfo
from app.services.learning.links import Link
from app.services.tickets import inbox, incidents
from app.views.doing import Doing
from app.views.language import is_dutch, translate
from app.views.learning.decision_dialog import DecisionDialog, Typed
from app.views.sentences import error_text
from app.views.tasks import GuiTasks, answered

MOST = 20


class Deciding(QObject):
    """Asks what was decided and keeps it; what cannot be kept stays in the form."""

    def __init__(self, services: Services, over: QWidget, doing: Doing, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._over, self._doing = services, over, doing
        self._tasks = GuiTasks(self, doing.notices.report)

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with which tickets, by the names of the actions."""
        return {"decide": self._about_tickets}

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    async def ask(self, about: Sequence[Link] = (), old: DecisionInfo | None = None) -> None:
        """Let the owner write a decision down, or correct one."""
        today = self._services.clock.now().astimezone().date()
        dialog = DecisionDialog(self._over, today, about, await self._offered(), old)

        def keep(typed: Typed) -> None:
            self._tasks.start(self._keep(dialog, typed, old), once="keep")

        dialog.kept.connect(keep)
        await answered(dialog)

    async def _keep(self, dialog: DecisionDialog, typed: Typed, old: DecisionInfo | None) -> None:
        try:
            made, act_id = await self._services.database.write(
                decision_log.add, what=typed.what, why=typed.why, decided_on=typed.day,
                people=typed.people, about=typed.about, replaces=old.id if old else None,
            )  # fmt: skip
        except KnownError as error:
            dialog.show_problem(error_text(error))
            return
        dialog.accept()
        told = translate("Decision", "Written down as decision {number}").format(number=made)
        self._doing.tell(told, act_id)

    async def _about_tickets(self, targets: list[int]) -> None:
        infos = await self._services.database.read(inbox.infos, targets[:MOST])
        await self.ask([Link(links.TICKET, one.id, str(one.number), one.subject) for one in infos])

    async def _offered(self) -> list[Link]:
        """Return what a decision can be about beside messages: what is open, and the pages."""
        read = self._services.database.read
        language = "nl" if is_dutch() else "en"
        trouble = await read(incidents.infos)
        asked = await read(radar.findings)
        known = await read(pages.all_of, language=language)
        return [
            *(Link(links.INCIDENT, one.id, str(one.id), one.title) for one in trouble),
            *(Link(links.FINDING, one.id, str(one.id), ", ".join(one.words)) for one in asked),
            *(Link(links.PAGE, one.id, one.key, one.title) for one in known),
        ]
