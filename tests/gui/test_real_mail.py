"""The window with a real mail server: connect on screen, mail comes in, the answer arrives."""

import email
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Services, build_services
from app.services.channels.registry import Channels
from app.services.clock import SystemClock
from app.services.settings import SendingSettings, save
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.views.desk import Desk
from app.views.language import Language
from app.views.main_window import MainWindow
from app.views.memory import WindowMemory
from app.views.opening.opener import Opener
from app.views.theme import Theme
from tests.gui.conftest import Run, say_how_it_ended
from tests.servers.mail import PASSWORD, MailServer, MailUser


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """A practice profile with the channels of the real program."""
    made = create_profile(tmp_path / "profile", now=datetime.now(UTC), practice=True)
    built = build_services(
        made.profile,
        None,
        clock=SystemClock(),
        channels=(Channels()["email"],),
        parser=InlineParser(),
    )
    built.database.write_now(lambda unit: save(unit.session, SendingSettings(undo_seconds=1)))
    yield built
    built.close()


@pytest.fixture
def desk(
    services: Services,
    theme: Theme,
    language: Language,
    run: Run,
    loop: AbstractEventLoop,
    qtbot: QtBot,
) -> Iterator[Desk]:
    services.run_on(loop)
    folder = services.profile.folder
    memory, opener = WindowMemory(folder), Opener(folder, theme)
    window = MainWindow(theme, language, memory, opener, services.clock.now)
    engine = services.engine()
    made = Desk(services, window, engine)
    window.show()
    made.begin()
    run(engine.start())
    yield made
    run(made.close())
    run(engine.stop())
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def test_connect_receive_answer(
    desk: Desk, qtbot: QtBot, mail_server: MailServer, mail_user: MailUser, loop: AbstractEventLoop
) -> None:
    window = desk._window

    def wait(true: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(true()))

    desk.accounts.add()
    form = desk.accounts.setup.form
    values = mail_server.settings(mail_user)
    form.fill(
        {
            "address": mail_user.address,
            "password": PASSWORD,
            "imap": str(values["imap"]),
            "smtp": str(values["smtp"]),
            "ca": str(mail_server.ca_file),
        }
    )
    form._entries["tls"].chosen = "starttls"
    desk.accounts.setup.go.click()
    wait(lambda: window.sidebar.channels.items)
    assert desk.accounts.setup._problem.text() == ""

    anna = mail_server.new_user("anna", "klant.test").address
    mail_server.deliver(sender=anna, recipient=mail_user.address, subject="Pakket 7")
    wait(lambda: window.inbox.list.rows.rows)
    window.inbox.list.selectRow(0)
    wait(lambda: desk.tickets.ticket_id)
    desk.ticket.composer.editor.setPlainText("Morgen in huis.")
    desk.ticket.composer.tools.send.click()
    say_how_it_ended(desk, qtbot)

    def states() -> list[str]:
        cards = desk.ticket.timeline.cards.values()
        return [card.delivery.state for card in cards if card.delivery]

    wait(lambda: states() == ["sent"])
    wait(lambda: mail_server.mailbox(anna))
    (arrived,) = mail_server.mailbox(anna)
    assert email.message_from_bytes(arrived)["Subject"] == "Re: Pakket 7"
