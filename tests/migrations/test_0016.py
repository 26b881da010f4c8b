"""A store of before keeps what comes back, without a note or somebody who does it."""

from pathlib import Path

from app.bootstrap import build_services
from app.services.handbook import radar
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to


def test_a_finding_of_before_has_no_note_and_no_owner(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(
        made.profile.store,
        "0015",
        "insert into radar_findings (words, state, task, found_at)"
        " values ('[\"pan\"]', 'open', 'website', 0)",
    )
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())
    (found,) = services.database.read_now(radar.findings)
    assert (found.task, found.note, found.owner) == ("website", "", "")
    services.close()
