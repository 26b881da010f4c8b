"""The words of a step, typed where its box stands."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.handbook.pages import Answer, Kind, Step
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

WIDTH = 300
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES = {"text": 3, "answers": 4}
_FIELDS = {
    Kind.DO: ("text", "expected"),
    Kind.CHOICE: ("text", "answers"),
    Kind.ASK: ("about", "text", "expected"),
    Kind.SEND: ("about", "text", "expected"),
    Kind.END: ("about", "text"),
}


class InlineEditor(Panel):
    """Fields of one step over its box.

    Signals:
        drafted(object): the step as it is typed now.
        ended(object): the step to keep, None when it was given up.
    """

    drafted = Signal(object)
    ended = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("raised")
        self.setAutoFillBackground(True)
        self.step: Step | None = None
        self._room = parent
        self._labels = {name: PlainLabel(face="section") for name in (*_LINES, "about", "expected")}
        self.texts = {name: QPlainTextEdit(self) for name in _LINES}
        self.lines = {name: QLineEdit(self) for name in ("about", "expected")}
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.lines["about"].setCompleter(completer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        layout.setSpacing(TIGHT)
        for name in ("about", "text", "answers", "expected"):
            field = self._field(name)
            self._labels[name].setBuddy(field)
            layout.addWidget(self._labels[name])
            layout.addWidget(field)
            field.installEventFilter(self)
        for name, text in self.texts.items():
            text.setTabChangesFocus(True)
            text.setFixedHeight(text.fontMetrics().height() * _LINES[name] + 18)
            text.textChanged.connect(self._on_typed)
        for line in self.lines.values():
            line.textChanged.connect(self._on_typed)
        self._hint = PlainLabel(face="small", tone="muted", wrap=True)
        layout.addWidget(self._hint)
        self.setFixedWidth(WIDTH)
        self.hide()
        self.dress()

    def open(self, step: Step, box: QRect, known: Sequence[str]) -> None:
        """Edit a step over its box (in the parent's pixels); `known` completes its first field."""
        self.step = None  # filling the fields is no typing
        self._known.setStringList(list(known))
        self.texts["text"].setPlainText(step.text)
        self.texts["answers"].setPlainText("\n".join(one.label for one in step.answers))
        self.lines["about"].setText(step.about)
        self.lines["expected"].setText(step.expected)
        shown = set(_FIELDS[step.kind]) | ({"expected"} if step.expected else set())
        for name in self._labels:
            self._labels[name].setVisible(name in shown)
            self._field(name).setVisible(name in shown)
        self.step = step
        self.retranslate()
        self.adjustSize()
        self.put_over(box)
        self.show()
        self.raise_()
        first = self._field(_FIELDS[step.kind][0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()
        else:
            self.texts["text"].selectAll()

    def typed(self) -> Step | None:
        """Return the step with what stands in the fields."""
        if self.step is None:
            return None
        answers = self.step.answers
        if self.step.kind is Kind.CHOICE:
            labels = self.texts["answers"].toPlainText().split("\n")
            answers = tuple(Answer(label.strip(), None) for label in labels if label.strip())
        return replace(
            self.step, answers=answers, text=self.texts["text"].toPlainText().strip(),
            about=self.lines["about"].text().strip(),
            expected=self.lines["expected"].text().strip(),
        )  # fmt: skip

    def keep(self) -> None:
        """Close, and keep what was typed."""
        self._end(self.typed())

    def give_up(self) -> None:
        """Close without a change."""
        self._end(None)

    @override
    def retranslate(self) -> None:
        kind = self.step.kind if self.step is not None else Kind.DO
        texts = {
            Kind.CHOICE: translate("Chart", "Question"),
            Kind.ASK: translate("Chart", "What to ask"),
            Kind.SEND: translate("Chart", "What to mind"),
            Kind.END: translate("Chart", "What to mind"),
        }
        abouts = {
            Kind.SEND: translate("Chart", "Text to send"),
            Kind.END: translate("Chart", "How it ends"),
        }
        named = {
            "text": texts.get(kind, translate("Chart", "What to do")),
            "about": abouts.get(kind, translate("Chart", "Department or colleague")),
            "answers": translate("Chart", "Answers, one on each line"),
            "expected": translate("Chart", "What is so when it is done"),
        }
        for name, text in named.items():
            self._labels[name].setText(text)
            self._field(name).setAccessibleName(text)
        self._hint.setText(translate("Chart", "Ctrl+Enter keeps it, Esc gives it up."))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if plain or event.key() in _ENTER:
                event.accept()  # letters are typed here, whatever else they do in the window
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._took_key(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self._on_left()
        return super().eventFilter(watched, event)

    def _took_key(self, field: QObject, event: QKeyEvent) -> bool:
        ctrl = Qt.KeyboardModifier.ControlModifier
        enter = event.key() in _ENTER
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif enter and (held == ctrl or (not held and field is not self.texts["answers"])):
            self.keep()
        else:
            return False
        return True

    def _on_left(self) -> None:
        """Keep what was typed when the pointer went elsewhere; a menu or a list is still here."""
        now: QWidget | None = self.window().focusWidget()
        if now is not None and not self.isAncestorOf(now):
            self.keep()

    def _on_typed(self) -> None:
        step = self.typed()
        if step is not None:
            self.drafted.emit(step)

    def _end(self, step: Step | None) -> None:
        if self.step is not None:
            self.step = None
            self.hide()
            self.ended.emit(step)

    def _field(self, name: str) -> QPlainTextEdit | QLineEdit:
        return self.texts[name] if name in self.texts else self.lines[name]

    def put_over(self, box: QRect) -> None:
        """Stand over a box, inside the canvas."""
        room = self._room.rect()
        place = QPoint(box.center().x() - self.width() // 2, box.top())
        x = max(0, min(place.x(), room.width() - self.width()))
        y = max(0, min(place.y(), room.height() - self.height()))
        self.move(x, y)
