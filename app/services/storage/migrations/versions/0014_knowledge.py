"""Pages that go with tickets, and questions that come back."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

tables = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
for known in ("tickets", "handbook_pages"):
    sa.Table(known, tables, sa.Column("id", sa.Integer, primary_key=True))
PAGES = sa.Table(
    "ticket_pages",
    tables,
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id"), primary_key=True),
    sa.Column(
        "page_id", sa.Integer, sa.ForeignKey("handbook_pages.id"), primary_key=True, index=True
    ),
    sa.Column("linked_at", sa.BigInteger, nullable=False),
)
FINDINGS = sa.Table(
    "radar_findings",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("task", sa.Text),
    sa.Column("found_at", sa.BigInteger, nullable=False),
    sa.Column("settled_at", sa.BigInteger),
)
TICKETS = sa.Table(
    "radar_tickets",
    tables,
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id"), primary_key=True),
    sa.Column("finding_id", sa.Integer, sa.ForeignKey("radar_findings.id"), nullable=False),
    sa.Index("ix_radar_tickets_finding", "finding_id"),
)


def upgrade() -> None:
    """No page goes with a ticket yet, and nothing was noticed."""
    for table in (PAGES, FINDINGS, TICKETS):
        table.create(op.get_bind())
