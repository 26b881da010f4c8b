"""The store: how long an act is durable, and how long a page takes, beside a bare connection."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from app.bootstrap import build_services
from app.services.clock import SystemClock
from app.services.storage.profile import create_profile
from app.services.sync import imports
from app.services.sync.parser import InlineParser
from app.services.tickets import decisions, finding, inbox, replies
from bench.mails import mails
from bench.sync import drain_imports

TICKETS = 2_000


def run(_count: int) -> None:
    with TemporaryDirectory() as folder:
        clock = SystemClock()
        made = create_profile(Path(folder) / "p", now=clock.now(), passphrase="een lange zin")
        services = build_services(made.profile, made.master_key, clock=clock, parser=InlineParser())
        account_id = services.database.write_now(imports.import_account)
        imports.import_messages(
            services.database, mails(TICKETS, datetime.now(UTC)), account_id, now=clock.now()
        )
        drain_imports(services)
        database = services.database
        report("empty transaction", lambda: database.write_now(_nothing))
        report("change priority", _alternating(database))
        report(
            "answer (message, outbox, journal)",
            lambda: database.write_now(replies.answer, 1, text="Dag", now=False),
        )
        report("page of 100", lambda: database.read_now(inbox.page, now=clock.now()))
        report("open a ticket", lambda: database.read_now(inbox.ticket_view, 5))
        report(
            "search", lambda: database.read_now(finding.messages, "koppel best", now=clock.now())
        )
        services.close()


def _nothing(unit: object) -> None:
    """Begin and commit."""


def _alternating(database: object) -> Callable[[], None]:
    turns = iter(range(10_000))

    def change() -> None:
        wanted = "high" if next(turns) % 2 else "low"
        database.write_now(decisions.set_priority, [2], priority=wanted)  # type: ignore[attr-defined]

    return change


def report(title: str, act: Callable[[], object], times: int = 100) -> None:
    took = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        took.append(1000 * (time.perf_counter() - began))
    took.sort()
    print(f"{title:<36} p50 {median(took):7.2f} ms   p95 {took[int(times * 0.95)]:7.2f} ms")
