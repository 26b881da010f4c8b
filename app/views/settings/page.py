"""The page with the owner's own choices: look, keys, sending, notifications."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QKeySequenceEdit,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.stars import StarRule
from app.views.action_table import SPECS
from app.views.actions import Actions
from app.views.inbox.delegate import COMPACT, NORMAL, RELAXED
from app.views.language import DUTCH, ENGLISH, translate
from app.views.settings.stars import StarRows
from app.views.theme import DARK_MODE, LIGHT_MODE, SYSTEM, Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.numbers import CalmSpinBox
from app.views.widgets.room import Room
from app.views.widgets.segments import Segments

WIDEST = 760
KEY_WIDTH = 170
PAGES, PER_ROW = ("hours", "lists", "own_texts", "rules", "directory", "platforms", "assist"), 3
"""What is chosen on a page of its own."""

HEADS = ("look", "work", "stars", "keys")

CHOICES: Mapping[str, Mapping[str, str]] = {
    "language": {DUTCH: "Nederlands", ENGLISH: "English"},
    "colours": {
        SYSTEM: QT_TRANSLATE_NOOP("SettingsPage", "As this computer"),
        LIGHT_MODE: QT_TRANSLATE_NOOP("SettingsPage", "Light"),
        DARK_MODE: QT_TRANSLATE_NOOP("SettingsPage", "Dark"),
    },
    "density": {
        COMPACT: QT_TRANSLATE_NOOP("SettingsPage", "Compact"),
        NORMAL: QT_TRANSLATE_NOOP("SettingsPage", "Normal"),
        RELAXED: QT_TRANSLATE_NOOP("SettingsPage", "Wide"),
    },
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the page shows and gives back."""

    language: str
    colours: str
    density: str
    single_letters: bool
    keys: Mapping[str, tuple[str, ...]]
    undo_seconds: int
    notify: bool
    day_end: bool
    stars: StarRule


