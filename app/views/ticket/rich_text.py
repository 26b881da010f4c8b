"""The formatting of an answer: bold, italic, lists and links, as simple HTML and as plain text."""

from collections.abc import Iterator
from html import escape

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

BULLET = "- "


def html_of(document: QTextDocument) -> str | None:
    """Return a document as simple HTML; None when nothing in it is formatted."""
    blocks = list(_blocks(document))
    if not any(_is_formatted(block) for block in blocks):
        return None
    parts: list[str] = []
    in_list = False
    for block in blocks:
        listed = block.textList() is not None
        if listed != in_list:
            parts.append("<ul>" if listed else "</ul>")
            in_list = listed
        inside = "".join(_pieces(block)) or "<br>"
        parts.append(f"<li>{inside}</li>" if listed else f"<p>{inside}</p>")
    if in_list:
        parts.append("</ul>")
    return "".join(parts)


def text_of(document: QTextDocument) -> str:
    """Return a document as plain text; points of a list begin with a dash."""
    lines = [
        f"{BULLET if block.textList() is not None else ''}{block.text()}"
        for block in _blocks(document)
    ]
    return "\n".join(lines).replace("\u2028", "\n").replace("\u00a0", " ")


def toggle(cursor: QTextCursor, *, bold: bool = False, italic: bool = False) -> None:
    """Make the chosen text, or what is typed next, bold or italic, or no longer."""
    now, wanted = cursor.charFormat(), QTextCharFormat()
    if bold:
        heavy = now.fontWeight() > QFont.Weight.Normal
        wanted.setFontWeight(QFont.Weight.Normal if heavy else QFont.Weight.Bold)
    if italic:
        wanted.setFontItalic(not now.fontItalic())
    cursor.mergeCharFormat(wanted)


def toggle_list(cursor: QTextCursor) -> None:
    """Make the chosen lines points of a list, or no longer."""
    if cursor.currentList() is None:
        cursor.createList(QTextListFormat.Style.ListDisc)
        return
    cursor.beginEditBlock()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    block = document.findBlock(first)
    while block.isValid() and block.position() <= last:
        found = block.textList()
        if found is not None:
            found.remove(block)
            plain = block.blockFormat()
            plain.setIndent(0)
            QTextCursor(block).setBlockFormat(plain)
        block = block.next()
    cursor.endEditBlock()


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[tuple[str, QTextCharFormat]]:
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        yield piece.text(), piece.charFormat()
        at += 1


def _is_formatted(block: QTextBlock) -> bool:
    return block.textList() is not None or any(
        look.fontWeight() > QFont.Weight.Normal or look.fontItalic() or look.isAnchor()
        for _text, look in _fragments(block)
    )


def _pieces(block: QTextBlock) -> Iterator[str]:
    for text, look in _fragments(block):
        piece = escape(text, quote=False).replace("\u2028", "<br>")
        if look.fontWeight() > QFont.Weight.Normal:
            piece = f"<b>{piece}</b>"
        if look.fontItalic():
            piece = f"<i>{piece}</i>"
        if look.isAnchor() and look.anchorHref().startswith(("https://", "http://", "mailto:")):
            piece = f'<a href="{escape(look.anchorHref())}">{piece}</a>'
        yield piece
