"""What is typed in pages and not saved yet: kept until it is saved or taken back."""

from collections.abc import Iterable, Iterator

from app.services.handbook.drafts import Draft

NEW = "new-"
"""How the place of a page begins that is not saved yet; else it is the number of the page."""


class Drafts:
    """The drafts by place: the number of a page, or a new one."""

    def __init__(self) -> None:
        self._kept: dict[str, Draft] = {}

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._kept.values())

    def take(self, drafts: Iterable[Draft]) -> None:
        """Take over what was kept when the window was last open."""
        for draft in drafts:
            self._kept.setdefault(draft.place, draft)

    def get(self, place: str) -> Draft | None:
        """Return what is typed in a page, None for nothing."""
        return self._kept.get(place)

    def begin(self, text: str) -> str:
        """Begin a new page with a text; returns its place."""
        numbers = (int(one.removeprefix(NEW)) for one in self._kept if one.startswith(NEW))
        place = f"{NEW}{max(numbers, default=0) + 1}"
        self._kept[place] = Draft(place, text, 0)
        return place

    def put(self, place: str, text: str, stored: str, version: int) -> bool:
        """Keep what is typed; what is as it is stored is no draft. Tells whether that changed."""
        before = self._kept.get(place)
        if text == stored and not place.startswith(NEW):
            return self._kept.pop(place, None) is not None
        self._kept[place] = Draft(place, text, before.base if before else version)
        return before is None or before.text != text

    def drop(self, place: str) -> None:
        """Forget what is typed in one."""
        self._kept.pop(place, None)

    def settle(self, places: Iterable[str]) -> None:
        """Let what is typed in a page that is gone by now be a new one."""
        known = set(places)
        for place in [one for one in self._kept if not one.startswith(NEW) and one not in known]:
            self.begin(self._kept.pop(place).text)
