"""The whole handbook of a firm: collected, and written as a site that leads everywhere."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from app.bootstrap import Services
from app.cli.main import main
from app.models.rules.clocks import Target
from app.models.rules.hours import Block, Counting
from app.services.communication import statements
from app.services.handbook import book, book_html, page_acts, starter
from app.services.handbook.book import Book
from app.services.handbook.book_html import SiteNotSavedError
from app.services.handbook.book_words import TEXTS, words_in
from app.services.resources import resource
from app.services.tickets import directory, hours_acts, plan_acts, plans
from tests.effort import repeated
from tests.fakes import MONDAY

Write = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
EVIL = "<script>x</script>"
VOID = {"meta", "link", "br", "hr", "path", "rect", "polyline", "polygon"}


class Page(HTMLParser):
    """Reads a page and refuses tags that do not close."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.told: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "img", "iframe", "object"}
        found = dict(attrs)
        assert not any(name.startswith("on") for name in found)
        self.ids += filter(None, [found.get("id")])
        self.links += filter(None, [found.get("href")])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.told.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.told).split())


def read_site(files: dict[str, str]) -> dict[str, Page]:
    """Return the pages; every link leads to a file, and to something in it."""
    found = {name: Page(text) for name, text in files.items() if name.endswith(".html")}
    for name, page in found.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            if link.startswith(("https://", "mailto:")):
                continue
            file, _, inner = link.partition("#")
            assert (file or name) in files, (name, link)
            assert not inner or unquote(inner) in found[file or name].ids, (name, link)
    return found


def collected(services: Services, language: str = "nl") -> Book:
    return services.database.read_now(book.collect, MONDAY, language=language)


@repeated
def test_the_starter_handbook_as_a_site_is_whole_in_both_languages(
    services: Services, write: Write, tmp_path: Path
) -> None:
    write(starter.install, language=starter.BOTH)
    ruud, _act = write(directory.add, name="Ruud", role="Inkoop", subjects=["facturen", "prijzen"])
    write(
        directory.add,
        name="Lisa",
        deputy_id=ruud,
        department="logistics",
        phone="0570",
        mail="l@a.be",
    )
    write(directory.fix, "finance", colleague_id=ruud)
    for language, late, chart in (("nl", "Bestelling te laat", "Stroomschema"),
                                  ("en", "Order is late", "Flowchart")):  # fmt: skip
        found = collected(services, language)
        files = book_html.pages(found)
        pages = read_site(files)
        assert len(found.sops) == 15
        assert all(f"{one.info.key}.html" in pages for one in (*found.sops, *found.articles))
        assert late in pages["index.html"].text
        assert chart in pages["te-laat.html"].text
        assert "<svg" in files["te-laat.html"]
        assert "0570" in pages["book_people.html"].text
        assert found.glossary is not None
        assert found.policy is not None
        assert set(book_html.write(found, tmp_path / language)) == set(files)
    assert book_html.write(collected(services, "en"), tmp_path / "en") == []


def test_nothing_of_what_is_told_becomes_a_tag(services: Services, write: Write) -> None:
    head = f"---\nsoort: sop\ntitel: {EVIL}\nafdeling: {EVIL}\neigenaar: {EVIL}\n---\n"
    steps = (
        f"1. {EVIL}\n   Resultaat: {EVIL}\n2. Keuze: {EVIL}\n   - {EVIL} -> 3\n3. Klaar: {EVIL}\n"
    )
    terms = f"## Begrippen\n- **{EVIL}**: {EVIL}\n"
    page = f"{head}## Doel\n{EVIL}\n{terms}## Stappen\n{steps}"
    write(page_acts.save, page)
    write(page_acts.save, f"---\nsoort: artikel\ntitel: Begrippen\n---\n- **{EVIL}**: {EVIL}\n")
    write(directory.add, name=EVIL, role=EVIL, hours=EVIL, subjects=[EVIL])
    write(hours_acts.set_date, date(2026, 12, 24), blocks=[Block(540, 720)], why=EVIL)
    pages = read_site(book_html.pages(collected(services)))
    told = " ".join(page.text for page in pages.values())
    assert told.count(EVIL) > 15


def test_hours_days_and_targets_are_told_in_words(services: Services, write: Write) -> None:
    write(hours_acts.set_evening, {0: [Block(1080, 1260)]})
    write(hours_acts.set_date, date(2026, 12, 24), blocks=[Block(540, 720)], why="Kerstavond")
    found = collected(services)
    assert [one.day for one in found.other_days][:2] == [date(2026, 12, 24), date(2026, 12, 25)]
    assert all(one.day.weekday() < 5 or one.blocks for one in found.other_days)
    told = read_site(book_html.pages(found))["book_hours.html"].text
    for wanted in ("Maandag 9:00–17:30 18:00–21:00", "Zondag gesloten",
                   "donderdag 24 december 2026", "9:00–12:00 Kerstavond",
                   "5 minuten openingstijd", "alle andere berichten",
                   "24 uur, op dagen dat we open zijn"):  # fmt: skip
        assert wanted in told
    english = read_site(book_html.pages(collected(services, "en")))["book_hours.html"].text
    assert "Christmas Day" in english
    assert "Friday 25 December 2026 closed" in english


def test_a_plan_for_some_says_for_whom(services: Services, write: Write) -> None:
    (usual,) = services.database.read_now(plans.plans)
    write(plan_acts.add, replaced(usual))
    told = read_site(book_html.pages(collected(services)))["book_hours.html"].text
    assert "prioriteit spoed, e-mail, X" in told
    assert "3 dagen, ook ’s nachts en in het weekend" in told


