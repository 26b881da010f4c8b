"""The four views of the list, with how many tickets each holds."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.views import moments
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

VIEWS = {
    "todo": (QT_TRANSLATE_NOOP("ViewSwitch", "To do"), "inbox"),
    "waiting": (QT_TRANSLATE_NOOP("ViewSwitch", "Waiting"), "hourglass"),
    "done": (QT_TRANSLATE_NOOP("ViewSwitch", "Done"), "circle-check"),
    "all": (QT_TRANSLATE_NOOP("ViewSwitch", "All messages"), "list-details"),
}


class ViewSwitch(Panel):
    """A column of buttons, one of them pressed.

    Signals:
        switched(str): the owner chose a view.
    """

    switched = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._buttons: dict[str, QPushButton] = {}
        self._counts: dict[str, PlainLabel] = {}
        self._numbers: Mapping[str, int] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(2)
        for at, view in enumerate(VIEWS):
            self._add(layout, at, view)
        self._group.buttonClicked.connect(self._on_clicked)
        self._buttons["todo"].setChecked(True)
        self.dress()

    def _add(self, layout: QGridLayout, at: int, view: str) -> None:
        made = button("nav", self)
        made.setCheckable(True)
        number = PlainLabel(face="small", tone="muted", parent=self)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setContentsMargins(0, 0, MEDIUM, 0)
        number.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout.addWidget(made, at, 0)
        layout.addWidget(number, at, 0, Qt.AlignmentFlag.AlignRight)
        self._buttons[view], self._counts[view] = made, number
        self._group.addButton(made)

    @property
    def view(self) -> str:
        return next(view for view, made in self._buttons.items() if made.isChecked())

    def choose(self, view: str) -> None:
        """Press a view's button without telling."""
        self._buttons[view].setChecked(True)
        self.redress()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many tickets each view holds."""
        self._numbers = counts
        for view, label in self._counts.items():
            count = counts.get(view)
            label.setText("" if count is None else moments.number(count))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for view, (name, _icon) in VIEWS.items():
            text = translate("ViewSwitch", name)
            self._buttons[view].setText(f" {text}")
            count = self._numbers.get(view)
            self._buttons[view].setAccessibleName(text if count is None else f"{text}, {count}")

    @override
    def redress(self) -> None:
        for view, (_name, icon) in VIEWS.items():
            made = self._buttons[view]
            made.setIcon(self.theme.icon(icon, "accent" if made.isChecked() else "muted"))
            self._counts[view].set_tone("accent" if made.isChecked() else "muted")

    def _on_clicked(self, _button: QPushButton) -> None:
        self.redress()
        self.switched.emit(self.view)
