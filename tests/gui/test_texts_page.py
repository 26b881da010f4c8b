"""The page on which the owner keeps his texts, macros and signature."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.rules.macros import Action
from app.services.settings import WritingSettings, load
from app.services.tickets import acts, drafts, macros, template_acts, templates
from tests.gui.conftest import Office
from tests.gui.test_ticket import open_ticket

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def texts(office: Office) -> list[templates.TemplateInfo]:
    return office.services.database.read_now(templates.all_of)


def own(office: Office) -> list[macros.MacroInfo]:
    return office.services.database.read_now(macros.all_of)


def names(page: Any) -> list[str]:
    return [
        page.listing.list.item(row).text().split("\n")[0]
        for row in range(page.listing.list.count())
    ]


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> Any:
    office.window.actions_.trigger("own_texts")
    made = office.desk.rooms.texts
    qtbot.waitUntil(lambda: made.listing.list.count() == len(texts(office)))
    return made


def test_a_text_is_written_seen_filled_in_and_saved(
    office: Office, page: Any, qtbot: QtBot
) -> None:
    form = page.card.form
    first = texts(office)[0]
    assert page.shown == first.id
    assert form.body.toPlainText() == first.body
    assert not page.card.save.isEnabled()
    qtbot.waitUntil(form.preview.isVisible)
    assert "Anna" in form.preview.text()
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    office.services.database.write_now(drafts.save, ticket_id, text="Half", internal=False)
    office.window.show_page(page)

    page.listing.add.click()
    assert not page.shown
    QTest.keyClicks(form.name, "Pakketcode")
    form.body.setPlainText("Dag {naam}, {code} en {dag|gauw}.")
    form.language.choose("en")
    form.kinds.tick("email")
    qtbot.waitUntil(lambda: form.typed.language == "en")
    assert form.kinds.kinds == ("email",)
    qtbot.waitUntil(lambda: "{code} en gauw." in form.preview.text())
    assert form.preview.text().startswith("Dag Anna")
    assert "{code}" in form.warning.text()
    assert "{dag}" in form.warning.text()
    asked = form.warning.text()
    form.purpose.choose("reaction")
    qtbot.waitUntil(lambda: form.typed.purpose == "reaction")
    qtbot.waitUntil(lambda: form.warning.text() != asked)
    assert names(page)[0] == "Pakketcode"

    QTest.keyClick(form.body, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: texts(office)[-1].name == "Pakketcode")
    kept = texts(office)[-1]
    assert (kept.language, kept.kinds, kept.purpose) == ("en", ("email",), "reaction")
    qtbot.waitUntil(lambda: page.shown == kept.id and not page.card.save.isEnabled())
    assert office.services.database.read_now(drafts.saved, ticket_id).text == "Half"
    assert not page.card.buttons["down"].isEnabled()
    QTest.keyClick(form.body, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: texts(office)[-2].id == kept.id)
    qtbot.waitUntil(page.card.buttons["down"].isEnabled)
    page.card.buttons["down"].click()
    qtbot.waitUntil(lambda: texts(office)[-1].id == kept.id)
    qtbot.waitUntil(lambda: not page.card.buttons["down"].isEnabled())
    page.card.buttons["remove"].click()
    qtbot.waitUntil(lambda: kept.id not in page.listing.ids)
    assert page.shown == texts(office)[-1].id
    office.services.database.write_now(acts.undo)
    qtbot.waitUntil(lambda: kept.id in page.listing.ids)

    page.listing.search.setText("pakketcode e-mail")
    assert page.listing.ids == [kept.id]
    page.listing.search.setText("pakketcode")
    assert page.listing.ids == [kept.id]
    page.listing.search.setText("zeppelin")
    assert page.listing.ids == []
    assert not page.listing.list.isVisible()
    page.listing.search.setFocus()
    QTest.keyClick(page.listing.search, Qt.Key.Key_Escape)
    assert page.listing.search.text() == ""
    QTest.keyClick(page.listing.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.isVisible())


def test_what_is_half_typed_is_not_lost(office: Office, page: Any, qtbot: QtBot) -> None:
    write, form = office.services.database.write_now, page.card.form
    one, two = texts(office)[:2]
    form.body.setPlainText("Half getypt")
    assert page.card.save.isEnabled()
    page.listing.list.setCurrentRow(1)
    assert page.shown == two.id
    assert form.body.toPlainText() == two.body
    write(template_acts.change, two.id, body="Van elders")
    qtbot.waitUntil(lambda: form.body.toPlainText() == "Van elders")
    page.listing.list.setCurrentRow(0)
    assert form.body.toPlainText() == "Half getypt"
    before = page.card.status.text()
    write(template_acts.change, one.id, body="Ook van elders")
    qtbot.waitUntil(lambda: page.card.status.text() != before)
    assert form.body.toPlainText() == "Half getypt"
    write(template_acts.remove, one.id)
    qtbot.waitUntil(lambda: page.shown is None)
    assert form.body.toPlainText() == "Half getypt"
    form.name.clear()
    page.card.save.click()
    qtbot.waitUntil(lambda: "60" in office.window.notices.text)
    assert form.body.toPlainText() == "Half getypt"
    page.card.revert.click()
    assert page.shown == two.id
    for each in texts(office):
        write(template_acts.remove, each.id)
    qtbot.waitUntil(page.empty.isVisible)
    page.empty.acted.emit()
    assert form.name.isVisible()
    form.name.setText("Eerste")
    form.body.setPlainText("Dag {naam}")
    page.save_wanted.emit()
    qtbot.waitUntil(lambda: names(page) == ["Eerste"] and page.shown is not None)


def test_macros_and_the_signature_are_changed(office: Office, page: Any, qtbot: QtBot) -> None:
    form = page.card.form
    page.tabs.buttons["macros"].click()
    qtbot.waitUntil(lambda: page.listing.ids == [one.id for one in own(office)])
    assert not form.purpose.isVisible()
    first = own(office)[0]
    assert form.rows.actions_ == first.actions
    form.name.setText("Anders")
    for row in list(form.rows.rows):
        row.remove.click()
    form.rows.more.click()
    row = form.rows.rows[0]
    row.kind.choose("priority")
    qtbot.waitUntil(lambda: row.action.kind == "priority")
    row.choice.choose("high")
    qtbot.waitUntil(lambda: row.action.value == "high")
    form.rows.more.click()
    form.rows.rows[1].kind.choose("note")
    qtbot.waitUntil(form.rows.rows[1].line.isVisible)
    QTest.keyClicks(form.rows.rows[1].line, "Gebeld")
    form.rows.more.click()
    form.rows.rows[2].kind.choose("snooze")
    qtbot.waitUntil(lambda: form.rows.rows[2].action.kind == "snooze")
    form.rows.rows[2].choice.choose("24")
    wanted = (Action("priority", "high"), Action("note", "Gebeld"), Action("snooze", "24"))
    qtbot.waitUntil(lambda: form.rows.actions_ == wanted)
    page.card.save.click()
    qtbot.waitUntil(lambda: own(office)[0].name == "Anders")
    assert own(office)[0].actions == wanted
    qtbot.waitUntil(lambda: not page.card.save.isEnabled())
    page.card.buttons["down"].click()
    qtbot.waitUntil(lambda: own(office)[1].name == "Anders")
    qtbot.waitUntil(lambda: page.listing.ids[1] == first.id)
    page.card.buttons["remove"].click()
    qtbot.waitUntil(lambda: first.id not in page.listing.ids)

    page.tabs.buttons["style"].click()
    style = page.card.style_form
    assert style.isVisible()
    assert not page.listing.list.isVisible()
    assert style.forms["form"].buttons["u"].isChecked()
    assert style.forms["short_form"].buttons["je"].isChecked()
    style.signature.setPlainText("Met vriendelijke groet,\nLisa")
    QTest.keyClicks(style.initials, "^LV")
    style.forms["form"].buttons["je"].click()
    style.forms["short_form"].buttons["u"].click()
    page.card.revert.click()
    assert style.values["initials"] == ""
    style.forms["form"].buttons["je"].click()
    style.signature.setPlainText("Groet, Lisa")
    QTest.keyClick(style.signature, Qt.Key.Key_Enter, CTRL)

    def stored() -> WritingSettings:
        return office.services.database.read_now(load, WritingSettings)

    qtbot.waitUntil(lambda: stored().signature == "Groet, Lisa")
    assert (stored().form, stored().short_form) == ("je", "je")
    qtbot.waitUntil(lambda: not page.card.save.isEnabled())
    office.window.language.choose("nl" if office.window.language.code == "en" else "en")
    assert style.values["signature"] == "Groet, Lisa"
    qtbot.waitUntil(lambda: bool(office.desk.doing._acts))
    office.desk.doing.undo_last()
    qtbot.waitUntil(lambda: stored().signature != "Groet, Lisa")
    qtbot.waitUntil(style.forms["form"].buttons["u"].isChecked)

    style.show_signers([(1, "info@winkel.test"), (2, "verkoop@winkel.test")])
    assert style.signer.isVisible()
    style.signer.chosen.emit("2")
    assert style.signature.toPlainText() == ""
    style.signature.setPlainText("Groet, verkoop")
    page.card.save.click()
    qtbot.waitUntil(lambda: stored().signatures == ((2, "Groet, verkoop"),))
