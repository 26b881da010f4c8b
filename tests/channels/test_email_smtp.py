"""Sending: the bytes of an answer, what a server's words mean, and never twice without knowing."""

import base64
import email
import email.policy
import time
from collections.abc import Iterator
from datetime import timedelta
from threading import Event

import pytest

from app.services.channels.api import Attachment, Person, Prepared
from app.services.channels.email.account import EmailChannel
from app.services.channels.email.compose import prepare
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    Offline,
    OutcomeUnknown,
    ProtocolChanged,
    QuotaExhausted,
    RateLimited,
    RecipientUnavailable,
    Transient,
)
from tests.channels.contract import fetch_all
from tests.channels.email_accounts import IMPATIENT, NOW, OWNER, Secrets, draft, opened, plain
from tests.servers.imap_model import ImapModel
from tests.servers.mail import ANNA, MailOptions, MailServer, MailUser
from tests.servers.processes import until
from tests.servers.proxy import Proxy
from tests.servers.smtp_model import SmtpModel


@pytest.fixture
def smtp() -> Iterator[SmtpModel]:
    with SmtpModel() as server:
        yield server


@pytest.fixture
def channel(smtp: SmtpModel) -> Iterator[EmailChannel]:
    with opened(plain(1, smtp.port)) as channel:
        yield channel


