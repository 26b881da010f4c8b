"""What goes wrong in the world: a clear state, nothing lost, and it goes on when it is over."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from app.services.channels.errors import Offline, Transient
from app.services.storage.connection import open_connection
from app.services.storage.database import Database
from app.services.storage.errors import StoreFull
from app.services.sync import health, ingest, outbox
from app.services.sync.engine import SyncEngine
from app.services.tickets import inbox
from tests.e2e.conftest import HASTY, Shop, open_shop
from tests.servers.mail import MailOptions, MailServer, MailUser, written
from tests.servers.processes import until


def fill(shop: Shop, count: int) -> None:
    """Put unconnected mails into the inbox."""
    mails = [
        written(f"klant{number}@klant.test", shop.user.address, f"Vraag {number}", "Hallo " * 40)
        for number in range(count)
    ]
    shop.server.append_many(shop.user, "INBOX", mails)


def total(shop: Shop) -> int:
    return shop.services.database.read_now(inbox.counts).views["all"]


def in_inbox(shop: Shop) -> tuple[int, int | None]:
    found = shop.services.database.read_now(ingest.progress, 1)
    return next((part.local, part.remote) for part in found if part.stream == "INBOX")


def test_uids_that_begin_anew_neither_lose_nor_double(shop: Shop) -> None:
    fill(shop, 12)
    shop.sync()
    shop.server.bump_uidvalidity(shop.user)
    shop.server.deliver(recipient=shop.user.address)
    shop.sync()
    shop.sync()
    assert total(shop) == 13
    assert in_inbox(shop) == (13, 13)


def test_a_cut_in_the_middle_of_the_first_sync_is_made_good(shop: Shop) -> None:
    fill(shop, 400)

    async def cut(engine: SyncEngine) -> None:
        running = asyncio.ensure_future(engine.run_once())
        for _ in range(5):
            await asyncio.sleep(0.15)
            await asyncio.to_thread(shop.server.drop_connections)
        await running

    shop.run(cut)
    report = shop.sync()
    assert not report.errors
    assert total(shop) == 400
    assert in_inbox(shop) == (400, 400)


@pytest.fixture
def hasty(tmp_path: Path, mail_server: MailServer, mail_user: MailUser) -> Iterator[Shop]:
    """A connected shop that gives a server up after three seconds."""
    opened = open_shop(tmp_path / "hasty", mail_server, mail_user, patience=HASTY)
    opened.connect()
    yield opened
    opened.services.close()


def test_a_server_that_hangs_is_said_and_recovers(hasty: Shop) -> None:
    shop = hasty
    fill(shop, 3)
    shop.server.hang()
    try:
        report = shop.sync()
    finally:
        shop.server.resume()
    assert isinstance(next(iter(report.errors.values())), Offline | Transient)
    (info,) = shop.services.database.read_now(health.accounts)
    assert info.health == health.OFFLINE
    assert not shop.sync().errors
    assert total(shop) == 3


def test_without_servers_answers_wait_and_leave_later(shop: Shop) -> None:
    fill(shop, 1)
    shop.sync()
    shop.answer("Komt eraan")
    shop.server.stop_imap()
    shop.server.stop_smtp()
    report = shop.sync()
    assert report.errors
    assert [row.state for row in shop.outbox()] == ["queued"]
    shop.server.start_imap()
    shop.server.start_smtp()
    shop.server.new_user("klant0", "klant.test")
    shop.sync()
    shop.sync()
    assert [row.state for row in shop.outbox()] in (["sent"], ["failed"])


@pytest.fixture(scope="module")
def small_server() -> Iterator[MailServer]:
    with MailServer(MailOptions(quota="20k")) as server:
        yield server


def test_a_full_mailbox_does_not_undo_a_sent_answer(
    small_server: MailServer, tmp_path: Path
) -> None:
    shop = open_shop(tmp_path / "profile", small_server, small_server.new_user())
    shop.connect()
    anna = small_server.new_user("anna", "klant.test")
    small_server.deliver(sender=anna.address, recipient=shop.user.address)
    shop.sync()
    big = written("x@klant.test", shop.user.address, "Groot", "vol " * 4200)
    uid = small_server.append(shop.user, "INBOX", big)
    shop.answer("Komt eraan, met alle uitleg. " * 100)
    shop.sync()
    assert [row.state for row in shop.outbox()] == ["sent"]
    until(lambda: len(small_server.mailbox(anna)) == 1, "the answer")
    assert small_server.mailbox(shop.user, "Sent") == []
    small_server.expunge(shop.user, "INBOX", str(uid))
    shop.sync()
    assert len(small_server.mailbox(shop.user, "Sent")) == 1
    assert len(small_server.mailbox(anna)) == 1
    shop.services.close()


def limit_pages(database: Database, more: int | None) -> None:
    """Let the store grow by so many pages at the most; None takes the limit away."""
    raw = database.write_engine.raw_connection()
    cursor = raw.cursor()
    now = cursor.execute("pragma page_count").fetchone()[0]
    cursor.execute(f"pragma max_page_count = {2**30 if more is None else now + more}")
    raw.close()


@pytest.mark.parametrize("room", [0, 2, 5])
def test_a_full_disk_keeps_what_it_has_and_goes_on(shop: Shop, room: int) -> None:
    fill(shop, 30)
    database = shop.services.database
    database.submit_write(lambda _unit: None).result()
    limit_pages(database, room)
    (error,) = shop.sync().errors.values()
    assert isinstance(error, StoreFull)
    before = total(shop)
    limit_pages(database, None)
    assert not shop.sync().errors
    assert before <= total(shop) == 30
    assert in_inbox(shop) == (30, 30)


def test_another_program_that_holds_the_store_is_waited_for(shop: Shop) -> None:
    fill(shop, 3)
    other = open_connection(shop.services.profile.store, None)
    other.execute("begin immediate")
    timer = threading.Timer(1.5, other.execute, ["commit"])
    timer.start()
    report = shop.sync()
    timer.join()
    other.close()
    assert not report.errors
    assert total(shop) == 3


def test_the_outbox_survives_a_restart(shop: Shop) -> None:
    fill(shop, 1)
    shop.sync()
    outbox_id = shop.answer("Komt eraan")
    shop.services.database.write_now(
        lambda unit: unit.session.execute(text("update outbox set state = 'sending'"))
    )
    shop.sync()
    (row,) = shop.services.database.read_now(outbox.rows, finished=True)
    assert (row.id, row.attempts) == (outbox_id, 1)
    assert row.state in {"sent", "failed"}
