"""Saved texts: kept in the owner's order, and filled in for a message."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from app.bootstrap import Services
from app.models.rules.errors import EmptyTextError, InvalidValueError, NotFoundError
from app.models.rules.templates import unknown
from app.services.settings import WritingSettings, save
from app.services.tickets import acts, lifecycle, template_acts, templates
from app.services.tickets.template_acts import BadTextNameError
from app.services.tickets.templates import TemplateInfo
from tests.fakes import MONDAY, FakeChannelType
from tests.integration.test_engine import sync

Write = Callable[..., Any]


def names(services: Services, language: str = "nl") -> list[str]:
    found = services.database.read_now(templates.all_of, language=language)
    return [one.name for one in found]


def rows(services: Services, table: str) -> list[tuple[Any, ...]]:
    def read(session: Session) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in session.execute(sql(f"select * from {table} order by id"))]

    return services.database.read_now(read)


def test_a_new_store_has_ten_answers_in_two_languages(services: Services) -> None:
    found = services.database.read_now(templates.all_of)
    answers = [one for one in found if one.purpose == "answer"]
    assert [sum(one.language == name for one in answers) for name in ("nl", "en")] == [10, 10]
    for one in answers:
        assert not {"naam", "winkel", "name", "shop"} & set(unknown(one.body, templates.KNOWN))


def test_texts_are_kept_changed_moved_and_thrown_away_and_all_is_undone(
    services: Services, write: Write
) -> None:
    before = rows(services, "templates")
    made, _act = write(template_acts.add, name=" Cadeau  bon ", body=" Dag {naam|daar} ")
    assert names(services)[-1] == "Cadeau bon"
    write(template_acts.change, made, body="Hallo", kinds=["sms", "sms"], language="en")
    found = services.database.read_now(templates.find, made)
    assert (found.body, found.kinds, found.language) == ("Hallo", ("sms",), "en")
    assert write(template_acts.change, made, body="Hallo") is None
    write(template_acts.move, made, to=0)
    assert services.database.read_now(templates.all_of)[0].name == "Cadeau bon"
    write(template_acts.remove, made)
    with pytest.raises(NotFoundError):
        services.database.read_now(templates.find, made)
    for _ in range(4):
        write(acts.undo)
    assert rows(services, "templates") == before


def test_a_text_needs_a_name_of_its_own_words_and_a_known_language(
    services: Services, write: Write
) -> None:
    with pytest.raises(BadTextNameError):
        write(template_acts.add, name="ontvangen", body="x")
    write(template_acts.add, name="Ontvangen", body="x", language="en")
    with pytest.raises(BadTextNameError):
        write(template_acts.add, name=" ", body="x")
    with pytest.raises(EmptyTextError):
        write(template_acts.add, name="Leeg", body=" ")
    for wrong in ({"language": "fr"}, {"purpose": "gossip"}):
        with pytest.raises(InvalidValueError):
            write(template_acts.add, name="Fout", body="x", **wrong)
    for act in (template_acts.remove, template_acts.change):
        with pytest.raises(NotFoundError):
            write(act, 999)


def test_a_text_is_filled_in_the_customers_language_and_the_firms_form(
    services: Services, channel: FakeChannelType, write: Write, account_id: int
) -> None:
    channel.platform.deliver(text="Where is my parcel? I have not got it.", name="Anna de Vries")
    sync(services)

    def look(session: Session) -> tuple[list[TemplateInfo], str, tuple[str, ...]]:
        ticket = lifecycle.find(session, 1)
        own = templates.named(session, "weer op voorraad")
        filled = templates.filled(session, own, ticket, MONDAY, given={"Artikel": "De fiets"})
        delayed = templates.named(session, "Order is delayed")
        missing = templates.filled(session, delayed, ticket, MONDAY).missing
        return templates.offered(session, ticket), filled.text, missing

    offered, text, missing = services.database.read_now(look)
    assert [one.language for one in (offered[0], offered[-1])] == ["en", "nl"]
    assert "De fiets is nu niet op voorraad" in text
    assert missing == ("order_number", "delivery_day")

    def form(session: Session) -> str:
        ticket = lifecycle.find(session, 1)
        asked = templates.named(session, "Vraag om bestelnummer")
        return templates.filled(session, asked, ticket, MONDAY).text

    assert "Heeft u het" in services.database.read_now(form)
    write(lambda unit: save(unit.session, WritingSettings(form="je")))
    assert "Heb je het" in services.database.read_now(form)
    with pytest.raises(NotFoundError):
        services.database.read_now(templates.named, "bogus")
