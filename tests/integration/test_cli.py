"""The command line on a practice profile, in this process; real servers are in tests/e2e."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app import __main__ as entry
from app.bootstrap import Services
from app.cli.main import main
from app.services.channels.errors import RecipientUnavailable
from app.services.channels.kit import SIGN_IN_ENDS
from app.services.storage.credentials import put_secret
from app.services.storage.profile import create_profile
from tests.fakes import MONDAY, SHOP, FakeChannelType
from tests.fakes_secrets import PASSPHRASE, QUICK
from tests.integration.test_engine import answer_first, sync

Balie = Callable[..., Any]
MAIL = b"From: Anna <anna@klant.example>\nTo: w@w.example\nSubject: Kapot\n\nHij doet het niet\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def balie(folder: Path, capsys: pytest.CaptureFixture[str]) -> Balie:
    """Run a command and return its JSON, its output, or its exit code when that is not 0."""

    def run(*arguments: str) -> Any:
        capsys.readouterr()
        code = main(["--profile", str(folder), *arguments])
        output = capsys.readouterr().out
        if code != 0:
            return code
        return json.loads(output) if "--json" in arguments else output

    return run


@pytest.fixture
def filled(services: Services, channel: FakeChannelType, account_id: int) -> Services:
    """A store with two tickets; a quarantined item; a refused answer."""
    channel.platform.deliver(name="Anna de Vries", quoted="> eerder")
    channel.platform.deliver(author="bert@klant.example", text="De koppeling lekt")
    bad = channel.platform.deliver()
    object.__setattr__(bad, "data", b"no json")
    sync(services)
    refused = RecipientUnavailable(server="fake", recipient="a", detail="x")
    channel.platform.send_errors = [refused]
    answer_first(services)
    sync(services)
    return services


def test_the_list_has_the_documented_form(filled: Services, balie: Balie) -> None:
    (ticket, _other) = balie("tickets", "--json")
    assert set(ticket) >= {
        "id", "number", "subject", "state", "at_turn", "channel", "account", "contact",
        "category", "priority", "first_reaction_due", "answer_due", "created_at", "updated_at",
        "message_count",
    }  # fmt: skip
    assert ticket["contact"]["identities"][0]["handle"].endswith("@klant.example")
    assert ticket["first_reaction_due"] == "2026-11-23T09:05:00Z"
    assert "bert@klant.example" in balie("tickets")


pytestmark = pytest.mark.allow_log  # an unreadable item is part of the store


def test_the_list_is_paged_and_filtered(filled: Services, balie: Balie) -> None:
    assert len(balie("tickets", "--limit", "1", "--json")) == 1
    assert balie("tickets", "--offset", "2", "--json") == []
    assert [ticket["number"] for ticket in balie("tickets", "from:bert", "--json")] == [2]
    assert balie("tickets", "state:bogus") == 2


def test_a_ticket_shows_messages_and_journal(filled: Services, balie: Balie) -> None:
    shown = balie("show", "1", "--json")
    incoming, answer = shown["messages"]
    assert (incoming["direction"], incoming["text"], incoming["quoted"]) == (
        "in", "Bericht 1", "> eerder",
    )  # fmt: skip
    assert (answer["direction"], answer["delivery"]) == ("out", "failed")
    assert {entry["act"] for entry in shown["journal"]} >= {"ticket", "received", "answer"}
    text = balie("show", "1")
    assert "1 quoted lines" in text
    assert "recipient_unavailable" in text
    assert balie("show", "99") == 1


def test_setting_a_field(filled: Services, balie: Balie) -> None:
    balie("set", "2", "category", "technical")
    balie("set", "2", "department", "logistics")
    balie("set", "2", "priority", "urgent")
    balie("set", "2", "state", "closed", "--reason", "Opgelost", "--outcome", "solved")
    (ticket,) = balie("tickets", "state:closed", "--json")
    assert (ticket["category"], ticket["department"], ticket["priority"]) == (
        "technical", "logistics", "urgent",
    )  # fmt: skip
    balie("set", "2", "category", "none")
    assert balie("tickets", "state:closed", "--json")[0]["category"] is None
    assert balie("set", "2", "state", "snoozed") == 2
    assert balie("set", "2", "priority", "hoog") == 2


def test_answers_and_notes(filled: Services, balie: Balie, tmp_path: Path) -> None:
    text = tmp_path / "antwoord.txt"
    text.write_text("Wij kijken ernaar", encoding="utf-8")
    balie("reply", "2", "--file", str(text), "--attach", str(text))
    balie("reply", "2", "--text", "Lisa belt", "--internal")
    messages = {each["direction"]: each for each in balie("show", "2", "--json")["messages"]}
    out, note = messages["out"], messages["note"]
    assert (out["delivery"], out["attachments"][0]["name"]) == ("queued", "antwoord.txt")
    assert note["direction"] == "note"
    assert balie("reply", "2") == 2
    assert balie("reply", "2", "--text", " ") == 1


def test_search(filled: Services, balie: Balie) -> None:
    (hit,) = balie("search", "koppel", "--json")
    assert (hit["ticket"], hit["author"]) == (2, "bert@klant.example")
    assert "De koppeling lekt" in balie("search", "koppel")


def test_quarantine(filled: Services, balie: Balie) -> None:
    (item,) = balie("quarantine", "list", "--json")
    assert item["problem"] == "unreadable"
    assert "unreadable" in balie("quarantine", "list")
    assert balie("quarantine", "show", str(item["id"])) == "no json"
    balie("quarantine", "retry", str(item["id"]))
    assert balie("quarantine", "list", "--json") == []
    assert balie("quarantine", "retry", str(item["id"])) == 1


def test_outbox(filled: Services, balie: Balie) -> None:
    (row,) = balie("outbox", "list", "--json")
    assert (row["state"], row["error_code"]) == ("failed", "recipient_unavailable")
    assert "failed" in balie("outbox", "list")
    assert balie("outbox", "sent", str(row["id"])) == 1
    balie("outbox", "retry", str(row["id"]))
    assert balie("outbox", "list", "--json")[0]["state"] == "queued"
    balie("outbox", "discard", str(row["id"]))
    assert balie("outbox", "list", "--all", "--json") == []


def test_what_waits_for_an_account_says_so(
    services: Services, channel: FakeChannelType, account_id: int, balie: Balie
) -> None:
    channel.platform.deliver()
    sync(services)
    number = answer_first(services)
    balie("account", "remove", SHOP)
    assert f"waits for a connection with {SHOP}" in balie("outbox", "list")
    (row,) = balie("outbox", "list", "--json")
    assert (row["state"], row["error_code"]) == ("queued", "account_gone")
    balie("outbox", "discard", str(number))
    assert balie("outbox", "list", "--json") == []


def test_journal_and_doctor(filled: Services, balie: Balie, folder: Path) -> None:
    assert balie("journal", "verify", "--json")["broken_at"] is None
    assert "all as they were written" in balie("journal", "verify")
    assert balie("doctor") == 1  # the quarantine and the failed answer need the owner


def test_accounts_are_listed_and_removed(filled: Services, balie: Balie) -> None:
    (account,) = balie("account", "list", "--json")
    assert account["progress"][0] == {"stream": "in", "local": 3, "remote": 3}
    assert "in: 3 of 3" in balie("account", "list")
    assert balie("account", "show", "1", "--json") == {**account, "sign_in_ends": None}
    ends = filled.clock.now() + timedelta(days=10)
    filled.database.write_now(put_secret, account["id"], SIGN_IN_ENDS, ends.isoformat())
    assert "sign in again: it ends" in balie("account", "show", account["handle"])
    told = balie("account", "list", "--json")[0]["sign_in_ends"]
    assert datetime.fromisoformat(told) == ends
    balie("account", "remove", account["handle"])
    assert balie("account", "list", "--json") == []
    assert balie("account", "remove", account["handle"]) == 1


def test_import_reads_files_once(
    balie: Balie, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BALIE_PASSPHRASE", PASSPHRASE)
    create_profile(folder, now=MONDAY, passphrase=PASSPHRASE, cost=QUICK)
    mail = tmp_path / "een.eml"
    mail.write_bytes(MAIL)
    for _ in range(2):
        assert balie("import", "eml", str(mail)) == ""
    (ticket,) = balie("tickets", "--json")
    assert ticket["subject"] == "Kapot"
    empty = tmp_path / "leeg"
    empty.mkdir()
    assert balie("import", "eml", str(empty)) == 1


def test_the_example_firm_takes_no_mail_of_the_owner(
    balie: Balie, folder: Path, tmp_path: Path
) -> None:
    create_profile(folder, now=MONDAY, practice=True)
    mail = tmp_path / "een.eml"
    mail.write_bytes(MAIL)
    assert balie("import", "eml", str(mail)) == 1
    assert balie("account", "add", "email", "--address", "a@b.example") == 1
    assert balie("account", "list", "--json") == []


def test_a_profile_that_is_not_there_is_said(balie: Balie, folder: Path) -> None:
    assert balie("tickets") == 1
    assert not folder.exists() or not any(folder.glob("*.db"))


def test_a_wrong_command_line_is_exit_code_2(balie: Balie) -> None:
    assert balie("onzin") == 2
    assert balie("show", "geen-getal") == 2
    assert balie("--help")


def test_a_mistake_of_ours_is_no_traceback(
    filled: Services, balie: Balie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise RuntimeError("binnenste")

    monkeypatch.setattr("app.cli.tickets.inbox.page", fail)
    assert balie("tickets") == 1


@pytest.mark.parametrize("command", [["tickets"], ["tickets", "--json"], ["--help"]])
def test_a_reader_who_leaves_is_no_failure(
    filled: Services, folder: Path, command: list[str]
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "app", "--profile", str(folder), *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    program.stdout.close()
    assert program.stderr is not None
    assert program.stderr.read() == b""
    program.stderr.close()
    assert program.wait() == 0


def test_a_pipe_of_our_own_that_breaks_is_a_mistake(
    filled: Services, balie: Balie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("app.cli.tickets.inbox.page", fail)
    assert balie("tickets") == 1


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--profile", "x"], True),
        (["--profile=x", "--passphrase-stdin"], True),
        (["--profile"], False),
        (["tickets"], False),
        (["--profile", "x", "tickets"], False),
        (["--help"], False),
    ],
)
def test_without_a_command_the_window_opens(arguments: list[str], window: bool) -> None:
    assert entry.wants_window(arguments) is window


def test_the_module_is_the_program(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "--profile", str(folder), "tickets"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("balie: ")
    assert "Traceback" not in done.stderr


def test_snooze_in_words(filled: Services, balie: Balie) -> None:
    before = datetime.now(UTC)
    balie("snooze", "2", "--until", "vrijdag 9u", "--sleep-on")
    (ticket,) = balie("tickets", "is:snoozed", "--json")
    until = datetime.fromisoformat(ticket["snoozed_until"])
    there = until.astimezone(ZoneInfo("Europe/Amsterdam"))
    assert (ticket["number"], there.isoweekday(), there.hour, there.minute) == (2, 5, 9, 0)
    assert before < until <= datetime.now(UTC) + timedelta(days=7, hours=1)
    assert balie("snooze", "2", "--until", "ooit") == 2
    assert balie("snooze", "1", "2", "--until", "vrijdag") is not None


def test_merge_split_and_link(filled: Services, balie: Balie) -> None:
    balie("link", "1", "2")
    assert [one["number"] for one in balie("show", "1", "--json")["ticket"]["links"]] == [2]
    balie("link", "1", "2", "--remove")
    balie("merge", "1", "2", "--into", "2")
    shown = balie("show", "1", "--json")
    assert (shown["ticket"]["number"], len(shown["messages"])) == (2, 3)
    later = [message for message in shown["messages"] if message["direction"] == "in"][-1]
    number = balie("split", "2", "--from-message", str(later["id"]))
    assert balie("show", str(number).strip(), "--json")["ticket"]["message_count"] >= 1
    assert balie("undo", "--json")[0]["name"] == "split"
    assert balie("merge", "2", "2") == 1


def test_tags_notes_and_undo(filled: Services, balie: Balie) -> None:
    balie("tag", "2", "--add", "vip", "--add", "garantie")
    balie("tag", "2", "--remove", "garantie")
    assert balie("tickets", "label:vip", "--json")[0]["tags"] == ["vip"]
    balie("note", "2", "Lisa belt terug")
    assert balie("show", "2", "--json")["messages"][-1]["text"] == "Lisa belt terug"
    assert "noted ticket 2" in balie("undo", "--list")
    assert "noted ticket 2" in balie("undo")
    assert "(undone)" in balie("undo", "--list")
    assert len(balie("show", "2", "--json")["messages"]) == 1
    assert balie("undo", "999") == 1


def test_saved_views(filled: Services, balie: Balie) -> None:
    balie("view", "save", "Koppelingen", "koppel", "--in", "todo")
    balie("view", "save", "Koppelingen", "koppeling")
    (view,) = balie("view", "list", "--json")
    assert (view["name"], view["place"], view["query"]) == ("Koppelingen", "all", "koppeling")
    assert "Koppelingen" in balie("view", "list")
    assert balie("view", "save", " ", "x") == 1
    balie("view", "remove", str(view["id"]))
    assert balie("view", "remove", str(view["id"])) == 1
    assert balie("view", "list", "--json") == []


def test_first_reactions_and_promises(filled: Services, balie: Balie) -> None:
    assert balie("react", "2", "--promise", "--json")["changed"] == 1
    (promise,) = balie("promise", "list", "--json")
    assert (promise["ticket_number"], promise["kind"], promise["state"]) == (2, "promise", "open")
    assert balie("set", "2", "state", "closed", "--outcome", "solved") == 1
    balie("promise", "extend", str(promise["id"]))
    balie("promise", "make", "2", "--until", "vrijdag 9u", "--callback", "--words", "Bel Bert")
    assert balie("promise", "make", "2", "--until", "ooit") == 2
    listed = balie("promise", "list", "2", "--json")
    assert [one["state"] for one in listed] == ["extended", "open", "open"]
    for one in listed[1:]:
        balie("promise", "keep", str(one["id"]))
    assert balie("promise", "keep", "99") == 1
    assert "Bel Bert" in balie("promise", "list", "2")
    assert balie("set", "2", "state", "closed", "--outcome", "onzin") == 2
    balie("set", "2", "state", "closed", "--override", "Klant belde af")
    assert balie("show", "2", "--json")["ticket"]["override_reason"] == "Klant belde af"


def test_an_answer_that_promises_stays_open(filled: Services, balie: Balie) -> None:
    balie("reply", "2", "--text", "U hoort morgen van ons.", "--close", "solved")
    assert balie("show", "2", "--json")["ticket"]["state"] == "open"
    balie("reply", "2", "--text", "U hoort morgen van ons.", "--no-promise", "--close", "solved")
    assert balie("show", "2", "--json")["ticket"]["state"] == "closed"


def test_saved_texts_are_kept_and_filled_in(filled: Services, balie: Balie) -> None:
    made = balie("template", "add", "Bon", "Dag {naam}, {je:je|u:uw} bon: {code}", "--json")
    assert (made["purpose"], made["language"], made["kinds"]) == ("answer", "nl", [])
    found = balie("template", "fill", "1", "bon", "--json")
    assert (found["text"], found["missing"]) == ("Dag Anna, uw bon: {code}", ["code"])
    assert "To fill in: code." in balie("template", "fill", "1", "bon")
    assert "bon: A1" in balie("template", "fill", "1", str(made["id"]), "--fill", "code=A1")
    assert balie("template", "fill", "1", "bon", "--fill", "code") == 2
    balie("template", "change", "bon", "--name", "Kado", "--channel", "sms", "--body", "Hoi")
    assert balie("template", "show", "kado", "--json")["kinds"] == ["sms"]
    balie("template", "change", "kado", "--channel", "all")
    balie("template", "move", "kado", "1")
    assert balie("template", "list", "--language", "nl", "--json")[0]["name"] == "Kado"
    assert "Kado" in balie("template", "list")
    assert "Hoi" in balie("template", "show", "kado")
    balie("template", "remove", "kado")
    assert balie("template", "show", "kado") == 1


def test_macros_are_kept_and_run(filled: Services, balie: Balie) -> None:
    does = ("--do", "category=orders", "--do", "state=waiting_customer")
    made = balie("macro", "add", "Code", "--text", "Code {code}", *does, "--json")
    assert made["actions"][0] == {"kind": "category", "value": "orders"}
    assert "Code: text, category=orders" in balie("macro", "list")
    assert balie("macro", "run", "2", "code") == 1
    done = balie("macro", "run", "2", "code", "--fill", "code=A1", "--json")
    assert done["changed"] == 1
    assert balie("show", "2", "--json")["ticket"]["state"] == "waiting_customer"
    balie("undo", str(done["act"]))
    assert balie("show", "2", "--json")["ticket"]["category"] is None
    changed = balie("macro", "change", "code", "--name", "Weg", "--text", "", "--json")
    assert (changed["name"], changed["text"], len(changed["actions"])) == ("Weg", "", 2)
    assert balie("macro", "change", "weg", "--do", "state=spam") == 2
    balie("macro", "move", "weg", "1")
    assert "Weg" in balie("macro", "list").splitlines()[0]
    balie("macro", "remove", "weg")
    assert len(balie("macro", "list", "--json")) == 3


def test_the_firms_style_is_set(filled: Services, balie: Balie) -> None:
    assert balie("template", "style", "--json")["form"] == "u"
    found = balie("template", "style", "--form", "je", "--initials", "^LV", "--json")
    assert (found["form"], found["short_form"], found["initials"]) == ("je", "je", "^LV")
    assert "initials: ^LV" in balie("template", "style")
