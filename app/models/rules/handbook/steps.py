"""The steps of a procedure as a numbered list; see docs/handbook.md for the form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from app.models.rules.handbook import words
from app.models.rules.handbook.pages import Answer, Kind, Step, block, line
from app.models.rules.handbook.troubles import (
    AnswerWithoutChoiceError,
    ArrowTooManyError,
    BadReferenceError,
    DoubleStepError,
    UnreadablePageError,
)

Lines = Sequence[tuple[int, str]]
"""Lines of a text with their numbers."""

_NO_ARROW = frozenset({Kind.CHOICE, Kind.END})


@dataclass(slots=True)
class _Chunk:
    """A step as it stands in the text."""

    line: int
    number: int
    head: words.Head
    indent: int
    rest: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Parts:
    """What the lines of a step are."""

    text: list[str]
    results: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    answer_lines: list[int] = field(default_factory=list)
    arrows: list[tuple[int, str]] = field(default_factory=list)
    tail: list[str] | None = None


def read(lines: Lines, troubles: list[UnreadablePageError]) -> tuple[int | None, tuple[Step, ...]]:
    """Return the number of the first step and all steps; notes what cannot be read."""
    begin, chunks = _chunks(lines, troubles)
    _refuse_doubles(chunks, troubles)
    following = [chunk.number for chunk in chunks]
    pairs = zip_longest(chunks, following[1:])
    steps = tuple(_step(chunk, after, troubles) for chunk, after in pairs)
    first = following[0] if following else None
    return _next(begin, first, 0, troubles), steps


def written(first: int | None, steps: Sequence[Step], language: str) -> Iterator[str]:
    """Write the steps of a tidied procedure."""
    usual = steps[0].id if steps else None
    if first != usual:
        yield _arrow(first)
        yield ""
    for step, after in zip_longest(steps, steps[1:]):
        yield from _written(step, after.id if after else None, language)


# --- reading ---------------------------------------------------------------------------------


def _chunks(
    lines: Lines, troubles: list[UnreadablePageError]
) -> tuple[list[tuple[int, str]], list[_Chunk]]:
    begin: list[tuple[int, str]] = []
    chunks: list[_Chunk] = []
    for number, text in lines:
        if found := words.step_in(text):
            chunks.append(_Chunk(number, found[0], words.head_in(found[1]), found[2]))
        elif chunks and not text.startswith("#"):
            chunks[-1].rest.append((number, text))
        elif words.begins_with_arrow(text):
            begin.append((number, text))
        elif text.strip():
            troubles.append(UnreadablePageError(line=number, value=text.strip()))
    return begin, chunks


def _refuse_doubles(chunks: Iterable[_Chunk], troubles: list[UnreadablePageError]) -> None:
    seen = {0}
    for chunk in chunks:
        if chunk.number in seen:
            troubles.append(DoubleStepError(line=chunk.line, value=chunk.number))
        seen.add(chunk.number)


def _step(chunk: _Chunk, after: int | None, troubles: list[UnreadablePageError]) -> Step:
    head = chunk.head
    kind = head.kind
    if kind is Kind.DO and any(words.is_answer(text.strip()) for _, text in chunk.rest):
        kind = Kind.CHOICE
    parts = _Parts([words.unguarded(head.text, words.is_head)])
    for number, text in chunk.rest:
        _sort(parts, kind, number, _dedented(text, chunk.indent))
    if parts.answers and kind is not Kind.CHOICE:
        where = parts.answer_lines[0]
        troubles.append(AnswerWithoutChoiceError(line=where, value=chunk.number))
    if parts.arrows and kind in _NO_ARROW:
        troubles.append(ArrowTooManyError(line=parts.arrows[0][0], value=chunk.number))
    return Step(
        id=chunk.number,
        kind=kind,
        text=block("\n".join(parts.text)).lstrip(),
        about=line(head.about),
        expected=line(" ".join(parts.results)),
        next=None if kind in _NO_ARROW else _next(parts.arrows, after, chunk.number, troubles),
        answers=tuple(_answers(parts, troubles)),
    )


def _sort(parts: _Parts, kind: Kind, number: int, text: str) -> None:
    bare = text.strip()
    bullet = words.bullet_in(bare)
    if (result := words.result_in(bare)) is not None:
        parts.results.append(result)
        parts.tail = parts.results
    elif words.begins_with_arrow(bare):
        parts.arrows.append((number, bare))
        parts.tail = None
    elif bullet is not None and (kind is Kind.CHOICE or words.is_answer(bare)):
        parts.answers.append(bullet)
        parts.answer_lines.append(number)
        parts.tail = parts.answers
    elif bare and parts.tail is not None:
        parts.tail[-1] += f" {bare}"
    else:
        special = words.is_part_of_choice if kind is Kind.CHOICE else words.is_part
        parts.text.append(words.unguarded(text, special))
        parts.tail = None


def _answers(parts: _Parts, troubles: list[UnreadablePageError]) -> Iterator[Answer]:
    for number, text in zip(parts.answer_lines, parts.answers, strict=True):
        answer = words.answer_in(text)
        if answer is None and words.has_arrow(text):
            troubles.append(BadReferenceError(line=number, value=text))
        yield Answer(line(answer.label), answer.target) if answer else Answer(line(text), None)


def _next(
    arrows: Lines, usual: int | None, step: int, troubles: list[UnreadablePageError]
) -> int | None:
    if not arrows:
        return usual
    if len(arrows) > 1:
        troubles.append(ArrowTooManyError(line=arrows[1][0], value=step))
    number, text = arrows[0]
    found = words.reference_in(text)
    if found is None:
        troubles.append(BadReferenceError(line=number, value=text))
    return found[0] if found else None


def _dedented(text: str, indent: int) -> str:
    if text.startswith("\t"):
        return text[1:]
    bare = text.lstrip(" ")
    return text[min(indent, len(text) - len(bare)) :]


# --- writing ---------------------------------------------------------------------------------


def _written(step: Step, after: int | None, language: str) -> Iterator[str]:
    begin = f"{step.id}. "
    for number, text in enumerate(_lines(step, after, language)):
        lead = " " * len(begin) if number else begin
        yield f"{lead}{text}" if text else lead.rstrip()


def _lines(step: Step, after: int | None, language: str) -> Iterator[str]:
    """Write the lines of a step without its number and indentation."""
    choice = step.kind is Kind.CHOICE
    special = words.is_part_of_choice if choice else words.is_part
    first, *rest = step.text.split("\n")
    if step.kind in {Kind.SEND, Kind.END}:
        yield f"{_marker(step, language)} {step.about}".rstrip()
        rest = [first, *rest] if step.text else []
    else:
        yield f"{_marker(step, language)} {words.guarded(first, words.is_head)}".lstrip()
    yield from (words.guarded(text, special) for text in rest)
    if step.expected:
        yield f"{words.written(words.RESULT, language)}: {step.expected}"
    for answer in step.answers:
        yield " ".join(filter(None, ("-", answer.label, _arrow(answer.target))))
    if step.kind not in _NO_ARROW and step.next != after:
        yield _arrow(step.next)


def _marker(step: Step, language: str) -> str:
    if step.kind not in words.MARKERS:
        return ""
    marker = words.written(words.MARKERS[step.kind], language)
    return f"{marker} ({step.about}):" if step.kind is Kind.ASK and step.about else f"{marker}:"


def _arrow(target: int | None) -> str:
    return f"-> {words.OPEN if target is None else target}"


def placed(steps: Iterable[Step], positions: dict[int, tuple[int, int]]) -> tuple[Step, ...]:
    """Return steps with where they are drawn."""
    return tuple(replace(step, position=positions.get(step.id)) for step in steps)
