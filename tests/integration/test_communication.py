"""What was posted, what is said, who is told; and what of it an answer gets to see."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bootstrap import Services
from app.cli.main import main
from app.models.journal import JournalEntry
from app.models.rules.answer_check import Code
from app.models.rules.communication import Asked, Line, Source
from app.models.rules.errors import EmptyTextError, InvalidValueError, KnownError, NotFoundError
from app.models.rules.handbook.pages import Article
from app.models.rules.handbook.walk import Move, WrongMoveError
from app.services.communication import checklist, contents, informing, lines, statements
from app.services.communication.checklist import NoChecklistError
from app.services.communication.contents import PostedLaterError
from app.services.communication.days import BadDayError, EndsBeforeError, NoSubjectError
from app.services.communication.informing import NobodyToTellError, UnknownMemberError
from app.services.communication.lines import LineGoneError
from app.services.handbook import page_acts, pages, starter
from app.services.tickets import acts, directory, lifecycle
from tests.fakes import FakeChannelType, FakeClock
from tests.integration.test_engine import sync

Write = Callable[..., Any]
ACTION = (
    Asked("Geldt de korting ook in de winkel?", "Ja, ook in de winkel."),
    Asked("Tot wanneer loopt de korting?", "Tot en met zondag."),
    Asked("En daarna?"),
)
LONG = (
    "Dag {naam|klant}, door de drukte bezorgen wij tot en met vrijdag een dag later dan normaal. "
    * 5
)
SHORT = "Tot en met vrijdag bezorgen wij een dag later."


def said(services: Services, text: str) -> list[Line]:
    """Return the lines to take for who writes a text now."""
    now = services.clock.now()
    return services.database.read_now(lines.known, now).matching([text], now)


def statement(services: Services, statement_id: int) -> statements.StatementInfo:
    return services.database.read_now(statements.find, statement_id, services.clock.now())


def test_what_was_posted_is_kept_changed_thrown_away_and_all_is_undone(
    services: Services, write: Write, account_id: int
) -> None:
    read, now = services.database.read_now, services.clock.now()
    made, _act = write(
        contents.save, title=" Lente  actie ", account_id=account_id, text="20 procent", link=" x ",
        posted_at=now, until="vandaag", posted_by="Lisa", questions=ACTION,
    )  # fmt: skip
    found = read(contents.find, made)
    assert (found.title, found.kind, found.account, found.link) == (
        "Lente actie", "fake", read(contents.all_of)[0].account, "x",
    )  # fmt: skip
    assert (found.until, found.questions) == (now.date().isoformat(), ACTION)
    draft, _act = write(contents.save, title="Nieuw", kind="website")
    assert [one.id for one in read(contents.all_of)] == [draft, made]
    assert [one.id for one in read(contents.all_of, since=now)] == [made]
    assert read(contents.named, "nieuw").account == ""
    assert write(contents.save, made, title="Lente actie")[1] is None
    write(contents.save, made, title="Zomer", until=None)
    assert read(contents.find, made).questions == ACTION
    write(acts.undo)
    assert read(contents.find, made) == found
    write(contents.remove, made)
    with pytest.raises(NotFoundError):
        read(contents.named, str(made))
    write(acts.undo)
    assert read(contents.find, made) == found


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"title": " "}, NoSubjectError),
        ({"title": "x" * 81}, NoSubjectError),
        ({"kind": "pigeon"}, InvalidValueError),
        ({"account_id": 99}, NotFoundError),
        ({"until": "gauw"}, BadDayError),
        ({"until": "1-1-2001"}, EndsBeforeError),
        ({"posted_at": "later"}, PostedLaterError),
    ],
)
def test_what_cannot_be_kept_is_refused(
    services: Services, write: Write, values: dict[str, Any], error: type[KnownError]
) -> None:
    now = services.clock.now()
    given = {"title": "Actie", "posted_at": now, **values}
    if given["posted_at"] == "later":
        given["posted_at"] = now + timedelta(hours=1)
    with pytest.raises(error):
        write(contents.save, **given)
    assert services.database.read_now(contents.all_of) == []


def test_the_checklist_is_walked_for_what_is_posted(services: Services, write: Write) -> None:
    read = services.database.read_now
    made, _act = write(contents.save, title="Actie")
    with pytest.raises(NoChecklistError):
        write(checklist.go, made, move=Move.TICK)
    write(starter.install, language="nl")
    assert read(checklist.of, made) is None
    begun = write(checklist.begin, made)
    assert write(checklist.begin, made) is None
    write(acts.undo, begun)
    assert read(checklist.of, made) is None
    write(checklist.go, made, move=Move.TICK)
    with pytest.raises(WrongMoveError):
        write(checklist.go, made, move=Move.TICK)
    write(checklist.go, made, move=Move.CHOOSE, answer=0)
    found = read(checklist.of, made)
    assert found is not None
    assert (found.page, found.walk.number) == ("Iets publiceren", 6)
    assert read(contents.find, made).checks == 2
    write(checklist.go, made, move=Move.BACK)
    write(acts.undo)
    assert read(checklist.of, made) == found
    write(page_acts.remove, read(pages.named, checklist.PAGE).id)
    assert read(checklist.of, made) == found
    other, _act = write(contents.save, title="Ander")
    write(page_acts.save, Article(title="Publiceren", key="publiceren", body="Geen stappen."))
    with pytest.raises(NoChecklistError):
        write(checklist.begin, other)


def test_a_statement_holds_until_its_last_day_or_until_it_is_withdrawn(
    services: Services, clock: FakeClock, write: Write
) -> None:
    read = services.database.read_now
    made, _act = write(
        statements.save, subject="Drukte", asked=["Komt het morgen?", " "], texts=[SHORT, LONG],
        valid_until="morgen", owner="Lisa",
    )  # fmt: skip
    found = statement(services, made)
    assert (found.status, found.texts) == ("valid", (LONG.strip(), SHORT))
    assert (found.asked, found.owner) == (("Komt het morgen?",), "Lisa")
    draft, _act = write(statements.save, subject="Later", texts=["Wij zien het."], state="draft")
    coming, _act = write(statements.save, subject="Straks", texts=["Morgen."], valid_from="morgen")
    assert [one.id for one in read(statements.all_of, clock.now())] == [made, coming, draft]
    write(statements.withdraw, made)
    assert statement(services, made).status == "withdrawn"
    write(acts.undo)
    clock.forward(timedelta(days=2))
    assert statement(services, made).status == "expired"
    expired = read(statements.all_of, clock.now(), status="expired")
    assert [one.id for one in expired] == [made]
    write(statements.remove, made)
    with pytest.raises(NotFoundError):
        read(statements.named, "drukte", clock.now())
    write(acts.undo)
    for values, error in (
        ({"texts": [" "]}, EmptyTextError),
        ({"subject": ""}, NoSubjectError),
        ({"language": "fr"}, InvalidValueError),
        ({"state": "maybe"}, InvalidValueError),
        ({"valid_until": "1-1-2001"}, EndsBeforeError),
    ):
        with pytest.raises(error):
            write(statements.save, made, **values)


def test_an_inform_list_knows_who_it_is_today_and_keeps_who_was_told(
    services: Services, write: Write
) -> None:
    read = services.database.read_now
    lisa, _act = write(directory.add, name="Lisa", mail="lisa@winkel.example")
    write(directory.add, name="Piet", department="logistics")
    members = ["lisa", "lisa@winkel.example", "Logistics", "pers@winkel.example"]
    with pytest.raises(UnknownMemberError):
        write(informing.save, name="Acties", members=["Jan"])
    made, _act = write(informing.save, name="Acties", subjects=["actie "], members=members)
    found = read(informing.named, "ACTIE")
    assert found == read(informing.named, "acties")
    assert [one.name for one in found.people] == ["Lisa", "Piet", "pers@winkel.example"]
    assert len(found.members) == 3
    content_id, _act = write(contents.save, title="Lente", text="20 procent", questions=ACTION)
    text = informing.text_of_content(read(contents.find, content_id))
    assert text.startswith("20 procent\n\n- Geldt de korting ook in de winkel?\n  Ja")
    told, act_id = write(
        informing.tell, made, subject="Lente", text=text, content_id=content_id, how="talk"
    )
    assert read(informing.tellings, content_id=content_id) == [told]
    assert (told.people, told.told_at) == (found.people, services.clock.now())
    assert read(informing.find, made).told_at == services.clock.now()
    (entry,) = read(_journal, "informed")
    assert entry.data["people"] == 3
    write(directory.remove, lisa)
    assert "Lisa" not in {one.name for one in read(informing.find, made).people}
    assert read(informing.tellings, list_id=made) == [told]
    write(informing.remove, made)
    with pytest.raises(NotFoundError):
        read(informing.named, "Acties")
    assert read(informing.tellings) == [told]
    write(acts.undo)
    write(acts.undo, act_id)
    assert read(informing.tellings) == []
    for values, error in (
        ({"how": "shout"}, InvalidValueError),
        ({"text": " "}, EmptyTextError),
    ):
        with pytest.raises(error):
            write(informing.tell, made, **{"subject": "x", "text": "x", **values})
    write(informing.save, made, name="Acties", members=["Lisa"] * 0)
    with pytest.raises(NobodyToTellError):
        write(informing.tell, made, subject="x", text="x")


def _journal(session: Session, act: str) -> list[JournalEntry]:
    return list(session.scalars(select(JournalEntry).where(JournalEntry.act == act)))


def test_what_is_said_fits_the_channel_and_is_not_offered_when_it_no_longer_holds(
    services: Services, clock: FakeClock, channel: FakeChannelType, account_id: int, write: Write
) -> None:
    read = services.database.read_now
    assert said(services, "Geldt de korting ook in de winkel?") == []
    write(contents.save, title="Niet geplaatst", questions=ACTION)
    assert said(services, "Geldt de korting ook in de winkel?") == []
    made, _act = write(
        contents.save, title="Lente", posted_at=clock.now(), until="morgen", questions=ACTION
    )
    (line,) = said(services, "Hallo, geldt die korting in jullie winkel ook?")
    assert (line.source, line.id, line.texts) == (Source.CONTENT, made, (ACTION[0].line,))
    late, _act = write(
        statements.save, subject="Drukte", asked=["Wordt mijn pakket later bezorgd?"],
        texts=[LONG, SHORT], valid_until="morgen",
    )  # fmt: skip
    write(statements.save, subject="Ander", texts=[SHORT + "!"], state="draft")
    channel.platform.deliver(at=clock.now(), text="Wordt mijn pakket later bezorgd?")
    sync(services)
    (line,) = said(services, "Wordt mijn pakket later bezorgd?")
    assert (line.source, line.id) == (Source.STATEMENT, late)
    whole = read(lines.ready, 1, line, clock.now())
    assert whole.fits
    assert whole.text.startswith("Dag ")
    assert "{" not in whole.text
    write(_on, "sms")
    short = read(lines.ready, 1, line, clock.now())
    assert (short.text, short.fits) == (whole.text, True)
    write(_on, "x")
    short = read(lines.ready, 1, line, clock.now())
    assert (short.text, short.missing, short.fits) == (SHORT, (), True)
    write(statements.save, late, texts=[LONG, LONG + LONG])
    assert not read(lines.ready, 1, line, clock.now()).fits
    write(acts.undo)
    looked = read(lines.look, 1, short.text, clock.now())
    assert Code.OUTDATED not in {one.code for one in looked.findings}

    clock.forward(timedelta(days=2))
    assert said(services, "Wordt mijn pakket later bezorgd? Geldt de korting?") == []
    with pytest.raises(LineGoneError):
        read(lines.ready, 1, line, clock.now())
    looked = read(lines.look, 1, f"{short.text} Tot en met zondag kan dat.", clock.now())
    found = [one for one in looked.findings if one.code is Code.OUTDATED]
    assert [one.words for one in found] == ["Drukte"]
    assert found[0].warns
    assert not found[0].stops


def _on(unit: Any, kind: str) -> None:
    lifecycle.find(unit.session, 1).kind = kind


def test_the_command_line_keeps_and_shows_it_all(
    services: Services, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write(starter.install, language="nl")
    folder = str(services.profile.folder)

    def run(*words: str, code: int = 0) -> Any:
        assert main(["--profile", folder, *words]) == code
        out = capsys.readouterr().out
        return json.loads(out) if "--json" in words else out

    post = run(
        "content", "add", "Lente", "--channel", "website", "--posted", "nu", "--text", "20 procent",
        "--asked", "Tot wanneer?", "Tot zondag.", "--json",
    )  # fmt: skip
    assert post["questions"] == [{"question": "Tot wanneer?", "line": "Tot zondag."}]
    assert post["act"]
    run("content", "add", "x", "--posted", "ooit", code=1)
    assert "gisteren" not in run("content", "add", "Mail", "--posted", "gisteren 16u")
    assert "Lente" in run("content", "list")
    assert run("content", "show", "lente", "--json")["checklist"] is None
    assert "  2. Meer vragen" in run("content", "check", "lente")
    went = run("content", "check", "lente", "--answer", "1", "--json")
    assert went["checklist"]["step"] == 6
    run("content", "check", "lente", "--back")
    shown = run("content", "show", "lente", "--json")
    assert (shown["checklist"]["step"], shown["told"]) == (2, [])
    run("content", "add", "Folder")
    run("content", "post", "Folder", "--by", "Lisa", "--link", "https://winkel.example/folder")
    assert "Lisa" in run("content", "show", "folder")

    made = run("statement", "add", "Drukte", LONG, SHORT, "--until", "morgen", "--json")
    assert (made["status"], len(made["texts"])) == ("valid", 2)
    run("statement", "add", "Later", "Wij zien het.", "--draft")
    assert [one["subject"] for one in run("statement", "list", "--status", "valid", "--json")] == [
        "Drukte"
    ]
    assert SHORT in run("statement", "show", "drukte")
    run("statement", "withdraw", "drukte")
    assert run("statement", "withdraw", "drukte", "--json") == {"act": None}
    assert "withdrawn" in run("statement", "list")

    run("inform", "add", "Acties", "pers@winkel.example", "--subject", "actie")
    told = run("inform", "tell", "actie", "--content", "Lente", "--json")
    assert (told["subject"], told["people"][0]["address"]) == ("Lente", "pers@winkel.example")
    out = run("inform", "tell", "Acties", "--statement", "drukte", "--how", "phone")
    assert out.startswith("pers@winkel.example\nDrukte\n\nDag")
    run("inform", "tell", "Acties", "--statement", "1", "--content", "1", code=2)
    assert "Acties (actie): pers@winkel.example" in run("inform", "list")
    assert "told" in run("content", "show", "Lente")
    assert "Tot zondag." in run("content", "show", "Lente")
    assert "Lente: pers@winkel.example" in run("inform", "told", "acties")
    run("inform", "remove", "acties")
    assert len(run("inform", "told", "--json")) == 2
    run("statement", "remove", "drukte")
    assert "Drukte" not in run("statement", "list")
    run("content", "remove", "lente")
    assert "Lente" not in run("content", "list")
