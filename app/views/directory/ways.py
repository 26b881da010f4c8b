"""The addresses by which a computer calls, mails or chats."""

import re

from PySide6.QtCore import QUrl

COUNTRY_CODES = {"NL": "31", "BE": "32"}


def phone_url(number: str) -> QUrl:
    """Return what calls a number; digits only, and the plus in front of a country."""
    plus = "+" if number.strip().startswith("+") else ""
    return QUrl(f"tel:{plus}{_digits(number)}")


def mail_url(address: str) -> QUrl:
    """Return what begins a mail to an address."""
    url = QUrl()
    url.setScheme("mailto")
    url.setPath(address)
    return url


def whatsapp_url(number: str, country: str) -> QUrl:
    """Return what begins a chat: the number with its country, without a zero in front."""
    digits = _digits(number)
    if digits.startswith("00"):
        digits = digits[2:]
    elif digits.startswith("0"):
        digits = COUNTRY_CODES.get(country, "") + digits[1:]
    return QUrl(f"https://wa.me/{digits}")


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number.replace("(0)", ""))
