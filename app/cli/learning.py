"""Commands about what keeps colleagues up to date: decisions and briefings."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from app.cli.context import as_json_option, plain, say, session_of, show, when
from app.models.rules.learning import briefing
from app.services.learning import briefings, decision_log, links
from app.services.learning.briefings import BriefingInfo
from app.services.learning.decision_log import DecisionInfo
from app.services.tickets import directory

if TYPE_CHECKING:
    from app.bootstrap import Services

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group("decision")
def decision_group() -> None:
    """What was decided, why, when and by whom; an entry stays as it was written."""


@decision_group.command("list")
@click.argument("words", nargs=-1)
@click.option("--all", "everyone", is_flag=True, help="Also those that were corrected.")
@click.option("--about", help="Only about this: ticket:12, page:KEY, finding:3, incident:2.")
@as_json_option
@click.pass_context
def list_command(
    ctx: click.Context, words: tuple[str, ...], everyone: bool, about: str | None, as_json: bool
) -> None:
    """List the decisions that hold, the newest first; with words those that have them all."""
    with session_of(ctx).services() as services:
        read = services.database.read_now
        found = read(decision_log.infos, " ".join(words), everyone=everyone)
        if about is not None:
            linked = read(decision_log.about, *read(links.named, about))
            found = [one for one in found if one in linked]
    show(found, as_json=as_json, lines=lambda: map(_line, found))


@decision_group.command("show")
@click.argument("decision", type=int)
@as_json_option
@click.pass_context
def show_command(ctx: click.Context, decision: int, as_json: bool) -> None:
    """Show a decision, also one that was corrected."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(decision_log.find, decision)
    show(found, as_json=as_json, lines=lambda: _lines(found))


@decision_group.command("add")
@click.argument("what")
@click.option("--why", default="", help="The reason.")
@click.option("--on", "day", type=_DAY, help="The day of the decision; today when left out.")
@click.option("--with", "people", multiple=True, help="Who was there; may be given again.")
@click.option(
    "--about", multiple=True,
    help="ticket:12, page:KEY, finding:3 or incident:2; may be given again.",
)  # fmt: skip
@click.option("--corrects", type=int, help="The decision that this one takes the place of.")
@as_json_option
@click.pass_context
def add_command(
    ctx: click.Context, /, what: str, day: datetime | None, as_json: bool, **given: Any
) -> None:
    """Write down a decision; writes its number."""
    with session_of(ctx).services() as services:
        database = services.database
        made, act_id = database.write_now(
            decision_log.add, what=what, why=given["why"], people=given["people"],
            decided_on=None if day is None else day.date(), replaces=given["corrects"],
            about=[database.read_now(links.named, one) for one in given["about"]],
        )  # fmt: skip
    show({"decision": made, "act": act_id}, as_json=as_json, lines=lambda: iter([str(made)]))


@click.group("briefing")
def briefing_group() -> None:
    """What changed in the firm, for colleagues to read, and who has read it."""


@briefing_group.command("draft")
@click.option("--since", type=_DAY, help="Tell what changed since the beginning of this day.")
@as_json_option
@click.pass_context
def draft_command(ctx: click.Context, since: datetime | None, as_json: bool) -> None:
    """Write a draft of what changed since the briefing before; writes its number and its text."""
    with session_of(ctx).services() as services:
        begin = None if since is None else since.astimezone()
        made, act_id = services.database.write_now(briefings.draft, since=begin)
        found = services.database.read_now(briefings.find, made, _today(services))
    value = {"briefing": made, "act": act_id, "text": found.text}
    show(value, as_json=as_json, lines=lambda: iter([f"{made}  {found.title}", "", found.text]))


@briefing_group.command("list")
@as_json_option
@click.pass_context
def briefings_command(ctx: click.Context, as_json: bool) -> None:
    """List the briefings, the newest first, with who should have read them by now."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(briefings.infos, _today(services))
    show([_told(one) for one in found], as_json=as_json, lines=lambda: map(_head, found))


@briefing_group.command("show")
@click.argument("briefing", type=int)
@click.option("--plain", "as_plain", is_flag=True, help="Only the text, as for a mail.")
@as_json_option
@click.pass_context
def briefing_command(ctx: click.Context, briefing: int, as_plain: bool, as_json: bool) -> None:
    """Show a briefing and who has read it."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(briefings.find, briefing, _today(services))
    show(_told(found), as_json=as_json, lines=lambda: _whole(found, as_plain=as_plain))