def replaced(plan: Any) -> Any:
    targets = replace(plan.targets, answer=Target(timedelta(days=3), Counting.ALWAYS))
    return replace(plan, id=0, name="Snel", targets=targets, kinds=frozenset({"email", "x"}),
                   priorities=frozenset({"urgent"}))  # fmt: skip


def test_what_is_said_on_the_day_is_a_chapter_with_how_long_it_holds(
    services: Services, write: Write
) -> None:
    day = MONDAY.date()
    later = (day + timedelta(days=9)).isoformat()
    long = "Dag {naam|daar},\n\n" + "Zonder PFAS kan met staal. " * 12
    texts = ["Staal, {je:denk je|u:denkt u}?", long, "Zonder PFAS kan met staal. " * 9 + EVIL]
    write(statements.save, subject="pannen", texts=texts, asked=["Zit er PFAS in?"],
          owner="Ruud", valid_until=later)  # fmt: skip
    write(statements.save, subject="Kort", texts=["Ja, dat kan.", "Ja."])
    write(statements.save, subject="Pans", texts=["Steel."], language="en")
    write(statements.save, subject="Straks", texts=["x"], valid_from=later)
    write(statements.save, subject="Opzet", texts=["x"], state="draft")
    found = collected(services)
    assert [one.subject for one in found.statements] == ["Kort", "pannen"]
    files = book_html.pages(found)
    told = read_site(files)["book_statements.html"].text
    assert "Kort Geldt vanaf 23 november 2026, tot het wordt ingetrokken Wat we zeggen Past" in told
    assert "Hetzelfde, korter Past op elk kanaal Ja." in told
    assert "Geldt vanaf 23 november 2026 tot en met 2 december 2026 Wie erover gaat Ruud" in told
    assert "Zo vragen klanten het Zit er PFAS in? Wat we zeggen Te lang voor X, Bluesky" in told
    assert "Hetzelfde, het kortst Past op elk kanaal Staal, denkt u?" in told
    assert EVIL in told
    assert '<span class="place">naam</span>' in files["book_statements.html"]
    english = read_site(book_html.pages(collected(services, "en")))
    assert "Statements By subject" in english["book_statements.html"].text
    for one in services.database.read_now(statements.all_of, MONDAY):
        write(statements.withdraw, one.id)
    assert "book_statements.html" not in book_html.pages(collected(services))


def test_an_empty_handbook_still_is_one(services: Services) -> None:
    found = collected(services)
    assert (found.changed, found.firm, found.sops) == (None, "", ())
    pages = read_site(book_html.pages(found))
    assert "Er staan nog geen collega’s" in pages["book_people.html"].text
    assert "beleid.html" not in pages


def test_a_page_may_be_called_as_the_cover_and_one_that_is_missing_is_no_link(
    services: Services, write: Write
) -> None:
    write(
        page_acts.save,
        "---\nsoort: artikel\ntitel: Index\n---\nZie [weg](weg.md) en [mij](index.md).\n",
    )
    files = book_html.pages(collected(services))
    read_site(files)
    assert 'Zie weg en <a href="index_page.html">mij</a>.' in files["index_page.html"]


def test_steps_that_do_not_follow_each_other_lead_on_by_number(
    services: Services, write: Write
) -> None:
    write(page_acts.save, "---\nsoort: sop\ntitel: Proef\n---\n## Stappen\n-> 2\n\n"
          "1. Een\n   -> ?\n2. Vraag collega: Wie?\n   - een\n   - twee\n3. Keuze: Wat?\n"
          "   - Zo -> ?\n4. Stuur: Onbekend\n   -> 1\n5. Klaar\n")  # fmt: skip
    told = read_site(book_html.pages(collected(services)))["proef.html"].text
    for wanted in ("Begin bij stap 2.", "nog niet bekend", "Ga naar stap 1."):
        assert wanted in told


def test_a_site_that_cannot_be_written_is_said_so(services: Services, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SiteNotSavedError):
        book_html.write(collected(services), tmp_path / "file")


def test_words_fall_back_to_dutch_and_amounts_have_their_own_number() -> None:
    words = words_in("fr")
    assert words("handbook") == "Handboek"
    assert words.amount(timedelta(minutes=1)) == "1 minuut"
    assert words.amount(timedelta(hours=24)) == "24 uur"
    assert words_in("en").amount(timedelta(days=2)) == "2 days"
    assert words.channel("onbekend") == "onbekend"
    assert set(json.loads(resource(TEXTS).read_text("utf-8"))) == {"nl", "en"}


def test_the_command_line_writes_the_site(
    services: Services, write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(page_acts.save, "---\nsoort: artikel\ntitel: Late\ntaal: en\n---\nSoon.\n")
    folder = services.profile.folder
    services.close()
    words = ["site", str(tmp_path / "out"), "--language", "en"]
    assert main(["--profile", str(folder), "handbook", *words, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["index"] == str(tmp_path / "out" / "index.html")
    assert "late.html" in said["changed"]
    assert main(["--profile", str(folder), "handbook", *words]) == 0
    assert capsys.readouterr().out.strip() == said["index"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_examples_that_are_kept_are_whole_and_of_this_handbook(language: str) -> None:
    kept = EXAMPLES / f"handbook-{language}"
    pages = read_site({path.name: path.read_text("utf-8") for path in kept.iterdir()})
    contents = pages["index.html"].text
    assert "book_statements.html" in pages
    for page in starter.pages(language=language):
        assert f"{page.key}.html" in pages
        assert page.key in {"beleid", "begrippen"} or page.title in contents
    assert (EXAMPLES / f"handbook-{language}.pdf").read_bytes().startswith(b"%PDF-")
