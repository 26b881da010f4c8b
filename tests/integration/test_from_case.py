"""A ticket becomes a page of the handbook: masked, linked, undone."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.bootstrap import Services
from app.cli.main import main
from app.models.rules.errors import NotFoundError
from app.models.rules.handbook.from_case import NoSuchStepError, Part
from app.models.rules.handbook.pages import Article, Sop
from app.services.handbook import cases, page_acts, pages
from app.services.handbook.cases import Place
from app.services.tickets import (
    acts,
    decisions,
    directory,
    merging,
    reactions,
    replies,
    transcripts,
)
from tests.fakes import MONDAY, FakeChannelType
from tests.integration.test_engine import sync

Write = Callable[..., Any]
QUESTION = (
    "Hallo,\n\nMijn pan (bestelling 20417) is krom. Ik ben Anna de Vries, 06-12345678,\n"
    "of mail anna@klant.example.\n\nGroet, Anna"
)
SOP = "---\nsoort: sop\ntitel: Te laat\n---\n## Stappen\n1. Bel\n2. Klaar: Gebeld\n"


@pytest.fixture
def arrived(services: Services, channel: FakeChannelType, account_id: int, write: Write) -> None:
    for number, text in enumerate((QUESTION, "Waar blijft hij?")):
        channel.platform.deliver(
            key=f"<{number}@x>", at=MONDAY, text=text, name="Anna de Vries", subject="Re: Pan krom"
        )
    sync(services)
    write(directory.add, name="Lisa Visser")


@pytest.mark.usefixtures("arrived")
def test_a_draft_has_the_question_and_the_answer_that_helped_without_people(
    services: Services, write: Write
) -> None:
    write(reactions.react, [1], promise=False)
    write(replies.answer, 1, text="Dag Anna,\n\nVraagje: welke?", now=True)
    write(replies.answer, 1, text="Dag Anna,\n\nLisa ruilt hem.\n\nGroet, Bo", now=True)
    draft = services.database.read_now(cases.draft_article, 1)
    assert (draft.number, draft.language, draft.answered) == (1, "nl", True)
    assert draft.title == "Pan krom"
    assert draft.text == (
        "## Vraag\n\n> Mijn pan (bestelling [bestelnummer]) is krom. Ik ben [naam], [telefoon],\n"
        "> of mail [e-mailadres].\n\n## Antwoord dat hielp\n\n[naam] ruilt hem."
    )
    assert [(one.kind.value, one.original) for one in draft.masks] == [
        ("order", "20417"), ("name", "Anna de Vries"), ("phone", "06-12345678"),
        ("mail", "anna@klant.example"), ("name", "Lisa"),
    ]  # fmt: skip
    read = services.database.read_now
    english = read(cases.draft_article, 1, language="en", shown=["20417"])
    assert "bestelling 20417" in english.text
    assert "[phone]" in english.text
    bare = read(cases.draft_article, 2)
    assert (bare.answered, bare.text.endswith("## Antwoord dat hielp")) == (False, True)


@pytest.mark.usefixtures("arrived")
def test_an_article_is_saved_linked_told_and_undone_as_one(
    services: Services, write: Write
) -> None:
    write(page_acts.save, Article(title="Pan krom", body="Anders"))
    made, act_id = write(
        cases.save_article, 1, title="Pan krom", text="Ruil hem", language="nl", reason=" Vaak "
    )
    read = services.database.read_now
    assert [(one.key, one.id) for one in read(cases.pages_of, 1)] == [("pan-krom-2", made)]
    assert read(pages.versions, made)[0].reason == "Vaak"
    shown = transcripts.transcript
    assert "Vastgelegd in het handboek" in (read(shown, 1, MONDAY) or "")
    write(acts.undo, act_id)
    assert read(cases.pages_of, 1) == []
    assert [one.key for one in read(pages.all_of)] == ["pan-krom"]
    again, _act = write(cases.save_article, 2, title="Pan recht", text="x", language="nl")
    assert read(pages.versions, again)[0].reason == "Naar aanleiding van bericht 2"


@pytest.mark.usefixtures("arrived")
def test_a_case_goes_into_a_procedure_or_an_article_that_is_there(
    services: Services, write: Write
) -> None:
    sop, _act = write(page_acts.save, SOP)
    article, _act = write(page_acts.save, Article(title="Ruilen", body="Kan."))
    read = services.database.read_now
    assert [(one.title, one.steps) for one in read(cases.places, language="nl")] == [
        ("Ruilen", None), ("Te laat", ((1, "1. Bel"), (2, "2. Gebeld"))),
    ]  # fmt: skip
    write(cases.add_to_page, 1, place=Place(sop), text="Een pan")
    write(cases.add_to_page, 1, place=Place(sop, Part.STEP, step=1), text="Ook 's avonds")
    page = read(pages.read, sop)
    assert isinstance(page, Sop)
    assert page.purpose == "**Voorbeeld**: Een pan"
    assert page.steps[0].text == "Bel\nOok 's avonds"
    _id, act_id = write(cases.add_to_page, 2, place=Place(article), text="Ook een pan")
    assert "Kan.\n\nOok een pan" in read(pages.text_of, article)
    write(acts.undo, act_id)
    assert "Ook een pan" not in read(pages.text_of, article)
    assert read(cases.pages_of, 2) == []
    assert [one.number for one in read(pages.versions, sop)] == [3, 2, 1]
    with pytest.raises(NoSuchStepError):
        write(cases.add_to_page, 1, place=Place(sop, Part.STEP, step=9), text="x")
    with pytest.raises(NotFoundError):
        write(cases.add_to_page, 1, place=Place(99), text="x")


@pytest.mark.usefixtures("arrived")
def test_pages_are_linked_and_a_merged_ticket_brings_its_own(
    services: Services, write: Write
) -> None:
    made, _act = write(page_acts.save, SOP)
    assert write(cases.link, 1, page_id=made) is not None
    assert write(cases.link, 1, page_id=made) is None
    write(merging.merge, [1, 2], into=2)
    read = services.database.read_now
    assert [one.id for one in read(cases.pages_of, 2)] == [made]
    act_id = write(cases.unlink, 2, page_id=made)
    assert read(cases.pages_of, 1) == []
    assert write(cases.unlink, 2, page_id=made) is None
    write(acts.undo, act_id)
    assert [one.id for one in read(cases.pages_of, 1)] == [made]


@pytest.mark.usefixtures("arrived")
def test_what_the_ticket_s_department_is_becomes_the_page_s(
    services: Services, write: Write
) -> None:
    write(decisions.set_listed, [1], field="department", value="logistics")
    read = services.database.read_now
    names = set()
    for language in ("nl", "en"):
        made, _act = write(cases.save_article, 1, title="X", text="x", language=language)
        names.add(read(pages.find, made).department)
    assert len(names) == 2
    assert "" not in names


@pytest.mark.usefixtures("arrived")
def test_the_command_line_shows_saves_adds_and_links(
    services: Services, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write(page_acts.save, SOP)
    folder = str(services.profile.folder)
    services.database.close()

    def run(*words: str) -> tuple[int, str]:
        code = main(["--profile", folder, "handbook", *words])
        return code, capsys.readouterr().out

    code, out = run("from-case", "1", "--dry-run")
    assert code == 0
    assert out.startswith("Pan krom\n\n## Vraag")
    assert "\norder: 20417\n" in out
    drafted = json.loads(run("from-case", "1", "--dry-run", "--show", "20417", "--json")[1])
    assert "20417" in drafted["text"]
    assert run("from-case", "1", "--title", "Kromme pan")[1] == "kromme-pan\n"
    made = json.loads(run("from-case", "2", "--to", "te-laat", "--as", "term", "--term", "Pan",
                          "--text", "Rond ding", "--json")[1])  # fmt: skip
    assert made["key"] == "te-laat"
    assert run("show", "te-laat")[1].count("- **Pan**: Rond ding") == 1
    assert run("from-case", "2", "--to", "te-laat", "--as", "step", "--step", "7")[0] == 1
    assert run("link", "2", "kromme-pan")[0] == 0
    assert json.loads(run("link", "2", "kromme-pan", "--remove", "--json")[1])["act"] > 0
