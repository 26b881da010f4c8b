"""Connecting accounts, reading files, and the process that understands messages."""

import mailbox
import os
import time
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import Services
from app.models.rules.errors import NotFoundError
from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, ParseContext, Person, RawItem
from app.services.channels.kit import tell_sign_in_ends
from app.services.storage.credentials import NewSecrets, StoredSecrets
from app.services.storage.database import Unit
from app.services.sync import accounts, health, imports, ingest, outbox
from app.services.sync.parser import InlineParser, Job, Parsed, ProcessParser, Unreadable
from app.services.tickets import replies
from app.services.tickets.arrivals import Arrival, receive
from tests.fakes import MONDAY, SHOP, FakeChannelType, add_account, parse_fake, raw_item
from tests.integration.test_engine import answer_first, sync

ADDRESS = {"address": "Winkel@Voorbeeld.nl", "name": "De Winkel"}
CONTEXT = ParseContext(frozenset())


def test_an_account_that_works_is_saved_with_its_secrets(
    services: Services, channel: FakeChannelType
) -> None:
    opened: list[str] = []
    account_id, findings = accounts.connect(
        services.database, channel, ADDRESS, {"password": "geheim"}, open_url=opened.append
    )
    assert opened == ["https://provider.example/sign-in"]
    assert all(finding.ok for finding in findings)
    (info,) = services.database.read_now(health.accounts)
    assert (info.handle, info.name, info.state) == (SHOP, "De Winkel", "active")
    box = StoredSecrets(services.database, account_id)
    assert box.get("password") == "geheim"
    assert box.get("token") == "made while signing in"
    box.put("token", "renewed")
    assert box.get("token") == "renewed"


def test_an_account_that_does_not_work_is_not_saved(
    services: Services, channel: FakeChannelType
) -> None:
    values = {**ADDRESS, "password-hint": "wrong"}
    with pytest.raises(accounts.ProbeFailedError, match="Sign-in at fake"):
        accounts.connect(services.database, channel, values, {}, open_url=print)
    assert services.database.read_now(health.accounts) == []


def test_connecting_again_renews_and_keeps_history(
    services: Services, channel: FakeChannelType
) -> None:
    first, _ = connect(services, channel, ADDRESS, "oud")
    services.database.write_now(accounts.remove, first)
    assert services.database.read_now(health.accounts) == []
    assert len(services.database.read_now(health.accounts, removed=True)) == 1
    again, _ = connect(services, channel, {"address": SHOP}, "n")
    assert again == first
    assert StoredSecrets(services.database, again).get("password") == "n"


def test_a_secret_that_is_not_given_anew_stays(
    services: Services, channel: FakeChannelType
) -> None:
    account_id, _ = connect(services, channel, ADDRESS, "oud")
    connect(services, channel, ADDRESS, "")
    assert StoredSecrets(services.database, account_id).get("password") == "oud"


def connect(
    services: Services, channel: FakeChannelType, values: dict[str, str], password: str
) -> tuple[int, object]:
    secrets = {"password": password}
    return accounts.connect(services.database, channel, values, secrets, open_url=print)


def test_connecting_again_forgets_when_the_old_sign_in_ends(
    services: Services, account_id: int
) -> None:
    tell_sign_in_ends(StoredSecrets(services.database, account_id), MONDAY)
    (info,) = services.database.read_now(health.accounts)
    assert info.sign_in_ends == MONDAY
    add_account(services)
    (info,) = services.database.read_now(health.accounts)
    assert info.sign_in_ends is None


def test_removing_takes_the_secrets_away(services: Services, account_id: int) -> None:
    services.database.write_now(accounts.remove, account_id)
    assert StoredSecrets(services.database, account_id).get("password") is None


def test_an_answer_of_a_removed_account_says_what_it_waits_for(
    services: Services, channel: FakeChannelType, account_id: int
) -> None:
    channel.platform.deliver()
    sync(services)
    outbox_id = answer_first(services)
    services.database.write_now(accounts.remove, account_id)

    def row() -> outbox.OutboxRow:
        (found,) = services.database.read_now(outbox.rows)
        return found

    assert (row().error_code, row().error_params) == ("account_gone", {"account": SHOP})
    # What cannot leave does not hold up the end of the program.
    now = services.clock.now()
    assert services.database.read_now(outbox.leaving, now=now) == 0
    accounts.connect(services.database, channel, ADDRESS, {"password": "n"}, open_url=print)
    assert (row().id, row().error_code) == (outbox_id, None)
    sync(services)
    assert services.database.read_now(outbox.rows) == []
    assert len(channel.platform.accepted) == 1


def test_accounts_are_found_by_handle_or_number(services: Services, account_id: int) -> None:
    assert services.database.read_now(accounts.find, SHOP.upper()) == account_id
    assert services.database.read_now(accounts.find, str(account_id)) == account_id
    with pytest.raises(NotFoundError, match="account x"):
        services.database.read_now(accounts.find, "x")


def test_a_connected_account_can_be_tried_out(services: Services, account_id: int) -> None:
    (finding,) = accounts.probe(services.database, services.channels, account_id)
    assert finding.ok


