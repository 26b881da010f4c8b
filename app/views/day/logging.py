"""Logs in a message what was said or written outside Balie."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.models.rules.errors import KnownError
from app.services.tickets import inbox, logged, opening
from app.services.tickets.entries import KINDS
from app.services.tickets.inbox import TicketView
from app.views.day.file_row import FileRow
from app.views.day.log_dialog import CALLBACK, TEXT, WHEN, LogDialog, Logged
from app.views.doing import Doing
from app.views.language import translate
from app.views.sentences import error_text
from app.views.tasks import GuiTasks, answered
from app.views.ticket.files import choose_files, read_files
from app.views.ticket.page import TicketPage

FIELDS = {
    "not_in_the_past": WHEN,
    "not_in_the_future": CALLBACK,
    "empty_text": TEXT,
    "attachments_too_large": TEXT,
}
"""Beside which field an error of the service is shown."""


class Logging(QObject):
    """Opens the form for a message, and keeps what is filled in."""

    def __init__(self, services: Services, page: TicketPage, doing: Doing, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._now = services.database, services.clock.now
        self._page, self._doing = page, doing
        self._tasks = GuiTasks(self, doing.notices.report)

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with which tickets, by the names of the actions."""
        return {"log": self._log}

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    async def _log(self, targets: list[int]) -> None:
        view = await self._database.read(inbox.ticket_view, targets[0])
        if view is None:
            return
        ticket = view.ticket
        known = next((one.handle for one in ticket.identities), "")
        dialog = LogDialog(
            self._page.window(), self._page.theme, ticket.contact_name or known, _likely(view)
        )
        dialog.kept.connect(partial(self._on_kept, dialog, ticket.id))
        dialog.files.add.clicked.connect(partial(self._on_files, dialog.files))
        await answered(dialog)

    def _on_files(self, row: FileRow, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's
        self._tasks.start(add_files(row), once="files")

    def _on_kept(self, dialog: LogDialog, ticket_id: int, filled: Logged) -> None:
        self._tasks.start(self._keep(dialog, ticket_id, filled), once="keep")

    async def _keep(self, dialog: LogDialog, ticket_id: int, filled: Logged) -> None:
        now = self._now()
        at, back = await self._moments(filled, now)
        if filled.when and at is None:
            text = translate("Log", "Write a moment that is over, such as 14:30.")
            dialog.show_problem(WHEN, text)
            return
        if filled.callback and back is None:
            text = translate("Log", "Write a moment to come, such as tomorrow 10:00.")
            dialog.show_problem(CALLBACK, text)
            return
        try:
            act_id = await self._database.write(
                logged.log,
                ticket_id,
                way=filled.way,
                direction=filled.direction,
                text=filled.text,
                at=at,
                attachments=filled.files,
                callback_at=back,
                settled=filled.settled,
            )
        except KnownError as error:
            if error.code not in FIELDS:
                raise
            dialog.show_problem(FIELDS[error.code], error_text(error))
            return
        dialog.accept()
        self._doing.tell(translate("Log", "Logged"), act_id)

    async def _moments(
        self, filled: Logged, now: datetime
    ) -> tuple[datetime | None, datetime | None]:
        read = self._database.read
        return (
            await read(opening.past_named, filled.when, now),
            await read(opening.moment_named, filled.callback, now),
        )


async def add_files(row: FileRow) -> None:
    """Let the owner choose files for a note."""
    paths = await choose_files(row)
    row.take_along(await read_files(paths))


def _likely(view: TicketView) -> str:
    """Return how the customer of a message was answered in all likelihood."""
    if view.ticket.channel in KINDS:
        return view.ticket.channel
    return logged.PAGE if any(one.permalink for one in view.messages) else logged.PHONE
