"""What was posted, what the firm says, and who was told."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

tables = sa.MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"}
)
for known in ("accounts", "handbook_pages"):
    sa.Table(known, tables, sa.Column("id", sa.Integer, primary_key=True))
CONTENT = sa.Table(
    "posted_content",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id")),
    sa.Column("link", sa.Text, nullable=False),
    sa.Column("posted_at", sa.BigInteger),
    sa.Column("until", sa.Text),
    sa.Column("posted_by", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("questions", sa.Text, nullable=False),
    sa.Column("page_id", sa.Integer, sa.ForeignKey("handbook_pages.id")),
    sa.Column("version", sa.Integer),
    sa.Column("checks", sa.Text, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
)
STATEMENTS = sa.Table(
    "statements",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("asked", sa.Text, nullable=False),
    sa.Column("texts", sa.Text, nullable=False),
    sa.Column("valid_from", sa.Text, nullable=False),
    sa.Column("valid_until", sa.Text),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
)
LISTS = sa.Table(
    "inform_lists",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("subjects", sa.Text, nullable=False),
    sa.Column("members", sa.Text, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
)
INFORMED = sa.Table(
    "informed",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("list_id", sa.Integer, sa.ForeignKey("inform_lists.id"), nullable=False),
    sa.Column("content_id", sa.Integer, sa.ForeignKey("posted_content.id")),
    sa.Column("statement_id", sa.Integer, sa.ForeignKey("statements.id")),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("how", sa.Text, nullable=False),
    sa.Column("told_at", sa.BigInteger, nullable=False),
    sa.Column("told_by", sa.Text, nullable=False),
    sa.Column("people", sa.Text, nullable=False),
    sa.Index("ix_informed_list_id", "list_id"),
)


def upgrade() -> None:
    """Nothing was posted, stated or told yet."""
    for table in (CONTENT, STATEMENTS, LISTS, INFORMED):
        table.create(op.get_bind())
