"""What happens to messages at the platform: edited, taken away, or named there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.bootstrap import Services
from app.models.journal import JournalEntry
from app.models.messages import Message, OutboxItem
from app.services import settings
from app.services.channels.api import ParseContext, SendResult
from app.services.channels.errors import OutcomeUnknown
from app.services.settings import AcknowledgeSettings
from app.services.storage.database import Unit
from app.services.sync import ingest, outbox
from app.services.tickets import decisions, finding, inbox, replies
from app.services.tickets.arrivals import Arrival, Placed, receive
from app.services.tickets.documenting import Ending
from tests.fakes import MONDAY, SHOP, FakeClock, parse_fake, raw_item
from tests.integration.test_engine import rows

Put = Callable[..., Placed | None]
STARS = "stars:17"


@pytest.fixture
def put(services: Services, account_id: int) -> Put:
    """Let something of the platform come in."""
    numbers = iter(range(1, 100))

    def work(unit: Unit, values: dict[str, Any]) -> Placed | None:
        item = raw_item(number=next(numbers), **values)
        ingest._store_raw(unit, account_id, item)
        (raw,) = [one for one in ingest.pending(unit.session) if one.item.data == item.data]
        message = parse_fake(item, ParseContext(frozenset({SHOP})))
        arrival = Arrival(account_id, "fake", raw.raw_event_id, message, in_sent=item.outgoing)
        return receive(unit, arrival)

    return lambda **values: services.database.write_now(work, values)


def review(put: Put, text: str = "Matig", *, stars: int = 2, **values: Any) -> Placed:
    """Let a review come in that everybody can find on the web."""
    placed = put(
        key=STARS, fingerprint=text, text=text, stars=stars, permalink="https://r.test/17", **values
    )
    assert placed is not None
    return placed


def message(services: Services, message_id: int) -> Message:
    return services.database.read_now(lambda session: session.get_one(Message, message_id))


def told(services: Services, act: str) -> Sequence[JournalEntry]:
    statement = select(JournalEntry).where(JournalEntry.act == act)
    return services.database.read_now(lambda session: session.scalars(statement).all())


def state(services: Services, ticket_id: int) -> str:
    (info,) = services.database.read_now(inbox.infos, [ticket_id])
    return info.state


def answered(services: Services, ticket_id: int, text: str = "Bedankt voor uw bericht") -> int:
    queued = services.database.write_now(replies.answer, ticket_id, text=text, now=True)
    return queued.outbox_id


def closed(services: Services, ticket_id: int) -> None:
    services.database.write_now(
        decisions.change_state, [ticket_id], state="closed", ending=Ending("solved")
    )


def test_an_edited_review_is_ours_again(services: Services, put: Put, clock: FakeClock) -> None:
    first = review(put)
    answered(services, first.ticket_id)
    assert state(services, first.ticket_id) == "answered"
    clock.forward(timedelta(hours=1))
    again = review(put, "Opgelost, dank", stars=5, edited=True, at=clock.now())
    assert again == replace(first, known=True)
    assert state(services, first.ticket_id) == "open"
    now = message(services, first.message_id)
    assert (now.text, now.stars, now.permalink) == ("Opgelost, dank", 5, "https://r.test/17")
    assert now.edited_at == clock.now()
    (entry,) = told(services, "edited_there")
    assert (entry.data["before"], entry.data["stars"]) == ("Matig", 2)
    found = services.database.read_now(finding.messages, "opgelost", now=clock.now())
    assert len(found) == 1


def test_what_comes_back_is_there_again(services: Services, put: Put) -> None:
    first = review(put, subject="Slecht")
    put(key=STARS, fingerprint="", text="", gone=True)
    review(put, "Nu goed", subject="Toch goed", edited=True)
    now = message(services, first.message_id)
    assert (now.gone_at, now.subject) == (None, "Toch goed")


def test_the_same_version_again_changes_nothing(services: Services, put: Put) -> None:
    first = review(put)
    review(put, "Nu goed", edited=True)
    assert review(put, "Nu goed", edited=True).known
    assert len(told(services, "edited_there")) == 1
    assert message(services, first.message_id).text == "Nu goed"


def test_an_edit_of_what_never_came_in_is_new(put: Put) -> None:
    assert not review(put, "Nu goed", edited=True).known


def test_an_edit_long_after_closing_begins_a_ticket(
    services: Services, put: Put, clock: FakeClock
) -> None:
    first = review(put)
    answered(services, first.ticket_id)
    closed(services, first.ticket_id)
    clock.forward(timedelta(days=200))
    later = review(put, "Toch niet goed", edited=True, at=clock.now())
    assert later.ticket_id != first.ticket_id
    assert message(services, first.message_id).text == "Matig"


def test_what_is_taken_away_is_marked_once(services: Services, put: Put, clock: FakeClock) -> None:
    first = review(put)
    for _ in range(2):
        assert put(key=STARS, fingerprint="", text="", gone=True) == replace(first, known=True)
    assert message(services, first.message_id).gone_at == clock.now()
    assert message(services, first.message_id).text == "Matig"
    assert len(told(services, "gone_there")) == 1
    assert put(key="stars:99", text="", gone=True) is None


def leave(services: Services, outbox_id: int) -> None:
    """Take a message to the point of no return, without a name at the platform."""
    claimed = services.database.write_now(
        outbox.claim, outbox_id, external_id=f"out:{outbox_id}", fingerprint="f"
    )
    assert claimed


@pytest.mark.parametrize(
    ("fingerprint", "text"),
    [("g", "Bedankt  voor uw\nbericht"), ("f", "@anna Bedankt voor uw bericht")],
)
def test_its_coming_back_settles_an_unknown_answer(
    services: Services, put: Put, fingerprint: str, text: str
) -> None:
    first = review(put)
    outbox_id = answered(services, first.ticket_id)
    leave(services, outbox_id)
    services.database.write_now(outbox.unknown, outbox_id, code=OutcomeUnknown.code)
    back = put(stream="sent", key="18", fingerprint=fingerprint, text=text)
    assert back is not None
    assert back.known
    (row,) = rows(services)
    assert (row.state, row.external_id) == ("sent", "18")
    assert message(services, back.message_id).key == "18"
    assert state(services, first.ticket_id) == "answered"


def test_other_words_settle_nothing(services: Services, put: Put) -> None:
    first = review(put)
    outbox_id = answered(services, first.ticket_id)
    leave(services, outbox_id)
    services.database.write_now(outbox.unknown, outbox_id, code=OutcomeUnknown.code)
    back = put(stream="sent", key="18", text="Iets anders", parents=[STARS])
    assert back is not None
    assert not back.known
    assert rows(services)[0].state == "unknown"


def test_answers_refer_to_the_name_that_the_platform_gave(services: Services, put: Put) -> None:
    first = review(put)
    outbox_id = answered(services, first.ticket_id)
    leave(services, outbox_id)
    result = SendResult("18", MONDAY)
    for _ in range(2):
        services.database.write_now(outbox.sent, outbox_id, result, copy=False)
    reply = put(key="19", parents=["18"])
    assert reply is not None
    assert reply.ticket_id == first.ticket_id


def test_two_messages_never_share_a_name(services: Services, put: Put) -> None:
    first = review(put)
    outbox_id = answered(services, first.ticket_id)
    leave(services, outbox_id)
    put(stream="sent", key="18", fingerprint="f", text="Anders geschreven", parents=[STARS])
    services.database.write_now(outbox.settle, outbox_id, SendResult("18"))
    keys = services.database.read_now(
        lambda session: session.scalars(select(Message.key).where(Message.key == "18")).all()
    )
    named = services.database.read_now(
        lambda session: session.scalar(select(OutboxItem.external_id))
    )
    assert (keys, named) == (["18"], "18")


def test_a_machine_answers_nobody_in_public(services: Services, put: Put) -> None:
    services.database.write_now(
        lambda unit: settings.save(unit.session, AcknowledgeSettings(enabled=True))
    )
    review(put, public=True)
    assert rows(services) == []
    put(key="chat:1", public=False)
    assert [row.ticket for row in rows(services)] == [2]
