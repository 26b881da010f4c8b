"""Promises with their own clock, and the texts that give them."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.BigInteger
SHORT = ("x", "bluesky", "mastodon", "instagram", "facebook", "whatsapp", "sms", "telegram",
         "youtube")  # fmt: skip
TEXTS: tuple[tuple[str, str, tuple[str, ...], str, str], ...] = (
    (
        "reaction",
        "nl",
        (),
        "Ontvangen",
        (
            "Dag {naam|daar},\n\n"
            "Dank voor uw bericht. We gaan er meteen mee aan de slag.\n\n"
            "Groet,\n{winkel}"
        ),
    ),
    (
        "reaction",
        "nl",
        SHORT,
        "Ontvangen (kort)",
        "Dank voor je bericht, we gaan ermee aan de slag!",
    ),
    (
        "reaction_promise",
        "nl",
        (),
        "Ontvangen, met belofte",
        (
            "Dag {naam|daar},\n\n"
            "Dank voor uw bericht. U hoort binnen 24 uur van ons.\n\n"
            "Groet,\n{winkel}"
        ),
    ),
    (
        "reaction_promise",
        "nl",
        SHORT,
        "Ontvangen, met belofte (kort)",
        "Dank voor je bericht! Je hoort binnen 24 uur van ons.",
    ),
    (
        "out_of_hours",
        "nl",
        (),
        "Buiten openingstijd",
        (
            "Dag {naam|daar},\n\n"
            "Dank voor uw bericht. We zijn nu gesloten; vanaf {opening} lezen we het en"
            " gaan we ermee aan de slag.\n\n"
            "Groet,\n{winkel}"
        ),
    ),
    (
        "out_of_hours",
        "nl",
        SHORT,
        "Buiten openingstijd (kort)",
        "Dank voor je bericht! We zijn nu gesloten, vanaf {opening} gaan we ermee aan de slag.",
    ),
    (
        "extension",
        "nl",
        (),
        "Het duurt langer",
        (
            "Dag {naam|daar},\n\n"
            "We zijn er nog niet uit. U hoort uiterlijk {moment} van ons."
            " Excuses dat het langer duurt.\n\n"
            "Groet,\n{winkel}"
        ),
    ),
    (
        "extension",
        "nl",
        SHORT,
        "Het duurt langer (kort)",
        "We zijn er nog niet uit, je hoort uiterlijk {moment} van ons. Sorry dat het langer duurt!",
    ),
    (
        "reaction",
        "en",
        (),
        "Received",
        (
            "Hello {naam|there},\n\n"
            "Thank you for your message. We are working on it.\n\n"
            "Kind regards,\n{winkel}"
        ),
    ),
    (
        "reaction",
        "en",
        SHORT,
        "Received (short)",
        "Thanks for your message, we are on it!",
    ),
    (
        "reaction_promise",
        "en",
        (),
        "Received, with a promise",
        (
            "Hello {naam|there},\n\n"
            "Thank you for your message. You will hear from us within 24 hours.\n\n"
            "Kind regards,\n{winkel}"
        ),
    ),
    (
        "reaction_promise",
        "en",
        SHORT,
        "Received, with a promise (short)",
        "Thanks for your message! You will hear from us within 24 hours.",
    ),
    (
        "out_of_hours",
        "en",
        (),
        "Outside opening hours",
        (
            "Hello {naam|there},\n\n"
            "Thank you for your message. We are closed now and will read it from {opening}.\n\n"
            "Kind regards,\n{winkel}"
        ),
    ),
    (
        "out_of_hours",
        "en",
        SHORT,
        "Outside opening hours (short)",
        "Thanks for your message! We are closed now and will be on it from {opening}.",
    ),
    (
        "extension",
        "en",
        (),
        "It takes longer",
        (
            "Hello {naam|there},\n\n"
            "We have not worked it out yet. You will hear from us by {moment}."
            " Sorry that it takes longer.\n\n"
            "Kind regards,\n{winkel}"
        ),
    ),
    (
        "extension",
        "en",
        SHORT,
        "It takes longer (short)",
        "We have not worked it out yet, you will hear from us by {moment}."
        " Sorry that it takes longer!",
    ),
)
TICKETS = (
    sa.Column("promise_due", MOMENT),
    sa.Column("promise_at", MOMENT),
    sa.Column("promise_kind", sa.Text),
)

tables = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
sa.Table("tickets", tables, sa.Column("id", sa.Integer, primary_key=True))
PROMISES = sa.Table(
    "promises",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("made_at", MOMENT, nullable=False),
    sa.Column("due_at", MOMENT, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("settled_at", MOMENT),
    sa.Column("message_id", sa.Integer),
    sa.Column("extends_id", sa.Integer),
    sa.Column("nudged_at", MOMENT),
    sa.Column("lapsed_at", MOMENT),
    sa.Index("ix_promises_open", "due_at", sqlite_where=sa.text("state = 'open'")),
)
TEMPLATES = sa.Table(
    "templates",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("purpose", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("kinds", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
)


def upgrade() -> None:
    """Add promises, and the texts every shop needs on its first day."""
    for column in TICKETS:
        op.add_column("tickets", column)
    PROMISES.create(op.get_bind())
    TEMPLATES.create(op.get_bind())
    op.bulk_insert(
        TEMPLATES,
        [
            {
                "purpose": purpose,
                "language": language,
                "kinds": json.dumps(kinds, separators=(",", ":")),
                "name": name,
                "body": body,
                "position": position,
            }
            for position, (purpose, language, kinds, name, body) in enumerate(TEXTS)
        ],
    )
