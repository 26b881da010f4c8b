"""How a printed handbook looks: the part of CSS that QTextDocument knows, in points."""

import re
from collections.abc import Sequence
from html import escape

from app.models.rules.handbook.images import FOLDER

SIZE, INDENT = 10, 18
CHART_HEAD = 30.0
"""Room for the title above a chart."""

_KINDS = {"choice": "#a16207", "ask": "#6b4fbb", "send": "#2b6cb0", "end": "#2e7d4f"}
_NUMBERS = "".join(
    f"table.{kind} td.number {{ background-color: {colour}; }}\n"
    for kind, colour in {"do": "#697586", **_KINDS}.items()
)
STYLE = f"""
body {{ color: #1f2933; }}
h1 {{ font-size: 24px; font-weight: bold; margin: 0 0 6px 0; color: #0f766e; }}
h2 {{ font-size: 14px; font-weight: bold; margin: 16px 0 5px 0; }}
h3 {{ font-size: 11px; font-weight: bold; margin: 12px 0 3px 0; }}
h4 {{ font-size: 10px; font-weight: bold; margin: 10px 0 2px 0; }}
p {{ margin: 0 0 6px 0; line-height: 122%; }}
li {{ margin: 0 0 3px 0; line-height: 122%; }}
ul, ol {{ margin: 2px 0 8px 0; -qt-list-indent: 1; }}
a {{ color: #0f766e; text-decoration: none; }}
code, pre {{ font-family: monospace; font-size: 9px; }}
blockquote {{ margin: 4px 0 8px 14px; color: #5b6774; }}
.note {{ color: #5b6774; font-size: 8px; margin-bottom: 10px; }}
.faint {{ color: #5b6774; font-size: 8px; }}
.lead {{ color: #5b6774; font-size: 11px; margin-bottom: 8px; }}
.kind {{ color: #5b6774; font-size: 8px; margin-bottom: 1px; }}
.what {{ font-weight: bold; margin-bottom: 2px; }}
.result {{ color: #5b6774; font-size: 8px; margin-bottom: 1px; }}
.place {{ background-color: #fdecc8; color: #7a4a00; }}
.letter-head {{ color: #0f766e; }}
th {{ text-align: left; font-weight: bold; }}
td, th {{ vertical-align: top; }}
table.grid td, table.grid th, table.terms td, table.terms th {{ border-bottom: 1px solid #d9e0e6; }}
table.grid td, table.terms td, table.terms th {{ font-size: 9px; }}
thead th {{ background-color: #e4f3f1; font-size: 9px; }}
table.facts th {{ color: #5b6774; font-weight: normal; font-size: 9px; }}
table.facts td {{ font-weight: bold; font-size: 9px; }}
td.number {{ color: #ffffff; font-weight: bold; text-align: center; }}
{_NUMBERS}
td.told {{ background-color: #f4f7f8; }}
td.told {{ font-size: 9px; }}
td.told p {{ margin-bottom: 2px; }}
td.told li {{ margin-bottom: 1px; }}
table.step {{ margin-bottom: 4px; }}
table.facts {{ margin-bottom: 8px; }}
td.letter {{ background-color: #f4f7f8; }}
td.band {{ background-color: #0f766e; width: 3px; }}
table.contents td {{ border-bottom: 1px solid #e6ebef; }}
table.contents td.page {{ text-align: right; width: 40px; }}
td.chapter {{ font-weight: bold; }}
"""

_TABLES = {
    "grid": 'width="100%" cellspacing="0" cellpadding="4" border="0"',
    "terms": 'width="100%" cellspacing="0" cellpadding="4" border="0"',
    "facts": 'cellspacing="0" cellpadding="2" border="0"',
    "step": 'width="100%" cellspacing="0" cellpadding="6" border="0"',
    "contents": 'width="100%" cellspacing="0" cellpadding="3" border="0"',
}
_TABLE = re.compile(r'<table class="(\w+)([^"]*)">')
_WIDTHS = {'<td class="number"': 26, '<th class="term"': 118}
"""Columns that are as wide in every table, in points; CSS cannot tell it."""

_BARE = re.compile(r"<table>")
_LETTER = re.compile(r'<div class="letter">(.*?)</div>', re.DOTALL)
_PICTURE = re.compile(rf'<img src="{FOLDER}/([^"]+)"([^>]*?) width="(\d+)" height="(\d+)"[^>]*>')
_AROUND = re.compile(r"<(p|li)>(?=(?:(?!</?(?:p|li|ul|ol)>).)*<img )", re.DOTALL)
_TIGHT = r'<\1 style="line-height: 100%">'
"""A line is as high as the picture in it; more of it would be a gap."""

_DOT, _PICTURE_WIDTH, _PICTURE_HEIGHT = 0.75, 420.0, 480.0
_COLLAPSE = 'style="border-collapse: collapse"'


def printable(html: str) -> str:
    """Return a part's HTML with what QTextDocument needs: it knows no borders or padding in CSS."""
    html = _BARE.sub('<table class="grid">', html)
    html = _TABLE.sub(
        lambda found: f'<table class="{found[1]}{found[2]}" {_TABLES[found[1]]} {_COLLAPSE}>', html
    )
    for cell, width in _WIDTHS.items():
        html = html.replace(cell, f'{cell} width="{width}"')
    html = _PICTURE.sub(_fitted, _AROUND.sub(_TIGHT, html))
    letter = (
        '<table width="100%" cellspacing="0" cellpadding="7" border="0"><tr>'
        r'<td class="letter">\1</td></tr></table>'
    )
    return f"<html><body>{_LETTER.sub(letter, html)}</body></html>"


def pictures_in(html: str) -> list[str]:
    """Return the names of the pictures of a part."""
    return [found[1] for found in _PICTURE.finditer(html)]


def _fitted(found: re.Match[str]) -> str:
    """Return a picture as large as it is on a screen, and no larger than a page has room for."""
    width, height = int(found[3]) * _DOT, int(found[4]) * _DOT
    scale = min(1.0, _PICTURE_WIDTH / width, _PICTURE_HEIGHT / height)
    size = f'width="{round(width * scale)}" height="{round(height * scale)}"'
    return f'<img src="{FOLDER}/{found[1]}"{found[2]} {size}>'


def contents(rows: Sequence[tuple[str, str, int, int]]) -> str:
    """Return a list of parts with their pages: name, title, level and number of the page."""
    told = ""
    for name, title, level, number in rows:
        kind = "chapter" if level == 1 else "inner"
        indent = "&nbsp;" * 6 * (level - 1)
        link = f'<a href="#{escape(name)}">{escape(title)}</a>'
        told += (
            f'<tr><td class="{kind}">{indent}{link}</td>'
            f'<td class="page {kind}">{number or "000"}</td></tr>'
        )
    return f'<table class="contents"><tbody>{told}</tbody></table>'
