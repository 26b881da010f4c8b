"""The command that answers many customers with one text."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from app.cli.context import as_json_option, plain, session_of, show
from app.services.tickets import bulk_replies, incidents, lifecycle
from app.services.tickets.bulk_replies import Letter


@click.command("reply-many")
@click.argument("tickets", nargs=-1, type=int)
@click.option("--incident", type=int, help="The tickets under this incident.")
@click.option("--text", help="The answer, with places such as {naam|klant} to fill in.")
@click.option("--file", type=click.File("r", encoding="utf-8"), help="File with the answer.")
@click.option("--leave-out", multiple=True, type=int, help="Not this ticket (may be repeated).")
@click.option("--dry-run", is_flag=True, help="Show what each would read; send nothing.")
@as_json_option
@click.pass_context
def reply_many_command(
    ctx: click.Context,
    tickets: tuple[int, ...],
    incident: int | None,
    text: str | None,
    file: Any,
    leave_out: tuple[int, ...],
    dry_run: bool,
    as_json: bool,
) -> None:
    """Answer many customers with one text, filled in for each; one act, taken back as one.

    What cannot go to somebody is left and named, and no ticket gets it twice.
    """
    if (text is None) == (file is None):
        raise click.UsageError("Give the answer with either --text or --file.")
    if not tickets and incident is None:
        raise click.UsageError("Give tickets, or an --incident.")
    body = text if text is not None else file.read()
    with session_of(ctx).services() as services:
        read = services.database.read_now
        ids = [read(lifecycle.by_number, number) for number in tickets]
        if incident is not None:
            read(incidents.info, incident)
            ids += read(incidents.tickets_of, incident)
        shown = read(bulk_replies.preview, ids, body=body, now=services.clock.now())
        letters = [one for one in shown if one.number not in leave_out]
        if dry_run:
            show(plain(letters), as_json=as_json, lines=lambda: _lines(letters))
            return
        sent = services.database.write_now(bulk_replies.send, letters)
    numbers = {one.ticket_id: one.number for one in letters}
    value = {
        "act": sent.act_id,
        "sent": [numbers[one] for one in sent.tickets],
        "refused": {str(numbers[one]): code for one, code in sent.refused.items()},
    }
    told = [f"no. {numbers[one]}: left, {code}" for one, code in sent.refused.items()]
    show(value, as_json=as_json, lines=lambda: iter([f"{len(sent.tickets)} answered", *told]))


def _lines(letters: Sequence[Letter]) -> Iterator[str]:
    for one in letters:
        problems = f"  ({', '.join(one.problems)})" if one.problems else ""
        yield f"no. {one.number}  {one.recipient}{problems}"
        yield from (f"    {line}" for line in one.text.splitlines())


COMMANDS = (reply_many_command,)
