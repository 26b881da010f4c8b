"""Incidents that tickets hang on, and lines that take a ticket from public to private."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

tables = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)
sa.Table("messages", tables, sa.Column("id", sa.Integer, primary_key=True))
INCIDENTS = sa.Table(
    "incidents",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("opened_at", sa.BigInteger, nullable=False),
    sa.Column("closed_at", sa.BigInteger),
)
CASE_LINES = sa.Table(
    "case_lines",
    tables,
    sa.Column(
        "message_id",
        sa.Integer,
        sa.ForeignKey("messages.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    sa.Column("line", sa.Text, nullable=False),
)
IN_USE = (
    "create trigger incidents_in_use before delete on incidents"
    " when exists (select 1 from tickets where incident_id = old.id)"
    " begin select raise(abort, 'in use'); end"
)


def upgrade() -> None:
    """No ticket hangs on an incident yet; one that tickets hang on cannot be deleted."""
    INCIDENTS.create(op.get_bind())
    CASE_LINES.create(op.get_bind())
    op.add_column("tickets", sa.Column("incident_id", sa.Integer))
    op.create_index(
        "ix_tickets_incident",
        "tickets",
        ["incident_id"],
        sqlite_where=sa.text("incident_id is not null"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(IN_USE)
