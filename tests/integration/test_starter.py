"""The starter handbook: comes as one act, beside what the owner has, and never unasked again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql

from app.bootstrap import Services
from app.cli.main import main
from app.models.rules.errors import InvalidValueError
from app.models.rules.handbook.pages import Article
from app.services.events import Event, SettingsChanged
from app.services.handbook import page_acts, pages, starter
from app.services.handbook.starter import Installed, Kind, State
from app.services.storage.database import Unit
from app.services.tickets import acts, journal, template_acts, templates

Write = Callable[..., Any]
DUTCH, ENGLISH = "---\nsoort: artikel\ntitel: {}\n---\n", "---\nkind: article\ntitle: {}\n{}"
TABLES = {
    "templates": "*",
    "settings": "*",
    "handbook_pages where version > 0": "*",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A starter handbook of three pages."""
    for name, content in {
        "nl/beleid.md": DUTCH.format("Beleid"), "nl/retour.md": DUTCH.format("Retour"),
        "en/beleid.md": ENGLISH.format("Policy", "key: beleid\nlanguage: en\n---\n"),
    }.items():  # fmt: skip
        (tmp_path / "starter" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "starter" / name).write_text(content, encoding="utf-8")
    return tmp_path / "starter"


def standing(services: Services) -> dict[str, list[tuple[Any, ...]]]:
    def read(session: Any) -> dict[str, list[tuple[Any, ...]]]:
        return {
            table: [tuple(row) for row in session.execute(sql(f"select {columns} from {table}"))]
            for table, columns in TABLES.items()
        }

    return services.database.read_now(read)


def keys(services: Services) -> list[tuple[str, str]]:
    found = services.database.read_now(pages.all_of)
    return sorted((one.language, one.key) for one in found)


def states(services: Services, folder: Path, **values: Any) -> dict[str, State]:
    found = services.database.read_now(starter.plan, folder=folder, **values)
    return {f"{one.language} {one.name}": one.state for one in found}


def test_it_comes_as_one_act_that_is_undone_and_can_come_again(
    services: Services, write: Write, folder: Path
) -> None:
    before = standing(services)
    done = write(starter.install, folder=folder)
    assert done == Installed(pages=3, templates=64, left=0, gone=0, act=done.act)
    assert keys(services) == [("en", "beleid"), ("nl", "beleid"), ("nl", "retour")]
    page = services.database.read_now(pages.named, "retour")
    (version,) = services.database.read_now(pages.versions, page.id)
    assert (version.author, version.reason) == ("Balie", "Uit het starthandboek")
    assert write(page_acts.save, folder.joinpath("nl/retour.md").read_text("utf-8"))[1] is None
    found = services.database.read_now(templates.all_of)
    assert [one.name for one in found[-64:]] == [one.name for one in starter.texts()]
    assert len({one.id for one in found}) == len(found) == 100
    full = standing(services)
    info = write(acts.undo, done.act)
    assert (info.name, info.params) == ("starter_installed", {"count": 67})
    assert standing(services) == before
    again = write(starter.install, folder=folder)
    assert (again.pages, again.templates, again.left) == (3, 64, 0)
    assert standing(services)["settings"] == full["settings"]
    assert len(services.database.read_now(pages.versions, page.id)) == 2
    write(acts.undo)
    assert standing(services) == before
    assert services.database.read_now(journal.verify).broken_at is None


def test_what_the_owner_has_stays_as_it_is(services: Services, write: Write, folder: Path) -> None:
    write(page_acts.save, Article(title="Retour", body="Bij ons anders"))
    write(template_acts.add, name="GRENS aangeven", body="Stop")
    before = standing(services)
    found = states(services, folder, language="nl")
    assert [name for name, state in found.items() if state is State.THERE] == [
        "nl retour", "nl Grens aangeven",
    ]  # fmt: skip
    assert standing(services) == before
    done = write(starter.install, language="nl", folder=folder)
    assert (done.pages, done.templates, done.left, done.gone) == (1, 31, 2, 0)
    page = services.database.read_now(pages.named, "retour")
    assert "anders" in services.database.read_now(pages.text_of, page.id)
    assert services.database.read_now(templates.named, "Grens aangeven").body == "Stop"
    done = write(starter.install, folder=folder)
    assert (done.pages, done.templates, done.left) == (1, 32, 34)
    assert write(starter.install, folder=folder) == Installed(0, 0, 67, 0, None)


