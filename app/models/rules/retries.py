"""When to try again after a failure."""

from datetime import timedelta

BASE = timedelta(seconds=2)
CAP = timedelta(minutes=5)


def retry_delay(failures: int, jitter: float) -> timedelta:
    """Return the pause after the n-th failure in a row: doubling with full jitter, capped.

    Args:
        failures: how many in a row, from 1.
        jitter: random number in [0, 1); spreads many programs over the time.
    """
    longest = min(CAP, BASE * int(2 ** min(failures, 20)))
    return longest * (0.5 + jitter / 2)
