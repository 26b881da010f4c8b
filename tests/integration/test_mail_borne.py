"""What comes in by mail and is of another channel: its name, its customer, how it is answered."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.bootstrap import Services
from app.models.accounts import Account
from app.models.messages import OutboxItem, RawEvent
from app.services.channels.api import ParseContext, RawItem, Traits
from app.services.channels.email import compose
from app.services.channels.email.parse import parse_mail
from app.services.channels.errors import NoAnswersThere
from app.services.settings import AcknowledgeSettings, save
from app.services.storage.database import Unit
from app.services.sync import ingest, outbox
from app.services.tickets import bulk_replies, inbox, reactions, replies
from app.services.tickets.arrivals import Arrival, Placed, receive
from app.services.tickets.inbox import TicketView
from app.services.tickets.suited import ON_THE_PAGE, suited
from tests.channels.test_email_notifications import LINKEDIN, head
from tests.channels.test_email_webform import FORM, HEAD, form_mail
from tests.data.mails import OWN, mail, with_fields
from tests.fakes import MONDAY

Deliver = Callable[..., Placed]


@pytest.fixture
def mailbox(services: Services) -> int:
    """Have a connected mail account; returns its id."""

    def make(unit: Unit) -> int:
        account = Account(
            kind="email",
            handle=OWN,
            name="Winkel",
            values={},
            state="active",
            created_at=unit.now,
            health="ok",
        )
        unit.session.add(account)
        unit.session.flush()
        return account.id

    return services.database.write_now(make)


@pytest.fixture
def deliver(services: Services, mailbox: int) -> Deliver:
    """Put one mail through the steps of the ingest."""
    numbers = iter(range(1, 100))

    def put(data: bytes, *, at: timedelta = timedelta(0), **context: Any) -> Placed:
        item = RawItem(f"1:{next(numbers)}", "INBOX", MONDAY + at, data)
        message = parse_mail(item, ParseContext(frozenset({OWN}), **context))

        def work(unit: Unit) -> Placed:
            ingest._store_raw(unit, mailbox, item)
            raw = unit.session.scalars(
                select(RawEvent.id).where(RawEvent.external_id == item.external_id)
            ).one()
            placed = receive(unit, Arrival(mailbox, "email", raw, message, in_sent=False))
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


def form(**changed: Any) -> bytes:
    return form_mail(json.dumps(FORM | changed).encode())


# --- a contact form -------------------------------------------------------------------------------


def test_a_form_is_a_ticket_of_its_own_channel_with_clocks(deliver: Deliver, view: View) -> None:
    ticket = view(deliver(form())).ticket
    assert (ticket.channel, ticket.account, ticket.subject) == ("webform", OWN, "Kapotte lamp")
    assert (ticket.state, ticket.at_turn) == ("new", "us")
    assert ticket.first_reaction_due is not None
    (identity,) = ticket.identities
    assert (identity.kind, identity.handle) == ("email", "jan@klant.nl")


def test_the_same_form_twice_is_one(deliver: Deliver, view: View) -> None:
    first = deliver(form())
    again = deliver(form().replace(b"<f1@", b"<f2@"))
    assert (again.ticket_id, again.known) == (first.ticket_id, True)
    assert len(view(first).messages) == 1


def test_the_customer_of_a_form_is_the_one_who_mails(deliver: Deliver, view: View) -> None:
    first = deliver(with_fields(From="jan@klant.nl", To=OWN, Message_ID="<a@klant.nl>"))
    assert view(deliver(form())).ticket.identities == view(first).ticket.identities


def test_the_answer_goes_to_the_customer_in_the_thread(
    services: Services, deliver: Deliver, view: View
) -> None:
    placed = deliver(form())
    queued = services.database.write_now(
        replies.answer, placed.ticket_id, text="We sturen een nieuwe.", now=True
    )
    draft = services.database.read_now(outbox.draft, queued.outbox_id)
    assert draft is not None
    prepared = compose.prepare(draft, account=OWN)
    sent = prepared.payload.decode()
    assert prepared.recipient == "jan@klant.nl"
    assert "Subject: Re: Kapotte lamp\r\n" in sent
    assert "In-Reply-To: <f1@winkel.nl>\r\nReferences: <f1@winkel.nl>\r\n" in sent
    answer = with_fields(
        "Dank!", From="jan@klant.nl", To=OWN, Message_ID="<b@k>", In_Reply_To=prepared.external_id
    )
    reply = deliver(answer, at=timedelta(hours=1))
    assert (reply.ticket_id, view(reply).ticket.channel) == (placed.ticket_id, "webform")


def test_an_answer_from_another_program_finds_the_form(deliver: Deliver) -> None:
    placed = deliver(form())
    ours = with_fields(
        From=OWN, To="jan@klant.nl", Message_ID="<o@w>", In_Reply_To="<f1@winkel.nl>"
    )
    assert deliver(ours, at=timedelta(minutes=5)).ticket_id == placed.ticket_id


def test_the_acknowledgement_goes_to_the_customer_and_never_to_the_form(
    services: Services, deliver: Deliver
) -> None:
    services.database.write_now(lambda unit: save(unit.session, AcknowledgeSettings(enabled=True)))
    deliver(form())
    queued = services.database.read_now(
        lambda session: session.scalars(select(OutboxItem.id)).all()
    )
    (draft,) = [services.database.read_now(outbox.draft, one) for one in queued]
    assert draft is not None
    assert draft.recipient.handle == "jan@klant.nl"


def test_the_window_can_answer_a_form_like_any_mail(deliver: Deliver, view: View) -> None:
    shown = view(deliver(form()))
    assert shown.ticket.carrier == "email"
    assert suited(shown, Traits(html=True)) == Traits(html=True)


def test_a_form_without_an_address_says_so(services: Services, deliver: Deliver) -> None:
    head = HEAD.replace("Reply-To: Jan <jan@klant.nl>\r\n", "")
    placed = deliver(form_mail(b'{"name": "Piet", "message": "Bel mij", "phone": "06"}', head=head))
    with pytest.raises(replies.NobodyToAnswerError):
        services.database.write_now(replies.answer, placed.ticket_id, text="Hallo", now=True)


# --- notices of platforms -------------------------------------------------------------------------


def linkedin(text: str = LINKEDIN, number: int = 1) -> bytes:
    fields = head("Sara Ahmed via LinkedIn <messages-noreply@linkedin.com>", "Sara messaged you")
    return mail(text, head=fields.replace("<n1@", f"<n{number}@"))


def test_a_platforms_message_is_a_ticket_of_the_platform(deliver: Deliver, view: View) -> None:
    shown = view(deliver(linkedin()))
    assert (shown.ticket.channel, shown.ticket.state) == ("linkedin", "new")
    assert [(one.kind, one.handle) for one in shown.ticket.identities] == [
        ("linkedin", "sara ahmed")
    ]
    assert shown.ticket.first_reaction_due is not None
    assert shown.messages[0].permalink is not None
    assert suited(shown, Traits(html=True)) == ON_THE_PAGE


def test_one_conversation_there_is_one_ticket(deliver: Deliver) -> None:
    first = deliver(linkedin())
    again = deliver(linkedin(LINKEDIN.replace("broken", "new"), 2), at=timedelta(hours=1))
    other = deliver(linkedin(LINKEDIN.replace("2-Zm", "3-Zm"), 3), at=timedelta(hours=2))
    assert first.ticket_id == again.ticket_id != other.ticket_id


def test_nothing_is_sent_to_a_page(services: Services, deliver: Deliver) -> None:
    database = services.database
    database.write_now(lambda unit: save(unit.session, AcknowledgeSettings(enabled=True)))
    placed = deliver(linkedin())
    with pytest.raises(NoAnswersThere, match="browser"):
        database.write_now(replies.answer, placed.ticket_id, text="Hallo")
    with pytest.raises(NoAnswersThere):
        database.write_now(reactions.react, [placed.ticket_id], promise=False)
    proposed = database.read_now(bulk_replies.preview, [placed.ticket_id], body="Hallo", now=MONDAY)
    assert [one.problems for one in proposed] == [("nobody_to_answer",)]
    assert database.read_now(lambda session: session.scalars(select(OutboxItem.id)).all()) == []


def test_a_relay_is_answered_by_mail(services: Services, deliver: Deliver, view: View) -> None:
    fields = head(
        "Rutger via Marktplaats <a-12fh@mail.marktplaats.nl>", "Ik heb interesse in 'Lamp'"
    )
    placed = deliver(mail("Is hij er nog?", head=fields))
    assert view(placed).ticket.channel == "marktplaats"
    assert suited(view(placed), Traits(html=True)) == Traits(html=True)
    queued = services.database.write_now(replies.answer, placed.ticket_id, text="Ja!", now=True)
    draft = services.database.read_now(outbox.draft, queued.outbox_id)
    assert draft is not None
    assert draft.recipient.handle == "a-12fh@mail.marktplaats.nl"
