"""What was said or written outside Balie, logged in the message that it is about."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.errors import EmptyTextError, InvalidValueError, NotFoundError
from app.models.rules.promises import Found, PromiseKind
from app.services.channels.api import Attachment
from app.services.settings import SendingSettings, save
from app.services.tickets import acts, decisions, entries, inbox, logged, promises, reactions
from app.services.tickets.attached import AttachmentsTooLargeError
from app.services.tickets.decisions import NotInTheFutureError
from app.services.tickets.documenting import Ending
from app.services.tickets.entries import NotInThePastError
from app.services.tickets.inbox import TicketInfo
from app.services.tickets.standing import standing_of
from tests.fakes import MONDAY, FakeClock
from tests.integration.test_acts import arrive, picture
from tests.integration.test_cli import Balie, balie, folder

__all__ = ["arrive", "balie", "folder"]
Arrive = Callable[..., Any]
HOUR = timedelta(hours=1)
pytestmark = pytest.mark.usefixtures("account_id")


def info(services: Services, ticket_id: int = 1) -> TicketInfo:
    return services.database.read_now(inbox.infos, [ticket_id])[0]


def note(services: Services) -> inbox.MessageInfo:
    found = services.database.read_now(inbox.messages, 1)
    return next(one for one in found if one.direction == "note")


def write(services: Services, **values: Any) -> Any:
    wanted = {"way": "page", "text": "Het komt eraan.", **values}
    return services.database.write_now(logged.log, 1, **wanted)


def test_an_answer_on_the_page_stops_the_clocks(
    services: Services, arrive: Arrive, clock: FakeClock
) -> None:
    arrive(name="Anna")
    clock.forward(HOUR)
    before = picture(services)
    act = write(services, at=MONDAY + HOUR / 2)
    ticket = info(services)
    assert (ticket.state, ticket.next_due) == ("answered", None)
    assert ticket.first_reacted_at == ticket.answered_at == MONDAY + HOUR / 2
    assert note(services).text == "Wij antwoordden Anna op de pagina zelf\nHet komt eraan."
    assert note(services).created_at == MONDAY + HOUR / 2
    services.database.write_now(acts.undo, act)
    assert picture(services) == before


def test_a_call_of_the_customer_that_leaves_something_is_ours(
    services: Services, arrive: Arrive, clock: FakeClock
) -> None:
    arrive(name="Anna")
    write(services)
    clock.forward(HOUR)
    before = picture(services)
    act = write(services, way="phone", direction="in", minutes=5, settled=False)
    ticket = info(services)
    assert (ticket.state, ticket.at_turn, ticket.answered_at) == ("open", "us", None)
    assert ticket.answer_due is not None
    assert ticket.answer_due > MONDAY + HOUR
    found = services.database.read_now(inbox.messages, 1)
    assert found[-1].text.startswith("Anna belde ons (5 min)\n")
    services.database.write_now(acts.undo, act)
    assert picture(services) == before


def test_who_is_to_be_rung_back_has_a_promise(services: Services, arrive: Arrive) -> None:
    arrive(author="anna@klant.example")
    before = picture(services)
    act = write(services, way="phone", direction="in", callback_at=MONDAY + 2 * HOUR)
    ticket = info(services)
    assert (ticket.state, ticket.promise_kind) == ("open", "callback")
    assert ticket.promise_due == MONDAY + 2 * HOUR
    assert ticket.first_reacted_at == MONDAY
    assert "anna@klant.example belde ons" in note(services).text
    services.database.write_now(acts.undo, act)
    assert picture(services) == before


def test_what_was_promised_is_kept_by_it(
    services: Services, arrive: Arrive, clock: FakeClock
) -> None:
    arrive()
    promise = Found("vandaag", MONDAY + 3 * HOUR, PromiseKind.CALLBACK)
    services.database.write_now(reactions.give, 1, promise=promise)
    clock.forward(HOUR)
    before = picture(services)
    act = write(services, way="phone")
    assert services.database.read_now(promises.open_ones) == []
    assert info(services).state == "answered"
    services.database.write_now(acts.undo, act)
    assert picture(services) == before


def test_what_is_over_stays_over(services: Services, arrive: Arrive, clock: FakeClock) -> None:
    arrive()
    database = services.database
    database.write_now(decisions.change_state, [1], state="closed", ending=Ending("solved"))
    clock.forward(HOUR)
    write(services, way="walkin", direction="out", settled=False)
    assert info(services).state == "closed"
    write(services, way="walkin", direction="out")
    assert info(services).state == "closed"
    write(services, way="phone", callback_at=MONDAY + 9 * HOUR)
    assert info(services).state == "open"


def test_files_are_kept_with_it(services: Services, arrive: Arrive) -> None:
    arrive()
    photo = Attachment("lamp.jpg", "image/jpeg", b"foto")
    write(services, way="elsewhere", attachments=[photo])
    assert [file.name for file in note(services).attachments] == ["lamp.jpg"]
    assert note(services).text.startswith("Wij antwoordden anna@klant.example langs een andere weg")
    services.database.write_now(
        lambda unit: save(unit.session, SendingSettings(attachment_megabytes=0))
    )
    with pytest.raises(AttachmentsTooLargeError):
        write(services, attachments=[photo])


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"text": " "}, EmptyTextError),
        ({"way": "fax"}, InvalidValueError),
        ({"direction": "in"}, InvalidValueError),
        ({"at": MONDAY + HOUR}, NotInThePastError),
        ({"callback_at": MONDAY}, NotInTheFutureError),
    ],
)
def test_what_cannot_be_logged_is_refused(
    services: Services, arrive: Arrive, values: dict[str, Any], error: type[Exception]
) -> None:
    arrive()
    with pytest.raises(error):
        write(services, **values)
    with pytest.raises(NotFoundError):
        services.database.write_now(logged.log, 9, way="page", text="x")


def test_a_talk_of_yesterday_is_noted_with_its_files(services: Services) -> None:
    photo = Attachment("bon.jpg", "image/jpeg", b"foto")
    made = services.database.write_now(
        entries.add,
        kind="walkin",
        direction="in",
        name="Piet",
        handle="",
        text="Pan geruild",
        minutes=10,
        at=MONDAY - 2 * HOUR,
        attachments=[photo],
    )
    ticket = info(services, made.ticket_id)
    assert ticket.first_reacted_at == MONDAY - 2 * HOUR - timedelta(minutes=10)
    assert ticket.answered_at == MONDAY - 2 * HOUR
    standing = services.database.read_now(standing_of, made.ticket_id)
    assert standing.minutes(MONDAY)["us"] == 10
    (kept,) = services.database.read_now(inbox.messages, made.ticket_id)
    assert [file.name for file in kept.attachments] == ["bon.jpg"]
    with pytest.raises(NotInThePastError):
        services.database.write_now(
            entries.add,
            kind="phone",
            direction="in",
            name="Piet",
            handle="",
            text="x",
            at=MONDAY + HOUR,
        )


def test_both_by_command(balie: Balie, services: Services, arrive: Arrive, tmp_path: Path) -> None:
    arrive(name="Anna")
    photo = tmp_path / "lamp.jpg"
    photo.write_bytes(b"foto")
    told = ("--text", "Gezegd", "--at", "1 minuut geleden", "--attach", str(photo))
    made = balie("log", "1", "phone", "--in", *told, "--minutes", "3", "--json")
    assert isinstance(made["act"], int)
    shown = balie("show", "1", "--json")
    assert shown["ticket"]["state"] == "answered"
    assert shown["messages"][-1]["attachments"][0]["name"] == "lamp.jpg"
    assert balie("log", "1", "page", "--text", "x", "--at", "morgen") == 2
    assert balie("log", "1", "page", "--text", "x", "--callback", "ooit") == 2
    assert balie("log", "1", "page") == 2
    number = balie(
        "entry",
        "walkin",
        "--name",
        "Piet",
        "--handle",
        "06 12345678",
        *told,
        "--callback",
        "morgen 10u",
    )
    assert balie("show", number.strip(), "--json")["ticket"]["channel"] == "walkin"
