"""What the window remembers between two starts: where it stood, its language and colours."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app.views.language import DUTCH
from app.views.theme import SYSTEM

FILE = "window.ini"


class WindowMemory:
    """A small file in the profile; nothing of a message is in it.

    Language and colours stand here too, because they are needed before the store is open.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        return str(self._settings.value("language", DUTCH, type=str))

    @property
    def colours(self) -> str:
        return str(self._settings.value("colours", SYSTEM, type=str))

    @property
    def density(self) -> str:
        return str(self._settings.value("density", "normal", type=str))

    @density.setter
    def density(self, density: str) -> None:
        self._put("density", density)

    @property
    def facts(self) -> bool:
        """Whether the facts stand beside the conversation."""
        return self._settings.value("facts", "true", type=str) == "true"

    @facts.setter
    def facts(self, shown: bool) -> None:
        self._put("facts", "true" if shown else "false")

    @property
    def aids_folded(self) -> bool:
        """Whether what helps to answer is folded to one line."""
        return self._settings.value("aids_folded", "false", type=str) == "true"

    @aids_folded.setter
    def aids_folded(self, folded: bool) -> None:
        self._put("aids_folded", "true" if folded else "false")

    def look(self, language: str, colours: str) -> None:
        """Remember language and colours."""
        self._put("language", language)
        self._put("colours", colours)

    def state(self, name: str) -> QByteArray:
        """Return a remembered geometry; an empty one when there is none."""
        found = self._settings.value(name, QByteArray(), type=QByteArray)
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep(self, name: str, state: QByteArray) -> None:
        """Remember a geometry."""
        self._put(name, state)

    def _put(self, name: str, value: object) -> None:
        # Before there is a profile its folder must stay as it is.
        if self._folder.is_dir():
            self._settings.setValue(name, value)
            self._settings.sync()
