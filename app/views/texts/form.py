"""One text or macro to change: its name, its words, what they are for, and how they will read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.macros import Action
from app.services.tickets.lists import Lists
from app.services.tickets.text_previews import Preview
from app.views import channel_looks
from app.views.language import translate
from app.views.texts.action_rows import ActionRows
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL, TIGHT
from app.views.widgets.buttons import ChoiceButton, popup_below
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

BODY_HEIGHT = 170
LANGUAGES = {"nl": "Nederlands", "en": "English"}
PURPOSES = {
    "answer": QT_TRANSLATE_NOOP("TextsPage", "An answer you choose"),
    "reaction": QT_TRANSLATE_NOOP("TextsPage", "First reaction"),
    "reaction_promise": QT_TRANSLATE_NOOP("TextsPage", "First reaction with a promise"),
    "out_of_hours": QT_TRANSLATE_NOOP("TextsPage", "First reaction when closed"),
    "extension": QT_TRANSLATE_NOOP("TextsPage", "Later than promised"),
    "public": QT_TRANSLATE_NOOP("TextsPage", "Public line"),
    "private": QT_TRANSLATE_NOOP("TextsPage", "Private message"),
    "closing": QT_TRANSLATE_NOOP("TextsPage", "Closing public line"),
    "question": QT_TRANSLATE_NOOP("TextsPage", "Question to a colleague"),
    "phone": QT_TRANSLATE_NOOP("TextsPage", "Note of a phone call"),
}
ASKED = "answer"
"""The purpose of texts whose open places the owner is asked for when he uses them."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text or macro as it stands in the form; a macro has no language, purpose or channels."""

    name: str = ""
    body: str = ""
    language: str = "nl"
    purpose: str = ASKED
    kinds: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()


