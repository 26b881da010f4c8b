"""Where the program starts: the window without a command, else the command line."""

import multiprocessing
import sys
from collections.abc import Sequence
from importlib import import_module


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
        face = import_module("app.views.start")
    else:
        face = import_module("app.cli.main")
    code: int = face.main(arguments)
    return code


if __name__ == "__main__":
    sys.exit(main())
