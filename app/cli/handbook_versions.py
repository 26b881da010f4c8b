"""Commands for the versions of a page of the handbook."""

from collections.abc import Iterator

import click

from app.cli.context import as_json_option, say, session_of, show, when
from app.models.rules.handbook.differences import Line, Mark
from app.models.rules.templates import LANGUAGES
from app.services.handbook import history, pages
from app.services.handbook.history import Comparison
from app.services.handbook.pages import VersionInfo

SIGNS = {Mark.SAME: "  ", Mark.ADDED: "+ ", Mark.REMOVED: "- "}
_BRACKETS = {Mark.SAME: ("", ""), Mark.ADDED: ("{+", "+}"), Mark.REMOVED: ("[-", "-]")}
_language = click.option("--language", type=click.Choice(LANGUAGES), help="Only in this language.")


@click.command("versions")
@click.argument("page")
@_language
@as_json_option
@click.pass_context
def versions_command(ctx: click.Context, page: str, language: str | None, as_json: bool) -> None:
    """List the versions of a page, the newest first."""
    with session_of(ctx).services() as services:
        read = services.database.read_now
        found = read(pages.versions, read(pages.named, page, language=language).id)
    show(found, as_json=as_json, lines=lambda: map(version_line, found))


@click.command("diff")
@click.argument("page")
@click.argument("old", required=False, type=click.IntRange(0))
@click.argument("new", required=False, type=click.IntRange(1))
@_language
@as_json_option
@click.pass_context
def diff_command(
    ctx: click.Context,
    page: str,
    old: int | None,
    new: int | None,
    language: str | None,
    as_json: bool,
) -> None:
    """Show what changed from version OLD to NEW; left out: the last change.

    With OLD alone up to now; 0 is the page before its first version.
    """
    with session_of(ctx).services() as services:
        read = services.database.read_now
        info = read(pages.named, page, language=language)
        found = read(history.compare, info.id, old, new)
    show(found, as_json=as_json, lines=lambda: _lines(found))


@click.command("put-back")
@click.argument("page")
@click.argument("version", type=click.IntRange(1))
@click.option("--reason", default="", help="Why, for the versions.")
@_language
@click.pass_context
def put_back_command(
    ctx: click.Context, page: str, version: int, reason: str, language: str | None
) -> None:
    """Make what a page said in an old VERSION its newest one; undo takes that back."""
    with session_of(ctx).services() as services:
        info = services.database.read_now(pages.named, page, language=language)
        act = services.database.write_now(history.put_back, info.id, version, reason=reason)
    if act is None:
        say(f"{info.title} says so already.")


def version_line(one: VersionInfo) -> str:
    """Return a version as a line."""
    parts = (str(one.number), when(one.saved_at), one.author, one.reason)
    return "  ".join(part for part in parts if part)


def _lines(found: Comparison) -> Iterator[str]:
    yield f"{found.page.title}: {found.old} -> {found.new}, +{found.added} -{found.removed} lines"
    yield from map(_line, found.lines)


def _line(line: Line) -> str:
    if line.mark is Mark.GAP:
        return f"@ {line.left_out} lines the same"
    if len(line.pieces) == 1:
        return SIGNS[line.mark] + line.text
    marked = (_BRACKETS[one.mark][0] + one.text + _BRACKETS[one.mark][1] for one in line.pieces)
    return SIGNS[line.mark] + "".join(marked)


COMMANDS = (versions_command, diff_command, put_back_command)
