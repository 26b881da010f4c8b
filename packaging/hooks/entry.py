"""The script that is frozen: puts right what differs from an ordinary Python, then starts Balie."""

import os
import sys
from pathlib import Path

import certifi

from app.__main__ import main


def leave_children_alone() -> None:
    """Forget what the boot loader and the hook of Qt set for this process only.

    The browser that a link opens must not load our Qt: on KDE it would end at once. Our own
    libraries find each other by their own paths, and Qt its plugins by qt.conf.
    """
    for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        os.environ.pop(name, None)
    if sys.platform == "linux":
        os.environ.pop("LD_LIBRARY_PATH", None)
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
        if before:
            os.environ["LD_LIBRARY_PATH"] = before


def trust_certificates() -> None:
    """Use certifi's list on macOS, where OpenSSL was built for a folder that is not there."""
    if sys.platform == "darwin":
        os.environ.setdefault("SSL_CERT_FILE", certifi.where())


def write_to_nowhere() -> None:
    """Give a Windows program without a console something to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  open until the end


leave_children_alone()
trust_certificates()
write_to_nowhere()
sys.exit(main())
