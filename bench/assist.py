"""Suggestions: loading the model, one message, a correction, and 400 tickets to compare with."""

import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from app.bootstrap import build_services
from app.services.clock import SystemClock
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import decisions
from bench.large import store

ROUNDS = 20
TICKETS = 400


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def run(_count: int) -> None:
    before = megabytes()
    profile, key = store(TICKETS)
    services = build_services(profile, key, clock=SystemClock(), parser=InlineParser())
    suggester = services.suggester()
    print(f"load, first time:    {timed(lambda: suggester.suggest_text('Hallo daar')):8.0f} ms")
    print(f"  of which the model {suggester.status().load_seconds * 1000:8.0f} ms")
    took = timed(suggester.complete)
    print(f"{TICKETS} messages:    {took:8.0f} ms, {took / TICKETS:.1f} ms each")
    ids = range(TICKETS - ROUNDS, TICKETS)
    for why in (False, True):
        times = [timed(partial(suggester.suggest, one, why=why)) for one in ids]
        print(f"a message{', with why' if why else '':<12}{median(times):8.0f} ms (median)")
    write = services.database.write_now
    for number, one in enumerate(ids):
        value = ("orders", "technical")[number % 2]
        write(decisions.set_listed, [one], field="category", value=value)
    print(f"after a correction:  {timed(lambda: suggester.suggest(TICKETS - 1)):8.0f} ms")
    services.close()
    print(f"memory:              {megabytes() - before:8.0f} MB more than before")
    _fresh()


def _fresh() -> None:
    """Show what a second start costs: the vectors are in the store."""
    with tempfile.TemporaryDirectory() as folder:
        made = create_profile(Path(folder) / "p", now=SystemClock().now(), practice=True)
        for name in ("a new store:", "the next time:"):
            services = build_services(
                made.profile, None, clock=SystemClock(), parser=InlineParser()
            )
            took = timed(partial(services.suggester().suggest_text, "Hallo", why=False))
            print(f"{name:<20} {took:8.0f} ms")
            services.close()
