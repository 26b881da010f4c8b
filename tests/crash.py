"""Kills a forked process at every step (SQL statement, commit, network call) and starts again.

mbsync's method: whatever step a kill hits, starting again must end in the same state as never
having been killed.
"""

import imaplib
import os
import random
import smtplib
import traceback
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

from tests.effort import EFFORT

KILLED = 137
STRIDES = {"quick": 60, "full": 60, "all": 1}


def killed_at_every_step(
    prepare: Callable[[], None], work: Callable[[], object], *, network_only: bool = False
) -> Iterator[int]:
    """Run `work` in a forked process again and again, killed a step later each time.

    Yields the number of the step after each kill, so that the caller can start again and compare;
    ends when the work gets through. `prepare` brings back the state before the work. The gate
    takes every 60th step from a random one; BALIE_EFFORT=all takes them all.
    """
    stride = STRIDES[EFFORT]
    point = random.randint(1, stride)
    while True:
        prepare()
        if run_killed(work, point, network_only=network_only) == 0:
            return
        yield point
        point += stride


def run_killed(work: Callable[[], object], point: int, *, network_only: bool = False) -> int:
    """Run `work` in a forked process that dies at the `point`-th step; returns its exit code."""
    child = os.fork()
    if child == 0:
        _run(work, point, network_only=network_only)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in {0, KILLED}, f"the work failed by itself at point {point}"
    return code


def run_forked(work: Callable[[], object]) -> None:
    """Run `work` in a forked process to its end, so that it leaves nothing in this one."""
    assert run_killed(work, -1) == 0


def _run(work: Callable[[], object], point: int, *, network_only: bool) -> None:
    left = [point]

    def step(*_args: Any, **_kwargs: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            os._exit(KILLED)

    if not network_only:
        _watch_store(step)
    _watch_network(step)
    try:
        work()
    except BaseException:  # noqa: BLE001  the forked process may not run on as a second pytest
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _watch_store(step: Callable[..., None]) -> None:
    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "after_cursor_execute", step)
    DefaultDialect.do_commit = _around(DefaultDialect.do_commit, step)  # type: ignore[method-assign]


def _watch_network(step: Callable[..., None]) -> None:
    for kind, names in (
        (imaplib.IMAP4, ("send", "_get_response")),
        (smtplib.SMTP, ("send", "getreply")),
    ):
        for name in names:
            setattr(kind, name, _around(getattr(kind, name), step))


def _around(real: Callable[..., Any], step: Callable[..., None]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        step()
        result = real(*args, **kwargs)
        step()
        return result

    return call
