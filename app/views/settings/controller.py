"""Keeps the owner's choices: in the store, and where they are needed before it is open."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.services import settings
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.settings import (
    DayEndSettings,
    KeySettings,
    LookSettings,
    NoticeSettings,
    S,
    SendingSettings,
    StarSettings,
)
from app.services.storage.database import Unit
from app.services.tickets import day_end, stars
from app.views.action_table import BY_NAME
from app.views.main_window import MainWindow
from app.views.settings.page import Options, SettingsPage
from app.views.tasks import GuiTasks


class KeyTakenError(KnownError):
    """Two actions would have the same key."""

    code = "key_taken"
    text = QT_TRANSLATE_NOOP("errors", "This key is taken: {act}. Give that another key first.")


class SettingsController(QObject):
    """Works for the settings page, which is made when it is first wanted."""

    def __init__(
        self, services: Services, window: MainWindow, make: Callable[[], SettingsPage]
    ) -> None:
        super().__init__(window)
        self._database = services.database
        self._window, self._make = window, make
        self._made: SettingsPage | None = None
        self._keeping = 0
        self._options: Options | None = None
        self._tasks = GuiTasks(self, window.notices.report)
        self.notify = NoticeSettings().enabled
        self._keys = KeySettings()
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]

    @property
    def page(self) -> SettingsPage:
        """The page, showing the choices of now."""
        if self._made is None:
            page = self._made = self._make()
            page.chosen.connect(self._on_chosen)
            page.keys_chosen.connect(self._on_keys)
            page.stars.priority_chosen.connect(self._on_star_priority)
            page.stars.complaint_chosen.connect(self._on_complaint)
            if self._options is not None:
                page.show_options(self._options)
        return self._made

    def open(self) -> None:
        """Show the page."""
        self._window.show_page(self.page)

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    async def take(self) -> None:
        """Read the choices and let them count.

        While a choice of the owner is being kept, what was read is not shown over it: it is read
        again when that is done.
        """
        read = self._database.read
        self._keys = await read(settings.load, KeySettings)
        sending = await read(settings.load, SendingSettings)
        notices = await read(settings.load, NoticeSettings)
        self.notify = notices.enabled
        window = self._window
        window.actions_.set_keys(
            {name: keys for name, *keys in self._keys.own},
            single_letters=self._keys.single_letters,
        )
        self._options = Options(
            language=window.language.code,
            colours=window.theme.mode,
            density=window.inbox.list.density,
            single_letters=self._keys.single_letters,
            keys={name: tuple(keys) for name, *keys in self._keys.own},
            undo_seconds=sending.undo_seconds,
            notify=notices.enabled,
            day_end=(await read(settings.load, DayEndSettings)).enabled,
            stars=(await read(settings.load, StarSettings)).rule,
        )
        if self._made is not None and not self._keeping:
            self._made.show_options(self._options)

    def _on_changed(self, _event: object) -> None:
        self._tasks.start(self.take(), replaces="take")

    def _on_chosen(self, name: str, value: object) -> None:
        window = self._window
        if name == "density":
            window.inbox.list.set_density(str(value))
            window.memory.density = window.inbox.list.density
        elif name == "language":
            self._look(str(value), window.theme.mode)
        elif name == "colours":
            self._look(window.language.code, str(value))
        elif name == "undo_seconds" and isinstance(value, int):
            self._keep(_save_undo_seconds, value)
        elif name == "notify":
            self._store(NoticeSettings(enabled=bool(value)))
        elif name == "day_end":
            self._keep(day_end.switch, enabled=bool(value))
        elif name == "single_letters":
            self._store(replace(self._keys, single_letters=bool(value)))

    def _on_star_priority(self, number: int, priority: str) -> None:
        self._keep(stars.set_rule, priorities={number: priority})

    def _on_complaint(self, most: int) -> None:
        self._keep(stars.set_rule, complaint=most)

    def _look(self, language: str, colours: str) -> None:
        self._window.take_look(language, colours)
        self._store(LookSettings(language=language, colours=colours))

    def _on_keys(self, name: str, keys: tuple[str, ...] | None) -> None:
        actions = self._window.actions_
        for other in BY_NAME:
            if keys and other != name and set(keys) & set(actions.keys_of(other)):
                self._window.notices.report(KeyTakenError(act=actions.text(other)))
                self._tasks.start(self.take(), replaces="take")
                return
        own = [one for one in self._keys.own if one[0] != name]
        if keys is not None:
            own.append((name, *keys))
        self._store(replace(self._keys, own=tuple(own)))

    def _store(self, section: S) -> None:
        self._keep(_save, section)

    def _keep(self, act: Callable[..., object], *values: object, **named: object) -> None:
        self._keeping += 1
        self._tasks.start(self._kept(partial(self._database.write, act, *values, **named)))

    async def _kept(self, write: Callable[[], Awaitable[object]]) -> None:
        try:
            await write()
        finally:
            self._keeping -= 1
            self._on_changed(None)


def _save(unit: Unit, section: S) -> None:
    settings.save(unit.session, section)
    unit.publish(SettingsChanged(section=section.section))


def _save_undo_seconds(unit: Unit, seconds: int) -> None:
    _save(unit, replace(settings.load(unit.session, SendingSettings), undo_seconds=seconds))
