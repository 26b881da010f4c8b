"""Draws the program's icon in the sizes and formats of the three systems."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""The sizes of the hicolor theme, pixels."""


def draw(svg: Path, size: int) -> QImage:
    """Return the drawing as a square of `size` pixels with a clear background."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def write_icons(svg: Path, folder: Path) -> None:
    """Write `<size>.png`, `balie.ico` for Windows and `balie.icns` for macOS into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {folder / f"{size}.png": size for size in SIZES}
    files |= {folder / "balie.ico": 256, folder / "balie.icns": 512}
    for file, size in files.items():
        if not draw(svg, size).save(str(file)):
            raise OSError(f"Qt could not write {file}")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    write_icons(Path(sys.argv[1]), Path(sys.argv[2]))
