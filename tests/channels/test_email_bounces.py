"""What machines send: reports of failed delivery, answering machines, lists, loops."""

from datetime import UTC, datetime

import pytest

from app.models.rules.messages import Automatic
from app.services.channels.api import Bounce, InboundMessage, ParseContext, RawItem
from app.services.channels.email.parse import parse_mail
from tests.data.mails import OWN, mail, multi, part, report, returned_mail, with_fields

KEY = "<b1@winkel.nl>"
FAILED = "Final-Recipient: rfc822; jan@klant.nl\nAction: failed\nStatus: 5.1.1"
RETURNED = part(f"From: {OWN}\nMessage-ID: {KEY}", "text/rfc822-headers")


def parsed(data: bytes) -> InboundMessage:
    received = datetime(2026, 11, 3, 9, 13, tzinfo=UTC)
    return parse_mail(RawItem("1", "INBOX", received, data), ParseContext(frozenset({OWN})))


@pytest.mark.parametrize(
    "returned",
    [
        returned_mail(KEY),
        RETURNED,
        part(f"Message-ID: {KEY}\n", "message/rfc822-headers"),
        part(f"Subject: x\nMessage-Id: {KEY}\n\nHoi", "text/rfc822-headers; charset=x"),
    ],
)
def test_reads_a_report_of_the_standard(returned: str) -> None:
    message = parsed(report(FAILED, returned))
    assert message.automatic is Automatic.BOUNCE
    assert message.bounce == Bounce(KEY, "jan@klant.nl", "5.1.1", permanent=True)
    assert message.text == "Niet bezorgd."


@pytest.mark.parametrize(
    ("status", "code", "permanent"),
    [
        ("Action: delayed\nStatus: 4.4.1", "4.4.1", False),
        ("Action: failed\nStatus: 4.4.7", "4.4.7", False),
        ("Action: failed\nStatus: x\nDiagnostic-Code: smtp; 550 5.7.1 nee", "5.7.1", True),
        ("Action: failed\nDiagnostic-Code: smtp; 552 vol", "5.0.0", True),
        ("Action: failed", None, True),
        ("Action: delayed", None, False),
    ],
)
def test_tells_for_good_from_later(status: str, code: str | None, permanent: bool) -> None:
    fields = f"Original-Recipient: rfc822;jan@klant.nl\nFinal-Recipient: x;y\n{status}"
    bounce = parsed(report(fields, RETURNED)).bounce
    assert bounce == Bounce(KEY, "jan@klant.nl", code, permanent=permanent)


def test_takes_the_failed_one_of_several_recipients() -> None:
    others = "Final-Recipient: rfc822; a@b.nl\nAction: relayed\nStatus: 2.0.0"
    bounce = parsed(report(f"{others}\n\n{FAILED}", RETURNED)).bounce
    assert bounce is not None
    assert (bounce.recipient, bounce.status) == ("jan@klant.nl", "5.1.1")


def test_a_report_of_success_is_no_bounce() -> None:
    status = "Final-Recipient: rfc822; a@b.nl\nAction: delivered\nStatus: 2.0.0"
    message = parsed(report(status, RETURNED))
    assert (message.automatic, message.bounce) == (Automatic.AUTO_REPLY, None)


def test_takes_the_original_id_from_the_status() -> None:
    bounce = parsed(report(f"Original-Message-ID: {KEY}\n\n{FAILED}", part("x"))).bounce
    assert bounce is not None
    assert bounce.original_key == KEY


def test_a_report_without_anything_is_a_bounce_of_something() -> None:
    message = parsed(mail("550 5.1.1 weg", more="Content-Type: multipart/report; boundary=g"))
    assert message.bounce == Bounce(None, None, "5.1.1", permanent=True)


def test_a_report_too_large_to_take_apart_is_one_still() -> None:
    broken = report(FAILED, RETURNED).replace(b'"grens"', b'"grens"; x="') + b"\n" * 1_000_001
    assert parsed(broken).automatic is Automatic.BOUNCE


def test_reads_what_exim_sends() -> None:
    body = (
        "This message was created automatically by mail delivery software.\n\n"
        "  jan@klant.nl\n    SMTP error from remote mail server: 550 5.1.1 User unknown\n\n"
        f"------ This is a copy of the message. ------\n\nMessage-ID: {KEY}\nSubject: Re: Vraag\n"
    )
    fields = {"From": "Mail Delivery System <Mailer-Daemon@mx.nl>", "Subject": "Mail failed"}
    bounce = parsed(with_fields(body, X_Failed_Recipients="jan@klant.nl", **fields)).bounce
    assert bounce == Bounce(KEY, "jan@klant.nl", "5.1.1", permanent=True)


