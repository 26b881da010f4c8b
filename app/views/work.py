"""What the actions do with the tickets that are chosen, or with the open one."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.bootstrap import Services
from app.models.rules.hours import OpeningHours
from app.models.rules.moments import parse_moment
from app.models.rules.snoozes import Preset, presets
from app.models.rules.tickets import Priority, TicketState
from app.services.tickets import (
    decisions,
    inbox,
    influence,
    lists,
    promises,
    reactions,
    transcripts,
)
from app.services.tickets.inbox import TicketInfo
from app.services.tickets.opening import opening_hours, opening_time
from app.views import moments, sentences
from app.views.action_table import BY_NAME
from app.views.actions import Actions
from app.views.aiding import Aiding
from app.views.asking import Asking
from app.views.bulk.controller import Bulk
from app.views.cases.controller import Cases
from app.views.closing import Closing
from app.views.day.logging import Logging
from app.views.doing import Doing
from app.views.inbox.list_view import InboxView
from app.views.incidents import Incidents
from app.views.keeping.controller import Keeping
from app.views.language import is_dutch, translate
from app.views.learning.deciding import Deciding
from app.views.reasons import ask_reason
from app.views.relations import Relations
from app.views.saying import Saying
from app.views.tasks import GuiTasks
from app.views.texts.choosing import TextChooser
from app.views.ticket.controller import TicketController
from app.views.walking import Walking
from app.views.widgets.picker import Entry, Picker

NONE, SLEEP_ON = "", "sleep_on"
STATES = {
    "done": TicketState.CLOSED,
    "reopen": TicketState.OPEN,
    "no_reaction": TicketState.NO_REACTION,
    "spam": TicketState.SPAM,
}


class Work(QObject):
    """Hears the actions about tickets."""

    def __init__(
        self,
        services: Services,
        actions: Actions,
        shown: InboxView,
        tickets: TicketController,
        picker: Picker,
        doing: Doing,
        closing: Closing,
    ) -> None:
        super().__init__(shown)
        self._closing = closing
        self._services = services
        self._database, self._actions = services.database, actions
        self._list, self._tickets, self._picker, self._doing = shown, tickets, picker, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        self._relations = Relations(services, tickets, picker, doing)
        self.asking = Asking(services, tickets, picker, doing)
        self.incidents = Incidents(services, actions, picker, doing, self)
        self.bulk = Bulk(services, tickets.page, doing, self)
        self._cases = Cases(services, tickets.page, doing, self)
        self._keeping = Keeping(services, tickets.page, doing, self)
        self._deciding = Deciding(services, tickets.page, doing, self)
        self._logging = Logging(services, tickets.page, doing, self)
        self.incidents.answer_wanted.connect(self.bulk.answer_incident)
        self._texts = TextChooser(services, tickets, picker, doing)
        self._walking = Walking(services, tickets, actions, picker, doing, self.asking, self._texts)
        self._saying = Saying(services, tickets, actions, picker, doing, self._texts)
        self.aiding = Aiding(services, tickets, actions, doing, self._walking, self._texts)
        self._acts = self._about()
        actions.triggered.connect(self._on_action)
        facts = tickets.page.facts
        facts.decisions.change_wanted.connect(self._on_change)
        facts.action_wanted.connect(actions.trigger)
        facts.handle_copied.connect(self._on_copied)

    def _about(self) -> dict[str, Callable[[list[int]], Awaitable[None]]]:
        return {
            **{name: partial(self._change_state, state) for name, state in STATES.items()},
            "snooze": self._snooze,
            "category": partial(self._listed, lists.CATEGORY),
            "priority": self._priority,
            "react": partial(self._react, promise=False),
            "react_promise": partial(self._react, promise=True),
            "extend": self._extend,
            "department": partial(self._listed, lists.DEPARTMENT),
            "type": partial(self._listed, lists.TYPE),
            "product_group": partial(self._listed, lists.PRODUCT_GROUP),
            "vip": partial(self._standing, "vip"),
            "press": partial(self._standing, "press"),
            **self._relations.acts,
            **self.asking.acts,
            **self.incidents.acts,
            **self.bulk.acts,
            **self._cases.acts,
            **self._keeping.acts,
            **self._deciding.acts,
            **self._logging.acts,
            **self._walking.acts,
            **self._saying.acts,
            **self.aiding.acts,
            "texts": self._texts.choose,
            "copy": self._copy,
        }

    def close(self) -> None:
        """End what runs."""
        self._picker.dismiss()
        self._relations.close()
        self.asking.close()
        self.incidents.close()
        self.bulk.close()
        self._deciding.close()
        self._logging.close()
        self.aiding.close()
        self._walking.close()
        self._saying.close()
        self._tasks.close()

    @property
    def targets(self) -> list[int]:
        """The tickets that an action is about: several chosen ones, else the open one."""
        chosen = self._list.chosen_ids
        if len(chosen) > 1:
            return chosen
        open_id = self._tickets.ticket_id
        if open_id is not None:
            return [open_id]
        return chosen

    def _on_action(self, name: str) -> None:
        act = self._acts.get(name)
        targets = self.targets
        if act is not None and targets:
            self._tasks.start(self._run(act, targets))

    async def _run(self, act: Callable[[list[int]], Awaitable[None]], targets: list[int]) -> None:
        await act(targets)

    def _on_change(self, field: str, key: str) -> None:
        open_id = self._tickets.ticket_id
        if open_id is None:
            return
        if field == "state":
            self._tasks.start(self._change_state(TicketState(key), [open_id]))
        else:
            self._tasks.start(self._set(field, [open_id], key))

    # --- state -------------------------------------------------------------------------------

    async def _change_state(self, state: TicketState, targets: list[int]) -> None:
        if state is TicketState.CLOSED:
            done = await self._closing.close(targets)
        elif state is TicketState.NO_REACTION:
            done = await self._no_reaction(targets)
        else:
            done = await self._database.write(decisions.change_state, targets, state=state.value)
        if done is None:
            return
        name = sentences.word(sentences.STATES, state.value)
        self._doing.told(done, translate("Work", "Now: {name}").format(name=name))

    async def _no_reaction(self, targets: list[int]) -> decisions.Done | None:
        reason = await ask_reason(self._database, self._picker)
        if not reason:
            return None
        state = TicketState.NO_REACTION.value
        write = self._database.write
        return await write(decisions.change_state, targets, state=state, reason=reason)

    async def _snooze(self, targets: list[int]) -> None:
        now = self._services.clock.now()
        hours = await self._database.read(opening_hours, now)
        entry = await self._picker.pick(
            translate("Work", "Out of sight until"),
            [_preset_entry(preset, now) for preset in presets(hours, now)],
            placeholder=translate("Work", "Or in your own words: vrijdag 9u, in 2 hours, 5 dec"),
            offer=partial(_typed_moment, now, hours),
        )
        if entry is None:
            return
        until = datetime.fromisoformat(entry.key.removeprefix(SLEEP_ON))
        wakes = not entry.key.startswith(SLEEP_ON)
        done = await self._database.write(
            decisions.snooze, targets, until=until, wake_on_reply=wakes
        )
        moment = moments.full_moment(until, now)
        words = translate("Work", "Asleep until {moment}").format(moment=moment)
        self._doing.told(done, words)

    # --- first reaction and promises -----------------------------------------------------------

    async def _react(self, targets: list[int], *, promise: bool) -> None:
        done = await self._database.write(reactions.react, targets, promise=promise)
        words = (
            translate("Work", "The customer hears that you have it, and when he hears from you")
            if promise
            else translate("Work", "The customer hears that you have it")
        )
        self._doing.told(done, words)

    async def _extend(self, targets: list[int]) -> None:
        open_ones = await self._database.read(promises.of, targets[0])
        running = next((one for one in open_ones if one.state == "open"), None)
        if running is None:
            raise promises.NotAPromiseError
        act_id = await self._database.write(reactions.extend, running.id)
        self._doing.tell(translate("Work", "The customer hears that it takes longer"), act_id)

    # --- lists -------------------------------------------------------------------------------

    async def _listed(self, field: str, targets: list[int]) -> None:
        choices = await self._database.read(lists.entries, field)
        await self._choose(field, targets, [(one.key, _name(one)) for one in choices])

    async def _standing(self, name: str, targets: list[int]) -> None:
        infos = await self._database.read(inbox.infos, targets)
        is_so = all(_stands(info, name) for info in infos)
        done = await self._database.write(influence.set_standing, targets, **{name: not is_so})
        self._doing.told(done, self._actions.text(name))

    async def _priority(self, targets: list[int]) -> None:
        choices = [(one.value, sentences.word(sentences.PRIORITIES, one)) for one in Priority]
        await self._choose("priority", targets, choices, optional=False)

    async def _choose(
        self,
        field: str,
        targets: list[int],
        choices: Sequence[tuple[str, str]],
        *,
        optional: bool = True,
    ) -> None:
        infos = await self._database.read(inbox.infos, targets)
        current = {_value_of(info, field) for info in infos}
        entries = [
            Entry(key, text, icon=BY_NAME[field].icon, marked=current == {key}, hint=str(number))
            for number, (key, text) in enumerate(choices, start=1)
        ]
        if optional:
            entries.append(Entry(NONE, translate("Work", "None"), icon="x"))
        entry = await self._picker.pick(translate("Actions", BY_NAME[field].text), entries)
        if entry is not None:
            await self._set(field, targets, entry.key)

    async def _set(self, field: str, targets: list[int], key: str) -> None:
        write = self._database.write
        if field == "priority":
            done = await write(decisions.set_priority, targets, priority=key)
        else:
            done = await write(decisions.set_listed, targets, field=field, value=key or None)
        name = translate("Actions", BY_NAME[field].text)
        shown = await self._name_of(field, key)
        self._doing.told(done, f"{name}: {shown}")

    async def _name_of(self, field: str, key: str) -> str:
        if field == "priority":
            return sentences.word(sentences.PRIORITIES, key)
        choices = await self._database.read(lists.entries, field)
        found = next((_name(one) for one in choices if one.key == key), None)
        return found or translate("Work", "None")

    # --- text --------------------------------------------------------------------------------

    async def _copy(self, targets: list[int]) -> None:
        read, now = self._database.read, self._services.clock.now()
        found = [await read(transcripts.transcript, one, now) for one in targets[:20]]
        QGuiApplication.clipboard().setText("\n\n".join(filter(None, found)))
        self._doing.notices.tell(translate("Work", "Copied as text"))

    def _on_copied(self, handle: str) -> None:
        QGuiApplication.clipboard().setText(handle)
        self._doing.notices.tell(translate("Work", "Copied: {text}").format(text=handle))


def _name(choice: lists.Choice) -> str:
    return choice.name_nl if is_dutch() else choice.name_en


def _value_of(info: TicketInfo, field: str) -> str | None:
    holder = info.assessment if field in {lists.TYPE, lists.PRODUCT_GROUP} else info
    value: str | None = getattr(holder, field)
    return value


def _stands(info: TicketInfo, name: str) -> bool:
    return any(reason.code == name for reason in info.assessment.influence_reasons)


def _preset_entry(preset: Preset, now: datetime) -> Entry:
    name = translate("Snoozes", sentences.SNOOZES[preset.name])
    return Entry(
        preset.until.isoformat(), name, moments.full_moment(preset.until, now), "clock-pause"
    )


def _typed_moment(now: datetime, hours: OpeningHours, typed: str) -> list[Entry]:
    """Offer the moment that was typed, to wake on a reply or not."""
    moment = parse_moment(typed, now=now, zone=hours.zone, opens=opening_time(hours, now))
    if moment is None:
        return []
    shown = moments.full_moment(moment, now)
    key = moment.isoformat()
    return [
        Entry(key, shown, translate("Work", "or until the customer writes"), "clock-pause"),
        Entry(
            SLEEP_ON + key, shown, translate("Work", "also when the customer writes"), "clock-pause"
        ),
    ]
