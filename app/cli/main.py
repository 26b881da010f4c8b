"""The command line: `balie [--profile DIR] COMMAND`, a second face of the same services."""

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from app import __version__
from app.cli.context import Printer, Session, default_profile, say
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
    "reply-many": "app.cli.bulk",
    "react": "app.cli.promises",
    "promise": "app.cli.promises",
    "entry": "app.cli.entry",
    "set": "app.cli.tickets",
    "search": "app.cli.tickets",
    "triage": "app.cli.assess",
    "rule": "app.cli.assess",
    "template": "app.cli.texts",
    "macro": "app.cli.macros",
    "handbook": "app.cli.handbook",
    "sop": "app.cli.sops",
    "radar": "app.cli.radar",
    "assist": "app.cli.assist",
    "decision": "app.cli.learning",
    "briefing": "app.cli.learning",
    "induction": "app.cli.induction",
    "content": "app.cli.contents",
    "statement": "app.cli.statements",
    "inform": "app.cli.informing",
    "practice": "app.cli.practice",
    "note": "app.cli.work",
    "snooze": "app.cli.work",
    "tag": "app.cli.work",
    "merge": "app.cli.work",
    "split": "app.cli.work",
    "link": "app.cli.work",
    "incident": "app.cli.incidents",
    "case": "app.cli.cases",
    "ask": "app.cli.colleagues",
    "colleague": "app.cli.colleagues",
    "question": "app.cli.colleagues",
    "undo": "app.cli.work",
    "view": "app.cli.work",
    "outbox": "app.cli.outbox",
    "quarantine": "app.cli.outbox",
    "today": "app.cli.today",
    "hours": "app.cli.hours",
    "plan": "app.cli.plans",
    "journal": "app.cli.system",
    "doctor": "app.cli.system",
    "demo": "app.cli.demo",
    "key": "app.cli.keys",
    "list": "app.cli.lists",
    "webform": "app.cli.webform",
    "platform": "app.cli.platforms",
    "log": "app.cli.entry",
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
    printer = ctx.obj if callable(ctx.obj) else None
    ctx.obj = Session(profile or default_profile(), passphrase_stdin, printer)


def main(arguments: Sequence[str], printer: Printer | None = None) -> int:
    """Run one command and return its exit code: 0, 1 for what the owner can act on, 2 for usage.

    Args:
        printer: writes a handbook on paper; what it needs is not of the command line.

    A reader that goes away before the end, such as `head`, has had enough: that is 0.
    """
    try:
        code = _run(arguments, printer)
        sys.stdout.flush()
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
    except Exception as error:
        if isinstance(error, BrokenPipeError) and _reader_left():
            return 0
        log.exception("a command failed")
        say("balie: this is a mistake in Balie, not yours. It is written down in the log.")
        return 1
    return code


def _run(arguments: Sequence[str], printer: Printer | None) -> int:
    # Not balie.main(): that calls it a failure when the reader of a pipe goes away.
    try:
        with balie.make_context("balie", list(arguments), obj=printer) as ctx:
            result: Any = balie.invoke(ctx)
    except click.exceptions.Exit as done:
        return done.exit_code
    return result if isinstance(result, int) else 0


def _reader_left() -> bool:
    """Tell whether nobody reads the output any more, and let nothing more be written to him."""
    try:
        sys.stdout.write("\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return True
    return False