class Committed:
    """Counts how often sending came to the point of no return."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


def parsed(payload: bytes) -> email.message.EmailMessage:
    message = email.message_from_bytes(payload, policy=email.policy.SMTP)
    assert isinstance(message, email.message.EmailMessage)
    return message


# --- the bytes -------------------------------------------------------------------------------


def test_an_answer_belongs_to_its_thread() -> None:
    message = parsed(prepare(draft(), account=OWNER).payload)
    assert message["Message-ID"] == "<draad1.sleutel1@winkel.test>"
    assert message["Subject"] == "Re: Waar blijft mijn pakket?"
    assert message["In-Reply-To"] == message["References"] == "<vraag@klant.test>"
    assert message["Date"] == "Mon, 23 Nov 2026 09:00:00 +0000"
    assert message["X-Balie-Loop"] is None
    assert message.get_content().replace("\r\n", "\n") == draft().text


def test_the_same_key_gives_the_same_bytes() -> None:
    files = (Attachment("bon.pdf", "application/pdf", b"%PDF"),)
    first = prepare(draft(attachments=files), account=OWNER)
    assert first == prepare(draft(attachments=files), account=OWNER)
    assert first.payload == prepare(draft(attachments=files), account=OWNER).payload


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Vraag", "Re: Vraag"),
        ("RE: Vraag", "RE: Vraag"),
        ("Antw: Vraag", "Antw: Vraag"),
        ("re[2]: Vraag", "re[2]: Vraag"),
        ("Retour: schoenen", "Re: Retour: schoenen"),
        ("", "Re:"),
        ("Kosten €\t12 " + "é" * 200, "Re: Kosten € 12 " + "é" * 200),
    ],
)
def test_subjects(subject: str, expected: str) -> None:
    payload = prepare(draft(subject=subject), account=OWNER).payload
    assert parsed(payload)["Subject"] == expected
    assert max(len(line) for line in payload.split(b"\r\n")) < 100


def test_a_first_message_is_no_answer() -> None:
    message = parsed(prepare(draft(references=()), account=OWNER).payload)
    assert message["Subject"] == "Waar blijft mijn pakket?"
    assert message["References"] is None


def test_long_threads_keep_the_first_and_the_last() -> None:
    keys = tuple(f"<{number}-{'x' * 80}@klant.test>" for number in range(40))
    payload = prepare(draft(references=(*keys, keys[5])), account=OWNER).payload
    found = parsed(payload)["References"].split()
    assert found == [keys[0], *keys[-10:]]
    assert b"=?" not in payload.partition(b"\r\n\r\n")[0]


def test_strange_keys_of_others_cannot_break_the_header() -> None:
    keys = ("geen haakjes@x", "<a b\r\nBcc: x@y.nl>", "<é@x>")
    payload = prepare(draft(references=keys), account=OWNER).payload
    message = parsed(payload)
    assert message["References"].split() == ["<geenhaakjes@x>", "<abBcc:x@y.nl>", "<@x>"]
    assert message["Bcc"] is None


def test_automatic_messages_say_so() -> None:
    message = parsed(prepare(draft(automatic=True), account=OWNER).payload)
    assert message["Auto-Submitted"] == "auto-replied"
    assert message["X-Auto-Response-Suppress"] == "All"
    assert message["X-Balie-Loop"] == OWNER


def test_attachments_and_letters_of_all_kinds() -> None:
    files = (
        Attachment("factuur é €.pdf", "application/pdf", b"\x00\xff"),
        Attachment("x", "raar", b"1"),
        Attachment("brief.txt", "text/plain", b"a\nb"),
        Attachment("door.eml", "message/rfc822", b"Subject: x\r\n\r\ny"),
    )
    text = "Groet 👍 שלום\n.\n..twee\nFrom x\n" + "lang " * 300
    message = parsed(prepare(draft(text=text, attachments=files), account=OWNER).payload)
    body, *rest = message.iter_parts()
    assert body.get_content().replace("\r\n", "\n").rstrip("\n") == text
    assert [part.get_filename() for part in rest] == [file.name for file in files]
    assert [part.get_payload(decode=True) for part in rest] == [file.data for file in files]
    assert rest[1].get_content_type() == "application/octet-stream"


@pytest.mark.parametrize(
    "text", ["a\r\nBcc: x@y.nl", "a\nb", "a\rb", "a\x00b", "a\u2028b", "a\x85b"]
)
@pytest.mark.parametrize("field", ["subject", "sender", "recipient", "handle", "attachment"])
def test_headers_cannot_be_injected(field: str, text: str) -> None:
    values: dict[str, object] = {
        "subject": {"subject": text},
        "sender": {"sender": Person(OWNER, text)},
        "recipient": {"recipient": Person(ANNA, text)},
        "handle": {"recipient": Person(f"{text}@klant.test")},
        "attachment": {"attachments": (Attachment(text, "text/plain", b""),)},
    }
    with pytest.raises(InvalidContent):
        prepare(draft(**values[field]), account=OWNER)  # type: ignore[arg-type]


@pytest.mark.parametrize("handle", ["", "anna", "a b@c.nl", "a@b@c.nl", "<a@b.nl>", "é@b.nl", "a@"])
def test_addresses_that_cannot_be(handle: str) -> None:
    with pytest.raises(InvalidContent):
        prepare(draft(recipient=handle), account=OWNER)


def test_names_and_international_domains() -> None:
    people = {"sender": Person(OWNER, 'Jan "de" Boer, winkel'), "recipient": Person("a@köln.de")}
    prepared = prepare(draft(**people), account=OWNER)
    message = parsed(prepared.payload)
    assert message["From"].addresses[0].display_name == 'Jan "de" Boer, winkel'
    assert prepared.recipient == message["To"] == "a@xn--kln-sna.de"
    with pytest.raises(InvalidContent):
        prepare(draft(recipient="a@" + "é" * 80 + ".nl"), account=OWNER)


def test_lone_surrogates_go_out_as_question_marks() -> None:
    payload = prepare(draft(subject="a\ud800", text="b\udfff"), account=OWNER).payload
    assert parsed(payload)["Subject"] == "Re: a?"


# --- through the real server -----------------------------------------------------------------


def real(server: MailServer, user: MailUser, **changes: object) -> dict[str, object]:
    return server.settings(user) | changes


def test_sent_kept_and_found_again(mail_server: MailServer, mail_user: MailUser) -> None:
    customer = mail_server.new_user("klant", "klant.test")
    with opened(real(mail_server, mail_user), mail_user.address) as channel:  # type: ignore[arg-type]
        prepared = channel.prepare(draft(customer.address, sender=Person(mail_user.address)))
        assert channel.reconcile(prepared) is None
        committed = Committed()
        result = channel.send(prepared, committed)
        assert (result.external_id, result.sent_at) == (prepared.external_id, NOW)
        assert committed.times == 1
        until(lambda: bool(mail_server.mailbox(customer)), "delivery")
        channel.store_copy(prepared)
        channel.store_copy(prepared)
        found = channel.reconcile(prepared)
        items, _ = fetch_all(channel, "Sent")
    assert found is not None
    assert found.external_id == prepared.external_id
    assert [item.outgoing for item in items] == [True]
    assert b"\\Seen" in mail_server.flags(mail_user, "Sent")[0]
    assert b"Het komt morgen." in mail_server.mailbox(customer)[0]


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_both_kinds_of_tls(mail_server: MailServer, mail_user: MailUser, tls: str) -> None:
    ports = mail_server.ports
    at_once = {"imap": f"localhost:{ports.imaps}", "smtp": f"localhost:{ports.smtps}"}
    values = real(mail_server, mail_user, tls=tls, **(at_once if tls == "tls" else {}))
    with opened(values, mail_user.address) as channel:  # type: ignore[arg-type]
        assert all(finding.ok for finding in channel.probe())


@pytest.mark.parametrize(
    ("recipient", "expected"),
    [
        ("onbekend@klant.test", RecipientUnavailable),
        ("tijdelijk@klant.test", Transient),
        ("iemand@elders.example", RecipientUnavailable),
    ],
)
def test_exim_refuses_a_recipient(
    mail_server: MailServer, mail_user: MailUser, recipient: str, expected: type[ChannelError]
) -> None:
    committed = Committed()
    with (
        opened(real(mail_server, mail_user), mail_user.address) as channel,  # type: ignore[arg-type]
        pytest.raises(expected) as caught,
    ):
        channel.send(channel.prepare(draft(recipient)), committed)
    assert committed.times == 0
    wait = getattr(caught.value, "retry_after", None)
    assert wait == (timedelta(minutes=5) if expected is Transient else None)


def test_wrong_password_at_exim(mail_server: MailServer, mail_user: MailUser) -> None:
    values = real(mail_server, mail_user)
    box = Secrets(password="fout-wachtwoord")
    with (
        opened(values, mail_user.address, secrets=box) as channel,  # type: ignore[arg-type]
        pytest.raises(AuthExpired) as caught,
    ):
        channel.send(channel.prepare(draft()), Committed())
    encoded = base64.b64encode(b"fout-wachtwoord").decode()
    assert "fout" not in str(caught.value) + repr(caught.value.params)
    assert encoded not in str(caught.value)


def test_too_large_for_exim() -> None:
    with MailServer(MailOptions(size_limit="20K")) as server:
        user = server.new_user()
        files = (Attachment("x.bin", "application/octet-stream", b"x" * 30_000),)
        with opened(real(server, user), user.address) as channel:  # type: ignore[arg-type]
            assert channel.probe()[-1].params == {"megabytes": 0}
            with pytest.raises(InvalidContent, match="MB"):
                channel.send(channel.prepare(draft(attachments=files)), Committed())


def test_full_mailbox_keeps_no_copy() -> None:
    with MailServer(MailOptions(quota="1K")) as server:
        user = server.new_user()
        with (
            opened(real(server, user), user.address) as channel,  # type: ignore[arg-type]
            pytest.raises(QuotaExhausted),
        ):
            channel.store_copy(channel.prepare(draft(text="x" * 3000)))


def named(external_id: str) -> Prepared:
    return Prepared(external_id, "", b"")


@pytest.mark.parametrize("name", ["", "INBOX."])
def test_a_sent_folder_is_made(name: str) -> None:
    with ImapModel() as model:
        del model.boxes["Sent"]
        model.separator = "."
        model.boxes[f"{name}Archief"] = model.boxes["INBOX"]
        with opened(plain(model.port)) as channel:
            channel.store_copy(channel.prepare(draft()))
            assert channel.reconcile(named("<draad1.sleutel1@winkel.test>"))
            assert channel.reconcile(named('<"\r\n>')) is None
        assert len(model.boxes[f"{name}Sent"].mails) == 1


def test_providers_that_keep_sent_mail_get_no_copy() -> None:
    with ImapModel() as model:
        with opened(plain(model.port) | {"sent_by_provider": True}) as channel:
            channel.store_copy(channel.prepare(draft()))
        assert not model.boxes["Sent"].mails
        assert model.connections == 0


# --- what a server's words mean --------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "answer", "expected"),
    [
        ("greeting", b"554 no service", Offline),
        ("greeting", b"421 4.7.0 too many connections", RateLimited),
        ("greeting", None, Transient),
        ("greeting", b"SSH-2.0-OpenSSH", ProtocolChanged),
        ("EHLO", b"502 what", NotAllowedByPlatform),
        ("EHLO", None, Transient),
        ("EHLO", b"250-" + b"x" * 9000, ProtocolChanged),
        ("AUTH", b"535 5.7.8 wrong", AuthExpired),
        ("AUTH", b"534 5.7.9 application-specific password required", AuthExpired),
        ("AUTH", b"454 4.7.0 later", Transient),
        ("AUTH", b"535 5.7.139 SmtpClientAuthentication is disabled", NotAllowedByPlatform),
        ("AUTH", b"550 5.7.30 Basic authentication is not supported", NotAllowedByPlatform),
        ("AUTH", b"504 unknown mechanism", NotAllowedByPlatform),
        ("AUTH", None, Transient),
        ("MAIL", b"550 5.7.1 not your address", NotAllowedByPlatform),
        ("MAIL", b"530 5.7.0 authenticate first", AuthExpired),
        ("MAIL", b"552 5.3.4 too large", InvalidContent),
        ("MAIL", b"550 5.4.5 Daily user sending quota exceeded", QuotaExhausted),
        ("MAIL", b"451 4.3.0 later", Transient),
        ("RCPT", b"550 5.1.1 unknown user", RecipientUnavailable),
        ("RCPT", b"552 5.2.2 mailbox full", RecipientUnavailable),
        ("RCPT", b"450 4.2.0 greylisted", Transient),
        ("RCPT", b"452 4.5.3 too many recipients", RateLimited),
        ("RCPT", b"999 what", ProtocolChanged),
        ("RCPT", b"hello", ProtocolChanged),
        ("RCPT", None, Transient),
        ("DATA", b"554 5.7.1 spam", InvalidContent),
        ("DATA", b"451 later", Transient),
        ("DATA", None, Transient),
    ],
)
def test_before_the_message_nothing_is_sent(
    smtp: SmtpModel, channel: EmailChannel, stage: str, answer: bytes | None, expected: type
) -> None:
    smtp.answers[stage] = answer
    committed = Committed()
    with pytest.raises(ChannelError) as caught:
        channel.send(channel.prepare(draft()), committed)
    assert type(caught.value) is expected or isinstance(caught.value, expected)
    assert committed.times == 0
    assert not smtp.accepted


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"550 5.7.1 looks like spam", InvalidContent),
        (b"554 5.1.1 unknown user", RecipientUnavailable),
        (b"552 5.3.4 too large", InvalidContent),
        (b"451 4.3.0 later", Transient),
        (None, OutcomeUnknown),
        (b"what?", OutcomeUnknown),
        (b"354 more", OutcomeUnknown),
    ],
)
def test_after_the_message(
    smtp: SmtpModel, channel: EmailChannel, answer: bytes | None, expected: type
) -> None:
    smtp.answers["message"] = answer
    committed = Committed()
    with pytest.raises(expected):
        channel.send(channel.prepare(draft()), committed)
    assert committed.times == 1


def test_silence_before_the_message(smtp: SmtpModel) -> None:
    smtp.answers["EHLO"] = b""
    committed = Committed()
    with opened(plain(1, smtp.port), patience=IMPATIENT) as hasty, pytest.raises(Transient):
        hasty.send(hasty.prepare(draft()), committed)
    assert committed.times == 0


def test_silence_after_the_message(smtp: SmtpModel) -> None:
    smtp.answers["message"] = b""
    committed = Committed()
    with opened(plain(1, smtp.port), patience=IMPATIENT) as hasty, pytest.raises(OutcomeUnknown):
        hasty.send(hasty.prepare(draft()), committed)
    assert committed.times == 1


def test_a_failing_goodbye_changes_nothing(smtp: SmtpModel, channel: EmailChannel) -> None:
    smtp.answers["QUIT"] = None
    channel.send(channel.prepare(draft()), Committed())
    assert len(smtp.accepted) == 1


def test_committing_that_fails_sends_nothing(smtp: SmtpModel, channel: EmailChannel) -> None:
    def fail() -> None:
        raise RuntimeError("disk full")

    with pytest.raises(RuntimeError):
        channel.send(channel.prepare(draft()), fail)
    time.sleep(0.05)
    assert not smtp.accepted


def test_a_swallowed_answer_is_an_unknown_outcome(
    mail_server: MailServer, mail_user: MailUser
) -> None:
    customer = mail_server.new_user("klant", "klant.test")
    with Proxy(mail_server.ports.submission) as proxy:
        proxy.swallow_after = b"\r\n.\r\n"
        values = real(mail_server, mail_user, tls="none", smtp=f"localhost:{proxy.port}")
        with opened(values, mail_user.address) as channel:  # type: ignore[arg-type]
            with pytest.raises(OutcomeUnknown):
                channel.send(channel.prepare(draft(customer.address)), Committed())
            until(lambda: len(mail_server.mailbox(customer)) == 1, "delivery")


@pytest.mark.parametrize("cut", [1, 60, 120, 200, 400, 700])
def test_a_line_cut_on_the_way_out(smtp: SmtpModel, cut: int) -> None:
    committed = Committed()
    with Proxy(smtp.port) as proxy:
        proxy.cut_to_server = cut
        with (
            opened(plain(1, proxy.port)) as channel,
            pytest.raises((Transient, OutcomeUnknown)),
        ):
            channel.send(channel.prepare(draft(text="x\n" * 300)), committed)
    time.sleep(0.02)
    assert not smtp.accepted


def test_what_goes_over_the_line(smtp: SmtpModel, channel: EmailChannel) -> None:
    prepared = channel.prepare(draft(text=".\n..\nregel\n"))
    channel.send(prepared, Committed())
    assert smtp.commands[0] == b"ehlo [127.0.0.1]"
    assert smtp.commands[2].startswith(b"mail FROM:<owner@winkel.test> SIZE=")
    undotted = b"\r\n".join(
        line[1:] if line.startswith(b".") else line for line in smtp.accepted[0].split(b"\r\n")
    )
    assert undotted == prepared.payload


def test_login_where_plain_is_missing(smtp: SmtpModel, channel: EmailChannel) -> None:
    smtp.features = [b"AUTH LOGIN"]
    channel.send(channel.prepare(draft()), Committed())
    assert smtp.commands[2:4] == [base64.b64encode(OWNER.encode()), b"Z2VoZWlt"]


def test_a_letter_beyond_ascii_in_the_password(smtp: SmtpModel) -> None:
    with opened(plain(1, smtp.port), secrets=Secrets(password="géheim")) as channel:
        channel.send(channel.prepare(draft()), Committed())
    expected = base64.b64encode(f"\0{OWNER}\0géheim".encode())
    assert smtp.commands[1] == b"AUTH PLAIN " + expected


def test_another_user_for_sending(smtp: SmtpModel) -> None:
    with opened(plain(1, smtp.port) | {"smtp_user": "ander"}) as channel:
        channel.send(channel.prepare(draft()), Committed())
    assert base64.b64decode(smtp.commands[1].split()[-1]) == b"\0ander\0geheim"


def test_rate_limits_say_when(smtp: SmtpModel, channel: EmailChannel) -> None:
    smtp.answers["MAIL"] = b"421 4.7.28 rate limit exceeded"
    with pytest.raises(RateLimited) as caught:
        channel.send(channel.prepare(draft()), Committed())
    assert caught.value.retry_at == NOW + timedelta(minutes=15)


def test_sending_and_waiting_do_not_disturb_each_other(
    mail_server: MailServer, mail_user: MailUser
) -> None:
    with opened(real(mail_server, mail_user), mail_user.address) as channel:  # type: ignore[arg-type]
        assert not channel.wait(Event(), timedelta(seconds=0.05))
        prepared = channel.prepare(draft(mail_user.address))
        channel.send(prepared, Committed())
        assert channel.wait(Event(), timedelta(seconds=10))
