"""The accounts in the side bar, each with its health."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.views import sentences
from app.views.accounts.health_look import light, short_line
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from app.views.widgets.panel import Panel

if TYPE_CHECKING:  # the window is painted before the services are imported
    from app.services.sync.health import AccountInfo

ROOM = 158
"""Pixels for a handle in the side bar."""


class AccountRow(Panel):
    """One account.

    Signals:
        clicked(int): its id.
    """

    clicked = Signal(int)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], info: "AccountInfo", parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._info = info
        self._button = button("nav", self)
        self._button.setIconSize(QSize(16, 16))
        self._button.clicked.connect(self._on_clicked)
        self._line = ElidedLabel(face="small", tone="muted")
        self._line.setContentsMargins(SMALL + 16 + SMALL, 0, SMALL, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, SMALL)
        layout.setSpacing(0)
        layout.addWidget(self._button)
        layout.addWidget(self._line)
        self.dress()

    @property
    def line(self) -> str:
        return self._line.whole

    def show_info(self, info: "AccountInfo") -> None:
        """Show the present state of the account."""
        self._info = info
        self.dress()

    @override
    def retranslate(self) -> None:
        handle = self._info.handle
        shown = self.theme.metrics().elidedText(handle, Qt.TextElideMode.ElideMiddle, ROOM)
        self._button.setText(f" {shown.replace('&', '&&')}")
        self._line.setText(short_line(self._info, self._now()))
        state = sentences.word(sentences.HEALTHS, self._info.health)
        why = sentences.known_text(self._info.health_code, self._info.health_params)
        self._button.setToolTip(plain_tip("\n".join(filter(None, (handle, state, why)))))
        self._button.setAccessibleName(f"{handle}, {state}, {self._line.whole}")

    @override
    def redress(self) -> None:
        icon, colour = light(self._info)
        self._button.setIcon(self.theme.icon(icon, colour, 16))
        self._line.set_tone("muted" if colour in {"ok", "accent", "muted"} else colour)

    def _on_clicked(self) -> None:
        self.clicked.emit(self._info.id)


class AccountList(Panel):
    """All accounts, and the button that adds one.

    Signals:
        account_clicked(int): an account's id.
        add_wanted(): the plus.
    """

    account_clicked = Signal(int)
    add_wanted = Signal()

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._rows: dict[int, AccountRow] = {}
        self._title = PlainLabel(face="section")
        self.add = icon_button(self)
        self.add.clicked.connect(self.add_wanted)
        self.add.setEnabled(False)
        head = QHBoxLayout()
        head.setContentsMargins(SMALL, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.add)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MEDIUM, 0, 0)
        layout.setSpacing(SMALL)
        layout.addLayout(head)
        layout.addLayout(self._column)
        self.dress()

    @property
    def rows(self) -> Sequence[AccountRow]:
        return list(self._rows.values())

    def show_accounts(self, infos: "Sequence[AccountInfo]") -> None:
        """Show these accounts; the rows of those that stay are kept."""
        for account_id in set(self._rows) - {info.id for info in infos}:
            row = self._rows.pop(account_id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for info in infos:
            if info.id in self._rows:
                self._rows[info.id].show_info(info)
                continue
            row = AccountRow(self.theme, self._now, info, self)
            row.clicked.connect(self.account_clicked)
            self._rows[info.id] = row
            self._column.addWidget(row)

    @override
    def retranslate(self) -> None:
        self._title.setText(translate("Accounts", "Accounts"))
        self.add.setToolTip(translate("Accounts", "Add account"))
        self.add.setAccessibleName(translate("Accounts", "Add account"))

    @override
    def redress(self) -> None:
        self.add.setIcon(self.theme.icon("plus"))
