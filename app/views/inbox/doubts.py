"""Which rows may have changed since they were asked for."""

from collections.abc import Iterable


class Doubts:
    """Counts changes: what was read in one turn knows all that came before that turn.

    Args:
        most: so many tickets are remembered one by one; beyond, all of them are doubted.
    """

    def __init__(self, most: int) -> None:
        self.turn = 0
        self._most = most
        self._of_all = 0
        self._of: dict[int, int] = {}

    def add(self, ticket_ids: Iterable[int] | None) -> None:
        """These tickets changed, or any may have (None)."""
        self.turn += 1
        touched = dict.fromkeys(ticket_ids or (), self.turn)
        if ticket_ids is None or len(self._of) + len(touched) > self._most:
            self._of_all = self.turn
            self._of.clear()
        else:
            self._of.update(touched)

    def holds(self, ticket_id: int, turn: int | None) -> bool:
        """Tell whether a ticket changed since this turn; None stands for now."""
        return turn is not None and max(self._of.get(ticket_id, 0), self._of_all) > turn
