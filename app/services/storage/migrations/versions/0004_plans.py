"""SLA plans, and which clock of a ticket runs since when."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.BigInteger
TICKETS = (
    sa.Column("plan_id", sa.Integer),
    sa.Column("clock_at", MOMENT),
    sa.Column("answer_kind", sa.Text, nullable=False, server_default="answer"),
    sa.Column("warn_at", MOMENT),
    sa.Column("warned_reaction", sa.Integer, nullable=False, server_default="0"),
    sa.Column("warned_answer", sa.Integer, nullable=False, server_default="0"),
)

tables = sa.MetaData(
    naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}
)
PLANS = sa.Table(
    "plans",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("first_reaction_minutes", sa.Integer, nullable=False),
    sa.Column("evening_minutes", sa.Integer),
    sa.Column("answer_minutes", sa.Integer, nullable=False),
    sa.Column("answer_counting", sa.Text, nullable=False),
    sa.Column("next_reply_minutes", sa.Integer, nullable=False),
    sa.Column("next_reply_counting", sa.Text, nullable=False),
    sa.Column("conditions", sa.Text, nullable=False),
)

# An answer stops the clock, and what a customer writes after it starts one of the next reply.
WAITS_SINCE = (
    "(select min(m.received_at) from messages m where m.ticket_id = tickets.id"
    " and m.direction = 'in' and m.received_at > tickets.last_out_at"
    " and (m.automatic is null or m.automatic = 'list'))"
)


def upgrade() -> None:
    """Make the first plan of the targets of before; clocks run since the message that waits."""
    PLANS.create(op.get_bind())
    for column in TICKETS:
        op.add_column("tickets", column)
    op.execute("create index ix_tickets_warn on tickets (warn_at) where warn_at is not null")
    op.execute(
        "update tickets set plan_id = case when first_reaction_due is null then null else 1 end,"
        " clock_at = case when first_reaction_due is null then null"
        " when answered_at is not null then last_in_at"
        " when last_out_at is null then created_at"
        f" else coalesce({WAITS_SINCE}, last_in_at) end"
    )
    op.execute(
        "update tickets set answer_kind = 'next_reply',"
        " due_kind = case due_kind when 'answer' then 'next_reply' else due_kind end"
        " where answer_due is not null and answered_at is null and last_out_at is not null"
    )
    op.execute("update tickets set warn_at = 0 where next_due is not null")
    stored = (
        op.get_bind()
        .execute(sa.text("select value from settings where section = 'targets'"))
        .scalar()
    )
    targets = json.loads(stored) if stored else {}
    answer = 60 * targets.get("answer_hours", 24)
    op.bulk_insert(
        PLANS,
        [
            {
                "id": 1,
                "name": "Gewoon",
                "position": 1,
                "first_reaction_minutes": targets.get("first_reaction_minutes", 5),
                "answer_minutes": answer,
                "answer_counting": "open_days",
                "next_reply_minutes": answer,
                "next_reply_counting": "open_days",
                "conditions": "{}",
            }
        ],
    )
    op.execute("delete from settings where section = 'targets'")
