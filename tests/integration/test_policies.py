"""The owner's rules and the weight of who writes: kept, tried out, and at work."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.models.rules.influence import Reason, Voice
from app.models.rules.messages import Direction
from app.models.rules.policy import Condition, Effect
from app.services.channels.api import InboundMessage, Person
from app.services.settings import AcknowledgeSettings, save
from app.services.sync import outbox
from app.services.tickets import (
    acts,
    decisions,
    directory,
    inbox,
    influence,
    journal,
    policies,
    policy_acts,
    replies,
)
from app.services.tickets.arrivals import Arrival, receive
from app.services.tickets.documenting import Ending
from app.services.tickets.policies import LoopingRuleError
from app.services.tickets.policy_acts import Change
from tests.fakes import MONDAY, SHOP, FakeChannelType
from tests.integration.test_acts import picture
from tests.integration.test_engine import sync

Write = Callable[..., Any]
Arrive = Callable[..., inbox.TicketInfo]


@pytest.fixture
def arrive(services: Services, write: Write, account_id: int) -> Arrive:
    """Let a message come in and return its ticket."""

    def put(key: str = "<1@x>", text: str = "Dag", **values: Any) -> inbox.TicketInfo:
        author = values.pop("author", Person("anna@klant.example", "Anna"))
        at = values.pop("at", MONDAY)
        message = InboundMessage(
            key=key, fingerprint=key, direction=Direction.IN, author=author, text=text,
            recipients=(Person(SHOP),), created_at=at, received_at=at, **values,
        )  # fmt: skip
        placed = write(receive, Arrival(account_id, "fake", 0, message, in_sent=False))
        return services.database.read_now(inbox.infos, [placed.ticket_id])[0]

    return put


@pytest.fixture
def rule(write: Write) -> Callable[..., int]:
    """Keep a rule: its conditions and effects as `field=value,value` words."""

    def put(name: str, when: str, then: str, **values: Any) -> int:
        pairs = [one.split("=") for one in when.split(" ")]
        conditions = [Condition(field, tuple(found.split(","))) for field, found in pairs]
        effects = [Effect(*one.split("=")) for one in then.split(" ")]
        saved: int = write(
            policies.save, name=name, conditions=conditions, effects=effects, **values
        )[0]
        return saved

    return put


Rule = Callable[..., int]


# --- influence -------------------------------------------------------------------------------


def test_who_writes_is_weighed_and_remembered(services: Services, arrive: Arrive) -> None:
    known = Voice(followers=20_000, verified=True, reviewer_level=6, reach=1_200)
    first = arrive("<1@x>", author=Person("@ster", "Ster", known))
    assert first.assessment.influence == 50
    assert first.assessment.influence_reasons == (
        Reason("followers", 25, 20_000), Reason("reviewer", 10, 6), Reason("verified", 10),
        Reason("reach", 5, 1_200),
    )  # fmt: skip
    again = arrive("<2@x>", author=Person("@ster", "Ster"))
    assert again.assessment.influence == 45


def test_a_later_message_that_many_saw_counts(arrive: Arrive) -> None:
    few, many = (Person("@anna", "Anna", Voice(reach=reach)) for reach in (10, 200_000))
    assert arrive("<1@x>", author=few).assessment.influence == 0
    again = arrive("<2@x>", author=many, parents=("<1@x>",))
    assert again.assessment.influence_reasons == (Reason("reach", 30, 200_000),)


def test_what_the_owner_knows_of_a_customer_counts_everywhere(
    services: Services, write: Write, arrive: Arrive
) -> None:
    arrive("<1@x>")
    arrive("<2@x>")
    before = picture(services)
    done = write(influence.set_standing, [1], vip=True, value=3_000)
    scores = [one.assessment.influence for one in services.database.read_now(inbox.infos, [1, 2])]
    assert (done.changed, scores) == (1, [60, 60])
    assert write(influence.set_standing, [1], vip=True).act_id is None
    assert arrive("<3@x>").assessment.influence == 60
    write(acts.undo)
    after = picture(services)
    assert after["contacts"] == before["contacts"]
    assert after["tickets"][:2] == before["tickets"]


# --- keeping rules ---------------------------------------------------------------------------


def test_rules_are_kept_in_order_and_undone(services: Services, write: Write, rule: Rule) -> None:
    one = rule("Facturen", "words=factuur channel=email,x", "category=Bestellingen tag=geld")
    two = rule("Pers", "sender=krant.example", "priority=urgent")
    found = services.database.read_now(policies.rules)
    assert [(info.id, info.name) for info in found] == [(one, "Facturen"), (two, "Pers")]
    assert found[0].effects == (Effect("category", "orders"), Effect("tag", "geld"))
    write(policies.move, two, to=0)
    assert [info.id for info in services.database.read_now(policies.rules)] == [two, one]
    rule("Pers en tv", "sender=krant.example,tv.example", "priority=high", rule_id=two)
    write(policies.remove, one)
    for _ in range(3):
        write(acts.undo)
    found = services.database.read_now(policies.rules)
    assert [(info.id, info.name) for info in found] == [(one, "Facturen"), (two, "Pers")]
    assert write(policies.move, two, to=1) is None


@pytest.mark.parametrize(
    ("name", "when", "then", "error"),
    [
        ("", "vip=yes", "tag=a", policies.BadRuleNameError),
        ("x" * 61, "vip=yes", "tag=a", policies.BadRuleNameError),
        ("facturen", "vip=yes", "tag=a", policies.BadRuleNameError),
        ("Nieuw", "weather=rain", "tag=a", InvalidValueError),
        ("Nieuw", "category=bogus", "tag=a", InvalidValueError),
        ("Nieuw", "influence=veel", "tag=a", InvalidValueError),
        ("Nieuw", "vip=misschien", "tag=a", InvalidValueError),
        ("Nieuw", "vip=yes", "delete=all", InvalidValueError),
        ("Nieuw", "vip=yes", "priority=enormous", InvalidValueError),
        ("Nieuw", "vip=yes", "no_reaction=bogus", InvalidValueError),
        ("Nieuw", "vip=yes", "forward=bogus", InvalidValueError),
        ("Nieuw", "vip=yes", "propose=", policies.EmptyRuleError),
        ("Nieuw", "vip=yes", "tag=a:b", decisions.BadTagError),
    ],
)
def test_a_rule_that_says_nothing_sensible_is_refused(
    rule: Rule, name: str, when: str, then: str, error: type[Exception]
) -> None:
    rule("Facturen", "words=factuur", "tag=geld")
    with pytest.raises(error):
        rule(name, when, then)


def test_a_rule_needs_both_halves_and_has_to_be_there(services: Services, write: Write) -> None:
    for conditions, effects in (([], [Effect("tag", "a")]), ([Condition("vip", ("yes",))], [])):
        with pytest.raises(policies.EmptyRuleError):
            write(policies.save, name="Leeg", conditions=conditions, effects=effects)
    for act in (policies.remove, policy_acts.apply_to):
        with pytest.raises(NotFoundError):
            write(act, 9, *([[1]] if act is policy_acts.apply_to else []))


def test_a_rule_that_loops_is_asked_about(services: Services, write: Write, rule: Rule) -> None:
    rule("Klacht", "category=complaints", "type=complaint")
    with pytest.raises(LoopingRuleError, match="“Klacht”, “Soort”"):
        rule("Soort", "type=complaint", "category=complaints")
    rule("Soort", "type=complaint", "category=complaints", active=False)
    assert services.database.read_now(policies.loops) == ()
    looping = rule("Rond", "type=complaint", "category=complaints", confirmed=True)
    ((first, second),) = services.database.read_now(policies.loops)
    assert (first.name, second.name) == ("Klacht", "Rond")
    with pytest.raises(LoopingRuleError):
        write(policy_acts.apply_to, looping, [])
    assert write(policy_acts.apply_to, looping, [], confirmed=True).changed == 0


def test_rules_that_quarrel_are_shown(services: Services, rule: Rule) -> None:
    rule("Eerst", "vip=yes", "priority=high")
    rule("Dan", "words=haast", "priority=urgent")
    (found,) = services.database.read_now(policies.contradictions)
    assert (found.first.name, found.second.name, found.values) == (
        "Eerst",
        "Dan",
        ("high", "urgent"),
    )


# --- at arrival ------------------------------------------------------------------------------


def test_rules_act_on_what_comes_in_and_say_so(
    services: Services, write: Write, arrive: Arrive, rule: Rule
) -> None:
    lisa, _ = write(directory.add, name="Lisa")
    number = rule(
        "Advocaat",
        "words=advocaat channel=fake",
        "type=complaint priority=urgent tag=juridisch forward=management propose=Lisa",
    )
    ticket = arrive(text="U hoort van mijn advocaat", subject="Klacht")
    assert (ticket.priority, ticket.tags, ticket.department) == (
        "urgent", ("juridisch",), "management",
    )  # fmt: skip
    assert ticket.assessment.type == "complaint"
    proposal = ticket.assessment.proposal
    assert proposal is not None
    assert (proposal.rule, proposal.forward, proposal.propose) == (
        "Advocaat", "management", str(lisa),
    )  # fmt: skip
    assert ticket.assessment.assessed_at is None
    entries = services.database.read_now(journal.entries, ticket.id)
    (entry,) = [one for one in entries if one.act == "policy"]
    assert (entry.actor, entry.reason) == ("balie", f"policy:{number}")
    assert entry.data["name"] == "Advocaat"
    assert services.database.read_now(journal.verify).broken_at is None


def test_what_the_owner_filed_stays(
    services: Services, write: Write, arrive: Arrive, rule: Rule
) -> None:
    rule("Facturen", "words=factuur", "category=accounts priority=high no_reaction=dubbel")
    arrive("<1@x>")
    write(decisions.set_listed, [1], field="category", value="orders")
    write(decisions.set_priority, [1], priority="urgent")
    ticket = arrive("<2@x>", "De factuur", parents=("<1@x>",))
    assert (ticket.category, ticket.priority, ticket.state) == ("orders", "urgent", "new")


def test_a_rule_that_changed_nothing_leads_to_no_other_rule(
    write: Write, arrive: Arrive, rule: Rule
) -> None:
    rule("Facturen", "words=factuur", "category=accounts")
    rule("Boekhouding", "category=accounts", "department=finance")
    arrive("<1@x>")
    write(decisions.set_listed, [1], field="category", value="orders")
    filed = arrive("<2@x>", "De factuur", parents=("<1@x>",))
    assert (filed.category, filed.department) == ("orders", None)
    fresh = arrive("<3@x>", "De factuur", author=Person("bert@klant.example"))
    assert (fresh.category, fresh.department) == ("accounts", "finance")


def test_nobody_reacts_where_a_rule_says_so(
    services: Services, write: Write, arrive: Arrive, rule: Rule
) -> None:
    write(lambda unit: save(unit.session, AcknowledgeSettings(enabled=True)))
    number = rule("Reclame", "words=nieuwsbrief", "no_reaction=spam_like")
    ticket = arrive(text="Onze nieuwsbrief")
    assert (ticket.state, ticket.assessment.no_reaction_reason) == ("no_reaction", "spam_like")
    assert ticket.next_due is None
    assert services.database.read_now(outbox.rows) == []
    entries = services.database.read_now(journal.entries, ticket.id)
    assert [one.reason for one in entries if one.act == "state"] == [f"policy:{number}"]
    again = arrive("<2@x>", "Nog een nieuwsbrief", parents=("<1@x>",))
    assert again.state == "open"


def test_spam_and_silent_rules_are_left_alone(write: Write, arrive: Arrive, rule: Rule) -> None:
    rule("Alles", "channel=fake", "tag=gezien", active=False)
    arrive("<1@x>")
    write(decisions.change_state, [1], state="spam")
    rule("Echt alles", "channel=fake", "tag=gezien")
    assert arrive("<2@x>", parents=("<1@x>",)).tags == ()


def test_out_of_hours_is_when_it_came_in(arrive: Arrive, rule: Rule) -> None:
    rule("Avond", "out_of_hours=yes", "tag=avond")
    assert arrive("<1@x>").tags == ()
    assert arrive("<2@x>", at=MONDAY - timedelta(hours=12)).tags == ("avond",)


def test_an_urgent_message_gets_the_clocks_of_its_plan(arrive: Arrive, rule: Rule) -> None:
    rule("Pers", "sender=klant.example", "priority=urgent")
    ticket = arrive()
    assert ticket.first_reaction_due == MONDAY + timedelta(minutes=5)


def test_influence_and_standing_can_be_asked(
    services: Services, write: Write, arrive: Arrive, rule: Rule
) -> None:
    arrive("<1@x>")
    write(influence.set_standing, [1], vip=True, press=True)
    rule("Zwaar", "influence=80 vip=yes press=yes", "priority=high")
    assert arrive("<2@x>").priority == "high"


# --- trying out and applying -----------------------------------------------------------------


def test_a_dry_run_shows_and_writes_nothing(
    services: Services, write: Write, arrive: Arrive
) -> None:
    arrive("<1@x>", "Mijn factuur", subject="Factuur")
    arrive("<2@x>", "Mijn pakket")
    write(decisions.set_listed, [1], field="category", value="accounts")
    write(replies.add_note, 1, text="factuur")
    before = picture(services)

    def look(session: Any) -> list[policy_acts.Hit]:
        tried = policies.checked(
            session,
            name="Facturen",
            conditions=[Condition("words", ("factuur",))],
            effects=[Effect("category", "orders"), Effect("tag", "geld")],
        )
        return policy_acts.dry_run(session, tried)

    (hit,) = services.database.read_now(look)
    assert (hit.number, hit.sender) == (1, "Anna")
    assert hit.changes == (Change("category", "accounts", "orders"), Change("tag", None, "geld"))
    assert picture(services) == before
    assert services.database.read_now(policies.rules) == []


def test_only_the_newest_messages_are_tried(services: Services, arrive: Arrive) -> None:
    for number in range(5):
        arrive(f"<{number}@x>", at=MONDAY + timedelta(minutes=number))
    tried = policies.Rule(0, "Alle", (Condition("channel", ("fake",)),), (Effect("tag", "a"),))
    found = services.database.read_now(policy_acts.dry_run, tried, last=3)
    assert [one.ticket_id for one in found] == [5, 4, 3]


def test_a_rule_is_applied_as_one_act(
    services: Services, write: Write, arrive: Arrive, rule: Rule
) -> None:
    for number in range(3):
        arrive(f"<{number}@x>", "Mijn factuur" if number else "Dag")
    write(decisions.set_listed, [2], field="category", value="products")
    write(decisions.change_state, [3], state="closed", ending=Ending("solved"))
    before = picture(services)
    number = rule(
        "Facturen", "words=factuur",
        "category=orders tag=geld no_reaction=no_question",
    )  # fmt: skip
    kept = picture(services)
    done = write(policy_acts.apply_to, number, [1, 2, 3])
    assert (done.changed, done.refused) == (2, 1)
    found = services.database.read_now(inbox.infos, [1, 2, 3])
    assert [(one.category, one.state) for one in found] == [
        (None, "new"), ("orders", "no_reaction"), ("orders", "closed"),
    ]  # fmt: skip
    assert write(policy_acts.apply_to, number, [2]).act_id is None
    write(acts.undo, done.act_id)
    assert picture(services) == kept
    assert kept["tickets"] == before["tickets"]


def test_more_than_fifty_at_once_are_asked_about(
    services: Services, write: Write, channel: FakeChannelType, account_id: int, rule: Rule
) -> None:
    for _ in range(51):
        channel.platform.deliver()
    sync(services)
    number = rule("Alle", "channel=fake", "tag=gezien")
    ids = list(range(1, 52))
    with pytest.raises(policy_acts.ManyTicketsError, match="would change 51 messages"):
        write(policy_acts.apply_to, number, ids)
    assert write(policy_acts.apply_to, number, ids[:50]).changed == 50
    assert write(policy_acts.apply_to, number, ids).changed == 1
    write(acts.undo)
    write(acts.undo)
    assert write(policy_acts.apply_to, number, ids, confirmed=True).changed == 51


def test_what_is_proposed_stays_beside_what_was(
    services: Services, write: Write, arrive: Arrive, rule: Rule
) -> None:
    arrive(text="advocaat")
    write(directory.add, name="Lisa")
    write(decisions.set_listed, [1], field="department", value="sales")
    number = rule("Recht", "words=advocaat", "forward=management propose=Lisa")
    write(policy_acts.apply_to, number, [1])
    (ticket,) = services.database.read_now(inbox.infos, [1])
    assert ticket.department == "sales"
    assert ticket.assessment.proposal is not None
    assert ticket.assessment.proposal.forward == "management"
    assert write(policy_acts.apply_to, number, [1]).act_id is None
