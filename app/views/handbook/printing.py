"""Prints a handbook for the command line, where there is no window and may be no screen."""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app.services.handbook.book import Book
from app.views.handbook import book_pdf


def write(book: Book, place: Path) -> int:
    """Write a handbook as a PDF and return its number of pages.

    Raises:
        BookNotSavedError: the place takes no file.
    """
    if sys.platform == "linux":  # elsewhere this has no fonts, and there always is a screen
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(["balie"])
    try:
        return book_pdf.write(book, place)
    finally:
        application.shutdown()
