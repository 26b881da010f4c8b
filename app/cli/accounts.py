"""Commands about accounts: add, list, test, remove; one `add` command per kind of channel."""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from app.cli.context import (
    as_json_option,
    plain,
    read_line,
    say,
    session_of,
    show,
    when,
)
from app.cli.lazy import LazyGroup
from app.models.rules.sign_ins import ending
from app.services.channels.api import ChannelType
from app.services.channels.registry import CHANNELS, Channels
from app.services.channels.setup import Finding, SetupField
from app.services.sync import accounts, health
from app.services.sync.health import AccountInfo


@click.group("account")
def account_group() -> None:
    """Connect, test and remove accounts."""


def _load_add(kind: str, _place: str) -> click.Command:
    return _add_command(Channels()[kind])


@account_group.group("add", cls=LazyGroup, names=CHANNELS, load=_load_add)
def add_group() -> None:
    """Connect an account; it is tried out before it is saved."""


def _add_command(kind: ChannelType) -> click.Command:
    """Return the command that connects one kind of channel, made from its set-up fields."""

    @click.pass_context
    def add(ctx: click.Context, /, **values: Any) -> None:
        secrets = _secrets(kind, values)
        chosen = {
            field.option: _text(values[field.option.replace("-", "_")])
            for field in kind.fields
            if field.kind != "secret" and values[field.option.replace("-", "_")] not in (None, ())
        }
        chosen["name"] = values["name"] or ""
        with session_of(ctx).services(create=True) as services:
            services.refuse_example()
            account_id, findings = accounts.connect(
                services.database, kind, chosen, secrets, open_url=_open_url
            )
        say(f"Connected as account {account_id}.")
        for line in _finding_lines(findings):
            say(line)

    parameters: list[click.Parameter] = [
        click.Option(["--name"], help="Name of the sender, as customers see it.")
    ]
    parameters += [_option(field) for field in kind.fields]
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(kind.steps, 1))
    said = f"Connect {kind.kind}.\n\n\b\n{steps}" if steps else f"Connect {kind.kind}."
    return click.Command(kind.kind, callback=add, params=parameters, help=said)


def _option(field: SetupField) -> click.Option:
    if field.kind == "secret":
        return click.Option(
            [f"--{field.option}-stdin"],
            is_flag=True,
            help=f"{field.label}: read from a line of standard input.",
        )
    kinds: dict[str, click.ParamType[Any]] = {
        "choice": click.Choice(field.choices),
        "file": click.Path(exists=True, dir_okay=False, path_type=Path),
    }
    return click.Option(
        [f"--{field.option}"],
        required=field.required,
        type=kinds.get(field.kind, click.STRING),
        help=f"{field.label} {field.help}".strip(),
    )


def _open_url(url: str) -> None:
    say(f"Sign in at this page; it opens in your browser:\n{url}")
    click.launch(url)


def _secrets(kind: ChannelType, values: dict[str, Any]) -> dict[str, str]:
    found = {}
    for field in kind.fields:
        if field.kind != "secret":
            continue
        if values[f"{field.option.replace('-', '_')}_stdin"]:
            found[field.option] = read_line(field.option)
        elif sys.stdin.isatty() and not values.get("auth"):
            found[field.option] = click.prompt(
                field.label, hide_input=True, err=True, default="", show_default=False
            )
    return found


def _text(value: object) -> str:
    return value.read_text() if isinstance(value, Path) else str(value)


@account_group.command("list")
@as_json_option
@click.pass_context
def account_list(ctx: click.Context, as_json: bool) -> None:
    """List the accounts with their health and how much of each folder is in."""
    with session_of(ctx).services() as services:
        found = services.database.read_now(health.accounts)
        now = services.clock.now()
    show(plain(found), as_json=as_json, lines=lambda: _account_lines(found, now))


@account_group.command("show")
@click.argument("account")
@as_json_option
@click.pass_context
def account_show(ctx: click.Context, account: str, as_json: bool) -> None:
    """Show how one account is doing."""
    with session_of(ctx).services() as services:
        account_id = services.database.read_now(accounts.find, account)
        found = [one for one in services.database.read_now(health.accounts) if one.id == account_id]
        now = services.clock.now()
    show(plain(found[0]), as_json=as_json, lines=lambda: _account_lines(found, now))


@account_group.command("test")
@click.argument("account")
@as_json_option
@click.pass_context
def account_test(ctx: click.Context, account: str, as_json: bool) -> int:
    """Try out an account without changing anything."""
    with session_of(ctx).services() as services:
        account_id = services.database.read_now(accounts.find, account)
        findings = accounts.probe(services.database, services.channels, account_id)
    show(plain(findings), as_json=as_json, lines=lambda: _finding_lines(findings))
    return 0 if all(finding.ok for finding in findings) else 1


@account_group.command("remove")
@click.argument("account")
@click.pass_context
def account_remove(ctx: click.Context, account: str) -> None:
    """Disconnect an account: its password goes, its messages stay."""
    with session_of(ctx).services() as services:
        account_id = services.database.read_now(accounts.find, account)
        services.database.write_now(accounts.remove, account_id)


def _finding_lines(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield f"{'ok ' if finding.ok else 'NO '} {finding.text.format(**finding.params)}"


def _account_lines(found: Sequence[AccountInfo], now: datetime) -> Iterator[str]:
    for info in found:
        code = f" ({info.health_code})" if info.health_code else ""
        yield (
            f"{info.id:>4}  {info.kind:<8}  {info.handle:<32}  {info.health}{code}"
            f"  complete to {when(info.complete_to)}"
        )
        if ending(info.sign_in_ends, now) is not None:
            yield f"      sign in again: it ends {when(info.sign_in_ends)}"
        for part in info.progress:
            yield f"      {part.stream}: {part.local} of {_count(part.remote)}"


def _count(number: int | None) -> str:
    return "?" if number is None else str(number)


COMMANDS = (account_group,)
