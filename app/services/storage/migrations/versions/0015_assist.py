"""Suggestions: the vectors of messages and of other texts."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

tables = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)
sa.Table("messages", tables, sa.Column("id", sa.Integer, primary_key=True))
MESSAGES = sa.Table(
    "message_vectors",
    tables,
    sa.Column("message_id", sa.Integer, sa.ForeignKey("messages.id"), primary_key=True),
    sa.Column("model", sa.Text, nullable=False),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("vector", sa.LargeBinary, nullable=False),
)
TEXTS = sa.Table(
    "text_vectors",
    tables,
    sa.Column("digest", sa.LargeBinary, primary_key=True),
    sa.Column("model", sa.Text, primary_key=True),
    sa.Column("vector", sa.LargeBinary, nullable=False),
)
GUARDS = (
    "create trigger message_vectors_stale after update of subject, text on messages"
    " when old.subject is not new.subject or old.text is not new.text"
    " begin delete from message_vectors where message_id = new.id; end",
    "create trigger message_vectors_gone before delete on messages"
    " begin delete from message_vectors where message_id = old.id; end",
)


def upgrade() -> None:
    """No vector yet; they are made when the owner first looks."""
    MESSAGES.create(op.get_bind())
    TEXTS.create(op.get_bind())
    if op.get_bind().dialect.name == "sqlite":
        for guard in GUARDS:
            op.execute(guard)
