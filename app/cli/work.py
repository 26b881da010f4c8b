"""Commands that order the work: snooze, merge, split, link, tag, note, undo, views."""

from collections.abc import Iterator, Sequence

import click

from app.cli.context import Session, as_json_option, plain, say, session_of, show, when
from app.models.rules.errors import InvalidValueError
from app.services.storage.database import Database
from app.services.tickets import acts, decisions, lifecycle, merging, opening, replies, saved_views
from app.services.tickets.acts import ActInfo
from app.services.tickets.decisions import Done
from app.services.tickets.saved_views import View


def _ids(database: Database, numbers: Sequence[int]) -> list[int]:
    return [database.read_now(lifecycle.by_number, number) for number in numbers]


def _told(done: Done) -> None:
    if done.refused:
        say(f"{done.changed} changed, {done.refused} left as they were.")


@click.command("snooze")
@click.argument("tickets", nargs=-1, required=True, type=int)
@click.option("--until", "until", required=True, help="Such as 'vrijdag 9u' or 'in 2 hours'.")
@click.option("--sleep-on", is_flag=True, help="Sleep on when the customer writes.")
@click.pass_context
def snooze_command(
    ctx: click.Context, tickets: tuple[int, ...], until: str, sleep_on: bool
) -> None:
    """Put tickets out of sight until a moment, or until the customer writes."""
    with session_of(ctx).services() as services:
        database = services.database
        moment = database.read_now(opening.moment_named, until, services.clock.now())
        if moment is None:
            raise InvalidValueError(value=until, field="moment", choices="vrijdag 9u, in 2 hours")
        ids = _ids(database, tickets)
        done = database.write_now(decisions.snooze, ids, until=moment, wake_on_reply=not sleep_on)
    _told(done)
    say(f"Asleep until {when(moment)}.")


@click.command("merge")
@click.argument("tickets", nargs=-1, required=True, type=int)
@click.option("--into", type=int, help="The ticket to keep; the oldest by default.")
@click.pass_context
def merge_command(ctx: click.Context, tickets: tuple[int, ...], into: int | None) -> None:
    """Put tickets together into one."""
    with session_of(ctx).services() as services:
        database = services.database
        kept = None if into is None else _ids(database, [into])[0]
        database.write_now(merging.merge, _ids(database, tickets), into=kept)


@click.command("split")
@click.argument("ticket", type=int)
@click.option("--from-message", required=True, type=int, help="Id of the first message to take.")
@click.pass_context
def split_command(ctx: click.Context, ticket: int, from_message: int) -> None:
    """Begin a new ticket with a message and all that follow it; writes its number."""
    with session_of(ctx).services() as services:
        database = services.database
        (ticket_id,) = _ids(database, [ticket])
        made, _act = database.write_now(merging.split, ticket_id, from_message=from_message)
        number = database.read_now(lambda session: lifecycle.find(session, made).number)
    click.echo(number)


@click.command("link")
@click.argument("ticket", type=int)
@click.argument("other", type=int)
@click.option("--remove", is_flag=True, help="They have nothing to do with each other any more.")
@click.pass_context
def link_command(ctx: click.Context, ticket: int, other: int, remove: bool) -> None:
    """Say that two tickets have to do with each other."""
    with session_of(ctx).services() as services:
        first, second = _ids(services.database, [ticket, other])
        services.database.write_now(merging.link, first, second, linked=not remove)


@click.command("tag")
@click.argument("tickets", nargs=-1, required=True, type=int)
@click.option("--add", "added", multiple=True, help="A label to put on (may be repeated).")
@click.option("--remove", "removed", multiple=True, help="A label to take off.")
@click.pass_context
def tag_command(
    ctx: click.Context, tickets: tuple[int, ...], added: tuple[str, ...], removed: tuple[str, ...]
) -> None:
    """Put labels on tickets and take them off."""
    with session_of(ctx).services() as services:
        database = services.database
        ids = _ids(database, tickets)
        for tag in added:
            database.write_now(decisions.add_tag, ids, tag=tag)
        for tag in removed:
            database.write_now(decisions.remove_tag, ids, tag=tag)


@click.command("note")
@click.argument("ticket", type=int)
@click.argument("text")
@click.pass_context
def note_command(ctx: click.Context, ticket: int, text: str) -> None:
    """Write an internal note that no customer sees."""
    with session_of(ctx).services() as services:
        database = services.database
        (ticket_id,) = _ids(database, [ticket])
        database.write_now(replies.add_note, ticket_id, text=text)


@click.command("undo")
@click.argument("act", required=False, type=int)
@click.option("--list", "listed", is_flag=True, help="Show the newest acts instead.")
@as_json_option
@click.pass_context
def undo_command(ctx: click.Context, act: int | None, listed: bool, as_json: bool) -> None:
    """Take the newest act back, or the one with this number."""
    with session_of(ctx).services() as services:
        if listed:
            found = services.database.read_now(acts.recent)
        else:
            found = [services.database.write_now(acts.undo, act)]
    show([plain(one) for one in found], as_json=as_json, lines=lambda: _act_lines(found))


def _act_lines(found: Sequence[ActInfo]) -> Iterator[str]:
    for act in found:
        number = f" ticket {act.params['number']}" if act.params.get("number") else ""
        undone = "  (undone)" if act.undone_at else ""
        yield f"{act.id:>6}  {when(act.at)}  {act.name}{number}{undone}"


@click.group("view")
def view_group() -> None:
    """Queries that are kept under a name."""


@view_group.command("list")
@as_json_option
@click.pass_context
def view_list(ctx: click.Context, as_json: bool) -> None:
    """List the saved views."""
    found = _views(session_of(ctx))
    show(
        [plain(one) for one in found],
        as_json=as_json,
        lines=lambda: (f"{one.id:>4}  {one.name:<24}  {one.place}  {one.query}" for one in found),
    )


def _views(session: Session) -> list[View]:
    with session.services() as services:
        return services.database.read_now(saved_views.views)


@view_group.command("save")
@click.argument("name")
@click.argument("query")
@click.option("--in", "place", default="all", show_default=True, help="The view it is asked of.")
@click.pass_context
def view_save(ctx: click.Context, name: str, query: str, place: str) -> None:
    """Keep a query under a name."""
    with session_of(ctx).services() as services:
        services.database.write_now(saved_views.save, name=name, place=place, query=query)


@view_group.command("remove")
@click.argument("view", type=int)
@click.pass_context
def view_remove(ctx: click.Context, view: int) -> None:
    """Forget a saved view."""
    with session_of(ctx).services() as services:
        services.database.write_now(saved_views.remove, view)


COMMANDS = (
    snooze_command,
    merge_command,
    split_command,
    link_command,
    tag_command,
    note_command,
    undo_command,
    view_group,
)
