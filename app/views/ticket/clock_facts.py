"""The clocks of a ticket as sentences that count down while somebody can see them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.clocks import Countdown, Level, countdown, next_change
from app.services.tickets.inbox import TicketInfo
from app.views import moments, sentences
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import TIGHT
from app.views.widgets.labels import PlainLabel, plain_tip
from app.views.widgets.panel import Panel

TONES = {Level.CALM: "muted", Level.SOON: "warn", Level.LATE: "danger"}
ICONS = {Level.CALM: "clock", Level.SOON: "hourglass", Level.LATE: "alert-triangle-filled"}
SOONEST = timedelta(milliseconds=50)


class ClockLine(Panel):
    """One clock of a ticket: an icon and a sentence, or nothing when it does not run."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._icon = PlainLabel()
        self._text = PlainLabel(face="small", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def show_count(self, name: str, count: Countdown, tip: str) -> None:
        """Show how a clock stands."""
        tone = TONES[count.level]
        self._icon.setPixmap(self.theme.pixmap(ICONS[count.level], tone, 14))
        self._text.setText(f"{name}: {moments.spoken_countdown(count)}")
        self._text.set_tone(tone)
        self.setToolTip(plain_tip(tip))
        self.show()

    def show_stopped(self, text: str, *, late: bool) -> None:
        """Show that a clock was stopped in time, or late."""
        icon = ("clock", "muted") if late else ("check", "ok")
        self._icon.setPixmap(self.theme.pixmap(*icon, 14))
        self._text.setText(text)
        self._text.set_tone("muted")
        self.setToolTip("")
        self.show()


@dataclass(frozen=True, slots=True)
class _Clock:
    """A clock of a ticket; a reply window does not tell afterwards whether it was met."""

    line: ClockLine
    name: str
    due: datetime | None
    stopped: datetime | None
    judged: bool = True
    started: datetime | None = None


class ClockFacts(Panel):
    """Whose turn it is, and what is due when."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._ticket: TicketInfo | None = None
        self._turn = PlainLabel(face="small", tone="muted", wrap=True)
        self._lines = [ClockLine(theme, self) for _ in range(4)]
        self._ticker = QTimer(self)
        self._ticker.setSingleShot(True)
        self._ticker.timeout.connect(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        for line in (self._turn, *self._lines):
            layout.addWidget(line)
        self.dress()

    @property
    def texts(self) -> list[str]:
        """What is said now: whose turn it is, then the clocks."""
        return [self._turn.text(), *(line.text for line in self._lines if line.text)]

    def show_ticket(self, ticket: TicketInfo) -> None:
        """Show the clocks of a ticket."""
        self._ticket = ticket
        self.retranslate()

    @override
    def retranslate(self) -> None:
        if self._ticket is not None:
            self._turn.setText(self._turn_of(self._ticket))
            self._count()

    @override
    def redress(self) -> None:
        self._count()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._ticker.stop()
        super().hideEvent(event)

    def _turn_of(self, ticket: TicketInfo) -> str:
        if ticket.snoozed_until is None:
            return sentences.word(sentences.TURNS, ticket.at_turn)
        words = (
            translate("Facts", "Asleep until {moment}, or until the customer writes")
            if ticket.wake_on_reply
            else translate("Facts", "Asleep until {moment}, also when the customer writes")
        )
        return words.format(moment=moments.full_moment(ticket.snoozed_until, self._now()))

    def _count(self) -> None:
        """Show how the clocks stand, and wake up when one looks different."""
        self._ticker.stop()
        ticket, now = self._ticket, self._now()
        for line in self._lines:
            line.hide()
        if ticket is None:
            return
        changes = [self._show(ticket, clock, now) for clock in self._clocks(ticket)]
        wanted = min((change for change in changes if change is not None), default=None)
        if wanted is not None and self.isVisible():
            self._ticker.start(round(max(wanted - now, SOONEST).total_seconds() * 1000) + 20)

    def _clocks(self, ticket: TicketInfo) -> list[_Clock]:
        reaction, answer, promise, window = self._lines
        return [
            _Clock(
                reaction,
                translate("Facts", "First reaction"),
                ticket.first_reaction_due,
                ticket.first_reacted_at,
            ),
            _Clock(
                answer,
                translate("Facts", "Next reply")
                if ticket.answer_kind == "next_reply"
                else translate("Facts", "Answer"),
                ticket.answer_due,
                ticket.answered_at,
            ),
            _Clock(
                promise,
                translate("Facts", "Ring back")
                if ticket.promise_kind == "callback"
                else translate("Facts", "Promise"),
                ticket.promise_due,
                None,
                started=ticket.promise_at,
            ),
            _Clock(
                window,
                translate("Facts", "Reply window"),
                ticket.window_due,
                ticket.answered_at,
                judged=False,
            ),
        ]

    def _show(self, ticket: TicketInfo, clock: _Clock, now: datetime) -> datetime | None:
        """Show one clock; returns when it looks different."""
        if clock.due is None:
            return None
        if clock.stopped is not None:
            if clock.judged:
                late = clock.stopped > clock.due
                words = (
                    translate("Facts", "{clock}: too late")
                    if late
                    else translate("Facts", "{clock}: in time")
                )
                clock.line.show_stopped(words.format(clock=clock.name), late=late)
            return None
        if ticket.next_due is None:
            return None
        started = clock.started or ticket.clock_started or ticket.created_at
        tip = translate("Facts", "{clock} before {moment}").format(
            clock=clock.name, moment=moments.full_moment(clock.due, now)
        )
        clock.line.show_count(clock.name, countdown(clock.due, started, now), tip)
        return next_change(clock.due, started, now)
