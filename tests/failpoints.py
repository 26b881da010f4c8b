"""Kills a forked process before and after each of its steps on the disk (mbsync's method)."""

import os
import traceback
from collections.abc import Callable, Iterator
from itertools import count

from tests.effort import EFFORT

STEPS = ("open", "fsync", "replace", "unlink", "mkdir", "chmod")
KILLED = 137
STRIDE = 3 if EFFORT == "quick" else 1
"""With little effort only every third step is tried."""


def killed_everywhere(
    prepare: Callable[[], Callable[[], object]], stride: int = STRIDE
) -> Iterator[int]:
    """Run what `prepare` returns again and again, killed `stride` steps later each time.

    Yields the number of the point after each kill, so that the caller can look at what is left;
    ends when the work gets through.
    """
    for point in count(1, stride):
        work = prepare()
        child = os.fork()
        if child == 0:
            _run(work, point)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if code == 0:
            return
        assert code == KILLED, f"the work failed at point {point}"
        yield point


def _run(work: Callable[[], object], point: int) -> None:
    left = [point]

    def passed() -> None:
        left[0] -= 1
        if left[0] == 0:
            os._exit(KILLED)

    for name in STEPS:
        setattr(os, name, _stepping(getattr(os, name), passed))
    try:
        work()
    except BaseException:  # noqa: BLE001  the forked process may not run on as a second pytest
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _stepping(real: Callable[..., object], passed: Callable[[], None]) -> Callable[..., object]:
    def step(*args: object, **kwargs: object) -> object:
        passed()
        result = real(*args, **kwargs)
        passed()
        return result

    return step
