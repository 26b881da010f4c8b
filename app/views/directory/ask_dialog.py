"""What to ask a colleague, or what he said on the phone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.tickets.directory import ColleagueInfo
from app.views.language import translate
from app.views.tokens import MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.labels import PlainLabel

MAIL, APPROVAL, PHONE = "mail", "approval", "phone"
SOMEBODY_ELSE = 2
"""Result of a dialog that a rule proposed, when the owner wants to ask another."""
CHOICE_WIDTH = 240
WIDTH, QUESTION_HEIGHT, OTHER_HEIGHT = 560, 120, 140


class AskDialog(QDialog):
    """Two fields: what is asked, and beside it a draft to approve or what he said.

    Args:
        draft: what the owner is writing to the customer, "" for nothing.
        question: what to ask, filled in; what is typed comes behind it.
        rule: name of the rule that proposes him, "" when the owner chose him; its question is one
            for all, and chosen, so that typing replaces it.
    """

    def __init__(
        self,
        parent: QWidget,
        colleague: ColleagueInfo,
        draft: str,
        *,
        question: str = "",
        rule: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Ask", "Ask {name}").format(name=colleague.name))
        self._colleague, self._draft, self._rule = colleague, draft, rule
        self.kind = MAIL if colleague.mail else PHONE
        self.choice = ChoiceButton(self)
        self.choice.setMinimumWidth(CHOICE_WIDTH)
        self.choice.chosen.connect(self.choose)
        self._about = PlainLabel(tone="muted", wrap=True)
        self._question_name, self._other_name = (
            PlainLabel(face="small", tone="muted") for _ in range(2)
        )
        self.question, self.other = QPlainTextEdit(self), QPlainTextEdit(self)
        self.question.setFixedHeight(QUESTION_HEIGHT)
        self.other.setFixedHeight(OTHER_HEIGHT)
        for field in (self.question, self.other):
            field.setTabChangesFocus(True)
            field.textChanged.connect(self._on_typed)
        self.stay, self.go = button("", self), button("primary", self)
        self.stay.setText(translate("Ask", "Cancel"))
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        self.other_one = button("quiet", self)
        self.other_one.setText(translate("Ask", "Somebody else"))
        self.other_one.setVisible(bool(rule))
        self.other_one.clicked.connect(self._on_somebody_else)
        buttons = QHBoxLayout()
        buttons.addWidget(self.other_one)
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(SMALL)
        layout.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._about)
        layout.addSpacing(MEDIUM)
        for part in (self._question_name, self.question, self._other_name, self.other):
            layout.addWidget(part)
        layout.addSpacing(SMALL)
        layout.addLayout(buttons)
        layout.addStrut(WIDTH - 2 * WIDE)
        self.choose(self.kind)
        self.question.setPlainText(question)
        if rule:
            self.question.selectAll()
        else:
            self.question.moveCursor(QTextCursor.MoveOperation.End)
        self.question.setFocus()

    @property
    def asked(self) -> str:
        return self.question.toPlainText()

    @property
    def said(self) -> str:
        return self.other.toPlainText()

    def choose(self, kind: str) -> None:
        """Ask by mail, ask for approval of a draft, or note a call."""
        self.kind = kind
        names = {
            MAIL: translate("Ask", "Ask by e-mail"),
            APPROVAL: translate("Ask", "May this answer go out?"),
            PHONE: translate("Ask", "I have called"),
        }
        offered = [MAIL, APPROVAL, PHONE] if self._colleague.mail else [PHONE]
        self.choice.set_choices(
            translate("Ask", "How"), [(key, names[key]) for key in offered], kind
        )
        proposed = translate("Ask", "The rule “{rule}” proposes {name}.")
        reason = proposed.format(rule=self._rule, name=self._colleague.name) if self._rule else ""
        self._about.setText(f"{reason} {self._explained()}".strip())
        self._question_name.setText(
            translate("Ask", "What I asked") if kind == PHONE else translate("Ask", "My question")
        )
        self._other_name.setText(
            translate("Ask", "What was said")
            if kind == PHONE
            else translate("Ask", "The answer to the customer")
        )
        self.question.setAccessibleName(self._question_name.text())
        self.other.setAccessibleName(self._other_name.text())
        if kind == APPROVAL and not self.said:
            self.other.setPlainText(self._draft)
        for part in (self._other_name, self.other):
            part.setVisible(kind != MAIL)
        self.go.setText(
            translate("Ask", "Keep the note") if kind == PHONE else translate("Ask", "Ask")
        )
        self._on_typed()

    def _explained(self) -> str:
        if self.kind == PHONE:
            phone = self._colleague.phone or translate("Ask", "no number known")
            return translate("Ask", "{name}: {phone}. The customer does not see the note.").format(
                name=self._colleague.name, phone=phone
            )
        return translate(
            "Ask",
            "Goes to {mail} with what the customer wrote. The answer comes in here; "
            "the customer does not see it.",
        ).format(mail=self._colleague.mail)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            if self.go.isEnabled():
                self.accept()
            return
        super().keyPressEvent(event)

    def _on_somebody_else(self) -> None:
        self.done(SOMEBODY_ELSE)

    def _on_typed(self) -> None:
        asked, said = bool(self.asked.strip()), bool(self.said.strip())
        self.go.setEnabled({MAIL: asked, APPROVAL: asked and said, PHONE: said}[self.kind])
