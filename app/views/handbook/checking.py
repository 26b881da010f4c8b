"""What is not right in a text while it is typed, in the words of the window."""

from collections.abc import Collection
from dataclasses import dataclass

from app.models.rules.handbook.check import SENTENCES, Problem, problems
from app.models.rules.handbook.pages import Article, Sop
from app.models.rules.handbook.places import links, step_lines
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


def look(text: str, keys: Collection[str]) -> tuple[Article | Sop | None, list[Trouble]]:
    """Return the page that a text is, None when it is none, and what is not right.

    Args:
        keys: of the pages that a link may lead to.
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
    missing = translate("Handbook", "Line {line}: there is no page “{name}” in this language.")
    found += [
        Trouble(one.line, missing.format(line=one.line, name=one.key), stops=False)
        for one in links(text)
        if one.key not in keys and one.key != page.key
    ]
    return page, found


def _trouble(problem: Problem, lines: dict[int, int]) -> Trouble:
    sentence = translate("Handbook", SENTENCES[problem.code])
    line = lines.get(problem.step) if problem.step is not None else None
    told = sentence.format(step=problem.step, value=problem.value)
    if line is not None:
        told = translate("Handbook", "Line {line}: {what}").format(line=line, what=told)
    return Trouble(line, told, stops=problem.code == "no_title")
