"""The page for every closed door: what stands in the way, and the ways on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from app.models.rules.errors import KnownError
from app.views.language import translate
from app.views.opening.doors import INLINE, PASSPHRASE, DoorLook, look_of
from app.views.opening.pages import OpeningPage
from app.views.sentences import error_text
from app.views.theme import Theme
from app.views.tokens import SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel


class DoorPage(OpeningPage):
    """Something stands between the owner and his messages: what, and the ways on.

    Signals:
        passphrase_given(str), recovery_given(str): what the owner typed.
        retried(): try again as before.
    """

    passphrase_given = Signal(str)
    recovery_given = Signal(str)
    retried = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._look: DoorLook = PASSPHRASE
        self._error: KnownError | None = None
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.other_way = button("link", self)
        self.recovery = QLineEdit(self)
        self.recovery.setFont(QFont("monospace"))
        self._recovery_label = PlainLabel(face="small", tone="muted")
        self.retry = button("", self)
        self.go = button("primary", self)
        for part in (self.passphrase, self._recovery_label, self.recovery):
            self.column.addWidget(part)
        self.finish()
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.other_way)
        row.addStretch(1)
        row.addWidget(self.retry)
        row.addWidget(self.go)
        self.column.addLayout(row)
        self.passphrase.returnPressed.connect(self._on_go)
        self.recovery.returnPressed.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.retry.clicked.connect(self.retried)
        self.other_way.clicked.connect(self._on_other_way)
        self.dress()

    @override
    def show_error(self, error: KnownError | None) -> None:
        """Show what stands in the way; an error of what was typed leaves the page as it is."""
        self.set_busy(False)
        typed = error is not None and error.code in INLINE
        if not typed:
            self._look, self._error = look_of(error.code if error else None), error
            self.passphrase.setVisible(self._look.passphrase)
            self._offer_recovery(self._look.recovery)
            self.recovery.clear()
        elif error is not None and error.code == "wrong_passphrase":
            self._look = PASSPHRASE
            self.passphrase.show()
        self.say_problem(error_text(error) if typed and error else "")
        self.dress()
        field = self.recovery if self.recovery.isVisibleTo(self) else self.passphrase
        field.selectAll()
        field.setFocus()

    @override
    def retranslate(self) -> None:
        self.title.setText(translate("Opening", self._look.title))
        if self._error is not None:
            self.text.setText(error_text(self._error))
        elif self._look.passphrase:
            self.text.setText(translate("Opening", "Type your passphrase."))
        else:
            self.text.setText(
                translate(
                    "Opening",
                    "Nothing was changed; your messages are still where they were. "
                    "Try again, and start the computer again if it happens twice.",
                )
            )
        self.passphrase.setPlaceholderText(translate("Opening", "Passphrase"))
        self.passphrase.setAccessibleName(translate("Opening", "Passphrase"))
        self._recovery_label.setText(translate("Opening", "Recovery key, from your paper"))
        self.recovery.setAccessibleName(translate("Opening", "Recovery key"))
        self.recovery.setPlaceholderText("BALIE-…")
        self.other_way.setText(
            translate("Opening", "Use the passphrase")
            if self.recovery.isVisibleTo(self)
            else translate("Opening", "Use the recovery key")
        )
        self.other_way.setVisible(self._look.passphrase)
        self.retry.setText(translate("Opening", "Try again"))
        self.retry.setVisible(self._look.retry)
        self.go.setText(translate("Opening", "Open"))
        self.go.setVisible(self._look.passphrase or self._look.recovery)

    @override
    def redress(self) -> None:
        self.icon_name, self.icon_colour = self._look.icon, self._look.colour
        super().redress()

    def _offer_recovery(self, offered: bool) -> None:  # noqa: FBT001  a state
        self.recovery.setVisible(offered)
        self._recovery_label.setVisible(offered)

    def _on_other_way(self) -> None:
        paper = not self.recovery.isVisibleTo(self)
        self._offer_recovery(paper)
        self.passphrase.setVisible(not paper)
        self.say_problem("")
        self.retranslate()
        (self.recovery if paper else self.passphrase).setFocus()

    def _on_go(self) -> None:
        if self.recovery.isVisibleTo(self):
            if self.recovery.text().strip():
                self.recovery_given.emit(self.recovery.text())
        elif self.passphrase.text():
            self.passphrase_given.emit(self.passphrase.text())
