"""What the day leaves for tomorrow."""

from collections.abc import Iterator

import click

from app.cli.context import as_json_option, plain, session_of, show, when
from app.services.tickets import day_end
from app.services.tickets.day_end import DayEnd

POINTS = {
    "unanswered": "everybody answered before we open again",
    "promises": "no promise for the next open day",
    "outbox": "everything was sent",
    "absence": "customers are told when we are away for long",
    "briefings": "briefings read in time",
}


@click.command("today")
@click.option("--at-close/--not-at-close", default=None, help="Show it when the window closes.")
@as_json_option
@click.pass_context
def today_command(ctx: click.Context, at_close: bool | None, as_json: bool) -> None:
    """Show what should not be left lying until tomorrow."""
    with session_of(ctx).services() as services:
        if at_close is not None:
            services.database.write_now(day_end.switch, enabled=at_close)
        found = services.database.read_now(day_end.look, services.clock.now())
    show({**plain(found), "ok": found.ok}, as_json=as_json, lines=lambda: _lines(found))


def _lines(found: DayEnd) -> Iterator[str]:
    yield f"closed until {when(found.opens_at)}"
    for point in found.points:
        yield f"{'ok ' if point.ok else 'NO '} {POINTS[point.key]}"
        for ticket in point.tickets:
            yield f"      no. {ticket.number}  {ticket.subject}  {ticket.customer}"
        for reader in point.readers:
            yield f"      {reader.name}  {reader.briefing}  by {reader.due_on}"


COMMANDS = (today_command,)
