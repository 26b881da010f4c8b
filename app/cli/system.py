"""Commands about Balie itself: journal, keys, doctor."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from app import __version__
from app.cli.context import as_json_option, plain, say, session_of, show
from app.services.storage.backup import check_store, list_backups
from app.services.storage.places import folder_warnings
from app.services.storage.schema import HEAD
from app.services.sync import health, outbox, quarantine
from app.services.tickets import journal
from app.services.tickets.deliveries import ACCOUNT_GONE

if TYPE_CHECKING:
    from app.bootstrap import Services

LOW_DISK = 500_000_000


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One line of the doctor: what was looked at, whether it is well, and what was found."""

    subject: str
    ok: bool
    found: str


@click.group("journal")
def journal_group() -> None:
    """The record of every act."""


@journal_group.command("verify")
@as_json_option
@click.pass_context
def journal_verify(ctx: click.Context, as_json: bool) -> int:
    """Check that no entry of the journal was changed, removed or put in between."""
    with session_of(ctx).services() as services:
        result = services.database.read_now(journal.verify)

    def lines() -> Iterator[str]:
        if result.broken_at is None:
            yield f"{result.entries} entries, all as they were written."
        else:
            yield f"Entry {result.broken_at} does not fit; the {result.entries} before it do."

    show(plain(result), as_json=as_json, lines=lines)
    return 0 if result.broken_at is None else 1


@click.command("doctor")
@as_json_option
@click.pass_context
def doctor_command(ctx: click.Context, as_json: bool) -> int:
    """Look at the profile, its store and accounts, and say what needs you."""
    session = session_of(ctx)
    with session.services() as services:
        findings = list(_diagnoses(services))

    def lines() -> Iterator[str]:
        for finding in findings:
            yield f"{'ok ' if finding.ok else 'NO '} {finding.subject}: {finding.found}"

    show(plain(findings), as_json=as_json, lines=lines)
    if not all(finding.ok for finding in findings):
        say("Some lines need you.")
        return 1
    return 0


def _diagnoses(services: "Services") -> Iterator[Diagnosis]:
    profile = services.profile
    yield Diagnosis("version", ok=True, found=f"Balie {__version__}, store {HEAD}")
    yield Diagnosis("profile", ok=True, found=f"{profile.folder} (key: {profile.mode.value})")
    problems = check_store(profile.store, services.key)
    yield Diagnosis("store", ok=not problems, found="; ".join(problems) or "every page is sound")
    result = services.database.read_now(journal.verify)
    broken = result.broken_at is not None
    yield Diagnosis(
        "journal", ok=not broken, found=f"broken at {result.broken_at}" if broken else "unbroken"
    )
    free = shutil.disk_usage(profile.folder).free
    yield Diagnosis("disk", ok=free > LOW_DISK, found=f"{free // 1_000_000} MB free")
    for warning in folder_warnings(profile.folder):
        yield Diagnosis("folder", ok=False, found=str(warning))
    backups = list_backups(profile.backups)
    yield Diagnosis("backups", ok=True, found=f"{len(backups)} in {profile.backups}")
    for account in services.database.read_now(health.accounts):
        ok = account.health not in {health.ATTENTION, health.OFFLINE}
        yield Diagnosis(account.handle, ok=ok, found=account.health_code or account.health)
    aside = services.database.read_now(quarantine.items)
    yield Diagnosis("quarantine", ok=not aside, found=f"{len(aside)} items put aside")
    stuck = [
        row
        for row in services.database.read_now(outbox.rows)
        if row.state in {"unknown", "failed"} or row.error_code == ACCOUNT_GONE
    ]
    yield Diagnosis("outbox", ok=not stuck, found=f"{len(stuck)} messages need you")


COMMANDS = (journal_group, doctor_command)
