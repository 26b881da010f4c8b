"""Writes the licence notices of everything that is handed out with Balie.

Runs in the environment that Balie was installed into, and reads the metadata of what is there.
An own writer, because pip-licenses prints one licence file of each library and some have three.
"""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions, version
from pathlib import Path

LICENCES = Path(__file__).parent / "licences"
ROOT = Path(__file__).parents[1]
LINE = "=" * 80
PAPERS = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)", re.IGNORECASE)
QT_LICENCE = "LGPL-3.0-only"
HEAD = """\
THIRD-PARTY NOTICES OF BALIE

Balie is made with the work of many others. This file names all of it that is
handed out with Balie, with the licence of each.

QT AND QT FOR PYTHON (PySide6, Shiboken)

Balie uses Qt {qt} and Qt for Python {qt}, (C) The Qt Company Ltd. and other
contributors, under the GNU Lesser General Public License, version 3
(LGPL-3.0-only). That licence and the GNU General Public License, version 3, to
which it refers, stand at the end of this file. Balie's maintainers changed
nothing in them. None of the parts of Qt that are offered under the GPL only are
in it; the build fails when one turns up.

Sources: https://download.qt.io/official_releases/qt/ (Qt {qt}, qt-everywhere-src)
         https://code.qt.io/cgit/pyside/pyside-setup.git/tag/?h=v{qt}

You may replace these libraries by versions of your own. They are ordinary files,
loaded when Balie starts: libQt6*.so.6 in _internal/PySide6/Qt/lib, the plugins
in _internal/PySide6/Qt/plugins and the bindings in _internal/PySide6 and
_internal/shiboken6, below the folder of the program (/usr/lib/balie in the
Debian package; on Windows Qt6*.dll in _internal\\PySide6, on macOS
Balie.app/Contents/Frameworks; with pip, the folder PySide6 in site-packages).
Put a library that is compatible in the place of ours, under the same name. You
may take Balie apart as far as that is needed to find faults in such a change.

Qt holds works of others, among them ICU, HarfBuzz, FreeType, libjpeg-turbo,
libpng, libwebp and zlib: https://doc.qt.io/qt-6/licenses-used-in-qt.html

SQLCIPHER, SQLITE, OPENSSL

The library sqlcipher3 holds SQLCipher, (C) Zetetic LLC (its licence stands at
the end), SQLite (public domain) and OpenSSL; cryptography holds OpenSSL too.
OpenSSL is under the Apache License 2.0, whose text stands with cryptography.

THE PROGRAM THAT STARTS THE FROZEN BALIE

The boot loader of PyInstaller, GPL-2.0-or-later with an exception that allows
it to be handed out with programs under any licence: https://pyinstaller.org
"""


class LicenceError(Exception):
    """A library may not be handed out with Balie, or does not say whether it may."""


def licence(distribution: Distribution) -> str:
    """Return the licence that the metadata name, in the words of the metadata.

    Raises:
        LicenceError: they name none, and there is no licence file either.
    """
    told = distribution.metadata
    if distribution.name.lower().startswith(("pyside6", "shiboken6")):
        return QT_LICENCE
    expression = told.get_all("License-Expression", [])
    if expression:
        return str(expression[0])
    kinds = [
        kind.rpartition(" :: ")[2]
        for kind in told.get_all("Classifier", [])
        if kind.startswith("License :: ")
    ]
    if kinds:
        return ", ".join(kinds)
    names = told.get_all("License", [])
    if names or any(papers(distribution)):
        return str([*names, "see below"][0]).partition("\n")[0]
    raise LicenceError(f"{distribution.name} does not say under which licence it is")


def is_allowed(name: str) -> bool:
    """Tell whether one of the licences to choose from lets Balie be handed out with it."""
    choices = re.split(r"\bOR\b", name)
    return any(not re.search(r"(?<!L)\bA?GPL|General Public", choice) for choice in choices)


def papers(distribution: Distribution) -> Iterator[tuple[str, str]]:
    """Give the name and text of each licence file that came with a distribution."""
    for file in sorted(distribution.files or [], key=str):
        inside = [part for part in file.parts if part.endswith(".dist-info")]
        if inside and PAPERS.search(file.name):
            yield file.name, file.read_binary().decode("utf-8", "replace")


def python_licence() -> str:
    """Return the licence of the Python that is frozen."""
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{sysconfig.get_python_version()}/copyright"),
    )
    found = next((place for place in places if place.exists()), None)
    if found is None:
        raise LicenceError("this Python has no licence file")
    return found.read_text(encoding="utf-8", errors="replace")


def section(title: str, licence_name: str, texts: Iterator[tuple[str, str]]) -> str:
    """Return the part of the notices about one thing."""
    parts = [f"{LINE}\n{title}\nLicence: {licence_name}\n"]
    parts += [f"--- {name} ---\n\n{text.strip()}\n" for name, text in texts]
    return "\n".join(parts)


def notices() -> str:
    """Return the whole text."""
    parts = [HEAD.format(qt=version("PySide6_Essentials"))]
    found = sorted(distributions(), key=lambda one: one.name.lower())
    for distribution in found:
        if distribution.name == "balie":
            continue
        name = licence(distribution)
        if not is_allowed(name):
            raise LicenceError(f"{distribution.name} is offered under {name} only")
        title = f"{distribution.name} {distribution.version}"
        parts.append(section(title, name, papers(distribution)))
    title = f"Python {sys.version.split()[0]} (in the frozen program)"
    parts.append(section(title, "PSF-2.0", iter([("LICENSE", python_licence())])))
    icons = (ROOT / "resources/icons/LICENSE-tabler.txt").read_text("utf-8")
    parts.append(section("Tabler Icons", "MIT", iter([("LICENSE", icons)])))
    parts += [
        f"{LINE}\n{file.stem}\n\n{file.read_text('utf-8').strip()}\n"
        for file in sorted(LICENCES.glob("*.txt"), reverse=True)
    ]
    return "\n".join(parts)


if __name__ == "__main__":
    try:
        Path(sys.argv[1]).write_text(notices(), encoding="utf-8")
    except LicenceError as problem:
        sys.exit(str(problem))
