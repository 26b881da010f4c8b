"""Commands for the handbook: articles and procedures as a folder of Markdown."""

from collections.abc import Iterator
from pathlib import Path

import click

from app.cli import handbook_book, handbook_cases, handbook_versions
from app.cli.context import as_json_option, plain, session_of, show
from app.models.rules.templates import LANGUAGES
from app.services.handbook import browsing, folders, images, page_acts, pages, starter
from app.services.handbook.browsing import Leaf, Wanted
from app.services.handbook.folders import Flaw
from app.services.handbook.starter import Part, State

_LANGUAGE = click.Choice(LANGUAGES)
_FOLDER = click.Path(file_okay=False, path_type=Path)
language_option = click.option("--language", type=_LANGUAGE, help="Only pages in this language.")


@click.group("handbook")
def handbook_group() -> None:
    """Articles and procedures (SOPs)."""


@handbook_group.command("list")
@click.argument("words", nargs=-1)
@language_option
@click.option("--kind", type=click.Choice(["article", "sop"]), help="Only of this kind.")
@click.option("--department", default="", help="Only of this department.")
@click.option("--tag", default="", help="Only with this label.")
@click.option("--due", is_flag=True, help="Only what is to be reviewed by now.")
@as_json_option
@click.pass_context
def handbook_list(
    ctx: click.Context,
    words: tuple[str, ...],
    language: str | None,
    kind: str | None,
    department: str,
    tag: str,
    due: bool,
    as_json: bool,
) -> None:
    """List the pages by title, or those with all WORDS in title or text."""
    with session_of(ctx).services() as services:
        today = services.clock.now().astimezone().date()
        known = services.database.read_now(browsing.leaves, today=today, language=language)
    found = browsing.chosen(known, Wanted(" ".join(words), kind or "", department, tag, due))
    value = [{**plain(one.info), "tags": one.page.tags, "due": one.due} for one in found]
    show(value, as_json=as_json, lines=lambda: map(_line, found))


@handbook_group.command("show")
@click.argument("page")
@language_option
@click.option("--version", type=click.IntRange(1), help="As it was in this version.")
@click.option("--versions", "history", is_flag=True, help="Its versions, the newest first.")
@as_json_option
@click.pass_context
def handbook_show(
    ctx: click.Context,
    page: str,
    language: str | None,
    version: int | None,
    history: bool,
    as_json: bool,
) -> None:
    """Show a page, by its key, title or number, in the text form."""
    with session_of(ctx).services() as services:
        read = services.database.read_now
        info = read(pages.named, page, language=language)
        text = read(pages.text_of, info.id, version=version)
        versions = read(pages.versions, info.id)
    value = {**plain(info), "text": text, "versions": plain(versions)}
    lines = (
        map(handbook_versions.version_line, versions)
        if history
        else iter(text.rstrip("\n").split("\n"))
    )
    show(value, as_json=as_json, lines=lambda: lines)


@handbook_group.command("import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--reason", default="", help="Why, for the versions.")
@click.option("--author", default="", help="Who wrote them; the owner when left out.")
@as_json_option
@click.pass_context
def handbook_import(
    ctx: click.Context, folder: Path, reason: str, author: str, as_json: bool
) -> None:
    """Save the pages of a folder as new versions, as one act; says what it could not read."""
    files = folders.read(folder)
    with session_of(ctx).services() as services:
        done = services.database.write_now(page_acts.bring_in, files, reason=reason, author=author)

    def lines() -> Iterator[str]:
        yield f"{len(done.saved)} saved, {len(done.unchanged)} unchanged"
        yield from (f"{one.name}: {one.why}" for one in done.unread)

    show(done, as_json=as_json, lines=lines)
    if done.unread:
        ctx.exit(1)


@handbook_group.command("export")
@click.argument("folder", type=_FOLDER)
@language_option
@as_json_option
@click.pass_context
def handbook_export(ctx: click.Context, folder: Path, language: str | None, as_json: bool) -> None:
    """Write all pages as LANGUAGE/KEY.md; other files in the folder stay."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(pages.texts, language=language)
        pictures = services.database.read_now(images.of, [text for _info, text in found])
    changed = folders.write(folder, found, pictures)
    value = {"pages": len(found), "changed": changed}
    show(value, as_json=as_json, lines=lambda: iter([f"{len(found)} pages, {len(changed)} new"]))


@handbook_group.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, path_type=Path))
@as_json_option
@click.pass_context
def handbook_check(ctx: click.Context, folder: Path | None, as_json: bool) -> None:
    """Say what is to be put right in the handbook, or in a folder of pages before an import."""
    if folder is None:
        with session_of(ctx).services() as services:
            found = services.database.read_now(pages.texts)
            known = services.database.read_now(images.names)
        files = [folders.File(f"{page.language}/{page.key}", text) for page, text in found]
        flaws = folders.flaws(files, known)
    else:
        flaws = folders.flaws(folders.read(folder))
    show(flaws, as_json=as_json, lines=lambda: map(_flaw, flaws))
    if flaws:
        ctx.exit(1)


@handbook_group.command("starter")
@click.option("--language", type=click.Choice(starter.CHOICES), default="nl", show_default=True)
@click.option("--again", is_flag=True, help="Also what you threw away since it came.")
@click.option("--dry-run", is_flag=True, help="Only say what would come.")
@as_json_option
@click.pass_context
def handbook_starter(
    ctx: click.Context, language: str, again: bool, dry_run: bool, as_json: bool
) -> None:
    """Bring in the pages and texts that come with the program, as one act; yours stay."""
    with session_of(ctx).services() as services:
        if dry_run:
            found = services.database.read_now(starter.plan, language=language, again=again)
            show(found, as_json=as_json, lines=lambda: map(_part, found))
            return
        done = services.database.write_now(starter.install, language=language, again=again)
    line = f"{done.pages} pages and {done.templates} texts came, {done.left} left as they are"
    away = f" ({done.gone} thrown away; --again brings them back)" if done.gone else ""
    show(done, as_json=as_json, lines=lambda: iter([line + away]))


@handbook_group.command("remove")
@click.argument("page")
@language_option
@click.pass_context
def handbook_remove(ctx: click.Context, page: str, language: str | None) -> None:
    """Throw a page away; undo brings it back."""
    with session_of(ctx).services() as services:
        info = services.database.read_now(pages.named, page, language=language)
        services.database.write_now(page_acts.remove, info.id)


def _line(leaf: Leaf) -> str:
    page = leaf.info
    due = "  to be reviewed" if leaf.due else ""
    return f"{page.id}  {page.language}  {page.kind}  {page.title}  ({page.key}){due}"


def _part(part: Part) -> str:
    words = {State.NEW: "comes", State.THERE: "is there", State.GONE: "was thrown away"}
    return f"{part.language}  {part.kind}  {part.name}: {words[part.state]}"


def _flaw(flaw: Flaw) -> str:
    return f"{flaw.name}: {flaw.why}"


handbook_group.add_command(handbook_cases.from_case)
handbook_group.add_command(handbook_cases.link)
for _command in (*handbook_versions.COMMANDS, *handbook_book.COMMANDS):
    handbook_group.add_command(_command)

COMMANDS = (handbook_group,)
