"""Talks by phone and in the shop, noted by hand."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.errors import EmptyTextError, InvalidValueError, KnownError, NotFoundError
from app.services.sync import accounts, health
from app.services.tickets import (
    acts,
    entries,
    inbox,
    journal,
    lifecycle,
    merging,
    promises,
    replies,
    standing,
)
from app.services.tickets.decisions import NotInTheFutureError
from app.services.tickets.entries import Entered
from app.services.tickets.inbox import TicketInfo
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration import test_cli
from tests.integration.test_acts import picture
from tests.integration.test_cli import Balie
from tests.integration.test_engine import sync

balie = test_cli.balie
Enter = Callable[..., Entered]
HOUR = timedelta(hours=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def enter(services: Services) -> Enter:
    def note(**values: Any) -> Entered:
        wanted = {
            "kind": "phone",
            "direction": "in",
            "name": "Anna Bakker",
            "handle": "06 1234 5678",
            "text": "Vraagt naar de tajine.\nWordt geleverd.",
            "minutes": 4,
            **values,
        }
        made: Entered = services.database.write_now(entries.add, **wanted)
        return made

    return note


def info(services: Services, ticket_id: int) -> TicketInfo:
    return services.database.read_now(inbox.infos, [ticket_id])[0]


def test_a_call_that_is_settled_stops_its_clocks(services: Services, enter: Enter) -> None:
    made = enter()
    ticket = info(services, made.ticket_id)
    assert (ticket.channel, ticket.subject) == ("phone", "Vraagt naar de tajine.")
    assert (ticket.state, ticket.next_due, ticket.contact_name) == ("answered", None, "Anna Bakker")
    assert ticket.first_reacted_at == MONDAY - timedelta(minutes=4)
    assert ticket.answered_at == MONDAY
    (note,) = services.database.read_now(inbox.messages, made.ticket_id)
    assert (note.direction, note.text) == (
        "note",
        "Anna Bakker belde ons (4 min)\nVraagt naar de tajine.\nWordt geleverd.",
    )
    minutes = services.database.read_now(standing.standing_of, made.ticket_id).minutes(MONDAY)
    assert (minutes["us"], minutes["closed"]) == (4, 0)
    (row,) = services.database.read_now(inbox.page, "", now=MONDAY, view="done")
    assert row.snippet.startswith("Anna Bakker belde ons")
    acts_of = [one.act for one in services.database.read_now(journal.entries, made.ticket_id)]
    assert acts_of[0] == "entered_phone"


def test_what_is_still_to_be_done_waits_for_its_answer(services: Services, enter: Enter) -> None:
    ticket = info(services, enter(settled=False).ticket_id)
    assert (ticket.state, ticket.due_kind, ticket.answered_at) == ("open", "answer", None)
    ours = info(services, enter(settled=False, direction="out").ticket_id)
    assert (ours.state, ours.answer_due, ours.first_reacted_at) == ("open", None, None)


def test_who_is_to_be_rung_back_gets_a_promise(services: Services, enter: Enter) -> None:
    made = enter(callback_at=MONDAY + HOUR, direction="out")
    ticket = info(services, made.ticket_id)
    assert (ticket.state, ticket.due_kind) == ("open", "callback")
    (promise,) = services.database.read_now(promises.open_ones)
    assert (promise.kind, promise.words, promise.due_at) == (
        "callback",
        "Anna Bakker, 06 1234 5678",
        MONDAY + HOUR,
    )
    (note,) = services.database.read_now(inbox.messages, made.ticket_id)
    assert note.text.endswith("Terugbellen: vandaag om 11:00")


def test_an_entry_is_taken_back_as_one(
    services: Services, enter: Enter, clock: FakeClock, account_id: int
) -> None:
    enter()
    before = picture(services)
    made = enter(callback_at=MONDAY + HOUR)
    clock.forward(timedelta(minutes=59))
    services.database.write_now(promises.watch)
    services.database.write_now(acts.undo, made.act_id)
    after = picture(services)
    assert [row for row in after["tickets"] if row[0] != made.ticket_id] == before["tickets"]
    for table in ("messages", "promises", "ticket_counts"):
        assert after[table] == before[table]
    assert services.database.read_now(inbox.counts).views["todo"] == 0
    with pytest.raises(NotFoundError):
        services.database.read_now(lifecycle.by_number, made.number)
    with pytest.raises(acts.NothingToUndoError):
        services.database.write_now(acts.undo, made.act_id)


def test_an_entry_that_was_gone_on_with_stays(services: Services, enter: Enter) -> None:
    made = enter()
    services.database.write_now(replies.add_note, made.ticket_id, text="Nogmaals gebeld.")
    with pytest.raises(acts.TooLateToUndoError):
        services.database.write_now(acts.undo, made.act_id)
    assert info(services, made.ticket_id).message_count == 2


def test_a_customer_is_known_by_his_address(
    services: Services, enter: Enter, channel: FakeChannelType, account_id: int
) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)
    (mail,) = services.database.read_now(inbox.infos, [1])
    handle = mail.identities[0].handle
    first = info(services, enter(handle=handle.upper(), name="").ticket_id)
    assert first.identities == mail.identities
    numbers = [enter(handle=one).ticket_id for one in ("06-12345678", "+31 6 1234 5678")]
    assert len({info(services, one).identities[0].handle for one in numbers}) == 1
    nameless = enter(kind="walkin", handle="", name=" Een  meneer ")
    assert info(services, nameless.ticket_id).contact_name == "Een meneer"
    assert info(services, nameless.ticket_id).identities == ()


def test_nothing_is_sent_from_an_entry(services: Services, enter: Enter, account_id: int) -> None:
    made = enter(settled=False)
    with pytest.raises(replies.NotedByHandError, match="Ring back"):
        services.database.write_now(replies.answer, made.ticket_id, text="Dag")
    sync(services)
    local = [one for one in services.database.read_now(health.accounts) if one.state == "local"]
    assert [one.kind for one in local] == ["phone"]
    with pytest.raises(NotFoundError):
        services.database.read_now(accounts.find, "phone")
    enter()
    assert len(services.database.read_now(health.accounts)) == 2


def test_an_entry_is_not_merged_with_mail(
    services: Services, enter: Enter, channel: FakeChannelType, account_id: int
) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)
    made = enter()
    with pytest.raises(KnownError):
        services.database.write_now(merging.merge, [1, made.ticket_id])


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"text": " "}, EmptyTextError),
        ({"name": "", "handle": ""}, entries.NobodySpokenToError),
        ({"handle": "Anna"}, entries.UnknownHandleError),
        ({"handle": "", "callback_at": MONDAY + HOUR}, entries.NobodyToRingError),
        ({"callback_at": MONDAY}, NotInTheFutureError),
        ({"kind": "fax"}, InvalidValueError),
        ({"direction": "note"}, InvalidValueError),
    ],
)
def test_what_is_not_right_is_said_and_nothing_kept(
    services: Services, enter: Enter, values: dict[str, Any], error: type[KnownError]
) -> None:
    with pytest.raises(error):
        enter(**values)
    assert services.database.read_now(inbox.counts).views["all"] == 0


def test_the_form_of_a_note_leaves_out_what_was_not_said(services: Services) -> None:
    read = services.database.read_now
    assert read(entries.body, about="De tajine", agreed=" ") == "Waarover: De tajine"
    both = read(entries.body, about="De tajine", agreed="Komt vrijdag")
    assert both == "Waarover: De tajine\nAfgesproken: Komt vrijdag"


def test_a_talk_is_noted_on_the_command_line(services: Services, balie: Balie) -> None:
    made = balie("entry", "phone", "--name", "Anna", "--handle", "06 1234 5678", "--text", "Tajine",
                 "--minutes", "3", "--callback", "in 2 hours", "--json")  # fmt: skip
    assert made == {"ticket": 1, "ticket_id": 1, "act": 1}
    (promise,) = balie("promise", "list", "--json")
    assert promise["kind"] == "callback"
    assert balie("entry", "walkin", "--name", "Piet", "--text", "Pan", "--out", "--open") == "2\n"
    assert balie("show", "2", "--json")["messages"][0]["text"] == "Wij gingen langs bij Piet\nPan"
    assert balie("entry", "phone", "--name", "Anna") == 2
    assert balie("entry", "phone", "--name", "A", "--text", "T", "--callback", "ooit") == 2
    assert balie("entry", "phone", "--text", "T") == 1
    balie("undo", "1")
    assert balie("show", "1") == 1