def test_new_secrets_do_not_show() -> None:
    box = NewSecrets({"password": "geheim"})
    assert box.get("password") == "geheim"
    assert "geheim" not in repr(box)


# --- files -----------------------------------------------------------------------------------

MAIL = b"From: anna@klant.example\nDate: Mon, 2 Nov 2026 10:00:00 +0100\n\nHallo\n"


@pytest.fixture
def mail_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "post"
    folder.mkdir()
    box = mailbox.mbox(folder / "box")
    for number in range(3):
        box.add(MAIL + b"%d\n" % number)
    box.close()
    maildir = mailbox.Maildir(folder / "dir")
    maildir.add(MAIL)
    maildir.close()
    (folder / "een.eml").write_bytes(MAIL)
    return folder


@pytest.mark.parametrize(
    ("form", "name", "count"), [("mbox", "box", 3), ("maildir", "dir", 1), ("eml", "een.eml", 1)]
)
def test_messages_are_read_from_files(mail_folder: Path, form: str, name: str, count: int) -> None:
    found = list(imports.read_messages(form, mail_folder / name))
    assert len(found) == count
    assert all(b"Hallo" in data for data in found)


def test_a_folder_of_eml_files_is_read(mail_folder: Path) -> None:
    assert len(list(imports.read_messages("eml", mail_folder))) == 1


def test_importing_twice_adds_nothing(services: Services, mail_folder: Path) -> None:
    account_id = services.database.write_now(imports.import_account)
    assert services.database.write_now(imports.import_account) == account_id
    for new in (3, 0):
        messages = imports.read_messages("mbox", mail_folder / "box")
        counts = imports.import_messages(services.database, messages, account_id, now=MONDAY)
        assert counts == (3, new)
    waiting = services.database.read_now(ingest.pending)
    assert all(item.item.history for item in waiting)


@pytest.mark.parametrize(
    ("head", "age"),
    [
        (b"Date: Mon, 23 Nov 2026 08:00:00 +0000", timedelta(hours=1)),
        (b"Date: Mon, 23 Nov 2026 08:00:00 -0000", timedelta(hours=1)),
        (b"Date: gisteren", timedelta(0)),
        (b"Date: Mon, 23 Nov 2099 08:00:00 +0000", timedelta(0)),
        (b"Subject: geen datum", timedelta(0)),
    ],
)
def test_the_date_of_a_file_is_believed_when_it_can_be(head: bytes, age: timedelta) -> None:
    assert imports._item(head + b"\n\nHallo", MONDAY).received_at == MONDAY - age


# --- the parser ------------------------------------------------------------------------------


def parse_or_die(item: RawItem, context: ParseContext) -> InboundMessage:
    """Behave as the item's stream says."""
    if item.stream == "die":
        os._exit(3)
    while item.stream == "hang":
        pass
    if item.stream == "slow":
        time.sleep(0.6)
    return parse_fake(item, context)


def parsed(parser: InlineParser | ProcessParser, *streams: str) -> list[Parsed]:
    jobs = [Job(parse_or_die, raw_item(stream=stream), CONTEXT) for stream in streams]
    return parser.parse(jobs)


def test_the_parser_survives_what_it_reads() -> None:
    parser = ProcessParser(seconds=0.5)
    try:
        results = parsed(parser, "in", "die", "in", "hang", "in")
    finally:
        parser.close()
    kinds = [r.problem if isinstance(r, Unreadable) else "read" for r in results]
    assert kinds == ["read", "crashed", "read", "too_slow", "read"]


def test_an_ordinary_message_on_a_busy_computer_gets_more_time() -> None:
    parser = ProcessParser(seconds=0.3)
    try:
        results = parsed(parser, "in", "slow", "in")
    finally:
        parser.close()
    assert not any(isinstance(result, Unreadable) for result in results)


@pytest.mark.allow_log
@pytest.mark.parametrize("kind", [InlineParser, ProcessParser])
def test_what_raises_is_unreadable(kind: type[InlineParser] | type[ProcessParser]) -> None:
    parser = kind()
    try:
        (result,) = parser.parse([Job(parse_fake, RawItem("1", "in", MONDAY, b"?"), CONTEXT)])
    finally:
        parser.close()
    assert result == Unreadable("unreadable", "JSONDecodeError")


def test_nobody_answers_from_an_archive(services: Services, mail_folder: Path) -> None:
    services.database.write_now(imports.import_account)
    account_id = accounts_of(services)[0]
    services.database.write_now(put_message, account_id)
    with pytest.raises(replies.NotConnectedError):
        services.database.write_now(replies.answer, 1, text="Dag")
    assert services.database.read_now(outbox.rows) == []


def accounts_of(services: Services) -> list[int]:
    return [info.id for info in services.database.read_now(health.accounts)]


def put_message(unit: Unit, account_id: int) -> None:
    message = InboundMessage(
        key="<1@klant.example>",
        fingerprint="<1@klant.example>",
        direction=Direction.IN,
        author=Person("anna@klant.example", "Anna"),
        recipients=(Person(SHOP),),
        parents=(),
        subject="Pakket",
        text="Waar blijft het?",
        created_at=MONDAY,
        received_at=MONDAY,
    )
    receive(unit, Arrival(account_id, "email", 0, message, in_sent=False))
