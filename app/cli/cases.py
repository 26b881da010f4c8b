"""Commands that take a public message to private."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from app.cli.context import as_json_option, plain, say, session_of, show, when
from app.models.rules.cases import Line, next_line
from app.services.channels.api import Traits
from app.services.tickets import cases, inbox, lifecycle
from app.services.tickets.cases import Case

if TYPE_CHECKING:
    from app.bootstrap import Services

LINE = click.Choice([line.value for line in Line])


@click.group("case")
def case_group() -> None:
    """From public to private: public line, private message, closing public line."""


@case_group.command("show")
@click.argument("ticket", type=int)
@as_json_option
@click.pass_context
def show_command(ctx: click.Context, ticket: int, as_json: bool) -> None:
    """Show which lines were written, each with its message."""
    with session_of(ctx).services() as services:
        ticket_id, traits = _found(services, ticket)
        case = services.database.read_now(cases.of, ticket_id, traits=traits)
    left = next_line(case.done)
    value = {**plain(case), "done": sorted(case.done), "next": left}
    show(value, as_json=as_json, lines=lambda: _lines(case))


@case_group.command("write")
@click.argument("ticket", type=int)
@click.argument("line", type=LINE)
@click.option("--text", help="What to say.")
@click.option("--file", type=click.File("r", encoding="utf-8"), help="File with what to say.")
@click.option("--to", "address", help="E-mail address for the private message.")
@click.option("--elsewhere", is_flag=True, help="It was said outside Balie: keep it as a note.")
@as_json_option
@click.pass_context
def write_command(
    ctx: click.Context,
    ticket: int,
    line: str,
    text: str | None,
    file: Any,
    address: str | None,
    elsewhere: bool,
    as_json: bool,
) -> None:
    """Send one line, or note that it was said elsewhere."""
    if (text is None) == (file is None):
        raise click.UsageError("Give the words with either --text or --file.")
    body = text if text is not None else file.read()
    with session_of(ctx).services() as services:
        ticket_id, traits = _found(services, ticket)
        given: dict[str, Any] = {"line": Line(line), "text": body, "traits": traits}
        write = services.database.write_now
        if elsewhere:
            act_id = write(cases.note, ticket_id, **given)
        else:
            act_id = write(cases.write, ticket_id, address=address, **given).act_id
    said = "Noted." if elsewhere else "It leaves at the next sync, after the time to undo."
    if as_json:
        show({"act": act_id}, as_json=True, lines=lambda: iter(()))
    else:
        say(said)


def _found(services: "Services", number: int) -> tuple[int, Traits]:
    ticket_id = services.database.read_now(lifecycle.by_number, number)
    (info,) = services.database.read_now(inbox.infos, [ticket_id])
    return ticket_id, services.traits(info.carrier)


def _lines(case: Case) -> Iterator[str]:
    if case.warns:
        yield "A complaint in public: answer it in private."
    written = {one.line: one for one in case.written}
    for line in Line:
        one = written.get(line)
        mark = "x" if line in case.done else " "
        told = "" if one is None else f"  {when(one.at)}  {one.delivery or 'noted'}  {one.text}"
        yield f"[{mark}] {line.value}{told}"


COMMANDS = (case_group,)
