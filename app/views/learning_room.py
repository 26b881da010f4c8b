"""The room in which people are kept up to date, made when it is first wanted."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, QUrl, Signal

from app.bootstrap import Services
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.learning import briefings, decision_log, induction, links
from app.services.learning.links import Link
from app.services.settings import LookSettings
from app.views.actions import Actions
from app.views.doing import Doing
from app.views.learning.briefings import BriefingsController
from app.views.learning.decisions import DecisionsController
from app.views.learning.inductions import InductionsController
from app.views.learning.page import NAMES, PRACTICE, LearningPage
from app.views.learning.practising import PractisingController
from app.views.main_window import MainWindow
from app.views.navigation.room_items import LEARNING
from app.views.widgets.picker import Picker

SECTIONS = frozenset(
    {briefings.SECTION, decision_log.SECTION, induction.SECTION, "briefing_readers", "colleagues"}
    | {LookSettings.section}  # tasks are told in the firm's language
)
Part = BriefingsController | DecisionsController | InductionsController | PractisingController


class LearningRoom(QObject):
    """Hears the actions that show one of its parts.

    Signals:
        ticket_wanted(int), page_wanted(str): what something there is about is to be shown.
        search_wanted(str): a query that shows the messages of an incident.
    """

    ticket_wanted = Signal(int)
    page_wanted = Signal(str)
    search_wanted = Signal(str)

    def __init__(
        self,
        services: Services,
        window: MainWindow,
        picker: Picker,
        doing: Doing,
        open_url: Callable[[QUrl], object],
    ) -> None:
        super().__init__(window)
        self._services, self._window = services, window
        self._actions: Actions = window.actions_
        self._picker, self._doing, self._open_url = picker, doing, open_url
        self._made: dict[str, Part] = {}
        self._actions.triggered.connect(self._on_action)
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_elsewhere),
        ]

    def show(self, part: str) -> None:
        """Show a part as it stands."""
        self.page.show_part(part)
        self.controllers[part].refresh()
        self._window.show_page(self.page)
        self.page.sheets[part].focus_first()

    def close(self) -> None:
        """Keep what is being typed and end what runs, when there was anything."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        for controller in self._made.values():
            controller.close()

    @cached_property
    def page(self) -> LearningPage:
        page = LearningPage(
            self._window.theme, self._services.clock.now, practises=self._services.is_example
        )
        self._window.add_page(page, LEARNING)
        page.left.connect(self._window.show_messages)
        page.part_wanted.connect(self.show)
        return page

    @cached_property
    def controllers(self) -> dict[str, Part]:
        """What works for the sheets, by part."""
        services, page, doing = self._services, self.page, self._doing
        told = BriefingsController(services, page.briefings, doing, self._open_url)
        decided = DecisionsController(services, page.decisions, doing)
        new = InductionsController(
            services, page.induction, self._picker, doing, self._open_url
        )  # fmt: skip
        told.page_wanted.connect(self.page_wanted)
        new.page_wanted.connect(self.page_wanted)
        decided.open_wanted.connect(self._on_open)
        tasks = PractisingController(services, page.practice, doing)
        tasks.ticket_wanted.connect(self._open_ticket)
        self._made = dict(zip(NAMES, (told, decided, new, tasks), strict=True))
        return self._made

    def _on_action(self, name: str) -> None:
        if name in NAMES and (name != PRACTICE or self._services.is_example):
            self.show(name)

    def _on_open(self, link: Link) -> None:
        if link.kind == links.TICKET:
            self._open_ticket(link.target)
        elif link.kind == links.INCIDENT:
            self.search_wanted.emit(f"incident:{link.target}")
        elif link.kind == links.FINDING:
            self._actions.trigger("radar")
        else:
            self.page_wanted.emit(link.name)

    def _open_ticket(self, ticket_id: int) -> None:
        self._window.show_messages()
        self.ticket_wanted.emit(ticket_id)

    def _on_changed(self, event: SettingsChanged) -> None:
        if event.section in SECTIONS:
            self._refresh()

    def _on_elsewhere(self, _event: object) -> None:
        self._refresh()

    def _refresh(self) -> None:
        for controller in self._made.values():
            controller.refresh()
