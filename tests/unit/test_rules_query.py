"""The language of the search line, in both languages, and while it is still being typed."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.rules.errors import InvalidValueError
from app.models.rules.query import Query, parse_query

NOW = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)  # half past midnight of the 26th in Amsterdam
ZONE = "Europe/Amsterdam"


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, tzinfo=ZoneInfo(ZONE))


def parsed(text: str) -> Query:
    return parse_query(text, now=NOW, zone=ZONE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("waar blijft", {"words": ("waar", "blijft")}),
        ('"waar blijft"', {"phrases": ("waar blijft",)}),
        ('"waar bl', {"phrases": ("waar bl",)}),
        ('""', {}),
        ("pakket -retour", {"words": ("pakket",), "excluded": ("retour",)}),
        ('-"geen haast"', {"excluded": ("geen haast",)}),
        ("-", {"words": ("-",)}),
        ("state:open", {"filters": {"state": ("open",)}}),
        ("status:nieuw status:open", {"filters": {"state": ("new", "open")}}),
        ("-status:afgehandeld", {"refused": {"state": ("closed",)}}),
        ("prioriteit:Dringend", {"filters": {"priority": ("urgent",)}}),
        ("kanaal:email", {"filters": {"kind": ("email",)}}),
        ("soort:klacht product:pannen",
         {"filters": {"type": ("klacht",), "product_group": ("pannen",)}}),
        ("categorie:orders afdeling:sales", {"filters": {"category": ("orders",),
                                                         "department": ("sales",)}}),
        ("from:Anna van:jan", {"senders": ("anna", "jan")}),
        ("label:Garantie", {"tags": ("garantie",)}),
        ("-tag:x", {"refused": {"tag": ("x",)}}),
        ("is:late is:waiting", {"flags": frozenset({"late", "waiting"})}),
        ("is:te-laat", {"flags": frozenset({"late"})}),
        ("-is:laat", {"refused": {"flag": ("late",)}}),
        ("heeft:bijlage has:draft", {"has": frozenset({"attachment", "draft"})}),
        ("nr:#12", {"number": 12}),
        ("na:gisteren voor:1-12", {"after": day(2026, 11, 25), "before": day(2025, 12, 1)}),
        ("before:2026-11-01", {"before": day(2026, 11, 1)}),
        ("status:", {}),
        ("ordernr:12", {"words": ("ordernr 12",)}),
        ("https://winkel.nl", {"words": ("https //winkel.nl",)}),
        ("10:30", {"words": ("10:30",)}),
    ],
)  # fmt: skip
def test_what_is_typed(text: str, expected: dict[str, Any]) -> None:
    assert parsed(text) == Query(**expected)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("state:weg", "state"),
        ("prioriteit:x", "prioriteit"),
        ("is:groen", "is"),
        ("has:x", "has"),
        ("voor:ooit", "voor"),
        ("nr:twaalf", "nr"),
    ],
)
def test_a_value_that_is_not_taken_names_the_field(text: str, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parsed(text)
    assert caught.value.params["field"] == field


def test_what_has_to_be_searched_for() -> None:
    assert parsed("van:anna -retour").searches
    assert not parsed("van:anna is:late").searches
    assert parsed("is:late").names_states
    assert parsed("status:open").names_states
    assert not parsed("van:anna").names_states


@given(st.text(max_size=60))
def test_any_text_is_a_query_or_refused(text: str) -> None:
    with suppress(InvalidValueError):
        assert isinstance(parsed(text), Query)
