"""The example firm: believable, made once a day, and out of reach of any network."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest

from app import example
from app.bootstrap import Services, build_services
from app.models.rules.tickets import Priority, TicketState
from app.services.channels.api import AccountSettings, Budget, Json, ParseContext
from app.services.channels.errors import AuthExpired
from app.services.channels.practice import KINDS, PracticeChannels, parse_practice
from app.services.channels.registry import CHANNELS, Channels
from app.services.communication import contents, informing, lines, statements
from app.services.demo import script
from app.services.handbook import pages, starter
from app.services.handbook.starter import Kind, State
from app.services.resources import own_command
from app.services.storage.errors import ProfileExists
from app.services.storage.lock import ProfileLock
from app.services.storage.profile import create_profile
from app.services.sync import health, outbox
from app.services.sync.parser import InlineParser
from app.services.tickets import (
    directory,
    finding,
    inbox,
    incidents,
    policies,
    promises,
    proposals,
    questions,
    triage,
)
from app.views import channel_looks
from tests.channels.email_accounts import Secrets
from tests.fakes import FakeClock
from tests.integration.firm import NOW
from tests.integration.firm import copy as firm_copy

# Whoever comes first makes the firm, the others wait for it.
pytestmark = pytest.mark.timeout(300)


def to_nobody(_done: int, _of: int) -> None:
    """Tell nobody how far it is."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The firm, for tests that only look."""
    return firm_copy(tmp_path_factory)


@pytest.fixture
def firm(folder: Path) -> Iterator[Services]:
    services = build_services(
        example.load_profile(folder), None, clock=FakeClock(NOW), parser=InlineParser()
    )
    yield services
    services.close()


def infos(firm: Services) -> list[inbox.TicketInfo]:
    found = firm.database.read_now(finding.find, "", now=NOW, view="every")
    return firm.database.read_now(inbox.infos, list(found.ticket_ids))


def test_the_firm_has_a_ticket_of_every_kind(firm: Services) -> None:
    tickets = infos(firm)
    assert len(tickets) >= 80
    assert {ticket.state for ticket in tickets} == {state.value for state in TicketState}
    assert {ticket.priority for ticket in tickets} == {one.value for one in Priority}
    assert set(KINDS) < {ticket.channel for ticket in tickets}
    assert sum(bool(ticket.links) for ticket in tickets) >= 8
    assert any(ticket.window_due for ticket in tickets)
    states = Counter(row.state for row in firm.database.read_now(outbox.rows, finished=True))
    assert set(states) == {"sent", "queued", "failed", "unknown"}
    accounts = firm.database.read_now(health.accounts)
    assert {account.health for account in accounts} == {"ok", "attention"}
    assert sum(account.quarantined for account in accounts) == 1


def test_every_page_of_the_firm_shows_life(firm: Services) -> None:
    read = firm.database.read_now
    people = read(directory.colleagues)
    assert len(people) == 4
    assert {key for one in people for key in one.fixed_for} == {
        "logistics",
        "technical",
        "finance",
        "purchasing",
    }
    for one in people:
        assert all((one.role, one.subjects, one.hours, one.phone, one.mail, one.deputy))
    asked = read(questions.infos)
    assert Counter((one.kind, one.state) for one in asked) == {
        ("question", "open"): 3,
        ("question", "answered"): 1,
        ("phone", "answered"): 2,
    }
    assert all(one.delivery == "sent" for one in asked if one.kind == "question")
    (answered,) = (one for one in asked if one.kind == "question" and one.state == "answered")
    assert (answered.colleague, answered.answer[:8]) == ("Mo el Amrani", "Wiebelen")
    by_id = {ticket.id: ticket for ticket in infos(firm)}
    waiting = {one.ticket_id for one in asked if one.state == "open"}
    assert {by_id[one].state for one in waiting} == {"waiting_colleague"}
    assert by_id[answered.ticket_id].state == "open"


def test_the_firm_keeps_its_word_and_has_rules_and_trouble(firm: Services) -> None:
    read = firm.database.read_now
    given = [one for ticket in infos(firm) for one in read(promises.of, ticket.id)]
    assert sorted(one.state for one in given) == ["kept", "open"]
    (running,) = read(promises.open_ones)
    assert running.due_at > NOW
    assert len(read(policies.rules)) == 3
    by_name = {ticket.subject: ticket for ticket in infos(firm)}
    burnt = by_name["Handvat afgebroken, kokend water over mijn hand"]
    assert "eerst bellen" in burnt.tags
    proposed = read(proposals.of, burnt.id)
    assert proposed is not None
    assert read(directory.find, proposed.colleague_id).name == "Mo el Amrani"
    cards = read(triage.next_cards, limit=20)
    assert any(read(proposals.of, card.ticket.id) for card in cards)
    (trouble,) = read(incidents.infos)
    assert len(read(incidents.tickets_of, trouble.id)) == 2


def test_the_firm_has_posted_said_and_told_something(firm: Services) -> None:
    read = firm.database.read_now
    posts = read(contents.all_of)
    assert [one.kind for one in posts] == ["instagram", "facebook"]
    assert all(one.questions and one.posted_at and one.posted_at < NOW for one in posts)
    said = [(one.status, one.language) for one in read(statements.all_of, NOW)]
    assert said == [("valid", "en"), ("valid", "nl"), ("expired", "nl")]
    (told,) = read(informing.tellings)
    assert len(told.people) == 3
    asked = {
        ticket.subject: read(lines.known, NOW).matching([ticket.subject], NOW)
        for ticket in infos(firm)
    }
    found = {subject[:14]: one[0].subject for subject, one in asked.items() if one}
    assert found["Teflon of niet"] == "PFAS en teflon in koekenpannen"
    assert found["Do you ship to"] == "Delivery outside the Netherlands"


