"""Random kill -9 under load on a real server: nothing lost, doubled, or sent twice."""

import asyncio
import email
import os
import random
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from app.services.storage.lock import ProfileLock
from app.services.storage.profile import load_profile
from app.services.sync import outbox, quarantine
from app.services.tickets import journal
from tests.e2e.conftest import Shop, open_shop, reopen_shop
from tests.effort import examples
from tests.servers.mail import MailServer
from tests.servers.processes import until

KILLS = examples(5, most=200)


def run_until_killed(folder: Path, shop: Shop) -> None:
    """Keep everything in step, as the window does, in this forked process."""
    with ProfileLock(folder, "window"):
        ours = reopen_shop(load_profile(folder), shop)

        async def forever() -> None:
            ours.services.run_on(asyncio.get_running_loop())
            engine = ours.services.engine()
            await engine.start()
            await asyncio.sleep(60)

        asyncio.run(forever())


def killed_after(folder: Path, shop: Shop, seconds: float) -> None:
    child = os.fork()
    if child == 0:
        try:
            run_until_killed(folder, shop)
        finally:
            os._exit(1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def seconds_to_work(folder: Path, shop: Shop) -> float:
    """Return how long this computer, busy as it is, takes to start and take a message in.

    Ended sooner five times in a row, an innocent message is set apart.
    """
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        ours = reopen_shop(load_profile(folder), shop)
        ours.sync()
        os._exit(0)
    os.waitpid(child, 0)
    return time.monotonic() - began


@pytest.mark.timeout(900)
@pytest.mark.allow_log
def test_random_kills_under_load(mail_server: MailServer, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    shop = open_shop(folder, mail_server, mail_server.new_user())
    shop.connect()
    shop.services.close()
    anna = mail_server.new_user("anna", "klant.test").address
    delivered = [mail_server.deliver(sender=anna, recipient=shop.user.address)]
    answered = 0
    longest = 3 * seconds_to_work(folder, shop)
    for _ in range(KILLS):
        delivered.append(mail_server.deliver(sender=anna, recipient=shop.user.address))
        ours = reopen_shop(load_profile(folder), shop)
        waiting = [ticket for ticket in ours.tickets() if ticket.state == "new"]
        if waiting:
            ours.answer("Bericht terug", waiting[0].id)
            answered += 1
        ours.services.close()
        killed_after(folder, shop, random.uniform(0.05, max(0.7, longest)))
    ours = reopen_shop(load_profile(folder), shop)
    ours.sync()
    ours.sync()
    assert answered
    check(ours, mail_server, anna, delivered, answered)
    ours.services.close()


def check(shop: Shop, server: MailServer, anna: str, delivered: list[str], answered: int) -> None:
    """Compare the store with what the servers hold."""
    messages = [message for ticket in shop.tickets() for message in shop.view(ticket.id).messages]
    keys = Counter(each.external_id for each in messages if each.direction == "in")
    assert shop.services.database.read_now(quarantine.items) == []
    assert keys == Counter(delivered)
    rows = shop.services.database.read_now(outbox.rows, finished=True)
    sent = sum(row.state == "sent" for row in rows)
    until(lambda: len(server.mailbox(anna)) >= sent, f"{sent} answers at {anna}")
    arrived = Counter(
        str(email.message_from_bytes(raw)["Message-ID"]) for raw in server.mailbox(anna)
    )
    assert not [key for key, count in arrived.items() if count > 1], "sent twice"
    assert len(rows) == answered
    states = Counter(row.state for row in rows)
    for row in rows:
        if row.state == "sent":
            assert arrived[row.external_id or ""] == 1, f"lost: {row}"
        else:
            assert row.state == "unknown", f"neither sent nor unknown: {row}"
    sent_folder = Counter(
        str(email.message_from_bytes(raw)["Message-ID"])
        for raw in server.mailbox(shop.user, "Sent")
    )
    assert all(count == 1 for count in sent_folder.values())
    assert shop.services.database.read_now(journal.verify).broken_at is None
    print(f"{KILLS} kills, {len(delivered)} mails, {answered} answers: {dict(states)}")
