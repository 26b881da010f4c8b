"""The editor of one rule: rows that read as a sentence."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules import advice, policy
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.policy import Condition, Effect
from app.models.rules.tickets import Priority
from app.services.tickets.lists import COLLEAGUE, DEPARTMENT, PROCEDURE, Lists
from app.services.tickets.policies import PolicyInfo
from app.views import channel_looks, sentences
from app.views.language import translate
from app.views.rule_words import key_text, list_of, values_text
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT
from app.views.widgets.buttons import ChoiceButton, button, icon_button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.numbers import CalmSpinBox
from app.views.widgets.panel import Panel

KIND_WIDTH = 230
FIELDS: Mapping[str, str] = {
    policy.WORDS: QT_TRANSLATE_NOOP("Rules", "it says one of these words"),
    policy.SENDER: QT_TRANSLATE_NOOP("Rules", "it is from (address or domain)"),
    policy.CHANNEL: QT_TRANSLATE_NOOP("Rules", "it comes by"),
    policy.CATEGORY: QT_TRANSLATE_NOOP("Rules", "the category is"),
    policy.TYPE: QT_TRANSLATE_NOOP("Rules", "the type is"),
    policy.INFLUENCE: QT_TRANSLATE_NOOP("Rules", "the influence is at least"),
    policy.VIP: QT_TRANSLATE_NOOP("Rules", "the customer is a VIP"),
    policy.PRESS: QT_TRANSLATE_NOOP("Rules", "it is the press"),
    policy.OUT_OF_HOURS: QT_TRANSLATE_NOOP("Rules", "the shop is closed"),
    advice.CATEGORY: QT_TRANSLATE_NOOP("Rules", "the suggested category is"),
    advice.TYPE: QT_TRANSLATE_NOOP("Rules", "the suggested type is"),
    advice.TONE: QT_TRANSLATE_NOOP("Rules", "the customer sounds"),
    advice.PRIORITY: QT_TRANSLATE_NOOP("Rules", "it looks at least"),
}
KINDS: Mapping[str, str] = {
    policy.CATEGORY: QT_TRANSLATE_NOOP("Rules", "category"),
    policy.TYPE: QT_TRANSLATE_NOOP("Rules", "type"),
    policy.PRODUCT_GROUP: QT_TRANSLATE_NOOP("Rules", "product group"),
    policy.DEPARTMENT: QT_TRANSLATE_NOOP("Rules", "department"),
    policy.PRIORITY: QT_TRANSLATE_NOOP("Rules", "priority"),
    policy.TAG: QT_TRANSLATE_NOOP("Rules", "label"),
    policy.FORWARD: QT_TRANSLATE_NOOP("Rules", "propose to forward to"),
    policy.PROPOSE: QT_TRANSLATE_NOOP("Rules", "propose to ask"),
    policy.PROCEDURE: QT_TRANSLATE_NOOP("Rules", "propose the procedure"),
    policy.NO_REACTION: QT_TRANSLATE_NOOP("Rules", "no reaction, because"),
}
_FLAGS = frozenset({policy.VIP, policy.PRESS, policy.OUT_OF_HOURS})


class PartRow(QWidget):
    """One condition or effect: what it is about, and its value.

    Signals:
        removed(): the owner takes it out.
    """

    removed = Signal()

    def __init__(
        self, theme: Theme, words: Mapping[str, str], lists: Lists, name: str, values: Sequence[str]
    ) -> None:
        super().__init__()
        self._words, self._lists = words, lists
        self.name, self.value = name, ",".join(values)
        self.kind = ChoiceButton(self)
        self.kind.setFixedWidth(KIND_WIDTH)
        self.choice, self.line = ChoiceButton(self), QLineEdit(self)
        self.choice.setMinimumWidth(KIND_WIDTH)
        self.percent = CalmSpinBox(self)
        self.percent.setRange(advice.LEAST, advice.MOST)
        self.percent.setValue(advice.USUAL)
        self.percent.valueChanged.connect(self._on_percent)
        self.remove = icon_button(self)
        self.remove.setIcon(theme.icon("x", "muted", 14))
        self.kind.chosen.connect(self._on_kind)
        self.choice.chosen.connect(self._on_choice)
        self.line.textEdited.connect(self._on_choice)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.kind)
        row.addWidget(self.choice)
        row.addWidget(self.percent)
        row.addWidget(self.line, 1)
        row.addStretch(0)
        row.addWidget(self.remove)
        self.show_texts()

    def show_texts(self) -> None:
        """Write everything in the language of the window."""
        kinds = [(key, translate("Rules", text)) for key, text in self._words.items()]
        name = translate("Rules", "About what")
        self.kind.set_choices(name, kinds, self.name)
        offered = self._offered()
        self.choice.setVisible(bool(offered))
        self.line.setVisible(not offered)
        shown = dict(kinds)[self.name]
        self._show_percent()
        if offered and self._key not in dict(offered):
            self.value = self._with_percent(offered[0][0])
        self.choice.set_choices(shown, offered, self._key)
        if self.line.text() != self.value:
            self.line.setText(self.value)
        self.line.setAccessibleName(shown)
        listed = self.name in {policy.WORDS, policy.SENDER}
        hint = translate("Rules", "with commas between them") if listed else ""
        self.line.setPlaceholderText(hint)
        tip = translate("Rules", "Take this out: {name}").format(name=shown)
        self.remove.setToolTip(tip)
        self.remove.setAccessibleName(tip)

    @property
    def _likely(self) -> bool:
        """Whether a percent goes with it; several of them are changed on the command line."""
        return self.name in advice.LIKELY and "," not in self.value

    @property
    def _key(self) -> str:
        return advice.parted(self.value)[0] if self._likely else self.value

    def _with_percent(self, key: str) -> str:
        likely = self.name in advice.LIKELY and "," not in key
        return advice.joined(key, self.percent.value()) if likely else key

    def _show_percent(self) -> None:
        self.percent.setVisible(self._likely)
        self.percent.setPrefix(translate("Rules", "at least") + " ")
        self.percent.setSuffix(" %")
        self.percent.setAccessibleName(translate("Rules", "How sure it has to be"))
        if self._likely and self.value:
            self.percent.blockSignals(True)  # noqa: FBT003  Qt's own form
            self.percent.setValue(advice.parted(self.value)[1])
            self.percent.blockSignals(False)  # noqa: FBT003

    def _offered(self) -> list[tuple[str, str]]:
        if self.name in _FLAGS:
            return [(policy.YES, translate("Rules", "yes")), (policy.NO, translate("Rules", "no"))]
        if self.name in {policy.PRIORITY, advice.PRIORITY}:
            return [(one.value, sentences.word(sentences.PRIORITIES, one)) for one in Priority]
        if self.name == policy.CHANNEL:
            keys = list(channel_looks.NAMES)
        elif self.name == policy.PROPOSE:
            people = (*self._lists.get(COLLEAGUE, ()), *self._lists.get(DEPARTMENT, ()))
            keys = [one.key for one in people]
        elif self.name == advice.TONE:
            keys = list(advice.TONES)
        elif self.name == policy.PROCEDURE:
            keys = [one.key for one in self._lists.get(PROCEDURE, ())]
        else:
            keys = [one.key for one in self._lists.get(list_of(self.name) or "", ())]
        offered = [(key, key_text(self.name, key, self._lists)) for key in keys]
        if offered and "," in self.value:  # several were named on the command line
            several = values_text(self.name, self.value.split(","), self._lists)
            offered.append((self.value, several))
        return offered

    def _on_kind(self, key: str) -> None:
        if key != self.name:
            self.name, self.value = key, ""
            self.show_texts()

    def _on_percent(self, _percent: int) -> None:
        if self._likely:
            self.value = self._with_percent(self._key)

    def _on_choice(self, value: str) -> None:
        self.value = self._with_percent(value)
        if self.choice.isVisible():
            self.show_texts()


class RuleEditor(Panel):
    """Shows one rule to change.

    Signals:
        tried(), saved(), cancelled(): what the owner wants with it.
    """

    tried = Signal()
    saved = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("card")
        self.rule_id: int | None = None
        self.active = True
        self._lists: Lists = {}
        self.name = QLineEdit(self)
        self.conditions: list[PartRow] = []
        self.effects: list[PartRow] = []
        self._if, self._then = PlainLabel(face="strong"), PlainLabel(face="strong")
        self._rows = {"if": QVBoxLayout(), "then": QVBoxLayout()}
        self.more_if, self.more_then = button("link", self), button("link", self)
        self.try_it, self.save, self.cancel = button(), button("primary"), button("quiet")
        self.more_if.clicked.connect(partial(self._add, "if", policy.WORDS, ()))
        self.more_then.clicked.connect(partial(self._add, "then", policy.CATEGORY, ()))
        self.try_it.clicked.connect(self.tried)
        self.save.clicked.connect(self.saved)
        self.cancel.clicked.connect(self.cancelled)
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.name)
        for head, rows, more in (
            (self._if, self._rows["if"], self.more_if),
            (self._then, self._rows["then"], self.more_then),
        ):
            rows.setSpacing(TIGHT)
            column.addWidget(head)
            column.addLayout(rows)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        line = QFrame()
        line.setProperty("ground", "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.try_it)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column.addLayout(buttons)

    def begin(self, rule: PolicyInfo | None, lists: Lists) -> None:
        """Show a rule, or an empty one."""
        self._lists = lists
        self.rule_id = rule.id if rule else None
        self.active = rule.active if rule else True
        self.name.setText(rule.name if rule else "")
        for row in (*self.conditions, *self.effects):
            row.hide()
            row.deleteLater()
        self.conditions, self.effects = [], []
        for condition in rule.conditions if rule else (Condition(policy.WORDS, ()),):
            self._add("if", condition.field, condition.values)
        for effect in rule.effects if rule else (Effect(policy.CATEGORY, ""),):
            self._add("then", effect.kind, (effect.value,))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> tuple[tuple[Condition, ...], tuple[Effect, ...]]:
        """Return what the rows say now."""
        return (
            tuple(
                Condition(row.name, tuple(filter(None, map(str.strip, row.value.split(",")))))
                for row in self.conditions
            ),
            tuple(Effect(row.name, row.value) for row in self.effects),
        )

    @override
    def retranslate(self) -> None:
        self.name.setPlaceholderText(translate("Rules", "Name of the rule"))
        self.name.setAccessibleName(translate("Rules", "Name of the rule"))
        self._if.setText(translate("Rules", "If"))
        self._then.setText(translate("Rules", "then"))
        self.more_if.setText(translate("Rules", "And …"))
        self.more_then.setText(translate("Rules", "Also …"))
        self.try_it.setText(translate("Rules", "Try it on the last 100 messages"))
        self.save.setText(translate("Rules", "Keep this rule"))
        self.cancel.setText(translate("Rules", "Never mind"))
        for row in (*self.conditions, *self.effects):
            row.show_texts()

    def _add(self, half: str, name: str, values: Sequence[str]) -> None:
        words, rows = (FIELDS, self.conditions) if half == "if" else (KINDS, self.effects)
        row = PartRow(self.theme, words, self._lists, name, values)
        row.removed.connect(partial(self._on_removed, row))
        rows.append(row)
        self._rows[half].addWidget(row)

    def _on_removed(self, row: PartRow) -> None:
        for rows in (self.conditions, self.effects):
            if row in rows:
                rows.remove(row)
        row.hide()
        row.deleteLater()
