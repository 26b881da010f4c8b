"""Who does not see or use a mouse: names, focus, contrast, announcements, tasks that fail."""

import asyncio
import time

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.rules.errors import EmptyTextError, KnownError
from app.services.channels.api import Attachment
from app.services.tickets import decisions
from app.views.pictures.checks import clipped
from app.views.tasks import GuiTasks
from app.views.theme import DARK_MODE, LIGHT_MODE, SYSTEM, Theme
from app.views.tokens import DARK, LIGHT, Colours
from app.views.widgets.buttons import ChoiceButton
from app.views.widgets.notices import NoticeBar
from tests.effort import repeated
from tests.gui.conftest import Office, Run
from tests.gui.test_flow import open_ticket


def focusable(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_everything_that_takes_the_focus_has_a_name(office: Office, qtbot: QtBot) -> None:
    files = (Attachment("a.pdf", "application/pdf", b"x"),)
    ticket_id = office.arrive(quoted="> x", html="<p>x</p>", attachments=files)
    open_ticket(office, ticket_id, qtbot)
    office.desk.accounts.open(office.account_id)
    office.desk.accounts.add()
    nameless = []
    for widget in office.window.findChildren(QWidget):
        if not focusable(widget) or widget.objectName().startswith("qt_") or widget.isHidden():
            continue
        if isinstance(widget.parent(), QAbstractScrollArea) and not widget.objectName():
            continue
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not name.strip():
            nameless.append((type(widget.parent()).__name__, widget.property("tone")))
    assert not nameless


def fits(window: QWidget, qtbot: QtBot) -> None:
    """Wait until the layout has come to rest with nothing cut off."""
    qtbot.wait(20)
    deadline = time.monotonic() + 10
    while (found := clipped(window)) and time.monotonic() < deadline:
        qtbot.wait(50)
    assert found == []


@repeated
@pytest.mark.parametrize("size", [(960, 600), (1024, 700), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_off(office: Office, qtbot: QtBot, size: tuple[int, int]) -> None:
    files = (Attachment("een bijlage met een lange naam.pdf", "application/pdf", b"x"),)
    office.services.database.write_now(
        decisions.add_tag, [office.arrive(quoted="> x", attachments=files)], tag="reclamatie"
    )
    open_ticket(office, 1, qtbot)
    window = office.window
    window.resize(*size)
    for code in ("nl", "en"):
        window.take_look(code, LIGHT_MODE)
        fits(window, qtbot)
        office.desk.ticket.turn_facts()
        fits(window, qtbot)
        office.desk.ticket.turn_facts()
        window.inbox.search.setText("pakket")
        qtbot.waitUntil(window.inbox.results.isVisible)
        fits(window, qtbot)
        window.inbox.search.clear()
        window.show_page(office.desk.options.page)
        fits(window, qtbot)
        window.show_messages()
    window.take_look("nl", LIGHT_MODE)


def test_in_a_narrow_window_the_facts_take_the_place_of_the_talk(
    office: Office, qtbot: QtBot
) -> None:
    open_ticket(office, office.arrive(), qtbot)
    page, window = office.desk.ticket, office.window
    assert page.facts.isVisible()
    assert page.timeline.isVisible()
    window.resize(960, 600)
    qtbot.waitUntil(lambda: not page.facts.isVisible())
    window.actions_.trigger("focus_facts")
    assert page.facts.isVisible()
    assert not page.timeline.isVisible()
    qtbot.keyClick(page.facts.decisions.choices["state"], Qt.Key.Key_Escape)
    assert page.timeline.isVisible()
    assert not page.facts.isVisible()
    window.resize(1366, 768)
    qtbot.waitUntil(page.facts.isVisible)


def contrast(one: str, other: str) -> float:
    def light(value: str) -> float:
        colour = QColor(value)
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


PAIRS = [
    *((text, ground) for text in ("text", "muted") for ground in ("window", "surface", "sidebar")),
    *((text, "accent_soft") for text in ("text", "muted", "accent")),
    *((text, ground) for text in ("text", "muted") for ground in ("ours", "note", "hover")),
    ("on_accent", "accent"),
    ("on_danger", "danger"),
    ("warn", "warn_soft"),
    ("warn", "surface"),
    ("warn", "sidebar"),
    ("danger", "danger_soft"),
    ("danger", "surface"),
    ("danger", "sidebar"),
    ("danger", "ours"),
    ("warn", "ours"),
    ("ok", "ours"),
    ("accent", "surface"),
    ("accent", "ours"),
    ("text", "warn_soft"),
    ("text", "danger_soft"),
    ("tooltip_text", "tooltip"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_its_ground(colours: Colours) -> None:
    """WCAG 1.4.3: at least 4.5 to 1."""
    weak = [
        (text, ground, round(found, 2))
        for text, ground in PAIRS
        if (found := contrast(getattr(colours, text), getattr(colours, ground))) < 4.5
    ]
    assert not weak


def test_the_theme_follows_the_owner(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(DARK_MODE)
    assert theme.is_dark
    theme.choose("pink")
    assert theme.mode == DARK_MODE
    theme.choose(SYSTEM)
    theme._on_system_changed(Qt.ColorScheme.Dark)
    theme.choose(LIGHT_MODE)
    assert not theme.is_dark


def test_the_style_sheet_waits_until_the_window_is_built(qapp: QApplication) -> None:
    before = qapp.styleSheet()
    theme = Theme(qapp, DARK_MODE, later=True)
    assert qapp.styleSheet() == before
    theme.wear()
    dark = qapp.styleSheet()
    theme.choose(LIGHT_MODE)
    assert len({before, dark}) == len({dark, qapp.styleSheet()}) == 2
    theme.deleteLater()


def test_notices_tell_one_thing_at_a_time(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    window.show()
    bar = NoticeBar(theme, window, lambda: window)
    undone: list[bool] = []
    bar.tell("Gedaan", undo=lambda: undone.append(True))
    assert bar.geometry().bottom() < 500
    bar._undo.click()
    assert undone == [True]
    assert bar.text == ""
    bar.problem("Lang verhaal " * 30)
    window.resize(500, 500)
    assert bar.geometry().right() < 500
    assert not bar._timer.isActive()
    bar._close.click()
    assert bar.text == ""


@pytest.mark.parametrize("size", [(1366, 768), (960, 600)])
def test_a_notice_covers_nothing_that_can_be_clicked(
    office: Office, qtbot: QtBot, size: tuple[int, int]
) -> None:
    for _ in range(20):
        office.arrive()
    window, bar = office.window, office.window.notices
    window.resize(*size)

    def shown(part: QWidget) -> QRect:
        """Return what a scroll area around it lets see of a part."""
        box, around = part.rect(), part.parentWidget()
        while around is not None and around is not window:
            box &= around.rect().translated(part.mapFrom(around, QPoint()))
            around = around.parentWidget()
        return box

    def covered() -> list[QWidget]:
        place = bar.rect().translated(bar.mapTo(window, QPoint()))
        parts = [*window.findChildren(QAbstractButton), *window.findChildren(QAbstractScrollArea)]
        return [
            part
            for part in parts
            if part.isVisible()
            and not bar.isAncestorOf(part)
            and shown(part).translated(part.mapTo(window, QPoint())).intersects(place)
        ]

    bar.tell("Je antwoord gaat weg, en dit is afgehandeld", undo=list)
    qtbot.waitUntil(lambda: covered() == [])
    assert bar._undo.geometry().intersected(bar._text.geometry()).isEmpty()
    window.actions_.trigger("settings")
    qtbot.waitUntil(lambda: covered() == [] and window.isAncestorOf(bar))
    assert bar.geometry().right() < window.width()
    room = office.desk.options.page.contentsMargins().bottom()
    assert room > bar.height()
    bar.put_away()
    assert office.desk.options.page.contentsMargins().bottom() == 0
    assert window.inbox.contentsMargins().bottom() == 0


def test_a_choice_as_wide_as_it_asks_shows_all(qtbot: QtBot) -> None:
    button = ChoiceButton()
    qtbot.addWidget(button)
    for text in ("Eerste reactie", "Nederlands", "Alle kanalen", "Wil", "Magazijn en bezorging"):
        button.set_choices("Soort", [("one", text)], "one")
        button.resize(button.sizeHint())
        button.show()
        assert button.text().startswith(text)


# --- tasks -----------------------------------------------------------------------------------


class Owner(QObject):
    """Has tasks and remembers what was reported."""

    def __init__(self) -> None:
        super().__init__()
        self.reported: list[KnownError | None] = []
        self.done: list[str] = []
        self.tasks = GuiTasks(self, self.reported.append)

    async def work(self, name: str, seconds: float = 0.0) -> None:
        await asyncio.sleep(seconds)
        self.done.append(name)


def test_new_work_replaces_work_of_the_same_name(run: Run, qtbot: QtBot) -> None:
    owner = Owner()
    owner.tasks.start(owner.work("first", 9), replaces="search")
    owner.tasks.start(owner.work("other"), replaces="else")
    owner.tasks.start(owner.work("second"), replaces="search")
    qtbot.waitUntil(lambda: len(owner.done) == 2)
    assert sorted(owner.done) == ["other", "second"]
    run(owner.tasks.finish())


def test_work_that_is_done_stands_in_nobodys_way(run: Run, qtbot: QtBot) -> None:
    owner = Owner()

    def again() -> None:
        owner.tasks.start(owner.work("second"), once="save")

    async def first() -> None:
        owner.done.append("first")
        asyncio.get_running_loop().call_soon(again)

    owner.tasks.start(first(), once="save")
    owner.tasks.start(owner.work("too soon"), once="save")
    qtbot.waitUntil(lambda: owner.done == ["first", "second"])
    run(owner.tasks.finish())


def test_nothing_begins_after_the_end(run: Run, qtbot: QtBot) -> None:
    owner = Owner()
    owner.tasks.start(owner.work("running", 9))
    owner.tasks.close()
    owner.tasks.start(owner.work("late"))
    run(owner.tasks.finish())
    qtbot.wait(10)
    assert owner.done == []


def test_work_ends_with_its_owner(run: Run, qtbot: QtBot) -> None:
    owner = Owner()
    done = owner.done
    tasks = owner.tasks
    tasks.start(owner.work("never", 0.05))
    owner.deleteLater()
    qtbot.wait(100)
    assert done == []
    assert not tasks._running


@pytest.mark.allow_log
def test_failures_are_reported(run: Run, qtbot: QtBot) -> None:
    owner = Owner()

    async def fail(error: Exception) -> None:
        raise error

    owner.tasks.start(fail(EmptyTextError()))
    owner.tasks.start(fail(RuntimeError("a bug")))
    qtbot.waitUntil(lambda: len(owner.reported) == 2)
    assert isinstance(owner.reported[0], EmptyTextError)
    assert owner.reported[1] is None
