"""The schema version this program knows; read before SQLAlchemy or alembic are imported."""

from typing import Any

HEAD = "0001"


def found_version(connection: Any) -> str | None:
    """Return the schema version of a raw connection's store; None for an empty file."""
    table = "select 1 from sqlite_master where type = 'table' and name = 'alembic_version'"
    if connection.execute(table).fetchone() is None:
        return None
    row = connection.execute("select version_num from alembic_version").fetchone()
    return None if row is None else str(row[0])
