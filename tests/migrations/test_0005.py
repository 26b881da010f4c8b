"""A store with plans gains a directory, and keeps its departments."""

from pathlib import Path

from sqlalchemy import text

from app.bootstrap import build_services
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import lists
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to


def test_the_directory_comes_beside_the_departments(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(
        made.profile.store,
        "0004",
        "insert into departments (key, name_nl, name_en, position) values ('x', 'Eigen', 'Own', 9)",
    )
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())
    departments = services.database.read_now(lists.entries, lists.DEPARTMENT)
    counts = services.database.read_now(
        lambda session: [
            session.scalar(text(f"select count(*) from {table}"))
            for table in ("colleagues", "questions")
        ]
    )
    services.close()
    assert departments[-1].name_nl == "Eigen"
    assert counts == [0, 0]
