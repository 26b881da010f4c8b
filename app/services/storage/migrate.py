"""Brings a store to the schema of this program, each migration in one explicit transaction."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from app.services.storage.errors import StoreTooNew
from app.services.storage.schema import HEAD, found_version

MIGRATIONS = Path(__file__).parent / "migrations"


def needs_migration(engine: Engine) -> bool:
    """Tell whether the store is older than this program.

    Raises:
        StoreTooNew: a later program wrote it; nothing is opened or changed.
    """
    with engine.connect() as connection:
        found = found_version(connection.connection.driver_connection)
    if found is not None and found > HEAD:
        raise StoreTooNew(found=found, known=HEAD)
    return found != HEAD


def is_empty(engine: Engine) -> bool:
    """Tell whether the store has no schema yet, so that there is nothing to back up."""
    with engine.connect() as connection:
        return found_version(connection.connection.driver_connection) is None


def migrate(engine: Engine, before: Callable[[], object]) -> None:
    """Upgrade the store to HEAD after `before` (the verified backup) has succeeded.

    Interrupted at any statement, the store is at the last finished migration and the next call
    goes on from there.
    """
    before()
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
