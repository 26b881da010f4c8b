"""Lists of who is told about which subjects, and the record of who was told what and when."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.communication import Informed, InformList
from app.models.rules.errors import (
    QT_TRANSLATE_NOOP,
    EmptyTextError,
    InvalidValueError,
    KnownError,
    NotFoundError,
)
from app.models.rules.templates import fill
from app.services.communication import rows
from app.services.communication.contents import ContentInfo
from app.services.communication.days import clean_title
from app.services.communication.statements import StatementInfo
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, directory, journal, lists
from app.services.tickets.directory import ColleagueInfo
from app.services.tickets.lists import DEPARTMENT, Choice

ACT, REMOVED, TOLD = "inform_list_saved", "inform_list_removed", "informed"
COLLEAGUE, DEPARTMENT_OF, MAIL = "colleague", "department", "mail"
WAYS = ("mail", "phone", "talk", "chat")
"""How people are told."""


class UnknownMemberError(KnownError):
    """Nobody is called so."""

    code = "unknown_member"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” is no colleague, no department and no e-mail address. Write one of these on "
        "each line.",
    )


class NobodyToTellError(KnownError):
    """A list without anybody on it."""

    code = "nobody_to_tell"
    text = QT_TRANSLATE_NOOP("errors", "Nobody is on “{name}” now. Put somebody on it first.")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is told; `address` is "" for who has no mail address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class ListInfo:
    """A list as shown.

    Attributes:
        members: as the owner reads them: names of colleagues and departments, mail addresses.
        people: who that is today, each once; who left is not among them.
        told_at: when they were told something last.
    """

    id: int
    name: str
    subjects: tuple[str, ...]
    members: tuple[str, ...]
    people: tuple[Person, ...]
    told_at: datetime | None


@dataclass(frozen=True, slots=True)
class Telling:
    """That a list was told: what, when, how, by whom, and who was on it then."""

    id: int
    list_id: int
    content_id: int | None
    statement_id: int | None
    subject: str
    text: str
    how: str
    told_at: datetime
    told_by: str
    people: tuple[Person, ...]


def all_of(session: Session) -> list[ListInfo]:
    """Return the lists by name."""
    who = _Who(session)
    found = session.scalars(select(InformList).where(InformList.active)).all()
    return sorted((_info(session, one, who) for one in found), key=_name)


def find(session: Session, list_id: int) -> ListInfo:
    """Return a list.

    Raises:
        NotFoundError: there is none.
    """
    return _info(session, rows.row(session, InformList, list_id), _Who(session))


def named(session: Session, name: str) -> ListInfo:
    """Return a list by its number, name, or a subject that it is for.

    Raises:
        NotFoundError: there is none.
    """
    wanted, found = name.strip().casefold(), all_of(session)
    for one in found:
        if wanted in {str(one.id), one.name.casefold()}:
            return one
    for one in found:
        if wanted in {subject.casefold() for subject in one.subjects}:
            return one
    raise NotFoundError(what="inform list", name=name)


def save(
    unit: Unit,
    list_id: int | None = None,
    /,
    *,
    name: str,
    subjects: Iterable[str] = (),
    members: Iterable[str] = (),
    origin: object | None = None,
) -> tuple[int, int | None]:
    """Keep a list, or change the one of this id; returns its id and the act.

    Args:
        members: names or addresses of colleagues, names or keys of departments, mail addresses.

    Raises:
        NotFoundError: there is no list of this id.
        NoSubjectError: it has no name.
        UnknownMemberError: somebody on it is not known.
    """
    who = _Who(unit.session)
    clean = clean_title(name)
    values = {
        "name": clean,
        "subjects": _clean(subjects),
        "members": list(dict.fromkeys(who.member(one) for one in _clean(members))),
    }
    return rows.keep(unit, InformList, list_id, ACT, values, about=clean, origin=origin)


def remove(unit: Unit, list_id: int, *, origin: object | None = None) -> int | None:
    """Throw a list away; who was told what stays on record. Returns the act.

    Raises:
        NotFoundError: there is none.
    """
    row = rows.row(unit.session, InformList, list_id)
    return rows.remove(unit, InformList, row.id, REMOVED, about=row.name, origin=origin)


def tell(
    unit: Unit,
    list_id: int,
    *,
    subject: str,
    text: str,
    how: str = "mail",
    content_id: int | None = None,
    statement_id: int | None = None,
    origin: object | None = None,
) -> tuple[Telling, int | None]:
    """Write down that a list is told these words now; returns what was told, and the act.

    Balie does not send it: the owner mails the text, reads it out or posts it in a chat. The
    journal holds the digest of the text, so that nobody can say later that it was another one.

    Raises:
        NotFoundError: there is no such list.
        NoSubjectError, EmptyTextError: it says nothing.
        NobodyToTellError: nobody is on the list.
        InvalidValueError: nobody is told in such a way.
    """
    if how not in WAYS:
        raise InvalidValueError(value=how, field="how", choices=", ".join(WAYS))
    found = find(unit.session, list_id)
    if not text.strip():
        raise EmptyTextError
    if not found.people:
        raise NobodyToTellError(name=found.name)
    row = Informed(
        list_id=list_id, content_id=content_id, statement_id=statement_id,
        subject=clean_title(subject), text=text.strip(), how=how, told_at=unit.now,
        told_by=journal.OWNER, people=[asdict(one) for one in found.people],
    )  # fmt: skip
    recorder = acts.begin(unit, TOLD, origin=origin, text=found.name)
    recorder.step(**act_rows.added(unit, row))
    digest = hashlib.sha256(row.text.encode()).hexdigest()
    data = {"id": row.id, "list": list_id, "people": len(found.people), "sha256": digest}
    return _telling(row), rows.finish(unit, recorder, rows.TOLD, data)


def tellings(
    session: Session,
    *,
    list_id: int | None = None,
    content_id: int | None = None,
    statement_id: int | None = None,
) -> list[Telling]:
    """Return what was told, the newest first; to one list, about one entry or statement."""
    statement = select(Informed).order_by(Informed.told_at.desc(), Informed.id.desc())
    if list_id is not None:
        statement = statement.where(Informed.list_id == list_id)
    if content_id is not None:
        statement = statement.where(Informed.content_id == content_id)
    if statement_id is not None:
        statement = statement.where(Informed.statement_id == statement_id)
    return [_telling(one) for one in session.scalars(statement)]


def text_of_content(one: ContentInfo) -> str:
    """Return what a list is told about something that is posted: the text, and what to say."""
    asked = (f"- {each.question}\n  {fill(each.line, {}).text}".rstrip() for each in one.questions)
    return "\n\n".join(filter(None, (one.text, one.link, "\n".join(asked))))


def text_of_statement(one: StatementInfo) -> str:
    """Return what a list is told about a statement: its longest text, filled for nobody."""
    return fill(one.texts[0], {}, language=one.language).text


class _Who:
    """Knows the colleagues and departments of today."""

    def __init__(self, session: Session) -> None:
        self._colleagues = directory.colleagues(session)
        self._departments = lists.entries(session, DEPARTMENT)

    def member(self, words: str) -> str:
        """Return how a member is kept."""
        wanted = words.casefold()
        for one in self._colleagues:
            if wanted in {one.name.casefold(), one.mail.casefold()} - {""}:
                return f"{COLLEAGUE}:{one.id}"
        for choice in self._departments:
            if wanted in _names(choice):
                return f"{DEPARTMENT_OF}:{choice.key}"
        if not directory.is_address(words):
            raise UnknownMemberError(name=words)
        return f"{MAIL}:{words}"

    def shown(self, member: str) -> str:
        """Return a member as the owner reads it, "" for one who left."""
        kind, _, value = member.partition(":")
        if kind == COLLEAGUE:
            return next((one.name for one in self._colleagues if str(one.id) == value), "")
        if kind == DEPARTMENT_OF:
            return next((one.name_nl for one in self._departments if one.key == value), "")
        return value

    def people(self, members: Iterable[str]) -> list[Person]:
        found = [one for member in members for one in self._people_of(member)]
        return list({one.address.casefold() or one.name: one for one in found}.values())

    def _people_of(self, member: str) -> list[Person]:
        kind, _, value = member.partition(":")
        if kind == MAIL:
            return [Person(value, value)]
        return [
            Person(one.name, one.mail)
            for one in self._colleagues
            if value in ({str(one.id)} if kind == COLLEAGUE else _departments_of(one))
        ]


def _departments_of(one: ColleagueInfo) -> set[str]:
    return {*one.fixed_for, *((one.department,) if one.department else ())}


def _names(choice: Choice) -> set[str]:
    return {one.casefold() for one in (choice.key, choice.name_nl, choice.name_en)}


def _clean(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(clean for one in words if (clean := " ".join(one.split()))))


def _info(session: Session, row: InformList, who: _Who) -> ListInfo:
    told: Sequence[Any] = session.scalars(
        select(Informed.told_at)
        .where(Informed.list_id == row.id)
        .order_by(Informed.told_at.desc())
        .limit(1)
    ).all()
    members = tuple(filter(None, map(who.shown, row.members)))
    people = tuple(who.people(row.members))
    return ListInfo(
        row.id, row.name, tuple(row.subjects), members, people, told[0] if told else None
    )


def _telling(row: Informed) -> Telling:
    return Telling(
        row.id, row.list_id, row.content_id, row.statement_id, row.subject, row.text, row.how,
        row.told_at, row.told_by, tuple(Person(one["name"], one["address"]) for one in row.people),
    )  # fmt: skip


def _name(one: ListInfo) -> str:
    return one.name.casefold()
