"""Messages of a firm in which a few questions come back in other words, and the rest do not."""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_WORDS: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data" / "questions.json").read_text("utf-8")
)
TOPICS: dict[str, list[str]] = _WORDS["topics"]
_OPEN = ("", "", "Hallo,\n\n", "Hoi!\n", "Beste mensen,\n\n", "Goedemiddag,\n\n", "Dag, ")
_CLOSE = (
    "",
    "",
    "\n\nGroet, Kim",
    "\n\nMet vriendelijke groet,\nR. Bos",
    " Alvast bedankt",
    "\ngr Jo",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A message and its topic, "" for one that asks what nobody else does."""

    text: str
    topic: str


def messages(count: int, topics: int, seed: int) -> list[Asked]:
    """Return messages in any order: each topic 6 to 14 times, the others once."""
    chance = random.Random(seed)
    found = [
        Asked(_dressed(chance, _filled(chance, chance.choice(TOPICS[name]))), name)
        for name in chance.sample(sorted(TOPICS), topics)
        for _ in range(chance.randint(6, 14))
    ]
    single = 0
    seen: set[str] = set()
    while len(found) < count:
        text = _other(chance)
        key = re.sub(r"\W+", " ", text)
        single += 1
        if key not in seen:
            seen.add(key)
            found.append(Asked(_dressed(chance, text), ""))
    chance.shuffle(found)
    return found


def _filled(chance: random.Random, text: str) -> str:
    def one(found: re.Match[str]) -> str:
        return str(chance.choice(found[1].split("|")))

    return " ".join(re.sub(r"\{([^{}]*)\}", one, text).split())


def _dressed(chance: random.Random, text: str) -> str:
    if chance.random() < 0.15:
        text = _typo(chance, text)
    return chance.choice(_OPEN) + text + chance.choice(_CLOSE)


def _typo(chance: random.Random, text: str) -> str:
    at = chance.randrange(1, len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _other(chance: random.Random) -> str:
    english = chance.random() < 0.25
    words = _WORDS["english"] if english else _WORDS
    pick = {name: chance.choice(words[name]) for name in words if name not in {"topics", "english"}}
    if english:
        story = f" {pick['who'].capitalize()} {pick['did']}." if chance.random() < 0.5 else ""
        return f"{pick['forms'].format_map(pick)}{story} {pick['asks']}"
    story = f"{pick['who'].capitalize()} {pick['did']}, {chance.choice(words['days'])}."
    pick["end"] = chance.choice([pick["asks"], story, f"{story} {pick['asks']}"])
    text: str = pick["forms"].format_map(pick)
    return text[0].upper() + text[1:]
