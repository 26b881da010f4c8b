"""A store of before gains incidents; its tickets can be put under one."""

from pathlib import Path

from app.bootstrap import build_services
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import inbox, incidents
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to
from tests.migrations.test_0006 import NOW, ticket


def test_a_ticket_of_before_is_put_under_an_incident(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(
        made.profile.store,
        "0008",
        'insert into accounts (id, kind, handle, name, "values", state, created_at, health) values'
        f" (1, 'email', 'winkel@voorbeeld.nl', '', '{{}}', 'active', {NOW}, 'ok')",
        f"insert into contacts (id, name, created_at) values (1, 'Anna', {NOW})",
        ticket(1, "'orders'"),
        f"insert into ledger (ticket_id, turn, since) values (1, 'us', {NOW})",
    )
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())
    assert services.database.read_now(inbox.infos, [1])[0].incident is None
    number, _ = services.database.write_now(incidents.begin, title="Storing", ticket_ids=[1])
    (info,) = services.database.read_now(inbox.infos, [1])
    assert info.incident == (number, "Storing", "")
    services.close()
