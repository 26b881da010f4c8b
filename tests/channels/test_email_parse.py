"""What a mail becomes: who, when, to whom, which one, and what it says."""

import pickle
from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.messages import Automatic, Direction
from app.services.channels.api import InboundMessage, ParseContext, Parses, Person, RawItem
from app.services.channels.email.parse import parse_mail
from tests.data.mails import HEAD, OWN, file_part, html_mail, mail, multi, part, with_fields

RECEIVED = datetime(2026, 11, 3, 9, 13, tzinfo=UTC)
CONTEXT = ParseContext(frozenset({OWN}))


def item(data: bytes, **values: object) -> RawItem:
    return RawItem("1:7", "INBOX", RECEIVED, data, **values)  # type: ignore[arg-type]


def parsed(data: bytes, **values: object) -> InboundMessage:
    return parse_mail(item(data, **values), CONTEXT)


def test_is_a_picklable_parser() -> None:
    assert isinstance(parse_mail, Parses)
    assert pickle.loads(pickle.dumps(parse_mail)) is parse_mail  # noqa: S301  our own function


def test_reads_an_ordinary_mail() -> None:
    message = parsed(mail("Waar blijft het?\n\nGroet,\nJan\n"))
    assert (message.key, message.subject) == ("<m1@klant.nl>", "Vraag")
    assert message.author == Person("jan@klant.nl", "Jan Klant")
    assert message.recipients == (Person(OWN),)
    assert (message.text, message.quoted) == ("Waar blijft het?", "Groet,\nJan")
    assert message.created_at == datetime(2026, 11, 3, 9, 12, tzinfo=UTC)
    assert message.direction is Direction.IN
    assert (message.automatic, message.bounce, message.html) == (None, None, None)


# --- which one it is ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("<a@b>", "<a@b>"),
        ("a@b", "<a@b>"),
        ("  <a @ b>  ", "<a@b>"),
        ("<a@b> (comment)", "<a@b>"),
        ("zonder-at", "<zonder-at>"),
    ],
)
def test_normalises_message_ids(field: str, key: str) -> None:
    assert parsed(with_fields(Message_ID=field)).key == key


@pytest.mark.parametrize("fields", [{"Message_ID": ""}, {"Message_ID": "<>"}, {"To": "a@b.nl"}])
def test_makes_a_key_from_the_content(fields: dict[str, str]) -> None:
    first, second = parsed(with_fields("a", **fields)), parsed(with_fields("b", **fields))
    assert first.key.endswith("@content.invalid>")
    assert first.key == parsed(with_fields("a", **fields)).key
    assert first.key != second.key


def test_copies_of_a_mail_have_one_fingerprint() -> None:
    original = mail("Een\nTwee\n")
    folded = original.replace(b"Subject: Vraag", b"Subject:\r\n Vraag")
    copy = b"X-Gmail-Labels: x\r\n" + original.replace(b"\r\n", b"\n") + b"\n\n"
    assert parsed(original).fingerprint == parsed(copy).fingerprint == parsed(folded).fingerprint


def test_other_mail_with_the_same_id_has_another_fingerprint() -> None:
    prints = {
        parsed(data).fingerprint
        for data in (mail("a"), mail("b"), mail("a").replace(b"Vraag", b"Ander"))
    }
    assert len(prints) == 3


def test_parents_are_nearest_first() -> None:
    message = parsed(mail(more="In-Reply-To: <c@x>\nReferences: <a@x> <b@x>\n <c@x> <m1@klant.nl>"))
    assert message.parents == ("<c@x>", "<b@x>", "<a@x>")


def test_parents_are_capped_and_keep_the_oldest() -> None:
    references = " ".join(f"<{number}@x>" for number in range(500))
    parents = parsed(mail(more=f"References: {references}")).parents
    assert len(parents) == 30
    assert (parents[0], parents[-1]) == ("<499@x>", "<0@x>")


