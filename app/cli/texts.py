"""Commands for the texts that are used again and again."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from app.cli.context import as_json_option, plain, session_of, show
from app.models.rules.templates import LANGUAGES
from app.services.settings import WritingSettings, load
from app.services.storage.database import Database
from app.services.sync import accounts
from app.services.tickets import lifecycle, outgoing, template_acts, templates
from app.services.tickets.templates import TemplateInfo

_LANGUAGE = click.Choice(LANGUAGES)
_PURPOSE = click.Choice(templates.PURPOSES)
given_option = click.option(
    "--fill", "given", multiple=True, metavar="PLACE=VALUE", help="Fill in a place (repeat)."
)


def values_of(given: Sequence[str]) -> dict[str, str]:
    """Return what was given for places."""
    values = {}
    for one in given:
        place, sign, value = one.partition("=")
        if not sign:
            raise click.UsageError(f"“{one}” is not of the form PLACE=VALUE.")
        values[place.strip()] = value
    return values


@click.group("template")
def template_group() -> None:
    """Saved texts with places to fill in."""


@template_group.command("list")
@click.option("--language", type=_LANGUAGE, help="Only those in this language.")
@as_json_option
@click.pass_context
def template_list(ctx: click.Context, language: str | None, as_json: bool) -> None:
    """List the texts in their order."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(templates.all_of, language=language)
    show([plain(one) for one in found], as_json=as_json, lines=lambda: map(_line, found))


@template_group.command("show")
@click.argument("name")
@as_json_option
@click.pass_context
def template_show(ctx: click.Context, name: str, as_json: bool) -> None:
    """Show a text, by its number in the list or its name."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(templates.named, name)
    _show(found, as_json=as_json)


@template_group.command("add")
@click.argument("name")
@click.argument("body")
@click.option("--language", type=_LANGUAGE, default="nl", show_default=True)
@click.option("--channel", "kinds", multiple=True, help="Only for this kind of channel (repeat).")
@click.option("--purpose", type=_PURPOSE, default="answer", show_default=True)
@as_json_option
@click.pass_context
def template_add(ctx: click.Context, /, as_json: bool, **values: Any) -> None:
    """Keep a text: {naam|daar} is a place, {je:je|u:uw} and {nl:Dag|en:Hello} are choices."""
    with session_of(ctx).services() as services:
        template_id, _act = services.database.write_now(template_acts.add, **values)
        found = services.database.read_now(templates.find, template_id)
    _show(found, as_json=as_json)


@template_group.command("change")
@click.argument("name")
@click.option("--name", "new_name", help="Another name.")
@click.option("--body", help="Other words.")
@click.option("--language", type=_LANGUAGE)
@click.option("--channel", "kinds", multiple=True, help="Only for this kind (repeat; all: any).")
@click.option("--purpose", type=_PURPOSE)
@as_json_option
@click.pass_context
def template_change(
    ctx: click.Context,
    /,
    name: str,
    new_name: str | None,
    kinds: tuple[str, ...],
    as_json: bool,
    **said: Any,
) -> None:
    """Change a text."""
    values = {key: value for key, value in said.items() if value is not None}
    if new_name is not None:
        values["name"] = new_name
    if kinds:
        values["kinds"] = () if kinds == ("all",) else kinds
    with session_of(ctx).services() as services:
        template_id = services.database.read_now(templates.named, name).id
        services.database.write_now(template_acts.change, template_id, **values)
        found = services.database.read_now(templates.find, template_id)
    _show(found, as_json=as_json)


@template_group.command("remove")
@click.argument("name")
@click.pass_context
def template_remove(ctx: click.Context, name: str) -> None:
    """Throw a text away; undo brings it back."""
    with session_of(ctx).services() as services:
        template_id = services.database.read_now(templates.named, name).id
        services.database.write_now(template_acts.remove, template_id)


@template_group.command("move")
@click.argument("name")
@click.argument("place", type=click.IntRange(1))
@click.pass_context
def template_move(ctx: click.Context, name: str, place: int) -> None:
    """Put a text at a place in the order, 1 for the first."""
    with session_of(ctx).services() as services:
        template_id = services.database.read_now(templates.named, name).id
        services.database.write_now(template_acts.move, template_id, to=place - 1)


@template_group.command("fill")
@click.argument("ticket", type=int)
@click.argument("name")
@given_option
@as_json_option
@click.pass_context
def template_fill(
    ctx: click.Context, ticket: int, name: str, given: tuple[str, ...], as_json: bool
) -> None:
    """Show a text filled in for a message; nothing is sent."""
    with session_of(ctx).services() as services:
        value = _filled(services.database, ticket, name, values_of(given), services.clock.now())

    def lines() -> Iterator[str]:
        yield value["text"]
        if value["missing"]:
            yield ""
            yield f"To fill in: {', '.join(value['missing'])}."

    show(value, as_json=as_json, lines=lines)


@template_group.command("style")
@click.option("--form", type=click.Choice(["u", "je"]), help="In letters.")
@click.option("--short-form", type=click.Choice(["u", "je"]), help="Where texts are short.")
@click.option("--signature", help="Put behind letters once; '' for nothing.")
@click.option("--account", help="Sign so for this account only; '' is as the firm again.")
@click.option("--initials", help="Put behind short texts once, such as ^LV; '' for nothing.")
@as_json_option
@click.pass_context
def template_style(
    ctx: click.Context, /, account: str | None, as_json: bool, **said: str | None
) -> None:
    """Show or set how the firm speaks to customers, and how it signs."""
    given = {name: value for name, value in said.items() if value is not None}
    if account is not None and set(given) != {"signature"}:
        raise click.UsageError("Give --account with --signature, and nothing else.")
    act_id = None
    with session_of(ctx).services() as services:
        database = services.database
        if account is not None:
            account_id = database.read_now(accounts.find, account)
            text = given["signature"]
            act_id = database.write_now(outgoing.set_signature, account_id, text=text)
        elif given:
            act_id = database.write_now(outgoing.set_style, **given)
        found = plain(database.read_now(load, WritingSettings)) | {"act": act_id}
    show(found, as_json=as_json, lines=lambda: (f"{name}: {found[name]}" for name in found))


def _filled(
    database: Database, number: int, name: str, given: dict[str, str], now: Any
) -> dict[str, Any]:
    ticket_id = database.read_now(lifecycle.by_number, number)

    def read(session: Any) -> dict[str, Any]:
        ticket = lifecycle.find(session, ticket_id)
        language = templates.language_for(session, ticket)
        found = templates.named(session, name, language=language)
        filled = templates.filled(session, found, ticket, now, given=given)
        return {"template": found.id, "text": filled.text, "missing": list(filled.missing)}

    return database.read_now(read)


def _show(found: TemplateInfo, *, as_json: bool) -> None:
    def lines() -> Iterator[str]:
        yield _line(found)
        yield ""
        yield found.body

    show(plain(found), as_json=as_json, lines=lines)


def _line(one: TemplateInfo) -> str:
    kinds = f"  ({', '.join(one.kinds)})" if one.kinds else ""
    return f"{one.id:>4}  {one.language}  {one.purpose:<16}  {one.name}{kinds}"


COMMANDS = (template_group,)
