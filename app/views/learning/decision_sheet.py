"""The decisions, and one of them: what, why, when, by whom and about what."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.learning.decision_log import DecisionInfo
from app.services.learning.links import Link
from app.views.language import translate
from app.views.learning.sheet import Sheet
from app.views.learning.words import KINDS, day_text, link_text
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel

LONGEST_LINK = 60


class DecisionSheet(Sheet):
    """Shows decisions.

    Signals:
        correct_wanted(), copy_wanted(): the one on screen.
        link_wanted(object): what it is about, as Link.
        everyone_wanted(bool): also those that were corrected.
    """

    correct_wanted = Signal()
    copy_wanted = Signal()
    link_wanted = Signal(object)
    everyone_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, searching=True)
        self._found: Sequence[DecisionInfo] = ()
        self._one: DecisionInfo | None = None
        self.everyone = QCheckBox(self)
        self.everyone.toggled.connect(self.everyone_wanted)
        left = self._left.layout()
        assert isinstance(left, QVBoxLayout)  # noqa: S101  made a line before
        left.insertWidget(3, self.everyone)
        self.what = PlainLabel(face="title", wrap=True, selectable=True)
        self.facts = PlainLabel(tone="muted", wrap=True)
        self.state = button("link", self)
        self.state.clicked.connect(self._on_state)
        self._why_name, self._people_name, self._about_name = (
            PlainLabel(face="section") for _ in range(3)
        )
        self.why, self.people = (PlainLabel(wrap=True, selectable=True) for _ in range(2))
        self.correct, self.copy = button("", self), button("quiet", self)
        self.correct.clicked.connect(self.correct_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self.links: list[QPushButton] = []
        self._fill_card()
        self.dress()

    def _fill_card(self) -> None:
        ground = QWidget()
        ground.setProperty("ground", "surface")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.what, self.facts, self.state):
            column.addWidget(part)
        for name, part in ((self._why_name, self.why), (self._people_name, self.people)):
            column.addSpacing(MEDIUM)
            column.addWidget(name)
            column.addWidget(part)
        column.addSpacing(MEDIUM)
        column.addWidget(self._about_name)
        column.addLayout(self._links)
        column.addStretch(1)
        area = QScrollArea(self.card)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        below = QHBoxLayout()
        below.addWidget(self.copy)
        below.addStretch(1)
        below.addWidget(self.correct)
        self.inside.addWidget(area, 1)
        self.inside.addLayout(below)

    def show_decisions(
        self, found: Sequence[DecisionInfo], one: DecisionInfo | None, *, is_empty: bool
    ) -> None:
        """Show decisions, and what is known of one."""
        self._found, self._one = found, one
        self.show_state(one.id if one else None, is_empty=is_empty)
        self._show()

    @override
    def retranslate(self) -> None:
        self.search.setPlaceholderText(translate("Decisions", "Words, a name, or what it is about"))
        self.search.setAccessibleName(translate("Decisions", "Search the decisions"))
        self.list.setAccessibleName(translate("Decisions", "Decisions"))
        self.nothing.setText(translate("Decisions", "No decision has these words in it."))
        self.everyone.setText(translate("Decisions", "Also what was corrected"))
        self.add.setText(" " + translate("Decisions", "New decision"))
        self._why_name.setText(translate("Decisions", "Why"))
        self._people_name.setText(translate("Decisions", "With whom"))
        self._about_name.setText(translate("Decisions", "About what"))
        self.correct.setText(" " + translate("Decisions", "Correct it"))
        self.copy.setText(" " + translate("Decisions", "Copy"))
        self.empty.say(
            "bookmark",
            translate("Decisions", "What you agree on stands here"),
            translate(
                "Decisions",
                "What was decided, why, when and with whom: so that nobody has to ask again, and "
                "a new colleague knows why things are as they are. Shift+D writes one down from a "
                "message.",
            ),
            action=translate("Decisions", "Write down a decision"),
        )
        self._show()

    @override
    def redress(self) -> None:
        super().redress()
        self.correct.setIcon(self.theme.icon("pencil"))
        self.copy.setIcon(self.theme.icon("copy"))
        for made in self.links:
            made.setIcon(self.theme.icon(str(made.property("icon_name")), "accent"))

    def _show(self) -> None:
        one = self._one
        entries = [(each.id, each.what, _below(each)) for each in self._found]
        self.show_entries(entries, one.id if one else None)
        if one is None:
            return
        self.what.setText(one.what)
        told = translate("Decisions", "Decision {number} of {day}")
        self.facts.setText(told.format(number=one.id, day=day_text(one.decided_on)))
        for name, part, text in (
            (self._why_name, self.why, one.why),
            (self._people_name, self.people, ", ".join(each.name for each in one.people)),
        ):
            part.setText(text)
            name.setVisible(bool(text))
            part.setVisible(bool(text))
        self._show_state(one)
        self._show_links(one.links)
        self.correct.setEnabled(one.replaced_by is None)

    def _show_state(self, one: DecisionInfo) -> None:
        text = ""
        if one.replaced_by is not None:
            text = translate("Decisions", "No longer holds: see decision {number}")
        elif one.replaces is not None:
            text = translate("Decisions", "Takes the place of decision {number}")
        self.state.setText(text.format(number=one.replaced_by or one.replaces))
        self.state.setVisible(bool(text))

    def _show_links(self, about: Sequence[Link]) -> None:
        for made in self.links:
            self._links.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.links = [self._link(one) for one in about]
        for made in self.links:
            self._links.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self._about_name.setVisible(bool(about))
        self.redress()

    def _link(self, one: Link) -> QPushButton:
        made = button("link", self)
        text = link_text(one)
        short = text if len(text) <= LONGEST_LINK else f"{text[: LONGEST_LINK - 1]}…"
        made.setText(" " + short.replace("&", "&&"))
        made.setProperty("icon_name", KINDS[one.kind][1])
        made.setEnabled(bool(one.title))
        made.clicked.connect(partial(self._on_link, one))
        return made

    def _on_link(self, one: Link, _checked: object = None) -> None:
        self.link_wanted.emit(one)

    def _on_state(self) -> None:
        if self._one is not None:
            self.chosen.emit(self._one.replaced_by or self._one.replaces or self._one.id)


def as_text(one: DecisionInfo) -> str:
    """Return a decision for a mail or a note."""
    told = translate("Decisions", "Decision {number} of {day}")
    lines = [told.format(number=one.id, day=day_text(one.decided_on)), "", one.what]
    why, whom = translate("Decisions", "Why"), translate("Decisions", "With whom")
    if one.why:
        lines += ["", f"{why}: {one.why}"]
    if one.people:
        lines.append(f"{whom}: {', '.join(each.name for each in one.people)}")
    lines += [link_text(each) for each in one.links]
    return "\n".join(lines) + "\n"


def _below(one: DecisionInfo) -> str:
    day = day_text(one.decided_on)
    if one.replaced_by is not None:
        corrected = translate("Decisions", "corrected")
        return f"{day} · {corrected}"
    return " · ".join([day, *(each.name for each in one.people)])