class KindsButton(ChoiceButton):
    """Shows the channels of a text; its menu ticks them.

    Signals:
        ticked(): another choice.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds: tuple[str, ...] = ()
        self._ticks = QMenu(self)
        self._ticks.triggered.connect(self._on_ticked)
        self.clicked.disconnect()
        self.clicked.connect(self._on_open)

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """Show which are chosen, none for all."""
        self.kinds = tuple(sorted(kinds))
        self._ticks.clear()
        for kind in dict.fromkeys((*channel_looks.NAMES, *self.kinds)):
            action = QAction(channel_looks.name_of(kind), self._ticks)
            action.setData(kind)
            action.setCheckable(True)
            action.setChecked(kind in self.kinds)
            self._ticks.addAction(action)
        name = translate("TextsPage", "Channels")
        names = ", ".join(map(channel_looks.name_of, self.kinds))
        shown = names or translate("TextsPage", "All channels")
        self.show_as(shown)
        self.setToolTip(name)
        self.setAccessibleName(f"{name}: {shown}")

    def tick(self, kind: str) -> None:
        """Choose a channel, or no longer, as a click would."""
        for action in self._ticks.actions():
            if action.data() == kind:
                action.trigger()
                return

    def _on_open(self) -> None:
        popup_below(self, self._ticks)

    def _on_ticked(self, _action: QAction) -> None:
        chosen = [one.data() for one in self._ticks.actions() if one.isChecked()]
        self.kinds = tuple(sorted(chosen))
        self.ticked.emit()


class TextForm(Panel):
    """Shows one text or macro.

    Signals:
        edited(): the owner changed something.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._quiet = False
        self._macro = False
        self._language, self._purpose = "nl", ASKED
        self._preview: Preview | None = None
        self._labels = {name: PlainLabel(face="section") for name in ("name", "body")}
        self.name, self.body = QLineEdit(self), QPlainTextEdit(self)
        self.body.setTabChangesFocus(True)
        self.body.setFixedHeight(BODY_HEIGHT)
        self.purpose, self.language = ChoiceButton(self), ChoiceButton(self)
        self.kinds = KindsButton(self)
        self.rows = ActionRows(theme, self)
        self.rows.hide()
        self._places = PlainLabel(face="small", tone="muted", wrap=True)
        self._about = PlainLabel(face="section")
        self._shown = QFrame(self)
        self._shown.setProperty("ground", "ours")
        self.preview = PlainLabel(wrap=True, selectable=True)
        self._warn = QFrame(self)
        self._warn.setProperty("ground", "warn")
        self.warning = PlainLabel(wrap=True)
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        for frame, label in ((self._shown, self.preview), (self._warn, self.warning)):
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
            inside.addWidget(label)
        choices = QHBoxLayout()
        choices.setSpacing(SMALL)
        for choice in (self.purpose, self.language, self.kinds):
            choices.addWidget(choice)
        choices.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._labels["name"])
        column.addWidget(self.name)
        column.addSpacing(TIGHT)
        column.addLayout(choices)
        column.addSpacing(TIGHT)
        column.addWidget(self._labels["body"])
        column.addWidget(self.body)
        column.addWidget(self._places)
        column.addWidget(self.rows)
        column.addSpacing(SMALL)
        column.addWidget(self._about)
        column.addWidget(self._shown)
        column.addWidget(self._warn)

    def _connect(self) -> None:
        self.name.textEdited.connect(self._on_edited)
        self.body.textChanged.connect(self._on_edited)
        self.rows.changed.connect(self._on_edited)
        self.kinds.ticked.connect(self._on_kinds)
        self.purpose.chosen.connect(self._on_purpose)
        self.language.chosen.connect(self._on_language)

    @property
    def typed(self) -> Typed:
        """What stands in the form."""
        name, body = self.name.text(), self.body.toPlainText()
        if self._macro:
            return Typed(name, body, actions=self.rows.actions_)
        return Typed(name, body, self._language, self._purpose, self.kinds.kinds)

    def show_typed(self, typed: Typed, *, macro: bool, lists: Lists) -> None:
        """Show a text or a macro; nothing is told of it."""
        if typed == self.typed and macro == self._macro and self.rows.actions_ == typed.actions:
            return  # the cursor stays where it is
        self._quiet = True
        self._macro = macro
        self._language, self._purpose = typed.language, typed.purpose
        self.name.setText(typed.name)
        self.body.setPlainText(typed.body)
        self.kinds.show_kinds(typed.kinds)
        self.rows.show_actions(typed.actions, lists)
        for choice in (self.purpose, self.language, self.kinds):
            choice.setHidden(macro)
        self.rows.setVisible(macro)
        self.show_preview(None)
        self._offer()
        self._quiet = False

    def show_preview(self, preview: Preview | None) -> None:
        """Show how the text reads, and what stays open in it; None for no text."""
        self._preview = preview
        there = preview is not None and bool(preview.text.strip())
        for part in (self._about, self._shown):
            part.setVisible(there)
        lines = self._warnings(preview) if preview is not None else []
        self._warn.setVisible(bool(lines))
        self.warning.setText("\n".join(lines))
        if preview is None:
            return
        self.preview.setText(preview.text)
        told = translate("TextsPage", "As {name} would read it, in message {number}")
        made_up = translate("TextsPage", "As a customer would read it")
        known = preview.number is not None
        name = preview.customer or "…"
        self._about.setText(told.format(name=name, number=preview.number) if known else made_up)

    def _warnings(self, preview: Preview) -> list[str]:
        asked = translate(
            "TextsPage", "Nothing is known for {places}: you are asked when you use it."
        )
        stops = translate("TextsPage", "Nothing is known for {places}: this cannot be sent so.")
        idle = translate(
            "TextsPage", "Nothing ever fills {places}: what you gave instead always stands there."
        )
        own = asked if self._macro or self._purpose == ASKED else stops
        told = ((own, preview.missing), (idle, preview.idle))
        return [text.format(places=_places(names)) for text, names in told if names]

    @override
    def retranslate(self) -> None:
        for name, text in {
            "name": translate("TextsPage", "Name"),
            "body": translate("TextsPage", "Text"),
        }.items():
            self._labels[name].setText(text)
        self.name.setAccessibleName(self._labels["name"].text())
        self.body.setAccessibleName(self._labels["body"].text())
        self.preview.setAccessibleName(translate("TextsPage", "How it reads"))
        self._places.setText(
            translate(
                "TextsPage",
                "Filled in for you: {places}. Behind a bar what stands there without one: "
                "{example}. For je and u: {forms}",
            ).format(
                places="{naam} {nummer} {onderwerp} {winkel} {opening} {moment}",
                example="{naam|klant}",
                forms="{je:je|u:uw}",
            )
        )
        self.kinds.show_kinds(self.kinds.kinds)
        self._offer()
        self.show_preview(self._preview)

    def _offer(self) -> None:
        purposes = [(key, translate("TextsPage", text)) for key, text in PURPOSES.items()]
        self.purpose.set_choices(translate("TextsPage", "Used for"), purposes, self._purpose)
        languages = list(LANGUAGES.items())
        self.language.set_choices(translate("TextsPage", "Language"), languages, self._language)

    def _on_edited(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def _on_kinds(self) -> None:
        self.kinds.show_kinds(self.kinds.kinds)
        self._offer()
        self._on_edited()

    def _on_purpose(self, key: str) -> None:
        self._purpose = key
        self._offer()
        self._on_edited()

    def _on_language(self, key: str) -> None:
        self._language = key
        self._offer()
        self._on_edited()


def _places(names: Sequence[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
