"""Words that say something by themselves: of the language, of haste, of danger, law and press."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from app.models.rules import languages
from app.services.resources import resource
from app.services.search.words import words_of

HASTE, SERIOUS = "haste", "serious"
_ANY_ENDING = "*"


def found(text: str, kind: str) -> tuple[str, ...]:
    """Return the words of a kind that stand in a text, as the list has them."""
    line = f" {' '.join(words_of(text))} "
    return tuple(
        one.removesuffix(_ANY_ENDING)
        for one in _lists()[kind]
        if f" {one.removesuffix(_ANY_ENDING)}{'' if one.endswith(_ANY_ENDING) else ' '}" in line
    )


def language(text: str) -> str | None:
    """Return the language of a text (nl, en, de, fr); None in doubt."""
    return languages.language_in(text, _small_words())


def is_small(word: str) -> bool:
    """Tell whether a word is one of those that every text has, or that say as little."""
    return word.lower() in _too_common()


@cache
def _lists() -> Any:
    return json.loads(resource("assist", "words.json").read_text(encoding="utf-8"))


@cache
def _too_common() -> frozenset[str]:
    return frozenset(_lists()["common"]).union(*_small_words().values())


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(known) for name, known in _lists()["languages"].items()}
