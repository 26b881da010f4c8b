"""A store of before can link pages to tickets."""

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.bootstrap import build_services
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to


def count(session: Session, table: str) -> int:
    return int(session.scalar(text(f"select count(*) from {table}")) or 0)


def test_a_store_of_before_has_no_linked_page_and_no_finding(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(made.profile.store, "0013")
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())
    for table in ("ticket_pages", "radar_findings", "radar_tickets"):
        assert services.database.read_now(count, table) == 0
    services.close()
