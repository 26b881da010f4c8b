"""Stores as earlier programs left them."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, event
from sqlcipher3 import dbapi2

from app.services.storage.connection import open_connection
from app.services.storage.migrate import MIGRATIONS


def migrated_to(store: Path, version: str, *fill: str) -> None:
    """Bring an empty plain store to a version, and run statements in it."""
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: open_connection(store, None))

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    with engine.begin() as connection:
        for statement in fill:
            connection.exec_driver_sql(statement)
    engine.dispose()
