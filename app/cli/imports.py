"""Commands that read mail from files."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.context import say, session_of
from app.services.sync import accounts, imports

if TYPE_CHECKING:
    from app.bootstrap import Services


@click.command("import")
@click.argument("form", type=click.Choice(["mbox", "maildir", "eml"]))
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--account", help="Put the messages with this account, so that you can answer them.")
@click.pass_context
def import_command(ctx: click.Context, form: str, path: Path, account: str | None) -> None:
    """Read messages from an mbox file, a Maildir or .eml files; twice adds nothing."""
    with session_of(ctx).services(create=True, program="import") as services:
        services.refuse_example()
        database = services.database
        if account is None:
            account_id = database.write_now(imports.import_account)
        else:
            account_id = database.read_now(accounts.find, account)
        messages = imports.read_messages(form, path)
        read, new = imports.import_messages(
            database, messages, account_id, now=services.clock.now()
        )
        if read == 0:
            raise imports.NothingToImportError(path=path)
        asyncio.run(_digest(services))
    say(f"{read} messages read, {new} of them new.")


async def _digest(services: "Services") -> None:
    services.run_on(asyncio.get_running_loop())
    engine = services.engine()
    try:
        await engine.drain()
    finally:
        await engine.stop()


COMMANDS = (import_command,)
