"""What the owner does with a ticket: answers, notes, drafts, states, lists, journal, search."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from app.bootstrap import Services
from app.models.rules.errors import (
    EmptyTextError,
    InvalidValueError,
    NotAllowedError,
    NotFoundError,
)
from app.services import settings
from app.services.channels.api import Attachment
from app.services.events import TicketsChanged
from app.services.settings import HoursSettings, LookSettings, SendingSettings
from app.services.storage.database import Unit
from app.services.tickets import (
    attached,
    decisions,
    drafts,
    finding,
    inbox,
    journal,
    lifecycle,
    opening,
    replies,
)
from app.services.tickets.documenting import Ending
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration.test_engine import sync

pytestmark = pytest.mark.usefixtures("account_id")
Arrive = Callable[..., None]


@pytest.fixture
def arrive(services: Services, channel: FakeChannelType) -> Arrive:
    """Let a customer's message come in by the whole way."""

    def put(**values: Any) -> None:
        channel.platform.deliver(**values)
        sync(services)

    return put


# --- answers and notes -----------------------------------------------------------------------


def test_an_empty_answer_is_refused(services: Services, arrive: Arrive) -> None:
    arrive()
    for act in (replies.answer, replies.add_note):
        with pytest.raises(EmptyTextError):
            services.database.write_now(act, 1, text=" \n")


def test_an_answer_stops_when_the_customer_wrote_again(services: Services, arrive: Arrive) -> None:
    arrive(key="<1@x>")
    arrive(key="<2@x>", parents=["<1@x>"])
    with pytest.raises(replies.NewerMessageError):
        services.database.write_now(replies.answer, 1, text="Hoi", seen=replies.Seen(1))
    services.database.write_now(replies.answer, 1, text="Hoi", seen=replies.Seen(2))


def test_an_answer_stops_for_a_message_that_comes_in_late_with_an_older_date(
    services: Services, arrive: Arrive, clock: FakeClock
) -> None:
    clock.forward(timedelta(hours=2))
    for key, hours in (("<1@x>", 0), ("<2@x>", 2)):
        arrive(key=key, parents=["<1@x>"], at=MONDAY + timedelta(hours=hours))
    read = services.database.read_now
    seen = read(replies.last_stored_inbound, 1)
    shown = replies.Seen(seen, latest_id=seen)
    arrive(key="<3@x>", parents=["<1@x>"], at=MONDAY + timedelta(hours=1))
    latest = read(replies.last_stored_inbound, 1)
    newest = read(replies.last_inbound, 1)
    assert newest is not None
    assert newest.id == seen < latest
    with pytest.raises(replies.NewerMessageError):
        services.database.write_now(replies.answer, 1, text="Hoi", seen=shown)
    services.database.write_now(
        replies.answer, 1, text="Hoi", seen=replies.Seen(seen, latest_id=latest)
    )


def test_files_that_servers_refuse_are_refused_first(services: Services, arrive: Arrive) -> None:
    arrive()
    services.database.write_now(
        lambda unit: settings.save(unit.session, SendingSettings(attachment_megabytes=1))
    )
    large = Attachment("film.mp4", "video/mp4", b"x" * 1_100_000)
    with pytest.raises(attached.AttachmentsTooLargeError, match=r"1\.1 MB"):
        services.database.write_now(replies.answer, 1, text="Hoi", attachments=[large])


def test_without_an_address_nothing_can_be_answered(services: Services, arrive: Arrive) -> None:
    arrive(author="")
    with pytest.raises(replies.NobodyToAnswerError):
        services.database.write_now(replies.answer, 1, text="Hoi")


def test_our_own_conversation_is_answered_to_its_recipient(
    services: Services, channel: FakeChannelType
) -> None:
    channel.platform.deliver(stream="sent", author="winkel@voorbeeld.nl", to=["b@klant.example"])
    sync(services)
    services.database.write_now(replies.answer, 1, text="Nog iets", now=True)
    sync(services)
    assert channel.platform.accepted[0].recipient == "b@klant.example"


def test_a_note_changes_neither_state_nor_clocks(services: Services, arrive: Arrive) -> None:
    arrive()
    services.database.write_now(replies.add_note, 1, text="Lisa belt terug")
    view = services.database.read_now(inbox.ticket_view, 1)
    assert view is not None
    assert view.messages[-1].direction == "note"
    assert view.messages[-1].delivery is None
    assert (view.ticket.state, view.ticket.message_count) == ("new", 2)


