"""The card with what is changed: a text or macro, or how the firm writes."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.language import translate
from app.views.texts.drafts import MACROS, STYLE, TEXTS
from app.views.texts.form import TextForm
from app.views.texts.listing import DOWN, UP
from app.views.texts.style_form import StyleForm
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

WIDEST = 680
REMOVE = "remove"
ICONS = {UP: "chevron-up", DOWN: "chevron-down", REMOVE: "trash"}


class TextCard(Panel):
    """Its head with what can be done to it, its form, and whether that is saved."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("card")
        self.setMaximumWidth(WIDEST)
        self._tab, self._stored_name = TEXTS, ""
        self._unsaved, self._overtaken = False, False
        self._name = ElidedLabel(face="title")
        self.buttons = {name: icon_button(self) for name in ICONS}
        self.form, self.style_form = TextForm(theme, self), StyleForm(theme, self)
        self.status = PlainLabel(tone="muted", wrap=True)
        self.revert, self.save = button("quiet", self), button("primary", self)
        head = QHBoxLayout()
        head.setSpacing(TIGHT)
        head.addWidget(self._name, 1)
        head.addStretch(0)
        for made in self.buttons.values():
            head.addWidget(made)
        below = QHBoxLayout()
        below.setSpacing(SMALL)
        below.addWidget(self.status, 1)
        below.addWidget(self.revert)
        below.addWidget(self.save)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(WIDE, MEDIUM, WIDE, LARGE)
        inside.setSpacing(SMALL)
        inside.addLayout(head)
        inside.addWidget(self.form)
        inside.addWidget(self.style_form)
        inside.addLayout(below)
        self.dress()

    def show_head(self, tab: str, name: str, movable: Mapping[str, bool]) -> None:
        """Show whose card it is: a stored name, "" for a new one."""
        self._tab, self._stored_name = tab, name
        self.form.setVisible(tab != STYLE)
        self.style_form.setVisible(tab == STYLE)
        for act, made in self.buttons.items():
            made.setVisible(bool(name) and tab != STYLE)
            made.setEnabled(movable.get(act, True))
        self._say_head()

    def show_status(self, *, unsaved: bool, overtaken: bool) -> None:
        """Show whether it is saved; overtaken when another wording was, meanwhile."""
        self._unsaved, self._overtaken = unsaved, overtaken
        kept = translate("TextsPage", "Not saved yet")
        late = translate("TextsPage", "Changed elsewhere meanwhile; saving puts this in its place.")
        self.status.setText((late if overtaken else kept) if unsaved else "")
        self.status.set_tone("warn" if overtaken else "muted")
        self.revert.setVisible(unsaved)
        self.save.setEnabled(unsaved)

    @override
    def retranslate(self) -> None:
        self.revert.setText(translate("TextsPage", "As it was"))
        self.save.setText(translate("TextsPage", "Save"))
        self.save.setToolTip("Ctrl+Enter")
        self._say_head()
        self.show_status(unsaved=self._unsaved, overtaken=self._overtaken)

    @override
    def redress(self) -> None:
        for name, made in self.buttons.items():
            made.setIcon(self.theme.icon(ICONS[name], "muted", 16))

    def _say_head(self) -> None:
        new = {
            TEXTS: translate("TextsPage", "New text"),
            MACROS: translate("TextsPage", "New macro"),
            STYLE: translate("TextsPage", "How you write"),
        }[self._tab]
        self._name.setText(self._stored_name or new)
        tips = {
            UP: translate("TextsPage", "Offer {name} earlier"),
            DOWN: translate("TextsPage", "Offer {name} later"),
            REMOVE: translate("TextsPage", "Throw {name} away"),
        }
        for act, made in self.buttons.items():
            made.setToolTip(tips[act].format(name=f"“{self._stored_name}”"))
            made.setAccessibleName(made.toolTip())
