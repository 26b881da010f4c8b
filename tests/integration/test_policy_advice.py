"""Rules of the owner that ask what the suggestion says: kept, tried, waited for, applied once."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.bootstrap import Services
from app.cli.slow import Slow
from app.models.rules.advice import Advice, Said, Silence
from app.models.rules.errors import InvalidValueError
from app.models.rules.messages import Automatic
from app.models.rules.policy import Condition
from app.services.assist import advising, preferences
from app.services.assist.suggester import Suggester
from app.services.sync import housekeeping, ruling
from app.services.sync.housekeeping import Housekeeper
from app.services.tickets import (
    acts,
    advice_mark,
    decisions,
    inbox,
    journal,
    lists,
    policies,
    policy_acts,
    policy_waits,
)
from app.services.tickets.policies import LoopingRuleError
from app.services.tickets.policy_acts import ManyTicketsError
from tests.fakes import FakeClock
from tests.fakes_assist import AbsentEmbedder, WordEmbedder
from tests.integration.test_assist import LATE, SEEDS
from tests.integration.test_cli import Balie, balie, folder
from tests.integration.test_policies import Arrive, Rule, arrive, rule

__all__ = ["arrive", "balie", "folder", "rule"]
Write = Callable[..., Any]
ORDERS = "suggests_category=orders@30"


@pytest.fixture
def model(services: Services) -> WordEmbedder:
    made = WordEmbedder()
    services.made["suggester"] = Suggester(
        services.database, services.clock, lambda _kind: False, made, SEEDS
    )
    return made


def ask(services: Services) -> None:
    asyncio.run(ruling.ask_all(services.database, services.clock, services.adviser))


def info(services: Services, ticket_id: int = 1) -> inbox.TicketInfo:
    return services.database.read_now(inbox.infos, [ticket_id])[0]


def lines(services: Services, ticket_id: int = 1) -> list[Any]:
    found = services.database.read_now(journal.entries, ticket_id)
    return [one.data for one in found if one.act == "policy"]


def test_a_rule_acts_once_when_the_model_was_asked_and_says_how_sure_it_was(
    services: Services, write: Write, arrive: Arrive, rule: Rule, model: WordEmbedder
) -> None:
    arrive("<0@x>", LATE)  # before the rule: left alone
    rule("Bestellingen", ORDERS, "category=orders")
    rule("Verkoop", "category=orders", "department=sales")
    assert arrive("<1@x>", LATE).category is None
    assert not model.encoded  # nothing is asked while a message is put in the store
    ask(services)
    found = info(services, 2)
    assert (found.category, found.department) == ("orders", "sales")
    first, second = lines(services, 2)
    key, percent = first["because"]["suggests_category"]
    assert (first["name"], key) == ("Bestellingen", "orders")
    assert percent >= 30
    assert "because" not in second
    assert info(services, 1).category is None
    write(decisions.set_listed, [2], field="category", value=None)
    ask(services)  # once: what the owner took off stays off
    assert info(services, 2).category is None


def test_only_what_a_rule_asks_about_is_looked_at(
    services: Services,
    arrive: Arrive,
    rule: Rule,
    model: WordEmbedder,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(policy_waits, "BATCH", 3)
    ask(services)
    rule("Factuur", f"words=factuur {ORDERS}", "tag=geld")
    for number in range(policy_waits.BATCH + 2):
        arrive(f"<{number}@x>", "Dag", automatic=Automatic.AUTO_REPLY if number == 1 else None)
    ask(services)
    assert not model.encoded
    assert services.database.read_now(advice_mark.get) == policy_waits.BATCH + 2
    arrive("<a@x>", f"{LATE} factuur")
    clock.forward(timedelta(days=3))
    ask(services)
    assert not model.encoded  # it comes too late


@pytest.mark.allow_log
def test_a_message_on_which_asking_fails_holds_no_other_up(
    services: Services,
    arrive: Arrive,
    rule: Rule,
    clock: FakeClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Faulty:
        """Fails on the first ticket."""

        tries = 0

        def advice(self, ticket_id: int) -> Advice:
            if ticket_id == 1:
                self.tries += 1
                raise ZeroDivisionError
            return Advice({"suggests_category": Said("orders", 90)})

    source = Faulty()
    adviser = advising.Adviser(services.database, lambda: source)

    def again() -> None:
        asyncio.run(ruling.ask_all(services.database, clock, adviser))

    rule("Bestellingen", ORDERS, "category=orders")
    arrive("<1@x>", LATE)
    arrive("<2@x>", LATE)
    again()
    again()  # not at once
    assert (info(services, 1).category, info(services, 2).category) == (None, "orders")
    assert source.tries == 1
    for _ in range(advice_mark.TRIES + 1):
        clock.forward(advice_mark.PAUSE)
        again()
    assert source.tries == advice_mark.TRIES
    assert len(caplog.records) == 1
    arrive("<3@x>", LATE)
    again()
    assert info(services, 3).category == "orders"


def test_what_failed_is_made_up_for(
    services: Services, write: Write, arrive: Arrive, rule: Rule, clock: FakeClock
) -> None:
    rule("Bestellingen", ORDERS, "category=orders")
    arrive("<1@x>", LATE)
    read = services.database.read_now
    waits = read(policy_waits.waiting, clock.now())
    write(policy_waits.settle, waits, {}, [1])
    assert read(policy_waits.waiting, clock.now()) is None
    clock.forward(advice_mark.PAUSE)
    waits = read(policy_waits.waiting, clock.now())
    assert (waits.tickets, waits.again) == ((1,), (1,))
    sure = {1: Advice({"suggests_category": Said("orders", 90)})}
    write(policy_waits.settle, waits, sure)
    write(policy_waits.settle, waits, sure)  # somebody else did
    assert info(services).category == "orders"
    assert read(policy_waits.waiting, clock.now()) is None


def test_a_rule_that_is_off_or_comes_back_by_undo_begins_anew(
    services: Services, write: Write, arrive: Arrive, rule: Rule, model: WordEmbedder
) -> None:
    kept = rule("Bestellingen", ORDERS, "category=orders")
    gone = write(policies.remove, kept)
    ask(services)
    assert services.database.read_now(advice_mark.get) is None
    arrive("<1@x>", LATE)
    write(acts.undo, gone)
    ask(services)
    arrive("<2@x>", LATE)
    ask(services)
    assert [info(services, one).category for one in (1, 2)] == [None, "orders"]
    # A batch that somebody else settled meanwhile does nothing again.
    write(policy_waits.settle, policy_waits.Waiting((2,), 1), {2: Advice()})
    assert services.database.read_now(advice_mark.get) == 2


def test_without_the_model_it_does_not_hold_and_that_is_said(
    services: Services, write: Write, arrive: Arrive, rule: Rule
) -> None:
    kept = rule("Bestellingen", ORDERS, "category=orders")
    arrive("<1@x>", LATE)
    ask(services)
    assert info(services).category is None
    wanted = services.database.read_now(policy_acts.asking_of, kept, [1])
    assert advising.silence(services.adviser.of_all(wanted)) is Silence.UNAVAILABLE
    write(preferences.change, enabled=False)
    assert services.adviser.of(1).silent is Silence.OFF
    assert isinstance(services.embedder, AbsentEmbedder)


def test_it_is_tried_out_and_let_loose_on_what_is_there(
    services: Services, write: Write, arrive: Arrive, rule: Rule, model: WordEmbedder
) -> None:
    kept = rule("Bestellingen", f"{ORDERS} channel=fake", "category=orders")
    plain = rule("Groet", "words=hallo", "tag=groet")
    arrive("<1@x>", LATE)
    arrive("<2@x>", "Xylofoon kwispelt")
    read = services.database.read_now
    tried = read(policies.find, kept).rule
    assert read(policy_acts.asking, read(policies.find, plain).rule) == []
    assert read(policy_acts.asking_of, plain, [1]) == []
    wanted = read(policy_acts.asking, tried)
    assert sorted(wanted) == [1, 2]
    told: list[tuple[int, int]] = []
    advice = services.adviser.of_all(wanted, lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
    (hit,) = read(policy_acts.dry_run, tried, advice=advice)
    assert (hit.ticket_id, hit.because["suggests_category"].key) == (1, "orders")
    assert read(policy_acts.dry_run, tried) == []
    done = write(policy_acts.apply_to, kept, [1, 2], advice=advice)
    assert (done.changed, done.refused) == (1, 1)
    assert "because" in lines(services)[0]
    write(acts.undo, done.act_id)
    assert info(services).category is None


def test_many_are_asked_about_first_and_circles_stay_refused(
    services: Services, write: Write, arrive: Arrive, rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = rule("Bestellingen", ORDERS, "category=orders")
    for number in range(3):
        arrive(f"<{number}@x>", LATE)
    monkeypatch.setattr(policy_acts, "MOST_AT_ONCE", 2)
    sure = Advice({"suggests_category": Said("orders", 90)})
    advice = dict.fromkeys((1, 2, 3), sure)
    with pytest.raises(ManyTicketsError):
        write(policy_acts.apply_to, kept, [1, 2, 3], advice=advice)
    assert write(policy_acts.apply_to, kept, [1, 2, 3], advice=advice, confirmed=True).changed == 3
    rule("Soort", "category=orders", "type=question")
    with pytest.raises(LoopingRuleError):
        rule("Rond", f"type=question {ORDERS}", "category=orders")


@pytest.mark.parametrize(
    "when",
    ["suggests_category=bogus@80", "suggests_category=orders@veel", "suggests_tone=blij",
     "suggests_priority=zwaar", "suggests_type=question@10"],
)  # fmt: skip
def test_a_condition_that_no_suggestion_can_fit_is_refused(rule: Rule, when: str) -> None:
    with pytest.raises(InvalidValueError):
        rule("Nieuw", when, "tag=a")


def test_conditions_are_kept_by_key_and_follow_an_entry_that_is_replaced(
    services: Services, write: Write, rule: Rule
) -> None:
    when = "suggests_category=Bestellingen,complaints@70 suggests_priority=high"
    kept = rule("Zwaar", f"{when} suggests_tone=negative", "tag=a")
    with pytest.raises(policies.EmptyRuleError):
        write(
            policies.save,
            name="Leeg",
            conditions=[Condition("suggests_type", ())],
            effects=services.database.read_now(policies.find, kept).effects,
        )
    write(lists.remove, "category", "complaints", replacement="orders")
    found = services.database.read_now(policies.find, kept)
    assert [(one.field, one.values) for one in found.conditions] == [
        ("suggests_category", ("orders@80", "orders@70")),
        ("suggests_priority", ("high",)),
        ("suggests_tone", ("negative@80",)),
    ]


def test_a_ticket_that_is_gone_or_silent_gives_no_advice(
    services: Services, arrive: Arrive, model: WordEmbedder
) -> None:
    assert services.adviser.of(9) == Advice()
    arrive("<1@x>", LATE)
    assert services.adviser.of(1).says["suggests_priority"] == Said("normal", 100)


def test_the_command_line_says_when_the_suggestion_cannot_be_asked(
    write: Write, arrive: Arrive, rule: Rule, balie: Balie
) -> None:
    rule("Bestellingen", ORDERS, "category=orders")
    arrive("<1@x>", LATE)
    write(preferences.change, enabled=False)
    assert balie("rule", "apply", "1", "1", "--json") == {"act": None, "changed": 0, "left": 1}
    with pytest.MonkeyPatch.context() as patch:
        told: list[str] = []
        patch.setattr("app.cli.advice.say", told.append)
        assert balie("rule", "test", "1", "--json") == []
    assert told == ["Suggestions are off, so that what asks them does not hold."]


def test_the_idle_work_asks_what_waits(
    services: Services,
    arrive: Arrive,
    rule: Rule,
    model: WordEmbedder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(housekeeping, "SETTLE_SECONDS", 0.0)
    rule("Bestellingen", ORDERS, "category=orders")
    arrive("<1@x>", LATE)

    async def work() -> None:
        keeper = Housekeeper(services.database, services.hub, services.clock)
        keeper.start(services.adviser)
        async with asyncio.timeout(30):
            while info(services).category is None:
                await asyncio.sleep(0.01)
        await keeper.stop()

    asyncio.run(work())
    assert info(services).category == "orders"


def test_what_takes_long_says_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    said: list[str] = []
    with Slow("Lezen", patience=0.01) as slow:
        slow.told(1, 5)
        for _ in range(500):
            said.append(capsys.readouterr().err)
            if said[-1]:
                break
            slow._done.wait(0.01)
    assert "Lezen: 1 of 5 (" in "".join(said)
    with Slow("Klaar") as quick:
        quick.told(5, 5)
    assert capsys.readouterr().err == ""
