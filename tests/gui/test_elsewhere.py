"""The way to the example firm and back, and what cannot be done there."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import example
from app.bootstrap import Services
from app.services.channels.practice import PracticeChannels
from app.views.actions import Actions
from app.views.elsewhere import Elsewhere
from app.views.main_window import MainWindow
from tests.gui.conftest import Office


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    folders: list[Path] = []

    def prepare(folder: Path, *_clock: object, **_more: object) -> None:
        folders.append(folder)

    monkeypatch.setattr(example, "prepare", prepare)
    return folders


def elsewhere(office: Office, launched: list[Sequence[str]]) -> Elsewhere:
    window: MainWindow = office.window
    made = Elsewhere(office.services, window.actions_, window.notices, window, launched.append)
    made.folder = Path("/firm")
    return made


def test_the_example_firm_opens_in_a_window_of_its_own(
    office: Office, qtbot: QtBot, made: list[Path]
) -> None:
    launched: list[Sequence[str]] = []
    office.desk.elsewhere.close()
    office.window.actions_.triggered.disconnect(office.desk.elsewhere._on_action)
    elsewhere(office, launched)
    office.window.actions_.trigger("demo")
    qtbot.waitUntil(lambda: launched == [["--profile", "/firm"]])
    office.window.actions_.trigger("practice")  # is done over there
    qtbot.waitUntil(lambda: len(launched) == 2)
    assert made == [Path("/firm")] * 2
    assert "eigen venster" in office.window.notices.text


def names(actions: Actions) -> set[str]:
    return {spec.name for spec in actions.offered()}


def test_only_what_makes_sense_is_offered(office: Office) -> None:
    assert "demo" in names(office.window.actions_)
    assert "own" not in names(office.window.actions_)
    assert not office.window.sidebar.own.isVisible()


@pytest.fixture
def in_the_firm(services: Services, monkeypatch: pytest.MonkeyPatch) -> Services:
    """Make the window believe that it shows the example firm."""
    object.__setattr__(services, "channels", PracticeChannels(services.clock.now))
    return services


def test_no_account_is_connected_in_the_example_firm(
    in_the_firm: Services, office: Office, qtbot: QtBot
) -> None:
    assert office.window.sidebar.own.isVisible()
    assert not office.window.sidebar.channels.add.isVisible()
    office.desk.accounts.add()
    assert "voorbeeldbedrijf" in office.window.notices.text
    office.window.notices.put_away()
    office.desk.accounts._on_renew(office.account_id)
    assert "voorbeeldbedrijf" in office.window.notices.text
    assert not {"demo", "add_account", "import"} & names(office.window.actions_)
    launched: list[Sequence[str]] = []
    with qtbot.waitSignal(elsewhere(office, launched).moved):
        office.desk.elsewhere._start = launched.append
        office.desk.elsewhere.moved.disconnect(office.desk.day.leave)
        office.window.sidebar.own.click()
    assert launched == [[], []]
