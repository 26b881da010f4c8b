"""A store of before gains vectors, which follow the words they were made of."""

from pathlib import Path
from typing import Any

from sqlalchemy import text

from app.bootstrap import build_services
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from tests.fakes import MONDAY, FakeClock
from tests.fakes_assist import WordEmbedder
from tests.migrations.stores import migrated_to


def test_a_store_of_before_takes_suggestions(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(made.profile.store, "0014")
    services = build_services(
        made.profile, None, clock=FakeClock(), parser=InlineParser(), embedder=WordEmbedder()
    )
    found = services.suggester().suggest_text("Waar blijft mijn pakket?", why=False)
    assert found.language == "nl"

    def kept(session: Any) -> int:
        return int(session.scalar(text("select count(*) from text_vectors")))

    assert services.database.read_now(kept) > 500
    services.close()
