"""What a procedure lacks before somebody can walk it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.handbook.pages import START, Kind, Sop, Step

SENTENCES = {
    "no_title": QT_TRANSLATE_NOOP("Handbook", "It has no title."),
    "no_steps": QT_TRANSLATE_NOOP("Handbook", "It has no steps yet."),
    "no_start": QT_TRANSLATE_NOOP("Handbook", "Nothing says where it begins."),
    "double_step": QT_TRANSLATE_NOOP("Handbook", "There is more than one step {step}."),
    "unreachable": QT_TRANSLATE_NOOP("Handbook", "Nothing leads to step {step}."),
    "dead_end": QT_TRANSLATE_NOOP("Handbook", "Step {step} does not say what comes next."),
    "open_answer": QT_TRANSLATE_NOOP("Handbook", "Step {step}: “{value}” leads nowhere yet."),
    "missing_answer": QT_TRANSLATE_NOOP(
        "Handbook", "Step {step} is a choice and needs two answers or more."
    ),
    "double_answer": QT_TRANSLATE_NOOP("Handbook", "Step {step} has the answer “{value}” twice."),
    "empty_answer": QT_TRANSLATE_NOOP("Handbook", "Step {step} has an answer without words."),
    "unknown_reference": QT_TRANSLATE_NOOP(
        "Handbook", "Step {step} leads to step {value}, which is not there."
    ),
    "unknown_start": QT_TRANSLATE_NOOP(
        "Handbook", "It begins at step {value}, which is not there."
    ),
    "empty_text": QT_TRANSLATE_NOOP("Handbook", "Step {step} has no text."),
    "no_template": QT_TRANSLATE_NOOP("Handbook", "Step {step} does not say which text to send."),
    "no_outcome": QT_TRANSLATE_NOOP("Handbook", "Step {step} does not say how it ends."),
    "endless": QT_TRANSLATE_NOOP("Handbook", "From step {step} on it goes round and never ends."),
}
"""A sentence for each code, with `{step}` and `{value}`."""

_ABOUT = {Kind.SEND: "no_template", Kind.END: "no_outcome"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not right: its code, the step (None: of the whole), and what is meant."""

    code: str
    step: int | None = None
    value: str = ""

    @property
    def sentence(self) -> str:
        """The problem in English."""
        return SENTENCES[self.code].format(step=self.step, value=self.value)


def problems(sop: Sop) -> tuple[Problem, ...]:
    """Return what stands in the way of walking a procedure: of the whole first, then by step."""
    if not sop.steps:
        return (*_of_title(sop), Problem("no_steps"))
    exits = {step.id: tuple(_targets(step)) for step in sop.steps}
    reached = _reached(sop.first, exits)
    endless = _endless(sop.steps, exits, reached)
    found = [*_of_title(sop), *_of_start(sop, exits)]
    counted = Counter(step.id for step in sop.steps)
    found += [Problem("double_step", number) for number, times in counted.items() if times > 1]
    for step in sop.steps:
        if sop.first in exits and step.id not in reached:
            found.append(Problem("unreachable", step.id))
        found += [*_of_text(step), *_of_exits(step, exits)]
        if step.id == endless:
            found.append(Problem("endless", step.id))
    return tuple(found)


# --- how -------------------------------------------------------------------------------------


def _of_title(sop: Sop) -> Iterator[Problem]:
    if not sop.title.strip():
        yield Problem("no_title")


def _of_start(sop: Sop, known: Mapping[int, object]) -> Iterator[Problem]:
    if sop.first is None:
        yield Problem("no_start", START)
    elif sop.first not in known:
        yield Problem("unknown_start", START, str(sop.first))


def _of_text(step: Step) -> Iterator[Problem]:
    if step.kind in _ABOUT:
        if not step.about.strip():
            yield Problem(_ABOUT[step.kind], step.id)
    elif not step.text.strip():
        yield Problem("empty_text", step.id)


def _of_exits(step: Step, known: Mapping[int, object]) -> Iterator[Problem]:
    if step.kind is Kind.CHOICE:
        yield from _of_answers(step)
    elif step.kind is not Kind.END and step.next is None:
        yield Problem("dead_end", step.id)
    for target in dict.fromkeys(_targets(step)):
        if target not in known:
            yield Problem("unknown_reference", step.id, str(target))


def _of_answers(step: Step) -> Iterator[Problem]:
    if len(step.answers) < 2:
        yield Problem("missing_answer", step.id)
    seen: Counter[str] = Counter()
    for answer in step.answers:
        label = answer.label.strip()
        seen[label.casefold()] += 1
        if not label:
            yield Problem("empty_answer", step.id)
        elif seen[label.casefold()] == 2:
            yield Problem("double_answer", step.id, label)
        if answer.target is None:
            yield Problem("open_answer", step.id, label)


def _targets(step: Step) -> Iterator[int]:
    ways = (step.next, *(answer.target for answer in step.answers))
    yield from (way for way in ways if way is not None)


def _reached(first: int | None, exits: Mapping[int, Iterable[int]]) -> set[int]:
    reached: set[int] = set()
    ahead = [] if first is None else [first]
    while ahead:
        number = ahead.pop()
        if number in exits and number not in reached:
            reached.add(number)
            ahead += exits[number]
    return reached


def _endless(
    steps: Iterable[Step], exits: Mapping[int, Iterable[int]], reached: set[int]
) -> int | None:
    """Return the first step that only leads round; where an end is open that is said instead."""
    known = {number for number in reached if set(exits[number]) <= exits.keys()}
    stops = {
        step.id
        for step in steps
        if step.kind is Kind.END or step.id not in known or not exits[step.id]
    }
    return next(
        (step.id for step in steps if step.id in reached and not _reached(step.id, exits) & stops),
        None,
    )
