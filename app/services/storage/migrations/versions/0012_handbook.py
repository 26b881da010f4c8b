"""The handbook: pages and their versions, of which none is ever changed."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

tables = sa.MetaData(
    naming_convention={
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)
PAGES = sa.Table(
    "handbook_pages",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.UniqueConstraint("key", "language"),
)
VERSIONS = sa.Table(
    "handbook_versions",
    tables,
    sa.Column("page_id", sa.Integer, sa.ForeignKey("handbook_pages.id"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("department", sa.Text, nullable=False),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("review_on", sa.Text),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("saved_at", sa.BigInteger, nullable=False),
)
GUARDS = (
    "create trigger handbook_versions_stay before update on handbook_versions"
    " begin select raise(abort, 'versions stay'); end",
    "create trigger handbook_versions_kept before delete on handbook_versions"
    " begin select raise(abort, 'versions stay'); end",
)


def upgrade() -> None:
    """No page yet; a version that was saved can be neither changed nor deleted."""
    PAGES.create(op.get_bind())
    VERSIONS.create(op.get_bind())
    if op.get_bind().dialect.name == "sqlite":
        for guard in GUARDS:
            op.execute(guard)
