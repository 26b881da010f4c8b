"""Procedures walked on tickets: each run, and the entries that it is made of."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

tables = sa.MetaData(
    naming_convention={
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)
sa.Table("tickets", tables, sa.Column("id", sa.Integer, primary_key=True))
sa.Table(
    "handbook_versions",
    tables,
    sa.Column("page_id", sa.Integer, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
)
RUNS = sa.Table(
    "sop_runs",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id"), nullable=False),
    sa.Column("page_id", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("required", sa.Boolean, nullable=False),
    sa.Column("started_at", sa.BigInteger, nullable=False),
    sa.Column("started_by", sa.Text, nullable=False),
    sa.Column("ended", sa.Text),
    sa.Column("ended_at", sa.BigInteger),
    sa.Column("ended_step", sa.Integer),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(
        ["page_id", "version"], ["handbook_versions.page_id", "handbook_versions.number"]
    ),
    sa.Index("ix_sop_runs_ticket_id", "ticket_id"),
    sa.Index("ix_sop_runs_page_id", "page_id"),
)
ENTRIES = sa.Table(
    "sop_run_entries",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("run_id", sa.Integer, sa.ForeignKey("sop_runs.id"), nullable=False),
    sa.Column("previous_id", sa.Integer, sa.ForeignKey("sop_run_entries.id"), unique=True),
    sa.Column("step", sa.Integer, nullable=False),
    sa.Column("move", sa.Text, nullable=False),
    sa.Column("answer", sa.Integer),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Index("ix_sop_run_entries_run_id", "run_id"),
)


def upgrade() -> None:
    """No run yet."""
    RUNS.create(op.get_bind())
    ENTRIES.create(op.get_bind())
