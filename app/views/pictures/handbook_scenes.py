"""The handbook: read, written with something wrong in it, compared, and with nothing in it yet."""

from app.services.handbook import folders, page_acts, pages
from app.views.pictures.album import Album
from app.views.sentences import error_text

PAGES = """---
soort: sop
sleutel: te-laat
titel: "Bestelling te laat: wat nu?"
afdeling: Magazijn en bezorging
eigenaar: Fatima de Wit
herzien: 2026-11-01
labels:
  - bezorging
  - pakket
reactietijd: 4 uur
doorlooptijd: 2 dagen
---

## Doel

De klant weet binnen een werkdag waar zijn pakket is. Is hij boos? Lees dan eerst
[Boze klant](boze-klant.md).

## Stappen

1. Zoek de bestelling op en kijk bij de **vervoerder** waar het pakket is.
   Resultaat: je weet wanneer het pakket komt.
2. Keuze: Komt het pakket nog?
   - Ja, binnen twee dagen -> 3
   - Nee, of niemand weet het -> 5
3. Stuur: Bestelling vertraagd
   Noem de dag van bezorging.
4. Klaar: Opgelost
5. Vraag collega (Magazijn): Kan er vandaag een nieuw pakket weg?
6. Stuur: Pakket kwijt: nieuw pakket
   -> 4
=====
---
soort: artikel
sleutel: begrippen
titel: Begrippen
afdeling: Directie
labels:
  - begrippen
---

- **Vervoerder**: wie het pakket brengt, bij ons PostNL of DHL
- **Doorlooptijd**: hoe lang het duurt van melding tot oplossing
=====
---
soort: sop
sleutel: boze-klant
titel: Boze klant
afdeling: Verkoop
labels:
  - gesprek
---

## Stappen

1. Luister en vat samen wat je hoort.
2. Klaar: Rustig
=====
---
soort: artikel
sleutel: ruilen
titel: Ruilen en terugsturen
afdeling: Verkoop
eigenaar: Lisa
herzien: 2027-05-01
labels:
  - retour
---

Een klant mag **veertien dagen** ruilen.

## Zo gaat het

- De klant meldt het zelf op de site.
- Is het kapot? Kijk dan bij [Bestelling te laat](te-laat.md).
"""


async def handbook(album: Album) -> None:
    """Pages read, written and compared."""
    write = album.services.database.write
    texts = PAGES.split("=====\n")
    files = [folders.File(f"{number}.md", text) for number, text in enumerate(texts)]
    await write(page_acts.bring_in, files, reason="Begin")
    later = texts[0].replace("binnen een werkdag", "binnen vier uur").replace(
        "   Noem de dag van bezorging.\n", "   Noem de dag van bezorging en zeg sorry.\n"
    )  # fmt: skip
    await write(page_acts.save, later, reason="De belofte is korter", author="Fatima de Wit")
    await album.go("todo")
    album.window.actions_.trigger("handbook")
    await album.settle()
    room = album.desk.handbook
    found = await album.services.database.read(pages.named, "te-laat", language="nl")
    room.controller.open(str(found.id))
    await album.settle()
    await album.take("96-handbook")
    room.page.reading.edit_wanted.emit()
    await album.settle()
    wrong = later.replace("-> 3", "-> 9").replace("boze-klant.md", "boos.md")
    room.page.editing.field.setPlainText(wrong.replace("5. Vraag", "4. Vraag"))
    await album.settle()
    await album.take("97-handbook-wrong", room.page.editing.look_now)
    room.page.editing.field.setPlainText(wrong)
    room.page.editing.show_way("preview")
    await album.take("97-handbook-preview", room.page.editing.look_now)
    room.page.editing.revert_wanted.emit()
    await album.settle()
    room.page.reading.versions_wanted.emit()
    await album.settle()
    await album.take("98-handbook-versions")
    room.page.versions.done_wanted.emit()
    await album.settle()
    await searching(album)
    album.window.show_messages()


async def searching(album: Album) -> None:
    """What is found in the small window, and a folder that could not be read whole."""
    room = album.desk.handbook
    room.page.listing.search.setText("pakket")
    room.page.carried.show_done(
        "2 pagina’s bewaard", [error_text(folders.UnreadableFileError(name="oud.md"))]
    )
    size = album.window.size()
    album.window.resize(960, 600)
    await album.take("99-handbook-small")
    album.window.resize(size)
    room.page.carried.hide()
    room.page.listing.search.clear()


async def empty_handbook(album: Album) -> None:
    """Nothing in it yet."""
    album.window.opening.view.wanted = ""
    await album.go("todo")
    album.window.actions_.trigger("handbook")
    await album.settle()
    await album.take("95-handbook-empty")
    album.window.show_messages()
