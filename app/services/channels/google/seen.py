"""What was read of a list that is looked at again and again, and what is gone from it."""

from collections.abc import Mapping
from datetime import datetime

from app.services.channels.api import Json
from app.services.channels.kit import Node

GONE = "gone"


class Seen:
    """Remembers the newest things of a stream, each with the version that was taken in."""

    def __init__(self, told: Node) -> None:
        raw = told.raw if isinstance(told.raw, Mapping) else {}
        self._known = {
            str(name): (told[str(name)]["mark"].text, told[str(name)]["at"].text) for name in raw
        }

    def is_new(self, name: str, mark: str) -> bool:
        """Tell whether a thing is not known in this version."""
        return name not in self._known or self._known[name][0] != mark

    def take(self, name: str, mark: str, at: datetime) -> None:
        """Remember a version of a thing."""
        self._known[name] = (mark, at.isoformat())

    def forget(self, name: str) -> None:
        """Remember a thing no longer."""
        self._known.pop(name, None)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def keep_newest(self, most: int) -> None:
        """Forget all but the newest."""
        newest = sorted(self._known, key=lambda name: (self._known[name][1], name))[-most:]
        self._known = {name: self._known[name] for name in newest}

    def cursor(self) -> Json:
        """Return them, for a cursor."""
        return {name: {"mark": mark, "at": at} for name, (mark, at) in self._known.items()}


def moment(told: Node, otherwise: datetime) -> datetime:
    """Return a moment, not later than `otherwise`, which also stands for one that is none."""
    try:
        return min(told.moment(), otherwise)
    except ValueError:
        return otherwise
