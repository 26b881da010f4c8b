"""The fields of a kind of channel as a form: what everybody fills in first, the rest folded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.channels.setup import SetupField
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, TIGHT
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.file_dialog import file_dialog
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

FIRST_KINDS = ("address",)
FIRST_SECRETS = ("password", "token")
AUTOMATIC = ""
WORDS = {
    "starttls": QT_TRANSLATE_NOOP("setup", "STARTTLS"),
    "tls": QT_TRANSLATE_NOOP("setup", "TLS from the start"),
    "none": QT_TRANSLATE_NOOP("setup", "None (only on this computer)"),
    "password": QT_TRANSLATE_NOOP("setup", "With a password"),
    "xoauth2": QT_TRANSLATE_NOOP("setup", "In the browser (OAuth)"),
}


@dataclass(slots=True)
class Entry:
    """One field with its widgets."""

    field: SetupField
    label: PlainLabel
    input: QLineEdit | ChoiceButton
    help: PlainLabel
    chosen: str = AUTOMATIC


class FileLine(QLineEdit):
    """A line with the path of a file; the key Down or its icon lets the owner choose one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choose = button("link", self)
        self._choose.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choose.clicked.connect(self._on_choose)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose.setText(translate("SetupForm", "Choose…"))
        wanted = self._choose.sizeHint().width()
        self._choose.setGeometry(self.width() - wanted - TIGHT, 2, wanted, self.height() - 4)
        self.setTextMargins(0, 0, wanted, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._on_choose()
        else:
            super().keyPressEvent(event)

    def _on_choose(self) -> None:
        dialog = file_dialog(self, self.accessibleName())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.setText)
        dialog.open()


class SetupForm(Panel):
    """Holds what the owner fills in.

    Signals:
        submitted(): Enter in a field.
    """

    submitted = Signal()

    def __init__(self, theme: Theme, fields: Sequence[SetupField], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._name = SetupField(
            "name", QT_TRANSLATE_NOOP("setup", "Your name, as customers see it")
        )
        self._entries: dict[str, Entry] = {}
        self._keeps = False
        self._rest = QWidget(self)
        self._more = button("link", self)
        self._more.clicked.connect(self._on_more)
        first = [field for field in fields if _comes_first(field)]
        rest = [field for field in fields if not _comes_first(field)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        for field in (*first, self._name):
            layout.addLayout(self._row(field))
        layout.addWidget(self._more)
        hidden = QVBoxLayout(self._rest)
        hidden.setContentsMargins(0, 0, 0, 0)
        hidden.setSpacing(MEDIUM)
        for field in rest:
            hidden.addLayout(self._row(field))
        layout.addWidget(self._rest)
        self._rest.hide()
        self._more.setVisible(bool(rest))
        self.dress()

    def values(self) -> dict[str, str]:
        """Return what was filled in, without the secrets."""
        found = {
            option: _value(entry).strip()
            for option, entry in self._entries.items()
            if entry.field.kind != "secret"
        }
        return {option: value for option, value in found.items() if value or option == "name"}

    def files(self) -> dict[str, str]:
        """Return the paths of the files that were chosen; what they hold is the value."""
        return {
            option: path
            for option, path in self.values().items()
            if self._entries[option].field.kind == "file"
        }

    def secrets(self) -> dict[str, str]:
        """Return the secrets that were filled in."""
        return {
            option: _value(entry)
            for option, entry in self._entries.items()
            if entry.field.kind == "secret" and _value(entry)
        }

    def missing(self) -> str | None:
        """Return the option of the first required field without a value, or None."""
        values = {**self.values(), **self.secrets()}
        for option, entry in self._entries.items():
            kept = self._keeps and entry.field.kind == "secret"
            if entry.field.required and not kept and not values.get(option):
                return option
        return None

    def fill(self, values: Mapping[str, str]) -> None:
        """Put values into text fields."""
        for option, value in values.items():
            entry = self._entries.get(option)
            if entry is not None and isinstance(entry.input, QLineEdit):
                entry.input.setText(value)

    def keep_secrets(self) -> None:
        """Let secrets that are left empty stay what they are."""
        self._keeps = True
        self.retranslate()

    def focus_first_empty(self) -> None:
        """Let the owner type where something is still to be filled in."""
        for entry in self._entries.values():
            if isinstance(entry.input, QLineEdit) and not entry.input.text():
                entry.input.setFocus()
                return

    def label_of(self, option: str) -> str:
        """Return the name of a field as shown."""
        return self._entries[option].label.text()

    def unfold(self) -> None:
        """Show the further settings."""
        self._rest.show()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for entry in self._entries.values():
            label = translate("setup", entry.field.label)
            entry.label.setText(label)
            entry.input.setAccessibleName(label)
            entry.help.setText(translate("setup", entry.field.help) if entry.field.help else "")
            entry.help.setVisible(bool(entry.field.help))
            if isinstance(entry.input, ChoiceButton):
                self._offer(entry, entry.input, label)
            elif self._keeps and entry.field.kind == "secret":
                kept = translate("SetupForm", "Leave empty to keep it")
                entry.input.setPlaceholderText(kept)
        self._more.setText(
            translate("SetupForm", "Fewer settings")
            if not self._rest.isHidden()
            else translate("SetupForm", "More settings")
        )

    def _row(self, field: SetupField) -> QVBoxLayout:
        label = PlainLabel(face="small", tone="muted")
        shown: QLineEdit | ChoiceButton
        if field.kind == "choice":
            shown = ChoiceButton(self)
            shown.chosen.connect(self._on_chosen)
        else:
            shown = FileLine(self) if field.kind == "file" else QLineEdit(self)
            shown.returnPressed.connect(self.submitted)
            if field.kind == "secret":
                shown.setEchoMode(QLineEdit.EchoMode.Password)
        label.setBuddy(shown)
        entry = Entry(field, label, shown, PlainLabel(face="small", tone="muted", wrap=True))
        self._entries[field.option] = entry
        row = QVBoxLayout()
        row.setSpacing(TIGHT)
        row.addWidget(label)
        row.addWidget(shown)
        row.addWidget(entry.help)
        return row

    def _offer(self, entry: Entry, shown: ChoiceButton, label: str) -> None:
        pairs = [(AUTOMATIC, translate("SetupForm", "Automatic"))]
        for choice in entry.field.choices:
            text = translate("setup", WORDS[choice]) if choice in WORDS else choice
            pairs.append((choice, text))
        shown.set_choices(label, pairs, entry.chosen)

    def _on_chosen(self, key: str) -> None:
        for entry in self._entries.values():
            if entry.input is self.sender():
                entry.chosen = key
        self.retranslate()

    def _on_more(self) -> None:
        self._rest.setVisible(self._rest.isHidden())
        self.retranslate()


def _comes_first(field: SetupField) -> bool:
    return field.required or field.kind in FIRST_KINDS or field.option in FIRST_SECRETS


def _value(entry: Entry) -> str:
    return entry.chosen if isinstance(entry.input, ChoiceButton) else entry.input.text()
