"""Days and names as the room says them."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QUrl, QUrlQuery

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.learning import links
from app.services.learning.links import Link
from app.views.language import translate

LONGEST_MAIL = 1_800
"""Bytes of an address to write to that every mail program takes."""

KINDS = {
    links.TICKET: (QT_TRANSLATE_NOOP("Learning", "No. {name}"), "inbox"),
    links.PAGE: (QT_TRANSLATE_NOOP("Learning", "Page"), "book"),
    links.FINDING: (QT_TRANSLATE_NOOP("Learning", "Question that comes back"), "history"),
    links.INCIDENT: (QT_TRANSLATE_NOOP("Learning", "Incident"), "alert-triangle"),
}


def day_text(day: date) -> str:
    """Return a day: "20 november 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def day_of(moment: datetime) -> str:
    """Return the day of a moment."""
    return day_text(moment.astimezone().date())


def link_text(link: Link) -> str:
    """Return what something is called, with what it is."""
    kind = translate("Learning", KINDS[link.kind][0]).format(name=link.name)
    gone = translate("Learning", "no longer there")
    return f"{kind}: {link.title or gone}"


def mail_url(addresses: list[str], subject: str, body: str) -> QUrl | None:
    """Return what begins a mail, None when it would be too long for an address."""
    url = QUrl()
    url.setScheme("mailto")
    url.setPath(",".join(addresses))
    query = QUrlQuery()
    for name, value in (("subject", subject), ("body", body.replace("\n", "\r\n"))):
        if value:
            query.addQueryItem(name, bytes(QUrl.toPercentEncoding(value).data()).decode())
    url.setQuery(query)
    return url if len(url.toEncoded().data()) <= LONGEST_MAIL else None
