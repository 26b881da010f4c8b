"""What helps to answer: pages, saved texts and earlier answers, found, put in order, used again."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from app.bootstrap import Services
from app.models.rules.errors import NotFoundError
from app.services.assist import aids, preferences
from app.services.assist.aids import Aid, Helper
from app.services.assist.answers import Chance, Nearby, Pick
from app.services.assist.embedder import SIZE
from app.services.assist.suggester import Suggester
from app.services.assist.words import is_small
from app.services.handbook import beside, earlier, page_acts, quoting
from app.services.tickets import decisions, replies, template_acts, templates
from app.services.tickets.documenting import Ending
from tests.fakes import FakeChannelType
from tests.fakes_assist import AbsentEmbedder, WordEmbedder
from tests.integration.test_assist import made
from tests.integration.test_engine import sync
from tests.integration.test_runs import simple

Write = Callable[..., Any]
MOP = "Waar vind ik een zwabberdoek voor mijn zwabber? {verder}"
NOWHERE = np.zeros(SIZE, dtype=np.float32)
ANSWER = """Beste Bea Bakker,

De zwabberdoek ligt klaar, zeg maar tegen Piet dat u Bakker bent. Bel anders 06-12345678 of
06-87654321; bestelling 20417 en {verder} niets.

Met vriendelijke groet,
Saskia"""
ARTICLE = """---
soort: artikel
sleutel: dweilen
titel: Dweilen
---
Boven alles.

![emmer](files/1)

## Zwabberdoek

Een **zwabberdoek** ligt bij de [emmers](emmers.md).

