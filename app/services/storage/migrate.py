"""Brings a store to the schema of this program, each migration in one explicit transaction."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

MIGRATIONS = Path(__file__).parent / "migrations"


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
