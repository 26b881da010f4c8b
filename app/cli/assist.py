"""Commands for suggestions, which come from a model on this computer."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import click

from app.cli.context import as_json_option, plain, say, session_of, show
from app.cli.slow import Slow
from app.models.rules.urgency import Weight
from app.services.assist import preferences
from app.services.assist.aids import Aid, Helper
from app.services.assist.answers import Learnt, Pick, Status, Suggestion
from app.services.settings import AssistSettings, load
from app.services.tickets import lifecycle

READING = "Reading your messages and pages, which takes longest the first time"
DRAFTING = "Reading the pages and letting a draft be written"
_LONGEST = 60


@click.group("assist")
def assist_group() -> None:
    """Suggestions: what a message is about, and what helps to answer it."""


@assist_group.command("suggest")
@click.argument("ticket", type=int, required=False)
@click.option("--text", help="A text instead of a ticket.")
@as_json_option
@click.pass_context
def assist_suggest(ctx: click.Context, ticket: int | None, text: str | None, as_json: bool) -> None:
    """Show what is suggested for a ticket or a text, and why; changes nothing of it."""
    if (ticket is None) == (text is None):
        raise click.UsageError("Give a ticket, or a --text.")
    with session_of(ctx).services() as services, Slow(READING) as slow:
        suggester = services.suggester()
        suggester.complete(slow.told)
        helper = Helper(services.database, services.clock, lambda: suggester.neighbours)
        if ticket is not None:
            ticket_id = services.database.read_now(lifecycle.by_number, ticket)
            found = suggester.suggest(ticket_id)
            helps = helper.beside(ticket_id).found
        else:
            found = suggester.suggest_text(text or "")
            helps = helper.search(text or "")
    whole = None if found is None else {**plain(found), "helps": plain(helps)}
    show(whole, as_json=as_json, lines=lambda: chain(_lines(found), map(_aid_line, helps)))


@assist_group.command("status")
@as_json_option
@click.pass_context
def assist_status(ctx: click.Context, as_json: bool) -> None:
    """Show how the model does on the messages that you assessed, each judged by the others."""
    with session_of(ctx).services() as services, Slow(READING) as slow:
        suggester = services.suggester()
        suggester.complete(slow.told)
        found = suggester.status()
        chosen = services.database.read_now(load, AssistSettings)
    drafts = {"on": chosen.draft, "endpoint": chosen.endpoint, "model": chosen.model}
    more = {"off": chosen.off, "languages": chosen.languages, "drafts": drafts}
    value = {**plain(found), **more}
    show(value, as_json=as_json, lines=lambda: _status_lines(found, chosen))


@assist_group.command("set")
@click.option("--on/--off", "enabled", default=None, help="Whether something is suggested.")
@click.option("--threshold", type=float, help="How likely it has to be, 0.3 to 0.99.")
@click.option(
    "--parts",
    metavar="PART,...",
    help=f'What is suggested: {", ".join(preferences.PARTS)}; none of them for "".',
)
@click.option(
    "--languages",
    metavar="CODE,...",
    help=f"Of messages that it is suggested for: {', '.join(preferences.LANGUAGES)}.",
)
@click.option("--draft", type=click.Choice(["on", "off"]), help="Whether answers are drafted.")
@click.option("--endpoint", metavar="URL", help="The server that drafts, on this computer.")
@click.option("--model", metavar="NAME", help="Its model.")
@as_json_option
@click.pass_context
def assist_set(ctx: click.Context, /, as_json: bool, **said: Any) -> None:
    """Say what is suggested and how sure it has to be, and what drafts answers."""
    parts, languages, draft = (said.pop(name) for name in ("parts", "languages", "draft"))
    if parts is not None:
        on = _listed(parts)
        off = tuple(one for one in preferences.PARTS if one not in on)
        said["off"] = (*off, *(one for one in on if one not in preferences.PARTS))
    said["languages"] = None if languages is None else _listed(languages)
    said["draft"] = None if draft is None else draft == "on"
    with session_of(ctx).services() as services:
        act = services.database.write_now(preferences.change, **said)
    show({"act": act}, as_json=as_json, lines=lambda: iter(()))


@assist_group.command("draft")
@click.argument("ticket", type=int)
@as_json_option
@click.pass_context
def assist_draft(ctx: click.Context, ticket: int, as_json: bool) -> None:
    """Write a draft of an answer by the model on this computer; sends and keeps nothing."""
    with session_of(ctx).services() as services, Slow(DRAFTING):
        job = services.draft(services.database.read_now(lifecycle.by_number, ticket))
        found = job.run()
    show(found, as_json=as_json, lines=lambda: iter((found.text,)))
    if not as_json:
        for one in found.sources:
            say(f"From: {one.title} ({one.key})")
    if found.open_places:
        say(f"Still to fill in: {', '.join(found.open_places)}")


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in text.split(","))))


def _lines(found: Suggestion | None) -> Iterator[str]:
    if found is None:
        yield "The customer wrote nothing yet."
        return
    for name, pick in (("category", found.category), ("type", found.type), ("tone", found.tone)):
        yield from _pick_lines(name, pick)
    yield f"{'language':<10} {found.language or 'in doubt'}"
    if found.priority is not None:
        yield f"{'priority':<10} {_weight(found.priority)}"
    for name, tickets in (("same", found.duplicates), ("answered", found.answered)):
        yield from (f"{name:<10} #{one.number} {one.state} ({one.cosine:.2f})" for one in tickets)
    for page in found.pages:
        where = f" > {page.section}" if page.section else ""
        yield f"{'page':<10} {page.title}{where} ({page.key}, {page.score:.2f})"


def _aid_line(one: Aid) -> str:
    number = f" #{one.number}" if one.number else ""
    why = ", ".join(f"{each.kind} “{each.value}”" if each.value else each.kind for each in one.why)
    return f"{'helps':<10} {one.kind}{number} {one.title} ({one.score:.2f}) because of {why}"


def _pick_lines(name: str, pick: Pick) -> Iterator[str]:
    best = ", ".join(f"{one.key} {one.chance:.0%}" for one in pick.best)
    yield f"{name:<10} {best if pick.key else f'does not know: {best}'}"
    if pick.words:
        said = ", ".join(f"{one.text} {-one.drop:+.0%}" for one in pick.words)
        yield f"{'':<10}   because of {said}"
    for one in pick.alike:
        whose = f"#{one.number}" if one.number is not None else f"“{one.text[:_LONGEST]}”"
        yield f"{'':<10}   like {whose} ({one.cosine:.2f})"


def _weight(weight: Weight) -> str:
    why = ", ".join(
        f"{one.code}{f' “{one.word}”' if one.word else ''} +{one.points}" for one in weight.points
    )
    return f"{weight.priority}{f' ({why})' if why else ''}"


def _status_lines(found: Status, chosen: AssistSettings) -> Iterator[str]:
    yield f"{found.model}: {found.state}, {found.size / 1e6:.0f} MB, {found.load_seconds:.1f} s"
    yield f"suggestions are {'on' if found.enabled else 'off'}, from {found.threshold:.0%} sure"
    parts = ", ".join(one for one in preferences.PARTS if one not in chosen.off)
    yield f"what: {parts or 'nothing'}; of messages in {', '.join(chosen.languages) or 'none'}"
    drafted = f"by {chosen.model} at {chosen.endpoint}" if chosen.draft else "off"
    yield f"drafts: {drafted}"
    yield f"{found.seeds} shipped examples, {found.tickets} tickets to compare with"
    if found.lacking:
        yield f"{found.lacking} tickets are still to be read"
    yield from map(_learnt_line, found.learnt)


def _learnt_line(one: Learnt) -> str:
    if one.right is None or one.said is None:
        return f"{one.field}: nothing of your own yet"
    sure = "" if one.right_when_said is None else f", {one.right_when_said:.0%} of those right"
    return (
        f"{one.field}: {one.examples} of your own, {one.right:.0%} right; sure enough for "
        f"{one.said:.0%}{sure}"
    )


COMMANDS = (assist_group,)
