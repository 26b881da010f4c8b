"""The owner's lists: changing them, taking that back, and what is filed under their entries."""

from collections.abc import Callable
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.models.rules.macros import Action
from app.models.rules.policy import Condition, Effect
from app.services.tickets import acts, decisions, directory, finding, inbox, lists, macros, policies
from app.services.tickets.documenting import Ending
from tests.fakes import MONDAY, FakeChannelType
from tests.integration.test_engine import sync

pytestmark = pytest.mark.usefixtures("account_id")
Write = Callable[..., Any]


@pytest.fixture
def write(services: Services, channel: FakeChannelType) -> Write:
    channel.platform.deliver(key="<1@x>")
    channel.platform.deliver(key="<2@x>")
    sync(services)
    return services.database.write_now


def names(services: Services, field: str) -> list[str]:
    return [one.name_nl for one in services.database.read_now(lists.entries, field)]


def info(services: Services, ticket_id: int = 1) -> inbox.TicketInfo:
    return services.database.read_now(inbox.infos, [ticket_id])[0]


def test_entries_come_move_and_get_other_names(services: Services, write: Write) -> None:
    before = names(services, "product_group")
    key, act = write(lists.add, "product_group", name_nl=" Pannen &  deksels ", name_en="Pans")
    assert (key, names(services, "product_group")) == (
        "pannen_deksels", ["Algemeen", "Pannen & deksels"],
    )  # fmt: skip
    assert act is not None
    write(lists.rename, "product_group", key, name_nl="Pannen")
    write(lists.move, "product_group", key, to=0)
    assert names(services, "product_group") == ["Pannen", "Algemeen"]
    assert write(lists.move, "product_group", key, to=0) is None
    for _ in range(3):
        write(acts.undo)
    assert names(services, "product_group") == before


def test_keys_are_of_their_own(write: Write) -> None:
    assert write(lists.add, "type", name_nl="???")[0] == "type"
    assert write(lists.add, "type", name_nl="Questión")[0] == "question_2"


@pytest.mark.parametrize("name", ["", "  ", "klachten", "ORDERS", "x" * 41])
def test_a_name_that_cannot_be_told_apart_is_refused(write: Write, name: str) -> None:
    with pytest.raises(lists.BadEntryNameError):
        write(lists.add, "category", name_nl=name)


def test_an_entry_may_keep_its_own_name(services: Services, write: Write) -> None:
    assert write(lists.rename, "category", "orders", name_nl="Bestellingen", name_en="Orders") is (
        None
    )
    with pytest.raises(NotFoundError):
        write(lists.rename, "category", "gone", name_nl="Weg")


def test_what_is_used_wants_a_replacement_everywhere(services: Services, write: Write) -> None:
    write(decisions.set_listed, [1], field="category", value="orders")
    write(
        policies.save,
        name="Bestellingen",
        conditions=[Condition("category", ("orders", "products"))],
        effects=[Effect("category", "orders"), Effect("tag", "orders")],
        confirmed=True,
    )
    for replacement in (None, "orders"):
        with pytest.raises(lists.EntryInUseError, match=r"“Bestellingen” is used by 3 "):
            write(lists.remove, "category", "orders", replacement=replacement)
    with pytest.raises(InvalidValueError):
        write(lists.remove, "category", "orders", replacement="gone")
    act = write(lists.remove, "category", "orders", replacement="Producten")
    assert info(services).category == "products"
    (rule,) = services.database.read_now(policies.rules)
    assert rule.conditions == (Condition("category", ("products",)),)
    assert rule.effects == (Effect("category", "products"), Effect("tag", "orders"))
    assert services.database.read_now(inbox.counts).categories == {"products": 1, "": 1}
    write(acts.undo, act)
    assert info(services).category == "orders"
    assert services.database.read_now(policies.rules)[0].effects[0] == Effect("category", "orders")
    assert names(services, "category")[1] == "Bestellingen"


def test_departments_and_reasons_live_in_rules_under_other_names(
    services: Services, write: Write
) -> None:
    write(
        policies.save,
        name="Reclame",
        conditions=[Condition("words", ("nieuwsbrief",))],
        effects=[Effect("forward", "sales"), Effect("no_reaction", "spam_like")],
    )
    write(lists.remove, "department", "sales", replacement="finance")
    write(lists.remove, "no_reaction_reason", "spam_like", replacement="other")
    (rule,) = services.database.read_now(policies.rules)
    assert rule.effects == (Effect("forward", "finance"), Effect("no_reaction", "other"))


