"""A store of before takes walks through procedures."""

from pathlib import Path

from app.bootstrap import build_services
from app.services.handbook import page_acts, run_stats
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import walks
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to

PAGE = """insert into handbook_pages (id, key, language, version) values (1, 'ruilen', 'nl', 1)"""
VERSION = """insert into handbook_versions (page_id, number, text, kind, title, department, owner,
    reason, author, saved_at) values (1, 1, '---
soort: sop
titel: Ruilen
---
## Stappen
1. Bel', 'sop', 'Ruilen', '', '', '', '', 0)"""


def test_a_store_of_before_keeps_its_pages_and_has_no_walks(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(made.profile.store, "0012", PAGE, VERSION)
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())
    assert services.database.read_now(walks.of, 1) == []
    assert services.database.read_now(run_stats.stats) == []
    assert services.database.read_now(walks.procedure, 1, 1).title == "Ruilen"
    page = "---\nsoort: sop\ntitel: Ruilen\n---\n## Stappen\n1. Mail"
    assert services.database.write_now(page_acts.save, page)[1] is not None
    services.close()
