"""Notes of what was said by phone or in the shop."""

from typing import Any

import click

from app.cli.context import as_json_option, say, session_of, show, when
from app.models.rules.errors import InvalidValueError
from app.services.tickets import entries, opening


@click.command("entry")
@click.argument("kind", type=click.Choice(entries.KINDS))
@click.option("--name", default="", help="Who it was.")
@click.option("--handle", default="", help="His telephone number or e-mail address.")
@click.option("--text", help="What was said and agreed.")
@click.option("--file", "file", type=click.File("r", encoding="utf-8"), help="File with it.")
@click.option("--about", default="", help="The subject; the first line of the text by default.")
@click.option("--out", is_flag=True, help="You called or visited the customer.")
@click.option("--minutes", default=0, type=click.IntRange(0, 24 * 60), help="How long it took.")
@click.option("--callback", help="When to ring back, such as 'morgen 10u' or 'in 2 hours'.")
@click.option("--open", "still_open", is_flag=True, help="Something is still to be done.")
@as_json_option
@click.pass_context
def entry_command(
    ctx: click.Context,
    /,
    kind: str,
    text: str | None,
    file: Any,
    as_json: bool,
    **said: Any,
) -> None:
    """Note a talk by phone or in the shop as a message of its own; writes its number."""
    if (text is None) == (file is None):
        raise click.UsageError("Give what was said with either --text or --file.")
    body = text if text is not None else file.read()
    with session_of(ctx).services() as services:
        database = services.database
        moment, words = None, said["callback"]
        if words is not None:
            moment = database.read_now(opening.moment_named, words, services.clock.now())
            if moment is None:
                raise InvalidValueError(
                    value=words, field="moment", choices="morgen 10u, in 2 hours"
                )
        made = database.write_now(
            entries.add,
            kind=kind,
            direction=entries.OUT if said["out"] else entries.IN,
            name=said["name"],
            handle=said["handle"],
            text=body,
            minutes=said["minutes"],
            callback_at=moment,
            subject=said["about"],
            settled=not said["still_open"],
        )
    result = {"ticket": made.number, "ticket_id": made.ticket_id, "act": made.act_id}
    show(result, as_json=as_json, lines=lambda: iter((str(made.number),)))
    if moment is not None:
        say(f"To be rung back before {when(moment)}.")


COMMANDS = (entry_command,)