class SettingsPage(Room):
    """Every change counts at once.

    Signals:
        chosen(str, object): the name of an option and its new value.
        keys_chosen(str, object): an action and its keys, None for those it came with.
    """

    chosen = Signal(str, object)
    keys_chosen = Signal(str, object)

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._actions = actions
        self._quiet = False
        self._title = PlainLabel(face="headline")
        self._heads = {name: PlainLabel(face="title") for name in HEADS}
        self._labels = {
            name: PlainLabel()
            for name in ("language", "colours", "density", "undo", "notify", "day_end")
        }
        self.segments = {name: Segments(list(keys)) for name, keys in CHOICES.items()}
        for name, segments in self.segments.items():
            segments.chosen.connect(partial(self._on_chosen, name))
        self.undo = CalmSpinBox(self)
        self.undo.setRange(5, 30)
        self.undo.setFixedWidth(KEY_WIDTH)
        self.undo.valueChanged.connect(partial(self._on_chosen, "undo_seconds"))
        self.notify = QCheckBox(self)
        self.notify.toggled.connect(partial(self._on_chosen, "notify"))
        self.day_end = QCheckBox(self)
        self.day_end.toggled.connect(partial(self._on_chosen, "day_end"))
        self.pages = {name: button("", self) for name in PAGES}
        for name, made in self.pages.items():
            made.clicked.connect(partial(actions.trigger, name))
        self.stars = StarRows(KEY_WIDTH, self)
        self._stars_why = PlainLabel(face="small", tone="muted", wrap=True)
        self.letters = QCheckBox(self)
        self.letters.toggled.connect(partial(self._on_chosen, "single_letters"))
        self._letters_why = PlainLabel(face="small", tone="muted", wrap=True)
        self.editors: dict[str, QKeySequenceEdit] = {}
        self._names: dict[str, PlainLabel] = {}
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addSpacing(SMALL)
        column.addWidget(self._heads["look"])
        column.addLayout(self._form([(name, self.segments[name]) for name in CHOICES]))
        column.addSpacing(SMALL)
        column.addWidget(self._heads["work"])
        column.addLayout(
            self._form([("undo", self.undo), ("notify", self.notify), ("day_end", self.day_end)])
        )
        pages = QGridLayout()
        pages.setSpacing(SMALL)
        pages.setColumnStretch(PER_ROW, 1)
        for at, made in enumerate(self.pages.values()):
            pages.addWidget(made, at // PER_ROW, at % PER_ROW)
        column.addLayout(pages)
        column.addSpacing(SMALL)
        column.addWidget(self._heads["stars"])
        column.addWidget(self._stars_why)
        column.addWidget(self.stars)
        column.addSpacing(SMALL)
        column.addWidget(self._heads["keys"])
        column.addWidget(self.letters)
        column.addWidget(self._letters_why)
        column.addLayout(self._key_grid())
        column.addStretch(1)
        self.area = self.fill(column, widest=WIDEST)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _form(self, rows: Sequence[tuple[str, QWidget]]) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(SMALL)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, field in rows:
            form.addRow(self._labels[name], field)
        return form

    def _key_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(0, 1)
        for row, spec in enumerate(spec for spec in SPECS if not spec.local):
            name = PlainLabel()
            editor = QKeySequenceEdit(self)
            editor.setMaximumSequenceLength(1)
            editor.setFixedWidth(KEY_WIDTH)
            editor.editingFinished.connect(partial(self._on_keys, spec.name))
            back = icon_button(self)
            back.setObjectName(spec.name)
            back.clicked.connect(partial(self._on_reset, spec.name))
            grid.addWidget(name, row, 0)
            grid.addWidget(editor, row, 1)
            grid.addWidget(back, row, 2)
            self._names[spec.name], self.editors[spec.name] = name, editor
            self._resets = [*getattr(self, "_resets", []), back]
        return grid

    def show_options(self, options: Options) -> None:
        """Show what is chosen."""
        self._quiet = True
        self.segments["language"].choose(options.language)
        self.segments["colours"].choose(options.colours)
        self.segments["density"].choose(options.density)
        self.undo.setValue(options.undo_seconds)
        self.notify.setChecked(options.notify)
        self.day_end.setChecked(options.day_end)
        self.stars.show_rule(options.stars)
        self.letters.setChecked(options.single_letters)
        for name, editor in self.editors.items():
            keys = self._actions.keys_of(name)
            editor.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())
        self._quiet = False

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("SettingsPage", "Settings"))
        self.area.setAccessibleName(self._title.text())
        for name, text in {
            "look": translate("SettingsPage", "How it looks"),
            "work": translate("SettingsPage", "How it works"),
            "stars": translate("SettingsPage", "Stars of reviews"),
            "keys": translate("SettingsPage", "Keys"),
        }.items():
            self._heads[name].setText(text)
        for name, text in {
            "language": translate("SettingsPage", "Language"),
            "colours": translate("SettingsPage", "Colours"),
            "density": translate("SettingsPage", "Rows of the list"),
            "undo": translate("SettingsPage", "Time to take an answer back"),
            "notify": translate("SettingsPage", "Notifications"),
            "day_end": translate("SettingsPage", "End of the day"),
        }.items():
            self._labels[name].setText(text)
        for name, segments in self.segments.items():
            for key, made in segments.buttons.items():
                made.setText(translate("SettingsPage", CHOICES[name][key]))
                made.setAccessibleName(f"{self._labels[name].text()}: {made.text()}")
        self.undo.setSuffix(" " + translate("SettingsPage", "seconds"))
        self.undo.setAccessibleName(self._labels["undo"].text())
        for name, made in self.pages.items():
            made.setText(self._actions.text(name))
            made.setAccessibleName(made.text())
        self.stars.retranslate()
        self._stars_why.setText(
            translate(
                "SettingsPage",
                "The priority of a new review. When a customer takes stars away, it can only rise.",
            )
        )
        self.notify.setText(translate("SettingsPage", "Tell me when customers write"))
        self.day_end.setText(translate("SettingsPage", "Show me what is left when I close"))
        self.letters.setText(translate("SettingsPage", "Single letters are keys (J, K, R, E, …)"))
        self._letters_why.setText(
            translate(
                "SettingsPage",
                "Switch this off when you dictate or use a screen reader. "
                "Click a key below and press another one to change it.",
            )
        )
        self._retranslate_keys()

    def _retranslate_keys(self) -> None:
        for name, label in self._names.items():
            label.setText(self._actions.text(name))
            text = translate("SettingsPage", "Key for: {act}")
            self.editors[name].setAccessibleName(text.format(act=label.text()))
            # Qt's own Dutch has no words for it.
            line = self.editors[name].findChild(QLineEdit)
            if line is not None:
                line.setPlaceholderText(translate("SettingsPage", "no key"))
        for back in self._resets:
            tip = translate("SettingsPage", "Back to the key it came with: {act}")
            back.setToolTip(tip.format(act=self._actions.text(back.objectName())))
            back.setAccessibleName(back.toolTip())

    @override
    def redress(self) -> None:
        super().redress()
        for back in self._resets:
            back.setIcon(self.theme.icon("history", "faint", 14))

    def _on_chosen(self, name: str, value: object) -> None:
        if not self._quiet:
            self.chosen.emit(name, value)

    def _on_keys(self, name: str) -> None:
        if self._quiet:
            return
        typed = self.editors[name].keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if (typed,) != self._actions.keys_of(name)[:1]:
            self.keys_chosen.emit(name, (typed,) if typed else ())

    def _on_reset(self, name: str) -> None:
        self.keys_chosen.emit(name, None)
