"""Commands about incidents."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import click

from app.cli.context import as_json_option, plain, say, session_of, show, when
from app.services.storage.database import Database
from app.services.tickets import incidents, lifecycle
from app.services.tickets.incidents import IncidentInfo


@click.group("incident")
def incident_group() -> None:
    """What went wrong for many customers at once, with the tickets about it."""


@incident_group.command("list")
@click.option("--all", "everyone", is_flag=True, help="Also the closed ones.")
@as_json_option
@click.pass_context
def list_command(ctx: click.Context, everyone: bool, as_json: bool) -> None:
    """Show the open incidents, the newest first."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(incidents.infos, everyone=everyone)
    show(plain(found), as_json=as_json, lines=lambda: _lines(found))


@incident_group.command("open")
@click.argument("title")
@click.argument("tickets", nargs=-1, type=int)
@click.option("--status", default="", help="How it stands, for colleagues.")
@as_json_option
@click.pass_context
def open_command(
    ctx: click.Context, title: str, tickets: tuple[int, ...], status: str, as_json: bool
) -> None:
    """Open an incident, with tickets under it; writes its number."""
    with session_of(ctx).services() as services:
        database = services.database
        made, act_id = database.write_now(
            incidents.begin, title=title, status=status, ticket_ids=_ids(database, tickets)
        )
    value = {"incident": made, "act": act_id}
    show(value, as_json=as_json, lines=lambda: iter((str(made),)))


@incident_group.command("link")
@click.argument("incident", type=int)
@click.argument("tickets", nargs=-1, required=True, type=int)
@as_json_option
@click.pass_context
def link_command(
    ctx: click.Context, incident: int, tickets: tuple[int, ...], as_json: bool
) -> None:
    """Put tickets under an incident; each is under one at most."""
    with session_of(ctx).services() as services:
        database = services.database
        ids = _ids(database, tickets)
        done = database.write_now(incidents.link, ids, incident_id=incident)
    show(plain(done), as_json=as_json, lines=lambda: iter((f"{done.changed} linked",)))


@incident_group.command("unlink")
@click.argument("tickets", nargs=-1, required=True, type=int)
@as_json_option
@click.pass_context
def unlink_command(ctx: click.Context, tickets: tuple[int, ...], as_json: bool) -> None:
    """Take tickets out of their incident."""
    with session_of(ctx).services() as services:
        database = services.database
        ids = _ids(database, tickets)
        done = database.write_now(incidents.link, ids, incident_id=None)
    show(plain(done), as_json=as_json, lines=lambda: iter((f"{done.changed} taken out",)))


@incident_group.command("status")
@click.argument("incident", type=int)
@click.argument("text")
@click.pass_context
def status_command(ctx: click.Context, incident: int, text: str) -> None:
    """Say how an incident stands, for colleagues."""
    with session_of(ctx).services() as services:
        services.database.write_now(incidents.tell, incident, status=text)


@incident_group.command("close")
@click.argument("incident", type=int)
@click.option("--reopen", is_flag=True, help="It is not over after all.")
@click.pass_context
def close_command(ctx: click.Context, incident: int, reopen: bool) -> None:
    """Say that an incident is over; its tickets stay under it."""
    act = incidents.reopen if reopen else incidents.close
    with session_of(ctx).services() as services:
        services.database.write_now(act, incident)
    say("Open again." if reopen else "Closed.")


@incident_group.command("show")
@click.argument("incident", type=int)
@as_json_option
@click.pass_context
def show_command(ctx: click.Context, incident: int, as_json: bool) -> None:
    """Show an incident with the numbers of its tickets."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(incidents.info, incident)
        numbers = services.database.read_now(incidents.numbers_of, incident)
    value: dict[str, Any] = {**asdict(found), "numbers": numbers}
    told = ", ".join(map(str, numbers))
    show(plain(value), as_json=as_json, lines=lambda: iter((*_lines([found]), told)))


def _ids(database: Database, numbers: Sequence[int]) -> list[int]:
    return [database.read_now(lifecycle.by_number, number) for number in numbers]


def _lines(found: Sequence[IncidentInfo]) -> Iterator[str]:
    for one in found:
        state = "open" if one.closed_at is None else f"closed {when(one.closed_at)}"
        counts = f"{one.tickets} tickets, {one.waiting} wait"
        yield f"{one.id}  {one.title}  {state}  {counts}  {one.status}".rstrip()


COMMANDS = (incident_group,)
