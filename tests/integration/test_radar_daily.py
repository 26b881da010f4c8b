"""The radar looks by itself once a day, by meaning where it can, and an article settles it."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.bootstrap import Services
from app.cli.main import main
from app.models.rules.errors import NotFoundError
from app.models.rules.radar import Task
from app.services.assist.alike import AlikeByMeaning
from app.services.assist.embedder import Encoder
from app.services.events import SettingsChanged
from app.services.handbook import cases, pages, radar, radar_articles
from app.services.handbook.alike import alike_by_words
from app.services.handbook.cases import Place
from app.services.sync.housekeeping import Housekeeper
from app.services.tickets import acts, replies
from tests.fakes import FakeChannelType
from tests.fakes_assist import WordEmbedder
from tests.integration.test_radar import ASKED, deliver
from tests.integration.test_warnings import until

Write = Callable[..., Any]


def found(services: Services) -> list[radar.FindingInfo]:
    return services.database.read_now(radar.findings)


def test_it_looks_once_a_day_after_a_sync_and_when_nothing_stirs(
    services: Services, channel: FakeChannelType, account_id: int
) -> None:
    read, now = services.database.read_now, services.clock.now
    assert read(radar.is_due, now=now())
    deliver(services, channel, ASKED[:4])
    assert found(services) == []
    assert not read(radar.is_due, now=now())
    deliver(services, channel, ASKED[4:])
    assert found(services) == []  # today it has looked
    services.clock.forward(timedelta(days=1))  # type: ignore[attr-defined]
    kinds: list[object] = []

    def similar() -> Any:
        kinds.append(1)
        return alike_by_words

    async def keep() -> None:
        housekeeper = Housekeeper(
            services.database, services.hub, services.clock, similar=similar, quiet=0.01
        )
        housekeeper.start()
        await until(lambda: bool(found(services)))
        await asyncio.sleep(0.05)
        await housekeeper.stop()

    asyncio.run(keep())
    assert len(found(services)[0].tickets) == 6
    assert kinds == [1]
    assert read(radar.count_open) == 1


def test_after_the_look_of_today_it_rests_and_a_bug_does_not_end_it(
    services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    reads: list[object] = []
    event.listen(services.database.read_engine, "begin", reads.append)
    tries: list[object] = []

    def similar() -> Any:
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError
        return alike_by_words

    async def keep() -> None:
        housekeeper = Housekeeper(
            services.database, services.hub, services.clock, similar=similar, quiet=0.01
        )
        housekeeper.start()
        await until(lambda: len(tries) == 1)
        services.hub.publish([SettingsChanged(section="x")])
        await until(lambda: len(tries) == 2)
        await asyncio.sleep(0.15)
        count = len(reads)
        await asyncio.sleep(0.1)
        assert len(reads) == count
        await housekeeper.stop()

    asyncio.run(keep())
    assert "failed" in caplog.text
    caplog.clear()
    read, now = services.database.read_now, services.clock.now()
    left = read(radar.next_day, now=now) - now
    assert timedelta() < left <= timedelta(days=1)
    services.clock.forward(left)  # type: ignore[attr-defined]
    assert read(radar.is_due, now=services.clock.now())


def test_the_look_reads_no_older_messages(services: Services) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, sql: str, values: Any, *_more: object) -> None:
        asked.append((sql, values))

    def plan(session: Session) -> str:
        radar.questions(session, now=services.clock.now())
        sql, values = asked[-1]
        rows = session.connection().exec_driver_sql(f"explain query plan {sql}", values)
        return "\n".join(row[3] for row in rows)

    event.listen(services.database.read_engine, "before_cursor_execute", note)
    told = services.database.read_now(plan)
    assert "SCAN messages" not in told
    assert "SEARCH messages USING" in told


def test_an_article_of_a_finding_is_drafted_saved_and_settles_it(
    services: Services, channel: FakeChannelType, account_id: int, write: Write
) -> None:
    read = services.database.read_now
    deliver(services, channel, ASKED)
    (one,) = found(services)
    assert one.tickets[0].question == "De koekenpan wil ik in de vaatwasser doen"
    assert write(radar.assign, one.id, task=Task.WEBSITE, note="FAQ \n pan", owner="Fatima")
    write(replies.answer, 3, text="Nee, was hem met de hand.")
    draft = read(radar_articles.draft, one.id, language="nl")
    assert (draft.ticket_id, draft.answered) == (3, True)
    assert "## Ook zo gevraagd\n\n- De koekenpan wil ik" in draft.text
    assert "Nee, was hem met de hand." in draft.text
    given = {"ticket_id": 3, "title": "Koekenpan", "text": draft.text, "language": "nl"}
    page_id, act = write(radar_articles.save, one.id, **given)
    settled = read(radar.find, one.id)
    assert (settled.state, settled.task, settled.note) == ("done", "article", "FAQ pan")
    assert all(read(cases.pages_of, ticket.id) for ticket in one.tickets)
    write(acts.undo, act)
    back = read(radar.find, one.id)
    assert (back.state, back.task, back.owner) == ("open", "website", "Fatima")
    assert read(pages.all_of) == []
    page_id, _act = write(radar_articles.save, one.id, **given)
    write(radar_articles.save, one.id, **given | {"text": "Ook dit."}, place=Place(page_id))
    assert read(pages.text_of, page_id).endswith("Ook dit.\n")
    nobody = replace(one, tickets=())
    assert radar._short("x" * 200).endswith("x…")
    with pytest.raises(NotFoundError):
        read(radar_articles.draft, nobody.id + 1)


def test_the_command_line_says_how_and_who(
    services: Services, channel: FakeChannelType, account_id: int,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    deliver(services, channel, ASKED)
    folder = services.profile.folder
    services.close()
    words = ["task", "1", "website", "--note", "FAQ", "--owner", "Fatima"]
    assert main(["--profile", str(folder), "radar", *words]) == 0
    capsys.readouterr()
    assert main(["--profile", str(folder), "radar", "list", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["note"], told["owner"]) == ("FAQ", "Fatima")
    assert told["tickets"][0]["question"].startswith("De koekenpan")


def test_meaning_joins_what_words_alone_leave_apart_and_remembers_it(services: Services) -> None:
    model = WordEmbedder()
    alike = AlikeByMeaning(Encoder(model))
    texts = [*ASKED, "Mag de koekenpan erin?", *(f"Iets anders over {n} planken" for n in "abcd")]
    (group,) = alike(texts, 5)
    assert set(group.members) >= {0, 1, 2, 3, 4, 7}
    assert {"koekenpan", "vaatwasser"} <= set(group.words)
    encoded = len(model.encoded)
    assert alike(texts, 5) == [group]
    assert len(model.encoded) == encoded
    assert alike(texts[:3], 5) == []
    assert alike(["Zwabber", "Dweil", "Emmer", "Spons", "Bezem"], 5) == []
    assert services.similar() is alike_by_words
    ready = replace(services, embedder=model)
    ready.suggester().warm_up()
    ready.suggester()._encoder.join()
    assert ready.similar() is ready.suggester().alike
    ready.suggester().close()
    assert np.isfinite(ready.suggester().alike([*texts, ""], 5)[0].members).all()
