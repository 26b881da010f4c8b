"""The commands about the owner's lists, in this process."""

from app.bootstrap import Services
from app.services.tickets import acts, directory
from tests.integration.test_cli_colleagues import Balie, balie

__all__ = ["balie"]


def test_lists_are_changed_and_changed_back(services: Services, balie: Balie) -> None:
    before = balie("list", "show", "department", "--json")
    made = balie("list", "add", "department", "Winkel", "--en", "Shop", "--json")
    assert (made["key"], isinstance(made["act"], int)) == ("winkel", True)
    assert balie("list", "add", "department", "winkel") == 1
    balie("list", "rename", "department", "Shop", "Toonbank", "--en", "Counter")
    moved = balie("list", "move", "department", "counter", "1", "--json")
    assert balie("list", "move", "department", "counter", "1", "--json")["act"] is None
    (first, *rest) = balie("list", "show", "department", "--json")
    assert (first, rest) == (
        {"key": "winkel", "name_nl": "Toonbank", "name_en": "Counter"}, before,
    )  # fmt: skip
    assert "Toonbank  (Counter)" in balie("list", "show", "department")
    services.database.write_now(directory.add, name="Piet", department="winkel")
    assert balie("list", "remove", "department", "Toonbank") == 1
    gone = balie("list", "remove", "department", "Toonbank", "--replace", "sales", "--json")
    assert gone["key"] == "winkel"
    assert balie("list", "show", "department", "--json") == before
    services.database.write_now(acts.undo, gone["act"])
    services.database.write_now(acts.undo, moved["act"])
    assert balie("list", "show", "department", "--json")[-1]["key"] == "winkel"
    assert balie("list", "remove", "department", "nobody") == 2
