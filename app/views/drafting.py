"""Lets a draft of an answer be made while the owner reads on; he sends it himself."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.services.assist.answers import Draft
from app.services.tickets import drafts, inbox
from app.views.actions import Actions
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.ticket.composer import turn_to_answer
from app.views.ticket.controller import TicketController

if TYPE_CHECKING:  # imported when a draft is wanted
    from app.services.assist.drafting import Job

ACTION, STOPPED = "concept", "draft_cancelled"


class OneDraftError(KnownError):
    """A second draft while the model is at the first: it would only take twice as long."""

    code = "one_draft"
    text = QT_TRANSLATE_NOOP("errors", "A draft is being made for another message. Stop it there.")


class Drafting(QObject):
    """Hears the action, and works for the line in the composer."""

    def __init__(
        self, services: Services, actions: Actions, tickets: TicketController, doing: Doing
    ) -> None:
        super().__init__(tickets)
        self._services, self._database = services, services.database
        self._tickets, self._doing = tickets, doing
        self._composer = tickets.page.composer
        self._tasks = GuiTasks(self, doing.notices.report)
        self._job: Job | None = None
        self._for, self._began = 0, 0.0
        actions.triggered.connect(self._on_action)
        self._composer.concept.stopped.connect(self.stop)
        self._composer.begun.connect(self._on_begun)

    def close(self) -> None:
        """End what runs."""
        self.stop()
        self._tasks.close()

    def stop(self) -> None:
        """Make no draft after all; nothing that was written changes."""
        if self._job is not None:
            self._job.cancel()

    def _on_action(self, name: str) -> None:
        ticket_id = self._tickets.ticket_id
        if name != ACTION or ticket_id is None:
            return
        if self._for == ticket_id:
            self.stop()
        elif self._for:
            self._doing.notices.report(OneDraftError())
        else:
            self._tasks.start(self._make(ticket_id), once="make")

    def _on_begun(self) -> None:
        line = self._composer.concept
        if self._for and self._for == self._tickets.ticket_id:
            line.show_running(round(asyncio.get_running_loop().time() - self._began))

    async def _make(self, ticket_id: int) -> None:
        self._for, self._began = ticket_id, asyncio.get_running_loop().time()
        try:
            self._job = await asyncio.to_thread(self._services.draft, ticket_id)
            if ticket_id == self._tickets.ticket_id:
                self._composer.concept.show_running()
            draft = await asyncio.to_thread(self._job.run)
        except Exception as error:
            if ticket_id == self._tickets.ticket_id:
                self._composer.concept.forget()
            if not isinstance(error, KnownError) or error.code != STOPPED:
                raise
            self._doing.notices.tell(translate("Concept", "No draft was made"))
            return
        finally:
            self._job, self._for = None, 0
        await self._put(ticket_id, draft)

    async def _put(self, ticket_id: int, draft: Draft) -> None:
        """Put a draft in the composer, or with its message when the owner went on to another."""
        if ticket_id != self._tickets.ticket_id:
            stands = await self._database.write(drafts.add, ticket_id, draft.text)
            (info,) = await self._database.read(inbox.infos, [stands])
            told = translate("Concept", "The draft stands with message {number}")
            self._doing.notices.tell(told.format(number=info.number))
            if stands == self._tickets.ticket_id:  # merged into it, or he came back meanwhile
                self._doing.draft_came_back.emit(stands)
            return
        composer = self._composer
        turn_to_answer(composer)
        written = bool(composer.text.strip())
        if written:
            composer.editor.go_to_end()
        composer.editor.insert(f"\n\n{draft.text}" if written else draft.text)
        composer.concept.show_draft(draft)
