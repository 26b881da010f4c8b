"""Suggestions: loading the model, one message, corrections, and 400 tickets to compare with.

The tickets are of one sentence of sixty words that mean nothing, which is slow; what is asked is
what customers write (bench/data).
"""

import json
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from app.bootstrap import build_services
from app.services.assist import known
from app.services.clock import SystemClock
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import acts, decisions
from bench.labelled import DATA
from bench.large import store

ROUNDS = 20
TICKETS = 400
MESSAGES = DATA / "messages.json"


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
    texts = [one["text"] for one in json.loads(MESSAGES.read_text("utf-8"))[:ROUNDS]]
    for why in (False, True):
        times = [timed(partial(suggester.suggest_text, one, why=why)) for one in texts]
        print(f"a message{', with why' if why else '':<12}{median(times):8.0f} ms (median)")
    write = services.database.write_now
    done = []
    for first, many in ((1, 1), (2, 1), (3, 297), (300, 1)):
        value = ("orders", "technical")[first % 2]
        ids = list(range(first, first + many))
        done.append(write(decisions.set_listed, ids, field="category", value=value))
        took = timed(partial(suggester.suggest_text, texts[0], why=False))
        print(f"after {many:3} corrections:{took:8.0f} ms, then of {first + many - 1} in all")
    for one in reversed(done):
        write(acts.undo, one.act_id)
    services.close()
    print(f"memory:              {megabytes() - before:8.0f} MB more than before")
    _fresh()


def _fresh() -> None:
    """Show what the first suggestion of a start costs, the model being there."""
    with tempfile.TemporaryDirectory() as folder:
        made = create_profile(Path(folder) / "p", now=SystemClock().now(), practice=True)
        for name in ("a new store:", "the next time:"):
            known.of_shipped.cache_clear()
            services = build_services(
                made.profile, None, clock=SystemClock(), parser=InlineParser()
            )
            took = timed(partial(services.suggester().suggest_text, "Hallo", why=False))
            print(f"{name:<20} {took:8.0f} ms")
            services.close()
