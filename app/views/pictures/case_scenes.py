"""What many have at once, and what came in public."""

from app.models.rules.handbook.pages import Kind, Sop, Step
from app.services.handbook import cases as cases_of
from app.services.handbook import page_acts
from app.views.keeping.dialog import KeepingDialog
from app.views.pictures.album import Album

PAGES = {"nl": "Verkeerde factuur", "en": "Wrong invoice"}
STEPS = {"nl": "Zoek de bestelling op.", "en": "Find the order."}


async def cases(album: Album) -> None:
    """The incidents, one answer to many, and a complaint on its way to private."""
    await album.go("todo")
    await album.take("95-incidents", album.act("incidents"))
    await album.take("96-many", lambda: album.desk.work.bulk.answer_incident(1))
    await album.open("Recensie van 1 ster")
    await album.take("97-case", album.act("case"))
    await album.take("98-texts", album.act("texts"))
    await keeping(album)


async def keeping(album: Album) -> None:
    """A ticket on its way into the handbook, and the example of a page it can go to."""
    database = album.services.database
    for language in ("nl", "en"):
        page = Sop(
            title=PAGES[language], language=language,
            steps=(Step(1, Kind.DO, STEPS[language], next=2), Step(2, Kind.END)), first=1,
        )  # fmt: skip
        await database.write(page_acts.save, page)
    await album.go("done")
    await album.open("Factuur op naam van bedrijf")
    await album.take("99-keep", album.act("keep"))
    draft = await database.read(cases_of.draft_article, album.find("Factuur op naam van bedrijf"))
    targets = await database.read(cases_of.places, language=draft.language)

    def adding() -> None:
        dialog = KeepingDialog(album.window, draft, targets)
        dialog.open()
        dialog.target.choose(str(targets[-1].page_id))

    await album.take("99-keep-added", adding)