def test_files_of_an_answer_leave_with_it(
    services: Services, channel: FakeChannelType, arrive: Arrive
) -> None:
    from app.services.sync import outbox

    arrive()
    files = [Attachment("bon.pdf", "application/pdf", b"%PDF")]
    queued = services.database.write_now(replies.answer, 1, text="Zie bijlage", attachments=files)
    draft = services.database.read_now(outbox.draft, queued.outbox_id)
    assert draft is not None
    assert [(file.name, file.data) for file in draft.attachments] == [("bon.pdf", b"%PDF")]
    assert draft.references == ("<in-1@elders.example>",)
    services.database.write_now(outbox.discard, queued.outbox_id)
    assert services.database.read_now(outbox.draft, queued.outbox_id) is None
    back = services.database.read_now(drafts.saved, 1)
    assert back == drafts.SavedDraft("Zie bijlage", internal=False, attachments=tuple(files))


# --- drafts ----------------------------------------------------------------------------------


def test_a_draft_is_kept_until_it_is_sent_or_emptied(services: Services, arrive: Arrive) -> None:
    arrive()
    assert services.database.read_now(drafts.saved, 1) is None
    services.database.write_now(drafts.save, 1, text="Beste", internal=False)
    services.database.write_now(drafts.save, 1, text="Beste Anna", internal=False)
    assert services.database.read_now(drafts.saved, 1) == drafts.SavedDraft("Beste Anna", False)
    services.database.write_now(drafts.save, 1, text=" ", internal=False)
    assert services.database.read_now(drafts.saved, 1) is None


def test_sending_ends_the_draft(services: Services, arrive: Arrive) -> None:
    arrive()
    services.database.write_now(drafts.save, 1, text="Beste Anna", internal=False)
    services.database.write_now(replies.answer, 1, text="Beste Anna")
    assert services.database.read_now(drafts.saved, 1) is None


# --- what the owner sets ---------------------------------------------------------------------


def test_setting_fields_is_written_down_and_told(services: Services, arrive: Arrive) -> None:
    arrive()
    told: list[TicketsChanged] = []
    services.database.announce = told.extend  # type: ignore[assignment]
    services.database.write_now(decisions.set_listed, [1], field="category", value="complaints")
    services.database.write_now(decisions.set_listed, [1], field="department", value="logistics")
    services.database.write_now(decisions.set_priority, [1], priority="high")
    services.database.write_now(decisions.set_priority, [1], priority="high")
    info = services.database.read_now(inbox.infos, [1])[0]
    assert (info.category, info.department, info.priority) == ("complaints", "logistics", "high")
    acts = [entry.act for entry in services.database.read_now(journal.entries, 1)]
    assert acts[-3:] == ["category", "department", "priority"]
    assert len(told) == 3
    services.database.write_now(decisions.set_listed, [1], field="category", value=None)
    services.database.write_now(decisions.set_listed, [1], field="department", value=None)
    assert services.database.read_now(inbox.infos, [1])[0].category is None


@pytest.mark.parametrize(
    ("act", "values"),
    [
        (decisions.change_state, {"state": "weg"}),
        (decisions.set_listed, {"field": "category", "value": "weg"}),
        (decisions.set_listed, {"field": "weg", "value": None}),
        (decisions.set_priority, {"priority": "weg"}),
    ],
)
def test_unknown_values_are_refused(
    services: Services, arrive: Arrive, act: Callable[..., None], values: dict[str, str | None]
) -> None:
    arrive()
    with pytest.raises(InvalidValueError, match="weg"):
        services.database.write_now(act, [1], **values)


def test_illegal_transitions_and_unknown_tickets_are_refused(
    services: Services, arrive: Arrive
) -> None:
    arrive()
    with pytest.raises(NotAllowedError):
        services.database.write_now(decisions.change_state, [1], state="new")
    with pytest.raises(NotFoundError):
        services.database.write_now(decisions.change_state, [99], state="open")
    with pytest.raises(NotFoundError):
        services.database.read_now(lifecycle.by_number, 99)
    assert services.database.read_now(inbox.ticket_view, 99) is None
    assert services.database.read_now(inbox.attachment, 99) is None


def test_the_owners_reason_is_kept(services: Services, arrive: Arrive) -> None:
    arrive()
    services.database.write_now(decisions.change_state, [1], state="no_reaction", reason="Reclame")
    entry = services.database.read_now(journal.entries, 1)[-1]
    assert (entry.reason, entry.data["to"]) == ("Reclame", "no_reaction")


# --- the list --------------------------------------------------------------------------------


def test_the_list_has_what_dies_first_on_top(
    services: Services, arrive: Arrive, clock: FakeClock
) -> None:
    clock.forward(timedelta(minutes=1))
    arrive(subject="later", at=MONDAY + timedelta(minutes=1))
    arrive(subject="eerst", at=MONDAY)
    arrive(subject="klaar", at=MONDAY)
    services.database.write_now(
        decisions.change_state, [3], state="closed", ending=Ending("solved")
    )
    page = services.database.read_now(inbox.page, now=MONDAY)
    assert [row.subject for row in page] == ["eerst", "later", "klaar"]
    assert page[0].customer == "anna@klant.example"


