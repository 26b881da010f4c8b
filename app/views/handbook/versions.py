"""The versions of a page, and what changed between two of them."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.handbook.differences import Line, Mark
from app.services.handbook.history import NOTHING, Comparison
from app.services.handbook.pages import VersionInfo
from app.views import moments
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.labels import PlainLabel, plain_tip
from app.views.widgets.panel import Panel

LIST_WIDTH = 230
SIGNS = {Mark.SAME: " ", Mark.ADDED: "+", Mark.REMOVED: "−"}
GROUNDS = {Mark.ADDED: ("ok_soft", "ok"), Mark.REMOVED: ("danger_soft", "danger")}


class Versions(Panel):
    """Shows the versions of a page, the newest first.

    Signals:
        comparison_wanted(int, int): what changed from an older to a newer version.
        put_back_wanted(int): a version is to be the newest again.
        done_wanted(): back to reading.
    """

    comparison_wanted = Signal(int, int)
    put_back_wanted = Signal(int)
    done_wanted = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._quiet = False
        self._name = ""
        self._current = 0
        self._other: int | None = None
        self._versions: Sequence[VersionInfo] = ()
        self._found: Comparison | None = None
        self.title = PlainLabel(face="title", wrap=True)
        self.done = button("link", self)
        self.list = QListWidget(self)
        self.other = ChoiceButton(self)
        self.about = PlainLabel(face="small", tone="muted", wrap=True)
        self.put_back = button("", self)
        self.diff = QTextEdit(self)
        self.diff.setReadOnly(True)
        self.diff.setFrameShape(QFrame.Shape.NoFrame)
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.put_back)
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        right.addLayout(row)
        right.addWidget(self.about)
        right.addWidget(self.diff, 1)
        body = QHBoxLayout()
        body.setSpacing(LARGE)
        body.addWidget(self.list)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_row)
        self.other.chosen.connect(self._on_other)
        self.put_back.clicked.connect(self._on_put_back)
        self.done.clicked.connect(self.done_wanted)

    # --- what is shown -----------------------------------------------------------------------

    @property
    def shown(self) -> int:
        """The version that is looked at, 0 for none."""
        row = self.list.currentRow()
        return self._versions[row].number if 0 <= row < len(self._versions) else NOTHING

    def show_versions(self, name: str, current: int, versions: Sequence[VersionInfo]) -> None:
        """Show the versions of a page; an old one that was looked at stays chosen."""
        before = NOTHING if self.shown == self._current else self.shown
        self._name, self._current, self._versions = name, current, versions
        numbers = [one.number for one in versions]
        chosen = before if before in numbers else current
        self._fill()
        self._quiet = True
        self.list.setCurrentRow(numbers.index(chosen) if chosen in numbers else -1)
        self._quiet = False
        self._ask()

    def show_comparison(self, found: Comparison) -> None:
        """Show what changed between two versions."""
        self._found = found
        self._write()

    def _fill(self) -> None:
        row = self.list.currentRow()
        self._quiet = True
        self.list.clear()
        for one in self._versions:
            number = translate("Handbook", "Version {number}").format(number=one.number)
            now = translate("Handbook", "now") if one.number == self._current else ""
            head = " · ".join(text for text in (number, now) if text)
            moment = moments.full_moment(one.saved_at, self._now())
            author = one.author or translate("Handbook", "you")
            lines = [head, moment, author, *([one.reason] if one.reason else [])]
            item = QListWidgetItem("\n".join(lines))
            item.setToolTip(plain_tip(one.reason))
            self.list.addItem(item)
        self.list.setCurrentRow(row)
        self._quiet = False
        self.title.setText(self._name)

    def _ask(self) -> None:
        """Ask for the comparison with the other version, or else the one before."""
        shown = self.shown
        numbers = [one.number for one in self._versions]
        before = max((number for number in numbers if number < shown), default=NOTHING)
        if self._other not in numbers or self._other == shown:
            self._other = None
        self._offer(before)
        self.put_back.setEnabled(shown not in {NOTHING, self._current})
        if shown != NOTHING:
            other = before if self._other is None else self._other
            self.comparison_wanted.emit(min(other, shown), max(other, shown))

    def _offer(self, before: int) -> None:
        told = translate("Handbook", "Compared with version {number}")
        first = translate("Handbook", "Compared with nothing: it is the first")
        usual = told.format(number=before) if before else first
        others = [one.number for one in self._versions if one.number not in {self.shown, before}]
        choices = [("", usual), *((str(one), told.format(number=one)) for one in others)]
        current = "" if self._other is None else str(self._other)
        self.other.set_choices(translate("Handbook", "Compared with"), choices, current)

    def _write(self) -> None:
        found = self._found
        self.diff.clear()
        if found is None:
            return
        added = plural("Handbook", "%n line(s) added", found.added)
        removed = plural("Handbook", "%n line(s) removed", found.removed)
        same = translate("Handbook", "They say the same.")
        self.about.setText(f"+ {added} · − {removed}" if found.lines else same)
        document = self.diff.document()
        document.setUndoRedoEnabled(False)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.theme.base_size)
        document.setDefaultFont(font)
        cursor = QTextCursor(document)
        for number, line in enumerate(found.lines):
            if number:
                cursor.insertBlock()
            self._write_line(cursor, line)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.diff.setTextCursor(cursor)

    def _write_line(self, cursor: QTextCursor, line: Line) -> None:
        space, look = QTextBlockFormat(), QTextCharFormat()
        hanging = QFontMetricsF(cursor.document().defaultFont()).horizontalAdvance("+ ")
        space.setTextIndent(-hanging)
        space.setLeftMargin(hanging + TIGHT)
        if line.mark is Mark.GAP:
            look.setForeground(self.theme.colour("muted"))
            cursor.setBlockFormat(space)
            gap = plural("Handbook", "%n line(s) the same", line.left_out)
            cursor.insertText(f"⋯ {gap}", look)
            return
        ground, strong = GROUNDS.get(line.mark, ("", ""))
        if ground:
            space.setBackground(self.theme.colour(ground))
            look.setForeground(self.theme.colour(strong))
            look.setFontWeight(QFont.Weight.Bold)
        cursor.setBlockFormat(space)
        cursor.insertText(f"{SIGNS[line.mark]} ", look)
        part = len(line.pieces) > 1
        for piece in line.pieces:
            changed = part and piece.mark is not Mark.SAME
            cursor.insertText(piece.text, self._piece(line.mark, changed=changed))

    def _piece(self, mark: Mark, *, changed: bool) -> QTextCharFormat:
        """Return the look of words: changed ones stand out by more than their colour."""
        look = QTextCharFormat()
        look.setForeground(self.theme.colour("text"))
        if changed:
            look.setForeground(self.theme.colour(GROUNDS[mark][1]))
            look.setFontWeight(QFont.Weight.Bold)
            look.setFontStrikeOut(mark is Mark.REMOVED)
            look.setFontUnderline(mark is Mark.ADDED)
        return look

    @override
    def retranslate(self) -> None:
        self.done.setText(" " + translate("Handbook", "Back to reading"))
        self.put_back.setText(" " + translate("Handbook", "Put this one back"))
        self.list.setAccessibleName(translate("Handbook", "Versions"))
        self.diff.setAccessibleName(translate("Handbook", "What changed"))
        self._fill()
        self._offer(max((one.number for one in self._versions if one.number < self.shown),
                        default=NOTHING))  # fmt: skip
        self._write()

    @override
    def redress(self) -> None:
        self.done.setIcon(self.theme.icon("arrow-left", "accent"))
        self.put_back.setIcon(self.theme.icon("history"))
        self._write()

    # --- what the owner does -----------------------------------------------------------------

    def _on_row(self, _row: int) -> None:
        if not self._quiet:
            self._ask()

    def _on_other(self, key: str) -> None:
        self._other = int(key) if key else None
        self._ask()

    def _on_put_back(self) -> None:
        self.put_back_wanted.emit(self.shown)
