"""What is not right in a text while it is typed, in the words of the window."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.models.rules.handbook.check import SENTENCES, Problem, problems
from app.models.rules.handbook.pages import Article, Sop
from app.models.rules.handbook.places import links, pictures, step_lines
from app.models.rules.handbook.text import parse
from app.models.rules.handbook.troubles import UnreadablePageError
from app.views.language import translate
from app.views.sentences import error_text


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something to be put right; `stops`: the page cannot be saved so. Lines count from 1."""

    line: int | None
    sentence: str
    stops: bool


def look(
    text: str, keys: Collection[str], images: Collection[str] = ()
) -> tuple[Article | Sop | None, list[Trouble]]:
    """Return the page that a text is, None when it is none, and what is not right.

    Args:
        keys: of the pages that a link may lead to.
        images: the names of the pictures that are there.
    """
    try:
        page = parse(text)
    except UnreadablePageError as error:
        found = [Trouble(one.line, error_text(one), stops=True) for one in error.troubles]
        return None, found
    if isinstance(page, Sop):
        lines = step_lines(text)
        found = [_trouble(one, lines) for one in problems(page)]
    elif not page.title.strip():
        found = [_trouble(Problem("no_title"), {})]
    else:
        found = []
    return page, [*found, *_missing(text, {*keys, page.key}, images)]


def _missing(text: str, keys: Collection[str], images: Collection[str]) -> Iterator[Trouble]:
    """Yield the pages and the pictures that a text names and that are not there."""
    no_page = translate("Handbook", "Line {line}: there is no page “{name}” in this language.")
    for one in links(text):
        if one.key not in keys:
            yield Trouble(one.line, no_page.format(line=one.line, name=one.key), stops=False)
    no_picture = translate(
        "Handbook", "Line {line}: the picture “{name}” is not there. Put it in again."
    )
    for line, name in pictures(text):
        if name not in images:
            yield Trouble(line, no_picture.format(line=line, name=name), stops=False)


def _trouble(problem: Problem, lines: dict[int, int]) -> Trouble:
    sentence = translate("Handbook", SENTENCES[problem.code])
    line = lines.get(problem.step) if problem.step is not None else None
    told = sentence.format(step=problem.step, value=problem.value)
    if line is not None:
        told = translate("Handbook", "Line {line}: {what}").format(line=line, what=told)
    return Trouble(line, told, stops=problem.code == "no_title")
