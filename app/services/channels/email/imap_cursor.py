"""Where reading a folder stands, as the JSON cursor that is stored with the messages."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from app.services.channels.api import Cursor, Json

VERSION = 1

OLD_MAIL = timedelta(days=7)
"""Mail older than this when the account was connected is history, not waiting for an answer."""


@dataclass(slots=True)
class Position:
    """How far a folder has been read.

    Attributes:
        high: every UID above it is new.
        low: every UID below it is still to be read, until `done`.
        first: the highest UID when the account was connected.
        since: when that was (aware UTC).
        exists: how many messages with a UID up to `high` the folder held at the last look.
        modseq: HIGHESTMODSEQ when the folder was last opened, 0 where there is none.
        want: UIDs to read once more, whatever `high` and `low` say.
    """

    folder: str
    uidvalidity: int
    since: datetime
    high: int = 0
    low: int = 1
    first: int = 0
    done: bool = False
    exists: int = 0
    modseq: int = 0
    want: list[int] | None = None

    @classmethod
    def read(cls, cursor: Cursor | None) -> Self | None:
        """Return the position in a cursor, None when there is none or it is not ours."""
        if not cursor or cursor.get("v") != VERSION:
            return None
        folder, since, done = cursor.get("folder"), cursor.get("since"), cursor.get("done")
        names = ("uidvalidity", "high", "low", "first", "exists", "modseq")
        numbers = {name: _number(cursor.get(name)) for name in names}
        moment = _moment(since)
        if not isinstance(folder, str) or moment is None or None in numbers.values():
            return None
        return cls(
            folder,
            since=moment,
            done=done is True,
            want=_numbers(cursor.get("want")),
            **{name: number or 0 for name, number in numbers.items()},
        )

    def to_cursor(self) -> dict[str, Json]:
        """Return the cursor that `read` understands."""
        cursor: dict[str, Json] = {"v": VERSION, **asdict(self)}
        cursor["since"] = self.since.isoformat()
        cursor["want"] = sorted(set(self.want or ()))
        return cursor

    def external_id(self, uid: int) -> str:
        """Return the id of a message of this folder."""
        return f"{self.folder}/{self.uidvalidity}/{uid}"

    def is_history(self, uid: int, received_at: datetime) -> bool:
        """Say whether a message stood there long before the account was connected."""
        return uid <= self.first and received_at < self.since - OLD_MAIL


def want_again(cursor: Cursor, external_ids: Iterable[str]) -> Cursor:
    """Return the cursor with messages to be read once more; ids of other folders are left out.

    For the reconciliation: the ids that `FetchResult.remote_ids` lists and the store misses.
    """
    position = Position.read(cursor)
    if position is None:
        return cursor
    start = position.external_id(0)[:-1]
    wanted = [each.removeprefix(start) for each in external_ids if each.startswith(start)]
    position.want = [*(position.want or ()), *(int(uid) for uid in wanted if uid.isdecimal())]
    return position.to_cursor()


def _number(value: Json) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _numbers(value: Json) -> list[int]:
    if not isinstance(value, list | tuple):
        return []
    return [number for each in value if (number := _number(each))]


def _moment(value: Json) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment and moment.tzinfo else None
