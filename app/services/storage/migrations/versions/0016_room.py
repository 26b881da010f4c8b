"""A note and somebody who does it for what comes back; pictures of pages."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

tables = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
sa.Table("blobs", tables, sa.Column("sha256", sa.Text, primary_key=True))
IMAGES = sa.Table(
    "handbook_images",
    tables,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, sa.ForeignKey("blobs.sha256"), nullable=False, index=True),
    sa.Column("mime", sa.Text, nullable=False),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("added_at", sa.BigInteger, nullable=False),
)


def upgrade() -> None:
    """Nobody does anything yet, and no page has a picture."""
    IMAGES.create(op.get_bind())
    for name in ("note", "owner"):
        column = sa.Column(name, sa.Text, nullable=False, server_default=sa.text("''"))
        op.add_column("radar_findings", column)
