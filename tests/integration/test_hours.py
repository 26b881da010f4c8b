"""Opening hours, holidays and plans as the owner changes them; the clocks follow, and back."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.blocks import HoursOverlapError, parse_blocks
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.services.events import SettingsChanged, TicketsChanged
from app.services.settings import HoursSettings, load
from app.services.tickets import acts, decisions, hours_acts, journal, opening
from app.services.tickets.inbox import TicketInfo, infos
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration.test_acts import picture
from tests.integration.test_engine import sync

pytestmark = pytest.mark.usefixtures("account_id")
Write = Callable[..., Any]
HOUR = timedelta(hours=1)
TODAY = MONDAY.date()
MINUTES_5 = timedelta(minutes=5)


@pytest.fixture
def waiting(services: Services, channel: FakeChannelType, account_id: int) -> None:
    """A message of Monday 10:00 that waits, and one that was closed."""
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    channel.platform.deliver(key="<2@x>", at=MONDAY, author="bert@klant.example")
    sync(services)
    services.database.write_now(decisions.change_state, [2], state="no_reaction", reason="dubbel")


def info(services: Services, ticket_id: int = 1) -> TicketInfo:
    return services.database.read_now(infos, [ticket_id])[0]


def saved(services: Services) -> HoursSettings:
    return services.database.read_now(load, HoursSettings)


# --- hours -----------------------------------------------------------------------------------


def test_a_day_without_a_time_begins_when_the_shop_opens(services: Services, write: Write) -> None:
    write(hours_acts.set_week, {1: parse_blocks("10:30-17")})
    read = services.database.read_now
    named = read(opening.moment_named, "morgen", MONDAY)
    assert named == datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    assert read(opening.moment_named, "morgen 14u", MONDAY) == named + timedelta(hours=3.5)
    assert read(opening.moment_named, "ooit", MONDAY) is None


@pytest.mark.usefixtures("waiting")
def test_other_hours_move_the_clocks_that_run(services: Services, write: Write) -> None:
    before, closed = picture(services), info(services, 2)
    events: list[Any] = []
    services.database.announce = events.extend
    act_id = write(hours_acts.set_week, {0: parse_blocks("13-17"), 5: parse_blocks("10-16")})
    assert info(services).first_reaction_due == MONDAY + 3 * HOUR + MINUTES_5
    assert info(services).next_due == info(services).first_reaction_due
    assert info(services, 2) == closed
    assert [type(event) for event in events] == [TicketsChanged, SettingsChanged]
    assert saved(services).week[5] == ((600, 960),)
    assert act_id is not None
    assert write(hours_acts.set_week, {0: parse_blocks("13-17")}) is None
    assert write(acts.undo).name == "hours_week"
    assert picture(services) == before
    assert saved(services) == HoursSettings()
    assert SettingsChanged(section="hours") in events[2:]


@pytest.mark.usefixtures("waiting")
def test_each_change_of_the_hours_is_undone(services: Services, write: Write) -> None:
    steps: list[tuple[Any, ...]] = [
        (hours_acts.set_week, {0: ()}),
        (hours_acts.set_evening, {0: parse_blocks("19-21"), 6: parse_blocks("12-15")}),
        (hours_acts.set_country, "BE"),
    ]
    pictures = []
    for function, value in steps:
        pictures.append((picture(services), saved(services)))
        assert write(function, value) is not None
    pictures.append((picture(services), saved(services)))
    write(hours_acts.set_date, TODAY, blocks=parse_blocks("9-12"), why=" Inventaris ")
    assert saved(services).dates == (("2026-11-23", ((540, 720),), "Inventaris"),)
    pictures.append((picture(services), saved(services)))
    write(hours_acts.confirm_holiday, date(2026, 12, 25), is_open=True)
    pictures.append((picture(services), saved(services)))
    write(hours_acts.unset_date, TODAY)
    for before in reversed(pictures):
        write(acts.undo)
        assert (picture(services), saved(services)) == before
    assert services.database.read_now(journal.verify).broken_at is None


def test_hours_that_cannot_be_change_nothing(services: Services, write: Write) -> None:
    blocks = parse_blocks("9-12")
    with pytest.raises(HoursOverlapError):
        write(hours_acts.set_week, {0: (*blocks, *parse_blocks("11-13"))})
    with pytest.raises(InvalidValueError):
        write(hours_acts.set_country, "FR")
    with pytest.raises(NotFoundError):
        write(hours_acts.confirm_holiday, date(2026, 12, 24), is_open=True)
    with pytest.raises(NotFoundError):
        write(hours_acts.unset_date, TODAY)
    with pytest.raises(acts.NothingToUndoError):
        write(acts.undo)
    assert saved(services) == HoursSettings()


def test_waiting_for_the_customer_is_counted_when_it_runs_again(
    services: Services, write: Write, waiting: None, clock: FakeClock
) -> None:
    write(decisions.change_state, [1], state="waiting_customer")
    due = info(services).first_reaction_due
    write(hours_acts.set_week, {0: parse_blocks("13-17")})
    assert info(services).first_reaction_due == due
    write(decisions.change_state, [1], state="open")
    assert info(services).first_reaction_due == MONDAY + 3 * HOUR + MINUTES_5


# --- holidays --------------------------------------------------------------------------------


def names(services: Services, year: int = 2026) -> dict[str, bool]:
    found = services.database.read_now(opening.holidays_of, year)
    return {one.name: one.open for one in found}


def test_the_holidays_of_both_countries(services: Services, write: Write) -> None:
    dutch = names(services)
    assert {name for name, is_open in dutch.items() if is_open} == {
        "Goede vrijdag", "Bevrijdingsdag",
    }  # fmt: skip
    assert {"Nieuwjaarsdag", "Koningsdag", "Tweede kerstdag"} < dutch.keys()
    write(hours_acts.set_country, "BE")
    belgian = names(services)
    assert {name for name, is_open in belgian.items() if not is_open} == {
        "Nieuwjaar", "Pasen", "Paasmaandag", "Dag van de Arbeid", "O. L. H. Hemelvaart",
        "Pinksteren", "Pinkstermaandag", "Nationale feestdag", "O. L. V. Hemelvaart",
        "Allerheiligen", "Wapenstilstand", "Kerstmis",
    }  # fmt: skip
    assert {name for name, is_open in belgian.items() if is_open} == {
        "Goede vrijdag", "Vrijdag na O. L. H. Hemelvaart", "Banksluitingsdag",
    }  # fmt: skip
    write(hours_acts.set_country, "")
    assert names(services) == {}


def test_the_owner_is_asked_about_what_comes(services: Services, write: Write) -> None:
    def asked(now: datetime) -> list[str]:
        found = services.database.read_now(opening.unconfirmed, now)
        return [one.day.isoformat() for one in found]

    # The second day of Christmas 2026 is a Saturday, on which this shop is closed anyway.
    assert asked(MONDAY) == []
    assert asked(MONDAY + timedelta(days=5)) == ["2026-12-25"]
    assert asked(datetime(2026, 12, 20, tzinfo=UTC)) == ["2026-12-25", "2027-01-01"]
    write(hours_acts.confirm_holiday, date(2026, 12, 25), is_open=False)
    write(hours_acts.set_date, date(2027, 1, 1), blocks=parse_blocks("12-17"))
    assert asked(datetime(2026, 12, 20, tzinfo=UTC)) == []
    write(hours_acts.confirm_holiday, date(2026, 12, 25), is_open=True)
    hours = services.database.read_now(opening.opening_hours, MONDAY)
    assert hours.blocks(date(2026, 12, 25)) == parse_blocks("9-17:30")
    assert hours.blocks(date(2027, 1, 1)) == parse_blocks("12-17")
