"""What a macro does besides its text: one row each, and a button for another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules import macros
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.macros import Action
from app.models.rules.tickets import Priority
from app.services.tickets.lists import Lists
from app.views import sentences
from app.views.assessing import choice_name
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.buttons import ChoiceButton, button, icon_button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

KIND_WIDTH, VALUE_WIDTH = 150, 110
HOURS = ("1", "4", "24", "72", "168")
KINDS = {
    macros.CATEGORY: QT_TRANSLATE_NOOP("TextsPage", "category"),
    macros.DEPARTMENT: QT_TRANSLATE_NOOP("TextsPage", "department"),
    macros.PRIORITY: QT_TRANSLATE_NOOP("TextsPage", "priority"),
    macros.NOTE: QT_TRANSLATE_NOOP("TextsPage", "note"),
    macros.OUTCOME: QT_TRANSLATE_NOOP("TextsPage", "how it ended"),
    macros.STATE: QT_TRANSLATE_NOOP("TextsPage", "state"),
    macros.SNOOZE: QT_TRANSLATE_NOOP("TextsPage", "out of sight"),
}


class ActionRow(QWidget):
    """One thing to do: its kind and its value.

    Signals:
        changed(): another kind or value.
        removed(object): the owner takes this row out.
    """

    changed = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, lists: Lists, action: Action) -> None:
        super().__init__()
        self._lists = lists
        self.action = action
        self.kind, self.choice = ChoiceButton(self), ChoiceButton(self)
        self.line = QLineEdit(self)
        self.remove = icon_button(self)
        self.remove.setIcon(theme.icon("x", "muted", 14))
        self.kind.setFixedWidth(KIND_WIDTH)
        self.choice.setMinimumWidth(VALUE_WIDTH)
        self.kind.chosen.connect(self._on_kind)
        self.choice.chosen.connect(self._on_value)
        self.line.textEdited.connect(self._on_value)
        self.remove.clicked.connect(self._on_removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.kind)
        row.addWidget(self.choice)
        row.addWidget(self.line, 1)
        row.addStretch(0)
        row.addWidget(self.remove)
        self.show_texts()

    def show_texts(self) -> None:
        """Write everything in the language of the window."""
        kinds = [(key, translate("TextsPage", text)) for key, text in KINDS.items()]
        kind, value = self.action.kind, self.action.value
        name = dict(kinds)[kind]
        self.kind.set_choices(translate("TextsPage", "What it does"), kinds, kind)
        worded = kind == macros.NOTE
        self.choice.setVisible(not worded)
        self.line.setVisible(worded)
        if worded and self.line.text() != value:
            self.line.setText(value)
        empty = translate("TextsPage", "Choose …")
        self.choice.set_choices(name, self._offered(), value, empty=empty)
        self.line.setAccessibleName(name)
        tip = translate("TextsPage", "Take this out: {name}").format(name=name)
        self.remove.setToolTip(tip)
        self.remove.setAccessibleName(tip)

    def _offered(self) -> list[tuple[str, str]]:
        kind, value = self.action.kind, self.action.value
        if kind == macros.PRIORITY:
            return [(one.value, sentences.word(sentences.PRIORITIES, one)) for one in Priority]
        if kind == macros.STATE:
            return [(one, sentences.word(sentences.STATES, one)) for one in macros.STATES]
        if kind == macros.SNOOZE:
            hours = [*HOURS, value] if macros.hours_of(value) else HOURS
            opening = translate("TextsPage", "until we open")
            told = translate("TextsPage", "for {hours} h")
            return [
                (macros.OPENING, opening),
                *((one, told.format(hours=one)) for one in dict.fromkeys(hours)),
            ]
        keys = [one.key for one in self._lists.get(kind, ())]
        return [(key, choice_name(self._lists, kind, key)) for key in keys]

    def _on_kind(self, kind: str) -> None:
        if kind != self.action.kind:
            self.action = Action(kind, "")
            self.show_texts()
            self.changed.emit()

    def _on_value(self, value: str) -> None:
        self.action = Action(self.action.kind, value)
        self.show_texts()
        self.changed.emit()

    def _on_removed(self) -> None:
        self.removed.emit(self)


class ActionRows(Panel):
    """All that a macro does besides its text.

    Signals:
        changed(): a row came, went, or says something else.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._lists: Lists = {}
        self.rows: list[ActionRow] = []
        self._head = PlainLabel(face="section")
        self.more = button("link", self)
        self.more.clicked.connect(self._on_more)
        self._column = QVBoxLayout()
        self._column.setSpacing(TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._head)
        column.addLayout(self._column)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.dress()

    @property
    def actions_(self) -> tuple[Action, ...]:
        """What the rows say now."""
        return tuple(row.action for row in self.rows)

    def show_actions(self, actions: Sequence[Action], lists: Lists) -> None:
        """Show these actions."""
        self._lists = lists
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for action in actions:
            self._add(action)
        self._offer_more()

    @override
    def retranslate(self) -> None:
        self._head.setText(translate("TextsPage", "And this goes along with it"))
        self.more.setText(translate("TextsPage", "Also …"))
        for row in self.rows:
            row.show_texts()

    def _add(self, action: Action) -> None:
        row = ActionRow(self.theme, self._lists, action)
        row.changed.connect(self.changed)
        row.removed.connect(self._on_removed)
        self.rows.append(row)
        self._column.addWidget(row)

    def _offer_more(self) -> None:
        self.more.setVisible(len(self.rows) < len(KINDS))

    def _on_more(self) -> None:
        taken = {row.action.kind for row in self.rows}
        self._add(Action(next(kind for kind in KINDS if kind not in taken), ""))
        self._offer_more()
        self.rows[-1].kind.setFocus()
        self.changed.emit()

    def _on_removed(self, row: ActionRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._offer_more()
        self.more.setFocus()
        self.changed.emit()
