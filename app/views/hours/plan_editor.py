"""Changes the plans as the owner types and picks."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.models.rules.durations import parse_amount
from app.models.rules.hours import Counting
from app.models.rules.plans import KINDS, Plan
from app.models.rules.tickets import Priority
from app.services.tickets import plan_acts, plans
from app.views import channel_looks, sentences
from app.views.hours import plan_card
from app.views.hours.changes import Changes
from app.views.hours.page import HoursPage
from app.views.language import translate
from app.views.widgets.picker import Entry, Picker

TYPED = "typed:"


class PlanEditor(QObject):
    """Works for the cards of the plans."""

    def __init__(self, changes: Changes, page: HoursPage, picker: Picker) -> None:
        super().__init__(page)
        self._database = changes.services.database
        self._changes, self._page, self._picker = changes, page, picker
        page.plan_entered.connect(self._on_plan_entered)
        page.plan_counted.connect(self._on_plan_counted)
        page.condition_wanted.connect(self._on_condition)
        page.remove_wanted.connect(self._on_remove)
        page.preset_wanted.connect(self._on_preset)

    def _plan(self, plan_id: int) -> Plan:
        known = self._changes.times.plans if self._changes.times is not None else ()
        return next(one for one in known if one.id == plan_id)

    def _on_plan_entered(self, plan_id: int, field: str, typed: str) -> None:
        line = self._page.cards[plan_id].lines[field]
        edited = partial(_entered, field=field, typed=typed)
        self._changes.do(
            "plan_changed", self._database.write(plan_acts.edit, plan_id, edited), line
        )

    def _on_plan_counted(self, plan_id: int, field: str, counting: str) -> None:
        edited = partial(_counted, field=field, counting=Counting(counting))
        self._changes.do("plan_changed", self._database.write(plan_acts.edit, plan_id, edited))

    def _on_remove(self, plan_id: int) -> None:
        self._changes.do("plan_removed", self._database.write(plan_acts.remove, plan_id))

    def _on_preset(self, preset: str) -> None:
        self._changes.do("plan_added", self._add_preset(preset))

    async def _add_preset(self, preset: str) -> int | None:
        return (await self._database.write(plan_acts.add_preset, preset))[1]

    def _on_condition(self, plan_id: int, condition: str) -> None:
        self._changes.start(self._choose(plan_id, condition))

    async def _choose(self, plan_id: int, condition: str) -> None:
        """Let the owner put one channel, priority or customer on a plan, or take it off."""
        plan = self._plan(plan_id)
        chosen = getattr(plan, condition)
        people = condition == plan_card.CONTACTS
        entry = await self._picker.pick(
            translate("Hours", "For whom is “{name}”?").format(name=plan.name),
            self._choices(condition, chosen),
            placeholder=translate("Hours", "The address of a customer") if people else "",
            offer=_typed_customer if people else None,
        )
        if entry is None:
            return
        key = await self._key(condition, entry)
        act = self._database.write(
            plan_acts.edit, plan_id, partial(_turned, field=condition, key=key)
        )
        await self._changes.done("plan_changed", act, None)

    def _choices(self, condition: str, chosen: frozenset[Any]) -> list[Entry]:
        if condition == plan_card.KINDS:
            names = {one: channel_looks.name_of(one) for one in KINDS}
        elif condition == plan_card.PRIORITIES:
            names = {one.value: sentences.word(sentences.PRIORITIES, one) for one in Priority}
        else:
            handles = self._changes.times.handles if self._changes.times is not None else {}
            names = {str(one): handles.get(one, str(one)) for one in sorted(chosen)}
        marked = {str(one) for one in chosen}
        return [Entry(key, name, marked=key in marked) for key, name in names.items()]

    async def _key(self, condition: str, entry: Entry) -> str | int:
        if condition != plan_card.CONTACTS:
            return entry.key
        if entry.key.startswith(TYPED):
            return await self._database.read(plans.contact_of, entry.key.removeprefix(TYPED))
        return int(entry.key)


def _typed_customer(typed: str) -> list[Entry]:
    return [Entry(TYPED + typed.strip(), typed.strip(), icon="user")] if typed.strip() else []


def _turned(plan: Plan, field: str, key: str | int) -> Plan:
    values: dict[str, Any] = {field: getattr(plan, field) ^ {key}}
    return replace(plan, **values)


def _counted(plan: Plan, field: str, counting: Counting) -> Plan:
    target = replace(getattr(plan.targets, field), counting=counting)
    return replace(plan, targets=replace(plan.targets, **{field: target}))


def _entered(plan: Plan, field: str, typed: str) -> Plan:
    if field == plan_card.NAME:
        return replace(plan, name=typed)
    if field == plan_card.EVENING:
        evening = parse_amount(typed) if typed else None
        return replace(plan, targets=replace(plan.targets, evening=evening))
    target = replace(getattr(plan.targets, field), amount=parse_amount(typed))
    return replace(plan, targets=replace(plan.targets, **{field: target}))
