"""Whose mails become messages of the platform they come from: looked at, switched, added."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.models.rules.notifications import Own
from app.services.tickets import platforms
from app.services.tickets.platforms import PlatformInfo
from app.views import channel_looks
from app.views.actions import Actions
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.widgets.picker import Entry, Picker

ACTION, NEW = "platforms", "new:"
SWITCH, OUT, PAGE, MAIL = "switch", "out", "page", "mail"


class Platforms(QObject):
    """Hears the action, and asks by the picker."""

    def __init__(
        self, services: Services, actions: Actions, picker: Picker, doing: Doing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._database, self._picker, self._doing = services.database, picker, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        actions.triggered.connect(self._on_action)

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def _on_action(self, name: str) -> None:
        if name == ACTION:
            self._tasks.start(self._show())

    async def _show(self) -> None:
        found = await self._database.read(platforms.infos)
        entry = await self._picker.pick(
            translate("Platforms", "Platforms that tell by mail what customers write"),
            [_entry(one) for one in found],
            placeholder=translate("Platforms", "Choose one, or type the domain of another"),
            offer=_offered,
        )
        if entry is None:
            return
        if entry.key.startswith(NEW):
            await self._add(entry.key.removeprefix(NEW))
            return
        one = next(each for each in found if each.kind == entry.key)
        if one.own:
            await self._change(one)
        else:
            await self._switch(one)

    async def _switch(self, one: PlatformInfo) -> None:
        act_id = await self._database.write(platforms.switch, one.kind, on=not one.on)
        told = (
            translate("Platforms", "No longer recognised: {name}")
            if one.on
            else translate("Platforms", "Recognised from now on: {name}")
        )
        self._doing.tell(told.format(name=one.name), act_id)

    async def _change(self, one: PlatformInfo) -> None:
        switch = (
            translate("Platforms", "Do not recognise it")
            if one.on
            else translate("Platforms", "Recognise it")
        )
        chosen = await self._picker.pick(
            one.name,
            [
                Entry(SWITCH, switch, icon="x" if one.on else "check"),
                Entry(OUT, translate("Platforms", "Take it out of the list"), icon="trash"),
            ],
        )
        if chosen is None:
            return
        if chosen.key == SWITCH:
            await self._switch(one)
            return
        act_id = await self._database.write(platforms.remove, one.kind)
        self._doing.tell(translate("Platforms", "Taken out: {name}").format(name=one.name), act_id)

    async def _add(self, domain: str) -> None:
        way = await self._picker.pick(
            translate("Platforms", "How are customers of {name} answered?").format(name=domain),
            [
                Entry(PAGE, translate("Platforms", "On its own pages"), icon="external-link"),
                Entry(MAIL, translate("Platforms", "By answering its mails"), icon="mail"),
            ],
        )
        if way is None:
            return
        own = Own("", domain, by_mail=way.key == MAIL)
        name, act_id = await self._database.write(platforms.add, own)
        told = translate("Platforms", "Recognised from now on: {name}")
        self._doing.tell(told.format(name=name), act_id)


def _entry(one: PlatformInfo) -> Entry:
    way = (
        translate("Platforms", "answered by mail")
        if one.by_mail
        else translate("Platforms", "answered on its pages")
    )
    hint = way if one.on else translate("Platforms", "not recognised")
    words = " ".join(one.domains)
    return Entry(one.kind, one.name, hint, channel_looks.icon_of(one.kind), words, marked=one.on)


def _offered(typed: str) -> Sequence[Entry]:
    domain = typed.strip()
    if "." not in domain or " " in domain:
        return []
    text = translate("Platforms", "Recognise the mails of {domain}").format(domain=domain)
    return [Entry(f"{NEW}{domain}", text, icon="plus")]
