"""Days, amounts and hours in the words of the window."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.hours import Counting

COUNTING = {
    Counting.WORKING: QT_TRANSLATE_NOOP("Hours", "opening time"),
    Counting.OPEN_DAYS: QT_TRANSLATE_NOOP("Hours", "day and night on open days"),
    Counting.ALWAYS: QT_TRANSLATE_NOOP("Hours", "day and night, every day"),
}


def weekday(number: int) -> str:
    """Return the name of a weekday, 0 for Monday, as it stands alone."""
    name = QLocale().standaloneDayName(number + 1, QLocale.FormatType.LongFormat)
    return name[:1].upper() + name[1:]


def day_text(day: date) -> str:
    """Return a date with its weekday: "vrijdag 25 december 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")
