"""One page as it is written: its text, what is not right in it, and how it will look."""

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.handbook.pages import Article, Sop
from app.models.rules.handbook.places import review_in, with_review
from app.models.rules.handbook.text import render
from app.views.handbook.browser import PageBrowser
from app.views.handbook.chart_place import ChartPlace
from app.views.handbook.checking import Trouble, look
from app.views.handbook.editing_parts import ReviewField, Troubles
from app.views.handbook.numbered import NumberedEdit, grounds
from app.views.handbook.typeset import Typesetter
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel
from app.views.widgets.segments import Segments

TEXT, PREVIEW, CHART = "text", "preview", "chart"
LOOK_MS = 250
TOOLS = {
    "bold": ("bold", "Ctrl+B"),
    "list": ("list", "Ctrl+Shift+8"),
    "link": ("link", "Ctrl+L"),
    "image": ("photo", "Ctrl+Shift+P"),
}


class Editing(Panel):
    """Shows the text of a page to be changed.

    Signals:
        edited(): the text is another one.
        save_wanted(): as it stands.
        revert_wanted(): what is typed is thrown away.
        done_wanted(): back to reading; what is typed stays.
        link_wanted(): a page to link to is to be picked.
        image_wanted(): a picture is to be picked.
    """

    edited = Signal()
    save_wanted = Signal()
    revert_wanted = Signal()
    done_wanted = Signal()
    link_wanted = Signal()
    image_wanted = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._quiet = False
        self._keys: Collection[str] = ()
        self._images: Collection[str] = ()
        self._setter = Typesetter(theme)
        self._unsaved = self._overtaken = False
        self.page: Article | Sop | None = None
        self.troubles: Sequence[Trouble] = ()
        self.title = PlainLabel(face="title", wrap=True)
        self.status = PlainLabel(face="small", tone="muted", wrap=True)
        self.tools: dict[str, QToolButton] = {name: icon_button(self) for name in TOOLS}
        self.review = ReviewField(theme, today, self)
        self.ways = Segments([TEXT, CHART, PREVIEW], self)
        self.ways.choose(TEXT)
        self.ways.buttons[CHART].hide()
        self.chart = ChartPlace(theme, self)
        self.field = NumberedEdit(theme, self)
        self.preview = PageBrowser(self)
        self.views = QStackedWidget(self)
        self.views.addWidget(self.field)
        self.views.addWidget(self.preview)
        self.views.addWidget(self.chart)
        self.listed = Troubles(theme, self)
        self.reason = QLineEdit(self)
        self.save, self.revert = button("primary", self), button("quiet", self)
        self.done = button("", self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_MS)
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(TIGHT)
        for tool in self.tools.values():
            tools.addWidget(tool)
        tools.addSpacing(MEDIUM)
        tools.addWidget(self.review)
        tools.addStretch(1)
        tools.addWidget(self.ways)
        below = QHBoxLayout()
        below.setSpacing(SMALL)
        below.addWidget(self.reason, 1)
        for made in (self.revert, self.done, self.save):
            below.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.title)
        column.addWidget(self.status)
        column.addLayout(tools)
        column.addWidget(self.views, 1)
        column.addWidget(self.listed)
        column.addLayout(below)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self._timer.timeout.connect(self.look_now)
        self.ways.chosen.connect(self.show_way)
        self.chart.changed.connect(self._on_drawn)
        self.review.changed.connect(self._on_review)
        self.listed.line_wanted.connect(self._on_line)
        self.reason.returnPressed.connect(self.save_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.revert.clicked.connect(self.revert_wanted)
        self.done.clicked.connect(self.done_wanted)
        doers = {
            "bold": self.field.turn_bold,
            "list": self.field.turn_list,
            "link": self.link_wanted,
            "image": self.image_wanted,
        }
        for name, (_icon, keys) in TOOLS.items():
            self.tools[name].clicked.connect(doers[name])
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self.field, context=within).activated.connect(doers[name])

    # --- what is shown -----------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.toPlainText()

    def show_text(
        self, text: str, title: str, keys: Collection[str], setter: Typesetter,
        images: Collection[str],
    ) -> None:  # fmt: skip
        """Show a text to be changed; nothing is told of it.

        Args:
            keys: of the pages that it can link to.
            images: the names of the pictures that it can show; more may come.
        """
        self._keys, self._setter, self._images = keys, setter, images
        self.title.setText(title)
        if text != self.text:
            self._quiet = True
            self.field.setPlainText(text)
            self._quiet = False
        self.look_now()

    def begin(self) -> None:
        """Let the owner type, with no reason given yet."""
        self.reason.clear()
        self.show_way(TEXT)
        self.field.setFocus()

    def show_status(self, *, unsaved: bool, overtaken: bool) -> None:
        """Say whether something is not saved, and whether another text was saved meanwhile."""
        self._unsaved, self._overtaken = unsaved, overtaken
        self._name_status()

    def show_way(self, way: str) -> None:
        """Show the text, the chart, or how it will look."""
        self.ways.choose(way)
        self.listed.setHidden(way == CHART and isinstance(self.page, Sop))  # the chart says it
        for tool in self.tools.values():
            tool.setEnabled(way == TEXT)
        if way == TEXT:
            self.views.setCurrentWidget(self.field)
        else:
            self._fill_other(way)

    def insert_link(self, title: str, key: str) -> None:
        """Put a link where the cursor is, round what is chosen."""
        cursor = self.field.textCursor()
        cursor.insertText(f"[{cursor.selectedText() or title}]({key}.md)")
        self.field.setFocus()

    def insert_text(self, text: str) -> None:
        """Put a text where the cursor is."""
        self.field.textCursor().insertText(text)
        self.field.setFocus()

    def look_now(self) -> None:
        """Look what is not right in the text."""
        self._timer.stop()
        self.page, self.troubles = look(self.text, self._keys, self._images)
        self.field.mark_lines(grounds((one.line, one.stops) for one in self.troubles))
        self.review.show_day(review_in(self.text))
        self.listed.show_troubles(self.troubles)
        self._name_status()
        sop = isinstance(self.page, Sop)
        self.ways.buttons[CHART].setVisible(sop or self.page is None)
        way = next(name for name, made in self.ways.buttons.items() if made.isChecked())
        self.show_way(TEXT if way == CHART and isinstance(self.page, Article) else way)

    @property
    def can_save(self) -> bool:
        """Whether nothing stands in the way of saving."""
        return not any(one.stops for one in self.troubles)

    def _fill_other(self, way: str) -> None:
        if way == CHART and isinstance(self.page, Sop):
            self.views.setCurrentWidget(self.chart)
            self.chart.draw(self.page, read_only=False)
            return
        self.views.setCurrentWidget(self.preview)
        if self.page is None:
            self.preview.setPlainText(
                translate("Handbook", "This can be shown once what is wrong in it is put right.")
            )
        else:
            self._setter.write(self.preview.document(), self.page)

    def _name_status(self) -> None:
        told = []
        if self._overtaken:
            told.append(
                translate("Handbook", "Another version was saved since you began to write this.")
            )
        if self._unsaved:
            told.append(
                translate("Handbook", "Not saved yet; it stays here, also when you go away.")
            )
        self.status.setText(" ".join(told) or translate("Handbook", "Everything is saved."))
        self.status.set_tone("warn" if self._overtaken else "muted")
        self.save.setEnabled(self._unsaved and self.can_save)
        self.revert.setEnabled(self._unsaved)

    @override
    def retranslate(self) -> None:
        self.field.setAccessibleName(translate("Handbook", "Text of the page"))
        self.preview.setAccessibleName(translate("Handbook", "How it will look"))
        self.ways.buttons[TEXT].setText(translate("Handbook", "Text"))
        self.ways.buttons[CHART].setText(translate("Handbook", "Chart"))
        self.ways.buttons[PREVIEW].setText(translate("Handbook", "How it will look"))
        why = translate("Handbook", "Why this change? (may be left out)")
        self.reason.setPlaceholderText(why)
        self.reason.setAccessibleName(why)
        self.save.setText(translate("Handbook", "Save"))
        self.save.setToolTip(translate("Handbook", "Save") + "  (Ctrl+Enter)")
        self.revert.setText(translate("Handbook", "Take back"))
        self.done.setText(translate("Handbook", "Back to reading"))
        for name, text in {
            "bold": translate("Handbook", "Bold"),
            "list": translate("Handbook", "List"),
            "link": translate("Handbook", "Link to a page"),
            "image": translate("Handbook", "Picture"),
        }.items():
            self.tools[name].setToolTip(f"{text}  ({TOOLS[name][1]})")
            self.tools[name].setAccessibleName(text)
        self.look_now()

    @override
    def redress(self) -> None:
        for name, (icon, _keys) in TOOLS.items():
            self.tools[name].setIcon(self.theme.icon(icon))
        self.look_now()

    # --- what the owner does -----------------------------------------------------------------

    def _on_typed(self) -> None:
        if not self._quiet:
            self._timer.start()
            self.edited.emit()

    def _on_review(self, day: date | None) -> None:
        text = with_review(self.text, day)
        if text != self.text:
            self.field.replace_all(text)
        self.look_now()

    def _on_drawn(self, sop: Sop) -> None:
        text = render(sop)
        if text != self.text:
            self.field.replace_all(text)

    def _on_line(self, line: int | None) -> None:
        self.show_way(TEXT)
        if line is not None:
            self.field.go_to(line)
