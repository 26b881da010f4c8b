"""Promises in messages that fail, are sent again, or are taken back before they leave."""

from datetime import timedelta

import pytest

from app.bootstrap import Services
from app.models.rules.promises import Found, PromiseKind
from app.services.channels.errors import OutcomeUnknown, RecipientUnavailable
from app.services.sync import outbox
from app.services.tickets import reactions
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration.test_engine import rows, sync
from tests.integration.test_promises import DAY, HOUR, Write, arrived, made, reply, view

__all__ = ["arrived"]
pytestmark = pytest.mark.usefixtures("account_id", "arrived")
REFUSED = RecipientUnavailable(server="x", recipient="a", detail="")


def states(services: Services) -> list[str]:
    return [one.state for one in made(services)]


def test_a_reaction_sent_again_answers_nothing_and_keeps_its_promise(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    channel.platform.send_errors = [REFUSED]
    write(reactions.react, [1], promise=True)
    clock.forward(timedelta(minutes=1))
    sync(services)
    assert (view(services).ticket.state, states(services)) == ("open", ["withdrawn"])
    write(outbox.retry, rows(services)[-1].id)
    assert (view(services).ticket.state, states(services)) == ("open", ["open"])
    sync(services)
    assert len(channel.platform.accepted) == 1
    ticket = view(services).ticket
    assert (ticket.state, ticket.due_kind, states(services)) == ("open", "promise", ["open"])


def test_an_answer_that_promises_stays_ours_when_it_is_sent_again(
    services: Services, channel: FakeChannelType, write: Write
) -> None:
    channel.platform.send_errors = [REFUSED]
    reply(services, "U hoort morgen van ons.")
    sync(services)
    write(outbox.retry, rows(services)[-1].id)
    sync(services)
    ticket = view(services).ticket
    assert (ticket.state, ticket.due_kind, states(services)) == ("open", "promise", ["open"])


def test_an_answer_that_promises_stays_ours_when_it_turns_out_to_be_sent(
    services: Services, channel: FakeChannelType, write: Write
) -> None:
    channel.platform.lost_answers = [OutcomeUnknown(server="fake")]
    reply(services, "U hoort morgen van ons.")
    sync(services)
    write(outbox.mark_sent, rows(services)[-1].id)
    assert (view(services).ticket.state, states(services)) == ("open", ["open"])


def test_what_was_to_be_extended_runs_again_when_the_customer_does_not_hear_of_it(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    write(reactions.react, [1], promise=True)
    clock.forward(timedelta(minutes=1))
    sync(services)
    (first,) = made(services)
    channel.platform.send_errors = [REFUSED]
    write(reactions.extend, first.id)
    clock.forward(timedelta(minutes=1))
    sync(services)
    assert states(services) == ["open", "withdrawn"]
    assert view(services).ticket.next_due == first.due_at
    write(outbox.retry, rows(services)[-1].id)
    sync(services)
    assert states(services) == ["extended", "open"]


def test_what_is_taken_out_of_the_outbox_promises_nothing(
    services: Services, clock: FakeClock, write: Write
) -> None:
    write(reactions.react, [1], promise=True)
    clock.forward(timedelta(minutes=1))
    sync(services)
    (first,) = made(services)
    write(reactions.extend, first.id)
    write(outbox.discard, rows(services)[-1].id)
    assert states(services) == ["open", "withdrawn"]
    assert view(services).ticket.next_due == first.due_at


def test_a_reaction_taken_out_of_the_outbox_leaves_an_answered_ticket_answered(
    services: Services, write: Write
) -> None:
    write(reactions.react, [1], promise=False)
    reply(services, "Hij is in huis.")
    write(outbox.discard, rows(services)[0].id)
    assert view(services).ticket.state == "answered"


def test_an_answer_does_not_keep_what_was_promised_since_it_was_written(
    services: Services, clock: FakeClock, write: Write
) -> None:
    before = Found("Bel vandaag", MONDAY + 8 * HOUR, PromiseKind.CALLBACK)
    write(reactions.give, 1, promise=before)
    clock.forward(HOUR)
    write(reactions.react, [1], promise=False)
    reply(services, "Hij is in huis.", send_at=clock.now() + 3 * HOUR)
    clock.forward(HOUR)
    write(reactions.give, 1, promise=Found("Bel morgen", MONDAY + DAY, PromiseKind.CALLBACK))
    clock.forward(3 * HOUR)
    sync(services)
    assert states(services) == ["kept", "open"]
    assert view(services).ticket.due_kind == "callback"
