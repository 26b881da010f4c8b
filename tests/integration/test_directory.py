"""The directory: colleagues come, change and go, and who knows about what."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from app.bootstrap import Services
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.services.tickets import acts, decisions, directory
from app.services.tickets.directory import ColleagueInfo
from tests.fakes import FakeChannelType
from tests.integration.test_engine import sync

Write = Callable[..., Any]


def known(services: Services, **values: Any) -> list[ColleagueInfo]:
    return services.database.read_now(directory.colleagues, **values)


def picture(services: Services) -> list[Any]:
    return services.database.read_now(
        lambda session: [
            [tuple(row) for row in session.execute(text(f"select * from {table}"))]
            for table in ("colleagues", "departments")
        ]
    )


def test_a_colleague_comes_changes_and_goes(services: Services, write: Write) -> None:
    kees, _ = write(directory.add, name="Kees")
    piet, act_id = write(
        directory.add, name=" Piet  de Boer ", mail="Piet@Winkel.example", subjects=["kranen", " "],
        deputy_id=kees,
    )  # fmt: skip
    (_, info) = known(services)
    assert (info.name, info.mail, info.subjects, info.deputy) == (
        "Piet de Boer", "piet@winkel.example", ("kranen",), "Kees",
    )  # fmt: skip
    before = picture(services)
    assert write(directory.change, piet, name="Piet de Boer") is None
    changed = write(directory.change, piet, subjects=["boilers"], phone="06 1234")
    assert known(services)[1].subjects == ("boilers",)
    write(acts.undo, changed)
    assert picture(services) == before
    write(acts.undo, act_id)
    assert [one.name for one in known(services)] == ["Kees"]


def test_a_form_is_kept_as_one_act(services: Services, write: Write) -> None:
    before = picture(services)
    kees, act_id = write(directory.keep, None, fixed="sales", name="Kees")
    assert known(services)[0].fixed_for == ("sales",)
    filled = picture(services)
    _, moved = write(directory.keep, kees, fixed="technical", name="Kees", phone="0570 1")
    assert known(services)[0].fixed_for == ("technical",)
    assert write(directory.keep, kees, fixed="technical", name="Kees") == (kees, None)
    write(acts.undo, moved)
    assert picture(services) == filled
    write(acts.undo, act_id)
    assert picture(services) == before


def test_who_is_leant_on_since_he_came_is_not_undone(services: Services, write: Write) -> None:
    kees, came = write(directory.add, name="Kees")
    write(directory.add, name="Piet", deputy_id=kees)
    before = picture(services)
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, came)
    assert picture(services) == before


def test_who_leaves_is_nobodys_deputy_and_first_of_no_department(
    services: Services, write: Write
) -> None:
    kees, _ = write(directory.add, name="Kees")
    write(directory.add, name="Piet", deputy_id=kees)
    key = services.database.read_now(
        lambda session: session.scalar(text("select key from departments order by position"))
    )
    fixed = write(directory.fix, key, colleague_id=kees)
    assert known(services)[0].fixed_for == (key,)
    assert write(directory.fix, key, colleague_id=kees) is None
    before = picture(services)
    gone = write(directory.remove, kees)
    (piet,) = known(services)
    assert (piet.deputy_id, len(known(services, everyone=True))) == (None, 2)
    with pytest.raises(NotFoundError):
        write(directory.change, kees, name="X")
    write(acts.undo, gone)
    assert picture(services) == before
    write(acts.undo, fixed)
    assert known(services)[0].fixed_for == ()
    write(directory.fix, key, colleague_id=kees)
    write(directory.fix, key, colleague_id=None)
    assert known(services)[0].fixed_for == ()


def test_what_is_no_colleague(write: Write) -> None:
    for values, error in (
        ({"name": "  "}, directory.NoNameError),
        ({"name": "X", "mail": "geen adres"}, directory.BadAddressError),
        ({"name": "X", "department": "keuken"}, InvalidValueError),
        ({"name": "X", "deputy_id": 99}, NotFoundError),
    ):
        with pytest.raises(error):
            write(directory.add, **values)
    made, _ = write(directory.add, name="X")
    with pytest.raises(InvalidValueError):
        write(directory.change, made, deputy_id=made)
    with pytest.raises(InvalidValueError):
        write(directory.fix, "keuken", colleague_id=made)


def test_a_colleague_is_named_in_several_ways(services: Services, write: Write) -> None:
    piet, _ = write(directory.add, name="Piet", mail="p@w.example")
    pieter, _ = write(directory.add, name="Pieter Bos")
    read = services.database.read_now
    for words in (str(piet), "PIET", "p@w.example"):
        assert read(directory.named, words) == piet
    assert read(directory.named, "pieter") == pieter
    for words in ("pie", "", "x", "p@"):
        with pytest.raises(NotFoundError):
            read(directory.named, words)


def test_who_knows_about_what(services: Services, write: Write) -> None:
    piet, _ = write(directory.add, name="Piet", role="Monteur", subjects=["kranen", "koppelingen"])
    write(directory.add, name="Lisa", subjects=["facturen"], department="finance")
    write(directory.add, name="Leeg")

    def found(words: str) -> list[str]:
        return [hit.colleague.name for hit in services.database.read_now(directory.who, words)]

    assert found("kraan lekt koppeling") == ["Piet"]
    assert found("factuur") == ["Lisa"]
    assert found("monteurs") == ["Piet"]
    assert found("koppleingen") == ["Piet"]
    assert found("administratie") == ["Lisa"]
    assert found("zeppelin") == []
    assert found("een en een") == []
    lisa = services.database.read_now(directory.who, "administratie")[0]
    assert lisa.because == ("finance",)
    assert found("") == []
    hit = services.database.read_now(directory.who, "koppelingen")[0]
    assert (hit.colleague.id, hit.score, hit.because) == (piet, 100, ("koppelingen",))


def test_whom_to_ask_about_a_ticket_comes_first(
    services: Services, write: Write, channel: FakeChannelType, account_id: int
) -> None:
    channel.platform.deliver(subject="Factuur klopt niet", text="Er staat te veel op")
    sync(services)
    write(directory.add, name="Adam")
    lisa, _ = write(directory.add, name="Lisa", subjects=["facturen"])
    piet, _ = write(directory.add, name="Piet")

    def order() -> list[str]:
        hits = services.database.read_now(directory.proposed, 1)
        return [hit.colleague.name for hit in hits]

    assert order() == ["Lisa", "Adam", "Piet"]
    write(directory.fix, "technical", colleague_id=piet)
    write(decisions.set_listed, [1], field="department", value="technical")
    assert order() == ["Piet", "Lisa", "Adam"]
    write(directory.remove, lisa)
    write(directory.remove, piet)
    assert order() == ["Adam"]