## Leeg
"""


@pytest.fixture
def arrived(services: Services, channel: FakeChannelType, account_id: int, write: Write) -> None:
    for number, text in enumerate((MOP, MOP, "Iets heel anders, over koffie")):
        who = {"author": f"klant{number}@x.example", "name": ("Bea Bakker", "Cor", "Dirk")[number]}
        channel.platform.deliver(key=f"<{number}@x>", text=text, subject="Doek", **who)
    sync(services)
    write(replies.answer, 1, text=ANSWER, ending=Ending("solved"), now=True)
    sync(services)


@pytest.fixture
def suggester(services: Services) -> Suggester:
    found = made(services, WordEmbedder())
    services.made["suggester"] = found
    return found


def helper(services: Services, suggester: Suggester | None = None) -> Helper:
    return Helper(
        services.database, services.clock, lambda: suggester.neighbours if suggester else None
    )


def told(found: tuple[Aid, ...]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    return {(one.kind, one.title): [(why.kind, why.value) for why in one.why] for one in found}


@pytest.mark.usefixtures("arrived")
def test_what_helps_is_found_with_its_reasons_also_without_the_model(
    services: Services, suggester: Suggester, write: Write
) -> None:
    write(page_acts.save, ARTICLE)
    write(page_acts.save, simple("doeken", "categorieën: [products]\n", body="1. Stuur: Doek\n"))
    write(template_acts.add, name="Doek", body="De zwabberdoek ligt klaar, {naam}.")
    write(template_acts.add, name="Koffie", body="Koffie is er altijd.")
    write(decisions.set_listed, [2], field="category", value="products")
    found = helper(services).beside(2)
    assert not found.meant
    reasons = told(found.found)
    assert reasons["sop", "Over doeken"][0] == ("category", "products")
    assert is_small("alles")
    assert not is_small("zwabberdoek")
    assert reasons["text", "Doek"][:2] == [("procedure", "Over doeken"), ("word", "doek")]
    suggester.complete()
    suggester.suggest(2)
    found = helper(services, suggester).beside(2)
    assert found.meant
    reasons = told(found.found)
    assert reasons["text", "Doek"][:2] == [("procedure", "Over doeken"), ("used", "1")]
    assert ("word", "zwabberdoek") in reasons["ticket", "Doek"]
    assert ("text", "Koffie") not in reasons
    (ticket,) = (one for one in found.found if one.kind == aids.TICKET)
    assert (ticket.id, ticket.number, ticket.about[:18]) == (1, 1, "De zwabberdoek lig")
    write(preferences.change, enabled=False)
    assert not helper(services, suggester).beside(2).meant
    absent = made(services, AbsentEmbedder())
    assert helper(services, absent).beside(2).found
    helper(services).close()


@pytest.mark.usefixtures("arrived")
def test_what_is_typed_is_looked_for_in_titles_texts_and_earlier_answers(
    services: Services, suggester: Suggester, write: Write
) -> None:
    write(page_acts.save, ARTICLE)
    write(template_acts.add, name="Dweil ophalen", body="Hij ligt klaar, {naam}.")
    write(template_acts.add, name="Mop", body="Your mop is here.", language="en")
    look = helper(services).search
    assert {one.title for one in look("dwei", 2)} == {"Dweil ophalen", "Dweilen"}
    assert ("ticket", 1) in [(one.kind, one.id) for one in look("zwabberdoek", 2)]
    assert "ticket" not in [one.kind for one in look("zwabberdoek", 1)]
    assert look("is:xqzwv", 2) == ()
    assert look("  ") == ()
    assert [one.title for one in look("mop")] == ["Mop"]
    suggester.suggest(2)
    found = helper(services, suggester).search("zwabberdoek", 2)
    assert {"article", "ticket"} <= {one.kind for one in found}
    with pytest.raises(NotFoundError):
        look("dweil", 99)


@pytest.mark.usefixtures("arrived")
def test_a_complaint_that_sounds_unhappy_proposes_what_is_for_the_angry(
    services: Services, write: Write
) -> None:
    write(page_acts.save, simple("boos", "signalen: [angry]\n"))
    sure = Pick("negative", (Chance("negative", 0.95), Chance("neutral", 0.05)))
    shy = Pick("negative", (Chance("negative", 0.85), Chance("neutral", 0.15)))
    complaint = Pick("complaint", (Chance("complaint", 0.6),))
    nothing = Pick(None, ())
    for kind, tone, assessed, expected in (
        (complaint, sure, None, {"angry"}),
        (complaint, sure, "question", set()),
        (nothing, sure, "complaint", {"angry"}),
        (complaint, shy, None, set()),
        (complaint, nothing, None, set()),
    ):
        assert aids._heard(Nearby(NOWHERE, kind, tone, (), ()), assessed) == expected
    assert services.database.read_now(beside.of, 2).proposals == ()
    heard = services.database.read_now(beside.of, 2, heard={"angry"}).proposals
    assert [why.kind for one in heard for why in one.why] == ["heard"]
    chosen = services.database.read_now(beside.choices, 2, heard={"angry"})
    assert [one.page.key for one in chosen.fitting] == ["boos"]


@pytest.mark.usefixtures("arrived")
def test_an_earlier_answer_is_used_again_without_its_people(services: Services) -> None:
    read = services.database.read_now
    found = read(earlier.reusable, 1)
    assert found.body == (
        "Dag {naam},\n\nDe zwabberdoek ligt klaar, zeg maar tegen Piet dat u {naam} bent. Bel"
        " anders {telefoon} of\n{telefoon 2}; bestelling {bestelnummer} en (verder) niets."
    )
    filled = read(templates.filled_for, 2, found, services.clock.now())
    assert filled.text.startswith("Dag Cor,")
    assert filled.missing == ("telefoon", "telefoon 2", "bestelnummer")
    with pytest.raises(NotFoundError):
        read(earlier.reusable, 3)
    assert [one.number for one in read(earlier.told, [3, 1, 1, 99])] == [1]


def test_a_section_of_an_article_is_quoted_as_a_customer_may_read_it(
    services: Services, write: Write
) -> None:
    read = services.database.read_now
    page_id, _part = write(page_acts.save, ARTICLE)
    assert read(quoting.passage, page_id, section="Zwabberdoek") == (
        "Een zwabberdoek ligt bij de emmers."
    )
    assert read(quoting.passage, page_id, section="Leeg") == "Boven alles."
    assert read(quoting.passage, page_id) == "Boven alles."
    body = "## Vraag\n\n> Wat?\n\n## Antwoord dat hielp\n\nDit.\n"
    case = f"---\nsoort: artikel\ntitel: Geval\n---\n{body}"
    page_id, _part = write(page_acts.save, case)
    assert read(quoting.passage, page_id, section="Vraag") == "Dit."
    sop_id, _part = write(page_acts.save, simple("bellen"))
    assert read(quoting.passage, sop_id) == ""
