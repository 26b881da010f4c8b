"""The pages of the opening for a new profile: welcome, and the recovery key."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.errors import KnownError
from app.views.language import translate
from app.views.sentences import error_text
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

WIDTH = 500
LONG_MS = 600
MINIMUM = 12
"""As `storage.keys.MINIMUM_PASSPHRASE`, whose module takes too long before the first paint."""


class OpeningPage(Panel):
    """A card in the middle of the window with an icon, a title and a text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.icon_name, self.icon_colour = "message-circle", "accent"
        self._icon = PlainLabel()
        self.title = PlainLabel(face="headline", wrap=True)
        self.text = PlainLabel(tone="muted", wrap=True)
        self.problem = PlainLabel(tone="danger", wrap=True)
        self.problem.hide()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(LONG_MS)
        self._slow.timeout.connect(self._progress.show)
        card = QFrame(self)
        card.setProperty("ground", "card")
        card.setFixedWidth(WIDTH)
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(WIDE + SMALL, WIDE + SMALL, WIDE + SMALL, WIDE + SMALL)
        self.column.setSpacing(MEDIUM)
        for part in (self._icon, self.title, self.text):
            self.column.addWidget(part)
        self.column.addSpacing(TIGHT)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)

    def finish(self) -> None:
        """Put the line for problems and progress below what the subclass has added."""
        self.column.addWidget(self.problem)
        self.column.addWidget(self._progress)

    def say_problem(self, text: str) -> None:
        """Say what was wrong with what was typed; "" for nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def show_error(self, error: KnownError | None) -> None:
        """Say what went wrong; None for a mistake of ours."""
        ours = translate("Opening", "Something went wrong in Balie itself")
        self.say_problem(ours if error is None else error_text(error))

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  a state, like Qt's own setters
        """Show progress when it takes long."""
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
            self._progress.hide()

    def set_progress(self, done: int, of: int) -> None:
        """Show how much of something is done; 0 of 0 when that is not known."""
        self._progress.setRange(0, of)
        self._progress.setValue(done)

    @override
    def redress(self) -> None:
        self._icon.setPixmap(self.theme.pixmap(self.icon_name, self.icon_colour, 40))


class WelcomePage(OpeningPage):
    """Nothing is there yet: the owner chooses how his messages are locked.

    Signals:
        chosen(str): the passphrase, or "" for the key store.
        left(): one page back.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.with_key_store = QRadioButton(self)
        self.with_passphrase = QRadioButton(self)
        self._key_store_help = PlainLabel(face="small", tone="muted", wrap=True)
        self._passphrase_help = PlainLabel(face="small", tone="muted", wrap=True)
        self.first = QLineEdit(self)
        self.second = QLineEdit(self)
        self.short = PlainLabel(face="small", tone="warn", wrap=True)
        self.short.hide()
        self.go = button("primary", self)
        self.back = button("quiet", self)
        ways = QButtonGroup(self)
        self.with_key_store.setChecked(True)
        for way, text in (
            (self.with_key_store, self._key_store_help),
            (self.with_passphrase, self._passphrase_help),
        ):
            ways.addButton(way)
            text.setContentsMargins(WIDE, 0, 0, 0)
            self.column.addWidget(way)
            self.column.addWidget(text)
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.returnPressed.connect(self._on_go)
            field.hide()
            self.column.addWidget(field)
        self.column.addWidget(self.short)
        self.finish()
        last = QHBoxLayout()
        last.addWidget(self.back)
        last.addStretch(1)
        last.addWidget(self.go)
        self.column.addLayout(last)
        self.back.clicked.connect(self.left)
        self.first.textChanged.connect(self._on_typed)
        self.with_passphrase.toggled.connect(self._on_way_changed)
        self.go.clicked.connect(self._on_go)
        self.dress()

    @override
    def show_error(self, error: KnownError | None) -> None:
        """Say why no profile could be made; without a key store a passphrase is the way on."""
        super().show_error(error)
        if error is not None and error.code == "key_store_absent":
            self.with_passphrase.setChecked(True)
            self.with_key_store.setEnabled(False)
        elif self.with_passphrase.isChecked():
            self._type_again(self.first)

    @override
    def retranslate(self) -> None:
        self.title.setText(translate("Opening", "How do you want to open your messages?"))
        self.text.setText(
            translate("Opening", "They are kept on this computer only, and encrypted.")
        )
        self.back.setText(" " + translate("Opening", "Back"))
        self.with_key_store.setText(translate("Opening", "Open with this computer (recommended)"))
        self._key_store_help.setText(
            translate(
                "Opening",
                "The key is kept with the other passwords of your user account. "
                "You do not have to type anything.",
            )
        )
        self.with_passphrase.setText(translate("Opening", "Open with a passphrase"))
        self._passphrase_help.setText(
            translate("Opening", "You type it at every start: a few words that only you know.")
        )
        for field, text in (
            (self.first, translate("Opening", "Passphrase")),
            (self.second, translate("Opening", "The same once more")),
        ):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        self.short.setText(
            translate(
                "Opening",
                "At least {minimum} characters. "
                "A few words in a row are easy to remember and hard to guess.",
            ).format(minimum=MINIMUM)
        )
        self.go.setText(translate("Opening", "Begin"))

    def _on_typed(self, passphrase: str) -> None:
        self.short.setVisible(0 < len(passphrase) < MINIMUM)

    def _on_way_changed(self, with_passphrase: bool) -> None:  # noqa: FBT001  Qt's signal
        self.first.setVisible(with_passphrase)
        self.second.setVisible(with_passphrase)
        self._on_typed(self.first.text() if with_passphrase else "")
        if with_passphrase:
            self.first.setFocus()

    def _on_go(self) -> None:
        if self.with_key_store.isChecked():
            self.say_problem("")
            self.chosen.emit("")
        elif self.first.text() != self.second.text():
            self.say_problem(translate("Opening", "The two are not the same."))
            self._type_again(self.second)
        elif not self.first.text():
            self.say_problem(translate("Opening", "Type a passphrase first."))
            self._type_again(self.first)
        else:
            self.say_problem("")
            self.chosen.emit(self.first.text())

    def _type_again(self, field: QLineEdit) -> None:
        field.selectAll()
        field.setFocus()


