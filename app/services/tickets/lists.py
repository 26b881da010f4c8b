"""The owner's lists: what a message is about, who knows about it, and how it ended."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.models.base import table_of
from app.models.directory import Colleague
from app.models.policies import Policy
from app.models.rules import advice
from app.models.rules.errors import (
    QT_TRANSLATE_NOOP,
    InvalidValueError,
    KnownError,
    NotFoundError,
)
from app.models.rules.policy import FORWARD, NO_REACTION, PROPOSE
from app.models.texts import Macro
from app.models.tickets import (
    Category,
    Department,
    Listed,
    NoReactionReason,
    Outcome,
    ProductGroup,
    Ticket,
    TicketType,
)
from app.services.events import SettingsChanged, TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts

CATEGORY, DEPARTMENT, TYPE = "category", "department", "type"
PRODUCT_GROUP, REASON, OUTCOME = "product_group", "no_reaction_reason", "outcome"
LISTS: Mapping[str, type[Listed]] = {
    CATEGORY: Category,
    DEPARTMENT: Department,
    TYPE: TicketType,
    PRODUCT_GROUP: ProductGroup,
    OUTCOME: Outcome,
    REASON: NoReactionReason,
}
"""The lists by the field of a ticket that holds one of their keys."""

SECTIONS = frozenset(entity.__tablename__ for entity in LISTS.values())
"""The sections of SettingsChanged when a list changes."""

FILED = (CATEGORY, DEPARTMENT, TYPE, PRODUCT_GROUP)
"""The fields that are the owner's to set at any time; the others belong to an end."""

_TICKETS = table_of(Ticket)


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a list: its key, and what it is called in both languages."""

    key: str
    name_nl: str
    name_en: str


Lists: TypeAlias = Mapping[str, Sequence[Choice]]
"""The entries of all lists, by field; under COLLEAGUE those who can be asked, by id, and under
PROCEDURE those of the handbook."""

COLLEAGUE = "colleague"
PROCEDURE = "procedure"

OTHER = "other"
LONGEST_NAME = 40


class BadEntryNameError(KnownError):
    """A name that says nothing, is too long, or stands in the list already."""

    code = "bad_entry_name"
    text = QT_TRANSLATE_NOOP(
        "errors", "Give it a name of at most {most} characters that is not in the list yet."
    )


class EntryInUseError(KnownError):
    """What stands under this entry has to go somewhere first."""

    code = "entry_in_use"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” is used by {count} messages, rules, macros or colleagues. Choose another.",
    )


class LastEntryError(KnownError):
    """A list without entries offers nothing to choose."""

    code = "last_entry"
    text = QT_TRANSLATE_NOOP("errors", "The last entry of a list stays: rename it instead.")


class EntryNeededError(KnownError):
    """What the owner says in his own words is filed here."""

    code = "entry_needed"
    text = QT_TRANSLATE_NOOP("errors", "“{name}” stays, for what has no entry. Rename it instead.")


class ReasonNeededError(KnownError):
    """Nobody can tell later why a customer got no reaction."""

    code = "reason_needed"
    text = QT_TRANSLATE_NOOP("errors", "Say why nobody reacts. Choose one of: {choices}.")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why nobody reacts: a key of the list, and the owner's own words if he gave any."""

    key: str
    words: str


def entries(session: Session, field: str) -> list[Choice]:
    """Return the entries of a list in their order."""
    entity = LISTS[field]
    found = session.scalars(select(entity).order_by(entity.position, entity.key))
    return [Choice(row.key, row.name_nl, row.name_en) for row in found]


def check(session: Session, field: str, key: str) -> str:
    """Return the key of an entry that was named by key or by name, in either language.

    Raises:
        InvalidValueError: the list has no such entry.
    """
    found = entries(session, field)
    for one in found:
        if key.casefold() in {name.casefold() for name in (one.key, one.name_nl, one.name_en)}:
            return one.key
    raise InvalidValueError(value=key, field=field, choices=", ".join(one.key for one in found))


def reason(session: Session, said: str) -> Reason:
    """Return why nobody reacts: an entry of the list, or other reasons in the owner's words.

    Raises:
        ReasonNeededError: nothing was said.
    """
    clean = " ".join(said.split())
    if not clean:
        choices = ", ".join(one.key for one in entries(session, REASON))
        raise ReasonNeededError(choices=choices)
    try:
        return Reason(check(session, REASON, clean), "")
    except InvalidValueError:
        return Reason(OTHER, clean)