# --- when --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("offset", "history", "believed"),
    [
        (timedelta(hours=23), False, True),
        (timedelta(days=2), False, False),
        (timedelta(days=-6), False, True),
        (timedelta(days=-8), False, False),
        (timedelta(days=-3000), True, True),
        (timedelta(days=2), True, False),
        (timedelta(days=-365 * 40), True, False),
    ],
)
def test_believes_likely_dates(offset: timedelta, history: bool, believed: bool) -> None:
    date = RECEIVED + offset
    field = date.strftime("%d %b %Y %H:%M:%S +0000")
    message = parsed(with_fields(Date=field), history=history)
    assert message.created_at == (date if believed else RECEIVED)
    assert message.history is history


@pytest.mark.parametrize("field", ["", "gisteren", "32 Foo 2026", "3 Nov 99999 10:12 +9999999999"])
def test_odd_dates_give_the_time_of_receipt(field: str) -> None:
    assert parsed(with_fields(Date=field)).created_at == RECEIVED


# --- who ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "handle", "name"),
    [
        ("Jan@Klant.NL", "jan@klant.nl", ""),
        ("a@b.nl <evil@x.ru>", "evil@x.ru", "a@b.nl"),
        ('"Klant, Jan" <jan@klant.nl>', "jan@klant.nl", "Klant, Jan"),
        ("Klant, Jan <jan@klant.nl>", "jan@klant.nl", "Jan"),
        ("jan@klant.nl (Jan Klant)", "jan@klant.nl", "Jan Klant"),
        ("=?utf-8?q?Ren=C3=A9?= <r@b.nl>", "r@b.nl", "René"),
        ("=?utf-8?q?=3Cevil=40x=2Eru=3E?= <r@b.nl>", "r@b.nl", "<evil@x.ru>"),
        ("=?utf-8?q?a=2C_b?= <r@b.nl>", "r@b.nl", "a, b"),
        ("Jan\u202egro.live <r@b.nl>", "r@b.nl", "Jangro.live"),
        ("<@route,@two:jan@klant.nl>", "jan@klant.nl", ""),
        ("MAILER-DAEMON", "", "MAILER-DAEMON"),
        ("Jan <geen adres>", "", "Jan"),
        ("Jan <" + "a" * 300 + "@b.nl>", "", "Jan"),
        ("", "", ""),
    ],
)
def test_reads_the_author(field: str, handle: str, name: str) -> None:
    assert parsed(with_fields(From=field)).author == Person(handle, name)


def test_reads_groups_and_everyone_once() -> None:
    message = parsed(
        with_fields(To="Allen: a@b.nl, A <A@B.nl>;", Cc="undisclosed-recipients:;, c@d.nl")
    )
    assert [person.handle for person in message.recipients] == ["a@b.nl", "c@d.nl"]


def test_looks_for_the_author_among_200() -> None:
    assert parsed(with_fields(From="geen, " * 300 + "a@b.nl")).author == Person("", "geen")


def test_reads_at_most_200_people() -> None:
    to = ", ".join(f"k{number}@x.nl" for number in range(1000))
    assert len(parsed(with_fields(To=to)).recipients) == 200


@pytest.mark.parametrize(
    ("fields", "outgoing", "direction"),
    [
        ({"From": OWN, "To": "jan@klant.nl"}, False, Direction.OUT),
        ({"From": "info+t1@winkel.nl", "To": "jan@klant.nl"}, False, Direction.OUT),
        ({"From": OWN, "To": OWN}, False, Direction.IN),
        ({"From": OWN, "To": "info+t1@winkel.nl"}, False, Direction.IN),
        ({"From": OWN, "To": "a@b.nl", "Reply-To": "info+t1@winkel.nl"}, False, Direction.OUT),
        ({"From": OWN, "To": "a@b.nl", "Reply-To": "jan@klant.nl"}, False, Direction.IN),
        ({"From": "jan@klant.nl", "To": OWN}, True, Direction.OUT),
        ({"From": "jan@klant.nl", "To": OWN}, False, Direction.IN),
    ],
)
def test_tells_the_direction(fields: dict[str, str], outgoing: bool, direction: Direction) -> None:
    assert parsed(with_fields(**fields), outgoing=outgoing).direction is direction


