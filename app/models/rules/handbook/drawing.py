"""What is done to a chart, as changes of its procedure: each gives a new one back.

A number that is not there changes nothing; neither does what a kind of step cannot have.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from app.models.rules.handbook.pages import START, Answer, Kind, Position, Sop, Step

ANSWERS = {"nl": ("Ja", "Nee"), "en": ("Yes", "No")}
"""The answers that a new choice begins with."""
ADDED = (Kind.DO, Kind.CHOICE, Kind.ASK, Kind.SEND, Kind.END)
NAMED = frozenset({Kind.SEND, Kind.END})
"""Kinds whose main words are `about`: the template, the outcome."""


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow by where it leaves: the start or a step, and of a choice which answer."""

    source: int
    answer: int | None = None


def step_of(sop: Sop, number: int) -> Step | None:
    """Return the step of a number."""
    return next((step for step in sop.steps if step.id == number), None)


def main_words(step: Step) -> str:
    """Return what a step says first."""
    return step.about if step.kind in NAMED else step.text


def ways(sop: Sop) -> dict[Way, int | None]:
    """Return every arrow with where it leads, in the order in which `chart_of` gives them."""
    found: dict[Way, int | None] = {}
    if sop.first is not None:
        found[Way(START)] = sop.first
    for step in sop.steps:
        if step.next is not None:
            found[Way(step.id)] = step.next
        found |= {Way(step.id, place): one.target for place, one in enumerate(step.answers)}
    return found


def target_of(sop: Sop, way: Way) -> int | None:
    """Return where an arrow leads, None when that is open."""
    return ways(sop).get(way)


def added(sop: Sop, kind: Kind, after: Way | None = None) -> tuple[Sop, int]:
    """Return the procedure with a new step, and its number.

    The step comes into the arrow `after`: what that led to follows the new one. Without one it
    hangs on nothing. After a choice it takes the first answer that is open, else a new one.
    """
    number = max((step.id for step in sop.steps), default=0) + 1
    if after is None:
        return replace(sop, steps=(*sop.steps, _new(sop, number, kind, None))), number
    source = step_of(sop, after.source)
    if source is not None and source.kind is Kind.CHOICE and after.answer is None:
        sop, after = _with_open_answer(sop, source)
    follows = target_of(sop, after)
    place = next((n for n, step in enumerate(sop.steps, 1) if step.id == after.source), 0)
    new = _new(sop, number, kind, follows)
    sop = replace(sop, steps=(*sop.steps[:place], new, *sop.steps[place:]))
    return led(sop, after, number), number


def removed(sop: Sop, numbers: Iterable[int]) -> Sop:
    """Return the procedure without some steps; what led to one leads to what came next."""
    for number in numbers:
        gone = step_of(sop, number)
        if gone is None:
            continue
        exits = (gone.next, *(answer.target for answer in gone.answers))
        next_ = next((one for one in exits if one is not None and one != number), None)
        steps = tuple(step for step in sop.steps if step.id != number)
        sop = _retargeted(replace(sop, steps=steps), {number: next_})
    return sop


def led(sop: Sop, way: Way, target: int | None) -> Sop:
    """Return the procedure with an arrow that leads elsewhere, None: nowhere yet."""
    if way.source == START:
        return replace(sop, first=target)

    def change(step: Step) -> Step:
        if way.answer is not None and way.answer < len(step.answers):
            answers = list(step.answers)
            answers[way.answer] = replace(answers[way.answer], target=target)
            return replace(step, answers=tuple(answers))
        return replace(step, next=target) if step.kind not in (Kind.CHOICE, Kind.END) else step

    return _changed(sop, way.source, change)


def joined(sop: Sop, source: int, target: int) -> Sop:
    """Return the procedure with an arrow from one to the other; a choice gets an answer for it."""
    step = step_of(sop, source)
    if step is not None and step.kind is Kind.CHOICE:
        sop, way = _with_open_answer(sop, step)
        return led(sop, way, target)
    return led(sop, Way(source), target)


def parted(sop: Sop, way: Way) -> Sop:
    """Return the procedure without an arrow; that of an answer takes the answer along."""
    if way.answer is None:
        return led(sop, way, None)

    def change(step: Step) -> Step:
        kept = (one for place, one in enumerate(step.answers) if place != way.answer)
        return replace(step, answers=tuple(kept))

    return _changed(sop, way.source, change)


def worded(sop: Sop, step: Step) -> Sop:
    """Return the procedure with other words for a step: text, about, expected, answers' labels.

    Answers are known by their place: those beyond the old ones are new and open.
    """

    def change(old: Step) -> Step:
        targets = [one.target for one in old.answers]
        targets += [None] * len(step.answers)
        labels = [one.label for one in step.answers]
        answers = tuple(Answer(*pair) for pair in zip(labels, targets, strict=False))
        return replace(
            old, text=step.text, about=step.about, expected=step.expected, answers=answers
        )

    return _changed(sop, step.id, change)


def made(sop: Sop, number: int, kind: Kind) -> Sop:
    """Return the procedure with a step of another kind; its main words and way on stay."""

    def change(step: Step) -> Step:
        words = main_words(step)
        exits = (step.next, *(answer.target for answer in step.answers))
        next_ = next((one for one in exits if one is not None), None)
        text = "" if kind in NAMED else words
        if kind in NAMED and step.kind in NAMED:
            text = step.text
        new = _new(sop, number, kind, next_)
        return replace(
            new, text=text, about=words if kind in NAMED else "", expected=step.expected,
            position=step.position,
        )  # fmt: skip

    old = step_of(sop, number)
    return sop if old is None or old.kind is kind else _changed(sop, number, change)


def placed(sop: Sop, places: Mapping[int, Position | None]) -> Sop:
    """Return the procedure with other positions; START is that of the start."""
    steps = tuple(
        replace(step, position=places[step.id]) if step.id in places else step for step in sop.steps
    )
    return replace(sop, steps=steps, start_position=places.get(START, sop.start_position))


# --- how -------------------------------------------------------------------------------------


def _new(sop: Sop, number: int, kind: Kind, follows: int | None) -> Step:
    if kind is Kind.CHOICE:
        first, *others = ANSWERS[sop.language]
        answers = (Answer(first, follows), *(Answer(label, None) for label in others))
        return Step(number, kind, answers=answers)
    return Step(number, kind, next=None if kind is Kind.END else follows)


def _with_open_answer(sop: Sop, step: Step) -> tuple[Sop, Way]:
    place = next((n for n, one in enumerate(step.answers) if one.target is None), None)
    if place is not None:
        return sop, Way(step.id, place)
    answers = (*step.answers, Answer("", None))
    sop = _changed(sop, step.id, lambda old: replace(old, answers=answers))
    return sop, Way(step.id, len(step.answers))


def _changed(sop: Sop, number: int, change: Callable[[Step], Step]) -> Sop:
    steps = tuple(change(step) if step.id == number else step for step in sop.steps)
    return replace(sop, steps=steps)


def _retargeted(sop: Sop, moved: Mapping[int, int | None]) -> Sop:
    def new(target: int | None) -> int | None:
        return target if target is None else moved.get(target, target)

    steps = tuple(
        replace(
            step, next=new(step.next),
            answers=tuple(replace(one, target=new(one.target)) for one in step.answers),
        )
        for step in sop.steps
    )  # fmt: skip
    return replace(sop, first=new(sop.first), steps=steps)
