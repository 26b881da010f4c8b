"""The directory of colleagues, and the questions that are put to them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.BigInteger

tables = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
sa.Table("messages", tables, sa.Column("id", sa.Integer, primary_key=True))
COLLEAGUES = sa.Table(
    "colleagues",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("department", sa.Text),
    sa.Column("subjects", sa.Text, nullable=False),
    sa.Column("hours", sa.Text, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("mail", sa.Text, nullable=False),
    sa.Column("whatsapp", sa.Text, nullable=False),
    sa.Column("deputy_id", sa.Integer, sa.ForeignKey("colleagues.id")),
    sa.Column("active", sa.Boolean, nullable=False),
)
QUESTIONS = sa.Table(
    "questions",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("message_id", sa.Integer, sa.ForeignKey("messages.id"), nullable=False, index=True),
    sa.Column("colleague_id", sa.Integer, sa.ForeignKey("colleagues.id"), nullable=False),
    sa.Column("deputy_id", sa.Integer, sa.ForeignKey("colleagues.id")),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("token", sa.Text, nullable=False, unique=True),
    sa.Column("draft", sa.Text),
    sa.Column("approved", sa.Boolean),
    sa.Column("asked_at", MOMENT, nullable=False),
    sa.Column("due_at", MOMENT),
    sa.Column("reminded_at", MOMENT),
    sa.Column("escalated_at", MOMENT),
    sa.Column("answered_at", MOMENT),
    sa.Column("answer_message_id", sa.Integer, sa.ForeignKey("messages.id"), index=True),
    sa.Index("ix_questions_open", "colleague_id", sqlite_where=sa.text("state = 'open'")),
)


def upgrade() -> None:
    """Make the directory, empty, and give each department room for its fixed colleague."""
    COLLEAGUES.create(op.get_bind())
    QUESTIONS.create(op.get_bind())
    op.add_column("departments", sa.Column("colleague_id", sa.Integer))
