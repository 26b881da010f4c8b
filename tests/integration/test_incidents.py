"""Incidents: tickets under one, found by it, told of, closed and taken back."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.bootstrap import Services
from app.cli.main import main
from app.models.rules.errors import EmptyTextError, NotFoundError
from app.services.tickets import acts, decisions, inbox, incidents, merging
from tests.fakes import MONDAY, FakeChannelType
from tests.integration.test_acts import picture
from tests.integration.test_engine import sync

Write = Callable[..., Any]


@pytest.fixture
def three(services: Services, channel: FakeChannelType, account_id: int) -> None:
    for _ in range(3):
        channel.platform.deliver()
    sync(services)


def found(services: Services, query: str) -> list[int]:
    rows = services.database.read_now(inbox.page, query, now=MONDAY)
    return sorted(row.id for row in rows)


@pytest.mark.usefixtures("three")
def test_tickets_hang_on_an_incident_and_are_found_by_it(services: Services, write: Write) -> None:
    before = picture(services)
    made, act_id = write(incidents.begin, title=" Kas  stuk ", ticket_ids=[1, 2])
    (one,) = services.database.read_now(incidents.infos)
    assert (one.title, one.tickets, one.waiting, one.closed_at) == ("Kas stuk", 2, 2, None)
    assert found(services, f"incident:{made}") == [1, 2]
    assert found(services, 'incident:"kas stuk"') == [1, 2]
    assert found(services, "-incident:1") == [3]
    write(decisions.change_state, [1], state="spam")
    assert write(incidents.link, [3, 2], incident_id=made).changed == 1
    write(incidents.tell, made, status="Om 12 uur klaar")
    info = services.database.read_now(inbox.infos, [3])[0]
    assert info.incident == (made, "Kas stuk", "Om 12 uur klaar")
    assert services.database.read_now(incidents.info, made).waiting == 2
    write(incidents.link, [1, 3], incident_id=None)
    assert services.database.read_now(incidents.numbers_of, made) == [2]
    for _ in range(4):
        write(acts.undo)
    write(acts.undo, act_id)
    assert picture(services) == before


@pytest.mark.usefixtures("three")
def test_a_closed_incident_keeps_its_tickets_and_takes_no_more(
    services: Services, write: Write
) -> None:
    made, _ = write(incidents.begin, title="Storing", ticket_ids=[1])
    assert write(incidents.close, made) is not None
    assert write(incidents.close, made) is None
    assert services.database.read_now(incidents.infos) == []
    with pytest.raises(incidents.IncidentClosedError):
        write(incidents.link, [2], incident_id=made)
    assert write(incidents.reopen, made) is not None
    assert write(incidents.reopen, made) is None
    write(incidents.link, [2], incident_id=made)
    assert services.database.read_now(incidents.tickets_of, made) == [1, 2]


@pytest.mark.usefixtures("three")
def test_an_incident_in_use_is_not_undone(services: Services, write: Write) -> None:
    made, act_id = write(incidents.begin, title="Storing")
    write(incidents.link, [1], incident_id=made)
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, act_id)
    assert services.database.read_now(incidents.info, made).tickets == 1


@pytest.mark.usefixtures("three")
def test_what_is_put_together_stays_under_the_incident(services: Services, write: Write) -> None:
    made, _ = write(incidents.begin, title="Storing", ticket_ids=[2])
    write(merging.merge, [1, 2], into=1)
    assert services.database.read_now(incidents.tickets_of, made) == [1]


def test_an_incident_needs_a_title_and_has_to_be_there(services: Services, write: Write) -> None:
    with pytest.raises(EmptyTextError):
        write(incidents.begin, title="  ")
    for act in (incidents.close, incidents.reopen):
        with pytest.raises(NotFoundError):
            write(act, 9)
    with pytest.raises(NotFoundError):
        services.database.read_now(incidents.info, 9)


@pytest.mark.usefixtures("three")
def test_the_command_line_does_it_all(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = services.profile.folder
    services.close()

    def run(*words: str) -> str:
        assert main(["--profile", str(folder), "incident", *words]) == 0
        return capsys.readouterr().out

    assert json.loads(run("open", "Storing", "1", "--json")) == {"incident": 1, "act": 1}
    assert json.loads(run("link", "1", "2", "3", "--json"))["changed"] == 2
    assert run("unlink", "3") == "1 taken out\n"
    run("status", "1", "Wordt aan gewerkt")
    assert run("list") == "1  Storing  open  2 tickets, 2 wait  Wordt aan gewerkt\n"
    run("close", "1")
    assert run("list") == ""
    (one,) = json.loads(run("list", "--all", "--json"))
    assert (one["tickets"], one["closed_at"] is None) == (2, False)
    run("close", "1", "--reopen")
    assert json.loads(run("show", "1", "--json"))["numbers"] == [1, 2]
    assert run("show", "1").endswith("1, 2\n")
