"""Lays out and builds the Debian package; standard library and dpkg only."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MAINTAINER = "The Balie maintainers <maintainers@users.noreply.balie.example>"
QT_LIBRARIES = (
    *("libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0", "libxcb-cursor0"),
    *("libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0"),
)
"""What Qt's xcb plugin needs and a bare system lacks: for the wheelhouse, where nothing counts."""

ALSO_NEEDED = ("ca-certificates",)
RECOMMENDED = (
    "fonts-noto-color-emoji",
    "gnome-keyring | kwalletmanager | keepassxc",
    "xdg-utils",
)
OLDER_WILL_DO = {
    # Debian's lists name the version they were made with; the functions that are used are older,
    # and Ubuntu 22.04 has 1.7.5 and 1.4.8.
    "libx11-xcb1": "",
    "libzstd1": " (>= 1.4.0)",
}
DESCRIPTION = """\
webcare for a small firm: all customer messages in one inbox
 Balie puts every customer message of a small firm into one inbox on its own
 computer, with a clock on each, so that nobody waits longer than was promised.
 .
 Everything is in one encrypted store and works without a network; only
 talking to the channels (e-mail today) needs one. There is a window in Dutch
 and English, and a command line."""
MAN_PAGES = {"balie.1": "man1", "balie.nl.1": "nl/man1"}


class DebianError(Exception):
    """What went wrong, in a sentence for whoever builds."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the parts of the package come from."""

    texts: Path
    frozen: Path
    icons: Path
    notices: Path
    sbom: Path


def lay_out(sources: Sources, tree: Path) -> None:
    """Write everything but the control files below `tree`, as it is installed."""
    shutil.rmtree(tree, ignore_errors=True)
    program = tree / "usr/lib/balie"
    shutil.copytree(sources.frozen, program, symlinks=True)
    strip(program)
    forget_build_folders(program)
    link = tree / "usr/bin/balie"
    link.parent.mkdir(parents=True)
    link.symlink_to("../lib/balie/balie")
    share = tree / "usr/share"
    _copy(sources.texts / "balie.desktop", share / "applications/balie.desktop")
    metainfo = next(sources.texts.glob("*.metainfo.xml"))
    _copy(metainfo, share / "metainfo" / metainfo.name)
    hicolor = share / "icons/hicolor"
    for icon in sources.icons.glob("*.png"):
        _copy(icon, hicolor / f"{icon.stem}x{icon.stem}/apps/balie.png")
    drawing = program / "_internal/app/_resources/balie.svg"
    _copy(drawing, hicolor / "scalable/apps/balie.svg")
    for page, folder in MAN_PAGES.items():
        _zip(sources.texts / page, share / f"man/{folder}/balie.1.gz")
    papers = share / "doc/balie"
    _copy(sources.texts / "copyright", papers / "copyright")
    _zip(sources.texts / "changelog", papers / "changelog.gz")
    _zip(sources.notices, papers / "THIRD_PARTY_NOTICES.gz")
    _zip(sources.sbom, papers / "sbom.cdx.json.gz")
    for file in relay_files(sources.texts.parent):
        _copy(file, papers / "examples/relay" / file.name)
    _copy(sources.texts / "lintian-overrides", share / "lintian/overrides/balie")
    _set_modes(tree)


def relay_files(packaging: Path) -> list[Path]:
    """Return what the owner puts on his own web hosting, with how to."""
    files = (packaging / "relay").iterdir()
    return sorted(file for file in files if file.suffix in {".md", ".php", ".py"})


def strip(program: Path) -> None:
    """Take away symbols that only debuggers read, where a file has any and can do without.

    Libraries that were patched after linking (OpenBLAS in numpy) come out of it with segments that
    the loader refuses: they stay as they are.
    """
    for file in _binaries(program):
        sections = _output(["readelf", "--section-headers", "--wide", str(file)])
        if ".symtab" not in sections or file.name == "balie":
            continue
        stripped = file.with_name(f"{file.name}.stripped")
        _output(["strip", "--strip-unneeded", "-o", str(stripped), str(file)])
        if is_loadable(_output(["readelf", "--program-headers", "--wide", str(stripped)])):
            shutil.copymode(file, stripped)
            stripped.replace(file)
        else:
            stripped.unlink()


