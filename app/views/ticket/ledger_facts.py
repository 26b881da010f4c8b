"""Under which plan a ticket falls, and whose minutes it took."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.tickets.standing import Standing
from app.views import moments
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import TIGHT
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

TURNS = {
    "us": QT_TRANSLATE_NOOP("Facts", "with us {amount}"),
    "customer": QT_TRANSLATE_NOOP("Facts", "customer {amount}"),
    "colleague": QT_TRANSLATE_NOOP("Facts", "colleague {amount}"),
    "closed": QT_TRANSLATE_NOOP("Facts", "with nobody {amount}"),
}
REASONS = {
    "customer": QT_TRANSLATE_NOOP("Facts", "because of the customer"),
    "priority": QT_TRANSLATE_NOOP("Facts", "because of the priority"),
    "channel": QT_TRANSLATE_NOOP("Facts", "because of the channel"),
}
EVERY_MS = 60_000


class LedgerFacts(Panel):
    """Goes on counting while somebody can see it."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._standing: Standing | None = None
        self._minutes = PlainLabel(face="small", tone="muted", wrap=True)
        self._plan = PlainLabel(face="small", tone="muted", wrap=True)
        self._ticker = QTimer(self)
        self._ticker.setInterval(EVERY_MS)
        self._ticker.timeout.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(self._minutes)
        layout.addWidget(self._plan)
        self.dress()

    @property
    def texts(self) -> tuple[str, str]:
        """What is said now: the minutes, and the plan."""
        return self._minutes.text(), self._plan.text()

    def show_standing(self, standing: Standing) -> None:
        """Show how a ticket stands."""
        self._standing = standing
        self._show()

    @override
    def retranslate(self) -> None:
        self._show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
        self._ticker.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._ticker.stop()
        super().hideEvent(event)

    def _show(self) -> None:
        standing = self._standing
        if standing is None:
            return
        parts = [
            translate("Facts", TURNS[turn]).format(amount=moments.amount(timedelta(minutes=spent)))
            for turn, spent in standing.minutes(self._now()).items()
            if spent
        ]
        told = ", ".join(parts)
        self._minutes.setText(told[:1].upper() + told[1:])
        self._minutes.setVisible(bool(parts))
        plan = translate("Facts", "Plan: {name}").format(name=standing.plan.name)
        why = REASONS.get(standing.plan.reason)
        self._plan.setText(f"{plan}, {translate('Facts', why)}" if why else plan)
