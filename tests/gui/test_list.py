"""The list: model, badges, keys, search, paging, and that nothing moves under the owner."""

from array import array
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.models.rules.clocks import Level, countdown
from app.services.tickets import decisions
from app.services.tickets.documenting import Ending
from app.services.tickets.inbox_page import InboxRow
from app.views import moments
from app.views.inbox import badges
from app.views.inbox.list_view import InboxView
from app.views.inbox.model import KEPT, ROW, InboxModel
from app.views.language import ENGLISH, Language
from app.views.theme import Theme
from tests.effort import repeated
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
        "account_id": 1,
        "customer": f"Klant {number}",
        "category": None,
        "priority": "normal",
        "next_due": due,
        "clock_started": None if due is None else MONDAY - MINUTE,
        "due_kind": None if due is None else "reaction",
        "window_due": None,
        "snoozed_until": None,
        "updated_at": MONDAY,
        "message_count": 1,
        "new_sender": False,
        "delivery": None,
        "tags": (),
    }
    return InboxRow(**{**fields, **values})


def to_nobody(_events: object) -> None:
    """Announce nothing."""


def ids(model: InboxModel) -> list[int]:
    return [model.index(at, 0).data(ROW).id for at in range(model.rowCount())]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = InboxModel(lambda found: found.subject)
    model.show_rows([row(1), row(2), row(3)])
    qtmodeltester.check(model)
    model.set_ids(array("q", [3, 4, 1, 5]))
    model.put_rows([row(1, subject="Anders"), row(4), row(5)])
    assert ids(model) == [3, 4, 1, 5]
    assert model.index(2, 0).data() == "Klant 1 · Anders"


@given(
    st.lists(st.integers(1, 30), unique=True, max_size=20),
    st.lists(st.integers(1, 30), unique=True, max_size=20),
)
def test_rows_move_to_any_other_order(before: list[int], after: list[int]) -> None:
    model = InboxModel(lambda found: found.subject)
    model.show_rows([row(one) for one in before])
    marks = {one: QPersistentModelIndex(model.index(at, 0)) for at, one in enumerate(before)}
    model.set_ids(array("q", after))
    assert list(model.ids) == after
    for one, mark in marks.items():
        assert (mark.row() if mark.isValid() else None) == (
            after.index(one) if one in after else None
        )


def test_only_rows_that_are_looked_at_are_asked_for(qtbot: QtBot) -> None:
    model = InboxModel(lambda found: found.subject)
    model.set_ids(array("q", range(1, 1001)), fresh=True)
    with qtbot.waitSignal(model.rows_wanted) as asked:
        assert model.index(500, 0).data() is None
        assert model.index(501, 0).data() is None
    wanted = asked.args[0]
    assert {501, 502} <= set(wanted)
    assert len(wanted) < 100
    model.put_rows([row(one) for one in wanted])
    assert model.index(500, 0).data() == "Klant 501 · Onderwerp 501"
    with qtbot.assertNotEmitted(model.rows_wanted, wait=20):
        model.index(500, 0).data()


def test_a_doubted_row_is_asked_for_again_and_stays_in_sight(qtbot: QtBot) -> None:
    model = InboxModel(lambda found: found.subject)
    model.show_rows([row(1), row(2)])
    assert model.doubt([2, 77]) == [2]
    with qtbot.waitSignal(model.rows_wanted) as asked:
        assert model.index(1, 0).data() == "Klant 2 · Onderwerp 2"
    assert asked.args == [[2]]


@pytest.mark.parametrize("touched", [[2], None])
def test_what_was_read_before_a_change_is_shown_and_asked_for_again(
    qtbot: QtBot, touched: list[int] | None
) -> None:
    model = InboxModel(lambda found: found.subject)
    model.show_rows([row(1), row(2)])
    turn = model.doubts.turn
    model.doubt(touched)
    with qtbot.waitSignal(model.rows_wanted) as asked:
        model.put_rows([row(2, subject="Half")], turn)
    assert asked.args == [[2]]
    assert [one.subject for one in model.rows] == ["Onderwerp 1", "Half"]
    model.put_rows([row(1), row(2, subject="Heel")], model.doubts.turn)
    with qtbot.assertNotEmitted(model.rows_wanted, wait=20):
        assert model.index(1, 0).data() == "Klant 2 · Heel"


@pytest.mark.parametrize("way", ["first", "fresh"])
def test_another_list_that_was_read_before_a_change_is_asked_for_again(
    qtbot: QtBot, way: str
) -> None:
    model = InboxModel(lambda found: found.subject)
    turn = model.doubts.turn
    model.doubt([2])
    if way == "first":
        model.show_rows([row(1), row(2)], turn)
    else:
        model.set_ids(array("q", [1, 2]), fresh=True, rows=[row(1), row(2)], turn=turn)
    with qtbot.waitSignal(model.rows_wanted) as asked:
        assert model.index(0, 0).data() == "Klant 1 · Onderwerp 1"
        assert model.index(1, 0).data() == "Klant 2 · Onderwerp 2"
    assert asked.args == [[2]]


def test_doubts_beyond_counting_are_of_all(qtbot: QtBot) -> None:
    model = InboxModel(lambda found: found.subject)
    model.show_rows([row(1)])
    turn = model.doubts.turn
    model.doubt(range(100, 100 + 2 * KEPT))
    with qtbot.waitSignal(model.rows_wanted) as asked:
        model.put_rows([row(1)], turn)
    assert asked.args == [[1]]


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
    view.show_rows([row(1, due=MONDAY + 3 * MINUTE)])
    assert view.ticker.isActive()
    assert view.ticker.remainingTime() <= 60_100
    view.hide()
    assert not view.ticker.isActive()
    view.show()
    assert view.ticker.isActive()
    view.show_rows([row(1)])
    assert not view.ticker.isActive()


