"""Waiting for the owner to do nothing."""

import asyncio
import time

from app.views.quiet import Quiet


async def waited(quiet: Quiet, seconds: float, at_most: float, *acts: float) -> float:
    began = time.monotonic()
    for moment in acts:
        asyncio.get_running_loop().call_later(moment, quiet.stir, "open")
    await quiet.come(seconds, at_most)
    return time.monotonic() - began


def test_every_act_puts_it_off() -> None:
    assert asyncio.run(waited(Quiet(), 0.2, 60.0, 0.05, 0.15)) >= 0.34


def test_it_comes_at_once_when_nothing_was_done_for_long() -> None:
    quiet = Quiet()
    time.sleep(0.02)
    assert asyncio.run(waited(quiet, 0.01, 60.0)) < 5.0


def test_it_does_not_wait_for_ever() -> None:
    acts = [number / 100 for number in range(1, 100)]
    assert asyncio.run(waited(Quiet(), 30.0, 0.3, *acts)) < 25.0
