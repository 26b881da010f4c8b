"""What the owner did, kept with what takes it back: every act can be undone, as one.

An act is a list of steps. A step says what was there before and after; undoing it changes only
what is still as the act left it, so that nothing that happened since is lost.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from app.models.base import from_micros, table_of, to_micros
from app.models.journal import Act
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.learning.changes import LASTING
from app.models.tickets import Ticket, TicketLink, TicketTag
from app.services.events import SettingsChanged, TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import act_rows, contents, journal, lifecycle, reclocking, timing

KEPT = 2_000
"""Older acts are forgotten, but for those that changed how the firm works: briefings tell them."""

FIELDS = (
    "state",
    "category",
    "department",
    "type",
    "product_group",
    "priority",
    "subject",
    "closed_at",
    "outcome",
    "documented_at",
    "override_reason",
    "snoozed_until",
    "snoozed_from",
    "wake_on_reply",
    "merged_into_id",
    "incident_id",
    "first_reaction_due",
    "first_reacted_at",
    "answer_due",
    "answered_at",
    "answer_kind",
    "clock_at",
    "plan_id",
    "window_due",
    "reach",
    "influence",
    "influence_reasons",
    "no_reaction_reason",
    "proposal",
    "assessed_at",
    "updated_at",
)
"""Fields of a ticket that acts change; what follows from them is computed again."""

_TOGETHER = frozenset(
    {"closed_at", "outcome", "documented_at", "override_reason", "no_reaction_reason"}
    | {"snoozed_until", "snoozed_from", "wake_on_reply"}
)
"""Fields that belong to the state: they stay when somebody else has changed it since."""

_FOLLOWING = frozenset({"assessed_at"})
"""Fields that another one brought along: they are put back only together with one."""

PART = 0
"""Stands for the id of an act that is a part of another one."""

_TOGETHER_NOW = "act"

Json = dict[str, Any]


class NothingToUndoError(KnownError):
    """There is no act that could be taken back."""

    code = "nothing_to_undo"
    text = QT_TRANSLATE_NOOP("errors", "There is nothing to undo.")


class TooLateToUndoError(KnownError):
    """What the act did has been overtaken by what happened since."""

    code = "too_late_to_undo"
    text = QT_TRANSLATE_NOOP("errors", "This can no longer be undone: it has been changed since.")


@dataclass(frozen=True, slots=True)
class ActInfo:
    """An act, as shown: its name, what it was about, and whether it was taken back."""

    id: int
    at: datetime
    name: str
    params: Mapping[str, Any]
    undone_at: datetime | None


@dataclass(slots=True)
class Recorder:
    """Notices what one act changes. Use `begin`, `watch` what it will change, then `finish`."""

    unit: Unit
    name: str
    params: Json
    origin: object | None = None
    steps: list[Json] = field(default_factory=list)
    within: "Recorder | None" = None
    _watched: dict[int, tuple[Ticket, Json, frozenset[str]]] = field(default_factory=dict)

    def watch(self, ticket: Ticket) -> None:
        """Remember how a ticket is now; the same one twice is remembered once."""
        if ticket.id not in self._watched:
            tags = frozenset(tags_of(self.unit.session, ticket.id))
            self._watched[ticket.id] = (ticket, values_of(ticket), tags)

    def step(self, **values: Any) -> None:
        """Add a step of another kind."""
        if values["op"] == "sending":
            # The store gives the number of a message that was taken back to the next one.
            values["key"] = contents.key_of_sending(self.unit.session, values["outbox"])
        self.steps.append(values)

    def add(self, step: Json | None) -> None:
        """Add a step of a row that may have stayed as it was: then there is none."""
        if step is not None:
            self.step(**step)

    def finish(self) -> int | None:
        """Store the act and return its id; None when nothing changed, PART within another act."""
        for ticket_id, (ticket, before, tags) in self._watched.items():
            after = values_of(ticket)
            changed = [name for name in FIELDS if before[name] != after[name]]
            if changed:
                self.step(
                    op="ticket",
                    id=ticket_id,
                    before={name: before[name] for name in changed},
                    after={name: after[name] for name in changed},
                )
            self._note_tags(ticket_id, tags)
        if not self.steps:
            return None
        if self._watched:
            ids = frozenset(self._watched)
            self.unit.publish(TicketsChanged(ticket_ids=ids, origin=self.origin))
        if self.within is not None:
            self.within.steps += self.steps
            return PART
        return store(self.unit, self.name, self.params, self.steps)

    def _note_tags(self, ticket_id: int, before: frozenset[str]) -> None:
        after = frozenset(tags_of(self.unit.session, ticket_id))
        if after != before:
            self.step(
                op="tags",
                id=ticket_id,
                added=sorted(after - before),
                removed=sorted(before - after),
            )


def begin(unit: Unit, name: str, *, origin: object | None = None, **params: Any) -> Recorder:
    """Begin to record an act; `params` fill the sentence that tells of it.

    Within `together` it becomes a part of the act that has begun there.
    """
    return Recorder(unit, name, params, origin, within=unit.memory.get(_TOGETHER_NOW))


@contextmanager
def together(
    unit: Unit, name: str, *, origin: object | None = None, **params: Any
) -> Iterator[Recorder]:
    """Record all acts done inside as parts of one, which is undone as one.

    The caller calls `finish` of the recorder after the block.
    """
    recorder = begin(unit, name, origin=origin, **params)
    outer = unit.memory.get(_TOGETHER_NOW)
    unit.memory[_TOGETHER_NOW] = recorder
    try:
        yield recorder
    finally:
        unit.memory[_TOGETHER_NOW] = outer


def store(unit: Unit, name: str, params: Mapping[str, Any], steps: Sequence[Json]) -> int:
    """Keep an act with its steps and return its id."""
    act = Act(at=unit.now, name=name, params=dict(params), steps=list(steps), undone_at=None)
    unit.session.add(act)
    unit.session.flush()
    if act.id % 100 == 0:
        old = (Act.id <= act.id - KEPT) & Act.name.not_in(LASTING)
        unit.session.execute(delete(Act).where(old))
    return act.id


def recent(session: Session, limit: int = 20) -> list[ActInfo]:
    """Return the newest acts, the newest first."""
    found = session.scalars(select(Act).order_by(Act.id.desc()).limit(limit))
    return [ActInfo(act.id, act.at, act.name, act.params, act.undone_at) for act in found]


def undo(unit: Unit, act_id: int | None = None, *, origin: object | None = None) -> ActInfo:
    """Take an act back, the newest one by default.

    Raises:
        NothingToUndoError: there is no such act, or it was taken back already.
        TooLateToUndoError: nothing of it is as the act left it.
    """
    act = _act(unit.session, act_id)
    touched: set[int] = set()
    changed = [_STEPS[step["op"]](unit, step, touched) for step in reversed(act.steps)]
    if not any(changed):
        raise TooLateToUndoError
    act.undone_at = unit.now
    for ticket_id in sorted(touched):
        touched |= _emptied(unit, lifecycle.find(unit.session, ticket_id))
    for ticket_id in sorted(touched):
        contents.recount(unit, lifecycle.find(unit.session, ticket_id))
    about: list[int | None] = [*sorted(touched)] or [None]
    for each in about:
        journal.append(unit, "undone", ticket_id=each, reason=act.name, data={"act": act.id})
    if touched:
        unit.publish(TicketsChanged(ticket_ids=frozenset(touched), origin=origin))
    return ActInfo(act.id, act.at, act.name, act.params, act.undone_at)


def _emptied(unit: Unit, ticket: Ticket) -> set[int]:
    """Let what came into a merged ticket meanwhile stand in the one that it was merged into."""
    if ticket.merged_into_id is None:
        return set()
    left = contents.message_ids(unit.session, ticket.id)
    target = lifecycle.standing(unit.session, ticket.id).id
    keys = contents.keys_of(unit.session, ticket.id)
    contents.move(unit, left, source=ticket.id, target=target, keys=keys)
    return {target}


def values_of(ticket: Ticket) -> Json:
    """Return the fields of a ticket that acts change, as JSON."""
    return {name: _plain(getattr(ticket, name)) for name in FIELDS}


def tags_of(session: Session, ticket_id: int) -> list[str]:
    """Return the tags of a ticket, sorted."""
    statement = select(TicketTag.tag).where(TicketTag.ticket_id == ticket_id)
    return list(session.scalars(statement.order_by(TicketTag.tag)))


def put_tags(unit: Unit, ticket_id: int, tags: Iterable[str]) -> None:
    """Put tags on a ticket; those it has already stay."""
    for tag in tags:
        unit.session.execute(
            upsert(table_of(TicketTag))
            .values(ticket_id=ticket_id, tag=tag)
            .on_conflict_do_nothing()
        )


def take_tags(unit: Unit, ticket_id: int, tags: Iterable[str]) -> None:
    """Take tags off a ticket."""
    unit.session.execute(
        delete(TicketTag).where(TicketTag.ticket_id == ticket_id, TicketTag.tag.in_(list(tags)))
    )


def _act(session: Session, act_id: int | None) -> Act:
    if act_id is None:
        act = session.scalar(
            select(Act).where(Act.undone_at.is_(None)).order_by(Act.id.desc()).limit(1)
        )
    else:
        act = session.get(Act, act_id)
    if act is None or act.undone_at is not None:
        raise NothingToUndoError
    return act


# --- steps -----------------------------------------------------------------------------------


def _undo_ticket(unit: Unit, step: Json, touched: set[int]) -> bool:
    ticket = lifecycle.find(unit.session, step["id"])
    before, after = step["before"], step["after"]
    current = values_of(ticket)
    overtaken = "state" in after and current["state"] != after["state"]
    still = {
        name
        for name in after
        if current[name] == after[name] and not (overtaken and name in _TOGETHER)
    }
    ticket.warn_at = timing.AT_ONCE
    touched.add(ticket.id)
    if not still or (still <= _FOLLOWING and not after.keys() <= _FOLLOWING):
        return False
    for name in still:
        setattr(ticket, name, _real(name, before[name]))
    return True


def _undo_tags(unit: Unit, step: Json, touched: set[int]) -> bool:
    take_tags(unit, step["id"], step["added"])
    put_tags(unit, step["id"], step["removed"])
    touched.add(step["id"])
    return True


def _undo_move(unit: Unit, step: Json, touched: set[int]) -> bool:
    keys = [(account_id, key) for account_id, key in step["keys"]]
    # What it was moved to may have been merged on since: then they are there.
    source = lifecycle.standing(unit.session, step["to"]).id
    moved = contents.move(unit, step["messages"], source=source, target=step["from"], keys=keys)
    touched.update((step["from"], step["to"], source))
    return moved


def _undo_link(unit: Unit, step: Json, touched: set[int]) -> bool:
    first, second = step["first"], step["second"]
    if step["made"]:
        unit.session.execute(
            delete(TicketLink).where(TicketLink.ticket_id == first, TicketLink.other_id == second)
        )
    else:
        unit.session.merge(TicketLink(ticket_id=first, other_id=second))
    touched.update((first, second))
    return True


def _undo_sending(unit: Unit, step: Json, touched: set[int]) -> bool:
    ticket_id = contents.take_back(unit, step["outbox"], key=step.get("key"))
    if ticket_id is None:
        raise TooLateToUndoError
    touched.add(ticket_id)
    return True


def _undo_note(unit: Unit, step: Json, touched: set[int]) -> bool:
    ticket_id = contents.remove_note(unit, step["message"])
    if ticket_id is None:
        return False
    touched.add(ticket_id)
    return True


def _undo_entry(unit: Unit, step: Json, touched: set[int]) -> bool:
    if not contents.take_out_entry(unit, step["ticket"], step["message"]):
        raise TooLateToUndoError
    touched.add(step["ticket"])
    return True


def _undo_draft(unit: Unit, step: Json, touched: set[int]) -> bool:
    touched.update((step["from"], step["to"]))
    return contents.move_draft(unit, source=step["to"], target=step["from"])


def _undo_row(unit: Unit, step: Json, touched: set[int]) -> bool:
    undone = act_rows.undo(unit, step)
    section = step["key"].get("section", step["table"])
    if "ticket" in step:
        touched.add(step["ticket"])
    else:
        unit.publish(SettingsChanged(section=section))
    if undone:
        reclocking.follow(unit, section)
    return undone


Undo = Callable[[Unit, Json, set[int]], bool]
_STEPS: Mapping[str, Undo] = {
    "ticket": _undo_ticket,
    "tags": _undo_tags,
    "move": _undo_move,
    "link": _undo_link,
    "sending": _undo_sending,
    "note": _undo_note,
    "entry": _undo_entry,
    "draft": _undo_draft,
    "row": _undo_row,
}


def _plain(value: object) -> object:
    return to_micros(value) if isinstance(value, datetime) else value


def _real(name: str, value: Any) -> Any:
    moment = name.endswith(("_at", "_due", "_until"))
    return from_micros(value) if moment and value is not None else value
