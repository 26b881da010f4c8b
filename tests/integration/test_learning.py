"""Decisions that stay, and briefings made of what changed; all of it can be undone."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.knowledge import RadarFinding
from app.models.rules.errors import InvalidValueError, KnownError, NotFoundError
from app.models.rules.handbook.pages import Article
from app.models.rules.hours import Block
from app.services.handbook import cases, page_acts
from app.services.learning import briefings, decision_log, links
from app.services.storage.database import Unit
from app.services.tickets import acts, directory, hours_acts, incidents, lists, merging
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration.test_cli_colleagues import Balie, balie
from tests.integration.test_engine import sync

__all__ = ["balie"]

Write = Callable[..., Any]
TODAY = MONDAY.date()


@pytest.fixture
def ticket(services: Services, channel: FakeChannelType, account_id: int) -> int:
    for number in range(3):
        channel.platform.deliver(subject=f"Pakket {number}")
    sync(services)
    return 1


@pytest.fixture
def lisa(write: Write) -> int:
    return int(write(directory.add, name="Lisa de Vries", mail="lisa@w.example")[0])


def noticed(unit: Unit) -> int:
    row = RadarFinding(
        words=["pan", "vaatwasser"], state="open", task=None, found_at=unit.now, settled_at=None
    )
    unit.session.add(row)
    unit.session.flush()
    return row.id


def found(services: Services, words: str = "", **more: Any) -> list[int]:
    read = services.database.read_now
    return [one.id for one in read(decision_log.infos, words, **more)]


def test_a_decision_is_found_by_all_that_is_said_of_it(
    services: Services, write: Write, ticket: int, lisa: int
) -> None:
    read = services.database.read_now
    page, _act = write(page_acts.save, Article(title="Te laat", body="Wacht."))
    trouble, opened = write(incidents.begin, title="Storing bij de bezorger")
    names = ("ticket:1", "page:te-laat", f"incident:{trouble}")
    about = [read(links.named, one) for one in names]
    first, _act = write(
        decision_log.add, what="Wij sturen meteen een nieuw pakket", why="Zoeken duurt te lang",
        people=decision_log.people_of("lisa,  Jan van de drukker; "), about=about,
        decided_on=date(2026, 11, 20),
    )  # fmt: skip
    info = read(decision_log.find, first)
    assert [(one.name, one.colleague) for one in info.people] == [
        ("Lisa de Vries", lisa), ("Jan van de drukker", None),
    ]  # fmt: skip
    assert {(one.kind, one.name, one.title) for one in info.links} == {
        ("ticket", "1", "Pakket 0"), ("page", "te-laat", "Te laat"),
        ("incident", str(trouble), "Storing bij de bezorger"),
    }  # fmt: skip
    for words in ("pakketten", "drukker zoeken", "lisa", "Te laat", "storing", ""):
        assert found(services, words) == [first]
    assert found(services, "fiets") == []
    (story,) = [
        one for one in services.database.read_now(acts.recent) if one.name == "decision_added"
    ]
    assert story.params["text"] == "Wij sturen meteen een nieuw pakket"
    write(merging.merge, [1, 2], into=2)
    assert [one.id for one in read(decision_log.about, "ticket", 2)] == [first]
    write(merging.merge, [2, 3], into=3)
    assert [one.id for one in read(decision_log.about, "ticket", 3)] == [first]
    write(acts.undo)
    write(acts.undo, opened)
    write(page_acts.remove, page)
    titles = {one.kind: one.title for one in read(decision_log.find, first).links}
    assert titles == {"ticket": "Pakket 1", "page": "Te laat", "incident": ""}
    asked = write(noticed)
    second, _act = write(
        decision_log.add, what="Op de site zetten",
        about=[read(links.named, f"finding:{asked}"), ("ticket", 99), ("finding", 99)],
    )  # fmt: skip
    assert {(one.kind, one.title) for one in read(decision_log.find, second).links} == {
        ("finding", "pan, vaatwasser"), ("ticket", ""), ("finding", ""),
    }  # fmt: skip
    for wrong in ("iets:1", "ticket:x", "ticket"):
        with pytest.raises(InvalidValueError):
            read(links.named, wrong)
    for nothing in ("finding:7", "ticket:99", "page:weg", "incident:7"):
        with pytest.raises(NotFoundError):
            read(links.named, nothing)


def test_a_correction_is_an_entry_of_its_own(services: Services, write: Write) -> None:
    read = services.database.read_now
    old, _act = write(decision_log.add, what="Dicht op maandag")
    new, act_id = write(decision_log.add, what="Dicht op dinsdag" + "!" * 60, replaces=old)
    assert found(services) == [new]
    assert found(services, everyone=True) == [new, old]
    assert (read(decision_log.find, old).replaced_by, read(decision_log.find, new).replaces) == (
        new, old,
    )  # fmt: skip
    for values, code in (
        ({"what": "Nee", "replaces": old}, "already_corrected"),
        ({"what": "Nee", "replaces": 99}, "not_found"),
        ({"what": " \n"}, "nothing_decided"),
        ({"what": "Nee", "decided_on": TODAY + timedelta(days=1)}, "decided_later"),
    ):
        with pytest.raises(KnownError) as raised:
            write(decision_log.add, **values)
        assert raised.value.code == code
    write(acts.undo, act_id)
    assert found(services, everyone=True) == [old]
    with pytest.raises(NotFoundError):
        read(decision_log.find, new)


def test_a_briefing_tells_what_changed_since_the_one_before(
    services: Services, write: Write, clock: FakeClock, ticket: int, lisa: int
) -> None:
    read = services.database.read_now
    kept, _act = write(page_acts.save, Article(title="Te laat", body="Wacht."), reason="Begin")
    english = Article(title="Late", key="te-laat", language="en", body="Wait.")
    write(page_acts.save, english)
    _page, undone = write(page_acts.save, Article(title="Te laat", body="Fout"), reason="Fout")
    write(acts.undo, undone)
    write(page_acts.save, Article(title="Te laat", body="Wacht een dag."), reason="Sneller")
    gone, _act = write(page_acts.save, Article(title="Weg", body="x"))
    write(page_acts.remove, gone)
    write(hours_acts.set_week, {0: [Block(9 * 60, 12 * 60)]})
    write(acts.undo, write(lists.add, lists.CATEGORY, name_nl="Cadeaus")[1])
    write(decision_log.add, what="Wij bellen terug", people=["Lisa"])
    first, _act = write(briefings.draft)
    info = read(briefings.find, first, TODAY)
    assert info.since == MONDAY - briefings.FIRST
    assert "- Nieuw: [Te laat](te-laat.md). Waarom: Begin; Sneller.\n" in info.text
    assert "- Open op maandag: 9:00-12:00" in info.text
    assert "**Wij bellen terug.** Met Lisa de Vries. (besluit 1)" in info.text
    for word in ("Late", "Fout", "Weg", "Cadeaus"):
        assert word not in info.text

    clock.forward(timedelta(days=3))
    write(cases.link, ticket, page_id=kept)
    write(page_acts.remove, kept)
    second, _act = write(briefings.draft)
    text = read(briefings.find, second, TODAY).text
    assert text.count("- ") == 1
    assert "- Vervallen: Te laat" in text
    clock.forward(timedelta(days=1))
    third, act_id = write(briefings.draft)
    assert "niets veranderd" in read(briefings.find, third, TODAY).text
    write(acts.undo, act_id)
    again, _act = write(briefings.draft, since=MONDAY - timedelta(days=1))
    assert "Wij bellen terug" in read(briefings.find, again, TODAY).text
    assert [one.id for one in read(briefings.infos, TODAY)] == [again, second, first]


def test_a_briefing_is_edited_published_and_read(
    services: Services, write: Write, clock: FakeClock, lisa: int
) -> None:
    read = services.database.read_now
    piet, _act = write(directory.add, name="Piet")
    made, _act = write(briefings.draft)
    with pytest.raises(briefings.NotPublishedError):
        write(briefings.confirm, made, lisa)
    with pytest.raises(briefings.EmptyBriefingError):
        write(briefings.edit, made, text=" ")
    assert write(briefings.edit, made, title="Nieuws ", text="Let op.") is not None
    assert write(briefings.edit, made, title="Nieuws") is None
    published = write(briefings.publish, made)
    assert write(briefings.confirm, made, lisa) is not None
    assert write(briefings.confirm, made, lisa) is None
    info = read(briefings.find, made, TODAY)
    assert (info.title, info.text, info.read) == ("Nieuws", "Let op.\n", 1)
    assert info.due_on == TODAY + timedelta(days=briefings.DAYS_TO_READ)
    assert info.overdue == ()
    later = TODAY + timedelta(days=8)
    assert [one.name for one in read(briefings.find, made, later).overdue] == ["Piet"]
    for act in (briefings.edit, briefings.remove, briefings.publish):
        with pytest.raises(briefings.BriefingPublishedError):
            write(act, made)

    write(acts.undo, published)  # who had read it has read it
    assert [one.name for one in read(briefings.find, made, TODAY).readers] == ["Lisa de Vries"]
    write(briefings.publish, made, days=1, readers=[piet])
    write(briefings.confirm, made, lisa, read=False)
    anna, _act = write(directory.add, name="Anna")
    write(briefings.confirm, made, anna)
    write(directory.remove, piet)
    late = read(briefings.find, made, later)
    assert [(one.name, one.overdue) for one in late.readers] == [
        ("Anna", False), ("Lisa de Vries", True), ("Piet", False),
    ]  # fmt: skip


def test_a_draft_is_thrown_away_and_needs_somebody_to_read_it(
    services: Services, write: Write, lisa: int
) -> None:
    made, _act = write(briefings.draft)
    published = write(briefings.publish, made)
    write(briefings.confirm, made, lisa)
    write(acts.undo, published)
    removed = write(briefings.remove, made)
    with pytest.raises(NotFoundError):
        services.database.read_now(briefings.find, made, TODAY)
    write(acts.undo, removed)
    assert services.database.read_now(briefings.find, made, TODAY).read == 1
    write(directory.remove, lisa)
    other, _act = write(briefings.draft)
    with pytest.raises(briefings.NobodyToReadError):
        write(briefings.publish, other)


def test_decisions_and_briefings_on_the_command_line(
    services: Services, balie: Balie, clock: FakeClock, lisa: int
) -> None:
    made = balie(
        "decision", "add", "Wij bellen terug", "--why", "Dat helpt", "--with", "lisa", "--on",
        "2020-01-02", "--json",
    )  # fmt: skip
    number = str(made["decision"])
    assert "corrected by 2" in balie("decision", "add", "Wij mailen", "--corrects", number) + balie(
        "decision", "list", "--all"
    )
    assert balie("decision", "list", "--json")[0]["what"] == "Wij mailen"
    assert balie("decision", "list", "niets") == ""
    assert balie("decision", "list", "--about", "ticket:4") == 1
    page, _act = services.database.write_now(page_acts.save, Article(title="Bellen", body="x"))
    assert balie("decision", "list", "--about", f"page:{page}") == ""
    shown = balie("decision", "show", number)
    assert "Why: Dat helpt\nWith: Lisa de Vries\n" in shown
    assert "Corrects: 1" in balie("decision", "show", "2")
    assert balie("decision", "show", number, "--json")["decided_on"] == "2020-01-02"

    drafted = balie("briefing", "draft", "--since", "2020-01-01", "--json")
    name = str(drafted["briefing"])
    assert "Wij mailen" in drafted["text"]
    assert "(draft)" in balie("briefing", "list")
    balie("briefing", "edit", name, "--text", "## Let op\n\n[Nieuw](te-laat.md)")
    assert balie("briefing", "show", name, "--plain").startswith("LET OP\n\nNieuw\n")
    assert balie("briefing", "read", name, "Lisa") == 1
    balie("briefing", "publish", name, "--days", "0", "--for", "Lisa")
    assert balie("briefing", "remove", name) == 1
    assert "Lisa de Vries: not read yet" in balie("briefing", "show", name)
    balie("briefing", "read", name, "Lisa")
    assert "Lisa de Vries: read" in balie("briefing", "show", name)
    act = balie("briefing", "read", name, "Lisa", "--not", "--json")["act"]
    assert balie("briefing", "read", name, "Lisa", "--not", "--json") == {"act": None}
    assert balie("undo", str(act)) != 1
    (whole,) = balie("briefing", "list", "--json")
    assert (whole["overdue"], whole["readers"][0]["name"]) == ([], "Lisa de Vries")
    assert "1 of 1 read it" in balie("briefing", "list")
    again = balie("briefing", "draft")
    assert balie("briefing", "remove", again.split()[0]) == ""
