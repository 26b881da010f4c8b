"""What would break a package, seen without building one."""

import ast
import configparser
import re
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest

import dev
from app import __version__
from app.cli.main import COMMANDS
from app.services.channels.registry import CHANNELS
from app.services.resources import resource
from app.services.storage.migrate import MIGRATIONS

sys.path.append(str(Path(__file__).parents[2] / "packaging"))

import contents
import debian
import notices

from tests.effort import repeated

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"


def names_of_modules() -> set[str]:
    """Every text in the program that reads like the name of one of its modules.

    The methods of Bluesky begin with the same word.
    """
    texts = {
        node.value.partition(":")[0]
        for path in (ROOT / "app").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in texts if re.fullmatch(r"app(?!\.bsky\.)(\.\w+)+", text)}


@repeated
def test_modules_loaded_by_name_are_collected() -> None:
    names = names_of_modules()
    assert names >= {*COMMANDS.values(), *(name.partition(":")[0] for name in CHANNELS.values())}
    for name in names:
        assert find_spec(name) is not None, f"{name} is named in the source and does not exist"
        assert name.split(".")[0] == contents.PACKAGE
    spec = (PACKAGING / "balie.spec").read_text(encoding="utf-8")
    assert "hidden = collect_submodules(contents.PACKAGE)" in spec


def test_migrations_are_collected_as_files() -> None:
    collected = set((ROOT / contents.PACKAGE).glob(contents.SCRIPTS))
    assert collected >= {MIGRATIONS / "env.py", *(MIGRATIONS / "versions").glob("*.py")}


@pytest.mark.parametrize(
    ("target", "source", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", "C:/venv/qwindows.dll", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/venv/libqgtk3.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/venv/x.so", False),
        ("PySide6/Qt/translations/qtbase_nl.qm", "/venv/qtbase_nl.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "/venv/qtbase_de.qm", False),
        ("app/_resources/translations/balie_nl.qm", "/src/balie_nl.qm", True),
        ("app/_resources/handbook/nl/klacht.md", "/src/handbook/nl/klacht.md", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", "/venv/libQt6Qml.so.6", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/venv/libQt6Core.so.6", True),
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", False),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so", True),
    ],
)
def test_what_is_kept(target: str, source: str, kept: bool) -> None:
    assert contents.keeps(target, source, "linux") is kept


def test_parts_under_the_gpl_only_are_found() -> None:
    names = ["PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libQt6Charts.so.6"]
    assert contents.forbidden(names) == names[1:]


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("GNU General Public License v3 (GPLv3)", False),
    ],
)
def test_licences(licence: str, allowed: bool) -> None:
    assert notices.is_allowed(licence) is allowed


def test_what_is_packed_is_what_is_tested() -> None:
    tested = contents.locked(ROOT / "requirements.lock")
    packed = contents.locked(PACKAGING / "runtime.lock")
    tools = contents.locked(PACKAGING / "requirements.lock")
    assert packed.items() <= tested.items(), "run `python3 dev.py lock`"
    assert {name: tools[name] for name in tools.keys() & packed.keys()}.items() <= packed.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[<>=]", line)[0] for line in project["dependencies"]}
    assert {contents.canonical(name) for name in wanted} <= packed.keys()


@pytest.mark.parametrize("name", ["requirements.lock", "runtime.lock"])
def test_locks_name_no_index(name: str) -> None:
    lines = (PACKAGING / name).read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "://" in line or line.startswith("-")]
    pins = [place for place, line in enumerate(lines) if line[:1].isalnum()]
    assert all("--hash=sha256:" in lines[place + 1] for place in pins)


def test_version_is_the_same_everywhere() -> None:
    metainfo = ElementTree.parse(LINUX / "local.balie.Balie.metainfo.xml")
    release = metainfo.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    assert (LINUX / "changelog").read_text("utf-8").startswith(f"balie ({__version__}) ")
    for page in debian.MAN_PAGES:
        assert f'"Balie {__version__}"' in (LINUX / page).read_text("utf-8").splitlines()[0]


def test_desktop_entry_starts_the_command() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / "balie.desktop", encoding="utf-8")
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert entry["Desktop Entry"]["Exec"] in scripts
    example = entry["Desktop Action example"]["Exec"].split()
    assert example[0] in scripts
    assert example[1] in COMMANDS
    metainfo = ElementTree.parse(LINUX / "local.balie.Balie.metainfo.xml")
    assert metainfo.findtext("launchable") == "balie.desktop"
    start = (ROOT / "app/views/start.py").read_text("utf-8")
    assert 'setDesktopFileName("balie")' in start


def test_man_pages_name_every_command() -> None:
    for page in debian.MAN_PAGES:
        text = (LINUX / page).read_text("utf-8").replace("\\-", "-")
        assert not [name for name in COMMANDS if not re.search(rf"\b{name}\b", text)], page


def test_icon_is_a_drawing() -> None:
    root = ElementTree.parse(resource("balie.svg")).getroot()
    assert root.get("viewBox") == "0 0 128 128"


def test_wheelhouse_names_what_qt_needs() -> None:
    assert set(debian.QT_LIBRARIES) <= set(dev.QT_PACKAGES)


def test_the_relay_goes_along_to_be_filled_in() -> None:
    files = debian.relay_files(PACKAGING)
    assert [file.name for file in files] == ["README.md", "balie-relay.php", "balie_relay.py"]
    assert [file.read_text("utf-8").count("CHANGE-ME: ") for file in files] == [0, 3, 3]


SEGMENTS = """
Program Headers:
  Type           Offset   VirtAddr           PhysAddr           FileSiz  MemSiz   Flg Align
  LOAD           0x000000 0x0000000000000000 0x0000000000000000 0x2887dc 0x2887dc R   0x1000
  LOAD           0x288800 0x0000000000289800 0x0000000000289800 0x133fe7 0x133fe7 R E 0x1000
  DYNAMIC        0x1622001 0x00000000016e1000 0x00000000016e1000 0x0001f0 0x0001f0 RW  0x8
"""
MOVED = "  LOAD           0x1621098 0x000000000166b000 0x000000000166b000 0x0 0x0 RW  0x1000\n"


def test_a_library_that_strip_breaks_is_told_by_its_segments() -> None:
    assert debian.is_loadable(SEGMENTS)
    assert not debian.is_loadable(SEGMENTS + MOVED)
    assert not debian.is_loadable("")
