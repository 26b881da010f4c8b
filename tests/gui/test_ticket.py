"""One ticket on screen: what is decided, what foreign text and HTML may do, files and links."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QTextDocument
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.models.rules.spine import StepName
from app.services.channels.api import Attachment
from app.services.tickets import decisions, inbox, plan_acts
from app.views.theme import DARK_MODE, LIGHT_MODE
from app.views.ticket.attachments import is_risky, short_name
from app.views.ticket.body import BodyView
from app.views.ticket.card import JournalLines, MessageCard
from app.views.ticket.links import LinkDialog
from app.views.tokens import LIGHT
from app.views.widgets.labels import plain_tip
from tests.gui.conftest import Office, say_how_it_ended
from tests.gui.test_flow import open_ticket


def png(path: Path) -> bytes:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(path))
    return path.read_bytes()


def card_of(office: Office) -> MessageCard:
    return next(iter(office.desk.ticket.timeline.cards.values()))


def test_the_owner_decides_about_a_ticket(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    page, database = office.desk.ticket, office.services.database
    facts = page.facts.decisions.choices
    facts["category"].choose("complaints")
    facts["department"].choose("purchasing")
    facts["priority"].choose("high")

    def info() -> inbox.TicketInfo:
        return database.read_now(inbox.infos, [ticket_id])[0]

    decided = ("complaints", "purchasing", "high")
    qtbot.waitUntil(lambda: (info().category, info().department, info().priority) == decided)
    qtbot.waitUntil(lambda: facts["category"].text().startswith("Klachten"))
    facts["category"].choose("")
    qtbot.waitUntil(lambda: info().category is None)
    page.header.buttons["done"].click()
    say_how_it_ended(office.desk, qtbot)
    qtbot.waitUntil(lambda: office.window.notices.text == "Nu: Afgehandeld")
    assert info().state == "closed"
    office.window.notices._undo.click()
    qtbot.waitUntil(lambda: info().state == "new")


def test_only_reachable_states_are_offered(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    office.services.database.write_now(decisions.change_state, [ticket_id], state="spam")
    office.window.sidebar.views["spam"].button.click()
    open_ticket(office, ticket_id, qtbot)
    assert set(office.desk.ticket.facts.decisions.choices["state"].keys()) == {"spam", "open"}
    assert not office.desk.ticket.header.buttons["done"].isVisible()


def test_what_happened_is_told_between_the_messages(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    write = office.services.database.write_now
    write(decisions.set_priority, [ticket_id], priority="urgent")
    write(decisions.change_state, [ticket_id], state="waiting_colleague")

    def told() -> str:
        return "\n".join(line.text() for line in office.desk.ticket.timeline._lines)

    qtbot.waitUntil(lambda: "Nieuw → Wacht op collega · door jou gewijzigd" in told())
    assert "Prioriteit: Dringend" in told()


def test_quoted_text_is_folded(office: Office, qtbot: QtBot) -> None:
    open_ticket(office, office.arrive(quoted="> een\n> twee"), qtbot)
    card = card_of(office)
    assert card.fold.text() == "Geciteerde tekst tonen (2 regels)"
    assert card.quoted is None
    card.fold.click()
    assert card.quoted.toPlainText() == "> een\n> twee"


def test_long_conversations_begin_with_the_newest(office: Office, qtbot: QtBot) -> None:
    first = office.arrive()
    for number in range(25):
        office.arrive(text=f"Bericht {number}", parents=("<1@klant.example>",))
    open_ticket(office, first, qtbot)
    timeline = office.desk.ticket.timeline
    qtbot.waitUntil(lambda: len(timeline.cards) == 20)
    assert timeline._earlier.text() == "6 eerdere berichten tonen"
    timeline._earlier.click()
    assert len(timeline.cards) == 26


# --- foreign text ----------------------------------------------------------------------------


def test_customers_text_is_never_markup(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    png(tmp_path / "spy.png")
    canary = f'<b>x</b><img src="file://{tmp_path}/spy.png">'
    from app.services.channels.api import Person

    ticket_id = office.arrive(
        text=canary,
        subject=canary,
        quoted=canary,
        author=Person("k@klant.example", canary),
        attachments=(Attachment(f"{canary}.pdf", "application/pdf", b"x"),),
    )
    open_ticket(office, ticket_id, qtbot)
    labels = office.window.findChildren(QLabel)
    rich = [label for label in labels if label.textFormat() != Qt.TextFormat.PlainText]
    # Qt's own dialogs and completers have none here, so every label is ours.
    assert not rich
    assert card_of(office).body.toPlainText() == canary
    assert office.desk.ticket.header._subject.whole == canary
    tips = [widget.toolTip() for widget in office.window.findChildren(QWidget)]
    assert any("&lt;img" in tip for tip in tips)
    assert not [tip for tip in tips if "<img" in tip or "<b>" in tip]
    shown = QTextDocument()
    shown.setHtml(plain_tip(canary))
    assert shown.toPlainText() == canary


def test_html_asks_for_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    png(tmp_path / "spy.png")
    view = BodyView()
    qtbot.addWidget(view)
    local = QUrl.fromLocalFile(str(tmp_path / "spy.png"))
    sources = (local.toString(), str(tmp_path / "spy.png"), "http://127.0.0.1:9/x.png")
    for source in sources:
        view.show_html(f'<p>tekst<img src="{source}"></p>', {}, LIGHT)
        view.grab()
        found = view.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(source))
        assert not isinstance(found, QImage) or found.isNull()
    sheet = QTextDocument.ResourceType.StyleSheetResource.value
    assert view.loadResource(sheet, local).isNull()


def test_pictures_of_the_mail_itself_are_shown(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    ticket_id = office.arrive(
        text="",
        html='<p>Dag<img src="cid:logo@x"></p>',
        attachments=(
            Attachment("logo.png", "image/png", png(tmp_path / "b.png"), "logo@x", inline=True),
        ),
    )
    open_ticket(office, ticket_id, qtbot)
    qtbot.waitUntil(lambda: bool(card_of(office)._images))
    assert "Dag" in card_of(office).body.toPlainText()
    image = card_of(office).body.loadResource(2, QUrl("cid:logo@x"))
    assert image.size().width() == 4


def test_html_is_legible_in_the_dark(office: Office, qtbot: QtBot) -> None:
    html = '<p style="color:#000"><font color="black">Zwart</font></p>'
    open_ticket(office, office.arrive(text="Zwart", html=html), qtbot)
    card = card_of(office)
    card.switch.click()
    office.window.take_look("nl", DARK_MODE)
    block = card.body.document().begin()
    brush = block.begin().fragment().charFormat().foreground()
    assert brush.style() == Qt.BrushStyle.NoBrush
    assert card.body.palette().text().color().lightness() > 200
    office.window.take_look("nl", "light")


# --- links -----------------------------------------------------------------------------------


def test_an_honest_link_opens(office: Office, qtbot: QtBot) -> None:
    open_ticket(office, office.arrive(), qtbot)
    office.desk.ticket.timeline.link_clicked.emit("https://winkel.example/a", ["winkel.example"])
    qtbot.waitUntil(lambda: bool(office.opened))
    assert office.opened == [QUrl("https://winkel.example/a")]


@pytest.mark.parametrize(("press", "opened"), [("accept", 1), ("reject", 0)])
def test_a_misleading_link_shows_where_it_goes(
    office: Office, qtbot: QtBot, press: str, opened: int
) -> None:
    open_ticket(office, office.arrive(), qtbot)
    office.desk.ticket.timeline.link_clicked.emit(
        "https://boef.example/x", ["klik hier", "www.bank.example"]
    )

    def dialog() -> LinkDialog | None:
        return office.window.findChild(LinkDialog)

    qtbot.waitUntil(lambda: dialog() is not None)
    assert "boef.example" in [label.text() for label in dialog().findChildren(QLabel)]
    getattr(dialog(), press)()
    qtbot.waitUntil(lambda: dialog() is None)
    assert len(office.opened) == opened


def test_other_schemes_stay_closed(office: Office, qtbot: QtBot) -> None:
    open_ticket(office, office.arrive(), qtbot)
    for href in ("file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "x"):
        office.desk.ticket.timeline.link_clicked.emit(href, [href])
    qtbot.wait(50)
    assert office.opened == []


def test_a_click_tells_what_the_link_shows(qtbot: QtBot) -> None:
    view = BodyView()
    qtbot.addWidget(view)
    link = '<a href="HTTPS://A.example/">'
    html = f"<p>{link}bank<b>.example</b></a> of {link}hier</a></p><p>{link}daar</a></p>"
    view.show_html(html, {}, LIGHT)
    with qtbot.waitSignal(view.link_clicked) as clicked:
        view.anchorClicked.emit(QUrl("https://a.example/"))
    assert clicked.args == ["HTTPS://A.example/", ["bank.example", "hier", "daar"]]
    with qtbot.assertNotEmitted(view.link_clicked):
        view.anchorClicked.emit(QUrl("https://elders.example/"))


# --- files -----------------------------------------------------------------------------------


def dialog_of(office: Office) -> QFileDialog | None:
    return office.window.findChild(QFileDialog)


def choose(office: Office, qtbot: QtBot, place: Path) -> None:
    qtbot.waitUntil(lambda: dialog_of(office) is not None)
    dialog = dialog_of(office)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(place))
    dialog.accept()
    qtbot.waitUntil(lambda: dialog_of(office) is None)


def test_a_file_is_saved_where_the_owner_says(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    files = (Attachment("bon.pdf", "application/pdf", b"inhoud"),)
    ticket_id = office.arrive(attachments=files)
    open_ticket(office, ticket_id, qtbot)
    found = office.services.database.read_now(inbox.messages, ticket_id)
    office.desk.ticket.timeline.save_wanted.emit(found[0].attachments[0].id, "bon.pdf")
    choose(office, qtbot, tmp_path / "mijn bon.pdf")
    qtbot.waitUntil((tmp_path / "mijn bon.pdf").exists)
    assert (tmp_path / "mijn bon.pdf").read_bytes() == b"inhoud"


def test_files_go_along_with_an_answer(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    file = tmp_path / "offerte.pdf"
    file.write_bytes(b"%PDF")
    composer = office.desk.ticket.composer
    composer.tools.attach.click()
    choose(office, qtbot, file)
    qtbot.waitUntil(lambda: [found.name for found in composer.chips.files] == ["offerte.pdf"])
    composer.editor.setPlainText("Zie bijlage")
    composer.tools.send.click()
    say_how_it_ended(office.desk, qtbot)
    qtbot.waitUntil(lambda: composer.text == "")
    sent = office.services.database.read_now(inbox.messages, ticket_id)[-1]
    assert [(found.name, found.mime) for found in sent.attachments] == [
        ("offerte.pdf", "application/pdf")
    ]


def test_files_can_be_dropped_and_taken_off(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    open_ticket(office, office.arrive(), qtbot)
    composer = office.desk.ticket.composer
    file = tmp_path / "foto.png"
    png(file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    act, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    composer.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), act, data, button, none))
    composer.dropEvent(QDropEvent(QPoint(5, 5), act, data, button, none))
    qtbot.waitUntil(lambda: len(composer.chips.files) == 1)
    composer.chips._chips[0].click()
    assert composer.chips.files == ()


def test_a_file_that_is_gone_is_told(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    open_ticket(office, office.arrive(), qtbot)
    office.desk.ticket.composer.files_dropped.emit([tmp_path / "weg.pdf"])
    qtbot.waitUntil(lambda: "weg.pdf" in office.window.notices.text)


def test_files_that_can_run_something_are_marked() -> None:
    assert is_risky("factuur.pdf.exe")
    assert is_risky("macro.DOCM")
    assert not is_risky("factuur.pdf")
    assert short_name("a" * 60 + ".pdf").endswith(".pdf")


def test_the_facts_tell_whose_minutes_it_took(office: Office, qtbot: QtBot) -> None:
    write = office.services.database.write_now
    ticket_id = office.arrive()
    write(plan_acts.add_preset, "vip")
    write(decisions.set_priority, [ticket_id], priority="urgent")
    office.clock.forward(timedelta(minutes=12))
    write(decisions.change_state, [ticket_id], state="waiting_customer")
    office.clock.forward(timedelta(hours=3))
    office.desk.tickets.open(ticket_id)
    ledger = office.desk.ticket.facts.ledger
    qtbot.waitUntil(lambda: bool(ledger.texts[0]))
    assert ledger.texts == (
        "Bij ons 12 min, klant 3 u 00",
        "Plan: VIP en pers, vanwege de prioriteit",
    )
    write(plan_acts.remove, 2)
    write(decisions.change_state, [ticket_id], state="no_reaction", reason="dubbel")
    office.clock.forward(timedelta(days=2))
    qtbot.waitUntil(lambda: ledger.texts[1] == "Plan: Gewoon")
    office.window.take_look("en", LIGHT_MODE)
    qtbot.waitUntil(lambda: ledger.texts[0].endswith(", with nobody 2 d"))
    office.window.take_look("nl", LIGHT_MODE)


def test_the_six_steps_say_how_far_a_message_is(office: Office, qtbot: QtBot) -> None:
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    words = office.desk.ticket.spine.words
    assert [label.text() for label in words.values()] == [
        "Signaleren", "Beoordelen", "Reageren", "Ophalen", "Beantwoorden", "Vastleggen",
    ]  # fmt: skip
    assert words[StepName.ASSESS].accessibleName() == "Beoordelen: nog te doen"
    office.services.database.write_now(
        decisions.set_listed, [ticket_id], field="category", value="orders"
    )
    qtbot.waitUntil(lambda: words[StepName.ASSESS].accessibleName() == "Beoordelen: gedaan")
    office.window.resize(960, 640)
    qtbot.waitUntil(lambda: not words[StepName.MONITOR].isVisible())
    assert words[StepName.REACT].isVisible()


def test_what_only_the_platform_knows_is_told(office: Office, qtbot: QtBot) -> None:
    review = {"key": "r:1", "permalink": "https://reviews.test/1"}
    ticket_id = office.arrive("Matig", fingerprint="a", stars=2, **review)
    open_ticket(office, ticket_id, qtbot)
    there = card_of(office).there
    assert there is not None
    assert there._stars.text() == "★★☆☆☆"
    assert there.text == ""
    office.arrive("Toch goed", fingerprint="b", stars=4, edited=True, **review)
    office.arrive("", gone=True, **review)
    qtbot.waitUntil(lambda: "Staat daar niet meer" in card_of(office).there.text)
    assert "Gewijzigd" in card_of(office).there.text
    assert card_of(office).there._stars.text() == "★★★★☆"
    told = "".join(label.text() for label in office.desk.ticket.findChildren(JournalLines))
    assert "Er stond: “Matig”" in told
    card_of(office).there.open.click()
    qtbot.waitUntil(lambda: bool(office.opened))
    assert office.opened[0].toString() == "https://reviews.test/1"
