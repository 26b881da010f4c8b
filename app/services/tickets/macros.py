"""Macros: a text with what goes along with it, done to tickets and undone as one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.rules import macros as rules
from app.models.rules.errors import (
    QT_TRANSLATE_NOOP,
    InvalidValueError,
    KnownError,
    NotFoundError,
)
from app.models.rules.hours import next_opening
from app.models.rules.macros import Action
from app.models.rules.templates import Filled
from app.models.rules.tickets import Priority, TicketState
from app.models.texts import Macro
from app.models.tickets import Ticket
from app.services.events import SettingsChanged
from app.services.storage.database import Unit
from app.services.tickets import (
    act_rows,
    acts,
    decisions,
    drafts,
    journal,
    lifecycle,
    lists,
    promises,
    replies,
    templates,
)
from app.services.tickets.decisions import Done
from app.services.tickets.documenting import Ending
from app.services.tickets.opening import opening_hours
from app.services.tickets.outgoing import UnfilledTextError
from app.services.tickets.template_acts import clean_name

SECTION = "macros"


class EmptyMacroError(KnownError):
    """A macro that would do nothing."""

    code = "empty_macro"
    text = QT_TRANSLATE_NOOP("errors", "A macro has a text, or something that it does.")


@dataclass(frozen=True, slots=True)
class MacroInfo:
    """A macro: the body of its text ("" for none) and its actions in their order."""

    id: int
    name: str
    text: str
    actions: tuple[Action, ...]


def all_of(session: Session) -> list[MacroInfo]:
    """Return the macros in their order."""
    return [_info(row) for row in session.scalars(select(Macro).order_by(Macro.position, Macro.id))]


def named(session: Session, name: str) -> MacroInfo:
    """Return a macro by its id or name.

    Raises:
        NotFoundError: there is none.
    """
    wanted = name.strip().casefold()
    for one in all_of(session):
        if wanted in {str(one.id), one.name.casefold()}:
            return one
    raise NotFoundError(what="macro", name=name)


# --- keeping them ----------------------------------------------------------------------------


def save(
    unit: Unit,
    *,
    name: str,
    text: str = "",
    actions: Iterable[Action] = (),
    macro_id: int | None = None,
    origin: object | None = None,
) -> tuple[int, int | None]:
    """Keep a new macro behind the others, or another wording of one; returns its id and the act.

    Raises:
        BadTextNameError: the name says nothing, is too long or taken.
        EmptyMacroError: it has neither text nor action.
        InvalidValueError: an action has a value it does not take, or does not go with the others.
        NotFoundError: there is no such macro to change.
    """
    found = tuple(_checked(unit.session, one) for one in actions)
    bad = rules.wrong(found)
    if bad is not None:
        raise InvalidValueError(
            value=rules.value_of(found, bad) or "", field=bad, choices=_choices(unit.session, bad)
        )
    if not text.strip() and not found:
        raise EmptyMacroError
    taken = [one.name for one in all_of(unit.session) if one.id != macro_id]
    kept = [{"kind": one.kind, "value": one.value} for one in rules.in_order(found)]
    values = {"name": clean_name(name, taken), "text": text.strip(), "actions": kept}
    recorder = acts.begin(unit, "macro_saved", origin=origin, macro=values["name"])
    if macro_id is None:
        last = unit.session.scalar(select(func.max(Macro.position))) or 0
        row = Macro(position=last + 1, **values)
        recorder.step(**act_rows.added(unit, row))
    else:
        row = _row(unit.session, macro_id)
        recorder.add(act_rows.changed(unit, row, **values))
    return row.id, _finished(unit, recorder, row)


def remove(unit: Unit, macro_id: int, *, origin: object | None = None) -> int | None:
    """Throw a macro away; returns the act.

    Raises:
        NotFoundError: there is no such macro.
    """
    row = _row(unit.session, macro_id)
    recorder = acts.begin(unit, "macro_removed", origin=origin, macro=row.name)
    recorder.step(**act_rows.removed(unit, row))
    return _finished(unit, recorder, row)


def move(unit: Unit, macro_id: int, *, to: int, origin: object | None = None) -> int | None:
    """Put a macro at a place in the order, 0 for the first; returns the act.

    Raises:
        NotFoundError: there is no such macro.
    """
    row = _row(unit.session, macro_id)
    rows = unit.session.scalars(select(Macro).order_by(Macro.position, Macro.id)).all()
    recorder = acts.begin(unit, "macro_moved", origin=origin, macro=row.name)
    for step in act_rows.moved(unit, rows, row, to=to):
        recorder.add(step)
    return _finished(unit, recorder, row)


# --- running them ----------------------------------------------------------------------------


def filled(
    session: Session,
    macro: MacroInfo,
    ticket: Ticket,
    now: datetime,
    *,
    given: Mapping[str, str] = {},
) -> Filled:
    """Return the text of a macro for a ticket, in the language of its customer."""
    language = templates.language_for(session, ticket)
    return templates.filled_body(session, macro.text, ticket, now, language=language, given=given)


def filled_for(session: Session, ticket_id: int, macro: MacroInfo, now: datetime) -> Filled:
    """Return the same by the id of the ticket."""
    return filled(session, macro, lifecycle.find(session, ticket_id), now)


def run(
    unit: Unit,
    ticket_ids: Sequence[int],
    *,
    macro_id: int,
    given: Mapping[str, str] = {},
    origin: object | None = None,
) -> Done:
    """Send the text of a macro to customers and do the rest, of all tickets as one act.

    The guard holds: what is not documented is not closed. What was being written stays.

    Args:
        given: values for places that nothing is known for, the same in all tickets.

    Raises:
        UnfilledTextError: a place stays open in one of the texts.
        NotFoundError: there is no such macro or ticket.
        NobodyToAnswerError, NotConnectedError, NotAllowedError, UndocumentedError: it cannot be
            done to one of them; then nothing is done to any.
    """
    macro = _info(_row(unit.session, macro_id))
    tickets = [lifecycle.find(unit.session, one) for one in dict.fromkeys(ticket_ids)]
    number = tickets[0].number if tickets else None
    with acts.together(
        unit, "macro", origin=origin, macro=macro.name, number=number, count=len(tickets)
    ) as recorder:
        for ticket in tickets:
            recorder.watch(ticket)
            _run_one(unit, ticket, macro, given)
    return Done(recorder.finish(), len(tickets), 0)


def _run_one(unit: Unit, ticket: Ticket, macro: MacroInfo, given: Mapping[str, str]) -> None:
    ending = Ending(rules.value_of(macro.actions, rules.OUTCOME))
    text = filled(unit.session, macro, ticket, unit.now, given=given)
    if text.missing:
        raise UnfilledTextError(places=", ".join(text.missing))
    data = {"macro": macro.id, "name": macro.name}
    journal.append(unit, "macro", ticket_id=ticket.id, data=data)
    for action in macro.actions:
        if action.kind in _DOES:
            _DOES[action.kind](unit, ticket, action.value)
    if text.text.strip():
        _answer(unit, ticket, text.text, ending if rules.closes(macro.actions) else None)
    state = rules.value_of(macro.actions, rules.STATE)
    if state is not None and ticket.state != state:
        decisions.change_state(unit, [ticket.id], state=state, ending=ending)
    hours = rules.value_of(macro.actions, rules.SNOOZE)
    if hours is not None:
        decisions.snooze(unit, [ticket.id], until=_until(unit, hours))


def _answer(unit: Unit, ticket: Ticket, text: str, ending: Ending | None) -> None:
    draft = drafts.saved(unit.session, ticket.id)
    promise = promises.found(unit.session, text, unit.now)
    replies.answer(unit, ticket.id, text=text, ending=ending, promise=promise)
    if draft is not None:
        drafts.put(unit, ticket.id, draft)


def _until(unit: Unit, value: str) -> datetime:
    hours = rules.hours_of(value)
    if hours:
        return unit.now + timedelta(hours=hours)
    return next_opening(opening_hours(unit.session, unit.now), unit.now + timedelta(minutes=1))


def _file(unit: Unit, ticket: Ticket, value: str, *, field: str) -> None:
    decisions.set_listed(unit, [ticket.id], field=field, value=value)


def _set_priority(unit: Unit, ticket: Ticket, value: str) -> None:
    decisions.set_priority(unit, [ticket.id], priority=value)


def _note(unit: Unit, ticket: Ticket, value: str) -> None:
    replies.add_note(unit, ticket.id, text=value)


_DOES: dict[str, Callable[[Unit, Ticket, str], object]] = {
    rules.CATEGORY: partial(_file, field=rules.CATEGORY),
    rules.DEPARTMENT: partial(_file, field=rules.DEPARTMENT),
    rules.PRIORITY: _set_priority,
    rules.NOTE: _note,
}


# --- how -------------------------------------------------------------------------------------


def _checked(session: Session, action: Action) -> Action:
    kind, value = action.kind, action.value.strip()
    if kind in {rules.CATEGORY, rules.DEPARTMENT}:
        return Action(kind, lists.check(session, kind, value))
    choices = _keys(session, kind)
    if choices and value not in choices:
        raise InvalidValueError(value=value, field=kind, choices=", ".join(choices))
    return Action(kind, value)


def _keys(session: Session, kind: str) -> list[str]:
    if kind == rules.PRIORITY:
        return list(Priority)
    if kind == rules.OUTCOME:
        return [one.key for one in lists.entries(session, rules.OUTCOME)]
    return []


def _choices(session: Session, kind: str) -> str:
    named = {
        rules.STATE: ", ".join(rules.STATES),
        rules.SNOOZE: f"hours, {rules.OPENING}",
        rules.OUTCOME: f"with state {TicketState.CLOSED.value}",
        rules.NOTE: "words, once",
    }
    return named.get(kind) or ", ".join(_keys(session, kind) or rules.KINDS)


def _row(session: Session, macro_id: int) -> Macro:
    row = session.get(Macro, macro_id)
    if row is None:
        raise NotFoundError(what="macro", name=macro_id)
    return row


def _info(row: Macro) -> MacroInfo:
    actions = tuple(Action(one["kind"], one["value"]) for one in row.actions)
    return MacroInfo(row.id, row.name, row.text, actions)


def _finished(unit: Unit, recorder: acts.Recorder, row: Macro) -> int | None:
    data = {"macro": row.id, "name": row.name}
    act_id = recorder.finish()
    if act_id is not None:
        journal.append(unit, recorder.name, data=data)
        unit.publish(SettingsChanged(section=SECTION, origin=recorder.origin))
    return act_id
