"""Commands about first reactions and promises."""

from collections.abc import Iterator, Sequence

import click

from app.cli.context import as_json_option, plain, say, session_of, show, when
from app.models.rules.errors import InvalidValueError
from app.models.rules.promises import Found, PromiseKind, PromiseState
from app.services.tickets import lifecycle, opening, promises, reactions
from app.services.tickets.promises import PromiseInfo


@click.command("react")
@click.argument("tickets", nargs=-1, required=True, type=int)
@click.option("--promise", is_flag=True, help="With a promise, which gets a clock of its own.")
@as_json_option
@click.pass_context
def react_command(
    ctx: click.Context, tickets: tuple[int, ...], promise: bool, as_json: bool
) -> None:
    """Tell customers that you have their message; stops the clock of the first reaction only."""
    with session_of(ctx).services() as services:
        database = services.database
        ids = [database.read_now(lifecycle.by_number, number) for number in tickets]
        done = database.write_now(reactions.react, ids, promise=promise)
    show(plain(done), as_json=as_json, lines=lambda: iter((f"{done.changed} told",)))


@click.group("promise")
def promise_group() -> None:
    """What was promised to customers: list, make, extend, keep."""


@promise_group.command("list")
@click.argument("ticket", required=False, type=int)
@as_json_option
@click.pass_context
def list_command(ctx: click.Context, ticket: int | None, as_json: bool) -> None:
    """Show the open promises, the first to run out first, or all of one ticket."""
    with session_of(ctx).services() as services:
        database = services.database
        if ticket is None:
            found = database.read_now(promises.open_ones)
        else:
            ticket_id = database.read_now(lifecycle.by_number, ticket)
            found = database.read_now(promises.of, ticket_id)
    show(plain(found), as_json=as_json, lines=lambda: _lines(found))


@promise_group.command("make")
@click.argument("ticket", type=int)
@click.option("--until", required=True, help="Such as 'morgen 12u' or 'in 2 hours'.")
@click.option("--callback", is_flag=True, help="To ring back.")
@click.option("--words", default="", help="What was promised, such as by phone.")
@click.pass_context
def make_command(ctx: click.Context, ticket: int, until: str, callback: bool, words: str) -> None:
    """Book a promise that was given elsewhere; writes its id."""
    with session_of(ctx).services() as services:
        database = services.database
        moment = database.read_now(opening.moment_named, until, services.clock.now())
        if moment is None:
            raise InvalidValueError(value=until, field="moment", choices="morgen 12u, in 2 hours")
        kind = PromiseKind.CALLBACK if callback else PromiseKind.PROMISE
        ticket_id = database.read_now(lifecycle.by_number, ticket)
        promise = Found(words, moment, kind)
        database.write_now(reactions.give, ticket_id, promise=promise)
    say(f"Promised until {when(moment)}.")


@promise_group.command("extend")
@click.argument("promise", type=int)
@click.pass_context
def extend_command(ctx: click.Context, promise: int) -> None:
    """Tell the customer honestly that it takes longer; a new promise runs."""
    with session_of(ctx).services() as services:
        services.database.write_now(reactions.extend, promise)


@promise_group.command("keep")
@click.argument("promise", type=int)
@click.pass_context
def keep_command(ctx: click.Context, promise: int) -> None:
    """Book that a promise was kept in another way, such as by ringing back."""
    with session_of(ctx).services() as services:
        services.database.write_now(reactions.keep, promise)


def _lines(found: Sequence[PromiseInfo]) -> Iterator[str]:
    for one in found:
        late = " (run out)" if one.lapsed and one.state == PromiseState.OPEN.value else ""
        who = f"{one.id}  no. {one.ticket_number}"
        yield f"{who}  {one.state}{late}  {when(one.due_at)}  {one.words}"


COMMANDS = (react_command, promise_group)
