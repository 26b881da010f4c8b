"""The directory: colleagues, their departments, and who knows about what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.directory import Colleague
from app.models.rules.errors import (
    QT_TRANSLATE_NOOP,
    InvalidValueError,
    KnownError,
    NotFoundError,
)
from app.models.tickets import Department
from app.services.events import SettingsChanged
from app.services.search.words import SHORTEST_PART, stem, words_of
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, journal, lifecycle, lists, proposals

SECTION = "colleagues"
"""The section of SettingsChanged when the directory changes."""

ENOUGH = 85.0
"""How alike (of 100) a word must be to one of a colleague's: one letter wrong in seven."""

_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
_FIELDS = ("name", "role", "department", "subjects", "hours", "phone", "mail", "whatsapp")


class NoNameError(KnownError):
    """A colleague without a name."""

    code = "no_name"
    text = QT_TRANSLATE_NOOP("errors", "Give the colleague a name.")


class BadAddressError(KnownError):
    """What was given is no mail address."""

    code = "bad_address"
    text = QT_TRANSLATE_NOOP("errors", "“{address}” is not an e-mail address.")


@dataclass(frozen=True, slots=True)
class ColleagueInfo:
    """A colleague, as shown; `fixed_for` are the departments whose first address he is."""

    id: int
    name: str
    role: str
    department: str | None
    subjects: tuple[str, ...]
    hours: str
    phone: str
    mail: str
    whatsapp: str
    deputy_id: int | None
    deputy: str
    active: bool
    fixed_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A colleague who may know, how sure that is (0 to 100), and what of him says so.

    `because` holds subjects, a role, a name, the name of a rule, or the key of a department.
    """

    colleague: ColleagueInfo
    score: int
    because: tuple[str, ...]


def colleagues(session: Session, *, everyone: bool = False) -> list[ColleagueInfo]:
    """Return the colleagues by name; with `everyone` also those who left."""
    rows = session.scalars(select(Colleague)).all()
    names = {row.id: row.name for row in rows}
    fixed: dict[int, list[str]] = {}
    for department in session.scalars(select(Department).order_by(Department.position)):
        if department.colleague_id is not None:
            fixed.setdefault(department.colleague_id, []).append(department.key)
    found = [
        _info(row, names, tuple(fixed.get(row.id, ()))) for row in rows if row.active or everyone
    ]
    return sorted(found, key=lambda one: one.name.lower())


def _info(row: Colleague, names: dict[int, str], fixed: tuple[str, ...]) -> ColleagueInfo:
    return ColleagueInfo(
        id=row.id,
        name=row.name,
        role=row.role,
        department=row.department,
        subjects=tuple(row.subjects),
        hours=row.hours,
        phone=row.phone,
        mail=row.mail,
        whatsapp=row.whatsapp,
        deputy_id=row.deputy_id,
        deputy=names.get(row.deputy_id or 0, ""),
        active=row.active,
        fixed_for=fixed,
    )


def find(session: Session, colleague_id: int) -> Colleague:
    """Return a colleague by id.

    Raises:
        NotFoundError: there is none, or he left.
    """
    found = session.get(Colleague, colleague_id)
    if found is None or not found.active:
        raise NotFoundError(what="colleague", name=colleague_id)
    return found


def is_address(words: str) -> bool:
    """Tell whether words are a mail address."""
    return _ADDRESS.fullmatch(words) is not None


def named(session: Session, words: str) -> int:
    """Return the id of the one colleague with this number, address, or (beginning of a) name.

    Raises:
        NotFoundError: there is none, or more than one.
    """
    wanted = words.strip().lower()
    known = colleagues(session)
    for exact in (
        [one for one in known if wanted in {str(one.id), one.mail, one.name.lower()} - {""}],
        [one for one in known if wanted and one.name.lower().startswith(wanted)],
    ):
        if len(exact) == 1:
            return exact[0].id
    raise NotFoundError(what="colleague", name=words)


# --- changes ---------------------------------------------------------------------------------


def add(
    unit: Unit, /, *, name: str, origin: object | None = None, **values: Any
) -> tuple[int, int | None]:
    """Add a colleague; returns his id and the act. `values`: fields of ColleagueInfo.

    Raises:
        NoNameError, BadAddressError, InvalidValueError, NotFoundError: as for `change`.
    """
    clean = _clean(unit.session, {"name": name, **values})
    empty: dict[str, Any] = dict.fromkeys(("role", "hours", "phone", "mail", "whatsapp"), "")
    row = Colleague(**{**empty, "subjects": [], "active": True, **clean})
    recorder = acts.begin(unit, "colleague_added", origin=origin, colleague=row.name)
    recorder.step(**act_rows.added(unit, row))
    _told(unit, "colleague_added", row.id)
    return row.id, recorder.finish()


def change(
    unit: Unit, colleague_id: int, /, *, origin: object | None = None, **values: Any
) -> int | None:
    """Change fields of a colleague; returns the act, None when nothing differs.

    Raises:
        NoNameError: the name would be empty.
        BadAddressError: the mail is no address.
        InvalidValueError: there is no such department, or he would be his own deputy.
        NotFoundError: there is no such colleague or deputy.
    """
    row = find(unit.session, colleague_id)
    clean = _clean(unit.session, values)
    if clean.get("deputy_id") == colleague_id:
        raise InvalidValueError(value=row.name, field="deputy", choices="somebody else")
    recorder = acts.begin(unit, "colleague_changed", origin=origin, colleague=row.name)
    step = act_rows.changed(unit, row, **clean)
    if step is None:
        return None
    recorder.step(**step)
    _told(unit, "colleague_changed", row.id)
    return recorder.finish()


def keep(
    unit: Unit,
    colleague_id: int | None,
    /,
    *,
    fixed: str | None,
    origin: object | None = None,
    **values: Any,
) -> tuple[int, int | None]:
    """Add a colleague (None) or change one, with the department that asks him first, as one act.

    Returns his id and the act, None when nothing differs. `values`: fields of ColleagueInfo.

    Raises:
        NoNameError, BadAddressError, InvalidValueError, NotFoundError: as for `change`.
    """
    name = "colleague_added" if colleague_id is None else "colleague_changed"
    with acts.together(unit, name, origin=origin, colleague=values["name"]) as recorder:
        if colleague_id is None:
            colleague_id, _act = add(unit, **values)
        else:
            change(unit, colleague_id, **values)
        before = {row.key for row in _fixed_by(unit.session, colleague_id)}
        for department in before - {fixed}:
            fix(unit, department, colleague_id=None)
        if fixed is not None and fixed not in before:
            fix(unit, fixed, colleague_id=colleague_id)
    return colleague_id, recorder.finish()


def remove(unit: Unit, colleague_id: int, *, origin: object | None = None) -> int | None:
    """Take a colleague out of the directory, and out of where others point at him.

    What he was asked and said stays; what rules propose goes to his deputy. Returns the act.

    Raises:
        NotFoundError: there is no such colleague.
        ProposedByRuleError: rules propose him, and he has no deputy.
    """
    row = find(unit.session, colleague_id)
    recorder = acts.begin(unit, "colleague_removed", origin=origin, colleague=row.name)
    session = unit.session
    proposals.hand_over(unit, recorder, row)
    for other in session.scalars(select(Colleague).where(Colleague.deputy_id == row.id)).all():
        recorder.add(act_rows.changed(unit, other, deputy_id=None))
    for department in _fixed_by(session, row.id):
        recorder.add(act_rows.changed(unit, department, colleague_id=None))
    recorder.add(act_rows.changed(unit, row, active=False))
    _told(unit, "colleague_removed", row.id)
    return recorder.finish()


def fix(
    unit: Unit, department: str, *, colleague_id: int | None, origin: object | None = None
) -> int | None:
    """Say who is asked first about a department's matters; None for nobody. Returns the act.

    Raises:
        InvalidValueError: there is no such department.
        NotFoundError: there is no such colleague.
    """
    row = unit.session.get(Department, _department(unit.session, department))
    name = "" if colleague_id is None else find(unit.session, colleague_id).name
    assert row is not None  # noqa: S101  its key has just been looked up
    recorder = acts.begin(
        unit, "department_fixed", origin=origin, colleague=name, department=row.key
    )
    recorder.add(act_rows.changed(unit, row, colleague_id=colleague_id))
    if not recorder.steps:
        return None
    _told(unit, "department_fixed", colleague_id)
    return recorder.finish()


def _fixed_by(session: Session, colleague_id: int) -> Sequence[Department]:
    return session.scalars(select(Department).where(Department.colleague_id == colleague_id)).all()


def _told(unit: Unit, act: str, colleague_id: int | None) -> None:
    journal.append(unit, act, data={"colleague": colleague_id})
    unit.publish(SettingsChanged(section=SECTION))


def _clean(session: Session, values: dict[str, Any]) -> dict[str, Any]:
    clean = {name: _plain(value) for name, value in values.items() if name in _FIELDS}
    if "name" in clean and not clean["name"]:
        raise NoNameError
    if clean.get("mail"):
        clean["mail"] = clean["mail"].lower()
        if not _ADDRESS.fullmatch(clean["mail"]):
            raise BadAddressError(address=clean["mail"])
    if clean.get("department") is not None:
        clean["department"] = _department(session, clean["department"])
    if "deputy_id" in values:
        deputy = values["deputy_id"]
        clean["deputy_id"] = None if deputy is None else find(session, deputy).id
    return clean


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if value is None:
        return None
    return [word for word in (" ".join(one.split()) for one in value) if word]


def _department(session: Session, key: str) -> str:
    choices = [one.key for one in lists.entries(session, lists.DEPARTMENT)]
    if key not in choices:
        raise InvalidValueError(value=key, field="department", choices=", ".join(choices))
    return key


# --- who for what ----------------------------------------------------------------------------


def who(session: Session, words: str, *, limit: int = 5) -> list[Hit]:
    """Return who may know about something, the likeliest first.

    Each word is compared with the subjects, role, department and name of each colleague; one
    letter wrong, a plural or a compound still fits.
    """
    wanted = [word for word in words_of(words) if len(word) > 1]
    labels = {
        one.key: f"{one.name_nl} {one.name_en}" for one in lists.entries(session, lists.DEPARTMENT)
    }
    hits = [_hit(one, wanted, labels) for one in colleagues(session)]
    found = [hit for hit in hits if hit is not None]
    return sorted(found, key=lambda hit: (-hit.score, hit.colleague.name.lower()))[:limit]


def proposed(session: Session, ticket_id: int) -> list[Hit]:
    """Return all colleagues who can be asked about a ticket, the likeliest first.

    First whom a rule proposes, then whom its department has fixed, then who knows about its words,
    then the others by name.
    """
    ticket = lifecycle.find(session, ticket_id)
    known = colleagues(session)
    fixed = [one for one in known if ticket.department in one.fixed_for]
    ruled = proposals.of(session, ticket_id)
    first = [
        Hit(one, 100, (ruled.rule,)) for one in known if ruled and one.id == ruled.colleague_id
    ]
    first += [Hit(one, 100, (ticket.department or "",)) for one in fixed]
    likely = who(session, f"{ticket.subject} {ticket.snippet}", limit=len(known) or 1)
    found = [*first, *likely, *(Hit(one, 0, ()) for one in known)]
    unique = {hit.colleague.id: hit for hit in reversed(found)}
    order = {hit.colleague.id: place for place, hit in reversed(list(enumerate(found)))}
    return sorted(unique.values(), key=lambda hit: order[hit.colleague.id])


def _hit(one: ColleagueInfo, wanted: Sequence[str], labels: dict[str, str]) -> Hit | None:
    known = {text: text for text in (*one.subjects, one.role, one.name)}
    for key in (one.department or "", *one.fixed_for):
        known[key] = labels.get(key, "")
    because: list[str] = []
    total = 0.0
    for word in wanted:
        score, name = max((_alike(word, text), name) for name, text in known.items())
        if score >= ENOUGH:
            total += score
            because.append(name)
    found = tuple(dict.fromkeys(because))
    return Hit(one, round(total / len(wanted)), found) if found else None


def _alike(word: str, text: str) -> float:
    return max((_likeness(word, part) for part in words_of(text)), default=0.0)


def _likeness(word: str, part: str) -> float:
    if stem(word) == stem(part):
        return 100.0
    shorter, longer = sorted((word, part), key=len)
    if len(shorter) < SHORTEST_PART:
        return 0.0  # "en" is like "een", and means nothing
    return 90.0 if shorter in longer else fuzz.ratio(word, part)
