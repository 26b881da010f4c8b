"""The pages that were read, to go back to and forward again."""

MOST = 100


class Trail:
    """Places in the order in which they were read."""

    def __init__(self) -> None:
        self._places: list[str] = []
        self._at = -1

    def visit(self, place: str) -> None:
        """Read a page next; what lay ahead is forgotten."""
        if self._at < 0 or self._places[self._at] != place:
            self._places = [*self._places[: self._at + 1], place][-MOST:]
            self._at = len(self._places) - 1

    def step(self, by: int) -> str | None:
        """Go back (-1) or on (1); returns the place, None when there is none."""
        if not self.can(by):
            return None
        self._at += by
        return self._places[self._at]

    def can(self, by: int) -> bool:
        """Tell whether there is a page before or after."""
        return 0 <= self._at + by < len(self._places)

    def forget(self, place: str) -> None:
        """Take a page out that is gone."""
        before = self._places[: self._at + 1].count(place)
        self._places = [one for one in self._places if one != place]
        self._at = min(max(self._at - before, 0), len(self._places) - 1)
