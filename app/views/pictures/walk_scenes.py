"""A procedure that fits a message, and the walk through it."""

from app.services.handbook import page_acts, runs
from app.services.tickets import decisions, template_acts
from app.views.pictures.album import Album

LATE = """---
soort: sop
sleutel: te-laat
titel: "Bestelling te laat: wat nu?"
categorieën: [orders]
verplicht: ja
---

## Stappen

1. Zoek de bestelling op en kijk bij de vervoerder waar het pakket is.
   Het nummer staat in de mail van de winkel.
   Resultaat: je weet wanneer het pakket komt.
2. Keuze: Komt het pakket nog?
   - Ja, binnen twee dagen -> 3
   - Nee, of niemand weet het -> 5
   - De klant wil het niet meer -> 4
3. Stuur: Bestelling onderweg
   Noem de dag van bezorging.
4. Klaar: Opgelost
5. Vraag collega (Magazijn en bezorging): Kan er vandaag een nieuw pakket weg?
   -> 3
"""


async def walking(album: Album) -> None:
    """Offered, at each kind of step, and told in the conversation when it is over."""
    write = album.services.database.write
    page_id, _act = await write(page_acts.save, LATE)
    body = "Dag {naam|daar},\n\nJe pakket is onderweg en komt {dag}."
    await write(template_acts.add, name="Bestelling onderweg", body=body)
    await album.go("todo")
    ticket_id = album.find("Waar blijft mijn pakket")
    await write(decisions.set_listed, [ticket_id], field="category", value="orders")
    await album.open("Waar blijft mijn pakket")
    await album.take("99-procedure-offered")
    await album.take("99-procedure-choose", album.act("sop_start"))
    run_id, _act = await write(runs.start, ticket_id, page_id=page_id)
    await album.settle()
    await album.take("99-procedure-step")
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
    await write(runs.tick, run_id)
    await album.settle()
    await album.take("99-procedure-done")