def test_the_views_divide_the_tickets(services: Services, arrive: Arrive) -> None:
    for _ in range(3):
        arrive()
    services.database.write_now(decisions.change_state, [1], state="waiting_customer")
    services.database.write_now(decisions.change_state, [2], state="spam")
    counts = services.database.read_now(inbox.counts)
    assert counts.views == {
        "todo": 1, "waiting": 1, "snoozed": 0, "done": 0, "all": 2, "spam": 1,
    }  # fmt: skip
    assert counts.accounts == {1: 1}
    assert counts.categories == {"": 1}
    (row,) = services.database.read_now(inbox.page, view="waiting", now=MONDAY)
    assert row.number == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 2),
        ("state:new", 2),
        ("from:bert", 1),
        ("koppel", 1),
        ("koppel from:anna", 0),
        ("is:late", 0),
        ("is:open priority:normal", 2),
    ],
)
def test_the_list_can_be_searched(
    services: Services, arrive: Arrive, query: str, found: int
) -> None:
    arrive()
    arrive(author="bert@klant.example", text='De koppeling is stuk: "au"')
    assert len(services.database.read_now(inbox.page, query, now=MONDAY)) == found


def test_late_tickets_are_found(services: Services, arrive: Arrive) -> None:
    arrive()
    later = MONDAY + timedelta(minutes=6)
    assert len(services.database.read_now(inbox.page, "is:late", now=later)) == 1


# --- search ----------------------------------------------------------------------------------


def test_search_finds_beginnings_accents_and_people(services: Services, arrive: Arrive) -> None:
    arrive(text="Mijn privé-order van de café-stoel is niet geleverd", name="Anna de Vries")
    for query in ("gelev", "cafe", "vries", "pakket", "prive order"):
        (hit,) = services.database.read_now(finding.messages, query, now=MONDAY)
        assert hit.number == 1
    assert services.database.read_now(finding.messages, "onvindbaar", now=MONDAY) == []
    assert services.database.read_now(finding.messages, '"():*', now=MONDAY) == []


def test_a_hit_shows_the_words_it_was_found_by(services: Services, arrive: Arrive) -> None:
    arrive(text="lang " * 100 + "trommelrem " + "lang " * 100)
    (hit,) = services.database.read_now(finding.messages, "trommel", now=MONDAY)
    assert "trommelrem" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")


# --- journal ---------------------------------------------------------------------------------


def test_the_journal_is_one_unbroken_chain(services: Services, arrive: Arrive) -> None:
    arrive()
    services.database.write_now(decisions.set_priority, [1], priority="high")
    result = services.database.read_now(journal.verify)
    assert result.broken_at is None
    assert result.entries >= 3


def test_the_store_refuses_to_change_the_journal(services: Services, arrive: Arrive) -> None:
    arrive()
    for statement in ("update journal set reason = 'x'", "delete from journal"):
        with pytest.raises(Exception, match="append-only"):
            services.database.write_now(_execute, statement)


def test_a_changed_entry_is_found(services: Services, arrive: Arrive) -> None:
    arrive()
    services.database.write_now(_execute, "drop trigger journal_keeps")
    services.database.write_now(_execute, "update journal set reason = 'x' where seq = 2")
    assert services.database.read_now(journal.verify).broken_at == 2


def _execute(unit: Unit, statement: str) -> None:
    unit.session.execute(text(statement))


# --- settings and opening hours --------------------------------------------------------------


def test_settings_have_defaults_and_come_back_as_stored(services: Services) -> None:
    stored = services.database.read_now(settings.load, LookSettings)
    assert stored.language == "nl"
    services.database.write_now(
        lambda unit: settings.save(unit.session, HoursSettings(week=(((600, 900),),) * 7))
    )
    found = services.database.read_now(settings.load, HoursSettings)
    assert found.week[6] == ((600, 900),)


def test_holidays_are_closed_and_good_friday_is_not(services: Services, clock: FakeClock) -> None:
    hours = services.database.read_now(opening.opening_hours, clock.now())
    days = {day.isoformat() for day, blocks in hours.special.items() if not blocks}
    assert {"2026-04-27", "2026-12-25", "2027-01-01"} <= days
    assert "2026-04-03" not in days


def test_a_firm_may_have_no_country(services: Services, clock: FakeClock) -> None:
    services.database.write_now(lambda unit: settings.save(unit.session, HoursSettings(country="")))
    assert not services.database.read_now(opening.opening_hours, clock.now()).special
