"""How much the writer of a ticket weighs: what is known of him, kept and scored."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from app.models.base import table_of
from app.models.contacts import Contact, Identity
from app.models.rules.influence import Reason, Voice, influence, strongest
from app.models.tickets import Ticket
from app.services.channels.api import InboundMessage
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, journal, lifecycle
from app.services.tickets.decisions import Done

_C, _I = table_of(Contact).c, table_of(Identity).c
# Statements made once: building one costs more than running it (performance: the ingest).
_VOICES = (
    select(_I.followers, _I.verified, _I.reviewer_level, _C.vip, _C.press, _C.value)
    .select_from(table_of(Contact).outerjoin(table_of(Identity), _I.contact_id == _C.id))
    .where(_C.id == bindparam("contact"))
)


def arrived(unit: Unit, ticket: Ticket, message: InboundMessage) -> None:
    """Keep what the platform says of who wrote a message, and score the ticket anew."""
    author = message.reply_to or message.author
    if message.author.voice is not None:
        _learn(unit, ticket.kind, author.handle, message.author.voice)
        ticket.reach = max(ticket.reach or 0, message.author.voice.reach or 0) or None
    refresh(unit, ticket)


def refresh(unit: Unit, ticket: Ticket) -> None:
    """Score a ticket by what is known now."""
    scored = influence(voice(unit.session, ticket))
    ticket.influence = scored.score
    ticket.influence_reasons = [asdict(reason) for reason in scored.reasons]


def voice(session: Session, ticket: Ticket) -> Voice:
    """Return what is known of a ticket's customer by all his handles, and of its reach."""
    rows = session.execute(_VOICES, {"contact": ticket.contact_id})
    return strongest(
        [
            Voice(
                followers=row.followers,
                reach=ticket.reach,
                verified=bool(row.verified),
                reviewer_level=row.reviewer_level,
                value=row.value,
                vip=row.vip,
                press=row.press,
            )
            for row in rows
        ]
    )


def reasons_of(ticket: Ticket) -> tuple[Reason, ...]:
    """Return the reasons of a ticket's score, the heaviest first."""
    return tuple(Reason(**one) for one in ticket.influence_reasons)


def set_standing(
    unit: Unit,
    ticket_ids: Sequence[int],
    *,
    vip: bool | None = None,
    press: bool | None = None,
    value: int | None = None,
    origin: object | None = None,
) -> Done:
    """Say of the customers of tickets that they are VIP, press, or worth so much a year.

    What is None stays as it is. All their tickets are scored anew.
    """
    wanted = {"vip": vip, "press": press, "value": value}
    values = {name: one for name, one in wanted.items() if one is not None}
    found = [lifecycle.find(unit.session, one) for one in ticket_ids]
    recorder = acts.begin(
        unit,
        "standing",
        origin=origin,
        count=len(found),
        number=found[0].number if found else None,
    )
    changed = 0
    for contact_id in dict.fromkeys(ticket.contact_id for ticket in found):
        step = act_rows.changed(unit, unit.session.get_one(Contact, contact_id), **values)
        if step is not None:
            changed += 1
            recorder.step(**step)
            _score_all(unit, recorder, contact_id)
    for ticket in found if changed else ():
        journal.append(unit, "standing", ticket_id=ticket.id, data=values)
    return Done(recorder.finish(), changed)


def _score_all(unit: Unit, recorder: acts.Recorder, contact_id: int) -> None:
    for ticket in unit.session.scalars(select(Ticket).where(Ticket.contact_id == contact_id)):
        recorder.watch(ticket)
        refresh(unit, ticket)


def _learn(unit: Unit, kind: str, handle: str, voice: Voice) -> None:
    said = {
        "followers": voice.followers,
        "reviewer_level": voice.reviewer_level,
        "verified": voice.verified or None,
    }
    known = {name: one for name, one in said.items() if one is not None}
    if known:
        here = (Identity.kind == kind, Identity.handle == handle)
        unit.session.execute(update(Identity).where(*here).values(**known))
