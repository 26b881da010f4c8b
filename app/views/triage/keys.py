"""The keys of triage: one for each thing that can be said of a message."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.models.rules.tickets import Priority
from app.services.tickets.lists import CATEGORY, DEPARTMENT, TYPE, Lists

PRIORITY = "priority"
NEXT, BACK, UNDO, OPEN = "next", "back", "undo", "open"
TAKE = "take"
NO_REACTION, FORWARD, PRODUCT_GROUP, DEPARTMENTS = "no_reaction", "forward", "group", "departments"
ACTS: Mapping[str, tuple[str, ...]] = {
    NEXT: ("Enter", "Return", "Space"),
    NO_REACTION: ("X",),
    FORWARD: ("F",),
    DEPARTMENTS: ("D",),
    PRODUCT_GROUP: ("G",),
    OPEN: ("O",),
    TAKE: ("A",),
    UNDO: ("Z", "Ctrl+Z"),
    BACK: ("Esc",),
}
"""What is done by name, the key that is shown first."""

PRIORITY_KEYS = {Priority.LOW: "L", Priority.NORMAL: "N", Priority.HIGH: "H", Priority.URGENT: "U"}
TYPE_KEYS = "QWERTY"


@dataclass(frozen=True, slots=True)
class Said:
    """What a key says of a message: the field and its value, or an act without a value."""

    field: str
    value: str = ""


def keys_of(lists: Lists) -> dict[str, Said]:
    """Return what each key says, with the owner's own lists."""
    keys = {key: Said(name) for name, all_keys in ACTS.items() for key in all_keys}
    for number, one in enumerate(lists.get(CATEGORY, ())[:9], start=1):
        keys[str(number)] = Said(CATEGORY, one.key)
    for letter, one in zip(TYPE_KEYS, lists.get(TYPE, ()), strict=False):
        keys[letter] = Said(TYPE, one.key)
    for number, one in enumerate(lists.get(DEPARTMENT, ())[:9], start=1):
        keys[f"Alt+{number}"] = Said(DEPARTMENT, one.key)
    for priority, letter in PRIORITY_KEYS.items():
        keys[letter] = Said(PRIORITY, priority.value)
    return keys


def name_of(event: QKeyEvent) -> str:
    """Return the name of a pressed key, as in `keys_of`."""
    special = {
        int(Qt.Key.Key_Return): "Return",
        int(Qt.Key.Key_Enter): "Enter",
        int(Qt.Key.Key_Space): "Space",
        int(Qt.Key.Key_Escape): "Esc",
    }
    code = event.key()
    name = special.get(code) or (chr(code) if 0x20 < code < 0x7F else "")
    modifiers = event.modifiers()
    for modifier, word in (
        (Qt.KeyboardModifier.AltModifier, "Alt+"),
        (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
    ):
        if name and modifiers & modifier:
            name = word + name
    return name
