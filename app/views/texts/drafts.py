"""What is typed on the page and not saved yet: kept until it is saved or taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
"""What stands in a form; equal when it says the same."""

TEXTS, MACROS, STYLE = "texts", "macros", "style"
Key = tuple[str, int | None]
"""Texts or macros, and an id; None for a new one."""


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """A text or macro as it is stored."""

    id: int
    typed: T


@dataclass(frozen=True, slots=True)
class Draft(Generic[T]):
    """What is typed, and what stood there when it was begun."""

    typed: T
    base: T


class Drafts(Generic[T]):
    """The drafts of all that is kept on a page."""

    def __init__(self) -> None:
        self._kept: dict[Key, Draft[T]] = {}

    def get(self, key: Key) -> Draft[T] | None:
        """Return what is typed in one, None for nothing."""
        return self._kept.get(key)

    def put(self, key: Key, typed: T, stored: T) -> None:
        """Keep what is typed; what is as it is stored is no draft."""
        before = self._kept.get(key)
        if typed == stored:
            self.drop(key)
        else:
            self._kept[key] = Draft(typed, before.base if before else stored)

    def drop(self, key: Key) -> None:
        """Forget what is typed in one."""
        self._kept.pop(key, None)

    def saved(self, old: Key, new: Key, typed: T) -> None:
        """Forget what was saved; what was typed meanwhile goes on under the new key."""
        draft = self._kept.pop(old, None)
        if draft is not None and draft.typed != typed:
            self._kept[new] = Draft(draft.typed, typed)

    def settle(self, kind: str, items: Sequence[Item[T]], blank: T) -> None:
        """Let what is typed in one that is gone by now be a new one, begun from a blank."""
        ids = {one.id for one in items}
        for key in [key for key in self._kept if key[0] == kind and key[1] is not None]:
            if key[1] not in ids:
                draft = self._kept.pop(key)
                self._kept.setdefault((kind, None), Draft(draft.typed, blank))

    def overtaken(self, key: Key, stored: T) -> bool:
        """Tell whether another wording was stored since the draft was begun."""
        draft = self._kept.get(key)
        return draft is not None and draft.base != stored
