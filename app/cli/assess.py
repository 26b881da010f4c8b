"""Commands that say what messages are about: triage, and the owner's own rules."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from app.cli.advice import advice_for
from app.cli.context import as_json_option, plain, say, session_of, show
from app.cli.tickets import message_json, ticket_json
from app.models.rules.policy import CONDITIONS, EFFECTS, Condition, Contradiction, Effect
from app.services.settings import StarSettings, load
from app.services.storage.database import Database
from app.services.tickets import (
    directory,
    finding,
    influence,
    lifecycle,
    lists,
    policies,
    policy_acts,
    stars,
    triage,
)
from app.services.tickets.policies import PolicyInfo
from app.services.tickets.policy_acts import Change, Hit
from app.services.tickets.triage import Card

NONE = "none"
LISTED = {
    "type": lists.TYPE,
    "category": lists.CATEGORY,
    "department": lists.DEPARTMENT,
    "product": lists.PRODUCT_GROUP,
}
"""Options by the list that they choose from."""


@click.command("triage")
@click.argument("ticket", type=int, required=False)
@click.option("--type", help="question, complaint ... or a name of your own; none takes it off.")
@click.option("--category", help="Likewise.")
@click.option("--department", help="Likewise.")
@click.option("--product", help="Product group, likewise.")
@click.option("--priority", help="low, normal, high or urgent.")
@click.option("--no-reaction", metavar="REASON", help="Nobody reacts, for this reason.")
@click.option("--forward", metavar="DEPARTMENT", help="This department has to see to it.")
@click.option("--accept", is_flag=True, help="It is assessed as it stands.")
@click.option("--vip/--no-vip", default=None, help="About the customer: he is a VIP.")
@click.option("--press/--no-press", default=None, help="About the customer: he is of the press.")
@click.option("--value", type=click.IntRange(0), help="About the customer: euros a year.")
@as_json_option
@click.pass_context
def triage_command(ctx: click.Context, /, ticket: int | None, as_json: bool, **said: Any) -> None:
    """Say what a message is about, as one act; without TICKET show the next one to assess."""
    given = {name: value for name, value in said.items() if value is not None}
    if not given["accept"]:
        del given["accept"]
    if ticket is None and given:
        raise click.UsageError("Say which ticket this is about.")
    with session_of(ctx).services() as services:
        database = services.database
        if ticket is None:
            found = database.read_now(triage.next_cards, limit=1)
        else:
            ticket_id = database.read_now(lifecycle.by_number, ticket)
            _assess(database, ticket_id, given)
            found = database.read_now(triage.cards, [ticket_id])
        waiting = database.read_now(triage.waiting)
        people = {str(one.id): one.name for one in database.read_now(directory.colleagues)}
    card = found[0] if found else None
    value = {
        "ticket": ticket_json(card.ticket) if card else None,
        "message": message_json(card.message) if card and card.message else None,
        "waiting": waiting,
    }
    show(value, as_json=as_json, lines=lambda: _card_lines(card, waiting, people))


def _assess(database: Database, ticket_id: int, given: dict[str, Any]) -> None:
    standing = {name: given.pop(name) for name in ("vip", "press", "value") if name in given}
    if standing:
        database.write_now(influence.set_standing, [ticket_id], **standing)
    if given:
        listed = {
            field: None if given[option] == NONE else given[option]
            for option, field in LISTED.items()
            if option in given
        }
        database.write_now(
            triage.assess,
            ticket_id,
            listed=listed,
            priority=given.get("priority"),
            no_reaction=given.get("no_reaction"),
            forward_to=given.get("forward"),
        )


def _card_lines(card: Card | None, waiting: int, people: Mapping[str, str]) -> Iterator[str]:
    if card is None:
        yield "Everything is assessed."
        return
    ticket, found = card.ticket, card.ticket.assessment
    yield f"#{ticket.number}  {ticket.subject}"
    yield (
        f"{ticket.state}, type {found.type or '-'}, category {ticket.category or '-'}, department "
        f"{ticket.department or '-'}, product group {found.product_group or '-'}, priority "
        f"{ticket.priority}"
    )
    why = ", ".join(f"{one.code} +{one.points}" for one in found.influence_reasons)
    yield f"influence {found.influence}{f' ({why})' if why else ''}"
    if found.no_reaction_reason:
        yield f"no reaction: {found.no_reaction_reason}"
    if found.proposal:
        whom = people.get(found.proposal.propose or "", found.proposal.propose)
        proposed = ", ".join(filter(None, (found.proposal.forward, whom, found.proposal.procedure)))
        yield f"rule {found.proposal.rule} proposes: {proposed}"
    if card.message is not None:
        yield ""
        yield card.message.text
        yield ""
    yield f"{waiting} to assess."


# --- rules -----------------------------------------------------------------------------------


@click.group("rule")
def rule_group() -> None:
    """Your own rules for what comes in."""


when_option = click.option(
    "--when",
    "when",
    multiple=True,
    metavar="FIELD=VALUES",
    help=f"A condition; values with commas between them. Fields: {', '.join(CONDITIONS)}.",
)
then_option = click.option(
    "--then",
    "then",
    multiple=True,
    metavar="WHAT=VALUE",
    help=f"What follows (may be repeated): {', '.join(EFFECTS)}.",
)
yes_option = click.option("--yes", is_flag=True, help="Do it, also when Balie would ask first.")


@rule_group.command("list")
@as_json_option
@click.pass_context
def rule_list(ctx: click.Context, as_json: bool) -> None:
    """List the rules in the order in which they are asked."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(policies.rules)
    show([plain(one) for one in found], as_json=as_json, lines=lambda: _rule_lines(found))