def is_loadable(headers: str) -> bool:
    """Tell whether the loader takes all segments that `readelf --program-headers` lists.

    Offset and address have to be the same within a page (glibc, elf/dl-load.c: "ELF load command
    address/offset not page-aligned").
    """
    segments = [line.split() for line in headers.splitlines() if line.split()[:1] == ["LOAD"]]
    return bool(segments) and all(
        (int(address, 16) - int(offset, 16)) % int(align, 16) == 0
        for _load, offset, address, *_more, align in segments
    )


def try_out(program: Path) -> None:
    """Start the program as it will be installed, with all of its commands.

    Raises:
        DebianError: it does not start.
    """
    _output([str(program / "balie"), "--help"])


def forget_build_folders(program: Path) -> None:
    """Take away search paths that only the computer which built Python has."""
    for file in _binaries(program):
        if re.search(r"R(UN)?PATH.*\[/", _output(["readelf", "--dynamic", "--wide", str(file)])):
            _output(["chrpath", "--delete", str(file)])


def depends(tree: Path) -> list[str]:
    """Return what the binaries need from the system, as dpkg-shlibdeps counts it."""
    work = tree.parent / "shlibs"
    shutil.rmtree(work, ignore_errors=True)
    (work / "debian").mkdir(parents=True)
    (work / "debian/control").write_text("Source: balie\n\nPackage: balie\nArchitecture: any\n")
    inside = tree / "usr/lib/balie/_internal"
    command = ["dpkg-shlibdeps", "-O", "--warnings=0", f"-S{tree}"]
    command += [f"-l{inside}", f"-l{inside}/PySide6/Qt/lib"]
    command += [f"-e{file}" for file in _binaries(tree / "usr/lib/balie")]
    told = _output(command, folder=work)
    found = [part.strip() for part in told.partition("shlibs:Depends=")[2].split(",")]
    if len(found) < 10:
        raise DebianError(f"dpkg-shlibdeps found too little: {told}")
    return [*map(_relaxed, found), *ALSO_NEEDED]


def build(tree: Path, dist: Path, version: str) -> Path:
    """Write the control files and build the package; return its path."""
    architecture = _output(["dpkg", "--print-architecture"]).strip()
    papers = tree / "DEBIAN"
    papers.mkdir()
    fields = {
        "Package": "balie",
        "Version": version,
        "Section": "mail",
        "Priority": "optional",
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size(tree) // 1024),
        "Depends": ", ".join(depends(tree)),
        "Recommends": ", ".join(RECOMMENDED),
        "Description": DESCRIPTION,
    }
    control = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (papers / "control").write_text(control, encoding="utf-8")
    (papers / "md5sums").write_text(_sums(tree), encoding="utf-8")
    _set_modes(tree)
    package = dist / f"balie_{version}_{architecture}.deb"
    _output(["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(package)])
    return package


def size(tree: Path) -> int:
    """Return the bytes of all files, without what links point to."""
    return sum(file.lstat().st_size for file in tree.rglob("*") if not file.is_dir())


def _relaxed(part: str) -> str:
    name = part.split(maxsplit=1)[0]
    return f"{name}{OLDER_WILL_DO[name]}" if name in OLDER_WILL_DO else part


def _binaries(program: Path) -> list[Path]:
    return [
        file
        for file in sorted(program.rglob("*"))
        if file.is_file() and not file.is_symlink() and file.open("rb").read(4) == b"\x7fELF"
    ]


def _sums(tree: Path) -> str:
    files = [file for file in sorted((tree / "usr").rglob("*")) if file.is_file()]
    return "".join(
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {file.relative_to(tree)}\n"
        for file in files
        if not file.is_symlink()
    )


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _zip(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def _set_modes(tree: Path) -> None:
    """Make everything readable by all and writable by root only; programs can be run."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        if path.is_dir() or path == tree / "usr/lib/balie/balie":
            path.chmod(0o755)
        else:
            path.chmod(0o644)


def _output(command: Sequence[str], folder: Path | None = None) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise DebianError(f"{command[0]} failed: {done.stderr[-2000:]}")
    return done.stdout
