"""Pages saved, brought in and thrown away; each save is a version that stays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select

from app.models.handbook import HandbookPage, HandbookVersion
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.handbook.images import renamed
from app.models.rules.handbook.pages import Article, Sop, tidied
from app.models.rules.handbook.text import parse, render
from app.models.rules.handbook.troubles import UnreadablePageError
from app.services.events import SettingsChanged
from app.services.handbook import images, pages
from app.services.handbook.folders import File, Unread
from app.services.handbook.pages import SECTION
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, journal


class NamelessPageError(KnownError):
    """A page without a title that a key could be made of."""

    code = "nameless_page"
    text = QT_TRANSLATE_NOOP("errors", "Give the page a title with letters or digits.")


class SamePageError(KnownError):
    """Two files of one folder are the same page."""

    code = "same_page"
    text = QT_TRANSLATE_NOOP("errors", "{other} is the page {key} in this language already.")


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of the files of a folder: keys of pages saved and unchanged, and what was left."""

    saved: tuple[str, ...]
    unchanged: tuple[str, ...]
    unread: tuple[Unread, ...]
    act: int | None


def save(
    unit: Unit, page: str | Article | Sop, *, reason: str = "", author: str = "",
    origin: object | None = None,
) -> tuple[int, int | None]:  # fmt: skip
    """Save a page or its text as the newest version of its key and language.

    Returns its id and the act; no act when it says what it says already. One that was thrown away
    comes back. Undoing puts the version before back; what was saved stays among the versions.

    Args:
        author: who wrote it; "" is the owner.

    Raises:
        UnreadablePageError: the text cannot be read.
        NamelessPageError: nothing to call it by.
    """
    page = tidied(parse(page) if isinstance(page, str) else page)
    text = render(page)
    if not page.key:
        raise NamelessPageError
    row = _row(unit, page)
    recorder = acts.begin(unit, "page_saved", origin=origin, text=page.title)
    if row.version and pages.text_of(unit.session, row.id) == text:
        return row.id, None
    newest = select(func.max(HandbookVersion.number)).where(HandbookVersion.page_id == row.id)
    number = (unit.session.scalar(newest) or 0) + 1
    unit.session.add(
        HandbookVersion(
            page_id=row.id, number=number, text=text, reason=reason.strip(),
            author=author.strip(), saved_at=unit.now, **_shown(page),
        )
    )  # fmt: skip
    recorder.add(act_rows.changed(unit, row, version=number))
    return row.id, _finished(unit, recorder, row)


def remove(unit: Unit, page_id: int, *, origin: object | None = None) -> int | None:
    """Throw a page away; its versions stay. Returns the act.

    Raises:
        NotFoundError: there is no such page.
    """
    found = pages.find(unit.session, page_id)
    row = unit.session.get_one(HandbookPage, page_id)
    recorder = acts.begin(unit, "page_removed", origin=origin, text=found.title)
    recorder.add(act_rows.changed(unit, row, version=0))
    return _finished(unit, recorder, row)


def bring_in(
    unit: Unit, files: Iterable[File | Unread], *, reason: str = "", author: str = "",
    origin: object | None = None,
) -> Imported:  # fmt: skip
    """Save the pages of a folder (folders.read) as one act; what cannot be read is told.

    Pages that the folder does not have stay as they are.
    """
    saved: list[str] = []
    unchanged: list[str] = []
    unread: list[Unread] = []
    seen: dict[int, str] = {}
    with acts.together(unit, "pages_imported", origin=origin) as recorder:
        for file in files:
            if isinstance(file, Unread):
                unread.append(file)
                continue
            try:
                page = tidied(parse(_with_images(unit, file, unread)))
                known = seen.setdefault(_id_of(unit, page), file.name)
                if known != file.name:
                    raise SamePageError(other=known, key=page.key)
                _id, act_id = save(unit, page, reason=reason, author=author, origin=origin)
            except UnreadablePageError as error:
                unread += [Unread(file.name, str(one), one.code) for one in error.troubles]
            except KnownError as error:
                unread.append(Unread(file.name, str(error), error.code))
            else:
                (unchanged if act_id is None else saved).append(page.key)
    recorder.params["count"] = len(saved)
    return Imported(tuple(saved), tuple(unchanged), tuple(unread), recorder.finish())


def save_new(
    unit: Unit, new: Sequence[Article | Sop], *, reasons: Mapping[str, str], author: str
) -> dict[int, dict[str, Any]]:
    """Save tidy pages that do not hold at the moment, all at once: one by one costs 10 ms each.

    Returns the steps of the act by the ids of the pages; the caller records and tells of them.

    Args:
        reasons: of their versions, by language.
        author: who wrote them; "" is the owner.
    """
    there = {(row.key, row.language): row for row in unit.session.scalars(select(HandbookPage))}
    newest = select(HandbookVersion.page_id, func.max(HandbookVersion.number))
    found = unit.session.execute(newest.group_by(HandbookVersion.page_id))
    last = {row[0]: row[1] for row in found}
    rows = [
        there.get((page.key, page.language))
        or HandbookPage(key=page.key, language=page.language, version=0)
        for page in new
    ]
    unit.session.add_all(rows)
    unit.session.flush()
    versions = []
    for row, page in zip(rows, new, strict=True):
        row.version = last.get(row.id, 0) + 1
        reason = reasons[page.language]
        values = {"page_id": row.id, "number": row.version, "text": render(page),
                  "reason": reason, "author": author, "saved_at": unit.now}  # fmt: skip
        versions.append(values | _shown(page))
    if versions:
        unit.session.execute(insert(HandbookVersion), versions)
    return {row.id: _step(row) for row in rows}


# --- how -------------------------------------------------------------------------------------


def _with_images(unit: Unit, file: File, unread: list[Unread]) -> str:
    """Keep the pictures of a file and return its text with the names that they have here."""
    names = {}
    for name, data in file.images:
        try:
            names[name] = images.add(unit, name, data)
        except KnownError as error:
            unread.append(Unread(f"{file.name}: {name}", str(error), error.code))
    return renamed(file.text, {old: new for old, new in names.items() if old != new})


def _id_of(unit: Unit, page: Article | Sop) -> int:
    if not page.key:
        raise NamelessPageError
    return _row(unit, page).id


def _row(unit: Unit, page: Article | Sop) -> HandbookPage:
    """Return the row of a page; a new one has no version yet."""
    row = unit.session.scalar(
        select(HandbookPage).where(
            HandbookPage.key == page.key, HandbookPage.language == page.language
        )
    )
    if row is None:
        row = HandbookPage(key=page.key, language=page.language, version=0)
        unit.session.add(row)
        unit.session.flush()
    return row


def _shown(page: Article | Sop) -> dict[str, Any]:
    return {
        "kind": "sop" if isinstance(page, Sop) else "article",
        "title": page.title,
        "department": page.department,
        "owner": page.owner,
        "review_on": page.review.isoformat() if page.review else None,
    }


def _step(row: HandbookPage) -> dict[str, Any]:
    return {"op": "row", "table": HandbookPage.__tablename__, "key": {"id": row.id},
            "before": {"version": 0}, "after": {"version": row.version}}  # fmt: skip


def _finished(unit: Unit, recorder: acts.Recorder, row: HandbookPage) -> int | None:
    act_id = recorder.finish()
    if act_id is not None:
        data = {"page": row.id, "version": row.version}
        journal.append(unit, recorder.name, data=data)
        unit.publish(SettingsChanged(section=SECTION, origin=recorder.origin))
    return act_id
