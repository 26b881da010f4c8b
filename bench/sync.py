"""First sync of a large mailbox against the raw drain of the same server."""

import asyncio
import time
from contextlib import closing

from app.bootstrap import Services
from app.services.sync import health
from app.services.sync.engine import Report
from app.services.tickets import inbox
from bench.mailbox import connected, full_mailbox, peak_megabytes
from tests.servers.mail import MailServer, MailUser


def run(count: int) -> None:
    with full_mailbox(count) as (server, user):
        drain(server, user)
        raw = drain(server, user)
        with connected(server, user) as services:
            began = time.perf_counter()
            first = once(services)
            seconds = time.perf_counter() - began
            (info,) = services.database.read_now(health.accounts)
            began = time.perf_counter()
            second = once(services)
            again = time.perf_counter() - began
            total = services.database.read_now(inbox.counts).views["all"]
            size = services.profile.store.stat().st_size / 1e6
    own, children = peak_megabytes()
    progress = next(part for part in info.progress if part.stream == "INBOX")
    print(f"raw drain of {count} mails: {raw:.2f} s ({count / raw:.0f}/s)")
    print(f"first sync: {seconds:.1f} s ({count / seconds:.0f}/s), {seconds / raw:.1f} x the drain")
    print(f"came in: {first.new}; {progress.local} of {progress.remote}; {total} tickets")
    print(f"second sync: {second.new} new, {again:.2f} s")
    print(f"store {size:.0f} MB; memory {own:.0f} MB, parser {children:.0f} MB")
    assert first.new == progress.local == progress.remote == count
    assert second.new == 0


def once(services: Services) -> Report:
    async def work() -> Report:
        services.run_on(asyncio.get_running_loop())
        engine = services.engine()
        try:
            return await engine.run_once()
        finally:
            await engine.stop()

    report = asyncio.run(work())
    assert not report.errors, report.errors
    return report


def drain(server: MailServer, user: MailUser) -> float:
    """Fetch every byte in one command, and do nothing with it."""
    with server.imap(user) as client, closing(client.sock):
        client.select("INBOX", readonly=True)
        began = time.perf_counter()
        client.uid("FETCH", "1:*", "(UID BODY.PEEK[])")
        return time.perf_counter() - began


def drain_imports(services: Services) -> None:
    """Turn imported raw messages into tickets."""

    async def work() -> None:
        services.run_on(asyncio.get_running_loop())
        engine = services.engine()
        await engine.drain()
        await engine.stop()

    asyncio.run(work())
