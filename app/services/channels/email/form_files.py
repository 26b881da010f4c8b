"""The contact form that the owner puts on his website: two pages, and the program behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError, KnownError
from app.services.channels.email.addresses import normalised
from app.services.channels.email.headers import one_line
from app.services.channels.email.webform import FIELDS, LANGUAGES, labels
from app.services.resources import resource

SENDER = "formulier"
PROGRAM = "contact.php"
FOLDER = "webform"
LONGEST_FIRM = 100
_PAGES = ("thanks", "wrong", "failed")


class FormNotWrittenError(KnownError):
    """The folder takes no files."""

    code = "form_not_written"
    text = QT_TRANSLATE_NOOP("errors", "Nothing can be written to {folder}: {detail}.")


@dataclass(frozen=True, slots=True)
class Details:
    """What the form says of the firm.

    Attributes:
        to: where its mails go, an address of an account.
        sender: from which the website sends them; it must be of the website's own domain.
        privacy: the page about privacy (https), "" for none.
    """

    firm: str
    to: str
    sender: str = ""
    privacy: str = ""


def page_name(language: str) -> str:
    """Return the file name of the form in a language."""
    return f"contact-{language}.html"


def export(folder: Path, details: Details) -> list[Path]:
    """Write the form in both languages and its program; what stood there under these names goes.

    Returns:
        The files, the program last.

    Raises:
        InvalidValueError: a detail that no form can have.
        FormNotWrittenError: the folder cannot be written to.
    """
    made = files(details)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise FormNotWrittenError(folder=folder, detail=detail) from error
    return [folder / name for name in made]


def files(details: Details) -> dict[str, str]:
    """Return the texts of the files by their names.

    Raises:
        InvalidValueError: a detail that no form can have.
    """
    sound = _checked(details)
    made = {page_name(language): _page(sound, language) for language in LANGUAGES}
    return made | {PROGRAM: _program(sound)}


def _checked(details: Details) -> Details:
    firm = one_line(details.firm)[:LONGEST_FIRM]
    if not firm:
        raise InvalidValueError(value=details.firm, field="firm", choices="Winkel Jansen")
    to = _address(details.to, "to")
    sender = details.sender.strip() or f"{SENDER}@{to.rpartition('@')[2]}"
    privacy = details.privacy.strip()
    if privacy and not _is_page(privacy):
        raise InvalidValueError(value=privacy, field="privacy", choices="https://voorbeeld.nl/avg")
    return Details(firm, to, _address(sender, "sender"), privacy)


def _address(told: str, field: str) -> str:
    address = normalised(told)
    # As the program hands it to the mail server of the host.
    if not address.isascii() or not address or address.startswith("-") or "." not in address:
        raise InvalidValueError(value=told, field=field, choices="info@voorbeeld.nl")
    return address


def _is_page(address: str) -> bool:
    try:
        return urlsplit(address).scheme in {"https", "http"} and bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _page(details: Details, language: str) -> str:
    said = labels(language)
    words = {name: escape(_told(text, details)) for name, text in said.items()}
    link = ""
    if details.privacy:
        link = f' <a href="{escape(details.privacy)}">{words["privacy"]}</a>.'
    values = words | {"lang": language, "firm": escape(details.firm), "privacy_link": link}
    return _filled("contact.html", values)


def _program(details: Details) -> str:
    texts = {language: _php_map(_texts(details, language)) for language in LANGUAGES}
    values = {
        "php:firm": _php(details.firm),
        "php:to": _php(details.to),
        "php:sender": _php(details.sender),
        "php:texts": _php_map(texts),
    }
    return _filled(PROGRAM, values)


def _texts(details: Details, language: str) -> dict[str, str]:
    said = labels(language)
    pages = {
        key: _php(_told(said[key], details))
        for what in _PAGES
        for key in (what, f"{what}_title", "back", "mark")
    }
    fields = _php_map({name: _php(said[name]) for name in FIELDS})
    return pages | {"form": _php(page_name(language)), "labels": fields}


def _told(text: str, details: Details) -> str:
    return text.replace("{firm}", details.firm).replace("{address}", details.to)


def _php(text: str) -> str:
    """Return a text as PHP writes one in which nothing means anything (single quotes)."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _php_map(values: Mapping[str, str]) -> str:
    return "[" + ", ".join(f"{_php(key)} => {value}" for key, value in values.items()) + "]"


def _filled(name: str, values: Mapping[str, str]) -> str:
    """Fill the places of a file in one go, so that no value is read for places again."""
    pieces = resource(FOLDER, name).read_text("utf-8").split("@@")
    return "".join(values[piece] if number % 2 else piece for number, piece in enumerate(pieces))
