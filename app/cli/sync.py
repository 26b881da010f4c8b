"""Commands that talk to the channels: sync, and sending one answer now."""

import asyncio
import signal
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

import click

from app.cli.context import Session, say, session_of, when
from app.models.rules.messages import Delivery
from app.services.events import MessagesArrived, OutboxChanged
from app.services.storage.errors import ProfileInUse
from app.services.sync import accounts, outbox
from app.services.tickets.replies import Queued

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.services.sync.engine import Report


@click.command("sync")
@click.option("--account", help="Only this account.")
@click.option("--watch", is_flag=True, help="Keep on until interrupted.")
@click.pass_context
def sync_command(ctx: click.Context, account: str | None, watch: bool) -> int:
    """Fetch everything new and send what is due."""
    with session_of(ctx).services(program="sync") as services:
        ids = None if account is None else [services.database.read_now(accounts.find, account)]
        if watch:
            asyncio.run(_watch(services))
            return 0
        report = asyncio.run(_once(services, ids))
    say(f"{report.new} new, {report.sent} sent.")
    for handle, error in report.errors.items():
        say(f"balie: {handle}: {error}")
    return 1 if report.errors else 0


def report_sending(session: Session, queued: Queued) -> None:
    """Send one answer now and say how it went; a running Balie does it by itself."""
    try:
        with session.services(program="send") as services:
            asyncio.run(_send(services))
            rows = services.database.read_now(outbox.rows, finished=True)
    except ProfileInUse:
        say("Balie is open with this profile and sends the answer.")
        return
    for row in rows:
        if row.id == queued.outbox_id:
            say(_told(row.state, row.due_at))


def _told(state: str, due_at: datetime) -> str:
    words = {
        Delivery.SENT.value: "The answer is sent.",
        Delivery.QUEUED.value: f"The answer is kept and tried again at {when(due_at)}.",
        Delivery.UNKNOWN.value: "It is not known whether the answer went out: see 'outbox list'.",
        Delivery.FAILED.value: "The answer was refused: see 'outbox list'.",
    }
    return words.get(state, state)


async def _once(services: "Services", ids: list[int] | None) -> "Report":
    services.run_on(asyncio.get_running_loop())
    engine = services.engine()
    try:
        return await engine.run_once(ids)
    finally:
        await engine.stop()


async def _send(services: "Services") -> None:
    services.run_on(asyncio.get_running_loop())
    engine = services.engine()
    try:
        await engine.send_all_due()
    finally:
        await engine.stop()


async def _watch(services: "Services") -> None:
    loop = asyncio.get_running_loop()
    services.run_on(loop)
    services.hub.subscribe(MessagesArrived, _on_arrived)
    services.hub.subscribe(OutboxChanged, _on_outbox)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # not on Windows, where Ctrl+C still interrupts
            loop.add_signal_handler(number, stop.set)
    engine = services.engine()
    await engine.start(seen=False)
    say("Watching all accounts; Ctrl+C ends.")
    try:
        await stop.wait()
    finally:
        await engine.stop()


def _on_arrived(event: MessagesArrived) -> None:
    say(f"New messages in {len(event.ticket_ids)} tickets.")


def _on_outbox(_event: OutboxChanged) -> None:
    say("The outbox has changed.")


COMMANDS = (sync_command,)
