"""Writes a picture of every screen of the example firm: `python -m app.views.screenshots DIR`.

Works in a temporary folder, without a network and without a display.
"""

import asyncio
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import qasync
from PySide6.QtWidgets import QApplication

from app.views.garbage import GuiGarbage
from app.views.pictures import scenes
from app.views.pictures.album import shoot


async def _shoot_all(application: QApplication, folder: Path) -> list[str]:
    return [
        *await shoot(application, folder, scenes.WITHOUT_MESSAGES, firm=False),
        *await shoot(application, folder, scenes.WITH_MESSAGES),
    ]


def main(arguments: Sequence[str]) -> int:
    """Write the pictures into the folder that is named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(time, "tzset"):
        os.environ["TZ"] = "Europe/Amsterdam"
        time.tzset()
    folder = Path(arguments[0] if arguments else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["balie"])
    garbage = GuiGarbage(application)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        faults = loop.run_until_complete(_shoot_all(application, folder))
    garbage.close()
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures in {folder}\n")
    for fault in faults:
        sys.stdout.write(f"cut off: {fault}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
