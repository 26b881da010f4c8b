"""A store of before knows which clock of a ticket runs, and since when."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bootstrap import build_services
from app.models.tickets import Ticket
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from tests.fakes import MONDAY, FakeClock
from tests.migrations.stores import migrated_to
from tests.migrations.test_0003 import HOUR, NOW, ticket


def at(hours: int | None) -> str:
    return "null" if hours is None else str(NOW + hours * HOUR)


def clocks(number: int, *, answered: int | None, out: int | None, last_in: int) -> str:
    kind = "'answer'" if answered is None else "null"
    return (
        f"update tickets set first_reaction_due = {at(1)}, first_reacted_at = {at(out)},"
        f" answer_due = {at(48)}, answered_at = {at(answered)}, last_out_at = {at(out)},"
        f" last_in_at = {at(last_in)}, next_due = {at(48 if answered is None else None)},"
        f" due_kind = {kind} where id = {number}"
    )


def wrote(number: int, ticket_id: int, hours: int, automatic: str = "null") -> str:
    return (
        "insert into messages (id, ticket_id, account_id, key, fingerprint, direction,"
        " author_handle, author_name, recipients, subject, text, quoted, has_html, parents,"
        " automatic, new_sender, created_at, received_at) values"
        f" ({number}, {ticket_id}, 1, '<{number}@x>', '{number}', 'in', 'anna@klant.example', '',"
        f" '[]', '', '', '', 0, '[]', {automatic}, 0, {at(hours)}, {at(hours)})"
    )


def test_a_customer_who_wrote_after_an_answer_waits_since_then(tmp_path: Path) -> None:
    made = create_profile(tmp_path / "profile", now=MONDAY, practice=True)
    migrated_to(
        made.profile.store,
        "0003",
        "insert into accounts values (1, 'email', 'winkel@voorbeeld.nl', '', '{}', 'active',"
        f" {NOW}, 'ok', null, null, null, null)",
        f"insert into contacts values (1, 'Anna', {NOW})",
        *(ticket(number, "open") for number in (1, 2, 3, 4)),
        clocks(1, answered=None, out=None, last_in=5),
        clocks(2, answered=None, out=3, last_in=6),
        clocks(3, answered=3, out=3, last_in=2),
        clocks(4, answered=None, out=3, last_in=6),
        *(wrote(hours, 1, hours) for hours in (0, 5)),
        *(wrote(10 + hours, 2, hours) for hours in (0, 2, 5, 6)),
        wrote(20, 2, 4, "'auto_reply'"),
        *(wrote(30 + hours, 3, hours) for hours in (0, 2)),
    )
    services = build_services(made.profile, None, clock=FakeClock(), parser=InlineParser())

    def look(session: Session) -> list[tuple[str, str | None, int]]:
        found = session.scalars(select(Ticket).order_by(Ticket.id))
        hour = timedelta(hours=1)
        return [
            (one.answer_kind, one.due_kind, ((one.clock_at or MONDAY) - MONDAY) // hour)
            for one in found
        ]

    assert services.database.read_now(look) == [
        ("answer", "answer", 0),
        ("next_reply", "next_reply", 5),
        ("answer", None, 2),
        ("next_reply", "next_reply", 6),
    ]
    services.close()
