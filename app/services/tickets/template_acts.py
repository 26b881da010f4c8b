"""The owner's saved texts: kept, changed, put in order and thrown away."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.rules.errors import (
    QT_TRANSLATE_NOOP,
    EmptyTextError,
    InvalidValueError,
    KnownError,
    NotFoundError,
)
from app.models.rules.templates import LANGUAGES
from app.models.texts import Template
from app.services.events import SettingsChanged
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, journal
from app.services.tickets.templates import PURPOSES, SECTION

LONGEST_NAME = 60


class BadTextNameError(KnownError):
    """A text that could not be told from others in the list."""

    code = "bad_text_name"
    text = QT_TRANSLATE_NOOP(
        "errors", "Give it a name of at most {most} characters that nothing else here has."
    )


def add(
    unit: Unit,
    *,
    name: str,
    body: str,
    language: str = "nl",
    kinds: Iterable[str] = (),
    purpose: str = "answer",
    origin: object | None = None,
) -> tuple[int, int | None]:
    """Keep a new text behind the others; returns its id and the act.

    Raises:
        BadTextNameError: the name says nothing, is too long, or taken in this language.
        EmptyTextError: there is no word in it.
        InvalidValueError: there is no such language or purpose.
    """
    values = _checked(
        unit.session,
        {"name": name, "body": body, "language": language, "kinds": kinds, "purpose": purpose},
    )
    last = unit.session.scalar(select(func.max(Template.position))) or 0
    row = Template(position=last + 1, **values)
    recorder = acts.begin(unit, "text_saved", origin=origin, text=values["name"])
    recorder.step(**act_rows.added(unit, row))
    return row.id, _finished(unit, recorder, row)


def change(
    unit: Unit, template_id: int, /, *, origin: object | None = None, **values: Any
) -> int | None:
    """Change name, body, language, kinds or purpose of a text; returns the act.

    Raises:
        NotFoundError: there is no such text.
        BadTextNameError, EmptyTextError, InvalidValueError: see `add`.
    """
    row = _row(unit.session, template_id)
    now = {
        "name": row.name,
        "body": row.body,
        "language": row.language,
        "kinds": row.kinds,
        "purpose": row.purpose,
    }
    clean = _checked(unit.session, now | values, template_id)
    recorder = acts.begin(unit, "text_saved", origin=origin, text=clean["name"])
    recorder.add(act_rows.changed(unit, row, **clean))
    return _finished(unit, recorder, row)


def remove(unit: Unit, template_id: int, *, origin: object | None = None) -> int | None:
    """Throw a text away; returns the act.

    Raises:
        NotFoundError: there is no such text.
    """
    row = _row(unit.session, template_id)
    recorder = acts.begin(unit, "text_removed", origin=origin, text=row.name)
    recorder.step(**act_rows.removed(unit, row))
    return _finished(unit, recorder, row)


def move(unit: Unit, template_id: int, *, to: int, origin: object | None = None) -> int | None:
    """Put a text at a place in the order, 0 for the first; returns the act.

    Raises:
        NotFoundError: there is no such text.
    """
    row = _row(unit.session, template_id)
    rows = unit.session.scalars(select(Template).order_by(Template.position, Template.id)).all()
    recorder = acts.begin(unit, "text_moved", origin=origin, text=row.name)
    for step in act_rows.moved(unit, rows, row, to=to):
        recorder.add(step)
    return _finished(unit, recorder, row)


def clean_name(name: str, taken: Iterable[str]) -> str:
    """Return a name as it is kept.

    Raises:
        BadTextNameError: it says nothing, is too long or taken.
    """
    clean = " ".join(name.split())
    if (
        not clean
        or len(clean) > LONGEST_NAME
        or clean.casefold() in {one.casefold() for one in taken}
    ):
        raise BadTextNameError(most=LONGEST_NAME)
    return clean


def _checked(session: Session, values: dict[str, Any], template_id: int = 0) -> dict[str, Any]:
    for field, choices in (("language", LANGUAGES), ("purpose", PURPOSES)):
        if values[field] not in choices:
            raise InvalidValueError(value=values[field], field=field, choices=", ".join(choices))
    if not values["body"].strip():
        raise EmptyTextError
    taken = session.scalars(
        select(Template.name).where(
            Template.language == values["language"], Template.id != template_id
        )
    )
    kinds = sorted(set(values["kinds"]))
    return values | {
        "name": clean_name(values["name"], taken),
        "body": values["body"].strip(),
        "kinds": kinds,
    }


def _row(session: Session, template_id: int) -> Template:
    row = session.get(Template, template_id)
    if row is None:
        raise NotFoundError(what="template", name=template_id)
    return row


def _finished(unit: Unit, recorder: acts.Recorder, row: Template) -> int | None:
    data = {"template": row.id}
    act_id = recorder.finish()
    if act_id is not None:
        journal.append(unit, recorder.name, data=data)
        unit.publish(SettingsChanged(section=SECTION, origin=recorder.origin))
    return act_id
