"""Commands about platforms that tell by mail what was written on their pages."""

from collections.abc import Iterator, Sequence

import click

from app.cli.context import as_json_option, plain, session_of, show
from app.models.rules.notifications import Own
from app.services.tickets import platforms
from app.services.tickets.platforms import PlatformInfo


@click.group("platform")
def platform_group() -> None:
    """Whose mails become messages of the platform they come from, such as LinkedIn."""


@platform_group.command("list")
@as_json_option
@click.pass_context
def platform_list(ctx: click.Context, as_json: bool) -> None:
    """List the platforms, on and off."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(platforms.infos)
    show([plain(one) for one in found], as_json=as_json, lines=lambda: _lines(found))


def _switch(ctx: click.Context, name: str, *, on: bool, as_json: bool) -> None:
    with session_of(ctx).services() as services:
        act = services.database.write_now(platforms.switch, name, on=on)
    show({"act": act}, as_json=as_json, lines=lambda: iter(()))


@platform_group.command("on")
@click.argument("name")
@as_json_option
@click.pass_context
def platform_on(ctx: click.Context, name: str, as_json: bool) -> None:
    """Recognise a platform's mails from now on."""
    _switch(ctx, name, on=True, as_json=as_json)


@platform_group.command("off")
@click.argument("name")
@as_json_option
@click.pass_context
def platform_off(ctx: click.Context, name: str, as_json: bool) -> None:
    """Leave a platform's mails ordinary ones from now on."""
    _switch(ctx, name, on=False, as_json=as_json)


@platform_group.command("add")
@click.argument("name")
@click.option("--domain", required=True, help="From which its mails come, such as werkspot.nl.")
@click.option("--subject", default="", help="What the subject has in it.")
@click.option("--by-mail", is_flag=True, help="An answer by mail reaches the customer.")
@as_json_option
@click.pass_context
def platform_add(
    ctx: click.Context, name: str, domain: str, subject: str, by_mail: bool, as_json: bool
) -> None:
    """Have the mails of another platform recognised; writes its name."""
    with session_of(ctx).services() as services:
        kind, act = services.database.write_now(
            platforms.add, Own(name, domain, subject, by_mail=by_mail)
        )
    show({"kind": kind, "act": act}, as_json=as_json, lines=lambda: iter((kind,)))


@platform_group.command("remove")
@click.argument("name")
@as_json_option
@click.pass_context
def platform_remove(ctx: click.Context, name: str, as_json: bool) -> None:
    """Take a platform out that you added; its messages stay."""
    with session_of(ctx).services() as services:
        act = services.database.write_now(platforms.remove, name)
    show({"act": act}, as_json=as_json, lines=lambda: iter(()))


def _lines(found: Sequence[PlatformInfo]) -> Iterator[str]:
    for one in found:
        way = "answered by mail" if one.by_mail else "answered on its pages"
        state = "on" if one.on else "off"
        yield f"{one.kind:14} {state:4} {way:22} {', '.join(one.domains)}  {one.words}".rstrip()


COMMANDS = (platform_group,)
