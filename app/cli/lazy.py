"""A group of commands whose modules are imported when a command is wanted."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click
from typing_extensions import override

Load = Callable[[str, str], click.Command]


class LazyGroup(click.Group):
    """Knows the names of its commands, and loads a command when it is run or explained.

    Args:
        names: the commands, each with what `load` needs to know.
        load: returns the command.
    """

    def __init__(self, *args: Any, names: Mapping[str, str], load: Load, **more: Any) -> None:
        super().__init__(*args, **more)
        self._names, self._load = names, load

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._names)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._names:
            return None
        return self._load(cmd_name, self._names[cmd_name])


def from_module(name: str, module: str) -> click.Command:
    """Return the command with this name of a module's COMMANDS."""
    found: click.Command = next(
        command for command in import_module(module).COMMANDS if command.name == name
    )
    return found
