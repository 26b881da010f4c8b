"""How much foreign HTML may weigh, before and after it is sanitised."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape, unescape
from math import prod


def element_names(text: str) -> frozenset[str]:
    """Return the names in `text`, which stands for a long list of short strings."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is let through.

    Attributes:
        characters: of text, as bytes of UTF-8 since rare letters and emoji take longest to lay
            out; the rest is cut off with an ellipsis. Inside nested tables, text, lines and tags
            count as a multiple.
        tags, depth, tables, lists, images: of elements, and of each kind within each other;
            the tags beyond are dropped, their text stays.
        spans: fields that cells of more than one column or row cover, in all.
        lines: line breaks inside `pre`, in all.
        word: characters without a place to break the line.
    """

    characters: int
    tags: int
    depth: int = 60
    tables: int = 5
    lists: int = 12
    images: int = 200
    spans: int = 2_000
    lines: int = 3_000
    word: int = 2000


VIEW_LIMITS = Limits(characters=150_000, tags=3_000)
TEXT_LIMITS = Limits(characters=400_000, tags=15_000, tables=0)

_SOURCE_CHARACTERS = 2_000_000
_SOURCE_TAGS = 15_000
_SOURCE_STEPS = 100_000
_SOURCE_DEPTH = 100
_SOURCE_FORMATS = 8
_TAG_CHARACTERS = 4_096
_HARD_SPACES = 5_000

_VOID = element_names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source"
    " track wbr"
)
_IMPLIED = element_names(
    "body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr"
)
_FORMATS = element_names("a b big code em font i nobr s small strike strong tt u")
RAW_ELEMENTS = element_names("iframe math noembed noframes object script style svg title")
_LISTS = element_names("blockquote dd dl ol ul")
_INLINE = _FORMATS | element_names("abbr cite del ins kbd q samp span sub sup var")
_MARKUP = re.compile(r"<(?:(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)|(?P<comment>!--)|[!?])")
_RAW_END = {name: re.compile(f"</{name}[^>]{{0,100}}>", re.IGNORECASE) for name in RAW_ELEMENTS}
_CLEAN_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s[a-z-]+="[^"]*")*)\s*/?>')
_WORD = re.compile(r"[^ \t\n\f\r]+|[ \t\n\f\r]+")
_SOURCE = re.compile(r'\ssrc="[^"]+"')
_SPAN = re.compile(r'\s(?:col|row)span="[^"]*"')
_SPAN_NUMBER = re.compile(r'span="(\d+)"')
_ENTITY = len("&nbsp;")
_ALT = re.compile(r'\salt="([^"]*)"')


def bound_source(html: str, limits: Limits) -> str:
    """Return hostile HTML small and shallow enough for a tree builder, in linear time.

    This is no parser and no sanitiser: it only drops tags (too many, too deep, too long), comments
    and the content of scripts and style sheets. What it leaves is still unsafe.
    """
    return _SourceBound(html[:_SOURCE_CHARACTERS], limits).run()


@dataclass(slots=True)
class _SourceBound:
    """One walk over the source; `stack` holds the open elements that a browser would nest."""

    html: str
    limits: Limits
    at: int = 0
    tags: int = 0
    out: list[str] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    open: Counter[str] = field(default_factory=Counter)
    formats: int = 0
    last_end: int = 0
    left: int = 0

    def run(self) -> str:
        self.left = self.limits.characters
        self.last_end = self.html.rfind(">")
        for _ in range(_SOURCE_STEPS):
            found = _MARKUP.search(self.html, self.at)
            if found is None or self.left <= 0:
                self._text(self.html[self.at :])
                break
            self._text(self.html[self.at : found.start()])
            self.at = found.end()
            if found["comment"]:
                self._skip_to(self.html.find("-->", found.start() + 2), 3)
            elif found.start() > self.last_end:
                self.out.append("&lt;")
                self.left -= 1
                self.at = found.start() + 1
            elif found["name"]:
                self._tag(found.start(), found["name"].lower(), closing=bool(found["close"]))
            else:
                self._skip_to(self.html.find(">", self.at), 1)
        return "".join(self.out)

    def _text(self, source: str) -> None:
        """Spend characters on escaped text: the sanitiser takes longest on character references."""
        if not source.strip(" \t\n\f\r") and not self.open["pre"]:
            source = source[:1]
        text = escape(unescape(source[: self.left * _ENTITY]), quote=False)
        if text.count("\xa0") > _HARD_SPACES:
            text = text.replace("\xa0", " ")
        if len(text) > self.left:
            text = text[: max(self.left, 0)] + "…"
        self.left -= len(text) + text.count("\xa0") * _ENTITY
        self.out.append(text)

    def _skip_to(self, end: int, width: int) -> None:
        self.at = len(self.html) if end < 0 else end + width

    def _tag(self, start: int, name: str, *, closing: bool) -> None:
        end = self.html.find(">", start)
        self.at = end + 1
        if name in RAW_ELEMENTS:
            if not closing:
                raw_end = _RAW_END[name].search(self.html, self.at)
                self.at = raw_end.end() if raw_end else len(self.html)
        elif closing:
            self._close(name)
        elif end - start <= _TAG_CHARACTERS and self._opens(name):
            self.out.append(self.html[start : self.at])
        elif name not in _INLINE:
            self.out.append(" ")

    def _opens(self, name: str) -> bool:
        if self.tags >= _SOURCE_TAGS:
            return False
        if name not in _VOID and name not in _IMPLIED:
            if len(self.stack) >= _SOURCE_DEPTH:
                return False
            if name in _FORMATS:
                if self.formats >= _SOURCE_FORMATS:
                    return False
                self.formats += 1
            self.stack.append(name)
            self.open[name] += 1
        self.tags += 1
        return True

    def _close(self, name: str) -> None:
        if name in _IMPLIED or name in _VOID:
            if self.tags < _SOURCE_TAGS:
                self.tags += 1
                self.out.append(f"</{name}>")
            return
        while self.open[name]:
            top = self.stack.pop()
            self.open[top] -= 1
            self.formats -= top in _FORMATS
            self.out.append(f"</{top}>")
            if top == name:
                return


def bound_clean(html: str, limits: Limits, *, images: bool) -> str:
    """Return sanitised, well-formed HTML within `limits`; the tags that are left stay balanced.

    Pictures without a source, and all of them unless `images`, become their alternative text.
    """
    return _CleanBound(limits, images=images).run(html)


class _CleanBound:
    """One walk over the output of the sanitiser; a dropped element keeps its place as False."""

    def __init__(self, limits: Limits, *, images: bool) -> None:
        self._limits = limits
        self._images = limits.images if images else 0
        self._out: list[str] = []
        self._stack: list[tuple[str, bool]] = []
        self._kept: Counter[str] = Counter()
        self._tags = 0
        self._depth = 0
        self._left = limits.characters
        self._run = 0
        self._spans = limits.spans
        self._lines = limits.lines

    def run(self, html: str) -> str:
        at = 0
        for found in _CLEAN_TAG.finditer(html):
            self._text(html[at : found.start()])
            at = found.end()
            if self._left <= 0:
                break
            self._tag(found)
        else:
            self._text(html[at:])
        self._out.extend(f"</{name}>" for name, kept in reversed(self._stack) if kept)
        return "".join(self._out)

    def _tag(self, found: re.Match[str]) -> None:
        closing, name, attributes = found.groups()
        if name not in _INLINE:
            self._run = 0
        if closing:
            self._close(name)
        elif name == "img":
            self._image(found[0], attributes)
        elif name in {"br", "hr"}:
            self._emit(found[0])
        else:
            kept = self._may_open(name)
            self._stack.append((name, kept))
            if kept:
                self._depth += 1
                self._kept[name] += 1
                self._emit(self._spanned(found[0]))
            else:
                self._gap(name, breaks="tr")

    def _gap(self, name: str, *, breaks: str) -> None:
        """Keep the words around a dropped tag apart; without tables, keep its rows as lines."""
        if name == breaks and not self._limits.tables:
            self._emit("<br>")
        elif name not in _INLINE:
            self._out.append(" ")

    def _may_open(self, name: str) -> bool:
        limits = self._limits
        if self._tags >= limits.tags or self._depth >= limits.depth:
            return False
        if name in _LISTS:
            return sum(self._kept[kind] for kind in _LISTS) < limits.lists
        if name == "table":
            return self._kept[name] < limits.tables
        if name in {"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}:
            return self._in_kept_table()
        return True

    def _in_kept_table(self) -> bool:
        for name, kept in reversed(self._stack):
            if name == "table" or not kept:
                return kept
        return False

    def _spanned(self, tag: str) -> str:
        if "span=" not in tag:
            return tag
        self._spans -= prod(int(number) for number in _SPAN_NUMBER.findall(tag))
        return tag if self._spans >= 0 else _SPAN.sub("", tag)

    def _close(self, name: str) -> None:
        if not self._stack or self._stack[-1][0] != name:
            return
        if self._stack.pop()[1]:
            self._depth -= 1
            self._kept[name] -= 1
            self._out.append(f"</{name}>")
        else:
            self._gap(name, breaks="table")

    def _image(self, tag: str, attributes: str) -> None:
        if self._images > 0 and _SOURCE.search(attributes):
            self._images -= 1
            self._emit(tag)
        elif found := _ALT.search(attributes):
            self._text(found[1])

    def _emit(self, tag: str) -> None:
        if self._tags < self._limits.tags:
            self._tags += max(1, self._weight() // 2)
            self._out.append(tag)
        else:
            self._out.append(" ")

    def _text(self, source: str) -> None:
        if not source:
            return
        text = unescape(source[: self._left * _ENTITY + 1])
        if self._kept["pre"]:
            text = self._within_lines(text)
        weight = self._weight()
        size = len(text.encode()) * weight
        if size > self._left:
            text = text.encode()[: self._left // weight].decode(errors="ignore") + "…"
        self._left -= size
        self._out.append(escape(self._broken(text), quote=False))

    def _weight(self) -> int:
        """Return how much more it takes to lay something out here: Qt's time doubles per table."""
        return 1 << max(0, self._kept["table"] - 2)

    def _within_lines(self, text: str) -> str:
        weight = self._weight()
        *lines, rest = text.split("\n", self._lines // weight)
        self._lines -= len(lines) * weight
        return "\n".join([*lines, rest.replace("\n", " ")])

    def _broken(self, text: str) -> str:
        """Return `text` with a zero-width space after every `word` characters without a break."""
        parts: list[str] = []
        limit = self._limits.word
        for found in _WORD.finditer(text):
            word = found[0]
            if word[0] in " \t\n\f\r":
                self._run = 0
                parts.append(word)
                continue
            while self._run + len(word) > limit:
                head = limit - self._run
                parts.append(word[:head] + "\u200b")
                word, self._run = word[head:], 0
            parts.append(word)
            self._run += len(word)
        return "".join(parts)
