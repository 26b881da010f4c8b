"""What the owner can do as Qt sees it: which key it has, and whether it can be done now."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.views.action_table import BY_NAME, SPECS, TICKET, WRITE, Spec
from app.views.language import translate


def is_single(keys: str) -> bool:
    """Tell whether a shortcut is one letter or sign, which a screen reader's user may not want."""
    return len(keys.removeprefix("Shift+")) == 1 or keys == "Space"


class Actions(QObject):
    """The actions with their keys, alive in one window.

    Signals:
        triggered(str): the owner wants this, by key, menu or palette.
    """

    triggered = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._single = True
        self._own: dict[str, tuple[str, ...]] = {}
        self._left_out: frozenset[str] = frozenset()
        self._messages = True
        self._all: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(window)
            action.setData(spec.name)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(self._on_triggered)
            window.addAction(action)
            self._all[spec.name] = action
        self._apply()
        self.retranslate()

    @property
    def single_letters(self) -> bool:
        """Whether keys of one letter or sign are heard."""
        return self._single

    def leave_out(self, names: Iterable[str]) -> None:
        """Offer all actions but these."""
        self._left_out = frozenset(names)
        self._apply()

    def show_for(self, *, messages: bool) -> None:
        """Offer what is done with the open message only where it is on the screen."""
        self._messages = messages
        self._apply()

    def offered(self) -> list[Spec]:
        """Return what can be done here."""
        return [spec for spec in SPECS if self._is_offered(spec)]

    def _is_offered(self, spec: Spec) -> bool:
        fits = self._messages or spec.group not in {TICKET, WRITE}
        return fits and spec.name not in self._left_out

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def set_keys(self, own: Mapping[str, Iterable[str]], *, single_letters: bool) -> None:
        """Use the owner's own keys, and single letters only when he wants them."""
        self._own = {name: tuple(keys) for name, keys in own.items() if name in BY_NAME}
        self._single = single_letters
        self._apply()

    def keys_of(self, name: str) -> tuple[str, ...]:
        """Return the shortcuts of an action as they are now."""
        keys = self._own.get(name, BY_NAME[name].keys)
        return tuple(key for key in keys if self._single or not is_single(key))

    def shown_keys(self, name: str) -> str:
        """Return the first shortcut in the words of the computer, "" for none."""
        keys = self.keys_of(name)
        if not keys:
            return ""
        shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        # Qt's name for the key on which keyboards here say Enter.
        return shown.replace("Return", "Enter")

    def text(self, name: str) -> str:
        """Return what an action is called."""
        return translate("Actions", BY_NAME[name].text)

    def tip(self, name: str) -> str:
        """Return an action's name with its key, for a tooltip."""
        keys = self.shown_keys(name)
        return f"{self.text(name)}  ({keys})" if keys else self.text(name)

    def trigger(self, name: str) -> None:
        """Do something as its key would; nothing where it is not offered."""
        if self._is_offered(BY_NAME[name]):
            self.triggered.emit(name)

    def retranslate(self) -> None:
        """Write all names."""
        for name, action in self._all.items():
            action.setText(self.text(name))

    def _apply(self) -> None:
        for name, action in self._all.items():
            heard = not BY_NAME[name].local and self._is_offered(BY_NAME[name])
            keys = self.keys_of(name) if heard else ()
            action.setShortcuts([QKeySequence(one) for one in keys])

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.triggered.emit(str(action.data()))
