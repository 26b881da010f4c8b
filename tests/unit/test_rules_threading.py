import pytest

from app.models.rules.errors import KnownError, NotFoundError
from app.models.rules.threading import choose_ticket, token_in

TOKEN = "abcdefghij234567abcd"
OWN = f"<{TOKEN}.{'0' * 32}@winkel.nl>"


@pytest.mark.parametrize(
    ("key", "token"),
    [
        (OWN, TOKEN),
        (f"<{TOKEN}.{'0' * 32}>", None),
        ("<4711@elders.example>", None),
        (f"x{OWN}", None),
    ],
)
def test_only_our_own_keys_hold_a_token(key: str, token: str | None) -> None:
    assert token_in(key) == token


def test_our_token_goes_before_nearer_references() -> None:
    parents = ("<near@x>", OWN)
    assert choose_ticket(parents, by_token={TOKEN: 7}, by_key={"<near@x>": 8}) == 7


def test_the_nearest_known_reference_decides() -> None:
    keys = {"<far@x>": 1, "<near@x>": 2}
    assert choose_ticket(("<gone@x>", "<near@x>", "<far@x>"), by_token={}, by_key=keys) == 2


def test_unknown_references_begin_a_conversation() -> None:
    assert choose_ticket((OWN,), by_token={}, by_key={}) is None


def test_errors_carry_code_sentence_and_params() -> None:
    error = NotFoundError(what="message", name=12)
    assert isinstance(error, KnownError)
    assert str(error) == "There is no message 12."
    assert error.code == "not_found"
    assert error.params == {"what": "message", "name": 12}
