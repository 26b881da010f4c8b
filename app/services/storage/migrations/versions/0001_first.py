"""First schema: accounts, contacts, tickets, messages, outbox, journal, search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# Frozen here: a migration never follows later changes of the entities.
MOMENT = sa.BigInteger  # microseconds since 1970, UTC
JSON = sa.Text
tables = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

sa.Table(
    "accounts",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("handle", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("values", JSON, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("created_at", MOMENT, nullable=False),
    sa.Column("health", sa.Text, nullable=False),
    sa.Column("health_code", sa.Text),
    sa.Column("health_params", JSON),
    sa.Column("checked_at", MOMENT),
    sa.Column("next_try_at", MOMENT),
)
sa.Table(
    "blobs",
    tables,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
sa.Table(
    "categories",
    tables,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("name_nl", sa.Text, nullable=False),
    sa.Column("name_en", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
)
sa.Table(
    "contacts",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("created_at", MOMENT, nullable=False),
)
sa.Table(
    "departments",
    tables,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("name_nl", sa.Text, nullable=False),
    sa.Column("name_en", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
)
sa.Table(
    "journal",
    tables,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("at", MOMENT, nullable=False),
    sa.Column("ticket_id", sa.Integer, index=True),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("data", JSON, nullable=False),
    sa.Column("previous", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
)
sa.Table(
    "settings",
    tables,
    sa.Column("section", sa.Text, primary_key=True),
    sa.Column("value", JSON, nullable=False),
)
sa.Table(
    "identities",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("contact_id", sa.Integer, sa.ForeignKey("contacts.id"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("handle", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.UniqueConstraint("kind", "handle"),
)
sa.Table(
    "secrets",
    tables,
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
sa.Table(
    "stream_states",
    tables,
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("stream", sa.Text, primary_key=True),
    sa.Column("cursor", JSON),
    sa.Column("complete_to", MOMENT),
    sa.Column("remote_count", sa.Integer),
    sa.Column("local_count", sa.Integer, nullable=False),
    sa.Column("loss_code", sa.Text),
)
sa.Table(
    "tickets",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False, unique=True),
    sa.Column("token", sa.Text, nullable=False, unique=True),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("contact_id", sa.Integer, sa.ForeignKey("contacts.id"), nullable=False, index=True),
    sa.Column("category", sa.Text),
    sa.Column("department", sa.Text),
    sa.Column("priority", sa.Text, nullable=False),
    sa.Column("created_at", MOMENT, nullable=False),
    sa.Column("updated_at", MOMENT, nullable=False),
    sa.Column("closed_at", MOMENT),
    sa.Column("last_in_at", MOMENT),
    sa.Column("last_out_at", MOMENT),
    sa.Column("first_reaction_due", MOMENT),
    sa.Column("first_reacted_at", MOMENT),
    sa.Column("answer_due", MOMENT),
    sa.Column("answered_at", MOMENT),
    sa.Column("next_due", MOMENT),
    sa.Column("message_count", sa.Integer, nullable=False),
    sa.Column("snippet", sa.Text, nullable=False),
    sa.Column("new_sender", sa.Boolean, nullable=False),
    sa.Column("follows_id", sa.Integer, sa.ForeignKey("tickets.id")),
    sa.Index(
        "ix_tickets_open",
        "next_due",
        "id",
        sqlite_where=sa.text(
            "state in ('new','open','waiting_colleague','waiting_customer','snoozed')"
        ),
        postgresql_where=sa.text(
            "state in ('new','open','waiting_colleague','waiting_customer','snoozed')"
        ),
    ),
    sa.Index("ix_tickets_state", "state", "updated_at", "id"),
    sa.Index("ix_tickets_updated", "updated_at", "id"),
)
sa.Table(
    "drafts",
    tables,
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id"), primary_key=True),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("internal", sa.Boolean, nullable=False),
    sa.Column("files", JSON, nullable=False),
    sa.Column("updated_at", MOMENT, nullable=False),
)
sa.Table(
    "messages",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id"), nullable=False),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("direction", sa.Text, nullable=False),
    sa.Column("author_handle", sa.Text, nullable=False),
    sa.Column("author_name", sa.Text, nullable=False),
    sa.Column("reply_handle", sa.Text),
    sa.Column("recipients", JSON, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("quoted", sa.Text, nullable=False),
    sa.Column("has_html", sa.Boolean, nullable=False),
    sa.Column("parents", JSON, nullable=False),
    sa.Column("automatic", sa.Text),
    sa.Column("new_sender", sa.Boolean, nullable=False),
    sa.Column("delivery", sa.Text),
    sa.Column("created_at", MOMENT, nullable=False),
    sa.Column("received_at", MOMENT, nullable=False),
    sa.UniqueConstraint("account_id", "key", "fingerprint"),
    sa.Index("ix_messages_ticket", "ticket_id", "created_at", "id"),
)
sa.Table(
    "thread_keys",
    tables,
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("ticket_id", sa.Integer, sa.ForeignKey("tickets.id"), nullable=False, index=True),
)
sa.Table(
    "attachments",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("message_id", sa.Integer, sa.ForeignKey("messages.id"), nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("mime", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("sha256", sa.Text, sa.ForeignKey("blobs.sha256"), nullable=False),
    sa.Column("content_id", sa.Text),
    sa.Column("inline", sa.Boolean, nullable=False),
)
sa.Table(
    "message_html",
    tables,
    sa.Column("message_id", sa.Integer, sa.ForeignKey("messages.id"), primary_key=True),
    sa.Column("html", sa.Text, nullable=False),
)
sa.Table(
    "outbox",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("message_id", sa.Integer, sa.ForeignKey("messages.id"), nullable=False, index=True),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("committing", sa.Boolean, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("due_at", MOMENT, nullable=False),
    sa.Column("external_id", sa.Text, index=True),
    sa.Column("sent_at", MOMENT),
    sa.Column("sent_copy", sa.Text, nullable=False),
    sa.Column("error_code", sa.Text),
    sa.Column("error_params", JSON),
    sa.Column("created_at", MOMENT, nullable=False),
    sa.Column("automatic", sa.Boolean, nullable=False),
    sa.Index(
        "ix_outbox_due",
        "due_at",
        sqlite_where=sa.text("state in ('queued','sending')"),
        postgresql_where=sa.text("state in ('queued','sending')"),
    ),
)
sa.Table(
    "raw_events",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("external_id", sa.Text, nullable=False),
    sa.Column("stream", sa.Text, nullable=False),
    sa.Column("received_at", MOMENT, nullable=False),
    sa.Column("outgoing", sa.Boolean, nullable=False),
    sa.Column("history", sa.Boolean, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("problem", sa.Text),
    sa.Column("detail", sa.Text),
    sa.Column("message_id", sa.Integer, sa.ForeignKey("messages.id"), index=True),
    sa.UniqueConstraint("account_id", "external_id"),
    sa.Index(
        "ix_raw_events_pending",
        "id",
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    ),
    sa.Index(
        "ix_raw_events_quarantined",
        "id",
        sqlite_where=sa.text("state = 'quarantined'"),
        postgresql_where=sa.text("state = 'quarantined'"),
    ),
    sa.Index("ix_raw_events_stream", "account_id", "stream"),
)
sa.Table(
    "raw_payloads",
    tables,
    sa.Column("raw_event_id", sa.Integer, sa.ForeignKey("raw_events.id"), primary_key=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
)

CATEGORIES = (
    ("complaints", "Klachten", "Complaints"),
    ("orders", "Bestellingen", "Orders"),
    ("accounts", "Accounts", "Accounts"),
    ("products", "Producten", "Products"),
    ("technical", "Zeer technisch", "Very technical"),
)
DEPARTMENTS = (
    ("sales", "Verkoop", "Sales"),
    ("purchasing", "Inkoop", "Purchasing"),
    ("logistics", "Magazijn en bezorging", "Warehouse and delivery"),
    ("finance", "Administratie", "Finance"),
    ("technical", "Techniek", "Technical"),
    ("management", "Directie", "Management"),
)
SQLITE = (
    "create virtual table message_fts using fts5(content, content='', contentless_delete=1,"
    " detail=none, prefix='1 2 3 4 5', tokenize='unicode61 remove_diacritics 2')",
    "insert into message_fts(message_fts, rank) values('automerge', 0)",
    "insert into message_fts(message_fts, rank) values('secure-delete', 1)",
    "create trigger journal_keeps before update on journal"
    " begin select raise(abort, 'the journal is append-only'); end",
    "create trigger journal_stays before delete on journal"
    " begin select raise(abort, 'the journal is append-only'); end",
)


def upgrade() -> None:
    """Make every table and fill the lists that are shipped."""
    tables.create_all(op.get_bind(), checkfirst=False)
    for name, rows in (("categories", CATEGORIES), ("departments", DEPARTMENTS)):
        op.bulk_insert(
            tables.tables[name],
            [
                {"key": key, "name_nl": dutch, "name_en": english, "position": position}
                for position, (key, dutch, english) in enumerate(rows)
            ],
        )
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE:
            op.execute(statement)
