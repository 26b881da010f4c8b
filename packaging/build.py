#!/usr/bin/env python3
"""Makes what is handed out: `python3 dev.py package [deb|wheelhouse|frozen|all|sums]`.

Uses the standard library only; the tools go into an environment of their own under build/.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import debian

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
BIN = "Scripts" if os.name == "nt" else "bin"
EXE = ".exe" if os.name == "nt" else ""
TOOLS = BUILD / "tools"
RUNTIME = BUILD / "runtime"
WHEELS = BUILD / "wheelhouse"
FROZEN = BUILD / "frozen"
LOCKS = {"tools": HERE / "requirements.lock", "runtime": HERE / "runtime.lock"}
NOTICES = DIST / "THIRD_PARTY_NOTICES.txt"
DEB_BUDGET = 150_000_000
INSTALLED_BUDGET = 400_000_000
WHEELHOUSE_README = """\
Balie {version} for Python {python} on {platform}, to be installed without a network:

    python3 -m venv balie-env
    balie-env/{bin}/python -m pip install --no-index --find-links wheels balie
    balie-env/{bin}/balie

Qt needs some libraries of the system. On Debian 12 and newer, Ubuntu 22.04 and newer:

    sudo apt-get install {packages}
"""


class BuildError(Exception):
    """What went wrong, in a sentence for whoever builds."""


def say(text: str) -> None:
    """Tell how far it is."""
    print(text, flush=True)


def run(command: Sequence[str | Path], otherwise: str, **environment: str) -> None:
    """Run a command; what it said is shown only when it failed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        say(done.stdout)
        raise BuildError(otherwise)


def python(venv: Path) -> Path:
    """Return the interpreter of an environment."""
    return venv / BIN / f"python{EXE}"


def pip(*arguments: str | Path, otherwise: str) -> None:
    """Run pip of the tools."""
    run([python(TOOLS), "-m", "pip", "--disable-pip-version-check", *arguments], otherwise)


def version() -> str:
    """Return the version that app/__init__.py names."""
    found = re.search(r'__version__ = "(.+)"', (ROOT / "app/__init__.py").read_text("utf-8"))
    if found is None:
        raise BuildError("app/__init__.py names no version.")
    return found[1]


def commit_seconds() -> str:
    """Return the time of the commit, so that a commit always gives the same files."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return os.environ["SOURCE_DATE_EPOCH"]
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if told.returncode != 0:
        raise BuildError("This is no git checkout: set SOURCE_DATE_EPOCH.")
    return told.stdout.strip()


# --- steps -----------------------------------------------------------------------------------


def make_tools() -> None:
    """Make the environment with the tools and all that is frozen, unless it is there."""
    parts = [lock.read_bytes() for lock in LOCKS.values()]
    wanted = hashlib.sha256(b"\0".join([*parts, sys.version.encode()])).hexdigest()
    stamp = TOOLS / "balie-stamp"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(TOOLS, ignore_errors=True)
    run([sys.executable, "-m", "venv", TOOLS], "Could not make build/tools.")
    for name, lock in LOCKS.items():
        say(f"  libraries of {lock.name}")
        pip(
            *("install", "--require-hashes", "--no-deps", "-r", lock),
            otherwise=f"Could not install the {name} libraries.",
        )
    stamp.write_text(wanted)


def make_wheel() -> None:
    """Build Balie's own wheel into dist/ and put it among the tools."""
    for old in DIST.glob("balie-*.whl"):
        old.unlink()
    pip(
        *("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", DIST, ROOT),
        otherwise="Could not build Balie's own wheel.",
    )
    pip(
        *("install", "--no-deps", "--no-index", "--force-reinstall", own_wheel()),
        otherwise="Could not install Balie's own wheel.",
    )


def own_wheel() -> Path:
    """Return Balie's own wheel."""
    return DIST / f"balie-{version()}-py3-none-any.whl"


def fetch_wheels() -> None:
    """Fetch the wheels of all libraries, each checked against its hash."""
    shutil.rmtree(WHEELS, ignore_errors=True)
    pip(
        *("download", "--require-hashes", "--no-deps", "--only-binary", ":all:"),
        *("-r", LOCKS["runtime"], "-d", WHEELS),
        otherwise="Could not fetch the wheels.",
    )
    shutil.copy2(own_wheel(), WHEELS)


def install_offline() -> None:
    """Install Balie from the wheels alone: notices and SBOM are about what came out."""
    shutil.rmtree(RUNTIME, ignore_errors=True)
    run([sys.executable, "-m", "venv", "--without-pip", RUNTIME], "Could not make build/runtime.")
    pip(
        *("--python", python(RUNTIME), "install", "--no-index", "--find-links", WHEELS, "balie"),
        otherwise="The wheels alone do not make a working Balie.",
    )


def describe() -> None:
    """Write the licence notices and the SBOM."""
    run([python(RUNTIME), HERE / "notices.py", NOTICES], "Could not write the notices.")
    run(
        [
            *(python(TOOLS), "-m", "cyclonedx_py", "environment", "--pyproject", "pyproject.toml"),
            *("--output-reproducible", "--of", "JSON", "-o", sbom(), python(RUNTIME)),
        ],
        "Could not write the SBOM.",
    )


