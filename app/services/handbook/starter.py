"""The starter handbook: pages and texts that come with the program, for the owner to make his own.

They are offered, never forced. What the owner has under the same name stays as it is, and what he
threw away stays away.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.handbook import HandbookPage, HandbookVersion
from app.models.rules.errors import InvalidValueError
from app.models.rules.handbook.pages import LANGUAGES, Article, Sop
from app.models.rules.handbook.text import parse
from app.models.texts import Template
from app.services.events import SettingsChanged
from app.services.handbook import page_acts
from app.services.handbook.pages import SECTION
from app.services.resources import resource
from app.services.settings import StarterSettings, load
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, journal, setting_acts, templates

FOLDER = "handbook"
"""In the program's own files: `nl/*.md`, `en/*.md` and the texts of both languages."""

BOTH = "both"
CHOICES = (*LANGUAGES, BOTH)
AUTHOR = "Balie"
_REASONS = {"nl": "Uit het starthandboek", "en": "From the starter handbook"}


class Kind(StrEnum):
    """What a part of the starter handbook is."""

    PAGE = "page"
    TEMPLATE = "template"


class State(StrEnum):
    """How a part stands in a handbook: not there yet, there, or thrown away by the owner."""

    NEW = "new"
    THERE = "there"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Text:
    """A saved text that comes with the program; `kinds` are channels, none for all."""

    name: str
    body: str
    language: str
    kinds: tuple[str, ...]
    purpose: str


@dataclass(frozen=True, slots=True)
class Part:
    """A page, by its key, or a text, by its name, and how it stands in a handbook."""

    kind: Kind
    language: str
    name: str
    state: State


@dataclass(frozen=True, slots=True)
class Installed:
    """What was brought in.

    Attributes:
        pages, templates: how many came.
        left: how many did not: they are there, or were thrown away.
        gone: how many of those were thrown away.
        act: what `undo` takes back, None when nothing came.
    """

    pages: int
    templates: int
    left: int
    gone: int
    act: int | None


def texts(*, language: str = BOTH) -> list[Text]:
    """Return the texts of the starter handbook, of one language or of both.

    Raises:
        InvalidValueError: there is no such language.
    """
    wanted = _languages(language)
    found = json.loads(resource(FOLDER, "templates.json").read_text("utf-8"))
    return [
        Text(one[each]["name"], "\n\n".join(one[each]["body"]), each,
             tuple(one["channels"]), one["purpose"])
        for each in wanted for one in found
    ]  # fmt: skip


def pages(*, language: str = BOTH, folder: Path | None = None) -> list[Article | Sop]:
    """Return the pages of the starter handbook, of one language or of both, by file.

    Args:
        folder: where `nl` and `en` are; the program's own by default.

    Raises:
        InvalidValueError: there is no such language.
        UnreadablePageError: a page cannot be read.
    """
    root = folder or resource(FOLDER)
    files = (path for each in _languages(language) for path in sorted((root / each).glob("*.md")))
    return [parse(path.read_text("utf-8")) for path in files]


def plan(
    session: Session, *, language: str = BOTH, again: bool = False, folder: Path | None = None
) -> list[Part]:
    """Return all that `install` would look at, and how it stands; takes the same arguments."""
    found = _offered(session, language=language, again=again, folder=folder)
    return [part for part, _ in found]


def install(
    unit: Unit,
    *,
    language: str = BOTH,
    again: bool = False,
    folder: Path | None = None,
    origin: object | None = None,
) -> Installed:
    """Bring the starter handbook in as one act, without what the owner has or threw away.

    Args:
        language: nl, en or both.
        again: whether what he threw away comes back.
        folder: where the pages are; the program's own by default.

    Raises:
        InvalidValueError: there is no such language.
    """
    found = _offered(unit.session, language=language, again=again, folder=folder)
    new = [(part, content) for part, content in found if part.state is State.NEW]
    act = _bring(unit, [content for _, content in new], origin=origin) if new else None
    came = [part.kind for part, _ in new]
    gone = sum(part.state is State.GONE for part, _ in found)
    return Installed(
        came.count(Kind.PAGE), came.count(Kind.TEMPLATE), len(found) - len(new), gone,
        act,
    )  # fmt: skip


