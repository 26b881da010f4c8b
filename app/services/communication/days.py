"""The day it is at the firm, days as the owner types them, and what they may not be."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.models.rules.communication import day_of
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.services.settings import HoursSettings, load

LONGEST_TITLE = 80


class BadDayError(KnownError):
    """What was given is no day."""

    code = "bad_day"
    text = QT_TRANSLATE_NOOP("errors", "“{words}” is not a day. Write it as 31-12-2027.")


class BadMomentError(KnownError):
    """What was given is no moment that is over."""

    code = "bad_moment"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "“{words}” is no moment of before now. Write it as now, 14:30, yesterday 16:00 or "
        "31-12-2026 16:00, or leave it open until it has been posted.",
    )


class EndsBeforeError(KnownError):
    """It would end before it begins."""

    code = "ends_before"
    text = QT_TRANSLATE_NOOP("errors", "The last day is before the first one.")


class NoSubjectError(KnownError):
    """What could not be told from others in a list."""

    code = "no_subject"
    text = QT_TRANSLATE_NOOP(
        "errors", "Say in a few words what it is about, in at most {most} characters."
    )


def local_day(session: Session, moment: datetime) -> date:
    """Return the day of a moment at the firm."""
    return moment.astimezone(ZoneInfo(load(session, HoursSettings).zone)).date()


def clean_day(words: str | None, today: date) -> str | None:
    """Return a day as it is kept (ISO); None for no words.

    Raises:
        BadDayError: it is none.
    """
    if words is None or not words.strip():
        return None
    found = day_of(words, today)
    if found is None:
        raise BadDayError(words=words.strip())
    return found


def clean_title(words: str) -> str:
    """Return what it is about, on one line.

    Raises:
        NoSubjectError: it says nothing, or too much.
    """
    clean = " ".join(words.split())
    if not clean or len(clean) > LONGEST_TITLE:
        raise NoSubjectError(most=LONGEST_TITLE)
    return clean
