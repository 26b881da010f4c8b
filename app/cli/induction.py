"""Commands about what new colleagues go through."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from app.cli.context import as_json_option, say, session_of, show
from app.services.learning import induction
from app.services.learning.induction import Induction
from app.services.tickets import directory


@click.group("induction")
def induction_group() -> None:
    """What a new colleague goes through, ticked with the day and by whom."""


@induction_group.command("list")
@click.argument("colleague", required=False)
@click.option("--text", "as_text", is_flag=True, help="As a list for paper or a mail.")
@as_json_option
@click.pass_context
def list_command(ctx: click.Context, colleague: str | None, as_text: bool, as_json: bool) -> None:
    """List who is going through it, or what COLLEAGUE goes through, with its numbers."""
    with session_of(ctx).services() as services:
        read = services.database.read_now
        if colleague is None:
            found = read(induction.infos)
            show(found, as_json=as_json, lines=lambda: map(_head, found))
            return
        who = read(directory.named, colleague)
        one, paper = read(induction.find, who), read(induction.as_text, who)
    show(one, as_json=as_json, lines=lambda: iter([paper]) if as_text else _lines(one))


@induction_group.command("start")
@click.argument("colleague")
@as_json_option
@click.pass_context
def start_command(ctx: click.Context, colleague: str, as_json: bool) -> None:
    """Give a colleague the list that comes with Balie."""
    _do(ctx, induction.start, colleague, as_json=as_json)


@induction_group.command("tick")
@click.argument("colleague")
@click.argument("item", type=int)
@click.option("--by", default="", help="Who says so.")
@click.option("--not", "undone", is_flag=True, help="He has not done it after all.")
@as_json_option
@click.pass_context
def tick_command(
    ctx: click.Context, colleague: str, item: int, by: str, undone: bool, as_json: bool
) -> None:
    """Say that a colleague has gone through ITEM of his list."""
    _do(ctx, induction.tick, colleague, item - 1, as_json=as_json, by=by, done=not undone)


@induction_group.command("add")
@click.argument("colleague")
@click.argument("text")
@click.option("--kind", type=click.Choice(induction.KINDS), default=induction.OTHER)
@as_json_option
@click.pass_context
def add_command(ctx: click.Context, colleague: str, text: str, kind: str, as_json: bool) -> None:
    """Add something of your own to somebody's list."""
    _do(ctx, induction.add, colleague, as_json=as_json, text=text, kind=kind)


@induction_group.command("remove")
@click.argument("colleague")
@click.argument("item", type=int)
@as_json_option
@click.pass_context
def remove_command(ctx: click.Context, colleague: str, item: int, as_json: bool) -> None:
    """Take ITEM out of somebody's list."""
    _do(ctx, induction.remove, colleague, item - 1, as_json=as_json)


def _do(
    ctx: click.Context, act: Any, colleague: str, *about: int, as_json: bool, **given: Any
) -> None:
    with session_of(ctx).services() as services:
        who = services.database.read_now(directory.named, colleague)
        act_id = services.database.write_now(act, who, *about, **given)
    if as_json:
        show({"act": act_id}, as_json=True, lines=lambda: iter(()))
    else:
        say("Nothing changed." if act_id is None else f"Done; balie undo {act_id} takes it back.")


def _head(one: Induction) -> str:
    return f"{one.name}  {one.done} of {len(one.items)}"


def _lines(one: Induction) -> Iterator[str]:
    yield _head(one)
    for item in one.items:
        day: date | None = item.done_at.astimezone().date() if item.done_at else None
        told = f"  ({' '.join(filter(None, (str(day), item.done_by)))})" if day else ""
        yield f"{item.position + 1:3}  {'x' if day else ' '}  {item.text}{told}"


COMMANDS = (induction_group,)
