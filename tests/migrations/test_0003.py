"""A store of the second schema gains a ledger that its journal tells."""

from datetime import datetime, timedelta
from pathlib import Path

from app.bootstrap import build_services
from app.models.rules.ledger import Span, Turn
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import turns
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to

NOW = int(MONDAY.timestamp() * 1_000_000)
HOUR = 3_600_000_000


def ticket(number: int, state: str) -> str:
    return (
        "insert into tickets (id, number, token, subject, state, account_id, kind, contact_id,"
        " priority, created_at, updated_at, message_count, snippet, new_sender) values"
        f" ({number}, {number}, 'token{number}', 'Vraag', '{state}', 1, 'email', 1, 'normal',"
        f" {NOW}, {NOW}, 0, '', 0)"
    )


def entry(seq: int, ticket_id: int, hours: int, source: str, target: str) -> str:
    return (
        "insert into journal (seq, at, ticket_id, actor, act, reason, data, previous, hash) values"
        f" ({seq}, {NOW + hours * HOUR}, {ticket_id}, 'owner', 'state', '',"
        f' \'{{"from":"{source}","to":"{target}"}}\', \'\', \'{seq}\')'
    )


def merged(seq: int, ticket_id: int, hours: int) -> str:
    return (
        "insert into journal (seq, at, ticket_id, actor, act, reason, data, previous, hash) values"
        f" ({seq}, {NOW + hours * HOUR}, {ticket_id}, 'owner', 'merged_into', '', '{{}}', '',"
        f" '{seq}')"
    )


def test_the_ledger_follows_from_the_journal(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(
        made.profile.store,
        "0002",
        "insert into accounts values (1, 'email', 'winkel@voorbeeld.nl', '', '{}', 'active',"
        f" {NOW}, 'ok', null, null, null, null)",
        f"insert into contacts values (1, 'Anna', {NOW})",
        ticket(1, "closed"),
        ticket(2, "open"),
        entry(1, 1, 1, "new", "waiting_customer"),
        entry(2, 1, 3, "waiting_customer", "closed"),
        *(ticket(number, "open") for number in (3, 4)),
        ticket(5, "closed"),
        "update tickets set merged_into_id = 2 where id > 2",
        merged(3, 3, 2),
    )
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())
    first = services.database.read_now(turns.spans, 1)
    second = services.database.read_now(turns.spans, 2)
    gone = [services.database.read_now(turns.spans, one) for one in (3, 4, 5)]
    services.close()

    def at(hours: int) -> datetime:
        return MONDAY + timedelta(hours=hours)

    assert first == [
        Span(Turn.US, MONDAY, at(1)),
        Span(Turn.CUSTOMER, at(1), at(3)),
        Span(Turn.CLOSED, at(3), None),
    ]
    assert second == [Span(Turn.US, MONDAY, None)]
    assert gone == [
        [Span(Turn.US, MONDAY, at(2)), Span(Turn.CLOSED, at(2), None)],
        [Span(Turn.US, MONDAY, MONDAY), Span(Turn.CLOSED, MONDAY, None)],
        [Span(Turn.CLOSED, MONDAY, None)],
    ]