# --- how -------------------------------------------------------------------------------------


def _languages(language: str) -> tuple[str, ...]:
    if language not in CHOICES:
        raise InvalidValueError(value=language, field="language", choices=", ".join(CHOICES))
    return LANGUAGES if language == BOTH else (language,)


def _offered(
    session: Session, *, language: str, again: bool, folder: Path | None
) -> list[tuple[Part, Article | Sop | Text]]:
    """Return all parts with what they say; with `again` what was thrown away counts as new."""
    brought = frozenset(load(session, StarterSettings).brought)
    standing = dict([*_pages_there(session), *_texts_there(session)])
    found: list[tuple[Part, Article | Sop | Text]] = []
    for content in _contents(language, folder):
        mark = _mark(*_called(content))
        state = standing.get(mark, State.GONE if mark in brought else State.NEW)
        if state is State.GONE and again:
            state = State.NEW
        found.append((Part(*_called(content), state), content))
    return found


def _contents(language: str, folder: Path | None) -> Iterator[Article | Sop | Text]:
    yield from pages(language=language, folder=folder)
    yield from texts(language=language)


def _pages_there(session: Session) -> Iterator[tuple[str, State]]:
    others = select(HandbookVersion.page_id).where(HandbookVersion.author != AUTHOR)
    written = frozenset(session.scalars(others))
    for row in session.scalars(select(HandbookPage)):
        # One of ours alone that has no version is one whose coming was undone: it may come again.
        if row.version or row.id in written:
            state = State.THERE if row.version else State.GONE
            yield _mark(Kind.PAGE, row.language, row.key), state


def _texts_there(session: Session) -> Iterator[tuple[str, State]]:
    for language, name in session.execute(select(Template.language, Template.name)):
        yield _mark(Kind.TEMPLATE, language, name), State.THERE


def _called(content: Article | Sop | Text) -> tuple[Kind, str, str]:
    if isinstance(content, Text):
        return Kind.TEMPLATE, content.language, content.name
    return Kind.PAGE, content.language, content.key


def _mark(kind: Kind, language: str, name: str) -> str:
    return f"{kind}/{language}/{name.casefold()}"


def _bring(unit: Unit, new: list[Article | Sop | Text], *, origin: object | None) -> int | None:
    recorder = acts.begin(unit, "starter_installed", origin=origin, count=len(new))
    brought = [one for one in new if not isinstance(one, Text)]
    saved = page_acts.save_new(unit, brought, reasons=_REASONS, author=AUTHOR)
    rows = _rows(unit.session, [one for one in new if isinstance(one, Text)])
    for step in (*saved.values(), *act_rows.added_all(unit, rows)):
        recorder.add(step)
    before = load(unit.session, StarterSettings).brought
    marks = {*before, *(_mark(*_called(one)) for one in new)}
    recorder.add(setting_acts.keep(unit, StarterSettings(tuple(sorted(marks)))))
    data = {"pages": list(saved), "templates": [row.id for row in rows]}
    act_id = recorder.finish()
    journal.append(unit, recorder.name, data=data)
    for section in (SECTION, templates.SECTION):
        unit.publish(SettingsChanged(section=section, origin=origin))
    return act_id


def _rows(session: Session, new: list[Text]) -> list[Template]:
    last = session.scalar(select(func.max(Template.position))) or 0
    return [
        Template(
            name=one.name, body=one.body, language=one.language, kinds=list(one.kinds),
            purpose=one.purpose, position=position,
        )
        for position, one in enumerate(new, last + 1)
    ]  # fmt: skip
