"""The units of YouTube's API that a Google project may use in a day."""

import threading
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.services.channels.api import Json, RateState
from app.services.channels.errors import QuotaExhausted
from app.services.channels.kit import Node

UNITS = 10_000
"""What a project has in a day; its day begins at midnight in California."""

FOR_ANSWERS = 500
"""So much of the day is left for answering when reading stops: ten answers."""

_ZONE = ZoneInfo("America/Los_Angeles")


class Quota:
    """Counts what one project uses; all accounts of the project share it, on all threads."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now, self._lock = now, threading.Lock()
        self._day, self._used = self._today(), 0

    def spend(self, units: int, *, account: str, server: str, keep: int = 0) -> None:
        """Count a request before it is made, since one that is refused counts as well.

        Args:
            keep: units that must be left after it.

        Raises:
            QuotaExhausted: there are not so many left until the day is over.
        """
        with self._lock:
            self._begin_day()
            if self._used + units + keep > UNITS:
                raise QuotaExhausted(server=server, account=account)
            self._used += units

    def used_up(self) -> None:
        """Take Google's word that nothing is left; other programs may use the project too."""
        with self._lock:
            self._begin_day()
            self._used = UNITS

    def state(self) -> RateState:
        """Return what is left and until when."""
        with self._lock:
            self._begin_day()
            midnight = datetime.combine(self._day + timedelta(days=1), time(), _ZONE)
            return RateState(UNITS, UNITS - self._used, midnight.astimezone(self._now().tzinfo))

    def cursor(self) -> Json:
        """Return the count, for a cursor: it outlives the program there."""
        with self._lock:
            self._begin_day()
            return {"day": self._day.isoformat(), "used": self._used}

    def learn(self, told: Node) -> None:
        """Take over what `cursor` gave before the program ended."""
        with self._lock:
            self._begin_day()
            if told["day"].text == self._day.isoformat():
                self._used = max(self._used, min(told["used"].number or 0, UNITS))

    def _today(self) -> date:
        return self._now().astimezone(_ZONE).date()

    def _begin_day(self) -> None:
        today = self._today()
        if today != self._day:
            self._day, self._used = today, 0
