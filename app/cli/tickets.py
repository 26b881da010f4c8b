"""Commands about tickets: list, show, reply, set, search."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.context import as_json_option, plain, say, session_of, show, when
from app.cli.files import attachment
from app.models.rules.messages import Delivery
from app.services.storage.database import Database
from app.services.tickets import (
    cases,
    decisions,
    finding,
    inbox,
    lifecycle,
    promises,
    replies,
    transcripts,
)
from app.services.tickets.documenting import Ending
from app.services.tickets.finding import Hit
from app.services.tickets.inbox import MessageInfo, TicketInfo, TicketView

if TYPE_CHECKING:
    from app.bootstrap import Services


def ticket_json(ticket: TicketInfo) -> dict[str, Any]:
    """Return a ticket in the documented form (docs/cli.md)."""
    values: dict[str, Any] = plain(ticket)
    values["contact"] = {
        "name": values.pop("contact_name"),
        "identities": values.pop("identities"),
    }
    return values


def message_json(message: MessageInfo) -> dict[str, Any]:
    """Return a message in the documented form (docs/cli.md)."""
    values: dict[str, Any] = plain(message)
    return values


@click.command("tickets")
@click.argument("query", nargs=-1)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1))
@click.option("--offset", default=0, type=click.IntRange(0))
@as_json_option
@click.pass_context
def tickets_command(
    ctx: click.Context, query: tuple[str, ...], limit: int, offset: int, as_json: bool
) -> None:
    """List tickets, what dies first on top. QUERY: words, state:open, from:anna, is:late ..."""
    with session_of(ctx).services() as services:
        rows = services.database.read_now(
            inbox.page, " ".join(query), now=services.clock.now(), limit=limit, offset=offset
        )
        found = services.database.read_now(inbox.infos, [row.id for row in rows])

    said = {row.id: row.snippet for row in rows}

    def lines() -> Iterator[str]:
        for ticket in found:
            who = ticket.contact_name or (ticket.identities[0].handle if ticket.identities else "")
            yield (
                f"{ticket.number:>6}  {ticket.state:<16}  due {when(ticket.next_due):<16}  "
                f"{who[:24]:<24}  {ticket.subject or said[ticket.id][:60]}"
            )

    show([ticket_json(ticket) for ticket in found], as_json=as_json, lines=lines)


@click.command("show")
@click.argument("ticket", type=int)
@click.option("--transcript", "told", is_flag=True, help="Tell all that happened, as one text.")
@as_json_option
@click.pass_context
def show_command(ctx: click.Context, ticket: int, told: bool, as_json: bool) -> None:
    """Show a ticket with its messages and journal."""
    with session_of(ctx).services() as services:
        now = services.clock.now()
        view = _view(services.database, ticket)
        minutes = view.standing.minutes(now)
        text = ""
        if told:
            text = services.database.read_now(transcripts.transcript, view.ticket.id, now) or ""
    stands = {"plan": plain(view.standing.plan), "minutes": minutes}
    result: dict[str, Any] = {
        "ticket": {**ticket_json(view.ticket), **stands},
        "messages": [message_json(message) for message in view.messages],
        "journal": plain(view.journal),
    }
    if told:
        result["transcript"] = text
        show(result, as_json=as_json, lines=lambda: iter(text.splitlines()))
        return
    show(result, as_json=as_json, lines=lambda: _ticket_lines(view, minutes))


@click.command("reply")
@click.argument("ticket", type=int)
@click.option("--text", help="The answer.")
@click.option(
    "--file", "file", type=click.File("r", encoding="utf-8"), help="File with the answer."
)
@click.option("--internal", is_flag=True, help="Write a note that no customer sees.")
@click.option(
    "--attach",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Add a file (may be repeated).",
)
@click.option("--now", is_flag=True, help="Send at once, without the time to undo.")
@click.option("--close", "outcome", metavar="OUTCOME", help="Done with this answer, and how.")
@click.option("--no-promise", is_flag=True, help="The text promises nothing.")
@click.pass_context
def reply_command(
    ctx: click.Context,
    ticket: int,
    text: str | None,
    file: Any,
    internal: bool,
    attach: tuple[Path, ...],
    now: bool,
    outcome: str | None,
    no_promise: bool,
) -> None:
    """Answer the customer in his channel, or write a note.

    What the text promises ("u hoort morgen van ons") gets a clock, and the ticket stays open.
    """
    if (text is None) == (file is None):
        raise click.UsageError("Give the answer with either --text or --file.")
    body = text if text is not None else file.read()
    files = [attachment(path) for path in attach]
    session = session_of(ctx)
    with session.services() as services:
        database = services.database
        ticket_id = database.read_now(lifecycle.by_number, ticket)
        if internal:
            database.write_now(replies.add_note, ticket_id, text=body, attachments=files)
            return
        _warn_of_readers(services, ticket_id)
        promise = None
        if not no_promise:
            promise = database.read_now(promises.found, body, services.clock.now())
        queued = database.write_now(
            replies.answer,
            ticket_id,
            text=body,
            attachments=files,
            now=now,
            promise=promise,
            ending=Ending(outcome) if outcome else None,
        )
    if promise is not None:
        say(f"Promised until {when(promise.due_at)}: the ticket stays open.")
    if now:
        sending: Any = import_module("app.cli.sync")
        sending.report_sending(session, queued)
    else:
        say("The answer leaves at the next sync, after the time to undo.")


def _warn_of_readers(services: "Services", ticket_id: int) -> None:
    (info,) = services.database.read_now(inbox.infos, [ticket_id])
    traits = services.traits(info.carrier)
    if services.database.read_now(cases.of, ticket_id, traits=traits).warns:
        say("A complaint, and everybody can read this answer: see `balie case`.")


@click.command("set")
@click.argument("ticket", type=int)
@click.argument("field", type=click.Choice(["state", "category", "priority", "department"]))
@click.argument("value")
@click.option("--reason", default="", help="Why, for the journal.")
@click.option("--outcome", help="How it ended, for the state closed.")
@click.option("--override", default="", help="Why it is closed although something is missing.")
@click.pass_context
def set_command(
    ctx: click.Context,
    ticket: int,
    field: str,
    value: str,
    reason: str,
    outcome: str | None,
    override: str,
) -> None:
    """Change the state, category, priority or department of a ticket ("none" clears the last)."""
    with session_of(ctx).services() as services:
        database = services.database
        ticket_id = database.read_now(lifecycle.by_number, ticket)
        optional = None if value == "none" else value
        if field == "state":
            ending = Ending(outcome, override)
            database.write_now(
                decisions.change_state, [ticket_id], state=value, reason=reason, ending=ending
            )
        elif field == "priority":
            database.write_now(decisions.set_priority, [ticket_id], priority=value)
        else:
            database.write_now(decisions.set_listed, [ticket_id], field=field, value=optional)


@click.command("search")
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1))
@as_json_option
@click.pass_context
def search_command(ctx: click.Context, query: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find messages by words or beginnings of words, newest first."""
    with session_of(ctx).services() as services:
        hits = services.database.read_now(
            finding.messages, " ".join(query), now=services.clock.now(), limit=limit
        )
    show([_hit_json(hit) for hit in hits], as_json=as_json, lines=lambda: _hit_lines(hits))


