"""How long a text is, by the measure of each platform."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.models.rules import lengths
from app.models.rules.lengths_sms import parts_of
from app.models.rules.lengths_x import weighted
from app.models.rules.limits import Counts, Measure, Size

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data" / "twitter_text.json").read_text(encoding="utf-8")
)
"""The published tests of twitter-text; see the file for their source and licence."""

COUNTED = (
    VECTORS["WeightedTweetsCounterTest"]
    + VECTORS["WeightedTweetsWithDiscountedEmojiCounterTest"]
    + VECTORS["UnicodeDirectionalMarkerCounterTest"]
)
FAMILY = "👩‍👩‍👧"


def text_of(vector: dict[str, Any]) -> str:
    return "".join(piece * times for piece, times in vector["text"])


# --- X ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("vector", COUNTED, ids=lambda one: one["description"])
def test_x_weighs_as_its_own_library_does(vector: dict[str, Any]) -> None:
    assert weighted(text_of(vector)) == vector["weightedLength"]


@pytest.mark.parametrize("vector", VECTORS["tweets"], ids=lambda one: one["description"])
def test_a_post_fits_where_the_library_says_so(vector: dict[str, Any]) -> None:
    text = text_of(vector)
    size = Measure("x").size(text)
    assert size is not None
    assert (bool(text) and not size.over) is vector["valid"]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Kijk op winkel.nl.", 8 + 23 + 1),
        ("Kijk op www.winkel.nl/a/b(c)?d=e, graag", 8 + 23 + 7),
        ("Mail info@winkel.nl of jan.de@winkel.nl", 39),
        ("Dank je.Groet", 13),
        ("bestand.verzendkosten", 21),
        ("https://" + "a" * 64 + ".nl", 75),
        ("https://-winkel.nl", 18),
        ("https://foo_bar.nl", 18),
        ("https://foo_bar.winkel.nl", 23),
        ("https://winkel.museum:8080/", 23),
        ("http://192.168.0.1/", 19),
        ("#winkel.nl @winkel.nl", 21),
        ("1️⃣ 🇳🇱 🏳️‍🌈 ©️ ™", 2 + 1 + 2 + 1 + 2 + 1 + 2 + 1 + 2),
        ("日本", 4),
    ],
)
def test_x_counts_addresses_and_signs(text: str, length: int) -> None:
    assert weighted(text) == length


def test_a_long_text_is_weighed_in_a_moment() -> None:
    assert weighted("a" * 20_000) == 20_000
    assert weighted("a." * 10_000) == 20_000
    assert weighted("https://a.nl/" + "(" * 10_000) == 23 + 10_000


# --- others ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("", 0),
        ("abc", 3),
        (FAMILY, 1),
        ("🇳🇱🇧🇪", 2),
        ("👍🏽", 1),
        ("e\u0301", 1),
        ("\r\n", 1),
        ("a\u200d👍", 2),
        ("\n\u0301", 2),
        ("❤️", 1),
    ],
)
def test_graphemes_are_what_a_reader_sees(text: str, seen: int) -> None:
    assert lengths.graphemes(text) == seen


@pytest.mark.parametrize(
    ("count", "length"), [(lengths.characters, 5), (lengths.utf8, 18), (lengths.utf16, 8)]
)
def test_a_family_is_long_for_a_machine(count: Callable[[str], int], length: int) -> None:
    assert count(FAMILY) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("https://winkel.example/een/heel/lang/adres/van/veel/tekens", 23),
        ("http://a.nl.", 24),
        ("winkel.nl", 9),
        ("@anna@elders.example hoi", len("@anna hoi")),
        ("e\u0301", 1),
        (FAMILY, 1),
    ],
)
def test_mastodon_counts_addresses_alike_and_no_servers(text: str, length: int) -> None:
    assert lengths.mastodon(text) == length


def test_the_mention_that_is_put_before_an_answer_counts() -> None:
    measure = Measure("mastodon", to="anna@elders.example")
    assert measure.size("hoi") == Size(len("@anna hoi"), 500)
    assert measure.size("hoi @anna@elders.example") == Size(len("hoi @anna"), 500)
    assert Measure("mastodon", most=5000).size("hoi") == Size(3, 5000)


@pytest.mark.parametrize(
    ("text", "units", "parts"),
    [
        ("", 0, 0),
        ("a" * 160, 160, 1),
        ("a" * 161, 161, 2),
        ("a" * 306, 306, 2),
        ("a" * 307, 307, 3),
        ("€" * 80, 160, 1),
        ("€" * 81, 162, 2),
        ("a" * 152 + "€" * 77, 306, 3),
        ("ë" * 70, 70, 1),
        ("ë" * 71, 71, 2),
        ("👍" * 35, 70, 1),
        ("👍" * 67, 134, 3),
        ("€" * 152, 304, 2),
        ("€" * 153, 306, 3),
        ("ë" * 135, 135, 3),
        ("Wij zijn open – kom langs", 25, 1),
    ],
)
def test_a_text_message_is_sent_in_parts(text: str, units: int, parts: int) -> None:
    found = parts_of(text)
    assert (found.units, found.parts) == (units, parts)
    assert found.is_gsm is not any(one in "ë👍–" for one in text)


def test_text_messages_are_measured_in_what_their_parts_hold() -> None:
    measure = Measure("sms")
    assert measure.size("Dag") == Size(3, 1530, parts=1)
    assert measure.size("Dag ë") == Size(5, 670, parts=1)
    assert Measure("sms", most=1).size("a" * 160) == Size(160, 160, parts=1)
    uncut = Measure("sms", most=2).size("a" * 152 + "€" * 77)
    assert uncut == Size(307, 306, parts=3)


def test_each_channel_has_its_own_measure() -> None:
    assert Measure("email").size("a" * 100_000) is None
    assert Measure("bluesky").size("é" * 300) == Size(300, 300)
    assert Measure("bluesky").size(FAMILY * 170) == Size(3060, 3000, Counts.BYTES)
    assert Measure("whatsapp_twilio").size("é") == Size(1, 1600)
    assert Measure("youtube").size("é") == Size(1, 10_000)
    assert Measure("google").size("é") == Size(2, 4096, Counts.BYTES)
    assert Measure("telegram", most=1024).size("👍") == Size(2, 1024)
    assert Measure("instagram").size("é") == Size(1, 2200)
    assert Measure("instagram", private=True).size("é") == Size(2, 1000, Counts.BYTES)
    assert Measure("x", private=True).size("日") == Size(1, 10_000)
    assert Measure("facebook", private=True).size("a") == Size(1, 1999)
    assert Measure("bluesky", private=True).size("a") == Size(1, 1000)
    assert Measure("mastodon", private=True).size("a") == Size(1, 500)
