"""The list: model, badges, keys, search, paging, and that nothing moves under the owner."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.models.rules.clocks import Level, countdown
from app.services.tickets import lifecycle
from app.services.tickets.inbox_page import InboxRow
from app.views import moments
from app.views.inbox import badges
from app.views.inbox.list_view import InboxView
from app.views.inbox.model import ROW, InboxModel
from app.views.language import ENGLISH, Language
from app.views.theme import Theme
from tests.fakes import MONDAY, FakeClock
from tests.gui.conftest import Office

MINUTE = timedelta(minutes=1)


def row(number: int, *, due: datetime | None = None, **values: object) -> InboxRow:
    fields: dict[str, Any] = {
        "id": number,
        "number": number,
        "subject": f"Onderwerp {number}",
        "snippet": "Tekst",
        "state": "new",
        "kind": "email",
        "customer": f"Klant {number}",
        "category": None,
        "priority": "normal",
        "next_due": due,
        "clock_started": None if due is None else MONDAY - MINUTE,
        "updated_at": MONDAY,
        "message_count": 1,
        "new_sender": False,
        "delivery": None,
    }
    return InboxRow(**{**fields, **values})


def to_nobody(_events: object) -> None:
    """Announce nothing."""


def ids(model: InboxModel) -> list[int]:
    return [model.index(at, 0).data(ROW).id for at in range(model.rowCount())]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = InboxModel(lambda found: found.subject)
    model.replace([row(1), row(2), row(3)], complete=True)
    qtmodeltester.check(model)
    model.update([row(3), row(4), row(1, subject="Anders")], complete=True)
    model.append([row(4), row(5)], complete=True)
    assert ids(model) == [3, 4, 1, 5]
    assert model.index(2, 0).data() == "Klant 1 · Anders"


def test_more_is_asked_for_once(qtbot: QtBot) -> None:
    model = InboxModel(lambda found: found.subject)
    model.replace([row(1)], complete=False)
    with qtbot.waitSignal(model.more_wanted) as asked:
        model.fetchMore(model.index(-1, -1))
    assert asked.args == [1]
    assert not model.canFetchMore(model.index(-1, -1))
    model.append([row(2)], complete=True)
    assert not model.canFetchMore(model.index(-1, -1))


@pytest.mark.parametrize(
    ("left", "dutch", "english"),
    [
        (timedelta(seconds=12), "12 s", "12 s"),
        (timedelta(minutes=3, seconds=30), "4 min", "4 min"),
        (timedelta(minutes=59, seconds=30), "1 u 00", "1 h 00"),
        (timedelta(hours=1, minutes=12), "1 u 12", "1 h 12"),
        (timedelta(hours=47, minutes=30), "2 d", "2 d"),
        (timedelta(days=2, hours=3), "2 d 3 u", "2 d 3 h"),
        (timedelta(seconds=-1), "1 s te laat", "1 s late"),
        (timedelta(minutes=-12, seconds=-30), "12 min te laat", "12 min late"),
        (timedelta(days=-1), "1 d te laat", "1 d late"),
    ],
)
def test_a_badge_says_how_long(
    language: Language, left: timedelta, dutch: str, english: str
) -> None:
    count = countdown(MONDAY + left, MONDAY - timedelta(days=9), MONDAY)
    assert moments.countdown_text(count) == dutch
    language.choose(ENGLISH)
    assert moments.countdown_text(count) == english


def test_levels_differ_in_more_than_colour() -> None:
    looks = [badges.LOOKS[level] for level in Level]
    assert len({look.icon for look in looks}) == len({look.text for look in looks}) == 3


@pytest.fixture
def view(theme: Theme, clock: FakeClock, qtbot: QtBot) -> InboxView:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = InboxView(theme, clock.now, holder)
    made.resize(400, 300)
    made.keep_alive = holder
    holder.resize(400, 300)
    holder.show()
    return made


def test_badges_tick_only_while_they_are_seen(view: InboxView, language: Language) -> None:
    view.show_rows([row(1, due=MONDAY + 3 * MINUTE)], complete=True, fresh=True)
    assert view.ticker.isActive()
    assert view.ticker.remainingTime() <= 60_100
    view.hide()
    assert not view.ticker.isActive()
    view.show()
    assert view.ticker.isActive()
    view.show_rows([row(1)], complete=True, fresh=False)
    assert not view.ticker.isActive()


def test_a_row_below_the_fold_wakes_nobody(view: InboxView, language: Language) -> None:
    rows = [row(number) for number in range(1, 20)]
    late = row(99, due=MONDAY + 10 * MINUTE)
    view.show_rows([*rows, late], complete=True, fresh=True)
    assert not view.ticker.isActive()
    view.scrollToBottom()
    assert view.ticker.isActive()


def test_a_tick_paints_the_badge_anew(
    view: InboxView, clock: FakeClock, qtbot: QtBot, language: Language
) -> None:
    view.show_rows([row(1, due=MONDAY + timedelta(seconds=2))], complete=True, fresh=True)
    before = picture(view)
    clock.forward(timedelta(seconds=5))
    view._on_tick()
    assert picture(view) != before


def picture(view: InboxView) -> QImage:
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.render(painter, QPoint())
    painter.end()
    return image


def test_every_kind_of_row_can_be_painted(view: InboxView, language: Language) -> None:
    rows = [
        row(1, delivery="failed", priority="urgent", new_sender=True),
        row(2, delivery="unknown", priority="high", due=MONDAY - MINUTE),
        row(3, subject="", snippet="", state="closed", updated_at=MONDAY - timedelta(days=3)),
    ]
    view.show_rows(rows, complete=True, fresh=True)
    assert not picture(view).isNull()
    told = view.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "prioriteit Dringend" in told
    assert "Niet verstuurd" in told


def test_rows_above_do_not_move_what_is_read(view: InboxView, language: Language) -> None:
    rows = [row(number) for number in range(1, 40)]
    view.show_rows(rows, complete=True, fresh=True)
    view.select(20)
    view.verticalScrollBar().setValue(15 * view.rowHeight(0) + 7)
    top = view.rows.rows[view.rowAt(0)].id
    view.show_rows([row(100), row(101), *rows], complete=True, fresh=False)
    assert view.rows.rows[view.rowAt(0)].id == top
    assert view.current_id == 20


def test_keys_walk_through_the_list(office: Office, qtbot: QtBot) -> None:
    tickets = [office.arrive() for _ in range(3)]
    qtbot.waitUntil(lambda: len(office.rows) == 3)
    table = office.window.inbox.list
    opened = [row.id for row in office.rows]
    assert sorted(opened) == tickets
    for key, place in (("j", 0), ("j", 1), ("j", 2), ("j", 2), ("k", 1)):
        qtbot.keyClick(table, key)
        assert table.current_id == opened[place]
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == opened[1])
    page = office.desk.ticket
    qtbot.keyClick(page.timeline.area, "r")
    assert office.window.focusWidget() is page.composer.editor
    qtbot.keyClick(page.composer.editor, Qt.Key.Key_Escape)
    assert office.window.focusWidget() is table
    qtbot.keyClick(table, "/")
    assert office.window.focusWidget() is office.window.inbox.search
    qtbot.keyClick(page.timeline.area, "j")
    assert table.current_id == opened[2]


def test_a_query_narrows_the_list(office: Office, qtbot: QtBot) -> None:
    office.arrive(text="De theepot lekt")
    office.arrive(text="Waar is mijn pan?")
    qtbot.waitUntil(lambda: len(office.rows) == 2)
    search = office.window.inbox.search
    qtbot.keyClicks(search, "theepot")
    qtbot.waitUntil(lambda: len(office.rows) == 1)
    search.setText("priority:enorm")
    qtbot.waitUntil(lambda: "enorm" in office.window.inbox._problem.text())
    search.setText("niemand")
    qtbot.waitUntil(lambda: office.window.inbox.empty.title == "Niets gevonden")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(office.rows) == 2)


def test_views_hold_what_their_names_say(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    qtbot.waitUntil(lambda: len(office.rows) == 1)
    office.services.database.write_now(lifecycle.change_state, ticket_id, state="closed")
    qtbot.waitUntil(lambda: office.rows == [])
    assert office.window.inbox.empty.isVisible()
    assert office.window.inbox.empty.title == "Alles afgehandeld"
    switch = office.window.sidebar.switch
    switch._buttons["done"].click()
    qtbot.waitUntil(lambda: [row.id for row in office.rows] == [ticket_id])
    qtbot.waitUntil(lambda: switch._counts["done"].text() == "1")


def test_long_lists_come_in_pages(office: Office, qtbot: QtBot) -> None:
    announce = office.services.database.announce
    office.services.database.announce = to_nobody
    for number in range(130):
        office.arrive(subject=f"Bericht {number}")
    office.services.database.announce = announce
    office.desk.inbox.refresh()
    table = office.window.inbox.list
    qtbot.waitUntil(lambda: len(office.rows) >= 100)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: len(office.rows) == 130)
    office.arrive()
    qtbot.waitUntil(lambda: len(office.rows) == 131)


def test_another_program_is_noticed(
    office: Office, qtbot: QtBot, later: Callable[[float], None]
) -> None:
    from app.services.events import StoreChangedElsewhere

    office.services.database.announce = to_nobody
    office.arrive()
    office.services.hub.publish([StoreChangedElsewhere()])
    qtbot.waitUntil(lambda: len(office.rows) == 1)
