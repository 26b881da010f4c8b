"""Decisions, briefings with their readers, and what new colleagues go through."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

tables = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(column_0_label)s",
    }
)
sa.Table("colleagues", tables, sa.Column("id", sa.Integer, primary_key=True))
DECISIONS = sa.Table(
    "decisions",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("decided_on", sa.Text, nullable=False),
    sa.Column("people", sa.Text, nullable=False),
    sa.Column("replaces_id", sa.Integer, sa.ForeignKey("decisions.id"), index=True),
    sa.Column("kept", sa.Boolean, nullable=False),
    sa.Column("noted_at", sa.BigInteger, nullable=False),
)
LINKS = sa.Table(
    "decision_links",
    tables,
    sa.Column("decision_id", sa.Integer, sa.ForeignKey("decisions.id"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("target", sa.Integer, primary_key=True, autoincrement=False),
    sa.Index("ix_decision_links_target", "kind", "target"),
)
BRIEFINGS = sa.Table(
    "briefings",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("since", sa.BigInteger, nullable=False),
    sa.Column("until", sa.BigInteger, nullable=False),
    sa.Column("published_at", sa.BigInteger),
    sa.Column("due_on", sa.Text),
)
READERS = sa.Table(
    "briefing_readers",
    tables,
    sa.Column("briefing_id", sa.Integer, sa.ForeignKey("briefings.id"), primary_key=True),
    sa.Column(
        "colleague_id", sa.Integer, sa.ForeignKey("colleagues.id"), primary_key=True, index=True
    ),
    sa.Column("read_at", sa.BigInteger),
)
ITEMS = sa.Table(
    "induction_items",
    tables,
    sa.Column("colleague_id", sa.Integer, sa.ForeignKey("colleagues.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("page_key", sa.Text, nullable=False),
    sa.Column("added_at", sa.BigInteger, nullable=False),
    sa.Column("done_at", sa.BigInteger),
    sa.Column("done_by", sa.Text, nullable=False),
)
_LASTING = ("id", "what", "why", "decided_on", "people", "replaces_id", "noted_at")
GUARDS = (
    f"create trigger decisions_stay before update of {', '.join(_LASTING)} on decisions"
    " begin select raise(abort, 'decisions stay'); end",
    "create trigger decisions_kept before delete on decisions"
    " begin select raise(abort, 'decisions stay'); end",
    "create trigger decision_links_stay before update on decision_links"
    " begin select raise(abort, 'decisions stay'); end",
    "create trigger decision_links_kept before delete on decision_links"
    " begin select raise(abort, 'decisions stay'); end",
)


def upgrade() -> None:
    """Nothing was decided or told yet; what is decided stays as it was written."""
    for table in (DECISIONS, LINKS, BRIEFINGS, READERS, ITEMS):
        table.create(op.get_bind())
    for guard in GUARDS:
        op.execute(guard)