def test_reads_what_qmail_sends() -> None:
    body = (
        "Hi. This is the qmail-send program at mx.nl.\nI'm afraid I wasn't able to deliver.\n\n"
        "<jan@klant.nl>:\nRemote host said: 452 mailbox full\n\n"
        f"--- Below this line is a copy of the message.\n\nMessage-ID: {KEY}\n"
    )
    bounce = parsed(with_fields(body, From="MAILER-DAEMON@mx.nl", Subject="failure notice")).bounce
    assert bounce == Bounce(KEY, "jan@klant.nl", "4.0.0", permanent=False)


def test_reads_what_mail_systems_write_by_hand() -> None:
    message = parsed(
        with_fields(
            "Kon niet bezorgen.", From="postmaster@x.nl", Subject="Onbestelbaar: x", In_Reply_To=KEY
        )
    )
    assert message.bounce == Bounce(KEY, None, None, permanent=False)


def test_a_customer_who_writes_about_a_bounce_is_a_customer() -> None:
    message = parsed(with_fields("550 5.1.1?", From="jan@klant.nl", Subject="Undelivered mail"))
    assert (message.automatic, message.bounce) == (None, None)


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("Auto-Submitted: auto-replied", Automatic.AUTO_REPLY),
        ("Auto-Submitted: auto-generated; x=y", Automatic.AUTO_REPLY),
        ("Auto-Submitted: no", None),
        ("X-Autoreply: yes", Automatic.AUTO_REPLY),
        ("X-Autorespond: Afwezig", Automatic.AUTO_REPLY),
        ("X-Autoresponder: no", None),
        ("Precedence: auto_reply", Automatic.AUTO_REPLY),
        ("X-Precedence: auto-reply", Automatic.AUTO_REPLY),
        ("Precedence: bulk", Automatic.LIST),
        ("Precedence: first-class", None),
        ("Delivered-To: Autoresponder", Automatic.AUTO_REPLY),
        ("X-Auto-Response-Suppress: DR, OOF", Automatic.AUTO_REPLY),
        ("X-Auto-Response-Suppress: DR", None),
        ("Return-Path: < >", Automatic.AUTO_REPLY),
        ("Return-Path: <jan@klant.nl>", None),
        ("List-Id: <nieuws.klant.nl>", Automatic.LIST),
        ("List-Unsubscribe: <https://x.nl>", Automatic.LIST),
        ("X-Balie-Loop: 1", Automatic.LOOP),
        (
            "Content-Type: multipart/report; report-type=disposition-notification; boundary=x",
            Automatic.RECEIPT,
        ),
        ("X-Nothing: 1", None),
    ],
)
def test_knows_machines_by_their_fields(field: str, kind: Automatic | None) -> None:
    assert parsed(mail(more=field)).automatic is kind


@pytest.mark.parametrize(
    ("sender", "kind"),
    [
        ("no-reply@x.nl", Automatic.AUTO_REPLY),
        ("nietbeantwoorden@x.nl", Automatic.AUTO_REPLY),
        ("donotreply@x.nl", Automatic.AUTO_REPLY),
        ("noreen@x.nl", None),
        ("postmaster@x.nl", Automatic.AUTO_REPLY),
        ("MAILER-DAEMON", Automatic.AUTO_REPLY),
    ],
)
def test_knows_machines_by_their_address(sender: str, kind: Automatic | None) -> None:
    assert parsed(with_fields(From=sender, To=OWN)).automatic is kind


def test_looks_at_no_more_than_100_parts() -> None:
    many = [part("x")] * 120
    kind = 'report; report-type="delivery-status"'
    message = parsed(multi(*many, part(FAILED, "message/delivery-status"), kind=kind))
    assert message.bounce == Bounce(None, None, None, permanent=False)


def test_the_status_may_lack_a_recipient() -> None:
    bounce = parsed(report("Action: failed\nStatus: 5.0.0", RETURNED)).bounce
    assert bounce == Bounce(KEY, None, "5.0.0", permanent=True)


def test_a_complaint_report_is_no_bounce() -> None:
    arf = multi(part("x"), kind='report; report-type="feedback-report"')
    assert parsed(arf).bounce is None
