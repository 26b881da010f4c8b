"""Connecting, testing, changing and removing accounts."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from threading import Event

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.models.accounts import Account, Secret
from app.models.messages import Message, OutboxItem
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError, NotFoundError
from app.models.rules.messages import Delivery
from app.services.channels.api import AccountSettings, ChannelType, Json
from app.services.channels.kit import SIGN_IN_ENDS
from app.services.channels.setup import Finding
from app.services.events import AccountHealthChanged, OutboxChanged
from app.services.storage.credentials import NewSecrets, StoredSecrets, put_secret
from app.services.storage.database import Database, Unit
from app.services.sync import health
from app.services.tickets import journal


class ProbeFailedError(KnownError):
    """The account does not work as filled in, so it was not saved."""

    code = "probe_failed"
    text = QT_TRANSLATE_NOOP(
        "errors", "{account} does not work like this yet, so it was not saved: {problems}"
    )


def connect(
    database: Database,
    channel_type: ChannelType,
    values: Mapping[str, str],
    secrets: Mapping[str, str],
    *,
    open_url: Callable[[str], None],
    stop: Event | None = None,
) -> tuple[int, Sequence[Finding]]:
    """Find the settings of an account, try it out, and save it only when it works.

    Connecting an account that is already there renews its settings and keeps its history, and the
    secrets that are not given anew. Blocks on the network.

    Args:
        database: the store.
        channel_type: the kind of channel.
        values: what the owner filled in, by option of the kind's fields.
        secrets: passwords by name.
        open_url: shows a page in the owner's browser, where the provider wants him to sign in.
        stop: set to give up waiting for him.

    Raises:
        ProbeFailedError: with what does not work.
        ChannelError: the servers were not found.
    """
    handle = channel_type.handle(values)
    settings = channel_type.discover(values)
    known = database.read_now(_secrets_of, channel_type.kind, handle)
    box = NewSecrets({**known, **{option: given for option, given in secrets.items() if given}})
    account = AccountSettings(0, handle, values.get("name", ""), settings)
    signing_in = channel_type.sign_in(account, box)
    if signing_in is not None:
        open_url(signing_in.url)
        signing_in.finish(stop or Event())
    with closing(channel_type.open(account, box)) as channel:
        findings = channel.probe()
    problems = [finding.text.format(**finding.params) for finding in findings if not finding.ok]
    if problems:
        raise ProbeFailedError(account=handle, problems="; ".join(problems))
    account_id = database.write_now(
        save, channel_type.kind, handle, name=account.name, values=settings, secrets=box.values
    )
    return account_id, findings


def _secrets_of(session: Session, kind: str, handle: str) -> dict[str, str]:
    rows = session.scalars(
        select(Secret)
        .join(Account, Account.id == Secret.account_id)
        .where(Account.kind == kind, Account.handle == handle)
    )
    return {row.name: row.value for row in rows}


def save(
    unit: Unit,
    kind: str,
    handle: str,
    *,
    name: str,
    values: Mapping[str, Json],
    secrets: Mapping[str, str],
) -> int:
    """Store an account with its secrets; one that is known (or was removed) is renewed."""
    account = unit.session.scalar(
        select(Account).where(Account.kind == kind, Account.handle == handle)
    )
    if account is None:
        account = Account(
            kind=kind,
            handle=handle,
            name=name,
            values={},
            created_at=unit.now,
            health=health.UNKNOWN,
            state="active",
        )
        unit.session.add(account)
    account.values = dict(values)
    account.name = name or account.name
    account.state = "active"
    account.health, account.health_code, account.next_try_at = health.UNKNOWN, None, None
    unit.session.flush()
    known = Secret.account_id == account.id
    unit.session.execute(delete(Secret).where(known, Secret.name == SIGN_IN_ENDS))
    for secret, value in secrets.items():
        put_secret(unit, account.id, secret, value)
    journal.append(unit, "account_connected", data={"account": account.id, "kind": kind})
    unit.publish(AccountHealthChanged(account_id=account.id))
    _tell_waiting(unit, account.id)
    return account.id


def remove(unit: Unit, account_id: int) -> None:
    """Disconnect an account: its secrets go, its messages and tickets stay."""
    account = unit.session.get_one(Account, account_id)
    account.state, account.health, account.health_code = "removed", health.UNKNOWN, None
    unit.session.execute(delete(Secret).where(Secret.account_id == account_id))
    journal.append(unit, "account_removed", data={"account": account_id})
    unit.publish(AccountHealthChanged(account_id=account_id))
    _tell_waiting(unit, account_id)


def _tell_waiting(unit: Unit, account_id: int) -> None:
    """Let the answers that wait on an account be shown anew: they can leave now, or no longer."""
    waiting = (
        select(Message.ticket_id)
        .join(OutboxItem, OutboxItem.message_id == Message.id)
        .where(OutboxItem.account_id == account_id, OutboxItem.state == Delivery.QUEUED.value)
    )
    unit.publish(OutboxChanged(ticket_ids=frozenset(unit.session.scalars(waiting))))


def find(session: Session, name: str) -> int:
    """Return the id of a connected account by its handle or id.

    Raises:
        NotFoundError: there is none.
    """
    connected = Account.state.not_in(["removed", "local"])
    account_id = session.scalar(select(Account.id).where(Account.handle == name.lower(), connected))
    if account_id is None and name.isdigit():
        account_id = session.scalar(select(Account.id).where(Account.id == int(name), connected))
    if account_id is None:
        raise NotFoundError(what="account", name=name)
    return account_id


def settings_of(session: Session, account_id: int) -> tuple[str, AccountSettings]:
    """Return the kind and settings of an account."""
    account = session.get_one(Account, account_id)
    return account.kind, AccountSettings(account.id, account.handle, account.name, account.values)


def probe(
    database: Database, channels: Mapping[str, ChannelType], account_id: int
) -> Sequence[Finding]:
    """Try out a connected account; blocks on the network."""
    kind, settings = database.read_now(settings_of, account_id)
    secrets = StoredSecrets(database, account_id)
    with closing(channels[kind].open(settings, secrets)) as channel:
        return channel.probe()
