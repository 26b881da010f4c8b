"""Sends what the owner wrote, keeps his drafts, and does what he decides about what was sent."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.services.storage.database import Database
from app.services.sync import outbox
from app.services.tickets import drafts, replies
from app.services.tickets.drafts import SavedDraft
from app.services.tickets.inbox import TicketView
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.ticket import delivery
from app.views.ticket.page import TicketPage
from app.views.widgets.notices import NoticeBar


class Writer(QObject):
    """Works for the composer of one page.

    Signals:
        poked(): the owner wants the accounts to be asked now.
        reload_wanted(): the ticket on screen is not the newest.
    """

    poked = Signal()
    reload_wanted = Signal()

    def __init__(self, database: Database, page: TicketPage, notices: NoticeBar) -> None:
        super().__init__(page)
        self._database = database
        self._page = page
        self._composer = page.composer
        self._notices = notices
        self._tasks = GuiTasks(self, notices.report)
        self.view: TicketView | None = None
        page.timeline.acted.connect(self._on_delivery_act)
        self._composer.send_wanted.connect(self._on_send)
        self._composer.draft_changed.connect(self._on_draft_changed)

    @property
    def _ticket_id(self) -> int | None:
        return self.view.ticket.id if self.view else None

    def begin(self, view: TicketView, draft: SavedDraft | None) -> None:
        """Write for another ticket from now on."""
        self.view = view
        self._composer.begin(recipient_of(view), draft)

    def flush(self) -> None:
        """Save what was typed since the last save."""
        if self._composer.stop_saving():
            self._on_draft_changed()

    async def close(self) -> None:
        """Save what is being written and wait until it is on disk."""
        self.flush()
        await self._tasks.finish()

    def _on_send(self) -> None:
        if self._ticket_id is not None and self._composer.send.isEnabled():
            self._composer.stop_saving()
            self._composer.send.setEnabled(False)
            self._tasks.start(self._send(self._ticket_id))

    async def _send(self, ticket_id: int) -> None:
        composer = self._composer
        text = composer.text
        try:
            if composer.internal:
                await self._save_note(ticket_id, text)
            else:
                await self._answer(ticket_id, text)
        except replies.NewerMessageError:
            self.reload_wanted.emit()
            raise
        finally:
            composer.send.setEnabled(True)
        if ticket_id == self._ticket_id and composer.text == text:
            composer.stop_saving()
            composer.begin(composer.recipient, None)

    async def _save_note(self, ticket_id: int, text: str) -> None:
        write, attached = self._database.write, self._composer.files
        await write(replies.add_note, ticket_id, text=text, attachments=attached)
        await write(drafts.discard, ticket_id)
        self._notices.tell(translate("TicketPage", "Note saved"))

    async def _answer(self, ticket_id: int, text: str) -> None:
        queued = await self._database.write(
            replies.answer,
            ticket_id,
            text=text,
            attachments=self._composer.files,
            seen_message_id=self._page.timeline.newest_inbound,
        )
        undo = partial(self._start_undo, ticket_id, queued.outbox_id, text)
        self._notices.tell(translate("TicketPage", "Your answer goes out"), undo=undo)

    def _start_undo(self, ticket_id: int, outbox_id: int, text: str) -> None:
        self._tasks.start(self._undo(ticket_id, outbox_id, text))

    async def _undo(self, ticket_id: int, outbox_id: int, text: str) -> None:
        await self._database.write(outbox.discard, outbox_id)
        if ticket_id == self._ticket_id:
            self._composer.put_back(text)
            self._page.focus_writing()

    def _on_draft_changed(self) -> None:
        if self._ticket_id is not None:
            # Not replaced by a later one: every state that was typed reaches the disk in order.
            composer = self._composer
            self._tasks.start(self._save(self._ticket_id, composer.text, composer.internal))

    async def _save(self, ticket_id: int, text: str, internal: bool) -> None:  # noqa: FBT001  stored
        await self._database.write(drafts.save, ticket_id, text=text, internal=internal)
        if ticket_id == self._ticket_id and self._composer.text == text:
            self._composer.mark_saved()

    def _on_delivery_act(self, act: str, outbox_id: int) -> None:
        self._tasks.start(self._delivery_act(act, outbox_id), replaces=f"{act} {outbox_id}")

    async def _delivery_act(self, act: str, outbox_id: int) -> None:
        if act == delivery.UNDO and self.view is not None:
            text = next(
                message.text
                for message in self.view.messages
                if message.sending and message.sending.outbox_id == outbox_id
            )
            self._notices.put_away()
            await self._undo(self.view.ticket.id, outbox_id, text)
        elif act == delivery.RETRY:
            await self._database.write(outbox.retry, outbox_id)
        elif act == delivery.MARK_SENT:
            await self._database.write(outbox.mark_sent, outbox_id)
        elif act == delivery.CHECK:
            self.poked.emit()
            self._notices.tell(translate("TicketPage", "Looking for it in the mailbox"))


def recipient_of(view: TicketView) -> str:
    """Return the customer as the composer names him.

    An author who is neither known nor new wrote from an address that asks for answers to another
    one, which is the known one.
    """
    ticket = view.ticket
    known = [identity.handle for identity in ticket.identities]
    handle = known[0] if known else ""
    newest = next((one for one in reversed(view.messages) if one.direction == "in"), None)
    if newest is not None and (newest.new_sender or newest.author_handle in known):
        handle = newest.author_handle
    name = ticket.contact_name
    return f"{name} <{handle}>" if name and handle else name or handle
