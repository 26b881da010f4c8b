"""The migrations make exactly the tables that the entities describe."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import app.models.accounts
import app.models.assist
import app.models.cases
import app.models.communication
import app.models.contacts
import app.models.directory
import app.models.handbook
import app.models.incidents
import app.models.journal
import app.models.knowledge
import app.models.learning
import app.models.ledger
import app.models.messages
import app.models.plans
import app.models.policies
import app.models.promises
import app.models.runs
import app.models.search
import app.models.settings
import app.models.texts
import app.models.tickets  # noqa: F401  all entities have to be known
from app.bootstrap import Services
from app.models.base import Base
from app.services.storage.schema import HEAD, found_version


def is_ours(_thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """Leave out the tables of the full-text index."""
    return not (
        kind == "table" and name is not None and name.startswith(("search_index", "search_parts"))
    )


def test_entities_and_migrations_agree(services: Services) -> None:
    with services.database.write_engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_ours})
        differences = compare_metadata(context, Base.metadata)
    assert differences == []


def test_a_new_store_is_at_head(services: Services) -> None:
    with services.database.write_engine.connect() as connection:
        assert found_version(connection.connection.driver_connection) == HEAD


def test_the_lists_are_filled(services: Services) -> None:
    names = services.database.read_now(
        lambda session: list(session.scalars(text("select key from categories order by position")))
    )
    assert names == ["complaints", "orders", "accounts", "products", "technical"]
