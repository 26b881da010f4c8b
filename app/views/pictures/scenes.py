"""Every screen in the states that it can be in, in the order in which an owner meets them."""

import asyncio
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel

from app.models.rules.errors import KnownError
from app.models.rules.policy import Condition, Effect
from app.models.rules.tickets import TicketState
from app.services.channels.registry import CHANNELS
from app.services.secrets import KeyStoreLocked
from app.services.storage.errors import StoreTooNew
from app.services.storage.keys import PassphraseNeeded
from app.services.sync import health
from app.services.sync.imports import NothingToImportError
from app.services.tickets import (
    day_end,
    decisions,
    directory,
    entries,
    inbox,
    influence,
    plan_acts,
    policies,
    triage,
)
from app.services.tickets.documenting import Ending
from app.views import moments, suggesting
from app.views.day.end_dialog import DayEndDialog
from app.views.day.entry_dialog import EntryDialog
from app.views.directory.ask_dialog import APPROVAL, AskDialog
from app.views.inbox.delegate import COMPACT, NORMAL, RELAXED
from app.views.pictures.aid_scenes import aiding
from app.views.pictures.album import SIZE, Album, Step
from app.views.pictures.assist_scenes import assist
from app.views.pictures.case_scenes import cases
from app.views.pictures.chart_scenes import charts
from app.views.pictures.communication_scenes import communication, empty_communication
from app.views.pictures.handbook_scenes import empty_handbook, handbook
from app.views.pictures.learning_scenes import learning
from app.views.pictures.outside_scenes import outside
from app.views.pictures.text_scenes import texts
from app.views.pictures.walk_scenes import walking
from app.views.sentences import error_text
from app.views.triage.keys import Said

RECOVERY = "BALIE-4K7QX-9M2TD-W8HCR-3ZJNE-6PVGA-1B5YS-0FXK8"
DRAFT = """Beste Hanneke,

De koekenpan van 28 cm heeft een keramische laag, zonder PFAS. Hij mag gewoon op inductie."""


async def opening(album: Album) -> None:
    """The pages before the profile is open."""
    view = album.window.opening.view
    view.show_welcome()
    await album.take("01-ways")
    view.ways.set_busy(True)
    await asyncio.sleep(1.5)
    await album.take("02-ways-busy", lambda: view.ways.show_progress(140, 388))
    view.ways.set_busy(False)
    view.ways.ways["mail"].click()
    await album.take("03-welcome")
    view.welcome.with_passphrase.setChecked(True)
    await album.take("04-welcome-passphrase")
    album.opener.created.emit(RECOVERY)
    view.recovery.written.setChecked(True)
    await album.take("05-recovery-key")
    errors: list[tuple[str, KnownError]] = [
        ("06-passphrase", PassphraseNeeded()),
        ("07-key-store-locked", KeyStoreLocked()),
        ("08-too-new", StoreTooNew(found="0009", known="0002")),
    ]
    for name, error in errors:
        album.opener.failed.emit(error)
        await album.take(name)


async def empty(album: Album) -> None:
    """A profile without an account, and the pages that bring messages in."""
    album.window.opening.view.wanted = ""
    await album.go("todo")
    await album.take("09-empty")
    desk = album.desk
    desk.accounts.setup.begin()
    album.window.show_page(desk.accounts.setup)
    await album.take("10-add-account")
    desk.accounts.setup.form.unfold()
    desk.accounts.setup.show_problems(
        ["imap.voorbeeld.example accepteert het wachtwoord van info@depollepel.example niet."]
    )
    await album.take("11-add-account-problem")
    for kind in CHANNELS:
        desk.accounts.setup.begin(kind=kind)
        await album.take(f"11-add-account-{kind}")
    desk.imports.open()
    await album.settle()
    await album.take("12-import")

    def reading() -> None:
        desk.imports.page.set_busy(busy=True)
        desk.imports.page.show_progress("Mailbox-2019.mbox", 0.4)

    await album.take("13-import-busy", reading)
    desk.imports.page.set_busy(busy=False)

    def failing() -> None:
        desk.imports.page.show_problem(error_text(NothingToImportError(path="vakantie.jpg")))

    await album.take("14-import-problem", failing)


async def looking(album: Album) -> None:
    """The list and its views."""
    await album.go("todo")
    await album.open("Waar blijft mijn pakket")
    await album.take("20-inbox")
    for number, view in enumerate(("waiting", "snoozed", "done", "all", "spam")):
        await album.go(view)
        await album.take(f"2{number + 1}-{view}")
    await album.go("todo")
    listed = album.window.inbox.list
    for name, density in (("26-compact", COMPACT), ("27-relaxed", RELAXED)):
        listed.set_density(density)
        await album.take(name)
    listed.set_density(NORMAL)
    select = QItemSelectionModel.SelectionFlag.Select
    for row in range(1, 5):
        listed.selectionModel().select(listed.rows.index(row, 0), select)
    await album.take("28-several-chosen")
    await album.take("29-several-more", album.window.inbox.bulk.more.click)
    listed.choose_only_current()


