"""What happens to the owner's words before they go."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text as sql

from app.bootstrap import Services
from app.models.rules.answer_check import Code
from app.services.settings import WritingSettings, load, save
from app.services.tickets import acts, drafts, inbox, outgoing, replies
from app.services.tickets.outgoing import TooLongError, TooManyBytesError, UnfilledTextError
from tests.fakes import MONDAY, FakeChannelType
from tests.integration.test_engine import sync

Write = Callable[..., Any]


@pytest.fixture
def ticket_id(services: Services, channel: FakeChannelType, account_id: int) -> int:
    """A ticket with a question."""
    channel.platform.deliver(name="Anna", text="Waar is mijn pakket? En {x}?")
    sync(services)
    return 1


def of_kind(write: Write, kind: str) -> None:
    write(lambda unit: unit.session.execute(sql(f"update tickets set kind = '{kind}'")))


def written(services: Services) -> Any:
    messages = services.database.read_now(inbox.messages, 1)
    return next(one for one in reversed(messages) if one.direction == "out")


def test_an_answer_is_signed_once_also_when_it_comes_back(
    services: Services, write: Write, ticket_id: int
) -> None:
    own = WritingSettings(signature="Groet,\nLien <3", initials="^LV")
    write(lambda unit: save(unit.session, own))
    queued = write(replies.answer, ticket_id, text="Pakket komt.", html="<p>Pakket komt.</p>")
    assert written(services).text == "Pakket komt.\n\nGroet,\nLien <3"
    assert written(services).html == "<p>Pakket komt.</p><p>Groet,<br>Lien &lt;3</p>"
    write(acts.undo, queued.act_id)
    again = services.database.read_now(drafts.saved, ticket_id).text
    write(replies.answer, ticket_id, text=again)
    assert written(services).text == again
    of_kind(write, "x")
    write(replies.answer, ticket_id, text="Nog iets.")
    assert written(services).text == "Nog iets. ^LV"
    write(lambda unit: save(unit.session, WritingSettings(signatures=((1, "Team"),))))
    write(replies.answer, ticket_id, text="Derde.")
    assert written(services).text == "Derde.\n\nTeam"


def test_what_is_open_or_too_long_does_not_leave(
    services: Services, write: Write, ticket_id: int
) -> None:
    with pytest.raises(UnfilledTextError) as unfilled:
        write(replies.answer, ticket_id, text="Dag {naam}, over {x}: ja")
    assert unfilled.value.params == {"places": "naam"}
    write(lambda unit: save(unit.session, WritingSettings(initials="^LV")))
    of_kind(write, "x")
    with pytest.raises(TooLongError):
        write(replies.answer, ticket_id, text="a" * 277)
    write(replies.answer, ticket_id, text="a" * 276)
    of_kind(write, "google")
    with pytest.raises(TooManyBytesError):
        write(replies.answer, ticket_id, text="é" * 2049)


def test_the_length_is_that_of_who_reads_it_and_of_the_account(
    services: Services, write: Write, ticket_id: int
) -> None:
    def limit() -> int | None:
        looked = services.database.read_now(outgoing.look, ticket_id, "Dag", MONDAY)
        size = looked.size("Dag")
        return size.limit if size else None

    of_kind(write, "x")
    assert limit() == 280
    write(lambda unit: unit.session.execute(sql("update messages set public = 0")))
    assert limit() == 10_000
    of_kind(write, "mastodon")
    assert limit() == 500
    own = sql('update accounts set "values" = \'{"longest": 5000}\'')
    write(lambda unit: unit.session.execute(own))
    assert limit() == 5000


def test_an_answer_is_looked_through(services: Services, write: Write, ticket_id: int) -> None:
    def codes(text: str) -> list[Code]:
        found = services.database.read_now(outgoing.look, ticket_id, text, MONDAY)
        return [one.code for one in found.findings]

    assert codes("") == []
    assert codes("Je hoort het morgen van ons.") == [Code.QUESTION, Code.PROMISE, Code.OTHER_FORM]
    of_kind(write, "email")
    assert codes("The pakket is on its way.") == [Code.NO_GREETING, Code.NO_SIGN_OFF]
    write(replies.answer, ticket_id, text="Dag, het pakket komt.\n\nGroet, Lien")
    assert codes("Dag Anna, verder niets.\n\nGroet, Lien") == []


def test_how_the_firm_writes_can_be_undone(services: Services, write: Write) -> None:
    before = services.database.read_now(load, WritingSettings)
    act = write(outgoing.set_style, form="je", signature="Groet")
    assert write(outgoing.set_style, form="je") is None
    again = write(outgoing.set_style, signature="Hoi")
    write(acts.undo, again)
    assert services.database.read_now(load, WritingSettings).signature == "Groet"
    write(acts.undo, act)
    assert services.database.read_now(load, WritingSettings) == before


def test_an_account_signs_in_its_own_way(services: Services, write: Write, ticket_id: int) -> None:
    assert services.database.read_now(outgoing.signers)[0][0] == 1
    write(outgoing.set_style, signature="Groet, de winkel")
    act = write(outgoing.set_signature, 1, text=" Groet, het magazijn ")
    write(replies.answer, ticket_id, text="Pakket komt.")
    assert written(services).text == "Pakket komt.\n\nGroet, het magazijn"
    write(acts.undo, act)
    write(replies.answer, ticket_id, text="Nog iets.")
    assert written(services).text == "Nog iets.\n\nGroet, de winkel"
    assert write(outgoing.set_signature, 1, text="") is None
