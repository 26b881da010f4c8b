"""Commands about colleagues: the directory, asking one, and what was asked."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

from app.cli.context import as_json_option, plain, say, session_of, show, when
from app.models.rules.durations import parse_amount
from app.models.rules.questions import QuestionState
from app.services.settings import AskingSettings, load
from app.services.storage.database import Database
from app.services.tickets import asking_acts, consults, directory, lifecycle, questions
from app.services.tickets.directory import ColleagueInfo, Hit
from app.services.tickets.questions import QuestionInfo

NOBODY = "none"


@click.group("colleague")
def colleague_group() -> None:
    """The directory: who in the firm knows about what."""


@colleague_group.command("list")
@click.option("--all", "everyone", is_flag=True, help="Also who left.")
@as_json_option
@click.pass_context
def colleague_list(ctx: click.Context, everyone: bool, as_json: bool) -> None:
    """List the colleagues."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(directory.colleagues, everyone=everyone)
    show([plain(one) for one in found], as_json=as_json, lines=lambda: map(_line, found))


def _line(one: ColleagueInfo) -> str:
    ways = ", ".join(way for way in (one.phone, one.mail, one.whatsapp) if way)
    deputy = f"  deputy {one.deputy}" if one.deputy else ""
    left = "" if one.active else "  (left)"
    return (
        f"{one.id:>4}  {one.name:<24}  {one.role:<20}  {one.department or '-':<12}  "
        f"{', '.join(one.subjects)}  {ways}{deputy}{left}"
    )


Command = Callable[..., Any]


def _fields(command: Command) -> Command:
    for option in reversed(
        [
            click.option("--role"),
            click.option("--department", help="Key of a department, or 'none'."),
            click.option("--subject", "subjects", multiple=True, help="May be repeated."),
            click.option("--hours", help="When he is there, in words."),
            click.option("--phone"),
            click.option("--mail"),
            click.option("--whatsapp"),
            click.option("--deputy", help="Number, address or name of a colleague, or 'none'."),
            click.option("--fixed", help="The department whose first address he is."),
        ]
    ):
        command = option(command)
    return command


def _values(database: Database, given: dict[str, Any]) -> dict[str, Any]:
    values = {name: value for name, value in given.items() if value not in (None, ())}
    values.pop("fixed", None)
    if values.get("department") == NOBODY:
        values["department"] = None
    deputy = values.pop("deputy", None)
    if deputy is not None:
        known = None if deputy == NOBODY else database.read_now(directory.named, deputy)
        values["deputy_id"] = known
    return values


def _fix(database: Database, given: dict[str, Any], colleague_id: int) -> None:
    if given["fixed"] is not None:
        database.write_now(directory.fix, given["fixed"], colleague_id=colleague_id)


def _shown(database: Database, colleague_id: int, *, as_json: bool) -> None:
    found = database.read_now(directory.colleagues, everyone=True)
    (one,) = [each for each in found if each.id == colleague_id]
    show(plain(one), as_json=as_json, lines=lambda: iter([_line(one)]))


@colleague_group.command("add")
@click.argument("name")
@_fields
@as_json_option
@click.pass_context
def colleague_add(ctx: click.Context, /, name: str, as_json: bool, **given: Any) -> None:
    """Add a colleague; he needs no account."""
    with session_of(ctx).services() as services:
        database = services.database
        made, _act = database.write_now(directory.add, name=name, **_values(database, given))
        _fix(database, given, made)
        _shown(database, made, as_json=as_json)


@colleague_group.command("set")
@click.argument("colleague")
@click.option("--name")
@_fields
@as_json_option
@click.pass_context
def colleague_set(ctx: click.Context, /, colleague: str, as_json: bool, **given: Any) -> None:
    """Change what is known of a colleague."""
    with session_of(ctx).services() as services:
        database = services.database
        colleague_id = database.read_now(directory.named, colleague)
        database.write_now(directory.change, colleague_id, **_values(database, given))
        _fix(database, given, colleague_id)
        _shown(database, colleague_id, as_json=as_json)


@colleague_group.command("remove")
@click.argument("colleague")
@as_json_option
@click.pass_context
def colleague_remove(ctx: click.Context, colleague: str, as_json: bool) -> None:
    """Take a colleague out of the directory; what he said stays."""
    with session_of(ctx).services() as services:
        database = services.database
        colleague_id = database.read_now(directory.named, colleague)
        database.write_now(directory.remove, colleague_id)
        _shown(database, colleague_id, as_json=as_json)


@colleague_group.command("who")
@click.argument("words", nargs=-1, required=True)
@as_json_option
@click.pass_context
def colleague_who(ctx: click.Context, words: tuple[str, ...], as_json: bool) -> None:
    """Find who knows about something."""
    with session_of(ctx).services() as services:
        hits = services.database.read_now(directory.who, " ".join(words))
    show([plain(hit) for hit in hits], as_json=as_json, lines=lambda: _hit_lines(hits))


