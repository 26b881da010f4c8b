"""Killed at every IMAP and SMTP command of a real exchange: nothing lost, doubled, sent twice."""

import email
import shutil
from collections import Counter
from pathlib import Path

import pytest

from app.services.storage.profile import load_profile
from app.services.sync import outbox
from tests.crash import killed_at_every_step, run_forked
from tests.e2e.conftest import Shop, open_shop, reopen_shop
from tests.servers.mail import MailServer, written
from tests.servers.processes import until

pytestmark = [pytest.mark.timeout(900), pytest.mark.allow_log]


class Kept:
    """A shop's profile on disk that can be brought back to how it was."""

    def __init__(self, folder: Path, shop: Shop) -> None:
        self.folder, self.shop = folder, shop
        shop.services.close()
        self._copy = folder.with_name("kept")
        shutil.copytree(folder, self._copy)

    def restore(self) -> None:
        shutil.rmtree(self.folder)
        shutil.copytree(self._copy, self.folder)

    def open(self) -> Shop:
        return reopen_shop(load_profile(self.folder), self.shop)

    def sync(self) -> None:
        opened = self.open()
        opened.sync()
        opened.services.close()


def subjects(kept: Kept) -> Counter[str]:
    opened = kept.open()
    found = Counter(ticket.subject for ticket in opened.tickets())
    opened.services.close()
    return found


def test_a_kill_at_any_command_of_a_fetch(mail_server: MailServer, tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "profile", mail_server, mail_server.new_user())
    shop.connect()
    mails = [written("a@klant.test", shop.user.address, f"V{n}", "Hallo") for n in range(5)]
    mail_server.append_many(shop.user, "INBOX", mails)
    own = written(shop.user.address, "a@klant.test", "Zelf", "Dag")
    mail_server.append(shop.user, "Sent", own)
    kept = Kept(tmp_path / "profile", shop)
    expected = Counter(["V0", "V1", "V2", "V3", "V4", "Zelf"])
    points = 0
    for point in killed_at_every_step(kept.restore, kept.sync, network_only=True):
        points += 1
        run_forked(kept.sync)
        assert subjects(kept) == expected, f"after a kill at command {point}"
    assert points


def test_a_kill_at_any_command_of_a_send(mail_server: MailServer, tmp_path: Path) -> None:
    anna = mail_server.new_user("anna", "klant.test").address
    shop = open_shop(tmp_path / "profile", mail_server, mail_server.new_user())
    shop.connect()
    mail_server.deliver(sender=anna, recipient=shop.user.address)
    shop.sync()
    shop.answer("Morgen in huis.")
    kept = Kept(tmp_path / "profile", shop)

    def restore() -> None:
        kept.restore()
        mail_server.reset(anna)
        for uid in range(1, len(mail_server.mailbox(shop.user, "Sent")) + 1):
            mail_server.expunge(shop.user, "Sent", f"{uid}:*")

    unknown = points = 0
    for point in killed_at_every_step(restore, kept.sync, network_only=True):
        points += 1
        run_forked(kept.sync)
        run_forked(kept.sync)
        unknown += check_sent_once(kept, mail_server, anna, point)
    assert points
    assert unknown <= 12


def check_sent_once(kept: Kept, server: MailServer, anna: str, point: int) -> bool:
    """Tell whether the outcome is unknown; a known one is sent once and once in Sent."""
    opened = kept.open()
    (row,) = opened.services.database.read_now(outbox.rows, finished=True)
    opened.services.close()
    if row.state == "sent":
        until(lambda: bool(server.mailbox(anna)), "the answer")
    arrived = [email.message_from_bytes(raw)["Message-ID"] for raw in server.mailbox(anna)]
    in_sent = server.mailbox(kept.shop.user, "Sent")
    assert len(arrived) <= 1, f"sent twice after a kill at command {point}"
    assert len(in_sent) <= 1, f"twice in Sent after a kill at command {point}"
    if row.state == "unknown":
        return True
    assert (row.state, arrived, len(in_sent)) == ("sent", [row.external_id], 1), point
    return False