def test_a_row_below_the_fold_wakes_nobody(view: InboxView, language: Language) -> None:
    rows = [row(number) for number in range(1, 20)]
    late = row(99, due=MONDAY + 10 * MINUTE)
    view.show_rows([*rows, late])
    assert not view.ticker.isActive()
    view.scrollToBottom()
    assert view.ticker.isActive()


def test_a_tick_paints_the_badge_anew(
    view: InboxView, clock: FakeClock, qtbot: QtBot, language: Language
) -> None:
    view.show_rows([row(1, due=MONDAY + timedelta(seconds=2))])
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
    view.show_rows(rows)
    assert not picture(view).isNull()
    told = view.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "prioriteit Dringend" in told
    assert "Niet verstuurd" in told


def test_rows_above_do_not_move_what_is_read(view: InboxView, language: Language) -> None:
    rows = [row(number) for number in range(1, 40)]
    view.show_rows(rows)
    view.select(20)
    view.verticalScrollBar().setValue(15 * view.rowHeight(0) + 7)
    top = view.rows.rows[view.rowAt(0)].id
    view.show_ids(array("q", [100, 101, *view.rows.ids]), fresh=False)
    view.rows.put_rows([row(100), row(101)])
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


def test_enter_opens_the_first_hit_and_escape_ends_the_search(office: Office, qtbot: QtBot) -> None:
    office.arrive(text="Waar is mijn pan?")
    teapot = office.arrive(text="De theepot lekt")
    qtbot.waitUntil(lambda: len(office.rows) == 2)
    panel = office.window.inbox
    office.window.activateWindow()
    panel.focus_search()
    qtbot.keyClicks(panel.search, "theepot")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == teapot)
    qtbot.waitUntil(panel.list.hasFocus)
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert panel.search.text() == ""
    qtbot.waitUntil(lambda: len(office.rows) == 2)
    assert panel.list.current_id == teapot


@pytest.mark.parametrize("typed", ["niemand", "priority:enorm"])
def test_enter_without_a_hit_stays_in_the_search_line(
    office: Office, qtbot: QtBot, typed: str
) -> None:
    office.arrive()
    qtbot.waitUntil(lambda: len(office.rows) == 1)
    panel = office.window.inbox
    office.window.activateWindow()
    panel.focus_search()
    qtbot.keyClicks(panel.search, typed)
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not office.desk.inbox._querying)
    qtbot.waitUntil(panel.search.hasFocus)
    assert office.desk.tickets.ticket_id is None


def test_escape_lets_go_of_many_before_it_ends_the_search(office: Office, qtbot: QtBot) -> None:
    for _ in range(3):
        office.arrive(text="Waar is mijn pan?")
    qtbot.waitUntil(lambda: len(office.rows) == 3)
    panel = office.window.inbox
    panel.ask("pan")
    qtbot.waitUntil(lambda: office.desk.inbox.is_settled)
    panel.list.go_to(0)
    panel.list.choose_all()
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert (len(panel.list.chosen_ids), panel.search.text()) == (1, "pan")
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert panel.search.text() == ""


def test_views_hold_what_their_names_say(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    qtbot.waitUntil(lambda: len(office.rows) == 1)
    office.services.database.write_now(
        decisions.change_state, [ticket_id], state="closed", ending=Ending("solved")
    )
    qtbot.waitUntil(lambda: office.rows == [])
    assert office.window.inbox.empty.isVisible()
    assert office.window.inbox.empty.title == "Alles afgehandeld"
    done = office.window.sidebar.views["done"]
    done.button.click()
    qtbot.waitUntil(lambda: [row.id for row in office.rows] == [ticket_id])
    qtbot.waitUntil(lambda: done.count == 1)


@repeated
def test_a_long_list_reads_the_rows_that_are_looked_at(office: Office, qtbot: QtBot) -> None:
    announce = office.services.database.announce
    office.services.database.announce = to_nobody
    for number in range(230):
        office.arrive(subject=f"Bericht {number}")
    office.services.database.announce = announce
    office.desk.inbox.refresh()
    table = office.window.inbox.list
    qtbot.waitUntil(lambda: table.rows.rowCount() == 230)
    assert len(office.rows) < 230
    table.scrollToBottom()
    qtbot.waitUntil(lambda: table.rows.row_at(229) is not None)
    office.arrive()
    qtbot.waitUntil(lambda: table.rows.rowCount() == 231)


def test_another_program_is_noticed(
    office: Office, qtbot: QtBot, later: Callable[[float], None]
) -> None:
    from app.services.events import StoreChangedElsewhere

    office.services.database.announce = to_nobody
    office.arrive()
    office.services.hub.publish([StoreChangedElsewhere()])
    qtbot.waitUntil(lambda: len(office.rows) == 1)


def test_the_list_paints_all_of_its_ground(view: InboxView, qtbot: QtBot) -> None:
    """It is opaque: where it paints nothing, what was there before shows through."""
    view.resize(360, 400)
    view.show_rows([row(1, due=MONDAY + timedelta(hours=9)), row(2)])
    view.show()
    viewport = view.viewport()
    assert viewport.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    odd = QColor("magenta")
    for _ in range(2):
        image = QImage(viewport.size(), QImage.Format.Format_RGB32)
        image.fill(odd)
        viewport.render(image, QPoint(), QRegion(), QWidget.RenderFlag(0))
        left = [
            (x, y)
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
            if image.pixelColor(x, y) == odd
        ]
        assert left == []
