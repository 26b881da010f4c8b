"""Whatever is done in whatever order: nothing goes out twice, stale or to the wrong person."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.bootstrap import Services, build_services
from app.models.rules.errors import KnownError
from app.services.channels.api import Prepared
from app.services.channels.errors import Offline, OutcomeUnknown, RecipientUnavailable
from app.services.storage.profile import load_profile
from app.services.sync import outbox
from app.services.sync.parser import InlineParser
from app.services.tickets import (
    acts,
    contents,
    decisions,
    directory,
    drafts,
    inbox,
    lifecycle,
    merging,
    questions,
    replies,
)
from app.services.tickets.documenting import Ending
from tests.effort import examples, repeated
from tests.fakes import FakeChannelType, FakeClock, Platform, add_account
from tests.integration.test_engine import sync

ANNA, BERT, PIET = "anna@klant.example", "bert@klant.example", "piet@winkel.example"
ANNAS_OTHER = "anna@werk.example"
PICK = st.integers(0, 50)
MEANWHILE = [
    "customer", "customer, long on its way", "merge", "offline", "lost", "time", "retry", "undo",
]  # fmt: skip
BEFORE: list[tuple[str, Exception]] = [
    ("offline", Offline(server="x", detail="")),
    ("refused", RecipientUnavailable(server="x", recipient="a", detail="")),
]


@dataclass(slots=True)
class Text:
    """A text of the owner: for whom it was, and which messages of customers he knew of."""

    address: str
    known: frozenset[str]
    key: str
    act_id: int | None
    word: int = 1
    taken_back: bool = False
    internal: bool = False


@dataclass
class Watching(Platform):
    """The platform, which looks at every message at the moment it takes it."""

    look: Callable[[Prepared], None] | None = None

    def __post_init__(self) -> None:
        self.accepted = _Looked(self)


class _Looked(list[Prepared]):
    def __init__(self, platform: Watching) -> None:
        super().__init__()
        self._platform = platform

    def append(self, prepared: Prepared, /) -> None:
        super().append(prepared)
        if self._platform.look is not None:
            self._platform.look(prepared)


@dataclass
class Seen:
    """What went out, counted, and what was wrong with it."""

    sent: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Sending(RuleBasedStateMachine):
    """The owner, two customers, a colleague and a shaky platform."""

    new_profile: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(self.new_profile, self.folder / "profile")
        self.clock, channel = FakeClock(), FakeChannelType()
        self.platform = Watching(look=self._look)
        channel.platform = self.platform
        self.services: Services = build_services(
            load_profile(self.folder / "profile"),
            None,
            clock=self.clock,
            channels=(channel,),
            parser=InlineParser(),
        )
        add_account(self.services)
        self.write = self.services.database.write_now
        self.write(directory.add, name="Piet", mail=PIET)
        self.texts: dict[str, Text] = {}
        self.mails: list[str] = []
        self.seen = Seen()
        for who in (ANNA, BERT, ANNAS_OTHER):
            self._mail(who, parent=None)
        sync(self.services)

    def teardown(self) -> None:
        self.services.close()
        shutil.rmtree(self.folder)

    # --- what is known -----------------------------------------------------------------------

    def _mail(self, who: str, *, parent: str | None, minutes_ago: int = 0) -> None:
        key = f"<{len(self.mails)}@klant.example>"
        self.mails.append(key)
        self.platform.deliver(
            key=key,
            author=who,
            parents=[parent] if parent else [],
            at=self.clock.now() - timedelta(minutes=minutes_ago),
        )

    def _tickets(self) -> list[int]:
        rows = self.services.database.read_now(inbox.page, "", now=self.clock.now(), limit=50)
        return sorted(row.id for row in rows)

    def _one(self, pick: int) -> int:
        known = self._tickets()
        return known[pick % len(known)]

    def _inbound(self) -> frozenset[str]:
        sql = text("select key from messages where direction = 'in'")
        return self.services.database.read_now(lambda session: frozenset(session.scalars(sql)))

    def _on_screen(self, ticket_id: int) -> replies.Seen:
        def look(session: Session) -> replies.Seen:
            ticket = lifecycle.find(session, ticket_id)
            last = replies.last_inbound(session, ticket_id)
            person = replies.recipient_of(session, ticket, last)
            return replies.Seen(last.id if last else None, person.handle)

        return self.services.database.read_now(look)

    def _look(self, prepared: Prepared) -> None:
        """Judge a message as the platform takes it, against what is in the store right now."""
        token = prepared.payload.decode().split(" ", 3)[3].split()[0]
        seen = self.seen
        if token not in self.texts:
            # Balie itself reminds the colleague, in words of its own.
            if prepared.recipient != PIET:
                seen.wrong.append(f"{prepared.recipient} was sent what nobody wrote: {token}")
            return
        written = self.texts[token]
        seen.sent[token] += 1
        if seen.sent[token] > written.word:
            seen.wrong.append(f"{token} went twice")
        if prepared.recipient != written.address:
            seen.wrong.append(f"{token} for {written.address} went to {prepared.recipient}")
        if written.taken_back:
            seen.wrong.append(f"{token} was taken back and went")
        sql = text(
            "select key from messages where direction = 'in' and ticket_id ="
            " (select ticket_id from messages where key = :key)"
        )
        theirs = self.services.database.read_now(
            lambda session: set(session.scalars(sql, {"key": prepared.external_id}))
        )
        if not written.internal and theirs - written.known:
            seen.wrong.append(f"{token} went though {theirs - written.known} came since")

    def _known(self, pick: int) -> Text:
        known = list(self.texts.values())
        return known[pick % len(known)]

    def _try(self, fn: Callable[..., Any], *args: Any, **values: Any) -> Any:
        try:
            return self.write(fn, *args, **values)
        except KnownError:
            return None

    # --- what happens ------------------------------------------------------------------------

    @rule(pick=PICK, late=st.sampled_from([0, 0, 30]), fetch=st.sampled_from([True, True, False]))
    def customer_writes(self, pick: int, late: int, fetch: bool) -> None:
        who = (ANNA, BERT, ANNAS_OTHER)[pick % 3]
        self._mail(who, parent=self.mails[-1 - pick % 3], minutes_ago=late)
        if fetch:
            sync(self.services)

    @rule(
        seconds=st.sampled_from([1, 15, 15, 15, 600, 90_000]),
        trouble=st.sampled_from(["", "", "", "lost", "offline", "refused"]),
    )
    def time_passes(self, seconds: int, trouble: str) -> None:
        self.platform.send_errors = [error for kind, error in BEFORE if kind == trouble]
        self.platform.lost_answers = (
            [OutcomeUnknown(server="x", detail="")] if trouble == "lost" else []
        )
        self.clock.forward(timedelta(seconds=seconds))
        sync(self.services)

    @rule(
        pick=PICK,
        later=st.sampled_from([None, None, 60, 7200]),
        close=st.booleans(),
        change=st.booleans(),
        meanwhile=st.lists(st.sampled_from(MEANWHILE), min_size=1, max_size=5),
    )
    def owner_answers(
        self, pick: int, later: int | None, close: bool, change: bool, meanwhile: list[str]
    ) -> None:
        """He writes, or changes what an undo gave back to him; then things happen meanwhile."""
        ticket_id = self._one(pick)
        seen, known = self._on_screen(ticket_id), self._inbound()
        token = f"T{len(self.texts)}"
        draft = self.services.database.read_now(drafts.saved, ticket_id)
        body = f"{token} {draft.text if draft and change else 'Dag'}"
        queued = self._try(
            replies.answer,
            ticket_id,
            text=body,
            send_at=None if later is None else self.clock.now() + timedelta(seconds=later),
            ending=Ending("solved") if close else None,
            seen=seen,
        )
        if queued is None:
            return
        self.texts[token] = Text(
            seen.recipient or "", known, self._key(queued.outbox_id), queued.act_id
        )
        for event in meanwhile:
            self._happens(event, ticket_id, pick)

    def _key(self, outbox_id: int) -> str:
        found = self.services.database.read_now(contents.key_of_sending, outbox_id)
        return str(found)

    def _a_key_of(self, ticket_id: int) -> str:
        sql = text("select min(key) from messages where ticket_id = :id and direction = 'in'")
        found = self.services.database.read_now(
            lambda session: session.scalar(sql, {"id": ticket_id})
        )
        return str(found)

    def _happens(self, event: str, ticket_id: int, pick: int) -> None:
        match event:
            case "customer" | "customer, long on its way":
                late = 0 if event == "customer" else 30
                self._mail(ANNA, parent=self._a_key_of(ticket_id), minutes_ago=late)
                sync(self.services)
            case "merge":
                self._merge(ticket_id, pick + 1)
            case "offline" | "lost" | "time":
                self.time_passes(15, event)
            case act:
                self._decide(list(self.texts.values())[-1], act)

    @rule(pick=PICK, answer=st.booleans())
    def colleague_is_asked_or_answers(self, pick: int, answer: bool) -> None:
        asked = [one.external_id for one in self.platform.accepted if one.recipient == PIET]
        if answer and asked:
            self._mail(PIET, parent=asked[pick % len(asked)])
            sync(self.services)
            return
        token = f"T{len(self.texts)}"
        asking = self._try(questions.ask, self._one(pick), colleague_id=1, text=f"{token} Kan dit?")
        if asking is not None:
            known = self._inbound()
            self.texts[token] = Text(
                PIET, known, self._key(asking.outbox_id), asking.act_id, internal=True
            )

    @precondition(lambda self: self.texts)
    @rule(pick=PICK, act=st.sampled_from(["retry", "retry", "discard", "mark_sent", "undo"]))
    def owner_decides_in_the_outbox(self, pick: int, act: str) -> None:
        self._decide(self._known(pick), act)

    def _decide(self, written: Text, act: str) -> None:
        """Sending again is his word for one more time, and for all that he can read by now."""
        if act == "undo":
            if written.act_id and self._try(acts.undo, written.act_id) is not None:
                written.taken_back = True
            return
        sql = text("select id, state from outbox where key = :key")
        found = self.services.database.read_now(
            lambda session: session.execute(sql, {"key": written.key}).first()
        )
        if found is None:
            return
        outbox_id, before = found
        known = self._inbound()
        try:
            self.write(getattr(outbox, act), outbox_id)
        except KnownError:
            return
        if act == "retry":
            written.known = known
            written.word += before == "unknown"
        elif act == "discard" and before == "queued":
            written.taken_back = True

    @rule(
        act=st.sampled_from(["snooze", "state", "merge", "merge", "split", "undo"]),
        pick=PICK,
        other=PICK,
    )
    def owner_does_something_else(self, act: str, pick: int, other: int) -> None:
        getattr(self, f"_{act}")(self._one(pick), other)

    def _snooze(self, ticket_id: int, other: int) -> None:
        until = self.clock.now() + timedelta(minutes=1 + other)
        self._try(decisions.snooze, [ticket_id], until=until)

    def _state(self, ticket_id: int, other: int) -> None:
        """Open ends a snooze."""
        state = ("open", "waiting_customer", "closed")[other % 3]
        self._try(decisions.change_state, [ticket_id], state=state, ending=Ending("solved"))

    def _merge(self, ticket_id: int, other: int) -> None:
        self._try(merging.merge, [ticket_id, self._one(other)])

    def _split(self, ticket_id: int, other: int) -> None:
        held = self.services.database.read_now(inbox.messages, ticket_id)
        self._try(merging.split, ticket_id, from_message=held[other % len(held)].id)

    def _undo(self, _ticket_id: int, other: int) -> None:
        recent = self.services.database.read_now(acts.recent, 4)
        if not recent:
            return
        chosen = recent[other % len(recent)].id
        if self._try(acts.undo, chosen) is not None:
            for written in self.texts.values():
                written.taken_back |= written.act_id == chosen

    @invariant()
    def nothing_went_wrong(self) -> None:
        assert self.seen.wrong == []


@repeated
@pytest.mark.allow_log
def test_nothing_is_ever_sent_twice_stale_or_to_the_wrong_person(new_profile: Path) -> None:
    class OnThisStore(Sending):
        pass

    OnThisStore.new_profile = new_profile
    run_state_machine_as_test(
        OnThisStore,
        settings=settings(
            max_examples=examples(5, most=100),
            phases=[Phase.reuse, Phase.generate],
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
