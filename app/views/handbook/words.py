"""Codes, days and targets of the handbook in the words of the window."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.views.language import translate

LANGUAGES = {"nl": "Nederlands", "en": "English"}
"""What each calls itself."""

NAMES = {
    "nl": QT_TRANSLATE_NOOP("Handbook", "Dutch"),
    "en": QT_TRANSLATE_NOOP("Handbook", "English"),
}
ARTICLE, SOP = "article", "sop"
KINDS = {
    ARTICLE: QT_TRANSLATE_NOOP("Handbook", "Article"),
    SOP: QT_TRANSLATE_NOOP("Handbook", "SOP"),
}
ICONS = {ARTICLE: "file-text", SOP: "list-details"}


def language_name(language: str) -> str:
    """Return what the window calls a language."""
    return translate("Handbook", NAMES[language])


def day_text(day: date) -> str:
    """Return a date: "1 mei 2027"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def iso_day(day: str) -> str:
    """Return an ISO date as `day_text` does."""
    return day_text(date.fromisoformat(day))
