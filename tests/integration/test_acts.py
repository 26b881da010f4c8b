"""Acts of the owner and their undo: alone, after something happened, and in long random rows."""

import itertools
import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.bootstrap import Services
from app.models.rules import policy
from app.models.rules.cases import Line
from app.models.rules.errors import KnownError, NotAllowedError
from app.models.rules.hours import Block
from app.models.rules.ledger import turn_of
from app.models.rules.promises import Found, PromiseKind
from app.models.rules.tickets import TicketState
from app.models.tickets import Ticket
from app.services.channels.api import Traits
from app.services.channels.errors import Offline, RecipientUnavailable
from app.services.handbook import page_acts, runs
from app.services.storage.database import Unit
from app.services.sync import outbox
from app.services.tickets import (
    act_rows,
    acts,
    cases,
    consults,
    decisions,
    directory,
    drafts,
    entries,
    hours_acts,
    inbox,
    incidents,
    influence,
    journal,
    lists,
    logged,
    merging,
    platforms,
    policies,
    policy_acts,
    questions,
    reactions,
    replies,
    turns,
)
from app.services.tickets.documenting import Ending
from tests.effort import examples, repeated
from tests.fakes import MONDAY, FakeChannelType, FakeClock, add_account
from tests.integration.test_engine import sync

pytestmark = pytest.mark.usefixtures("account_id")
Arrive = Callable[..., None]
Write = Callable[..., Any]

TABLES = {
    "tickets": "id, number, subject, state, category, department, priority, updated_at, closed_at,"
    " last_in_at, last_out_at, first_reaction_due, first_reacted_at, answer_due, answered_at,"
    " next_due, due_kind, window_due, order_at, snoozed_until, snoozed_from, wake_on_reply,"
    " merged_into_id, message_count, snippet, new_sender, type, product_group, influence,"
    " influence_reasons, no_reaction_reason, proposal, assessed_at, incident_id",
    "messages": "id, ticket_id, key, direction, text, delivery",
    "thread_keys": "account_id, key, ticket_id",
    "ticket_tags": "ticket_id, tag",
    "ticket_links": "ticket_id, other_id",
    "ticket_counts": "state, account_id, category, count",
    "outbox": "id, key, state",
    "promises": "id, ticket_id, kind, due_at, state",
    "questions": "id, message_id, colleague_id, kind, state, token, draft, approved, answered_at",
    "colleagues": "id, name, role, subjects, phone, mail, deputy_id, active",
    "types": "key, name_nl, name_en, position",
    "policies": "id, name, position, active, conditions, effects",
    "contacts": "id, vip, press, value",
    "settings": "section, value",
    "incidents": "id, title, status, opened_at, closed_at",
    "case_lines": "message_id, line",
    "templates": "id, name, body, language, kinds, purpose, position",
    "sop_runs": "id, ticket_id, page_id, version, required, ended, ended_at, ended_step, outcome,"
    " reason",
    "sop_run_entries": "id, run_id, previous_id, step, move, answer",
    "macros": "id, name, text, actions, position",
}


@pytest.fixture
def arrive(services: Services, channel: FakeChannelType) -> Arrive:
    def put(**values: Any) -> None:
        channel.platform.deliver(**values)
        sync(services)

    return put


