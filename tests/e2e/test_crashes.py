"""Killed at every step of fetch, ingest, send and migrate: nothing lost, doubled or sent twice."""

import asyncio
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap import Services, build_services
from app.services.channels.api import Prepared
from app.services.storage.database import Unit
from app.services.storage.profile import create_profile, finish_interrupted, load_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import journal, replies
from tests.crash import killed_at_every_step, run_forked
from tests.fakes import MONDAY, SHOP, FakeChannelType, FakeClock, Platform, add_account

STATE = {
    "messages": "select direction, text, coalesce(delivery, '') from messages",
    "tickets": "select state, message_count, next_due is null from tickets",
    "raw": "select external_id, state from raw_events",
    "outbox": "select state, sent_copy from outbox",
    "found": "select count(*) from search_index where search_index match '\"bericht\" *'",
    "docs": "select kind, count(*) from search_docs group by kind",
}


class FilePlatform(Platform):
    """A platform that remembers in files what it accepted, so that it outlives our process."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        folder.mkdir(exist_ok=True)
        self.accepted = FileList(folder / "accepted")  # type: ignore[assignment]
        self.copies = FileList(folder / "copies")  # type: ignore[assignment]


class FileList:
    """A list of keys in a file; what is appended is there at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.touch()

    def append(self, entry: Prepared | str) -> None:
        key = entry if isinstance(entry, str) else entry.external_id
        with self._path.open("a") as file:
            file.write(key + "\n")

    def keys(self) -> list[str]:
        return self._path.read_text().split()

    def __contains__(self, key: str) -> bool:
        return key in self.keys()


@dataclass
class World:
    """A profile folder and a platform that both survive a kill."""

    folder: Path
    platform: Path

    def open(self) -> Services:
        finish_interrupted(self.folder)
        profile = load_profile(self.folder)
        kind = FakeChannelType()
        kind.platform = FilePlatform(self.platform)
        kind.platform.page = 2
        fill(kind.platform)
        return build_services(
            profile, None, clock=FakeClock(), channels=(kind,), parser=InlineParser()
        )

    def sync(self) -> None:
        services = self.open()

        async def once() -> None:
            services.run_on(asyncio.get_running_loop())
            engine = services.engine()
            await engine.run_once()
            await engine.stop()

        asyncio.run(once())
        services.close()

    def state(self) -> dict[str, Counter[tuple[object, ...]]]:
        services = self.open()
        try:
            assert services.database.read_now(journal.verify).broken_at is None
            return services.database.read_now(
                lambda session: {
                    name: Counter(tuple(row) for row in session.execute(text(sql)))
                    for name, sql in STATE.items()
                }
            )
        finally:
            services.close()


def fill(platform: Platform) -> None:
    """Five messages over two streams: a thread, a bad item, an answer written elsewhere."""
    platform.deliver(key="<1@x>")
    platform.deliver(key="<2@x>", author="bert@klant.example")
    bad = platform.deliver()
    object.__setattr__(bad, "data", b"no json")
    platform.deliver(key="<4@x>", parents=["<1@x>"])
    platform.deliver(stream="sent", author=SHOP, parents=["<2@x>"], to=["bert@klant.example"])


@pytest.fixture
def world(tmp_path: Path) -> World:
    create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    return World(tmp_path / "profile", tmp_path / "platform")


def keep(world: World, tmp_path: Path) -> Callable[[], None]:
    """Return what brings the world back to how it is now."""
    kept = tmp_path / "kept"
    shutil.copytree(world.folder, kept / "profile")
    shutil.copytree(world.platform, kept / "platform")

    def restore() -> None:
        for name, path in (("profile", world.folder), ("platform", world.platform)):
            shutil.rmtree(path)
            shutil.copytree(kept / name, path)

    return restore


def connect(world: World) -> None:
    services = world.open()
    add_account(services)
    services.close()


def queue_answer(world: World) -> None:
    services = world.open()

    def work(unit: Unit) -> None:
        replies.answer(unit, 1, text="Bericht terug", now=True)

    services.database.write_now(work)
    services.close()


def test_a_kill_during_migration_leaves_a_store_that_opens(world: World, tmp_path: Path) -> None:
    world.platform.mkdir()
    restore = keep(world, tmp_path)
    points = 0
    for _ in killed_at_every_step(restore, lambda: world.open().close()):
        points += 1
        run_forked(lambda: world.open().close())
    services = world.open()
    found = services.database.read_now(
        lambda session: session.scalar(text("select count(*) from categories"))
    )
    services.close()
    assert found == 5
    assert points > 1


@pytest.mark.timeout(600)
@pytest.mark.allow_log
def test_a_kill_during_fetch_and_ingest_loses_and_doubles_nothing(
    world: World, tmp_path: Path
) -> None:
    run_forked(lambda: connect(world))
    restore = keep(world, tmp_path)
    run_forked(world.sync)
    expected = world.state()
    assert sum(expected["messages"].values()) == 4
    points = 0
    for point in killed_at_every_step(restore, world.sync):
        points += 1
        run_forked(world.sync)
        assert world.state() == expected, f"after a kill at step {point}"
    assert points > 3


@pytest.mark.timeout(600)
@pytest.mark.allow_log
def test_a_kill_during_sending_never_sends_twice_and_never_forgets(
    world: World, tmp_path: Path
) -> None:
    run_forked(lambda: connect(world))
    run_forked(world.sync)
    run_forked(lambda: queue_answer(world))
    restore = keep(world, tmp_path)
    run_forked(world.sync)
    expected = world.state()
    accepted = FileList(world.platform / "accepted")
    copies = FileList(world.platform / "copies")
    unknown = 0
    for point in killed_at_every_step(restore, world.sync):
        run_forked(world.sync)
        run_forked(world.sync)
        found = world.state()
        assert len(accepted.keys()) <= 1, f"sent twice after a kill at step {point}"
        if found["outbox"][("unknown", "none")]:
            unknown += 1
            continue
        assert len(accepted.keys()) == len(copies.keys()) == 1, f"step {point}"
        assert found == expected, f"after a kill at step {point}"
    assert unknown <= 25
