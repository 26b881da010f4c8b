"""The buttons below what is being written."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.views.actions import Actions
from app.views.language import translate
from app.views.theme import Theme
from app.views.ticket.editor import Editor
from app.views.tokens import TIGHT
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.panel import Panel


class ComposerTools(Panel):
    """Files, formatting and the ways to send; every button is an action of the window.

    Signals:
        files_wanted(): the owner wants to choose files.
    """

    files_wanted = Signal()

    def __init__(self, theme: Theme, actions: Actions, editor: Editor, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._actions = actions
        self._internal, self._formats = False, True
        self.attach, self.texts = icon_button(self), icon_button(self)
        self.bold, self.italic, self.bullets = (icon_button(self) for _ in range(3))
        self._formatting = (self.bold, self.italic, self.bullets)
        self.later = icon_button(self)
        self.only_send = button("", self)
        self.send = button("primary", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        for tool in (self.texts, self.attach, self.bold, self.italic, self.bullets):
            row.addWidget(tool)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.only_send)
        row.addSpacing(TIGHT)
        row.addWidget(self.send)
        self.attach.clicked.connect(self.files_wanted)
        self.bold.clicked.connect(editor.toggle_bold)
        self.italic.clicked.connect(editor.toggle_italic)
        self.bullets.clicked.connect(editor.toggle_bullets)
        for made, name in (
            (self.send, "send_close"),
            (self.only_send, "send"),
            (self.later, "send_later"),
            (self.texts, "texts"),
        ):
            made.clicked.connect(partial(actions.trigger, name))
        self.dress()

    def show_for(self, *, internal: bool, formats: bool) -> None:
        """Offer what goes with a note or an answer, with formatting where it is carried."""
        self._internal, self._formats = internal, formats
        self.dress()

    @override
    def retranslate(self) -> None:
        internal = self._internal
        act = (
            translate("Composer", "Save note") if internal else translate("Composer", "Send, done")
        )
        self.send.setText(f" {act}")
        self.send.setToolTip(self._actions.tip("send_close"))
        self.only_send.setText(translate("Composer", "Send"))
        for made, name in (
            (self.only_send, "send"),
            (self.later, "send_later"),
            (self.bold, "bold"),
            (self.italic, "italic"),
            (self.bullets, "bullets"),
            (self.attach, "attach"),
            (self.texts, "texts"),
        ):
            made.setToolTip(self._actions.tip(name))
            made.setAccessibleName(self._actions.text(name))
        self.only_send.setVisible(not internal)
        self.later.setVisible(not internal)
        self._fit()

    def _fit(self) -> None:
        """Leave the formatting to its keys where it would push the sending out of sight."""
        parts = (self.texts, self.attach, *self._formatting, self.later, self.only_send, self.send)
        needed = sum(part.sizeHint().width() + TIGHT for part in parts)
        for tool in reversed(self._formatting):
            tool.setVisible(self._formats and not self._internal and needed <= self.width())
            needed -= tool.sizeHint().width() + TIGHT

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def redress(self) -> None:
        for tool, name in (
            (self.attach, "paperclip"),
            (self.texts, "file-text"),
            (self.bold, "bold"),
            (self.italic, "italic"),
            (self.bullets, "list"),
            (self.later, "calendar-time"),
        ):
            tool.setIcon(self.theme.icon(name))
        self.send.setIcon(self.theme.icon("note" if self._internal else "send", "on_accent"))
