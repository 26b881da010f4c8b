"""What is posted, said and told; and the line to take beside a message."""

from app.models.rules.handbook.walk import Move
from app.services.communication import checklist, contents, informing, statements
from app.views.communication.tell_dialog import TellDialog
from app.views.pictures.album import Album


async def communication(album: Album) -> None:
    """Each of the three lists, the checklist, telling a list, and what a message gets to see."""
    read, write = album.services.database.read, album.services.database.write
    now = album.services.clock.now()
    posts = await read(contents.all_of)
    newest = next(one for one in posts if one.title == "Gele ovenwanten")
    await write(checklist.go, newest.id, move=Move.TICK)
    await album.go("todo")
    album.window.actions_.trigger("communication")
    await album.settle()
    page = album.desk.knowledge.communication.page
    page.choose(newest.id)
    await album.settle()
    await album.take("88-posted")
    scroll = page.area.verticalScrollBar()
    scroll.setValue(scroll.maximum())
    await album.take("88-posted-checklist")
    page.show_tab("statements")
    await album.settle()
    await album.take("88-statement")
    page.begin_new()
    page.card.said.lines["last"].setText("gauw")
    page.card.said.lines["last"].textEdited.emit("gauw")
    await album.take("88-statement-new")
    page.card.revert.click()
    page.show_tab("lists")
    await album.settle()
    await album.take("88-lists")
    (found,) = await read(informing.all_of)
    text = informing.text_of_content(newest)

    def telling() -> None:
        TellDialog(album.window, found, newest.title, text).open()

    await album.take("88-telling", telling)
    album.window.show_messages()
    await album.open("heyy hebben jullie")
    await album.take("88-line")
    await album.take("88-lines", album.act("lines"))
    album.window.actions_.trigger("line")
    await album.settle()
    await album.take("88-line-put-in")
    (old,) = await read(statements.all_of, now, status="expired")
    await album.open("Teflon of niet")
    composer = album.desk.ticket.composer
    composer.editor.setPlainText(f"Dag Marije,\n\n{old.texts[0]}")
    await album.settle()
    composer.draft_changed.emit()
    await album.settle()
    await album.take("88-line-outdated")
    composer.editor.setPlainText("")
    composer.draft_changed.emit()
    await album.settle()


async def empty_communication(album: Album) -> None:
    """Nothing posted, said or told yet."""
    album.desk.knowledge.communication.show()
    await album.settle()
    await album.take("88-communication-empty")
    album.window.show_messages()
