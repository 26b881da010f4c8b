"""The line under one of our messages that says how far it got, and what can be done."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.tickets.deliveries import ACCOUNT_GONE
from app.services.tickets.inbox import MessageInfo, SendStatus
from app.views import moments, sentences
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

UNDO, RETRY, CHECK, MARK_SENT = "undo", "retry", "check", "mark_sent"
LOOKS = {
    "queued": ("hourglass", "muted"),
    "sending": ("send", "accent"),
    "sent": ("check", "ok"),
    "unknown": ("help-circle", "warn"),
    "failed": ("alert-circle", "danger"),
    "discarded": ("x", "muted"),
}
ACTS = {"queued": (UNDO,), "failed": (RETRY,), "unknown": (CHECK, RETRY, MARK_SENT)}
MINUTES = timedelta(minutes=2)
"""From here on the seconds are counted down."""


class DeliveryLine(Panel):
    """Counts down while a message can be taken back.

    Signals:
        acted(str, int): UNDO, RETRY, CHECK or MARK_SENT on an outbox id.
    """

    acted = Signal(str, int)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], message: MessageInfo, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._message = message
        self._icon = PlainLabel()
        self._text = PlainLabel(face="small")
        self._reason = PlainLabel(face="small", tone="muted", wrap=True)
        self._buttons: dict[str, QPushButton] = {}
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(TIGHT)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text)
        self._row.addSpacing(SMALL)
        acts = ACTS.get(self.state, ())
        # Three of them beside the text would be wider than a small window.
        below = QHBoxLayout() if len(acts) > 1 else self._row
        below.setSpacing(SMALL)
        for act in acts:
            made = button("link", self)
            made.clicked.connect(self._on_clicked)
            self._buttons[act] = made
            below.addWidget(made)
        for line in {self._row, below}:
            line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, TIGHT, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._row)
        layout.addWidget(self._reason)
        if below is not self._row:
            layout.addLayout(below)
        self._ticker = QTimer(self)
        self._ticker.setSingleShot(True)
        self._ticker.timeout.connect(self.retranslate)
        self.dress()

    @property
    def state(self) -> str:
        sending = self._message.sending
        return sending.state if sending else self._message.delivery or "sent"

    @property
    def text(self) -> str:
        return self._text.text()

    def button(self, act: str) -> QPushButton | None:
        """Return the button of an act that is possible now."""
        return self._buttons.get(act)

    @override
    def retranslate(self) -> None:
        self._text.setText(self._words())
        self._reason.setText(self._why())
        self._reason.setVisible(bool(self._reason.text()))
        names = {
            UNDO: translate("Delivery", "Undo"),
            RETRY: translate("Delivery", "Try again"),
            CHECK: translate("Delivery", "Check now"),
            MARK_SENT: translate("Delivery", "It was sent"),
        }
        if self.state == "unknown":
            names[RETRY] = translate("Delivery", "Send again")
        if UNDO in self._buttons and not self._counting():
            names[UNDO] = translate("Delivery", "Take back")
        for act, made in self._buttons.items():
            made.setText(names[act])
        self._schedule()

    @override
    def redress(self) -> None:
        icon, tone = LOOKS.get(self.state, ("send", "muted"))
        self._icon.setPixmap(self.theme.pixmap(icon, tone, 16))
        self._text.set_tone(tone)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.retranslate()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._ticker.stop()
        super().hideEvent(event)

    def _words(self) -> str:
        sending = self._message.sending
        if sending is None:
            if self.state == "sent":
                return translate("Delivery", "Sent with another program")
            return sentences.word(sentences.DELIVERIES, self.state)
        if self.state == "queued":
            return self._when(sending)
        return sentences.word(sentences.DELIVERIES, self.state)

    def _when(self, sending: SendStatus) -> str:
        """Say when a message leaves that waits, or what for."""
        if sending.error_code == ACCOUNT_GONE:
            return translate("Delivery", "Waits for a connection")
        moment = moments.full_moment(sending.due_at, self._now())
        if sending.error_code:
            return translate("Delivery", "Not sent yet, next try {moment}").format(moment=moment)
        left = sending.due_at - self._now()
        if left > MINUTES:
            return translate("Delivery", "Goes out {moment}").format(moment=moment)
        if left > timedelta(0):
            seconds = -(-left // timedelta(seconds=1))
            return translate("Delivery", "Goes out in {n} s").format(n=seconds)
        return translate("Delivery", "Waits to be sent")

    def _why(self) -> str:
        sending = self._message.sending
        if sending is None or self.state not in {"queued", "failed", "unknown"}:
            return ""
        return sentences.known_text(sending.error_code, sending.error_params)

    def _counting(self) -> bool:
        sending = self._message.sending
        return sending is not None and self.state == "queued" and sending.due_at > self._now()

    def _schedule(self) -> None:
        self._ticker.stop()
        sending = self._message.sending
        if sending is None or not self.isVisible() or not self._counting():
            return
        left = sending.due_at - self._now()
        pause = left % timedelta(seconds=1) if left <= MINUTES else left - MINUTES
        self._ticker.start(max(50, round(pause.total_seconds() * 1000) + 20))

    def _on_clicked(self) -> None:
        sending = self._message.sending
        pressed = self.sender()
        if sending is None:
            return
        for act, made in self._buttons.items():
            if made is pressed:
                self.acted.emit(act, sending.outbox_id)
