"""The first page of a new profile: three ways to begin."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.language import translate
from app.views.opening.pages import OpeningPage
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, TIGHT
from app.views.widgets.labels import PlainLabel

MAIL, IMPORT, EXAMPLE = "mail", "import", "example"
ICONS = {MAIL: "mail", IMPORT: "package-import", EXAMPLE: "school"}


class WayButton(QPushButton):
    """A large button with an icon, a title and a line that explains."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("tone", "way")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.icon_label = PlainLabel()
        self._title = PlainLabel(face="strong")
        self._help = PlainLabel(face="small", tone="muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        row.setSpacing(LARGE)
        row.addWidget(self.icon_label)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(self._title)
        words.addWidget(self._help)
        row.addLayout(words, 1)
        for label in (self.icon_label, self._title, self._help):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def say(self, title: str, text: str) -> None:
        """Show a title with the line below it."""
        self._title.setText(title)
        self._help.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None:
            return super().minimumSizeHint()
        width = self.width() or layout.minimumSize().width()
        return QSize(layout.minimumSize().width(), layout.heightForWidth(width))


class WaysPage(OpeningPage):
    """Asks how the owner wants to begin.

    Signals:
        chosen(str): MAIL, IMPORT or EXAMPLE.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.icon_name = "building-store"
        self.ways: dict[str, WayButton] = {}
        for name in ICONS:
            made = WayButton(self)
            made.clicked.connect(partial(self.chosen.emit, name))
            self.ways[name] = made
            self.column.addWidget(made)
        self.finish()
        self.dress()

    def show_progress(self, done: int, of: int) -> None:
        """Show how far the example firm is."""
        self.set_progress(done, of)

    @override
    def retranslate(self) -> None:
        self.title.setText(translate("Opening", "Welcome to Balie"))
        self.text.setText(
            translate(
                "Opening",
                "All messages of your customers in one place, on this computer only. "
                "How do you want to begin?",
            )
        )
        for name, title, text in (
            (
                MAIL,
                translate("Opening", "Add my mail"),
                translate("Opening", "Your address and password; the rest is found for you."),
            ),
            (
                IMPORT,
                translate("Opening", "Import a mailbox"),
                translate("Opening", "Mail that you have as files: mbox, Maildir or .eml."),
            ),
            (
                EXAMPLE,
                translate("Opening", "Look round with an example firm"),
                translate(
                    "Opening", "A shop with its customers. Nothing you do there leaves Balie."
                ),
            ),
        ):
            self.ways[name].say(title, text)

    @override
    def redress(self) -> None:
        super().redress()
        for name, icon in ICONS.items():
            self.ways[name].icon_label.setPixmap(self.theme.pixmap(icon, "accent", 24))
