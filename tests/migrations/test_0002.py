"""A store of the first schema keeps everything and gains order, counters and the new index."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.bootstrap import Services, build_services
from app.services.search import terms
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import decisions, finding, inbox
from app.services.tickets.documenting import Ending
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to

NOW = int(MONDAY.timestamp() * 1_000_000)
HOUR = 3_600_000_000


def ticket(number: int, state: str, due: int | None, words: str) -> tuple[str, ...]:
    reacted = "null" if number == 1 else str(NOW)
    return (
        f"insert into tickets values ({number}, {number}, 'token{number}', 'Vraag {number}',"
        f" '{state}', 1, 'email', 1, 'orders', null, 'normal', {NOW}, {NOW + number}, null,"
        f" {NOW}, null, {due or 'null'}, {reacted}, {NOW + 9 * HOUR}, null, {due or 'null'},"
        f" 1, '{words}', 0, null)",
        f"insert into messages values ({number}, {number}, 1, 'k{number}', 'f{number}', 'in',"
        f" 'anna@klant.example', 'Anna', null, '[]', 'Vraag {number}', '{words}', '', 0, '[]',"
        f" null, 0, null, {NOW + number}, {NOW + number})",
    )


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Services]:
    clock = FakeClock()
    made = create_profile(tmp_path / "old", now=clock.now(), practice=True)
    migrated_to(
        made.profile.store,
        "0001",
        "insert into accounts values (1, 'email', 'winkel@voorbeeld.nl', '', '{}', 'active',"
        f" {NOW}, 'ok', null, null, null, null)",
        f"insert into contacts values (1, 'Anna', {NOW})",
        "insert into identities values (1, 1, 'email', 'anna@klant.example', 'Anna')",
        *ticket(1, "new", NOW + HOUR, "De koppeling lekt"),
        *ticket(2, "open", NOW + 9 * HOUR, "Bestelling geretourneerd"),
        *ticket(3, "closed", None, "Dank u wel"),
        "insert into message_fts(rowid, content) select id, text from messages",
    )
    built = build_services(made.profile, None, clock=clock, parser=InlineParser())
    yield built
    built.close()


def test_tickets_keep_their_order_and_are_counted(upgraded: Services) -> None:
    read = upgraded.database.read_now
    assert [row.number for row in read(inbox.page, now=MONDAY)] == [1, 2, 3]
    assert [row.due_kind for row in read(inbox.page, now=MONDAY)] == [
        "first_reaction", "answer", None,
    ]  # fmt: skip
    counts = read(inbox.counts)
    assert (counts.views["todo"], counts.views["done"], counts.views["all"]) == (2, 1, 3)
    upgraded.database.write_now(
        decisions.change_state, [1], state="closed", ending=Ending("solved")
    )
    assert read(inbox.counts).views["todo"] == 1


def test_messages_are_indexed_anew_bit_by_bit(upgraded: Services) -> None:
    def numbers(query: str) -> list[int]:
        hits = upgraded.database.read_now(finding.messages, query, now=MONDAY)
        return [hit.number for hit in hits]

    assert numbers("koppel") == []
    while upgraded.database.write_now(terms.catch_up):
        pass
    assert numbers("koppel") == [1]
    assert numbers("retour") == [2]
    assert numbers("retourneren") == [2]
    assert not upgraded.database.write_now(terms.catch_up)


def test_an_interrupted_indexing_goes_on(
    upgraded: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terms, "BATCH", 1)
    upgraded.database.write_now(terms.catch_up)
    assert upgraded.database.read_now(count_docs) == 1
    while upgraded.database.write_now(terms.catch_up):
        pass
    assert upgraded.database.read_now(count_docs) == 3


def count_docs(session: Session) -> int | None:
    found: int | None = session.scalar(text("select count(*) from search_docs"))
    return found
