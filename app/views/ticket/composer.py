"""Where the owner writes an answer or a note."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.channels.api import Attachment
from app.services.tickets.drafts import SavedDraft
from app.views.language import translate
from app.views.theme import Theme, set_tone
from app.views.ticket.attachments import NewFiles
from app.views.tokens import MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

SAVE_AFTER_MS = 700
FEWEST_LINES, MOST_LINES = 4, 10


class Editor(QPlainTextEdit):
    """Plain text; Tab leaves it, so that the keyboard can get out.

    Signals:
        sent(): Ctrl+Enter.
        left(): Escape.
    """

    sent = Signal()
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.ignore()  # files are the composer's


class Composer(Panel):
    """Keeps what is typed until it is sent.

    Signals:
        send_wanted(): the owner pressed send.
        draft_changed(): what is written has to be saved.
        files_wanted(): the owner wants to choose files.
        files_dropped(list): paths that were dropped.
        left(): Escape.
    """

    send_wanted = Signal()
    draft_changed = Signal()
    files_wanted = Signal()
    files_dropped = Signal(list)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_ground("surface")
        self.setAcceptDrops(True)
        self.recipient = ""
        self._files: list[Attachment] = []
        self.editor = Editor(self)
        self.editor.setProperty("field", "true")
        self.editor.setTabChangesFocus(True)
        self.answer = button("segment", self)
        self.note = button("segment", self)
        self._to = ElidedLabel(face="small", tone="muted")
        self.saved = PlainLabel(face="small", tone="muted")
        self.attach = icon_button(self)
        self.send = button("primary", self)
        self.chips = NewFiles(theme, self)
        self._kind = QButtonGroup(self)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_AFTER_MS)
        self._quiet = False
        self._lay_out()
        self._connect()
        self.dress()
        self._fit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(TIGHT)
        for segment in (self.answer, self.note):
            segment.setCheckable(True)
            self._kind.addButton(segment)
            top.addWidget(segment)
        self.answer.setChecked(True)
        top.addSpacing(SMALL)
        top.addWidget(self._to)
        top.addStretch(1)
        bottom = QHBoxLayout()
        bottom.setSpacing(SMALL)
        bottom.addWidget(self.attach)
        bottom.addWidget(self.saved)
        bottom.addStretch(1)
        bottom.addWidget(self.send)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, SMALL, WIDE, MEDIUM)
        layout.setSpacing(SMALL)
        layout.addLayout(top)
        layout.addWidget(self.editor)
        layout.addWidget(self.chips)
        layout.addLayout(bottom)
        self.setTabOrder(self.editor, self.attach)
        self.setTabOrder(self.attach, self.send)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.sent.connect(self.send_wanted)
        self.editor.left.connect(self.left)
        self.send.clicked.connect(self.send_wanted)
        self.attach.clicked.connect(self.files_wanted)
        self.chips.removed.connect(self._on_file_removed)
        self._kind.buttonClicked.connect(self._on_kind_changed)
        self._saving.timeout.connect(self.draft_changed)

    @property
    def text(self) -> str:
        return self.editor.toPlainText()

    @property
    def internal(self) -> bool:
        return self.note.isChecked()

    @property
    def files(self) -> Sequence[Attachment]:
        return tuple(self._files)

    def begin(self, recipient: str, draft: SavedDraft | None) -> None:
        """Be ready for a ticket: with its draft, or empty."""
        self._quiet = True
        self.recipient = recipient
        self._files = []
        self._saving.stop()
        self.editor.setPlainText(draft.text if draft else "")
        (self.note if draft and draft.internal else self.answer).setChecked(True)
        self.saved.setText(translate("Composer", "Draft saved") if draft else "")
        self._quiet = False
        self._show_files()
        self.dress()
        self._fit()

    def put_back(self, text: str) -> None:
        """Take back a text that was sent, before what was written since."""
        since = self.text.strip()
        self.editor.setPlainText(f"{text}\n\n{since}" if since and since != text else text)
        self.answer.setChecked(True)
        self.dress()

    def add_files(self, files: Sequence[Attachment]) -> None:
        """Let files go along."""
        self._files.extend(files)
        self._show_files()

    def mark_saved(self) -> None:
        """Say that what is written is on disk."""
        self.saved.setText(translate("Composer", "Draft saved") if self.text.strip() else "")

    def stop_saving(self) -> bool:
        """Forget that something was to be saved; returns whether it was."""
        waiting = self._saving.isActive()
        self._saving.stop()
        return waiting

    @override
    def retranslate(self) -> None:
        internal = self.internal
        self.answer.setText(translate("Composer", "Answer"))
        self.note.setText(translate("Composer", "Internal note"))
        to = translate("Composer", "To {recipient}").format(recipient=self.recipient)
        note = translate("Composer", "Only for you; no customer sees it")
        self._to.setText(note if internal else to)
        self.editor.setPlaceholderText(
            translate("Composer", "Write a note")
            if internal
            else translate("Composer", "Write your answer")
        )
        self.editor.setAccessibleName(
            translate("Composer", "Text of the note")
            if internal
            else translate("Composer", "Text of the answer")
        )
        act = translate("Composer", "Save note") if internal else translate("Composer", "Send")
        self.send.setText(f" {act}")
        self.send.setToolTip(translate("Composer", "Ctrl+Enter"))
        self.attach.setToolTip(translate("Composer", "Add files"))
        self.attach.setAccessibleName(translate("Composer", "Add files"))
        if self.saved.text():
            self.mark_saved()

    @override
    def redress(self) -> None:
        self.attach.setIcon(self.theme.icon("paperclip"))
        icon = "note" if self.internal else "send"
        self.send.setIcon(self.theme.icon(icon, "on_accent"))
        self.editor.setProperty("field", "note" if self.internal else "true")
        set_tone(self.editor, "note" if self.internal else "plain")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.files_dropped.emit(paths)
        event.acceptProposedAction()

    def _fit(self) -> None:
        metrics = self.editor.fontMetrics()
        lines = min(MOST_LINES, max(FEWEST_LINES, self.editor.document().lineCount() + 1))
        self.editor.setFixedHeight(lines * metrics.lineSpacing() + 2 * MEDIUM)

    def _show_files(self) -> None:
        self.chips.show_files([(file.name, len(file.data)) for file in self._files])

    def _on_text_changed(self) -> None:
        self._fit()
        if self._quiet:
            return
        self.saved.setText("")
        if not self._saving.isActive():  # not put off by every key, so at most this long
            self._saving.start()

    def _on_kind_changed(self) -> None:
        self.dress()
        self.editor.setFocus()
        if self.text.strip():
            self._saving.start()

    def _on_file_removed(self, place: int) -> None:
        del self._files[place]
        self._show_files()
