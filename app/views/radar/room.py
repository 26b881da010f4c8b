"""The room of questions that come back, made when it is first wanted, and what is done there."""

import asyncio
from datetime import timedelta
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from app.bootstrap import Services
from app.models.rules.radar import State, Task
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.handbook import cases, radar, radar_articles
from app.services.settings import RadarSettings, load
from app.services.tickets import directory
from app.views.doing import Doing
from app.views.keeping.dialog import KeepingDialog
from app.views.language import translate
from app.views.main_window import MainWindow
from app.views.navigation.room_items import RADAR
from app.views.radar.card import ANSWER, DISMISS, DONE, NONE, REOPEN, TASKS, WRITE, Shown
from app.views.radar.page import RadarPage
from app.views.tasks import GuiTasks, answered

STATES = {DISMISS: State.DISMISSED, DONE: State.DONE, REOPEN: State.OPEN}


class RadarRoom(QObject):
    """Shows what comes back, and does what the owner decides about it.

    Signals:
        answer_wanted(object): the tickets of a finding are all to be answered: list of ids.
        ticket_wanted(int): this ticket is to be shown.
    """

    answer_wanted = Signal(object)
    ticket_wanted = Signal(int)

    def __init__(self, services: Services, window: MainWindow, doing: Doing) -> None:
        super().__init__(window)
        self._services, self._database = services, services.database
        self._window, self._doing = window, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]

    def show(self) -> None:
        """Show what is known, and look whether there is more."""
        self._window.show_page(self.page)
        self.look()

    def look(self) -> None:
        """Look whether something comes back."""
        self._tasks.start(self._look(), once="look")

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    @cached_property
    def page(self) -> RadarPage:
        page = RadarPage(self._window.theme, self._services.clock.now)
        self._window.add_page(page, RADAR)
        page.left.connect(self._window.show_messages)
        page.look_wanted.connect(self.look)
        page.card.act_wanted.connect(self._on_act)
        page.card.noted.connect(self._on_noted)
        page.card.ticket_wanted.connect(self._on_ticket)
        return page

    # --- what is shown -----------------------------------------------------------------------

    async def _look(self) -> None:
        await self._refresh()
        self.page.show_looking(looking=True)
        now, similar = self._services.clock.now(), self._services.similar()
        try:
            await asyncio.to_thread(radar.look, self._database, now=now, similar=similar)
        finally:
            self.page.show_looking(looking=False)
        await self._refresh()

    async def _refresh(self) -> None:
        read = self._database.read
        settings = await read(load, RadarSettings)
        since = self._services.clock.now() - timedelta(days=settings.days)
        found = [
            Shown(one, sum(each.asked_at >= since for each in one.tickets), settings.days)
            for one in await read(radar.findings, everyone=True)
        ]
        names = [one.name for one in await read(directory.colleagues)]
        self.page.show_findings(found, names, least=settings.least, days=settings.days)

    def _on_changed(self, event: SettingsChanged | StoreChangedElsewhere) -> None:
        touched = isinstance(event, StoreChangedElsewhere) or event.section == radar.SECTION
        if touched and "page" in self.__dict__:
            self._tasks.start(self._refresh(), replaces="refresh")

    # --- what is done ------------------------------------------------------------------------

    def _on_act(self, name: str) -> None:
        shown = self.page.shown
        if shown is not None:
            self._tasks.start(self._act(name, shown), once=name)

    async def _act(self, name: str, finding_id: int) -> None:
        if name == WRITE:
            await self._write(finding_id)
        elif name == ANSWER:
            self.answer_wanted.emit(await self._database.read(radar.tickets_of, finding_id))
        elif name in STATES:
            await self._settle(name, finding_id)
        else:
            await self._assign(name, finding_id)

    async def _write(self, finding_id: int) -> None:
        database = self._database
        draft = await database.read(radar_articles.draft, finding_id)
        targets = await database.read(cases.places, language=draft.language)
        dialog = KeepingDialog(self.page, draft, targets)
        if await answered(dialog) != QDialog.DialogCode.Accepted.value:
            return
        _page, act_id = await database.write(
            radar_articles.save, finding_id, ticket_id=draft.ticket_id, title=dialog.title.text(),
            text=dialog.words.toPlainText(), language=draft.language, place=dialog.place,
        )  # fmt: skip
        told = translate("Radar", "Kept in the handbook, and done")
        self._doing.tell(told, act_id)

    async def _settle(self, name: str, finding_id: int) -> None:
        act_id = await self._database.write(radar.settle, finding_id, state=STATES[name])
        told = {
            DISMISS: translate("Radar", "Left as it is"),
            DONE: translate("Radar", "Done"),
            REOPEN: translate("Radar", "Open again"),
        }
        self._doing.tell(told[name], act_id)

    async def _assign(self, name: str, finding_id: int) -> None:
        task = None if name == NONE else Task(name)
        act_id = await self._database.write(radar.assign, finding_id, task=task)
        if task is None:
            self._doing.tell(translate("Radar", "No task after all"), act_id)
            return
        await self._refresh()
        self._doing.tell(translate("Radar", TASKS[name]), act_id)
        self.page.card.begin_note()

    def _on_noted(self, note: str, owner: str) -> None:
        found = next((one for one in self.page.listed if one.info.id == self.page.shown), None)
        if found is not None and found.info.task is not None:
            task = Task(found.info.task)
            self._tasks.start(self._note(found.info.id, task, note, owner), replaces="note")

    async def _note(self, finding_id: int, task: Task, note: str, owner: str) -> None:
        act_id = await self._database.write(
            radar.assign, finding_id, task=task, note=note, owner=owner
        )
        self._doing.tell(translate("Radar", "Noted"), act_id)

    def _on_ticket(self, ticket_id: int) -> None:
        self._window.show_messages()
        self.ticket_wanted.emit(ticket_id)