# --- changing them ---------------------------------------------------------------------------


def add(
    unit: Unit, field: str, *, name_nl: str, name_en: str = "", origin: object | None = None
) -> tuple[str, int | None]:
    """Add an entry behind the others and return its key and the act.

    Raises:
        BadEntryNameError: the name says nothing, is too long or taken.
    """
    dutch, english = _names(unit.session, field, name_nl, name_en)
    entity = LISTS[field]
    last = unit.session.scalar(select(func.max(entity.position)))
    key = _free_key(unit.session, field, dutch)
    row = entity(key=key, name_nl=dutch, name_en=english, position=0 if last is None else last + 1)
    recorder = acts.begin(unit, "list_added", origin=origin, list=field, entry=dutch)
    recorder.step(**act_rows.added(unit, row))
    return key, _finished(unit, recorder, field)


def rename(
    unit: Unit,
    field: str,
    key: str,
    *,
    name_nl: str,
    name_en: str = "",
    origin: object | None = None,
) -> int | None:
    """Give an entry other names; what is filed under it stays there. Returns the act.

    Raises:
        BadEntryNameError: the name says nothing, is too long or taken.
        NotFoundError: there is no such entry.
    """
    row = _find(unit.session, field, key)
    dutch, english = _names(unit.session, field, name_nl, name_en, but=key)
    recorder = acts.begin(unit, "list_renamed", origin=origin, list=field, entry=dutch)
    recorder.add(act_rows.changed(unit, row, name_nl=dutch, name_en=english))
    return _finished(unit, recorder, field)


def move(unit: Unit, field: str, key: str, *, to: int, origin: object | None = None) -> int | None:
    """Put an entry at a place of its list, 0 for the first; returns the act.

    Raises:
        NotFoundError: there is no such entry.
    """
    row = _find(unit.session, field, key)
    entity = LISTS[field]
    rows = unit.session.scalars(select(entity).order_by(entity.position, entity.key)).all()
    recorder = acts.begin(unit, "list_moved", origin=origin, list=field, entry=row.name_nl)
    for step in act_rows.moved(unit, rows, row, to=to):
        recorder.add(step)
    return _finished(unit, recorder, field)


def remove(
    unit: Unit,
    field: str,
    key: str,
    *,
    replacement: str | None = None,
    origin: object | None = None,
) -> int | None:
    """Take an entry out of its list; what is filed under it goes to the replacement.

    Returns the act.

    Raises:
        NotFoundError: there is no such entry.
        EntryInUseError: tickets, rules, macros or colleagues use it and no replacement was named.
        InvalidValueError: the replacement is not in the list.
        LastEntryError: it is the only one.
        EntryNeededError: it is the reason under which reasons in other words are filed.
    """
    row = _find(unit.session, field, key)
    if len(entries(unit.session, field)) == 1:
        raise LastEntryError
    if (field, key) == (REASON, OTHER):
        raise EntryNeededError(name=row.name_nl)
    used, rules = _used_by(unit.session, field, key), _rules_with(unit.session, field, key)
    people, macros = _people_of(unit.session, row), _macros_with(unit.session, field, key)
    new = None if replacement is None else check(unit.session, field, replacement)
    recorder = acts.begin(unit, "list_removed", origin=origin, list=field, entry=row.name_nl)
    count = len(used) + len(rules) + len(people) + len(macros)
    if count:
        if new is None or new == key:
            raise EntryInUseError(name=row.name_nl, count=count)
        _replace(unit, recorder, field, key, new, used)
        _replace_in_rules(unit, recorder, field, key, new, rules)
        _replace_in_macros(unit, recorder, field, key, new, macros)
        _move_people(unit, recorder, row, new, people)
    recorder.step(**act_rows.removed(unit, row))
    return _finished(unit, recorder, field)


def _finished(unit: Unit, recorder: acts.Recorder, field: str) -> int | None:
    unit.publish(SettingsChanged(section=LISTS[field].__tablename__, origin=recorder.origin))
    return recorder.finish()


def _find(session: Session, field: str, key: str) -> Listed:
    row = session.get(LISTS[field], key)
    if row is None:
        raise NotFoundError(what=field, name=key)
    return row


