"""Keeps the owner's rules, tries them out, and lets them act."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Services
from app.models.rules.advice import Advice
from app.models.rules.errors import KnownError
from app.services.assist import advising
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.tickets import finding, inbox_page, offered, policies, policy_acts
from app.services.tickets.decisions import Done
from app.services.tickets.lists import Lists
from app.services.tickets.policies import LoopingRuleError, PolicyInfo
from app.services.tickets.policy_acts import ManyTicketsError
from app.views.doing import Doing
from app.views.language import translate
from app.views.policies.page import SILENCES, RulesPage
from app.views.sentences import error_text
from app.views.tasks import GuiTasks
from app.views.widgets.picker import Entry, Picker

YES, NO = "yes", "no"


class RulesController(QObject):
    """Works for the page.

    Signals:
        page_wanted(): the page has to be shown.
    """

    page_wanted = Signal()

    def __init__(self, services: Services, page: RulesPage, picker: Picker, doing: Doing) -> None:
        super().__init__(page)
        self._services, self._database = services, services.database
        self._page, self._picker, self._doing = page, picker, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        self._rules: dict[int, PolicyInfo] = {}
        self._lists: Lists = {}
        self._acts: dict[str, Callable[[int], Awaitable[None]]] = {
            "remove": self._remove,
            "up": partial(self._move, by=-1),
            "down": partial(self._move, by=1),
            "turn": self._turn,
            "apply": self._apply,
        }
        page.wanted.connect(self._on_wanted)
        page.editor.tried.connect(self._on_tried)
        page.editor.saved.connect(self._on_saved)
        page.editor.cancelled.connect(self._on_cancelled)
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    def open(self) -> None:
        """Show the page with the rules as they are."""
        self.page_wanted.emit()
        self._tasks.start(self._show(), replaces="show")

    async def _show(self) -> None:
        read = self._database.read
        found = await read(policies.rules)
        self._rules = {one.id: one for one in found}
        self._lists = await read(offered.everything)
        quarrels, loops = await read(policies.contradictions), await read(policies.loops)
        self._page.show_rules(found, self._lists, quarrels, loops)

    # --- what the owner wants ----------------------------------------------------------------

    def _on_wanted(self, what: str, rule_id: int) -> None:
        if what in {"new", "edit"}:
            self._page.edit(self._rules.get(rule_id))
        else:
            self._tasks.start(self._do(what, rule_id))

    async def _do(self, what: str, rule_id: int) -> None:
        await self._acts[what](rule_id)

    def _on_tried(self) -> None:
        self._tasks.start(self._try(), replaces="try")

    def _on_saved(self) -> None:
        self._tasks.start(self._save(), once="save")

    def _on_cancelled(self) -> None:
        self._page.edit(None, shown=False)

    async def _try(self) -> None:
        editor = self._page.editor
        conditions, effects = editor.parts()
        rule = await self._database.read(
            policies.checked,
            name=editor.name.text() or "…",
            conditions=conditions,
            effects=effects,
            rule_id=editor.rule_id or 0,
        )
        read = self._database.read
        advice = await self._advice(await read(policy_acts.asking, rule))
        hits = await read(policy_acts.dry_run, rule, advice=advice)
        self._page.show_hits(hits, advising.silence(advice))

    async def _advice(self, ticket_ids: list[int]) -> Mapping[int, Advice]:
        """Return what the suggestion says of tickets; the model may have to be loaded first."""
        if not ticket_ids:
            return {}
        loop = asyncio.get_running_loop()

        def told(done: int, of: int) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._page.show_asking, done, of)

        self._page.show_asking(0, len(ticket_ids))
        return await asyncio.to_thread(self._services.adviser.of_all, ticket_ids, told)

    async def _save(self) -> None:
        editor = self._page.editor
        conditions, effects = editor.parts()
        kept, act_id = await self._keep(
            name=editor.name.text(),
            conditions=conditions,
            effects=effects,
            rule_id=editor.rule_id,
            active=editor.active,
        )
        if not kept:
            return
        self._page.edit(None, shown=False)
        self._doing.tell(translate("Rules", "The rule is kept"), act_id)

    async def _remove(self, rule_id: int) -> None:
        act_id = await self._database.write(policies.remove, rule_id)
        self._doing.tell(translate("Rules", "The rule is gone; what it did stays"), act_id)

    async def _move(self, rule_id: int, *, by: int) -> None:
        at = list(self._rules).index(rule_id) + by
        act_id = await self._database.write(policies.move, rule_id, to=at)
        if act_id is not None:
            self._doing.tell(translate("Rules", "The order has changed"), act_id)

    async def _turn(self, rule_id: int) -> None:
        rule = self._rules[rule_id]
        kept, act_id = await self._keep(
            name=rule.name,
            conditions=rule.conditions,
            effects=rule.effects,
            rule_id=rule_id,
            active=not rule.active,
        )
        if not kept:
            await self._show()
            return
        on = translate("Rules", "The rule is asked from now on")
        off = translate("Rules", "The rule is no longer asked")
        self._doing.tell(off if rule.active else on, act_id)

    async def _apply(self, rule_id: int) -> None:
        now = self._services.clock.now()
        found = await self._database.read(finding.find, "", now=now, view=inbox_page.TODO)
        write, ids = self._database.write, list(found.ticket_ids)
        wanted = await self._database.read(policy_acts.asking_of, rule_id, ids)
        advice = await self._advice(wanted)
        self._page.show_hits(None)
        try:
            done = await write(policy_acts.apply_to, rule_id, ids, advice=advice)
        except (ManyTicketsError, LoopingRuleError) as error:
            if not await self._confirmed(error):
                return
            done = await write(policy_acts.apply_to, rule_id, ids, advice=advice, confirmed=True)
        silence = advising.silence(advice)
        if silence is not None:
            self._doing.notices.problem(translate("Rules", SILENCES[silence]))
        elif done.act_id is None:
            self._doing.notices.tell(translate("Rules", "Nothing had to change"))
        else:
            name = f"“{self._rules[rule_id].name}”"
            self._doing.told(Done(done.act_id, done.changed), name)

    async def _keep(self, **values: Any) -> tuple[bool, int | None]:
        """Keep a rule, after asking when it goes round; returns whether, and the act."""
        write = self._database.write
        try:
            return True, (await write(policies.save, **values))[1]
        except LoopingRuleError as error:
            if not await self._confirmed(error):
                return False, None
            return True, (await write(policies.save, confirmed=True, **values))[1]

    async def _confirmed(self, error: KnownError) -> bool:
        entry = await self._picker.pick(
            error_text(error),
            [
                Entry(NO, translate("Rules", "Leave it"), icon="x"),
                Entry(YES, translate("Rules", "Do it all the same"), icon="check"),
            ],
        )
        return entry is not None and entry.key == YES

    def _on_changed(self, event: SettingsChanged | StoreChangedElsewhere) -> None:
        if isinstance(event, StoreChangedElsewhere) or event.section == policies.SECTION:
            self._tasks.start(self._show(), replaces="show")
