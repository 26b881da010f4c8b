"""The versions of a page beside each other, and an old one put back."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.models.rules.handbook.differences import Line, counted, differences
from app.services.handbook import page_acts, pages
from app.services.handbook.pages import PageInfo
from app.services.storage.database import Unit

NOTHING = 0
"""Stands for the page before its first version: an empty text."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two versions of a page; `added` and `removed` count lines."""

    page: PageInfo
    old: int
    new: int
    added: int
    removed: int
    lines: tuple[Line, ...]


def compare(
    session: Session, page_id: int, old: int | None = None, new: int | None = None
) -> Comparison:
    """Compare two versions; left out: that of now, with the one saved before it.

    Raises:
        NotFoundError: there is no such page or version.
    """
    page = pages.find(session, page_id)
    new = page.version if new is None else new
    if old is None:
        numbers = (one.number for one in pages.versions(session, page_id))
        old = max((number for number in numbers if number < new), default=NOTHING)
    texts = [
        pages.text_of(session, page_id, version=number) if number != NOTHING else ""
        for number in (old, new)
    ]
    lines = differences(*texts)
    return Comparison(page, old, new, *counted(lines), lines)


def put_back(
    unit: Unit, page_id: int, number: int, *, reason: str = "", author: str = "",
    origin: object | None = None,
) -> int | None:  # fmt: skip
    """Save what a page said in an old version as its newest; the versions between stay.

    Returns the act; None when it says so already.

    Raises:
        NotFoundError: there is no such page or version.
    """
    pages.find(unit.session, page_id)
    text = pages.text_of(unit.session, page_id, version=number)
    _id, act_id = page_acts.save(unit, text, reason=reason, author=author, origin=origin)
    return act_id
