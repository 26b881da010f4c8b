"""Changing the opening hours and what the holidays mean, as acts; the clocks follow at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.models.rules.blocks import checked, spelled
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.models.rules.hours import Block
from app.services.settings import HoursSettings, Week, load
from app.services.storage.database import Unit
from app.services.tickets import acts, opening, reclocking, setting_acts

LONGEST_WHY = 80


def set_week(
    unit: Unit, days: Mapping[int, Sequence[Block]], *, origin: object | None = None
) -> int | None:
    """Give weekdays (0 is Monday) their opening hours; returns the act, None when nothing changed.

    Raises:
        HoursBeyondDayError, HoursReversedError, HoursOverlapError: blocks that cannot be.
    """
    week = _replaced(load(unit.session, HoursSettings).week, days)
    return _change(unit, "hours_week", origin, {"days": _told(days)}, week=week)


def set_evening(
    unit: Unit, days: Mapping[int, Sequence[Block]], *, origin: object | None = None
) -> int | None:
    """Say in which hours outside those of opening somebody reacts; as `set_week`."""
    evening = _replaced(load(unit.session, HoursSettings).evening, days)
    return _change(unit, "hours_evening", origin, {"days": _told(days)}, evening=evening)


def set_date(
    unit: Unit,
    day: date,
    *,
    blocks: Sequence[Block],
    why: str = "",
    origin: object | None = None,
) -> int | None:
    """Give one date hours of its own, () for closed; they go before week and holidays.

    Raises:
        HoursBeyondDayError, HoursReversedError, HoursOverlapError: blocks that cannot be.
    """
    reason = " ".join(why.split())[:LONGEST_WHY]
    entry = (day.isoformat(), _plain(checked(blocks)), reason)
    others = [one for one in load(unit.session, HoursSettings).dates if one[0] != entry[0]]
    data = {"date": entry[0], "blocks": spelled(checked(blocks))}
    return _change(unit, "hours_date", origin, data, dates=tuple(sorted([*others, entry])))


def unset_date(unit: Unit, day: date, *, origin: object | None = None) -> int | None:
    """Let a date be as its weekday again.

    Raises:
        NotFoundError: it has no hours of its own.
    """
    known = load(unit.session, HoursSettings).dates
    others = tuple(one for one in known if one[0] != day.isoformat())
    if others == known:
        raise NotFoundError(what="date", name=day.isoformat())
    return _change(unit, "hours_date", origin, {"date": day.isoformat()}, dates=others)


def confirm_holiday(
    unit: Unit, day: date, *, is_open: bool, origin: object | None = None
) -> int | None:
    """Say whether the firm is open on a holiday, which then is as its weekday.

    Raises:
        NotFoundError: it is no holiday of the country.
    """
    if not any(one.day == day for one in opening.holidays_of(unit.session, day.year)):
        raise NotFoundError(what="holiday", name=day.isoformat())
    said = dict(load(unit.session, HoursSettings).holidays) | {day.isoformat(): is_open}
    data = {"date": day.isoformat(), "open": is_open}
    return _change(unit, "holiday", origin, data, holidays=tuple(sorted(said.items())))


def set_country(unit: Unit, country: str, *, origin: object | None = None) -> int | None:
    """Say whose holidays count: NL, BE, or "" for none.

    Raises:
        InvalidValueError: another country.
    """
    if country not in opening.COUNTRIES:
        choices = ", ".join(one or "none" for one in opening.COUNTRIES)
        raise InvalidValueError(value=country, field="country", choices=choices)
    return _change(unit, "country", origin, {"country": country}, country=country)


def _change(
    unit: Unit, name: str, origin: object | None, data: Mapping[str, Any], **values: Any
) -> int | None:
    before = load(unit.session, HoursSettings)
    after = replace(before, **values)
    if after == before:
        return None
    recorder = acts.begin(unit, name, origin=origin, **data)
    recorder.add(setting_acts.keep(unit, after))
    reclocking.all_running(unit)
    return setting_acts.finish(unit, recorder, after, dict(data))


def _replaced(week: Week, days: Mapping[int, Sequence[Block]]) -> Week:
    return tuple(
        _plain(checked(days[number])) if number in days else blocks
        for number, blocks in enumerate(week)
    )


def _plain(blocks: Sequence[Block]) -> tuple[tuple[int, int], ...]:
    return tuple((block.start, block.end) for block in blocks)


def _told(days: Mapping[int, Sequence[Block]]) -> dict[str, str]:
    return {str(day): spelled(checked(blocks)) for day, blocks in days.items()}
