"""The secrets of accounts, inside the encrypted store and nowhere else."""

from collections.abc import Mapping

from sqlalchemy.orm import Session
from typing_extensions import override

from app.models.accounts import Secret
from app.services.storage.database import Database, Unit


def put_secret(unit: Unit, account_id: int, name: str, value: str) -> None:
    """Store a secret of an account."""
    unit.session.merge(Secret(account_id=account_id, name=name, value=value))


def get_secret(session: Session, account_id: int, name: str) -> str | None:
    """Return a secret of an account, or None."""
    secret = session.get(Secret, (account_id, name))
    return None if secret is None else secret.value


class StoredSecrets:
    """The SecretBox of a connected account; used on network threads."""

    def __init__(self, database: Database, account_id: int) -> None:
        self._database = database
        self._account_id = account_id

    def get(self, name: str) -> str | None:
        """Return a secret, or None."""
        return self._database.read_now(get_secret, self._account_id, name)

    def put(self, name: str, value: str) -> None:
        """Store a secret durably before returning."""
        self._database.write_now(put_secret, self._account_id, name, value)


class NewSecrets:
    """The SecretBox of an account that is only being tried out: kept in memory."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = dict(values)

    def get(self, name: str) -> str | None:
        """Return a secret, or None."""
        return self.values.get(name)

    def put(self, name: str, value: str) -> None:
        """Keep a secret until the account is saved."""
        self.values[name] = value

    @override
    def __repr__(self) -> str:
        return f"NewSecrets({sorted(self.values)})"
