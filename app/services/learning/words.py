"""The firm's words for what it tells its colleagues."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from app.services.resources import resource
from app.services.settings import LookSettings, load

DUTCH = "nl"
Words = Mapping[str, str]


def language_of(session: Session) -> str:
    """Return the language that the firm speaks: "nl" or "en"."""
    spoken = load(session, LookSettings).language
    return spoken if spoken in read("briefing_texts.json") else DUTCH


@cache
def read(name: str) -> Mapping[str, Any]:
    """Return what a file of the program's own texts holds, by language."""
    found: Mapping[str, Any] = json.loads(resource(name).read_text("utf-8"))
    return found
