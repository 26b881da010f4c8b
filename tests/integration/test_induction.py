"""A new colleague gets a list, which is ticked, made longer, written out, and taken back."""

from collections.abc import Callable
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.errors import KnownError, NotFoundError
from app.models.rules.handbook.pages import Article
from app.services.handbook import page_acts
from app.services.learning import induction
from app.services.tickets import acts, directory
from tests.integration.test_cli_colleagues import Balie, balie

__all__ = ["balie"]
Write = Callable[..., Any]


def test_a_new_colleague_goes_through_a_list(
    services: Services, write: Write, balie: Balie
) -> None:
    read = services.database.read_now
    write(page_acts.save, Article(title="Ons beleid", key="beleid", body="Netjes."))
    anna, _act = write(directory.add, name="Anna")
    piet, _act = write(directory.add, name="Piet")
    started = write(induction.start, anna)
    one = read(induction.find, anna)
    assert ("read", "Lezen: Ons beleid", "beleid") in [
        (item.kind, item.text, item.page_key) for item in one.items
    ]
    assert {item.page_key for item in one.items} == {"", "beleid"}  # no page that is not there
    assert (one.done, one.name) == (0, "Anna")

    balie("induction", "tick", "Anna", "1", "--by", "Lisa")
    assert balie("induction", "tick", "Anna", "1", "--json") == {"act": None}
    write(induction.tick, anna, 1)
    balie("induction", "add", "Anna", "Sleutel van de winkel", "--kind", "account")
    balie("induction", "remove", "Anna", "3")
    shown = balie("induction", "list", "Anna")
    assert shown.startswith(f"Anna  2 of {len(one.items)}\n  1  x  ")
    assert "Lisa)" in shown
    paper = balie("induction", "list", "Anna", "--text")
    assert paper.startswith("Inwerken: Anna\n\nToegang\n[x] ")
    assert ", Lisa)\n" in paper
    assert "(23 november 2026)\n" in paper
    assert "[ ] Sleutel van de winkel\n" in paper
    write(induction.tick, anna, 1, done=False)
    write(induction.start, piet)
    assert [one.name for one in read(induction.infos)] == ["Piet", "Anna"]
    assert (
        balie("induction", "list") == f"Piet  0 of {len(one.items)}\nAnna  1 of {len(one.items)}\n"
    )

    for act, more, code in (
        (induction.start, (), "induction_begun"),
        (induction.tick, (99,), "not_found"),
        (induction.remove, (99,), "not_found"),
    ):
        with pytest.raises(KnownError) as raised:
            write(act, anna, *more)
        assert raised.value.code == code
    for values, code in (
        ({"text": " "}, "empty_text"),
        ({"text": "x", "kind": "iets"}, "invalid_value"),
    ):
        with pytest.raises(KnownError) as raised:
            write(induction.add, anna, **values)
        assert raised.value.code == code
    write(acts.undo, started)  # what was ticked or added since stays
    assert len(read(induction.find, anna).items) == 2
    write(directory.remove, piet)
    with pytest.raises(NotFoundError):
        read(induction.find, piet)