def picture(services: Services) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that acts change, as it stands; tombstones of undone splits left out."""

    def read(session: Any) -> dict[str, list[tuple[Any, ...]]]:
        found = {}
        for table, columns in TABLES.items():
            where = " where count > 0" if table == "ticket_counts" else ""
            if table == "tickets":
                where = " where merged_into_id is null or message_count > 0 or id <= 6"
            rows = session.execute(text(f"select {columns} from {table}{where}"))
            found[table] = sorted((tuple(row) for row in rows), key=repr)
        return found

    return services.database.read_now(read)


def info(services: Services, ticket_id: int = 1) -> inbox.TicketInfo:
    return services.database.read_now(inbox.infos, [ticket_id])[0]


# --- one act ---------------------------------------------------------------------------------


def test_one_act_on_many_tickets_is_undone_as_one(
    services: Services, arrive: Arrive, write: Write
) -> None:
    for _ in range(3):
        arrive()
    before = picture(services)
    done = write(
        decisions.change_state,
        [1, 2, 3],
        state="closed",
        reason="Opgelost",
        ending=Ending("solved"),
    )
    assert (done.changed, done.refused) == (3, 0)
    assert services.database.read_now(inbox.counts).views["done"] == 3
    undone = write(acts.undo, done.act_id)
    assert (undone.name, undone.params["count"]) == ("state_closed", 3)
    assert picture(services) == before
    entries = [entry.act for entry in services.database.read_now(journal.entries, 1)]
    assert entries[-2:] == ["state", "undone"]


def test_of_several_tickets_those_that_cannot_are_left(arrive: Arrive, write: Write) -> None:
    arrive()
    arrive()
    write(decisions.change_state, [1], state="spam")
    done = write(decisions.change_state, [1, 2], state="waiting_customer")
    assert (done.changed, done.refused) == (1, 1)
    with pytest.raises(NotAllowedError):
        write(decisions.change_state, [1], state="waiting_customer")


def test_nothing_changed_is_no_act(arrive: Arrive, write: Write) -> None:
    arrive()
    assert write(decisions.set_priority, [1], priority="normal").act_id is None
    assert write(decisions.add_tag, [1], tag="vip").act_id is not None
    assert write(decisions.add_tag, [1], tag=" vip ").act_id is None
    assert write(decisions.remove_tag, [1], tag="x").act_id is None


def test_there_is_nothing_to_undo_twice(arrive: Arrive, write: Write) -> None:
    arrive()
    with pytest.raises(acts.NothingToUndoError):
        write(acts.undo)
    done = write(decisions.set_priority, [1], priority="high")
    write(acts.undo)
    for act_id in (None, done.act_id, 99):
        with pytest.raises(acts.NothingToUndoError):
            write(acts.undo, act_id)


def test_what_happened_since_stays(services: Services, arrive: Arrive, write: Write) -> None:
    arrive(key="<1@x>")
    write(decisions.set_listed, [1], field="category", value="orders")
    done = write(decisions.change_state, [1], state="closed", ending=Ending("solved"))
    arrive(key="<2@x>", parents=["<1@x>"])
    assert info(services).state == "open"
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, done.act_id)
    assert (info(services).state, info(services).category) == ("open", "orders")
    assert info(services).message_count == 2


def test_only_what_is_as_it_was_left_is_taken_back(
    services: Services, arrive: Arrive, write: Write
) -> None:
    arrive()
    first = write(decisions.set_listed, [1], field="category", value="orders").act_id
    write(decisions.set_listed, [1], field="category", value="products")
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, first)
    assert info(services).category == "products"


def test_old_acts_are_forgotten(
    services: Services, arrive: Arrive, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "KEPT", 10)
    arrive()
    write(lists.add, lists.CATEGORY, name_nl="Cadeaus")
    for number in range(99):
        write(decisions.set_priority, [1], priority=("high", "low")[number % 2])
    known = services.database.read_now(acts.recent, 500)
    assert [known[0].id, known[-2].id, len(known)] == [100, 91, 11]
    assert (known[-1].id, known[-1].name) == (1, "list_added")  # what a briefing tells stays


# --- snooze ----------------------------------------------------------------------------------


def test_a_row_is_put_back_by_who_does_not_know_its_entity(services: Services) -> None:
    def undone(unit: Unit) -> tuple[bool, object]:
        unit.session.execute(text("create temp table others (id integer primary key, word text)"))
        unit.session.execute(text("insert into others values (1, 'after')"))
        step = {"op": "row", "table": "others", "key": {"id": 1}}
        changed = {**step, "before": {"word": "before"}, "after": {"word": "after"}}
        return act_rows.undo(unit, changed), unit.session.scalar(text("select word from others"))

    assert services.database.write_now(undone) == (True, "before")


def test_a_snoozed_ticket_wakes_at_its_time(
    services: Services, clock: FakeClock, arrive: Arrive, write: Write
) -> None:
    arrive()
    until = MONDAY + timedelta(hours=3)
    write(decisions.snooze, [1], until=until)
    assert (info(services).state, info(services).at_turn) == ("snoozed", "us_later")
    assert info(services).next_due is None
    assert services.database.read_now(decisions.next_waking) == until
    assert write(decisions.wake_due) == 0
    clock.forward(timedelta(hours=3))
    assert write(decisions.wake_due) == 1
    assert info(services).state == "open"
    assert info(services).snoozed_until is None
    assert info(services).next_due is not None
    assert services.database.read_now(decisions.next_waking) is None


@pytest.mark.parametrize(("wakes", "state"), [(True, "open"), (False, "snoozed")])
def test_a_reply_wakes_when_the_owner_wants_it(
    services: Services, arrive: Arrive, write: Write, wakes: bool, state: str
) -> None:
    arrive(key="<1@x>")
    write(decisions.snooze, [1], until=MONDAY + timedelta(days=1), wake_on_reply=wakes)
    arrive(key="<2@x>", parents=["<1@x>"])
    assert info(services).state == state
    assert (info(services).snoozed_until is None) == wakes


def test_the_past_is_no_moment_to_wake(arrive: Arrive, write: Write) -> None:
    arrive()
    with pytest.raises(decisions.NotInTheFutureError):
        write(decisions.snooze, [1], until=MONDAY)
    write(decisions.change_state, [1], state="closed", ending=Ending("solved"))
    with pytest.raises(NotAllowedError):
        write(decisions.snooze, [1], until=MONDAY + timedelta(days=1))


def test_snoozing_sends_nothing_and_is_undone(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write, clock: FakeClock
) -> None:
    arrive()
    before = picture(services)
    write(decisions.snooze, [1], until=MONDAY + timedelta(hours=1))
    write(decisions.snooze, [1], until=MONDAY + timedelta(hours=2))
    write(acts.undo)
    assert info(services).snoozed_until == MONDAY + timedelta(hours=1)
    write(acts.undo)
    assert picture(services) == before
    clock.forward(timedelta(days=1))
    write(decisions.wake_due)
    sync(services)
    assert channel.platform.accepted == []


# --- tags ------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["", "  ", "x" * 41, "a:b", "a\x07b"])
def test_a_tag_that_cannot_be_searched_for_is_refused(
    arrive: Arrive, write: Write, tag: str
) -> None:
    arrive()
    with pytest.raises(decisions.BadTagError):
        write(decisions.add_tag, [1], tag=tag)


def test_tags_come_and_go(services: Services, arrive: Arrive, write: Write) -> None:
    arrive()
    arrive()
    write(decisions.add_tag, [1, 2], tag="Garantie  2026")
    write(decisions.add_tag, [1], tag="vip")
    assert info(services).tags == ("Garantie 2026", "vip")
    (row,) = services.database.read_now(inbox.page, "label:vip", now=MONDAY)
    assert row.tags == ("Garantie 2026", "vip")
    write(decisions.remove_tag, [1], tag="vip")
    assert services.database.read_now(decisions.known_tags) == ["Garantie 2026"]
    write(acts.undo)
    assert info(services).tags == ("Garantie 2026", "vip")


# --- merge and split -------------------------------------------------------------------------


def test_merged_tickets_are_one(services: Services, arrive: Arrive, write: Write) -> None:
    arrive(key="<1@x>", text="Eerste vraag")
    arrive(key="<2@x>", text="Tweede vraag", at=MONDAY + timedelta(minutes=1))
    write(decisions.set_priority, [2], priority="urgent")
    write(decisions.add_tag, [2], tag="vip")
    write(merging.merge, [1, 2])
    merged = info(services)
    assert (merged.message_count, merged.priority, merged.tags) == (2, "urgent", ("vip",))
    assert merged.first_reaction_due == MONDAY + timedelta(minutes=5)
    assert len(services.database.read_now(inbox.page, now=MONDAY)) == 1
    assert services.database.read_now(inbox.counts).views["all"] == 1
    view = services.database.read_now(inbox.ticket_view, 2)
    assert view is not None
    assert view.ticket.number == 1
    arrive(key="<3@x>", parents=["<2@x>"])
    assert info(services).message_count == 3


def test_a_merge_is_undone(services: Services, arrive: Arrive, write: Write) -> None:
    for number in range(3):
        arrive(key=f"<{number}@x>")
    write(drafts.save, 2, text="Beste", internal=False)
    write(decisions.change_state, [3], state="closed", ending=Ending("solved"))
    before = picture(services)
    act_id = write(merging.merge, [1, 2, 3])
    assert services.database.read_now(drafts.saved, 1) == drafts.SavedDraft("Beste", False)
    write(acts.undo, act_id)
    assert picture(services) == before
    assert services.database.read_now(drafts.saved, 2) == drafts.SavedDraft("Beste", False)


def test_a_merged_ticket_has_the_loudest_voice_and_the_oldest_clock(
    services: Services, arrive: Arrive, write: Write, clock: FakeClock
) -> None:
    arrive(key="<1@x>")
    clock.forward(timedelta(minutes=1))
    arrive(key="<2@x>", at=clock.now())

    def set_apart(unit: Unit) -> None:
        first, second = (unit.session.get_one(Ticket, one) for one in (1, 2))
        second.reach, second.answer_due = 5_000, first.created_at

    write(set_apart)
    act_id = write(merging.merge, [2, 1], into=2)
    assert clocks(services, 2) == (5_000, MONDAY)
    write(acts.undo, act_id)
    assert clocks(services, 2) == (5_000, MONDAY + timedelta(minutes=1))
    act_id = write(merging.merge, [1, 2], into=1)
    assert clocks(services, 1) == (5_000, MONDAY)
    write(acts.undo, act_id)
    assert clocks(services, 1) == (None, MONDAY)


def clocks(services: Services, ticket_id: int) -> tuple[Any, Any]:
    """How many a ticket reaches, and since when its clocks run."""

    def read(session: Any) -> tuple[Any, Any]:
        ticket = session.get_one(Ticket, ticket_id)
        return ticket.reach, ticket.clock_at

    return services.database.read_now(read)


def test_a_merge_is_undone_though_the_one_it_went_into_was_merged_on(
    services: Services, arrive: Arrive, write: Write
) -> None:
    for number in range(3):
        arrive(key=f"<{number}@x>")
    first = write(merging.merge, [2, 3], into=2)
    write(merging.merge, [1, 2], into=1)
    write(acts.undo, first)
    assert [info(services, one).message_count for one in (1, 3)] == [2, 1]


def test_an_open_question_keeps_a_merged_ticket_open(
    services: Services, arrive: Arrive, write: Write
) -> None:
    arrive()
    arrive()
    write(decisions.change_state, [1], state="closed", ending=Ending("solved"))
    write(decisions.snooze, [2], until=MONDAY + timedelta(days=1))
    write(merging.merge, [1, 2])
    assert (info(services).state, info(services).snoozed_until) == (
        "snoozed", MONDAY + timedelta(days=1),
    )  # fmt: skip


def test_what_cannot_be_merged(services: Services, arrive: Arrive, write: Write) -> None:
    add_account(services, handle="ander@voorbeeld.nl")
    arrive()
    with pytest.raises(merging.NothingToMergeError):
        write(merging.merge, [1, 1])
    arrive()
    write(
        lambda unit: unit.session.execute(text("update tickets set account_id = id where id < 3"))
    )
    with pytest.raises(merging.DifferentAccountsError):
        write(merging.merge, [1, 2])


def test_an_answer_after_a_merge_goes_to_nobody_else(
    services: Services, arrive: Arrive, write: Write
) -> None:
    arrive(key="<1@x>", author="anna@klant.example")
    arrive(key="<2@x>", author="bert@klant.example", at=MONDAY + timedelta(minutes=1))
    seen = replies.Seen(message_id=1, recipient="anna@klant.example")
    write(merging.merge, [1, 2])
    with pytest.raises(replies.NewerMessageError):
        write(replies.answer, 1, text="Hoi Anna", seen=seen)
    with pytest.raises(replies.RecipientChangedError, match="bert"):
        write(replies.answer, 1, text="Hoi", seen=replies.Seen(2, "anna@klant.example"))
    queued = write(replies.answer, 1, text="Hoi Bert", seen=replies.Seen(2, "bert@klant.example"))
    draft = services.database.read_now(outbox.draft, queued.outbox_id)
    assert draft is not None
    assert draft.recipient.handle == "bert@klant.example"
    assert draft.references == ("<2@x>",)


def test_a_queued_answer_keeps_its_way_through_a_merge(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write, clock: FakeClock
) -> None:
    arrive(key="<1@x>", author="anna@klant.example")
    arrive(key="<2@x>", author="bert@klant.example", at=MONDAY - timedelta(minutes=1))
    write(replies.answer, 1, text="Voor Anna")
    write(merging.merge, [1, 2])
    clock.forward(timedelta(minutes=1))
    sync(services)
    (sent,) = channel.platform.accepted
    assert sent.recipient == "anna@klant.example"
    assert sync(services).sent == 0


def test_a_split_takes_a_message_and_what_follows(
    services: Services, arrive: Arrive, write: Write
) -> None:
    arrive(key="<1@x>", subject="Pakket")
    arrive(key="<2@x>", parents=["<1@x>"], subject="Heel iets anders")
    arrive(key="<3@x>", parents=["<2@x>", "<1@x>"])
    before = picture(services)
    made, act_id = write(merging.split, 1, from_message=2)
    assert (info(services).message_count, info(services, made).message_count) == (1, 2)
    assert info(services, made).subject == "Heel iets anders"
    assert [one.number for one in info(services).links] == [2]
    arrive(key="<4@x>", parents=["<3@x>"])
    assert info(services, made).message_count == 3
    arrive(key="<5@x>", parents=["<1@x>"])
    assert info(services).message_count == 2
    write(acts.undo, act_id)
    assert info(services).message_count == 5
    assert services.database.read_now(inbox.counts).views["all"] == 1
    assert info(services).links == ()
    assert [row[0] for row in picture(services)["tickets"]][:1] == [before["tickets"][0][0]]


def test_a_split_without_more_is_undone_exactly(
    services: Services, arrive: Arrive, write: Write
) -> None:
    arrive(key="<1@x>")
    arrive(key="<2@x>", parents=["<1@x>"])
    before = picture(services)
    write(merging.split, 1, from_message=2)
    write(acts.undo)
    after = picture(services)
    after["tickets"] = [row for row in after["tickets"] if row[0] == 1]
    assert after == before


def test_what_cannot_be_split(arrive: Arrive, write: Write) -> None:
    arrive(key="<1@x>")
    write(replies.add_note, 1, text="Notitie")
    for message in (1, 2, 99):
        with pytest.raises(merging.NothingToSplitError):
            write(merging.split, 1, from_message=message)


def test_links_are_seen_from_both_sides(services: Services, arrive: Arrive, write: Write) -> None:
    arrive()
    arrive()
    assert write(merging.link, 2, 1) is not None
    assert write(merging.link, 1, 2) is None
    assert write(merging.link, 1, 1) is None
    assert [one.id for one in info(services, 2).links] == [1]
    write(merging.link, 1, 2, linked=False)
    assert info(services).links == ()
    write(acts.undo)
    assert [one.id for one in info(services).links] == [2]


# --- answers ---------------------------------------------------------------------------------


def test_an_answer_is_undone_until_it_leaves(
    services: Services, arrive: Arrive, write: Write, clock: FakeClock
) -> None:
    arrive()
    before = picture(services)
    queued = write(replies.answer, 1, text="Morgen", html="<b>Morgen</b>", ending=Ending("solved"))
    assert info(services).state == "closed"
    write(acts.undo, queued.act_id)
    assert picture(services) == before
    saved = services.database.read_now(drafts.saved, 1)
    assert saved == drafts.SavedDraft("Morgen", internal=False, html="<b>Morgen</b>")
    again = write(replies.answer, 1, text="Morgen")
    clock.forward(timedelta(minutes=1))
    sync(services)
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, again.act_id)
    assert info(services).state == "answered"


def test_an_answer_that_failed_reopens_a_closed_ticket(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write
) -> None:
    arrive()
    channel.platform.send_errors = [RecipientUnavailable(server="x", recipient="a", detail="")]
    write(replies.answer, 1, text="Morgen", now=True, ending=Ending("solved"))
    sync(services)
    assert info(services).state == "open"


@pytest.mark.parametrize("outcome", ["failed", "unknown"])
def test_an_answer_that_may_not_have_arrived_keeps_its_ticket_open(
    services: Services, arrive: Arrive, write: Write, outcome: str
) -> None:
    arrive()
    first = write(replies.answer, 1, text="Morgen", now=True).outbox_id
    if outcome == "failed":
        write(outbox.refused, first, RecipientUnavailable(server="x", recipient="a", detail=""))
    else:
        write(outbox.unknown, first, code="outcome_unknown")
    second = write(replies.answer, 1, text="Morgen dus", now=True, ending=Ending("solved"))
    assert (second.unsettled, info(services).state) == (outcome, "open")
    write(acts.undo, second.act_id)
    assert info(services).state == "open"
    write(replies.answer, 1, text="Morgen dus", now=True, ending=Ending("solved"))
    sync(services)
    third = write(replies.answer, 1, text="En klaar", now=True, ending=Ending("solved"))
    assert (third.unsettled, info(services).state) == (None, "closed")


def test_an_answer_is_held_when_the_customer_wrote_meanwhile(
    services: Services, channel: FakeChannelType, arrive: Arrive, write: Write, clock: FakeClock
) -> None:
    arrive(key="<1@x>")
    queued = write(replies.answer, 1, text="Morgen", send_at=MONDAY + timedelta(hours=20))
    (row,) = services.database.read_now(outbox.rows)
    assert row.due_at == MONDAY + timedelta(hours=20)
    clock.forward(timedelta(hours=2))
    arrive(key="<2@x>", parents=["<1@x>"], at=clock.now())
    clock.forward(timedelta(hours=20))
    sync(services)
    (row,) = services.database.read_now(outbox.rows)
    assert (row.state, row.error_code) == ("failed", "newer_message")
    assert channel.platform.accepted == []
    assert info(services).state == "open"
    write(outbox.retry, queued.outbox_id)
    sync(services)
    assert len(channel.platform.accepted) == 1


def test_undo_takes_no_other_answer_back_than_its_own(
    services: Services, arrive: Arrive, write: Write
) -> None:
    arrive()
    arrive()
    first = write(replies.answer, 1, text="Morgen")
    write(outbox.discard, first.outbox_id)
    second = write(replies.answer, 2, text="Vandaag")
    assert second.outbox_id == first.outbox_id, "the store gives numbers away again"
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, first.act_id)
    assert len(services.database.read_now(outbox.rows)) == 1


def test_a_held_answer_can_be_taken_back(
    services: Services, arrive: Arrive, write: Write, clock: FakeClock
) -> None:
    arrive(key="<1@x>")
    queued = write(replies.answer, 1, text="Morgen")
    clock.forward(timedelta(seconds=5))
    arrive(key="<2@x>", parents=["<1@x>"], at=clock.now())
    clock.forward(timedelta(minutes=1))
    sync(services)
    write(outbox.discard, queued.outbox_id)
    assert services.database.read_now(drafts.saved, 1) == drafts.SavedDraft("Morgen", False)
    assert info(services).message_count == 2


def test_a_note_is_undone(services: Services, arrive: Arrive, write: Write) -> None:
    arrive()
    before = picture(services)
    write(replies.add_note, 1, text="Bel Lisa")
    assert info(services).message_count == 2
    write(acts.undo)
    assert picture(services) == before


@pytest.mark.parametrize("late", [0, 30])
def test_sending_again_is_a_word_for_what_is_there_by_then(
    services: Services,
    channel: FakeChannelType,
    arrive: Arrive,
    write: Write,
    clock: FakeClock,
    late: int,
) -> None:
    arrive(key="<1@x>")
    queued = write(replies.answer, 1, text="Morgen")
    before = timedelta(minutes=late)
    arrive(key="<2@x>", parents=["<1@x>"], at=clock.now() - before)
    clock.forward(timedelta(minutes=1))
    sync(services)
    assert channel.platform.accepted == []
    channel.platform.send_errors = [Offline(server="x", detail="")]
    write(outbox.retry, queued.outbox_id)
    sync(services)
    arrive(key="<3@x>", parents=["<1@x>"], at=clock.now() - before)
    clock.forward(timedelta(hours=1))
    sync(services)
    (row,) = services.database.read_now(outbox.rows)
    assert (row.state, row.error_code) == ("failed", "newer_message")
    write(outbox.retry, queued.outbox_id)
    sync(services)
    assert len(channel.platform.accepted) == 1


# --- long rows -------------------------------------------------------------------------------


PROCEDURE = """---
soort: sop
titel: Te laat
verplicht: ja
---
## Stappen
1. Zoek het op
2. Keuze: Komt het nog?
   - Ja -> 3
   - Nee -> 1
