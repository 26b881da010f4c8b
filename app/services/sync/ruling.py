"""Lets the owner's rules ask the suggestion about what came in, when nothing is being written."""

import asyncio

from app.services.assist.advising import Adviser
from app.services.clock import Clock
from app.services.storage.database import Database
from app.services.tickets import policy_waits

BREATH_SECONDS = 0.05
"""Between two batches, so that the owner's own acts get between."""


async def ask_all(database: Database, clock: Clock, adviser: Adviser | None) -> None:
    """Ask about all that waits, each message once; the model is loaded when there is anything.

    What fails on one message is tried again later (`advice_mark`) and holds no other up.
    """
    while adviser is not None:
        found = await database.read(policy_waits.waiting, clock.now())
        if found is None:
            return
        advice, failed = await asyncio.to_thread(adviser.of_each, found.tickets)
        await database.write(policy_waits.settle, found, advice, failed)
        await asyncio.sleep(BREATH_SECONDS)
