#!/usr/bin/env python3
"""Set up, start and check Balie: `python3 dev.py run | test | setup | check | bench | ...`.

Uses the standard library only, so that it works before anything is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "balie-stamp"
CONTRACTS, CONTRACTS_LOCK = ROOT / ".contracts", ROOT / "contracts.lock"
DOUBLES, DOUBLES_LOCK = ROOT / ".doubles", ROOT / "doubles.lock"

QT_PACKAGES = (
    "fontconfig",
    "fonts-dejavu-core",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
TEST_PACKAGES = (
    "dbus",
    "dovecot-imapd",
    "dovecot-lmtpd",
    "exim4-daemon-light",
    "gnome-keyring",
    "openssl",
    "php-cli",
)
PACKAGE_PACKAGES = ("binutils", "chrpath", "dpkg-dev", "python3-venv")
WAITING = 1
"""So many of the processes that run tests wait for a server or a clock, on average."""
ROOM_FOR_TESTS = 2_000_000_000
FLOORS = {
    "app/models/rules/": 100.0,
    "app/services/channels/": 90.0,
    "app/services/": 90.0,
    "app/views/": 70.0,
}


class SetupError(Exception):
    """What the person at the keyboard has to do before the command can go on."""


def say(text: str) -> None:
    print(text, flush=True)


def call(command: Sequence[str | Path], **environment: str) -> int:
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **environment}, check=False
    ).returncode


def must(command: Sequence[str | Path], otherwise: str) -> None:
    if call(command) != 0:
        raise SetupError(otherwise)


def quietly(command: Sequence[str | Path], otherwise: str) -> None:
    """Run a command that talks a lot; what it said is shown only when it failed."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        say(done.stdout + done.stderr)
        raise SetupError(otherwise)


def timed(title: str, action: Callable[[], None]) -> None:
    started = time.monotonic()
    say(f"· {title} ...")
    action()
    say(f"  done in {time.monotonic() - started:.1f} s")


# --- set-up ----------------------------------------------------------------------------------


def wanted_stamp() -> str:
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode()]
    return hashlib.sha256(b"\0".join([*parts, str(VENV).encode()])).hexdigest()


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def missing_debian(packages: Sequence[str]) -> list[str]:
    """Return the packages that dpkg does not call installed; none where there is no dpkg."""
    if not shutil.which("dpkg-query"):
        return []
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f=${Package} ${db:Status-Status}\n", *packages],
        capture_output=True,
        text=True,
        check=False,
    )
    installed = {
        line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")
    }
    return [package for package in packages if package not in installed]


def apt_install(packages: Sequence[str]) -> None:
    if not packages:
        return
    if not (is_root() and shutil.which("apt-get")):
        raise SetupError(
            "These Debian packages are missing. Install them, then run this command again:\n"
            f"    sudo apt-get install {' '.join(packages)}"
        )

    def install() -> None:
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        quietly(["apt-get", "update"], "apt-get update failed: see the lines above.")
        quietly(
            ["apt-get", "install", "-y", "--no-install-recommends", *packages],
            "apt-get install failed: see the lines above.",
        )

    timed(f"Debian packages: {' '.join(packages)}", install)


def make_venv() -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        apt_install(missing_debian(["python3-venv"]))
        must([sys.executable, "-m", "venv", VENV], "Could not make .venv: see the lines above.")


