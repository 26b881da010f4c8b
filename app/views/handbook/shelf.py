"""The pages that the room has read, and which one is on screen."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QImage

from app.models.rules.handbook.pages import LANGUAGES
from app.services.handbook import browsing
from app.services.handbook.browsing import Leaf
from app.views.handbook.drafts import Drafts
from app.views.handbook.trail import Trail
from app.views.handbook.typeset import Typesetter
from app.views.theme import Theme

READ, EDIT, VERSIONS = "read", "edit", "versions"


class Shelf:
    """What stands there; `place` is what is on screen: the number of a page, or a new one."""

    def __init__(
        self, theme: Theme, drafts: Drafts, pictures: Mapping[str, QImage], language: str
    ) -> None:
        self._theme, self._pictures = theme, pictures
        self.drafts, self.language = drafts, language
        self.leaves: Sequence[Leaf] = ()
        self.trail = Trail()
        self.place, self.mode = "", READ

    @property
    def own(self) -> list[Leaf]:
        """The pages of the language that is looked at."""
        return [one for one in self.leaves if one.info.language == self.language]

    @property
    def is_empty(self) -> bool:
        """Whether there is no page at all, and none is begun."""
        return not self.leaves and not list(self.drafts)

    @property
    def leaf(self) -> Leaf | None:
        """The page on screen, None for a new one or none."""
        return next((one for one in self.leaves if str(one.id) == self.place), None)

    @property
    def text(self) -> str:
        """What is typed in the page on screen, or else what it says."""
        draft, leaf = self.drafts.get(self.place), self.leaf
        return draft.text if draft else (leaf.text if leaf else "")

    @property
    def spoken(self) -> str:
        """The language of the page on screen."""
        leaf = self.leaf
        return leaf.info.language if leaf is not None else self.language

    def named(self, key: str, language: str) -> Leaf | None:
        """Return the page of a key in a language."""
        found = (one for one in self.leaves if one.info.key == key)
        return next((one for one in found if one.info.language == language), None)

    def twin(self, leaf: Leaf) -> Leaf | None:
        """Return the same page in the other language."""
        return self.named(leaf.info.key, other(leaf.info.language))

    def keys(self, language: str) -> frozenset[str]:
        """Return the keys of the pages of a language."""
        return frozenset(one.info.key for one in self.leaves if one.info.language == language)

    def setter(self, language: str) -> Typesetter:
        """Return what writes pages of a language, with its links and terms."""
        terms = browsing.glossary(self.leaves, language)
        return Typesetter(self._theme, self.keys(language), terms, self._pictures)

    def go(self, place: str) -> None:
        """Put a page on screen: to be written when that was begun."""
        self.place = place
        self.mode = EDIT if self.drafts.get(place) is not None else READ
        self.language = self.spoken

    def stay(self) -> None:
        """Keep the page on screen, or take the first one when it is gone."""
        if self.leaf is not None or self.drafts.get(self.place) is not None:
            return
        self.trail.forget(self.place)
        self.take_first()

    def take_first(self) -> None:
        """Put the first page of the language on screen."""
        self.place, self.mode = "", READ
        if self.own:
            self.place = str(self.own[0].id)
            self.trail.visit(self.place)


def other(language: str) -> str:
    """Return the other language."""
    return next(one for one in LANGUAGES if one != language)