@rule_group.command("add")
@click.argument("name")
@when_option
@then_option
@click.option("--replace", type=int, metavar="RULE", help="Change this rule instead.")
@click.option("--off", is_flag=True, help="Keep it, but do not ask it of anything.")
@yes_option
@as_json_option
@click.pass_context
def rule_add(
    ctx: click.Context,
    name: str,
    when: tuple[str, ...],
    then: tuple[str, ...],
    replace: int | None,
    off: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Keep a rule: all conditions have to hold."""
    conditions, effects = _parsed(when, then)
    with session_of(ctx).services() as services:
        rule_id, _act = services.database.write_now(
            policies.save,
            name=name,
            conditions=conditions,
            effects=effects,
            rule_id=replace,
            active=not off,
            confirmed=yes,
        )
        found = services.database.read_now(policies.find, rule_id)
        quarrels = services.database.read_now(policies.contradictions)
    for one in quarrels:
        if rule_id in {one.first.id, one.second.id}:
            say(_quarrel_line(one))
    show(plain(found), as_json=as_json, lines=lambda: _rule_lines([found]))


@rule_group.command("remove")
@click.argument("rule", type=int)
@click.pass_context
def rule_remove(ctx: click.Context, rule: int) -> None:
    """Forget a rule; what it did stays."""
    with session_of(ctx).services() as services:
        services.database.write_now(policies.remove, rule)


@rule_group.command("move")
@click.argument("rule", type=int)
@click.argument("place", type=click.IntRange(1))
@click.pass_context
def rule_move(ctx: click.Context, rule: int, place: int) -> None:
    """Put a rule at a place in the order, 1 for the first: it is asked before the others."""
    with session_of(ctx).services() as services:
        services.database.write_now(policies.move, rule, to=place - 1)


@rule_group.command("test")
@click.argument("rule", type=int, required=False)
@when_option
@then_option
@click.option("--last", default=100, show_default=True, type=click.IntRange(1, 10_000))
@as_json_option
@click.pass_context
def rule_test(
    ctx: click.Context,
    rule: int | None,
    when: tuple[str, ...],
    then: tuple[str, ...],
    last: int,
    as_json: bool,
) -> None:
    """Show what a rule, kept or not, would change of the newest messages; writes nothing."""
    if (rule is None) == (not when and not then):
        raise click.UsageError("Give a rule, or --when and --then.")
    conditions, effects = _parsed(when, then)
    with session_of(ctx).services() as services:
        read = services.database.read_now
        if rule is not None:
            tried = read(policies.find, rule).rule
        else:
            tried = read(policies.checked, name="-", conditions=conditions, effects=effects)
        wanted = read(policy_acts.asking, tried, last=last)
        advice = advice_for(services, wanted)
        hits = read(policy_acts.dry_run, tried, last=last, advice=advice)
    show([plain(one) for one in hits], as_json=as_json, lines=lambda: _hit_lines(hits))


@rule_group.command("apply")
@click.argument("rule", type=int)
@click.argument("tickets", nargs=-1, type=int)
@click.option("--query", help="All messages that this finds, such as 'state:open'.")
@yes_option
@as_json_option
@click.pass_context
def rule_apply(
    ctx: click.Context,
    rule: int,
    tickets: tuple[int, ...],
    query: str | None,
    yes: bool,
    as_json: bool,
) -> None:
    """Let a rule act on messages that are there already; undo takes it all back at once."""
    if bool(tickets) == (query is not None):
        raise click.UsageError("Say which tickets, or give a --query.")
    with session_of(ctx).services() as services:
        database = services.database
        if query is None:
            ids = [database.read_now(lifecycle.by_number, number) for number in tickets]
        else:
            now = services.clock.now()
            ids = list(database.read_now(finding.find, query, now=now).ticket_ids)
        wanted = database.read_now(policy_acts.asking_of, rule, ids)
        advice = advice_for(services, wanted)
        done = database.write_now(policy_acts.apply_to, rule, ids, advice=advice, confirmed=yes)
    value = {"act": done.act_id, "changed": done.changed, "left": done.refused}
    lines = [f"{done.changed} changed, {done.refused} left as they were."]
    show(value, as_json=as_json, lines=lambda: iter(lines))


@rule_group.command("contradictions")
@as_json_option
@click.pass_context
def rule_contradictions(ctx: click.Context, as_json: bool) -> None:
    """Show rules that quarrel, and rules that set each other off."""
    with session_of(ctx).services() as services:
        quarrels = services.database.read_now(policies.contradictions)
        loops = services.database.read_now(policies.loops)
    value = {
        "contradictions": [
            {
                "rules": [one.first.id, one.second.id],
                "names": [one.first.name, one.second.name],
                "about": one.slot,
                "values": list(one.values),
            }
            for one in quarrels
        ],
        "loops": [[one.id for one in circle] for circle in loops],
    }

    def lines() -> Iterator[str]:
        yield from map(_quarrel_line, quarrels)
        for circle in loops:
            yield f"These set each other off: {', '.join(one.name for one in circle)}."

    show(value, as_json=as_json, lines=lines)


@rule_group.command("stars")
@click.argument("priorities", nargs=-1, metavar="[STARS=PRIORITY]...")
@click.option(
    "--complaint", type=int, metavar="STARS", help="A complaint up to so many stars; 0 for never."
)
@as_json_option
@click.pass_context
def rule_stars(
    ctx: click.Context, priorities: tuple[str, ...], complaint: int | None, as_json: bool
) -> None:
    """Say which priority the stars of a review give ("1=urgent"); without any, show it."""
    given = {int(one) if one.isdecimal() else 0: value for one, value in map(_pair, priorities)}
    with session_of(ctx).services() as services:
        write, read = services.database.write_now, services.database.read_now
        asked = given or complaint is not None
        act = write(stars.set_rule, priorities=given, complaint=complaint) if asked else None
        rule = read(load, StarSettings).rule
    told = {str(number): value for number, value in enumerate(rule.priorities, 1)}
    lines = [f"{number} star(s): {value}" for number, value in told.items()]
    lines.append(
        f"A complaint up to {rule.complaint} star(s)." if rule.complaint else "No complaints."
    )
    value = {"priorities": told, "complaint": rule.complaint, "act": act}
    show(value, as_json=as_json, lines=lambda: iter(lines))


def _parsed(
    when: Sequence[str], then: Sequence[str]
) -> tuple[tuple[Condition, ...], tuple[Effect, ...]]:
    conditions = (_pair(one) for one in when)
    effects = (_pair(one) for one in then)
    return (
        tuple(Condition(field, tuple(value.split(","))) for field, value in conditions),
        tuple(Effect(kind, value) for kind, value in effects),
    )


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise click.UsageError(f"“{text}” is not of the form NAME=VALUE.")
    return name.strip(), value.strip()


def _rule_lines(found: Sequence[PolicyInfo]) -> Iterator[str]:
    for one in found:
        when = " and ".join(f"{c.field}={','.join(c.values)}" for c in one.conditions)
        then = ", ".join(f"{e.kind}={e.value}" for e in one.effects)
        yield f"{one.id:>4}  {one.name}{'' if one.active else '  (off)'}"
        yield f"      when {when} then {then}"


def _hit_lines(hits: Sequence[Hit]) -> Iterator[str]:
    for hit in hits:
        yield f"{hit.number:>6}  {hit.sender[:24]:<24}  {hit.subject}"
        because = ", ".join(
            f"{name} {one.key} {one.percent} %" for name, one in hit.because.items()
        )
        changes = ", ".join(map(_change_text, hit.changes)) or "nothing changes"
        yield f"        {changes}{f' (because of {because})' if because else ''}"


def _change_text(change: Change) -> str:
    return f"{change.kind}: {change.before or '-'} -> {change.after}"


def _quarrel_line(one: Contradiction) -> str:
    return (
        f"“{one.first.name}” and “{one.second.name}” quarrel about {one.slot}: "
        f"{one.values[0]} or {one.values[1]}; the first one wins."
    )


COMMANDS = (triage_command, rule_group)
