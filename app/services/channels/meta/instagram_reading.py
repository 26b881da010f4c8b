"""What reading comments and direct messages of Instagram share."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from threading import Event

from app.services.channels.api import Budget, Cursor, FetchResult, Json, RawItem
from app.services.channels.errors import ProtocolChanged
from app.services.channels.kit import Node
from app.services.channels.meta.instagram_line import InstagramLine

HISTORY = timedelta(days=7)
HOUR = 3600


class Reading:
    """One fetch of one stream: what it took, and whether there is room for more.

    Attributes:
        lost: code of a gap that was seen.
    """

    def __init__(self, line: InstagramLine, now: datetime, budget: Budget, stop: Event) -> None:
        self.line, self.graph, self.now = line, line.graph, now
        self.second = int(now.timestamp())
        self.since = now
        self.items: list[RawItem] = []
        self.lost: str | None = None
        self._budget, self._stop = budget, stop

    @property
    def is_full(self) -> bool:
        """Tell whether nothing more may be taken."""
        size = sum(len(item.data) for item in self.items)
        return not self.room or size >= self._budget.size or self._stop.is_set()

    @property
    def room(self) -> int:
        """How many things may still be taken."""
        return max(0, max(1, self._budget.items) - len(self.items))

    def begin(self, cursor: Cursor | None) -> Node:
        """Return the cursor, for reading; `since` is when the account was connected."""
        node = Node(dict(cursor or {}))
        self.since = node["since"].moment() if node["since"] else self.now
        return node

    def end(self, kept: Mapping[str, Json], usual: timedelta, *, more: bool) -> FetchResult:
        """Return what was taken, with the cursor after it."""
        return FetchResult(
            self.items,
            {**kept, "since": self.since.isoformat()},
            more,
            self.graph.pace(usual),
            loss_possible=self.lost,
            rate=self.graph.rate,
        )

    def take(
        self,
        key: str,
        stream: str,
        second: int,
        kept: Mapping[str, object],
        *,
        ours: bool,
        problem: str | None = None,
    ) -> None:
        """Take one thing; without a moment it came now."""
        at = Node(second or self.second).moment()
        self.items.append(
            RawItem(
                key,
                stream,
                at,
                Node(kept).bytes(),
                outgoing=ours,
                history=at < self.since - HISTORY,
                problem=problem,
            )
        )

    def named(self, page: list[Node]) -> list[Node]:
        """Return a part of a list, in which everything has an id.

        Raises:
            ProtocolChanged: something has none.
        """
        if not all(one["id"].text for one in page):
            raise ProtocolChanged(server=self.graph.host, detail="no id")
        return page


def second(told: Node) -> int:
    """Return a moment in seconds since 1970, 0 for none."""
    try:
        return int(told.moment().timestamp())
    except ValueError:
        return 0


def entries(told: Node) -> dict[str, Node]:
    """Return the entries of a dictionary."""
    return {str(name): told[str(name)] for name in told.raw} if isinstance(told.raw, dict) else {}
