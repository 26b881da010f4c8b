"""Shared by all tests: offscreen Qt, no unexpected log records, a store to work on."""

import logging
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.bootstrap import Services, build_services
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from tests.fakes import FakeChannelType, FakeClock, add_account

pytest_plugins = ["tests.servers.fixtures"]


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


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock, channel: FakeChannelType) -> Iterator[Services]:
    """A practice profile with the fake kind of channel."""
    made = create_profile(tmp_path / "profile", now=clock.now(), practice=True)
    built = build_services(
        made.profile, made.master_key, clock=clock, channels=(channel,), parser=InlineParser()
    )
    yield built
    built.close()


@pytest.fixture
def account_id(services: Services) -> int:
    return add_account(services)


@pytest.fixture
def minute() -> timedelta:
    return timedelta(minutes=1)
