"""From an empty folder, or a closed door, to open messages: every page of the opening."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Services, build_services
from app.models.rules.errors import KnownError
from app.services.clock import SystemClock
from app.services.demo import script
from app.services.secrets import (
    KeyStoreAbsent,
    KeyStoreDenied,
    KeyStoreEntryGone,
    KeyStoreLocked,
    KeyStoreSlow,
)
from app.services.storage import profile_file
from app.services.storage.errors import (
    ProfileInUse,
    ProfileTooNew,
    StoreDamaged,
    StoreFull,
    StoreTooNew,
)
from app.services.storage.keys import MINIMUM_PASSPHRASE
from app.services.storage.lock import ProfileLock
from app.services.storage.profile import create_profile, load_profile
from app.services.storage.profile_file import Profile
from app.services.sync.parser import InlineParser
from app.views.language import ENGLISH, Language
from app.views.main_window import MainWindow
from app.views.memory import WindowMemory
from app.views.navigation.places import VIEWS
from app.views.opening.doors import look_of
from app.views.opening.opener import Opener
from app.views.opening.steps import Door
from app.views.opening.view import OpeningView
from app.views.theme import Theme
from tests.fakes_secrets import PASSPHRASE, FileSecrets
from tests.gui.conftest import PATIENCE_MS
from tests.integration.test_example import small_script


def build(profile: Profile, key: bytes | None) -> Services:
    return build_services(profile, key, clock=SystemClock(), channels=(), parser=InlineParser())


class Hall:
    """A window before its profile is open, with a key store that does as told."""

    def __init__(self, folder: Path, secrets: FileSecrets, theme: Theme, language: Language):
        self.folder, self.secrets = folder, secrets
        self.opener = Opener(
            folder, theme, make_door=self.door, example_folder=folder.with_name("firm")
        )
        memory = WindowMemory(folder)
        self.window = MainWindow(theme, language, memory, self.opener, SystemClock().now)
        self.services: list[Services] = []
        self.opener.opened.connect(self.services.append)
        self.window.show()

    def door(self, folder: Path) -> Door:
        return Door(folder, build, lambda: self.secrets)

    @property
    def view(self) -> OpeningView:
        return self.window.opening.view

    def close(self) -> None:
        for services in self.services:
            services.close()
        self.opener.close()
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def hall(tmp_path: Path, theme: Theme, language: Language, qtbot: QtBot) -> Iterator[Hall]:
    made = Hall(tmp_path / "profile", FileSecrets(tmp_path / "keys"), theme, language)
    yield made
    qtbot.waitUntil(lambda: not made.opener.is_busy)
    made.close()
    qtbot.wait(1)


def opened(hall: Hall) -> bool:
    return bool(hall.services)


def make_profile(hall: Hall, passphrase: str | None = None) -> str:
    """Make a profile and return its recovery key."""
    made = create_profile(
        hall.folder, now=SystemClock().now(), secrets=hall.secrets, passphrase=passphrase
    )
    build(made.profile, made.master_key).close()
    return made.recovery_key.text


def test_a_first_start_with_the_key_store(hall: Hall, qtbot: QtBot, tmp_path: Path) -> None:
    hall.opener.open()
    qtbot.waitUntil(hall.view.isVisible)
    hall.view.ways.ways["import"].click()
    assert hall.view.welcome.isVisible()
    hall.view.welcome.back.click()
    assert hall.view.ways.isVisible()
    qtbot.keyClick(hall.view.ways.ways["mail"], Qt.Key.Key_Return)
    assert hall.view.wanted == "mail"
    hall.view.welcome.go.click()
    qtbot.waitUntil(lambda: hall.view.page is hall.view.recovery)
    page = hall.view.recovery
    key = page.shown.text().replace("\n", "")
    assert key.startswith("BALIE-")
    page.copy.click()
    assert QGuiApplication.clipboard().text() == key
    page.save.click()
    dialog = hall.window.findChild(QFileDialog)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "sleutel.txt"))
    dialog.accept()
    qtbot.waitUntil((tmp_path / "sleutel.txt").exists)
    assert (tmp_path / "sleutel.txt").read_text() == f"{key}\n"
    assert not page.go.isEnabled()
    page.written.setChecked(True)
    page.go.click()
    qtbot.waitUntil(lambda: opened(hall))
    assert page.shown.text() == ""
    assert hall.secrets._entries()


def test_a_first_start_with_a_passphrase(hall: Hall, qtbot: QtBot) -> None:
    hall.view.show_welcome()
    hall.view.ways.ways["mail"].click()
    page = hall.view.welcome
    page.with_passphrase.setChecked(True)
    hall.window.activateWindow()
    page.go.click()
    assert "Typ eerst" in page.problem.text()
    qtbot.waitUntil(page.first.hasFocus)
    page.first.setText(PASSPHRASE)
    page.second.setText("anders")
    page.go.click()
    assert page.problem.text() == "De twee zijn niet gelijk."
    qtbot.waitUntil(page.second.hasFocus)
    page.first.setText("a" * (MINIMUM_PASSPHRASE - 1))
    assert page.short.isVisible()
    assert f"Minstens {MINIMUM_PASSPHRASE} tekens" in page.short.text()
    page.second.setText("a" * (MINIMUM_PASSPHRASE - 1))
    page.go.click()
    qtbot.waitUntil(lambda: f"minstens {MINIMUM_PASSPHRASE} tekens" in page.problem.text())
    qtbot.waitUntil(page.first.hasFocus)
    assert page.first.selectedText() == page.first.text()
    page.first.setText(PASSPHRASE)
    page.second.setText(PASSPHRASE)
    assert not page.short.isVisible()
    page.go.click()
    qtbot.waitUntil(lambda: hall.view.page is hall.view.recovery)


def test_without_a_key_store_a_passphrase_is_the_way(hall: Hall, qtbot: QtBot) -> None:
    hall.secrets.trouble = KeyStoreAbsent()
    hall.view.show_welcome()
    hall.view.ways.ways["mail"].click()
    page = hall.view.welcome
    page.go.click()
    qtbot.waitUntil(page.with_passphrase.isChecked)
    assert not page.with_key_store.isEnabled()
    assert "geen veilige plek" in page.problem.text()


def test_the_passphrase_is_asked_for_and_may_be_wrong(hall: Hall, qtbot: QtBot) -> None:
    recovery = make_profile(hall, PASSPHRASE)
    hall.opener.open()
    door = hall.view.door
    qtbot.waitUntil(lambda: hall.view.page is door and door.passphrase.isVisible())
    door.passphrase.setText("fout, echt waar")
    door.go.click()
    qtbot.waitUntil(lambda: "niet de wachtzin" in door.problem.text())
    door.other_way.click()
    assert door.recovery.isVisible()
    door.recovery.setText("BALIE-123")
    door.go.click()
    qtbot.waitUntil(lambda: "typefout" in door.problem.text())
    door.recovery.setText(recovery)
    door.go.click()
    qtbot.waitUntil(lambda: opened(hall))


def test_the_rest_is_imported_while_the_passphrase_is_typed(hall: Hall, qtbot: QtBot) -> None:
    make_profile(hall, PASSPHRASE)
    sys.modules.pop("colorsys", None)
    opener = Opener(hall.folder, hall.opener, make_door=hall.door, later=("colorsys",))
    with qtbot.waitSignal(opener.failed) as asked:
        opener.open()
    assert asked.args[0].code == "passphrase_needed"
    qtbot.waitUntil(lambda: "colorsys" in sys.modules)
    opener.close()


def test_the_passphrase_opens(hall: Hall, qtbot: QtBot) -> None:
    make_profile(hall, PASSPHRASE)
    with qtbot.waitSignal(hall.opener.page_read) as read:
        hall.opener.open(passphrase=PASSPHRASE)
    assert read.args[0].counts.views == dict.fromkeys(VIEWS, 0)
    qtbot.waitUntil(lambda: opened(hall))


@pytest.mark.parametrize(
    "trouble",
    [KeyStoreLocked(), KeyStoreDenied(), KeyStoreSlow(seconds=20), KeyStoreAbsent()],
    ids=lambda trouble: trouble.code,
)
def test_the_key_store_in_its_moods(hall: Hall, qtbot: QtBot, trouble: KnownError) -> None:
    recovery = make_profile(hall)
    hall.secrets.trouble = trouble
    hall.opener.open()
    door = hall.view.door
    qtbot.waitUntil(lambda: hall.view.page is door and door.recovery.isVisible())
    assert door.title.text() == "Balie kan niet bij zijn sleutel"
    hall.view._on_retry()
    qtbot.waitUntil(hall.view.isEnabled)
    door.recovery.setText(recovery)
    door.go.click()
    qtbot.waitUntil(lambda: opened(hall))


def test_the_paper_puts_a_lost_key_back(hall: Hall, qtbot: QtBot) -> None:
    recovery = make_profile(hall)
    hall.secrets.path.unlink()
    hall.opener.open()
    door = hall.view.door
    qtbot.waitUntil(lambda: hall.view.page is door)
    assert KeyStoreEntryGone.code == door._error.code
    door.recovery.setText(recovery)
    door.recovery.returnPressed.emit()
    qtbot.waitUntil(lambda: opened(hall))
    assert hall.secrets._entries()


def test_a_profile_in_use_is_told_and_can_be_tried_again(hall: Hall, qtbot: QtBot) -> None:
    make_profile(hall)
    with ProfileLock(hall.folder, "sync"):
        hall.opener.open()
        door = hall.view.door
        qtbot.waitUntil(lambda: hall.view.page is door)
        assert door.title.text() == "Balie is al open"
        assert "ophalen met de opdrachtregel" in door.text.text()
    door.retry.click()
    qtbot.waitUntil(lambda: opened(hall))


def test_a_damaged_store_is_told(hall: Hall, qtbot: QtBot) -> None:
    make_profile(hall)
    (hall.folder / profile_file.STORE_FILE).write_bytes(b"x" * 9000)
    hall.opener.open()
    qtbot.waitUntil(lambda: hall.view.page is hall.view.door)
    assert "beschadigd" in hall.view.door.text.text()
    hall.view.language_chosen.emit(ENGLISH)
    qtbot.waitUntil(lambda: "damaged" in hall.view.door.text.text())


@pytest.mark.allow_log
def test_a_mistake_of_ours_is_no_dead_end(hall: Hall, qtbot: QtBot) -> None:
    make_profile(hall)

    def broken() -> FileSecrets:
        raise RuntimeError("a bug")

    hall.opener._door = Door(hall.folder, build, broken)
    hall.opener.open()
    qtbot.waitUntil(lambda: hall.view.page is hall.view.door)
    assert hall.view.door.title.text() == "Er ging iets mis in Balie zelf"


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (StoreTooNew(found="9", known="1"), "A newer Balie is needed"),
        (ProfileTooNew(found=9, known=1), "A newer Balie is needed"),
        (StoreFull(), "Something is wrong with the disk"),
        (StoreDamaged(), "Your messages could not be opened"),
        (ProfileInUse(pid=1, program="window"), "Balie is already open"),
    ],
)
def test_every_door_has_its_page(error: KnownError, title: str) -> None:
    assert look_of(error.code).title == title


def test_the_window_remembers_where_it_stood(hall: Hall, qtbot: QtBot) -> None:
    make_profile(hall)
    hall.window.resize(1200, 700)
    hall.window.take_look("en", "dark")
    hall.window.close()
    memory = WindowMemory(hall.folder)
    assert (memory.language, memory.colours) == ("en", "dark")
    assert not memory.state("geometry").isEmpty()
    assert memory.state("never kept").isEmpty()


def test_nothing_is_written_before_there_is_a_profile(hall: Hall) -> None:
    hall.window.take_look("en", "dark")
    hall.window.close()
    assert not hall.folder.exists()


def test_the_example_firm_is_made_beside_the_owners_own(
    hall: Hall, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "read", small_script)
    hall.view.show_welcome()
    with qtbot.waitSignal(hall.view.example_made, timeout=PATIENCE_MS) as made:
        hall.view.ways.ways["example"].click()
        assert not hall.view.isEnabled()
    assert made.args == [tmp_path / "firm"]
    assert load_profile(tmp_path / "firm").is_practice
    assert not hall.folder.exists()


def test_an_example_firm_that_cannot_be_made_says_why(
    hall: Hall, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "firm").mkdir()
    (tmp_path / "firm" / "balie.db").write_bytes(b"somebody's")
    hall.view.show_welcome()
    hall.view.ways.ways["example"].click()
    qtbot.waitUntil(hall.view.ways.problem.isVisible)
    assert hall.view.isEnabled()
