"""Telephone numbers and addresses as people say them."""

import pytest

from app.models.rules.handles import EMAIL, PHONE, Handle, handle_of, reaches


@pytest.mark.parametrize(
    ("said", "country", "kept"),
    [
        (" Anna@Klant.example ", "NL", Handle(EMAIL, "anna@klant.example")),
        ("06 1234 5678", "NL", Handle(PHONE, "+31612345678")),
        ("(0570) 12-34-56", "NL", Handle(PHONE, "+31570123456")),
        ("+31 (0)6 12345678", "NL", Handle(PHONE, "+31612345678")),
        ("0470/12.34.56", "BE", Handle(PHONE, "+32470123456")),
        ("0032 470 12 34 56", "NL", Handle(PHONE, "+32470123456")),
        ("0612345678", "", Handle(PHONE, "0612345678")),
        ("612345678", "NL", Handle(PHONE, "612345678")),
    ],
)
def test_a_number_or_address_is_kept_in_one_way(said: str, country: str, kept: Handle) -> None:
    assert handle_of(said, country) == kept


@pytest.mark.parametrize("said", ["", "Anna", "anna@klant", "112", "06 12 ab 34"])
def test_what_reaches_nobody_is_no_handle(said: str) -> None:
    assert handle_of(said, "NL") is None


def test_mail_reaches_addresses_alone() -> None:
    assert reaches("email", "jan@klant.nl")
    assert not reaches("email", "jan de vries")
    assert reaches("mastodon", "jan")
