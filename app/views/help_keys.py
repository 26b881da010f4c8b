"""All keys at a glance."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.views.action_table import GROUPS
from app.views.actions import Actions
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL, TIGHT, WIDE
from app.views.widgets.labels import PlainLabel

SIZE = (940, 600)


class KeysDialog(QDialog):
    """Two columns of actions with their keys."""

    def __init__(self, parent: QWidget, theme: Theme, actions: Actions) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Keys", "All keys"))
        self._theme = theme
        columns = QHBoxLayout()
        columns.setSpacing(WIDE)
        groups = list(GROUPS)
        for part in (groups[:1] + groups[3:], groups[1:3]):
            column = QVBoxLayout()
            for group in part:
                column.addWidget(PlainLabel(translate("Actions", GROUPS[group]), face="section"))
                column.addLayout(self._rows(actions, group))
                column.addSpacing(LARGE)
            column.addStretch(1)
            columns.addLayout(column, 1)
        inside = QWidget()
        inside.setProperty("ground", "window")
        inside.setLayout(columns)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.addWidget(
            PlainLabel(
                translate(
                    "Keys",
                    "Single letters work while you are not typing. "
                    "In the settings you can change them, or switch them off.",
                ),
                tone="muted",
                wrap=True,
            )
        )
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        self.resize(*SIZE)

    def _rows(self, actions: Actions, group: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(0, 1)
        grid.setContentsMargins(0, 0, SMALL, 0)
        shown = [
            spec for spec in actions.offered() if spec.group == group and actions.keys_of(spec.name)
        ]
        for row, spec in enumerate(shown):
            grid.addWidget(PlainLabel(actions.text(spec.name), wrap=True), row, 0)
            key = PlainLabel(actions.shown_keys(spec.name), face="small", tone="muted")
            grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight)
        return grid
