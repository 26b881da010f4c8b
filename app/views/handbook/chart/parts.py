"""What stands round the canvas: the buttons above it, its menu, and what is wrong below it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.handbook.check import SENTENCES, Problem
from app.models.rules.handbook.pages import Kind
from app.views.handbook.chart import commands
from app.views.handbook.chart.commands import ADDS, BY_NAME, KIND_NAMES, MENU, TOOLS
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL, TIGHT
from app.views.widgets.buttons import icon_button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

SHOWN = 3
"""Problems that are seen without scrolling."""


class ToolBar(Panel):
    """Buttons with an icon for what is done most.

    Signals:
        asked(str): an act of commands.COMMANDS.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("surface")
        self.buttons: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SMALL, TIGHT, SMALL, TIGHT)
        layout.setSpacing(2)
        self._groups: list[QWidget] = []
        for group in TOOLS:
            holder = QWidget(self)
            holder.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, MEDIUM, 0)
            row.setSpacing(2)
            for name in group:
                button = icon_button(holder)
                button.clicked.connect(partial(self.asked.emit, name))
                row.addWidget(button)
                self.buttons[name] = button
            layout.addWidget(holder)
            self._groups.append(holder)
        self._zoom = PlainLabel(face="small", tone="muted")
        layout.addWidget(self._zoom)
        self._said = ElidedLabel(face="small", tone="accent")
        layout.addSpacing(MEDIUM)
        layout.addWidget(self._said, 1)
        self.dress()

    def show_zoom(self, zoom: float) -> None:
        """Say how large everything is shown."""
        text = f"{round(100 * zoom)} %"
        self._zoom.setText(text)
        self._zoom.setAccessibleName(f"{translate('Chart', 'Size')}: {text}")

    def tell(self, text: str) -> None:
        """Say what to do now, "" for nothing."""
        self._said.setText(text)

    def name_changes(self, undo: str, redo: str) -> None:
        """Say what would be undone and done again."""
        for name, text in (("undo", undo), ("redo", redo)):
            tip = commands.tip_of(name)
            self.buttons[name].setToolTip(f"{tip}: {text}" if text else tip)

    def offer(self, *, changes: bool, can: dict[str, bool]) -> None:
        """Show only what may be done, and enable what can be."""
        for name, button in self.buttons.items():
            button.setVisible(changes or not BY_NAME[name].changes)
            button.setEnabled(can.get(name, True))
        for group, holder in zip(TOOLS, self._groups, strict=True):
            holder.setVisible(changes or not all(BY_NAME[name].changes for name in group))

    @override
    def retranslate(self) -> None:
        for name, button in self.buttons.items():
            button.setToolTip(commands.tip_of(name))
            button.setAccessibleName(commands.words_of(name))

    @override
    def redress(self) -> None:
        for name, button in self.buttons.items():
            button.setIcon(self.theme.icon(BY_NAME[name].icon))
            button.setIconSize(QSize(18, 18))


class Problems(Panel):
    """What is not right yet, a line each; a line leads to its step.

    Signals:
        chosen(int): the step to show; START for the whole.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("surface")
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self._title = PlainLabel(face="section")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        layout.setSpacing(TIGHT)
        layout.addWidget(self._title)
        layout.addWidget(self.list)
        self._problems: Sequence[Problem] = ()
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        self.dress()
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these and no others; without any there is nothing to see."""
        if problems != self._problems:
            self._problems = problems
            self._fill()

    def _fill(self) -> None:
        problems = self._problems
        self.list.clear()
        for problem in problems:
            item = QListWidgetItem(sentence_of(problem))
            item.setData(Qt.ItemDataRole.UserRole, problem.step or 0)
            item.setIcon(self.theme.icon("alert-triangle", "danger"))
            self.list.addItem(item)
        rows = min(SHOWN, len(problems))
        high = sum(self.list.sizeHintForRow(row) for row in range(rows))
        self.list.setFixedHeight(high + 2 * TIGHT + 4)
        self._title.setText(
            translate("Chart", "Not right yet: {count}").format(count=len(problems))
        )
        self.list.setAccessibleName(self._title.text())
        self.setVisible(bool(problems))

    @override
    def retranslate(self) -> None:
        self._fill()

    @override
    def redress(self) -> None:
        self._fill()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class ChartMenu(QMenu):
    """What can be done with what is chosen.

    Signals:
        asked(str): an act of commands.COMMANDS.
        wanted_kind(str): the kind that the chosen steps become.
    """

    asked = Signal(str)
    wanted_kind = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, *, changes: bool, chosen: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        several = {"column": 2, "row": 2, "spread_down": 3, "spread_across": 3}
        several |= {"edit": 1, "join": 1, "remove": 1, "kind": 1}
        for group in MENU:
            for name in group:
                if name == "kind":
                    self._add_kinds(theme, offered=changes and chosen > 0)
                elif changes or not BY_NAME[name].changes:
                    self._add(theme, name, enabled=chosen >= several.get(name, 0))
            self.addSeparator()

    def _add(self, theme: Theme, name: str, *, enabled: bool) -> None:
        command = BY_NAME[name]
        action = self.addAction(commands.words_of(name))
        if command.icon:
            action.setIcon(theme.icon(command.icon))
        if command.keys:
            # Shown only: the canvas takes the key itself.
            action.setText(f"{action.text()}\t{commands.native(command.keys[0])}")
        action.setEnabled(enabled)
        action.triggered.connect(partial(self.asked.emit, name))

    def _add_kinds(self, theme: Theme, *, offered: bool) -> None:
        if not offered:
            return
        kinds = self.addMenu(translate("Chart", "Make it"))
        for name, kind in ADDS.items():
            action = kinds.addAction(translate("Chart", KIND_NAMES[kind]))
            action.setIcon(theme.icon(BY_NAME[name].icon))
            action.triggered.connect(partial(self.wanted_kind.emit, kind.value))


def sentence_of(problem: Problem) -> str:
    """Return a problem as a sentence in the language of the window."""
    text = translate("Handbook", SENTENCES[problem.code])
    return text.format(step=problem.step, value=problem.value)


def kind_name(kind: Kind) -> str:
    """Return a kind of step in the language of the window."""
    return translate("Chart", KIND_NAMES[kind])
