"""What the test file of a kind of channel tells of it beside its tests."""

import re
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def told(name: str, kinds: Iterable[str]) -> dict[str, Any]:
    """Return what tests/channels/test_KIND.py has under a name, by kind, where it has it."""
    has = re.compile(rf"^(def {name}\(|{name}\b.*=)", re.MULTILINE)
    return {
        kind: getattr(import_module(f"tests.channels.test_{kind}"), name)
        for kind in kinds
        if (path := HERE / f"test_{kind}.py").exists() and has.search(path.read_text("utf-8"))
    }
