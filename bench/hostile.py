"""Input made to stall a program: what each bomb costs, beside an ordinary mail."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from app.services.channels.api import ParseContext, RawItem
from app.services.channels.email.parse import parse_mail
from app.services.markup import html_to_text, safe_html
from tests.data import html, mails

MAIL_SECONDS = 2.0
HTML_SECONDS = 1.0
CONTEXT = ParseContext(frozenset({mails.OWN}))
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def run(_count: int) -> None:
    application = QApplication.instance() or QApplication([])
    ordinary = took(lambda: parse(mails.mail("Waar blijft mijn pakket? " * 40)))
    report("mail", {name: took(parse, make()) for name, make in mails.BOMBS.items()}, MAIL_SECONDS)
    print(f"{'an ordinary mail':<36} {1000 * ordinary:9.2f} ms")
    show("<p>Een &#128512; en een \u05d0</p>")  # fonts are loaded once
    report("html", {name: took(show, make()) for name, make in html.BOMBS.items()}, HTML_SECONDS)
    texts = {name: took(html_to_text, make()) for name, make in html.BOMBS.items()}
    report("text", texts, MAIL_SECONDS)
    del application


def parse(data: bytes) -> None:
    parse_mail(RawItem("1", "INBOX", NOW, data), CONTEXT)


def show(source: str) -> None:
    """Open a mail: its text was made when it came in."""
    safe = safe_html(source)
    document = QTextDocument()
    document.setHtml(safe)
    document.setTextWidth(600)
    document.documentLayout().documentSize()


def took(act: Callable[..., object], *values: object) -> float:
    began = time.process_time()
    act(*values)
    return time.process_time() - began


def report(what: str, seconds: dict[str, float], limit: float) -> None:
    """Print the three that cost most, and whether all are within the limit."""
    dearest = sorted(seconds, key=seconds.__getitem__, reverse=True)
    for name in dearest[:3]:
        print(f"{what} bomb {name:<26} {1000 * seconds[name]:9.2f} ms")
    over = [name for name in dearest if seconds[name] > limit]
    verdict = f"OVER: {', '.join(over)}" if over else "all within"
    print(f"{len(seconds)} {what} bombs, limit {limit:.0f} s: {verdict}")
