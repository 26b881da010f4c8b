"""A store of before gains lists, and what was filed has been assessed."""

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.bootstrap import build_services
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import inbox, lists
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to

NOW = int(MONDAY.timestamp() * 1_000_000)


def ticket(number: int, category: str) -> str:
    return (
        "insert into tickets (id, number, token, subject, state, account_id, kind, contact_id,"
        " category, priority, created_at, updated_at, message_count, snippet, new_sender, order_at,"
        f" wake_on_reply) values ({number}, {number}, 'token{number}', 'Vraag', 'open', 1, 'email',"
        f" 1, {category}, 'normal', {NOW}, {NOW}, 0, '', 0, 0, 1)"
    )


def test_an_older_store_can_be_assessed(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(
        made.profile.store,
        "0004",
        "insert into accounts values (1, 'email', 'winkel@voorbeeld.nl', '', '{}', 'active',"
        f" {NOW}, 'ok', null, null, null, null)",
        f"insert into contacts values (1, 'Anna', {NOW})",
        "insert into identities values (1, 1, 'email', 'anna@klant.example', 'Anna')",
        ticket(1, "'orders'"),
        ticket(2, "null"),
    )
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())

    def look(session: Session) -> None:
        filed, other = (one.assessment for one in inbox.infos(session, [1, 2]))
        assert (filed.assessed_at, other.assessed_at) == (MONDAY, None)
        assert (other.influence, other.influence_reasons, other.type) == (0, (), None)
        assert session.execute(text("select vip, press, value from contacts")).one() == (0, 0, None)
        assert [len(lists.entries(session, name)) for name in lists.LISTS] == [5, 6, 6, 1, 7, 5]

    services.database.read_now(look)
    services.close()
