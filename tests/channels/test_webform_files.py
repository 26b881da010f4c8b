"""The contact form of the owner: pages that everybody can use, and mails that Balie reads."""

import email
import json
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.models.rules.errors import InvalidValueError
from app.services.channels.api import InboundMessage, ParseContext, Person, RawItem
from app.services.channels.email.form_files import (
    PROGRAM,
    Details,
    FormNotWrittenError,
    export,
    files,
)
from app.services.channels.email.parse import parse_mail
from app.services.channels.email.webform import FIELDS
from tests.servers.processes import free_ports, program

FIRM = "Jansen's Lampen & \\Zn. <b>"
DETAILS = Details(FIRM, "info@winkel.nl", privacy="https://winkel.nl/avg?a=1&b=2")


class Read(HTMLParser):
    """What a reader of a page meets."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts += data

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in tags]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_has_a_label_and_nothing_runs(language: str) -> None:
    page = Read(files(DETAILS)[f"contact-{language}.html"])
    assert page.all("html") == [{"lang": language}]
    labelled = {label["for"] for label in page.all("label")}
    shown = [one for one in page.all("input", "textarea") if one.get("type") != "hidden"]
    assert {one["id"] for one in shown} == labelled
    assert {str(one["name"]) for one in shown} == {*FIELDS, "website", "consent"} - {"page_url"}
    assert not page.all("script", "link", "img", "iframe", "b")
    assert not [name for _tag, found in page.tags for name in found if name.startswith("on")]
    assert FIRM in page.texts
    (trap,) = [one for one in shown if one["name"] == "website"]
    assert (trap["tabindex"], trap["autocomplete"]) == ("-1", "off")
    assert {"aria-hidden": "true", "class": "trap"} in page.all("div")
    assert page.all("a") == [{"href": DETAILS.privacy}]
    assert "@@" not in page.texts


def test_without_a_page_about_privacy_there_is_no_link() -> None:
    assert "<a " not in files(Details("Winkel", "info@winkel.nl"))["contact-nl.html"]


@pytest.mark.parametrize(
    "details",
    [
        Details(" \n", "info@winkel.nl"),
        Details("Winkel", "info"),
        Details("Winkel", "-x@winkel.nl"),
        Details("Winkel", "info@wïnkel.nl"),
        Details("Winkel", "info@winkel.nl", sender="geen"),
        Details("Winkel", "info@winkel.nl", privacy="javascript:alert(1)"),
        Details("Winkel", "info@winkel.nl", privacy="https://[x"),
    ],
)
def test_what_no_form_can_have_is_refused(details: Details) -> None:
    with pytest.raises(InvalidValueError):
        files(details)


def test_a_folder_that_takes_no_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "hier").write_text("x")
    with pytest.raises(FormNotWrittenError, match="hier"):
        export(tmp_path / "hier", DETAILS)


# --- behind it --------------------------------------------------------------------------------


class Site:
    """A web host with the exported form, whose mail server writes mails to a folder."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url

    def post(self, referrer: str = "", **fields: str) -> tuple[int, str]:
        """Fill in the form; returns the status and the page."""
        data = urllib.parse.urlencode(fields, encoding="utf-8").encode()
        headers = {"Referer": referrer} if referrer else {}
        request = urllib.request.Request(f"{self.url}/{PROGRAM}", data, headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def mails(self) -> list[bytes]:
        """Return the mails that were sent, oldest first."""
        return [one.read_bytes() for one in sorted((self.folder / "mails").iterdir())]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    (folder / "mails").mkdir()
    export(folder / "www", DETAILS)
    sendmail = folder / "sendmail.py"
    sendmail.write_text(
        "import pathlib, sys, time\n"
        f"box = pathlib.Path({str(folder / 'mails')!r})\n"
        "data = sys.stdin.buffer.read()\n"
        "(box / f'{time.time_ns()}').write_bytes(data)\n"
    )
    (port,) = free_ports(1)
    command = [program("php", "php-cli"), "-d", f"sendmail_path={sys.executable} {sendmail}"]
    command += ["-S", f"127.0.0.1:{port}", "-t", str(folder / "www")]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = Site(folder, f"http://127.0.0.1:{port}")
    try:
        for _ in range(100):
            try:
                found.post()
                break
            except OSError:
                time.sleep(0.05)
        yield found
    finally:
        server.kill()
        server.wait()


WHOLE = {
    "lang": "nl",
    "name": "Zoë de Vries-van der Meer tot Vollenhove en nog veel meer",
    "email": "zoe@klant.nl",
    "phone": "06-12345678",
    "order_no": "2026-17",
    "subject": "Lamp € 10, kapot",
    "message": "De lamp is stuk.\r\n.\r\nKunt u \U0001f527 helpen?",
    "consent": "1",
    "website": "",
}


def understood(data: bytes) -> InboundMessage:
    item = RawItem("1:1", "INBOX", datetime(2026, 11, 23, tzinfo=UTC), data)
    return parse_mail(item, ParseContext(frozenset({"info@winkel.nl"})))


def test_what_is_filled_in_arrives_as_the_customers_message(site: Site) -> None:
    before = len(site.mails())
    status, page = site.post("https://winkel.nl/contact?x=1", **WHOLE)
    assert (status, "Dank voor uw bericht" in page, "Zoë" in page) == (200, True, False)
    (data,) = site.mails()[before:]
    message = understood(data)
    assert (message.via, message.automatic) == ("webform", None)
    assert message.author == Person("zoe@klant.nl", WHOLE["name"])
    assert message.subject == WHOLE["subject"]
    assert message.text == (
        "De lamp is stuk.\n.\nKunt u \U0001f527 helpen?\n\nTelefoon: 06-12345678\n"
        "Bestelnummer: 2026-17\nPagina: https://winkel.nl/contact?x=1"
    )
    head = data.partition(b"\n\n")[0].replace(b"\r\n", b"\n").partition(b"\n\n")[0].decode("ascii")
    assert "<formulier@winkel.nl>" in head
    assert "To: info@winkel.nl" in head
    assert max(map(len, head.splitlines())) < 120


def test_the_lines_say_the_same_as_the_json(site: Site) -> None:
    before = len(site.mails())
    site.post(**WHOLE | {"lang": "en", "message": "Only lines"})
    (data,) = site.mails()[before:]
    message, lines = understood(data), understood(data.replace(b"webcare.json", b"anders.json"))
    assert lines.text == message.text
    assert (lines.author, lines.subject) == (message.author, message.subject)
    assert "Order number: 2026-17" in message.text


def test_sent_twice_it_is_one_message(site: Site) -> None:
    before = len(site.mails())
    for _ in range(2):
        site.post(**WHOLE | {"message": "Twee keer geklikt"})
    first, second = map(understood, site.mails()[before:])
    assert (first.key, first.fingerprint) == (second.key, second.fingerprint)


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"website": "spam"}, 200),
        ({"email": "geen adres"}, 422),
        ({"email": "a@b.nl\r\nBcc: c@d.nl"}, 422),
        ({"name": " "}, 422),
        ({"message": ""}, 422),
        ({"consent": ""}, 422),
    ],
)
def test_what_is_not_right_sends_nothing(site: Site, changed: dict[str, str], status: int) -> None:
    before = len(site.mails())
    assert site.post(**WHOLE | changed)[0] == status
    assert len(site.mails()) == before


