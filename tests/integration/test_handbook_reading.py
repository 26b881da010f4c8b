"""Looking through the handbook, its versions beside each other, and an old one put back."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.bootstrap import Services
from app.cli.main import main
from app.models.rules.errors import NotFoundError
from app.models.rules.handbook.differences import Mark
from app.models.rules.handbook.pages import Article, Sop, Term
from app.services.handbook import browsing, history, page_acts, pages
from app.services.handbook.browsing import Wanted
from app.services.tickets import acts

Write = Callable[..., Any]
TODAY = date(2026, 11, 23)
OLD, NEW = "Bel de klant vandaag.", "Bel de klant binnen een uur."


def article(body: str = OLD, **more: Any) -> Article:
    return Article(**{"title": "Bellen", "body": body, **more})


def test_pages_are_found_by_words_and_by_what_they_are(services: Services, write: Write) -> None:
    write(page_acts.save, article(department="Verkoop", tags=("telefoon",), review=TODAY))
    write(page_acts.save, Sop(title="Aan de telefoon", department="Inkoop", purpose="Doel"))
    write(page_acts.save, article("Call them", title="Calls", language="en"))
    found = services.database.read_now(browsing.leaves, today=TODAY, language="nl")
    assert [one.info.title for one in found] == ["Aan de telefoon", "Bellen"]

    def keys(**wanted: Any) -> list[str]:
        return [one.info.key for one in browsing.chosen(found, Wanted(**wanted))]

    assert keys() == ["aan-de-telefoon", "bellen"]
    assert keys(words="KLANT bel") == ["bellen"]
    assert keys(words="bellen") == keys(department="Verkoop") == keys(tag="telefoon") == ["bellen"]
    assert keys(kind="sop") == keys(words="inkoop") == ["aan-de-telefoon"]
    assert keys(due=True) == ["bellen"]
    assert keys(words="zeppelin") == []
    earlier = services.database.read_now(browsing.leaves, today=date(2026, 11, 22))
    assert len(earlier) == 3
    assert not any(one.due for one in earlier)
    # With the words in its title a page comes first.
    write(page_acts.save, article("Aan de telefoon", title="Aaa"))
    found = services.database.read_now(browsing.leaves, today=TODAY)
    assert keys(words="aan de telefoon")[:2] == ["aan-de-telefoon", "aaa"]


def test_the_glossary_is_that_of_the_language(services: Services, write: Write) -> None:
    write(page_acts.save, article("- **SLA**: hoe snel", title="Begrippen"))
    write(page_acts.save, article("- **x**: y", title="Terms", key="begrippen", language="en"))
    write(page_acts.save, article("- **Niet**: hier"))
    found = services.database.read_now(browsing.leaves, today=TODAY)
    assert browsing.glossary(found, "nl") == (Term("SLA", "hoe snel"),)
    both = services.database.read_now(browsing.words)
    assert both == (Term("SLA", "hoe snel"), Term("x", "y"))


def test_versions_are_compared_and_put_back(services: Services, write: Write) -> None:
    made, _act = write(page_acts.save, article())
    read = services.database.read_now
    first = read(history.compare, made)
    assert (first.old, first.new, first.removed) == (0, 1, 0)
    assert {line.mark for line in first.lines} == {Mark.ADDED}
    write(page_acts.save, article(NEW))
    write(page_acts.save, article(NEW + "\nEn meer."))
    whole = read(history.compare, made, 1, 3)
    assert (whole.page.id, whole.added, whole.removed) == (made, 2, 1)
    last = read(history.compare, made)
    assert (last.old, last.new, last.added, last.removed) == (2, 3, 1, 0)
    with pytest.raises(NotFoundError):
        read(history.compare, made, 1, 9)
    act_id = write(history.put_back, made, 1, reason="Toch zo")
    assert OLD in read(pages.text_of, made)
    newest = read(pages.versions, made)[0]
    assert (newest.number, newest.reason) == (4, "Toch zo")
    assert write(history.put_back, made, 1) is None
    write(acts.undo, act_id)
    assert "En meer." in read(pages.text_of, made)
    write(page_acts.remove, made)
    with pytest.raises(NotFoundError):
        write(history.put_back, made, 1)


def test_the_command_line_looks_compares_and_puts_back(
    services: Services, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write(page_acts.save, article(review=TODAY, tags=("x",)), reason="Begin")
    write(page_acts.save, article(NEW, review=TODAY, tags=("x",)))
    folder = services.profile.folder
    services.close()

    def run(*words: str) -> str:
        assert main(["--profile", str(folder), "handbook", *words]) == 0
        return capsys.readouterr().out

    assert run("list", "uur", "bel", "--tag", "x").endswith("Bellen  (bellen)  to be reviewed\n")
    assert run("list", "--kind", "sop") == run("list", "zeppelin") == ""
    (one,) = json.loads(run("list", "--due", "--json"))
    assert (one["tags"], one["due"]) == (["x"], True)
    assert run("versions", "bellen").splitlines()[1].endswith("Begin")
    assert [one["number"] for one in json.loads(run("versions", "1", "--json"))] == [2, 1]
    shown = run("diff", "bellen").splitlines()
    assert shown[0] == "Bellen: 1 -> 2, +1 -1 lines"
    assert shown[1].endswith("lines the same")
    assert shown[-2:] == ["- Bel de klant [-vandaag-].", "+ Bel de klant {+binnen een uur+}."]
    found = json.loads(run("diff", "bellen", "0", "1", "--json"))
    assert (found["old"], found["new"], found["lines"][0]["mark"]) == (0, 1, "added")
    run("put-back", "bellen", "1", "--reason", "Toch")
    assert OLD in run("show", "bellen")
    assert main(["--profile", str(folder), "handbook", "put-back", "bellen", "1"]) == 0
    assert "already" in capsys.readouterr().err
