"""A store of before can hold decisions, of which none is ever changed."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.bootstrap import build_services
from app.services.learning import decision_log
from app.services.storage.database import Unit
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to


def test_what_was_decided_stays_as_it_was_written(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(made.profile.store, "0016")
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())
    services.database.write_now(decision_log.add, what="Dicht op maandag")

    def run(unit: Unit, statement: str) -> None:
        unit.session.execute(text(statement))

    for statement in ("update decisions set what = 'x'", "delete from decisions"):
        with pytest.raises(IntegrityError, match="decisions stay"):
            services.database.write_now(run, statement)
    services.close()