@pytest.mark.parametrize("sender", [f"Winkel <{OWN}>", "noreply@formulier.nl"])
def test_the_author_of_a_contact_form_is_the_customer(sender: str) -> None:
    message = parsed(with_fields(From=sender, To=OWN, Reply_To="Jan <jan@klant.nl>"))
    assert message.direction is Direction.IN
    assert message.author == message.reply_to == Person("jan@klant.nl", "Jan")
    assert message.automatic is None


def test_keeps_another_address_to_answer_to() -> None:
    message = parsed(mail(more="Reply-To: thuis@klant.nl"))
    assert (message.author.handle, message.reply_to) == ("jan@klant.nl", Person("thuis@klant.nl"))


def test_our_answering_machine_is_known_as_one() -> None:
    fields = {"From": OWN, "To": "a@b.nl", "Auto-Submitted": "auto-replied", "X-Balie-Loop": "1"}
    assert parsed(with_fields(**fields)).automatic is Automatic.AUTO_REPLY


# --- what it says ------------------------------------------------------------------------------


def test_prefers_plain_text_and_keeps_html() -> None:
    message = parsed(multi(part("plat"), part("<p>html</p>", "text/html"), kind="alternative"))
    assert (message.text, message.html) == ("plat", "<p>html</p>")


def test_reads_html_when_the_plain_text_is_empty() -> None:
    message = parsed(
        multi(part(" \n"), part("<p>ht<b>ml</b></p>", "text/html"), kind="alternative")
    )
    assert message.text == "html"


def test_reads_html_only() -> None:
    message = parsed(html_mail("<div>Hallo</div><div>daar</div><script>x</script>"))
    assert message.text == "Hallo\ndaar"
    assert message.html is not None
    assert "<script>" in message.html


def test_joins_texts_around_files() -> None:
    message = parsed(multi(part("een"), file_part('filename="a.pdf"'), part("twee")))
    assert message.text == "een\ntwee"
    assert [file.name for file in message.attachments] == ["a.pdf"]


def test_shows_a_plain_part_beside_html() -> None:
    message = parsed(multi(part("<p>een</p>", "text/html"), part("a<b")))
    assert message.text == "een\na<b"
    assert message.html == "<p>een</p>\n<pre>a&lt;b</pre>"


def test_unflows_paragraphs() -> None:
    flowed = "Dit is een \nregel.\n> vraag \n> verder\n>> dieper\n ingesprongen\n-- \nJan"
    message = parsed(mail(flowed, more="Content-Type: text/plain; format=flowed"))
    assert message.text.startswith("Dit is een regel.\n> vraag verder\n> > dieper\ningesprongen")
    assert message.quoted == "-- \nJan"


def test_unflows_with_delsp() -> None:
    message = parsed(
        mail("voor \nbeeld", more="Content-Type: text/plain; format=flowed; delsp=yes")
    )
    assert message.text == "voorbeeld"


def test_does_not_hide_what_is_passed_on() -> None:
    body = "Zie deze\n\nVan: a\nVerzonden: b\nAan: c\nOnderwerp: d\n\nHoi"
    assert parsed(mail(body)).text == "Zie deze"
    assert parsed(mail(body).replace(b"Subject: Vraag", b"Subject: FW: Vraag")).quoted == ""


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        (b"\xe9\xe9n", "unknown-8bit", "één"),
        ("één".encode(), "us-ascii", "één"),
        (b"\x80 5", "iso-8859-1", "€ 5"),
        (b"\xe9\xe9n", "utf-8", "één"),
        (b"h\xc3\xa9 " * 20 + b"\xc3", "utf-8", "hé " * 20 + "\ufffd"),
        ("café".encode("utf-16"), "utf-16", "café"),
        (b"\xa4", "iso-8859-15", "€"),
        (b"+ADw-b+AD4-", "utf-7", "+ADw-b+AD4-"),
        (b"Unyyb", "rot13", "Unyyb"),
        (b"a\\u0041", "unicode_escape", "a\\u0041"),
        (b"xn--caf-dma", "punycode", "xn--caf-dma"),
        (b"a\0b\x1b[31m\x0cc", "utf-8", "ab[31mc"),
    ],
)
def test_decodes_charsets(raw: bytes, charset: str, text: str) -> None:
    assert parsed(mail(raw, more=f"Content-Type: text/plain; charset={charset}")).text == text


