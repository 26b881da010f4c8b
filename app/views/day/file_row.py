"""Files that belong to a note: a button that adds them, and each with a way to take it off."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.channels.api import Attachment
from app.views.language import translate
from app.views.theme import Theme
from app.views.ticket.attachments import NewFiles
from app.views.tokens import SMALL
from app.views.widgets.buttons import button


class FileRow(QWidget):
    """Shows the files; `add` is clicked when the owner wants more."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips = NewFiles(theme, self)
        self.add = button("", self)
        self.add.setText(" " + translate("Log", "Add files…"))
        self.add.setIcon(theme.icon("paperclip", "muted", size=16))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.add)
        row.addWidget(self._chips)
        row.addStretch(1)

    @property
    def files(self) -> Sequence[Attachment]:
        """The files, in the order in which they were added."""
        return self._chips.files

    def take_along(self, files: Sequence[Attachment]) -> None:
        """Let more files belong to it."""
        self._chips.add(*files)
