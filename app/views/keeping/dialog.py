"""A ticket on its way into the handbook: what it says, what was masked, and where it goes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.handbook.from_case import Part
from app.models.rules.handbook.pages import slug
from app.models.rules.masking.kinds import Kind
from app.models.rules.masking.text import Mask
from app.services.handbook.cases import CaseDraft, Place, Target
from app.views.keeping.masked_text import MaskedText
from app.views.language import translate
from app.views.tokens import MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.labels import PlainLabel

WIDTH, TEXT_HEIGHT, LIST_WIDTH = 900, 330, 300
NEW = ""
"""The key of the choice to make an article."""

KINDS = {
    Kind.NAME: QT_TRANSLATE_NOOP("Keeping", "name"),
    Kind.MAIL: QT_TRANSLATE_NOOP("Keeping", "e-mail"),
    Kind.PHONE: QT_TRANSLATE_NOOP("Keeping", "phone"),
    Kind.IBAN: QT_TRANSLATE_NOOP("Keeping", "IBAN"),
    Kind.BSN: QT_TRANSLATE_NOOP("Keeping", "citizen number"),
    Kind.CARD: QT_TRANSLATE_NOOP("Keeping", "card number"),
    Kind.POSTCODE: QT_TRANSLATE_NOOP("Keeping", "postcode"),
    Kind.STREET: QT_TRANSLATE_NOOP("Keeping", "address"),
    Kind.ORDER: QT_TRANSLATE_NOOP("Keeping", "order number"),
    Kind.INVOICE: QT_TRANSLATE_NOOP("Keeping", "invoice number"),
    Kind.CUSTOMER: QT_TRANSLATE_NOOP("Keeping", "customer number"),
    Kind.NUMBER: QT_TRANSLATE_NOOP("Keeping", "number"),
    Kind.PARCEL: QT_TRANSLATE_NOOP("Keeping", "parcel number"),
    Kind.BIRTH: QT_TRANSLATE_NOOP("Keeping", "date of birth"),
    Kind.PLATE: QT_TRANSLATE_NOOP("Keeping", "licence plate"),
    Kind.LINK: QT_TRANSLATE_NOOP("Keeping", "link"),
    Kind.HANDLE: QT_TRANSLATE_NOOP("Keeping", "account"),
}


class KeepingDialog(QDialog):
    """The draft on the left, what was masked on the right with a tick each, below where it goes."""

    def __init__(self, parent: QWidget, draft: CaseDraft, targets: Sequence[Target]) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Keeping", "Keep in the handbook"))
        self._draft = draft
        self._targets: Mapping[str, Target] = {str(one.page_id): one for one in targets}
        self._target, self._part = NEW, Part.EXAMPLE.value
        self.title = QLineEdit(draft.title, self)
        self.title.setAccessibleName(translate("Keeping", "What the article is called"))
        self.words = MaskedText(self)
        self.words.setAccessibleName(translate("Keeping", "What it says"))
        self.words.show_masked(draft.text, draft.masks)
        self.masks = QListWidget(self)
        self.masks.setAccessibleName(translate("Keeping", "What was masked"))
        self.target, self.part = ChoiceButton(parent=self), ChoiceButton(parent=self)
        self.term = QLineEdit(self)
        self.term.setPlaceholderText(translate("Keeping", "The word that is explained"))
        self.term.setAccessibleName(self.term.placeholderText())
        self.stay, self.go = button("", self), button("primary", self)
        self.stay.setText(translate("Keeping", "Cancel"))
        self.go.setText(translate("Keeping", "Save"))
        self._fill_masks()
        self._lay_out()
        self.masks.currentRowChanged.connect(self._on_looked)
        self.masks.itemChanged.connect(self._on_ticked)
        self.target.chosen.connect(self._on_target)
        self.part.chosen.connect(self._on_part)
        for field in (self.title, self.term):
            field.textChanged.connect(self._allow)
        self.words.textChanged.connect(self._allow)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        self._show_target()
        self.words.setFocus()

    @property
    def place(self) -> Place | None:
        """Where it goes; None for a new article."""
        target = self._targets.get(self._target)
        if target is None:
            return None
        if self._part.isdecimal():
            return Place(target.page_id, Part.STEP, step=int(self._part))
        return Place(target.page_id, Part(self._part), name=self.term.text())

    @property
    def _all(self) -> tuple[Mask, ...]:
        return (*self._draft.title_masks, *self._draft.masks)

    def _lay_out(self) -> None:
        texts, masked = QVBoxLayout(), QVBoxLayout()
        for layout, fields in ((texts, (self.title, self.words)), (masked, (self.masks,))):
            layout.setSpacing(SMALL)
            for field in fields:
                layout.addWidget(PlainLabel(field.accessibleName(), face="small", tone="muted"))
                layout.addWidget(field)
        self.words.setMinimumHeight(TEXT_HEIGHT)
        self.masks.setFixedWidth(LIST_WIDTH)
        how = translate("Keeping", "Take a tick off to show it. Look for names that were missed.")
        masked.addWidget(PlainLabel(how, face="small", tone="muted", wrap=True))
        columns = QHBoxLayout()
        columns.setSpacing(MEDIUM)
        columns.addLayout(texts, 1)
        columns.addLayout(masked)
        below = QHBoxLayout()
        below.setSpacing(SMALL)
        below.addWidget(self.target)
        below.addWidget(self.part)
        below.addWidget(self.term)
        below.addStretch(1)
        below.addWidget(self.stay)
        below.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        whole.setSpacing(MEDIUM)
        whole.addLayout(columns)
        whole.addLayout(below)
        self.setMinimumWidth(WIDTH)

    def _fill_masks(self) -> None:
        for one in self._all:
            kind = translate("Keeping", KINDS[one.kind])
            original = " ".join(one.original.split())
            item = QListWidgetItem(f"{original}  ·  {kind}", self.masks)
            item.setToolTip(original)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        if not self._all:
            item = QListWidgetItem(translate("Keeping", "Nothing"), self.masks)
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _show_target(self) -> None:
        new = (NEW, translate("Keeping", "A new article"))
        choices = [new, *((key, one.title) for key, one in self._targets.items())]
        self.target.set_choices(translate("Keeping", "Where it goes"), choices, self._target)
        target = self._targets.get(self._target)
        self.title.setEnabled(target is None)
        steps = target.steps if target is not None else None
        self.part.setVisible(steps is not None)
        parts = [
            (Part.EXAMPLE.value, translate("Keeping", "An example under its purpose")),
            (Part.TERM.value, translate("Keeping", "A term")),
            *((str(number), text) for number, text in steps or ()),
        ]
        self.part.set_choices(translate("Keeping", "What it is there"), parts, self._part)
        self.term.setVisible(steps is not None and self._part == Part.TERM.value)
        self._allow()

    def _on_target(self, key: str) -> None:
        self._target, self._part = key, Part.EXAMPLE.value
        self._show_target()

    def _on_part(self, key: str) -> None:
        self._part = key
        self._show_target()

    def _on_looked(self, row: int) -> None:
        number = row - len(self._draft.title_masks)
        if 0 <= number < len(self._draft.masks):
            self.words.look_at(number)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        row = self.masks.row(item)
        masked = item.checkState() is Qt.CheckState.Checked
        titles = self._draft.title_masks
        if row < len(titles):
            done = self._change_title(titles[row], masked=masked)
        else:
            done = self.words.set_masked(row - len(titles), masked=masked)
        if not done:
            # Something else stands there by now: there is nothing left to show or to hide.
            with QSignalBlocker(self.masks):
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._allow()

    def _change_title(self, mask: Mask, *, masked: bool) -> bool:
        old, new = mask.placeholder, mask.original
        if masked:
            old, new = new, old
        text = self.title.text()
        self.title.setText(text.replace(old, new, 1))
        return old in text

    def _allow(self) -> None:
        named = bool(slug(self.title.text())) or self.place is not None
        explained = self.term.isHidden() or bool(self.term.text().strip())
        self.go.setEnabled(named and explained and bool(self.words.toPlainText().strip()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            if self.go.isEnabled():
                self.accept()
            return
        super().keyPressEvent(event)
