"""What of an article can stand in an answer: one of its sections, as plain text."""

import re

from sqlalchemy.orm import Session

from app.models.rules.handbook import from_case
from app.models.rules.handbook.pages import Article
from app.services.handbook import pages
from app.services.handbook.markdown_html import html_of
from app.services.markup import html_to_text

_HEADING = re.compile(r"(?m)^#{1,6}[ ]+(.+?)[ #]*$")
_FIGURE = re.compile(r"(?m)^!\[[^\]\n]*\]\([^)\n]*\)[ ]*$")


def passage(session: Session, page_id: int, *, section: str = "") -> str:
    """Return a section of an article as a customer may read it; "" of a procedure.

    That of an article which was made of a case is its answer, whatever was looked for.

    Args:
        section: its heading; "" or one that is not there for the first text of the article.

    Raises:
        NotFoundError: there is no such page.
    """
    page = pages.read(session, page_id)
    if not isinstance(page, Article):
        return ""
    parts = _parts(page.body)
    answer = from_case.word("answer", page.language)
    wanted = (one for name in (answer, section) for title, one in parts if title == name and one)
    return next(wanted, next((text for _title, text in parts if text), ""))


def _parts(body: str) -> list[tuple[str, str]]:
    """Return the sections of a text with their headings; "" for what stands above the first."""
    marks = list(_HEADING.finditer(body))
    ends = [*(one.start() for one in marks), len(body)]
    parts = [("", _plain(body[: ends[0]]))]
    for mark, end in zip(marks, ends[1:], strict=True):
        parts.append((_plain(mark[1]), _plain(body[mark.end() : end])))
    return parts


def _plain(markdown: str) -> str:
    return html_to_text(html_of(_FIGURE.sub("", markdown), _nowhere)).strip()


def _nowhere(_address: str) -> str:
    return ""
