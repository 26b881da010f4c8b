"""Accounts: how they are doing, connecting with the right and the wrong password, removing."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.channels.api import FetchResult, RawItem
from app.services.channels.errors import AuthExpired, Offline
from app.services.channels.kit import SIGN_IN_ENDS
from app.services.channels.registry import Channels
from app.services.channels.setup import SetupField
from app.services.storage.credentials import put_secret
from app.services.sync import accounts, health, ingest
from app.services.sync.parser import Unreadable
from app.views.accounts.form import SetupForm
from app.views.accounts.page import AccountPage
from app.views.accounts.setup_page import SetupPage
from app.views.accounts.webform_dialog import FIRM, PRIVACY, TO, WebformDialog
from app.views.language import Language
from app.views.navigation.items import NavItem
from app.views.theme import Theme
from app.views.widgets.question import Question
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.gui.conftest import Office


def item(office: Office) -> NavItem:
    return office.window.sidebar.channels.items[f"account:{office.account_id}"]


def line(office: Office) -> str:
    """Return the line below an account that is not well, or else that of its tooltip."""
    return item(office).note or tip(office)


def tip(office: Office) -> str:
    told = QTextDocument()
    told.setHtml(item(office).button.toolTip())
    return told.toPlainText().splitlines()[1]


def test_health_is_told_in_a_line(office: Office, qtbot: QtBot) -> None:
    write, account_id = office.services.database.write_now, office.account_id
    assert line(office) == "Nog niet opgehaald"
    write(health.set_health, account_id, health.OK)
    qtbot.waitUntil(lambda: line(office) == "Werkt")
    items = [RawItem(f"in/{number}", "in", MONDAY, b"x") for number in range(3)]
    result = FetchResult(items, {}, remote_count=5, more=True)
    write(ingest.store_fetched, account_id, "in", result)
    write(health.set_health, account_id, health.WORKING)
    qtbot.waitUntil(lambda: line(office) == "Ophalen: 3 van 5")
    done = FetchResult([], {}, remote_count=3)
    write(ingest.store_fetched, account_id, "in", done)
    write(health.set_health, account_id, health.OK)
    qtbot.waitUntil(lambda: line(office).startswith("3 van 3 · tot "))
    error = Offline(server="imap.x", detail="time-out")
    write(health.set_health, account_id, health.OFFLINE, error=error, next_try_at=MONDAY)
    qtbot.waitUntil(lambda: line(office).startswith("Geen verbinding · "))
    write(health.set_health, account_id, health.OK)
    write(ingest.quarantine, 1, Unreadable("unreadable", "ValueError"))
    qtbot.waitUntil(lambda: line(office) == "1 bericht apart gezet")


def test_a_sign_in_that_ends_is_told_before(office: Office, qtbot: QtBot, clock: FakeClock) -> None:
    write, account_id = office.services.database.write_now, office.account_id
    told = MONDAY + timedelta(days=20)
    write(put_secret, account_id, SIGN_IN_ENDS, told.isoformat())
    write(health.set_health, account_id, health.OK)
    qtbot.waitUntil(lambda: line(office) == "Werkt")
    office.desk.accounts.open(account_id)
    page = office.desk.accounts.page
    # Two weeks before, three days before, and when it is over.
    for days, ground in ((7, "warn"), (10, "danger"), (3, "danger")):
        clock.forward(timedelta(days=days))
        write(health.set_health, account_id, health.OK)
        qtbot.waitUntil(partial(_is_checked, office))
        assert item(office).note
        assert page._why.text()
        assert (page._box.property("ground"), page.renew.property("tone")) == (ground, "primary")


def _is_checked(office: Office) -> bool:
    info = office.desk.accounts._infos[office.account_id]
    return info.checked_at == office.services.clock.now()


def test_the_page_of_an_account_says_what_to_do(office: Office, qtbot: QtBot) -> None:
    error = AuthExpired(server="imap.x", account="a@b.example")
    write = office.services.database.write_now
    write(health.set_health, office.account_id, health.ATTENTION, error=error)
    qtbot.waitUntil(lambda: line(office) == "Vraagt je aandacht")
    item(office).more.click()
    page = office.desk.accounts.page
    assert page.isVisible()
    assert page._why.text().startswith("imap.x accepteert de aanmelding van a@b.example niet.")
    page.renew.click()
    qtbot.waitUntil(office.desk.accounts.setup.isVisible)
    assert office.desk.accounts.setup.form.values()["address"] == "winkel@voorbeeld.nl"
    secret = office.desk.accounts.setup.form._entries["password"].input
    assert secret.placeholderText()
    qtbot.keyClick(office.desk.accounts.setup, Qt.Key.Key_Escape)
    assert office.window.inbox.isVisible()


def test_what_was_set_apart_can_be_read_again(office: Office, qtbot: QtBot) -> None:
    write, account_id = office.services.database.write_now, office.account_id
    result = FetchResult([RawItem("in/1", "in", MONDAY, b"x")], {}, remote_count=1)
    write(ingest.store_fetched, account_id, "in", result)
    write(ingest.quarantine, 1, Unreadable("unreadable", "ValueError"))
    qtbot.waitUntil(lambda: office.desk.accounts._infos[account_id].quarantined == 1)
    office.desk.accounts.open(account_id)
    with qtbot.waitSignal(office.desk.accounts.poked):
        office.desk.accounts.page.reread.click()
    qtbot.waitUntil(lambda: office.desk.accounts._infos[account_id].quarantined == 0)


def test_an_account_is_connected(office: Office, qtbot: QtBot, channel: FakeChannelType) -> None:
    office.window.sidebar.channels.add.click()
    setup = office.desk.accounts.setup
    setup.go.click()
    assert setup._problem.text().startswith("Vul in:")
    setup.form.fill({"address": "nieuw@voorbeeld.nl", "password": "geheim"})
    setup.form.submitted.emit()
    qtbot.waitUntil(lambda: len(office.window.sidebar.channels.items) == 2)
    qtbot.waitUntil(office.window.inbox.isVisible)
    assert "Gekoppeld" in office.window.notices.text


def test_an_account_that_does_not_work_is_not_saved(office: Office, qtbot: QtBot) -> None:
    office.desk.accounts.add()
    setup = office.desk.accounts.setup
    setup.form.fill({"address": "nieuw@voorbeeld.nl", "password-hint": "wrong"})
    setup.go.click()
    qtbot.waitUntil(lambda: setup._problem.isVisible() and setup.go.isEnabled())
    assert len(office.services.database.read_now(health.accounts)) == 1


@pytest.mark.parametrize(("press", "left"), [("accept", 0), ("reject", 1)])
def test_an_account_is_removed_only_when_asked_twice(
    office: Office, qtbot: QtBot, press: str, left: int
) -> None:
    office.desk.accounts.open(office.account_id)
    office.desk.accounts.page.remove.click()

    def dialog() -> Question | None:
        return office.window.findChild(Question)

    qtbot.waitUntil(lambda: dialog() is not None)
    getattr(dialog(), press)()
    qtbot.waitUntil(lambda: dialog() is None)
    qtbot.waitUntil(lambda: len(office.window.sidebar.channels.items) == left)


def test_an_empty_list_leads_to_the_first_account(office: Office, qtbot: QtBot) -> None:
    office.services.database.write_now(accounts.remove, office.account_id)
    office.desk.inbox.refresh()
    qtbot.waitUntil(lambda: office.window.inbox.empty.title == "Koppel je mailbox")
    office.window.inbox.empty._button.click()
    assert office.desk.accounts.setup.isVisible()


def test_the_form_shows_what_everybody_needs_first(
    theme: Theme, language: Language, qtbot: QtBot
) -> None:
    page = SetupPage(theme, Channels())
    qtbot.addWidget(page)
    page.show()
    page.begin()
    form: SetupForm = page.form
    qtbot.waitUntil(form.isVisible)
    fields = [field for field in form.findChildren(QLineEdit) if field.isVisible()]
    assert [field.accessibleName() for field in fields] == [
        "E-mailadres",
        "Wachtwoord",
        "Je naam, zoals klanten die zien",
    ]
    assert fields[1].echoMode() is QLineEdit.EchoMode.Password
    form._more.click()
    with qtbot.waitSignal(form._entries["tls"].input.chosen):
        form._entries["tls"].input.choose("starttls")
    form.fill({"address": " a@b.example ", "password": " geheim ", "imap": "imap.x:993"})
    assert form.values() == {
        "address": "a@b.example",
        "name": "",
        "tls": "starttls",
        "imap": "imap.x:993",
    }
    assert form.secrets() == {"password": " geheim "}


def test_a_file_of_the_settings_is_read_when_connecting(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    field = SetupField("ca", "Certificate", kind="file")
    FakeChannelType.fields = (*FakeChannelType.fields, field)
    try:
        office.desk.accounts.add()
    finally:
        FakeChannelType.fields = FakeChannelType.fields[:-1]
    setup = office.desk.accounts.setup
    setup.form.fill({"address": "a@voorbeeld.nl", "ca": str(tmp_path / "weg.pem")})
    setup.go.click()
    qtbot.waitUntil(lambda: "weg.pem" in setup._problem.text())
    file = tmp_path / "ca.pem"
    file.write_text("PEM")
    line = setup.form._entries["ca"].input
    qtbot.keyClick(line, Qt.Key.Key_Down)
    dialog = line.findChild(QFileDialog)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(file))
    dialog.accept()
    qtbot.waitUntil(lambda: line.text() == str(file))
    setup.go.click()
    qtbot.waitUntil(lambda: len(office.window.sidebar.channels.items) == 2)


def test_giving_up_brings_the_form_back(theme: Theme, language: Language, qtbot: QtBot) -> None:
    page = SetupPage(theme, Channels())
    qtbot.addWidget(page)
    page.set_busy(True)
    with qtbot.waitSignal(page.cancelled):
        page.cancel.click()
    assert page.go.isEnabled()
    with qtbot.waitSignal(page.left):
        page.cancel.click()


def test_icons_and_translations_are_found(theme: Theme) -> None:
    from app.services.resources import resource

    assert Path(resource("icons", "mail.svg")).exists()
    assert not theme.pixmap("mail").isNull()
    assert not theme.icon("mail").isNull()


def test_each_kind_says_what_to_do_there_first(theme: Theme, qtbot: QtBot) -> None:
    page = SetupPage(theme, Channels())
    qtbot.addWidget(page)
    page.begin(kind="email")
    assert page._title.text() == "Connect your mailbox"
    assert page.steps.isHidden()
    for kind in ("telegram", "mastodon"):
        page.begin(kind=kind)
        assert page._title.text().startswith("Connect ")
        assert page.steps.text.startswith("1. ")
        assert page.form._entries["token"].input.isVisibleTo(page)
        assert "mailbox" not in page._lead.text()
    page.begin(kind="telegram", values={"bot": "@winkel_bot"})
    assert page.steps.isHidden()


def test_renewing_asks_for_no_secret_that_is_known(theme: Theme, qtbot: QtBot) -> None:
    page = SetupPage(theme, Channels())
    qtbot.addWidget(page)
    page.begin(kind="mastodon")
    page.form.fill({"user": "@winkel@voorbeeld.example"})
    assert page.form.missing() == "token"
    page.begin(kind="mastodon", values={"user": "@winkel@voorbeeld.example"})
    assert page.form.missing() is None
    assert page.form.secrets() == {}


def test_who_signs_in_elsewhere_is_told_to(theme: Theme, qtbot: QtBot) -> None:
    page = SetupPage(theme, Channels())
    qtbot.addWidget(page)
    page.begin(kind="mastodon")
    page.set_busy(True)
    before = page._doing.text()
    page.wait_for_browser()
    assert "browser" in page._doing.text()
    page.set_busy(True)
    assert page._doing.text() == before


def test_the_contact_form_is_saved(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    office.window.actions_.trigger("webform")

    def dialog() -> WebformDialog | None:
        return office.window.findChild(WebformDialog)

    qtbot.waitUntil(lambda: dialog() is not None)
    asked = dialog()
    assert asked is not None
    for field, wrong in ((FIRM, ""), (TO, "winkel"), (PRIVACY, "hier")):
        asked.lines[FIRM].line.setText("Winkel")
        asked.lines[TO].line.setText("info@winkel.nl")
        asked.lines[field].line.setText(wrong)
        asked.go.click()
        assert asked.lines[field].problem.text()
    asked.lines[PRIVACY].line.setText("")
    asked.go.click()

    def folders() -> QFileDialog | None:
        return office.window.findChild(QFileDialog)

    qtbot.waitUntil(lambda: folders() is not None)
    chooser = folders()
    assert chooser is not None
    chooser.setDirectory(str(tmp_path))
    chooser.accept()
    qtbot.waitUntil(lambda: str(tmp_path) in office.window.notices.text)
    assert (tmp_path / "contact.php").exists()


def test_only_a_mail_account_offers_the_form(theme: Theme, qtbot: QtBot) -> None:
    page = AccountPage(theme, lambda: MONDAY)
    qtbot.addWidget(page)
    info = health.AccountInfo(
        7, "email", "a@b.nl", "", "active", "ok", None, {}, None, None, None, (), 0, None
    )
    page.show_account(info)
    assert not page.webform.isHidden()
    with qtbot.waitSignal(page.form_wanted) as wanted:
        page.webform.click()
    assert wanted.args == [7]
    page.show_account(replace(info, kind="mastodon"))
    assert page.webform.isHidden()
