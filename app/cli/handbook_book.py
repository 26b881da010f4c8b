"""Commands that write the whole handbook for people to read."""

from pathlib import Path

import click

from app.cli.context import as_json_option, session_of, show
from app.models.rules.templates import LANGUAGES
from app.services.clock import SystemClock
from app.services.handbook import book, book_html

_FOLDER = click.Path(file_okay=False, path_type=Path)
_language = click.option(
    "--language", type=click.Choice(LANGUAGES), help="In this language; else that of the program."
)


@click.command("site")
@click.argument("folder", type=_FOLDER)
@_language
@as_json_option
@click.pass_context
def site_command(ctx: click.Context, folder: Path, language: str | None, as_json: bool) -> None:
    """Write the whole handbook as web pages to read without a server; begins at index.html."""
    now = SystemClock().now()
    with session_of(ctx).services() as services:
        found = services.database.read_now(book.collect, now, language=language)
    changed = book_html.write(found, folder)
    index = str(folder / book_html.INDEX)
    value = {"index": index, "changed": changed}
    show(value, as_json=as_json, lines=lambda: iter([index]))


@click.command("pdf")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@_language
@as_json_option
@click.pass_context
def pdf_command(ctx: click.Context, file: Path, language: str | None, as_json: bool) -> None:
    """Write the whole handbook as a PDF on A4, to print or to send."""
    session, now = session_of(ctx), SystemClock().now()
    if session.printer is None:
        raise click.UsageError("nothing here can print")
    with session.services() as services:
        found = services.database.read_now(book.collect, now, language=language)
    count = session.printer(found, file)
    value = {"file": str(file), "pages": count}
    show(value, as_json=as_json, lines=lambda: iter([f"{file}: {count} pages"]))


COMMANDS = (site_command, pdf_command)
