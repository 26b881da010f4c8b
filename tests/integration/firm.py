"""The example firm of one moment, made once for all the processes in which tests run."""

import fcntl
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import example
from tests.fakes import FakeClock

NOW = datetime(2026, 11, 24, 9, 42, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def make(folder: Path) -> None:
    """Make the firm, which takes a quarter of a minute."""
    told: list[tuple[int, int]] = []
    example.prepare(folder, FakeClock(NOW), told=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] == len(told)


def copy(factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the firm that is this process's own.

    It is made by another process, where nobody measures which lines are run.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    firm = shared / "shared-firm"
    with (shared / "shared-firm.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not firm.exists():
            making = firm.with_suffix(".making")
            subprocess.run([sys.executable, "-m", __name__, making], cwd=ROOT, check=True)
            making.rename(firm)
    own = factory.mktemp("firm") / "firm"
    shutil.copytree(firm, own)
    return own


if __name__ == "__main__":
    make(Path(sys.argv[1]))
