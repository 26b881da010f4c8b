"""The page that connects an account: fill in, try out, see what works."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.channels.api import ChannelType
from app.services.channels.setup import SetupField
from app.views import channel_looks
from app.views.accounts.form import SetupForm
from app.views.accounts.steps import StepList
from app.views.language import translate
from app.views.theme import Theme, set_tone
from app.views.tokens import LARGE, MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

WIDTH = 460
MAIL = "email"


class SetupPage(Panel):
    """Made from the fields of the kinds of channel.

    Signals:
        left(): back to the messages.
        connect_wanted(): what is filled in is to be tried out.
        cancelled(): give up waiting.
    """

    left = Signal()
    connect_wanted = Signal()
    cancelled = Signal()

    def __init__(
        self, theme: Theme, kinds: Mapping[str, ChannelType], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.set_ground("window")
        self._kinds = kinds
        self.kind = next(iter(kinds), "")
        self._renewing = self._in_browser = False
        self._title = PlainLabel(face="headline")
        self._lead = PlainLabel(tone="muted", wrap=True)
        self._kind_choice = ChoiceButton(self)
        self._kind_choice.chosen.connect(self._on_kind_chosen)
        self._kind_choice.setVisible(len(kinds) > 1)
        self.steps = StepList(self)
        self._problem_box = QFrame()
        self._problem_box.setProperty("ground", "danger")
        self._problem = PlainLabel(wrap=True, selectable=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._doing = PlainLabel(face="small", tone="muted", wrap=True)
        self.go = button("primary", self)
        self.cancel = button("", self)
        self.form = self._new_form(())  # `begin` knows the kind, which takes long to import
        self._lay_out()
        self.go.clicked.connect(self.connect_wanted)
        self.cancel.clicked.connect(self._on_cancel)
        self.set_busy(False)
        self.dress()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("ground", "card")
        self._inside = QVBoxLayout(card)
        self._inside.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        self._inside.setSpacing(MEDIUM)
        problem = QHBoxLayout(self._problem_box)
        problem.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        problem.addWidget(self._problem)
        self._problem_box.hide()
        for part in (self._problem_box, self._kind_choice, self.steps, self.form):
            self._inside.addWidget(part)
        self._inside.addWidget(self._progress)
        self._inside.addWidget(self._doing)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        self._inside.addLayout(buttons)
        middle = QWidget()
        middle.setFixedWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, WIDE, 0, WIDE)
        column.setSpacing(LARGE)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addWidget(card)
        column.addStretch(2)
        inside = QWidget()
        inside.setProperty("ground", "window")
        row = QHBoxLayout(inside)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def begin(self, *, kind: str = "", values: Mapping[str, str] | None = None) -> None:
        """Start with an empty form, or with an account that is to be renewed."""
        if kind in self._kinds:
            self.kind = kind
        self._renewing = values is not None
        self._replace_form()
        if values is not None:
            self.form.fill(values)
            self.form.keep_secrets()
        self.show_problems([])
        self.set_busy(False)
        self.dress()
        self.form.focus_first_empty()

    def show_problems(self, problems: Sequence[str]) -> None:
        """Say what does not work; nothing for an empty list."""
        self._problem.setText("\n".join(problems))
        self._problem_box.setVisible(bool(problems))
        if problems:
            self._area.verticalScrollBar().setValue(0)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  a state, like Qt's own setters
        """Show that the account is being tried out."""
        self._progress.setVisible(busy)
        self._doing.setVisible(busy)
        self.go.setEnabled(not busy)
        self.form.setEnabled(not busy)
        self._busy = busy
        self._in_browser = False
        self._say_what_happens()

    def wait_for_browser(self) -> None:
        """Show that the owner has to sign in on a page that opened in his browser."""
        self._in_browser = True
        self._say_what_happens()

    @override
    def retranslate(self) -> None:
        self._title.setText(
            translate("SetupPage", "Renew account")
            if self._renewing
            else translate("SetupPage", "Connect your mailbox")
            if self.kind == MAIL
            else translate("SetupPage", "Connect {channel}").format(
                channel=channel_looks.name_of(self.kind)
            )
        )
        self._lead.setText(self._promise())
        self._show_steps()
        kinds = [(kind, channel_looks.name_of(kind)) for kind in self._kinds]
        self._kind_choice.set_choices(translate("SetupPage", "Kind"), kinds, self.kind)
        self._say_what_happens()
        self.go.setText(translate("SetupPage", "Connect"))
        self.cancel.setText(translate("SetupPage", "Cancel"))

    def _promise(self) -> str:
        if self.kind == MAIL:
            return translate(
                "SetupPage",
                "Balie looks up the servers that belong to your address and tries them out. "
                "Nothing is changed in your mailbox; messages stay unread where they are unread.",
            )
        return translate(
            "SetupPage",
            "Balie tries out what you fill in before it keeps it. Nothing is changed there; "
            "what customers wrote in the last week comes in as work, older things as history.",
        )

    def _say_what_happens(self) -> None:
        self._doing.setText(
            translate(
                "SetupPage",
                "Sign in on the page that opened in your browser; Balie waits for it.",
            )
            if self._in_browser
            else translate(
                "SetupPage", "Looking up the servers and signing in. This can take a minute."
            )
            if self.kind == MAIL
            else translate("SetupPage", "Trying it out. This can take a minute.")
        )

    def _show_steps(self) -> None:
        steps = self._kinds[self.kind].steps if self.kind and not self._renewing else ()
        self.steps.show_steps([translate("setup", step) for step in steps])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def _new_form(self, fields: Sequence[SetupField]) -> SetupForm:
        form = SetupForm(self.theme, fields, self)
        form.submitted.connect(self.connect_wanted)
        return form

    def _replace_form(self) -> None:
        fields = self._kinds[self.kind].fields if self.kind else ()
        before, self.form = self.form, self._new_form(fields)
        self._inside.replaceWidget(before, self.form)
        before.hide()
        before.deleteLater()

    def _on_kind_chosen(self, kind: str) -> None:
        self.begin(kind=kind)

    def _on_cancel(self) -> None:
        set_tone(self.go, "primary")
        if self._busy:
            self.cancelled.emit()
            self.set_busy(False)
        else:
            self.left.emit()
