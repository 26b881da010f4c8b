"""The line under a message's name about the platform: its stars, its changes, its page."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.services.tickets.inbox import MessageInfo
from app.views import moments
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

MOST_STARS = 5


def has_line(message: MessageInfo) -> bool:
    """Tell whether there is anything to say."""
    return bool(message.permalink or message.stars or message.edited_at or message.gone_at)


class ThereLine(Panel):
    """Tells what only the platform knows, and leads there.

    Signals:
        link_clicked(str, list): the page where the message stands.
    """

    link_clicked = Signal(str, list)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], message: MessageInfo, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._now, self._message = now, message
        self._stars = PlainLabel(face="strong", tone="warn")
        self._changes = ElidedLabel(face="small", tone="muted")
        self.open = button("link", self)
        self.open.clicked.connect(self._on_open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._stars)
        row.addWidget(self._changes, 1)
        row.addWidget(self.open)
        self._stars.setVisible(message.stars is not None)
        self.open.setVisible(message.permalink is not None)
        self.dress()

    @property
    def text(self) -> str:
        """What is said of changes."""
        return self._changes.whole

    @override
    def retranslate(self) -> None:
        stars = min(self._message.stars or 0, MOST_STARS)
        self._stars.setText("★" * stars + "☆" * (MOST_STARS - stars))
        self._stars.setAccessibleName(plural("ThereLine", "%n star(s)", stars))
        self._changes.setText(" · ".join(self._told()))
        self.open.setText(translate("ThereLine", "Open in the browser"))

    def _told(self) -> list[str]:
        told = []
        if self._message.edited_at is not None:
            at = moments.full_moment(self._message.edited_at, self._now())
            told.append(translate("ThereLine", "Changed there {when}").format(when=at))
        if self._message.gone_at is not None:
            at = moments.full_moment(self._message.gone_at, self._now())
            told.append(translate("ThereLine", "No longer there since {when}").format(when=at))
        return told

    def _on_open(self) -> None:
        url = self._message.permalink or ""
        self.link_clicked.emit(url, [url])
