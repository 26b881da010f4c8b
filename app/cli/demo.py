"""The command that opens the example firm."""

import subprocess
import sys
from typing import Any

import click

from app import example
from app.cli.context import say
from app.services.clock import SystemClock
from app.services.resources import own_command


@click.command("demo")
@click.option("--fresh", is_flag=True, help="Make the firm anew, as if nobody had been there.")
@click.option("--no-window", is_flag=True, help="Only make it, and write where it is.")
@click.pass_context
def demo_command(ctx: click.Context, fresh: bool, no_window: bool) -> None:
    """Look round with an example firm; nothing in it reaches a network."""
    folder = example.example_folder()
    progress: Any = click.progressbar(length=1, label="The example firm", file=sys.stderr)
    with progress as bar:

        def told(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        example.prepare(folder, SystemClock(), fresh=fresh, told=told)
        bar.finish()
    if no_window:
        click.echo(folder)
        return
    say("It opens in a window.")
    command = [*own_command(), "--profile", str(folder)]
    ctx.exit(subprocess.run(command, check=False).returncode)  # noqa: S603  our own program


COMMANDS = (demo_command,)
