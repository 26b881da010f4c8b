"""Choosing tickets in the list, with the mouse and with the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from app.views.inbox.model import ID, InboxModel

_SELECT = QItemSelectionModel.SelectionFlag


class ChoosingView(QTableView):
    """A list of tickets of which one is current, and several may be chosen.

    Signals:
        opened(int): a ticket became current.
        entered_ticket(int): the owner pressed Enter on a ticket, or clicked twice.
        chosen_changed(int): how many tickets are chosen now.
        left(): Escape, and no more than the current ticket is chosen.
    """

    opened = Signal(int)
    entered_ticket = Signal(int)
    chosen_changed = Signal(int)
    left = Signal()

    def __init__(self, rows: InboxModel, parent: QWidget) -> None:
        super().__init__(parent)
        rows.setParent(self)
        self.rows = rows
        self._silent = False
        self._last_at = 0
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_entered)

    @property
    def current_id(self) -> int | None:
        found = self.currentIndex().data(ID)
        return found if isinstance(found, int) else None

    @property
    def likely_ids(self) -> list[int]:
        """The tickets that are likely to be current next: the one below, and the first."""
        places = (self.currentIndex().row() + 1, 0)
        return [self.rows.ids[at] for at in places if at < len(self.rows.ids)]

    @property
    def chosen_ids(self) -> list[int]:
        """The chosen tickets in the order of the list; the current one when none is."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.ids[place] for place in places if place < len(self.rows.ids)]

    def select(self, ticket_id: int, *, quietly: bool = False) -> bool:
        """Make a ticket current; `quietly` without opening it. False when it is not in the list."""
        at = self.rows.row_of(ticket_id)
        if at < 0:
            return False
        self._silent = quietly
        self.selectionModel().setCurrentIndex(self.rows.index(at, 0), _SELECT.ClearAndSelect)
        self._silent = False
        return True

    def deselect(self) -> None:
        """Let no ticket be current."""
        self._silent = True
        self.selectionModel().clear()
        self._silent = False

    def toggle_current(self) -> None:
        """Choose the current ticket as well, or no longer, and stay on it."""
        current = self.currentIndex()
        if current.isValid():
            self.selectionModel().select(current, _SELECT.Toggle)

    def choose_all(self) -> None:
        """Choose every ticket of the list, without opening one."""
        self._silent = True
        self.selectAll()
        self._silent = False

    def choose_only_current(self) -> None:
        """Let only the current ticket be chosen."""
        current = self.currentIndex()
        if current.isValid():
            self.selectionModel().select(current, _SELECT.ClearAndSelect)
        else:
            self.selectionModel().clearSelection()

    def choose_also(self, ticket_ids: Sequence[int]) -> None:
        """Choose these as well, as far as they are in the list."""
        for ticket_id in ticket_ids:
            at = self.rows.row_of(ticket_id)
            if at >= 0:
                self.selectionModel().select(self.rows.index(at, 0), _SELECT.Select)

    def step(self, by: int) -> None:
        """Go to the next or an earlier row."""
        current = self.currentIndex()
        # A ticket that left the list leaves its place: the next one stands there now.
        at = current.row() + by if current.isValid() else self._last_at
        self.go_to(at)

    def go_to(self, place: int) -> None:
        """Make the ticket of a place current, when there is one."""
        if 0 <= place < self.rows.rowCount():
            self.selectRow(place)
            self.scrollTo(self.rows.index(place, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_entered(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggle_current()
        elif event.key() == Qt.Key.Key_Escape:
            if len(self.chosen_ids) > 1:
                self.choose_only_current()
            else:
                self.left.emit()
        elif event.text().strip() and not event.modifiers():
            event.ignore()  # letters are the actions'; Qt would jump to a row that begins so
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        had_current = self.currentIndex().isValid()
        self._silent = True
        super().focusInEvent(event)
        self._silent = False
        if not had_current:
            self.deselect()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        ticket_id = current.data(ID)
        if isinstance(ticket_id, int):
            self._last_at = current.row()
            if not self._silent:
                self.opened.emit(ticket_id)

    def _on_selection_changed(self) -> None:
        self.chosen_changed.emit(len(self.selectionModel().selectedRows()))

    def _on_entered(self, index: QModelIndex) -> None:
        ticket_id = index.data(ID)
        if isinstance(ticket_id, int):
            self.entered_ticket.emit(ticket_id)
