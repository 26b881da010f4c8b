"""Queries that the owner keeps under a name, beside the views that are shipped."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError, NotFoundError
from app.models.tickets import SavedView
from app.services.events import SettingsChanged
from app.services.storage.database import Unit

SECTION = "saved_views"
LONGEST_NAME = 40


class BadViewNameError(KnownError):
    """A name that says nothing, or too much for the side bar."""

    code = "bad_view_name"
    text = QT_TRANSLATE_NOOP("errors", "Give the view a name of at most {most} characters.")


@dataclass(frozen=True, slots=True)
class View:
    """A saved view: the query, and the shipped view that it is asked of."""

    id: int
    name: str
    place: str
    query: str


def views(session: Session) -> list[View]:
    """Return the saved views in the owner's order."""
    found = session.scalars(select(SavedView).order_by(SavedView.position, SavedView.id))
    return [View(one.id, one.name, one.place, one.query) for one in found]


def save(unit: Unit, *, name: str, place: str, query: str, origin: object | None = None) -> int:
    """Keep a query under a name; a name that is taken gets the new query. Returns its id.

    Raises:
        BadViewNameError: the name is empty or too long.
    """
    clean = " ".join(name.split())
    if not clean or len(clean) > LONGEST_NAME:
        raise BadViewNameError(most=LONGEST_NAME)
    view = unit.session.scalar(select(SavedView).where(SavedView.name == clean))
    if view is None:
        last = unit.session.scalar(select(func.max(SavedView.position))) or 0
        view = SavedView(name=clean, place=place, query=query, position=last + 1)
        unit.session.add(view)
    view.place, view.query = place, query
    unit.session.flush()
    unit.publish(SettingsChanged(section=SECTION, origin=origin))
    return view.id


def rename(unit: Unit, view_id: int, *, name: str, origin: object | None = None) -> None:
    """Give a saved view another name.

    Raises:
        BadViewNameError: the name is empty, too long, or taken.
        NotFoundError: there is no such view.
    """
    clean = " ".join(name.split())
    taken = unit.session.scalar(
        select(SavedView.id).where(SavedView.name == clean, SavedView.id != view_id)
    )
    if not clean or len(clean) > LONGEST_NAME or taken is not None:
        raise BadViewNameError(most=LONGEST_NAME)
    _find(unit.session, view_id).name = clean
    unit.publish(SettingsChanged(section=SECTION, origin=origin))


def remove(unit: Unit, view_id: int, *, origin: object | None = None) -> View:
    """Forget a saved view and return what it was, so that it can be brought back.

    Raises:
        NotFoundError: there is no such view.
    """
    view = _find(unit.session, view_id)
    gone = View(view.id, view.name, view.place, view.query)
    unit.session.execute(delete(SavedView).where(SavedView.id == view_id))
    unit.publish(SettingsChanged(section=SECTION, origin=origin))
    return gone


def arrange(unit: Unit, view_ids: Sequence[int], *, origin: object | None = None) -> None:
    """Bring the saved views into this order."""
    for position, view_id in enumerate(view_ids):
        _find(unit.session, view_id).position = position
    unit.publish(SettingsChanged(section=SECTION, origin=origin))


def _find(session: Session, view_id: int) -> SavedView:
    view = session.get(SavedView, view_id)
    if view is None:
        raise NotFoundError(what="view", name=view_id)
    return view
