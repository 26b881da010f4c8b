"""Commands about messages on their way out and messages put aside."""

import sys
from collections.abc import Iterator

import click

from app.cli.context import as_json_option, plain, session_of, show, when
from app.services.sync import outbox, quarantine
from app.services.tickets.deliveries import ACCOUNT_GONE


@click.group("outbox")
def outbox_group() -> None:
    """See what is on its way out, and decide about what got stuck."""


@outbox_group.command("list")
@click.option("--all", "finished", is_flag=True, help="Also what was sent.")
@as_json_option
@click.pass_context
def outbox_list(ctx: click.Context, finished: bool, as_json: bool) -> None:
    """List the messages that wait, failed, or may or may not have gone out."""
    with session_of(ctx).services() as services:
        rows = services.database.read_now(outbox.rows, finished=finished)

    def lines() -> Iterator[str]:
        for row in rows:
            why = f"  ({row.error_code})" if row.error_code else ""
            if row.error_code == ACCOUNT_GONE:
                account = row.error_params["account"]
                why = (
                    f"  waits for a connection with {account}: connect it again "
                    f"('account add'), or 'outbox discard {row.id}'"
                )
            yield (
                f"{row.id:>5}  {row.state:<9}  ticket {row.ticket:<6}  {row.recipient:<32}  "
                f"due {when(row.due_at)}  attempts {row.attempts}{why}"
            )

    show(rows, as_json=as_json, lines=lines)


@outbox_group.command("retry")
@click.argument("number", type=int)
@click.pass_context
def outbox_retry(ctx: click.Context, number: int) -> None:
    """Send a message again at the next sync."""
    with session_of(ctx).services() as services:
        services.database.write_now(outbox.retry, number)


@outbox_group.command("sent")
@click.argument("number", type=int)
@click.pass_context
def outbox_sent(ctx: click.Context, number: int) -> None:
    """Say that a message of unknown outcome did go out."""
    with session_of(ctx).services() as services:
        services.database.write_now(outbox.mark_sent, number)


@outbox_group.command("discard")
@click.argument("number", type=int)
@click.pass_context
def outbox_discard(ctx: click.Context, number: int) -> None:
    """Take a message out of the outbox; what never left becomes a draft again."""
    with session_of(ctx).services() as services:
        services.database.write_now(outbox.discard, number)


@click.group("quarantine")
def quarantine_group() -> None:
    """See what could not be read, with its bytes."""


@quarantine_group.command("list")
@as_json_option
@click.pass_context
def quarantine_list(ctx: click.Context, as_json: bool) -> None:
    """List what could not be read."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(quarantine.items)

    def lines() -> Iterator[str]:
        for item in found:
            yield (
                f"{item.id:>6}  {when(item.received_at)}  {item.account}  {item.stream}  "
                f"{item.problem}  {item.size} bytes"
            )

    show(plain(found), as_json=as_json, lines=lines)


@quarantine_group.command("show")
@click.argument("number", type=int)
@click.pass_context
def quarantine_show(ctx: click.Context, number: int) -> None:
    """Write the raw bytes of an item to standard output."""
    with session_of(ctx).services() as services:
        data = services.database.read_now(quarantine.source, number)
    sys.stdout.buffer.write(data)


@quarantine_group.command("retry")
@click.argument("numbers", type=int, nargs=-1, required=True)
@click.pass_context
def quarantine_retry(ctx: click.Context, numbers: tuple[int, ...]) -> None:
    """Read items again at the next sync."""
    with session_of(ctx).services() as services:
        for number in numbers:
            services.database.write_now(quarantine.retry, number)


COMMANDS = (outbox_group, quarantine_group)
