"""The handbook as a folder of Markdown files, so that it can live in git."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.handbook.check import problems
from app.models.rules.handbook.images import FOLDER, MOST_BYTES, names_in
from app.models.rules.handbook.pages import Sop
from app.models.rules.handbook.places import pictures as shown
from app.models.rules.handbook.text import parse
from app.models.rules.handbook.troubles import UnreadablePageError
from app.services.handbook.images import Picture
from app.services.handbook.pages import PageInfo


class UnreadableFileError(KnownError):
    """A file that holds no text, or cannot be opened."""

    code = "unreadable_page_file"
    text = QT_TRANSLATE_NOOP("errors", "The file {name} cannot be read as text in UTF-8.")


@dataclass(frozen=True, slots=True)
class File:
    """A file of a folder, by its path in it with slashes, and the pictures beside it by name."""

    name: str
    text: str
    images: tuple[tuple[str, bytes], ...] = ()


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
            text = path.read_bytes().decode("utf-8")
            found.append(File(name, text, tuple(_images(path.parent, text))))
        except (OSError, UnicodeDecodeError):
            error = UnreadableFileError(name=name)
            found.append(Unread(name, str(error), error.code))
    return found


def write(
    folder: Path, pages: Iterable[tuple[PageInfo, str]], pictures: Mapping[str, Picture]
) -> list[str]:
    """Write pages as `language/key.md` and return the names of the files that changed.

    A file is whole or as it was; others in the folder stay.

    Args:
        folder: where they go.
        pages: with their texts.
        pictures: by name; those of a page go to `language/images`.
    """
    files: dict[str, bytes] = {}
    for page, text in pages:
        files[f"{page.language}/{page.key}.md"] = text.encode("utf-8")
        for name in names_in(text):
            if name in pictures:
                files[f"{page.language}/{FOLDER}/{name}"] = pictures[name].data
    return [name for name, content in files.items() if _write(folder / name, content)]


def _write(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
    return True


def _images(folder: Path, text: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures that a page names and that stand beside it; one byte too many is enough.

    One that cannot be opened is told when it is taken in, as one that is none.
    """
    for name in names_in(text):
        for path in (folder / FOLDER / name, folder / name):
            if path.is_file():
                try:
                    with path.open("rb") as opened:
                        yield name, opened.read(MOST_BYTES + 1)
                except OSError:
                    yield name, b""
                break


def flaws(files: Iterable[File | Unread], pictures: Collection[str] = ()) -> list[Flaw]:
    """Return what is to be put right in files.

    That is what cannot be read, what procedures lack, and pictures that are not there.

    Args:
        files: the pages.
        pictures: the names of those that are there besides the ones that stand beside a page.
    """
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
        found += _without_picture(file, {*pictures, *(name for name, _data in file.images)})
    return found


def _without_picture(file: File, known: Collection[str]) -> Iterator[Flaw]:
    for line, name in shown(file.text):
        if name not in known:
            why = f"Line {line}: the picture “{name}” is not there."
            yield Flaw(file.name, "missing_picture", None, why)
