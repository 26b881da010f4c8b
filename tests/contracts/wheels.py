"""The libraries that describe APIs: read as they were packed, never installed and never run."""

import ast
import json
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

FOLDER = Path(__file__).parents[2] / ".contracts"
"""Where `dev.py test` puts what contracts.lock names."""


class Wheel:
    """One library.

    Args:
        name: as its file begins, "facebook_business".
    """

    def __init__(self, name: str) -> None:
        found = sorted(FOLDER.glob(f"{name}-*.whl"))
        if not found:
            pytest.skip(f"no {name} in {FOLDER.name}: `python3 dev.py test` fetches it")
        self._zip = ZipFile(found[-1])

    def text(self, path: str) -> str:
        return self._zip.read(path).decode()

    def tree(self, path: str) -> ast.Module:
        return ast.parse(self.text(path))

    def json(self, path: str) -> Any:
        return json.loads(self._zip.read(path))

    def paths(self, folder: str, end: str = ".py") -> list[str]:
        """Return the files below a folder."""
        return [one for one in self._zip.namelist() if one.startswith(folder) and one.endswith(end)]


wheel = cache(Wheel)
