"""Shared by all tests: offscreen Qt, no unexpected log records, a store to work on."""

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.bootstrap import Services, build_services
from app.services.storage.profile import create_profile, load_profile
from app.services.sync.parser import InlineParser
from tests.effort import EFFORT, examples
from tests.fakes import FakeChannelType, FakeClock, add_account
from tests.fakes_assist import AbsentEmbedder

pytest_plugins = ["tests.servers.fixtures"]

settings.register_profile("gate", max_examples=examples(40, quick=10, most=100), deadline=None)
settings.load_profile("gate")

# As in the program (app/views/garbage.py): the collector runs on whichever thread allocates, and a
# worker must not destroy what Qt has made. So it runs between tests, on this thread.
gc.disable()
MUCH = 20_000

UNMEASURED = frozenset({"contracts", "e2e", "migrations", "storm", "test_architecture.py"})
"""What is walked through here, tests of its parts cover; to be measured makes it half as fast."""

LONG = frozenset(
    {
        "contracts",
        "storm",
        "test_example.py",
        "test_mastodon_double.py",
        "test_relay.py",
        "test_screenshots.py",
        "test_start.py",
    }
)
WALK_SECONDS = 300


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Leave one counter of lines in a worker: pytest-cov begins a second one on top of the first.

    When the second pauses, the first, whose count nobody reads, goes on in its place (pytest-cov
    7.1, CovPlugin: Central at its making, DistWorker at the session's start), and nothing that is
    not to be counted is any quicker.
    """
    counting = Coverage.current()
    if counting is None or not hasattr(session.config, "workerinput"):
        return
    counting.stop()
    if (beneath := Coverage.current()) is not None:
        beneath.stop()
    counting.start()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with the walks, which take longest: at the end one worker would wait for the other.

    With little effort they are left out, as is what begins whole programs, Balie's or those of
    others: each takes up to half a minute.
    """
    for item in items:
        if UNMEASURED.intersection(item.path.parts):
            item.add_marker(pytest.mark.no_cover)
    walks = [item for item in items if "e2e" in item.path.parts]
    others = [item for item in items if "e2e" not in item.path.parts]
    for item in walks:
        item.add_marker(pytest.mark.timeout(WALK_SECONDS))
    quick = [item for item in others if not LONG.intersection(item.path.parts)]
    if EFFORT == "quick" and quick:
        config.hook.pytest_deselected(items=list(set(items) - set(quick)))
        walks, others = [], quick
    items[:] = [*walks, *others]


def pytest_collection_finish() -> None:
    """Leave out of every later collection what lives as long as the tests do."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Collect what the tests before left over, always after a test with a window.

    The young generation is enough: with the collector off, all since the last time is in it.
    """
    if item.config.stash.get(WINDOW_BEFORE, False) or gc.get_count()[0] > MUCH:
        gc.collect(0)
    item.config.stash[WINDOW_BEFORE] = "gui" in item.path.parts


WINDOW_BEFORE = pytest.StashKey[bool]()


@pytest.fixture(autouse=True)
def no_unexpected_log(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail a test during which something was logged at WARNING or above without a mark."""
    yield
    if request.node.get_closest_marker("allow_log"):
        return
    loud = [
        record
        for record in (*caplog.get_records("setup"), *caplog.get_records("call"))
        if record.levelno >= logging.WARNING and record.name.startswith("app")
    ]
    assert not loud, [record.getMessage() for record in loud]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def channel() -> FakeChannelType:
    return FakeChannelType()


@pytest.fixture(scope="session")
def new_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice profile with an empty store, made once; copy it."""
    folder = tmp_path_factory.mktemp("new") / "profile"
    made = create_profile(folder, now=FakeClock().now(), practice=True)
    build_services(made.profile, None, clock=FakeClock(), parser=InlineParser()).close()
    return folder


@pytest.fixture
def services(
    tmp_path: Path, new_profile: Path, clock: FakeClock, channel: FakeChannelType
) -> Iterator[Services]:
    """A practice profile with the fake kind of channel."""
    folder = tmp_path / "profile"
    shutil.copytree(new_profile, folder)
    built = opened(folder, clock, channel)
    yield built
    built.close()


def opened(folder: Path, clock: FakeClock, channel: FakeChannelType) -> Services:
    """Open a practice profile that is there."""
    profile = load_profile(folder)
    return build_services(
        profile,
        None,
        clock=clock,
        channels=(channel,),
        parser=InlineParser(),
        embedder=AbsentEmbedder(),
    )


@pytest.fixture
def account_id(services: Services) -> int:
    return add_account(services)


@pytest.fixture
def minute() -> timedelta:
    return timedelta(minutes=1)
