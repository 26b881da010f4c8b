"""The rows of the list as an item model: ids of all, rows of those that are looked at."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtCore import Signal as QtSignal
from typing_extensions import override

from app.services.tickets.inbox_page import InboxRow
from app.views.inbox.doubts import Doubts

PAGE = 60
KEPT = 4_000
"""Rows kept in memory; those that were not looked at for long go first."""

ONE_BY_ONE = 400
"""Up to so many differences rows move, come and go one by one; beyond, the list is set anew."""

ROW = Qt.ItemDataRole.UserRole
ID = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class InboxModel(QAbstractTableModel):
    """One column; what a row looks like is the delegate's affair.

    Signals:
        rows_wanted(list): ids of tickets that are looked at and not known, or known as they were.
    """

    rows_wanted = QtSignal(list)

    def __init__(self, describe: Callable[[InboxRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._ids: array[int] = array("q")
        self._rows: dict[int, InboxRow] = {}
        self._stale: set[int] = set()
        self.doubts = Doubts(KEPT)
        self._wanted: dict[int, None] = {}
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._on_asking)

    @property
    def ids(self) -> "array[int]":
        return self._ids

    @property
    def rows(self) -> Sequence[InboxRow]:
        """The known rows in the order of the list."""
        return [self._rows[one] for one in self._ids if one in self._rows]

    def row_at(self, place: int) -> InboxRow | None:
        """Return the row of a place, when it is known."""
        return self._rows.get(self._ids[place]) if 0 <= place < len(self._ids) else None

    def row_of(self, ticket_id: int) -> int:
        """Return the place of a ticket, or -1."""
        try:
            return self._ids.index(ticket_id)
        except ValueError:
            return -1

    def show_rows(self, rows: Sequence[InboxRow], turn: int | None = None) -> None:
        """Show other rows in one go, as after another view; there may be more to come.

        `turn`: that of when they were asked for; None for now.
        """
        self.beginResetModel()
        self._ids = array("q", [row.id for row in rows])
        self._rows = {row.id: row for row in rows}
        self._stale = {row.id for row in rows if self.doubts.holds(row.id, turn)}
        self._wanted.clear()
        self.endResetModel()

    def set_ids(
        self,
        ids: "array[int]",
        *,
        fresh: bool = False,
        rows: Sequence[InboxRow] = (),
        turn: int | None = None,
    ) -> None:
        """Show these tickets in this order; selection and scroll stay with their tickets.

        With `fresh` it is another list, whose rows may look different. `turn` as in `put_rows`.
        """
        if fresh:
            self.beginResetModel()
            self._ids = ids
            self._rows = {row.id: row for row in rows}
            self._stale = {row.id for row in rows if self.doubts.holds(row.id, turn)}
            self.endResetModel()
            return
        if ids != self._ids:
            self._move_to(ids)
        if rows:
            self.put_rows(rows, turn)

    def put_rows(self, rows: Iterable[InboxRow], turn: int | None = None) -> None:
        """Take in rows that were asked for, and what is known of them anew.

        `turn`: that of when they were asked for; None for now. What was doubted since may have
        been read as it was before: it is asked for again.
        """
        changed = []
        for row in rows:
            if self.doubts.holds(row.id, turn):
                self._stale.add(row.id)
                self.ask([row.id])
            else:
                self._stale.discard(row.id)
            if self._rows.get(row.id) != row:
                self._rows[row.id] = row
                changed.append(row.id)
        self._forget()
        if not changed or not self._ids:
            return
        # Told once: whoever hears it looks at all that is on the screen.
        few = len(changed) <= PAGE * 2
        places = [place for one in changed if (place := self.row_of(one)) >= 0] if few else []
        if places or not few:
            first, last = (min(places), max(places)) if few else (0, len(self._ids) - 1)
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def doubt(self, ticket_ids: Iterable[int] | None) -> list[int]:
        """Ask again for these tickets when they are looked at, or for all (None).

        Returns those that are known now.
        """
        touched = None if ticket_ids is None else set(ticket_ids)
        self.doubts.add(touched)
        known = set(self._rows)
        doubted = known if touched is None else known & touched
        self._stale |= doubted
        return sorted(doubted)

    def ask(self, ticket_ids: Iterable[int]) -> None:
        """Ask for these rows, with the next turn of the loop."""
        self._wanted.update(dict.fromkeys(ticket_ids))
        if not self._asking.isActive():
            self._asking.start()

    def _move_to(self, ids: "array[int]") -> None:
        old, new = self._ids, ids
        start = 0
        least = min(len(old), len(new))
        while start < least and old[start] == new[start]:
            start += 1
        end = 0
        while end < least - start and old[-1 - end] == new[-1 - end]:
            end += 1
        middle = new[start : len(new) - end]
        if len(old) - start - end + len(middle) > ONE_BY_ONE:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
            return
        self._one_by_one(start, len(old) - end, middle)

    def _one_by_one(self, start: int, stop: int, wanted: "array[int]") -> None:
        staying = set(wanted)
        for at in range(stop - 1, start - 1, -1):
            if self._ids[at] not in staying:
                self.beginRemoveRows(_NOWHERE, at, at)
                del self._ids[at]
                self.endRemoveRows()
        for offset, ticket_id in enumerate(wanted):
            self._put(start + offset, ticket_id)

    def _put(self, at: int, ticket_id: int) -> None:
        if at < len(self._ids) and self._ids[at] == ticket_id:
            return
        there = self.row_of(ticket_id)
        if there < 0:
            self.beginInsertRows(_NOWHERE, at, at)
            self._ids.insert(at, ticket_id)
            self.endInsertRows()
            return
        self.beginMoveRows(_NOWHERE, there, there, _NOWHERE, at)
        del self._ids[there]
        self._ids.insert(at, ticket_id)
        self.endMoveRows()

    def _forget(self) -> None:
        for ticket_id in list(self._rows)[: max(0, len(self._rows) - KEPT)]:
            del self._rows[ticket_id]
            self._stale.discard(ticket_id)

    def _want(self, place: int) -> None:
        """Ask for a row and those around it."""
        around = self._ids[max(0, place - PAGE // 4) : place + PAGE]
        self.ask(one for one in around if one not in self._rows or one in self._stale)

    def _on_asking(self) -> None:
        wanted = list(self._wanted)
        self._wanted.clear()
        if wanted:
            self.rows_wanted.emit(wanted)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        ticket_id = self._ids[index.row()]
        if role == ID:
            return ticket_id
        row = self._rows.get(ticket_id)
        if row is None or ticket_id in self._stale:
            self._want(index.row())
        if row is None:
            return None
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