def _hit_lines(hits: Sequence[Hit]) -> Iterator[str]:
    for hit in hits:
        yield f"{hit.score:>3}  {_line(hit.colleague)}  because of {', '.join(hit.because)}"


@click.command("ask")
@click.argument("ticket", type=int)
@click.argument("colleague")
@click.option("--text", required=True, help="What to ask, or with --phone what was asked.")
@click.option("--approve", metavar="ANSWER", help="Ask whether this answer may go out.")
@click.option("--phone", metavar="ANSWER", help="Note what he said on the phone; sends nothing.")
@click.option("--now", is_flag=True, help="Send at the next sync, without the time to undo.")
@as_json_option
@click.pass_context
def ask_command(
    ctx: click.Context, /, ticket: int, colleague: str, as_json: bool, **given: Any
) -> None:
    """Ask a colleague (number, address or name) by mail; his answer comes into the ticket."""
    if given["approve"] is not None and given["phone"] is not None:
        raise click.UsageError("Give either --approve or --phone.")
    with session_of(ctx).services() as services:
        database = services.database
        ticket_id = database.read_now(lifecycle.by_number, ticket)
        colleague_id = database.read_now(directory.named, colleague)
        if given["phone"] is not None:
            database.write_now(
                consults.log_phone,
                ticket_id,
                colleague_id=colleague_id,
                asked=given["text"],
                answer=given["phone"],
            )
        else:
            database.write_now(
                questions.ask,
                ticket_id,
                colleague_id=colleague_id,
                text=given["text"],
                draft=given["approve"],
                now=given["now"],
            )
        made = database.read_now(questions.infos, ticket_id=ticket_id)[-1]
    show(plain(made), as_json=as_json, lines=lambda: _question_lines([made]))


@click.group("question")
def question_group() -> None:
    """What was asked of colleagues."""


@question_group.command("list")
@click.option("--ticket", type=int, help="Only of this ticket.")
@click.option("--all", "everything", is_flag=True, help="Also what was answered or withdrawn.")
@as_json_option
@click.pass_context
def question_list(ctx: click.Context, ticket: int | None, everything: bool, as_json: bool) -> None:
    """List the questions that wait for an answer."""
    with session_of(ctx).services() as services:
        database = services.database
        ticket_id = None if ticket is None else database.read_now(lifecycle.by_number, ticket)
        found = database.read_now(questions.infos, ticket_id=ticket_id, only_open=not everything)
    show([plain(one) for one in found], as_json=as_json, lines=lambda: _question_lines(found))


def _question_lines(found: Sequence[QuestionInfo]) -> Iterator[str]:
    for one in found:
        since = one.answered_at if one.state == QuestionState.ANSWERED else one.due_at
        verdict = {None: "", True: "  approved", False: "  not approved"}[one.approved]
        yield (
            f"{one.id:>4}  ticket {one.ticket:<6}  {one.kind:<8}  {one.state:<9}  "
            f"{one.colleague:<20}  {when(since)}{verdict}"
        )


@question_group.command("withdraw")
@click.argument("question", type=int)
@as_json_option
@click.pass_context
def question_withdraw(ctx: click.Context, question: int, as_json: bool) -> None:
    """Wait no longer for an answer."""
    with session_of(ctx).services() as services:
        act_id = services.database.write_now(questions.withdraw, question)
    show({"act": act_id}, as_json=as_json, lines=lambda: iter(()))
    say("It is no longer waited for.")


@question_group.command("decide")
@click.argument("question", type=int)
@click.argument("verdict", type=click.Choice(["yes", "no"]))
@as_json_option
@click.pass_context
def question_decide(ctx: click.Context, question: int, verdict: str, as_json: bool) -> None:
    """Say what a colleague's word on a draft comes down to."""
    with session_of(ctx).services() as services:
        act_id = services.database.write_now(consults.decide, question, approved=verdict == "yes")
    show({"act": act_id}, as_json=as_json, lines=lambda: iter(()))


@question_group.command("waits")
@click.option("--remind", help="Opening time until the colleague is reminded: 30m, 4h.")
@click.option("--deputy", help="Opening time until the deputy is asked: 8h.")
@as_json_option
@click.pass_context
def question_waits(
    ctx: click.Context, remind: str | None, deputy: str | None, as_json: bool
) -> None:
    """Show or set how long a colleague is waited for."""
    given = {"remind": remind, "deputy": deputy}
    times = {name: parse_amount(typed) for name, typed in given.items() if typed is not None}
    with session_of(ctx).services() as services:
        act_id = services.database.write_now(asking_acts.set_waits, **times) if times else None
        found = services.database.read_now(load, AskingSettings)
    value = {**plain(found), "act": act_id}

    def lines() -> Iterator[str]:
        yield f"reminder after {found.remind_minutes} min of opening time"
        yield f"deputy after {found.deputy_minutes} min of opening time"

    show(value, as_json=as_json, lines=lines)


COMMANDS = (colleague_group, ask_command, question_group)
