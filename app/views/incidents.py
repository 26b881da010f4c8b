"""Incidents in the window: tickets put under one, and what can be done with each."""

from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Services
from app.services.tickets import inbox, incidents
from app.services.tickets.incidents import IncidentInfo
from app.views.actions import Actions
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.widgets.picker import Entry, Picker

OUT, NEW, SHOW, ANSWER, CLOSE, STATUS = "out", "new ", "show", "answer", "close", "status "
ICON = "alert-triangle"


class Incidents(QObject):
    """Hears the actions "incident" (of tickets) and "incidents" (all of them).

    Signals:
        search_wanted(str): a query that shows the messages of an incident.
        answer_wanted(int): all messages of this incident are to be answered.
    """

    search_wanted = Signal(str)
    answer_wanted = Signal(int)

    def __init__(
        self, services: Services, actions: Actions, picker: Picker, doing: Doing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._database = services.database
        self._picker, self._doing = picker, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        actions.triggered.connect(self._on_action)

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with which tickets, by the names of the actions."""
        return {"incident": self._put}

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def _on_action(self, name: str) -> None:
        if name == "incidents":
            self._tasks.start(self._show_all())

    async def _put(self, targets: list[int]) -> None:
        known = await self._database.read(incidents.infos)
        infos = await self._database.read(inbox.infos, targets)
        under = {info.incident[0] if info.incident else None for info in infos}
        entries = [_entry(one, marked=under == {one.id}) for one in known]
        if under != {None}:
            entries.append(Entry(OUT, translate("Incidents", "Under no incident"), icon="x"))
        entry = await self._picker.pick(
            translate("Incidents", "Put under an incident"),
            entries,
            placeholder=translate("Incidents", "Choose an incident, or type what went wrong"),
            offer=_new,
        )
        if entry is None:
            return
        if entry.key.startswith(NEW):
            title = entry.key.removeprefix(NEW)
            _made, act_id = await self._database.write(
                incidents.begin, title=title, ticket_ids=targets
            )
            opened = translate("Incidents", "Incident opened: {name}").format(name=title)
            self._doing.tell(opened, act_id)
            return
        wanted = None if entry.key == OUT else int(entry.key)
        done = await self._database.write(incidents.link, targets, incident_id=wanted)
        told = translate("Incidents", "Incident: {name}").format(name=entry.text)
        out = translate("Incidents", "Under no incident any more")
        self._doing.told(done, out if wanted is None else told)

    async def _show_all(self) -> None:
        known = await self._database.read(incidents.infos, everyone=True)
        entry = await self._picker.pick(
            translate("Incidents", "Incidents"),
            [_entry(one) for one in known],
            placeholder=translate("Incidents", "Choose an incident, or type what went wrong"),
            offer=_new,
        )
        if entry is None:
            return
        if entry.key.startswith(NEW):
            title = entry.key.removeprefix(NEW)
            _made, act_id = await self._database.write(incidents.begin, title=title)
            opened = translate("Incidents", "Incident opened: {name}").format(name=title)
            self._doing.tell(opened, act_id)
            return
        await self._show_one(next(one for one in known if one.id == int(entry.key)))

    async def _show_one(self, one: IncidentInfo) -> None:
        is_open = one.closed_at is None
        ends = (
            translate("Incidents", "It is over: close it")
            if is_open
            else translate("Incidents", "It is not over: open it again")
        )
        entries = [
            Entry(SHOW, translate("Incidents", "Show its messages"), _counts(one), "inbox"),
            Entry(ANSWER, translate("Incidents", "Answer all its messages"), icon="send"),
            Entry(CLOSE, ends, icon="check" if is_open else "history"),
        ]
        entry = await self._picker.pick(
            one.title,
            entries,
            placeholder=one.status or translate("Incidents", "Or type how it stands"),
            offer=_status,
        )
        if entry is None:
            return
        if entry.key == SHOW:
            self.search_wanted.emit(f"incident:{one.id}")
        elif entry.key == ANSWER:
            self.answer_wanted.emit(one.id)
        elif entry.key == CLOSE:
            act = incidents.close if is_open else incidents.reopen
            act_id = await self._database.write(act, one.id)
            self._doing.tell(entry.text, act_id)
        else:
            status = entry.key.removeprefix(STATUS)
            act_id = await self._database.write(incidents.tell, one.id, status=status)
            told = translate("Incidents", "It stands like this: {status}").format(status=status)
            self._doing.tell(told, act_id)


def _entry(one: IncidentInfo, *, marked: bool = False) -> Entry:
    over = translate("Incidents", "over") if one.closed_at is not None else _counts(one)
    return Entry(str(one.id), one.title, over, ICON, one.status, marked=marked)


def _counts(one: IncidentInfo) -> str:
    told = translate("Incidents", "{waiting} of {count} wait for us")
    return told.format(waiting=one.waiting, count=one.tickets)


def _new(typed: str) -> list[Entry]:
    clean = " ".join(typed.split())
    told = translate("Incidents", "New incident “{name}”").format(name=clean)
    return [Entry(NEW + clean, told, icon="plus")] if clean else []


def _status(typed: str) -> list[Entry]:
    clean = " ".join(typed.split())
    told = translate("Incidents", "It stands like this: {status}").format(status=clean)
    return [Entry(STATUS + clean, told, icon="pencil")] if clean else []
