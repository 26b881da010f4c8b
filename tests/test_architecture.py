"""What linters miss, each with what to do instead."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APP = ROOT / "app"
MODULES = sorted(APP.rglob("*.py"))

FORBIDDEN_CALLS = {
    "exec": "A nested event loop kills other tasks under qasync: open() the dialog and await it.",
    "processEvents": "Return to the event loop and go on in a task (views/tasks.py).",
    "setStyleSheet": "Colours and spaces come from views/theme.py.",
}
ALLOWED_CALLS = {
    ("views/start.py", "exec"),
    ("views/theme.py", "setStyleSheet"),
}


@cache
def parsed(path: Path) -> ast.Module:
    """Return what a file says, taken apart once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node.lineno
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node.lineno


def test_forbidden_calls_are_absent() -> None:
    found = [
        f"{path.relative_to(APP)}:{line}: {name}: {FORBIDDEN_CALLS[name]}"
        for path in MODULES
        for name, line in calls(path)
        if name in FORBIDDEN_CALLS and (path.relative_to(APP).as_posix(), name) not in ALLOWED_CALLS
    ]
    assert not found, "\n".join(found)


def test_slots_are_named() -> None:
    found = [
        f"{path.relative_to(APP)}:{node.lineno}: connect a named method, it shows up in a stack"
        for path in (APP / "views").rglob("*.py")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and any(isinstance(argument, ast.Lambda) for argument in node.args)
    ]
    assert not found, "\n".join(found)


def test_rules_import_the_standard_library_only() -> None:
    found = []
    for path in (APP / "models" / "rules").rglob("*.py"):
        for node in ast.walk(parsed(path)):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            found += [
                f"{path.name}: {name}: take values as arguments, let a service fetch them"
                for name in names
                if name.split(".")[0] not in sys.stdlib_module_names
                and not name.startswith("app.models.rules")
            ]
    assert not found, "\n".join(found)


def test_modules_are_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {lines} lines: split it by what it is about"
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    ]
    assert not long, "\n".join(long)


def test_functions_and_classes_are_short() -> None:
    found = []
    for path in MODULES:
        for node in ast.walk(parsed(path)):
            if not hasattr(node, "end_lineno") or not hasattr(node, "lineno"):
                continue
            length = (node.end_lineno or 0) - node.lineno + 1
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length > 60:
                found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {length} lines")
            if isinstance(node, ast.ClassDef):
                kinds = ast.FunctionDef | ast.AsyncFunctionDef
                methods = sum(isinstance(part, kinds) for part in node.body)
                if length > 300 or methods > 20:
                    found.append(
                        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: "
                        f"{length} lines, {methods} methods"
                    )
    assert not found, "\n".join(found)


def test_every_migration_is_known_and_the_last_is_head() -> None:
    from app.services.storage.migrate import MIGRATIONS
    from app.services.storage.schema import HEAD

    versions = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert versions[-1] == HEAD, "set HEAD in services/storage/schema.py"


def test_no_traces_of_this_computer() -> None:
    """No machine paths or registry hosts in what is committed."""
    needles = ("/wo" + "rk/", "/ro" + "ot/", "pypi." + "org", "/ho" + "me/")
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    if not listed:
        pytest.fail("git ls-files lists nothing: run the tests in a checkout")
    found = [
        f"{name}: {needle}"
        for name in listed
        if name.endswith((".py", ".md", ".toml", ".lock", ".json", ".ts", ".yml"))
        and (ROOT / name).exists()
        for needle in needles
        if needle in (ROOT / name).read_text(encoding="utf-8")
    ]
    assert not found, "\n".join(found)


def test_pyside_keeps_its_references() -> None:
    """PySide6 6.12 loses a reference to None per call on Python 3.11 and aborts the process."""
    from PySide6.QtCore import QObject

    before = sys.getrefcount(None)
    thing = QObject()
    for _ in range(2000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 500, "pin PySide6-Essentials below 6.12"
