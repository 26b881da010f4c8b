"""What keeps people up to date: decisions, briefings, new colleagues, and nothing in it yet."""

from datetime import timedelta

from app.services.handbook import pages
from app.services.learning import briefings, decision_log, induction, links, practice
from app.services.tickets import directory, reactions
from app.views.learning.decision_dialog import DecisionDialog
from app.views.pictures.album import Album


async def learning(album: Album) -> None:
    """Each part, as it is after some weeks."""
    await album.go("todo")
    await empty(album)
    await deciding(album)
    await telling(album)
    write, read = album.services.database.write, album.services.database.read
    known = await read(directory.colleagues)
    for one in known[:2]:
        await write(induction.start, one.id)
    for position in range(7):
        await write(induction.tick, known[0].id, position, by="Fatima" if position % 2 else "")
    album.window.actions_.trigger("induction")
    await album.settle()
    sheet = album.desk.knowledge.learning.page.induction
    sheet.chosen.emit(known[0].id)
    await album.settle()
    sheet.items.setCurrentRow(7)
    await album.take("100-induction")
    await practising(album)
    album.window.show_messages()


async def practising(album: Album) -> None:
    """Tasks of the example firm, one of them done in time."""
    made = await album.services.database.write(practice.begin, "react", is_example=True)
    await album.services.database.write(reactions.react, [made], promise=False)
    album.window.actions_.trigger("practice")
    await album.settle()
    await album.take("103-practice")


async def empty(album: Album) -> None:
    """Nothing written down yet."""
    for part in ("briefings", "decisions", "induction"):
        album.window.actions_.trigger(part)
        await album.settle()
        await album.take(f"100-{part}-empty")


async def deciding(album: Album) -> None:
    """Decisions, one of them corrected, and one that is being written."""
    write, read = album.services.database.write, album.services.database.read
    ticket = album.find("Handvat afgebroken")
    page = await read(pages.named, "garantie", language="nl")
    today = album.services.clock.now().astimezone().date()
    about = [(links.TICKET, ticket), (links.PAGE, page.id)]
    first, _act = await write(
        decision_log.add, what="Een afgebroken handvat vervangen we altijd gratis",
        why="Het is vaker gebeurd, en een steel kost minder dan een boze klant.",
        people=["Fatima", "Onno van de toonbank"], about=about, decided_on=today,
    )  # fmt: skip
    await write(
        decision_log.add, what="Bij de late bestellingen bellen we zelf", people=["Fatima"],
        decided_on=today - timedelta(days=6),
    )  # fmt: skip
    await write(
        decision_log.add, what="Een afgebroken handvat vervangen we gratis, tot vijf jaar oud",
        why="Daarna zijn de stelen van die reeks er niet meer. Dan bieden we de helft korting.",
        people=["Fatima", "Onno van de toonbank"], about=about, decided_on=today, replaces=first,
    )  # fmt: skip
    album.window.actions_.trigger("decisions")
    await album.settle()
    await album.take("101-decisions")
    offered = [await read(links.shown, *one) for one in about]

    def writing() -> None:
        made = DecisionDialog(album.window, today, offered, [])
        made.what.setPlainText("Pannen met een los handvat gaan terug naar de maker")
        made.people.setText("Fatima, Onno van de toonbank")
        made.open()

    await album.take("101-decision-dialog", writing)


async def telling(album: Album) -> None:
    """A draft, and what was published and not read by everybody."""
    write, read = album.services.database.write, album.services.database.read
    album.window.actions_.trigger("briefings")
    made, _act = await write(briefings.draft)
    await album.settle()
    await album.take("102-briefing-draft")
    await write(briefings.publish, made, days=0)
    for one in (await read(directory.colleagues))[:2]:
        await write(briefings.confirm, made, one.id)
    await album.settle()
    await album.take("102-briefing-published")
