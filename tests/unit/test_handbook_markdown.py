"""Markdown of pages as HTML: the usual part of it, and nothing that acts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.handbook.markdown_html import html_of


def to(address: str) -> str:
    return address.replace(".md", ".html") if address.endswith(".md") else ""


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("een\ntwee", "<p>een twee</p>"),
        ("een  \ntwee\\\ndrie", "<p>een<br>twee<br>drie</p>"),
        ("# Kop\n## Kop *schuin* #", "<h2>Kop</h2><h2>Kop <em>schuin</em></h2>"),
        ("**vet** __vet__ _schuin_ ~~weg~~",
         "<p><strong>vet</strong> <strong>vet</strong> <em>schuin</em> <del>weg</del></p>"),
        ("2 * 3 * 4, een_twee_drie, \\*zo\\*", "<p>2 * 3 * 4, een_twee_drie, *zo*</p>"),
        ("`a * <b>`", "<p><code>a * &lt;b&gt;</code></p>"),
        ("- a\n- b\n  - c\n\n- d", "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>"),
        ("5. a\n6. b\n\n   c", '<ol start="5"><li>a</li><li>b<p>c</p></li></ol>'),
        ("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("- a\ngaat door\n\nniet meer", "<ul><li>a gaat door</li></ul><p>niet meer</p>"),
        ("- > a\n- # b", "<ul><li><blockquote><p>a</p></blockquote></li><li><h2>b</h2></li></ul>"),
        ("> een\n> twee", "<blockquote><p>een twee</p></blockquote>"),
        ("a\n> b\n\n---", "<p>a</p><blockquote><p>b</p></blockquote><hr>"),
        ("```\n<a>\n- b\n```\nc", "<pre><code>&lt;a&gt;\n- b</code></pre><p>c</p>"),
        ("~~~\nopen", "<pre><code>open</code></pre>"),
        ("| a | b |\n|---|:-:|\n| 1 \\| 2 | **3** | 4 |\n| 5",
         "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1 | 2</td>"
         "<td><strong>3</strong></td></tr><tr><td>5</td><td></td></tr></tbody></table>"),
        ("[te laat](te-laat.md) [weg](weg.txt)", '<p><a href="te-laat.html">te laat</a> weg</p>'),
        ("<https://a.example/b> en https://a.example/c.",
         '<p><a href="https://a.example/b">https://a.example/b</a> en '
         '<a href="https://a.example/c">https://a.example/c</a>.</p>'),
        ("![een foto](x.png)", "<p><em>een foto</em></p>"),
        ("<script>alert(1)</script> [x](javascript:alert(1))",
         "<p>&lt;script&gt;alert(1)&lt;/script&gt; x)</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_usual_marks_become_html_and_all_else_is_text(markdown: str, html: str) -> None:
    assert html_of(markdown, to) == html


def test_what_is_nested_too_deeply_is_told_as_plain_text() -> None:
    assert html_of(">" * 40 + " a", to).count("<blockquote>") == 7


def test_a_heading_goes_down_by_as_much_as_asked() -> None:
    assert html_of("## a\n###### b", to, shift=2) == "<h4>a</h4><h6>b</h6>"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("ab -*_`#>|[]()!\\\n<12.~:\"'&")), max_size=80))
def test_any_text_can_be_told_and_no_tag_of_its_own_gets_through(text: str) -> None:
    found = html_of(f"{text}\n\n<img src=x onerror=a()>", to)
    assert "<img" not in found
    assert "<script" not in found
