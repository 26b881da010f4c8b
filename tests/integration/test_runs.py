"""Procedures walked on tickets: proposed, begun, gone on with, taken back, counted."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services
from app.cli.main import main
from app.models.rules import policy
from app.models.rules.errors import InvalidValueError, NotFoundError, UndocumentedError
from app.models.rules.handbook.walk import WrongMoveError
from app.services.handbook import beside, page_acts, pages, proposing, run_stats, runs
from app.services.handbook.proposing import Why
from app.services.tickets import (
    acts,
    decisions,
    directory,
    entries,
    inbox,
    incidents,
    influence,
    journal,
    lists,
    merging,
    offered,
    policies,
    policy_acts,
    questions,
    replies,
    template_acts,
    transcripts,
    walks,
)
from app.services.tickets.documenting import Ending
from app.services.tickets.walks import RunInfo
from tests.fakes import FakeChannelType, FakeClock
from tests.integration.test_engine import sync

Write = Callable[..., Any]
pytestmark = pytest.mark.usefixtures("arrived")
TOP = "---\nsoort: sop\nsleutel: {key}\ntitel: {title}\ntaal: {language}\n{more}---\n{body}"
LATE = TOP.format(
    key="te-laat", title="Te laat", language="nl", more="categorieën: [orders]\nverplicht: ja\n",
    body="""## Stappen
1. Zoek de bestelling op.
   Resultaat: je weet waar hij is.
2. Keuze: Komt het nog?
   - Ja -> 3
   - Nee -> 5
3. Stuur: Onderweg
4. Klaar: Opgelost
5. Vraag collega (Magazijn): Kan er een nieuw?
   -> 3