3. Klaar: Opgelost
"""


class Owner:
    """Does and takes back at random; every undo of the newest act restores the exact picture."""

    def __init__(self, services: Services, seed: int, names: Sequence[str] = ()) -> None:
        self.names = names or ACTS
        self.services = services
        self.write = services.database.write_now
        self.chance = random.Random(seed)
        self.done: list[tuple[int, Any]] = []
        self.tried = 0

    def tickets(self) -> list[int]:
        rows = self.services.database.read_now(inbox.page, "", now=MONDAY, limit=500)
        return [row.id for row in rows]

    def some(self) -> list[int]:
        known = self.tickets()
        return self.chance.sample(known, min(len(known), self.chance.choice([1, 1, 2, 3])))

    def act(self) -> None:
        before = picture(self.services)
        try:
            act_id = getattr(self, self.chance.choice(self.names))()
        except KnownError:
            assert picture(self.services) == before, "a refused act changed something"
            return
        if act_id is None:
            assert picture(self.services) == before, "no act, but something changed"
        else:
            self.done.append((act_id, before))
        self.tried += 1

    def undo(self) -> None:
        if not self.done:
            return
        act_id, before = self.done.pop()
        self.write(acts.undo, act_id)
        after = picture(self.services)
        stones = {row[0] for row in after["tickets"]} - {row[0] for row in before["tickets"]}
        after["tickets"] = [row for row in after["tickets"] if row[0] not in stones]
        assert after == before, act_id

    def state(self) -> Any:
        wanted = self.chance.choice(["closed", "spam", "open", "no_reaction", "waiting_customer"])
        why = self.chance.choice(["no_question", "Bedankje"])
        act = self.write(
            decisions.change_state,
            self.some(),
            state=wanted,
            reason=why,
            ending=Ending("solved"),
        )
        return act.act_id

    def category(self) -> Any:
        wanted = self.chance.choice(["orders", "products", None])
        return self.write(decisions.set_listed, self.some(), field="category", value=wanted).act_id

    def type(self) -> Any:
        wanted = self.chance.choice(["question", "complaint", None])
        return self.write(decisions.set_listed, self.some(), field="type", value=wanted).act_id

    def entry(self) -> Any:
        keys = [one.key for one in self.services.database.read_now(lists.entries, "type")]
        match self.chance.choice(["add", "rename", "move", "remove"]):
            case "add":
                return self.write(lists.add, "type", name_nl=f"Soort {self.chance.random()}")[1]
            case "rename":
                name = f"Anders {self.chance.random()}"
                return self.write(lists.rename, "type", self.chance.choice(keys), name_nl=name)
            case "move":
                to = self.chance.randrange(9)
                return self.write(lists.move, "type", self.chance.choice(keys), to=to)
            case _:
                key, other = self.chance.sample(keys, 2)
                return self.write(lists.remove, "type", key, replacement=other)

    def log(self) -> Any:
        way = self.chance.choice(logged.WAYS)
        back = MONDAY + timedelta(days=9) if self.chance.random() < 0.2 else None
        settled = self.chance.random() < 0.6
        return self.write(
            logged.log, self.some()[0], way=way, text="Gezegd", settled=settled, callback_at=back
        )

    def platform(self) -> Any:
        return self.write(platforms.switch, "bol", on=self.chance.random() < 0.5)

    def standing(self) -> Any:
        vip = self.chance.random() < 0.5
        return self.write(influence.set_standing, self.some(), vip=vip).act_id

    def rule(self) -> Any:
        known = self.services.database.read_now(policies.rules)
        if not known or self.chance.random() < 0.4:
            return self.write(
                policies.save,
                name=f"Regel {self.chance.random()}",
                conditions=[policy.Condition("words", ("bericht",))],
                effects=[policy.Effect("type", self.chance.choice(["question", "complaint"]))],
            )[1]
        one = self.chance.choice(known)
        match self.chance.choice(["apply", "move", "remove"]):
            case "apply":
                return self.write(policy_acts.apply_to, one.id, self.some()).act_id
            case "move":
                return self.write(policies.move, one.id, to=self.chance.randrange(4))
            case _:
                return self.write(policies.remove, one.id)

    def priority(self) -> Any:
        wanted = self.chance.choice(["low", "normal", "high", "urgent"])
        return self.write(decisions.set_priority, self.some(), priority=wanted).act_id

    def tag(self) -> Any:
        wanted = self.chance.choice(["vip", "garantie"])
        act = self.chance.choice([decisions.add_tag, decisions.remove_tag])
        return self.write(act, self.some(), tag=wanted).act_id

    def snooze(self) -> Any:
        until = MONDAY + timedelta(hours=self.chance.randrange(1, 99))
        return self.write(decisions.snooze, self.some(), until=until).act_id

    def merge(self) -> Any:
        return self.write(merging.merge, self.some())

    def split(self) -> Any:
        (ticket_id, *_) = self.some()
        messages = self.services.database.read_now(inbox.messages, ticket_id)
        chosen = self.chance.choice(messages).id
        return self.write(merging.split, ticket_id, from_message=chosen)[1]

    def link(self) -> Any:
        pair = self.chance.sample(self.tickets(), 2) if len(self.tickets()) > 1 else [1, 1]
        return self.write(merging.link, *pair, linked=self.chance.random() < 0.7)

    def answer(self) -> Any:
        (ticket_id, *_) = self.some()
        close = self.chance.random() < 0.5
        return self.write(
            replies.answer, ticket_id, text="Antwoord", ending=Ending("solved") if close else None
        ).act_id

    def react(self) -> Any:
        return self.write(reactions.react, self.some(), promise=self.chance.random() < 0.5).act_id

    def promise(self) -> Any:
        (ticket_id, *_) = self.some()
        promise = Found("U hoort van ons", MONDAY + timedelta(hours=9), PromiseKind.PROMISE)
        return self.write(replies.answer, ticket_id, text="Ja", promise=promise).act_id

    def talk(self) -> Any:
        kind = self.chance.choice(["phone", "walkin"])
        ring = MONDAY + timedelta(hours=self.chance.randrange(4, 99))
        return self.write(
            entries.add,
            kind=kind,
            direction=self.chance.choice(["in", "out"]),
            name="Anna",
            handle="anna@klant.example",
            text="Waar blijft het?",
            minutes=self.chance.randrange(9),
            callback_at=self.chance.choice([None, ring]),
            settled=self.chance.random() < 0.5,
        ).act_id

    def case(self) -> Any:
        line, traits = self.chance.choice(list(Line)), Traits(public=True)
        if self.chance.random() < 0.5:
            return self.write(cases.note, self.some()[0], line=line, text="Elders", traits=traits)
        made = self.write(cases.write, self.some()[0], line=line, text="Regel", traits=traits)
        return made.act_id

    def incident(self) -> Any:
        known = self.services.database.read_now(incidents.infos, everyone=True)
        match self.chance.choice(["begin", "link", "link", "out", "tell", "close", "reopen"]):
            case "begin":
                return self.write(incidents.begin, title="Storing", ticket_ids=self.some())[1]
            case "link" | "out" as act:
                chosen = self.chance.choice(known).id if known and act == "link" else None
                return self.write(incidents.link, self.some(), incident_id=chosen).act_id
            case act:
                chosen = self.chance.choice(known).id if known else 99
                values = {"status": self.chance.choice("ab")} if act == "tell" else {}
                return self.write(getattr(incidents, act), chosen, **values)

    def hours(self) -> Any:
        day = date(2026, 11, 23) + timedelta(days=self.chance.randrange(5))
        blocks = self.chance.choice([(), (Block(600, 900),)])
        match self.chance.choice(["week", "evening", "date", "unset", "holiday", "country"]):
            case "week":
                return self.write(hours_acts.set_week, {day.weekday(): blocks})
            case "evening":
                return self.write(hours_acts.set_evening, {day.weekday(): blocks})
            case "date":
                return self.write(hours_acts.set_date, day, blocks=blocks)
            case "unset":
                return self.write(hours_acts.unset_date, day)
            case "holiday":
                is_open = self.chance.random() < 0.5
                christmas = date(2026, 12, 25)
                return self.write(hours_acts.confirm_holiday, christmas, is_open=is_open)
            case _:
                country = self.chance.choice(["NL", "BE", ""])
                return self.write(hours_acts.set_country, country)

    def note(self) -> Any:
        return self.write(replies.add_note, self.some()[0], text="Notitie")

    def ask(self) -> Any:
        draft = self.chance.choice([None, "Mag dit zo?"])
        asked = self.write(questions.ask, self.some()[0], colleague_id=1, text="Vraag", draft=draft)
        return asked.act_id

    def consult(self) -> Any:
        (ticket_id, *_) = self.some()
        return self.write(
            consults.log_phone, ticket_id, colleague_id=1, asked="Mag dit?", answer="Ja"
        )

    def withdraw(self) -> Any:
        known = self.services.database.read_now(questions.infos)
        chosen = self.chance.choice(known).id if known else 99
        return self.write(questions.withdraw, chosen)

    def decide(self) -> Any:
        known = self.services.database.read_now(questions.infos)
        chosen = self.chance.choice(known).id if known else 99
        return self.write(consults.decide, chosen, approved=self.chance.random() < 0.5)

    def colleague(self) -> Any:
        phone = str(self.chance.randrange(3))
        return self.write(directory.change, 1, phone=phone, role="Monteur")

    def walk(self) -> Any:
        (ticket_id, *_) = self.some()
        run = self.services.database.read_now(runs.on, ticket_id)
        if run is None:
            return self.write(runs.start, ticket_id, page_id=1)[1]
        match self.chance.choice(["tick", "choose", "choose", "back", "stop"]):
            case "tick":
                return self.write(runs.tick, run.id)
            case "choose":
                return self.write(runs.choose, run.id, answer=self.chance.randrange(3))
            case "back":
                return self.write(runs.back, run.id)
            case _:
                return self.write(runs.stop, run.id, reason="Anders opgelost")


ACTS = [
    "state", "category", "priority", "tag", "snooze", "merge", "split", "link", "answer", "note",
    "react", "promise",
    "ask", "consult", "withdraw", "decide", "colleague",
    "type", "entry", "standing", "rule", "talk", "incident", "case", "log", "platform",
    "walk", "walk",
]  # fmt: skip


def check_turns(services: Services) -> None:
    """The ledger of every ticket is without a gap and ends with whose turn it is now."""

    def look(session: Session) -> None:
        for ticket in session.scalars(select(Ticket)):
            spans = turns.spans(session, ticket.id)
            merged = ticket.merged_into_id is not None
            assert spans[-1].turn is turn_of(TicketState(ticket.state), merged=merged)
            assert spans[0].since == ticket.created_at
            assert all(a.until == b.since for a, b in itertools.pairwise(spans))

    services.database.read_now(look)


TURNS = examples(200, quick=50)


@repeated
@pytest.mark.parametrize("turn", range(examples(1, quick=1, most=20)))
def test_200_acts_and_undos_return_to_the_exact_state(
    services: Services, arrive: Arrive, turn: int, clock: FakeClock
) -> None:
    for number in range(6):
        arrive(key=f"<{number}@x>", at=MONDAY - timedelta(minutes=number))
        arrive(key=f"<{number}b@x>", parents=[f"<{number}@x>"])
    services.database.write_now(directory.add, name="Piet", mail="piet@winkel.example")
    services.database.write_now(page_acts.save, PROCEDURE)
    start = picture(services)
    owner = Owner(services, random.randrange(10**9) + turn)
    for _ in range(TURNS):
        clock.forward(timedelta(seconds=1))
        owner.act() if owner.chance.random() < 0.6 else owner.undo()
    while owner.done:
        owner.undo()
    end = picture(services)
    end["tickets"] = [row for row in end["tickets"] if row[0] <= 6]
    assert end == start
    assert owner.tried > TURNS // 4
    check_turns(services)
    assert services.database.read_now(journal.verify).broken_at is None


def test_hours_and_all_that_follows_from_them_return_to_the_exact_state(
    services: Services, arrive: Arrive, clock: FakeClock
) -> None:
    """Without acts that hand over the turn: minutes that passed stay booked when those are undone.

    Clocks counted anew after that are later by these minutes, as they should be.
    """
    for number in range(3):
        arrive(key=f"<{number}@x>", at=MONDAY - timedelta(minutes=number))
    start = picture(services)
    names = ["hours", "hours", "hours", "talk", "tag", "category", "note"]
    owner = Owner(services, random.randrange(10**9), names)
    for _ in range(60):
        clock.forward(timedelta(seconds=1))
        owner.act() if owner.chance.random() < 0.6 else owner.undo()
    while owner.done:
        owner.undo()
    end = picture(services)
    end["tickets"] = [row for row in end["tickets"] if row[0] <= 3]
    assert end == start
    check_turns(services)
