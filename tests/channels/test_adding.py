"""The channel that docs/channels/adding.md adds works: one file, one test, one line."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "channels" / "adding.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^`([\w/.]+)`[^\n]*\n\n```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
ADAPTER = "app/services/channels/guestbook.py"
TEST = "tests/channels/test_guestbook.py"
REGISTRY = "app/services/channels/registry.py"
GATE = [
    TEST,
    "tests/channels/test_contract.py::test_every_kind_of_channel_has_a_contract_test",
    "tests/contracts/test_contracts.py::test_every_kind_is_described_or_says_why_not",
    "tests/contracts/test_contracts.py::test_a_kind_that_is_undescribed_still_says_what_it_asks",
    "tests/storm/test_storm.py::test_the_storm_goes_over_every_kind",
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the three in it; all else are links to what is there."""
    blocks = dict(BLOCK.findall(PAGE))
    assert blocks.keys() == {ADAPTER, TEST, REGISTRY}
    folder = tmp_path_factory.mktemp("project")
    registry = (ROOT / REGISTRY).read_text(encoding="utf-8")
    before, end, after = registry.partition("\n}\n")
    assert blocks[REGISTRY].count("\n") == 1, "it is one line"
    _link(ROOT, folder, {ADAPTER, TEST, REGISTRY})
    for name, text in {
        **blocks,
        REGISTRY: f"{before}\n{blocks[REGISTRY][:-1]}{end}{after}",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _link(source: Path, target: Path, own: set[str]) -> None:
    """Link everything, and make folders where something of our own is to stand."""
    target.mkdir(exist_ok=True)
    heads = {name.partition("/")[0] for name in own}
    for path in source.iterdir():
        if path.name in heads:
            inner = {name.partition("/")[2] for name in own if name.startswith(f"{path.name}/")}
            if path.is_dir():
                _link(path, target / path.name, inner)
        else:
            (target / path.name).symlink_to(path)


def run(project: Path, *command: str) -> str:
    done = subprocess.run(
        # What was translated stands where the links lead, and nothing is to be put there.
        [sys.executable, "-B", "-m", *command],
        cwd=project,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_added_channel_passes_what_every_channel_passes(project: Path) -> None:
    assert " passed" in run(project, "pytest", "-n", "0", "-p", "no:randomly", *GATE)


def test_the_added_channel_is_written_as_the_rest_is(project: Path) -> None:
    run(project, "ruff", "check", "--no-cache", ADAPTER, TEST)
    run(project, "ruff", "format", "--no-cache", "--check", ADAPTER, TEST)