def test_macros_go_along(services: Services, write: Write) -> None:
    actions = [Action("category", "technical"), Action("department", "sales"),
               Action("note", "technical"), Action("outcome", "solved"),
               Action("state", "closed")]  # fmt: skip
    write(macros.save, name="Retour", actions=actions)

    def values() -> list[str]:
        one = services.database.read_now(macros.named, "Retour")
        return [action.value for action in one.actions]

    before = values()
    for field, key, new in (
        ("category", "technical", "products"),
        ("department", "sales", "finance"),
        ("outcome", "solved", "explained"),
    ):
        with pytest.raises(lists.EntryInUseError, match="used by "):
            write(lists.remove, field, key)
        write(lists.remove, field, key, replacement=new)
    assert values() == ["products", "finance", "technical", "explained", "closed"]
    for _ in range(3):
        write(acts.undo)
    assert values() == before


def test_colleagues_go_to_the_department_that_replaces_theirs(
    services: Services, write: Write
) -> None:
    piet, _ = write(directory.add, name="Piet", department="sales")
    write(directory.fix, "sales", colleague_id=piet)
    with pytest.raises(lists.EntryInUseError, match="used by 1 "):
        write(lists.remove, "department", "sales")

    def piets() -> tuple[str | None, tuple[str, ...]]:
        (one,) = services.database.read_now(directory.colleagues)
        return one.department, one.fixed_for

    before = piets()
    act = write(lists.remove, "department", "sales", replacement="finance")
    assert piets() == ("finance", ("finance",))
    write(acts.undo, act)
    assert piets() == before == ("sales", ("sales",))
    kees, _ = write(directory.add, name="Kees")
    write(directory.fix, "finance", colleague_id=kees)
    write(lists.remove, "department", "sales", replacement="finance")
    found = services.database.read_now(directory.colleagues)
    assert [one.fixed_for for one in found] == [("finance",), ()]


def test_outcomes_are_a_list_like_the_others(services: Services, write: Write) -> None:
    ending = Ending("Opgelost")
    write(decisions.change_state, [1], state="closed", ending=ending)
    assert info(services).outcome == "solved"
    with pytest.raises(lists.EntryInUseError):
        write(lists.remove, "outcome", "solved")
    act = write(lists.remove, "outcome", "solved", replacement="explained")
    assert info(services).outcome == "explained"
    write(acts.undo, act)
    assert info(services).outcome == "solved"
    with pytest.raises(InvalidValueError, match="“outcome” is not a list"):
        write(decisions.set_listed, [1], field="outcome", value="other")


def test_the_reason_for_other_words_stays(write: Write) -> None:
    with pytest.raises(lists.EntryNeededError, match="“Overig” stays"):
        write(lists.remove, "no_reaction_reason", "other", replacement="spam_like")


def test_the_last_entry_stays(write: Write) -> None:
    with pytest.raises(lists.LastEntryError):
        write(lists.remove, "product_group", "general")


def test_an_unused_entry_just_goes(services: Services, write: Write) -> None:
    write(lists.remove, "type", "idea")
    assert "Idee" not in names(services, "type")


# --- filing ----------------------------------------------------------------------------------


def test_type_and_product_group_are_filed_found_and_undone(
    services: Services, write: Write
) -> None:
    write(decisions.set_listed, [1], field="type", value="Klacht")
    write(decisions.set_listed, [1, 2], field="product_group", value="general")
    assert info(services).assessment.type == "complaint"
    assert info(services).assessment.assessed_at == MONDAY

    def found(typed: str) -> list[int]:
        return sorted(services.database.read_now(finding.find, typed, now=MONDAY).ticket_ids)

    assert found("soort:klacht") == found("type:complaint") == [1]
    assert found("productgroep:algemeen") == found("product:general") == [1, 2]
    assert found("-soort:klacht") == [2]
    with pytest.raises(InvalidValueError, match="“bogus” is not a type"):
        write(decisions.set_listed, [1], field="type", value="bogus")
    write(acts.undo)
    write(acts.undo)
    assert info(services).assessment.type is None
    assert info(services).assessment.assessed_at is None


@pytest.mark.parametrize(
    ("said", "key", "words"),
    [
        ("dubbel", "duplicate", "dubbel"), ("no_question", "no_question", "no_question"),
        ("Alleen een bedankje", "other", "Alleen een bedankje"),
    ],
)  # fmt: skip
def test_nobody_reacts_for_a_reason(
    services: Services, write: Write, said: str, key: str, words: str
) -> None:
    write(decisions.change_state, [1], state="no_reaction", reason=said)
    view = services.database.read_now(inbox.ticket_view, 1)
    assert view is not None
    assert (view.ticket.state, view.ticket.assessment.no_reaction_reason) == ("no_reaction", key)
    assert view.journal[-1].reason == words
    write(decisions.change_state, [1], state="open")
    assert info(services).assessment.no_reaction_reason is None
    write(acts.undo)
    assert info(services).assessment.no_reaction_reason == key


def test_without_a_reason_a_message_stays(services: Services, write: Write) -> None:
    with pytest.raises(lists.ReasonNeededError, match="Choose one of: spam_like"):
        write(decisions.change_state, [1], state="no_reaction")
    assert info(services).state == "new"