def sbom() -> Path:
    """Return where the SBOM goes."""
    return DIST / f"balie-{version()}.cdx.json"


def zip_wheels() -> None:
    """Put the wheels and how to use them into one file."""
    tag = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    name = f"balie-{version()}-wheelhouse-{tag}-{platform}"
    readme = WHEELHOUSE_README.format(
        version=version(),
        python=".".join(map(str, sys.version_info[:2])),
        platform=platform,
        bin=BIN,
        packages=" ".join(debian.QT_LIBRARIES),
    )
    (BUILD / "README.txt").write_text(readme, encoding="utf-8")
    files = {"README.txt": BUILD / "README.txt", "requirements.lock": LOCKS["runtime"]}
    files |= {NOTICES.name: NOTICES, sbom().name: sbom()}
    files |= {f"wheels/{wheel.name}": wheel for wheel in sorted(WHEELS.iterdir())}
    moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    with zipfile.ZipFile(DIST / f"{name}.zip", "w") as archive:
        for inside, file in files.items():
            info = zipfile.ZipInfo(f"{name}/{inside}", moment)
            info.external_attr = 0o644 << 16
            archive.writestr(info, file.read_bytes(), zipfile.ZIP_STORED)


def freeze() -> None:
    """Freeze the program into build/frozen."""
    icons = BUILD / "icons"
    drawing = ROOT / "resources/balie.svg"
    run([python(TOOLS), HERE / "icons.py", drawing, icons], "Could not draw the icons.")
    run(
        [
            *(python(TOOLS), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", FROZEN, "--workpath", BUILD / "work", HERE / "balie.spec"),
        ],
        "PyInstaller failed.",
        BALIE_ICONS=str(icons),
        BALIE_VERSION=version(),
        PYTHONHASHSEED="1",
    )


def make_deb() -> None:
    """Put the frozen program into a Debian package and hold it against the budgets."""
    tree = BUILD / "deb"
    debian.lay_out(
        debian.Sources(HERE / "linux", FROZEN / "balie", BUILD / "icons", NOTICES, sbom()), tree
    )
    debian.try_out(tree / "usr/lib/balie")
    installed = debian.size(tree)
    package = debian.build(tree, DIST, version())
    within("installed", installed, INSTALLED_BUDGET)
    within(package.name, package.stat().st_size, DEB_BUDGET)


def within(what: str, size: int, budget: int) -> None:
    """Say a size in megabytes; raise when it is over its budget."""
    verdict = "ok  " if size <= budget else "FAIL"
    say(f"{verdict} {what}: {size / 1e6:.1f} MB (budget {budget / 1e6:.0f})")
    if size > budget:
        raise BuildError(f"{what} is over its budget.")


def write_sums() -> None:
    """Write the SHA-256 of everything in dist/."""
    sums = DIST / "SHA256SUMS"
    files = [file for file in sorted(DIST.iterdir()) if file.is_file() and file != sums]
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    sums.write_text("".join(lines), encoding="ascii")
    for file in files:
        say(f"     {file.stat().st_size / 1e6:7.1f} MB  dist/{file.name}")


BASIS: Mapping[str, Callable[[], None]] = {
    "tools in build/tools": make_tools,
    "Balie's own wheel": make_wheel,
    "wheels of all libraries": fetch_wheels,
    "installation from the wheels alone": install_offline,
    "licence notices and SBOM": describe,
}
FREEZE: Mapping[str, Callable[[], None]] = {"frozen program": freeze}
DEB: Mapping[str, Callable[[], None]] = {"Debian package": make_deb}
WHEELHOUSE: Mapping[str, Callable[[], None]] = {"wheelhouse": zip_wheels}
SUMS: Mapping[str, Callable[[], None]] = {"checksums": write_sums}
IF_LINUX = DEB if sys.platform == "linux" else {}
TARGETS = {
    "deb": {**BASIS, **FREEZE, **DEB, **SUMS},
    "wheelhouse": {**BASIS, **WHEELHOUSE, **SUMS},
    "frozen": {**BASIS, **FREEZE, **SUMS},
    "all": {**BASIS, **WHEELHOUSE, **FREEZE, **IF_LINUX, **SUMS},
    "sums": SUMS,
}


def main() -> int:
    """Run the steps of a target one by one, each with its time."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("target", nargs="?", choices=TARGETS, default="all")
    target = parser.parse_args().target
    started = time.monotonic()
    DIST.mkdir(exist_ok=True)
    try:
        os.environ["SOURCE_DATE_EPOCH"] = commit_seconds()
        for place, (title, step) in enumerate(TARGETS[target].items(), start=1):
            since = time.monotonic()
            say(f"[{place}/{len(TARGETS[target])}] {title} ...")
            step()
            say(f"  done in {time.monotonic() - since:.1f} s")
    except (BuildError, debian.DebianError) as problem:
        say(str(problem))
        return 1
    say(f"Everything is in dist/ ({time.monotonic() - started:.0f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