def test_finds_the_charset_within_html() -> None:
    html = b"<meta charset=iso-8859-15><p>\xa4 5</p>"
    assert parsed(mail(html, more="Content-Type: text/html")).text == "€ 5"


def test_decodes_a_subject_cut_within_a_character() -> None:
    subject = "=?utf-8?b?Y2Fmw6k=?= =?utf-8?q?_is_caf=C3?=\n =?utf-8?q?=A9?= (=?iso-8859-1?q?=E9?=)"
    assert parsed(mail(head=f"Subject: {subject}\n")).subject == "café is café (é)"


def test_keeps_a_subject_on_one_line() -> None:
    message = parsed(with_fields(Subject="=?utf-8?q?a=0D=0ABcc=3A_x=40y=00z?="))
    assert message.subject == "a Bcc: x@yz"


# --- what hangs on it --------------------------------------------------------------------------


def test_reads_an_attachment() -> None:
    (file,) = parsed(multi(part("x"), file_part('filename="fac tuur.pdf"'))).attachments
    assert (file.name, file.mime, file.data) == ("fac tuur.pdf", "application/pdf", b"inhoud")
    assert (file.inline, file.content_id) == (False, None)


def test_knows_the_pictures_that_html_shows() -> None:
    picture = part("x", "image/png", "Content-ID: <p1@x>", "Content-Disposition: inline")
    photo = part("x", "image/jpeg", "Content-Disposition: inline; filename=foto.jpg")
    html = part('<img src="cid:p1@x">', "text/html")
    shown, loose = parsed(multi(html, picture, photo, kind="related")).attachments
    assert (shown.name, shown.content_id, shown.inline) == ("attachment.png", "p1@x", True)
    assert (loose.name, loose.inline) == ("foto.jpg", False)


def test_keeps_a_mail_within_a_mail_as_a_file() -> None:
    inner = "From: piet@x.nl\nSubject: Oude vraag\n\nGeheim"
    message = parsed(multi(part("zie mail"), part(inner, "message/rfc822")))
    (file,) = message.attachments
    assert (message.text, file.name, file.mime) == ("zie mail", "Oude vraag.eml", "message/rfc822")
    assert file.data.decode() == inner


def test_keeps_winmail_as_a_file() -> None:
    tnef = file_part("filename=winmail.dat", b"\x78\x9f", "application/ms-tnef")
    (file,) = parsed(multi(part("x"), tnef)).attachments
    assert (file.name, file.mime) == ("winmail.dat", "application/ms-tnef")


def test_a_named_text_is_a_file() -> None:
    message = parsed(multi(part("x"), part("a;b", "text/plain; name=lijst.csv")))
    assert (message.text, message.attachments[0].data) == ("x", b"a;b")


def test_leaves_out_amp() -> None:
    message = parsed(multi(part("x"), part("<x>", "text/x-amp-html"), kind="alternative"))
    assert (message.text, message.attachments) == ("x", ())


def test_attaches_the_source_where_it_cuts() -> None:
    message = parsed(mail("regel\n" * 200_000))
    assert len(message.text) + len(message.quoted) <= 1_000_000
    assert [file.name for file in message.attachments] == ["Vraag.eml"]


def test_too_large_says_nothing_about_what_was_not_read() -> None:
    head = (HEAD + "Content-Type: application/pdf; name=a.pdf\r\nList-Id: <x>\r\n\r\n").encode()
    message = parsed(head, problem="too_large")
    assert (message.subject, message.author.handle) == ("Vraag", "jan@klant.nl")
    assert (message.text, message.quoted, message.html, message.attachments) == ("", "", None, ())
    assert message.automatic is Automatic.LIST
