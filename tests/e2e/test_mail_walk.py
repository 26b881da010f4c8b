"""The main walk: a mail comes in, becomes a ticket, is answered, and the customer writes back."""

import asyncio
import email
import smtplib
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from app.services.events import MessagesArrived
from app.services.settings import AcknowledgeSettings, save
from app.services.sync import outbox
from app.services.sync.engine import SyncEngine
from app.services.tickets import replies
from tests.e2e.conftest import Balie, Shop, add_account, open_shop
from tests.servers.mail import ANNA, MailServer, MailUser, written
from tests.servers.processes import until

QUOTE = "\n\nOp ma 23 nov 2026 om 10:00 schreef De Winkel <x@winkel.test>:\n> Morgen in huis.\n"


def received(server: MailServer, address: str, key: str) -> email.message.Message:
    found: list[email.message.Message] = []

    def there() -> bool:
        found[:] = [
            message
            for message in map(email.message_from_bytes, server.mailbox(address))
            if message["Message-ID"] == key
        ]
        return bool(found)

    until(there, f"{key} at {address}")
    assert len(found) == 1
    return found[0]


def customer(server: MailServer) -> str:
    return server.new_user("anna", "klant.test").address


def test_a_mail_is_answered_and_the_reply_comes_back(shop: Shop) -> None:
    anna = customer(shop.server)
    first = shop.server.deliver(sender=anna, recipient=shop.user.address)
    shop.sync()
    (ticket,) = shop.tickets()
    assert (ticket.state, ticket.identities[0].handle) == ("new", anna)
    outbox_id = shop.answer("Morgen in huis.")
    shop.sync()
    (row,) = shop.outbox()
    assert (row.id, row.state) == (outbox_id, "sent")
    arrived = received(shop.server, anna, row.external_id or "")
    assert arrived["In-Reply-To"] == first
    assert arrived["References"] == first
    assert arrived["Subject"] == "Re: Waar blijft mijn pakket?"
    assert len(shop.server.mailbox(shop.user, "Sent")) == 1
    shop.server.deliver(
        sender=anna, recipient=shop.user.address, text="Dank!" + QUOTE,
        In_Reply_To=arrived["Message-ID"],
    )  # fmt: skip
    shop.sync()
    view = shop.view()
    assert [message.direction for message in view.messages] == ["in", "out", "in"]
    assert view.messages[-1].text == "Dank!"
    assert "> Morgen in huis." in view.messages[-1].quoted
    assert view.ticket.state == "open"
    assert not any(b"Seen" in flags for flags in shop.server.flags(shop.user))


def test_an_answer_from_another_mail_program_stops_the_clock(shop: Shop) -> None:
    first = shop.server.deliver(recipient=shop.user.address)
    shop.sync()
    reply = written(shop.user.address, ANNA, "Re: x", "Opgelost", {"In_Reply_To": first})
    shop.server.append(shop.user, "Sent", reply)
    shop.sync()
    view = shop.view()
    assert view.ticket.state == "answered"
    assert view.ticket.first_reacted_at is not None
    assert view.ticket.next_due is None
    assert view.messages[-1].delivery == "sent"


def test_a_bounce_finds_its_message(shop: Shop) -> None:
    shop.server.deliver(sender="weg@klant.test", recipient=shop.user.address)
    shop.sync()
    shop.answer("Komt eraan")
    shop.sync()
    (row,) = shop.outbox()
    assert (row.state, row.error_code) == ("failed", "recipient_unavailable")
    assert shop.view().ticket.state == "open"


def test_the_server_tells_when_mail_arrives(shop: Shop) -> None:
    seen: list[MessagesArrived] = []
    shop.services.hub.subscribe(MessagesArrived, seen.append)

    async def work(engine: SyncEngine) -> int:
        await engine.start()
        await asyncio.sleep(1)
        await asyncio.to_thread(shop.server.deliver, recipient=shop.user.address)
        # The engine would ask by itself only after a minute.
        async with asyncio.timeout(30):
            while not seen:
                await asyncio.sleep(0.02)
        return len(seen)

    assert shop.run(work) == 1


