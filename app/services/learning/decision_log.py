"""The log of decisions: what was decided, why, when and by whom. An entry is never changed.

A correction is a new entry that takes the place of the old one; both stay.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.learning import Decision, DecisionLink
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError, NotFoundError
from app.services.events import SettingsChanged
from app.services.learning import links
from app.services.learning.links import Link
from app.services.search.words import fold, stem, words_of
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, directory, journal

SECTION = "decisions"
"""The section of SettingsChanged when something was decided."""


class NothingDecidedError(KnownError):
    """A decision without a word of what was decided."""

    code = "nothing_decided"
    text = QT_TRANSLATE_NOOP("errors", "Write down what was decided.")


class DecidedLaterError(KnownError):
    """A decision of a day that has not come yet."""

    code = "decided_later"
    text = QT_TRANSLATE_NOOP("errors", "{day} is still to come. Give the day of the decision.")


class AlreadyCorrectedError(KnownError):
    """Another entry has taken the place of this one."""

    code = "already_corrected"
    text = QT_TRANSLATE_NOOP(
        "errors", "Decision {number} was corrected by decision {other}. Correct that one."
    )


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was there: `colleague` is his id, None for one not in the directory."""

    name: str
    colleague: int | None


@dataclass(frozen=True, slots=True)
class DecisionInfo:
    """A decision, as shown; `replaced_by` is the entry that holds instead of it."""

    id: int
    what: str
    why: str
    decided_on: date
    people: tuple[Person, ...]
    links: tuple[Link, ...]
    replaces: int | None
    replaced_by: int | None
    noted_at: datetime


def infos(session: Session, words: str = "", *, everyone: bool = False) -> list[DecisionInfo]:
    """Return the decisions that hold, the newest first.

    Args:
        words: that all have to occur, in some form, in what was decided, why, by whom or about
            what; "" for any.
        everyone: also those that others have taken the place of.
    """
    found = [one for one in _all(session) if everyone or one.replaced_by is None]
    return [one for one in found if _holds(one, words)]


def find(session: Session, decision_id: int) -> DecisionInfo:
    """Return a decision, also one that no longer holds.

    Raises:
        NotFoundError: there is none, or it was taken back.
    """
    row = session.get(Decision, decision_id)
    if row is None or not row.kept:
        raise NotFoundError(what="decision", name=decision_id)
    return _info(session, row, _newer(session), _linked(session))


def about(session: Session, kind: str, target: int) -> list[DecisionInfo]:
    """Return the decisions that hold about a ticket, page, finding or incident."""
    linked = set(
        session.scalars(
            select(DecisionLink.decision_id).where(
                DecisionLink.kind == kind,
                DecisionLink.target.in_(links.same(session, kind, target)),
            )
        )
    )
    return [one for one in infos(session) if one.id in linked]


