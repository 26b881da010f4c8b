"""Commands that walk procedures of the handbook on tickets."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import click

from app.bootstrap import Services
from app.cli.context import as_json_option, plain, session_of, show, when
from app.cli.slow import Slow
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.models.rules.handbook.pages import Kind, Step
from app.models.rules.handbook.walk import title_of
from app.models.rules.templates import LANGUAGES
from app.services.assist.aids import Helper
from app.services.assist.errors import NotAvailableError
from app.services.handbook import proposing, run_stats, runs
from app.services.handbook.proposing import Proposal
from app.services.handbook.run_stats import SopStats
from app.services.settings import AssistSettings, load
from app.services.tickets import lifecycle, walks
from app.services.tickets.walks import RunInfo

HEARING = "Reading how the message sounds, which takes longest the first time"
Json = dict[str, Any]
ticket_argument = click.argument("ticket", type=int)
step_option = click.option(
    "--step", type=click.IntRange(1), help="The step that is meant; refused at another one."
)
run_option = click.option(
    "--walk", "run", type=int, help="Which walk, when more than one is open on the ticket."
)


@click.group("sop")
def sop_group() -> None:
    """Walk procedures (SOPs) of the handbook on tickets."""


@sop_group.command("propose")
@ticket_argument
@as_json_option
@click.pass_context
def propose_command(ctx: click.Context, ticket: int, as_json: bool) -> None:
    """Show which procedures fit a ticket, the best first, and why."""
    with session_of(ctx).services() as services:
        ticket_id = _ticket(services, ticket)
        heard = _heard(services, ticket_id)
        found = services.database.read_now(proposing.proposed, ticket_id, heard=heard)
    show(plain(found), as_json=as_json, lines=lambda: map(_proposal_line, found))


@sop_group.command("start")
@ticket_argument
@click.argument("page")
@click.option("--language", type=click.Choice(LANGUAGES), help="That of the customer if left out.")
@as_json_option
@click.pass_context
def start_command(
    ctx: click.Context, ticket: int, page: str, language: str | None, as_json: bool
) -> None:
    """Begin to walk a procedure, by its key, title or number."""
    with session_of(ctx).services() as services:
        database, ticket_id = services.database, _ticket(services, ticket)
        info = database.read_now(proposing.named, ticket_id, page, language=language)
        run_id, _act = database.write_now(runs.start, ticket_id, page_id=info.id)
        _show(services, run_id, as_json=as_json)


@sop_group.command("show")
@ticket_argument
@as_json_option
@click.pass_context
def show_command(ctx: click.Context, ticket: int, as_json: bool) -> None:
    """Show the walks on a ticket: what was done, and the step that is to be done now."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(walks.of, _ticket(services, ticket))
        values = [_json(services, one) for one in found]

    def lines() -> Iterator[str]:
        for info, value in zip(found, values, strict=True):
            yield from _lines(info, value)

    show(values, as_json=as_json, lines=lines)


@sop_group.command("tick")
@ticket_argument
@step_option
@run_option
@as_json_option
@click.pass_context
def tick_command(
    ctx: click.Context, ticket: int, step: int | None, run: int | None, as_json: bool
) -> None:
    """Say that the step is done, and go on to the next."""
    with session_of(ctx).services() as services:
        run_id = _run(services, ticket, run)
        services.database.write_now(runs.tick, run_id, step=step)
        _show(services, run_id, as_json=as_json)


@sop_group.command("choose")
@ticket_argument
@click.argument("answer")
@step_option
@run_option
@as_json_option
@click.pass_context
def choose_command(
    ctx: click.Context, ticket: int, answer: str, step: int | None, run: int | None, as_json: bool
) -> None:
    """Answer a choice: ANSWER is its number, 1 for the first, or its words."""
    with session_of(ctx).services() as services:
        run_id = _run(services, ticket, run)
        info = services.database.read_now(walks.find, run_id)
        number = _answer(info.walk.at, answer)
        services.database.write_now(runs.choose, run_id, answer=number, step=step)
        _show(services, run_id, as_json=as_json)


@sop_group.command("back")
@ticket_argument
@run_option
@as_json_option
@click.pass_context
def back_command(ctx: click.Context, ticket: int, run: int | None, as_json: bool) -> None:
    """Go back to the step before; what was done there stays."""
    with session_of(ctx).services() as services:
        run_id = _run(services, ticket, run)
        services.database.write_now(runs.back, run_id)
        _show(services, run_id, as_json=as_json)


@sop_group.command("stop")
@ticket_argument
@click.option("--reason", required=True, help="Why, in a few words.")
@run_option
@as_json_option
@click.pass_context
def stop_command(
    ctx: click.Context, ticket: int, reason: str, run: int | None, as_json: bool
) -> None:
    """End a walk before its end."""
    with session_of(ctx).services() as services:
        run_id = _run(services, ticket, run)
        services.database.write_now(runs.stop, run_id, reason=reason)
        _show(services, run_id, as_json=as_json)


