"""Where the program starts: the window without a command, else the command line."""

import multiprocessing
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any


def wants_window(arguments: Sequence[str]) -> bool:
    """Tell whether there is nothing but options of the profile on the command line."""
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--profile":
            if not rest:
                return False
            rest.pop(0)
        elif word != "--passphrase-stdin" and not word.startswith("--profile="):
            return False
    return True


def main() -> int:
    """Run Balie and return its exit code."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    # Either face is imported only when it is wanted: the window has to be there in a blink.
    if wants_window(arguments):
        import_module("app.views.haste").begin()
        code: int = import_module("app.views.start").main(arguments)
    else:
        code = import_module("app.cli.main").main(arguments, _print)
    return code


def _print(book: Any, place: Path) -> int:
    """Write a handbook as a PDF: painted by what paints the window, which the two share."""
    count: int = import_module("app.views.handbook.printing").write(book, place)
    return count


if __name__ == "__main__":
    sys.exit(main())
