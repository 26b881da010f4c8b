"""Makes the profile of the example firm, in which an owner looks round before his own is there."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.bootstrap import build_services
from app.services.clock import Clock
from app.services.demo import loader, people, script
from app.services.storage.errors import ProfileInUse
from app.services.storage.lock import ProfileLock
from app.services.storage.profile import create_profile, default_folder, load_profile
from app.services.storage.profile_file import Profile
from app.services.sync.parser import InlineParser

MARK = "example.json"
FRESH = timedelta(hours=8)
"""So long the firm stays as it was left; then it would be a day behind, and is made anew."""


def example_folder() -> Path:
    """Return the folder of the example firm, beside the owner's own."""
    return default_folder().with_name("Balie-example")


def prepare(
    folder: Path, clock: Clock, *, fresh: bool = False, told: Callable[[int, int], None]
) -> Profile:
    """Return the profile of the example firm, made now unless there is one of today.

    Only a folder that this function made is ever replaced.

    Raises:
        ProfileExists: the folder holds somebody's own messages.
    """
    now = clock.now()
    made = _made_at(folder)
    if made is not None and not fresh and timedelta(0) <= now - made < FRESH:
        return load_profile(folder)
    if made is not None and not _take_away(folder):
        return load_profile(folder)
    story = script.read(now)
    profile = create_profile(folder, now=now - timedelta(days=40), practice=True).profile
    (folder / MARK).write_text(json.dumps({"made": None}))
    replay = loader.ReplayClock(now)
    services = build_services(profile, None, clock=replay, parser=InlineParser())
    try:
        loader.fill(services.database, replay, story, people.read(now), now, told)
    finally:
        services.close()
    (folder / MARK).write_text(json.dumps({"made": now.isoformat()}))
    return profile


def _take_away(folder: Path) -> bool:
    """Remove a firm of yesterday; False when a window shows it."""
    lock = ProfileLock(folder, "demo")
    try:
        lock.acquire()
    except ProfileInUse:
        return False
    lock.release()
    shutil.rmtree(folder)
    return True


def _made_at(folder: Path) -> datetime | None:
    """Return when the firm in a folder was made: long ago when it was not finished."""
    try:
        made = json.loads((folder / MARK).read_text())["made"]
    except OSError:
        return None
    return datetime.min.replace(tzinfo=UTC) if made is None else datetime.fromisoformat(made)
