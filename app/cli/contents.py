"""Commands for what was posted."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.acted import acted, saved
from app.cli.context import as_json_option, plain, session_of, show, when
from app.cli.informing import told_line
from app.models.rules.communication import Asked
from app.models.rules.handbook.walk import Move
from app.services.communication import checklist, contents, informing
from app.services.communication.checklist import Checked
from app.services.communication.contents import ContentInfo
from app.services.communication.days import BadMomentError
from app.services.communication.informing import Telling
from app.services.sync import accounts
from app.services.tickets import opening

if TYPE_CHECKING:
    from app.bootstrap import Services

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("content")
def content_group() -> None:
    """What was posted, and what to say to who asks about it."""


@content_group.command("list")
@as_json_option
@click.pass_context
def content_list(ctx: click.Context, as_json: bool) -> None:
    """List what is being made, and what was posted, the newest first."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(contents.all_of)
    show(found, as_json=as_json, lines=lambda: map(_content_line, found))


@content_group.command("show")
@click.argument("name")
@as_json_option
@click.pass_context
def content_show(ctx: click.Context, name: str, as_json: bool) -> None:
    """Show an entry, by its number or title, with who was told and how far its checklist is."""
    with session_of(ctx).services() as services:
        read = services.database.read_now
        found = read(contents.named, name)
        told = read(informing.tellings, content_id=found.id)
        checked = read(checklist.of, found.id)
    value = plain(found) | {"told": plain(told), "checklist": _step_of(checked)}
    show(
        value,
        as_json=as_json,
        lines=lambda: chain(_content_lines(found, told), _step_lines(checked)),
    )


@content_group.command("add")
@click.argument("title")
@click.option("--channel", "kind", default="other", help="A kind of channel, website, newsletter…")
@click.option("--account", help="The account it was posted with; it says the channel.")
@click.option("--link", default="")
@click.option("--text", default="")
@click.option("--file", "file", type=_FILE, help="Read the text from a file.")
@click.option("--posted", metavar="WORDS", help="When (nu, 14:30, gisteren 16u); none: not yet.")
@click.option("--until", metavar="DAY", help="The last day that it is about.")
@click.option("--by", "posted_by", default="", help="Who posted it.")
@click.option("--asked", nargs=2, multiple=True, metavar="QUESTION LINE", help="Repeat for each.")
@as_json_option
@click.pass_context
def content_add(
    ctx: click.Context,
    /,
    as_json: bool,
    account: str | None,
    file: Path | None,
    posted: str | None,
    asked: Sequence[tuple[str, str]],
    **values: Any,
) -> None:
    """Write down what was posted, with the questions that are expected and the line to each."""
    if file is not None:
        values["text"] = file.read_text("utf-8")
    values["questions"] = [Asked(question, line) for question, line in asked]
    with session_of(ctx).services() as services:
        read = services.database.read_now
        values["account_id"] = read(accounts.find, account) if account else None
        values["posted_at"] = _posted(services, posted)
        content_id, act_id = services.database.write_now(contents.save, **values)
        found = read(contents.find, content_id)
    saved(plain(found), act_id, f"{found.id}  {found.title}", as_json=as_json)


@content_group.command("post")
@click.argument("name")
@click.option("--at", "words", default="nu", metavar="WORDS", help="When: nu, 14:30, gisteren 16u.")
@click.option("--link")
@click.option("--by", "posted_by", help="Who posted it.")
@as_json_option
@click.pass_context
def content_post(
    ctx: click.Context, /, name: str, words: str, as_json: bool, **said: str | None
) -> None:
    """Say that an entry has been posted."""
    values = {key: value for key, value in said.items() if value is not None}
    with session_of(ctx).services() as services:
        content_id = services.database.read_now(contents.named, name).id
        posted = _posted(services, words)
        write = services.database.write_now
        _id, act_id = write(contents.save, content_id, posted_at=posted, **values)
    acted(act_id, as_json=as_json)


@content_group.command("check")
@click.argument("name")
@click.option("--answer", type=click.IntRange(1), help="Choose this answer, 1 for the first.")
@click.option("--back", is_flag=True, help="Go one step back.")
@as_json_option
@click.pass_context
def content_check(
    ctx: click.Context, name: str, answer: int | None, back: bool, as_json: bool
) -> None:
    """Do the next step of the checklist for publishing, and show the one after it."""
    with session_of(ctx).services() as services:
        content_id = services.database.read_now(contents.named, name).id
        move = Move.BACK if back else Move.TICK if answer is None else Move.CHOOSE
        act_id = services.database.write_now(
            checklist.go, content_id, move=move, answer=None if answer is None else answer - 1
        )
        found = services.database.read_now(checklist.of, content_id)
    show(
        {"act": act_id, "checklist": _step_of(found)},
        as_json=as_json,
        lines=lambda: _step_lines(found),
    )


@content_group.command("remove")
@click.argument("name")
@as_json_option
@click.pass_context
def content_remove(ctx: click.Context, name: str, as_json: bool) -> None:
    """Throw an entry away; undo brings it back."""
    with session_of(ctx).services() as services:
        content_id = services.database.read_now(contents.named, name).id
        act_id = services.database.write_now(contents.remove, content_id)
    acted(act_id, as_json=as_json)


def _posted(services: "Services", words: str | None) -> Any:
    if words is None:
        return None
    if words.strip().lower() in {"nu", "now"}:
        return services.clock.now()
    found = services.database.read_now(opening.past_named, words, services.clock.now())
    if found is None:
        raise BadMomentError(words=words)
    return found


def _content_line(one: ContentInfo) -> str:
    return f"{one.id:>4}  {when(one.posted_at):<16}  {one.kind:<12}  {one.title}"


def _content_lines(one: ContentInfo, told: Sequence[Telling]) -> Iterator[str]:
    yield _content_line(one)
    yield from filter(None, (one.account, one.link, one.posted_by, one.text))
    for asked in one.questions:
        yield from ("", f"? {asked.question}", f"  {asked.line}")
    for telling in told:
        yield from ("", f"told {told_line(telling)}")


def _step_of(found: Checked | None) -> dict[str, Any] | None:
    if found is None:
        return None
    step = found.walk.at
    return {
        "page": found.page,
        "step": None if step is None else step.id,
        "text": "" if step is None else step.text,
        "answers": [] if step is None else [one.label for one in step.answers],
        "outcome": found.walk.outcome,
    }


def _step_lines(found: Checked | None) -> Iterator[str]:
    value = _step_of(found)
    if found is None or value is None:
        return
    yield from ("", f"{found.page}: {value['outcome'] or value['step']}", value["text"])
    yield from (f"  {place}. {label}" for place, label in enumerate(value["answers"], start=1))


COMMANDS = (content_group,)
