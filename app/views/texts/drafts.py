"""What is typed on the page and not saved yet: kept until it is saved or taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.views.texts.form import Typed

TEXTS, MACROS, STYLE = "texts", "macros", "style"
Key = tuple[str, int | None]
"""Texts or macros, and an id; None for a new one."""


@dataclass(frozen=True, slots=True)
class Item:
    """A text or macro as it is stored."""

    id: int
    typed: Typed


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed, and what stood there when it was begun."""

    typed: Typed
    base: Typed


class Drafts:
    """The drafts of all texts and macros."""

    def __init__(self) -> None:
        self._kept: dict[Key, Draft] = {}

    def get(self, key: Key) -> Draft | None:
        """Return what is typed in one, None for nothing."""
        return self._kept.get(key)

    def put(self, key: Key, typed: Typed, stored: Typed) -> None:
        """Keep what is typed; what is as it is stored is no draft."""
        before = self._kept.get(key)
        if typed == stored:
            self.drop(key)
        else:
            self._kept[key] = Draft(typed, before.base if before else stored)

    def drop(self, key: Key) -> None:
        """Forget what is typed in one."""
        self._kept.pop(key, None)

    def saved(self, old: Key, new: Key, typed: Typed) -> None:
        """Forget what was saved; what was typed meanwhile goes on under the new key."""
        draft = self._kept.pop(old, None)
        if draft is not None and draft.typed != typed:
            self._kept[new] = Draft(draft.typed, typed)

    def settle(self, kind: str, items: Sequence[Item]) -> None:
        """Let what is typed in one that is gone by now be a new one."""
        ids = {one.id for one in items}
        for key in [key for key in self._kept if key[0] == kind and key[1] is not None]:
            if key[1] not in ids:
                draft = self._kept.pop(key)
                self._kept.setdefault((kind, None), Draft(draft.typed, Typed()))

    def overtaken(self, key: Key, stored: Typed) -> bool:
        """Tell whether another wording was stored since the draft was begun."""
        draft = self._kept.get(key)
        return draft is not None and draft.base != stored
