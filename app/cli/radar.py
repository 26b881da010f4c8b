"""Commands for questions that come back."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from app.cli.context import as_json_option, say, session_of, show
from app.models.rules.radar import State, Task
from app.services.handbook import radar
from app.services.handbook.radar import FindingInfo

if TYPE_CHECKING:
    from app.bootstrap import Services

_TASKS = click.Choice([*(task.value for task in Task), "none"])


@click.group("radar", invoke_without_command=True)
@click.pass_context
def radar_group(ctx: click.Context) -> None:
    """Questions that come in again and again and that no page answers."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_command, everyone=False, as_json=False)


@radar_group.command("list")
@click.option("--all", "everyone", is_flag=True, help="Also those that were settled.")
@as_json_option
@click.pass_context
def list_command(ctx: click.Context, everyone: bool, as_json: bool) -> None:
    """Look again, and list what comes back, what most asked first."""
    with session_of(ctx).services() as services:
        radar.look(services.database, now=services.clock.now())
        found = services.database.read_now(radar.findings, everyone=everyone)
    show(found, as_json=as_json, lines=lambda: map(_line, found))


@radar_group.command("show")
@click.argument("finding", type=int)
@as_json_option
@click.pass_context
def show_command(ctx: click.Context, finding: int, as_json: bool) -> None:
    """Show the tickets of a finding; `reply-many` answers them in one go."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(radar.find, finding)
    show(found, as_json=as_json, lines=lambda: _lines(found))


@radar_group.command("task")
@click.argument("finding", type=int)
@click.argument("task", type=_TASKS)
@click.option("--note", help="How it is to be done.")
@click.option("--owner", help="Who does it.")
@as_json_option
@click.pass_context
def task_command(
    ctx: click.Context, finding: int, task: str, note: str | None, owner: str | None, as_json: bool
) -> None:
    """Say what is to be done: write an article, new content, change the website."""
    wanted = None if task == "none" else Task(task)
    _do(ctx, radar.assign, finding, as_json=as_json, task=wanted, note=note, owner=owner)


@radar_group.command("done")
@click.argument("finding", type=int)
@as_json_option
@click.pass_context
def done_command(ctx: click.Context, finding: int, as_json: bool) -> None:
    """Say that it was done."""
    _do(ctx, radar.settle, finding, as_json=as_json, state=State.DONE)


@radar_group.command("dismiss")
@click.argument("finding", type=int)
@as_json_option
@click.pass_context
def dismiss_command(ctx: click.Context, finding: int, as_json: bool) -> None:
    """Leave it as it is; it comes back only when enough others ask it again."""
    _do(ctx, radar.settle, finding, as_json=as_json, state=State.DISMISSED)


@radar_group.command("reopen")
@click.argument("finding", type=int)
@as_json_option
@click.pass_context
def reopen_command(ctx: click.Context, finding: int, as_json: bool) -> None:
    """Say that it is not done after all."""
    _do(ctx, radar.settle, finding, as_json=as_json, state=State.OPEN)


@radar_group.command("watch")
@click.option("--least", type=click.IntRange(2), help="How often it has to come in.")
@click.option("--days", type=click.IntRange(1, 365), help="Within how many days.")
@as_json_option
@click.pass_context
def watch_command(ctx: click.Context, least: int | None, days: int | None, as_json: bool) -> None:
    """Set when a question comes back too often."""
    _do(ctx, radar.watch, as_json=as_json, least=least, days=days)


def _do(
    ctx: click.Context, act: Callable[..., int | None], *about: int, as_json: bool, **given: Any
) -> None:
    with session_of(ctx).services() as services:
        act_id = _written(services, act, *about, **given)
    if as_json:
        show({"act": act_id}, as_json=True, lines=lambda: iter(()))
    else:
        say("Nothing changed." if act_id is None else f"Done; balie undo {act_id} takes it back.")


def _written(
    services: "Services", act: Callable[..., int | None], *about: int, **given: Any
) -> int | None:
    return services.database.write_now(act, *about, **given)


def _line(one: FindingInfo) -> str:
    parts = [str(one.id), f"{len(one.tickets)} x", " ".join(one.words)]
    if one.state != State.OPEN or one.task:
        parts.append(f"({one.task or one.state})")
    parts += filter(None, (one.owner, one.note))
    return "  ".join(parts)


def _lines(found: FindingInfo) -> Iterator[str]:
    yield _line(found)
    for one in found.tickets:
        yield f"{one.number}  {one.state}  {one.subject}  {one.question}"


COMMANDS = (radar_group,)
