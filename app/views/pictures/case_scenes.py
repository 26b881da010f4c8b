"""What many have at once, and what came in public."""

from app.views.pictures.album import Album


async def cases(album: Album) -> None:
    """The incidents, one answer to many, and a complaint on its way to private."""
    await album.go("todo")
    await album.take("95-incidents", album.act("incidents"))
    await album.take("96-many", lambda: album.desk.work.bulk.answer_incident(1))
    await album.open("Recensie van 1 ster")
    await album.take("97-case", album.act("case"))
    await album.take("98-texts", album.act("texts"))
