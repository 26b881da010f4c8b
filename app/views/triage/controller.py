"""Walks through what is to be assessed; the next messages are read before they are wanted."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Services
from app.models.rules.tickets import TicketState
from app.services.events import (
    Event,
    MessagesArrived,
    SettingsChanged,
    StoreChangedElsewhere,
    TicketsChanged,
)
from app.services.tickets import acts, decisions, lists, offered, triage
from app.services.tickets.decisions import Done
from app.services.tickets.triage import Card
from app.views.asking import Answer
from app.views.doing import Doing
from app.views.language import translate
from app.views.reasons import ask_reason, entries_of
from app.views.tasks import GuiTasks
from app.views.triage import keys
from app.views.triage.hinting import Hinting
from app.views.triage.keys import Said
from app.views.triage.page import TriagePage
from app.views.widgets.picker import Entry, Picker

AHEAD = 3


class TriageController(QObject):
    """Works for the page.

    Signals:
        page_wanted(): the page has to be shown.
        left(): back to the messages.
        open_wanted(int): the owner wants to answer this ticket now.
    """

    page_wanted = Signal()
    left = Signal()
    open_wanted = Signal(int)

    def __init__(
        self,
        services: Services,
        page: TriagePage,
        picker: Picker,
        doing: Doing,
        propose: Callable[[int], Awaitable[Answer]],
    ) -> None:
        super().__init__(page)
        self._database = services.database
        self.page, self._picker, self._doing, self._propose = page, picker, doing, propose
        self._tasks = GuiTasks(self, doing.notices.report)
        self._ahead: deque[Card] = deque()
        self._passing: set[int] = set()
        self._done: list[tuple[int, int]] = []
        self._in_order, self._reading = asyncio.Lock(), asyncio.Lock()
        self._lists: lists.Lists = {}
        self._waiting = 0
        self._asks: dict[str, Callable[[Card], Coroutine[Any, Any, None]]] = {
            keys.NO_REACTION: self._no_reaction,
            keys.FORWARD: self._forward,
            keys.DEPARTMENTS: partial(self._file, lists.DEPARTMENT),
            keys.PRODUCT_GROUP: partial(self._file, lists.PRODUCT_GROUP),
        }
        self._hinting = Hinting(services, page, doing.notices.report)
        page.said.connect(self._on_said)
        hub = services.hub
        self._unsubscribe = [
            hub.subscribe(TicketsChanged, self._on_tickets),
            hub.subscribe(MessagesArrived, self._on_tickets),
            hub.subscribe(SettingsChanged, self._on_elsewhere),
            hub.subscribe(StoreChangedElsewhere, self._on_elsewhere),
        ]

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._hinting.close()
        self._tasks.close()

    def open(self) -> None:
        """Show the page, and what dies first."""
        self.page_wanted.emit()
        self._done = []
        self.page.show_card(None, self._waiting)
        self._tasks.start(self._look_again(), replaces="look")

    # --- the messages ------------------------------------------------------------------------

    async def _look_again(self) -> None:
        """Read what is shown and what comes next anew."""
        self._lists = await self._database.read(offered.everything)
        self.page.offer(self._lists)
        current = self.page.card
        if current is not None:
            again = await self._database.read(triage.cards, [current.ticket.id])
            gone = not again or again[0].ticket.state not in {"new", "open"}
            if self.page.card is current:  # else the owner has gone on meanwhile
                self.page.show_card(None if gone else again[0], self._waiting)
        async with self._reading:
            self._ahead.clear()
            await self._fill()

    async def _read_ahead(self) -> None:
        # One after the other: two at once would bring the same message twice.
        async with self._reading:
            await self._fill()

    async def _fill(self) -> None:
        current = self.page.card
        left_out = {*self._passing, *(card.ticket.id for card in self._ahead)}
        left_out |= {current.ticket.id} if current else set()
        missing = AHEAD + (current is None) - len(self._ahead)
        if missing > 0:
            found = await self._database.read(
                triage.next_cards, limit=missing, left_out=frozenset(left_out)
            )
            self._ahead.extend(found)
        self._waiting = await self._database.read(triage.waiting)
        if self.page.card is None and self._ahead:
            self.page.show_card(self._ahead.popleft(), self._waiting)
        else:
            self.page.show_card(self.page.card, self._waiting)

    def _go_on(self, card: Card) -> None:
        """Show the next message at once; what is said of this one is written meanwhile."""
        self._passing.add(card.ticket.id)
        self._waiting = max(0, self._waiting - 1)
        self.page.show_card(self._ahead.popleft() if self._ahead else None, self._waiting)

    # --- what is said ------------------------------------------------------------------------

    def _on_said(self, said: Said) -> None:
        card = self.page.card
        if said.field == keys.BACK:
            self.left.emit()
        elif said.field == keys.UNDO:
            self._tasks.start(self._undo())
        elif card is None:
            return
        elif said.field == keys.OPEN:
            self.left.emit()
            self.open_wanted.emit(card.ticket.id)
        elif said.field == keys.NEXT:
            self._go_on(card)
            self._tasks.start(self._leave(card, triage.accept))
        elif said.field in self._asks:
            self._tasks.start(self._asks[said.field](card))
        else:
            self._tasks.start(self._say(card, said))

    async def _say(self, card: Card, said: Said) -> None:
        ids, value = [card.ticket.id], said.value
        write = self._database.write
        async with self._in_order:
            if said.field == keys.TAKE:
                new = self.page.hint.new_for(card.ticket)
                priority = new.pop(keys.PRIORITY, None)
                done = await write(
                    triage.assess, ids[0], listed=new, priority=priority, origin=self
                )
            elif said.field == keys.PRIORITY:
                done = await write(decisions.set_priority, ids, priority=value, origin=self)
            else:
                field = said.field
                done = await write(decisions.set_listed, ids, field=field, value=value, origin=self)
            self._remember(card, done)
            # In this order too: an older reading must not be shown over a newer one.
            await self._show_again(card)

    async def _show_again(self, card: Card) -> None:
        found = await self._database.read(triage.cards, [card.ticket.id])
        current = self.page.card
        if found and current is not None and current.ticket.id == card.ticket.id:
            self.page.show_card(found[0], self._waiting)

    async def _leave(self, card: Card, act: Callable[..., Done], **values: Any) -> None:
        """Do the last thing to a message that is on the screen no more."""
        try:
            async with self._in_order:
                done = await self._database.write(act, [card.ticket.id], origin=self, **values)
                self._remember(card, done)
        finally:
            self._passing.discard(card.ticket.id)
        await self._read_ahead()

    async def _no_reaction(self, card: Card) -> None:
        reason = await ask_reason(self._database, self._picker)
        if reason:
            self._go_on(card)
            state = TicketState.NO_REACTION.value
            await self._leave(card, decisions.change_state, state=state, reason=reason)

    async def _forward(self, card: Card) -> None:
        """Ask the colleague whom a rule proposes; without one, hand it to a department."""
        answer = await self._propose(card.ticket.id)
        if answer.act_id is not None:
            self._done.append((answer.act_id, card.ticket.id))
        if answer.settled:
            self.page.setFocus()
            return
        proposal = card.ticket.assessment.proposal
        first = proposal.forward if proposal else card.ticket.department
        key = await self._pick(translate("Triage", "Forward to"), lists.DEPARTMENT, first)
        if key is not None:
            self._go_on(card)
            await self._leave(card, triage.forward, department=key)

    async def _file(self, field: str, card: Card) -> None:
        ticket = card.ticket
        grouped = field == lists.PRODUCT_GROUP
        title = translate("Triage", "Product group" if grouped else "Department")
        current = ticket.assessment.product_group if grouped else ticket.department
        key = await self._pick(title, field, current)
        if key is not None:
            await self._say(card, Said(field, key))

    async def _pick(self, title: str, field: str, current: str | None) -> str | None:
        offered = entries_of(self._lists, field, "users", current)
        offered.sort(key=_later)
        entry = await self._picker.pick(title, offered)
        return None if entry is None else entry.key

    # --- taking back -------------------------------------------------------------------------

    def _remember(self, card: Card, done: Done) -> None:
        if done.act_id is not None:
            self._done.append((done.act_id, card.ticket.id))
            self._doing.remember(done.act_id)

    async def _undo(self) -> None:
        """Take the newest act of this walk back, and show the message that it was about."""
        async with self._in_order, self._reading:
            await self._take_back()

    async def _take_back(self) -> None:
        if not self._done:
            self._doing.notices.report(acts.NothingToUndoError())
            return
        act_id, ticket_id = self._done.pop()
        self._doing.forget(act_id)
        await self._database.write(acts.undo, act_id, origin=self)
        found = await self._database.read(triage.cards, [ticket_id])
        current = self.page.card
        if current is not None and current.ticket.id != ticket_id:
            self._ahead.appendleft(current)
        self._waiting = await self._database.read(triage.waiting)
        self.page.show_card(found[0] if found else None, self._waiting)

    # --- what happens meanwhile --------------------------------------------------------------

    def _on_tickets(self, event: TicketsChanged | MessagesArrived) -> None:
        if event.origin is not self and self.page.isVisible():
            self._tasks.start(self._look_again(), replaces="look")

    def _on_elsewhere(self, _event: Event) -> None:
        if self.page.isVisible():
            self._tasks.start(self._look_again(), replaces="look")


def _later(entry: Entry) -> bool:
    return not entry.marked
