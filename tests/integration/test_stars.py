"""Stars at work: at arrival, when the customer changes them, and by the owner's own rule."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select

from app.bootstrap import Services
from app.models.journal import JournalEntry
from app.models.rules.errors import InvalidValueError
from app.models.tickets import Ticket, TicketType
from app.services.settings import LookSettings, StarSettings, load, save
from app.services.tickets import acts, decisions, plan_acts, stars, transcripts
from app.services.tickets.plans import plans
from tests.fakes import FakeChannelType, FakeClock
from tests.integration.test_engine import sync

pytestmark = pytest.mark.usefixtures("account_id")
Write = Callable[..., Any]
Review = Callable[..., Ticket]


@pytest.fixture
def review(services: Services, channel: FakeChannelType) -> Review:
    """Let a review come in, or a change of one; returns its ticket."""

    def put(number: int, key: str = "r1", **values: Any) -> Ticket:
        text = f"{number} sterren"
        channel.platform.deliver(key=key, fingerprint=text, text=text, stars=number, **values)
        sync(services)
        return ticket(services)

    return put


def ticket(services: Services) -> Ticket:
    return services.database.read_now(
        lambda session: session.scalars(select(Ticket).order_by(Ticket.id.desc()).limit(1)).one()
    )


def told(services: Services) -> Sequence[JournalEntry]:
    statement = select(JournalEntry).where(JournalEntry.act == "stars")
    return services.database.read_now(lambda session: session.scalars(statement).all())


def transcript(services: Services) -> str:
    found = services.database.read_now(transcripts.transcript, 1, services.clock.now())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("number", "priority", "kind"),
    [(1, "high", "complaint"), (2, "high", "complaint"), (3, "normal", None), (5, "low", None)],
)
def test_a_new_review_has_the_priority_of_its_stars(
    services: Services, review: Review, number: int, priority: str, kind: str | None
) -> None:
    found = review(number)
    assert (found.priority, found.type) == (priority, kind)
    assert len(told(services)) == (number != 3)


def test_stars_taken_away_raise_it_and_the_transcript_tells_why(
    services: Services, review: Review, write: Write, clock: FakeClock
) -> None:
    before = review(5)
    write(decisions.set_listed, [1], field="type", value="question")
    clock.forward(timedelta(hours=1))
    after = review(1, edited=True)
    assert (after.id, after.priority, after.type) == (before.id, "high", "question")
    # It stands before others now.
    assert after.order_at < before.order_at
    text = transcript(services)
    assert "Balie zette de prioriteit op laag: de review heeft 5 van 5 sterren" in text
    assert "Balie zette de prioriteit op hoog: de klant maakte van 5 sterren 1 van 5" in text


def test_stars_given_back_make_nothing_lighter(services: Services, review: Review) -> None:
    review(1)
    assert review(4, edited=True).priority == "high"
    assert len(told(services)) == 1


def test_a_change_of_words_leaves_the_owners_priority(
    services: Services, review: Review, write: Write, channel: FakeChannelType
) -> None:
    review(1)
    write(decisions.set_priority, [1], priority="low")
    channel.platform.deliver(key="r1", fingerprint="x", text="Nog steeds", stars=1, edited=True)
    sync(services)
    assert ticket(services).priority == "low"


def test_old_reviews_and_spam_are_left_alone(
    services: Services, review: Review, write: Write
) -> None:
    assert review(1, history=True).priority == "normal"
    assert review(3, key="r2").priority == "normal"
    write(decisions.change_state, [2], state="spam")
    review(1, key="r2", edited=True)
    assert ticket(services).priority == "normal"
    assert told(services) == []


def test_another_review_in_the_ticket_makes_it_heavier_only(review: Review) -> None:
    assert review(3).priority == "normal"
    assert review(5, key="r2", parents=["r1"]).priority == "normal"
    found = review(1, key="r3", parents=["r1"])
    assert (found.id, found.priority) == (1, "high")


def test_without_a_type_for_complaints_only_the_priority_is_set(
    services: Services, review: Review, write: Write
) -> None:
    write(
        lambda unit: unit.session.execute(delete(TicketType).where(TicketType.key == "complaint"))
    )
    found = review(1)
    assert (found.priority, found.type) == ("high", None)


def test_a_complaint_of_the_right_priority_is_told_as_that(
    services: Services, review: Review, write: Write
) -> None:
    write(stars.set_rule, priorities={1: "normal"})
    write(lambda unit: save(unit.session, LookSettings(language="en")))
    assert review(1).type == "complaint"
    assert "Balie called it a complaint: the review has 1 of 5 stars" in transcript(services)


def test_the_plan_follows_the_priority(services: Services, review: Review, write: Write) -> None:
    write(plan_acts.add_preset, "fast")
    fast = next(one for one in services.database.read_now(plans) if one.priorities)
    assert review(5).plan_id != fast.id
    assert review(1, edited=True).plan_id == fast.id


def test_the_rule_is_changed_and_changed_back(services: Services, write: Write) -> None:
    act = write(stars.set_rule, priorities={1: "urgent"}, complaint=1)
    kept = services.database.read_now(load, StarSettings)
    assert kept.priorities == ("urgent", "high", "normal", "low", "low")
    assert kept.complaint == 1
    assert write(stars.set_rule, complaint=1) is None
    with pytest.raises(InvalidValueError):
        write(stars.set_rule, priorities={1: "hoog"})
    write(acts.undo, act)
    assert services.database.read_now(load, StarSettings) == StarSettings()
