"""The only place that reads the computer's clock."""

from datetime import UTC, datetime
from typing import Protocol

from typing_extensions import override


class Clock(Protocol):
    """Tells the time; tests bring their own."""

    def now(self) -> datetime:
        """Return the present as an aware UTC datetime."""
        ...


class SystemClock(Clock):
    """The computer's clock."""

    @override
    def now(self) -> datetime:
        return datetime.now(UTC)
