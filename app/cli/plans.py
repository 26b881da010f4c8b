"""Commands about SLA plans: what is promised to whom, and how a ticket stands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, Any

import click

from app.cli.context import as_json_option, plain, session_of, show, when
from app.cli.hours import write
from app.models.rules.clocks import Target, Targets
from app.models.rules.durations import parse_amount
from app.models.rules.errors import NotFoundError
from app.models.rules.hours import Counting
from app.models.rules.plans import PRESETS, Plan
from app.services.storage.database import Database
from app.services.tickets import inbox, lifecycle, plan_acts, plans
from app.services.tickets.inbox import TicketInfo
from app.services.tickets.standing import Standing, standing_of

if TYPE_CHECKING:  # imported when a command opens the profile: help does without
    from app.bootstrap import Services

_COUNTING = click.Choice([one.value for one in Counting])
_OPTIONS = (
    click.option("--first", help="Working time until the first reaction, such as 5m."),
    click.option("--evening", help="The same for what comes in the evening hours, or none."),
    click.option("--answer", help="Time until the answer: 30m, 24h or 2d."),
    click.option("--answer-counting", type=_COUNTING, help="Which time counts for it."),
    click.option("--next", "following", help="Time until the reply after an answer."),
    click.option("--next-counting", type=_COUNTING, help="Which time counts for it."),
    click.option("--channel", "kinds", multiple=True, help="For this kind of channel (repeat)."),
    click.option("--priority", "priorities", multiple=True, help="For this priority (repeat)."),
    click.option("--customer", "handles", multiple=True, help="For who has this address (repeat)."),
)


def _plan_options(command: Callable[..., Any]) -> Callable[..., Any]:
    return reduce(lambda made, option: option(made), reversed(_OPTIONS), command)


@click.group("plan")
def plan_group() -> None:
    """SLA plans: at most three, one of which is for everybody."""


@plan_group.command("list")
@as_json_option
@click.pass_context
def plan_list(ctx: click.Context, as_json: bool) -> None:
    """List the plans in their order."""
    with session_of(ctx).services() as services:
        known = services.database.read_now(plans.plans)
        ids = frozenset().union(*(plan.contacts for plan in known))
        handles = services.database.read_now(plans.handles_of, ids)
    found = [_json(plan, handles) for plan in known]
    show(found, as_json=as_json, lines=lambda: map(_line, found))


@plan_group.command("add")
@click.argument("name", required=False)
@click.option("--preset", type=click.Choice(list(PRESETS)), help="Add this one, which is ready.")
@_plan_options
@as_json_option
@click.pass_context
def plan_add(
    ctx: click.Context, /, name: str | None, preset: str | None, as_json: bool, **options: Any
) -> None:
    """Add a plan of its own NAME, or one that is ready."""
    if (name is None) == (preset is None):
        raise click.UsageError("Give either a name or --preset.")

    def act(services: "Services") -> int | None:
        database = services.database
        if preset is not None:
            return database.write_now(plan_acts.add_preset, preset)[1]
        plan = _with(database, Plan(0, name or "", Targets()), options)
        return database.write_now(plan_acts.add, plan)[1]

    write(ctx, as_json, act)


@plan_group.command("set")
@click.argument("plan")
@click.option("--name", help="Another name.")
@click.option("--everybody", is_flag=True, help="Without channels, priorities and customers.")
@_plan_options
@as_json_option
@click.pass_context
def plan_set(
    ctx: click.Context,
    /,
    plan: str,
    name: str | None,
    everybody: bool,
    as_json: bool,
    **options: Any,
) -> None:
    """Change a PLAN (name or number); channels, priorities, customers replace those before."""

    def act(services: "Services") -> int | None:
        known = _found(services.database, plan)
        if everybody:
            nobody: frozenset[Any] = frozenset()
            known = replace(known, kinds=nobody, priorities=nobody, contacts=nobody)
        changed = _with(services.database, replace(known, name=name or known.name), options)
        return services.database.write_now(plan_acts.change, changed)

    write(ctx, as_json, act)


@plan_group.command("remove")
@click.argument("plan")
@as_json_option
@click.pass_context
def plan_remove(ctx: click.Context, plan: str, as_json: bool) -> None:
    """Take a PLAN (its name or number) out."""

    def act(services: "Services") -> int | None:
        known = _found(services.database, plan)
        return services.database.write_now(plan_acts.remove, known.id)

    write(ctx, as_json, act)


@plan_group.command("show")
@click.argument("ticket", type=int)
@as_json_option
@click.pass_context
def plan_show(ctx: click.Context, ticket: int, as_json: bool) -> None:
    """Show the plan of a ticket and why, whose minutes it took, and what is due when."""
    with session_of(ctx).services() as services:
        ticket_id = services.database.read_now(lifecycle.by_number, ticket)
        found = services.database.read_now(standing_of, ticket_id)
        (info,) = services.database.read_now(inbox.infos, [ticket_id])
        now = services.clock.now()
    value = _standing(info, found, found.minutes(now))
    show(value, as_json=as_json, lines=lambda: _standing_lines(info, found, found.minutes(now)))


COMMANDS = (plan_group,)


def _found(database: Database, name: str) -> Plan:
    for plan in database.read_now(plans.plans):
        if name == str(plan.id) or name.casefold() == plan.name.casefold():
            return plan
    raise NotFoundError(what="plan", name=name)


def _with(database: Database, plan: Plan, options: Mapping[str, Any]) -> Plan:
    before = plan.targets
    targets = replace(
        before,
        first_reaction=_target(before.first_reaction, options["first"], None),
        answer=_target(before.answer, options["answer"], options["answer_counting"]),
        next_reply=_target(before.next_reply, options["following"], options["next_counting"]),
    )
    if options["evening"] is not None:
        evening = None if options["evening"] == "none" else parse_amount(options["evening"])
        targets = replace(targets, evening=evening)
    contacts = [database.read_now(plans.contact_of, handle) for handle in options["handles"]]
    return replace(
        plan,
        targets=targets,
        kinds=frozenset(options["kinds"]) or plan.kinds,
        priorities=frozenset(options["priorities"]) or plan.priorities,
        contacts=frozenset(contacts) or plan.contacts,
    )


def _target(before: Target, amount: str | None, counting: str | None) -> Target:
    return Target(
        before.amount if amount is None else parse_amount(amount),
        before.counting if counting is None else Counting(counting),
    )


def _json(plan: Plan, handles: Mapping[int, str]) -> dict[str, Any]:
    targets, minutes = plan.targets, plans.minutes_of
    return {
        "id": plan.id,
        "name": plan.name,
        "first_reaction_minutes": minutes(targets.first_reaction.amount),
        "evening_minutes": None if targets.evening is None else minutes(targets.evening),
        "answer_minutes": minutes(targets.answer.amount),
        "answer_counting": targets.answer.counting.value,
        "next_reply_minutes": minutes(targets.next_reply.amount),
        "next_reply_counting": targets.next_reply.counting.value,
        "channels": sorted(plan.kinds),
        "priorities": sorted(plan.priorities),
        "customers": [handles.get(one, "") for one in sorted(plan.contacts)],
    }


def _line(plan: Mapping[str, Any]) -> str:
    conditions: Sequence[str] = [*plan["channels"], *plan["priorities"], *plan["customers"]]
    evening = plan["evening_minutes"]
    return (
        f"{plan['id']:>3}  {plan['name']:<20}  first reaction {plan['first_reaction_minutes']} min"
        f"{f' (evening {evening} min)' if evening is not None else ''}, answer "
        f"{plan['answer_minutes']} min ({plan['answer_counting']}), next reply "
        f"{plan['next_reply_minutes']} min ({plan['next_reply_counting']}); "
        f"for {', '.join(conditions) or 'everybody'}"
    )


def _standing(info: TicketInfo, found: Standing, minutes: Mapping[str, int]) -> dict[str, Any]:
    return {
        "ticket": info.number,
        "plan": plain(found.plan),
        "minutes": minutes,
        "clock_started": plain(info.clock_started),
        "first_reaction_due": plain(info.first_reaction_due),
        "first_reacted_at": plain(info.first_reacted_at),
        "answer_kind": info.answer_kind,
        "answer_due": plain(info.answer_due),
        "answered_at": plain(info.answered_at),
        "window_due": plain(info.window_due),
        "next_due": plain(info.next_due),
        "due_kind": info.due_kind,
    }


def _standing_lines(info: TicketInfo, found: Standing, minutes: Mapping[str, int]) -> Iterator[str]:
    yield f"#{info.number}  plan {found.plan.name} ({found.plan.reason})"
    yield "minutes: " + ", ".join(f"{turn} {number}" for turn, number in minutes.items())
    yield (
        f"first reaction due {when(info.first_reaction_due)}, given {when(info.first_reacted_at)}"
    )
    kind = info.answer_kind.replace("_", " ")
    yield f"{kind} due {when(info.answer_due)}, given {when(info.answered_at)}"
