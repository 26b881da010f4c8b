"""A procedure that fits a message, and the walk through it."""

from app.services.handbook import pages, runs
from app.services.tickets import decisions
from app.views.pictures.album import Album


async def walking(album: Album) -> None:
    """Offered, at each kind of step, and told in the conversation when it is over."""
    write = album.services.database.write
    page = await album.services.database.read(pages.named, "te-laat", language="nl")
    await album.go("todo")
    ticket_id = album.find("Waar blijft mijn pakket")
    await write(decisions.set_listed, [ticket_id], field="category", value="orders")
    await album.open("Waar blijft mijn pakket")
    await album.take("99-procedure-offered")
    await album.take("99-procedure-choose", album.act("sop_start"))
    run_id, _act = await write(runs.start, ticket_id, page_id=page.id)
    await album.settle()
    await album.take("99-procedure-step")
    for _ in range(2):
        await write(runs.tick, run_id)
    await album.settle()
    await album.take("99-procedure-choice")
    await write(runs.choose, run_id, answer=1)
    card = album.desk.ticket.walk.card
    await album.settle()
    card.so_far.click()
    await album.take("99-procedure-ask")
    await album.take("99-procedure-asking", album.act("sop_use"))
    card.so_far.click()
    await write(runs.tick, run_id)
    await album.settle()
    await album.take("99-procedure-send")
    card.fold.click()
    await album.take("99-procedure-folded")
    card.fold.click()
    await album.take("99-procedure-stopping", album.act("sop_stop"))
    for answer in (1, None):
        await write(runs.tick, run_id)
        if answer is not None:
            await write(runs.choose, run_id, answer=answer)
    await album.settle()
    await album.take("99-procedure-done")
    for reason in ("Klant belde zelf", "Pakket kwam aan", None):
        run_id, _act = await write(runs.start, ticket_id, page_id=page.id)
        await write(runs.tick, run_id)
        if reason is not None:
            await write(runs.stop, run_id, reason=reason)
    album.desk.knowledge.handbook.controller.open(str(page.id))
    album.window.actions_.trigger("handbook")
    await album.settle()
    await album.take("99-procedure-walked")
    album.window.show_messages()
