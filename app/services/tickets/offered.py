"""Everything that a ticket can be filed under, read at once: each one that is opened offers it."""

from sqlalchemy import String, and_, cast, func, literal, select, union_all
from sqlalchemy.orm import Session

from app.models.directory import Colleague
from app.models.handbook import HandbookPage, HandbookVersion
from app.services.tickets.lists import COLLEAGUE, LISTS, PROCEDURE, Choice, Lists

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


_PROCEDURES = (
    select(HandbookPage.key, HandbookPage.language, HandbookVersion.title)
    .join(
        HandbookVersion,
        and_(
            HandbookVersion.page_id == HandbookPage.id,
            HandbookVersion.number == HandbookPage.version,
        ),
    )
    .where(HandbookVersion.kind == "sop")
    .order_by(HandbookVersion.title, HandbookPage.id)
)


def everything(session: Session) -> Lists:
    """Return the entries of all lists in their order, colleagues and procedures by name."""
    found: dict[str, list[Choice]] = {field: [] for field in (*LISTS, COLLEAGUE)}
    for field, key, name_nl, name_en, _position, _then in session.execute(_EVERYTHING):
        found[field].append(Choice(key, name_nl, name_en))
    found[PROCEDURE] = procedures(session)
    return found


def procedures(session: Session) -> list[Choice]:
    """Return the procedures by title, one for each key; its names are those of its pages."""
    titles: dict[str, dict[str, str]] = {}
    for key, language, title in session.execute(_PROCEDURES):
        titles.setdefault(key, {})[language] = title
    return [
        Choice(key, each.get("nl") or each["en"], each.get("en") or each["nl"])
        for key, each in titles.items()
    ]
