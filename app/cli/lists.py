"""Commands for the owner's lists."""

from collections.abc import Iterator, Sequence

import click

from app.cli.context import as_json_option, plain, session_of, show
from app.services.tickets import lists
from app.services.tickets.lists import Choice

NAMES = {
    "category": lists.CATEGORY,
    "department": lists.DEPARTMENT,
    "type": lists.TYPE,
    "product": lists.PRODUCT_GROUP,
    "outcome": lists.OUTCOME,
    "reason": lists.REASON,
}
"""What the lists are called on the command line, by their field."""

list_argument = click.argument("name", metavar="LIST", type=click.Choice(list(NAMES)))
entry_argument = click.argument("entry")
english_option = click.option("--en", "english", default="", help="The name in English.")


@click.group("list")
def list_group() -> None:
    """Your own lists: category, department, type, product, outcome, reason (not to react).

    An ENTRY is named by its key, or by its name in either language.
    """


@list_group.command("show")
@list_argument
@as_json_option
@click.pass_context
def list_show(ctx: click.Context, name: str, as_json: bool) -> None:
    """Show the entries of a list in their order."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(lists.entries, NAMES[name])
    show([plain(one) for one in found], as_json=as_json, lines=lambda: _lines(found))


@list_group.command("add")
@list_argument
@click.argument("dutch", metavar="NAME")
@english_option
@as_json_option
@click.pass_context
def list_add(ctx: click.Context, name: str, dutch: str, english: str, as_json: bool) -> None:
    """Add an entry behind the others; writes its key."""
    with session_of(ctx).services() as services:
        key, act = services.database.write_now(
            lists.add, NAMES[name], name_nl=dutch, name_en=english
        )
    show({"key": key, "act": act}, as_json=as_json, lines=lambda: iter((key,)))


@list_group.command("rename")
@list_argument
@entry_argument
@click.argument("dutch", metavar="NAME")
@english_option
@as_json_option
@click.pass_context
def list_rename(
    ctx: click.Context, name: str, entry: str, dutch: str, english: str, as_json: bool
) -> None:
    """Give an entry other names; what is filed under it stays there."""
    with session_of(ctx).services() as services:
        key = services.database.read_now(lists.check, NAMES[name], entry)
        act = services.database.write_now(
            lists.rename, NAMES[name], key, name_nl=dutch, name_en=english
        )
    show({"key": key, "act": act}, as_json=as_json, lines=lambda: iter(()))


@list_group.command("move")
@list_argument
@entry_argument
@click.argument("place", type=click.IntRange(1))
@as_json_option
@click.pass_context
def list_move(ctx: click.Context, name: str, entry: str, place: int, as_json: bool) -> None:
    """Put an entry at a place of its list, 1 for the first."""
    with session_of(ctx).services() as services:
        key = services.database.read_now(lists.check, NAMES[name], entry)
        act = services.database.write_now(lists.move, NAMES[name], key, to=place - 1)
    show({"key": key, "act": act}, as_json=as_json, lines=lambda: iter(()))


@list_group.command("remove")
@list_argument
@entry_argument
@click.option("--replace", metavar="ENTRY", help="What takes its place where it is used.")
@as_json_option
@click.pass_context
def list_remove(
    ctx: click.Context, name: str, entry: str, replace: str | None, as_json: bool
) -> None:
    """Take an entry out of its list; refused while it is used, unless something replaces it."""
    with session_of(ctx).services() as services:
        key = services.database.read_now(lists.check, NAMES[name], entry)
        act = services.database.write_now(lists.remove, NAMES[name], key, replacement=replace)
    show({"key": key, "act": act}, as_json=as_json, lines=lambda: iter(()))


def _lines(found: Sequence[Choice]) -> Iterator[str]:
    for place, one in enumerate(found, start=1):
        yield f"{place:>3}  {one.key:<20}  {one.name_nl}  ({one.name_en})"


COMMANDS = (list_group,)
