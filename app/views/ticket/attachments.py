"""Files of a message as chips that can be saved, and files that will go along with an answer."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.channels.api import Attachment
from app.services.tickets.attached import AttachmentInfo
from app.views import moments
from app.views.language import translate
from app.views.theme import Theme
from app.views.ticket.opened_files import is_openable
from app.views.tokens import SMALL
from app.views.widgets.buttons import button, popup_below
from app.views.widgets.labels import plain_tip
from app.views.widgets.panel import Panel

_PROGRAMS = "exe msi msix scr bat cmd com pif appimage dmg pkg app command sh py gadget"
_SCRIPTS = "ps1 psm1 vb vbs vbe js jse wsf wsh hta jar reg cpl chm lnk url desktop"
_CONTAINERS = "iso img vhd docm dotm xlsm xlam pptm svg html htm xhtml"
RISKY = frozenset(f"{_PROGRAMS} {_SCRIPTS} {_CONTAINERS}".split())
"""Kinds that can run something; Balie never opens them, and says so."""
LONGEST_NAME = 36


def is_risky(name: str) -> bool:
    """Tell whether a file could run something on this computer when somebody opened it."""
    return name.rpartition(".")[2].lower() in RISKY


def short_name(name: str) -> str:
    """Return a name that fits a chip, with its ending kept."""
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[: LONGEST_NAME - 12]}…{name[-10:]}"


class AttachmentChips(Panel):
    """The files of one message, a few to a line.

    Signals:
        save_wanted(int, str), open_wanted(int, str): a file's id and name.
    """

    save_wanted = Signal(int, str)
    open_wanted = Signal(int, str)
    per_line = 1

    def __init__(self, theme: Theme, files: Sequence[AttachmentInfo], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._files: dict[QPushButton, AttachmentInfo] = {}
        self._pictures: dict[int, QPixmap] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SMALL, 0, 0)
        layout.setSpacing(SMALL)
        for start in range(0, len(files), self.per_line):
            line = QHBoxLayout()
            line.setSpacing(SMALL)
            for file in files[start : start + self.per_line]:
                chip = button("choice", self)
                chip.setIconSize(QSize(16, 16))
                chip.clicked.connect(self._on_clicked)
                self._files[chip] = file
                line.addWidget(chip)
            line.addStretch(1)
            layout.addLayout(line)
        self.dress()

    @property
    def files(self) -> Sequence[AttachmentInfo]:
        """The files shown."""
        return list(self._files.values())

    def give_thumbnails(self, pictures: Mapping[int, QImage]) -> None:
        """Show small pictures of the files that are pictures, by the file's id."""
        for chip, file in self._files.items():
            if file.id in pictures:
                self._pictures[file.id] = QPixmap.fromImage(pictures[file.id])
                chip.setIconSize(self._pictures[file.id].size())
        self.redress()

    @override
    def retranslate(self) -> None:
        for chip, file in self._files.items():
            name = short_name(file.name).replace("&", "&&")
            chip.setText(f" {name}  {moments.size(file.size)}")
            tip = translate("Attachments", "Open or save")
            if is_risky(file.name):
                tip = translate(
                    "Attachments",
                    "This kind of file can harm your computer. Balie never opens it; "
                    "save it only when you expected it.",
                )
            chip.setToolTip(plain_tip(f"{file.name}\n{tip}"))
            chip.setAccessibleName(translate("Attachments", "File {name}").format(name=file.name))

    @override
    def redress(self) -> None:
        for chip, file in self._files.items():
            risky = is_risky(file.name)
            icon = ("alert-triangle", "warn") if risky else ("paperclip", "muted")
            picture = self._pictures.get(file.id)
            chip.setIcon(QIcon(picture) if picture else self.theme.icon(*icon, size=16))

    def _on_clicked(self) -> None:
        for chip, file in self._files.items():
            if chip is self.sender():
                self._offer(chip, file)

    def _offer(self, chip: QPushButton, file: AttachmentInfo) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if is_openable(file.name):
            opening = menu.addAction(translate("Attachments", "Open"))
            opening.triggered.connect(partial(self.open_wanted.emit, file.id, file.name))
        saving = menu.addAction(translate("Attachments", "Save as…"))
        saving.triggered.connect(partial(self.save_wanted.emit, file.id, file.name))
        popup_below(chip, menu)


class NewFiles(Panel):
    """Files that go along with what is being written; a click takes one off again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._files: list[Attachment] = []
        self._chips: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SMALL)
        self._layout.addStretch(1)
        self.hide()
        self.dress()

    @property
    def files(self) -> Sequence[Attachment]:
        return tuple(self._files)

    def take(self, files: Sequence[Attachment]) -> None:
        """Have exactly these files."""
        self._files = list(files)
        self._show()

    def add(self, *files: Attachment) -> None:
        """Let files go along."""
        self.take([*self._files, *files])

    @override
    def retranslate(self) -> None:
        for chip, file in zip(self._chips, self._files, strict=True):
            name = short_name(file.name).replace("&", "&&")
            chip.setText(f" {name}  {moments.size(len(file.data))}")
            tip = translate("Attachments", "Take {name} off").format(name=file.name)
            chip.setToolTip(plain_tip(tip))
            chip.setAccessibleName(tip)

    @override
    def redress(self) -> None:
        for chip in self._chips:
            chip.setIcon(self.theme.icon("x", size=14))

    def _show(self) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for at, file in enumerate(self._files):
            chip = button("choice", self)
            chip.setIconSize(QSize(14, 14))
            chip.setObjectName(file.name)
            chip.clicked.connect(partial(self._on_clicked, file))
            self._chips.append(chip)
            self._layout.insertWidget(at, chip)
        self.setVisible(bool(self._chips))
        self.dress()

    def _on_clicked(self, file: Attachment) -> None:
        self.take([one for one in self._files if one is not file])
