"""Walking procedures of the handbook on the open ticket."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.models.rules.handbook.pages import Kind
from app.models.rules.handbook.walk import Move
from app.services.events import SettingsChanged
from app.services.handbook import beside, pages, runs
from app.services.handbook.beside import Beside, Choices
from app.services.handbook.pages import PageInfo
from app.services.tickets.lists import Lists
from app.services.tickets.opened import Opened
from app.services.tickets.walks import RunInfo
from app.views.actions import Actions
from app.views.asking import Asking
from app.views.doing import Doing
from app.views.handbook.words import LANGUAGES
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.texts.choosing import TextChooser
from app.views.ticket.composer import turn_to_answer
from app.views.ticket.controller import TicketController
from app.views.ticket.walk_card import BACK, GO, STOP, USE
from app.views.ticket.walk_panel import START, why_text
from app.views.widgets.picker import Entry, Picker

ICON = "list-details"


class Walking(QObject):
    """Works for the panel beside the composer, and hears the actions about procedures."""

    def __init__(
        self,
        services: Services,
        tickets: TicketController,
        actions: Actions,
        picker: Picker,
        doing: Doing,
        asking: Asking,
        texts: TextChooser,
    ) -> None:
        super().__init__(tickets)
        self._database, self._clock = services.database, services.clock
        self._tickets, self._picker, self._doing = tickets, picker, doing
        self._actions = actions
        self._asking, self._texts = asking, texts
        self._tasks = GuiTasks(self, doing.notices.report)
        self._shown: Beside | None = None
        self._lists: Lists = {}
        self._heard: tuple[int | None, frozenset[str]] = (None, frozenset())
        self._panel = tickets.page.walk
        self._panel.wanted.connect(actions.trigger)
        self._panel.begin_wanted.connect(self._on_begin)
        self._panel.card.chosen.connect(self._on_chosen)
        tickets.shown.connect(self._on_shown)
        self._unsubscribe = services.hub.subscribe(SettingsChanged, self._on_settings)

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with the open ticket, by the names of the actions."""
        return {
            GO: self._go,
            USE: self._use,
            BACK: self._back,
            STOP: self._stop,
            START: self._start,
        }

    def close(self) -> None:
        """Hear no more events and end what runs."""
        self._unsubscribe()
        self._tasks.close()

    # --- showing -----------------------------------------------------------------------------

    def _on_shown(self, found: Opened) -> None:
        self._lists = found.lists
        if self._shown is not None and self._shown.ticket_id != found.view.ticket.id:
            self._shown = None
            self._panel.show_nothing()
        self._tasks.start(self._show(), replaces="show")

    def _on_settings(self, event: SettingsChanged) -> None:
        if event.section == pages.SECTION:
            self._tasks.start(self._show(), replaces="show")

    async def _show(self) -> None:
        ticket_id = self._tickets.ticket_id
        if ticket_id is None:
            return
        found = await self._database.read(beside.of, ticket_id, heard=self._signals)
        if ticket_id == self._tickets.ticket_id and found != self._shown:
            self._shown = found
            self._panel.show_beside(found, self._lists)

    def hear(self, ticket_id: int, signals: frozenset[str]) -> None:
        """Take in what the model heard in a ticket: an angry customer."""
        before, self._heard = self._signals, (ticket_id, signals)
        if self._signals != before:
            self._tasks.start(self._show(), replaces="show")

    @property
    def _signals(self) -> frozenset[str]:
        ticket_id, signals = self._heard
        return signals if ticket_id == self._tickets.ticket_id else frozenset()

    # --- doing -------------------------------------------------------------------------------

    @property
    def _run(self) -> RunInfo | None:
        return self._shown.run if self._shown else None

    async def _go(self, targets: list[int]) -> None:
        """Begin what is offered, tick the step, or ask for the answer of a choice."""
        run = self._run
        if run is None and self._shown is not None and self._shown.done:
            # One that was just finished is not followed by another unasked.
            words = translate("Walk", "“{title}” is done; {keys} chooses another.")
            keys = self._actions.shown_keys(START)
            self._doing.notices.tell(words.format(title=self._shown.done, keys=keys))
        elif run is None:
            proposal = self._panel.proposal if self._shown else None
            await (self.begin(proposal.page.id) if proposal else self._start(targets))
        elif Move.TICK in run.walk.moves:
            act_id = await self._database.write(runs.tick, run.id, step=run.walk.number)
            await self._told(run, translate("Walk", "Step done"), act_id)
        elif run.walk.at is not None:
            await self._ask_choice(run)

    def _on_begin(self, page_id: int) -> None:
        self._tasks.start(self.begin(page_id), once="begin")

    async def _ask_choice(self, run: RunInfo) -> None:
        step = run.walk.at
        labels = [one.label for one in step.answers] if step is not None else []
        entries = [
            Entry(str(at), label, str(at + 1), "arrows-split") for at, label in enumerate(labels)
        ]
        entry = await self._picker.pick(step.text if step is not None else "", entries)
        if entry is not None:
            await self._choose(run, int(entry.key))

    def _on_chosen(self, answer: int) -> None:
        if self._run is not None:
            self._tasks.start(self._choose(self._run, answer), once="choose")

    async def _choose(self, run: RunInfo, answer: int) -> None:
        step = run.walk.at
        label = step.answers[answer].label if step is not None else ""
        act_id = await self._database.write(
            runs.choose, run.id, answer=answer, step=run.walk.number
        )
        await self._told(run, translate("Walk", "Chosen: {name}").format(name=label), act_id)

    async def _use(self, _targets: list[int]) -> None:
        """Put the text of the step into the composer, or open the question that it asks."""
        run = self._run
        step = run.walk.at if run is not None else None
        if run is None or step is None:
            return
        if step.kind is Kind.ASK and self._shown is not None and self._shown.asks is not None:
            asks = self._shown.asks
            await self._asking.ask(run.ticket_id, whom=asks.colleague_id, question=asks.text)
        elif step.kind is Kind.SEND:
            now = self._clock.now()
            template, _filled = await self._database.read(runs.template_for, run.id, now)
            if run.ticket_id != self._tickets.ticket_id:
                return
            turn_to_answer(self._tickets.page.composer)
            await self._texts.write(run.ticket_id, template)
            self._tickets.page.focus_writing()

    async def _back(self, _targets: list[int]) -> None:
        run = self._run
        if run is not None and Move.BACK in run.walk.moves:
            act_id = await self._database.write(runs.back, run.id, step=run.walk.number)
            self._doing.tell(translate("Walk", "One step back"), act_id)

    async def _stop(self, _targets: list[int]) -> None:
        run = self._run
        if run is None:
            return
        entry = await self._picker.pick(
            translate("Walk", "Why do you stop here?"),
            [Entry(words, words, icon="x") for words in _reasons()],
            placeholder=translate("Walk", "Or in your own words"),
            offer=_in_words,
        )
        if entry is not None:
            act_id = await self._database.write(runs.stop, run.id, reason=entry.key)
            told = translate("Walk", "Procedure stopped: {name}").format(name=run.title)
            self._doing.tell(told, act_id)

    async def _start(self, _targets: list[int]) -> None:
        ticket_id = self._tickets.ticket_id
        if ticket_id is None:
            return
        found = await self._database.read(beside.choices, ticket_id, heard=self._signals)
        entry = await self._picker.pick(
            translate("Walk", "Which procedure?"),
            _entries(found, self._lists),
            placeholder=translate("Walk", "Name of a procedure"),
        )
        if entry is not None:
            await self.begin(int(entry.key))

    async def begin(self, page_id: int) -> None:
        """Begin a procedure on the open ticket."""
        ticket_id = self._tickets.ticket_id
        if ticket_id is None:
            return
        page = await self._database.read(pages.find, page_id)
        _run, act_id = await self._database.write(runs.start, ticket_id, page_id=page_id)
        told = translate("Walk", "Procedure begun: {name}").format(name=page.title)
        self._doing.tell(told, act_id)

    async def _told(self, run: RunInfo, words: str, act_id: int | None) -> None:
        """Tell what was done, and when it was the last thing how the walk ended."""
        found = await self._database.read(runs.find, run.id)
        if found.ended is not None:
            done = translate("Walk", "Procedure finished: {outcome}")
            words = done.format(outcome=found.outcome or found.title)
        self._doing.tell(words, act_id)


def _entries(found: Choices, lists: Lists) -> list[Entry]:
    """Return what can be begun; what is not in the customer's language says so."""
    hints = [(one.page, why_text(one.why, lists)) for one in found.fitting]
    hints += [(one, one.department) for one in found.others]
    return [
        Entry(str(page.id), page.title, _marked(page, hint, found.language), ICON, page.key)
        for page, hint in hints
    ]


def _marked(page: PageInfo, hint: str, language: str) -> str:
    name = "" if page.language == language else LANGUAGES.get(page.language, page.language)
    return " · ".join(filter(None, (hint, name)))


def _reasons() -> Sequence[str]:
    return (
        translate("Walk", "Solved in another way"),
        translate("Walk", "It is another kind of case"),
        translate("Walk", "The customer does not answer any more"),
        translate("Walk", "The procedure does not fit"),
    )


def _in_words(typed: str) -> list[Entry]:
    words = " ".join(typed.split())
    return [Entry(words, words, icon="pencil")] if words else []
