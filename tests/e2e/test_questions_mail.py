"""A colleague with a mailbox of his own is asked and answers, on a real mail server."""

import email
from typing import Any

import pytest

from app.services.tickets import directory, people, questions, replies
from app.services.tickets.inbox import MessageInfo
from tests.e2e.conftest import Balie, Shop, add_account
from tests.servers.mail import ANNA, MailServer, MailUser
from tests.servers.processes import until

QUOTE = "\n\nOp ma 23 nov 2026 om 10:00 schreef De Winkel <x@winkel.test>:\n> Kan dit?\n"
OUTLOOK = (
    "\n\nVan: De Winkel <x@winkel.test>\nVerzonden: maandag 23 november 2026 10:00\n"
    "Aan: Piet\nOnderwerp: Vraag\n\nKan dit?\n"
)


def letters(server: MailServer, address: str, count: int) -> list[email.message.Message]:
    until(lambda: len(server.mailbox(address)) >= count, f"{count} mails at {address}")
    return [email.message_from_bytes(each) for each in server.mailbox(address)]


def subject_of(letter: email.message.Message) -> str:
    parts = email.header.decode_header(" ".join(str(letter["Subject"]).split()))
    return "".join(
        part.decode(charset or "ascii") if isinstance(part, bytes) else part
        for part, charset in parts
    )


def asked(shop: Shop) -> tuple[str, email.message.Message]:
    """A customer's mail of which a colleague was asked; his address and what he got."""
    piet = shop.server.new_user("piet", "winkel.test").address
    shop.server.deliver(recipient=shop.user.address)
    shop.sync()
    write = shop.services.database.write_now
    colleague, _ = write(directory.add, name="Piet", mail=piet)
    write(questions.ask, 1, colleague_id=colleague, text="Kan dit?", now=True)
    shop.sync()
    (letter,) = letters(shop.server, piet, 1)
    return piet, letter


def last(shop: Shop) -> MessageInfo:
    return shop.view().messages[-1]


def test_the_question_arrives_as_a_letter_of_its_own(shop: Shop) -> None:
    _, letter = asked(shop)
    assert "[#V-" in subject_of(letter)
    assert letter["References"] is None
    text = letter.get_payload(decode=True)
    assert isinstance(text, bytes)
    assert "> Bestelling 1234" in text.decode()
    assert shop.view().ticket.state == "waiting_colleague"
    shop.sync()
    assert len(shop.server.mailbox(shop.user, "Sent")) == 1
    assert len(shop.view().messages) == 2


@pytest.mark.parametrize("way", ["token", "header", "outlook", "sender"])
def test_the_answer_lands_inside_the_ticket(shop: Shop, way: str) -> None:
    piet, letter = asked(shop)
    home = shop.server.new_user("piet", "thuis.test").address
    key, subject = letter["Message-ID"], subject_of(letter)
    values: dict[str, Any] = {
        "token": {"sender": home, "subject": f"AW: {subject}"},
        "header": {"sender": home, "subject": "Re: vraag", "References": f"<a@b> {key}"},
        "outlook": {"sender": home, "subject": "RE: vraag", "In_Reply_To": key},
        "sender": {"sender": piet, "subject": "dat kan hoor"},
    }[way]
    quote = OUTLOOK if way == "outlook" else QUOTE
    shop.server.deliver(recipient=shop.user.address, text="Dat kan." + quote, **values)
    shop.sync()
    view = shop.view()
    assert len(shop.tickets()) == 1
    assert (view.ticket.state, last(shop).direction, last(shop).text) == (
        "open", "note", "Dat kan.",
    )  # fmt: skip
    read = shop.services.database.read_now
    (question,) = read(questions.infos, ticket_id=1)
    assert (question.state, question.answer) == ("answered", "Dat kan.")
    assert read(people.participants, 1) == {ANNA, shop.user.address}
    inbound = read(replies.last_inbound, 1)
    assert inbound is not None
    assert inbound.author_handle == ANNA
    shop.answer("Het kan.")
    recipients = {row.recipient for row in shop.outbox()}
    assert recipients == {piet, ANNA}
    assert last(shop).recipients == (ANNA,)


def test_an_absence_notice_answers_nothing(shop: Shop) -> None:
    piet, letter = asked(shop)
    shop.server.deliver(
        sender=piet, recipient=shop.user.address, subject="Afwezig", text="Ik ben weg",
        In_Reply_To=letter["Message-ID"], Auto_Submitted="auto-replied",
    )  # fmt: skip
    shop.sync()
    assert (shop.view().ticket.state, last(shop).direction) == ("waiting_colleague", "note")


def test_an_address_that_is_not_there_makes_the_ticket_ours(shop: Shop) -> None:
    shop.server.deliver(recipient=shop.user.address)
    shop.sync()
    write = shop.services.database.write_now
    colleague, _ = write(directory.add, name="Weg", mail="weg@winkel.test")
    write(questions.ask, 1, colleague_id=colleague, text="Kan dit?", now=True)
    shop.sync()
    (row,) = shop.outbox()
    assert (row.state, row.error_code) == ("failed", "recipient_unavailable")
    assert shop.view().ticket.state == "open"


def test_the_walk_by_command_line(
    balie: Balie, mail_server: MailServer, mail_user: MailUser
) -> None:
    piet = mail_server.new_user("piet", "winkel.test").address
    add_account(balie, mail_server, mail_user)
    mail_server.deliver(recipient=mail_user.address)
    balie.run("sync")
    made = balie.json("colleague", "add", "Piet", "--mail", piet, "--subject", "kranen")
    assert made["mail"] == piet
    assert balie.json("colleague", "who", "kraan")[0]["colleague"]["name"] == "Piet"
    question = balie.json("ask", "1", "Piet", "--text", "Mag dit?", "--approve", "Ja!", "--now")
    assert (question["kind"], question["state"]) == ("approval", "open")
    balie.run("sync")
    (letter,) = letters(mail_server, piet, 1)
    mail_server.deliver(
        sender=piet, recipient=mail_user.address, text="Akkoord\n", subject="Re: " + "x",
        In_Reply_To=letter["Message-ID"],
    )  # fmt: skip
    balie.run("sync")
    (kept,) = balie.json("question", "list", "--ticket", "1", "--all")
    assert (kept["state"], kept["approved"], kept["draft"]) == ("answered", True, "Ja!")
    assert balie.json("tickets")[0]["state"] == "open"
