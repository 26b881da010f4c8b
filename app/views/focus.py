"""The way that Tab goes: as one reads, also over parts that were made or shown later."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

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
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    laid = list(_of_layout(layout, children))
    floating = [child for child in children if child not in laid and not child.isWindow()]
    return [*laid, *floating]


def _of_layout(layout: QLayout, children: Sequence[QWidget]) -> Iterator[QWidget]:
    """Give those of the children that a layout holds, in its order.

    Not by itemAt: PySide keeps what it returned known after Qt deleted it, and takes the next
    object at the same address for it, which ends the process.
    """
    if isinstance(layout, QStackedLayout):
        shown = layout.currentWidget()
        if shown is not None:
            yield shown
        return
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [
        *((layout.indexOf(part), part) for part in children),
        *((layout.indexOf(part), part) for part in inner),
    ]
    for at, part in sorted(placed, key=itemgetter(0)):
        if at >= 0 and isinstance(part, QLayout):
            yield from _of_layout(part, children)
        elif at >= 0 and isinstance(part, QWidget):
            yield part


def _place(stops: list[QWidget], current: QWidget | None) -> int | None:
    """Return where the focus is: at a stop, or inside of one."""
    while current is not None:
        if current in stops:
            return stops.index(current)
        current = current.parentWidget()
    return None
