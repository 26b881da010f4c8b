"""The line under an answer that a model drafted: that it is at it, and what it went by."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.services.assist.answers import Draft, Used
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

SECOND_MS = 1_000
LONGEST = 40
"""Characters of a heading: of a procedure it is the text of a step."""


class ConceptLine(Panel):
    """Hidden while there is nothing to say.

    Signals:
        stopped(): the owner does not want to wait any longer.
    """

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._draft: Draft | None = None
        self._seconds = 0
        self._icon = PlainLabel()
        self.text = PlainLabel(face="small", tone="muted", wrap=True)
        self.stop = button("link", self)
        self.stop.clicked.connect(self._on_stop)
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self._on_second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.stop)
        self.hide()
        self.dress()

    @property
    def is_running(self) -> bool:
        """Whether it says that a draft is being made."""
        return self._timer.isActive()

    def forget(self) -> None:
        """Say nothing."""
        self._timer.stop()
        self._draft = None
        self.hide()

    def show_running(self, seconds: int = 0) -> None:
        """Say that a draft is being made, and for how long."""
        self._draft, self._seconds = None, seconds
        self._timer.start()
        self.retranslate()
        self.show()

    def show_draft(self, draft: Draft) -> None:
        """Say what made the draft, and what it went by."""
        self._timer.stop()
        self._draft = draft
        self.retranslate()
        self.show()

    @override
    def retranslate(self) -> None:
        running = self.is_running
        self.stop.setText(
            translate("Concept", "Stop") if running else translate("Concept", "All right")
        )
        self.stop.setAccessibleName(
            translate("Concept", "Stop making the draft")
            if running
            else translate("Concept", "Put the line about the draft away")
        )
        if running:
            told = translate("Concept", "A draft is being made … {seconds} s")
            self.text.setText(told.format(seconds=self._seconds))
        elif self._draft is not None:
            self.text.setText(_told(self._draft))

    @override
    def redress(self) -> None:
        self._icon.setPixmap(self.theme.pixmap("robot", "accent", 14))

    def _on_second(self) -> None:
        self._seconds += 1
        self.retranslate()

    def _on_stop(self) -> None:
        if self.is_running:
            self.stopped.emit()
        else:
            self.forget()


def _told(draft: Draft) -> str:
    first = translate("Concept", "Draft by {model}: read it before you send it.")
    names = "; ".join(map(_name, draft.sources))
    second = (
        translate("Concept", "It went by: {pages}.").format(pages=names)
        if names
        else translate("Concept", "No page of the handbook was near; it went by the message only.")
    )
    return f"{first.format(model=draft.model)} {second}"


def _name(used: Used) -> str:
    section = used.section[:LONGEST] + ("…" if len(used.section) > LONGEST else "")
    return f"{used.title} > {section}" if section else used.title
