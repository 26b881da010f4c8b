"""Tabler icons (MIT) in any colour: `currentColor` is replaced before they are drawn."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.services.resources import resource


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon of `size` pixels for a screen with `ratio` dots per pixel."""
    dots = round(size * ratio)
    drawn = QPixmap(dots, dots)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    tinted = _source(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, dots, dots))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
