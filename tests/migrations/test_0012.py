"""A store of before gains a handbook."""

from pathlib import Path

from app.bootstrap import build_services
from app.models.rules.handbook.pages import Article
from app.services.handbook import page_acts, pages
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to


def test_a_store_of_before_has_an_empty_handbook_that_takes_pages(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(made.profile.store, "0011")
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())
    assert services.database.read_now(pages.all_of) == []
    services.database.write_now(page_acts.save, Article(title="Ruilen"))
    assert [one.key for one in services.database.read_now(pages.all_of)] == ["ruilen"]
    services.close()
