"""The ledger of whose turn every minute of a ticket was, and what a message of ours is for."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.BigInteger

tables = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
sa.Table("tickets", tables, sa.Column("id", sa.Integer, primary_key=True))
LEDGER = sa.Table(
    "ledger",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id"), nullable=False),
    sa.Column("turn", sa.Text, nullable=False),
    sa.Column("since", MOMENT, nullable=False),
    sa.Column("until", MOMENT),
    sa.Index("ix_ledger_ticket", "ticket_id", "id"),
    sa.Index("ix_ledger_open", "ticket_id", unique=True, sqlite_where=sa.text("until is null")),
)
TURN = (
    "case when state in ('new','open','snoozed') then 'us'"
    " when state = 'waiting_colleague' then 'colleague'"
    " when state = 'waiting_customer' then 'customer' else 'closed' end"
)
# The journal tells of every change of state; what came about otherwise (merging, splitting, undo)
# counts from the last time the ticket was touched.
FILL = (
    "create temporary table changes as"
    " select ticket_id, at, seq, json_extract(data, '$.to') as state"
    " from journal where act = 'state'",
    "insert into changes select ticket_id, t.created_at, 0, json_extract(j.data, '$.from')"
    " from journal j join tickets t on t.id = j.ticket_id"
    " where j.seq in (select min(seq) from changes group by ticket_id)",
    "insert into changes select id, created_at, 0, state from tickets"
    " where id not in (select ticket_id from changes)",
    "insert into changes select t.id, max(t.updated_at, c.at), c.seq + 1, t.state"
    " from tickets t join (select ticket_id, max(at) as at, max(seq) as seq from changes"
    " group by ticket_id) c on c.ticket_id = t.id"
    " join changes l on l.ticket_id = t.id and l.seq = c.seq where l.state <> t.state",
    # What was put together with another ticket has nobody's turn since, whatever its state says.
    "insert into changes select t.id, max(c.at, coalesce("
    " (select max(at) from journal where act = 'merged_into' and ticket_id = t.id),"
    " t.updated_at)), c.seq + 1, 'merged'"
    " from tickets t join (select ticket_id, max(at) as at, max(seq) as seq from changes"
    " group by ticket_id) c on c.ticket_id = t.id"
    f" where t.merged_into_id is not null and {TURN} <> 'closed'",
    f"insert into ledger (ticket_id, turn, since, until) select ticket_id, {TURN}, at,"
    " lead(at) over (partition by ticket_id order by at, seq) from changes"
    " order by ticket_id, at, seq",
    "drop table changes",
)


def upgrade() -> None:
    """Make the ledger from the journal, and tell answers from acknowledgements."""
    LEDGER.create(op.get_bind())
    op.add_column("outbox", sa.Column("purpose", sa.Text, nullable=False, server_default="answer"))
    op.execute("update outbox set purpose = 'reaction' where automatic")
    for statement in FILL:
        op.execute(statement)