def test_what_was_thrown_away_or_renamed_comes_only_when_asked(
    services: Services, write: Write, folder: Path
) -> None:
    own, _act = write(page_acts.save, Article(title="Retour", body="Van de baas"))
    write(page_acts.remove, own)
    assert states(services, folder)["nl retour"] is State.GONE
    write(starter.install, language="nl", folder=folder)
    read = services.database.read_now
    write(page_acts.remove, read(pages.named, "beleid").id)
    write(template_acts.remove, read(templates.named, "Garantie of reparatie").id)
    write(template_acts.change, read(templates.named, "Grens aangeven").id, name="Tot hier")
    assert write(starter.install, language="nl", folder=folder) == Installed(0, 0, 34, 4, None)
    assert ("nl", "beleid") not in keys(services)
    found = states(services, folder, again=True)
    assert {name for name, state in found.items() if state is State.NEW and name[:2] == "nl"} == {
        "nl beleid", "nl retour", "nl Garantie of reparatie", "nl Grens aangeven",
    }  # fmt: skip
    done = write(starter.install, language="nl", again=True, folder=folder)
    assert (done.pages, done.templates, done.left, done.gone) == (2, 2, 30, 0)
    assert len(read(pages.versions, own)) == 2
    write(acts.undo, done.act)
    assert write(starter.install, language="nl", folder=folder).gone == 4


def test_a_part_that_the_owner_made_his_own_outlives_the_undoing(
    services: Services, write: Write, folder: Path
) -> None:
    done = write(starter.install, folder=folder)
    page = services.database.read_now(pages.named, "retour")
    write(page_acts.save, Article(title="Retour", body="Bij ons anders"))
    text = services.database.read_now(templates.named, "Grens aangeven")
    write(template_acts.change, text.id, body="Stop")
    write(acts.undo, done.act)
    assert keys(services) == [("nl", "retour")]
    assert services.database.read_now(pages.find, page.id).version == 2
    assert services.database.read_now(templates.find, text.id).body == "Stop"
    again = write(starter.install, folder=folder)
    assert (again.pages, again.templates, again.left) == (2, 63, 2)


def test_it_is_told_once_and_a_language_has_to_be_known(
    services: Services, write: Write, folder: Path
) -> None:
    told: list[Event] = []
    services.hub.subscribe(SettingsChanged, told.append)
    with pytest.raises(InvalidValueError):
        write(starter.install, language="fr", folder=folder)
    write(starter.install, language="en", folder=folder, origin="me")
    assert [(one.section, one.origin) for one in told] == [
        ("handbook_pages", "me"), ("templates", "me"),
    ]  # fmt: skip
    write(starter.install, language="en", folder=folder)
    assert len(told) == 2


def test_nothing_of_it_is_called_as_what_a_new_store_has(services: Services) -> None:
    found = services.database.read_now(starter.plan)
    assert {one.state for one in found} == {State.NEW}
    assert sum(one.kind is Kind.TEMPLATE for one in found) == 64


def test_it_comes_by_the_command_line(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = len(starter.pages(language="nl"))
    services.database.write_now(_own)
    services.close()

    def run(*words: str) -> str:
        assert main(["--profile", str(tmp_path / "profile"), *words]) == 0
        return capsys.readouterr().out

    lines = run("handbook", "starter", "--dry-run").splitlines()
    assert len(lines) == many + 32
    assert "nl  template  Grens aangeven: is there" in lines
    assert "nl  template  Klacht: oplossing: comes" in lines
    (first, *_) = json.loads(run("handbook", "starter", "--dry-run", "--json", "--language", "en"))
    assert first.keys() == {"kind", "language", "name", "state"}
    assert run("handbook", "starter").startswith(f"{many} pages and 31 texts came, 1 left")
    run("template", "remove", "Klacht: oplossing")
    assert run("handbook", "starter").endswith("(1 thrown away; --again brings them back)\n")
    done = json.loads(run("handbook", "starter", "--again", "--json"))
    assert done | {"act": 0} == {"pages": 0, "templates": 1, "left": many + 31, "gone": 0, "act": 0}
    run("undo", str(done["act"]))
    assert json.loads(run("handbook", "starter", "--json"))["act"] is None


def _own(unit: Unit) -> None:
    template_acts.add(unit, name="Grens aangeven", body="Stop")
