"""The schema version this program knows; read before SQLAlchemy or alembic are imported."""

from typing import TYPE_CHECKING, Any

from app.services.storage.errors import StoreTooNew

if TYPE_CHECKING:  # read before the first paint
    from sqlalchemy import Engine

HEAD = "0018"


def found_version(connection: Any) -> str | None:
    """Return the schema version of a raw connection's store; None for an empty file."""
    table = "select 1 from sqlite_master where type = 'table' and name = 'alembic_version'"
    if connection.execute(table).fetchone() is None:
        return None
    row = connection.execute("select version_num from alembic_version").fetchone()
    return None if row is None else str(row[0])


def needs_migration(engine: "Engine") -> bool:
    """Tell whether the store is older than this program.

    Raises:
        StoreTooNew: a later program wrote it; nothing is opened or changed.
    """
    with engine.connect() as connection:
        found = found_version(connection.connection.driver_connection)
    if found is not None and found > HEAD:
        raise StoreTooNew(found=found, known=HEAD)
    return found != HEAD


def is_empty(engine: "Engine") -> bool:
    """Tell whether the store has no schema yet, so that there is nothing to back up."""
    with engine.connect() as connection:
        return found_version(connection.connection.driver_connection) is None
