"""The mails by which platforms tell what was written on their pages."""

from datetime import UTC, datetime
from html import escape

import pytest

from app.models.rules.notifications import Chosen, Own
from app.services.channels.api import InboundMessage, ParseContext, Person, RawItem
from app.services.channels.email.notifications import known
from app.services.channels.email.parse import parse_mail
from app.views import channel_looks
from tests.data.mails import OWN, mail

RECEIVED = datetime(2026, 11, 3, 9, 13, tzinfo=UTC)
THREAD = "https://www.linkedin.com/comm/messaging/thread/2-ZmFrZVRocmVhZElk/?trk=eml&x=1"
LINKEDIN = (
    "Sara Ahmed\nTalent Partner at Globex\nHi, we have a broken lamp.\n\nCan you help?\n"
    f"View message: {THREAD}\n\nUnsubscribe: https://www.linkedin.com/comm/psettings/unsubscribe\n"
)
GOOGLE = (
    "Winkel\n\nYou got a new 2-star review\n\nRead review\n"
    "<https://business.google.com/n/123/reviews?rid=9&hl=en>\n\nAjay Rajan\n\n"
    "De lamp was stuk.\nNiemand belde.\n\nReply to review\n<https://business.google.com/x>\n"
)


def head(sender: str, subject: str = "Bericht", *more: str) -> str:
    fields = [
        f"From: {sender}",
        f"To: {OWN}",
        "Date: Tue, 03 Nov 2026 10:12:00 +0100",
        "Message-ID: <n1@platform>",
        f"Subject: {subject}",
        "List-Unsubscribe: <https://x.nl>",
        *more,
    ]
    return "".join(f"{field}\r\n" for field in fields)


def parsed(
    body: str, sender: str, subject: str = "Bericht", *more: str, chosen: Chosen | None = None
) -> InboundMessage:
    item = RawItem("1:7", "INBOX", RECEIVED, mail(body, head=head(sender, subject, *more)))
    return parse_mail(item, ParseContext(frozenset({OWN}), chosen or Chosen()))


def linkedin(body: str = LINKEDIN, *more: str, chosen: Chosen | None = None) -> InboundMessage:
    sender = "Sara Ahmed via LinkedIn <messages-noreply@linkedin.com>"
    return parsed(body, sender, "Sara just messaged you", *more, chosen=chosen)


def test_a_message_on_linkedin_is_its_writers_own() -> None:
    message = linkedin()
    assert (message.via, message.automatic, message.reply_to) == ("linkedin", None, None)
    assert message.author == Person("sara ahmed", "Sara Ahmed")
    assert message.text == "Hi, we have a broken lamp.\n\nCan you help?"
    assert message.quoted.startswith("Sara Ahmed\nTalent Partner")
    assert message.permalink == THREAD.partition("?")[0]
    assert message.parents == ("linkedin:2-ZmFrZVRocmVhZElk",)
    assert message.public is None


def test_a_review_on_google_has_its_stars_and_its_page() -> None:
    message = parsed(
        GOOGLE,
        "Google Business Profile <businessprofile-noreply@google.com>",
        "Ajay left a review for Winkel",
    )
    assert (message.via, message.stars, message.public) == ("google", 2, True)
    assert message.author == Person("ajay rajan", "Ajay Rajan")
    assert message.text == "De lamp was stuk.\nNiemand belde."
    assert message.permalink == "https://business.google.com/n/123/reviews?rid=9&hl=en"


@pytest.mark.parametrize(
    ("sender", "kind", "link"),
    [
        ("R via Marktplaats <a@mail.marktplaats.nl>", "marktplaats", "www.marktplaats.nl/messages"),
        ("Jan via bol.com <2w7g5@verkopen.bol.com>", "bol", "partner.bol.com/"),
        ("Fra via Booking.com <595-5so.2s@mchat.booking.com>", "booking", "admin.booking.com/"),
    ],
)  # fmt: skip
def test_a_relay_address_stays_answerable(sender: str, kind: str, link: str) -> None:
    message = parsed("Is hij nog te koop?\n", sender)
    assert (message.via, message.text) == (kind, "Is hij nog te koop?")
    assert message.author == Person(sender.partition("<")[2][:-1], sender.partition(" via")[0])
    assert message.permalink == f"https://{link}"


def test_a_relay_in_reply_to_goes_before_a_sender_that_nobody_reads() -> None:
    relay = "Reply-To: a-9@mail.marktplaats.nl"
    message = parsed("Hallo", "Marktplaats <noreply@mail.marktplaats.nl>", "x", relay)
    assert (message.author.handle, message.via) == ("a-9@mail.marktplaats.nl", "marktplaats")
    silent = parsed("Hallo", "Marktplaats <noreply@mail.marktplaats.nl>")
    assert silent.author == Person("marktplaats", "Marktplaats")
    elsewhere = parsed("Hallo", "noreply@mail.marktplaats.nl", "x", "Reply-To: a@evil.nl")
    assert elsewhere.via is None


@pytest.mark.parametrize(
    ("sender", "subject"),
    [
        ("LinkedIn <messages-noreply@linkedin.com>", "You appeared in 12 searches this week"),
        ("LinkedIn <jobalerts-noreply@linkedin.com>", "Sara sent you a message"),
        ("Google <businessprofile-noreply@google.com>", "Important: Your business is not showing"),
        ("Sara via LinkedIn <messages-noreply@linkedin.com.evil.io>", "Sara messaged you"),
        ("Sara via LinkedIn <messages-noreply@evillinkedin.com>", "Sara messaged you"),
        ("Klantenservice <hulp@werkspot.nl>", "Een reactie op uw vraag"),
        ("bol <automail@bol.com>", "Je pakket komt eraan"),
    ],
)
def test_other_mail_stays_mail(sender: str, subject: str) -> None:
    message = parsed(LINKEDIN, sender, subject)
    assert (message.via, message.permalink) == (None, None)