def install_locked() -> None:
    """Install exactly the locked files, each checked against its hash, counting along."""
    total = sum(1 for line in LOCK.read_text().splitlines() if line[:1].isalnum())
    command = [
        *(str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"),
        *("--require-hashes", "--no-deps", "--no-compile", "-r", str(LOCK)),
    ]
    done = 0
    tail: list[str] = []
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout or ():
            tail = [*tail[-30:], line]
            if line.startswith(("Collecting ", "Ignoring ", "Requirement already")):
                done += 1
                if done % 10 == 0:
                    say(f"  {done} of {total} libraries")
            elif line.startswith("Installing collected"):
                say("  unpacking")
    if process.returncode != 0:
        say("".join(tail))
        raise SetupError("Could not install the libraries of requirements.lock: see above.")
    must(
        [
            *(PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "-qq"),
            *("--no-deps", "--no-build-isolation", "--editable", "."),
        ],
        "Could not install Balie itself into .venv: see the lines above.",
    )


def setup(*, for_tests: bool = False) -> None:
    """Make .venv match the lock file and add the Debian libraries; quick when nothing changed."""
    if sys.version_info < (3, 11):
        raise SetupError("Balie needs Python 3.11 or newer.")
    stamp = wanted_stamp()
    if not (STAMP.exists() and STAMP.read_text() == stamp and PYTHON.exists()):
        timed("Python environment in .venv", make_venv)
        timed("libraries from requirements.lock (about 150 MB the first time)", install_locked)
        STAMP.write_text(stamp)
    if sys.platform.startswith("linux"):
        apt_install(missing_debian([*QT_PACKAGES, *(TEST_PACKAGES if for_tests else ())]))


def fetch_contracts() -> None:
    """Put the libraries that describe the platforms' APIs into .contracts; none is installed."""
    stamp = CONTRACTS / "balie-stamp"
    wanted = hashlib.sha256(CONTRACTS_LOCK.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(CONTRACTS, ignore_errors=True)
    command: list[str | Path] = [
        *(PYTHON, "-m", "pip", "download", "--disable-pip-version-check", "--no-deps"),
        *("--only-binary", ":all:", "--require-hashes", "-r", CONTRACTS_LOCK, "-d", CONTRACTS),
    ]
    timed(
        "descriptions of the platforms' APIs (about 25 MB)",
        partial(quietly, command, "Could not fetch what contracts.lock names: see above."),
    )
    stamp.write_text(wanted)


def make_doubles() -> None:
    """Put platforms in small by other authors into an environment of their own, .doubles."""
    stamp = DOUBLES / "balie-stamp"
    wanted = hashlib.sha256(DOUBLES_LOCK.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(DOUBLES, ignore_errors=True)
    python = DOUBLES / PYTHON.relative_to(VENV)

    def install() -> None:
        subprocess.run([sys.executable, "-m", "venv", DOUBLES], check=True)
        command: list[str | Path] = [
            *(python, "-m", "pip", "install", "--disable-pip-version-check", "--no-deps"),
            *("--only-binary", ":all:", "--require-hashes", "-r", DOUBLES_LOCK),
        ]
        quietly(command, "Could not install what doubles.lock names: see above.")

    timed("platforms in small by others (about 100 MB)", install)
    stamp.write_text(wanted)


# --- commands --------------------------------------------------------------------------------


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def run(arguments: argparse.Namespace) -> int:
    setup()
    if not has_display() and not arguments.rest:
        say(
            "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
            "These work without one:\n"
            "    .venv/bin/balie --help              the command line\n"
            "    python3 dev.py screenshots DIR      pictures of every screen"
        )
        return 1
    return call([PYTHON, "-m", "app", *arguments.rest])


def static_checks() -> list[tuple[str, list[str | Path]]]:
    return [
        ("format", [SCRIPTS / "ruff", "format", "--check", "."]),
        ("lint", [SCRIPTS / "ruff", "check", "."]),
        ("types", [SCRIPTS / "mypy"]),
        ("layers", [SCRIPTS / "lint-imports", "--no-cache"]),
        ("dependencies", [SCRIPTS / "deptry", "."]),
        (
            "spelling",
            [SCRIPTS / "codespell", "app", "docs", "packaging", "tests", "README.md", "dev.py"],
        ),
    ]


def one_check(check: tuple[str, list[str | Path]]) -> tuple[str, int, str, float]:
    title, command = check
    started = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return title, done.returncode, done.stdout + done.stderr, time.monotonic() - started


def gate(arguments: argparse.Namespace, *, effort: str) -> int:
    """Set up, check everything, and return 1 when any part of it fails.

    BALIE_EFFORT, when it is set, says how much is tried at random (tests/effort.py).
    """
    os.environ.setdefault("BALIE_EFFORT", effort)
    setup(for_tests=True)
    started = time.monotonic()
    failed = []
    with ThreadPoolExecutor(2) as pool, ThreadPoolExecutor(1) as beside:
        # What only the tests need is fetched while the checks keep the processor busy.
        wanted = (fetch_contracts, make_doubles) if effort == "full" else ()
        fetched = [beside.submit(one) for one in wanted]
        for title, code, output, seconds in pool.map(one_check, static_checks()):
            say(f"{'ok  ' if code == 0 else 'FAIL'} {title} ({seconds:.1f} s)")
            if code != 0:
                failed.append(title)
                say(output)
        for one in fetched:
            one.result()
    if tests(arguments) != 0:
        failed.append("tests")
    elif not arguments.rest and not floors_hold():
        failed.append("coverage")
    say(
        f"{'FAILED: ' + ', '.join(failed) if failed else 'All green'}"
        f" ({time.monotonic() - started:.0f} s)"
    )
    return 1 if failed else 0


def quick_folder() -> Path | None:
    """Return a folder in memory with room, in which programs may run; None where there is none.

    Each commit of a store waits for its disk, and the tests make thousands of stores.
    """
    memory = Path("/dev", "shm")
    if not memory.is_dir() or shutil.disk_usage(memory).free < ROOM_FOR_TESTS:
        return None
    return None if os.statvfs(memory).f_flag & os.ST_NOEXEC else memory


def tests(arguments: argparse.Namespace) -> int:
    for old in ROOT.glob(".coverage*"):
        old.unlink()
    with tempfile.TemporaryDirectory(
        prefix="balie-tests-", dir=quick_folder(), ignore_cleanup_errors=True
    ) as folder:
        Path(folder).chmod(0o755)  # the mail servers of the tests have an account of their own
        return call(
            [
                *(PYTHON, "-m", "pytest", "-n", str(min(os.cpu_count() or 2, 4) + WAITING)),
                *("--dist", "worksteal", "--cov", "--cov-report="),
                *arguments.rest,
            ],
            QT_QPA_PLATFORM="offscreen",
            TMPDIR=folder,
        )


def floors_hold() -> bool:
    """Compare the branch coverage of each layer with its floor."""
    report = ROOT / ".coverage.json"
    must(
        [PYTHON, "-m", "coverage", "json", "-q", "-o", report],
        "coverage could not write its report.",
    )
    files = json.loads(report.read_text())["files"]
    fine = True
    for prefix, floor in FLOORS.items():
        have = total = 0
        for name, data in files.items():
            if name.replace(os.sep, "/").startswith(prefix):
                summary = data["summary"]
                have += summary["covered_lines"] + summary["covered_branches"]
                total += summary["num_statements"] + summary["num_branches"]
        share = 100 * have / total if total else 100.0
        verdict = "ok  " if share >= floor else "FAIL"
        say(f"{verdict} coverage {prefix} {share:.1f} % (floor {floor:.0f})")
        fine = fine and share >= floor
    return fine


def just_setup(_arguments: argparse.Namespace) -> int:
    setup(for_tests=True)
    return 0


BARE = {"QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"}
"""Without a screen, and where it stood is said by a program that crashes."""


def bench(arguments: argparse.Namespace) -> int:
    setup(for_tests=True)
    return call([PYTHON, "-m", "bench", *arguments.rest], **BARE)


def screenshots(arguments: argparse.Namespace) -> int:
    setup()
    return call(
        [PYTHON, "-m", "app.views.screenshots", *(arguments.rest or ["screenshots"])],
        **BARE,
    )


def examples(arguments: argparse.Namespace) -> int:
    setup()
    return call(
        [PYTHON, "-m", "app.views.examples", *(arguments.rest or ["docs/examples"])], **BARE
    )


def translations(_arguments: argparse.Namespace) -> int:
    """Collect new texts into the .ts files and compile them."""
    setup()
    files = sorted(str(path) for path in (ROOT / "resources/translations").glob("*.ts"))
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none"]
    must(
        [SCRIPTS / "pyside6-lupdate", *options, *sources, "-ts", *files], "pyside6-lupdate failed."
    )
    for file in files:
        must(
            [SCRIPTS / "pyside6-lrelease", file, "-qm", Path(file).with_suffix(".qm")],
            f"pyside6-lrelease failed for {file}.",
        )
    return 0


def package(arguments: argparse.Namespace) -> int:
    """Make the packages in dist/; needs no .venv, its tools have an environment of their own."""
    if sys.platform.startswith("linux"):
        apt_install(missing_debian([*QT_PACKAGES, *PACKAGE_PACKAGES]))
    return call([sys.executable, ROOT / "packaging/build.py", *arguments.rest])


def lock(_arguments: argparse.Namespace) -> int:
    """Resolve pyproject.toml again into lock files for every platform.

    Those of packaging/ keep to the versions of the first one: what is tested is what is packed.
    """
    setup()
    common: list[str | Path] = [
        *(SCRIPTS / "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"),
        *("--upgrade", "--python-version", "3.11"),
        *("--custom-compile-command", "python3 dev.py lock"),
    ]
    jobs: dict[str, list[str | Path]] = {
        LOCK.name: ["--group", "dev", "pyproject.toml"],
        "packaging/runtime.lock": ["-c", LOCK.name, "pyproject.toml"],
        "packaging/requirements.lock": ["-c", LOCK.name, "packaging/requirements.in"],
        CONTRACTS_LOCK.name: ["--group", "contracts", "--no-deps", "--only-binary", ":all:"],
        DOUBLES_LOCK.name: ["--group", "doubles"],
    }
    return max(call([*common, *more, "-o", target]) for target, more in jobs.items())


COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], int], str]] = {
    "run": (run, "set up what is missing and start Balie"),
    "test": (
        partial(gate, effort="full"),
        "set up and run the whole gate, as CI does",
    ),
    "setup": (just_setup, "only set up: .venv, libraries, Debian packages"),
    "check": (
        partial(gate, effort="quick"),
        "the same with fewer random examples",
    ),
    "bench": (bench, "measure speed as ratios in one run"),
    "screenshots": (screenshots, "write a picture of every screen to DIR"),
    "examples": (examples, "write the handbook of the example firm to docs/examples"),
    "translations": (translations, "collect and compile the translated texts"),
    "package": (package, "make what is handed out, in dist/: deb, wheelhouse, frozen or all"),
    "lock": (lock, "renew the lock files"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (_function, text) in COMMANDS.items():
        commands.add_parser(name, help=text, description=text)
    arguments, arguments_rest = parser.parse_known_args()
    arguments.rest = arguments_rest
    # Balie and its tests start a hundred programs: each would translate all of its modules again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        return COMMANDS[arguments.command][0](arguments)
    except SetupError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
