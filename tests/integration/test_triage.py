"""Triage: the next message, everything said of it at once; and both on the command line."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from app.bootstrap import Services
from app.models.rules.errors import InvalidValueError, NotAllowedError
from app.services.tickets import (
    acts,
    decisions,
    directory,
    inbox,
    influence,
    journal,
    replies,
    triage,
)
from tests.fakes import MONDAY, FakeChannelType
from tests.integration.test_acts import picture
from tests.integration.test_cli import Balie, balie, folder
from tests.integration.test_engine import sync

__all__ = ["balie", "folder"]
Write = Callable[..., Any]


@pytest.fixture
def write(services: Services, channel: FakeChannelType, account_id: int) -> Write:
    for number in range(3):
        at = MONDAY - timedelta(minutes=number)
        channel.platform.deliver(key=f"<{number}@x>", text=f"Vraag {number + 1}", at=at)
    sync(services)
    return services.database.write_now


def ahead(services: Services, **values: Any) -> list[int]:
    return services.database.read_now(triage.next_ids, limit=9, **values)


def info(services: Services, ticket_id: int = 1) -> inbox.TicketInfo:
    return services.database.read_now(inbox.infos, [ticket_id])[0]


def test_what_dies_first_is_assessed_first(services: Services, write: Write) -> None:
    assert ahead(services) == [3, 2, 1]
    assert ahead(services, left_out={3}) == [2, 1]
    write(decisions.set_priority, [1], priority="urgent")
    write(triage.accept, [3])
    assert ahead(services) == [2]
    write(replies.answer, 2, text="Morgen", now=True)
    sync(services)
    write(decisions.change_state, [2], state="open")
    assert ahead(services) == []
    assert services.database.read_now(triage.waiting) == 0


def test_the_query_takes_its_own_index(services: Services, write: Write) -> None:
    def plan(session: Any) -> str:
        sql = f"explain query plan {triage._NEXT.text}".replace(":left_out", "(0)")
        return " ".join(str(row[3]) for row in session.execute(text(sql), {"limit": 4}))

    assert "ix_tickets_assess" in services.database.read_now(plan)


def test_a_card_holds_the_newest_words_of_the_customer(
    services: Services, channel: FakeChannelType, write: Write
) -> None:
    channel.platform.deliver(key="<9@x>", parents=["<2@x>"], text="En nog iets")
    sync(services)
    write(replies.add_note, 3, text="Bel Lisa")
    first, second = services.database.read_now(triage.next_cards, limit=2)
    assert (first.ticket.id, first.message.text) == (3, "En nog iets")
    assert second.message.text == "Vraag 2"


def test_accepting_is_undone_and_done_once(services: Services, write: Write) -> None:
    before = picture(services)
    done = write(triage.accept, [1, 2])
    assert done.changed == 2
    assert write(triage.accept, [1]).act_id is None
    write(acts.undo)
    assert picture(services) == before


def test_everything_is_said_as_one_act(services: Services, write: Write) -> None:
    before = picture(services)
    done = write(
        triage.assess,
        1,
        listed={"type": "klacht", "category": "Klachten", "product_group": None},
        priority="high",
        forward_to="Inkoop",
    )
    ticket = info(services)
    assert (ticket.category, ticket.assessment.type, ticket.priority) == (
        "complaints", "complaint", "high",
    )  # fmt: skip
    assert (ticket.department, ticket.state) == ("purchasing", "waiting_colleague")
    assert (done.changed, done.act_id) == (1, 1)
    write(acts.undo)
    assert picture(services) == before


def test_what_is_wrong_changes_nothing(services: Services, write: Write) -> None:
    before = picture(services)
    with pytest.raises(InvalidValueError):
        write(triage.assess, 1, listed={"category": "orders", "type": "bogus"})
    write(decisions.change_state, [1], state="spam")
    with pytest.raises(NotAllowedError):
        write(triage.forward, [1], department="sales")
    write(acts.undo)
    assert picture(services) == before
    assert write(triage.assess, 1, listed={}, no_reaction="dubbel").changed == 1
    entry = services.database.read_now(journal.entries, 1)[-1]
    assert entry.act == "assessed"


# --- the command line ------------------------------------------------------------------------


def test_triage_shows_the_next_one(write: Write, balie: Balie) -> None:
    shown = balie("triage", "--json")
    assert (shown["ticket"]["number"], shown["message"]["text"], shown["waiting"]) == (
        3, "Vraag 3", 3,
    )  # fmt: skip
    assert shown["ticket"]["assessment"]["type"] is None
    for number in ("1", "2", "3"):
        assert balie("triage", number, "--accept", "--json")["waiting"] == 3 - int(number)
    assert balie("triage") == "Everything is assessed.\n"


def test_triage_says_it_all(services: Services, write: Write, balie: Balie) -> None:
    shown = balie(
        "triage", "1", "--type", "vraag", "--category", "orders", "--department", "sales",
        "--product", "Algemeen", "--priority", "high", "--vip", "--value", "0", "--json",
    )["ticket"]  # fmt: skip
    assert (shown["category"], shown["department"], shown["priority"]) == (
        "orders",
        "sales",
        "high",
    )
    found = shown["assessment"]
    assert (found["type"], found["product_group"], found["influence"]) == (
        "question",
        "general",
        40,
    )
    assert found["influence_reasons"] == [{"code": "vip", "points": 40, "number": None}]
    text = balie("triage", "1", "--category", "none", "--no-vip")
    assert "category -, department sales" in text
    assert "influence 0\n" in text
    assert balie("triage", "2", "--no-reaction", "Bedankje", "--json")["ticket"]["state"] == (
        "no_reaction"
    )
    assert "no reaction: other" in balie("triage", "2")
    forwarded = balie("triage", "3", "--forward", "Inkoop", "--press", "--json")["ticket"]
    assert (forwarded["state"], forwarded["department"]) == ("waiting_colleague", "purchasing")
    assert "influence 50 (press +50)" in balie("triage", "3")


def test_triage_refuses_what_makes_no_sense(write: Write, balie: Balie) -> None:
    assert balie("triage", "--type", "vraag") == 2
    assert balie("triage", "1", "--type", "bogus") == 2
    assert balie("triage", "1", "--no-reaction", " ") == 1
    assert balie("triage", "99", "--accept") == 1
    assert balie("set", "1", "state", "no_reaction") == 1
    assert balie("set", "1", "state", "no_reaction", "--reason", "Reclame") == ""


def test_what_stars_say_is_shown_and_changed(write: Write, balie: Balie) -> None:
    assert "1 star(s): high" in balie("rule", "stars")
    told = balie("rule", "stars", "1=urgent", "5=normal", "--complaint", "0", "--json")
    assert told["priorities"]["1"] == "urgent"
    assert (told["complaint"], told["act"]) == (0, 1)
    assert "No complaints." in balie("rule", "stars", "--complaint", "0")
    assert balie("rule", "stars", "nul=high") == 2
    assert balie("rule", "stars", "1=hoog") == 2
    assert balie("rule", "stars", "1") == 2


def test_rules_are_kept_tried_and_applied(services: Services, write: Write, balie: Balie) -> None:
    write(directory.add, name="Lisa", mail="lisa@winkel.example")
    add = ("rule", "add", "Vragen", "--when", "words=vraag,vragen", "--then", "type=question",
           "--then", "forward=Inkoop", "--then", "propose=Lisa")  # fmt: skip
    assert balie(*add, "--json")["effects"][1] == {"kind": "forward", "value": "purchasing"}
    (hit, *others) = balie("rule", "test", "1", "--last", "2", "--json")
    assert (hit["ticket_id"], len(others)) == (1, 1)
    assert hit["changes"][0] == {"kind": "type", "before": None, "after": "question"}
    tried = balie("rule", "test", "--when", "words=vraag", "--then", "tag=x")
    assert "tag: - -> x" in tried
    assert balie("rule", "apply", "1", "1", "--json") == {"act": 3, "changed": 1, "left": 0}
    assert "rule Vragen proposes: purchasing, Lisa" in balie("triage", "1")
    assert "nothing changes" in balie("rule", "test", "1")
    assert balie("rule", "apply", "1", "--query", "state:new") == (
        "2 changed, 1 left as they were.\n"
    )
    assert "when words=vraag,vragen then type=question" in balie("rule", "list")
    assert balie("rule", "remove", "1") == ""
    assert balie("rule", "list", "--json") == []
    assert info(services).assessment.type == "question"


def test_rules_that_quarrel_or_loop_are_told(
    write: Write, balie: Balie, capsys: pytest.CaptureFixture[str]
) -> None:
    balie("rule", "add", "Haast", "--when", "words=haast", "--then", "priority=high")
    balie("rule", "add", "VIP", "--when", "vip=yes", "--then", "priority=urgent", "--off")
    balie("rule", "add", "VIP", "--when", "vip=yes", "--then", "priority=urgent", "--replace", "2")
    balie("rule", "move", "2", "1")
    found = balie("rule", "contradictions", "--json")
    assert found["contradictions"] == [
        {"rules": [2, 1], "names": ["VIP", "Haast"], "about": "priority",
         "values": ["urgent", "high"]}
    ]  # fmt: skip
    looping = ("rule", "add", "Rond", "--when", "type=idea", "--then", "type=idea")
    assert balie(*looping) == 1
    balie(*looping, "--yes")
    text = balie("rule", "contradictions")
    assert "“VIP” and “Haast” quarrel about priority: urgent or high" in text
    assert "These set each other off: Rond." in text


@pytest.mark.parametrize(
    "wrong",
    [
        ("rule", "add", "Leeg"), ("rule", "test"), ("rule", "apply", "1"),
        ("rule", "add", "Half", "--when", "vip", "--then", "tag=a"),
        ("rule", "add", "Fout", "--when", "vip=misschien", "--then", "tag=a"),
    ],
)  # fmt: skip
def test_a_rule_that_is_not_right_is_refused(write: Write, balie: Balie, wrong: Any) -> None:
    assert balie(*wrong) in {1, 2}


def test_a_customer_weighs_for_all_his_messages(services: Services, write: Write) -> None:
    write(influence.set_standing, [1], press=True)
    assert {info(services, one).assessment.influence for one in (1, 2, 3)} == {50}
