"""Commands about opening hours and holidays."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from app.cli.context import as_json_option, session_of, show
from app.models.rules.blocks import parse_blocks, parse_weekdays, spelled
from app.models.rules.errors import InvalidValueError
from app.models.rules.hours import Block
from app.models.rules.moments import parse_moment
from app.services.settings import HoursSettings, Week, load
from app.services.tickets import hours_acts, opening
from app.services.tickets.opening import Holiday

if TYPE_CHECKING:  # imported when a command opens the profile: help does without
    from app.bootstrap import Services

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NONE = "none"


@click.group("hours")
def hours_group() -> None:
    """Opening hours, dates that differ, and holidays."""


@hours_group.command("show")
@as_json_option
@click.pass_context
def hours_show(ctx: click.Context, as_json: bool) -> None:
    """Show the opening hours, and the holidays to decide about."""
    with session_of(ctx).services() as services:
        settings = services.database.read_now(load, HoursSettings)
        asked = services.database.read_now(opening.unconfirmed, services.clock.now())
    value = {
        "zone": settings.zone,
        "country": settings.country or None,
        "week": _week(settings.week),
        "evening": _week(settings.evening),
        "dates": [
            {"date": day, "blocks": _spelled(blocks), "why": why}
            for day, blocks, why in settings.dates
        ],
        "to_confirm": [_holiday(one) for one in asked],
    }
    show(value, as_json=as_json, lines=lambda: _lines(value))


@hours_group.command("set")
@click.argument("days")
@click.argument("blocks", nargs=-1, required=True)
@as_json_option
@click.pass_context
def hours_set(ctx: click.Context, days: str, blocks: tuple[str, ...], as_json: bool) -> None:
    """Set the hours of DAYS (monday, ma, ma-vr) to BLOCKS (9:00-12:30 13-17:30, or closed)."""
    wanted = dict.fromkeys(_weekdays(days), parse_blocks(" ".join(blocks)))
    write(ctx, as_json, lambda services: services.database.write_now(hours_acts.set_week, wanted))


@hours_group.command("evening")
@click.argument("days")
@click.argument("blocks", nargs=-1, required=True)
@as_json_option
@click.pass_context
def hours_evening(ctx: click.Context, days: str, blocks: tuple[str, ...], as_json: bool) -> None:
    """Say when somebody reacts outside the opening hours, as `hours set`."""
    wanted = dict.fromkeys(_weekdays(days), parse_blocks(" ".join(blocks)))
    write(
        ctx, as_json, lambda services: services.database.write_now(hours_acts.set_evening, wanted)
    )


@hours_group.command("date")
@click.argument("day")
@click.argument("blocks", nargs=-1)
@click.option("--why", default="", help="The reason, such as 'stocktaking'.")
@click.option("--usual", is_flag=True, help="As its weekday again.")
@as_json_option
@click.pass_context
def hours_date(
    ctx: click.Context, day: str, blocks: tuple[str, ...], why: str, usual: bool, as_json: bool
) -> None:
    """Give one DAY (2026-12-24, '24 dec') hours of its own: BLOCKS, or closed."""
    if usual == bool(blocks):
        raise click.UsageError("Give either hours, closed, or --usual.")
    parsed = parse_blocks(" ".join(blocks))

    def act(services: "Services") -> int | None:
        wanted, database = _date(services, day), services.database
        if usual:
            return database.write_now(hours_acts.unset_date, wanted)
        return database.write_now(hours_acts.set_date, wanted, blocks=parsed, why=why)

    write(ctx, as_json, act)


@hours_group.command("holidays")
@click.option("--year", type=click.IntRange(1990, 2100), help="This year by default.")
@as_json_option
@click.pass_context
def hours_holidays(ctx: click.Context, year: int | None, as_json: bool) -> None:
    """List the holidays of a year, and whether the firm is open."""
    with session_of(ctx).services() as services:
        wanted = year or services.clock.now().year
        found = services.database.read_now(opening.holidays_of, wanted)
    show([_holiday(one) for one in found], as_json=as_json, lines=lambda: map(_holiday_line, found))


@hours_group.command("confirm")
@click.argument("day")
@click.option("--open/--closed", "is_open", default=None, help="Whether the firm is open.")
@as_json_option
@click.pass_context
def hours_confirm(ctx: click.Context, day: str, is_open: bool | None, as_json: bool) -> None:
    """Say whether the firm is open on a holiday."""
    if is_open is None:
        raise click.UsageError("Say --open or --closed.")
    chosen = is_open

    def act(services: "Services") -> int | None:
        wanted = _date(services, day)
        return services.database.write_now(hours_acts.confirm_holiday, wanted, is_open=chosen)

    write(ctx, as_json, act)


@hours_group.command("country")
@click.argument("country")
@as_json_option
@click.pass_context
def hours_country(ctx: click.Context, country: str, as_json: bool) -> None:
    """Choose whose holidays count: NL, BE or none."""
    wanted = "" if country.casefold() == NONE else country.upper()
    write(
        ctx, as_json, lambda services: services.database.write_now(hours_acts.set_country, wanted)
    )


COMMANDS = (hours_group,)


def write(ctx: click.Context, as_json: bool, work: "Callable[[Services], int | None]") -> None:
    """Do an act, and tell its number, by which `undo` takes it back."""
    with session_of(ctx).services() as services:
        act = work(services)

    def lines() -> Iterator[str]:
        yield "Nothing changed." if act is None else f"Changed. 'balie undo {act}' takes it back."

    show({"act": act, "changed": act is not None}, as_json=as_json, lines=lines)


def _weekdays(typed: str) -> tuple[int, ...]:
    days = parse_weekdays(typed)
    if days is None:
        raise InvalidValueError(value=typed, field="weekday", choices="monday, ma, ma-vr")
    return days


def _date(services: "Services", typed: str) -> date:
    """Return the date that was meant, of those that are still to come unless it has its year."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        zone = services.database.read_now(load, HoursSettings).zone
        moment = parse_moment(typed, now=services.clock.now(), zone=zone)
        if moment is None:
            raise InvalidValueError(
                value=typed, field="date", choices="2026-12-24, 24 dec"
            ) from None
        return moment.astimezone(ZoneInfo(zone)).date()


def _spelled(blocks: tuple[tuple[int, int], ...]) -> list[str]:
    return [spelled([Block(*block)]) for block in blocks]


def _week(week: Week) -> dict[str, list[str]]:
    return {day: _spelled(blocks) for day, blocks in zip(DAYS, week, strict=True)}


def _holiday(one: Holiday) -> dict[str, Any]:
    return {
        "date": one.day.isoformat(),
        "name": one.name,
        "open": one.open,
        "confirmed": one.confirmed,
    }


def _lines(value: Mapping[str, Any]) -> Iterator[str]:
    yield f"{value['zone']}, holidays of {value['country'] or NONE}"
    for day in DAYS:
        evening = ", ".join(value["evening"][day])
        more = f"  evening {evening}" if evening else ""
        yield f"{day:<10} {', '.join(value['week'][day]) or 'closed'}{more}"
    for one in value["dates"]:
        yield f"{one['date']} {', '.join(one['blocks']) or 'closed'}  {one['why']}".rstrip()
    for one in value["to_confirm"]:
        yield f"{one['date']} {one['name']}: open or closed? Now {_open(one['open'])}."


def _holiday_line(one: Holiday) -> str:
    sure = "" if one.confirmed else "  (not confirmed)"
    return f"{one.day.isoformat()}  {_open(one.open):<6}  {one.name}{sure}"


def _open(is_open: bool) -> str:
    return "open" if is_open else "closed"