COMMANDS = (tickets_command, show_command, reply_command, set_command, search_command)


def _view(database: Database, number: int) -> TicketView:
    ticket_id = database.read_now(lifecycle.by_number, number)
    view = database.read_now(inbox.ticket_view, ticket_id)
    assert view is not None  # noqa: S101  by_number has just found it
    return view


def _ticket_lines(view: TicketView, minutes: Mapping[str, int]) -> Iterator[str]:
    ticket = view.ticket
    handles = ", ".join(identity.handle for identity in ticket.identities)
    yield f"#{ticket.number}  {ticket.subject}"
    yield f"{ticket.contact_name or '-'} <{handles}>  via {ticket.account}"
    yield (
        f"{ticket.state} (at turn: {ticket.at_turn}), priority {ticket.priority}, category "
        f"{ticket.category or '-'}, department {ticket.department or '-'}"
    )
    yield (
        f"first reaction due {when(ticket.first_reaction_due)}, given "
        f"{when(ticket.first_reacted_at)}; answer due {when(ticket.answer_due)}"
    )
    yield (
        f"plan {view.standing.plan.name}; minutes: "
        + ", ".join(f"{turn} {number}" for turn, number in minutes.items())
    )
    for message in view.messages:
        yield ""
        yield f"--- {_heading(message)}"
        yield message.text
        if message.quoted:
            yield f"[{len(message.quoted.splitlines())} quoted lines: see --json]"
        for file in message.attachments:
            yield f"[file] {file.name} ({file.size} bytes)"


def _heading(message: MessageInfo) -> str:
    parts = [when(message.created_at), message.direction, message.author]
    if message.delivery is not None:
        parts.append(message.delivery)
    if message.delivery == Delivery.FAILED and message.sending:
        parts.append(message.sending.error_code or "")
    if message.new_sender:
        parts.append("new sender")
    if message.automatic:
        parts.append(message.automatic)
    if message.stars:
        parts.append(f"{message.stars}/5")
    parts += ["changed there"] * (message.edited_at is not None)
    parts += ["gone there"] * (message.gone_at is not None)
    parts.append(message.permalink or "")
    return "  ".join(part for part in parts if part)


def _hit_json(hit: Hit) -> dict[str, Any]:
    values: dict[str, Any] = plain(hit)
    values["ticket"] = values.pop("number")
    return values


def _hit_lines(hits: Sequence[Hit]) -> Iterator[str]:
    for hit in hits:
        yield f"{hit.number:>6}  {when(hit.created_at)}  {hit.author[:24]:<24}  {hit.subject}"
        yield f"        {hit.snippet}"
