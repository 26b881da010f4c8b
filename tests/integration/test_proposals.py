"""Rules that propose a colleague: who is meant, until he was asked, and when he leaves."""

from collections.abc import Callable
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.errors import NotFoundError
from app.models.rules.policy import Condition, Effect
from app.services.tickets import (
    acts,
    consults,
    directory,
    inbox,
    lists,
    offered,
    policies,
    policy_acts,
    proposals,
)
from app.services.tickets.proposals import Proposed, ProposedByRuleError
from tests.fakes import FakeChannelType
from tests.integration.test_acts import picture
from tests.integration.test_engine import sync

Write = Callable[..., Any]
Rule = Callable[..., int]


@pytest.fixture
def rule(write: Write) -> Rule:
    """Keep a rule about the word "kapot" that proposes somebody."""

    def put(whom: str, *more: Effect, name: str = "Kapot") -> int:
        conditions = [Condition("words", ("kapot",))]
        effects = [Effect("propose", whom), *more]
        saved: int = write(policies.save, name=name, conditions=conditions, effects=effects)[0]
        return saved

    return put


@pytest.fixture
def broken(services: Services, channel: FakeChannelType, account_id: int) -> Callable[[], int]:
    """Let a message about something broken come in and return its ticket."""

    def put() -> int:
        channel.platform.deliver(text="Mijn pan is kapot", subject="Pan")
        sync(services)
        made.append(len(made) + 1)
        return made[-1]

    made: list[int] = []
    return put


def proposed(services: Services, ticket_id: int) -> Proposed | None:
    return services.database.read_now(proposals.of, ticket_id)


def held(services: Services, ticket_id: int) -> tuple[str | None, str | None] | None:
    (info,) = services.database.read_now(inbox.infos, [ticket_id])
    found = info.assessment.proposal
    return None if found is None else (found.propose, found.forward)


def test_a_rule_proposes_a_colleague_until_he_was_asked(
    services: Services, write: Write, rule: Rule, broken: Callable[[], int]
) -> None:
    write(directory.add, name="Anna")
    mo, _ = write(directory.add, name="Mo el Amrani", mail="mo@winkel.example")
    with pytest.raises(NotFoundError):
        rule("Bel eerst Lisa")
    kept = rule("mo@winkel.example")
    assert services.database.read_now(policies.find, kept).effects == (Effect("propose", str(mo)),)
    ticket_id = broken()
    assert proposed(services, ticket_id) == Proposed(mo, "Kapot")
    hits = services.database.read_now(directory.proposed, ticket_id)
    assert [(hit.colleague.name, hit.because) for hit in hits] == [
        ("Mo el Amrani", ("Kapot",)),
        ("Anna", ()),
    ]
    everything = services.database.read_now(offered.everything)
    assert [one.name_nl for one in everything[lists.COLLEAGUE]] == ["Anna", "Mo el Amrani"]
    write(consults.log_phone, ticket_id, colleague_id=mo, asked="", answer="Garantie")
    assert proposed(services, ticket_id) is None


def test_a_department_stands_for_whom_it_asks_first(
    services: Services, write: Write, rule: Rule, broken: Callable[[], int]
) -> None:
    mo, _ = write(directory.add, name="Mo")
    kept = rule("technical")
    nobody = broken()
    assert (proposed(services, nobody), held(services, nobody)) == (None, None)
    write(directory.fix, "technical", colleague_id=mo)
    ticket_id = broken()
    assert proposed(services, ticket_id) == Proposed(mo, "Kapot")
    before = picture(services)
    write(policy_acts.apply_to, kept, [nobody])
    assert held(services, nobody) == (str(mo), None)
    write(acts.undo)
    assert picture(services) == before
    with pytest.raises(lists.EntryInUseError):
        write(lists.remove, lists.DEPARTMENT, "technical")
    write(lists.remove, lists.DEPARTMENT, "technical", replacement="logistics")
    (effect,) = services.database.read_now(policies.find, kept).effects
    assert effect.value == "logistics"


def test_a_deputy_takes_over_what_rules_propose(
    services: Services, write: Write, rule: Rule, broken: Callable[[], int]
) -> None:
    lisa, _ = write(directory.add, name="Lisa")
    mo, _ = write(directory.add, name="Mo", deputy_id=lisa)
    kept = rule("Mo", Effect("tag", "reparatie"))
    rule("Lisa", name="Erna")
    ticket_id = broken()
    before = picture(services)
    gone = write(directory.remove, mo)
    assert proposed(services, ticket_id) == Proposed(lisa, "Kapot")
    assert services.database.read_now(policies.find, kept).effects == (
        Effect("propose", str(lisa)),
        Effect("tag", "reparatie"),
    )
    write(acts.undo, gone)
    assert picture(services) == before


def test_nobody_leaves_a_dead_proposal(
    services: Services, write: Write, rule: Rule, broken: Callable[[], int]
) -> None:
    mo, _ = write(directory.add, name="Mo")
    kept = rule("Mo")
    bare = broken()
    write(policies.remove, kept)
    kept = rule("Mo", Effect("forward", "management"))
    both = broken()
    before = picture(services)
    with pytest.raises(ProposedByRuleError) as refused:
        write(directory.remove, mo)
    assert refused.value.params == {"name": "Mo", "rules": "“Kapot”"}
    assert picture(services) == before
    removed = write(policies.remove, kept)
    write(directory.remove, mo)
    assert (held(services, bare), held(services, both)) == (None, (None, "management"))
    write(acts.undo, removed)
    assert held(services, broken()) == (None, "management")


def test_a_rule_of_old_still_says_it_in_words(services: Services, write: Write) -> None:
    resolved = services.database.read_now(proposals.resolved, "Bel eerst Lisa")
    assert resolved == "Bel eerst Lisa"
