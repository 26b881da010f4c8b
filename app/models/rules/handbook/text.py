"""Pages of the handbook as Markdown that people and git read well: docs/handbook.md."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.models.rules.handbook import details as top
from app.models.rules.handbook import steps, words
from app.models.rules.handbook.pages import START, Article, Sop, Term, line, tidied
from app.models.rules.handbook.troubles import (
    DoubleSectionError,
    UnreadablePageError,
    UnreadableTermError,
)


def parse(text: str) -> Article | Sop:
    """Read a page; line ends of any system, words of either language.

    Raises:
        UnreadablePageError: a line cannot be read; `troubles` has all such lines. Nothing is left
            out silently: what has no place in a page is a trouble.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    details = top.read(lines)
    troubles = details.troubles
    kind = top.kind_of(details)
    page = top.page_of(details, kind)
    body = list(enumerate(lines[details.end :], details.end + 1))
    if isinstance(page, Article):
        page = replace(page, body="\n".join(lines[details.end :]))
    else:
        page = _procedure(page, body, details)
    if troubles:
        ordered = sorted(troubles, key=lambda trouble: trouble.line)
        ordered[0].troubles = tuple(ordered)
        raise ordered[0]
    return tidied(page)


def render(page: Article | Sop) -> str:
    """Write a page in its own language; `parse` gives `tidied(page)` back."""
    page = tidied(page)
    if isinstance(page, Article):
        lines = [*top.written(page, {}), "", page.body] if page.body else top.written(page, {})
        return "\n".join(lines) + "\n"
    drawn = [(START, page.start_position), *((step.id, step.position) for step in page.steps)]
    positions = {number: place for number, place in drawn if place is not None}
    return "\n".join([*top.written(page, positions), *_sections(page)]) + "\n"


# --- how -------------------------------------------------------------------------------------


def _procedure(page: Sop, body: steps.Lines, details: top.Details) -> Sop:
    sections = _split(body, details.troubles)
    first, found = steps.read(sections["steps"], details.troubles)
    positions = top.positions_of(details, (step.id for step in found))
    purpose = (words.unguarded(text, words.is_heading) for _, text in sections["purpose"])
    return replace(
        page,
        purpose="\n".join(purpose),
        terms=tuple(_terms(sections["terms"], details.troubles)),
        first=first,
        steps=steps.placed(found, positions),
        start_position=positions.get(START),
    )


def _split(
    body: steps.Lines, troubles: list[UnreadablePageError]
) -> dict[str, list[tuple[int, str]]]:
    """Sort lines by section; what stands before the first heading is the purpose."""
    sections: dict[str, list[tuple[int, str]]] = {name: [] for name in words.SECTIONS}
    seen = set()
    now = "purpose"
    for number, text in body:
        name = words.section_in(text)
        if name is None:
            sections[now].append((number, text))
            continue
        now = name
        if name in seen or (name == "purpose" and any(text.strip() for _, text in sections[name])):
            troubles.append(DoubleSectionError(line=number, value=text.lstrip("# ")))
        seen.add(name)
    return sections


def _terms(lines: steps.Lines, troubles: list[UnreadablePageError]) -> Iterator[Term]:
    found: list[tuple[int, str]] = []
    for number, text in lines:
        bare = text.strip()
        if words.bullet_in(bare) is None and found and bare:
            found[-1] = (found[-1][0], f"{found[-1][1]} {bare}")
        elif bare:
            found.append((number, bare))
    for number, text in found:
        term = words.term_in(text)
        if term is None:
            troubles.append(UnreadableTermError(line=number, value=text))
        else:
            yield Term(line(term[0]), line(term[1]))


def _sections(sop: Sop) -> Iterator[str]:
    if sop.purpose:
        purpose = (words.guarded(text, words.is_heading) for text in sop.purpose.split("\n"))
        yield from _section("purpose", sop.language, list(purpose))
    if sop.terms:
        terms = [f"- **{one.name}**: {one.meaning}".rstrip() for one in sop.terms]
        yield from _section("terms", sop.language, terms)
    lines = list(steps.written(sop.first, sop.steps, sop.language))
    if lines:
        yield from _section("steps", sop.language, lines)


def _section(name: str, language: str, lines: Sequence[str]) -> Iterator[str]:
    yield from ("", f"## {words.written(words.SECTIONS[name], language)}", "")
    yield from lines