async def reading(album: Album) -> None:
    """Tickets of every kind."""
    for name, subject in (
        ("30-complaint", "Handvat afgebroken"),
        ("31-pictures", "Tajine kapot"),
        ("32-answer-waits", "Pannen zoemen"),
        ("33-answer-failed", "Factuur op naam"),
        ("34-answer-unknown", "Verzoek om inzage"),
        ("35-messenger", "Cadeaubon doet het niet"),
        ("36-review", "Recensie van 1 ster"),
        ("37-note", "2x afgeschreven"),
        ("38-snoozed", "Interview over repareren"),
        ("39-html", "Dit seizoen 15%"),
    ):
        await album.open(subject)
        await album.take(name)
    await album.open("Teflon of niet")
    composer = album.desk.ticket.composer
    composer.editor.setPlainText(DRAFT)
    album.desk.ticket.focus_writing()
    await asyncio.sleep(1)
    await album.take("40-draft")
    await album.take("41-note-writing", album.act("note"))
    composer.editor.clear()
    await asyncio.sleep(1)
    await album.go("all")
    for name, subject in (("42-in-public", "Reactie op ‘Donderdag"), ("43-one-way", "Lepel & L")):
        await album.open(subject)
        composer.editor.setPlainText("Hoi Bert, wat vervelend dat je dit zo hebt ervaren!")
        await asyncio.sleep(1)
        await album.take(name)
        composer.editor.clear()
    await asyncio.sleep(1)


async def searching(album: Album) -> None:
    """What is found, what is not, and a word that was mistyped."""
    window = album.window
    await album.go("todo")
    for name, query in (
        ("50-found", "bestelling kapot"),
        ("51-operators", "categorie:klachten is:te-laat"),
        ("52-did-you-mean", "koekepan"),
        ("53-nothing-found", "zeppelin"),
    ):
        window.inbox.search.setText(query)
        await asyncio.sleep(0.5)
        await album.take(name)
    window.inbox.search.clear()
    await asyncio.sleep(0.4)
    await album.take("54-search-help", window.inbox.focus_search)


async def choosing(album: Album) -> None:
    """What floats over the window."""
    await album.go("todo")
    await album.open("Waar blijft mijn pakket")
    for name, action in (
        ("60-commands", "palette"),
        ("61-snooze", "snooze"),
        ("62-category", "category"),
        ("63-labels", "tag"),
        ("64-merge", "merge"),
        ("65-keys", "help"),
    ):
        await album.take(name, album.act(action))

    def typed() -> None:
        album.window.actions_.trigger("snooze")
        asyncio.get_running_loop().call_later(0.1, album.desk.picker.line.setText, "vrijdag 9u")

    await album.take("66-snooze-words", typed)

    def told() -> None:
        album.window.notices.tell("Nu: Afgehandeld", undo=album.window.notices.put_away)

    await album.take("67-undo", told)
    await album.take("68-problem", lambda: album.window.notices.report(None))


RULES = (
    ("Recensies van de pers", [Condition("press", ("yes",)), Condition("influence", ("50",))],
     [Effect("priority", "high")]),
    ("Facturen", [Condition("words", ("factuur", "btw"))],
     [Effect("category", "orders"), Effect("department", "finance")]),
    ("Bestellingen bij verkoop", [Condition("category", ("orders",))],
     [Effect("department", "sales")]),
)  # fmt: skip


async def assessing(album: Album) -> None:
    """Triage and the owner's own rules."""
    write, desk = album.services.database.write, album.desk
    for name, conditions, effects in RULES:
        await write(policies.save, name=name, conditions=conditions, effects=effects)
    first = await album.services.database.read(triage.next_ids)
    await write(influence.set_standing, first, vip=True, value=3_200)
    album.window.actions_.trigger("triage")
    await album.settle()
    await asyncio.to_thread(suggesting.offered, album.services, first[0])  # the model is there now
    await album.settle()
    await album.take("75-triage")
    await album.take(
        "76-triage-no-reaction", lambda: desk.rooms.triage.said.emit(Said("no_reaction"))
    )
    album.window.actions_.trigger("rules")
    await album.settle()
    await album.take("77-rules")
    desk.rooms.rules.wanted.emit("edit", 5)
    desk.rooms.rules.editor.tried.emit()
    await album.settle()
    await album.take("78-rule-tried")
    desk.rooms.rules.edit(None, shown=False)
    album.window.actions_.trigger("lists")
    await album.settle()
    await album.take("79-lists")
    album.window.show_messages()


