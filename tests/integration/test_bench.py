"""The large store of the benchmarks fits the schema of today."""

import tempfile
from pathlib import Path

import pytest

from app.bootstrap import build_services
from app.services.clock import SystemClock
from app.services.search import terms
from app.services.sync.parser import InlineParser
from app.services.tickets import finding, inbox
from bench import large


def test_the_large_store_is_one_of_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(terms, "BATCH", terms.BATCH)
    profile, key = large.store(8)
    services = build_services(profile, key, clock=SystemClock(), parser=InlineParser())
    read, now = services.database.read_now, services.clock.now()
    rows = read(inbox.page, "", now=now, view="todo")
    ticket = read(inbox.infos, [rows[0].id])[0]
    assert 0 < len(rows) <= 8
    assert read(finding.find, ticket.subject.split()[0], now=now, view="every").ticket_ids
    services.close()
