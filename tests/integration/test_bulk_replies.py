"""One text to many: filled in for each, shown before, sent once, taken back as one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from app.bootstrap import Services
from app.services.tickets import acts, bulk_replies, entries, inbox, incidents, merging, replies
from app.services.tickets.bulk_replies import Letter
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration.test_acts import picture
from tests.integration.test_cli_colleagues import Balie, balie  # noqa: F401  the fixture
from tests.integration.test_engine import sync

Write = Callable[..., Any]
BODY = "Beste {naam|klant}, over nr. {nummer}: het komt goed."


@pytest.fixture
def three(services: Services, channel: FakeChannelType, account_id: int) -> None:
    for who in ("anna", "bert", "carla"):
        channel.platform.deliver(author=f"{who}@klant.example", name=who.title())
    sync(services)


def shown(services: Services, *ids: int, body: str = BODY) -> list[Letter]:
    now = services.clock.now()
    return services.database.read_now(bulk_replies.preview, ids, body=body, now=now)


@pytest.mark.usefixtures("three")
def test_each_customer_reads_his_own(
    services: Services, channel: FakeChannelType, write: Write, clock: FakeClock
) -> None:
    before = picture(services)
    letters = shown(services, 1, 2, 3, 2)
    assert [one.text.split(":")[0] for one in letters] == [
        "Beste Anna, over nr. 1", "Beste Bert, over nr. 2", "Beste Carla, over nr. 3",
    ]  # fmt: skip
    assert {one.problems for one in letters} == {()}
    sent = write(bulk_replies.send, letters[:2])
    assert (sent.tickets, dict(sent.refused)) == ((1, 2), {})
    write(acts.undo, sent.act_id)
    assert picture(services) == before
    changed = replace(letters[1], text="Beste Bert, sorry.")
    sent = write(bulk_replies.send, [letters[0], changed, letters[0]])
    again = write(bulk_replies.send, letters[:2])
    assert (again.act_id, set(again.refused.values())) == (None, {"moved_on"})
    clock.forward(timedelta(minutes=1))
    sync(services)
    assert sorted(one.recipient for one in channel.platform.accepted) == [
        "anna@klant.example", "bert@klant.example",
    ]  # fmt: skip
    assert channel.platform.accepted[1].payload.decode().endswith("Beste Bert, sorry.")


@pytest.mark.usefixtures("three")
def test_what_cannot_go_is_named_and_left(
    services: Services, channel: FakeChannelType, write: Write
) -> None:
    write(replies.answer, 2, text="Al bezig")
    talk = write(
        entries.add, kind="phone", direction="in", name="Dirk", handle="", text="Belde"
    ).ticket_id
    past = int((MONDAY - timedelta(hours=1)).timestamp() * 1_000_000)
    write(lambda unit: unit.session.execute(
        text("update tickets set window_due = :past where id = 3"), {"past": past}
    ))  # fmt: skip
    problems = {one.ticket_id: one.problems for one in shown(services, 1, 2, 3, talk)}
    assert problems == {
        1: (),
        2: ("on_its_way",),
        3: ("answer_window_over",),
        talk: ("noted_by_hand", "nobody_to_answer"),
    }
    (letter,) = shown(services, 1, body="Beste {wie}")
    assert (letter.problems, letter.missing) == (("unfilled",), ("wie",))
    assert shown(services, 1, body=" ")[0].problems == ("empty_text",)
    letters = shown(services, 1, 2, 3, talk)
    channel.platform.deliver(
        key="<9@x>", parents=["<in-1@elders.example>"], author="anna@klant.example"
    )
    sync(services)
    sent = write(bulk_replies.send, letters)
    assert (sent.act_id, sent.tickets) == (None, ())
    assert sent.refused == {1: "moved_on", 2: "on_its_way", 3: "answer_window_over",
                            talk: "noted_by_hand"}  # fmt: skip


@pytest.mark.usefixtures("three")
def test_tickets_put_together_since_get_no_letter(services: Services, write: Write) -> None:
    letters = shown(services, 1, 2)
    write(merging.merge, [1, 2], into=1)
    assert write(bulk_replies.send, letters).tickets == ()
    (letter,) = shown(services, 1, 2)
    assert letter.ticket_id == 1


@pytest.mark.usefixtures("three")
def test_what_a_letter_promises_gets_a_clock(services: Services, write: Write) -> None:
    write(bulk_replies.send, shown(services, 1, body="U hoort morgen van ons."))
    info = services.database.read_now(inbox.infos, [1])[0]
    assert info.promise_due is not None


@pytest.mark.usefixtures("three")
def test_the_command_shows_first_and_sends_then(
    services: Services,
    write: Write,
    balie: Balie,  # noqa: F811
) -> None:
    write(incidents.begin, title="Storing", ticket_ids=[1, 2, 3])
    words = ("reply-many", "--incident", "1", "--text", BODY, "--leave-out", "3")
    letters = balie(*words, "--dry-run", "--json")
    assert [(one["number"], one["problems"]) for one in letters] == [(1, []), (2, [])]
    assert balie(*words, "--dry-run").startswith("no. 1  anna@klant.example\n    Beste Anna")
    assert balie(*words, "--json") == {"act": 2, "sent": [1, 2], "refused": {}}
    again = balie("reply-many", "1", "3", "--text", "Dag", "--json")
    assert (again["sent"], again["refused"]) == ([3], {"1": "on_its_way"})
    assert balie("reply-many", "--text", "Dag") == 2
    assert balie("reply-many", "1") == 2
