"""The inbox: order, snooze, merge, tags, links, saved views, undo, counters, and a new index."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.BigInteger
JSON = sa.Text
FAR = 10_413_792_000_000_000  # 2300-01-01 in microseconds: tickets without a clock come last

TICKETS = (
    sa.Column("order_at", MOMENT, nullable=False, server_default="0"),
    sa.Column("due_kind", sa.Text),
    sa.Column("window_due", MOMENT),
    sa.Column("snoozed_until", MOMENT),
    sa.Column("snoozed_from", sa.Text),
    sa.Column("wake_on_reply", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("merged_into_id", sa.Integer),
)
OUTBOX = (
    sa.Column("parents", JSON, nullable=False, server_default="[]"),
    sa.Column("seen_message_id", sa.Integer),
    sa.Column("scheduled", sa.Boolean, nullable=False, server_default=sa.false()),
)

tables = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
sa.Table("tickets", tables, sa.Column("id", sa.Integer, primary_key=True))
sa.Table(
    "ticket_tags",
    tables,
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id"), primary_key=True),
    sa.Column("tag", sa.Text, primary_key=True, index=True),
)
sa.Table(
    "ticket_links",
    tables,
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id"), primary_key=True),
    sa.Column("other_id", sa.Integer, sa.ForeignKey("tickets.id"), primary_key=True, index=True),
)
sa.Table(
    "ticket_counts",
    tables,
    sa.Column("state", sa.Text, primary_key=True),
    sa.Column("account_id", sa.Integer, primary_key=True),
    sa.Column("category", sa.Text, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)
sa.Table(
    "saved_views",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("query", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
)
sa.Table(
    "acts",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", MOMENT, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("params", JSON, nullable=False),
    sa.Column("steps", JSON, nullable=False),
    sa.Column("undone_at", MOMENT),
)
sa.Table(
    "picture_senders",
    tables,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("handle", sa.Text, primary_key=True),
)
sa.Table(
    "search_docs",
    tables,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("ref_id", sa.Integer, nullable=False),
    sa.UniqueConstraint("kind", "ref_id"),
)
sa.Table(
    "search_terms",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("term", sa.Text, nullable=False, unique=True),
    sa.Column("count", sa.Integer, nullable=False),
)
sa.Table(
    "search_state",
    tables,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.BigInteger, nullable=False),
)

STANDS = "merged_into_id is null"
INDEXES = (
    "drop index ix_tickets_open",
    "create index ix_tickets_todo on tickets (order_at, id)"
    f" where state in ('new','open') and {STANDS}",
    "create index ix_tickets_waiting on tickets (order_at, id)"
    f" where state in ('waiting_colleague','waiting_customer') and {STANDS}",
    "create index ix_tickets_done on tickets (updated_at, id)"
    f" where state in ('answered','closed','no_reaction') and {STANDS}",
    f"create index ix_tickets_all on tickets (updated_at, id) where state <> 'spam' and {STANDS}",
    f"create index ix_tickets_spam on tickets (updated_at, id) where state = 'spam' and {STANDS}",
    "drop index ix_tickets_state",
    "create index ix_messages_place on messages (id, ticket_id)",
    "create index ix_tickets_snoozed on tickets (snoozed_until) where state = 'snoozed'",
    "create index ix_tickets_account on tickets (account_id, updated_at, id)",
    "create index ix_tickets_category on tickets (category, updated_at, id)",
    "create index ix_tickets_merged on tickets (merged_into_id) where merged_into_id is not null",
)
_ADD = (
    "insert into ticket_counts (state, account_id, category, count)"
    " select {row}.state, {row}.account_id, coalesce({row}.category, ''), {by}"
    " where {row}.merged_into_id is null"
    " on conflict (state, account_id, category) do update set count = count + excluded.count;"
)
_NEW, _OLD = _ADD.format(row="new", by=1), _ADD.format(row="old", by=-1)
SQLITE = (
    f"create trigger tickets_counted_in after insert on tickets begin {_NEW} end",
    "create trigger tickets_counted_on after update of state, account_id, category,"
    f" merged_into_id on tickets begin {_OLD} {_NEW} end",
    f"create trigger tickets_counted_out after delete on tickets begin {_OLD} end",
    "insert into ticket_counts select state, account_id, coalesce(category, ''), count(*)"
    " from tickets group by 1, 2, 3",
    "drop table message_fts",
    "create virtual table search_index using fts5(content, content='', contentless_delete=1,"
    " detail=none, prefix='1 2 3 4 5', tokenize='unicode61 remove_diacritics 2')",
    "insert into search_index(search_index, rank) values('automerge', 0)",
    "insert into search_index(search_index, rank) values('secure-delete', 1)",
    "create virtual table search_parts using fts5(term, content='search_terms', content_rowid='id',"
    " detail=none, tokenize='trigram')",
)


def upgrade() -> None:
    """Add columns and tables, count the tickets, and ask for the messages to be indexed anew."""
    for table, columns in (("tickets", TICKETS), ("outbox", OUTBOX)):
        for column in columns:
            op.add_column(table, column)
    op.add_column("drafts", sa.Column("html", sa.Text))
    for made in tables.sorted_tables:
        if made.name != "tickets":
            made.create(op.get_bind())
    op.execute(
        f"update tickets set order_at = coalesce(next_due, {FAR} + ({FAR} - updated_at)),"
        " due_kind = case when next_due is null then null"
        " when first_reacted_at is null and first_reaction_due = next_due then 'first_reaction'"
        " else 'answer' end"
    )
    for statement in INDEXES:
        op.execute(statement)
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE:
            op.execute(statement)
    op.execute(
        "insert into search_state (name, value)"
        " select 'unindexed_to', coalesce(max(id), 0) from messages"
        " union all select 'learned_to', 0"
    )
