"""A store of before gains answers behind the texts that the owner has, and macros."""

from pathlib import Path

from app.bootstrap import build_services
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import macros, templates
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to


def test_the_owners_own_texts_stay_in_front(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(
        made.profile.store,
        "0008",
        "delete from templates",
        "insert into templates values (7, 'answer', 'Eigen', 'Dag {naam}', 'nl', '[]', 40)",
    )
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())
    found = services.database.read_now(templates.all_of)
    assert (found[0].id, found[0].name, len(found)) == (7, "Eigen", 21)
    names = [one.name for one in services.database.read_now(macros.all_of)]
    assert names == ["Opgelost, bedankt", "Wachten op bestelnummer", "Klacht met spoed"]
    services.close()
