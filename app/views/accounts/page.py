"""One account: how it is doing, what is in, and what can be done."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.sign_ins import Ending
from app.services.sync.health import AccountInfo
from app.views import channel_looks, moments, sentences
from app.views.health_look import ENDINGS, LIGHTS, ending_of, totals
from app.views.language import plural, translate
from app.views.theme import Theme, set_tone
from app.views.tokens import LARGE, MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.room import Room

GROUNDS = {"attention": "danger", "offline": "warn"}
WIDEST = 640


class AccountPage(Room):
    """Shows an account that it is given.

    Signals:
        retry_wanted(int), renew_wanted(int), remove_wanted(int), reread_wanted(int),
        form_wanted(int): of an id.
    """

    retry_wanted = Signal(int)
    renew_wanted = Signal(int)
    remove_wanted = Signal(int)
    reread_wanted = Signal(int)
    form_wanted = Signal(int)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._now = now
        self.info: AccountInfo | None = None
        self._title = ElidedLabel(face="headline")
        self._icon = PlainLabel()
        self._state = PlainLabel(face="strong")
        self._why = PlainLabel(wrap=True)
        self._box = QFrame()
        self._names = [PlainLabel(tone="muted") for _ in range(4)]
        self._values = [PlainLabel() for _ in range(4)]
        self._table = QFrame()
        self._apart = QFrame()
        self._apart_text = PlainLabel(wrap=True)
        self.reread = button("", self)
        self.retry = button("primary", self)
        self.renew = button("", self)
        self.webform = button("", self)
        self.remove = button("", self)
        self._lay_out()
        self.retry.clicked.connect(self._on_retry)
        self.renew.clicked.connect(self._on_renew)
        self.remove.clicked.connect(self._on_remove)
        self.reread.clicked.connect(self._on_reread)
        self.webform.clicked.connect(self._on_webform)
        self.dress()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(LARGE)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        box = QHBoxLayout(self._box)
        box.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        box.setSpacing(MEDIUM)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(SMALL)
        words.addWidget(self._state)
        words.addWidget(self._why)
        box.addLayout(words, 1)
        column.addWidget(self._box)
        self._table.setProperty("ground", "card")
        grid = QGridLayout(self._table)
        grid.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        grid.setHorizontalSpacing(WIDE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            grid.addWidget(name, at, 0)
            grid.addWidget(value, at, 1)
        column.addWidget(self._table)
        self._apart.setProperty("ground", "warn")
        apart = QHBoxLayout(self._apart)
        apart.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        apart.setSpacing(MEDIUM)
        apart.addWidget(self._apart_text, 1)
        apart.addWidget(self.reread)
        column.addWidget(self._apart)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.retry)
        buttons.addWidget(self.renew)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        column.addLayout(buttons)
        column.addWidget(self.webform, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        self.fill(column, widest=WIDEST + 2 * WIDE, centred=True)

    def show_account(self, info: AccountInfo) -> None:
        """Show the present state of an account."""
        self.info = info
        self.dress()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.retry.setText(" " + translate("AccountPage", "Fetch now"))
        self.renew.setText(translate("AccountPage", "Change password or settings"))
        self.webform.setText(" " + translate("AccountPage", "Contact form…"))
        self.remove.setText(" " + translate("AccountPage", "Disconnect…"))
        self.reread.setText(translate("AccountPage", "Read again"))
        info = self.info
        if info is None:
            return
        self.webform.setVisible(info.kind == "email")
        kind = channel_looks.name_of(info.kind)
        self._title.setText(info.handle if "@" in info.handle[1:] else f"{kind}  ·  {info.handle}")
        self._state.setText(sentences.word(sentences.HEALTHS, info.health))
        known = sentences.known_text(info.health_code, info.health_params)
        ends = self._ending(info)
        if ends:
            self._state.setText(translate("AccountPage", "Works for now"))
        self._why.setText(ends or known)
        self._why.setVisible(bool(self._why.text()))
        facts = self._facts(info)
        for name, value, (fact, shown) in zip(self._names, self._values, facts, strict=True):
            name.setText(fact)
            value.setText(shown)
            name.setVisible(bool(shown))
            value.setVisible(bool(shown))
        self._table.setVisible(any(shown for _fact, shown in facts))
        self._apart.setVisible(bool(info.quarantined))
        self._apart_text.setText(
            plural(
                "AccountPage",
                "%n message(s) could not be read and were set apart. Nothing of them is lost.",
                info.quarantined,
            )
        )

    @override
    def redress(self) -> None:
        ends = None if self.info is None else ending_of(self.info, self._now())
        attention = self.info is not None and (self.info.health == "attention" or ends is not None)
        set_tone(self.retry, "" if attention else "primary")
        set_tone(self.renew, "primary" if attention else "")
        super().redress()
        self.retry.setIcon(self.theme.icon("refresh", "muted" if attention else "on_accent"))
        self.remove.setIcon(self.theme.icon("trash"))
        self.webform.setIcon(self.theme.icon("forms"))
        if self.info is not None:
            icon, colour = LIGHTS.get(self.info.health, LIGHTS["unknown"])
            ground = GROUNDS.get(self.info.health, "card")
            if ends is not None:
                icon, colour = ENDINGS[ends]
                ground = colour
            self._icon.setPixmap(self.theme.pixmap(icon, colour, 20))
            self._box.setProperty("ground", ground)
            self._box.style().unpolish(self._box)
            self._box.style().polish(self._box)

    def _ending(self, info: AccountInfo) -> str:
        ends = ending_of(info, self._now())
        if ends is None or info.sign_in_ends is None:
            return ""
        told = (
            translate("AccountPage", "The sign-in ended {moment}. Sign in again.")
            if ends is Ending.OVER
            else translate(
                "AccountPage",
                "The sign-in ends {moment}. Sign in again before that.",
            )
        )
        return told.format(moment=moments.full_moment(info.sign_in_ends, self._now()))

    def _facts(self, info: AccountInfo) -> list[tuple[str, str]]:
        now = self._now()

        def when(moment: datetime | None) -> str:
            return "" if moment is None else moments.full_moment(moment, now)

        return [
            (translate("AccountPage", "Messages in Balie"), totals(info)),
            (translate("AccountPage", "Complete to"), when(info.complete_to)),
            (translate("AccountPage", "Last looked"), when(info.checked_at)),
            (translate("AccountPage", "Next try"), when(info.next_try_at)),
        ]

    def _on_retry(self) -> None:
        if self.info is not None:
            self.retry_wanted.emit(self.info.id)

    def _on_renew(self) -> None:
        if self.info is not None:
            self.renew_wanted.emit(self.info.id)

    def _on_remove(self) -> None:
        if self.info is not None:
            self.remove_wanted.emit(self.info.id)

    def _on_reread(self) -> None:
        if self.info is not None:
            self.reread_wanted.emit(self.info.id)

    def _on_webform(self) -> None:
        if self.info is not None:
            self.form_wanted.emit(self.info.id)
