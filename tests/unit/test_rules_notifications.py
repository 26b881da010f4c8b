"""Which platforms the owner may have recognised."""

import pytest

from app.models.rules.notifications import (
    Own,
    PlatformKnownError,
    UnfitPlatformError,
    checked,
    is_below,
)

OURS = ("winkel.nl",)


def kept(**values: str) -> Own:
    return checked(Own(**{"name": "", "domain": "x.nl", **values}), names={"bol"}, ours=OURS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said", ["werkspot.nl", " https://www.Werkspot.nl/hulp ", "noreply@werkspot.nl"]
)
def test_a_domain_is_understood_as_it_is_said(said: str) -> None:
    assert kept(domain=said) == Own("werkspot.nl", "werkspot.nl")


def test_names_and_words_are_kept_short_and_on_one_line() -> None:
    assert kept(name=" Mijn\nsite ", words=" nieuw  bericht ") == Own(
        "Mijn site", "x.nl", "nieuw bericht"
    )
    assert len(kept(name="n" * 99).name) == 40


@pytest.mark.parametrize(
    "domain", ["", "nl", "een woord.nl", "gmail.com", "mail.gmail.com", "winkel.nl", "a.winkel.nl"]
)
def test_everybodys_domain_and_our_own_are_refused(domain: str) -> None:
    with pytest.raises(UnfitPlatformError):
        kept(domain=domain)


def test_a_name_stands_for_one_platform() -> None:
    with pytest.raises(PlatformKnownError):
        kept(name="Bol")


def test_below_is_not_beside() -> None:
    assert is_below("x.nl", ["x.nl"])
    assert is_below("a.x.nl", ["x.nl"])
    assert not is_below("ax.nl", ["x.nl"])
