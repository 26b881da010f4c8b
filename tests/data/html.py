"""HTML made to do something, and HTML made to take long; everything here is made up."""

from collections.abc import Callable

_MANY = 30_000
_CELL = "<table><tr><td>"

VECTORS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='https://x.nl/a.png'>",
    "<img src=//x.nl/a.png srcset='https://x.nl/b.png 2x'>",
    "<img src=file:///etc/passwd>",
    "<img src=' cid:a' style='background:url(https://x.nl)'>",
    "<img src='cid:a\"onerror=x'>",
    "<svg onload=alert(1)><image href='https://x.nl/a'></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<form><math><mtext></form><form>"
    "<mglyph><svg><mtext><style><path id='</style><img onerror=x>'>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='jav&#x09;ascript:alert(1)'>a</a>",
    "<a href='\u2028javascript:alert(1)'>a</a>",
    "<a href='\x01javascript:alert(1)'>a</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>a</a>",
    "<a href='vbscript:x'>a</a><a href='FILE://x/share'>b</a>",
    "<base href='https://x.nl/'><a href='x'>a</a>",
    "<meta http-equiv=refresh content='0;url=https://x.nl'>",
    "<link rel=stylesheet href='https://x.nl/a.css'>",
    "<style>@import 'https://x.nl/a.css'</style>",
    "<style>a</style\n><b>x</b>",
    "<iframe srcdoc='<script>x</script>'></iframe>",
    "<object data='https://x.nl'></object><embed src='https://x.nl'>",
    "<video poster='https://x.nl'><source src='https://x.nl'></video><audio src='https://x.nl'>",
    "<table background='https://x.nl/a.png'><td background='https://x.nl/b.png'>x</table>",
    "<body background='https://x.nl/a.png' onload=x>",
    "<input type=image src='https://x.nl'><button formaction='javascript:x'>a</button>",
    "<!--<img src='--><img src=x onerror=alert(1)>'>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<title><img src=x onerror=alert(1)></title>",
    "<textarea><img src=x onerror=alert(1)></textarea><xmp><b>x</b></xmp>",
    "<template><img src=x onerror=alert(1)></template>",
    "<p style='background-image:url(https://x.nl)' title='a>b'>x</p>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<a href='https://x.nl' ping='https://y.nl' onclick=x>a</a>",
    "<img alt='\"><script>x</script>' src=cid:a>",
    "<img alt='<script>x</script>'>",
]

BOMBS: dict[str, Callable[[], str]] = {
    "nested_divs": lambda: "<div>" * _MANY,
    "nested_tables": lambda: _CELL * _MANY,
    "nested_lists": lambda: "<ul><li>" * _MANY + "x",
    "nested_quotes": lambda: "<blockquote>" * _MANY + "foo " * 50_000,
    "nested_bold": lambda: "<b>" * _MANY,
    "nested_mixed": lambda: "<div></span><div><p></b>" * _MANY,
    "nested_definitions": lambda: "<dl><dd>" * _MANY,
    "foreign": lambda: "<svg>" + "<td>" * _MANY,
    "reopened_formats": lambda: (
        "".join(f"<b><i a={number}></b>" for number in range(10_000)) + "<p>" * 10_000
    ),
    "images": lambda: "<img src='cid:a'>" * _MANY,
    "large_images": lambda: "<img src='cid:a' width=90000 height=90000>" * 20_000,
    "one_word": lambda: "a" * 500_000,
    "hard_spaces": lambda: "&nbsp;" * 200_000,
    "references": lambda: "&amp;" * 100_000,
    "long_attribute": lambda: f"<a href='{'x' * 500_000}'>k</a>",
    "many_attributes": lambda: f"<p {'a ' * 500_000}>k",
    "unclosed_tags": lambda: "<a " * 100_000,
    "less_than": lambda: "<" * 500_000,
    "unclosed_comments": lambda: "<!--" * _MANY,
    "unclosed_styles": lambda: "<style>" * _MANY,
    "links": lambda: "<a href='https://a.nl'>a" * 50_000,
    "spans": lambda: ("<table>" + "<tr><td colspan=99 rowspan=99>x" * 20) * 100,
    "cells": lambda: "<table>" + ("<tr>" + "<td>x" * 50) * 2_000,
    "deep_text": lambda: _CELL * 5 + "foo bar " * 25_000,
    "deep_rows": lambda: (
        _CELL * 4 + "<table>" + ("<tr><td>" + "foo " * 20 + "<td>" + "x " * 60) * 1_000
    ),
    "deep_lines": lambda: _CELL * 5 + "<pre>" + "foo \n" * 45_000,
    "deep_breaks": lambda: _CELL * 5 + "foo<br>" * 15_000,
    "deep_emoji": lambda: _CELL * 5 + "\U0001f468 " * _MANY,
    "deep_arabic": lambda: _CELL * 5 + "\u0628\u0628 " * 66_000,
    "deep_pictures": lambda: _CELL * 5 + "<img src='cid:a' width=9 height=9> " * 900,
    "lines": lambda: "<pre>" + "x\n" * 200_000,
    "breaks": lambda: "x<br>" * _MANY,
    "text": lambda: "Hallo daar. " * 80_000,
}
"""HTML made to take long, in the sanitiser or in Qt's layout."""