@sop_group.command("stats")
@as_json_option
@click.pass_context
def stats_command(ctx: click.Context, as_json: bool) -> None:
    """Count how procedures are walked: begun, finished, and where walks stop and why."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(run_stats.stats)
    show(plain(found), as_json=as_json, lines=lambda: (one for s in found for one in _counted(s)))


# --- how -------------------------------------------------------------------------------------


def _heard(services: Services, ticket_id: int) -> frozenset[str]:
    """Return what the model hears in a ticket, as the window does; nothing where it is off."""
    read = services.database.read_now
    if not read(load, AssistSettings).enabled or not read(proposing.hears):
        return frozenset()
    try:
        suggester = services.suggester()
    except NotAvailableError:
        return frozenset()
    with Slow(HEARING) as slow:
        suggester.complete(slow.told)
        helper = Helper(services.database, services.clock, lambda: suggester.neighbours)
        return helper.heard(ticket_id)


def _ticket(services: Services, number: int) -> int:
    return services.database.read_now(lifecycle.by_number, number)


def _run(services: Services, number: int, run: int | None) -> int:
    ticket_id = _ticket(services, number)
    found = services.database.read_now(walks.of, ticket_id)
    still = [one.id for one in found if one.ended is None]
    if not still or (run is not None and run not in still):
        raise NotFoundError(what="walk", name=number if run is None else run)
    return still[-1] if run is None else run


def _answer(step: Step | None, said: str) -> int:
    labels = [one.label for one in step.answers] if step is not None else []
    known = [label.casefold() for label in labels]
    if said.isdecimal() and 1 <= int(said) <= len(labels):
        return int(said) - 1
    if said.strip().casefold() in known:
        return known.index(said.strip().casefold())
    raise InvalidValueError(value=said, field="answer", choices=", ".join(labels) or "-")


def _show(services: Services, run_id: int, *, as_json: bool) -> None:
    info = services.database.read_now(walks.find, run_id)
    value = _json(services, info)
    show(value, as_json=as_json, lines=lambda: _lines(info, value))


def _json(services: Services, info: RunInfo) -> Json:
    walk, is_open = info.walk, info.ended is None
    value: Json = {**asdict(info), "step": None, "moves": [], "left": None}
    del value["walk"]
    value["done"] = [
        {"step": one.step.id, "title": title_of(one.step), "answer": one.answer}
        for one in walk.behind
    ]
    if is_open:
        value["moves"] = sorted(move.value for move in walk.moves)
        value["left"] = walk.least_left
    if is_open and walk.at is not None:
        at = walk.at
        value["step"] = {
            "id": at.id, "kind": at.kind.value, "text": at.text, "about": at.about,
            "expected": at.expected, "answers": [one.label for one in at.answers],
        }  # fmt: skip
        value |= _brought(services, info, at)
    found: Json = plain(value)
    return found


def _brought(services: Services, info: RunInfo, step: Step) -> Json:
    read = services.database.read_now
    if step.kind is Kind.ASK:
        return {"question": asdict(read(runs.question_for, info.id))}
    if step.kind is not Kind.SEND:
        return {}
    try:
        template, filled = read(runs.template_for, info.id, services.clock.now())
    except NotFoundError:
        return {"template": None}
    return {"template": {"id": template.id, "text": filled.text, "missing": list(filled.missing)}}


def _lines(info: RunInfo, value: Json) -> Iterator[str]:
    yield f"{info.title}, since {when(info.started_at)}"
    for one in info.walk.behind:
        answer = f"  -> {one.answer}" if one.answer else ""
        yield f"  [x] {one.step.id}. {title_of(one.step)}{answer}"
    if info.ended is not None:
        yield f"  {info.ended}: {info.outcome or info.reason}"
    elif info.walk.at is None:
        yield "  The procedure does not say what comes next: go back, or stop with a reason."
    else:
        yield from _step_lines(info.walk.at, value)


def _step_lines(step: Step, value: Json) -> Iterator[str]:
    about = f" ({step.about})" if step.about else ""
    yield f"  [ ] {step.id}. {step.kind.value}{about}: {step.text}".rstrip(" :")
    if step.expected:
        yield f"      result: {step.expected}"
    for number, answer in enumerate(step.answers, 1):
        yield f"      {number}. {answer.label}"
    if value.get("template"):
        yield ""
        yield value["template"]["text"]


def _proposal_line(one: Proposal) -> str:
    why = ", ".join(f"{why.kind} {why.value}" for why in one.why)
    return f"{one.page.id}  {one.page.language}  {one.page.title}  ({one.page.key}): {why}"


def _counted(one: SopStats) -> Iterator[str]:
    lasted = "-" if one.median_minutes is None else f"{one.median_minutes} min"
    yield (
        f"{one.title} ({one.key}, {one.language}): {one.begun} begun, {one.finished} finished, "
        f"{one.stopped} stopped, {one.open} open, median {lasted}"
    )
    for stop in one.stops:
        yield f"  stopped at {stop.step}. {stop.title}: {stop.count} ({', '.join(stop.reasons)})"


COMMANDS = (sop_group,)
