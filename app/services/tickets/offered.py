"""Everything that a ticket can be filed under, read at once: each one that is opened offers it."""

from sqlalchemy import String, cast, func, literal, select, union_all
from sqlalchemy.orm import Session

from app.models.directory import Colleague
from app.services.tickets.lists import COLLEAGUE, LISTS, Choice, Lists

_EVERYTHING = union_all(
    *(
        select(
            literal(field),
            entry.key,
            entry.name_nl,
            entry.name_en,
            entry.position.label("position"),
            entry.key.label("then"),
        )
        for field, entry in LISTS.items()
    ),
    select(
        literal(COLLEAGUE),
        cast(Colleague.id, String),
        Colleague.name,
        Colleague.name,
        literal(0),
        func.lower(Colleague.name),
    ).where(Colleague.active),
).order_by("position", "then")


def everything(session: Session) -> Lists:
    """Return the entries of all lists in their order, and the colleagues by name."""
    found: dict[str, list[Choice]] = {field: [] for field in (*LISTS, COLLEAGUE)}
    for field, key, name_nl, name_en, _position, _then in session.execute(_EVERYTHING):
        found[field].append(Choice(key, name_nl, name_en))
    return found
