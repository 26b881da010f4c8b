"""Writes the handbook of the example firm, on paper and as a site, in both languages.

`python -m app.views.examples DIR`: at a fixed moment, in a temporary folder, without a network and
without a display. The same program and fonts give the same files.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QHashSeed
from PySide6.QtGui import QGuiApplication

from app import example
from app.bootstrap import build_services
from app.models.rules.handbook.pages import LANGUAGES
from app.services.demo.loader import ReplayClock
from app.services.handbook import book, book_html
from app.services.handbook.book import Book
from app.services.sync.parser import InlineParser
from app.views.handbook import book_pdf
from app.views.pictures.album import NOW


def books(folder: Path) -> list[Book]:
    """Return the handbook of the example firm in both languages, made in a new folder."""
    clock = ReplayClock(NOW)
    profile = example.prepare(folder, clock, told=lambda _done, _of: None)
    services = build_services(profile, None, clock=clock, parser=InlineParser())
    try:
        return [services.database.read_now(book.collect, NOW, language=one) for one in LANGUAGES]
    finally:
        services.close()


def main(arguments: Sequence[str]) -> int:
    """Write the examples into the folder that is named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QHashSeed.setDeterministicGlobalSeed()  # else the fonts in a PDF come in any order
    folder = Path(arguments[0] if arguments else "docs/examples")
    application = QGuiApplication(["balie"])
    with TemporaryDirectory() as scratch:
        for one in books(Path(scratch) / "firm"):
            count = book_pdf.write(one, folder / f"handbook-{one.language}.pdf")
            book_html.write(one, folder / f"handbook-{one.language}")
            sys.stdout.write(f"{one.language}: {count} pages\n")
    application.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
