"""One message of the timeline."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.tickets.inbox import MessageInfo
from app.views import moments, sentences
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.ticket.attachments import AttachmentChips
from app.views.ticket.blocked import NEVER, NOW, BlockedPictures
from app.views.ticket.body import BodyView
from app.views.ticket.delivery import DeliveryLine
from app.views.ticket.term_marks import TermMarks
from app.views.ticket.there import ThereLine, has_line
from app.views.tokens import LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button, icon_button, popup_below
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

GROUNDS = {"in": "card", "out": "ours", "note": "note"}


class MessageCard(Panel):
    """A card with the author, what he wrote, his files, and for ours how far it got.

    Args:
        width: pixels that it is going to have, where that is known.

    Signals:
        acted(str, int): see DeliveryLine.
        link_clicked(str, list): where a link goes, and what it shows.
        save_wanted(int, str), open_wanted(int, str): an attachment's id and name.
        images_wanted(int): the original is shown and needs the message's own pictures.
        pictures_wanted(int, str): whether the original has its pictures from the internet: NOW,
            ALWAYS or NEVER for this sender.
        split_wanted(int): a conversation of its own begins with this message.
    """

    acted = Signal(str, int)
    link_clicked = Signal(str, list)
    save_wanted = Signal(int, str)
    open_wanted = Signal(int, str)
    images_wanted = Signal(int)
    pictures_wanted = Signal(int, str)
    split_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        message: MessageInfo,
        parent: QWidget,
        *,
        width: int = 0,
    ) -> None:
        super().__init__(theme, parent)
        self._now = now
        self.message = message
        self._images: Mapping[str, QImage] = {}
        self._html = message.html
        self._asked = False
        self._unfolded = False
        self._original = bool(message.html) and not message.text.strip()
        self.set_ground(GROUNDS.get(message.direction, "card"))
        self._author = ElidedLabel(face="strong", least=180)
        self._handle = ElidedLabel(face="small", tone="muted")
        self._time = PlainLabel(face="small", tone="muted")
        self.more = icon_button(self)
        self.more.clicked.connect(self._on_more)
        # What a message does not need is not made: making it is half of opening a ticket.
        self._warning = NewSenderWarning(theme, self) if message.new_sender else None
        self._machine = PlainLabel(face="small", tone="muted") if message.automatic else None
        self.there = ThereLine(theme, now, message, self) if has_line(message) else None
        self.body = BodyView(self, width=max(0, width - 2 * LARGE))
        self.body.link_clicked.connect(self.link_clicked)
        self.terms = TermMarks(self.body)
        self.quoted: BodyView | None = None
        self.fold = button("link", self) if message.quoted else None
        self.switch = button("link", self) if message.html else None
        self.blocked = BlockedPictures(theme, message, self) if message.remote else None
        self._column = QVBoxLayout(self)
        self.chips: AttachmentChips | None = None
        self.delivery: DeliveryLine | None = None
        self._lay_out()
        self.dress()

    @property
    def wants_images(self) -> bool:
        """Whether the original is shown from the start."""
        return self._original

    @property
    def _is_question(self) -> bool:
        return self.message.direction == "note" and self.message.delivery is not None

    @property
    def _is_from_colleague(self) -> bool:
        # The owner's own notes go to nobody.
        note = self.message.direction == "note"
        return note and self.message.delivery is None and bool(self.message.recipients)

    def _author_name(self) -> str:
        message = self.message
        if self._is_question:
            text = translate("MessageCard", "Internal: to {name}")
            return text.format(name=", ".join(message.recipients))
        if self._is_from_colleague:
            return translate("MessageCard", "Internal: {name}").format(name=message.author)
        names = {
            "out": translate("MessageCard", "You"),
            "note": translate("MessageCard", "Internal note"),
        }
        return names.get(message.direction, message.author)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._author)
        head.addWidget(self._handle)
        head.addStretch(1)
        if self._machine is not None:
            head.addWidget(self._machine)
        head.addWidget(self._time)
        head.addWidget(self.more)
        layout = self._column
        layout.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        layout.setSpacing(SMALL)
        layout.addLayout(head)
        for part in (self._warning, self.there, self.blocked, self.body):
            if part is not None:
                layout.addWidget(part)
        self._lay_out_links()
        files = [file for file in self.message.attachments if not file.inline]
        if files:
            self.chips = AttachmentChips(self.theme, files, self)
            self.chips.save_wanted.connect(self.save_wanted)
            self.chips.open_wanted.connect(self.open_wanted)
            layout.addWidget(self.chips)
        if self.message.direction == "out" or self._is_question:
            self.delivery = DeliveryLine(self.theme, self._now, self.message, self)
            self.delivery.acted.connect(self.acted)
            layout.addWidget(self.delivery)
        self._handle.setVisible(self.message.direction == "in")

    def _lay_out_links(self) -> None:
        if self.there is not None:
            self.there.link_clicked.connect(self.link_clicked)
        if self.blocked is not None:
            self.blocked.wanted.connect(self._on_pictures_wanted)
        if self.fold is None and self.switch is None:
            return
        links = QHBoxLayout()
        links.setSpacing(SMALL)
        for link, heard in ((self.fold, self._on_fold), (self.switch, self._on_switch)):
            if link is not None:
                link.clicked.connect(heard)
                links.addWidget(link)
        links.addStretch(1)
        self._column.addLayout(links)

    def give_images(self, images: Mapping[str, QImage]) -> None:
        """Put the pictures of the message itself where its HTML names them."""
        self._images = images
        if self._original and images:
            self._show_body()

    def give_pictures(self, html: str, images: Mapping[str, QImage]) -> None:
        """Show the original with its pictures from the internet."""
        self._html, self._images = html, {**self._images, **images}
        self._show_body()

    def ask_pictures(self) -> None:
        """Ask for the pictures of a sender who may show them, once."""
        if self._original and self.message.trusted and self.message.remote and not self._asked:
            self._on_pictures_wanted(NOW)

    @override
    def retranslate(self) -> None:
        message = self.message
        author = self._author_name()
        self._author.setText(author)
        same = message.author_handle == message.author
        self._handle.setText("" if same else message.author_handle)
        self._time.setText(moments.full_moment(message.created_at, self._now()))
        if self._machine is not None:
            self._machine.setText(sentences.word(sentences.MACHINES, message.automatic or ""))
        more = translate("MessageCard", "What can be done with this message")
        self.more.setToolTip(more)
        self.more.setAccessibleName(more)
        self._name_links()
        self.setAccessibleName(f"{author}, {self._time.text()}")
        self.body.setAccessibleName(translate("MessageCard", "Text of the message"))
        self._show_body()

    def _name_links(self) -> None:
        if self.fold is not None:
            lines = self.message.quoted.strip().count("\n") + 1
            self.fold.setText(
                translate("MessageCard", "Hide quoted text")
                if self._unfolded
                else plural("MessageCard", "Show quoted text (%n line(s))", lines)
            )
        if self.switch is not None:
            self.switch.setText(
                translate("MessageCard", "Show only the text")
                if self._original
                else translate("MessageCard", "Show the original")
            )
        if self.quoted is not None:
            self.quoted.setAccessibleName(translate("MessageCard", "Quoted text"))

    def _show_body(self) -> None:
        if self._original and self._html:
            self.body.show_html(self._html, self._images, self.theme.colours)
        else:
            text = self.message.text.strip()
            self.body.show_text(text or translate("MessageCard", "(no text)"))
        if self.fold is not None:
            self.fold.setVisible(not self._original)
        if self.blocked is not None:
            wanted = self._original and not self._asked
            self.blocked.setVisible(wanted and not self.message.trusted)
        if self.quoted is not None:
            self.quoted.setVisible(self._unfolded and not self._original)

    def _on_fold(self) -> None:
        self._unfolded = not self._unfolded
        if self.quoted is None:
            self.quoted = BodyView(self)
            self.quoted.link_clicked.connect(self.link_clicked)
            self._column.insertWidget(self._column.indexOf(self.body) + 1, self.quoted)
            self.quoted.show_text(self.message.quoted.strip())
        self._name_links()
        self._show_body()

    def _on_switch(self) -> None:
        self._original = not self._original
        self._name_links()
        self._show_body()
        if self._original:
            self.images_wanted.emit(self.message.id)
            self.ask_pictures()

    def _on_pictures_wanted(self, how: str) -> None:
        self._asked = True
        if self.blocked is not None:
            self.blocked.hide()
        self.pictures_wanted.emit(self.message.id, how)

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        copy = QAction(translate("MessageCard", "Copy the text"), menu)
        copy.triggered.connect(self._on_copy)
        menu.addAction(copy)
        if self.message.trusted:
            blocking = menu.addAction(
                translate("MessageCard", "No longer show this sender's pictures")
            )
            blocking.triggered.connect(partial(self.pictures_wanted.emit, self.message.id, NEVER))
        if self.message.direction == "in":
            split = QAction(translate("MessageCard", "Begin a conversation of its own here"), menu)
            split.triggered.connect(partial(self.split_wanted.emit, self.message.id))
            menu.addAction(split)
        popup_below(self.more, menu)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.text)

    @override
    def redress(self) -> None:
        self.more.setIcon(self.theme.icon("dots", "faint", 14))
        if self._original:
            self._show_body()


class NewSenderWarning(Panel):
    """Says that somebody writes who did not take part before."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("warn")
        self._icon = PlainLabel()
        self._text = PlainLabel(face="small", tone="warn", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.dress()

    @override
    def retranslate(self) -> None:
        self._text.setText(
            translate(
                "MessageCard",
                "This address has not taken part in the conversation before. "
                "Check who it is before you answer.",
            )
        )

    @override
    def redress(self) -> None:
        self._icon.setPixmap(self.theme.pixmap("user-question", "warn", 16))


class JournalLines(PlainLabel):
    """What happened between two messages, in small lines."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, face="small", tone="muted", wrap=True, parent=parent)
        self.setContentsMargins(LARGE, 0, LARGE, 0)
