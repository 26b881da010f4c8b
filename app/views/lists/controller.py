"""Works for the page with the owner's lists."""

import asyncio

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.models.rules.errors import KnownError
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.tickets import lists, offered
from app.services.tickets.lists import EntryInUseError
from app.views.doing import Doing
from app.views.language import translate
from app.views.lists.page import REMOVE, UP, ListsPage
from app.views.reasons import entries_of
from app.views.sentences import error_text
from app.views.tasks import GuiTasks
from app.views.widgets.picker import Picker


class ListsController(QObject):
    """Reads and writes one list at a time."""

    def __init__(self, services: Services, page: ListsPage, picker: Picker, doing: Doing) -> None:
        super().__init__(page)
        self._database = services.database
        self._page, self._picker, self._doing = page, picker, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        self._moving = asyncio.Lock()
        page.list_wanted.connect(self._on_list)
        page.add_wanted.connect(self._on_add)
        page.rename_wanted.connect(self._on_rename)
        page.act_wanted.connect(self._on_act)
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    def begin(self) -> None:
        """Show the list as it stands."""
        self._on_list(self._page.field)

    async def _show(self, field: str) -> None:
        self._page.show_list(field, await self._database.read(lists.entries, field))

    async def _add(self, field: str, dutch: str, english: str) -> None:
        _key, act_id = await self._database.write(lists.add, field, name_nl=dutch, name_en=english)
        self._page.clear_new()
        name = " ".join(dutch.split())
        self._doing.tell(translate("Lists", "Added: {name}").format(name=name), act_id)

    async def _rename(self, field: str, key: str, dutch: str, english: str) -> None:
        try:
            act_id = await self._database.write(
                lists.rename, field, key, name_nl=dutch, name_en=english
            )
        except KnownError:
            await self._show(field)
            raise
        told = translate("Lists", "It is called {name} now").format(name=dutch)
        self._doing.tell(told, act_id)

    async def _move(self, field: str, key: str, by: int) -> None:
        async with self._moving:  # two presses of the key are two places
            keys = [one.key for one in await self._database.read(lists.entries, field)]
            to = keys.index(key) + by if key in keys else -1
            if 0 <= to < len(keys):
                act_id = await self._database.write(lists.move, field, key, to=to)
                self._doing.tell(translate("Lists", "The order has changed"), act_id)

    async def _remove(self, field: str, key: str) -> None:
        write = self._database.write
        try:
            act_id = await write(lists.remove, field, key)
        except EntryInUseError as error:
            known = await self._database.read(offered.everything)
            others = [one for one in entries_of(known, field, "list") if one.key != key]
            picked = await self._picker.pick(error_text(error), others)
            if picked is None:
                return
            act_id = await write(lists.remove, field, key, replacement=picked.key)
        self._doing.tell(translate("Lists", "Taken out of the list"), act_id)

    def _on_list(self, field: str) -> None:
        self._tasks.start(self._show(field), replaces="show")

    def _on_add(self, dutch: str, english: str) -> None:
        self._tasks.start(self._add(self._page.field, dutch, english), once="add")

    def _on_rename(self, key: str, dutch: str, english: str) -> None:
        self._tasks.start(self._rename(self._page.field, key, dutch, english))

    def _on_act(self, name: str, key: str) -> None:
        field = self._page.field
        if name == REMOVE:
            self._tasks.start(self._remove(field, key), once="remove")
        else:
            self._tasks.start(self._move(field, key, -1 if name == UP else 1))

    def _on_changed(self, event: SettingsChanged | StoreChangedElsewhere) -> None:
        if isinstance(event, StoreChangedElsewhere) or event.section in lists.SECTIONS:
            self.begin()
