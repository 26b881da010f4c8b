"""A store of before can keep what was posted, said and told."""

from pathlib import Path

from app.bootstrap import build_services
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to
from tests.migrations.test_0014 import count


def test_a_store_of_before_has_posted_said_and_told_nothing(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(made.profile.store, "0017")
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())
    for table in ("posted_content", "statements", "inform_lists", "informed"):
        assert services.database.read_now(count, table) == 0
    services.close()
