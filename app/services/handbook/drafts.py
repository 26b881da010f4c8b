"""Pages that somebody is writing and has not saved yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.services import settings
from app.services.settings import HandbookDrafts
from app.services.storage.database import Unit


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed: of the page `place` (its number, or a name that begins with "new").

    `base`: the version it was begun from, 0 for none.
    """

    place: str
    text: str
    base: int


def kept(session: Session) -> list[Draft]:
    """Return what is kept."""
    return [Draft(*one) for one in settings.load(session, HandbookDrafts).kept]


def keep(unit: Unit, drafts: Iterable[Draft]) -> None:
    """Keep these instead of those that were kept."""
    kept = tuple((one.place, one.text, one.base) for one in drafts)
    settings.save(unit.session, HandbookDrafts(kept))
