"""The Markdown of pages as HTML that does nothing: a plain part of it, and everything escaped."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Protocol, runtime_checkable

import nh3

Resolve = Callable[[str], str]
"""Gives the address that a link to another page ("te-laat.md#stap") leads to; "" for none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a picture is to be had, and its size in dots."""

    address: str
    width: int
    height: int


@runtime_checkable
class ShowsPictures(Protocol):
    """A Resolve that knows pictures too; without it they are told by what stands for them."""

    def picture(self, address: str) -> Shown | None:
        """Return a picture that a text names, None when it is not there."""
        ...


_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_ITEM = re.compile(r"( *)(?:[-*+]|(\d{1,9})[.)])\s+(.*)")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_ROW_LINE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_CELLS = re.compile(r"(?<!\\)\|")
_INLINE = re.compile(
    r"(?P<escaped>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)(?P<coded>.+?)(?P=code)(?!`)"
    r"|(?P<image>!\[(?P<alt>[^\]\n]*)\]\(\s*<?(?P<source>[^)\s>]*)[^)\n]*\))"
    r"|\[(?P<label>(?:\\.|[^\]\\\n])+)\]\((?P<address>[^)\s]*)(?:\s+\"[^\"\n]*\")?\)"
    r"|<(?P<auto>(?:https?://|mailto:)[^>\s]+)>"
    r"|(?P<bare>https?://[^\s<>()]+[^\s<>().,;:!?'\"])"
    r"|\*\*(?=\S)(?P<strong>.+?)(?<=\S)\*\*"
    r"|(?<!\w)__(?=\S)(?P<strong_>.+?)(?<=\S)__(?!\w)"
    r"|\*(?=[^\s*])(?P<em>.+?)(?<=[^\s*])\*(?!\*)"
    r"|(?<!\w)_(?=[^\s_])(?P<em_>.+?)(?<=[^\s_])_(?!\w)"
    r"|~~(?=\S)(?P<gone>.+?)(?<=\S)~~"
)
_OUTSIDE = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
_TAGS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code",
         "hr", "table", "thead", "tbody", "tr", "th", "td", "a", "strong", "em", "del", "br", "img",
         }  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "img": {"src", "alt", "width", "height"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_DEEPEST = 6
"""Quotes and lists within each other beyond this are told as plain text."""


def html_of(markdown: str, resolve: Resolve, *, shift: int = 0) -> str:
    """Return a text as HTML: headings, lists, quotes, code, tables, emphasis and links.

    Pictures are shown when `resolve` has them, else told by what stands for them; HTML is text.

    Args:
        shift: by how much headings go down; the first level is the title's in any case.
    """
    found = "".join(_blocks(markdown.split("\n"), resolve, shift, 0))
    return nh3.clean(
        found, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None,
    )  # fmt: skip


def inline(text: str, resolve: Resolve) -> str:
    """Return one run of text as HTML."""
    found, at = [], 0
    for match in _INLINE.finditer(text):
        found += [escape(text[at : match.start()]), _span(match, resolve)]
        at = match.end()
    return "".join([*found, escape(text[at:])])


def _span(match: re.Match[str], resolve: Resolve) -> str:
    if match["escaped"]:
        return escape(match["escaped"][1])
    if match["code"]:
        return f"<code>{escape(match['coded'].strip())}</code>"
    if match["image"]:
        return _picture(match["source"], match["alt"], resolve)
    if match["label"]:
        return _link(match["address"], inline(match["label"], resolve), resolve)
    if address := match["auto"] or match["bare"]:
        return _link(address, escape(address.removeprefix("mailto:")), resolve)
    for tag, name in (("strong", "strong"), ("strong", "strong_"), ("em", "em"), ("em", "em_")):
        if match[name]:
            return f"<{tag}>{inline(match[name], resolve)}</{tag}>"
    return f"<del>{inline(match['gone'], resolve)}</del>"


def _picture(source: str, alt: str, resolve: Resolve) -> str:
    known: object = resolve  # a function can be what a protocol asks for, which mypy denies
    shown = known.picture(source) if isinstance(known, ShowsPictures) else None
    if shown is None:
        return f"<em>{escape(alt)}</em>"
    size = f'width="{shown.width}" height="{shown.height}"'
    return f'<img src="{escape(shown.address)}" alt="{escape(alt)}" {size}>'


def _link(address: str, label: str, resolve: Resolve) -> str:
    target = address if _OUTSIDE.fullmatch(address) else resolve(address)
    return f'<a href="{escape(target)}">{label}</a>' if target else label


# --- blocks ----------------------------------------------------------------------------------


def _blocks(lines: list[str], resolve: Resolve, shift: int, depth: int) -> Iterator[str]:
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif depth > _DEEPEST:
            yield f"<p>{inline(' '.join(' '.join(lines[at:]).split()), resolve)}</p>"
            return
        else:
            end = _end(lines, at)
            yield _block(lines[at:end], resolve, shift, depth)
            at = end


def _end(lines: list[str], at: int) -> int:
    """Return where the block that begins at a line ends."""
    if _FENCE.match(lines[at]):
        return _fence_end(lines, at)
    if _HEADING.match(lines[at]) or _RULE.match(lines[at]):
        return at + 1
    if _ITEM.match(lines[at]):
        return _list_end(lines, at)
    end = at + 1
    quoted = lines[at].lstrip().startswith(">")
    while end < len(lines) and lines[end].strip():
        begins = _HEADING.match(lines[end]) or _FENCE.match(lines[end]) or _ITEM.match(lines[end])
        if not quoted and (begins or lines[end].lstrip().startswith(">")):
            break
        end += 1
    return end


def _fence_end(lines: list[str], at: int) -> int:
    mark = lines[at].strip()[:3]
    for end in range(at + 1, len(lines)):
        if lines[end].strip().startswith(mark):
            return end + 1
    return len(lines)


def _list_end(lines: list[str], at: int) -> int:
    """Return the end of a list: the first line at its margin that is no item of its kind."""
    first = _ITEM.match(lines[at])
    assert first is not None  # noqa: S101  looked up by the caller
    margin, end = len(first[1]), at + 1
    while end < len(lines):
        line = lines[end]
        item = _ITEM.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if item and indent <= margin + 1:
            if (item[2] is None) != (first[2] is None):
                break
        elif line.strip() and indent <= margin and (not lines[end - 1].strip() or _new(line)):
            break
        end += 1
    return end


def _new(line: str) -> bool:
    return bool(_HEADING.match(line) or _FENCE.match(line) or line.startswith(">"))


def _block(lines: list[str], resolve: Resolve, shift: int, depth: int) -> str:
    if _FENCE.match(lines[0]):
        closed = len(lines) > 1 and _FENCE.match(lines[-1])
        code = "\n".join(lines[1:-1] if closed else lines[1:])
        return f"<pre><code>{escape(code)}</code></pre>"
    if heading := _HEADING.match(lines[0]):
        level = min(max(len(heading[1]) + shift, 2), 6)
        return f"<h{level}>{inline(heading[2], resolve)}</h{level}>"
    if _RULE.match(lines[0]):
        return "<hr>"
    if _ITEM.match(lines[0]):
        return _list(lines, resolve, shift, depth)
    if lines[0].lstrip().startswith(">"):
        inner = [line.lstrip().removeprefix(">").removeprefix(" ") for line in lines]
        return f"<blockquote>{''.join(_blocks(inner, resolve, shift, depth + 1))}</blockquote>"
    if len(lines) > 1 and "|" in lines[0] and _ROW_LINE.match(lines[1]):
        return _table(lines, resolve)
    return f"<p>{_run(lines, resolve)}</p>"


def _run(lines: list[str], resolve: Resolve) -> str:
    """Return lines as one run of text; two spaces or a backslash at an end break it there."""
    text = "\n".join(re.sub(r"(?: {2,}|\\)$", "\0", line.lstrip()) for line in lines)
    text = " ".join(text.replace("\0\n", "\0").replace("\n", " ").split(" "))
    return "<br>".join(inline(part.strip(), resolve) for part in text.strip("\0 ").split("\0"))


def _list(lines: list[str], resolve: Resolve, shift: int, depth: int) -> str:
    first = _ITEM.match(lines[0])
    assert first is not None  # noqa: S101  looked up by the caller
    items: list[list[str]] = []
    margin, width = len(first[1]), 0
    for line in lines:
        item = _ITEM.match(line)
        if item and len(item[1]) <= margin + 1:
            items.append([item[3]])
            width = len(line) - len(item[3])
        else:
            indent = len(line) - len(line.lstrip(" "))
            items[-1].append(line[min(indent, width) :])
    told = "".join(f"<li>{_item(item, resolve, shift, depth)}</li>" for item in items)
    if first[2] is None:
        return f"<ul>{told}</ul>"
    number = int(first[2])
    return f'<ol start="{number}">{told}</ol>' if number != 1 else f"<ol>{told}</ol>"


def _item(lines: list[str], resolve: Resolve, shift: int, depth: int) -> str:
    """Return an item; a lone paragraph stands in it without one of its own."""
    end = _end(lines, 0) if lines[0].strip() else 1
    if _block_of_its_own(lines[0]):
        return "".join(_blocks(lines, resolve, shift, depth + 1))
    rest = "".join(_blocks(lines[end:], resolve, shift, depth + 1))
    return _run(lines[:end], resolve) + rest


def _block_of_its_own(line: str) -> bool:
    return bool(_ITEM.match(line) or _new(line))


def _table(lines: list[str], resolve: Resolve) -> str:
    head, *rows = [_cells(line, resolve) for line in (lines[0], *lines[2:])]
    heads = "".join(f"<th>{cell}</th>" for cell in head)
    body = ""
    for row in rows:
        cells = [*row[: len(head)], *[""] * (len(head) - len(row))]
        body += f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _cells(line: str, resolve: Resolve) -> list[str]:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return [inline(cell.replace("\\|", "|").strip(), resolve) for cell in _CELLS.split(bare)]
