"""An inform list to write: what it is for, and who is on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.communication.informing import Person
from app.views.communication.fields import Field, Form, line, lines
from app.views.communication.typed import Circle
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel


class CircleForm(Form):
    """Shows one inform list.

    Signals:
        member_wanted(): a colleague or department is to be chosen.
    """

    member_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._people: tuple[Person, ...] = ()
        self.name, self.subjects = self.first, line(self)
        self.members = lines(self, 7)
        self.add = button("", self)
        self.add.clicked.connect(self.member_wanted)
        self.people = PlainLabel(tone="muted", wrap=True, selectable=True)
        self._fields = {
            "name": Field(self.name),
            "subjects": Field(self.subjects),
            "members": Field(self.members),
        }
        for made in (self.name, self.subjects):
            made.textEdited.connect(self._on_edited)
        self.members.textChanged.connect(self._on_edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for field in self._fields.values():
            column.addWidget(field)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.people)
        self.dress()

    @property
    def typed(self) -> Circle:
        """What stands in the form."""
        return Circle(self.name.text(), self.subjects.text(), self.members.toPlainText())

    def show_typed(self, typed: Circle) -> None:
        """Show a list; the cursor stays where it is when it is the same."""
        if typed != self.typed:
            self._quiet = True
            self.name.setText(typed.name)
            self.subjects.setText(typed.subjects)
            self.members.setPlainText(typed.members)
            self._quiet = False

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Show who is on it today, as it is stored."""
        self._people = people
        self._say_people()

    def put_member(self, name: str) -> None:
        """Add a line for somebody."""
        before = self.members.toPlainText().rstrip()
        self.members.setPlainText(f"{before}\n{name}".strip() + "\n")

    @override
    def retranslate(self) -> None:
        self._fields["name"].call(translate("Communication", "Name of the list"))
        self._fields["subjects"].call(
            translate("Communication", "For which subjects"),
            translate("Communication", "With commas between them: offers, delivery, prices"),
        )
        self._fields["members"].call(
            translate("Communication", "Who is on it"),
            translate("Communication", "On each line a colleague, a department or a mail address."),
        )
        self.add.setText(" " + translate("Communication", "Colleague or department"))
        self._say_people()

    @override
    def redress(self) -> None:
        self.add.setIcon(self.theme.icon("plus"))

    def _say_people(self) -> None:
        no_mail = translate("Communication", "no mail address")
        who = ", ".join(
            one.name if one.address else f"{one.name} ({no_mail})" for one in self._people
        )
        told = translate("Communication", "That is today: {names}").format(names=who)
        self.people.setText(told if who else "")
        self.people.setVisible(bool(who))

    def _on_edited(self) -> None:
        if not self._quiet:
            self.edited.emit()
