"""No path closes a ticket that is not documented."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.bootstrap import Services
from app.cli.main import main
from app.models.rules.errors import InvalidValueError, KnownError, UndocumentedError
from app.models.rules.tickets import TicketState
from app.services.channels.errors import RecipientUnavailable
from app.services.tickets import acts, decisions, documenting, journal, merging, reactions, replies
from app.services.tickets.documenting import Ending
from tests.effort import repeated
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration.test_acts import Owner, check_turns
from tests.integration.test_engine import sync

Write = Callable[..., Any]


@pytest.fixture
def arrived(services: Services, channel: FakeChannelType, account_id: int) -> None:
    for number in range(3):
        channel.platform.deliver(key=f"<{number}@x>", at=MONDAY)
    sync(services)


def ended(services: Services) -> list[tuple[Any, ...]]:
    sql = "select state, outcome, documented_at is not null, override_reason from tickets"
    rows = services.database.read_now(lambda session: session.execute(text(sql)).all())
    return [tuple(row) for row in rows]


@pytest.mark.usefixtures("arrived")
def test_done_needs_an_outcome(services: Services, write: Write) -> None:
    with pytest.raises(UndocumentedError, match="No. 1 cannot be done yet"):
        write(decisions.change_state, [1], state="closed")
    with pytest.raises(InvalidValueError, match="onzin"):
        write(decisions.change_state, [1], state="closed", ending=Ending("onzin"))
    write(decisions.change_state, [1], state="closed", ending=Ending("solved"))
    assert ended(services)[0] == ("closed", "solved", 1, None)
    write(decisions.change_state, [1], state="open")
    assert ended(services)[0] == ("open", "solved", 0, None)
    write(decisions.change_state, [1], state="closed")
    assert ended(services)[0] == ("closed", "solved", 1, None)


@pytest.mark.usefixtures("arrived")
def test_an_open_promise_has_to_be_kept_or_explained(services: Services, write: Write) -> None:
    write(reactions.react, [1], promise=True)
    with pytest.raises(UndocumentedError) as refused:
        write(decisions.change_state, [1], state="closed", ending=Ending("solved"))
    assert refused.value.params["left"] == ("promise",)
    write(decisions.change_state, [1], state="closed", ending=Ending("solved", " Gebeld "))
    assert ended(services)[0] == ("closed", "solved", 1, "Gebeld")


@pytest.mark.usefixtures("arrived")
def test_an_answer_that_closes_keeps_the_promise(services: Services, write: Write) -> None:
    write(reactions.react, [1], promise=True)
    with pytest.raises(UndocumentedError):
        write(replies.answer, 1, text="Klaar", ending=documenting.AS_IT_IS)
    write(replies.answer, 1, text="Klaar", now=True, ending=Ending("solved"))
    assert ended(services)[0][:2] == ("closed", "solved")


@pytest.mark.usefixtures("arrived")
def test_of_many_those_that_may_are_closed(services: Services, write: Write) -> None:
    write(reactions.react, [2], promise=True)
    done = write(decisions.change_state, [1, 2, 3], state="closed", ending=Ending("solved"))
    assert (done.changed, done.refused) == (2, 1)
    write(acts.undo)
    assert {row[0] for row in ended(services)} == {"new", "open"}


@pytest.mark.usefixtures("arrived")
@pytest.mark.parametrize(
    "sql",
    [
        "update tickets set state = 'closed' where id = 1",
        "update tickets set documented_at = null where id = 2",
    ],
)
def test_the_store_itself_refuses(services: Services, write: Write, sql: str) -> None:
    write(decisions.change_state, [2], state="closed", ending=Ending("solved"))
    with pytest.raises(IntegrityError, match="not documented"):
        write(lambda unit: unit.session.execute(text(sql)))


class Closer(Owner):
    """An owner who tries to be done with everything, in every way there is."""

    def __init__(self, services: Services, seed: int, channel: FakeChannelType) -> None:
        super().__init__(services, seed)
        self.channel = channel

    def ending(self) -> Ending:
        outcome = self.chance.choice([None, None, "solved"])
        return Ending(outcome, self.chance.choice(["", "", "Klant belde"]))

    def close(self) -> None:
        self.write(decisions.change_state, self.some(), state="closed", ending=self.ending())

    def answer_and_close(self) -> None:
        self.write(replies.answer, self.some()[0], text="Klaar", ending=self.ending())

    def fail(self) -> None:
        error = RecipientUnavailable(server="x", recipient="a", detail="")
        self.channel.platform.send_errors = [error]

    def fetch(self) -> None:
        self.services.clock.forward(timedelta(minutes=1))  # type: ignore[attr-defined]
        if self.chance.random() < 0.4:
            number = self.chance.randrange(3)
            self.channel.platform.deliver(parents=[f"<{number}@x>"], at=self.services.clock.now())
        sync(self.services)

    def by_command(self) -> None:
        number = str(self.chance.randrange(1, 4))
        more = self.chance.choice([[], ["--outcome", "solved"], ["--override", "Klaar"]])
        folder = str(self.services.profile.folder)
        assert main(["--profile", folder, "set", number, "state", "closed", *more]) in {0, 1}

    def back(self) -> None:
        self.write(acts.undo)


WAYS = [
    "close", "close", "answer_and_close", "fail", "fetch", "by_command", "back", "react",
    "promise", "state", "snooze", "merge", "split", "answer",
]  # fmt: skip


@repeated
@pytest.mark.usefixtures("arrived")
def test_no_way_closes_what_is_not_documented(
    services: Services, channel: FakeChannelType, clock: FakeClock
) -> None:
    owner = Closer(services, random.randrange(10**9), channel)
    closed = refused = 0
    for _ in range(80):
        try:
            getattr(owner, owner.chance.choice(WAYS))()
        except UndocumentedError:
            refused += 1
        except KnownError:
            pass
        for state, outcome, documented, override in ended(services):
            if state == TicketState.CLOSED:
                closed += 1
                assert documented
                assert outcome or override
    check_turns(services)
    assert closed + refused
    assert services.database.read_now(journal.verify).broken_at is None


@pytest.mark.usefixtures("arrived")
def test_merging_into_a_closed_one_opens_it(services: Services, write: Write) -> None:
    write(decisions.change_state, [1], state="closed", ending=Ending("solved"))
    write(merging.merge, [1, 2])
    assert ended(services)[0] == ("new", "solved", 0, None)
