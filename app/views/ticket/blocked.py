"""The line over a mail whose pictures on the internet are not shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.tickets.inbox import MessageInfo
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

NOW, ALWAYS, NEVER = "now", "always", "never"
"""When pictures on the internet are shown: this time, for this sender from now on, or not."""


class BlockedPictures(Panel):
    """Says why there are none, and lets the owner have them.

    Signals:
        wanted(str): NOW or ALWAYS.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, message: MessageInfo, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._message = message
        self.set_ground("plain")
        self._icon = PlainLabel()
        self._text = PlainLabel(face="small", tone="muted", wrap=True)
        self.once = button("link", self)
        self.once.clicked.connect(self._on_once)
        self.always = button("link", self)
        self.always.clicked.connect(self._on_always)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._text)
        buttons = QHBoxLayout()
        buttons.setSpacing(MEDIUM)
        buttons.addWidget(self.once)
        buttons.addWidget(self.always)
        buttons.addStretch(1)
        column.addLayout(buttons)
        row.addLayout(column, 1)
        self.dress()

    @override
    def retranslate(self) -> None:
        self._text.setText(
            translate(
                "BlockedPictures",
                "The pictures of this mail are on the internet. Getting them tells the sender that "
                "you read it.",
            )
        )
        self.once.setText(translate("BlockedPictures", "Show them now"))
        always = translate("BlockedPictures", "Always for this sender")
        self.always.setText(always)
        self.always.setToolTip(self._message.author_handle)

    @override
    def redress(self) -> None:
        self._icon.setPixmap(self.theme.pixmap("photo-off", "muted", 16))

    def _on_once(self) -> None:
        self.wanted.emit(NOW)

    def _on_always(self) -> None:
        self.wanted.emit(ALWAYS)
