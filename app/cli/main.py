"""The command line: `balie [--profile DIR] COMMAND`, a second face of the same services."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from app import __version__
from app.cli.context import Session, default_profile, say
from app.cli.lazy import LazyGroup, from_module
from app.models.rules.errors import InvalidValueError, KnownError

log = logging.getLogger(__name__)
COMMANDS = {
    "account": "app.cli.accounts",
    "sync": "app.cli.sync",
    "import": "app.cli.imports",
    "tickets": "app.cli.tickets",
    "show": "app.cli.tickets",
    "reply": "app.cli.tickets",
    "set": "app.cli.tickets",
    "search": "app.cli.tickets",
    "note": "app.cli.work",
    "snooze": "app.cli.work",
    "tag": "app.cli.work",
    "merge": "app.cli.work",
    "split": "app.cli.work",
    "link": "app.cli.work",
    "undo": "app.cli.work",
    "view": "app.cli.work",
    "outbox": "app.cli.outbox",
    "quarantine": "app.cli.outbox",
    "journal": "app.cli.system",
    "doctor": "app.cli.system",
    "demo": "app.cli.demo",
    "key": "app.cli.keys",
}
"""The commands in the order of the help, each with the module that holds it."""


@click.group(
    cls=LazyGroup,
    names=COMMANDS,
    load=from_module,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="balie")
@click.option(
    "--profile",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the profile (default: the data folder of this computer).",
)
@click.option(
    "--passphrase-stdin",
    is_flag=True,
    help="Read the passphrase from the first line of standard input (or set BALIE_PASSPHRASE).",
)
@click.pass_context
def balie(ctx: click.Context, profile: Path | None, passphrase_stdin: bool) -> None:
    """Answer every customer in time. Without a command the window opens."""
    ctx.obj = Session(profile or default_profile(), passphrase_stdin)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0, 1 for what the owner can act on, 2 for usage."""
    try:
        result: Any = balie.main(list(arguments), prog_name="balie", standalone_mode=False)
    except InvalidValueError as error:
        say(f"balie: {error}")
        return 2
    except KnownError as error:
        say(f"balie: {error}")
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception:
        log.exception("a command failed")
        say("balie: this is a mistake in Balie, not yours. It is written down in the log.")
        return 1
    return result if isinstance(result, int) else 0
