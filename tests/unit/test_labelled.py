"""The labelled messages that measure the suggestions: each well formed, of every class enough.

A label says what the writer wants done first. Complaints asks for redress or an apology; where a
late parcel is wanted and not money, it is orders. Technical asks for a cause, a value or a
setting; advice before buying is products.
"""

import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

MESSAGES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "bench/data/messages.json").read_text(encoding="utf-8")
)
ALLOWED = {
    "language": {"nl", "en"},
    "category": {"complaints", "orders", "accounts", "products", "technical"},
    "type": {"question", "complaint", "compliment", "idea", "fault", "other"},
    "tone": {"negative", "neutral", "positive"},
}
ALIKE = 0.6
"""The share of words two messages have in common (Jaccard) from which they are one message."""


def words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def test_each_message_has_a_text_and_known_labels_only() -> None:
    for message in MESSAGES:
        assert message.keys() == {"text", *ALLOWED}, message
        assert isinstance(message["text"], str), message
        assert words(message["text"]), message
        assert message["text"] == message["text"].strip(), message
        assert all(message[label] in known for label, known in ALLOWED.items()), message


def test_each_category_has_as_many_messages_in_both_languages() -> None:
    assert len(MESSAGES) >= 430
    counts = Counter((one["category"], one["language"]) for one in MESSAGES)
    for category in ALLOWED["category"]:
        dutch, english = counts[category, "nl"], counts[category, "en"]
        assert 80 <= dutch + english <= 95, category
        assert 0.55 <= dutch / (dutch + english) <= 0.65, category


def test_each_type_and_each_tone_occurs() -> None:
    for label in ("type", "tone"):
        assert {one[label] for one in MESSAGES} == ALLOWED[label]


def test_messages_are_short_and_long() -> None:
    lengths = [len(one["text"].split()) for one in MESSAGES]
    assert sum(length <= 6 for length in lengths) >= 20
    assert sum(length >= 60 for length in lengths) >= 10
    assert max(lengths) <= 130


def test_no_message_is_nearly_another() -> None:
    known = [(words(one["text"]), one["text"]) for one in MESSAGES]
    for (left, text), (right, other) in combinations(known, 2):
        shared = len(left & right)
        assert shared < ALIKE * (len(left) + len(right) - shared), (text, other)
