"""Questions that several parts of the window ask in the picker."""

from app.services.storage.database import Database
from app.services.tickets import lists, offered
from app.services.tickets.lists import Lists
from app.views.assessing import choice_name
from app.views.language import translate
from app.views.widgets.picker import Entry, Picker


async def ask_reason(database: Database, picker: Picker) -> str:
    """Ask why nobody reacts; returns a key of the list or the owner's words, "" for no answer."""
    found = await database.read(offered.everything)
    entry = await picker.pick(
        translate("Reasons", "Why does nobody react?"),
        entries_of(found, lists.REASON, "message-off"),
        placeholder=translate("Reasons", "Or in your own words"),
        offer=_in_words,
    )
    return "" if entry is None else entry.key


def entries_of(found: Lists, field: str, icon: str, current: str | None = None) -> list[Entry]:
    """Return the entries of a list, numbered, for the picker."""
    return [
        Entry(
            one.key,
            choice_name(found, field, one.key),
            icon=icon,
            hint=str(number),
            marked=one.key == current,
        )
        for number, one in enumerate(found.get(field, ()), start=1)
    ]


def _in_words(typed: str) -> list[Entry]:
    words = " ".join(typed.split())
    # A number is that of a reason.
    return [Entry(words, words, icon="pencil")] if words and not words.isdecimal() else []