def add(
    unit: Unit,
    *,
    what: str,
    why: str = "",
    decided_on: date | None = None,
    people: Sequence[str] = (),
    about: Sequence[tuple[str, int]] = (),
    replaces: int | None = None,
    origin: object | None = None,
) -> tuple[int, int | None]:
    """Write down a decision and return it and the act. Undoing takes it out of sight only.

    Args:
        decided_on: today when left out.
        people: names; those of colleagues are known as theirs.
        about: kinds and ids (links.named).
        replaces: the entry that this one corrects.

    Raises:
        NothingDecidedError: there is not a word of it.
        DecidedLaterError: the day has not come yet.
        NotFoundError: there is no such entry to correct.
        AlreadyCorrectedError: another took its place before.
    """
    session, clean = unit.session, what.strip()
    today = unit.now.astimezone().date()
    day = decided_on or today
    if not clean:
        raise NothingDecidedError
    if day > today:
        raise DecidedLaterError(day=day.isoformat())
    if replaces is not None:
        _refuse_corrected(session, replaces)
    row = Decision(
        what=clean, why=why.strip(), decided_on=day.isoformat(), people=_people(session, people),
        replaces_id=replaces, kept=False, noted_at=unit.now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    targets = dict.fromkeys(about)
    session.add_all(
        DecisionLink(decision_id=row.id, kind=kind, target=target) for kind, target in targets
    )
    recorder = acts.begin(unit, "decision_added", origin=origin, text=_short(clean))
    recorder.add(act_rows.changed(unit, row, kept=True))
    data = {"decision": row.id, "replaces": replaces, "number": row.id}
    tickets = [links.shown(session, *one).target for one in targets if one[0] == links.TICKET]
    for ticket_id in dict.fromkeys(tickets) or (None,):
        journal.append(unit, "decision_added", ticket_id=ticket_id, data=data)
    unit.publish(SettingsChanged(section=SECTION, origin=origin))
    return row.id, recorder.finish()


def people_of(text: str) -> list[str]:
    """Return the names that stand in one line, with commas between them."""
    names = (" ".join(one.split()) for one in text.replace(";", ",").split(","))
    return [one for one in names if one]


# --- how -------------------------------------------------------------------------------------


def _all(session: Session) -> list[DecisionInfo]:
    newer, linked = _newer(session), _linked(session)
    rows = session.scalars(
        select(Decision)
        .where(Decision.kept.is_(True))
        .order_by(Decision.decided_on.desc(), Decision.id.desc())
    )
    return [_info(session, row, newer, linked) for row in rows]


def _newer(session: Session) -> dict[int, int]:
    """Return by which entry each that was corrected was."""
    rows = session.execute(
        select(Decision.replaces_id, Decision.id).where(
            Decision.kept.is_(True), Decision.replaces_id.is_not(None)
        )
    )
    return {old: new for old, new in rows if old is not None}


def _linked(session: Session) -> dict[int, list[tuple[str, int]]]:
    """Return what each decision is about, as kinds and ids."""
    found: dict[int, list[tuple[str, int]]] = {}
    rows = select(DecisionLink.decision_id, DecisionLink.kind, DecisionLink.target)
    for decision_id, kind, target in session.execute(
        rows.order_by(DecisionLink.kind.desc(), DecisionLink.target)
    ):
        found.setdefault(decision_id, []).append((kind, target))
    return found


def _info(
    session: Session,
    row: Decision,
    newer: dict[int, int],
    linked: dict[int, list[tuple[str, int]]],
) -> DecisionInfo:
    shown = (links.shown(session, *one) for one in linked.get(row.id, ()))
    return DecisionInfo(
        row.id, row.what, row.why, date.fromisoformat(row.decided_on),
        tuple(Person(one["name"], one["colleague"]) for one in row.people),
        tuple(dict.fromkeys(shown)), row.replaces_id, newer.get(row.id), row.noted_at,
    )  # fmt: skip


def _refuse_corrected(session: Session, decision_id: int) -> None:
    other = find(session, decision_id).replaced_by
    if other is not None:
        raise AlreadyCorrectedError(number=decision_id, other=other)


def _people(session: Session, names: Sequence[str]) -> list[dict[str, object]]:
    known = directory.colleagues(session)
    found: list[dict[str, object]] = []
    for name in dict.fromkeys(" ".join(one.split()) for one in names):
        wanted = name.casefold()
        whole = [one for one in known if one.name.casefold() == wanted]
        first = [one for one in known if one.name.casefold().split()[:1] == [wanted]]
        hits = whole or first
        if len(hits) == 1:
            found.append({"name": hits[0].name, "colleague": hits[0].id})
        elif name:
            found.append({"name": name, "colleague": None})
    return found


def _holds(one: DecisionInfo, words: str) -> bool:
    parts = [one.what, one.why, *(person.name for person in one.people)]
    parts += [f"{link.name} {link.title}" for link in one.links]
    text = fold(" ".join(parts))
    return all(word in text or stem(word) in text for word in words_of(words))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