@briefing_group.command("edit")
@click.argument("briefing", type=int)
@click.option("--title", help="What it is called.")
@click.option("--text", help="What it says.")
@click.option("--file", type=click.File("r", encoding="utf-8"), help="File with what it says.")
@as_json_option
@click.pass_context
def edit_command(
    ctx: click.Context, briefing: int, title: str | None, text: str | None, file: Any, as_json: bool
) -> None:
    """Change what a draft says."""
    said = file.read() if file is not None else text
    _do(ctx, briefings.edit, briefing, as_json=as_json, title=title, text=said)


@briefing_group.command("publish")
@click.argument("briefing", type=int)
@click.option(
    "--days", type=click.IntRange(0, 365), default=briefings.DAYS_TO_READ, show_default=True,
    help="Within how many days it has to be read.",
)  # fmt: skip
@click.option("--for", "readers", multiple=True, help="A colleague; all when left out.")
@as_json_option
@click.pass_context
def publish_command(
    ctx: click.Context, briefing: int, days: int, readers: tuple[str, ...], as_json: bool
) -> None:
    """Publish a draft for the colleagues of the directory."""
    with session_of(ctx).services() as services:
        read = services.database.read_now
        ids = [read(directory.named, one) for one in readers] or None
        act_id = services.database.write_now(
            briefings.publish, briefing, days=days, readers=ids
        )  # fmt: skip
    _say(act_id, as_json=as_json)


@briefing_group.command("read")
@click.argument("briefing", type=int)
@click.argument("colleague")
@click.option("--not", "unread", is_flag=True, help="He has not read it after all.")
@as_json_option
@click.pass_context
def read_command(
    ctx: click.Context, briefing: int, colleague: str, unread: bool, as_json: bool
) -> None:
    """Say that a colleague has read a briefing."""
    with session_of(ctx).services() as services:
        who = services.database.read_now(directory.named, colleague)
        act_id = services.database.write_now(briefings.confirm, briefing, who, read=not unread)
    _say(act_id, as_json=as_json)


@briefing_group.command("remove")
@click.argument("briefing", type=int)
@as_json_option
@click.pass_context
def remove_command(ctx: click.Context, briefing: int, as_json: bool) -> None:
    """Throw a draft away."""
    _do(ctx, briefings.remove, briefing, as_json=as_json)


# --- how -------------------------------------------------------------------------------------


def _today(services: "Services") -> date:
    return services.clock.now().astimezone().date()


def _do(ctx: click.Context, act: Any, briefing_id: int, *, as_json: bool, **given: Any) -> None:
    with session_of(ctx).services() as services:
        act_id = services.database.write_now(act, briefing_id, **given)
    _say(act_id, as_json=as_json)


def _say(act_id: int | None, *, as_json: bool) -> None:
    if as_json:
        show({"act": act_id}, as_json=True, lines=lambda: iter(()))
    else:
        say("Nothing changed." if act_id is None else f"Done; balie undo {act_id} takes it back.")


def _line(one: DecisionInfo) -> str:
    gone = f"  (corrected by {one.replaced_by})" if one.replaced_by else ""
    return f"{one.id}  {one.decided_on.isoformat()}  {one.what}{gone}"


def _lines(one: DecisionInfo) -> Iterator[str]:
    yield _line(one)
    if one.why:
        yield f"Why: {one.why}"
    if one.people:
        yield "With: " + ", ".join(person.name for person in one.people)
    for link in one.links:
        yield f"About: {link.kind}:{link.name}  {link.title}"
    if one.replaces:
        yield f"Corrects: {one.replaces}"


def _told(one: BriefingInfo) -> Any:
    return {**plain(one), "overdue": [reader.name for reader in one.overdue]}


def _head(one: BriefingInfo) -> str:
    if one.published_at is None:
        return f"{one.id}  {one.title}  (draft)"
    late = ", ".join(reader.name for reader in one.overdue)
    told = f"{one.id}  {one.title}  {one.read} of {len(one.readers)} read it"
    return f"{told}; overdue: {late}" if late else told


def _whole(one: BriefingInfo, *, as_plain: bool) -> Iterator[str]:
    if as_plain:
        yield briefing.plain(one.text)
        return
    yield _head(one)
    yield ""
    yield one.text
    for reader in one.readers:
        state = f"read {when(reader.read_at)}" if reader.read_at else "not read yet"
        yield f"{reader.name}: {state}{' (overdue)' if reader.overdue else ''}"


COMMANDS = (decision_group, briefing_group)
