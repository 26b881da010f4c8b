"""Feed files and seeded mutations of them to the mail parser and the sanitiser.

Run as `python -m tests.tools.try_messages PATH... [--mutations N]`; every file below the paths is
taken as one mail, and files that are no mail (`.html`, `.rs`) as HTML or as strings with HTML.
"""

import argparse
import os
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

from app.services.channels.api import ParseContext, RawItem
from app.services.channels.email.parse import parse_mail
from app.services.markup import html_to_text, safe_html

_RECEIVED = datetime(2026, 11, 3, 9, 13, tzinfo=UTC)
_CONTEXT = ParseContext(frozenset({"info@winkel.nl"}))
_RUST_STRING = re.compile(r'r#"(.*?)"#|"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ACTIVE = {"script", "style", "iframe", "object", "embed", "form", "input", "button", "base"} | {
    "link", "meta", "svg", "math", "video", "audio", "source", "frame", "applet", "template"
}  # fmt: skip
_HARMLESS = {"align", "dir", "alt", "rel", "start", "border", "cellpadding", "cellspacing"} | {
    "width", "height", "colspan", "rowspan", "valign"
}  # fmt: skip
_LINKS = ("http://", "https://", "mailto:", "tel:")
_ODD_BYTES = (
    b"\0", b"\r\n\r\n", b"\n", b"\xff", b"\xed\xa0\x80", b"=?utf-8?q?", b"?=", b"<", b">", b'"',
    b"(", b";", b"--", b"Content-Type: multipart/mixed; boundary=a\n", b"charset*=x\0''%ff; ",
    b"Content-Transfer-Encoding: base64\n", b"Content-Type: message/rfc822\n\n", b"> ", b"@",
    b"<table><tr><td>", b"Op 1-1 10:10 schreef x:\n", b"\xe2\x80\xae", b"Date: x\n", b"=", b":",
)  # fmt: skip


class ActiveContent(HTMLParser):
    """What an independent parser finds in sanitised HTML that can do something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ACTIVE:
            self.found.append(tag)
        self.found += [f"{tag} {name}={value}" for name, value in attrs if not _fine(name, value)]

    def handle_comment(self, data: str) -> None:
        self.found.append(f"comment {data[:20]}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"declaration {decl[:20]}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"instruction {data[:20]}")


def _fine(name: str, value: str | None) -> bool:
    if name == "href":
        return (value or "").lower().startswith(_LINKS)
    if name == "src":
        return (value or "").lower().startswith("cid:")
    return name in _HARMLESS


def active_content(html: str) -> list[str]:
    """List what is active or remote in HTML; empty when it is safe."""
    parser = ActiveContent()
    parser.feed(html)
    parser.close()
    return parser.found


def mutated(data: bytes, pick: random.Random) -> bytes:
    """Return `data` with one to eight seeded changes: cut, doubled, swapped, odd bytes put in."""
    for _ in range(pick.randint(1, 8)):
        start = pick.randint(0, len(data))
        end = min(len(data), start + pick.choice((1, 1, 3, 20, 200)))
        piece = data[start:end]
        new = pick.choice((b"", piece * 2, piece[::-1], pick.choice(_ODD_BYTES), pick.randbytes(3)))
        data = data[:start] + new + data[end:]
    return data


@dataclass
class Tally:
    """What came of all tries of one kind."""

    tries: int = 0
    slowest: float = 0.0
    worst: str = ""
    exceptions: Counter[str] = field(default_factory=Counter)
    active: Counter[str] = field(default_factory=Counter)

    def try_mail(self, name: str, data: bytes) -> None:
        with self._watched(name) as watch:
            message = parse_mail(RawItem("1", "x", _RECEIVED, data), _CONTEXT)
            self.active.update(active_content(safe_html(message.html or message.text)))
            watch.done()

    def try_html(self, name: str, html: str) -> None:
        with self._watched(name) as watch:
            self.active.update(active_content(safe_html(html)))
            html_to_text(html)
            watch.done()

    def _watched(self, name: str) -> "Watch":
        self.tries += 1
        return Watch(self, name)


@dataclass
class Watch:
    """Counts the time and the failure of one try."""

    tally: Tally
    name: str
    start: float = 0.0
    seconds: float = 0.0

    def __enter__(self) -> "Watch":
        self.start = time.perf_counter()
        return self

    def done(self) -> None:
        self.seconds = time.perf_counter() - self.start

    def __exit__(self, kind: type[BaseException] | None, error: object, _trace: object) -> bool:
        self.seconds = self.seconds or time.perf_counter() - self.start
        if self.seconds > self.tally.slowest:
            self.tally.slowest, self.tally.worst = self.seconds, self.name
        if kind is None or not issubclass(kind, Exception):
            return False
        self.tally.exceptions[f"{kind.__name__} at {self.name}"] += 1
        traceback.print_exc()
        return True


def files_below(paths: list[Path]) -> Iterator[Path]:
    """Yield every file at or below the paths, licences and notices left out."""
    for path in paths:
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (x for x in found if x.is_file() and x.stem.split("-")[0] not in _NOT_DATA)


_NOT_DATA = {"LICENSE", "NOTICE", "README"}


def html_strings(path: Path) -> list[str]:
    """Return the pieces of HTML in an .html file or in the string literals of a Rust source."""
    text = path.read_text("utf-8", "replace")
    if path.suffix != ".rs":
        return [text]
    found = (raw or plain.replace('\\"', '"') for raw, plain in _RUST_STRING.findall(text))
    return [string for string in found if "<" in string]


def loaded_resources(documents: list[str]) -> tuple[int, list[str]]:
    """Return how many `cid:` and which other resources Qt asks for when it lays out the HTML."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication, QTextDocument

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    asked: list[str] = []

    class Document(QTextDocument):
        def loadResource(self, kind: int, name: object) -> object:  # noqa: N802  Qt's name
            asked.append(name.toString())  # type: ignore[attr-defined]
            return None

    for html in documents:
        document = Document()
        document.setHtml(safe_html(html))
        document.setTextWidth(600)
        document.documentLayout().documentSize()
    del application
    return sum(x.startswith("cid:") for x in asked), [x for x in asked if not x.startswith("cid:")]


