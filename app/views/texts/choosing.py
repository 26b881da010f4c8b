"""Choosing a saved text for what is being written, or a macro for what is chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from app.bootstrap import Services
from app.models.rules.macros import Action
from app.models.rules.templates import Filled, fill
from app.services.tickets import macros, templates
from app.services.tickets.macros import MacroInfo
from app.services.tickets.templates import TemplateInfo
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import answered
from app.views.texts.fill_dialog import FillDialog
from app.views.ticket.controller import TicketController
from app.views.widgets.picker import Entry, Picker

TEXT, MACRO = "text:", "macro:"


class TextChooser(QObject):
    """Offers texts for the open ticket, and macros for all that are chosen."""

    def __init__(
        self, services: Services, tickets: TicketController, picker: Picker, doing: Doing
    ) -> None:
        super().__init__(tickets)
        self._database, self._clock = services.database, services.clock
        self._tickets, self._picker, self._doing = tickets, picker, doing

    async def choose(self, targets: list[int]) -> None:
        """Let the owner pick a text or a macro, and put it to work."""
        read = self._database.read
        writing = targets == [self._tickets.ticket_id]
        texts = await read(templates.offered_for, targets[0]) if writing else []
        own = await read(macros.all_of)
        entry = await self._picker.pick(
            translate("Texts", "Saved texts and macros"),
            [*map(_text_entry, texts), *map(_macro_entry, own)],
            placeholder=translate("Texts", "Name, or words of the text"),
        )
        if entry is None:
            return
        kind, number = entry.key.split(":")
        if f"{kind}:" == TEXT:
            await self.write(targets[0], next(one for one in texts if str(one.id) == number))
        else:
            await self._run(targets, next(one for one in own if str(one.id) == number))

    async def write(self, ticket_id: int, template: TemplateInfo) -> bool:
        """Put a text into the composer of a ticket, once all its places are filled.

        False when the owner thought better of it, or went on to another ticket.
        """
        now = self._clock.now()
        filled = await self._database.read(templates.filled_for, ticket_id, template, now)
        return await self.put(ticket_id, template.name, filled)

    async def put(self, ticket_id: int, name: str, filled: Filled) -> bool:
        """Put a filled text into the composer of a ticket; what is missing is asked for.

        False as for `write`.
        """
        text = filled.text
        if filled.missing:
            dialog = FillDialog(
                self._tickets.page,
                name,
                filled.missing,
                _Filler(filled),
                go=translate("Texts", "Put it in"),
            )
            if await answered(dialog) != QDialog.DialogCode.Accepted.value:
                return False
            text = dialog.text
        there = self._tickets.ticket_id == ticket_id
        if there:
            self._tickets.page.composer.editor.insert(text)
        return there

    async def _run(self, targets: list[int], macro: MacroInfo) -> None:
        filled = await self._database.read(macros.filled_for, targets[0], macro, self._clock.now())
        dialog = FillDialog(
            self._tickets.page,
            macro.name,
            filled.missing,
            _Filler(filled),
            about=_told(macro.actions, len(targets)),
            go=translate("Texts", "Send and do") if macro.text else translate("Texts", "Do it"),
        )
        if await answered(dialog) != QDialog.DialogCode.Accepted.value:
            return
        done = await self._database.write(
            macros.run, targets, macro_id=macro.id, given=dialog.values
        )
        self._doing.told(done, macro.name)


class _Filler:
    """Fills in what is missing of a text, and nothing else."""

    def __init__(self, known: Filled) -> None:
        self._known = known

    def __call__(self, given: Mapping[str, str]) -> Filled:
        missing = tuple(one for one in self._known.missing if one not in given)
        return Filled(fill(self._known.text, given).text, missing)


def _text_entry(one: TemplateInfo) -> Entry:
    return Entry(f"{TEXT}{one.id}", one.name, one.language, "file-text", words=one.body[:200])


def _macro_entry(one: MacroInfo) -> Entry:
    return Entry(
        f"{MACRO}{one.id}",
        one.name,
        translate("Texts", "macro"),
        "player-track-next",
        words=one.text[:200],
    )


def _told(actions: Sequence[Action], count: int) -> str:
    """Return in words what a macro does besides its text."""
    names = {
        "category": translate("Texts", "category"),
        "department": translate("Texts", "department"),
        "priority": translate("Texts", "priority"),
        "note": translate("Texts", "note"),
        "outcome": translate("Texts", "outcome"),
        "state": translate("Texts", "state"),
        "snooze": translate("Texts", "out of sight"),
    }
    does = ", ".join(f"{names[one.kind]}: {one.value}" for one in actions)
    about = translate("Texts", "Messages: {count}").format(count=count) if count > 1 else ""
    return "  ·  ".join(part for part in (does, about) if part)
