"""Outcomes, and the guard that no ticket is done without having been documented."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

OUTCOMES = (
    ("solved", "Opgelost", "Solved"),
    ("explained", "Uitgelegd", "Explained"),
    ("refunded", "Geld terug of vervangen", "Refunded or replaced"),
    ("apologised", "Excuses aangeboden", "Apologised"),
    ("referred", "Doorverwezen", "Referred to somebody else"),
    ("no_answer", "Klant reageerde niet meer", "The customer did not answer any more"),
    ("other", "Anders", "Other"),
)
TICKETS = (
    sa.Column("outcome", sa.Text),
    sa.Column("documented_at", sa.BigInteger),
    sa.Column("override_reason", sa.Text),
)
GUARD = (
    "create trigger tickets_documented_{name} before {when} on tickets"
    " when new.state = 'closed' and new.documented_at is null"
    " begin select raise(abort, 'not documented'); end"
)

tables = sa.MetaData(naming_convention={"pk": "pk_%(table_name)s"})
LIST = sa.Table(
    "outcomes",
    tables,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("name_nl", sa.Text, nullable=False),
    sa.Column("name_en", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
)


def upgrade() -> None:
    """What was done before counts as documented then; from now on the store itself refuses."""
    LIST.create(op.get_bind())
    op.bulk_insert(
        LIST,
        [
            {"key": key, "name_nl": dutch, "name_en": english, "position": position}
            for position, (key, dutch, english) in enumerate(OUTCOMES)
        ],
    )
    for column in TICKETS:
        op.add_column("tickets", column)
    op.execute(
        "update tickets set documented_at = coalesce(closed_at, updated_at),"
        " override_reason = 'before_the_guard' where state = 'closed'"
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(GUARD.format(name="in", when="insert"))
        op.execute(GUARD.format(name="on", when="update of state, documented_at"))
