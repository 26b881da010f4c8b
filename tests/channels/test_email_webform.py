"""The mail of a contact form: its JSON, its lines, or the mail as it is; whoever posted it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.rules.messages import Automatic, Direction
from app.services.channels.api import InboundMessage, ParseContext, Person, RawItem
from app.services.channels.email.parse import parse_mail
from tests.data.mails import OWN, file_part, mail, multipart, multipart_field, part

RECEIVED = datetime(2026, 11, 3, 9, 13, tzinfo=UTC)
HEAD = (
    f"From: Website <formulier@winkel.nl>\r\nTo: {OWN}\r\nReply-To: Jan <jan@klant.nl>\r\n"
    "Date: Tue, 03 Nov 2026 10:12:00 +0100\r\nMessage-ID: <f1@winkel.nl>\r\n"
    "Subject: [Contactformulier] Kapotte lamp\r\nX-Webcare-Form: v1\r\n"
    "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
)
LINES = (
    "Naam: Jan Klant\nE-mail: jan@klant.nl\nTelefoon: 06-12345678\nBestelnummer: 2026-17\n"
    "Onderwerp: Kapotte lamp\nPagina: https://winkel.nl/contact\n\n"
    "Bericht:\nDe lamp is stuk.\n\nKunt u helpen?\n"
)
FORM: dict[str, Any] = {
    "v": 1,
    "form": "contact",
    "submitted_at": "2026-11-03T10:12:00+01:00",
    "name": "Jan Klant",
    "email": "jan@klant.nl",
    "phone": "06-12345678",
    "subject": "Kapotte lamp",
    "message": "De lamp is stuk.\r\n\r\nKunt u helpen?",
    "page_url": "https://winkel.nl/contact",
    "order_no": "2026-17",
    "consent": True,
    "id": "0b8f2a2e-52a1-4b8e-9f0e-2a7d1c0a9f11",
}
SAID = (
    "De lamp is stuk.\n\nKunt u helpen?\n\n"
    "Telefoon: 06-12345678\nBestelnummer: 2026-17\nPagina: https://winkel.nl/contact"
)


def parsed(data: bytes, *, outgoing: bool = False) -> InboundMessage:
    item = RawItem("1:7", "INBOX", RECEIVED, data, outgoing=outgoing)
    return parse_mail(item, ParseContext(frozenset({OWN})))


def form_mail(payload: bytes, *files: str, text: str = LINES, head: str = HEAD) -> bytes:
    whole = file_part('filename="webcare.json"', payload, "application/json")
    return mail(multipart(part(text), whole, *files), head=head, more=multipart_field())


def with_json(head: str = HEAD, **changed: Any) -> InboundMessage:
    return parsed(form_mail(json.dumps(FORM | changed).encode(), head=head))


def test_a_form_is_the_customers_own_message() -> None:
    message = with_json()
    assert (message.via, message.direction) == ("webform", Direction.IN)
    assert message.author == Person("jan@klant.nl", "Jan Klant")
    assert (message.reply_to, message.automatic) == (None, None)
    assert (message.subject, message.text, message.quoted) == ("Kapotte lamp", SAID, "")
    assert (message.html, message.attachments) == (None, ())


def test_the_same_form_is_known_again_in_another_mail() -> None:
    first, again = with_json(), with_json(head=HEAD.replace("f1@", "f2@"))
    assert (first.key, first.fingerprint) == (again.key, again.fingerprint)
    assert first.key == f"<{FORM['id']}@form.invalid>"
    assert (first.parents, again.parents) == (("<f1@winkel.nl>",), ("<f2@winkel.nl>",))


def test_another_text_under_the_same_id_is_another_message() -> None:
    first, forged = with_json(), with_json(message="Iets anders")
    assert first.key == forged.key
    assert first.fingerprint != forged.fingerprint


def test_without_json_the_lines_are_read() -> None:
    message = parsed(mail(LINES, head=HEAD))
    assert (message.via, message.author) == ("webform", Person("jan@klant.nl", "Jan Klant"))
    assert (message.key, message.parents) == ("<f1@winkel.nl>", ())
    assert (message.subject, message.text) == ("Kapotte lamp", SAID)


def test_lines_may_be_english_stand_below_and_be_unknown() -> None:
    body = (
        "Sent from the website\nFull name: Ann\nColour: red\nYour message: Hi.\nName: not a label"
        "\nmore\nTel: 123\n\nE-mail: ann@x.nl\n\n-- \nA form plug-in\n"
    )
    message = parsed(mail(body, head=HEAD))
    assert message.author.name == "Ann"
    assert message.text == (
        "Hi.\nName: not a label\nmore\n\nTel: 123\nSent from the website\nColour: red"
    )


def test_a_mail_without_a_message_is_shown_as_it_is() -> None:
    message = parsed(mail("Graag bellen\n\n> oud\n", head=HEAD))
    assert (message.via, message.text) == ("webform", "Graag bellen")
    assert message.author == Person("jan@klant.nl", "Jan")
    assert message.subject == "Kapotte lamp"


def test_files_of_the_customer_stay() -> None:
    photo = file_part('filename="lamp.jpg"', b"foto", "image/jpeg")
    message = parsed(form_mail(json.dumps(FORM).encode(), photo))
    assert [file.name for file in message.attachments] == ["lamp.jpg"]


def test_unknown_fields_of_the_json_are_kept() -> None:
    message = with_json(maat="XL", korting=10, leeg="", lijst=[1], phone="", order_no=None)
    assert message.text.endswith("Pagina: https://winkel.nl/contact\nmaat: XL\nkorting: 10")


# --- who it is ----------------------------------------------------------------------------------


def test_whom_reply_to_names_goes_before_the_json() -> None:
    assert with_json(email="ander@elders.nl").author.handle == "jan@klant.nl"


@pytest.mark.parametrize("reply_to", ["", f"Reply-To: {OWN}\r\n", "Reply-To: niets\r\n"])
def test_without_a_reply_address_the_json_tells(reply_to: str) -> None:
    head = HEAD.replace("Reply-To: Jan <jan@klant.nl>\r\n", reply_to)
    assert with_json(head).author.handle == "jan@klant.nl"
    assert with_json(head, email=OWN).author == Person("", "Jan Klant")
    assert with_json(head, email="geen adres").author == Person("", "Jan Klant")


def test_a_form_is_never_ours_wherever_it_stands() -> None:
    data = form_mail(json.dumps(FORM).encode(), head=HEAD.replace("formulier@winkel.nl", OWN))
    assert parsed(data).direction is Direction.IN
    assert parsed(data, outgoing=True).direction is Direction.IN


def test_a_mail_of_ours_that_came_round_is_known_as_one() -> None:
    message = with_json(f"{HEAD}X-Balie-Loop: {OWN}\r\n")
    assert message.automatic is Automatic.LOOP


def test_only_the_contract_makes_a_form() -> None:
    head = HEAD.replace("X-Webcare-Form: v1", "X-Webcare-Form: v9")
    assert with_json(head).via is None


# --- what is odd or hostile ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"message": ' + b"9" * 5_000 + b"}",
        json.dumps({"message": ["x"], "name": {}}).encode(),
        json.dumps(FORM | {"message": "x" * 500_000}).encode(),
    ],
    ids=lambda data: str(data[:12]),
)
def test_odd_json_falls_back_to_the_lines(payload: bytes) -> None:
    message = parsed(form_mail(payload))
    assert (message.via, message.text) == ("webform", SAID)


def test_what_is_filled_in_cannot_break_out() -> None:
    message = with_json(
        name="Jan\r\nBcc: x@y.nl" + "x" * 999,
        subject="a\nb\u202e",
        message="een\0twee\ud800\x1b[31m",
        id="../../x",
        v="nul",
    )
    assert "\n" not in message.author.name + message.subject
    assert len(message.author.name) == 300
    assert message.text.startswith("eentwee?[31m\n")
    assert message.key == "<f1@winkel.nl>"


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*FORM, "x"]) | st.text(max_size=5), inner, max_size=6
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_gives_a_message(value: object) -> None:
    message = parsed(form_mail(json.dumps(value).encode()))
    assert message.via == "webform"
    assert message.author.handle == "jan@klant.nl"