def test_the_walk_by_command_line_alone(
    balie: Balie, mail_server: MailServer, mail_user: MailUser
) -> None:
    anna = customer(mail_server)
    add_account(balie, mail_server, mail_user)
    first = mail_server.deliver(sender=anna, recipient=mail_user.address)
    balie.run("sync")
    (ticket,) = balie.json("tickets")
    assert (ticket["state"], ticket["at_turn"]) == ("new", "us")
    balie.run("reply", str(ticket["number"]), "--text", "Morgen in huis.", "--now")
    answer = balie.json("show", "1")["messages"][-1]
    assert answer["delivery"] == "sent"
    arrived = received(mail_server, anna, answer["external_id"])
    assert arrived["In-Reply-To"] == first
    balie.run("sync")
    assert len(mail_server.mailbox(mail_user, "Sent")) == 1
    assert len(balie.json("show", "1")["messages"]) == 2
    assert balie.json("journal", "verify")["broken_at"] is None


def test_watching_sees_mail_and_leaves_the_reading_commands_free(
    balie: Balie, mail_server: MailServer, mail_user: MailUser
) -> None:
    add_account(balie, mail_server, mail_user)
    watching = balie.start("sync", "--watch")
    try:
        assert watching.stderr is not None
        assert "Watching" in watching.stderr.readline()
        mail_server.deliver(recipient=mail_user.address)
        until(lambda: len(balie.json("tickets")) == 1, "the ticket", seconds=60)
        assert "sync" in balie.run("sync", code=1)
        balie.run("reply", "1", "--text", "Morgen", "--now")
        until(
            lambda: balie.json("show", "1")["messages"][-1]["delivery"] == "sent",
            "the answer",
            seconds=60,
        )
    finally:
        watching.terminate()
        watching.communicate(timeout=60)
    assert watching.returncode == 0


def test_two_programs_that_answer_by_themselves_stop(
    shop: Shop, mail_server: MailServer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = open_shop(
        tmp_path_factory.mktemp("other") / "profile", mail_server, mail_server.new_user()
    )
    other.connect()
    for each in (shop, other):
        each.services.database.write_now(
            lambda unit: save(unit.session, AcknowledgeSettings(enabled=True))
        )
    mail_server.deliver(sender=other.user.address, recipient=shop.user.address)
    for _ in range(4):
        shop.sync()
        other.sync()
    sent = [row for each in (shop, other) for row in each.outbox()]
    other.services.close()
    assert len(sent) <= 2
    assert all(row.state == "sent" for row in sent)


def test_a_greylisted_answer_is_kept_and_goes_out_later(shop: Shop) -> None:
    shop.server.deliver(sender="tijdelijk@klant.test", recipient=shop.user.address)
    shop.sync()
    shop.answer("Komt eraan")
    shop.sync()
    (row,) = shop.outbox()
    assert row.state == "queued"
    assert row.due_at > datetime.now(UTC) + timedelta(minutes=1)


def test_undo_takes_a_waiting_answer_back(shop: Shop) -> None:
    shop.server.deliver(recipient=shop.user.address)
    shop.sync()
    queued = shop.services.database.write_now(replies.answer, 1, text="Toch niet")
    shop.sync()
    shop.services.database.write_now(outbox.discard, queued.outbox_id)
    shop.sync()
    assert shop.outbox() == []
    assert shop.server.mailbox(shop.user, "Sent") == []


def test_the_server_really_is_one(mail_server: MailServer) -> None:
    """Guards the other tests: outside senders may not relay, submission wants a password."""
    with closing(smtplib.SMTP("127.0.0.1", mail_server.ports.submission, timeout=30)) as smtp:
        smtp.ehlo()
        code, _ = smtp.docmd("MAIL FROM:<x@klant.test>")
        refused, _ = smtp.docmd("RCPT TO:<owner@winkel.test>")
    assert (code, refused) == (250, 530)
