"""Sends answers, saves notes and drafts, and does what the owner decides about a sent one."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Services
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.hours import is_open, next_opening
from app.models.rules.promises import Found
from app.services.channels.api import Attachment, Traits
from app.services.communication import lines
from app.services.sync import outbox
from app.services.tickets import cases, documenting, drafts, inbox, promises, replies
from app.services.tickets.documenting import Ending
from app.services.tickets.drafts import SavedDraft
from app.services.tickets.inbox import TicketView
from app.services.tickets.opening import opening_hours
from app.services.tickets.replies import Queued, Seen
from app.views import moments
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.ticket import delivery
from app.views.ticket.page import TicketPage

AskEnding = Callable[[], Awaitable[Ending | None]]
SEND, SEND_CLOSE, SEND_LATER = "send", "send_close", "send_later"

STAYS_OPEN = {
    "failed": QT_TRANSLATE_NOOP(
        "Writer", "Your answer goes out. This stays open: an earlier answer did not arrive"
    ),
    "unknown": QT_TRANSLATE_NOOP(
        "Writer", "Your answer goes out. This stays open: an earlier answer may not have arrived"
    ),
}


class OpenNowError(KnownError):
    """Sending at opening time while the shop is open."""

    code = "open_now"
    text = QT_TRANSLATE_NOOP("errors", "You are open now: send the answer at once.")


@dataclass(frozen=True, slots=True)
class _Written:
    """What stood in the composer when the owner sent it, whatever is on the screen later."""

    ticket_id: int
    internal: bool
    text: str
    html: str | None
    files: tuple[Attachment, ...]
    promises_nothing: bool
    seen: Seen


class Writer(QObject):
    """Works for the composer of one page.

    Signals:
        poked(): the owner wants the accounts to be asked now.
        reload_wanted(): the ticket on screen is not the newest.
    """

    poked = Signal()
    reload_wanted = Signal()

    def __init__(
        self, services: Services, page: TicketPage, doing: Doing, ask_ending: AskEnding
    ) -> None:
        super().__init__(page)
        self._ask_ending = ask_ending
        self._services = services
        self._database = services.database
        self._page = page
        self._composer = page.composer
        self._doing = doing
        self._tasks = GuiTasks(self, doing.notices.report)
        self.view: TicketView | None = None
        self._traits = Traits()
        page.timeline.acted.connect(self._on_delivery_act)
        self._composer.draft_changed.connect(self._on_draft_changed)
        self._composer.draft_changed.connect(self._look_for_promise)
        doing.draft_came_back.connect(self._on_draft_came_back)

    @property
    def _ticket_id(self) -> int | None:
        return self.view.ticket.id if self.view else None

    def begin(self, view: TicketView, draft: SavedDraft | None, traits: Traits) -> None:
        """Write for another ticket from now on."""
        self.view, self._traits = view, traits
        self._composer.suit(formats=traits.html, answers=traits.answers, explains=traits.explains)
        self._composer.begin(shown_recipient(view), draft)
        if not traits.answers:
            self._composer.choose(internal=True)
        self._look_for_promise()

    def follow(self, view: TicketView) -> None:
        """Take in what became of the ticket that is written for."""
        self.view = view
        self._composer.show_recipient(shown_recipient(view))
        self._look_for_promise()

    def flush(self) -> None:
        """Save what was typed since the last save."""
        if self._composer.stop_saving():
            self._on_draft_changed()

    async def close(self) -> None:
        """Save what is being written and wait until it is on disk."""
        self.flush()
        await self._tasks.finish()

    def send(self, how: str) -> None:
        """Send what is written, or save it when it is a note; `how` is one of the actions."""
        if self.view is not None:
            # What was typed last has to be on disk, for an owner who thinks better of it.
            self.flush()
            self._tasks.start(self._send(_written(self._page, self.view), how), once="send")

    async def _send(self, written: _Written, how: str) -> None:
        composer = self._composer
        try:
            if written.internal:
                await self._save_note(written)
            elif not await self._answer(written, how):
                return
        except (replies.NewerMessageError, replies.RecipientChangedError):
            self.reload_wanted.emit()
            raise
        if written.ticket_id == self._ticket_id and composer.text == written.text:
            composer.stop_saving()
            composer.begin(composer.recipient, None)
            self._look_for_promise()
            if composer.editor.hasFocus():
                # So that the next key is a command, and not the first letter of the next answer.
                self._page.focus_reading()

    async def _save_note(self, written: _Written) -> None:
        act_id = await self._database.write(
            replies.add_note, written.ticket_id, text=written.text, attachments=written.files
        )
        await self._database.write(drafts.discard, written.ticket_id)
        self._doing.tell(translate("Writer", "Note saved"), act_id)

    async def _answer(self, written: _Written, how: str) -> bool:
        """Send an answer; False when the owner thought better of it."""
        send_at = await self._opening() if how == SEND_LATER else None
        now = self._services.clock.now()
        promise = None
        if not written.promises_nothing:
            promise = await self._database.read(promises.found, written.text, now)
        ending = None
        if how == SEND_CLOSE and promise is None and written.text.strip():
            ending = await self._ending(written.ticket_id)
            if ending is None:
                return False
        queued = await self._database.write(
            replies.answer,
            written.ticket_id,
            text=written.text,
            html=written.html,
            attachments=written.files,
            send_at=send_at,
            ending=ending,
            promise=promise,
            seen=written.seen,
        )
        words = told(queued, send_at, promise, now, done=ending is not None)
        self._doing.tell(words, queued.act_id)
        return True

    async def _ending(self, ticket_id: int) -> Ending | None:
        """Return how the message ended: asked for once, and not when an answer never arrived."""
        (info,) = await self._database.read(inbox.infos, [ticket_id])
        unsettled = await self._database.read(documenting.unsettled, ticket_id)
        return Ending(info.outcome) if info.outcome or unsettled else await self._ask_ending()

    async def _opening(self) -> datetime:
        now = self._services.clock.now()
        hours = await self._database.read(opening_hours, now)
        if is_open(hours, now):
            raise OpenNowError
        return next_opening(hours, now)

    def _on_draft_came_back(self, ticket_id: int) -> None:
        """An answer was taken back: its text stands in the draft again."""
        if ticket_id == self._ticket_id:
            self._tasks.start(self._put_back(ticket_id))

    async def _put_back(self, ticket_id: int) -> None:
        draft = await self._database.read(drafts.saved, ticket_id)
        if draft is not None and ticket_id == self._ticket_id:
            self._composer.put_back(draft)
            self._composer.chips.take(draft.attachments)
            self._page.focus_writing()

    def _on_draft_changed(self) -> None:
        if self._ticket_id is not None:
            # Not replaced by a later one: every state that was typed reaches the disk in order.
            composer = self._composer
            draft = SavedDraft(
                composer.text, composer.internal, tuple(composer.chips.files), composer.html
            )
            self._tasks.start(self._save(self._ticket_id, draft))

    def _look_for_promise(self) -> None:
        self._tasks.start(self._show_promise(), replaces="promise")

    async def _show_promise(self) -> None:
        ticket_id = self._ticket_id
        if ticket_id is None:
            return
        composer, now = self._composer, self._services.clock.now()
        looked, in_public = None, False
        if not composer.internal and composer.text.strip():
            looked = await self._database.read(lines.look, ticket_id, composer.text, now)
            case = await self._database.read(cases.of, ticket_id, traits=self._traits)
            in_public = case.warns
        if ticket_id == self._ticket_id:
            composer.promise.show_found(looked.promise if looked else None, now)
            composer.check.show_looked(looked, in_public=in_public)

    async def _save(self, ticket_id: int, draft: SavedDraft) -> None:
        await self._database.write(
            drafts.save,
            ticket_id,
            text=draft.text,
            html=draft.html,
            internal=draft.internal,
            attachments=draft.attachments,
        )
        if ticket_id == self._ticket_id and self._composer.text == draft.text:
            self._composer.mark_saved()

    def _on_delivery_act(self, act: str, outbox_id: int) -> None:
        self._tasks.start(self._delivery_act(act, outbox_id), replaces=f"{act} {outbox_id}")

    async def _delivery_act(self, act: str, outbox_id: int) -> None:
        if act == delivery.UNDO and self.view is not None:
            ticket_id = self.view.ticket.id
            self._doing.notices.put_away()
            await self._database.write(outbox.discard, outbox_id)
            self._on_draft_came_back(ticket_id)
        elif act == delivery.RETRY:
            await self._database.write(outbox.retry, outbox_id)
        elif act == delivery.MARK_SENT:
            await self._database.write(outbox.mark_sent, outbox_id)
        elif act == delivery.CHECK:
            self.poked.emit()
            self._doing.notices.tell(translate("Writer", "Looking for it in the mailbox"))


def _written(page: TicketPage, view: TicketView) -> _Written:
    composer = page.composer
    inbound = (one.id for one in view.messages if one.direction == "in")
    return _Written(
        ticket_id=view.ticket.id,
        internal=composer.internal,
        text=composer.text,
        html=composer.html,
        files=tuple(composer.chips.files),
        promises_nothing=composer.promise.is_denied,
        seen=Seen(page.timeline.newest_inbound, recipient_handle(view), max(inbound, default=None)),
    )


def told(
    queued: Queued, send_at: datetime | None, promise: Found | None, now: datetime, *, done: bool
) -> str:
    """Return what becomes of an answer, as a sentence."""
    if promise is not None:
        moment = moments.full_moment(promise.due_at, now)
        words = translate("Writer", "Your answer goes out. Promised until {moment}")
        return words.format(moment=moment)
    if send_at is not None:
        moment = moments.full_moment(send_at, now)
        return translate("Writer", "Your answer goes out {moment}").format(moment=moment)
    if queued.unsettled:
        return translate("Writer", STAYS_OPEN[queued.unsettled])
    if done:
        return translate("Writer", "Your answer goes out, and this is done")
    return translate("Writer", "Your answer goes out")


def recipient_handle(view: TicketView) -> str | None:
    """Return the handle that an answer goes to, as far as the screen shows it."""
    newest = next((one for one in reversed(view.messages) if one.direction == "in"), None)
    if newest is None or newest.automatic == "bounce":
        return None
    return newest.reply_handle or newest.author_handle or None


def shown_recipient(view: TicketView) -> str:
    """Return the customer as the composer names him."""
    ticket = view.ticket
    known = [identity.handle for identity in ticket.identities]
    handle = recipient_handle(view) or (known[0] if known else "")
    name = ticket.contact_name if handle in known or not known else ""
    newest = next((one for one in reversed(view.messages) if one.direction == "in"), None)
    if not name and newest is not None and newest.author != newest.author_handle:
        name = newest.author
    return f"{name} <{handle}>" if name and handle else name or handle
