"""A message comes in: which ticket, which state, which clock."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.bootstrap import Services
from app.models.messages import Blob, RawEvent
from app.services.channels.api import Attachment, ParseContext
from app.services.storage.database import Unit
from app.services.sync import ingest
from app.services.tickets import decisions, inbox, replies
from app.services.tickets.arrivals import Arrival, Placed, receive
from app.services.tickets.documenting import Ending
from app.services.tickets.inbox import TicketView
from tests.fakes import MONDAY, SHOP, FakeClock, parse_fake, raw_item

Deliver = Callable[..., Placed]


@pytest.fixture
def deliver(services: Services, account_id: int) -> Deliver:
    """Put one message through the steps of the ingest."""
    numbers = iter(range(1, 1000))

    def put(*, attachments: tuple[Attachment, ...] = (), **values: Any) -> Placed:
        item = raw_item(number=next(numbers), **values)
        message = parse_fake(item, ParseContext(frozenset({SHOP})))
        if attachments:
            from dataclasses import replace

            message = replace(message, attachments=attachments)

        def work(unit: Unit) -> Placed:
            ingest._store_raw(unit, account_id, item)
            raw = unit.session.scalars(
                select(RawEvent.id).where(RawEvent.external_id == item.external_id)
            ).one()
            arrival = Arrival(account_id, "fake", raw, message, in_sent=item.outgoing)
            placed = receive(unit, arrival)
            assert placed is not None
            return placed

        return services.database.write_now(work)

    return put


@pytest.fixture
def view(services: Services) -> Callable[[Placed], TicketView]:
    def look(placed: Placed) -> TicketView:
        found = services.database.read_now(inbox.ticket_view, placed.ticket_id)
        assert found is not None
        return found

    return look


View = Callable[[Placed], TicketView]


def answer(services: Services, placed: Placed, text: str = "Het komt eraan.") -> None:
    services.database.write_now(replies.answer, placed.ticket_id, text=text, now=True)


def set_state(services: Services, placed: Placed, state: str) -> None:
    services.database.write_now(
        decisions.change_state, [placed.ticket_id], state=state, ending=Ending("solved")
    )


def test_a_first_message_begins_a_ticket_with_both_clocks(deliver: Deliver, view: View) -> None:
    ticket = view(deliver(name="Anna")).ticket
    assert (ticket.state, ticket.at_turn, ticket.contact_name) == ("new", "us", "Anna")
    assert ticket.first_reaction_due == MONDAY + timedelta(minutes=5)
    assert ticket.answer_due == MONDAY + timedelta(hours=24)
    assert ticket.next_due == ticket.first_reaction_due


def test_the_same_message_twice_is_one(deliver: Deliver, view: View) -> None:
    first = deliver(key="<1@x>")
    again = deliver(key="<1@x>")
    assert again == Placed(first.ticket_id, first.message_id, known=True)
    assert len(view(first).messages) == 1


def test_another_message_with_the_same_key_is_kept(deliver: Deliver, view: View) -> None:
    first = deliver(key="<1@x>", fingerprint="one")
    other = deliver(key="<1@x>", fingerprint="two", text="Iets anders")
    assert other.ticket_id == first.ticket_id
    assert [message.text for message in view(first).messages] == ["Bericht 1", "Iets anders"]


def test_a_reply_to_our_answer_reopens_and_starts_the_answer_clock(
    services: Services, clock: FakeClock, deliver: Deliver, view: View
) -> None:
    first = deliver(key="<1@x>")
    answer(services, first)
    assert view(first).ticket.state == "answered"
    assert view(first).ticket.next_due is None
    clock.forward(timedelta(hours=1))
    again = deliver(key="<2@x>", parents=["<1@x>"], at=clock.now())
    ticket = view(again).ticket
    assert again.ticket_id == first.ticket_id
    assert ticket.state == "open"
    assert ticket.answer_due == clock.now() + timedelta(hours=24)


def test_same_subject_without_reference_is_another_ticket(deliver: Deliver) -> None:
    assert deliver().ticket_id != deliver().ticket_id


def test_a_stranger_in_a_thread_is_flagged(deliver: Deliver, view: View) -> None:
    first = deliver(key="<1@x>")
    deliver(key="<2@x>", parents=["<1@x>"], author="iemand@anders.example")
    found = view(first)
    assert found.ticket.new_sender
    assert [message.new_sender for message in found.messages] == [False, True]
    assert any(entry.reason == "new_sender" for entry in found.journal)


def test_a_known_participant_is_not_flagged(deliver: Deliver, view: View) -> None:
    first = deliver(key="<1@x>")
    deliver(key="<2@x>", parents=["<1@x>"])
    assert not view(first).ticket.new_sender


def test_an_answer_from_another_program_stops_the_clocks(deliver: Deliver, view: View) -> None:
    first = deliver(key="<1@x>")
    later = MONDAY + timedelta(minutes=3)
    deliver(
        stream="sent", key="<9@x>", parents=["<1@x>"], author=SHOP,
        to=["anna@klant.example"], at=later,
    )  # fmt: skip
    found = view(first)
    assert found.ticket.state == "answered"
    assert found.ticket.first_reacted_at == later
    assert found.messages[-1].direction == "out"
    assert found.messages[-1].delivery == "sent"


def test_an_older_question_that_comes_in_after_our_answer_stays_answered(
    deliver: Deliver, view: View
) -> None:
    ours = deliver(
        stream="sent", key="<9@x>", parents=["<1@x>"], author=SHOP,
        to=["anna@klant.example"], at=MONDAY,
    )  # fmt: skip
    theirs = deliver(key="<1@x>", at=MONDAY - timedelta(hours=1))
    found = view(theirs)
    assert theirs.ticket_id == ours.ticket_id
    assert found.ticket.state == "answered"
    assert found.ticket.next_due is None
    assert found.ticket.created_at == MONDAY - timedelta(hours=1)


def test_a_reply_within_the_same_second_as_our_answer_reopens(
    services: Services, clock: FakeClock, deliver: Deliver, view: View
) -> None:
    first = deliver(key="<1@x>")
    clock.forward(timedelta(milliseconds=700))
    answer(services, first)
    deliver(key="<2@x>", parents=["<1@x>"], at=MONDAY)
    assert view(first).ticket.state == "open"


def test_old_mail_found_at_connecting_is_history(deliver: Deliver, view: View) -> None:
    found = view(deliver(at=MONDAY - timedelta(days=30), history=True))
    assert (found.ticket.state, found.ticket.next_due) == ("closed", None)
    assert found.journal[0].reason == "before_balie"


def test_a_reply_long_after_closing_opens_a_linked_follow_up(
    services: Services, clock: FakeClock, deliver: Deliver, view: View
) -> None:
    first = deliver(key="<1@x>")
    set_state(services, first, "closed")
    clock.forward(timedelta(days=15))
    second = deliver(key="<2@x>", parents=["<1@x>"], at=clock.now())
    third = deliver(key="<3@x>", parents=["<1@x>"], at=clock.now())
    assert view(first).ticket.state == "closed"
    assert view(second).ticket.follows == first.ticket_id
    assert third.ticket_id == second.ticket_id


def test_a_reply_soon_after_closing_reopens(
    services: Services, clock: FakeClock, deliver: Deliver, view: View
) -> None:
    first = deliver(key="<1@x>")
    set_state(services, first, "closed")
    clock.forward(timedelta(days=1))
    deliver(key="<2@x>", parents=["<1@x>"], at=clock.now())
    assert view(first).ticket.state == "open"


def test_spam_stays_spam(services: Services, deliver: Deliver, view: View) -> None:
    first = deliver(key="<1@x>")
    set_state(services, first, "spam")
    deliver(key="<2@x>", parents=["<1@x>"])
    assert view(first).ticket.state == "spam"


@pytest.mark.parametrize("automatic", ["auto_reply", "receipt", "bounce", "loop"])
def test_a_machine_does_not_reopen(
    services: Services, deliver: Deliver, view: View, automatic: str
) -> None:
    first = deliver(key="<1@x>")
    answer(services, first)
    deliver(key="<2@x>", parents=["<1@x>"], automatic=automatic)
    assert view(first).ticket.state == "answered"


def test_a_machine_that_begins_is_shown_but_a_receipt_asks_nothing(
    deliver: Deliver, view: View
) -> None:
    assert view(deliver(automatic="list")).ticket.state == "new"
    assert view(deliver(automatic="receipt")).ticket.state == "no_reaction"


def test_the_customer_of_a_web_form_is_its_reply_address(deliver: Deliver, view: View) -> None:
    ticket = view(deliver(reply_to="klant@form.example")).ticket
    assert [identity.handle for identity in ticket.identities] == ["klant@form.example"]


def test_a_name_that_comes_later_is_learnt(deliver: Deliver, view: View) -> None:
    first = deliver(key="<1@x>")
    deliver(key="<2@x>", parents=["<1@x>"], name="Anna de Vries")
    assert view(first).ticket.contact_name == ""
    deliver(key="<3@x>", name="Anna de Vries")
    assert view(first).ticket.contact_name == "Anna de Vries"


def test_the_same_file_is_stored_once(services: Services, deliver: Deliver, view: View) -> None:
    files = (Attachment("bon.pdf", "application/pdf", b"%PDF"),)
    first = deliver(attachments=files)
    deliver(attachments=files)
    blobs = services.database.read_now(
        lambda session: session.scalar(select(func.count()).select_from(Blob))
    )
    assert blobs == 1
    shown = view(first).messages[0].attachments[0]
    stored = services.database.read_now(inbox.attachment, shown.id)
    assert stored is not None
    assert stored.data == b"%PDF"


def test_a_message_we_wrote_first_elsewhere_is_an_answered_ticket(
    deliver: Deliver, view: View
) -> None:
    placed = deliver(stream="sent", author=SHOP, to=["nieuw@klant.example"])
    ticket = view(placed).ticket
    assert ticket.state == "answered"
    assert [identity.handle for identity in ticket.identities] == ["nieuw@klant.example"]
