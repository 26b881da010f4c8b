"""Trustpilot in the whole program: connected, read, answered once, stars taken away."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import Services, build_services
from app.services.channels.trustpilot.channel import TrustpilotType
from app.services.storage.profile import load_profile
from app.services.sync import accounts, health
from app.services.sync.parser import InlineParser
from app.services.tickets import inbox, replies, transcripts
from app.services.tickets.inbox import TicketInfo
from tests.fakes import MONDAY, FakeClock
from tests.integration.test_engine import rows, sync
from tests.servers.trustpilot_model import KEY, SECRET, USER, TrustpilotModel


@pytest.fixture
def server(clock: FakeClock) -> Iterator[TrustpilotModel]:
    with TrustpilotModel(clock.now) as model:
        yield model


@pytest.fixture
def office(
    tmp_path: Path, new_profile: Path, clock: FakeClock, server: TrustpilotModel
) -> Iterator[Services]:
    """A practice profile with a firm at Trustpilot."""
    folder = tmp_path / "profile"
    shutil.copytree(new_profile, folder)
    kind = TrustpilotType(clock.now)
    profile = load_profile(folder)
    built = build_services(profile, None, clock=clock, channels=(kind,), parser=InlineParser())
    values = {"domain": "winkel.nl", "user": USER, "server": server.url}
    secrets = {"key": KEY, "secret": SECRET}
    accounts.connect(built.database, kind, values, secrets, open_url=print)
    yield built
    built.close()


def ticket(office: Services) -> TicketInfo:
    (found,) = office.database.read_now(inbox.infos, [1])
    return found


def test_a_review_that_turns_bad_after_the_answer_comes_back_on_top(
    office: Services, server: TrustpilotModel, clock: FakeClock
) -> None:
    review = server.add("Snel geleverd", MONDAY, 5, title="Top", referenceId="B-1042")
    sync(office)
    new = ticket(office)
    assert (new.subject, new.priority, new.state) == ("Top · B-1042", "low", "new")
    office.database.write_now(replies.answer, 1, text="Dank u wel!", now=True)
    sync(office)
    clock.forward(timedelta(hours=1))
    sync(office)
    assert review["companyReply"]["text"] == "Dank u wel!"
    assert ticket(office).state == "answered"
    # The echo is not a second message.
    texts = [one.text for one in office.database.read_now(inbox.messages, 1)]
    assert texts == ["Snel geleverd", "Dank u wel!"]
    # What Trustpilot itself touches opens nothing.
    server.edit(review, clock.now())
    sync(office)
    assert ticket(office).state == "answered"
    clock.forward(timedelta(hours=1))
    server.edit(review, clock.now(), stars=1, text="Na een dag kapot")
    sync(office)
    again = ticket(office)
    assert (again.priority, again.state) == ("high", "open")
    told = office.database.read_now(transcripts.transcript, 1, clock.now())
    assert told is not None
    assert "de klant maakte van 5 sterren 1 van 5" in told
    # A second answer is refused for good, and said.
    office.database.write_now(replies.answer, 1, text="Wat vervelend", now=True)
    sync(office)
    assert [(row.state, row.error_code) for row in rows(office)][-1] == (
        "failed", "already_replied",
    )  # fmt: skip
    (info,) = office.database.read_now(health.accounts)
    assert (info.health, len(server.given)) == ("ok", 1)
