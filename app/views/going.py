"""Getting about: places, the list, the next message, the palette of all commands, the keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt

from app.views.action_table import BY_NAME, GROUPS, Spec
from app.views.action_words import ALSO
from app.views.actions import Actions
from app.views.help_keys import KeysDialog
from app.views.inbox.controller import InboxController
from app.views.inbox.delegate import DENSITIES
from app.views.language import Language, translate
from app.views.main_window import MainWindow
from app.views.memory import WindowMemory
from app.views.navigation import places
from app.views.tasks import GuiTasks
from app.views.ticket.aids_panel import AidsPanel
from app.views.ticket.page import TicketPage
from app.views.widgets.picker import Entry, Picker

PLACE = "place "


class Going(QObject):
    """Hears the actions that move about."""

    def __init__(
        self, window: MainWindow, ticket: TicketPage, inbox: InboxController, picker: Picker
    ) -> None:
        super().__init__(window)
        self._window, self._ticket, self._inbox, self._picker = window, ticket, inbox, picker
        self._actions: Actions = window.actions_
        self._tasks = GuiTasks(self, window.notices.report)
        ticket.want_facts(window.memory.facts)
        ticket.aids.fold(window.memory.aids_folded)
        self._acts, self._writing = self._about(), self._about_writing()
        self._actions.triggered.connect(self._on_action)
        window.inbox.search.returnPressed.connect(self._on_search_entered)

    def show_commands(self) -> None:
        """Offer everything that can be done, and every place, with its key."""
        self._tasks.start(self._show_commands(), replaces="palette")

    async def _show_commands(self) -> None:
        commands = [
            Entry(
                spec.name,
                self._actions.text(spec.name),
                self._actions.shown_keys(spec.name),
                spec.icon,
                translate("Actions", GROUPS[spec.group]),
                also=_names_of_action(self._window.language, spec),
            )
            for spec in self._actions.offered()
            if spec.name != "palette" and not spec.name.startswith("view_")
        ]
        shown = self._window.sidebar.all_places()
        goals = [
            Entry(
                PLACE + key,
                name,
                self._place_key(key),
                "chevron-right",
                words,
                also=_names_of_place(self._window.language, key),
            )
            for key, name in shown.items()
            for words in [translate("Going", "go to")]
        ]
        entry = await self._picker.pick(
            translate("Going", "What do you want to do?"),
            [*commands, *goals],
            placeholder=translate("Going", "Type a command or a place"),
        )
        if entry is None:
            return
        if entry.key.startswith(PLACE):
            self._go(entry.key.removeprefix(PLACE))
        else:
            self._actions.trigger(entry.key)

    def _place_key(self, key: str) -> str:
        name = f"view_{key.partition(':')[2]}"
        return self._actions.shown_keys(name) if name in BY_NAME else ""

    def _go(self, key: str) -> None:
        place = self._window.sidebar.place_of(key)
        if place is not None:
            self._inbox.go(place)
            self._window.show_messages()

    def _on_action(self, name: str) -> None:
        if name.startswith("view_"):
            self._go(places.of_view(name.removeprefix("view_")).key)
        elif name in self._acts:
            self._acts[name]()
        elif name in self._writing and self._ticket.is_open:
            self._writing[name]()

    def _about(self) -> dict[str, Callable[[], object]]:
        shown = self._window.inbox.list
        return {
            "palette": self.show_commands,
            "help": self._show_keys,
            "next": self._go_on,
            "down": partial(shown.step, 1),
            "up": partial(shown.step, -1),
            "select_all": shown.choose_all,
            "focus_list": self._window.show_messages,
            "focus_ticket": self._focus_ticket,
            "focus_facts": self._focus_facts,
            "facts": self._turn_facts,
            "aids_fold": partial(_turn_aids, self._ticket.aids, self._window.memory),
            "density": self._turn_density,
        }

    def _about_writing(self) -> dict[str, Callable[[], object]]:
        composer = self._ticket.composer
        return {
            "reply": partial(self._write, internal=False),
            "note": partial(self._write, internal=True),
            "attach": composer.files_wanted.emit,
            "bold": composer.editor.toggle_bold,
            "italic": composer.editor.toggle_italic,
            "bullets": composer.editor.toggle_bullets,
        }

    def _show_keys(self) -> None:
        KeysDialog(self._window, self._window.theme, self._actions).open()

    def _write(self, *, internal: bool) -> None:
        self._ticket.composer.choose(internal=internal)
        self._ticket.focus_writing()

    def search_everywhere(self) -> None:
        """Ask all messages what one view was asked."""
        self._window.sidebar.go(places.of_view("all"))
        self._inbox.refresh()

    def _on_search_entered(self) -> None:
        self._tasks.start(self._open_first_hit(), replaces="first hit")

    async def _open_first_hit(self) -> None:
        await self._inbox.settled()
        shown = self._window.inbox.list
        if self._inbox.is_settled and shown.rows.rowCount():
            shown.go_to(0)
            self._window.inbox.focus_list()

    def show_all(self, query: str) -> None:
        """Show everything that answers to a query, which the owner may go on with."""
        self._go(places.of_view("all").key)
        self._window.inbox.ask(query)

    def _go_on(self) -> None:
        self._tasks.start(self._next(), replaces="next")

    async def _next(self) -> None:
        """Open what dies first, wherever the owner is."""
        self._window.show_messages()
        if not self._inbox.shows(places.TODO) or not self._inbox.is_settled:
            self._go(places.TODO.key)
            await self._inbox.settled()
        self._window.inbox.list.go_to(0)
        self._ticket.focus_reading()

    def _focus_ticket(self) -> None:
        self._window.show_messages()
        if self._ticket.is_open:
            self._ticket.focus_reading()

    def _focus_facts(self) -> None:
        self._window.show_messages()
        if self._ticket.is_open:
            self._ticket.show_facts(True)  # noqa: FBT003  a state, like Qt's own setters
            self._ticket.facts.decisions.choices["state"].setFocus(
                Qt.FocusReason.ShortcutFocusReason
            )

    def _turn_facts(self) -> None:
        self._ticket.turn_facts()
        self._window.memory.facts = self._ticket.facts_wanted

    def _turn_density(self) -> None:
        shown = self._window.inbox.list
        at = DENSITIES.index(shown.density)
        shown.set_density(DENSITIES[(at + 1) % len(DENSITIES)])
        self._window.memory.density = shown.density


def _turn_aids(aids: AidsPanel, memory: WindowMemory) -> None:
    aids.fold(not aids.is_folded)
    memory.aids_folded = aids.is_folded


def _names_of_action(language: Language, spec: Spec) -> str:
    return f"{language.both('Actions', spec.text)} {ALSO.get(spec.name, '')}"


def _names_of_place(language: Language, key: str) -> str:
    view = places.VIEWS.get(key.removeprefix("view:"))
    return language.both("Places", view[0]) if view else ""
