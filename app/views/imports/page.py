"""The page that reads mail from files: choose, watch it come in, see what came of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.room import Room

WIDTH = 520
FILE, FOLDER = "file", "folder"
STEPS = 1000


class ImportPage(Room):
    """Asks for a mailbox and shows how far it is.

    Signals:
        wanted(str): the owner wants to choose a FILE or a FOLDER.
        dropped(str): a file or folder was dropped.
        cancelled(): stop; what is in stays in.
        results_wanted(): the owner wants to see what came in.
    """

    wanted = Signal(str)
    dropped = Signal(str)
    cancelled = Signal()
    results_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAcceptDrops(True)
        self._accounts: Sequence[tuple[str, str]] = ()
        self.account = ""
        self._busy = False
        self._title = PlainLabel(face="headline")
        self._lead = PlainLabel(tone="muted", wrap=True)
        self._belongs = PlainLabel(face="small", tone="muted")
        self.accounts = ChoiceButton(self)
        self.file = button("primary", self)
        self.folder = button("", self)
        self.cancel = button("", self)
        self.results = button("", self)
        self.progress = QProgressBar()
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        self.doing = PlainLabel(wrap=True)
        self.problem = PlainLabel(tone="danger", wrap=True)
        self._lay_out()
        self.accounts.chosen.connect(self._on_account)
        self.file.clicked.connect(partial(self.wanted.emit, FILE))
        self.folder.clicked.connect(partial(self.wanted.emit, FOLDER))
        self.results.clicked.connect(self.results_wanted)
        self.cancel.clicked.connect(self.cancelled)
        self.set_busy(busy=False)
        self.results.hide()
        self.problem.hide()
        self.dress()

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("ground", "card")
        card.setFixedWidth(WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        inside.setSpacing(MEDIUM)
        inside.addWidget(self._belongs)
        inside.addWidget(self.accounts)
        inside.addSpacing(SMALL)
        inside.addWidget(self.problem)
        inside.addWidget(self.doing)
        inside.addWidget(self.progress)
        inside.addWidget(self.results, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        for made in (self.cancel, self.folder, self.file):
            buttons.addWidget(made)
        inside.addLayout(buttons)
        middle = QWidget()
        middle.setFixedWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addWidget(card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        layout.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def begin(self, accounts: Sequence[tuple[str, str]]) -> None:
        """Be ready for a mailbox, which may belong to one of these accounts (key, handle)."""
        self._accounts = accounts
        if self.account not in dict(accounts):
            self.account = accounts[0][0] if accounts else ""
        if not self._busy:
            self.doing.hide()
            self.results.hide()
            self.problem.hide()
        self.retranslate()

    def set_busy(self, *, busy: bool) -> None:
        """Show that a mailbox is being read."""
        self._busy = busy
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        if busy:
            self.results.hide()
        for made in (self.file, self.folder, self.accounts):
            made.setEnabled(not busy)

    def show_progress(self, text: str, part: float) -> None:
        """Say what is going on, and how much of it is done, from 0 to 1."""
        self.problem.hide()
        self.doing.setText(text)
        self.doing.show()
        self.progress.setValue(round(part * STEPS))

    def show_results(self, text: str) -> None:
        """Say what came of it, and lead to what came in."""
        self.show_progress(text, 1)
        self.results.show()
        self.results.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """Say what went wrong."""
        self.problem.setText(text)
        self.problem.show()
        self.doing.hide()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("ImportPage", "Import a mailbox"))
        self._lead.setText(
            translate(
                "ImportPage",
                "Old mail becomes part of your history: you find it again, and Balie knows your "
                "customers. The same mailbox twice adds nothing, and you can stop and go on.",
            )
        )
        self._belongs.setText(translate("ImportPage", "This mail belongs to"))
        none = translate("ImportPage", "No account: only to look things up")
        name = translate("ImportPage", "This mail belongs to")
        self.accounts.set_choices(name, [*self._accounts, ("", none)], self.account, empty=none)
        self.file.setText(translate("ImportPage", "Choose a file"))
        self.file.setToolTip(translate("ImportPage", "An mbox file (Thunderbird, Gmail) or .eml"))
        self.folder.setText(translate("ImportPage", "Choose a folder"))
        self.folder.setToolTip(translate("ImportPage", "A Maildir, or a folder with .eml files"))
        self.cancel.setText(translate("ImportPage", "Stop"))
        self.results.setText(translate("ImportPage", "See what came in"))

    @override
    def redress(self) -> None:
        super().redress()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self._busy:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths[0])
        event.acceptProposedAction()

    def _on_account(self, key: str) -> None:
        self.account = key
        self.retranslate()
