"""Lets everything happen in the example firm, through the services that do it for real."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from typing_extensions import override

from app.models.rules.messages import Direction
from app.models.rules.questions import with_token
from app.models.rules.tickets import Priority, TicketState
from app.services.channels.api import (
    Attachment,
    FetchResult,
    InboundMessage,
    Json,
    Person,
    RawItem,
    SendResult,
)
from app.services.channels.errors import AuthExpired, RecipientUnavailable
from app.services.channels.practice import STREAM
from app.services.clock import Clock
from app.services.demo import communication, people
from app.services.demo.people import People
from app.services.demo.script import (
    ASK,
    COLLEAGUE,
    CUSTOMER,
    EDIT,
    GONE,
    NOTE,
    PHONE,
    US,
    Account,
    Line,
    Script,
    Story,
)
from app.services.handbook import starter
from app.services.search import terms
from app.services.storage.database import Database, Unit
from app.services.sync import accounts, health, ingest, outbox
from app.services.sync.parser import Unreadable
from app.services.tickets import (
    consults,
    decisions,
    inbox,
    incidents,
    merging,
    promises,
    questions,
    replies,
)
from app.services.tickets.arrivals import Arrival, receive
from app.services.tickets.documenting import Ending

Told = Callable[[int, int], None]
MINUTE = timedelta(minutes=1)
ENDINGS = {"complaints": "refunded", "products": "explained", "technical": "explained"}
"""How what is done in the example firm ended, by category; the rest is solved."""

REFUSED = "550 5.1.1 mailbox unknown"


class ReplayClock(Clock):
    """A clock that is set to when something happened."""

    def __init__(self, time: datetime) -> None:
        self.time = time

    @override
    def now(self) -> datetime:
        return self.time


@dataclass(order=True, slots=True)
class _Happening:
    """Something that happens at a moment; equal moments keep their order."""

    at: datetime
    place: int
    act: Callable[[Unit], None] = field(compare=False)


def fill(
    database: Database,
    clock: ReplayClock,
    script: Script,
    staff: People,
    now: datetime,
    told: Told,
) -> None:
    """Connect the accounts and let all messages, answers and decisions happen, oldest first.

    Args:
        staff: who is there from the beginning.
        clock: the database's own; it stands at `now` afterwards.
        told: hears how many of how many things have happened.
    """
    firm = _Firm(database, clock, script, staff, now)
    clock.time = min(line.at for story in script.stories for line in story.lines) - MINUTE
    firm.connect()
    database.write_now(starter.install, language=starter.BOTH)
    happenings = sorted(
        _Happening(at, place, act) for place, (at, act) in enumerate(firm.happenings())
    )
    for done, happening in enumerate(happenings, start=1):
        clock.time = happening.at
        database.write_now(happening.act)
        told(done, len(happenings))
    clock.time = now
    firm.leave()
    while database.write_now(terms.catch_up):
        pass


class _Firm:
    def __init__(
        self,
        database: Database,
        clock: ReplayClock,
        script: Script,
        staff: People,
        now: datetime,
    ) -> None:
        self._database, self._clock = database, clock
        self._script, self._staff, self._now = script, staff, now
        self._accounts: dict[str, int] = {}
        self._tickets: dict[str, int] = {}
        self._colleagues: dict[str, int] = {}
        self._asked: dict[str, int] = {}
        self._of = {account.key: account for account in script.accounts}

    # --- accounts ----------------------------------------------------------------------------

    def connect(self) -> None:
        for account in self._script.accounts:
            values: dict[str, Json] = {"refuses": account.refuses}
            values["coming"] = [
                {"after": one.after.total_seconds(), "message": dict(one.body)}
                for one in self._script.coming
                if one.account == account.key
            ]
            self._accounts[account.key] = self._database.write_now(
                accounts.save,
                account.kind,
                account.handle,
                name=account.name,
                values=values,
                secrets={},
            )
        self._colleagues = self._database.write_now(people.settle, self._staff)

    def leave(self) -> None:
        """Show how the accounts are, with one message that could not be read."""
        write = self._database.write_now
        for account in self._script.accounts:
            account_id = self._accounts[account.key]
            if account.refuses:
                error = AuthExpired(server=account.name, account=account.handle)
                write(health.set_health, account_id, health.ATTENTION, error=error)
            else:
                write(health.set_health, account_id, health.OK)
        odd = RawItem("odd/1", STREAM, self._now, b"\x00\x01")
        first = self._accounts[self._script.accounts[0].key]
        write(ingest.store_fetched, first, STREAM, FetchResult([odd], {}))
        for waiting in self._database.read_now(ingest.pending, 10):
            unreadable = Unreadable("unreadable", "ValueError")
            write(ingest.quarantine, waiting.raw_event_id, unreadable)

    # --- what happens ------------------------------------------------------------------------

    def happenings(self) -> Iterator[tuple[datetime, Callable[[Unit], None]]]:
        for story in self._script.stories:
            for place, line in enumerate(story.lines):
                yield line.at, partial(self._write, story, place)
            first, last = story.lines[0].at, story.lines[-1].at
            yield self._soon(first), partial(self._file, story)
            yield self._soon(last), partial(self._decide, story)
        for story in self._script.stories:
            if story.link is not None:
                other = next(one for one in self._script.stories if one.key == story.link)
                at = max(story.lines[-1].at, other.lines[-1].at)
                yield self._soon(at), partial(self._link, story)
        yield self._staff.trouble.at, self._go_wrong
        yield from communication.happenings(self._now, self._accounts)

    def _soon(self, at: datetime) -> datetime:
        """Return a moment shortly after another, as an owner who decides."""
        return min(at + 2 * MINUTE, at + (self._now - at) / 2)

    def _write(self, story: Story, place: int, unit: Unit) -> None:
        line = story.lines[place]
        if line.by in {NOTE, ASK, PHONE, COLLEAGUE}:
            self._consult(unit, story, place)
        elif line.by == US and place > 0:
            is_last = not any(later.by == US for later in story.lines[place + 1 :])
            self._answer(unit, story, line, story.delivery if is_last else None)
        else:
            self._arrive(unit, story, place)

    def _consult(self, unit: Unit, story: Story, place: int) -> None:
        """Write what stays among us: a note, a question to a colleague, or what he said."""
        line, ticket_id = story.lines[place], self._tickets[story.key]
        if line.by == NOTE:
            replies.add_note(unit, ticket_id, text=line.text)
            return
        colleague_id = self._colleagues[line.to]
        if line.by == PHONE:
            consults.log_phone(
                unit, ticket_id, colleague_id=colleague_id, asked=line.asked, answer=line.text
            )
        elif line.by == ASK:
            asked = questions.ask(
                unit, ticket_id, colleague_id=colleague_id, text=line.text, now=True
            )
            self._asked[story.key] = asked.question_id
            _send(unit, asked.outbox_id)
        else:
            self._hear(unit, story, place)

    def _hear(self, unit: Unit, story: Story, place: int) -> None:
        """Let the answer to the last question come in by mail."""
        line, account = story.lines[place], self._of[story.account]
        colleague = next(one for one in self._staff.colleagues if one.key == line.to)
        token = questions.find(unit.session, self._asked[story.key]).token
        message = InboundMessage(
            key=_key(story, place),
            fingerprint=_key(story, place),
            direction=Direction.IN,
            author=Person(colleague.values["mail"], colleague.values["name"]),
            recipients=(Person(account.handle, account.name),),
            subject=with_token(f"Re: {story.subject}", token),
            text=line.text,
            created_at=line.at,
            received_at=line.at,
        )
        receive(
            unit, Arrival(self._accounts[story.account], account.kind, 0, message, in_sent=False)
        )

    def _arrive(self, unit: Unit, story: Story, place: int) -> None:
        line, account = story.lines[place], self._of[story.account]
        customer = Person(line.author or story.handle, line.name or story.name)
        shop = Person(account.handle, account.name)
        ours = line.by == US
        last = max(at for at, one in enumerate(story.lines) if one.by == line.by)
        changes = line.by in {EDIT, GONE}
        message = InboundMessage(
            key=_key(story, _latest(story, place) if changes else place),
            fingerprint=_key(story, place),
            direction=Direction.OUT if ours else Direction.IN,
            author=shop if ours else customer,
            recipients=(customer if ours else shop,),
            parents=tuple(_key(story, earlier) for earlier in reversed(range(place))),
            subject=story.subject,
            text=line.text,
            quoted=line.quoted,
            html=line.html,
            created_at=line.at,
            received_at=line.at,
            reply_until=story.reply_until if place == last else None,
            attachments=_files(line),
            edited=line.by == EDIT,
            gone=line.by == GONE,
            permalink=line.page,
            stars=line.stars,
        )
        arrival = Arrival(self._accounts[story.account], account.kind, 0, message, in_sent=ours)
        placed = receive(unit, arrival)
        if placed is not None:
            self._tickets.setdefault(story.key, placed.ticket_id)

    def _answer(self, unit: Unit, story: Story, line: Line, delivery: str | None) -> None:
        later = self._now + timedelta(hours=2) if delivery == "queued" else None
        promise = promises.found(unit.session, line.text, unit.now) if line.promises else None
        queued = replies.answer(
            unit,
            self._tickets[story.key],
            text=line.text,
            attachments=_files(line),
            now=True,
            send_at=later,
            promise=promise,
        )
        if delivery == "queued":
            return
        if delivery is None:
            _send(unit, queued.outbox_id)
            return
        _claim(unit, queued.outbox_id)
        if delivery == "failed":
            server = _server(self._of[story.account])
            error = RecipientUnavailable(server=server, recipient=story.handle, detail=REFUSED)
            outbox.refused(unit, queued.outbox_id, error)
            return
        outbox.commit_point(unit, queued.outbox_id)
        outbox.unknown(unit, queued.outbox_id, code="outcome_unknown")

    # --- what the owner decided --------------------------------------------------------------

    def _file(self, story: Story, unit: Unit) -> None:
        ticket_ids = [self._tickets[story.key]]
        if story.category is not None:
            decisions.set_listed(unit, ticket_ids, field="category", value=story.category)
        if story.department is not None:
            decisions.set_listed(unit, ticket_ids, field="department", value=story.department)
        if story.priority != Priority.NORMAL.value:
            decisions.set_priority(unit, ticket_ids, priority=story.priority)
        for tag in story.tags:
            decisions.add_tag(unit, ticket_ids, tag=tag)

    def _decide(self, story: Story, unit: Unit) -> None:
        ticket_id = self._tickets[story.key]
        (info,) = inbox.infos(unit.session, [ticket_id])
        if story.snoozed_until is not None:
            decisions.snooze(unit, [ticket_id], until=story.snoozed_until)
        elif info.state != story.state and story.state != TicketState.NEW.value:
            ending = Ending(ENDINGS.get(story.category or "", "solved"))
            decisions.change_state(
                unit, [ticket_id], state=story.state, reason=story.reason, ending=ending
            )

    def _link(self, story: Story, unit: Unit) -> None:
        merging.link(unit, self._tickets[story.key], self._tickets[story.link or ""])

    def _go_wrong(self, unit: Unit) -> None:
        trouble = self._staff.trouble
        about = [self._tickets[key] for key in trouble.tickets if key in self._tickets]
        incidents.begin(unit, title=trouble.title, status=trouble.status, ticket_ids=about)


def _claim(unit: Unit, outbox_id: int) -> str:
    external_id = f"<{outbox_id}@practice>"
    outbox.claim(unit, outbox_id, external_id=external_id, fingerprint=external_id)
    return external_id


def _send(unit: Unit, outbox_id: int) -> None:
    external_id = _claim(unit, outbox_id)
    outbox.commit_point(unit, outbox_id)
    outbox.sent(unit, outbox_id, SendResult(external_id), copy=False)


def _latest(story: Story, place: int) -> int:
    """Return the place of the customer's latest message before a place."""
    return max(at for at in range(place) if story.lines[at].by == CUSTOMER)


def _key(story: Story, place: int) -> str:
    return f"<{story.key}.{place}@practice>"


def _server(account: Account) -> str:
    return f"smtp.{account.handle.rpartition('@')[2]}"


def _files(line: Line) -> tuple[Attachment, ...]:
    return tuple(Attachment(file.name, file.mime, file.data) for file in line.files)
