"""Notes of what was said by phone or in the shop, or written on a page."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.context import as_json_option, say, session_of, show, when
from app.cli.files import attachment
from app.models.rules.errors import InvalidValueError
from app.services.tickets import entries, lifecycle, logged, opening

if TYPE_CHECKING:
    from app.bootstrap import Services

Command = Callable[..., Any]


def _common(command: Command) -> Command:
    """Add what a new ticket and a note in one have alike."""
    options = (
        click.option("--text", help="What was said and agreed."),
        click.option(
            "--file", "file", type=click.File("r", encoding="utf-8"), help="File with it."
        ),
        click.option("--minutes", default=0, type=click.IntRange(0, 24 * 60), help="How long."),
        click.option("--at", help="When it ended, such as '14:30', 'gisteren 16u', '1 hour ago'."),
        click.option(
            "--attach",
            multiple=True,
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="A file that belongs to it; may be repeated.",
        ),
        click.option("--callback", help="When to ring back, such as 'morgen 10u' or 'in 2 hours'."),
        click.option("--open", "still_open", is_flag=True, help="Something is still to be done."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command("entry")
@click.argument("kind", type=click.Choice(entries.KINDS))
@click.option("--name", default="", help="Who it was.")
@click.option("--handle", default="", help="His telephone number or e-mail address.")
@click.option("--about", default="", help="The subject; the first line of the text by default.")
@click.option("--out", is_flag=True, help="You called or visited the customer.")
@_common
@as_json_option
@click.pass_context
def entry_command(ctx: click.Context, /, kind: str, as_json: bool, **said: Any) -> None:
    """Note a talk by phone or in the shop as a message of its own; writes its number."""
    body = _body(said)
    with session_of(ctx).services() as services:
        values = _values(services, said)
        made = services.database.write_now(
            entries.add,
            kind=kind,
            direction=entries.OUT if said["out"] else entries.IN,
            name=said["name"],
            handle=said["handle"],
            text=body,
            subject=said["about"],
            **values,
        )
    result = {"ticket": made.number, "ticket_id": made.ticket_id, "act": made.act_id}
    show(result, as_json=as_json, lines=lambda: iter((str(made.number),)))
    _tell(values)


@click.command("log")
@click.argument("ticket", type=int)
@click.argument("way", type=click.Choice(logged.WAYS))
@click.option("--in", "came", is_flag=True, help="The customer called or came by.")
@_common
@as_json_option
@click.pass_context
def log_command(
    ctx: click.Context, /, ticket: int, way: str, came: bool, as_json: bool, **said: Any
) -> None:
    """Log in a message what was said, or answered on a page or elsewhere; sends nothing.

    The clocks stop as by an answer, unless something is still to be done.
    """
    body = _body(said)
    with session_of(ctx).services() as services:
        values = _values(services, said)
        ticket_id = services.database.read_now(lifecycle.by_number, ticket)
        act = services.database.write_now(
            logged.log,
            ticket_id,
            way=way,
            text=body,
            direction=entries.IN if came else entries.OUT,
            **values,
        )
    show({"act": act}, as_json=as_json, lines=lambda: iter(()))
    _tell(values)


def _body(said: dict[str, Any]) -> str:
    text, file = said["text"], said["file"]
    if (text is None) == (file is None):
        raise click.UsageError("Give what was said with either --text or --file.")
    body: str = text if text is not None else file.read()
    return body


def _values(services: "Services", said: dict[str, Any]) -> dict[str, Any]:
    now = services.clock.now()
    return {
        "minutes": said["minutes"],
        "at": _moment(services, opening.past_named, said["at"], now, "14:30, gisteren 16u"),
        "attachments": [attachment(path) for path in said["attach"]],
        "callback_at": _moment(
            services, opening.moment_named, said["callback"], now, "morgen 10u, in 2 hours"
        ),
        "settled": not said["still_open"],
    }


def _moment(
    services: "Services", read: Command, words: str | None, now: datetime, choices: str
) -> datetime | None:
    if words is None:
        return None
    moment: datetime | None = services.database.read_now(read, words, now)
    if moment is None:
        raise InvalidValueError(value=words, field="moment", choices=choices)
    return moment


def _tell(values: dict[str, Any]) -> None:
    if values["callback_at"] is not None:
        say(f"To be rung back before {when(values['callback_at'])}.")


COMMANDS = (entry_command, log_command)
