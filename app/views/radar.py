"""Questions that come back, in the window: what is to be done about each, and that it was."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Services
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.radar import State, Task
from app.services.handbook import radar
from app.services.handbook.radar import FindingInfo
from app.views.actions import Actions
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.widgets.picker import Entry, Picker

SHOW, ANSWER, DONE, LEAVE = "show", "answer", "done", "leave"
ICON = "message-circle"
TASKS = {
    Task.ARTICLE: (QT_TRANSLATE_NOOP("Radar", "Write an article"), "file-text"),
    Task.CONTENT: (QT_TRANSLATE_NOOP("Radar", "Make new content"), "photo"),
    Task.WEBSITE: (QT_TRANSLATE_NOOP("Radar", "Change the website"), "world"),
}


class Radar(QObject):
    """Hears the action "radar".

    Signals:
        answer_wanted(object): the tickets of a finding are all to be answered: list of ids.
        ticket_wanted(int): this ticket is to be shown.
    """

    answer_wanted = Signal(object)
    ticket_wanted = Signal(int)

    def __init__(
        self, services: Services, actions: Actions, picker: Picker, doing: Doing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._database = services, services.database
        self._picker, self._doing = picker, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        actions.triggered.connect(self._on_action)

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def _on_action(self, name: str) -> None:
        if name == "radar":
            self._tasks.start(self._show_all())

    async def _show_all(self) -> None:
        now = self._services.clock.now()
        noticed = await self._database.read(radar.notice, now=now)
        if noticed:
            await self._database.write(radar.keep, noticed)
        found = await self._database.read(radar.findings)
        if not found:
            told = translate("Radar", "No question came in often enough that no page answers.")
            self._doing.notices.tell(told)
            return
        entry = await self._picker.pick(
            translate("Radar", "Questions that come back"),
            [_entry(one) for one in found],
            placeholder=translate("Radar", "Choose a question"),
        )
        if entry is not None:
            await self._show_one(next(one for one in found if one.id == int(entry.key)))

    async def _show_one(self, one: FindingInfo) -> None:
        entry = await self._picker.pick(
            ", ".join(one.words),
            _choices(one),
            placeholder=translate("Radar", "What is to be done about it"),
        )
        if entry is None:
            return
        if entry.key == SHOW:
            await self._show_tickets(one)
        elif entry.key == ANSWER:
            self.answer_wanted.emit([ticket.id for ticket in one.tickets])
        else:
            act_id = await self._database.write(_acts()[entry.key], one.id)
            self._doing.tell(entry.text, act_id)

    async def _show_tickets(self, one: FindingInfo) -> None:
        entries = [
            Entry(str(ticket.id), ticket.subject, str(ticket.number), "inbox")
            for ticket in one.tickets
        ]
        entry = await self._picker.pick(", ".join(one.words), entries)
        if entry is not None:
            self.ticket_wanted.emit(int(entry.key))


def _acts() -> dict[str, Callable[..., int | None]]:
    return {
        **{task.value: partial(radar.assign, task=task) for task in Task},
        DONE: partial(radar.settle, state=State.DONE),
        LEAVE: partial(radar.settle, state=State.DISMISSED),
    }


def _choices(one: FindingInfo) -> Sequence[Entry]:
    tasks = [
        Entry(task.value, translate("Radar", text), icon=icon, marked=one.task == task.value)
        for task, (text, icon) in TASKS.items()
    ]
    return [
        *tasks,
        Entry(ANSWER, translate("Radar", "Answer all that ask it"), icon="send"),
        Entry(SHOW, translate("Radar", "Show its messages"), icon="inbox"),
        Entry(DONE, translate("Radar", "It was done"), icon="check"),
        Entry(LEAVE, translate("Radar", "Leave it as it is"), icon="x"),
    ]


def _entry(one: FindingInfo) -> Entry:
    told = translate("Radar", "{count} messages").format(count=len(one.tickets))
    if one.task is not None:
        told = f"{translate('Radar', TASKS[Task(one.task)][0])} · {told}"
    return Entry(str(one.id), ", ".join(one.words), told, ICON)
