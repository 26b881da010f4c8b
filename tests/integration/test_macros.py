"""Macros: kept, run on tickets, and taken back as one."""

from collections.abc import Callable
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.errors import InvalidValueError, NotFoundError, UndocumentedError
from app.models.rules.macros import Action
from app.services.tickets import acts, drafts, inbox, macros
from app.services.tickets.macros import EmptyMacroError
from app.services.tickets.outgoing import UnfilledTextError
from app.services.tickets.template_acts import BadTextNameError
from tests.fakes import FakeChannelType
from tests.integration.test_acts import picture
from tests.integration.test_engine import sync
from tests.integration.test_texts import rows

Write = Callable[..., Any]
pytestmark = pytest.mark.usefixtures("account_id")


@pytest.fixture
def two(services: Services, channel: FakeChannelType) -> list[int]:
    """Two tickets of Anna's, the second in English."""
    channel.platform.deliver(name="Anna", text="Waar is mijn pakket?")
    channel.platform.deliver(author="b@c.example", text="Where is my parcel, I have not got it")
    sync(services)
    return [1, 2]


def made(write: Write, text: str = "", **does: str) -> int:
    actions = [Action(kind, value) for kind, value in does.items()]
    macro_id, _act = write(macros.save, name="Test", text=text, actions=actions)
    return int(macro_id)


def info(services: Services, ticket_id: int) -> inbox.TicketInfo:
    return services.database.read_now(inbox.infos, [ticket_id])[0]


def test_a_macro_answers_files_and_closes_and_is_undone_as_one(
    services: Services, write: Write, two: list[int]
) -> None:
    text = "{nl:Dag|en:Hello} {naam|daar}, {nl:opgelost|en:solved}!"
    macro = made(write, text, category="orders", priority="high", note="Gebeld", state="closed",
                 outcome="solved")  # fmt: skip
    write(drafts.save, 1, text="Half getypt", internal=False)
    before = picture(services)
    done = write(macros.run, two, macro_id=macro)
    assert (done.changed, done.refused) == (2, 0)
    for ticket_id, words in ((1, "Dag Anna, opgelost!"), (2, "solved!")):
        found = info(services, ticket_id)
        assert (found.state, found.category, found.priority) == ("closed", "orders", "high")
        assert found.outcome == "solved"
        messages = services.database.read_now(inbox.messages, ticket_id)
        assert words in {one.direction: one.text for one in messages}["out"]
        assert {one.direction: one.text for one in messages}["note"] == "Gebeld"
    assert services.database.read_now(drafts.saved, 1).text == "Half getypt"
    write(acts.undo, done.act_id)
    assert picture(services) == before
    kept = services.database.read_now(drafts.saved, 1)
    assert kept.text == "Dag Anna, opgelost!\n\nHalf getypt"


def test_a_macro_closes_nothing_undocumented_and_then_does_nothing_at_all(
    services: Services, write: Write, two: list[int]
) -> None:
    macro = made(write, category="orders", state="closed")
    before = picture(services)
    with pytest.raises(UndocumentedError):
        write(macros.run, two, macro_id=macro)
    assert picture(services) == before


def test_a_place_that_nobody_filled_stops_it(
    services: Services, write: Write, two: list[int]
) -> None:
    macro = made(write, "De code is {code}", state="waiting_customer")
    with pytest.raises(UnfilledTextError):
        write(macros.run, two, macro_id=macro)
    write(macros.run, two, macro_id=macro, given={"code": "A1"})
    assert [info(services, one).state for one in two] == ["waiting_customer"] * 2


@pytest.mark.parametrize("value", ["4", "opening"])
def test_a_macro_puts_out_of_sight(
    services: Services, write: Write, two: list[int], value: str
) -> None:
    write(macros.run, two[:1], macro_id=made(write, snooze=value, department="technical"))
    assert info(services, 1).state == "snoozed"


def test_a_promise_in_its_text_gets_its_clock(
    services: Services, write: Write, two: list[int]
) -> None:
    write(macros.run, two[:1], macro_id=made(write, "U hoort binnen 24 uur van ons."))
    found = info(services, 1)
    assert (found.state, found.promise_due is not None) == ("open", True)


def test_macros_are_kept_changed_and_thrown_away(services: Services, write: Write) -> None:
    before = rows(services, "macros")
    assert len(before) == 3
    macro = made(write, "Dag", note="x")
    write(macros.save, macro_id=macro, name="Anders", text="", actions=[Action("note", "y")])
    found = services.database.read_now(macros.named, "anders")
    assert (found.text, found.actions) == ("", (Action("note", "y"),))
    kept = {"macro_id": macro, "name": "Anders", "actions": [Action("note", "y")]}
    assert write(macros.save, **kept) == (macro, None)
    write(macros.remove, macro)
    with pytest.raises(NotFoundError):
        services.database.read_now(macros.named, "anders")
    for _ in range(3):
        write(acts.undo)
    assert rows(services, "macros") == before


@pytest.mark.parametrize(
    ("kind", "value"),
    [("state", "spam"), ("snooze", "soon"), ("outcome", "solved"), ("priority", "huge"),
     ("outcome", "bogus"), ("category", "bogus"), ("sing", "song"), ("note", " ")],
)  # fmt: skip
def test_an_action_that_cannot_be_is_refused(write: Write, kind: str, value: str) -> None:
    with pytest.raises(InvalidValueError):
        made(write, **{kind: value})


def test_a_macro_has_a_name_and_something_to_do(write: Write) -> None:
    with pytest.raises(EmptyMacroError):
        made(write)
    with pytest.raises(BadTextNameError):
        write(macros.save, name="opgelost, bedankt", text="x")
    for act in (macros.remove, lambda unit, one: macros.run(unit, [], macro_id=one)):
        with pytest.raises(NotFoundError):
            write(act, 99)
