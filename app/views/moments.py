"""Times, durations and sizes as a person says them."""

from datetime import datetime, timedelta

from PySide6.QtCore import QLocale

from app.models.rules.clocks import Countdown, Level
from app.models.rules.durations import parts_of
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.views.language import translate

_UNITS = {
    "min": QT_TRANSLATE_NOOP("Hours", "{n} min"),
    "h": QT_TRANSLATE_NOOP("Hours", "{n} h"),
    "d": QT_TRANSLATE_NOOP("Hours", "{n} d"),
}

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def countdown_text(count: Countdown) -> str:
    """Return what a badge says: "4 min", "1 u 12", "2 d 3 u", "12 min te laat"."""
    late = count.level is Level.LATE
    amount = _amount(abs(count.left), late=late)
    return translate("Moments", "{amount} late").format(amount=amount) if late else amount


def spoken_countdown(count: Countdown) -> str:
    """Return a badge as a sentence for tooltips and screen readers."""
    amount = _amount(abs(count.left), late=count.level is Level.LATE)
    if count.level is Level.LATE:
        return translate("Moments", "{amount} too late").format(amount=amount)
    return translate("Moments", "{amount} left").format(amount=amount)


def amount(time: timedelta) -> str:
    """Return how long something took: "12 min", "3 h 05", "2 d 4 h"."""
    return _amount(time, late=True)


def whole_amount(time: timedelta) -> str:
    """Return an amount of time as it can be typed: "90 min", "4 h", "2 d"."""
    number, unit = parts_of(time)
    return translate("Hours", _UNITS[unit]).format(n=number)


def _amount(left: timedelta, *, late: bool) -> str:
    """Round like `clocks.next_change` steps: up while time is left, down when it is over."""
    if left < MINUTE:
        seconds = max(1, _steps(left, timedelta(seconds=1), late=late))
        if seconds < 60:
            return translate("Moments", "{n} s").format(n=seconds)
        left = MINUTE
    if left < DAY:
        minutes = _steps(left, MINUTE, late=late)
        if minutes < 60:
            return translate("Moments", "{n} min").format(n=minutes)
        if minutes < 24 * 60:
            return translate("Moments", "{h} h {m:02}").format(h=minutes // 60, m=minutes % 60)
        left = DAY
    hours = _steps(left, HOUR, late=late)
    if hours % 24 == 0:
        return translate("Moments", "{d} d").format(d=hours // 24)
    return translate("Moments", "{d} d {h} h").format(d=hours // 24, h=hours % 24)


def _steps(left: timedelta, step: timedelta, *, late: bool) -> int:
    return left // step if late else -(-left // step)


def short_moment(moment: datetime, now: datetime) -> str:
    """Return a time for a list: the hour today, the weekday this week, else the date."""
    local, today = moment.astimezone(), now.astimezone()
    days = (today.date() - local.date()).days
    if days == 0:
        return local.strftime("%H:%M")
    if days == 1:
        return translate("Moments", "yesterday")
    locale = QLocale()
    if 1 < days < 7:
        return locale.standaloneDayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
    month = locale.monthName(local.month, QLocale.FormatType.ShortFormat)
    if local.year == today.year:
        return f"{local.day} {month}"
    return f"{local.day} {month} {local.year}"


def full_moment(moment: datetime, now: datetime) -> str:
    """Return a time with its day: "vandaag 10:42", "gisteren 10:42", "ma 3 nov 10:42"."""
    local, today = moment.astimezone(), now.astimezone()
    days = (today.date() - local.date()).days
    clock = local.strftime("%H:%M")
    if days == 0:
        return translate("Moments", "today {time}").format(time=clock)
    if days == 1:
        return translate("Moments", "yesterday {time}").format(time=clock)
    if days == -1:
        return translate("Moments", "tomorrow {time}").format(time=clock)
    locale = QLocale()
    weekday = locale.standaloneDayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
    month = locale.monthName(local.month, QLocale.FormatType.ShortFormat)
    year = "" if local.year == today.year else f" {local.year}"
    return f"{weekday} {local.day} {month}{year} {clock}"


def number(value: int) -> str:
    """Return a whole number with the language's marks: 1.204."""
    return QLocale().toString(value)


def size(octets: int) -> str:
    """Return the size of a file: "24 kB"."""
    return QLocale().formattedDataSize(octets, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