""",
)  # fmt: skip


def simple(key: str, more: str = "", *, language: str = "nl", body: str = "1. Bel\n") -> str:
    title = f"Over {key}"
    steps = f"## Stappen\n{body}"
    return TOP.format(key=key, title=title, language=language, more=more, body=steps)


@pytest.fixture
def arrived(services: Services, channel: FakeChannelType, account_id: int) -> None:
    for number in range(2):
        channel.platform.deliver(key=f"<{number}@x>", text="Waar blijft het pakket van mij?")
    sync(services)


@pytest.fixture
def late(write: Write) -> int:
    made, _act = write(page_acts.save, LATE)
    return int(made)


def on(services: Services, ticket_id: int = 1) -> RunInfo:
    found = services.database.read_now(runs.on, ticket_id)
    assert found is not None
    return found


def told(services: Services, ticket_id: int = 1) -> list[str]:
    now = services.clock.now()
    text = services.database.read_now(transcripts.transcript, ticket_id, now)
    assert text is not None
    return [line.partition(" · ")[2] for line in text.splitlines() if line.startswith("* ")]


def test_a_ticket_is_walked_through_with_a_choice_a_text_and_a_question(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write, late: int
) -> None:
    read = services.database.read_now
    piet, _ = write(directory.add, name="Piet", mail="piet@winkel.example")
    write(lists.rename, "department", "logistics", name_nl="Magazijn")
    write(directory.fix, "logistics", colleague_id=piet)
    for language, body in (("en", "On its way."), ("nl", "Beste {naam|klant}, hij komt.")):
        write(template_acts.add, name="Onderweg", body=body, language=language)
    run_id, _act = write(runs.start, 1, page_id=late)
    with pytest.raises(runs.OtherStepError):
        read(runs.template_for, run_id, clock.now())
    write(runs.tick, run_id)
    write(runs.choose, run_id, answer=1)
    asked = read(runs.question_for, run_id)
    assert asked == runs.Question("Magazijn", piet, "Kan er een nieuw?")
    write(questions.ask, 1, colleague_id=piet, text=asked.text, now=True)
    clock.forward(timedelta(minutes=30))
    write(runs.tick, run_id, step=5)
    with pytest.raises(runs.OtherStepError):
        read(runs.question_for, run_id)
    template, filled = read(runs.template_for, run_id, clock.now())
    assert (template.language, filled.text) == ("nl", "Beste klant, hij komt.")
    write(replies.answer, 1, text=filled.text, now=True)
    write(runs.tick, run_id, step=3)
    info = read(runs.find, run_id)
    assert (info.ended, info.outcome, info.walk.is_done) == ("done", "Opgelost", True)
    assert read(runs.on, 1) is None
    assert [line for line in told(services) if "rocedure" in line or "Stap" in line] == [
        "Procedure begonnen: Te laat",
        "Stap 1 gedaan: Zoek de bestelling op.",
        "Stap 2 gedaan: Komt het nog? → Nee",
        "Stap 5 gedaan: Kan er een nieuw?",
        "Stap 3 gedaan: Onderweg",
        "Procedure klaar: Te laat → Opgelost",
    ]
    found = [one for one in read(journal.entries, 1) if one.act.startswith("sop_")]
    assert [one.act.removeprefix("sop_") for one in found] == [
        "started", "ticked", "chosen", "ticked", "ticked", "done",
    ]  # fmt: skip
    assert found[2].data == {
        "run": run_id, "page": late, "version": 1, "title": "Te laat", "step": 2,
        "text": "Komt het nog?", "choice": 1, "answer": "Nee",
    }  # fmt: skip


def test_the_version_that_a_walk_began_with_holds(
    services: Services, write: Write, late: int
) -> None:
    run_id, _act = write(runs.start, 1, page_id=late)
    write(page_acts.save, LATE.replace("1. Zoek de bestelling op.", "1. Bel."))
    assert (on(services).version, on(services).walk.at.text) == (1, "Zoek de bestelling op.")
    write(runs.start, 2, page_id=late)
    assert (on(services, 2).version, on(services, 2).walk.at.text) == (2, "Bel.")
    write(page_acts.remove, late)
    write(runs.tick, run_id)
    assert on(services).walk.number == 2


def test_each_thing_is_undone_by_itself_the_newest_first(
    services: Services, write: Write, late: int
) -> None:
    run_id, begun = write(runs.start, 1, page_id=late)
    ticked = write(runs.tick, run_id)
    chosen = write(runs.choose, run_id, answer=0)
    for act_id in (begun, ticked):
        with pytest.raises(acts.TooLateToUndoError):
            write(acts.undo, act_id)
    write(acts.undo, chosen)
    assert on(services).walk.number == 2
    write(runs.choose, run_id, answer=0)
    done = write(runs.tick, run_id)
    with pytest.raises(WrongMoveError):
        write(runs.back, run_id)
    write(acts.undo, done)
    assert (on(services).ended, on(services).walk.number) == (None, 3)
    write(runs.back, run_id)
    assert on(services).walk.number == 2
    stopped = write(runs.stop, run_id, reason=" Zelf  gebeld ")
    assert services.database.read_now(runs.find, run_id).reason == "Zelf gebeld"
    assert told(services)[-1] == "Procedure gestopt bij stap 2: Te laat: Zelf gebeld"
    assert "Terug vanaf stap 3" in told(services)
    assert not [line for line in told(services) if "teruggedraaid" in line]
    for act in (runs.tick, runs.back):
        with pytest.raises(WrongMoveError):
            write(act, run_id)
    write(acts.undo, stopped)
    assert on(services).walk.number == 2


def test_what_cannot_be_walked_is_refused(services: Services, write: Write, late: int) -> None:
    article, _ = write(page_acts.save, "---\nsoort: artikel\ntitel: Ruilen\n---\n")
    empty, _ = write(page_acts.save, TOP.format(key="leeg", title="Leeg", language="nl", more="",
                                                body=""))  # fmt: skip
    for page_id in (article, empty):
        with pytest.raises(runs.NothingToWalkError):
            write(runs.start, 1, page_id=page_id)
    run_id, _act = write(runs.start, 1, page_id=late)
    with pytest.raises(runs.WalkedAlreadyError):
        write(runs.start, 1, page_id=late)
    with pytest.raises(runs.NoReasonError):
        write(runs.stop, run_id, reason=" ")
    with pytest.raises(WrongMoveError):
        write(runs.tick, run_id, step=3)
    with pytest.raises(WrongMoveError):
        write(runs.choose, run_id, answer=0)
    for act in (runs.tick, runs.back):
        with pytest.raises(NotFoundError):
            write(act, 99)
    with pytest.raises(NotFoundError):
        services.database.read_now(walks.procedure, article, 1)


def test_walks_go_along_when_tickets_are_merged_and_stay_when_one_is_split(
    services: Services, channel: FakeChannelType, write: Write, late: int
) -> None:
    run_id, _act = write(runs.start, 2, page_id=late)
    write(runs.tick, run_id)
    merged = write(merging.merge, [1, 2])
    assert on(services).ticket_id == 1
    write(runs.choose, run_id, answer=0)
    assert "Stap 2 gedaan: Komt het nog? → Ja" in told(services)
    write(merging.split, 1, from_message=2)
    assert on(services).ticket_id == 1
    write(acts.undo)
    write(acts.undo, merged)
    assert on(services, 2).walk.number == 3
    assert services.database.read_now(runs.on, 1) is None


def test_a_note_that_is_taken_back_takes_its_walks_along(
    services: Services, write: Write, late: int
) -> None:
    noted = write(
        entries.add,
        kind="phone",
        direction="in",
        name="Anna",
        handle="0612345678",
        text="Waar blijft het?",
    )
    run_id, _act = write(runs.start, noted.ticket_id, page_id=late)
    ticked = write(runs.tick, run_id)
    write(acts.undo, noted.act_id)
    assert services.database.read_now(walks.of, noted.ticket_id) == []
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, ticked)


def test_a_case_is_not_done_while_what_it_has_to_go_through_is_open(
    services: Services, write: Write, late: int
) -> None:
    free, _ = write(page_acts.save, simple("vrij"))
    write(runs.start, 1, page_id=free)
    run_id, _act = write(runs.start, 1, page_id=late)
    with pytest.raises(UndocumentedError) as refused:
        write(decisions.change_state, [1], state="closed", ending=Ending("solved"))
    assert refused.value.params["left"] == ("open_procedure",)
    closed = write(decisions.change_state, [1], state="closed", ending=Ending("solved", "Gebeld"))
    write(acts.undo, closed.act_id)
    write(runs.stop, run_id, reason="Dubbel")
    write(decisions.change_state, [1], state="closed", ending=Ending("solved"))


# --- proposed --------------------------------------------------------------------------------


def proposed(services: Services, ticket_id: int = 1, **values: Any) -> list[tuple[Any, ...]]:
    found = services.database.read_now(proposing.proposed, ticket_id, **values)
    return [(one.page.key, one.page.language, *(why.kind for why in one.why)) for one in found]


def test_procedures_are_proposed_by_what_a_case_is_about(
    services: Services, write: Write, late: int
) -> None:
    assert proposed(services) == []
    write(page_acts.save, simple("klacht", "typen: [complaint]\n"))
    write(page_acts.save, simple("klacht", "types: [complaint]\n", language="en"))
    write(page_acts.save, simple("late", "categories: [orders]\n", language="en"))
    write(page_acts.save, simple("boos", "typen: [complaint]\nsignalen: [angry, press]\n"))
    write(page_acts.save, "---\nsoort: artikel\ntitel: Ruilen\n---\n")
    write(decisions.set_listed, [1], field="category", value="orders")
    write(decisions.set_listed, [1], field="type", value="complaint")
    assert proposed(services) == [
        ("te-laat", "nl", "category"), ("late", "en", "category"), ("klacht", "nl", "type"),
    ]  # fmt: skip
    assert proposed(services, heard={"angry"})[0] == ("boos", "nl", "heard", "type")
    write(influence.set_standing, [1], press=True)
    assert proposed(services)[0][0] == "boos"
    run_id, _act = write(runs.start, 1, page_id=late)
    write(runs.stop, run_id, reason="Toch niet")
    assert "te-laat" not in [one[0] for one in proposed(services)]
    assert proposed(services, 2) == [("boos", "nl", "signal")]
    assert services.database.read_now(beside.of, 2).proposals[0].page.key == "boos"
    write(decisions.change_state, [2], state="closed", ending=Ending("solved"))
    assert services.database.read_now(beside.of, 2) == beside.Beside(2, None, ())


def test_what_was_finished_is_told_until_the_customer_writes_again(
    services: Services, write: Write, clock: FakeClock, late: int
) -> None:
    def done(since: timedelta | None = timedelta()) -> str:
        moment = None if since is None else clock.now() + since
        return services.database.read_now(runs.done_since, 1, moment)

    page_id, _act = write(page_acts.save, simple("klein", body="1. Bel\n2. Klaar: Ja\n"))
    clock.forward(timedelta(minutes=1))
    assert services.database.read_now(beside.of, 1).done == done(None) == ""
    run_id, _act = write(runs.start, 1, page_id=page_id)
    write(runs.tick, run_id)
    assert done(None) == done() == "Over klein"
    assert services.database.read_now(beside.of, 1).done == "Over klein"
    assert done(timedelta(seconds=1)) == ""
    run_id, _act = write(runs.start, 1, page_id=late)
    assert services.database.read_now(beside.of, 1).done == ""
    write(runs.stop, run_id, reason="Toch niet")
    assert done(None) == ""


def test_what_can_be_begun_is_in_the_language_of_the_customer_first(
    services: Services, write: Write, late: int
) -> None:
    for key, language in (("a", "en"), ("z", "nl")):
        write(page_acts.save, simple(key, language=language))
    write(decisions.set_listed, [1], field="category", value="orders")
    found = services.database.read_now(beside.choices, 1)
    assert [one.page.id for one in found.fitting] == [late]
    assert [one.key for one in found.others] == ["z", "a"]
    assert found.language == "nl"


def test_labels_of_a_procedure_that_the_customer_says_speak_for_it(
    services: Services, write: Write
) -> None:
    write(page_acts.save, simple("breed", "categorieën: [orders, complaints]\n"))
    write(page_acts.save, simple("nauw", "categorieën: [orders]\n"))
    write(page_acts.save, simple("zoek", "labels: [pakket, mij, blijft, kwijt, ij]\n"))
    write(page_acts.save, simple("half", "labels: [akket]\n"))
    assert proposed(services) == [("zoek", "nl", "word", "word")]
    write(decisions.set_listed, [1], field="category", value="orders")
    assert [one[0] for one in proposed(services)] == ["nauw", "breed", "zoek"]


def test_procedures_are_proposed_by_stars_and_priority(
    services: Services, channel: FakeChannelType, write: Write
) -> None:
    for key, signal in (
        ("slecht", "low_stars"),
        ("goed", "high_stars"),
        ("spoed", "urgent"),
        ("veel", "incident"),
    ):
        write(page_acts.save, simple(key, f"signalen: [{signal}]\n"))
    for stars in (1, 5):
        channel.platform.deliver(key=f"<{stars}@ster>", stars=stars)
    sync(services)
    write(decisions.set_priority, [4], priority="urgent")
    assert proposed(services, 3) == [("slecht", "nl", "signal")]
    write(incidents.begin, title="Storing", ticket_ids=[2])
    assert proposed(services, 2) == [("veel", "nl", "signal")]
    assert proposed(services, 4) == [("goed", "nl", "signal"), ("spoed", "nl", "signal")]


def test_a_rule_of_the_owner_proposes_before_all_others(
    services: Services, channel: FakeChannelType, write: Write, late: int
) -> None:
    wanted = policy.Effect("procedure", "te-laat")
    with pytest.raises(InvalidValueError, match="te-laat"):
        write(policies.save, name="P", conditions=[policy.Condition("words", ("pakket",))],
              effects=[policy.Effect("procedure", "onzin")])  # fmt: skip
    rule, _act = write(
        policies.save, name="Pakketten", conditions=[policy.Condition("words", ("pakket",))],
        effects=[wanted],
    )  # fmt: skip
    channel.platform.deliver(key="<regel@x>", text="Waar is mijn pakket?")
    sync(services)
    (found,) = services.database.read_now(proposing.proposed, 3)
    assert found.why == (Why("rule", "Pakketten"),)
    (ticket,) = services.database.read_now(inbox.infos, [3])
    assert ticket.assessment.proposal.procedure == "te-laat"
    assert write(policy_acts.apply_to, rule, [1, 3]).changed == 1
    assert proposed(services) == [("te-laat", "nl", "rule")]
    (procedure,) = services.database.read_now(offered.everything)[lists.PROCEDURE]
    assert (procedure.key, procedure.name_nl, procedure.name_en) == (
        "te-laat",
        "Te laat",
        "Te laat",
    )


# --- counted ---------------------------------------------------------------------------------


def test_where_walks_stop_is_counted(
    services: Services, clock: FakeClock, write: Write, late: int
) -> None:
    def walk(*answers: int) -> int:
        run_id, _act = write(runs.start, 1, page_id=late)
        write(runs.tick, run_id)
        for answer in answers:
            write(runs.choose, run_id, answer=answer)
        return int(run_id)

    for minutes in (10, 30):
        run_id = walk(0)
        clock.forward(timedelta(minutes=minutes))
        write(runs.tick, run_id)
    for reason, answers in (("Zelf", ()), ("Gebeld", ()), ("Weg", (1,))):
        write(runs.stop, walk(*answers), reason=reason)
    walk()
    write(page_acts.save, simple("anders"))
    write(runs.start, 2, page_id=2)
    first, second = services.database.read_now(run_stats.stats)
    assert (first.key, first.title, first.language) == ("te-laat", "Te laat", "nl")
    assert (first.begun, first.finished, first.stopped, first.open) == (6, 2, 3, 1)
    assert first.median_minutes == 20
    assert first.stops == (
        run_stats.Stop(2, "Komt het nog?", 2, ("Gebeld", "Zelf")),
        run_stats.Stop(5, "Kan er een nieuw?", 1, ("Weg",)),
    )
    assert (second.begun, second.median_minutes, second.stops) == (1, None, ())
    assert services.database.read_now(run_stats.of_page, 2) == second
    assert services.database.read_now(run_stats.of_page, 99) is None


# --- the command line ------------------------------------------------------------------------


@pytest.fixture
def sop(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Any]:
    def command(*words: str, code: int = 0) -> Any:
        capsys.readouterr()
        found = main(["--profile", str(tmp_path / "profile"), "sop", *words])
        shown = capsys.readouterr()
        assert found == code, shown.err
        return json.loads(shown.out) if "--json" in words else shown.out + shown.err

    return command


def test_a_procedure_is_walked_on_the_command_line(
    services: Services, write: Write, late: int, sop: Callable[..., Any]
) -> None:
    write(decisions.set_listed, [1], field="category", value="orders")
    write(template_acts.add, name="Onderweg", body="Hij komt, {naam}.", language="nl")
    (found,) = sop("propose", "1", "--json")
    assert (found["page"]["key"], found["why"]) == (
        "te-laat", [{"kind": "category", "value": "orders"}],
    )  # fmt: skip
    assert "te-laat" in sop("propose", "1")
    assert sop("show", "1", "--json") == []
    begun = sop("start", "1", "te-laat", "--json")
    assert (begun["step"]["id"], begun["moves"], begun["left"]) == (1, ["tick"], 3)
    assert "Zoek de bestelling op." in sop("tick", "1", "--step", "1") + sop("show", "1")
    assert "balie:" in sop("tick", "1", "--step", "1", code=1)
    assert "1. Ja" in sop("show", "1")
    sop("choose", "1", "Misschien", code=2)
    asking = sop("choose", "1", "nee", "--json")
    assert asking["question"] == {
        "about": "Magazijn", "colleague_id": None, "text": "Kan er een nieuw?",
    }  # fmt: skip
    assert "Magazijn" in sop("show", "1")
    assert sop("back", "1", "--json")["step"]["id"] == 2
    sending = sop("choose", "1", "1", "--json")
    assert sending["template"]["text"] == "Hij komt, {naam}."
    assert "Hij komt" in sop("show", "1")
    done = sop("tick", "1", "--json")
    assert (done["ended"], done["outcome"], done["step"]) == ("done", "Opgelost", None)
    assert [one["move"] for one in done["taken"]] == ["tick", "choose", "back", "choose", "tick"]
    assert "Opgelost" in sop("show", "1")
    sop("tick", "1", code=1)
    sop("start", "1", "te-laat")
    assert sop("stop", "1", "--reason", "Dubbel", "--json")["reason"] == "Dubbel"
    (counted,) = sop("stats", "--json")
    assert (counted["begun"], counted["stops"][0]["step"]) == (2, 1)
    assert "Dubbel" in sop("stats")
    assert services.database.read_now(pages.find, late).key == "te-laat"
