"""How it ended: asked for before a message is done, and why when something is missing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.models.rules.errors import UndocumentedError
from app.services.storage.database import Database
from app.services.tickets import decisions, lists
from app.services.tickets.decisions import Done
from app.services.tickets.documenting import Ending
from app.services.tickets.lists import Choice
from app.views import sentences
from app.views.language import is_dutch, translate
from app.views.widgets.picker import Entry, Picker


class Closing(QObject):
    """Asks with the picker; the outcome that was chosen last stands first."""

    def __init__(self, database: Database, picker: Picker, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._picker = database, picker
        self._last = ""

    async def close(self, targets: Sequence[int]) -> Done | None:
        """Close tickets, asking how they ended; None when the owner thinks better of it."""
        ending = await self.ask()
        if ending is None:
            return None
        try:
            return await self._write(targets, ending)
        except UndocumentedError as error:
            reason = await self._why(error)
            if reason is None:
                return None
            return await self._write(targets, Ending(ending.outcome, reason))

    async def ask(self) -> Ending | None:
        """Ask how it ended."""
        choices = await self._database.read(lists.entries, lists.OUTCOME)
        choices.sort(key=lambda one: one.key != self._last)
        entry = await self._picker.pick(
            translate("Closing", "How did it end?"), list(map(_entry, range(1, 99), choices))
        )
        if entry is None:
            return None
        self._last = entry.key
        return Ending(entry.key)

    async def _write(self, targets: Sequence[int], ending: Ending) -> Done:
        write = self._database.write
        return await write(decisions.change_state, targets, state="closed", ending=ending)

    async def _why(self, error: UndocumentedError) -> str | None:
        """Ask why something is to be done although it is not complete."""
        entry = await self._picker.pick(
            sentences.error_text(error),
            [],
            placeholder=translate("Closing", "Done all the same: write why"),
            offer=partial(_reason, translate("Closing", "Done all the same: {reason}")),
        )
        return None if entry is None else entry.key


def _entry(number: int, choice: Choice) -> Entry:
    text, also = choice.name_nl, choice.name_en
    if not is_dutch():
        text, also = also, text
    return Entry(choice.key, text, icon="check", hint=str(number), also=also)


def _reason(text: str, typed: str) -> list[Entry]:
    words = typed.strip()
    return [Entry(words, text.format(reason=words), icon="check")] if len(words) > 2 else []
