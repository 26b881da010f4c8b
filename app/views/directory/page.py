"""The directory: the colleagues at the left, what is known of one at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.tickets.directory import ColleagueInfo
from app.services.tickets.lists import Choice
from app.views.directory.form import ColleagueForm
from app.views.language import is_dutch, translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.room import Room

LIST_WIDTH, FORM_WIDTH = 300, 520
CALL, MAIL, CHAT = "phone", "mail", "whatsapp"
ICONS = {CALL: "phone", MAIL: "mail", CHAT: "brand-whatsapp"}


class DirectoryPage(Room):
    """Shows the colleagues and lets the owner change them.

    Signals:
        searched(str): who knows about this?
        chosen(object): the id of the colleague to show, None for a new one.
        save_wanted(), remove_wanted(): the colleague on screen.
        reach_wanted(str): call, mail or chat with him: "phone", "mail" or "whatsapp".
        matrix_wanted(): the responsibility matrix as a file.
    """

    searched = Signal(str)
    chosen = Signal(object)
    save_wanted = Signal()
    remove_wanted = Signal()
    reach_wanted = Signal(str)
    matrix_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.shown: ColleagueInfo | None = None
        self._listed: Sequence[ColleagueInfo] = ()
        self._departments: Sequence[Choice] = ()
        self._quiet = False
        self._title = PlainLabel(face="headline")
        self._lead = PlainLabel(tone="muted", wrap=True)
        self.search = QLineEdit(self)
        self.list = QListWidget(self)
        self._nobody = PlainLabel(tone="muted", wrap=True)
        self.add, self.matrix = button("", self), button("", self)
        self._name = PlainLabel(face="title")
        self.form = ColleagueForm(theme, self)
        self.save, self.remove = button("primary", self), button("quiet", self)
        self.ways: dict[str, QPushButton] = {name: button("", self) for name in ICONS}
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.matrix)
        body = QHBoxLayout()
        body.setSpacing(LARGE)
        body.addLayout(self._left_side())
        body.addWidget(self._right_side(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(head)
        layout.addWidget(self._lead)
        layout.addLayout(body, 1)

    def _left_side(self) -> QVBoxLayout:
        self.search.setFixedWidth(LIST_WIDTH)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nobody.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        for part in (self.search, self.list, self._nobody):
            column.addWidget(part)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.setStretchFactor(self.list, 1)
        return column

    def _right_side(self) -> QScrollArea:
        card = QFrame()
        card.setProperty("ground", "card")
        card.setMaximumWidth(FORM_WIDTH)
        reach = QHBoxLayout()
        reach.setSpacing(SMALL)
        for made in self.ways.values():
            reach.addWidget(made)
        reach.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.remove)
        below.addStretch(1)
        below.addWidget(self.save)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        inside.setSpacing(MEDIUM)
        inside.addWidget(self._name)
        inside.addLayout(reach)
        inside.addWidget(self.form)
        inside.addLayout(below)
        ground = QWidget()
        ground.setProperty("ground", "window")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        return area

    def _connect(self) -> None:
        self.search.textChanged.connect(self.searched)
        self.list.currentRowChanged.connect(self._on_row)
        self.add.clicked.connect(self._on_add)
        self.matrix.clicked.connect(self.matrix_wanted)
        self.form.submitted.connect(self.save_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        for made in self.ways.values():
            made.clicked.connect(self._on_way)

    def show_list(self, found: Sequence[ColleagueInfo], departments: Sequence[Choice]) -> None:
        """Show these colleagues; the one on screen stays chosen when he is among them."""
        self._listed, self._departments = found, departments
        self._fill()

    def show_colleague(self, one: ColleagueInfo | None, others: Sequence[ColleagueInfo]) -> None:
        """Show what is known of a colleague, or empty fields for a new one."""
        self.shown = one
        self.form.show_colleague(one, self._departments, others)
        self._mark()
        self._name_shown()

    def focus_name(self) -> None:
        """Let the owner type the name."""
        self.form.lines["name"].setFocus()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Directory", "Colleagues"))
        self._lead.setText(
            translate(
                "Directory",
                "Whom you ask when you do not know the answer. They need no account: "
                "they answer by e-mail, and what they write comes in with the message.",
            )
        )
        self.search.setPlaceholderText(translate("Directory", "Who knows about…"))
        self.search.setAccessibleName(translate("Directory", "Who knows about"))
        self.list.setAccessibleName(self._title.text())
        self.add.setText(" " + translate("Directory", "New colleague"))
        self.matrix.setText(" " + translate("Directory", "Responsibilities as PDF"))
        self.remove.setText(translate("Directory", "Take out"))
        self.save.setText(translate("Directory", "Save"))
        for name, text in {
            CALL: translate("Directory", "Call"),
            MAIL: translate("Directory", "Write"),
            CHAT: translate("Directory", "WhatsApp"),
        }.items():
            self.ways[name].setText(" " + text)
        self._fill()
        self._name_shown()

    @override
    def redress(self) -> None:
        super().redress()
        self.add.setIcon(self.theme.icon("plus"))
        self.matrix.setIcon(self.theme.icon("file-text"))
        for name, made in self.ways.items():
            made.setIcon(self.theme.icon(ICONS[name]))

    def _fill(self) -> None:
        names = {one.key: one.name_nl if is_dutch() else one.name_en for one in self._departments}
        self._quiet = True
        self.list.clear()
        for one in self._listed:
            about = [one.role, names.get(one.department or "", "")]
            below = " · ".join(part for part in about if part) or "–"
            self.list.addItem(QListWidgetItem(f"{one.name}\n{below}"))
        self._quiet = False
        self._mark()
        searched = bool(self.search.text().strip())
        self._nobody.setText(
            translate("Directory", "Nobody knows about this yet")
            if searched
            else translate("Directory", "Nobody is in the directory yet")
        )
        self._nobody.setVisible(not self._listed)

    def _mark(self) -> None:
        self._quiet = True
        wanted = self.shown.id if self.shown else None
        rows = [row for row, one in enumerate(self._listed) if one.id == wanted]
        self.list.setCurrentRow(rows[0] if rows else -1)
        self._quiet = False

    def _name_shown(self) -> None:
        one = self.shown
        self._name.setText(one.name if one else translate("Directory", "New colleague"))
        self.remove.setVisible(one is not None)
        for name, made in self.ways.items():
            made.setVisible(one is not None and bool(getattr(one, name)))

    def _on_row(self, row: int) -> None:
        if not self._quiet and 0 <= row < len(self._listed):
            self.chosen.emit(self._listed[row].id)

    def _on_add(self) -> None:
        self.chosen.emit(None)
        self.focus_name()

    def _on_way(self) -> None:
        pressed = self.sender()
        for name, made in self.ways.items():
            if made is pressed:
                self.reach_wanted.emit(name)
