"""The contact form for the owner's website."""

from dataclasses import replace
from pathlib import Path

import click

from app.cli.context import as_json_option, say, session_of, show
from app.services.channels.email import form_files
from app.services.sync import webforms


@click.group("webform")
def webform_group() -> None:
    """Make the contact form for your website; its mails come in as messages of customers."""


@webform_group.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--firm", help="What the firm is called (default: the name of the account).")
@click.option("--to", help="Where its mails go (default: the first e-mail account).")
@click.option("--sender", help="From which the website sends (default: formulier@ its domain).")
@click.option("--privacy", help="Address of your page about privacy.")
@as_json_option
@click.pass_context
def export_command(ctx: click.Context, /, folder: Path, as_json: bool, **given: str | None) -> None:
    """Write the form in Dutch and English and the program behind it into FOLDER."""
    with session_of(ctx).services() as services:
        known = services.database.read_now(webforms.proposed)
    told = {name: value for name, value in given.items() if value is not None}
    made = form_files.export(folder, replace(known, **told))
    show(
        {"files": [str(path) for path in made]},
        as_json=as_json,
        lines=lambda: map(str, made),
    )
    say("Put these files on your web hosting, in one folder; docs/channels/webform.md says how.")


COMMANDS = (webform_group,)
