"""Pages of the handbook: saved as versions that stay, undone, and carried in and out as files."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import IntegrityError

from app.bootstrap import Services
from app.cli.main import main
from app.models.rules.errors import NotFoundError
from app.models.rules.handbook.pages import Article, Kind, Sop
from app.models.rules.handbook.troubles import UnreadablePageError
from app.services.events import Event, SettingsChanged
from app.services.handbook import folders, page_acts, pages
from app.services.handbook.folders import File, Unread
from app.services.handbook.page_acts import NamelessPageError
from app.services.storage.database import Unit
from app.services.tickets import acts
from tests.fakes import MONDAY

Write = Callable[..., Any]
LATE = "---\nsoort: sop\ntitel: Te laat\nafdeling: Magazijn\nherzien: 2027-05-01\n---\n{}\n"
STEPS = LATE.format("## Stappen\n1. Bel\n2. Klaar: Gebeld")


def titles(services: Services) -> list[str]:
    return [one.title for one in services.database.read_now(pages.all_of)]


def test_a_page_is_saved_read_and_found_by_any_of_its_names(
    services: Services, write: Write
) -> None:
    made, act_id = write(page_acts.save, STEPS, reason=" Eerste ", author=" Fatima ")
    info = services.database.read_now(pages.find, made)
    assert act_id is not None
    assert (info.key, info.language, info.kind, info.title) == ("te-laat", "nl", "sop", "Te laat")
    assert (info.department, info.review_on, info.version) == ("Magazijn", "2027-05-01", 1)
    assert info.saved_at == MONDAY
    for name in ("te-laat", "TE LAAT ", str(made)):
        assert services.database.read_now(pages.named, name).id == made
    page = services.database.read_now(pages.read, made)
    assert isinstance(page, Sop)
    assert [step.kind for step in page.steps] == [Kind.DO, Kind.END]
    (version,) = services.database.read_now(pages.versions, made)
    assert (version.number, version.author, version.reason) == (1, "Fatima", "Eerste")


def test_saving_the_same_again_is_nothing_and_something_else_a_version(
    services: Services, write: Write
) -> None:
    made, _act = write(page_acts.save, STEPS)
    assert write(page_acts.save, services.database.read_now(pages.read, made)) == (made, None)
    other = LATE.format("Waarom").replace("Magazijn", "Winkel")
    assert write(page_acts.save, other, reason="Korter")[0] == made
    found = services.database.read_now(pages.find, made)
    assert (found.version, found.department) == (2, "Winkel")
    read = services.database.read_now
    assert "1. Bel" in read(pages.text_of, made, version=1)
    assert "Waarom" in read(pages.text_of, made)
    with pytest.raises(NotFoundError):
        read(pages.text_of, made, version=3)


def test_saving_and_throwing_away_are_undone_and_no_version_is_lost(
    services: Services, write: Write
) -> None:
    made, first = write(page_acts.save, STEPS)
    write(page_acts.save, LATE.format("Waarom"))
    write(page_acts.remove, made)
    assert titles(services) == []
    with pytest.raises(NotFoundError):
        write(page_acts.remove, made)
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, first)
    write(acts.undo)
    assert services.database.read_now(pages.find, made).version == 2
    write(acts.undo)
    assert services.database.read_now(pages.find, made).version == 1
    write(acts.undo)
    assert titles(services) == []
    assert write(page_acts.save, STEPS)[0] == made
    assert [one.number for one in services.database.read_now(pages.versions, made)] == [3, 2, 1]


def test_a_version_can_be_neither_changed_nor_deleted(services: Services, write: Write) -> None:
    write(page_acts.save, STEPS)

    def run(unit: Unit, statement: str) -> None:
        unit.session.execute(sql(statement))

    for statement in ("update handbook_versions set text = ''", "delete from handbook_versions"):
        with pytest.raises(IntegrityError, match="versions stay"):
            write(run, statement)


def test_a_language_has_a_page_of_its_own(services: Services, write: Write) -> None:
    dutch, _act = write(page_acts.save, Article(title="Ruilen", body="Kan"))
    english, _act = write(page_acts.save, Article(title="Ruilen", body="Can", language="en"))
    read = services.database.read_now
    assert dutch != english
    assert read(pages.named, "ruilen", language="en").id == english
    assert [one.id for one in read(pages.all_of, language="nl")] == [dutch]
    with pytest.raises(NotFoundError):
        read(pages.named, "retour")


def test_what_is_no_page_is_refused(services: Services, write: Write) -> None:
    with pytest.raises(NamelessPageError):
        write(page_acts.save, Article(title="?!"))
    with pytest.raises(UnreadablePageError):
        write(page_acts.save, "Hallo")
    assert titles(services) == []


def test_a_change_is_told_once(services: Services, write: Write) -> None:
    told: list[Event] = []
    services.hub.subscribe(SettingsChanged, told.append)
    made, _act = write(page_acts.save, STEPS, origin="me")
    write(page_acts.save, STEPS)
    write(page_acts.remove, made)
    assert [one.section for one in told] == ["handbook_pages", "handbook_pages"]


def test_a_folder_comes_in_as_one_act_and_nothing_is_left_silently(
    services: Services, write: Write, tmp_path: Path
) -> None:
    write(page_acts.save, STEPS)
    (tmp_path / "nl").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "map.md").mkdir()
    for name, content in {
        "a.md": STEPS.encode(), "b.md": LATE.format("Nieuw").encode(), "c.md": b"\xff\xfe",
        "nl/d.md": b"---\nsoort: artikel\ntitel: Ruilen\n---\nKan",
        "e.md": b"---\nsoort: gedicht\ntitel: X\nx: y\n---\n", ".git/f.md": b"x", "g.txt": b"x",
        "h.md": b"---\nsoort: artikel\ntitel: '?'\n---\n",
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(content)
    done = write(page_acts.bring_in, folders.read(tmp_path), reason="Uit de map")
    assert (done.saved, done.unchanged) == (("ruilen",), ("te-laat",))
    assert [(one.name, one.code) for one in done.unread] == [
        ("b.md", "same_page"), ("c.md", "unreadable_page_file"), ("e.md", "bad_detail"),
        ("e.md", "unknown_detail"), ("h.md", "nameless_page"),
    ]  # fmt: skip
    assert done.unread[2].why == "Line 2: “gedicht” cannot be the soort."
    assert titles(services) == ["Ruilen", "Te laat"]
    info = write(acts.undo, done.act)
    assert (info.name, info.params["count"]) == ("pages_imported", 1)
    assert titles(services) == ["Te laat"]
    assert write(page_acts.bring_in, folders.read(tmp_path / "nl")).saved == ("ruilen",)
    assert write(page_acts.bring_in, folders.read(tmp_path / "nl")).act is None


def test_what_goes_out_comes_in_as_it_was(services: Services, write: Write, tmp_path: Path) -> None:
    write(page_acts.save, STEPS)
    write(page_acts.save, Article(title="Late", body="Can", language="en"))
    found = services.database.read_now(pages.texts)
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "eigen.txt").write_text("blijft")
    assert folders.write(tmp_path, found, {}) == ["en/late.md", "nl/te-laat.md"]
    assert folders.write(tmp_path, found, {}) == []
    assert sorted(path.name for path in (tmp_path / "nl").iterdir()) == ["eigen.txt", "te-laat.md"]
    files = [one for one in folders.read(tmp_path) if isinstance(one, File)]
    assert [one.text for one in files] == [text for _, text in found]
    assert write(page_acts.bring_in, files).unchanged == ("late", "te-laat")


def test_flaws_are_told_by_file_and_step() -> None:
    found = folders.flaws([
        File("a.md", LATE.format("## Stappen\n1. Bel")), File("b.md", "x"),
        File("c.md", "---\nsoort: artikel\ntitel: T\n---\n"),
        Unread("d.md", "no", "unreadable_page_file"),
        File("e.md", "---\nsoort: artikel\ntitel: T\n---\n![](a.png)![](b.png)\n![](c.png)",
             images=(("a.png", b""),)),
    ], pictures=["c.png"])  # fmt: skip
    assert [(one.name, one.code, one.step) for one in found] == [
        ("a.md", "dead_end", 1), ("b.md", "no_details", None),
        ("d.md", "unreadable_page_file", None), ("e.md", "missing_picture", None),
    ]  # fmt: skip
    assert found[-1].why == "Line 5: the picture “b.png” is not there."


def test_the_command_line_does_it_all(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = services.profile.folder
    services.close()
    source, target = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "a.md").write_text(LATE.format("## Stappen\n1. Bel"), encoding="utf-8")

    def run(*words: str, code: int = 0) -> str:
        assert main(["--profile", str(folder), "handbook", *words]) == code
        return capsys.readouterr().out

    assert run("check", str(source), code=1).startswith("a.md: Step 1 does not say")
    assert run("import", str(source), "--reason", "Begin") == "1 saved, 0 unchanged\n"
    assert json.loads(run("check", "--json", code=1))[0]["name"] == "nl/te-laat"
    (source / "a.md").write_text(STEPS, encoding="utf-8")
    (source / "b.md").write_text("x", encoding="utf-8")
    assert json.loads(run("import", str(source), "--json", code=1))["saved"] == ["te-laat"]
    assert run("import", str(source), code=1).startswith("0 saved, 1 unchanged\nb.md: Line 1:")
    assert run("check") == ""
    assert run("list") == "1  nl  sop  Te laat  (te-laat)\n"
    (one,) = json.loads(run("list", "--language", "nl", "--json"))
    assert (one["key"], one["version"], one["review_on"]) == ("te-laat", 2, "2027-05-01")
    assert run("show", "te-laat").endswith("1. Bel\n2. Klaar: Gebeld\n")
    assert "Klaar" not in run("show", "te-laat", "--version", "1")
    assert run("show", "1", "--versions").endswith("Begin\n")
    shown = json.loads(run("show", "1", "--json"))
    assert [version["number"] for version in shown["versions"]] == [2, 1]
    assert run("export", str(target)) == "1 pages, 1 new\n"
    assert json.loads(run("export", str(target), "--json")) == {"pages": 1, "changed": []}
    assert "2. Klaar: Gebeld" in (target / "nl" / "te-laat.md").read_text(encoding="utf-8")
    run("remove", "te-laat")
    assert run("list") == ""