# --- forged -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verdict", "via"),
    [
        ("mx.nl; dkim=pass header.d=linkedin.com; dmarc=pass header.from=linkedin.com", "linkedin"),
        ("mx.nl; dkim=fail header.i=@linkedin.com; dmarc=pass", "linkedin"),
        ("mx.nl; dkim=pass (2048) header.i=@mail.linkedin.com header.s=x", "linkedin"),
        ("mx.nl; spf=pass smtp.mailfrom=linkedin.com", "linkedin"),
        ("mx.nl; none", "linkedin"),
        ("mx.nl; dkim=fail header.d=linkedin.com; dmarc=fail", None),
        ("mx.nl; dkim=pass header.d=evil.nl", None),
        ("mx.nl; dmarc=fail header.from=linkedin.com", None),
    ],
)
def test_what_our_own_server_found_forged_is_no_notice(verdict: str, via: str | None) -> None:
    forged = "Authentication-Results: x; dmarc=pass"
    assert linkedin(LINKEDIN, f"Authentication-Results: {verdict}", forged).via == via


@pytest.mark.parametrize(
    "link",
    [
        "http://www.linkedin.com/messaging/thread/2-AAAA/",
        "https://www.linkedin.com.evil.io/messaging/thread/2-AAAA/",
        "https://evil.io/?https://www.linkedin.com/messaging/thread/2-AAAA/",
        "https://www.linkedin.com@evil.io/messaging/thread/2-AAAA/",
        "https://www.linkedin.com:8443/messaging/thread/2-AAAA/",
        "https://www.linkedin.com/redir/redirect?url=https://evil.io",
        "https://evil.io\\@www.linkedin.com/messaging/thread/2-AAAA/",
        "https://www.linkedin.com/messaging/thread/unsubscribe",
        "https://www.linkedin.com/messaging/thread/" + "a" * 3_000,
        "https://[www.linkedin.com/messaging/thread/2-AAAA/",
    ],
)
def test_a_link_leads_nowhere_but_to_the_platforms_own_pages(link: str) -> None:
    body = f"Sara\nx\nHoi\nView message: {link}\n"
    assert linkedin(body).permalink == "https://www.linkedin.com/messaging/"
    html = f'<p>Hoi</p><a href="{escape(link)}">View message</a>'
    item = head("Sara via LinkedIn <messages-noreply@linkedin.com>") + "Content-Type: text/html\r\n"
    message = parse_mail(
        RawItem("1:1", "INBOX", RECEIVED, mail(html, head=item)), ParseContext(frozenset())
    )
    assert message.permalink == "https://www.linkedin.com/messaging/"


def test_a_link_of_the_html_counts() -> None:
    html = f'<p>Hoi</p><a href="{escape(THREAD)}">View message</a>'
    item = head("Sara via LinkedIn <messages-noreply@linkedin.com>") + "Content-Type: text/html\r\n"
    raw = RawItem("1:1", "INBOX", RECEIVED, mail(html, head=item))
    message = parse_mail(raw, ParseContext(frozenset()))
    assert message.permalink == THREAD.partition("?")[0]
    assert message.text == "Hoi"


def test_what_is_not_found_is_shown_as_it_came() -> None:
    message = linkedin("Iets heel anders\n")
    assert (message.text, message.via, message.author.name) == (
        "Iets heel anders", "linkedin", "Sara Ahmed",
    )  # fmt: skip


def test_long_texts_cost_no_time() -> None:
    started = datetime.now(UTC)
    linkedin("a\n" * 500_000)
    linkedin("View message " * 100_000)
    linkedin("https://www.linkedin.com/x " * 50_000)
    assert (datetime.now(UTC) - started).total_seconds() < 6


# --- the owner's word ---------------------------------------------------------------------------


def test_a_platform_can_be_switched_off() -> None:
    assert linkedin(chosen=Chosen(off=frozenset({"linkedin"}))).via is None


@pytest.mark.parametrize(("by_mail", "handle"), [(False, "klant"), (True, "jan@mail.klusjes.nl")])
def test_the_owner_adds_a_platform(by_mail: bool, handle: str) -> None:
    own = Own("Klusjes", "klusjes.nl", "Bericht", by_mail=by_mail)
    chosen = Chosen(own=(own,))
    body = "Hoi\nhttps://www.klusjes.nl/afmelden\nhttps://www.klusjes.nl/b/1?x=2.\n"
    sender = "Klant <jan@mail.klusjes.nl>"
    message = parsed(body, sender, "Nieuw bericht", chosen=chosen)
    assert (message.via, message.author) == ("Klusjes", Person(handle, "Klant"))
    assert message.permalink == "https://www.klusjes.nl/b/1?x=2"
    assert parsed("Hoi", sender, "Factuur", chosen=chosen).via is None
    assert parsed("Hoi", sender, "bericht", chosen=chosen).permalink == "https://klusjes.nl/"


def test_every_known_platform_has_its_looks_and_a_page_of_its_own() -> None:
    for platform in known():
        assert channel_looks.ICONS[platform.kind]
        assert platform.home.startswith("https://")
        assert platform.relay or platform.subjects
