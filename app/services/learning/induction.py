"""What a new colleague goes through: a list of his own, ticked with the day and by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.directory import Colleague
from app.models.learning import InductionItem
from app.models.rules.errors import (
    QT_TRANSLATE_NOOP,
    EmptyTextError,
    InvalidValueError,
    KnownError,
    NotFoundError,
)
from app.models.rules.learning.briefing import day_text
from app.services.events import SettingsChanged
from app.services.handbook import pages
from app.services.learning import briefings, words
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, directory, journal

SECTION = "induction_items"
"""The section of SettingsChanged when somebody's list changes."""

TEXTS = "induction.json"
ACCOUNT, READ, WALK, OTHER = "account", "read", "walk", "other"
KINDS = (ACCOUNT, READ, WALK, OTHER)


class InductionBegunError(KnownError):
    """He has a list already."""

    code = "induction_begun"
    text = QT_TRANSLATE_NOOP("errors", "{name} has a list already.")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to go through; `page_key` is "" when no page is about it."""

    position: int
    kind: str
    text: str
    page_key: str
    done_at: datetime | None
    done_by: str


@dataclass(frozen=True, slots=True)
class Induction:
    """The list of a colleague."""

    colleague: int
    name: str
    started_at: datetime
    items: tuple[Item, ...]

    @property
    def done(self) -> int:
        """How many things he has gone through."""
        return sum(one.done_at is not None for one in self.items)


def infos(session: Session) -> list[Induction]:
    """Return the lists of those who work here, with most left to do first."""
    rows = session.execute(
        select(Colleague, InductionItem)
        .join(InductionItem, InductionItem.colleague_id == Colleague.id)
        .where(Colleague.active.is_(True))
        .order_by(InductionItem.position)
    )
    items: dict[int, list[InductionItem]] = {}
    names: dict[int, str] = {}
    for colleague, item in rows:
        items.setdefault(colleague.id, []).append(item)
        names[colleague.id] = colleague.name
    found = [_info(one, names[one], held) for one, held in items.items()]
    return sorted(found, key=lambda one: (one.done - len(one.items), one.name.casefold()))


def find(session: Session, colleague_id: int) -> Induction:
    """Return the list of a colleague.

    Raises:
        NotFoundError: he has none.
    """
    for one in infos(session):
        if one.colleague == colleague_id:
            return one
    raise NotFoundError(what="induction", name=colleague_id)


def start(unit: Unit, colleague_id: int, *, origin: object | None = None) -> int | None:
    """Give a colleague the list that comes with Balie; returns the act.

    It has the pages that the handbook has, by their titles.

    Raises:
        NotFoundError: there is no such colleague.
        InductionBegunError: he has a list.
    """
    session = unit.session
    colleague = directory.find(session, colleague_id)
    if _rows(session, colleague_id):
        raise InductionBegunError(name=colleague.name)
    rows = [
        _new(unit, colleague_id, position, *one) for position, one in enumerate(_offered(session))
    ]
    recorder = acts.begin(unit, "induction_started", origin=origin, colleague=colleague.name)
    for step in act_rows.added_all(unit, rows):
        recorder.step(**step)
    return _finished(unit, recorder, colleague_id)


def tick(
    unit: Unit,
    colleague_id: int,
    position: int,
    *,
    done: bool = True,
    by: str = "",
    origin: object | None = None,
) -> int | None:
    """Say that he has gone through something, or has not after all; returns the act.

    None when that was known.

    Args:
        by: who says so.

    Raises:
        NotFoundError: there is no such thing in his list.
    """
    row = unit.session.get(InductionItem, (colleague_id, position))
    if row is None:
        raise NotFoundError(what="item", name=position + 1)
    if (row.done_at is not None) == done:
        return None
    name = "induction_ticked" if done else "induction_unticked"
    recorder = acts.begin(unit, name, origin=origin, text=row.text)
    who = " ".join(by.split()) if done else ""
    recorder.add(act_rows.changed(unit, row, done_at=unit.now if done else None, done_by=who))
    return _finished(unit, recorder, colleague_id)


def add(
    unit: Unit, colleague_id: int, *, text: str, kind: str = OTHER, origin: object | None = None
) -> int | None:
    """Add something of the owner's own to a list; returns the act.

    Raises:
        NotFoundError: he has no list.
        EmptyTextError: it says nothing.
        InvalidValueError: there is no such kind.
    """
    if kind not in KINDS:
        raise InvalidValueError(value=kind, field="kind", choices=", ".join(KINDS))
    clean = " ".join(text.split())
    if not clean:
        raise EmptyTextError
    find(unit.session, colleague_id)
    last = _rows(unit.session, colleague_id)[-1].position
    row = _new(unit, colleague_id, last + 1, kind, clean, "")
    recorder = acts.begin(unit, "induction_added", origin=origin, text=clean)
    recorder.step(**act_rows.added(unit, row))
    return _finished(unit, recorder, colleague_id)


def remove(
    unit: Unit, colleague_id: int, position: int, *, origin: object | None = None
) -> int | None:
    """Take something out of a list; returns the act.

    Raises:
        NotFoundError: there is no such thing in it.
    """
    row = unit.session.get(InductionItem, (colleague_id, position))
    if row is None:
        raise NotFoundError(what="item", name=position + 1)
    recorder = acts.begin(unit, "induction_removed", origin=origin, text=row.text)
    recorder.step(**act_rows.removed(unit, row))
    return _finished(unit, recorder, colleague_id)


def as_text(session: Session, colleague_id: int) -> str:
    """Return a list for paper or a mail, in the firm's language.

    Raises:
        NotFoundError: he has none.
    """
    one = find(session, colleague_id)
    language = words.language_of(session)
    said, days = words.read(TEXTS)[language], words.read(briefings.TEXTS)[language]
    lines = [said["title"].format(name=one.name), ""]
    for kind in KINDS:
        held = [item for item in one.items if item.kind == kind]
        if held:
            lines += [said[kind], *_lines(held, said, days), ""]
    return "\n".join(lines)


# --- how -------------------------------------------------------------------------------------


def _lines(items: Sequence[Item], said: words.Words, days: words.Words) -> Iterator[str]:
    for one in items:
        if one.done_at is None:
            yield f"[ ] {one.text}"
            continue
        day = day_text(one.done_at.astimezone().date(), days)
        told = said["done" if one.done_by else "done_alone"].format(day=day, who=one.done_by)
        yield f"[x] {one.text} ({told})"


def _offered(session: Session) -> Iterator[tuple[str, str, str]]:
    """Return kind, text and page of what the list begins with."""
    language = words.language_of(session)
    titles = {one.key: one.title for one in pages.all_of(session)}
    titles |= {one.key: one.title for one in pages.all_of(session, language=language)}
    for one in words.read(TEXTS)["items"]:
        key = one.get("page", "")
        if not key or key in titles:
            yield one["kind"], one[language].format(title=titles.get(key, "")), key


def _new(
    unit: Unit, colleague_id: int, position: int, kind: str, text: str, page_key: str
) -> InductionItem:
    return InductionItem(
        colleague_id=colleague_id, position=position, kind=kind, text=text, page_key=page_key,
        added_at=unit.now, done_at=None, done_by="",
    )  # fmt: skip


def _rows(session: Session, colleague_id: int) -> Sequence[InductionItem]:
    return session.scalars(
        select(InductionItem)
        .where(InductionItem.colleague_id == colleague_id)
        .order_by(InductionItem.position)
    ).all()


def _info(colleague_id: int, name: str, rows: Sequence[InductionItem]) -> Induction:
    items = tuple(
        Item(row.position, row.kind, row.text, row.page_key, row.done_at, row.done_by)
        for row in rows
    )
    return Induction(colleague_id, name, min(row.added_at for row in rows), items)


def _finished(unit: Unit, recorder: acts.Recorder, colleague_id: int) -> int | None:
    act_id = recorder.finish()
    if act_id is not None:
        journal.append(unit, recorder.name, data={"colleague": colleague_id})
        unit.publish(SettingsChanged(section=SECTION, origin=recorder.origin))
    return act_id
