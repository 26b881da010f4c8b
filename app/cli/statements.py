"""Commands for what the firm says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from app.cli.acted import acted, saved
from app.cli.context import as_json_option, plain, session_of, show
from app.models.rules.communication import State, Status
from app.models.rules.templates import LANGUAGES
from app.services.communication import statements
from app.services.communication.statements import StatementInfo

if TYPE_CHECKING:
    pass


@click.group("statement")
def statement_group() -> None:
    """What the firm says about a subject, as long as it holds."""


@statement_group.command("list")
@click.option("--status", type=click.Choice([one.value for one in Status]))
@as_json_option
@click.pass_context
def statement_list(ctx: click.Context, status: str | None, as_json: bool) -> None:
    """List the statements, those that hold first."""
    with session_of(ctx).services() as services:
        now = services.clock.now()
        found = services.database.read_now(statements.all_of, now, status=status)
    show(found, as_json=as_json, lines=lambda: map(_statement_line, found))


@statement_group.command("show")
@click.argument("name")
@as_json_option
@click.pass_context
def statement_show(ctx: click.Context, name: str, as_json: bool) -> None:
    """Show a statement, by its number or subject."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(statements.named, name, services.clock.now())
    show(found, as_json=as_json, lines=lambda: _statement_lines(found))


@statement_group.command("add")
@click.argument("subject")
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...")
@click.option("--asked", multiple=True, metavar="QUESTION", help="It answers this (repeat).")
@click.option("--from", "valid_from", metavar="DAY", help="Today when left out.")
@click.option("--until", "valid_until", metavar="DAY", help="The last day on which it holds.")
@click.option("--owner", default="", help="Who decides about it.")
@click.option("--language", type=click.Choice(LANGUAGES), default="nl", show_default=True)
@click.option("--draft", is_flag=True, help="It is not offered yet.")
@as_json_option
@click.pass_context
def statement_add(ctx: click.Context, /, as_json: bool, draft: bool, **values: Any) -> None:
    """Keep what is said about a subject; more TEXTs say the same shorter, for short channels."""
    values["state"] = (State.DRAFT if draft else State.APPROVED).value
    with session_of(ctx).services() as services:
        statement_id, act_id = services.database.write_now(statements.save, **values)
        found = services.database.read_now(statements.find, statement_id, services.clock.now())
    saved(plain(found), act_id, _statement_line(found), as_json=as_json)


@statement_group.command("withdraw")
@click.argument("name")
@as_json_option
@click.pass_context
def statement_withdraw(ctx: click.Context, name: str, as_json: bool) -> None:
    """Let a statement hold no more from now on."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(statements.named, name, services.clock.now())
        act_id = services.database.write_now(statements.withdraw, found.id)
    acted(act_id, as_json=as_json)


@statement_group.command("remove")
@click.argument("name")
@as_json_option
@click.pass_context
def statement_remove(ctx: click.Context, name: str, as_json: bool) -> None:
    """Throw a statement away; undo brings it back."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(statements.named, name, services.clock.now())
        act_id = services.database.write_now(statements.remove, found.id)
    acted(act_id, as_json=as_json)


def _statement_line(one: StatementInfo) -> str:
    until = one.valid_until or "…"
    return f"{one.id:>4}  {one.status:<9}  {one.valid_from} - {until:<10}  {one.subject}"


def _statement_lines(one: StatementInfo) -> Iterator[str]:
    yield _statement_line(one)
    yield from (f"? {question}" for question in one.asked)
    for text in one.texts:
        yield from ("", text)


COMMANDS = (statement_group,)
