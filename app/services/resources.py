"""Finds the program's own files, and how it is started."""

import sys
from pathlib import Path

_INSTALLED = Path(__file__).parents[1] / "_resources"
_SOURCE_TREE = Path(__file__).parents[2] / "resources"


def resource(folder: str, *names: str) -> Path:
    """Return a file of the program, in the installed package or in the source tree."""
    root = _INSTALLED if _INSTALLED.is_dir() else _SOURCE_TREE
    return root.joinpath(folder, *names)


def own_command() -> list[str]:
    """Return how this program is started again, as installed or from the source tree."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "app"]
