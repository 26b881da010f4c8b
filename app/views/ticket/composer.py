"""Where the owner writes an answer or a note."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCharFormat
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.markup import safe_html
from app.services.tickets.drafts import SavedDraft
from app.views.actions import Actions
from app.views.language import translate
from app.views.theme import Theme, set_tone
from app.views.ticket.answer_check import CheckLine
from app.views.ticket.attachments import NewFiles
from app.views.ticket.concept_line import ConceptLine
from app.views.ticket.editor import Editor
from app.views.ticket.promise_line import PromiseLine
from app.views.ticket.tools import ComposerTools
from app.views.tokens import MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

SAVE_AFTER_MS = 700


def turn_to_answer(composer: "Composer") -> None:
    """Write an answer where the channel takes one; a note that is being written stays one.

    Else what was meant for colleagues would go to the customer with what is put in below it.
    """
    if not (composer.internal and composer.text.strip()):
        composer.choose(internal=not composer.answer.isEnabled())


class Composer(Panel):
    """Keeps what is typed until it is sent; its buttons are actions of the window.

    Signals:
        draft_changed(): what is written has to be saved.
        files_wanted(): the owner wants to choose files.
        files_dropped(list): paths that were dropped.
        left(): Escape.
        begun(): it is ready for a ticket.
    """

    draft_changed = Signal()
    begun = Signal()
    files_wanted = Signal()
    files_dropped = Signal(list)
    left = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_ground("surface")
        self.setAcceptDrops(True)
        self.recipient = ""
        self.editor = Editor(self)
        self._formats = True
        self.answer = button("segment", self)
        self.note = button("segment", self)
        self._to = ElidedLabel(face="small", tone="muted")
        self.saved = PlainLabel(face="small", tone="muted")
        self.explains = PlainLabel(face="small", tone="muted", wrap=True)
        self.explains.hide()
        self._explains = ""
        self.tools = ComposerTools(theme, actions, self.editor, self)
        self.chips = NewFiles(theme, self)
        self.promise = PromiseLine(theme, self)
        self.concept = ConceptLine(theme, self)
        self.check = CheckLine(theme, self.editor, self)
        self._kind = QButtonGroup(self)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_AFTER_MS)
        self._quiet = False
        self._lay_out()
        self._connect()
        self.dress()

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
        top.addWidget(self.saved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, SMALL, WIDE, MEDIUM)
        layout.setSpacing(SMALL)
        layout.addLayout(top)
        layout.addWidget(self.explains)
        layout.addWidget(self.editor)
        layout.addWidget(self.concept)
        layout.addWidget(self.promise)
        layout.addWidget(self.chips)
        layout.addWidget(self.check)
        layout.addWidget(self.tools)
        tools = self.tools
        order = (
            self.editor,
            self.concept.stop,
            self.promise.deny,
            tools.send,
            tools.only_send,
            tools.later,
            tools.attach,
            tools.bold,
        )
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.left.connect(self.left)
        self.promise.denied.connect(self.editor.setFocus)
        self.editor.files_pasted.connect(self.files_dropped)
        self.editor.picture_pasted.connect(self.chips.add)
        self.tools.files_wanted.connect(self.files_wanted)
        self._kind.buttonClicked.connect(self._on_kind_changed)
        self._saving.timeout.connect(self.draft_changed)

    @property
    def text(self) -> str:
        return self.editor.text

    @property
    def html(self) -> str | None:
        return self.editor.html if self._formats and not self.internal else None

    @property
    def internal(self) -> bool:
        return self.note.isChecked()

    def begin(self, recipient: str, draft: SavedDraft | None) -> None:
        """Be ready for a ticket: with its draft, or empty."""
        self._quiet = True
        self.promise.forget()
        self.concept.forget()
        self.check.show_looked(None)
        self.recipient = recipient
        self._saving.stop()
        self._write(draft.text if draft else "", draft.html if draft else None)
        (self.note if draft and draft.internal else self.answer).setChecked(True)
        self.saved.setText(translate("Composer", "Draft saved") if draft else "")
        self._quiet = False
        self.chips.take(draft.attachments if draft else ())
        self.dress()
        self.begun.emit()

    def suit(self, *, formats: bool, answers: bool, explains: str) -> None:
        """Offer what the channel carries, and say what its platform forbids before he writes.

        Where nothing can be answered from here, only a note can be written.

        Args:
            explains: English, of the context "channels"; "" for nothing.
        """
        self._formats = formats
        self.answer.setEnabled(answers)
        self._explains = explains
        self.dress()

    def choose(self, *, internal: bool) -> None:
        """Write an answer, or a note."""
        (self.note if internal else self.answer).setChecked(True)
        self.dress()

    def put_back(self, draft: SavedDraft) -> None:
        """Take back a text that was sent, before what was written since."""
        since = self.text.strip()
        if since and since not in draft.text:
            self._write(f"{draft.text}\n\n{since}", None)
        else:
            self._write(draft.text, draft.html)
        self.choose(internal=draft.internal)

    def _write(self, text: str, html: str | None) -> None:
        if html:
            self.editor.setHtml(safe_html(html, inline_images=False))
        else:
            self.editor.setPlainText(text)
            self.editor.setCurrentCharFormat(QTextCharFormat())

    def show_recipient(self, recipient: str) -> None:
        """Show whom an answer goes to."""
        if recipient != self.recipient:
            self.recipient = recipient
            self.retranslate()

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
        said = self._explains
        self.explains.setText(translate("channels", said) if said else "")
        self.explains.setVisible(bool(said) and not (self.internal and self.answer.isEnabled()))
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
        self.tools.show_for(internal=internal, formats=self._formats)
        if self.saved.text():
            self.mark_saved()

    @override
    def redress(self) -> None:
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

    def _on_text_changed(self) -> None:
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
