"""What is to be done about a question that comes back gets a note and somebody who does it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody does anything yet."""
    for name in ("note", "owner"):
        column = sa.Column(name, sa.Text, nullable=False, server_default=sa.text("''"))
        op.add_column("radar_findings", column)