def test_the_firm_has_the_starter_handbook_in_both_languages(firm: Services) -> None:
    parts = firm.database.read_now(starter.plan)
    assert {one.state for one in parts} == {State.THERE}
    assert {one.language for one in parts} == {"nl", "en"}
    found = firm.database.read_now(pages.all_of)
    assert len(found) == sum(one.kind is Kind.PAGE for one in parts)
    assert all(one.saved_at < NOW for one in found)


def test_everything_happened_before_now_and_in_its_order(firm: Services) -> None:
    tickets = infos(firm)
    assert max(ticket.updated_at for ticket in tickets) <= NOW
    by_number = sorted(tickets, key=lambda ticket: ticket.number)
    assert [t.created_at for t in by_number] == sorted(t.created_at for t in tickets)
    for ticket in tickets:
        assert ticket.snoozed_until is None or ticket.snoozed_until > NOW
        messages = firm.database.read_now(inbox.messages, ticket.id)
        assert [m.created_at for m in messages] == sorted(m.created_at for m in messages)


def test_the_tickets_are_as_the_script_says() -> None:
    story = script.read(NOW)
    assert len({one.key for one in story.stories}) == len(story.stories)
    assert {account.kind for account in story.accounts} <= set(channel_looks.NAMES)


def test_a_practice_profile_gets_no_real_channel(firm: Services) -> None:
    assert firm.is_example
    assert isinstance(firm.channels, PracticeChannels)
    assert set(firm.channels) == {*KINDS, *CHANNELS}
    assert len(firm.channels) == len(list(firm.channels))
    assert firm.channels["rss"].traits == Channels()["rss"].traits
    assert firm.traits("email").html
    assert not firm.traits("sms").attachments


def settings(**values: Json) -> AccountSettings:
    return AccountSettings(1, "info@depollepel.example", "De Pollepel", values)


def test_messages_come_in_while_somebody_looks() -> None:
    clock = FakeClock(NOW)
    message = {"key": "<1@practice>", "author": "anna@klant.example", "text": "Dag"}
    channel = PracticeChannels(clock.now)["email"].open(
        settings(coming=[{"after": 40, "message": message}]), Secrets()
    )
    budget, stop = Budget(), Event()
    first = channel.fetch("messages", None, budget, stop)
    assert first.items == []
    assert not channel.wait(stop, timedelta(0))
    clock.forward(timedelta(seconds=41))
    assert channel.wait(stop, timedelta(seconds=5))
    second = channel.fetch("messages", first.cursor, budget, stop)
    (item,) = second.items
    assert parse_practice(item, ParseContext(frozenset())).text == "Dag"
    assert channel.fetch("messages", second.cursor, budget, stop).items == [item]
    stop.set()
    assert not channel.wait(stop, timedelta(seconds=5))
    channel.close()


def test_an_account_can_refuse() -> None:
    channel = PracticeChannels(lambda: NOW)["kiyoh"].open(settings(refuses=True), Secrets())
    with pytest.raises(AuthExpired):
        channel.fetch("messages", None, Budget(), Event())
    assert [finding.ok for finding in channel.probe()] == [False]


def test_the_firm_stays_for_a_day_and_only_its_own_folder_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example.loader, "fill", lambda *_what: None)
    clock, folder = FakeClock(NOW), tmp_path / "firm"
    first = example.prepare(folder, clock, told=to_nobody).id
    clock.forward(timedelta(hours=1))
    assert example.prepare(folder, clock, told=to_nobody).id == first
    assert example.prepare(folder, clock, fresh=True, told=to_nobody).id != first
    clock.forward(timedelta(days=1))
    lock = ProfileLock(folder, "window")
    lock.acquire()
    shown = example.load_profile(folder).id
    assert example.prepare(folder, clock, told=to_nobody).id == shown
    lock.release()
    assert example.prepare(folder, clock, told=to_nobody).id != shown
    (folder / example.MARK).write_text(json.dumps({"made": None}))
    half = example.load_profile(folder).id
    assert example.prepare(folder, clock, told=to_nobody).id != half

    own = tmp_path / "own"
    create_profile(own, now=NOW, practice=True)
    with pytest.raises(ProfileExists):
        example.prepare(own, clock, told=to_nobody)


def small_script(now: datetime) -> script.Script:
    story = READ(now)
    return script.Script(
        story.firm, story.accounts, [one for one in story.stories if not one.link][:2], ()
    )


READ = script.read


def test_nobody_writes_at_night() -> None:
    now = datetime(2026, 11, 24, 9, 42, tzinfo=UTC)
    zone = ZoneInfo("Europe/Amsterdam")
    ago = [0, 30, 222, 223, 700, 1439, 1440, 1600, 5000, 31_900]
    moments = [script.moment(now, minutes) for minutes in ago]
    assert moments == sorted(moments, reverse=True)
    assert moments[:3] == [now - timedelta(minutes=minutes) for minutes in ago[:3]]
    assert all(7 <= moment.astimezone(zone).hour <= 23 for moment in moments)
    assert abs(now - moments[-1] - timedelta(minutes=31_900)) < timedelta(days=1)
    night = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    assert script.moment(night, 5).astimezone(zone).hour == 22


def test_a_paper_is_a_pdf() -> None:
    made = script.paper("factuur (3)\\")
    assert made.startswith(b"%PDF-1.4")
    assert made.rstrip().endswith(b"%%EOF")
    start = int(made.rsplit(b"startxref\n", 1)[1].split()[0])
    assert made[start:].startswith(b"xref")


def test_the_program_knows_how_it_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_command()[1:] == ["-m", "app"]
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert len(own_command()) == 1
