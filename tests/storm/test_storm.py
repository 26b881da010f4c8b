"""Whatever the weather: nothing is lost, nothing is doubled, and what nobody knows is shown."""

import asyncio
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import Services, build_services
from app.services.channels.registry import CHANNELS
from app.services.storage.profile import load_profile
from app.services.sync import outbox
from app.services.sync.parser import InlineParser
from tests.channels.told import told
from tests.effort import EFFORT, examples
from tests.fakes import FakeClock
from tests.servers.weather import FAULTS
from tests.storm.places import ELSEWHERE, PLACES, Place, Skewed
from tests.storm.storm import Outcome, Storm, Talk, outcome, talks, tokens

RUNS = [(examples(25, quick=15, most=500), examples(2, quick=2, most=20))]
"""How many interactions (what customers write, what we answer), in how many orders."""

if EFFORT == "all":
    RUNS.append((10_000, 1))

FEWER = {"instagram", "kiyoh", "messenger", "rss", "youtube"}
OVER: dict[str, Callable[[Skewed], Place]] = {
    **PLACES,
    **told("storm_place", CHANNELS.keys() - PLACES.keys()),
}
WEIGHTS = {kind: 0.1 if kind in FEWER else 1.0 for kind in OVER}
"""Kinds whose platform tells everything each time, or counts what may be asked, get fewer."""

Opened = Callable[[FakeClock, Storm], Services]


@pytest.fixture
def opened(tmp_path: Path, new_profile: Path) -> Opened:
    def open_(clock: FakeClock, storm: Storm) -> Services:
        folder = tmp_path / "profile"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(new_profile, folder)
        return build_services(
            load_profile(folder), None, clock=clock, channels=storm.kinds, parser=InlineParser()
        )

    return open_


def test_the_storm_goes_over_every_kind() -> None:
    assert not PLACES.keys() & ELSEWHERE.keys()
    missing = CHANNELS.keys() - OVER.keys() - ELSEWHERE.keys()
    assert not missing, "give their tests a `storm_place` (docs/channels/adding.md)"


@pytest.mark.timeout(7200)
@pytest.mark.allow_log
@pytest.mark.parametrize(("interactions", "orders"), RUNS)
def test_nothing_is_lost_or_doubled_in_any_order(
    opened: Opened, interactions: int, orders: int
) -> None:
    wanted = talks(interactions, WEIGHTS)
    seen: list[Outcome] = []
    for seed in range(orders):
        begun = time.monotonic()
        seen.append(_one_run(opened, wanted, seed))
        assert seen[-1] == seen[0], f"order {seed} has another outcome"
        print(f"order {seed}: {time.monotonic() - begun:.1f} s")


def _one_run(opened: Opened, wanted: list[Talk], seed: int) -> Outcome:
    clock = FakeClock()
    storm = Storm(seed, clock, OVER)
    services = opened(clock, storm)
    try:
        storm.connect(services)

        async def whole() -> None:
            services.run_on(asyncio.get_running_loop())
            await storm.rage(services, wanted, batch=max(30, len(wanted) // 20))

        asyncio.run(whole())
        come, there = services.database.read_now(tokens), storm.there()
        for talk in wanted:
            assert come[talk.question] == 1, f"{talk}: came in {come[talk.question]} times"
            assert come[talk.answer] == talk.answered, f"{talk}: {come[talk.answer]} answers here"
            assert there[talk.answer] == talk.answered, f"{talk}: {there[talk.answer]} there"
        assert services.database.read_now(outbox.rows) == []
        if len(wanted) > 1000:
            assert set(storm.met) == set(FAULTS)
            assert storm.unknown
        many = sum(1 + talk.answered for talk in wanted)
        faults, unknown = storm.met.total(), len(storm.unknown)
        print(f"{many} interactions, {faults} faults, {unknown} unknown shown")
        return services.database.read_now(outcome)
    finally:
        services.close()
        storm.close()