async def arranging(album: Album) -> None:
    """Settings and accounts."""
    window, desk = album.window, album.desk
    window.show_page(desk.options.page)
    await album.take("70-settings")
    bar = desk.options.page.area.verticalScrollBar()
    for number, part in enumerate((0.5, 1.0)):
        bar.setValue(int(part * bar.maximum()))
        await album.take(f"7{number + 1}-settings-lower")
    await hours(album)
    infos = await album.services.database.read(health.accounts)
    troubled = next(info for info in infos if info.health != health.OK)
    desk.accounts.open(troubled.id)
    await album.take("73-account-attention")
    desk.accounts.open(next(info for info in infos if info.health == health.OK).id)
    await album.take("74-account")
    window.show_messages()


async def asking(album: Album) -> None:
    """Colleagues, what is asked of them, and how it stands."""
    desk = album.desk
    known = await album.services.database.read(directory.colleagues)
    repairer = next(one for one in known if "technical" in one.fixed_for)
    album.window.actions_.trigger("directory")
    await album.settle()
    desk.rooms.directory.chosen.emit(repairer.id)
    await album.take("75-directory")
    desk.rooms.directory.search.setText("garantie op een pan")
    await album.take("76-who-knows")
    desk.rooms.directory.search.clear()
    album.window.show_messages()
    await album.go("waiting")
    await album.open("Hap uit mijn mes")
    await album.take("77-asked")
    await album.go("todo")
    await album.open("Vraag over een oude koffiemolen")
    await album.take("78-called")
    await album.take("79-ask", album.act("ask"))
    await album.open("Handvat afgebroken")
    await album.take("79-ask-proposed", album.act("ask"))

    def dialog() -> None:
        made = AskDialog(desk.ticket, repairer, "Beste Anna, u krijgt een nieuwe steel.")
        made.choose(APPROVAL)
        made.question.setPlainText("Mag dit zo?")
        made.open()

    await album.take("79-ask-dialog", dialog)


async def hours(album: Album) -> None:
    """Opening hours, holidays and plans, with something wrong."""
    desk = album.desk
    await album.services.database.write(plan_acts.add_preset, "vip")
    desk.doing.notices.put_away()
    album.window.actions_.trigger("hours")
    await album.settle()
    page = desk.rooms.hours
    wednesday = page.week.lines["week", 2]
    wednesday.line.setText("9:00-13:00, 12:00-17:00")

    def failing() -> None:
        wednesday.line.editingFinished.emit()

    await album.take("85-hours", failing)
    bar = page.area.verticalScrollBar()
    for number, part in enumerate((0.5, 1.0)):
        bar.setValue(int(part * bar.maximum()))
        await album.take(f"8{number + 6}-hours-lower")


async def day(album: Album) -> None:
    """A talk that is noted, with something wrong, and the end of the day."""
    window, desk = album.window, album.desk

    def noting(*, wrong: bool) -> None:
        made = EntryDialog(window, desk.ticket.theme, album.services.clock.now)
        made.lines["name"].line.setText("Hanneke de Wit")
        made.lines["about"].line.setText("Teflon of niet")
        made.agreed.setPlainText("We kijken het na bij de maker.")
        if wrong:
            made.choose_kind("walkin")
            made.lines["callback"].line.setText("ooit")
            made.show_problem("handle", error_text(entries.NobodyToRingError()))
        made.open()

    await album.take("91-entry", partial(noting, wrong=False))
    await album.take("92-entry-problem", partial(noting, wrong=True))
    found = await album.services.database.read(day_end.look, album.services.clock.now())

    def ending() -> None:
        opens = moments.full_moment(found.opens_at, album.services.clock.now())
        DayEndDialog(window, desk.ticket.theme, found, opens, leaving=True, enabled=True).open()

    await album.take("93-day-end", ending)


async def narrow(album: Album) -> None:
    """The smallest window, and a large one."""
    await album.go("todo")
    await album.open("Waar blijft mijn pakket")
    for name, size in (("80-small", (960, 600)), ("81-large", (1920, 1080))):
        album.window.resize(*size)
        await album.take(name)
    album.window.resize(*SIZE)


async def all_done(album: Album) -> None:
    """Nothing left to do."""
    database, now = album.services.database, album.services.clock.now()
    for view in ("todo", "waiting"):
        rows = await database.read(inbox.page, "", now=now, view=view)
        ids = [row.id for row in rows]
        closed, ending = TicketState.CLOSED.value, Ending("solved", "Alles is klaar")
        await database.write(decisions.change_state, ids, state=closed, ending=ending)
    await album.go("todo")
    album.desk.ticket.show_nothing()
    await album.take("90-all-done")


WITHOUT_MESSAGES: Sequence[Step] = (opening, empty, empty_handbook, empty_communication)
WITH_MESSAGES: Sequence[Step] = (
    looking,
    reading,
    searching,
    choosing,
    assessing,
    assist,
    texts,
    arranging,
    asking,
    cases,
    walking,
    communication,
    aiding,
    day,
    outside,
    charts,
    handbook,
    learning,
    narrow,
    all_done,
)
