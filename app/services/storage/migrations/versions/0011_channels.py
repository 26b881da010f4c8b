"""Messages know where they stand on the web, their stars, and what happened to them there."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What came in before is of e-mail, which has none of these."""
    for column in (
        sa.Column("public", sa.Boolean),
        sa.Column("permalink", sa.Text),
        sa.Column("stars", sa.Integer),
        sa.Column("edited_at", sa.BigInteger),
        sa.Column("gone_at", sa.BigInteger),
    ):
        op.add_column("messages", column)
    op.add_column(
        "outbox", sa.Column("private", sa.Boolean, nullable=False, server_default=sa.text("0"))
    )
