"""Commands for macros."""

from collections.abc import Iterator

import click

from app.cli.context import as_json_option, plain, session_of, show
from app.cli.texts import given_option, values_of
from app.models.rules.macros import KINDS, Action
from app.services.tickets import lifecycle, macros
from app.services.tickets.macros import MacroInfo

does_option = click.option(
    "--do",
    "does",
    multiple=True,
    metavar="WHAT=VALUE",
    help=f"What goes along with the text (repeat): {', '.join(KINDS)}.",
)


@click.group("macro")
def macro_group() -> None:
    """Macros: a text with what goes along with it, undone as one."""


@macro_group.command("list")
@as_json_option
@click.pass_context
def macro_list(ctx: click.Context, as_json: bool) -> None:
    """List the macros in their order."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(macros.all_of)
    show([plain(one) for one in found], as_json=as_json, lines=lambda: map(_line, found))


@macro_group.command("add")
@click.argument("name")
@click.option("--text", default="", help="What the customer is told; with places to fill in.")
@does_option
@as_json_option
@click.pass_context
def macro_add(
    ctx: click.Context, name: str, text: str, does: tuple[str, ...], as_json: bool
) -> None:
    """Keep a macro."""
    actions = [Action(kind, value) for kind, value in values_of(does).items()]
    with session_of(ctx).services() as services:
        macro_id, _act = services.database.write_now(
            macros.save, name=name, text=text, actions=actions
        )
        found = services.database.read_now(macros.named, str(macro_id))
    show(plain(found), as_json=as_json, lines=lambda: iter([_line(found)]))


@macro_group.command("change")
@click.argument("name")
@click.option("--name", "new_name", help="Another name.")
@click.option("--text", help="Other words; '' for none.")
@does_option
@as_json_option
@click.pass_context
def macro_change(
    ctx: click.Context,
    name: str,
    new_name: str | None,
    text: str | None,
    does: tuple[str, ...],
    as_json: bool,
) -> None:
    """Change a macro; --do replaces all that goes along."""
    actions = tuple(Action(kind, value) for kind, value in values_of(does).items())
    with session_of(ctx).services() as services:
        before = services.database.read_now(macros.named, name)
        services.database.write_now(
            macros.save,
            macro_id=before.id,
            name=before.name if new_name is None else new_name,
            text=before.text if text is None else text,
            actions=actions or before.actions,
        )
        found = services.database.read_now(macros.named, str(before.id))
    show(plain(found), as_json=as_json, lines=lambda: iter([_line(found)]))


@macro_group.command("remove")
@click.argument("name")
@click.pass_context
def macro_remove(ctx: click.Context, name: str) -> None:
    """Throw a macro away; undo brings it back."""
    with session_of(ctx).services() as services:
        macro_id = services.database.read_now(macros.named, name).id
        services.database.write_now(macros.remove, macro_id)


@macro_group.command("move")
@click.argument("name")
@click.argument("place", type=click.IntRange(1))
@click.pass_context
def macro_move(ctx: click.Context, name: str, place: int) -> None:
    """Put a macro at a place in the order, 1 for the first."""
    with session_of(ctx).services() as services:
        macro_id = services.database.read_now(macros.named, name).id
        services.database.write_now(macros.move, macro_id, to=place - 1)


@macro_group.command("run")
@click.argument("tickets", nargs=-1, required=True, type=int)
@click.argument("name")
@given_option
@as_json_option
@click.pass_context
def macro_run(
    ctx: click.Context, tickets: tuple[int, ...], name: str, given: tuple[str, ...], as_json: bool
) -> None:
    """Send the text to the customers of TICKETS and do the rest; undo takes it all back."""
    values = values_of(given)
    with session_of(ctx).services() as services:
        database = services.database
        ids = [database.read_now(lifecycle.by_number, number) for number in tickets]
        macro_id = database.read_now(macros.named, name).id
        done = database.write_now(macros.run, ids, macro_id=macro_id, given=values)
    value = {"act": done.act_id, "changed": done.changed}
    show(value, as_json=as_json, lines=lambda: iter([f"{done.changed} done."]))


def _line(one: MacroInfo) -> str:
    does: Iterator[str] = (f"{action.kind}={action.value}" for action in one.actions)
    return f"{one.id:>4}  {one.name}: {', '.join(filter(None, ('text' * bool(one.text), *does)))}"


COMMANDS = (macro_group,)
