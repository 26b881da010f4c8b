"""A procedure as a flowchart; text and chart are one thing, so each gives the other back whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.handbook.pages import START, Answer, Kind, Position, Sop, Step


@dataclass(frozen=True, slots=True)
class Node:
    """What is drawn: the start (number 0) or a step, with the fields of `Step`."""

    id: int
    kind: Kind
    text: str = ""
    about: str = ""
    expected: str = ""
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow; that of a choice has its answer and may lead to nothing yet."""

    source: int
    target: int | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: the start and the steps in the order of the text, and the arrows between them.

    Arrows stand in the order of the nodes that they leave, those of a choice in the order of its
    answers.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class WrongArrowError(KnownError):
    """Arrows that no procedure can have."""

    code = "wrong_arrow"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Step {step} cannot lead there. A choice leads on by its answers, an end nowhere, another "
        "step to one step.",
    )


def chart_of(sop: Sop) -> Chart:
    """Return the chart of a procedure, also of one with open ends."""
    start = Node(START, Kind.START, position=sop.start_position)
    nodes = (
        Node(step.id, step.kind, step.text, step.about, step.expected, step.position)
        for step in sop.steps
    )
    return Chart((start, *nodes), tuple(_edges(sop)))


def sop_of(chart: Chart, sop: Sop) -> Sop:
    """Return a procedure with the steps of a chart; `chart_of` gives the chart back.

    Arrows may come in any order; those of a choice keep theirs.

    Raises:
        WrongArrowError: arrows leave a node that its kind cannot have.
        ValueError: there is not one start, two nodes have one number, or an arrow leaves nothing.
    """
    exits: dict[int, list[Edge]] = {node.id: [] for node in chart.nodes}
    starts = [node for node in chart.nodes if node.kind is Kind.START]
    if [node.id for node in starts] != [START] or len(exits) != len(chart.nodes):
        raise ValueError("a chart has one start, and every node a number of its own")
    for edge in chart.edges:
        if edge.source not in exits:
            raise ValueError(f"an arrow leaves {edge.source}, which is not there")
        exits[edge.source].append(edge)
    steps = (_step(node, exits[node.id]) for node in chart.nodes if node.id != START)
    return replace(
        sop, first=_next(starts[0], exits[START]), steps=tuple(steps),
        start_position=starts[0].position,
    )  # fmt: skip


def _edges(sop: Sop) -> Iterator[Edge]:
    if sop.first is not None:
        yield Edge(START, sop.first)
    for step in sop.steps:
        if step.next is not None:
            yield Edge(step.id, step.next)
        yield from (Edge(step.id, answer.target, answer.label) for answer in step.answers)


def _step(node: Node, edges: Sequence[Edge]) -> Step:
    choice = node.kind is Kind.CHOICE
    return Step(
        id=node.id, kind=node.kind, text=node.text, about=node.about, expected=node.expected,
        next=None if choice else _next(node, edges), position=node.position,
        answers=tuple(Answer(edge.label, edge.target) for edge in edges) if choice else (),
    )  # fmt: skip


def _next(node: Node, edges: Sequence[Edge]) -> int | None:
    most = 0 if node.kind is Kind.END else 1
    if len(edges) > most or any(edge.label for edge in edges):
        raise WrongArrowError(step=node.id)
    return edges[0].target if edges else None
