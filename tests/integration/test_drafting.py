"""Drafts of answers by a model on this computer, against a small server that is really there."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.errors import InvalidValueError, KnownError, NotFoundError
from app.models.rules.handbook.pages import Article, Kind, Sop, Step
from app.models.rules.loopback import Address, NotOnThisComputerError, checked
from app.services.assist import drafting, endpoint, preferences
from app.services.assist.answers import Found
from app.services.assist.drafting import DraftsOffError, Job, NothingToDraftError
from app.services.assist.endpoint import Call
from app.services.assist.preferences import NoModelError
from app.services.assist.suggester import Suggester
from app.services.handbook import page_acts
from app.services.settings import AssistSettings, load
from app.services.tickets import acts, outgoing, replies
from tests.fakes_assist import WordEmbedder
from tests.integration.test_assist import SEEDS
from tests.integration.test_cli import Balie, balie, folder
from tests.integration.test_policies import Arrive, arrive
from tests.servers.web import WebServer

__all__ = ["arrive", "balie", "folder"]
Write = Callable[..., Any]
PATH = "/v1/chat/completions"
ASK = [{"role": "user", "content": "Dag"}]
QUESTION = "Dag, waar blijft bestelling 4471829?\n\nGroet, Anna"


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer() as made:
        says(made, "Dag [naam 1], uw [bestelnummer 1] komt morgen. {datum} [naam 9]")
        yield made


def says(server: WebServer, text: object) -> None:
    body = {"choices": [{"message": {"role": "assistant", "content": text}}]}
    server.pages[PATH] = (200, {}, json.dumps(body).encode())


def call(server: WebServer, **options: Any) -> Call:
    return Call(checked(f"{server.url}/v1"), **options)


@pytest.fixture
def drafts(services: Services, write: Write, server: WebServer) -> Services:
    write(preferences.change, endpoint=f"{server.url}/v1", model="klein", draft=True)
    services.made["suggester"] = Suggester(
        services.database, services.clock, lambda _kind: False, WordEmbedder(), SEEDS
    )
    return services


# --- the server ------------------------------------------------------------------------------


def test_a_question_goes_to_this_computer_without_a_proxy_and_gives_words(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    says(server, "  Goed. ")
    assert call(server).ask("klein", ASK) == "Goed."
    (asked,) = server.asked
    sent = json.loads(asked.body)
    assert (asked.method, asked.target) == ("POST", PATH)
    assert (sent["model"], sent["messages"], sent["stream"]) == ("klein", ASK, False)
    assert asked.headers["host"] == server.url.removeprefix("http://")


def test_localhost_is_this_computer_or_refused(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(server, "Goed.")
    there = checked(f"http://localhost:{server.port}/v1")
    assert Call(there).ask("klein", ASK) == "Goed."
    elsewhere = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", server.port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: elsewhere)
    with pytest.raises(NotOnThisComputerError):
        Call(there).ask("klein", ASK)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (404, b'{"error": "model not found"}', "draft_no_model"),
        (500, b"", "draft_refused"), (302, b"", "draft_refused"),
        (200, b"<html>", "draft_nonsense"), (200, b"[]", "draft_nonsense"),
        (200, b'{"choices": []}', "draft_nonsense"),
        (200, b'{"choices": [{"message": {"content": " "}}]}', "draft_nonsense"),
        (200, b'{"choices": [{"message": {"content": null}}]}', "draft_nonsense"),
        (200, b'{"choices": [{"message": {"content": "' + b"a" * (2 << 20) + b'"}}]}',
         "draft_nonsense"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_said_in_words(
    server: WebServer, status: int, body: bytes, code: str
) -> None:
    where = {"Location": "http://192.0.2.1/"} if status == 302 else {}
    server.pages[PATH] = (status, where, body)
    with pytest.raises(KnownError) as raised:
        call(server).ask("klein", ASK)
    assert raised.value.code == code
    assert len(server.asked) == 1


def test_a_server_that_is_not_there_or_takes_too_long_is_told_apart(server: WebServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(endpoint.NoServerError):
        Call(checked(f"http://127.0.0.1:{port}")).ask("klein", ASK)
    server.raw = b"nonsense\r\n\r\n"
    with pytest.raises(endpoint.NoServerError):
        call(server).ask("klein", ASK)
    server.raw, server.pause = None, 0.4
    with pytest.raises(endpoint.TooSlowError):
        call(server, seconds=0.1).ask("klein", ASK)
    # One that gives a byte now and then is cut off as well.
    server.pause, server.dribble = 0.05, True
    with pytest.raises(endpoint.TooSlowError):
        call(server, seconds=0.3).ask("klein", ASK)


def test_the_owner_stops_it_at_once(server: WebServer) -> None:
    server.pause = 0.6
    asking = call(server)
    threading.Timer(0.1, asking.cancel).start()
    with pytest.raises(endpoint.CancelledError):
        asking.ask("klein", ASK)
    with pytest.raises(endpoint.CancelledError):
        asking.ask("klein", ASK)
    assert server.connections == 1


def test_he_stops_it_before_there_is_a_connection(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.pause = 5
    asking = call(server)

    def stopped(address: Address) -> str:
        asking.cancel()
        return str(address.host)

    monkeypatch.setattr(endpoint, "_resolved", stopped)
    began = time.monotonic()
    with pytest.raises(endpoint.CancelledError):
        asking.ask("klein", ASK)
    assert time.monotonic() - began < 4


# --- the draft -------------------------------------------------------------------------------


def test_a_draft_has_its_sources_and_people_are_put_back(
    drafts: Services, write: Write, arrive: Arrive, server: WebServer
) -> None:
    ticket = arrive("<1@x>", QUESTION, subject="Pakket").id
    body = "# Bezorging\n\nWaar blijft mijn bestelling? Drie dagen wachten dan bellen."
    write(page_acts.save, Article(title="Waar blijft bestelling", body=body))
    steps = (Step(1, Kind.DO, text="Kijk waar de bestelling blijft bij de bezorger"),)
    write(page_acts.save, Sop(title="Bestelling blijft uit", purpose="Zoeken.", steps=steps))
    write(replies.add_note, ticket, text="Geheim van de collega")
    found = drafts.draft(ticket).run()
    assert found.text == "Dag Anna, uw 4471829 komt morgen. {datum} [naam 9]"
    assert (found.model, found.language, found.put_back) == ("klein", "nl", 2)
    assert found.open_places == ("[naam 9]", "{datum}")
    assert {one.title for one in found.sources} == {
        "Waar blijft bestelling", "Bestelling blijft uit",
    }  # fmt: skip
    sent = server.asked[0].body.decode()
    assert all(one not in sent for one in ("Anna", "4471829", "Geheim", "klant.example"))
    assert "Drie dagen wachten" in sent
    assert "1. Kijk waar" in sent
    looked = drafts.database.read_now(outgoing.look, ticket, found.text, drafts.clock.now())
    assert [one.words for one in looked.findings if one.stops] == ["datum", "[naam 9]"]


def test_without_pages_or_a_model_for_them_it_is_drafted_from_the_message(
    drafts: Services, write: Write, arrive: Arrive, server: WebServer
) -> None:
    ticket = arrive("<1@x>", "Dag").id
    del drafts.made["suggester"]  # what makes vectors is not there
    assert drafts.draft(ticket).run().sources == ()
    gone = Found(9, "weg", "nl", "article", "Weg", "", 1.0)
    assert drafts.database.read_now(drafting._texts, [gone]) == []
    silent = arrive("<2@x>", "  ").id
    with pytest.raises(NothingToDraftError):
        drafts.draft(silent)
    with pytest.raises(NotFoundError):
        drafts.draft(99)
    job = drafts.draft(ticket)
    job.cancel()
    with pytest.raises(endpoint.CancelledError):
        job.run()
    assert len(server.asked) == 1


def test_drafts_are_off_until_the_owner_says_which_model_of_this_computer(
    services: Services, write: Write, arrive: Arrive
) -> None:
    ticket = arrive("<1@x>", QUESTION).id
    with pytest.raises(DraftsOffError):
        Job(services.database, services.suggester, ticket)
    with pytest.raises(NoModelError):
        write(preferences.change, draft=True)
    with pytest.raises(NotOnThisComputerError):
        write(preferences.change, endpoint="http://192.0.2.1:80/v1")
    for wrong in ({"off": ("alles",)}, {"languages": ("la",)}):
        with pytest.raises(InvalidValueError):
            write(preferences.change, **wrong)
    kept = write(preferences.change, model=" klein  model ", draft=True, off=("pages", "same"))
    found = services.database.read_now(load, AssistSettings)
    assert (found.model, found.draft, found.off) == ("klein model", True, ("same", "pages"))
    write(acts.undo, kept)
    assert services.database.read_now(load, AssistSettings) == AssistSettings()


def test_what_is_not_wanted_is_not_offered(drafts: Services, write: Write, arrive: Arrive) -> None:
    for number in (1, 2):
        arrive(f"<{number}@x>", "Mijn bestelling staat al dagen op in behandeling, klopt dat?")
    suggester = drafts.suggester()
    suggester.complete()
    whole = suggester.offered(1)
    assert whole is not None
    assert whole.duplicates
    assert whole.category.best
    write(preferences.change, off=preferences.PARTS)
    nothing = suggester.offered(1)
    assert nothing is not None
    assert (nothing.duplicates, nothing.pages, nothing.priority) == ((), (), None)
    assert (nothing.category.best, nothing.type.key) == ((), None)
    write(preferences.change, languages=("en",))
    assert suggester.offered(1) is None


def test_the_command_line_sets_and_drafts(
    drafts: Services,
    arrive: Arrive,
    server: WebServer,
    balie: Balie,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.services.assist.suggester.BundledEmbedder", WordEmbedder)
    monkeypatch.setattr("app.services.assist.suggester.seeds.all_of", lambda: SEEDS)
    write(page_acts.save, Article(title="Waar blijft bestelling", body="Drie dagen wachten."))
    arrive("<1@x>", QUESTION)
    write(preferences.change, draft=False)
    assert balie("assist", "draft", "1") == 1
    assert balie("assist", "set", "--endpoint", "http://192.0.2.1", "--json") == 1
    set_ = ("assist", "set", "--draft", "on", "--parts", "category, type", "--languages", "nl")
    assert balie(*set_, "--json")["act"] is not None
    assert balie("assist", "set", "--parts", "alles") == 2
    chosen = drafts.database.read_now(load, AssistSettings)
    assert (chosen.off, chosen.languages) == (("priority", "same", "pages"), ("nl",))
    found = balie("assist", "draft", "1", "--json")
    assert found["text"].startswith("Dag Anna")
    assert found["open_places"] == ["[naam 9]", "{datum}"]
    assert balie("assist", "draft", "1").startswith("Dag Anna")
