"""What many have at once, and what came in public."""

from app.services.handbook import cases as cases_of
from app.services.handbook import radar
from app.services.handbook.radar import Noticed
from app.views.keeping.dialog import KeepingDialog
from app.views.pictures.album import Album
from app.views.radar.card import DISMISS, WEBSITE


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
    """A question that comes back, and a ticket on its way into the handbook."""
    database = album.services.database
    asked = Noticed((1, 2, 3, 4, 5), ("koekenpan", "vaatwasser"))
    await database.write(radar.keep, [asked])
    await album.go("todo")
    album.window.actions_.trigger("radar")
    await album.settle()
    await album.take("99-radar")
    album.desk.knowledge.radar.page.card.act_wanted.emit(WEBSITE)
    await album.settle()
    album.desk.knowledge.radar.page.card.note.setText("Veelgestelde vragen: pannen")
    album.desk.knowledge.radar.page.card.owner.setText("Fatima de Wit")
    album.desk.knowledge.radar.page.card.owner.editingFinished.emit()
    await album.settle()
    await album.take("99-radar-task")
    album.desk.knowledge.radar.page.card.act_wanted.emit(DISMISS)
    await album.settle()
    await album.take("99-radar-empty")
    await album.go("done")
    await album.open("Factuur op naam van bedrijf")
    await album.take("99-keep", album.act("keep"))
    draft = await database.read(cases_of.draft_article, album.find("Factuur op naam van bedrijf"))
    targets = await database.read(cases_of.places, language=draft.language)
    procedure = next(one for one in targets if one.steps)

    def adding() -> None:
        dialog = KeepingDialog(album.window, draft, targets)
        dialog.open()
        dialog.target.choose(str(procedure.page_id))

    await album.take("99-keep-added", adding)
