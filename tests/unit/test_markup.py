"""Foreign HTML and text: nothing active or remote left, quick to sanitise and to lay out."""

import random

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from app.services.markup import clean_text, html_to_text, safe_html
from app.services.markup_links import link_host, looks_misleading
from tests.data.html import BOMBS, VECTORS
from tests.effort import examples, repeated, some
from tests.tools.try_messages import active_content, mutated


class Document(QTextDocument):
    """A document that loads nothing and remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def loadResource(self, kind: int, name: object) -> object:  # noqa: N802  Qt's name
        self.asked.append(name.toString())  # type: ignore[attr-defined]
        return None


@pytest.mark.parametrize(
    ("html", "safe"),
    [
        ("<p>Hallo <b>daar</b></p>", "<p>Hallo <b>daar</b></p>"),
        ("<script>x</script><style>y</style><title>z</title>a", "a"),
        ("<svg><text>x</text></svg>a<iframe>b</iframe>", "a"),
        ('<p onclick="x" style="y" class="z">a</p>', "<p>a</p>"),
        ('<font color="red"><span>a</span></font>', "a"),
        ("<!-- x --><!DOCTYPE html><?php y ?><![if z]>a", "a"),
        ("5 < 6 & 7", "5 &lt; 6 &amp; 7"),
        ("&lt;script&gt;", "&lt;script&gt;"),
        ('<img src="cid:p@x" width="40px" height="x">', '<img src="cid:p@x" width="40">'),
        ('<img src="https://x.nl/a.png" alt="Foto &amp; x">', "Foto &amp; x"),
        ('<img src="file:///etc/passwd">a', "a"),
        ('<td colspan="900" width="50%" align="LEFT" dir="x">a', "a"),
        ('<ol start="3"><li>a</ol>', '<ol start="3"><li>a</li></ol>'),
        ('<p align="right" dir="x">a</p>', '<p align="right">a</p>'),
        ("a\0\ud800b", "a\ufffdb"),
        ("", ""),
    ],
)
def test_keeps_what_is_harmless(html: str, safe: str) -> None:
    assert safe_html(html) == safe


def test_bounds_numbers_in_tables() -> None:
    html = '<table width="9000" border="99"><tr><td colspan="900" rowspan="0">a</td></tr></table>'
    safe = safe_html(html)
    assert '<table width="2000" border="5">' in safe
    assert '<td colspan="20" rowspan="1">' in safe
    assert 'width="100%"' in safe_html('<table width="900%"></table>')


@pytest.mark.parametrize(
    "href", ["https://x.nl/?a=1&b=2", "HTTP://x.nl", "mailto:a@b.nl", "tel:06"]
)
def test_keeps_links(href: str) -> None:
    expected = href.replace("&", "&amp;")
    assert (
        safe_html(f'<a href=" {expected} " target=x rel=opener>a</a>')
        == f'<a href="{expected}" rel="noopener noreferrer">a</a>'
    )


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "\u2028javascript:alert(1)",
        "java\tscript:alert(1)",
        "//x.nl/a",
        "/etc/passwd",
        "file:///etc/passwd",
        "cid:a",
        "data:text/html,x",
        "https://x.nl/" + "a" * 5000,
    ],
)
def test_drops_other_links(href: str) -> None:
    assert "href" not in safe_html(f'<a href="{href}">a</a>')


def test_leaves_out_pictures_when_asked() -> None:
    assert safe_html('<img src="cid:a" alt="Foto">', inline_images=False) == "Foto"


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_active_is_left(vector: str) -> None:
    assert active_content(safe_html(vector)) == []


def test_nothing_active_is_left_of_mutations() -> None:
    pick = random.Random(7)
    for _ in range(examples(500, most=20_000)):
        source = " ".join(pick.choices(VECTORS, k=3)).encode("utf-8", "replace")
        html = mutated(source, pick).decode("utf-8", "replace")
        assert active_content(safe_html(html)) == []


def test_qt_asks_for_nothing_but_pictures_of_the_mail(qtbot: QtBot) -> None:
    document = Document()
    document.setHtml(safe_html("".join(VECTORS) + '<img src="cid:a">'))
    document.setTextWidth(600)
    document.documentLayout().documentSize()
    assert set(document.asked) <= {"cid:a"}


@repeated
@pytest.mark.parametrize("name", some(list(BOMBS)))
def test_bombs_are_defused(name: str, qtbot: QtBot) -> None:
    html = BOMBS[name]()
    safe = safe_html(html)
    html_to_text(html)
    assert len(safe) < 450_000
    assert safe.count("<") < 8_000
    document = Document()
    document.setHtml(safe)
    document.setTextWidth(600)
    assert document.documentLayout().documentSize().height() > 0


@repeated
def test_the_limits_hold() -> None:
    assert safe_html("<table><tr><td>" * 20).count("<table>") == 5
    assert safe_html("<div>" * 200).count("<div>") == 60
    assert safe_html("<ul><li>" * 50).count("<ul>") == 12
    assert safe_html("<p>a" * 9_000).count("<p>") == 3_000
    assert safe_html('<img src="cid:a">' * 900).count("<img") == 200
    assert safe_html("<pre>" + "a\n" * 9_000).count("\n") == 3_000
    assert safe_html("<table><tr>" + '<td colspan="20">a' * 300).count("colspan") == 100
    assert len(safe_html("woord " * 90_000)) == 150_001
    assert safe_html("a" * 5_000) == "\u200b".join(["a" * 2_000, "a" * 2_000, "a" * 1_000])


@repeated
def test_the_text_of_dropped_tags_stays() -> None:
    words = [f"w{number}" for number in range(4_000)]
    safe = safe_html("".join(f"<p>{word}</p>" for word in words))
    assert html_to_text(safe).split() == words


def test_a_word_over_several_tags_is_broken() -> None:
    assert "\u200b" in safe_html("<b>a</b>" * 1_400 + "a" * 700)
    assert "\u200b" not in safe_html("<p>" + "a" * 1_500 + "</p>" + "a" * 1_500)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>een</p><p>twee</p>", "een\n\ntwee"),
        ("een<br>twee<div>drie</div>", "een\ntwee\ndrie"),
        ("<ul><li>een<li>twee</ul>", "  * een\n  * twee"),
        ("<table><tr><td>Naam<td>Jan<tr><td>Vraag<td>Hoi</table>Na", "Naam Jan\nVraag Hoi\nNa"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("a&nbsp;b &euro; &lt;c&gt;", "a b € <c>"),
        ("<p>a</p>" + "<p>&nbsp;</p>" * 9 + "<p>b</p>", "a\n\nb"),
        ("<style>x</style>", ""),
        ("", ""),
    ],
)
def test_makes_text(html: str, text: str) -> None:
    assert html_to_text(html) == text


def test_cleans_text() -> None:
    assert clean_text("a\r\nb\rc\0\x07\x7f\td\ud83de\U0001f600") == "a\nb\nc\td\ufffde\U0001f600"


@pytest.mark.parametrize(
    ("href", "host"),
    [
        ("https://WWW.Winkel.nl:8443/x", "www.winkel.nl"),
        ("http://goed.nl\\@kwaad.ru/", "goed.nl"),
        ("http://goed.nl@kwaad.ru/", "kwaad.ru"),
        ("mailto:a@B.nl?subject=x", "b.nl"),
        ("https://[::1", None),
        ("https://a b.nl", None),
        ("https://", None),
        ("tel:06", None),
        ("mailto:", None),
    ],
)
def test_finds_the_host_of_a_link(href: str, host: str | None) -> None:
    assert link_host(href) == host


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        ("https://kwaad.ru/", "https://www.bank.nl/"),
        ("https://kwaad.ru/", "www.bank.nl"),
        ("https://kwaad.ru/", "bank.nl/inloggen"),
        ("https://kwaad.ru/", "ba\u200bnk.nl"),
        ("https://kwaad.ru/", "Ga naar https://bank.nl nu"),
        ("https://bank.nl.kwaad.ru/", "bank.nl"),
        ("https://bank.nl", "b\u0430nk.nl"),
        ("https://xn--bnk-5cd.nl/", "Klik hier"),
        ("https://b\u0430nk.nl/", "Klik hier"),
        ("https://192.168.1.1/", "Klik hier"),
        ("http://[::1]/", "Klik hier"),
        ("http://3232235777/", "Klik hier"),
        ("http://0x7f.1/", "Klik hier"),
        ("https://bank.nl@kwaad.ru/", "Klik hier"),
        ("https://[kapot", "Klik hier"),
        ("mailto:a@kwaad.ru", "a@bank.nl"),
    ],
)
def test_warns_of_misleading_links(href: str, shown: str) -> None:
    assert looks_misleading(href, shown)


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        ("https://www.bank.nl/inloggen", "bank.nl"),
        ("https://mijn.bank.nl/", "www.bank.nl"),
        ("https://bank.nl/", "https://mijn.bank.nl/x"),
        ("https://winkel.nl/a", "Klik hier"),
        ("https://winkel.nl/a", "factuur.pdf"),
        ("https://winkel.nl/a", "Bekijk de voorwaarden, o.a. over B.V. en 1.234,56"),
        ("mailto:a@b.nl?subject=x", "A@b.nl"),
        ("mailto:a@b.nl", "Mail ons"),
        ("tel:+31201234567", "020-1234567"),
    ],
)
def test_does_not_warn_of_honest_links(href: str, shown: str) -> None:
    assert not looks_misleading(href, shown)
