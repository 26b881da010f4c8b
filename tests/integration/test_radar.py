"""Questions that come back are noticed, get a task, and are settled; all of it can be undone."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.bootstrap import Services
from app.cli.main import main
from app.models.rules.errors import NotFoundError
from app.models.rules.handbook.pages import Article
from app.models.rules.radar import State, Task
from app.services.handbook import cases, page_acts, radar
from app.services.handbook.alike import Group, alike_by_words
from app.services.tickets import acts, bulk_replies
from tests.fakes import MONDAY, FakeChannelType
from tests.integration.test_engine import sync
from tests.planted_questions import messages

Write = Callable[..., Any]
ASKED = (
    "Mag de koekenpan in de vaatwasser?", "Kan een koekenpan in de afwasmachine of vaatwasser?",
    "Hallo, is de koekenpan geschikt voor de vaatwasser?", "Koekenpan in de vaatwasser, mag dat?",
    "Dag, vaatwasser en koekenpan: gaat dat goed?", "Waar is mijn pakket?", "Graag een factuur",
    "De koekenpan wil ik in de vaatwasser doen",
)  # fmt: skip


def measured(count: int, topics: int, seed: int) -> tuple[float, float, float]:
    """Return precision and recall of findings, and the share of planted messages in them.

    A finding is right when more than half of its messages are of one topic that no larger finding
    has.
    """
    asked = messages(count, topics, seed)
    found = alike_by_words([one.text for one in asked], 5)
    seen: set[str] = set()
    held = 0
    for group in found:
        topic, most = Counter(asked[one].topic for one in group.members).most_common(1)[0]
        if topic and most * 2 > len(group.members) and topic not in seen:
            seen.add(topic)
            held += most
    planted = sum(bool(one.topic) for one in asked)
    return len(seen) / len(found), len(seen) / topics, held / planted


def test_planted_questions_are_found_among_others() -> None:
    precision, recall, held = measured(2_000, 20, seed=6)
    assert precision >= 0.85
    assert recall >= 0.8
    assert held >= 0.75


@pytest.fixture
def arrived(services: Services, channel: FakeChannelType, account_id: int) -> None:
    deliver(services, channel, ASKED)


def deliver(services: Services, channel: FakeChannelType, texts: tuple[str, ...]) -> None:
    for text in texts:
        channel.platform.deliver(at=MONDAY, text=text, subject="Vraag")
    sync(services)


def looked(services: Services, write: Write) -> list[radar.FindingInfo]:
    now = services.clock.now()
    write(radar.keep, services.database.read_now(radar.notice, now=now))
    return services.database.read_now(radar.findings)


def noticed(services: Services) -> list[radar.Noticed]:
    return services.database.read_now(radar.notice, now=services.clock.now())


@pytest.mark.usefixtures("arrived")
def test_a_question_that_comes_back_is_noticed_once_with_its_tickets(
    services: Services, channel: FakeChannelType, write: Write
) -> None:
    (found,) = looked(services, write)
    assert sorted(one.number for one in found.tickets) == [1, 2, 3, 4, 5, 8]
    assert {"koekenpan", "vaatwasser"} <= set(found.words)
    assert (found.state, found.task) == ("open", None)
    assert looked(services, write) == [found]
    deliver(services, channel, ("De vaatwasser en een koekenpan, kan dat?",))
    (grown,) = looked(services, write)
    assert (grown.id, len(grown.tickets)) == (found.id, 7)
    ids = services.database.read_now(radar.tickets_of, found.id)
    letters = services.database.read_now(
        bulk_replies.preview, ids, body="Ja", now=services.clock.now()
    )
    assert len(letters) == 7
    services.clock.forward(timedelta(days=15))  # type: ignore[attr-defined]
    assert services.database.read_now(radar.notice, now=services.clock.now()) == []


@pytest.mark.usefixtures("arrived")
def test_what_a_page_answers_is_not_noticed(services: Services, write: Write) -> None:
    page = Article(title="Vaatwasser", body="# Pannen\n\nEen koekenpan kan er niet in.")
    made, _act = write(page_acts.save, page)
    assert noticed(services) == []
    write(page_acts.remove, made)
    other, _act = write(page_acts.save, Article(title="Iets anders", body="Geen pan"))
    write(cases.link, 3, page_id=other)
    assert noticed(services) == []
    write(cases.unlink, 3, page_id=other)
    assert len(noticed(services)) == 1


@pytest.mark.usefixtures("arrived")
def test_a_finding_gets_a_task_is_settled_and_all_is_undone(
    services: Services, channel: FakeChannelType, write: Write
) -> None:
    (found,) = looked(services, write)
    read = services.database.read_now
    assert write(radar.assign, found.id, task=Task.ARTICLE) is not None
    assert write(radar.assign, found.id, task=Task.ARTICLE) is None
    assert read(radar.find, found.id).task == "article"
    write(acts.undo)
    assert read(radar.find, found.id).task is None
    act_id = write(radar.settle, found.id, state=State.DISMISSED)
    assert write(radar.settle, found.id, state=State.DISMISSED) is None
    assert looked(services, write) == []
    deliver(services, channel, ASKED[:4])
    assert looked(services, write) == []
    (all_of,) = read(radar.findings, everyone=True)
    assert (all_of.state, all_of.settled_at) == ("dismissed", services.clock.now())
    write(acts.undo, act_id)
    assert len(looked(services, write)[0].tickets) == 10
    write(radar.settle, found.id, state=State.DONE)
    deliver(services, channel, ASKED[:5])
    (new,) = looked(services, write)
    assert (new.id != found.id, len(new.tickets)) == (True, 5)
    with pytest.raises(NotFoundError):
        write(radar.assign, 99, task=None)


@pytest.mark.usefixtures("arrived")
def test_what_is_alike_can_be_decided_by_something_else(services: Services) -> None:
    def similar(texts: object, least: int) -> list[Group]:
        return [Group((5, 6), ("pakket",))]

    now = services.clock.now()
    (found,) = services.database.read_now(radar.notice, now=now, similar=similar)
    assert (found.ticket_ids, found.words) == ((6, 7), ("pakket",))


@pytest.mark.usefixtures("arrived")
def test_how_often_is_too_often_is_the_owner_s_to_say(services: Services, write: Write) -> None:
    assert write(radar.watch, least=7) is not None
    assert noticed(services) == []
    assert write(radar.watch, days=14) is None
    write(acts.undo)
    assert len(noticed(services)) == 1


@pytest.mark.usefixtures("arrived")
def test_the_command_line_lists_and_settles(
    services: Services, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    looked(services, write)
    folder = services.profile.folder
    services.close()

    def run(*words: str, code: int = 0) -> str:
        assert main(["--profile", str(folder), "radar", *words]) == code
        return capsys.readouterr().out

    assert run().startswith("1  6 x  ")
    assert json.loads(run("list", "--json"))[0]["tickets"][0]["number"] == 8
    assert "8  new  Vraag" in run("show", "1")
    assert json.loads(run("task", "1", "website", "--json")) == {"act": 1}
    assert run("list").endswith("(website)\n")
    run("task", "1", "none")
    run("dismiss", "1")
    assert run("list") == ""
    assert "(dismissed)" in run("list", "--all")
    run("reopen", "1")
    run("done", "1")
    run("watch", "--least", "6", "--days", "7")
    run("show", "9", code=1)
