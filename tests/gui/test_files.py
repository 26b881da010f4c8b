"""Files and pictures of messages: small pictures, opened with care, shown per sender."""

import stat
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.services.channels.api import Attachment
from app.services.markup import picture_id
from app.services.sync import pictures as internet
from app.services.tickets import inbox
from app.views.ticket.attachments import AttachmentChips
from app.views.ticket.card import MessageCard
from app.views.ticket.files import THUMBNAIL
from app.views.ticket.opened_files import OpenedFiles, is_openable
from app.views.widgets.question import Question
from tests.effort import repeated
from tests.gui.conftest import Office
from tests.gui.test_ticket import open_ticket

LOGO = "https://winkel.example/logo.png"
HTML = f'<p>Aanbieding</p><img src="{LOGO}">'


def photo(width: int = 400, height: int = 200) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs do not know QBuffer
    return bytes(data.data())


def card_of(office: Office) -> MessageCard:
    return next(iter(office.desk.ticket.timeline.cards.values()))


def chips_of(office: Office) -> AttachmentChips:
    chips = card_of(office).chips
    assert chips is not None
    return chips


def offered(office: Office, name: str) -> QMenu:
    """Click on a file and return what can be done with it."""
    chips = chips_of(office)
    next(chip for chip, file in chips._files.items() if file.name == name).click()
    return chips.findChildren(QMenu)[-1]


