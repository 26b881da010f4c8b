"""The words in a drawing, broken into lines: the same on every screen, on paper and in a file."""

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

TEXT, STRONG, SMALL, HEAD = "text", "strong", "small", "head"
_PIXELS = {TEXT: 13, STRONG: 13, SMALL: 11, HEAD: 11}
MOST_LINES = 9
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|__|`|(?<!\S)\*(?=\S)|(?<=\S)\*(?!\w)")


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of one text, in points of the drawing."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    face: str
    step: float
    rise: float
    """From the top of a line to where its letters stand."""

    @property
    def width(self) -> float:
        return max(self.widths, default=0.0)

    @property
    def height(self) -> float:
        return self.step * len(self.lines)


@lru_cache(maxsize=8)
def font(face: str) -> QFont:
    """Return a font of a drawing: of the application's family, in points of the drawing.

    Without hinting its widths are the same at every size that it is shown.
    """
    made = QFont()
    made.setPixelSize(_PIXELS[face])
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if face in (STRONG, HEAD):
        made.setWeight(QFont.Weight.DemiBold)
    return made


@lru_cache(maxsize=8)
def metrics(face: str) -> QFontMetricsF:
    return QFontMetricsF(font(face))


@lru_cache(maxsize=1024)
def words(text: str, face: str, width: float, most: int = MOST_LINES) -> Words:
    """Break a text into lines of a width at most; what is beyond `most` lines ends in "…"."""
    measures = metrics(face)
    lines: list[str] = []
    for paragraph in plain(text).split("\n"):
        if paragraph.strip():
            lines += _broken(paragraph.strip(), font(face), width)
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], measures, width)]
    widths = tuple(measures.horizontalAdvance(line) for line in lines)
    return Words(tuple(lines), widths, face, round(measures.height() + 1), measures.ascent())


def plain(text: str) -> str:
    """Return Markdown as a drawing shows it: the words of links, and no marks."""
    return _MARKS.sub("", _LINK.sub(r"\1", text))


def _cut(line: str, measures: QFontMetricsF, width: float) -> str:
    """Return a line that ends in "…", without the words that leave no room for it."""
    while " " in line and measures.horizontalAdvance(f"{line}…") > width:
        line = line.rpartition(" ")[0]
    return f"{line.rstrip(' .,;:')}…"


def _broken(text: str, face: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines
