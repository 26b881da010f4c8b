"""A page of the handbook as a document: Markdown without anything that acts, steps as cards."""

import re
from collections.abc import Collection, Iterator, Mapping

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.handbook.glossary import KEY, found
from app.models.rules.handbook.images import FOLDER, name_in
from app.models.rules.handbook.pages import Article, Kind, Sop, Step, Term
from app.views.language import translate
from app.views.theme import Theme
from app.views.widgets.labels import plain_tip

STEP = "#step-"
PAGE = ".md"
_OUTSIDE = ("https://", "http://", "mailto:")
_IMAGE = re.compile(r"!\[([^\]\n]*)\](\([^)\n]*\)|\[[^\]\n]*\])?")
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_HEADINGS = {1: 4.0, 2: 2.5, 3: 1.0}
_NUMBER_WIDTH, _PADDING = 34, 9
KINDS = {
    Kind.CHOICE: QT_TRANSLATE_NOOP("Handbook", "Choice"),
    Kind.ASK: QT_TRANSLATE_NOOP("Handbook", "Ask a colleague"),
    Kind.SEND: QT_TRANSLATE_NOOP("Handbook", "Send"),
    Kind.END: QT_TRANSLATE_NOOP("Handbook", "Done"),
}


class Typesetter:
    """Writes pages into documents, in the colours and the language of the window.

    Args:
        keys: of the pages that a link can lead to.
        terms: that get their meaning as a tooltip.
        pictures: by name; of others is shown what stands for them.
    """

    def __init__(
        self,
        theme: Theme,
        keys: Collection[str] = (),
        terms: tuple[Term, ...] = (),
        pictures: Mapping[str, QImage] | None = None,
    ) -> None:
        self._theme, self._keys, self._terms = theme, keys, terms
        self._pictures = {} if pictures is None else pictures

    def write(self, document: QTextDocument, page: Article | Sop) -> None:
        """Let a document show a page, without its title; whatever it held is gone."""
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._theme.font())
        document.setDocumentMargin(2)
        cursor = QTextCursor(document)
        if isinstance(page, Article):
            self._markdown(cursor, page.body)
        else:
            self._procedure(cursor, page)
        self._show_pictures(document)
        for block in list(_blocks(document)):
            self._dress_heading(block)
            self._dress_links(block)
        if page.key != KEY:
            for block in list(_blocks(document)):
                self._dress_terms(block, (*self._terms, *_own_terms(page)))

    # --- a procedure -------------------------------------------------------------------------

    def _procedure(self, cursor: QTextCursor, sop: Sop) -> None:
        if sop.purpose:
            self._markdown(cursor, sop.purpose)
        if sop.terms:
            self._heading(cursor, translate("Handbook", "Words"))
            lines = (f"- **{term.name}**: {term.meaning}" for term in sop.terms)
            self._markdown(cursor, "\n".join(lines))
        if not sop.steps:
            return
        self._heading(cursor, translate("Handbook", "Steps"))
        numbers = {step.id for step in sop.steps}
        if sop.first not in {sop.steps[0].id, None}:
            self._line(cursor, translate("Handbook", "Begin at step"), sop.first, numbers)
        following = [step.id for step in sop.steps[1:]]
        for step, after in zip(sop.steps, [*following, None], strict=True):
            self._card(cursor, step, after, numbers)

    def _card(
        self, cursor: QTextCursor, step: Step, after: int | None, numbers: Collection[int]
    ) -> None:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        table = cursor.insertTable(1, 2, self._card_format())
        number, words = table.cellAt(0, 0), table.cellAt(0, 1)
        number.setFormat(self._cell_format("accent_soft"))
        words.setFormat(self._cell_format("surface"))
        at = number.firstCursorPosition()
        at.setBlockFormat(_centred())
        look = self._look("accent", weight=QFont.Weight.DemiBold, more=2)
        look.setAnchor(True)
        look.setAnchorNames([f"{STEP[1:]}{step.id}"])
        at.insertText(str(step.id), look)
        self._words(words.firstCursorPosition(), step, after, numbers)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(_low(5))

    def _words(
        self, at: QTextCursor, step: Step, after: int | None, numbers: Collection[int]
    ) -> None:
        begun = False
        if step.kind in KINDS:
            at.insertText(self._named(step), self._look("accent", QFont.Weight.DemiBold, -1))
            begun = True
        lead = step.about if step.kind in {Kind.SEND, Kind.END} else ""
        if lead:
            at.insertBlock()
            at.insertText(lead, self._look("text", QFont.Weight.DemiBold))
        if step.text:
            if begun:
                at.insertBlock()
            self._markdown(at, step.text)
        if step.expected:
            at.insertBlock(QTextBlockFormat())
            at.insertText("✓ ", self._look("ok", QFont.Weight.DemiBold))
            at.insertText(step.expected, self._look("ok"))
        for answer in step.answers:
            self._line(at, answer.label or "…", answer.target, numbers, listed=True)
        if step.next not in {after, None} and step.kind is not Kind.END:
            self._line(at, translate("Handbook", "Go on with step"), step.next, numbers)

    def _named(self, step: Step) -> str:
        name = translate("Handbook", KINDS[step.kind])
        return f"{name} · {step.about}" if step.kind is Kind.ASK and step.about else name

    def _line(
        self,
        at: QTextCursor,
        text: str,
        target: int | None,
        numbers: Collection[int],
        *,
        listed: bool = False,
    ) -> None:
        """Write an answer or a way on, with a link to where it leads."""
        at.insertBlock(QTextBlockFormat())
        at.insertText(text, self._look("text", QFont.Weight.DemiBold if listed else None))
        at.insertText("  →  " if listed else " ", self._look("muted"))
        if target is None:
            at.insertText(translate("Handbook", "nowhere yet"), self._look("warn"))
            return
        look = self._look("accent" if target in numbers else "danger")
        look.setAnchor(True)
        look.setAnchorHref(f"{STEP}{target}")
        shown = translate("Handbook", "step {number}").format(number=target)
        at.insertText(shown if listed else str(target), look)

    # --- texts -------------------------------------------------------------------------------

    def _markdown(self, at: QTextCursor, text: str) -> None:
        at.insertMarkdown(_IMAGE.sub(self._picture, text), _FEATURES)

    def _picture(self, found: re.Match[str]) -> str:
        """Return how a picture is written when it is there, else what stands for it."""
        name = name_in(found[2][1:-1].split(" ")[0]) if found[2] else None
        if name not in self._pictures:
            return found[1]
        about = found[1].strip() or name  # Qt leaves a picture out that nothing stands for
        return f"![{about}]({FOLDER}/{name})"

    def _show_pictures(self, document: QTextDocument) -> None:
        """Give a document its pictures, none wider than the text."""
        for block in list(_blocks(document)):
            for position, length, look in list(_fragments(block)):
                if not look.isImageFormat():
                    continue
                shown = look.toImageFormat()
                picture = self._pictures[name_in(shown.name()) or ""]
                kind = QTextDocument.ResourceType.ImageResource.value
                document.addResource(kind, QUrl(shown.name()), picture)
                shown.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                _chosen(block, position, position + length).setCharFormat(shown)

    def _heading(self, cursor: QTextCursor, text: str) -> None:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        look = QTextBlockFormat()
        look.setHeadingLevel(2)
        if cursor.block().text():
            cursor.insertBlock(look, QTextCharFormat())
        else:
            cursor.setBlockFormat(look)
        if cursor.currentList() is not None:
            cursor.currentList().remove(cursor.block())
            cursor.setBlockFormat(look)
        cursor.insertText(text, QTextCharFormat())

    def _dress_heading(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        if not level:
            return
        cursor = QTextCursor(block)
        space = block.blockFormat()
        space.setTopMargin(14 if block.blockNumber() else 0)
        space.setBottomMargin(4)
        cursor.setBlockFormat(space)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
        look.setFontPointSize(self._theme.base_size + _HEADINGS.get(level, 0.5))
        cursor.mergeCharFormat(look)

    def _dress_links(self, block: QTextBlock) -> None:
        for position, length, look in list(_fragments(block)):
            target = look.anchorHref()
            if look.isAnchor() and target and not target.startswith("#"):
                cursor = _chosen(block, position, position + length)
                cursor.mergeCharFormat(self._link(target))

    def _link(self, target: str) -> QTextCharFormat:
        look = QTextCharFormat()
        key = target.partition("#")[0].removesuffix(PAGE)
        if target.startswith(_OUTSIDE) or key in self._keys:
            look.setForeground(self._theme.colour("accent"))
            look.setFontUnderline(True)
            return look
        look.setAnchor(False)
        look.setAnchorHref("")
        look.setForeground(self._theme.colour("danger"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setToolTip(plain_tip(translate("Handbook", "There is no such page: {name}").format(
            name=target
        )))  # fmt: skip
        return look

    def _dress_terms(self, block: QTextBlock, terms: tuple[Term, ...]) -> None:
        if block.blockFormat().headingLevel() or not terms:
            return
        text = block.text()
        taken = [
            (position, position + length)
            for position, length, look in _fragments(block)
            if look.isAnchor() or look.toolTip()
        ]
        seen = set()
        for hit in found(text, terms):
            begin = block.position() + _units(text[: hit.start])
            end = block.position() + _units(text[: hit.end])
            free = all(end <= first or begin >= last for first, last in taken)
            if free and hit.term.name not in seen:
                seen.add(hit.term.name)
                _chosen(block, begin, end).mergeCharFormat(self._term(hit.term))

    def _term(self, term: Term) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(self._theme.colour("muted"))
        look.setToolTip(plain_tip(f"{term.name}: {term.meaning}"))
        return look

    # --- looks -------------------------------------------------------------------------------

    def _look(
        self, colour: str, weight: QFont.Weight | None = None, more: float = 0
    ) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.colour(colour))
        look.setFontPointSize(self._theme.base_size + more)
        if weight is not None:
            look.setFontWeight(weight)
        return look

    def _card_format(self) -> QTextTableFormat:
        look = QTextTableFormat()
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.FixedLength, _NUMBER_WIDTH),
                QTextLength(QTextLength.Type.PercentageLength, 100),
            ]
        )
        look.setCellSpacing(0)
        look.setCellPadding(_PADDING)
        look.setBorder(1)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(QBrush(self._theme.colour("border")))
        look.setBorderCollapse(True)
        return look

    def _cell_format(self, ground: str) -> QTextTableCellFormat:
        look = QTextTableCellFormat()
        look.setBackground(self._theme.colour(ground))
        return look


def _own_terms(page: Article | Sop) -> tuple[Term, ...]:
    return page.terms if isinstance(page, Sop) else ()


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        yield piece.position(), piece.length(), piece.charFormat()
        at += 1


def _chosen(block: QTextBlock, begin: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _units(text: str) -> int:
    """Return the length that Qt counts: in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _centred() -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return look


def _low(height: float) -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return look
