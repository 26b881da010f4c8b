"""What a message is about and how much its writer weighs; the owner's lists and his own rules."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TICKETS = (
    sa.Column("type", sa.Text),
    sa.Column("product_group", sa.Text),
    sa.Column("reach", sa.Integer),
    sa.Column("influence", sa.Integer, nullable=False, server_default="0"),
    sa.Column("influence_reasons", sa.Text, nullable=False, server_default="[]"),
    sa.Column("no_reaction_reason", sa.Text),
    sa.Column("proposal", sa.Text),
    sa.Column("assessed_at", sa.BigInteger),
)
CONTACTS = (
    sa.Column("vip", sa.Boolean, nullable=False, server_default="0"),
    sa.Column("press", sa.Boolean, nullable=False, server_default="0"),
    sa.Column("value", sa.Integer),
)
IDENTITIES = (
    sa.Column("followers", sa.Integer),
    sa.Column("verified", sa.Boolean, nullable=False, server_default="0"),
    sa.Column("reviewer_level", sa.Integer),
)

tables = sa.MetaData(
    naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}
)
LISTS = {
    "types": (
        ("question", "Vraag", "Question"),
        ("complaint", "Klacht", "Complaint"),
        ("compliment", "Compliment", "Compliment"),
        ("idea", "Idee", "Idea"),
        ("fault", "Storing", "Fault"),
        ("other", "Overig", "Other"),
    ),
    "product_groups": (("general", "Algemeen", "General"),),
    "no_reaction_reasons": (
        ("spam_like", "Reclame of bijna spam", "Advertising, or nearly spam"),
        ("no_question", "Geen vraag", "No question"),
        ("duplicate", "Dubbel", "Duplicate"),
        ("already_answered", "Al beantwoord", "Already answered"),
        ("other", "Overig", "Other"),
    ),
}
for name in LISTS:
    sa.Table(
        name,
        tables,
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("name_nl", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
    )
sa.Table(
    "policies",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
    sa.Column("conditions", sa.Text, nullable=False),
    sa.Column("effects", sa.Text, nullable=False),
)
ASSESS_INDEX = (
    "create index ix_tickets_assess on tickets (order_at, id) where state in ('new','open')"
    " and merged_into_id is null and assessed_at is null and last_out_at is null"
)


def upgrade() -> None:
    """Add columns and lists; what has a category has been assessed."""
    for table, columns in (
        ("tickets", TICKETS),
        ("contacts", CONTACTS),
        ("identities", IDENTITIES),
    ):
        for column in columns:
            op.add_column(table, column)
    tables.create_all(op.get_bind(), checkfirst=False)
    for name, rows in LISTS.items():
        op.bulk_insert(
            tables.tables[name],
            [
                {"key": key, "name_nl": dutch, "name_en": english, "position": position}
                for position, (key, dutch, english) in enumerate(rows)
            ],
        )
    op.execute("update tickets set assessed_at = updated_at where category is not null")
    op.execute(ASSESS_INDEX)
