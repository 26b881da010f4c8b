"""The handbook as a folder of Markdown files, so that it can live in git."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.handbook.check import problems
from app.models.rules.handbook.pages import Sop
from app.models.rules.handbook.text import parse
from app.models.rules.handbook.troubles import UnreadablePageError
from app.services.handbook.pages import PageInfo


class UnreadableFileError(KnownError):
    """A file that holds no text, or cannot be opened."""

    code = "unreadable_page_file"
    text = QT_TRANSLATE_NOOP("errors", "The file {name} cannot be read as text in UTF-8.")


@dataclass(frozen=True, slots=True)
class File:
    """A file of a folder, by its path in it with slashes."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a file, or a line of it, was left: in English, and as a code."""

    name: str
    why: str
    code: str


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something to be put right in a page: what was found, the step (None: the whole)."""

    name: str
    code: str
    step: int | None
    why: str


def read(folder: Path) -> list[File | Unread]:
    """Return all Markdown files of a folder and those below it, by name; changes nothing."""
    found: list[File | Unread] = []
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or any(part.startswith(".") for part in name.split("/")):
            continue
        try:
            found.append(File(name, path.read_bytes().decode("utf-8")))
        except (OSError, UnicodeDecodeError):
            error = UnreadableFileError(name=name)
            found.append(Unread(name, str(error), error.code))
    return found


def write(folder: Path, pages: Iterable[tuple[PageInfo, str]]) -> list[str]:
    """Write pages as `language/key.md` and return the names of the files that changed.

    A file is whole or as it was; others in the folder stay.
    """
    changed = []
    for page, text in pages:
        name = f"{page.language}/{page.key}.md"
        path = folder / page.language / f"{page.key}.md"
        content = text.encode("utf-8")
        if path.is_file() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".md.part")
        part.write_bytes(content)
        part.replace(path)
        changed.append(name)
    return changed


def flaws(files: Iterable[File | Unread]) -> list[Flaw]:
    """Return what is to be put right in files: what cannot be read, and what procedures lack."""
    found: list[Flaw] = []
    for file in files:
        if isinstance(file, Unread):
            found.append(Flaw(file.name, file.code, None, file.why))
            continue
        try:
            page = parse(file.text)
        except UnreadablePageError as error:
            found += [Flaw(file.name, one.code, None, str(one)) for one in error.troubles]
            continue
        if isinstance(page, Sop):
            found += [Flaw(file.name, one.code, one.step, one.sentence) for one in problems(page)]
    return found
