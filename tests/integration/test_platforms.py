"""Whose mails are recognised: switched, added and taken out, and back."""

import pytest

from app.bootstrap import Services
from app.models.rules.errors import NotFoundError
from app.models.rules.notifications import (
    MOST_OWN,
    Chosen,
    Own,
    PlatformKnownError,
    TooManyPlatformsError,
    UnfitPlatformError,
)
from app.services.settings import PlatformSettings, load
from app.services.sync import ingest
from app.services.tickets import acts, platforms
from tests.fakes import FakeChannelType
from tests.integration.test_cli import Balie, balie, folder

__all__ = ["balie", "folder"]
OWN = Own("Klusjes", "klusjes.nl", "bericht")


def chosen(services: Services) -> Chosen:
    return services.database.read_now(load, PlatformSettings).chosen


def test_a_platform_is_switched_off_and_on(services: Services) -> None:
    database = services.database
    act = database.write_now(platforms.switch, "LinkedIn", on=False)
    assert chosen(services).off == {"linkedin"}
    assert database.write_now(platforms.switch, "linkedin", on=False) is None
    database.write_now(acts.undo, act)
    assert chosen(services) == Chosen()
    with pytest.raises(NotFoundError):
        database.write_now(platforms.switch, "myspace", on=True)


def test_the_owner_adds_one_and_takes_it_out(services: Services) -> None:
    database = services.database
    kind, _act = database.write_now(platforms.add, OWN)
    assert (kind, chosen(services).own) == ("Klusjes", (OWN,))
    (*_, last) = database.read_now(platforms.infos)
    assert (last.kind, last.domains, last.own, last.on) == ("Klusjes", ("klusjes.nl",), True, True)
    database.write_now(platforms.switch, "klusjes", on=False)
    act = database.write_now(platforms.remove, "Klusjes")
    assert chosen(services) == Chosen()
    database.write_now(acts.undo, act)
    assert chosen(services) == Chosen(frozenset({"Klusjes"}), (OWN,))
    with pytest.raises(NotFoundError):
        database.write_now(platforms.remove, "linkedin")


@pytest.mark.parametrize(
    ("own", "error"),
    [
        (Own("LINKEDIN", "x.nl"), PlatformKnownError),
        (Own("Post", "gmail.com"), UnfitPlatformError),
    ],
)
def test_what_cannot_be_added_is_refused(
    services: Services, own: Own, error: type[Exception]
) -> None:
    with pytest.raises(error):
        services.database.write_now(platforms.add, own)


def test_there_is_an_end_to_them(services: Services) -> None:
    for number in range(MOST_OWN):
        services.database.write_now(platforms.add, Own("", f"a{number}.nl"))
    with pytest.raises(TooManyPlatformsError):
        services.database.write_now(platforms.add, OWN)


def test_what_waits_is_understood_by_the_owners_choice(
    services: Services, channel: FakeChannelType, account_id: int
) -> None:
    database = services.database
    database.write_now(platforms.add, OWN)
    item = channel.platform.deliver()
    database.write_now(ingest._store_raw, account_id, item)
    (waiting,) = database.read_now(ingest.pending)
    assert waiting.platforms.own == (OWN,)


def test_all_of_it_by_command(balie: Balie, services: Services) -> None:
    before = balie("platform", "list", "--json")
    assert {one["kind"] for one in before} >= {"linkedin", "marktplaats", "bol", "google"}
    given = ("--domain", "klusjes.nl", "--subject", "bericht", "--by-mail", "--json")
    made = balie("platform", "add", "Klusjes", *given)
    assert made["kind"] == "Klusjes"
    balie("platform", "off", "linkedin")
    shown = balie("platform", "list")
    assert "linkedin       off  answered on its pages  linkedin.com" in shown
    assert "Klusjes        on   answered by mail       klusjes.nl  bericht" in shown
    assert balie("platform", "on", "linkedin", "--json")["act"]
    assert balie("platform", "remove", "Klusjes", "--json")["act"]
    assert balie("platform", "remove", "Klusjes") == 1
    assert balie("platform", "list", "--json") == before
