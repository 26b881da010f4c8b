"""The contact form by command."""

from pathlib import Path

from app.bootstrap import Services
from app.models.accounts import Account
from app.services.channels.email.form_files import Details
from app.services.storage.database import Unit
from app.services.sync import webforms
from tests.integration.test_cli import Balie, balie, folder

__all__ = ["balie", "folder"]


def test_the_form_is_written(balie: Balie, services: Services, tmp_path: Path) -> None:
    place = tmp_path / "website"
    given = ("--firm", "Winkel", "--to", "info@winkel.nl", "--privacy", "https://winkel.nl/avg")
    made = balie("webform", "export", str(place), *given, "--json")
    names = ["contact-nl.html", "contact-en.html", "contact.php"]
    assert made == {"files": [str(place / name) for name in names]}
    assert "'formulier@winkel.nl'" in (place / "contact.php").read_text("utf-8")
    assert balie("webform", "export", str(place)) == 2


def test_an_account_gives_what_it_knows(services: Services) -> None:
    def add(unit: Unit, kind: str, handle: str) -> int:
        account = Account(
            kind=kind,
            handle=handle,
            name="Winkel",
            values={},
            state="active",
            created_at=unit.now,
            health="ok",
        )
        unit.session.add(account)
        unit.session.flush()
        return account.id

    database = services.database
    assert database.read_now(webforms.proposed) == Details("", "")
    database.write_now(add, "mastodon", "@winkel")
    database.write_now(add, "email", "info@winkel.nl")
    second = database.write_now(add, "email", "klacht@winkel.nl")
    assert database.read_now(webforms.proposed) == Details("Winkel", "info@winkel.nl")
    assert database.read_now(webforms.proposed, second) == Details("Winkel", "klacht@winkel.nl")
