"""The pages as somebody looks through them: by words, kind, department, label and review."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.handbook import HandbookPage, HandbookVersion
from app.models.rules.handbook.glossary import KEY, terms_of, together
from app.models.rules.handbook.pages import Article, Sop, Term
from app.models.rules.handbook.text import parse
from app.services.handbook import pages
from app.services.handbook.pages import PageInfo


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page with what it says; `due`: the day of its review has come."""

    info: PageInfo
    page: Article | Sop
    text: str
    due: bool

    @property
    def id(self) -> int:
        """The number of the page."""
        return self.info.id


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; "" and False for whatever it is."""

    words: str = ""
    kind: str = ""
    department: str = ""
    tag: str = ""
    due: bool = False


def leaves(session: Session, *, today: date, language: str | None = None) -> list[Leaf]:
    """Return the pages by title, of one language or of all.

    Args:
        today: the day of the owner's clock; what has to be reviewed by then is due.
    """
    now = today.isoformat()
    return [
        Leaf(info, parse(text), text, info.review_on is not None and info.review_on <= now)
        for info, text in pages.texts(session, language=language)
    ]


def count_due(session: Session, *, today: date) -> int:
    """Return how many pages are to be reviewed by a day; one in two languages counts once."""
    due = (
        select(func.count(func.distinct(HandbookPage.key)))
        .join(HandbookVersion, HandbookVersion.page_id == HandbookPage.id)
        .where(HandbookVersion.number == HandbookPage.version)
        .where(HandbookVersion.review_on <= today.isoformat())
    )
    return session.scalar(due) or 0


def chosen(found: Iterable[Leaf], wanted: Wanted) -> list[Leaf]:
    """Return those that are wanted: with all words in them, in the title before elsewhere.

    The order is theirs otherwise. A part of a word is enough; capitals do not matter.
    """
    words = wanted.words.casefold().split()
    left = [one for one in found if _fits(one, wanted) and _has(_all_of(one), words)]
    return sorted(left, key=lambda one: not _has(one.info.title.casefold(), words))


def glossary(found: Iterable[Leaf], language: str) -> tuple[Term, ...]:
    """Return the words that the glossary of a language explains."""
    own = [one for one in found if one.info.key == KEY and one.info.language == language]
    return together(*(terms_of(one.page) for one in own))


def words(session: Session) -> tuple[Term, ...]:
    """Return the words that the glossaries of all languages explain."""
    known = [page for page in pages.all_of(session) if page.key == KEY]
    return together(*(terms_of(pages.read(session, page.id)) for page in known))


# --- how -------------------------------------------------------------------------------------


def _fits(one: Leaf, wanted: Wanted) -> bool:
    info = one.info
    return (
        wanted.kind in {"", info.kind}
        and wanted.department in {"", info.department}
        and (not wanted.tag or wanted.tag in one.page.tags)
        and (one.due or not wanted.due)
    )


def _all_of(one: Leaf) -> str:
    return f"{one.info.title}\n{one.text}".casefold()


def _has(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)
