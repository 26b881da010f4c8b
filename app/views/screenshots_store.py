"""Fills a practice store with the examples, through the services that do it for real messages."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.bootstrap import Services
from app.models.rules.tickets import TicketState
from app.services import settings
from app.services.channels.api import FetchResult, RawItem
from app.services.channels.errors import AuthExpired, Offline, RecipientUnavailable
from app.services.settings import TargetSettings
from app.services.storage.database import Unit
from app.services.sync import accounts, health, ingest, outbox
from app.services.sync.parser import Unreadable
from app.services.tickets import decisions, inbox, replies
from app.services.tickets.arrivals import Arrival, receive
from app.views.screenshots_data import (
    ANSWERS,
    EXAMPLES,
    SHOP,
    Example,
    StandingClock,
    messages,
)

KIND = "email"
HANDLES = (SHOP.handle, "bestellingen@depollepel.example", "retouren@depollepel.example")


@dataclass(slots=True)
class Practice:
    """The filled store."""

    services: Services
    healthy: int
    troubled: int

    def finish_all(self) -> None:
        """Mark everything as done."""
        database, now = self.services.database, self.services.clock.now()
        for view in ("todo", "waiting"):
            for row in database.read_now(inbox.page, "", now=now, view=view):
                database.write_now(decisions.change_state, [row.id], state=TicketState.CLOSED.value)


def fill(services: Services) -> Practice:
    """Connect accounts, let all messages arrive, and leave some answers half-way."""
    write = services.database.write_now
    write(_longer_targets)
    ids = [
        write(accounts.save, KIND, handle, name=SHOP.name, values={}, secrets={"password": "x"})
        for handle in HANDLES
    ]
    tickets = {
        example.subject: _arrive(services, ids[0], number, example)
        for number, example in enumerate(EXAMPLES, start=1)
    }
    _fetch(services, ids)
    by_start = {subject.split()[0]: ticket for subject, ticket in tickets.items()}
    _answer(services, by_start)
    return Practice(services, healthy=ids[0], troubled=ids[1])


def _longer_targets(unit: Unit) -> None:
    # The five minutes of a first reaction would make every badge of the picture red.
    settings.save(unit.session, TargetSettings(first_reaction_minutes=240))


def _set_clock(services: Services, time: datetime) -> None:
    if isinstance(services.clock, StandingClock):
        services.clock.time = time


def _arrive(services: Services, account_id: int, number: int, example: Example) -> int:
    write = services.database.write_now
    ticket_id, now = 0, services.clock.now()
    for message in messages(example, number, now):
        _set_clock(services, message.received_at)
        arrival = Arrival(account_id, KIND, 0, message, in_sent=False)
        ticket_id = write(receive, arrival).ticket_id
    _set_clock(services, now if len(example.lines) == 1 else now - timedelta(minutes=4))
    if example.category:
        write(decisions.set_category, [ticket_id], category=example.category)
    if example.department:
        write(decisions.set_department, [ticket_id], department=example.department)
    if example.priority:
        write(decisions.set_priority, [ticket_id], priority=example.priority)
    if example.state:
        write(decisions.change_state, [ticket_id], state=example.state)
    _set_clock(services, now)
    return ticket_id


def _fetch(services: Services, ids: list[int]) -> None:
    write, now = services.database.write_now, services.clock.now()
    for account_id, (local, remote) in zip(ids, ((412, 412), (1204, 1204), (38, 96)), strict=True):
        items = [
            RawItem(f"INBOX/1/{account_id}-{number}", "INBOX", now, b"x") for number in range(local)
        ]
        result = FetchResult(items, {}, remote_count=remote, more=local < remote)
        write(ingest.store_fetched, account_id, "INBOX", result)
    write(health.set_health, ids[0], health.OK)
    refused = AuthExpired(server="imap.depollepel.example", account=HANDLES[1])
    later = now + timedelta(minutes=30)
    write(health.set_health, ids[1], health.ATTENTION, error=refused, next_try_at=later)
    gone = Offline(server="imap.depollepel.example", detail="time-out")
    later = now + timedelta(minutes=2)
    write(health.set_health, ids[2], health.OFFLINE, error=gone, next_try_at=later)
    first = services.database.read_now(ingest.pending, 1)[0]
    write(ingest.quarantine, first.raw_event_id, Unreadable("unreadable", "ValueError"))


def _answer(services: Services, tickets: dict[str, int]) -> None:
    write = services.database.write_now
    failed = write(replies.answer, tickets["Deksel"], text=ANSWERS["failed"], now=True)
    _claim(services, failed.outbox_id)
    refusal = RecipientUnavailable(
        server="smtp.depollepel.example",
        recipient="t.bakker@klant.example",
        detail="550 5.1.1 mailbox unknown",
    )
    write(outbox.refused, failed.outbox_id, refusal)
    unsure = write(replies.answer, tickets["Offerte"], text=ANSWERS["unknown"], now=True)
    _claim(services, unsure.outbox_id)
    write(outbox.unknown, unsure.outbox_id, code="outcome_unknown")
    write(decisions.change_state, [tickets["Offerte"]], state=TicketState.OPEN.value)
    write(replies.answer, tickets["Kan"], text=ANSWERS["queued"])
    write(decisions.change_state, [tickets["Kan"]], state=TicketState.OPEN.value)


def _claim(services: Services, outbox_id: int) -> None:
    key = f"<{outbox_id}@depollepel.example>"
    services.database.write_now(outbox.claim, outbox_id, external_id=key, fingerprint=key)
    services.database.write_now(outbox.commit_point, outbox_id)
