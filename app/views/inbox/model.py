"""The rows of the list as an item model: frozen, paged, changed without a reset."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal
from typing_extensions import override

from app.services.tickets.inbox_page import InboxRow

PAGE = 100
ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class InboxModel(QAbstractTableModel):
    """One column; what a row looks like is the delegate's affair.

    Signals:
        more_wanted(int): the view came near the end; rows from this place on are asked for.
    """

    more_wanted = QtSignal(int)

    def __init__(self, describe: Callable[[InboxRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._rows: list[InboxRow] = []
        self._complete = True
        self._asked = False

    @property
    def rows(self) -> Sequence[InboxRow]:
        return self._rows

    def row_of(self, ticket_id: int) -> int:
        """Return the place of a ticket, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.id == ticket_id), -1)

    def replace(self, rows: Sequence[InboxRow], *, complete: bool) -> None:
        """Show other rows in one go, as after another view or query."""
        self.beginResetModel()
        self._rows = list(rows)
        self._complete, self._asked = complete, False
        self.endResetModel()

    def update(self, rows: Sequence[InboxRow], *, complete: bool) -> None:
        """Show the present state of the same list: rows move, come and go one by one.

        Selection and scroll stay with their tickets, because nothing is reset.
        """
        wanted = {row.id for row in rows}
        for at in range(len(self._rows) - 1, -1, -1):
            if self._rows[at].id not in wanted:
                self.beginRemoveRows(_NOWHERE, at, at)
                del self._rows[at]
                self.endRemoveRows()
        for at, row in enumerate(rows):
            self._put(at, row)
        self._complete, self._asked = complete, False

    def append(self, rows: Sequence[InboxRow], *, complete: bool) -> None:
        """Add the next page; a ticket that moved between two pages is shown once."""
        shown = {row.id for row in self._rows}
        new = [row for row in rows if row.id not in shown]
        if new:
            first = len(self._rows)
            self.beginInsertRows(_NOWHERE, first, first + len(new) - 1)
            self._rows.extend(new)
            self.endInsertRows()
        self._complete, self._asked = complete, False

    def _put(self, at: int, row: InboxRow) -> None:
        here = self._rows[at].id if at < len(self._rows) else None
        if here != row.id:
            there = self.row_of(row.id)
            if there < 0:
                self.beginInsertRows(_NOWHERE, at, at)
                self._rows.insert(at, row)
                self.endInsertRows()
                return
            self.beginMoveRows(_NOWHERE, there, there, _NOWHERE, at)
            self._rows.insert(at, self._rows.pop(there))
            self.endMoveRows()
        if self._rows[at] != row:
            self._rows[at] = row
            changed = self.index(at, 0)
            self.dataChanged.emit(changed, changed)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.customer} · {row.subject}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete and not self._asked

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(len(self._rows))