def _names(
    session: Session, field: str, name_nl: str, name_en: str, *, but: str | None = None
) -> tuple[str, str]:
    dutch = " ".join(name_nl.split())
    english = " ".join(name_en.split()) or dutch
    others = [one for one in entries(session, field) if one.key != but]
    taken = {name.casefold() for one in others for name in (one.name_nl, one.name_en)}
    for name in (dutch, english):
        if not name or len(name) > LONGEST_NAME or name.casefold() in taken:
            raise BadEntryNameError(most=LONGEST_NAME)
    return dutch, english


def _free_key(session: Session, field: str, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or field
    taken = {one.key for one in entries(session, field)}
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}_{number}"
    return key


# --- what uses an entry ----------------------------------------------------------------------


def _used_by(session: Session, field: str, key: str) -> list[int]:
    return list(session.scalars(select(_TICKETS.c.id).where(_TICKETS.c[field] == key)))


def _rules_with(session: Session, field: str, key: str) -> list[Policy]:
    return [
        row
        for row in session.scalars(select(Policy))
        if _renamed(row, field, key, "") != (row.conditions, row.effects)
    ]


def _macros_with(session: Session, field: str, key: str) -> list[Macro]:
    action = {"kind": field, "value": key}
    return [row for row in session.scalars(select(Macro)) if action in row.actions]


def _people_of(session: Session, row: Listed) -> list[Colleague]:
    if not isinstance(row, Department):
        return []
    return list(session.scalars(select(Colleague).where(Colleague.department == row.key)))


def _move_people(
    unit: Unit, recorder: acts.Recorder, row: Listed, new: str, people: list[Colleague]
) -> None:
    """Put colleagues into another department, which takes over whom to ask if it has nobody."""
    if not isinstance(row, Department):
        return
    steps = [act_rows.changed(unit, one, department=new) for one in people]
    heir = unit.session.get_one(Department, new)
    if heir.colleague_id is None:
        steps.append(act_rows.changed(unit, heir, colleague_id=row.colleague_id))
    for step in filter(None, steps):
        recorder.step(**step)
    unit.publish(SettingsChanged(section=Colleague.__tablename__, origin=recorder.origin))


def _replace(
    unit: Unit, recorder: acts.Recorder, field: str, key: str, new: str, ticket_ids: list[int]
) -> None:
    unit.session.flush()
    unit.session.execute(
        update(_TICKETS).where(_TICKETS.c[field] == key).values({_TICKETS.c[field]: new})
    )
    unit.session.expire_all()
    for one in ticket_ids:
        recorder.step(op="ticket", id=one, before={field: key}, after={field: new})
    if ticket_ids:
        unit.publish(TicketsChanged(ticket_ids=frozenset(ticket_ids), origin=recorder.origin))


def _replace_in_rules(
    unit: Unit, recorder: acts.Recorder, field: str, key: str, new: str, rules: list[Policy]
) -> None:
    for row in rules:
        conditions, effects = _renamed(row, field, key, new)
        recorder.add(act_rows.changed(unit, row, conditions=conditions, effects=effects))


def _replace_in_macros(
    unit: Unit, recorder: acts.Recorder, field: str, key: str, new: str, macros: list[Macro]
) -> None:
    for row in macros:
        actions = [
            {**one, "value": new} if (one["kind"], one["value"]) == (field, key) else one
            for one in row.actions
        ]
        recorder.add(act_rows.changed(unit, row, actions=actions))
        unit.publish(SettingsChanged(section=Macro.__tablename__, origin=recorder.origin))


def _renamed(
    row: Policy, field: str, key: str, new: str
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Return the conditions and effects of a rule with another key in place of one."""
    conditions = [_condition_renamed(one, field, key, new) for one in row.conditions]
    kinds = {field, FORWARD, PROPOSE} if field == DEPARTMENT else {field}
    kinds |= {NO_REACTION} if field == REASON else set()
    effects = [
        {**one, "value": new} if one["kind"] in kinds and one["value"] == key else one
        for one in row.effects
    ]
    return conditions, effects


def _condition_renamed(one: dict[str, Any], field: str, key: str, new: str) -> dict[str, object]:
    if one["field"] == field:
        values = list(dict.fromkeys(new if v == key else v for v in one["values"]))
    elif advice.LISTED.get(one["field"]) == field:
        values = advice.renamed(one["values"], key, new)
    else:
        return one
    return {**one, "values": values}
