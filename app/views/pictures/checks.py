"""Finds text that does not fit in what shows it, and pages wider than their place."""

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from app.views.widgets.labels import ElidedLabel


def clipped(window: QWidget) -> list[str]:
    """Return what is cut off in a window: each text, or what lies in a scroll area."""
    labels = [label for label in window.findChildren(QLabel) if _is_seen(label) and label.text()]
    buttons = [one for one in window.findChildren(QPushButton) if _is_seen(one) and one.text()]
    wide = [one.text() for one in buttons if one.width() < one.minimumSizeHint().width()]
    low = [one.text() for one in labels if one.width() > 0 and one.height() < _line(one)]
    long = [one.text() for one in labels if _is_too_long(one)]
    pages = []
    for area in window.findChildren(QScrollArea):
        inside, room = area.widget(), area.viewport().width()
        if area.isVisible() and inside is not None and inside.width() > room:
            pages.append(f"{type(area.parent()).__name__}: {inside.width()} in {room}")
    return [*wide, *low, *long, *pages]


def _line(label: QLabel) -> int:
    return label.fontMetrics().height()


def _is_too_long(label: QLabel) -> bool:
    if label.wordWrap() or isinstance(label, ElidedLabel):
        return False
    measures, room = label.fontMetrics(), label.contentsRect().width()
    return any(measures.horizontalAdvance(line) > room for line in label.text().split("\n"))


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()
