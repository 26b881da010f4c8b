"""The briefings, and one of them: a draft to write, or what was published and who has read it."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from app.models.rules.handbook.pages import Article
from app.services.learning.briefings import DAYS_TO_READ, BriefingInfo, Reader
from app.views import moments
from app.views.handbook.browser import PageBrowser
from app.views.handbook.typeset import Typesetter
from app.views.language import plural, translate
from app.views.learning.sheet import Sheet
from app.views.learning.words import day_of, day_text
from app.views.theme import Theme
from app.views.tokens import SMALL
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.labels import PlainLabel

TERMS = (1, 3, DAYS_TO_READ, 14, 30)
READERS_HEIGHT = 132
COLLEAGUE = Qt.ItemDataRole.UserRole
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class BriefingSheet(Sheet):
    """Shows briefings.

    Signals:
        typed(): the draft on screen says something else now.
        publish_wanted(int): the draft on screen, to be read within so many days.
        remove_wanted(), copy_wanted(), mail_wanted(): the one on screen.
        read_wanted(int, bool): a colleague has read it, or has not after all.
        page_wanted(str): the key of a page that it links to.
    """

    typed = Signal()
    publish_wanted = Signal(int)
    remove_wanted = Signal()
    copy_wanted = Signal()
    mail_wanted = Signal()
    read_wanted = Signal(int, bool)
    page_wanted = Signal(str)

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._found: Sequence[BriefingInfo] = ()
        self._one: BriefingInfo | None = None
        self._keys: Collection[str] = ()
        self._filling = False
        self._days = DAYS_TO_READ
        self.title, self.facts = PlainLabel(face="title", wrap=True), PlainLabel(tone="muted")
        self.facts.setWordWrap(True)
        self.name, self.text = QLineEdit(self), QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.browser = PageBrowser(self)
        self._who = PlainLabel(face="section")
        self.readers = QListWidget(self)
        self.readers.setFixedHeight(READERS_HEIGHT)
        self.term = ChoiceButton(self)
        self.publish, self.remove = button("primary", self), button("quiet", self)
        self.copy, self.mail = button("quiet", self), button("", self)
        self._fill_card()
        self._connect()
        self.dress()

    def _fill_card(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(SMALL)
        below.addWidget(self.remove)
        below.addWidget(self.copy)
        below.addStretch(1)
        for last in (self.term, self.publish, self.mail):
            below.addWidget(last)
        for part in (self.title, self.name, self.facts, self.text, self.browser, self._who):
            self.inside.addWidget(part)
        self.inside.addWidget(self.readers)
        self.inside.addLayout(below)
        self.inside.setStretchFactor(self.text, 1)
        self.inside.setStretchFactor(self.browser, 1)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._on_typed)
        self.text.textChanged.connect(self._on_typed)
        self.term.chosen.connect(self._on_term)
        self.publish.clicked.connect(self._on_publish)
        self.remove.clicked.connect(self.remove_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.mail.clicked.connect(self.mail_wanted)
        self.readers.itemChanged.connect(self._on_ticked)
        self.browser.page_wanted.connect(self.page_wanted)

    @property
    def one(self) -> BriefingInfo | None:
        """The briefing on screen, as it is stored."""
        return self._one

    def show_briefings(
        self,
        found: Sequence[BriefingInfo],
        one: BriefingInfo | None,
        keys: Collection[str],
        *,
        typing: bool = False,
    ) -> None:
        """Show briefings, and one of them.

        Args:
            keys: of the pages that its links can lead to.
            typing: what is being typed stays as it is.
        """
        self._found, self._one, self._keys = found, one, keys
        self.show_state(one.id if one else None, is_empty=not found)
        if one is not None and not typing:
            self._filling = True
            if self.name.text().strip() != one.title:
                self.name.setText(one.title)
            if self.text.toPlainText().strip() != one.text.strip():  # else the cursor would move
                self.text.setPlainText(one.text)
            self._filling = False
        self._show()

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(translate("Briefings", "Briefings"))
        self.add.setText(" " + translate("Briefings", "New briefing"))
        self.name.setAccessibleName(translate("Briefings", "Title"))
        self.text.setAccessibleName(translate("Briefings", "What the briefing tells"))
        self.browser.setAccessibleName(self.text.accessibleName())
        self.readers.setAccessibleName(translate("Briefings", "Who has read it"))
        self.publish.setText(translate("Briefings", "Publish"))
        self.remove.setText(translate("Briefings", "Throw away"))
        self.copy.setText(" " + translate("Briefings", "Copy"))
        self.mail.setText(" " + translate("Briefings", "Mail to who has not read it"))
        self.empty.say(
            "bell",
            translate("Briefings", "What changed, told in one go"),
            translate(
                "Briefings",
                "Balie gathers what changed in the handbook, the rules, the hours, the texts and "
                "the decisions. You make it your own, publish it, and see who has read it.",
            ),
            action=translate("Briefings", "Make the first briefing"),
        )
        self._show()

    @override
    def redress(self) -> None:
        super().redress()
        self.copy.setIcon(self.theme.icon("copy"))
        self.mail.setIcon(self.theme.icon("mail"))
        self._show()

    def _show(self) -> None:
        one = self._one
        entries = [(each.id, each.title, _below(each)) for each in self._found]
        self.show_entries(entries, one.id if one else None)
        if one is None:
            return
        published = one.published_at is not None
        final: Sequence[QWidget] = (
            self.title, self.browser, self._who, self.readers, self.mail,
        )  # fmt: skip
        draft: Sequence[QWidget] = (self.name, self.text, self.term, self.publish, self.remove)
        for part in final:
            part.setVisible(published)
        for part in draft:
            part.setVisible(not published)
        self.title.setText(one.title)
        self.facts.setText(_facts(one))
        if published:
            setter = Typesetter(self.theme, self._keys)
            setter.write(self.browser.document(), Article(title=one.title, body=one.text))
            self._show_readers(one)
            return
        choices = [(str(days), _within(days)) for days in TERMS]
        self.term.set_choices(translate("Briefings", "To be read"), choices, str(self._days))

    def _show_readers(self, one: BriefingInfo) -> None:
        told = translate("Briefings", "Read by {read} of {count}")
        self._who.setText(told.format(read=one.read, count=len(one.readers)))
        self.mail.setEnabled(any(each.read_at is None for each in one.readers))
        at = self.readers.currentRow()
        self._filling = True
        self.readers.clear()
        for reader in one.readers:
            item = QListWidgetItem(self._reader(reader))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(OFF if reader.read_at is None else ON)
            item.setData(COLLEAGUE, reader.colleague)
            if reader.overdue:
                item.setIcon(self.theme.icon("alert-triangle", "danger"))
            self.readers.addItem(item)
        self.readers.setCurrentRow(at)
        self._filling = False

    def _reader(self, reader: Reader) -> str:
        if reader.read_at is not None:
            return f"{reader.name} · {moments.full_moment(reader.read_at, self._now())}"
        late = translate("Briefings", "should have read it by now")
        waits = translate("Briefings", "not read yet")
        return f"{reader.name} · {late if reader.overdue else waits}"

    def _on_typed(self) -> None:
        if not self._filling:
            self.typed.emit()

    def _on_term(self, days: str) -> None:
        self._days = int(days)
        self._show()

    def _on_publish(self) -> None:
        self.publish_wanted.emit(self._days)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        if not self._filling:
            self.read_wanted.emit(int(item.data(COLLEAGUE)), item.checkState() == ON)


def _within(days: int) -> str:
    return plural("Briefings", "To be read within %n day(s)", days)


def _facts(one: BriefingInfo) -> str:
    told = translate("Briefings", "What changed from {first} to {last}")
    about = told.format(first=day_of(one.since), last=day_of(one.until))
    if one.published_at is None or one.due_on is None:
        draft = translate("Briefings", "Draft: nobody sees it yet. What you type is kept.")
        return f"{about} · {draft}"
    published = translate("Briefings", "Published on {day}, to be read by {due}")
    day = day_of(one.published_at)
    return f"{about} · {published.format(day=day, due=day_text(one.due_on))}"


def _below(one: BriefingInfo) -> str:
    if one.published_at is None:
        return translate("Briefings", "Draft")
    told = translate("Briefings", "Read by {read} of {count}")
    shown = told.format(read=one.read, count=len(one.readers))
    late = len(one.overdue)
    return f"{shown} · {plural('Briefings', '%n too late', late)}" if late else shown
