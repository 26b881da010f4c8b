"""Waiting for something to happen, but not for ever."""

import asyncio
from datetime import timedelta


async def wait(event: asyncio.Event, pause: timedelta) -> bool:
    """Wait until the event is set (True) or the time is over, then clear it."""
    try:
        async with asyncio.timeout(pause.total_seconds()):
            await event.wait()
    except TimeoutError:
        return False
    else:
        return True
    finally:
        event.clear()
