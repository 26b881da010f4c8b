"""What the window shows until the profile is open, and what happens there."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import KnownError
from app.views.language import DUTCH, ENGLISH, translate
from app.views.opening.door_page import DoorPage
from app.views.opening.opener import Opener
from app.views.opening.pages import RecoveryPage, WelcomePage
from app.views.opening.ways import EXAMPLE, WaysPage
from app.views.theme import Theme
from app.views.tokens import WIDE
from app.views.widgets.buttons import button
from app.views.widgets.file_dialog import file_dialog
from app.views.widgets.panel import Panel


class OpeningView(Panel):
    """Leads from an empty folder, or a closed door, to open messages.

    Signals:
        shown(): a page needs the owner.
        example_made(Path): the example firm is in this folder.
        passed(): the owner has done his part; the rest goes by itself.
        language_chosen(str): the owner wants the other language.
    """

    shown = Signal()
    passed = Signal()
    language_chosen = Signal(str)
    example_made = Signal(object)

    def __init__(self, theme: Theme, opener: Opener, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_ground("window")
        self._opener = opener
        self._dialog: QFileDialog | None = None
        self._key = ""
        self.wanted = ""
        self.ways = WaysPage(theme, self)
        self.welcome = WelcomePage(theme, self)
        self.recovery = RecoveryPage(theme, self)
        self.door = DoorPage(theme, self)
        self._language = button("link", self)
        self._language.clicked.connect(self._on_language)
        self._pages = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self._language, 0, Qt.AlignmentFlag.AlignHCenter)
        for page in (self.ways, self.welcome, self.recovery, self.door):
            self._pages.addWidget(page)
        self.ways.chosen.connect(self._on_beginning_chosen)
        self.welcome.chosen.connect(self._on_way_chosen)
        self.welcome.left.connect(self.show_welcome)
        self.recovery.done.connect(self._on_recovery_done)
        self.recovery.save_wanted.connect(self._on_save_wanted)
        self.door.passphrase_given.connect(self._on_passphrase)
        self.door.recovery_given.connect(self._on_recovery)
        self.door.retried.connect(self._on_retry)
        opener.created.connect(self._on_created)
        opener.progressed.connect(self.ways.show_progress)
        opener.example_made.connect(self._on_example_made)
        self.dress()

    def show_welcome(self) -> None:
        """There is nothing yet: ask how to begin."""
        self._pages.setCurrentWidget(self.ways)
        self.shown.emit()

    def show_failure(self, error: KnownError | None) -> None:
        """Show what stands in the way, on the page that can do something about it."""
        self.setEnabled(True)
        self.ways.set_busy(False)
        self.welcome.set_busy(False)
        if error is not None and error.code == "no_profile":
            self.show_welcome()
            return
        page = self._pages.currentWidget()
        if page is self.welcome and self.isVisible():
            self.welcome.show_error(error)
            return
        if page is self.ways and self.isVisible():
            self.ways.show_error(error)
            return
        self._pages.setCurrentWidget(self.door)
        self.shown.emit()
        self.door.show_error(error)

    @property
    def page(self) -> QWidget | None:
        """The page on top."""
        return self._pages.currentWidget()

    @override
    def retranslate(self) -> None:
        # Each in its own language: who cannot read this page has to find it.
        other = {DUTCH: "In English", ENGLISH: "In het Nederlands"}
        self._language.setText(other[self._spoken()])

    @override
    def redress(self) -> None:
        self._language.setIcon(self.theme.icon("world", "accent"))

    def _spoken(self) -> str:
        return ENGLISH if QLocale().language() == QLocale.Language.English else DUTCH

    def _on_language(self) -> None:
        self.language_chosen.emit(DUTCH if self._spoken() == ENGLISH else ENGLISH)

    def _on_beginning_chosen(self, wanted: str) -> None:
        if wanted == EXAMPLE:
            self.setEnabled(False)
            self.ways.say_problem("")
            self.ways.set_busy(True)
            self._opener.make_example()
        else:
            self.wanted = wanted
            self._pages.setCurrentWidget(self.welcome)

    def _on_example_made(self, folder: Path) -> None:
        self.ways.set_busy(False)
        self.example_made.emit(folder)

    def _on_way_chosen(self, passphrase: str) -> None:
        self.setEnabled(False)
        self.welcome.set_busy(True)
        self._opener.create(passphrase or None)

    def _on_created(self, key: str) -> None:
        self.setEnabled(True)
        self.welcome.set_busy(False)
        self.recovery.show_key(key)
        self._pages.setCurrentWidget(self.recovery)

    def _on_recovery_done(self) -> None:
        self.recovery.forget()
        self._pages.setCurrentWidget(self.door)
        self._begin()
        self._opener.open()
        self.passed.emit()

    def _on_passphrase(self, passphrase: str) -> None:
        self._begin()
        self._opener.open(passphrase=passphrase)

    def _on_recovery(self, recovery: str) -> None:
        self._begin()
        self._opener.open(recovery=recovery)

    def _on_retry(self) -> None:
        self._begin()
        self._opener.open()

    def _begin(self) -> None:
        self.setEnabled(False)
        self.door.say_problem("")
        self.door.set_busy(True)

    def _on_save_wanted(self, key: str) -> None:
        self._key = key
        dialog = file_dialog(self, translate("Opening", "Save recovery key"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(translate("Opening", "Balie recovery key.txt"))
        dialog.finished.connect(self._on_place_chosen)
        self._dialog = dialog
        dialog.open()

    def _on_place_chosen(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        key, self._key = self._key, ""
        if dialog is None:
            return
        if result == QDialog.DialogCode.Accepted.value:
            place = Path(dialog.selectedFiles()[0])
            try:
                place.write_text(f"{key}\n", encoding="utf-8")
                place.chmod(0o600)
                self.recovery.say_saved(place.name)
            except OSError as error:
                text = translate("Opening", "It could not be saved there ({reason}).")
                self.recovery.say_problem(text.format(reason=error.strerror or ""))
        dialog.deleteLater()
