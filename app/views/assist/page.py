"""The page about suggestions: whether, what, how sure; how they do; and drafts of answers."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.assist import preferences
from app.services.assist.answers import Status
from app.services.settings import AssistSettings
from app.views.assist.standing import standing_lines
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.checked import CheckedLine
from app.views.widgets.labels import PlainLabel
from app.views.widgets.numbers import CalmSpinBox
from app.views.widgets.room import Room

WIDEST = 760
FIELD_WIDTH = 170
PARTS: Mapping[str, str] = {
    preferences.CATEGORY: QT_TRANSLATE_NOOP("AssistPage", "Category"),
    preferences.TYPE: QT_TRANSLATE_NOOP("AssistPage", "Type"),
    preferences.PRIORITY: QT_TRANSLATE_NOOP("AssistPage", "Priority"),
    preferences.SAME: QT_TRANSLATE_NOOP("AssistPage", "Messages that ask the same"),
    preferences.PAGES: QT_TRANSLATE_NOOP("AssistPage", "Pages of the handbook"),
}
LANGUAGES: Mapping[str, str] = {
    "nl": "Nederlands",
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
}
HEADS = ("what", "standing", "drafts")


class AssistPage(Room):
    """Every change counts at once.

    Signals:
        changed(str, object): a field of AssistSettings and its new value.
        try_wanted(): the model that drafts is to be tried out, or that is to be stopped.
    """

    changed = Signal(str, object)
    try_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._quiet = False
        self._chosen = AssistSettings()
        self._status: Status | None = None
        self._title, self._lead = PlainLabel(face="headline"), PlainLabel(tone="muted", wrap=True)
        self._heads = {name: PlainLabel(face="title") for name in HEADS}
        self._labels = {name: PlainLabel() for name in ("threshold", "parts", "languages",
                                                        "endpoint", "model")}  # fmt: skip
        self.enabled, self.draft = QCheckBox(self), QCheckBox(self)
        self.threshold = CalmSpinBox(self)
        self.threshold.setRange(round(100 * preferences.LEAST), round(100 * preferences.MOST))
        self.threshold.setFixedWidth(FIELD_WIDTH)
        self.threshold.setKeyboardTracking(False)
        self.parts = {name: QCheckBox(self) for name in preferences.PARTS}
        self.languages = {name: QCheckBox(self) for name in preferences.LANGUAGES}
        self.standing = PlainLabel(wrap=True)
        self._draft_why = PlainLabel(face="small", tone="muted", wrap=True)
        self.endpoint, self.model = CheckedLine(self), CheckedLine(self)
        self.try_it = button("", self)
        self.tried = PlainLabel(tone="muted", wrap=True)
        self._connect()
        self._lay_out()
        self.dress()

    def _connect(self) -> None:
        self.enabled.toggled.connect(partial(self._on_changed, "enabled"))
        self.draft.toggled.connect(partial(self._on_changed, "draft"))
        self.threshold.valueChanged.connect(self._on_threshold)
        for box in self.parts.values():
            box.toggled.connect(self._on_parts)
        for box in self.languages.values():
            box.toggled.connect(self._on_languages)
        self.endpoint.entered.connect(partial(self._on_changed, "endpoint"))
        self.model.entered.connect(partial(self._on_changed, "model"))
        self.try_it.clicked.connect(self.try_wanted)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(SMALL)
        column.addWidget(self._heads["what"])
        column.addWidget(self.enabled)
        column.addLayout(self._form([
            ("threshold", self.threshold), ("parts", _grid(list(self.parts.values()), 2)),
            ("languages", _grid(list(self.languages.values()), 4)),
        ]))  # fmt: skip
        column.addSpacing(SMALL)
        column.addWidget(self._heads["standing"])
        column.addWidget(self.standing)
        column.addSpacing(SMALL)
        column.addWidget(self._heads["drafts"])
        column.addWidget(self._draft_why)
        column.addWidget(self.draft)
        column.addLayout(self._form([("endpoint", self.endpoint), ("model", self.model)]))
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self.try_it, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.tried, 1)
        column.addLayout(row)
        column.addStretch(1)
        self.area = self.fill(column, widest=WIDEST)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _form(self, rows: Sequence[tuple[str, QWidget]]) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(SMALL)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for name, field in rows:
            form.addRow(self._labels[name], field)
        return form

    # --- what is shown -----------------------------------------------------------------------

    def show_chosen(self, chosen: AssistSettings) -> None:
        """Show what is chosen."""
        self._quiet, self._chosen = True, chosen
        self.enabled.setChecked(chosen.enabled)
        self.threshold.setValue(round(100 * chosen.threshold))
        for name, box in self.parts.items():
            box.setChecked(name not in chosen.off)
        for name, box in self.languages.items():
            box.setChecked(name in chosen.languages)
        for field in (self.threshold, *self.parts.values(), *self.languages.values()):
            field.setEnabled(chosen.enabled)
        self.draft.setChecked(chosen.draft)
        self.endpoint.show_value(chosen.endpoint)
        self.model.show_value(chosen.model)
        self.try_it.setEnabled(bool(chosen.model))
        self._quiet = False

    def show_status(self, status: Status | None) -> None:
        """Show how it stands; None while that is being found out."""
        self._status = status
        lines = standing_lines(status)
        self.standing.setText("\n".join(lines))

    def show_trial(self, text: str, *, tone: str = "muted", running: bool = False) -> None:
        """Show how the trial of the model went, or that it is going on."""
        self.tried.setText(text)
        self.tried.set_tone(tone)
        self.try_it.setText(self._try_text(running=running))

    def show_problem(self, field: str, text: str) -> None:
        """Say what is wrong with the address or the model; "" when it is right."""
        {"endpoint": self.endpoint}.get(field, self.model).show_problem(text)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("AssistPage", "Suggestions"))
        self.area.setAccessibleName(self._title.text())
        self._lead.setText(
            translate(
                "AssistPage",
                "A model on this computer says what a message is about and what helps to answer "
                "it. It never acts by itself, unless you make a rule of it; nothing leaves this "
                "computer.",
            )
        )
        for name, text in {
            "what": translate("AssistPage", "What is suggested"),
            "standing": translate("AssistPage", "How it stands"),
            "drafts": translate("AssistPage", "Drafts of answers"),
        }.items():
            self._heads[name].setText(text)
        for name, text in {
            "threshold": translate("AssistPage", "Said from"),
            "parts": translate("AssistPage", "About what"),
            "languages": translate("AssistPage", "For messages in"),
            "endpoint": translate("AssistPage", "Address of the server"),
            "model": translate("AssistPage", "Name of the model"),
        }.items():
            self._labels[name].setText(text)
        self.enabled.setText(translate("AssistPage", "Suggest something"))
        self.threshold.setSuffix(" " + translate("AssistPage", "% sure"))
        self.threshold.setAccessibleName(translate("AssistPage", "How sure it has to be"))
        for name, box in self.parts.items():
            box.setText(translate("AssistPage", PARTS[name]))
        for name, box in self.languages.items():
            box.setText(LANGUAGES[name])
        self._retranslate_drafts()
        self.show_status(self._status)

    def _retranslate_drafts(self) -> None:
        self._draft_why.setText(
            translate(
                "AssistPage",
                "A language model that runs on this computer itself (Ollama, llama.cpp, LM "
                "Studio) can write a draft. It gets the conversation without names and numbers, "
                "and the pages of the handbook that are near. You read it and send it yourself.",
            )
        )
        self.draft.setText(translate("AssistPage", "Let drafts be made"))
        for field, name in ((self.endpoint, "endpoint"), (self.model, "model")):
            example = "http://127.0.0.1:11434/v1" if name == "endpoint" else "gemma3:4b"
            field.name(self._labels[name].text(), placeholder=example)
        self.show_trial("")

    def _try_text(self, *, running: bool) -> str:
        return translate("AssistPage", "Stop") if running else translate("AssistPage", "Try it")

    # --- what the owner changes --------------------------------------------------------------

    def _on_changed(self, name: str, value: object) -> None:
        if not self._quiet:
            self.changed.emit(name, value)

    def _on_threshold(self, percent: int) -> None:
        self._on_changed("threshold", percent / 100)

    def _on_parts(self, _on: object) -> None:
        off = tuple(name for name, box in self.parts.items() if not box.isChecked())
        self._on_changed("off", off)

    def _on_languages(self, _on: object) -> None:
        on = tuple(name for name, box in self.languages.items() if box.isChecked())
        self._on_changed("languages", on)


def _grid(boxes: Sequence[QCheckBox], per_row: int) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, TIGHT, 0, 0)
    grid.setHorizontalSpacing(LARGE)
    grid.setVerticalSpacing(TIGHT)
    grid.setColumnStretch(per_row, 1)
    for at, box in enumerate(boxes):
        grid.addWidget(box, at // per_row, at % per_row)
    return made