def run(paths: list[Path], mutations: int, seed: int) -> bool:
    """Try everything, print the table, and say whether all of it was well."""
    files = list(files_below(paths))
    sources = [path for path in files if path.suffix in {".rs", ".html"}]
    mails = [(path.name, path.read_bytes()) for path in files if path not in sources]
    strings = [(path.name, html) for path in sources for html in html_strings(path)]
    pick = random.Random(seed)
    tallies = {"mails": Tally(), "mutated mails": Tally(), "html": Tally(), "mutated html": Tally()}
    for name, data in mails:
        tallies["mails"].try_mail(name, data)
    for name, html in strings:
        tallies["html"].try_html(name, html)
    for _ in range(mutations if mails else 0):
        name, data = pick.choice(mails)
        tallies["mutated mails"].try_mail(name, mutated(data, pick))
    for _ in range(mutations if strings else 0):
        name, html = pick.choice(strings)
        changed = mutated(html.encode("utf-8", "replace"), pick).decode("utf-8", "replace")
        tallies["mutated html"].try_html(name, changed)
    print(f"{'':14} {'tried':>7} {'exceptions':>10} {'active':>7} {'slowest ms':>10}  in")
    for name, tally in tallies.items():
        bad, active = tally.exceptions.total(), tally.active.total()
        slowest = f"{tally.slowest * 1000:10.1f}"
        print(f"{name:14} {tally.tries:7} {bad:10} {active:7} {slowest}  {tally.worst}")
        for what, count in (tally.exceptions + tally.active).most_common(20):
            print(f"    {count} x {what}")
    cids, others = loaded_resources([html for _, html in strings])
    print(f"resources asked for by Qt: {cids} cid, {len(others)} others {others[:5]}")
    bad = sum(tally.exceptions.total() + tally.active.total() for tally in tallies.values())
    return not bad and not others


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--mutations", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    return 0 if run(options.paths, options.mutations, options.seed) else 1


if __name__ == "__main__":
    sys.exit(main())