class RecoveryPage(OpeningPage):
    """Shows the recovery key, once.

    Signals:
        done(): the owner has it on paper.
        save_wanted(str): to a file.
    """

    done = Signal()
    save_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.icon_name = "key"
        self._key = ""
        box = QFrame(self)
        box.setProperty("ground", "plain")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self.shown = PlainLabel(face="code", wrap=True, selectable=True)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self.shown)
        self.column.addWidget(box)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        self.copy = button("", self)
        self.save = button("", self)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.written = QCheckBox(self)
        self.column.addWidget(self.written)
        self.finish()
        self.go = button("primary", self)
        self.go.setEnabled(False)
        self.column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignRight)
        self.copy.clicked.connect(self._on_copy)
        self.save.clicked.connect(self._on_save)
        self.written.toggled.connect(self.go.setEnabled)
        self.go.clicked.connect(self.done)
        self.dress()

    def show_key(self, key: str) -> None:
        """Show a recovery key, in two lines."""
        self._key = key
        groups = key.split("-")
        self.shown.setText("-".join(groups[:4]) + "-\n" + "-".join(groups[4:]))
        self.shown.setAccessibleName(key)
        self.written.setChecked(False)

    def forget(self) -> None:
        """Keep the key no longer than it is shown."""
        self._key = ""
        self.shown.clear()

    def say_saved(self, name: str) -> None:
        """Say where the key was saved."""
        self.say_problem("")
        text = translate("Opening", "Saved as {name}. Print it and keep it in another place.")
        self.text.setText(text.format(name=name))

    @override
    def retranslate(self) -> None:
        self.title.setText(translate("Opening", "Write down your recovery key"))
        self.text.setText(
            translate(
                "Opening",
                "It opens your messages when the key of this computer or your passphrase is lost. "
                "It is shown only now. Keep the paper away from this computer.",
            )
        )
        self.copy.setText(" " + translate("Opening", "Copy"))
        self.save.setText(" " + translate("Opening", "Save to a file…"))
        self.written.setText(translate("Opening", "I have written it down"))
        self.go.setText(translate("Opening", "Go on"))

    @override
    def redress(self) -> None:
        super().redress()
        self.copy.setIcon(self.theme.icon("copy"))
        self.save.setIcon(self.theme.icon("download"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._key)

    def _on_save(self) -> None:
        self.save_wanted.emit(self._key)
