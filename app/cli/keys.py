"""Commands about the key of the profile: recovery key, passphrase, key store."""

import click

from app.cli.context import read_line, say, session_of
from app.services.secrets import KeyringSecrets
from app.services.storage.key_changes import (
    forget_entry,
    renew_recovery_key,
    use_keyring,
    use_passphrase,
)
from app.services.storage.lock import ProfileLock
from app.services.storage.profile import finish_interrupted, load_profile, unlock


@click.group("key")
def key_group() -> None:
    """Change how the profile is opened."""


@key_group.command("recovery")
@click.pass_context
def key_recovery(ctx: click.Context) -> None:
    """Make a new recovery key and show it; the old one no longer opens the profile."""
    with session_of(ctx).services(program="key") as services:
        if services.key is None:
            raise click.UsageError("The practice profile has no key.")
        _profile, recovery = renew_recovery_key(services.profile, services.key)
    click.echo(recovery.text)


@key_group.command("passphrase")
@click.pass_context
def key_passphrase(ctx: click.Context) -> None:
    """Open the profile with a (new) passphrase from now on, read from standard input."""
    with session_of(ctx).services(program="key") as services:
        if services.key is None:
            raise click.UsageError("The practice profile has no key.")
        profile = use_passphrase(services.profile, services.key, read_line("new passphrase"))
        if profile.backend is not None:
            forget_entry(profile, KeyringSecrets())


@key_group.command("store")
@click.pass_context
def key_store(ctx: click.Context) -> None:
    """Open the profile with the key store of this computer from now on."""
    with session_of(ctx).services(program="key") as services:
        if services.key is None:
            raise click.UsageError("The practice profile has no key.")
        use_keyring(services.profile, services.key, KeyringSecrets())


@key_group.command("restore")
@click.pass_context
def key_restore(ctx: click.Context) -> None:
    """Open the profile with the recovery key (from standard input) and give it a new way in.

    The new way is the passphrase when BALIE_PASSPHRASE or --passphrase-stdin gives one, else the
    key store of this computer.
    """
    session = session_of(ctx)
    passphrase = session.passphrase()
    with ProfileLock(session.folder, "key"):
        finish_interrupted(session.folder)
        profile = load_profile(session.folder)
        key = unlock(profile, recovery=read_line("recovery key"))
        if key is None:
            raise click.UsageError("The practice profile has no key.")
        if passphrase is not None:
            use_passphrase(profile, key, passphrase)
        else:
            use_keyring(profile, key, KeyringSecrets())
    say("The profile opens again.")


COMMANDS = (key_group,)
