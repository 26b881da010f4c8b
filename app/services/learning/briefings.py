"""Briefings: drafted from what changed, made his own by the owner, published, and read.

A colleague has no account: the owner confirms for him that he has read it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.directory import Colleague
from app.models.learning import Briefing, BriefingReader
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError, NotFoundError
from app.models.rules.learning import briefing
from app.services.events import SettingsChanged
from app.services.learning import changes, words
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, directory, journal

SECTION = "briefings"
"""The section of SettingsChanged when a briefing changes or is read."""

FIRST = timedelta(days=30)
"""So far back the first briefing looks."""

DAYS_TO_READ = 7
TEXTS = "briefing_texts.json"


class BriefingPublishedError(KnownError):
    """Colleagues have read it like this."""

    code = "briefing_published"
    text = QT_TRANSLATE_NOOP(
        "errors", "This briefing was published and stays as it is. Tell the rest in the next one."
    )


class NotPublishedError(KnownError):
    """Nobody can have read a draft."""

    code = "not_published"
    text = QT_TRANSLATE_NOOP("errors", "This briefing is still a draft. Publish it first.")


class EmptyBriefingError(KnownError):
    """A briefing without a title or without a word in it."""

    code = "empty_briefing"
    text = QT_TRANSLATE_NOOP("errors", "Give the briefing a title and something to tell.")


class NobodyToReadError(KnownError):
    """The directory is empty."""

    code = "nobody_to_read"
    text = QT_TRANSLATE_NOOP(
        "errors", "There are no colleagues to read it yet. Add them to the directory first."
    )


@dataclass(frozen=True, slots=True)
class Reader:
    """A colleague who has to read a briefing; `mail` is "" when his address is not known."""

    colleague: int
    name: str
    mail: str
    read_at: datetime | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class BriefingInfo:
    """A briefing, as shown; a draft has no readers yet."""

    id: int
    title: str
    text: str
    since: datetime
    until: datetime
    published_at: datetime | None
    due_on: date | None
    readers: tuple[Reader, ...]

    @property
    def overdue(self) -> tuple[Reader, ...]:
        """Those who should have read it by now."""
        return tuple(one for one in self.readers if one.overdue)

    @property
    def read(self) -> int:
        """How many have read it."""
        return sum(one.read_at is not None for one in self.readers)


def infos(session: Session, today: date) -> list[BriefingInfo]:
    """Return the briefings, the newest first; `today` says who is overdue."""
    rows = session.scalars(select(Briefing).order_by(Briefing.id.desc()))
    return [_info(session, row, today) for row in rows]


def find(session: Session, briefing_id: int, today: date) -> BriefingInfo:
    """Return a briefing.

    Raises:
        NotFoundError: there is none.
    """
    return _info(session, _row(session, briefing_id), today)


def starts_at(session: Session, now: datetime) -> datetime:
    """Return since when the next briefing looks: the end of the one before it."""
    last = session.scalar(select(Briefing).order_by(Briefing.until.desc()).limit(1))
    return now - FIRST if last is None else last.until


def draft(
    unit: Unit, *, since: datetime | None = None, origin: object | None = None
) -> tuple[int, int | None]:
    """Write a draft of what changed; returns it and the act.

    It tells of what came after the briefing before, or of the last thirty days; that nothing
    changed is told too, so that the owner can write what he wants to tell.

    Args:
        since: look back to this moment instead.
    """
    session, now = unit.session, unit.now
    begin = starts_at(session, now) if since is None else since
    language = words.language_of(session)
    said = words.read(TEXTS)[language]
    found = changes.between(session, begin, now, language=language)
    row = Briefing(
        title=said["title"].format(day=briefing.day_text(now.astimezone().date(), said)),
        text=briefing.compose(found, said), since=begin, until=now, published_at=None, due_on=None,
    )  # fmt: skip
    recorder = acts.begin(unit, "briefing_drafted", origin=origin, text=row.title)
    recorder.step(**act_rows.added(unit, row))
    return row.id, _finished(unit, recorder, row)


def edit(
    unit: Unit,
    briefing_id: int,
    *,
    title: str | None = None,
    text: str | None = None,
    origin: object | None = None,
) -> int | None:
    """Change what a draft says; returns the act, None when it says so already.

    Raises:
        NotFoundError: there is no such briefing.
        BriefingPublishedError: it is no draft any more.
        EmptyBriefingError: nothing would be left of it.
    """
    row = _draft(unit.session, briefing_id)
    new = {
        "title": row.title if title is None else " ".join(title.split()),
        "text": row.text if text is None else f"{text.strip()}\n",
    }
    if not all(value.strip() for value in new.values()):
        raise EmptyBriefingError
    recorder = acts.begin(unit, "briefing_edited", origin=origin, text=new["title"])
    recorder.add(act_rows.changed(unit, row, **new))
    return _finished(unit, recorder, row)


def remove(unit: Unit, briefing_id: int, *, origin: object | None = None) -> int | None:
    """Throw a draft away; returns the act.

    Raises:
        NotFoundError: there is no such briefing.
        BriefingPublishedError: it is no draft any more.
    """
    row = _draft(unit.session, briefing_id)
    recorder = acts.begin(unit, "briefing_removed", origin=origin, text=row.title)
    for reader in _readers(unit.session, briefing_id):
        recorder.step(**act_rows.removed(unit, reader))
    recorder.step(**act_rows.removed(unit, row))
    return _finished(unit, recorder, row)


def publish(
    unit: Unit,
    briefing_id: int,
    *,
    days: int = DAYS_TO_READ,
    readers: Sequence[int] | None = None,
    origin: object | None = None,
) -> int | None:
    """Publish a draft for colleagues to read within so many days; returns the act.

    Args:
        readers: ids of the colleagues who have to read it; all when left out.

    Raises:
        NotFoundError: there is no such briefing or colleague.
        BriefingPublishedError: it was published before.
        NobodyToReadError: there is no colleague.
    """
    row = _draft(unit.session, briefing_id)
    known = [one.id for one in directory.colleagues(unit.session)]
    wanted = known if readers is None else [directory.find(unit.session, i).id for i in readers]
    if not wanted:
        raise NobodyToReadError
    due = unit.now.astimezone().date() + timedelta(days=days)
    recorder = acts.begin(unit, "briefing_published", origin=origin, text=row.title)
    recorder.add(act_rows.changed(unit, row, published_at=unit.now, due_on=due.isoformat()))
    # Who had read it before the publishing was taken back has read it.
    known_readers = {one.colleague_id for one in _readers(unit.session, row.id)}
    new = [
        BriefingReader(briefing_id=row.id, colleague_id=one, read_at=None)
        for one in dict.fromkeys(wanted)
        if one not in known_readers
    ]
    for step in act_rows.added_all(unit, new):
        recorder.step(**step)
    return _finished(unit, recorder, row)


def confirm(
    unit: Unit,
    briefing_id: int,
    colleague_id: int,
    *,
    read: bool = True,
    origin: object | None = None,
) -> int | None:
    """Say that a colleague has read a briefing, or has not after all; returns the act.

    None when that was known. Who came later than the briefing can read it too.

    Raises:
        NotFoundError: there is no such briefing or colleague.
        NotPublishedError: it is a draft.
    """
    row = _row(unit.session, briefing_id)
    if row.published_at is None:
        raise NotPublishedError
    reader = unit.session.get(BriefingReader, (briefing_id, colleague_id))
    name = directory.find(unit.session, colleague_id).name
    act = "briefing_read" if read else "briefing_unread"
    recorder = acts.begin(unit, act, origin=origin, text=row.title, colleague=name)
    moment = unit.now if read else None
    if reader is None:
        reader = BriefingReader(briefing_id=briefing_id, colleague_id=colleague_id, read_at=moment)
        recorder.step(**act_rows.added(unit, reader))
    elif (reader.read_at is None) == read:
        recorder.add(act_rows.changed(unit, reader, read_at=moment))
    return _finished(unit, recorder, row, colleague=colleague_id)


# --- how -------------------------------------------------------------------------------------


def _row(session: Session, briefing_id: int) -> Briefing:
    row = session.get(Briefing, briefing_id)
    if row is None:
        raise NotFoundError(what="briefing", name=briefing_id)
    return row


def _draft(session: Session, briefing_id: int) -> Briefing:
    row = _row(session, briefing_id)
    if row.published_at is not None:
        raise BriefingPublishedError
    return row


def _readers(session: Session, briefing_id: int) -> Sequence[BriefingReader]:
    return session.scalars(
        select(BriefingReader).where(BriefingReader.briefing_id == briefing_id)
    ).all()


def _info(session: Session, row: Briefing, today: date) -> BriefingInfo:
    readers = session.execute(
        select(BriefingReader, Colleague)
        .join(Colleague, Colleague.id == BriefingReader.colleague_id)
        .where(BriefingReader.briefing_id == row.id)
    )
    shown = [_reader(row, one, colleague, today) for one, colleague in readers]
    return BriefingInfo(
        row.id, row.title, row.text, row.since, row.until, row.published_at,
        date.fromisoformat(row.due_on) if row.due_on else None,
        tuple(sorted(shown, key=lambda one: one.name.casefold())),
    )  # fmt: skip


def _reader(row: Briefing, one: BriefingReader, colleague: Colleague, today: date) -> Reader:
    late = briefing.is_overdue(row.due_on, read=one.read_at is not None, today=today)
    return Reader(
        colleague.id, colleague.name, colleague.mail, one.read_at, late and colleague.active
    )


def _finished(unit: Unit, recorder: acts.Recorder, row: Briefing, **more: int) -> int | None:
    act_id = recorder.finish()
    if act_id is not None:
        journal.append(unit, recorder.name, data={"briefing": row.id, **more})
        unit.publish(SettingsChanged(section=SECTION, origin=recorder.origin))
    return act_id