def test_pictures_are_shown_small(office: Office, qtbot: QtBot) -> None:
    files = (
        Attachment("foto.png", "image/png", photo()),
        Attachment("kapot.png", "image/png", b"geen plaatje"),
        Attachment("bon.pdf", "application/pdf", b"%PDF"),
    )
    open_ticket(office, office.arrive(attachments=files), qtbot)
    chips = chips_of(office)
    qtbot.waitUntil(lambda: bool(chips._pictures))
    (small,) = chips._pictures.values()
    assert (small.width(), small.height()) == (THUMBNAIL, THUMBNAIL // 2)


def test_a_file_is_opened_when_the_owner_is_sure(office: Office, qtbot: QtBot) -> None:
    # The type is the sender's word: one that says picture is asked about all the same.
    files = (Attachment("bon.pdf", "image/png", b"%PDF"),)
    open_ticket(office, office.arrive(attachments=files), qtbot)

    def question() -> Question | None:
        return office.window.findChild(Question)

    offered(office, "bon.pdf").actions()[0].trigger()
    qtbot.waitUntil(lambda: question() is not None)
    asked = question()
    assert asked is not None
    assert asked.stay.hasFocus() or not asked.go.hasFocus()
    asked.reject()
    qtbot.wait(20)
    assert office.opened == []
    qtbot.waitUntil(lambda: question() is None)
    offered(office, "bon.pdf").actions()[0].trigger()
    qtbot.waitUntil(lambda: question() is not None)
    asked = question()
    assert asked is not None
    asked.accept()
    qtbot.waitUntil(lambda: bool(office.opened))
    place = Path(office.opened[0].toLocalFile())
    assert place.read_bytes() == b"%PDF"
    assert place.name == "bon.pdf"
    assert not place.stat().st_mode & stat.S_IWUSR
    assert office.services.profile.folder in place.parents
    office.desk.tickets._files.close()
    assert not place.exists()


def test_a_picture_is_opened_at_once(office: Office, qtbot: QtBot) -> None:
    files = (Attachment("foto.png", "image/png", photo()),)
    open_ticket(office, office.arrive(attachments=files), qtbot)
    for _ in range(2):
        offered(office, "foto.png").actions()[0].trigger()
    qtbot.waitUntil(lambda: bool(office.opened))


@repeated
@pytest.mark.parametrize("name", ["rekening.exe", "bon.pdf.js", "macro.docm", "geen", "a.html"])
def test_what_can_run_is_only_saved(office: Office, qtbot: QtBot, name: str) -> None:
    files = (Attachment(name, "application/pdf", b"MZ"),)
    open_ticket(office, office.arrive(attachments=files), qtbot)
    assert len(offered(office, name).actions()) == 1
    assert not is_openable(name)
    file = chips_of(office).files[0]
    office.desk.ticket.timeline.open_wanted.emit(file.id, file.name)
    qtbot.wait(30)
    assert office.opened == []


def test_a_copy_stays_in_its_folder(tmp_path: Path) -> None:
    opened = OpenedFiles(tmp_path)
    for name in ("../../weg.pdf", "..\\..\\weg.pdf", "/etc/weg.pdf"):
        place = opened.put(1, name, b"x")
        assert place == tmp_path / "opened" / "1" / "weg.pdf"
    opened.clear()
    assert not (tmp_path / "opened").exists()


def test_copies_of_before_are_taken_away_beside_the_window(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    cleared: list[threading.Thread] = []
    monkeypatch.setattr(
        OpenedFiles, "clear", lambda _self: cleared.append(threading.current_thread())
    )
    request.getfixturevalue("office")
    qtbot.waitUntil(lambda: bool(cleared))
    assert cleared[0] is not threading.main_thread()


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is asked for on the internet; it has the logo."""
    asked: list[list[str]] = []

    def fetch(addresses: tuple[str, ...], *, now: object) -> dict[str, bytes]:
        asked.append(list(addresses))
        return {picture_id(LOGO): photo()}

    monkeypatch.setattr(internet, "fetch", fetch)
    return asked


def pictures_in(card: MessageCard) -> int:
    return sum(name.endswith("@remote") for name in card._images)


def test_pictures_on_the_internet_are_asked_for(
    office: Office, qtbot: QtBot, web: list[list[str]]
) -> None:
    ticket_id = office.arrive(text="", html=HTML)
    open_ticket(office, ticket_id, qtbot)
    card = card_of(office)
    assert card.blocked.isVisible()
    assert web == []
    card.blocked.once.click()
    qtbot.waitUntil(lambda: pictures_in(card) == 1)
    assert not card.blocked.isVisible()
    assert web == [[LOGO]]
    message = office.services.database.read_now(inbox.messages, ticket_id)[0]
    assert not message.trusted


def test_a_sender_may_always_show_his_pictures(
    office: Office, qtbot: QtBot, web: list[list[str]]
) -> None:
    ticket_id = office.arrive(text="", html=HTML)
    open_ticket(office, ticket_id, qtbot)
    card_of(office).blocked.always.click()
    qtbot.waitUntil(lambda: office.services.database.read_now(inbox.messages, ticket_id)[0].trusted)
    qtbot.waitUntil(lambda: card_of(office).message.trusted and pictures_in(card_of(office)) == 1)
    card = card_of(office)
    assert not card.blocked.isVisible()
    card._on_more()
    menu = card.findChildren(QMenu)[-1]
    (block,) = [one for one in menu.actions() if "plaatjes" in one.text()]
    block.trigger()
    qtbot.waitUntil(lambda: not card_of(office).message.trusted)

    def is_blocked() -> bool:
        return card_of(office).blocked.isVisible()

    qtbot.waitUntil(is_blocked)


def test_what_cannot_be_had_is_told(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(_addresses: tuple[str, ...], *, now: object) -> dict[str, bytes]:
        return {picture_id(LOGO): b"geen plaatje"}

    monkeypatch.setattr(internet, "fetch", fetch)
    open_ticket(office, office.arrive(text="", html=HTML), qtbot)
    card_of(office).blocked.once.click()
    qtbot.waitUntil(lambda: "Niet alle plaatjes" in office.window.notices.text)


def test_a_computer_without_a_program_for_it_says_so(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = (Attachment("foto.png", "image/png", photo()),)
    open_ticket(office, office.arrive(attachments=files), qtbot)
    monkeypatch.setattr(office.desk.tickets._files, "_open_url", lambda _url: False)
    offered(office, "foto.png").actions()[0].trigger()
    qtbot.waitUntil(lambda: "foto.png" in office.window.notices.text)
