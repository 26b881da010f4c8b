"""Every kind of channel keeps the contract: a test class of its own inherits all of it."""

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest

from app.services.channels.registry import CHANNELS
from tests.channels.contract import ChannelContract

HERE = Path(__file__).parent
CONTRACT = ChannelContract.__name__
TESTS = {name for name in vars(ChannelContract) if name.startswith("test_")}


def kept(folder: Path) -> set[str]:
    """Return the kinds whose tests in a folder inherit the contract, and leave none of it out."""
    return {
        _kind(node) or path.stem.removeprefix("test_")
        for path in folder.glob("test_*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and _is_whole(node)
    }


def _is_whole(node: ast.ClassDef) -> bool:
    """Tell whether a class is collected, brings its platform, and switches no test off."""
    inherits = any(isinstance(base, ast.Name) and base.id == CONTRACT for base in node.bases)
    methods = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
    switched_off = {
        target.id
        for one in node.body
        if isinstance(one, ast.Assign | ast.AnnAssign)
        for target in (one.targets if isinstance(one, ast.Assign) else [one.target])
        if isinstance(target, ast.Name)
    } & TESTS
    marked = any("skip" in ast.unparse(one) or "xfail" in ast.unparse(one)
                 for part in (node, *node.body)
                 for one in getattr(part, "decorator_list", ()))  # fmt: skip
    return (
        inherits
        and node.name.startswith("Test")
        and "platform" in methods
        and not switched_off
        and not marked
    )


def _kind(node: ast.ClassDef) -> str:
    """Return the kind that a class says that it is of; "" when it says none."""
    for one in node.body:
        if isinstance(one, ast.Assign | ast.AnnAssign) and isinstance(one.value, ast.Constant):
            target = one.targets[0] if isinstance(one, ast.Assign) else one.target
            if ast.unparse(target) == "kind":
                return str(one.value.value)
    return ""


def missing(kinds: Iterable[str], folder: Path) -> list[str]:
    return sorted(set(kinds) - kept(folder))


def test_every_kind_of_channel_has_a_contract_test() -> None:
    found = missing(CHANNELS, HERE)
    assert not found, (
        f"{found}: write tests/channels/test_KIND.py with a class that inherits "
        f"tests.channels.contract.{CONTRACT} and brings its platform"
    )


BRINGS = "    @pytest.fixture\n    def platform(self): ...\n"


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("test_toy.py", f"class TestToy(ChannelContract):\n{BRINGS}", []),
        ("test_other.py", f"class TestToy(ChannelContract):\n    kind = 'toy'\n{BRINGS}", []),
        ("test_other.py", f"class TestToy(ChannelContract):\n{BRINGS}", ["toy"]),
        ("test_toy.py", "# ChannelContract: later", ["toy"]),
        ("test_toy.py", "from tests.channels.contract import ChannelContract", ["toy"]),
        ("test_toy.py", "class TestToy(ChannelContract):\n    pass", ["toy"]),
        ("test_toy.py", f"class Toy(ChannelContract):\n{BRINGS}", ["toy"]),
        ("test_toy.py", f"class TestToy(Other):\n{BRINGS}", ["toy"]),
        (
            "test_toy.py",
            f"class TestToy(ChannelContract):\n{BRINGS}    test_nothing_there = None",
            ["toy"],
        ),
        ("test_toy.py", f"@pytest.mark.skip\nclass TestToy(ChannelContract):\n{BRINGS}", ["toy"]),
    ],
)
def test_a_kind_without_one_is_found(
    tmp_path: Path, name: str, text: str, found: list[str]
) -> None:
    (tmp_path / name).write_text(text)
    assert missing(["toy"], tmp_path) == found
