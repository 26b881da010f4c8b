"""What belongs to a day beside the messages: notes of talks, and the check before going home."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from app.bootstrap import Services
from app.models.rules.errors import KnownError
from app.services.settings import DayEndSettings, load
from app.services.tickets import day_end, entries, opening
from app.services.tickets.day_end import DayEnd
from app.views import moments
from app.views.day.end_dialog import DayEndDialog
from app.views.day.entry_dialog import ABOUT, CALLBACK, HANDLE, NAME, WHEN, EntryDialog, Noted
from app.views.day.file_row import FileRow
from app.views.day.logging import add_files
from app.views.doing import Doing
from app.views.language import translate
from app.views.main_window import MainWindow
from app.views.sentences import error_text
from app.views.tasks import GuiTasks, answered

FIELDS = {
    "unknown_handle": HANDLE,
    "nobody_to_ring": HANDLE,
    "nobody_spoken_to": NAME,
    "not_in_the_future": CALLBACK,
    "empty_text": ABOUT,
    "attachments_too_large": ABOUT,
}
"""Beside which field an error of the service is shown."""


class Day(QObject):
    """Opens the two dialogs, and holds the window back when it is closed too early.

    Args:
        open_ticket: shows a ticket.
    """

    def __init__(
        self,
        services: Services,
        window: MainWindow,
        doing: Doing,
        open_ticket: Callable[[int], object],
    ) -> None:
        super().__init__(window)
        self._database, self._now = services.database, services.clock.now
        self._window, self._doing, self._open_ticket = window, doing, open_ticket
        self._tasks = GuiTasks(self, doing.notices.report)
        self._noting: EntryDialog | None = None
        self._asking = False
        window.holds = self.hold

    def close(self) -> None:
        """End what runs; the window is held no longer."""
        self._window.holds = None
        self._tasks.close()

    # --- a talk ------------------------------------------------------------------------------

    def note(self) -> None:
        """Open the form of a talk, once."""
        if self._noting is None:
            self._tasks.start(self._note())

    async def _note(self) -> None:
        dialog = EntryDialog(self._window, self._window.theme, self._now)
        dialog.kept.connect(partial(self._on_kept, dialog))
        dialog.files.add.clicked.connect(partial(self._on_files, dialog.files))
        self._noting = dialog
        try:
            await answered(dialog)
        finally:
            self._noting = None

    def _on_files(self, row: FileRow, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's
        self._tasks.start(add_files(row), once="files")

    def _on_kept(self, dialog: EntryDialog, noted: Noted) -> None:
        self._tasks.start(self._keep(dialog, noted), once="keep")

    async def _keep(self, dialog: EntryDialog, noted: Noted) -> None:
        callback_at = await self._moment(noted.callback)
        if noted.callback and callback_at is None:
            text = translate("Entry", "Write a moment to come, such as tomorrow 10:00.")
            dialog.show_problem(CALLBACK, text)
            return
        at = await self._database.read(opening.past_named, noted.when, self._now())
        if noted.when and at is None:
            text = translate("Entry", "Write a moment that is over, such as 14:30.")
            dialog.show_problem(WHEN, text)
            return
        body = await self._database.read(entries.body, about=noted.about, agreed=noted.agreed)
        try:
            made = await self._database.write(
                entries.add,
                kind=noted.kind,
                direction=noted.direction,
                name=noted.name,
                handle=noted.handle,
                text=body,
                minutes=noted.minutes,
                at=at,
                attachments=noted.files,
                callback_at=callback_at,
                subject=noted.about or noted.agreed.splitlines()[0],
                settled=noted.settled,
            )
        except KnownError as error:
            if error.code not in FIELDS:
                raise
            dialog.show_problem(FIELDS[error.code], error_text(error))
            return
        dialog.accept()
        told = translate("Entry", "Noted as no. {number}").format(number=made.number)
        self._doing.tell(told, made.act_id)

    async def _moment(self, words: str) -> datetime | None:
        return await self._database.read(opening.moment_named, words, self._now())

    # --- the end of the day ------------------------------------------------------------------

    def hold(self) -> bool:
        """Tell whether the window stays for now, since it is looked whether something is left.

        The system that shuts down is not held up, nor is an owner who closes a second time.
        """
        application = QGuiApplication.instance()
        ending = isinstance(application, QGuiApplication) and application.isSavingSession()
        if self._asking or ending:
            return False
        self._asking = True
        self._tasks.start(self._leave())
        return True

    def leave(self) -> None:
        """Close the window without a question."""
        self._window.holds = None
        self._window.close()

    def show_end(self) -> None:
        """Show the check because the owner wants to see it."""
        self._tasks.start(self._show_end(), replaces="end")

    async def _leave(self) -> None:
        try:
            found = await self._database.read(day_end.to_ask, self._now())
            if found is not None:
                await self._database.write(day_end.asked)
        except KnownError:  # a store that cannot be read keeps nobody here
            found = None
        if found is None or await self._show(found, leaving=True):
            self.leave()
        self._asking = False

    async def _show_end(self) -> None:
        await self._show(await self._database.read(day_end.look, self._now()), leaving=False)

    async def _show(self, found: DayEnd, *, leaving: bool) -> bool:
        """Show the check; True when the owner leaves all the same."""
        self._window.come_forward()
        settings = await self._database.read(load, DayEndSettings)
        opens = moments.full_moment(found.opens_at, self._now())
        dialog = DayEndDialog(
            self._window,
            self._window.theme,
            found,
            opens,
            leaving=leaving,
            enabled=settings.enabled,
        )
        dialog.ticket_wanted.connect(self._on_ticket)
        dialog.briefings_wanted.connect(partial(self._window.actions_.trigger, "briefings"))
        dialog.switched.connect(self._on_switched)
        return await answered(dialog) == QDialog.DialogCode.Accepted.value

    def _on_ticket(self, ticket_id: int) -> None:
        self._window.show_messages()
        self._open_ticket(ticket_id)

    def _on_switched(self, enabled: bool) -> None:  # noqa: FBT001  a slot of Qt's toggled
        self._tasks.start(self._database.write(day_end.switch, enabled=enabled))