def test_no_field_becomes_a_header_or_another_mail(site: Site) -> None:
    before = len(site.mails())
    evil = "x\r\nBcc: iedereen@elders.nl\r\n\r\nTekst"
    site.post(**WHOLE | {"name": evil, "subject": evil, "phone": evil, "message": "\0.\r\nQUIT"})
    (data,) = site.mails()[before:]
    assert b"\nBcc" not in data
    assert understood(data).author.name == "x Bcc: iedereen@elders.nl Tekst"


def test_whoever_asks_for_the_program_gets_the_form(site: Site) -> None:
    with urllib.request.urlopen(f"{site.url}/{PROGRAM}", timeout=10) as answer:
        assert answer.url.endswith("/contact-nl.html")
        assert FIRM in Read(answer.read().decode()).texts


def test_the_json_holds_the_whole_contract(site: Site) -> None:
    before = len(site.mails())
    site.post(**WHOLE | {"message": "Contract"})
    (data,) = site.mails()[before:]
    parts = [one for one in email.message_from_bytes(data).walk() if not one.is_multipart()]
    payload = parts[1].get_payload(decode=True)
    assert isinstance(payload, bytes)
    found = json.loads(payload)
    assert set(found) == {*FIELDS, "v", "form", "submitted_at", "consent", "id"}
    assert datetime.fromisoformat(found["submitted_at"]).tzinfo is not None
