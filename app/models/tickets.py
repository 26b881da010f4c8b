"""Tickets, the keys that thread messages into them, and the owner's lists they refer to."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base

STANDS = "merged_into_id is null"
WORK_SQL = {
    "todo": "state in ('new','open')",
    "waiting": "state in ('waiting_colleague','waiting_customer')",
}
PAST_SQL = {
    "done": "state in ('answered','closed','no_reaction')",
    "all": "state <> 'spam'",
    "spam": "state = 'spam'",
}
"""The conditions of the views, word for word as the list asks: SQLite takes an index for them."""

TO_ASSESS = f"{WORK_SQL['todo']} and {STANDS} and assessed_at is null and last_out_at is null"
"""What triage shows: ours, and neither assessed nor written back to yet."""


def _view_indexes() -> list[Index]:
    indexes = []
    for sorted_by, views in (("order_at", WORK_SQL), ("updated_at", PAST_SQL)):
        for view, states in views.items():
            where = text(f"{states} and {STANDS}")
            indexes.append(Index(f"ix_tickets_{view}", sorted_by, "id", sqlite_where=where))
    return indexes


class Ticket(Base):
    """A conversation with a customer.

    `next_due` is the earliest clock that still runs and `due_kind` its name; a clock that has
    stopped leaves its due time in place and sets its `*_at`. `clock_at` is when the message came in
    that waits longest, `answer_kind` whether it is the first question (answer) or one after an
    answer (next_reply). `warned_reaction` and `warned_answer` are how far those clocks were when
    the owner was last told (0, 50, 80 or 100 %; -100 when a breach was booked and not told yet),
    `warn_at` is when to look again. `promise_due` is the promise that runs out first, `promise_at`
    when it was made. `order_at` is the place in the
    order of work (rules/order.py); `window_due` is when the platform's own reply window closes.
    `reach` is how many saw its most seen message, `influence` a score of 0 to 100 that follows from
    it and from who writes (rules/influence.py); `proposal` is what a rule proposes to the owner,
    `assessed_at` when he first said what it is about.
    A closed ticket has `documented_at`, and an `outcome` or the reason why it was closed without
    (`override_reason`); triggers see to it.
    A snoozed ticket keeps the state it came from; a merged one only its number, and stands in the
    ticket `merged_into_id`.
    """

    __tablename__ = "tickets"
    __table_args__ = (
        *(
            Index(
                f"ix_tickets_{view}", "order_at", "id", sqlite_where=text(f"{states} and {STANDS}")
            )
            for view, states in WORK_SQL.items()
        ),
        *(
            Index(
                f"ix_tickets_{view}",
                "updated_at",
                "id",
                sqlite_where=text(f"{states} and {STANDS}"),
            )
            for view, states in PAST_SQL.items()
        ),
        Index("ix_tickets_snoozed", "snoozed_until", sqlite_where=text("state = 'snoozed'")),
        Index("ix_tickets_account", "account_id", "updated_at", "id"),
        Index("ix_tickets_category", "category", "updated_at", "id"),
        Index(
            "ix_tickets_merged",
            "merged_into_id",
            sqlite_where=text("merged_into_id is not null"),
        ),
        Index("ix_tickets_updated", "updated_at", "id"),
        Index("ix_tickets_incident", "incident_id", sqlite_where=text("incident_id is not null")),
        Index("ix_tickets_warn", "warn_at", sqlite_where=text("warn_at is not null")),
        Index("ix_tickets_assess", "order_at", "id", sqlite_where=text(TO_ASSESS)),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    token: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str]
    state: Mapped[str]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[str]
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    category: Mapped[str | None]
    department: Mapped[str | None]
    type: Mapped[str | None]
    product_group: Mapped[str | None]
    priority: Mapped[str]
    reach: Mapped[int | None]
    influence: Mapped[int] = mapped_column(default=0, server_default="0")
    influence_reasons: Mapped[list[dict[str, Any]]] = mapped_column(
        default=list, server_default="[]"
    )
    no_reaction_reason: Mapped[str | None]
    proposal: Mapped[dict[str, Any] | None]
    assessed_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    last_in_at: Mapped[datetime | None]
    last_out_at: Mapped[datetime | None]
    first_reaction_due: Mapped[datetime | None]
    first_reacted_at: Mapped[datetime | None]
    answer_due: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    plan_id: Mapped[int | None]
    clock_at: Mapped[datetime | None]
    answer_kind: Mapped[str] = mapped_column(default="answer", server_default="answer")
    warn_at: Mapped[datetime | None]
    warned_reaction: Mapped[int] = mapped_column(default=0, server_default="0")
    warned_answer: Mapped[int] = mapped_column(default=0, server_default="0")
    next_due: Mapped[datetime | None]
    due_kind: Mapped[str | None]
    window_due: Mapped[datetime | None]
    outcome: Mapped[str | None]
    documented_at: Mapped[datetime | None]
    override_reason: Mapped[str | None]
    promise_due: Mapped[datetime | None]
    promise_at: Mapped[datetime | None]
    promise_kind: Mapped[str | None]
    order_at: Mapped[datetime]
    snoozed_until: Mapped[datetime | None]
    snoozed_from: Mapped[str | None]
    wake_on_reply: Mapped[bool] = mapped_column(default=True)
    merged_into_id: Mapped[int | None]
    incident_id: Mapped[int | None]
    message_count: Mapped[int]
    snippet: Mapped[str]
    new_sender: Mapped[bool]
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"))


class TicketTag(Base):
    """A word of the owner's own on a ticket."""

    __tablename__ = "ticket_tags"

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True, index=True)


class TicketLink(Base):
    """Two tickets that have to do with each other; `ticket_id` is the smaller one."""

    __tablename__ = "ticket_links"

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), primary_key=True, index=True)


class TicketCount(Base):
    """How many tickets there are of a state, account and category ("" for none).

    Triggers keep it, in the transaction of every change; merged tickets do not count.
    """

    __tablename__ = "ticket_counts"

    state: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(primary_key=True)
    category: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class SavedView(Base):
    """A query that the owner kept under a name, with the view it is asked of."""

    __tablename__ = "saved_views"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    place: Mapped[str]
    query: Mapped[str]
    position: Mapped[int]


class ThreadKey(Base):
    """A message key (own or referred to) that belongs to a ticket."""

    __tablename__ = "thread_keys"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)


class Listed(Base):
    """An entry of a list of the owner's, in both languages; it is chosen by its key."""

    __abstract__ = True

    key: Mapped[str] = mapped_column(primary_key=True)
    name_nl: Mapped[str]
    name_en: Mapped[str]
    position: Mapped[int]


class Category(Listed):
    """What a ticket is about; five are shipped."""

    __tablename__ = "categories"


class Department(Listed):
    """Who in the firm knows about it; `colleague_id` is whom to ask first."""

    __tablename__ = "departments"

    colleague_id: Mapped[int | None]


class Outcome(Listed):
    """How a ticket ended."""

    __tablename__ = "outcomes"


class TicketType(Listed):
    """What kind of message it is: a question, a complaint ..."""

    __tablename__ = "types"


class ProductGroup(Listed):
    """Which of the firm's products it is about."""

    __tablename__ = "product_groups"


class NoReactionReason(Listed):
    """Why nobody reacts to a message."""

    __tablename__ = "no_reaction_reasons"
