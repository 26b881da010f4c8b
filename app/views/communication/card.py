"""The card with what is changed: a post, a statement or a list, and who was told of it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.communication.informing import Telling
from app.views import moments
from app.views.communication.check_strip import CheckStrip
from app.views.communication.circle_form import CircleForm
from app.views.communication.fields import Form
from app.views.communication.post_form import PostForm
from app.views.communication.said_form import SaidForm
from app.views.communication.typed import LISTS, POSTS, STATEMENTS, Circle, Post, Said, Typed
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

WIDEST = 720
MOST_TOLD = 8
WAYS = {
    "mail": QT_TRANSLATE_NOOP("Communication", "by mail"),
    "phone": QT_TRANSLATE_NOOP("Communication", "by phone"),
    "talk": QT_TRANSLATE_NOOP("Communication", "in person"),
    "chat": QT_TRANSLATE_NOOP("Communication", "in a chat"),
}
NEW = {
    POSTS: QT_TRANSLATE_NOOP("Communication", "New post"),
    STATEMENTS: QT_TRANSLATE_NOOP("Communication", "New statement"),
    LISTS: QT_TRANSLATE_NOOP("Communication", "New list"),
}


class Card(Panel):
    """Its head, the form of its kind, the checklist of a post, who was told, and whether saved.

    Attributes:
        below: whether it is saved, and the buttons; the page keeps it in sight.

    Signals:
        edited(): the owner changed something.
        save_wanted(), revert_wanted(), remove_wanted(), tell_wanted(): what the buttons say.
    """

    edited = Signal()
    save_wanted = Signal()
    revert_wanted = Signal()
    remove_wanted = Signal()
    tell_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("card")
        self.setMaximumWidth(WIDEST)
        self._tab, self._stored = POSTS, ""
        self._unsaved = self._overtaken = False
        self._told: Sequence[Telling] = ()
        self._now: datetime | None = None
        self._name = ElidedLabel(face="title")
        self.tell, self.remove = button("", self), icon_button(self)
        self.post, self.said = PostForm(theme, self), SaidForm(theme, self)
        self.circle, self.checks = CircleForm(theme, self), CheckStrip(theme, self)
        self.told = PlainLabel(face="small", tone="muted", wrap=True, selectable=True)
        self._told_head = PlainLabel(face="section")
        self.status = PlainLabel(tone="muted", wrap=True)
        self.below = QWidget(parent)
        self.revert, self.save = button("quiet", self.below), button("primary", self.below)
        for form in (self.post, self.said, self.circle):
            form.edited.connect(self.edited)
        self.save.clicked.connect(self.save_wanted)
        self.revert.clicked.connect(self.revert_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.tell.clicked.connect(self.tell_wanted)
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        head, below = QHBoxLayout(), QHBoxLayout(self.below)
        head.setSpacing(TIGHT)
        head.addWidget(self._name, 1)
        head.addStretch(0)
        head.addWidget(self.tell)
        head.addWidget(self.remove)
        self.below.setMaximumWidth(WIDEST)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SMALL)
        below.addWidget(self.status, 1)
        below.addWidget(self.revert)
        below.addWidget(self.save)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(WIDE, MEDIUM, WIDE, LARGE)
        inside.setSpacing(SMALL)
        inside.addLayout(head)
        for part in (self.post, self.said, self.circle):
            inside.addWidget(part)
        for below_it in (self.checks, self._told_head, self.told):
            inside.addWidget(below_it)

    @property
    def typed(self) -> Typed:
        """What stands in the form."""
        if self._tab == POSTS:
            return self.post.typed
        return self.said.typed if self._tab == STATEMENTS else self.circle.typed

    @property
    def is_begun(self) -> bool:
        """Whether the owner is about to type a name."""
        return self._form.first.hasFocus()

    @property
    def _form(self) -> Form:
        return {POSTS: self.post, STATEMENTS: self.said, LISTS: self.circle}[self._tab]

    def show_typed(self, tab: str, typed: Typed, *, stored: str) -> None:
        """Show what is kept or typed; `stored` is its name in the store, "" for a new one."""
        self._tab, self._stored = tab, stored
        self.post.setVisible(tab == POSTS)
        self.said.setVisible(tab == STATEMENTS)
        self.circle.setVisible(tab == LISTS)
        if isinstance(typed, Post):
            self.post.show_typed(typed)
        elif isinstance(typed, Said):
            self.said.show_typed(typed)
        elif isinstance(typed, Circle):
            self.circle.show_typed(typed)
        self.checks.setVisible(tab == POSTS and bool(stored))
        for made in (self.tell, self.remove):
            made.setVisible(bool(stored))
        self._say_head()

    def show_status(self, *, unsaved: bool, overtaken: bool) -> None:
        """Show whether it is saved; overtaken when another wording was, meanwhile."""
        self._unsaved, self._overtaken = unsaved, overtaken
        kept = translate("Communication", "Not saved yet")
        late = translate(
            "Communication", "Changed elsewhere meanwhile; saving puts this in its place."
        )
        self.status.setText((late if overtaken else kept) if unsaved else "")
        self.status.set_tone("warn" if overtaken else "muted")
        self.revert.setVisible(unsaved)
        self.save.setEnabled(unsaved)

    def show_told(self, told: Sequence[Telling], now: datetime) -> None:
        """Show who was told of it, the newest first."""
        self._told, self._now = told, now
        self._say_told()

    def focus(self) -> None:
        """Let the owner type."""
        self._form.first.setFocus()

    @override
    def retranslate(self) -> None:
        self.revert.setText(translate("Communication", "As it was"))
        self.save.setText(translate("Communication", "Save"))
        self.save.setToolTip("Ctrl+Enter")
        self.tell.setText(" " + translate("Communication", "Tell …"))
        self.tell.setToolTip(
            translate("Communication", "Tell the people on a list, and write down that they were")
        )
        self._told_head.setText(translate("Communication", "Told"))
        self.told.setAccessibleName(self._told_head.text())
        self._say_head()
        self._say_told()
        self.show_status(unsaved=self._unsaved, overtaken=self._overtaken)

    @override
    def redress(self) -> None:
        self.tell.setIcon(self.theme.icon("users"))
        self.remove.setIcon(self.theme.icon("trash", "muted", 16))

    def _say_head(self) -> None:
        self._name.setText(self._stored or translate("Communication", NEW[self._tab]))
        tip = translate("Communication", "Throw {name} away").format(name=f"“{self._stored}”")
        self.remove.setToolTip(tip)
        self.remove.setAccessibleName(tip)

    def _say_told(self) -> None:
        shown = bool(self._told) and bool(self._stored) and self._now is not None
        self._told_head.setVisible(shown)
        self.told.setVisible(shown)
        if shown and self._now is not None:
            now = self._now
            self.told.setText("\n".join(_told_line(one, now) for one in self._told[:MOST_TOLD]))


def _told_line(one: Telling, now: datetime) -> str:
    names = ", ".join(person.name for person in one.people)
    when, how = moments.full_moment(one.told_at, now), translate("Communication", WAYS[one.how])
    return f"{when}, {how}  ·  {one.subject}: {names}"
