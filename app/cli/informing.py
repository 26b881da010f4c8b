"""Commands for who is told."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from app.cli.acted import DONE, acted, saved
from app.cli.context import as_json_option, plain, say, session_of, show, when
from app.services.communication import contents, informing, statements
from app.services.communication.informing import ListInfo, Telling

if TYPE_CHECKING:
    from app.bootstrap import Services


@click.group("inform")
def inform_group() -> None:
    """Who is told about what, and who was told."""


@inform_group.command("list")
@as_json_option
@click.pass_context
def inform_list(ctx: click.Context, as_json: bool) -> None:
    """List the lists with who is on them today."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(informing.all_of)
    show(found, as_json=as_json, lines=lambda: map(_list_line, found))


@inform_group.command("add")
@click.argument("name")
@click.argument("members", nargs=-1, required=True, metavar="MEMBER...")
@click.option("--subject", "subjects", multiple=True, help="What it is for (repeat).")
@as_json_option
@click.pass_context
def inform_add(ctx: click.Context, /, as_json: bool, **values: Any) -> None:
    """Keep a list; a MEMBER is a colleague, a department or a mail address."""
    with session_of(ctx).services() as services:
        list_id, act_id = services.database.write_now(informing.save, **values)
        found = services.database.read_now(informing.find, list_id)
    saved(plain(found), act_id, _list_line(found), as_json=as_json)


@inform_group.command("remove")
@click.argument("name")
@as_json_option
@click.pass_context
def inform_remove(ctx: click.Context, name: str, as_json: bool) -> None:
    """Throw a list away; who was told what stays on record."""
    with session_of(ctx).services() as services:
        list_id = services.database.read_now(informing.named, name).id
        act_id = services.database.write_now(informing.remove, list_id)
    acted(act_id, as_json=as_json)


@inform_group.command("told")
@click.argument("name", required=False)
@as_json_option
@click.pass_context
def inform_told(ctx: click.Context, name: str | None, as_json: bool) -> None:
    """Show what was told when, how and to whom; of one list or of all."""
    with session_of(ctx).services() as services:
        read = services.database.read_now
        list_id = None if name is None else read(informing.named, name).id
        found = read(informing.tellings, list_id=list_id)
    show(found, as_json=as_json, lines=lambda: map(told_line, found))


@inform_group.command("tell")
@click.argument("name")
@click.option("--content", help="About this entry of what was posted.")
@click.option("--statement", help="About this statement.")
@click.option("--subject", help="What it is about.")
@click.option("--text", help="What they are told; left out: what the entry or statement says.")
@click.option("--how", type=click.Choice(informing.WAYS), default="mail", show_default=True)
@as_json_option
@click.pass_context
def inform_tell(
    ctx: click.Context, /, name: str, how: str, as_json: bool, **about: str | None
) -> None:
    """Write down that a list is told now; prints the addresses and the text to send them."""
    with session_of(ctx).services() as services:
        list_id = services.database.read_now(informing.named, name).id
        values = _told_about(services, about)
        told, act_id = services.database.write_now(informing.tell, list_id, how=how, **values)
    if as_json:
        show(plain(told) | {"act": act_id}, as_json=True, lines=lambda: iter(()))
        return
    show(told, as_json=False, lines=lambda: _telling_lines(told))
    say(DONE.format(act=act_id))


def _told_about(services: "Services", about: dict[str, str | None]) -> dict[str, Any]:
    if about["content"] and about["statement"]:
        raise click.UsageError("Give --content or --statement, not both.")
    read, values = services.database.read_now, dict[str, Any]()
    if about["content"]:
        content = read(contents.named, about["content"])
        values = {"content_id": content.id, "subject": content.title}
        values["text"] = informing.text_of_content(content)
    elif about["statement"]:
        statement = read(statements.named, about["statement"], services.clock.now())
        values = {"statement_id": statement.id, "subject": statement.subject}
        values["text"] = informing.text_of_statement(statement)
    given = {name: about[name] for name in ("subject", "text") if about[name] is not None}
    return {"subject": "", "text": "", **values, **given}


def _list_line(one: ListInfo) -> str:
    subjects = f" ({', '.join(one.subjects)})" if one.subjects else ""
    return f"{one.id:>4}  {one.name}{subjects}: {', '.join(one.members)}"


def told_line(one: Telling) -> str:
    """Return who was told what, on one line."""
    return f"{when(one.told_at)}  {one.how}  {one.subject}: {_names(one)}"


def _telling_lines(told: Telling) -> Iterator[str]:
    yield ", ".join(one.address or one.name for one in told.people)
    yield from (told.subject, "", told.text)


def _names(told: Telling) -> str:
    return ", ".join(one.name for one in told.people)


COMMANDS = (inform_group,)
