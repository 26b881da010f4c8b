"""Commands for practising in the example firm."""

from collections.abc import Iterator

import click

from app.cli.context import as_json_option, session_of, show
from app.models.rules.learning.practice import TASKS, State
from app.services.learning import practice
from app.services.learning.practice import TaskInfo
from app.services.tickets import lifecycle

_MARKS = {State.MET: "x", State.OPEN: " ", State.MISSED: "!"}


@click.group("practice")
def practice_group() -> None:
    """Tasks in the example firm that look for themselves whether they were done."""


@practice_group.command("list")
@as_json_option
@click.pass_context
def list_command(ctx: click.Context, as_json: bool) -> None:
    """List the tasks, with what went well."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(practice.tasks, services.clock.now())
    show(found, as_json=as_json, lines=lambda: _lines(found))


@practice_group.command("begin")
@click.argument("task", type=click.Choice(tuple(TASKS)))
@as_json_option
@click.pass_context
def begin_command(ctx: click.Context, task: str, as_json: bool) -> None:
    """Let the customer of a task write; writes the number of his ticket."""
    with session_of(ctx).services() as services:
        database = services.database
        made = database.write_now(practice.begin, task, is_example=services.is_example)
        number = database.read_now(lambda session: lifecycle.find(session, made).number)
    show({"ticket": number}, as_json=as_json, lines=lambda: iter([str(number)]))


def _lines(found: list[TaskInfo]) -> Iterator[str]:
    for one in found:
        begun = "done" if one.done else "begun" if one.ticket else "not begun"
        yield f"{one.key}  {one.title}  ({begun})"
        yield from (f"    [{_MARKS[state]}] {check.value}" for check, state in one.found)


COMMANDS = (practice_group,)
