"""What Python and Qt for Python do at every import and allocation, left out for a quick start."""

import builtins
import gc
from importlib import import_module


def begin() -> None:
    """Load Qt and let everything after it be imported at Python's own speed.

    Qt for Python puts an `__import__` of its own in place, which reads and keeps the source of
    each module, so that `from __feature__ import snake_case` works. Balie does not use that; it
    is a quarter of the time that its imports take, and 9 MB.

    The garbage collector walks over all that is imported time and again; `garbage.GuiGarbage`
    takes over from here.
    """
    gc.disable()
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
