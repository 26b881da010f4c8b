"""A chart as a file: SVG, PNG or PDF, in the light colours of paper."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.models.rules.handbook.pages import Sop
from app.services.handbook.book_sops import drawing_of
from app.services.handbook.book_words import words_in
from app.views.handbook.chart import picture
from app.views.handbook.chart.picture import Picture, draw_chart
from app.views.tokens import LIGHT

FORMATS = ("svg", "png", "pdf")
PNG_SCALE = 2.0
MOST_DOTS = 12_000
"""Longest side of a PNG; larger charts are drawn smaller."""
_POINT = 72
_MARGIN = 36
_LEAST_SCALE, _LARGE_SCALE = 0.4, 0.75
"""Below the first nobody can read a page of A4; the page is then as large as the second asks."""


def chart_svg(sop: Sop) -> bytes:
    """Return a procedure as an SVG, drawn as in the printed handbook: its text can be selected."""
    return drawing_of(sop, words_in(sop.language)).svg.encode()


def chart_image(sop: Sop, scale: float = PNG_SCALE) -> QImage:
    """Return a procedure as dots on white, so many per point of the drawing."""
    drawn = picture.picture(sop)
    size = drawn.bounds.size()
    scale = min(scale, MOST_DOTS / max(size.width(), size.height()))
    image = QImage((size * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(painter, drawn)
    painter.end()
    return image


def chart_pdf(sop: Sop) -> bytes:
    """Return a procedure on one page: A4, upright or lying; larger where it could not be read."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(_page(picture.picture(sop).bounds.size()))
    writer.setTitle(sop.title)
    painter = QPainter(writer)
    scale = writer.resolution() / _POINT
    painter.scale(scale, scale)
    room = writer.pageLayout().paintRect(QPageLayout.Unit.Point).size()
    draw_chart(painter, QRectF(QPointF(), QSizeF(room)), sop, LIGHT)
    painter.end()
    return bytes(buffer.data().data())


def _page(size: QSizeF) -> QPageLayout:
    lying = size.width() > size.height()
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    ways = QPageLayout.Orientation
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), ways.Landscape if lying else ways.Portrait,
        margins, QPageLayout.Unit.Point,
    )  # fmt: skip
    room = page.paintRect(QPageLayout.Unit.Point).size()
    if min(room.width() / size.width(), room.height() / size.height()) >= _LEAST_SCALE:
        return page
    edge = QSizeF(2 * _MARGIN, 2 * _MARGIN)
    large = QPageSize(size * _LARGE_SCALE + edge, QPageSize.Unit.Point)
    return QPageLayout(large, ways.Portrait, margins, QPageLayout.Unit.Point)


def export_chart(sop: Sop, path: Path) -> None:
    """Write a procedure as the kind of file that the name of the path says.

    Raises:
        ValueError: the name ends in none of FORMATS.
        OSError: the file cannot be written.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind == "svg":
        data = chart_svg(sop)
    elif kind == "pdf":
        data = chart_pdf(sop)
    elif kind == "png":
        data = _png(chart_image(sop))
    else:
        raise ValueError(f"a chart is not written as {kind}")
    path.write_bytes(data)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _paint(painter: QPainter, drawn: Picture) -> None:
    painter.translate(-drawn.bounds.topLeft())
    picture.paint(painter, drawn, LIGHT)
