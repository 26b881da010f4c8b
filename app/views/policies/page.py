"""The owner's own rules: readable, in their order, with an editor and what one would change."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.advice import Silence
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.policy import Contradiction, Rule
from app.services.tickets.lists import Lists
from app.services.tickets.policies import PolicyInfo
from app.services.tickets.policy_acts import Change, Hit
from app.views.language import plural, translate
from app.views.policies.editor import RuleEditor
from app.views.rule_words import because_text, effect_text, rule_text, value_text
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import PlainLabel, plain_tip
from app.views.widgets.room import Room

WIDEST = 860
TABLE_HEIGHT = 260
COLUMNS = (170, 260)
ICONS = {"up": "chevron-up", "down": "chevron-down", "apply": "player-track-next",
         "edit": "pencil", "remove": "trash"}  # fmt: skip


SILENCES = {
    Silence.OFF: QT_TRANSLATE_NOOP(
        "Rules", "Suggestions are off, so that what asks them does not hold."
    ),
    Silence.UNAVAILABLE: QT_TRANSLATE_NOOP(
        "Rules",
        "Suggestions are not available on this computer, so that what asks them does not hold.",
    ),
}


class RulesPage(Room):
    """Shows the rules.

    Signals:
        wanted(str, int): "new", or "edit", "remove", "up", "down", "apply", "turn" and a rule.
    """

    wanted = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rules: Sequence[PolicyInfo] = ()
        self._lists: Lists = {}
        self._quarrels: Sequence[Contradiction] = ()
        self._loops: Sequence[Sequence[Rule]] = ()
        self._hits: Sequence[Hit] | None = None
        self.new = button("primary", self)
        self._title, self._lead = PlainLabel(face="headline"), PlainLabel(tone="muted", wrap=True)
        self._trouble = QFrame(self)
        self._trouble.setProperty("ground", "warn")
        self.trouble = PlainLabel(wrap=True)
        self._nothing = PlainLabel(tone="muted", wrap=True)
        self._rows = QVBoxLayout()
        self.editor = RuleEditor(theme, self)
        self.found = PlainLabel(face="strong")
        self.silent = PlainLabel(tone="warn", wrap=True)
        self._silence: Silence | None = None
        self.table = QTableWidget(0, 3, self)
        self.buttons: dict[tuple[str, int], QToolButton] = {}
        self.switches: dict[int, QCheckBox] = {}
        self.new.clicked.connect(partial(self.wanted.emit, "new", 0))
        self._lay_out()
        self.edit(None, shown=False)
        self.dress()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.new)
        column.addLayout(head)
        column.addWidget(self._lead)
        trouble = QVBoxLayout(self._trouble)
        trouble.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        trouble.addWidget(self.trouble)
        column.addWidget(self._trouble)
        column.addWidget(self.editor)
        column.addWidget(self.found)
        column.addWidget(self.silent)
        column.addWidget(self.table)
        column.addWidget(self._nothing)
        self._rows.setSpacing(SMALL)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._dress_table()
        self.fill(column, widest=WIDEST)

    def _dress_table(self) -> None:
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setFixedHeight(TABLE_HEIGHT)
        for at, width in enumerate(COLUMNS):
            self.table.setColumnWidth(at, width)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    # --- what is shown -----------------------------------------------------------------------

    def show_rules(
        self,
        rules: Sequence[PolicyInfo],
        lists: Lists,
        quarrels: Sequence[Contradiction],
        loops: Sequence[Sequence[Rule]],
    ) -> None:
        """Show all rules, and where they quarrel or go round."""
        self._rules, self._lists = rules, lists
        self._quarrels, self._loops = quarrels, loops
        self.new.setEnabled(not self.editor.isVisible())
        self._fill()

    def edit(self, rule: PolicyInfo | None, *, shown: bool = True) -> None:
        """Show the editor with a rule, or with an empty one; or put it away."""
        self.show_hits(None)
        self.editor.setVisible(shown)
        self.new.setEnabled(bool(self._lists) and not shown)
        if shown:
            self.editor.begin(rule, self._lists)

    def show_asking(self, done: int, of: int) -> None:
        """Show how far the suggestion is asked, before it is known what a rule would change."""
        self.show_hits(None)
        told = translate("Rules", "Asking what is suggested: {done} of {of}")
        self.found.setText(told.format(done=done, of=of))
        self.found.show()

    def show_hits(self, hits: Sequence[Hit] | None, silence: Silence | None = None) -> None:
        """Show what a rule would change; None for a rule that was not tried.

        Args:
            silence: why the suggestion could not be asked, so that what asks it does not hold.
        """
        self._hits, self._silence = hits, silence
        self.silent.setVisible(hits is not None and silence is not None)
        self.silent.setText(translate("Rules", SILENCES[silence]) if silence else "")
        self.found.setVisible(hits is not None)
        self.table.setVisible(bool(hits))
        changing = [hit for hit in hits or () if hit.changes]
        self.found.setText(plural("Rules", "%n of the last messages would change", len(changing)))
        self.table.setRowCount(len(hits or ()))
        for row, hit in enumerate(hits or ()):
            changes = " · ".join(self._change_text(one) for one in hit.changes)
            if changes and hit.because:
                changes += f" ({because_text(hit.because.items(), self._lists)})"
            texts = (
                hit.sender,
                hit.subject,
                changes or translate("Rules", "nothing: it is so already"),
            )
            for at, text in enumerate(texts):
                item = QTableWidgetItem(" ".join(text.split()))
                item.setToolTip(plain_tip(item.text()))
                self.table.setItem(row, at, item)

    def _change_text(self, change: Change) -> str:
        after = effect_text(change.kind, change.after, self._lists)
        if not change.before:
            return after
        before = value_text(change.kind, change.before, self._lists)
        return translate("Rules", "{after} (now {before})").format(after=after, before=before)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.new.setText(translate("Rules", "New rule"))
        self._title.setText(translate("Rules", "Your own rules"))
        self._lead.setText(
            translate(
                "Rules",
                "They are asked of every message that comes in, from top to bottom; of each thing "
                "the first rule that says it wins. What you filed yourself stays. Rules that ask "
                "the suggestion come after the others, a moment later.",
            )
        )
        self._nothing.setText(
            translate("Rules", "There is no rule yet. Make one for what you decide every day.")
        )
        self.table.setAccessibleName(translate("Rules", "What would change"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Rules", "From"),
                translate("Rules", "Subject"),
                translate("Rules", "What would change"),
            ]
        )
        self.show_hits(self._hits, self._silence)
        self._fill()

    @override
    def redress(self) -> None:
        super().redress()
        self._fill()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.editor.isVisible():
            self.edit(None, shown=False)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if isinstance(widget, QWidget):
                widget.hide()
                widget.deleteLater()
        self.buttons, self.switches = {}, {}
        for rule in self._rules:
            self._rows.addWidget(self._row_of(rule))
        self._nothing.setVisible(not self._rules)
        lines = [self._quarrel(one) for one in self._quarrels]
        lines += [self._loop(circle) for circle in self._loops]
        self.trouble.setText("\n".join(lines))
        self._trouble.setVisible(bool(lines))

    def _row_of(self, rule: PolicyInfo) -> QFrame:
        card = QFrame(self)
        card.setProperty("ground", "card")
        switch = QCheckBox(rule.name.replace("&", "&&"), card)
        switch.setChecked(rule.active)
        switch.toggled.connect(partial(self._on_turned, rule.id))
        self.switches[rule.id] = switch
        head = QHBoxLayout()
        head.setSpacing(TIGHT)
        head.addWidget(switch, 1)
        for name, tip in self._tips(rule.name).items():
            made = icon_button(card)
            made.setIcon(self.theme.icon(ICONS[name], "muted", 16))
            made.setToolTip(tip)
            made.setAccessibleName(tip)
            made.clicked.connect(partial(self.wanted.emit, name, rule.id))
            self.buttons[name, rule.id] = made
            head.addWidget(made)
        when, then = rule_text(rule.conditions, rule.effects, self._lists)
        column = QVBoxLayout(card)
        column.setContentsMargins(LARGE, SMALL, MEDIUM, MEDIUM)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addWidget(PlainLabel(when, wrap=True))
        column.addWidget(PlainLabel(then, wrap=True))
        return card

    def _tips(self, name: str) -> dict[str, str]:
        tips = {
            "up": translate("Rules", "Ask {name} earlier"),
            "down": translate("Rules", "Ask {name} later"),
            "apply": translate("Rules", "Let {name} act on all that is to do"),
            "edit": translate("Rules", "Change {name}"),
            "remove": translate("Rules", "Remove {name}"),
        }
        return {key: text.format(name=f"“{name}”") for key, text in tips.items()}

    def _quarrel(self, one: Contradiction) -> str:
        told = translate(
            "Rules", "“{first}” and “{second}” quarrel: {one} or {other}. The first one wins."
        )
        kind = one.slot.partition(" ")[0]
        first, other = (effect_text(kind, value, self._lists) for value in one.values)
        return told.format(first=one.first.name, second=one.second.name, one=first, other=other)

    def _loop(self, circle: Sequence[Rule]) -> str:
        names = ", ".join(f"“{one.name}”" for one in circle)
        told = translate("Rules", "These set each other off: {names}. Each is asked once.")
        return told.format(names=names)

    def _on_turned(self, rule_id: int, _on: object) -> None:
        self.wanted.emit("turn", rule_id)
