"""From public to private in the window: three lines, each ticked by its message."""

from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.rules.cases import Line
from app.services.channels.api import Traits
from app.services.tickets import acts, cases, decisions
from app.services.tickets.cases import Case
from app.views.cases.dialog import CaseDialog
from tests.fakes import FakeChannelType, add_account
from tests.gui.conftest import Office
from tests.gui.test_flow import open_ticket

PUBLIC, PRIVATE, CLOSING = Line


class FakePublicType(FakeChannelType):
    """What everybody can read."""

    traits: ClassVar[Traits] = Traits(public=True, explains="Everybody reads it.")


@pytest.fixture
def channel() -> FakeChannelType:
    return FakePublicType()


def opened(office: Office, qtbot: QtBot) -> CaseDialog:
    office.window.actions_.trigger("case")
    found: list[CaseDialog] = []

    def there() -> bool:
        found[:] = [one for one in office.window.findChildren(CaseDialog) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(there)
    return found[0]


def test_a_complaint_goes_from_public_to_private(office: Office, qtbot: QtBot) -> None:
    add_account(office.services, "post@voorbeeld.nl", kind="email")
    ticket_id = office.arrive()
    write = office.services.database.write_now
    write(decisions.set_listed, [ticket_id], field="category", value="complaints")
    office.desk.tickets.open(ticket_id)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)

    def case() -> Case:
        return office.services.database.read_now(cases.of, ticket_id, traits=Traits(public=True))

    office.window.take_look("en", "")
    dialog = opened(office, qtbot)
    assert dialog.words.toPlainText().startswith("Vervelend")  # he wrote Dutch
    dialog.reject()
    office.window.take_look("nl", "")
    dialog = opened(office, qtbot)
    assert (dialog.line, dialog.address.isVisible()) == (PUBLIC, False)
    assert dialog.words.toPlainText().startswith("Vervelend")
    assert "Iedereen" in dialog.about.text()
    dialog.lines.setCurrentRow(2)
    assert not dialog.go.isEnabled()
    assert dialog.words.isReadOnly()
    assert "wacht" in dialog.about.text()
    dialog.lines.setCurrentRow(1)
    assert "klacht" in dialog.about.text()
    dialog.lines.setCurrentRow(0)
    QTest.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: case().done == {PUBLIC})

    dialog = opened(office, qtbot)
    assert dialog.line is PRIVATE
    assert "vertrekt zo" in dialog.lines.item(0).text()
    QTest.keyClicks(dialog.words, "Een nieuwe is onderweg.")
    dialog.address.clear()
    assert (dialog.go.isEnabled(), dialog.elsewhere.isEnabled()) == (False, True)
    QTest.keyClicks(dialog.address, "anna@thuis.example")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: PRIVATE in case().done)

    dialog = opened(office, qtbot)
    assert (dialog.line, dialog.about.text()) == (CLOSING, "Iedereen kan deze regel lezen.")
    QTest.mouseClick(dialog.elsewhere, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: case().done == {*Line})

    dialog = opened(office, qtbot)
    assert not dialog.go.isEnabled()
    assert "genoteerd" in dialog.lines.item(2).text()
    dialog.reject()
    write(acts.undo)
    assert case().done == {PUBLIC, PRIVATE}


def test_a_complaint_is_warned_of_where_it_is_answered(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    office.desk.tickets.open(ticket_id)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)
    composer = office.desk.tickets.page.composer
    composer.editor.setPlainText("Dat is vervelend.")
    qtbot.waitUntil(lambda: composer.check._looked is not None)
    assert composer.check._in_public is False
    done = office.services.database.write_now(
        decisions.set_listed, [ticket_id], field="category", value="complaints"
    )
    qtbot.waitUntil(lambda: composer.check._in_public)
    assert "privé" in composer.check.text.text() or "in private" in composer.check.text.text()
    office.services.database.write_now(acts.undo, done.act_id)
    qtbot.waitUntil(lambda: not composer.check._in_public)


def test_what_the_platform_asks_is_said_before_writing(office: Office, qtbot: QtBot) -> None:
    open_ticket(office, office.arrive(), qtbot)
    composer = office.desk.ticket.composer
    assert composer.explains.text() == "Everybody reads it."
    assert composer.explains.isVisible()
    composer.choose(internal=True)
    assert not composer.explains.isVisible()


def test_what_cannot_be_answered_takes_a_note_only(
    office: Office, channel: FakeChannelType, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    traits = Traits(public=True, private=True, answers=False, explains="Answer there.")
    monkeypatch.setattr(type(channel), "traits", traits)
    open_ticket(office, office.arrive(), qtbot)
    composer = office.desk.ticket.composer
    assert composer.internal
    assert not composer.answer.isEnabled()
    assert composer.explains.isVisible()
    dialog = opened(office, qtbot)
    dialog.lines.setCurrentRow(1)
    assert dialog.line is Line.PRIVATE
    dialog.words.setPlainText("Beste Anna")
    assert dialog.go.isEnabled()
    dialog.address.setText("anna")
    assert not dialog.go.isEnabled()
    dialog.reject()
