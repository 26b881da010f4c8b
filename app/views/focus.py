"""The way that Tab goes: as one reads, also over parts that were made or shown later."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QWidget,
)


def move(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next stop, or the one before; False when there is none.

    Qt goes in the order in which widgets were made.
    """
    stops = list(in_order(window))
    if not stops:
        return False
    current = QApplication.focusWidget()
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    at = _place(stops, current)
    if at is None:
        chosen = stops[0 if forward else -1]
    else:
        chosen = stops[(at + (1 if forward else -1)) % len(stops)]
    chosen.setFocus(reason)
    return True


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """Give what Tab stops at, as it is laid out."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for part in _parts(widget):
        if part is not None:
            yield from in_order(part)


def _parts(widget: QWidget) -> Iterable[QWidget | None]:
    if isinstance(widget, QMainWindow):
        return [widget.centralWidget()]
    if isinstance(widget, QSplitter):
        return [widget.widget(at) for at in range(widget.count())]
    if isinstance(widget, QStackedWidget):
        return [widget.currentWidget()]
    if isinstance(widget, QScrollArea):
        return [widget.widget()]
    layout = widget.layout()
    if isinstance(widget, QAbstractScrollArea) or layout is None:
        return []
    laid = list(_of_layout(layout))
    floating = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and child not in laid and not child.isWindow()
    ]
    return [*laid, *floating]


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    if isinstance(layout, QStackedLayout):
        shown = layout.currentWidget()
        if shown is not None:
            yield shown
        return
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _of_layout(inner)


def _place(stops: list[QWidget], current: QWidget | None) -> int | None:
    """Return where the focus is: at a stop, or inside of one."""
    while current is not None:
        if current in stops:
            return stops.index(current)
        current = current.parentWidget()
    return None
