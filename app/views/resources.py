"""Finds the program's own files: icons and translations."""

from pathlib import Path

_INSTALLED = Path(__file__).parents[1] / "_resources"
_SOURCE_TREE = Path(__file__).parents[2] / "resources"


def resource(folder: str, name: str = "") -> Path:
    """Return a file of the program, in the installed package or in the source tree."""
    root = _INSTALLED if _INSTALLED.is_dir() else _SOURCE_TREE
    return root / folder / name
