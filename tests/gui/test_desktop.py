"""Notices of the desktop: over a real message bus, bundled, withdrawn; and the tray's number."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.models.rules.announcing import Promised, Telling, Waiting, Warned, telling
from app.models.rules.promises import Found, PromiseKind
from app.models.rules.tickets import Priority, TicketState
from app.services import settings
from app.services.events import ClockWarning, StoreChangedElsewhere
from app.services.settings import NoticeSettings
from app.services.tickets import decisions, promises, reactions
from app.services.tickets.documenting import Ending
from app.views.desktop import announcer, tray
from app.views.desktop.bus import BusLine
from app.views.desktop.outside import Outside
from app.views.desktop.tellers import BusTeller, NoTeller, TrayTeller, make_teller
from app.views.language import Language
from app.views.theme import Theme
from tests.gui.conftest import Office
from tests.servers.desktop import MessageBus, NoticeServer


@pytest.fixture(scope="module")
def bus() -> Iterator[MessageBus]:
    with MessageBus() as made:
        yield made


@pytest.fixture
def desktop(bus: MessageBus) -> Iterator[NoticeServer]:
    made = NoticeServer(bus.address)
    yield made
    made.close()


@pytest.fixture
def teller(bus: MessageBus) -> Iterator[BusTeller]:
    made = BusTeller(bus.address)
    yield made
    made.close()


def test_a_notice_is_shown_replaced_and_withdrawn(
    desktop: NoticeServer, teller: BusTeller, qtbot: QtBot
) -> None:
    teller.show("Anna", "Pakket")
    teller.show("2 klanten schreven", "Anna: Pakket\nBert: Kapot")
    qtbot.waitUntil(lambda: len(desktop.shown) == 2)
    first, second = desktop.shown
    assert (first.replaces, second.replaces) == (0, first.id)
    assert (second.title, second.text) == ("2 klanten schreven", "Anna: Pakket\nBert: Kapot")
    teller.withdraw()
    qtbot.waitUntil(lambda: not desktop.open)
    teller.withdraw()
    teller.show("Cor", "Ruilen")
    qtbot.waitUntil(lambda: len(desktop.shown) == 3)
    teller.close()
    assert not desktop.open


def test_a_click_comes_back(desktop: NoticeServer, teller: BusTeller, qtbot: QtBot) -> None:
    teller.show("Anna", "Pakket")
    qtbot.waitUntil(lambda: bool(desktop.shown))
    with qtbot.waitSignal(teller.signals.clicked, timeout=10_000):
        desktop.click(desktop.shown[0].id)


def test_a_desktop_without_notices_is_left_alone(bus: MessageBus) -> None:
    for address in (bus.address, "unix:path=/nowhere"):
        teller = BusTeller(address)
        teller.show("Anna", "Pakket")
        worker = teller._worker
        assert worker is not None
        worker.join(10)
        assert not worker.is_alive()
        teller.show("Bert", "Kapot")
        teller.close()


def test_a_refused_call_is_no_failure(desktop: NoticeServer, bus: MessageBus) -> None:
    line = BusLine(bus.address, lambda: None)
    with pytest.raises(OSError, match="type"):
        line._call("Notify", "s", ("odd",))
    line.close()


def test_other_desktops_use_the_tray(qapp: Any) -> None:
    icon = QSystemTrayIcon()
    assert isinstance(make_teller(icon, "win32"), TrayTeller)
    assert type(make_teller(None, "win32")) is NoTeller
    assert isinstance(make_teller(icon, "linux"), BusTeller)
    made = make_teller(icon, "darwin")
    made.show("Anna", "Pakket")
    made.withdraw()
    made.close()


# --- what is told ----------------------------------------------------------------------------


def waiting(number: int, *, urgent: bool = False) -> Waiting:
    return Waiting(number, f"Klant {number}", "Vraag", urgent)


def test_one_notice_for_all() -> None:
    assert telling([], is_open=True) is None
    assert telling([waiting(1)], is_open=True) == Telling((waiting(1),), 0)
    many = telling([waiting(n) for n in range(1, 6)], is_open=True)
    assert many is not None
    assert (len(many.shown), many.more) == (3, 2)
    hot = telling([waiting(1), waiting(2, urgent=True)], is_open=True)
    assert hot is not None
    assert hot.shown[0].ticket_id == 2


def test_outside_of_the_hours_only_what_is_urgent() -> None:
    assert telling([waiting(1)], is_open=False) is None
    hot = telling([waiting(1), waiting(2, urgent=True)], is_open=False)
    assert hot == Telling((waiting(2, urgent=True),), 0)


def test_warnings_come_in_the_same_notice() -> None:
    late, soon = Warned(waiting(7), 100), Warned(waiting(8), 80)
    only = telling([], is_open=True, warned=[soon, late])
    assert only == Telling((waiting(7), waiting(8)), 0, ((100, 1), (80, 1)), wrote=False)
    both = telling([waiting(1)], is_open=True, warned=[soon, soon])
    assert both == Telling((waiting(1),), 0, ((80, 2),))


def test_promises_come_in_the_same_notice_in_hours_only() -> None:
    soon, lapsed = Promised(waiting(7), False), Promised(waiting(8), True)
    assert telling([], is_open=False, promised=[soon, lapsed]) is None
    only = telling([], is_open=True, promised=[soon, lapsed, lapsed])
    assert only == Telling((waiting(8), waiting(7)), 0, (), False, lapsed=2, running_out=1)
    late = Warned(waiting(8), 100)
    both = telling([], is_open=True, warned=[late], promised=[soon, lapsed])
    assert both == Telling((waiting(8), waiting(7)), 0, ((100, 1),), False, 1, 1)
    wrote = telling([waiting(1)], is_open=True, promised=[soon])
    assert wrote == Telling((waiting(1),), 0, running_out=1)


def test_the_words_of_warnings(language: Language) -> None:
    assert announcer.words(Telling((waiting(7), waiting(8)), 1, ((100, 1), (80, 2)), False)) == (
        "1 bericht is te laat",
        "Klant 7: Vraag\nKlant 8: Vraag\nen nog 1\n2 berichten hebben 80 % van hun tijd op",
    )
    assert announcer.words(Telling((waiting(1),), 0, ((50, 1),))) == (
        "Klant 1",
        "Vraag\n1 bericht heeft 50 % van zijn tijd op",
    )


def test_the_words(language: Language) -> None:
    many = Telling((waiting(1), waiting(2), waiting(3)), 2)
    assert announcer.words(many) == (
        "5 klanten schreven",
        "Klant 1: Vraag\nKlant 2: Vraag\nKlant 3: Vraag\nen nog 2",
    )
    assert announcer.words(Telling((Waiting(1, "Anna", "", False),), 0)) == (
        "Anna",
        "(geen onderwerp)",
    )


class Noted(NoTeller):
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        super().__init__()
        self.now: str | None = None
        self.shown: list[str] = []

    def show(self, title: str, text: str) -> None:
        self.now = title
        self.shown.append(title)

    def withdraw(self) -> None:
        self.now = None


@pytest.fixture
def noted() -> Noted:
    return Noted()


@pytest.fixture
def outside(office: Office, noted: Noted, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    monkeypatch.setattr(announcer, "BUNDLE_MS", 1)
    monkeypatch.setattr(announcer, "_is_looked_at", lambda: False)
    made = Outside(office.services, office.window, office.desk, noted)
    yield made
    made.close()


def test_arrivals_are_told_and_withdrawn(
    office: Office, outside: Outside, noted: Noted, qtbot: QtBot
) -> None:
    first = office.arrive(subject="Pakket")
    qtbot.waitUntil(lambda: noted.now == "Anna 1")
    second = office.arrive(subject="Kapot")
    qtbot.waitUntil(lambda: noted.now == "2 klanten schreven")
    write = office.services.database.write_now
    write(decisions.change_state, [first], state=TicketState.CLOSED.value, ending=Ending("solved"))
    qtbot.waitUntil(lambda: noted.now == "Anna 2")
    write(decisions.change_state, [second], state=TicketState.CLOSED.value, ending=Ending("solved"))
    qtbot.waitUntil(lambda: noted.now is None)


def test_warnings_are_told_and_withdrawn(
    office: Office, outside: Outside, noted: Noted, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(outside.announcer._timer.timeout):
        first, second = office.arrive(), office.arrive()
    outside.announcer._forget()
    for level, ids in ((50, {first, second}), (80, {first})):
        office.services.hub.publish([ClockWarning(ticket_ids=frozenset(ids), level=level)])
    qtbot.waitUntil(lambda: noted.now == "1 bericht heeft 80 % van zijn tijd op")
    write = office.services.database.write_now
    write(decisions.snooze, [first], until=office.clock.now() + timedelta(hours=1))
    qtbot.waitUntil(lambda: noted.now == "1 bericht heeft 50 % van zijn tijd op")
    write(decisions.change_state, [second], state=TicketState.NO_REACTION.value, reason="other")
    qtbot.waitUntil(lambda: noted.now is None)


def test_promises_are_told_in_hours_and_a_click_opens_the_message(
    office: Office, outside: Outside, noted: Noted, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(outside.announcer._timer.timeout):
        ticket_id = office.arrive()
    write = office.services.database.write_now
    due = office.clock.now() + timedelta(hours=5)
    found = Found("Ik bel u vandaag", due, PromiseKind.CALLBACK)
    write(reactions.give, ticket_id, promise=found)
    outside.announcer._forget()
    office.clock.forward(timedelta(hours=4, minutes=30))
    write(promises.watch)
    qtbot.waitUntil(
        lambda: noted.now == announcer.words(Telling((), 0, (), False, running_out=1))[0]
    )
    noted.signals.clicked.emit()
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)
    assert noted.now is None
    office.clock.forward(timedelta(hours=1))
    write(promises.watch)
    qtbot.waitUntil(lambda: noted.now == announcer.words(Telling((), 0, (), False, lapsed=1))[0])
    (open_one,) = office.services.database.read_now(promises.open_ones)
    write(reactions.keep, open_one.id)
    qtbot.waitUntil(lambda: noted.now is None)
    assert not outside.announcer._promised


def test_a_click_opens_the_message(
    office: Office, outside: Outside, noted: Noted, qtbot: QtBot
) -> None:
    first = office.arrive()
    qtbot.waitUntil(lambda: noted.now == "Anna 1")
    noted.signals.clicked.emit()
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == first)
    assert noted.now is None
    office.arrive()
    office.arrive()
    qtbot.waitUntil(lambda: noted.now == "2 klanten schreven")
    office.window.sidebar.go(office.window.sidebar.place)
    noted.signals.clicked.emit()
    qtbot.waitUntil(lambda: office.window.sidebar.place.key == "view:todo")


def test_whoever_looks_is_told_nothing(
    office: Office, outside: Outside, noted: Noted, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.arrive()
    qtbot.waitUntil(lambda: noted.now == "Anna 1")
    outside.announcer._on_state_changed(Qt.ApplicationState.ApplicationInactive)
    assert noted.shown == ["Anna 1"]
    outside.announcer._on_state_changed(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: noted.now is None)
    monkeypatch.setattr(announcer, "_is_looked_at", lambda: True)
    office.arrive()
    qtbot.wait(30)
    assert noted.shown == ["Anna 1"]


def test_nothing_is_told_at_night_or_when_not_wanted(
    office: Office, outside: Outside, noted: Noted, qtbot: QtBot
) -> None:
    write = office.services.database.write_now
    office.clock.forward(timedelta(hours=14))
    ticket_id = office.arrive()
    qtbot.wait(40)
    assert noted.shown == []
    write(decisions.set_priority, [ticket_id], priority=Priority.URGENT.value)
    qtbot.waitUntil(lambda: noted.now == "Anna 1")
    write(lambda unit: settings.save(unit.session, NoticeSettings(enabled=False)))
    office.services.hub.publish([StoreChangedElsewhere()])
    qtbot.waitUntil(lambda: noted.now is None)


def test_the_tray_counts(
    office: Office, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray.QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    made = tray.Tray(theme, office.window.actions_, office.window)
    assert made.icon is not None
    made.show_count(0)
    assert made.icon.toolTip() == "Balie"
    made.show_count(3)
    made.show_count(3)
    assert made.icon.toolTip() == "3 berichten te doen"
    assert tray.badge(theme, 0).toImage() != tray.badge(theme, 3).toImage()
    assert tray.badge(theme, 100).toImage() == tray.badge(theme, 500).toImage()
    with qtbot.waitSignal(made.wanted):
        made.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(made.wanted):
        made.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    theme.changed.emit()
    made.deleteLater()
