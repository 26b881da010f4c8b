"""What is known of one colleague, to fill in."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget
from typing_extensions import override

from app.services.tickets.directory import ColleagueInfo
from app.services.tickets.lists import Choice
from app.views.language import is_dutch, translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL
from app.views.widgets.buttons import ChoiceButton
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

LINES = ("name", "role", "subjects", "hours", "phone", "mail", "whatsapp")
NONE = ""
CHOICE_WIDTH = 220


class ColleagueForm(Panel):
    """Fields of a colleague.

    Signals:
        submitted(): Enter in a field.
    """

    submitted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._labels: dict[str, PlainLabel] = {}
        self.lines: dict[str, QLineEdit] = {}
        self.department, self.deputy = ChoiceButton(self), ChoiceButton(self)
        self.department.chosen.connect(self._on_department)
        self.deputy.chosen.connect(self._on_deputy)
        for choice in (self.department, self.deputy):
            choice.setMinimumWidth(CHOICE_WIDTH)
        self.fixed = QCheckBox(self)
        self._department, self._deputy = NONE, NONE
        self._departments: Sequence[Choice] = ()
        self._others: Sequence[ColleagueInfo] = ()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(LARGE)
        self._form.setVerticalSpacing(SMALL)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name in LINES[:2]:
            self._add_line(name)
        self._add("department", self.department)
        self._form.addRow(PlainLabel(), self.fixed)
        for name in LINES[2:]:
            self._add_line(name)
        self._add("deputy", self.deputy)
        self.dress()

    def _add_line(self, name: str) -> None:
        line = QLineEdit(self)
        line.returnPressed.connect(self.submitted)
        self.lines[name] = line
        self._add(name, line)

    def _add(self, name: str, field: QWidget) -> None:
        self._labels[name] = PlainLabel()
        self._form.addRow(self._labels[name], field)

    def show_colleague(
        self,
        one: ColleagueInfo | None,
        departments: Sequence[Choice],
        others: Sequence[ColleagueInfo],
    ) -> None:
        """Show a colleague, or empty fields for a new one; `others` can be his deputy."""
        self._departments, self._others = departments, others
        for name, line in self.lines.items():
            value = "" if one is None else getattr(one, name)
            line.setText(value if isinstance(value, str) else ", ".join(value))
        self._department = (one.department if one else None) or NONE
        self._deputy = str(one.deputy_id) if one and one.deputy_id is not None else NONE
        self.fixed.setChecked(one is not None and self._department in one.fixed_for)
        self._offer()

    @property
    def values(self) -> Mapping[str, Any]:
        """What was filled in, as `directory.add` takes it."""
        typed: dict[str, Any] = {name: line.text().strip() for name, line in self.lines.items()}
        typed["subjects"] = [word.strip() for word in typed["subjects"].split(",") if word.strip()]
        typed["department"] = self._department or None
        typed["deputy_id"] = int(self._deputy) if self._deputy else None
        return typed

    @property
    def fixed_department(self) -> str | None:
        """The department whose first address he is, None for none."""
        return self._department if self.fixed.isChecked() and self._department else None

    @override
    def retranslate(self) -> None:
        for name, text in {
            "name": translate("Directory", "Name"),
            "role": translate("Directory", "Role"),
            "department": translate("Directory", "Department"),
            "subjects": translate("Directory", "Knows about"),
            "hours": translate("Directory", "Is there"),
            "phone": translate("Directory", "Phone"),
            "mail": translate("Directory", "E-mail"),
            "whatsapp": translate("Directory", "WhatsApp"),
            "deputy": translate("Directory", "Deputy"),
        }.items():
            self._labels[name].setText(text)
            if name in self.lines:
                self.lines[name].setAccessibleName(text)
        self.lines["subjects"].setPlaceholderText(
            translate("Directory", "returns, invoices, induction")
        )
        self.lines["hours"].setPlaceholderText(translate("Directory", "Mon to Thu until 15:00"))
        self.fixed.setText(translate("Directory", "Is asked first about this department"))
        self._offer()

    def _offer(self) -> None:
        none = translate("Directory", "None")
        dutch = is_dutch()
        departments = [
            (one.key, one.name_nl if dutch else one.name_en) for one in self._departments
        ]
        deputies = [(str(one.id), one.name) for one in self._others]
        for name, choice, pairs, current in (
            ("department", self.department, departments, self._department),
            ("deputy", self.deputy, deputies, self._deputy),
        ):
            label = self._labels[name].text()
            choice.set_choices(label, [*pairs, (NONE, none)], current, empty=none)
        self.fixed.setEnabled(bool(self._department))

    def _on_department(self, key: str) -> None:
        self._department = key
        self._offer()

    def _on_deputy(self, key: str) -> None:
        self._deputy = key
        self._offer()
