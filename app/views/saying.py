"""The line to take for the open ticket: shown when its question was expected, put in by a key."""

from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.models.rules.communication import Line
from app.models.rules.templates import Filled
from app.models.rules.tickets import TicketState
from app.services.communication import lines, rows
from app.services.communication.lines import Known
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.settings import HoursSettings
from app.services.tickets.inbox import TicketView
from app.services.tickets.opened import Opened
from app.views.actions import Actions
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.texts.choosing import TextChooser
from app.views.ticket.composer import turn_to_answer
from app.views.ticket.controller import TicketController
from app.views.ticket.line_panel import CHOOSE, PUT_IN, kind_of
from app.views.widgets.picker import Entry, Picker

SECTIONS = rows.SECTIONS | {HoursSettings.section}
_SETTLED = frozenset({TicketState.CLOSED, TicketState.NO_REACTION, TicketState.SPAM})


class Saying(QObject):
    """Knows all lines that hold, so that opening a ticket asks the store for nothing."""

    def __init__(
        self,
        services: Services,
        tickets: TicketController,
        actions: Actions,
        picker: Picker,
        doing: Doing,
        texts: TextChooser,
    ) -> None:
        super().__init__(tickets)
        self._database, self._clock = services.database, services.clock
        self._tickets, self._picker, self._doing = tickets, picker, doing
        self._texts = texts
        self._tasks = GuiTasks(self, doing.notices.report)
        self._known = Known()
        self._view: TicketView | None = None
        tickets.page.line.wanted.connect(actions.trigger)
        tickets.shown.connect(self._on_shown)
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]
        self._tasks.start(self._learn(), replaces="learn")

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with the open ticket, by the names of the actions."""
        return {PUT_IN: self._put_in, CHOOSE: self._choose}

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    # --- showing -----------------------------------------------------------------------------

    async def _learn(self) -> None:
        self._known = await self._database.read(lines.known, self._clock.now())
        self._show()

    def _on_changed(self, event: SettingsChanged | StoreChangedElsewhere) -> None:
        if isinstance(event, StoreChangedElsewhere) or event.section in SECTIONS:
            self._tasks.start(self._learn(), replaces="learn")

    def _on_shown(self, found: Opened) -> None:
        self._view = found.view
        self._show()

    def _show(self) -> None:
        view = self._view
        panel = self._tickets.page.line
        if view is None or view.ticket.state in _SETTLED:
            panel.show_lines(())
        else:
            panel.show_lines(self._known.matching(_asked(view), self._clock.now()))

    # --- doing -------------------------------------------------------------------------------

    async def _put_in(self, _targets: list[int]) -> None:
        offered = self._tickets.page.line.lines
        if offered:
            await self._write(self._tickets.ticket_id, offered[0])
        else:
            told = translate(
                "Lines", "No line fits this message. Write one under Communication (Ctrl+9)."
            )
            self._doing.notices.tell(told)

    async def _choose(self, _targets: list[int]) -> None:
        """Offer what fits first, then all else that holds."""
        ticket_id = self._tickets.ticket_id
        fitting = list(self._tickets.page.line.lines)
        others = {one.texts: one for one in reversed(self._known.holding(self._clock.now()))}
        for one in fitting:
            others.pop(one.texts, None)
        offered = [*fitting, *others.values()]
        entry = await self._picker.pick(
            translate("Lines", "The line to take"),
            [_entry(at, one) for at, one in enumerate(offered)],
            placeholder=translate("Lines", "Words of the question or the line"),
        )
        if entry is not None:
            await self._write(ticket_id, offered[int(entry.key)])

    async def _write(self, ticket_id: int | None, line: Line) -> None:
        """Put a line into the answer of a ticket, unless the owner went on to another."""
        if ticket_id is None:
            return
        ready = await self._database.read(lines.ready, ticket_id, line, self._clock.now())
        if ticket_id != self._tickets.ticket_id:
            return
        turn_to_answer(self._tickets.page.composer)
        await self._texts.put(ticket_id, line.subject, Filled(ready.text, ready.missing))
        self._tickets.page.focus_writing()
        if not ready.fits:
            told = translate("Lines", "No text of “{name}” is short enough here: shorten it.")
            self._doing.notices.tell(told.format(name=line.subject))


def _asked(view: TicketView) -> list[str]:
    """Return the subject, and what the customer wrote since the last answer."""
    since: list[str] = []
    for message in view.messages:
        if message.direction == "out":
            since = []
        elif message.direction == "in":
            since.append(message.text)
    return [*since, view.ticket.subject]


def _entry(at: int, line: Line) -> Entry:
    words = " ".join((line.question, *line.texts))
    return Entry(str(at), kind_of(line).format(name=line.subject), line.question,
                 "message-circle", words[:300])  # fmt: skip
