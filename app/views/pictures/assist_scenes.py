"""Suggestions: their page, a rule that asks them, and a draft of an answer."""

from functools import partial

from app.models.rules.loopback import NotOnThisComputerError
from app.models.rules.policy import Condition, Effect
from app.services.assist import preferences
from app.services.assist.answers import Draft, Used
from app.services.tickets import policies
from app.views.pictures.album import Album
from app.views.sentences import error_text

DRAFT = """Beste Hanneke,

Dank voor uw vraag. Volgens ons overzicht heeft de pan van 28 cm een keramische laag. {maat}"""


async def assist(album: Album) -> None:
    """The page with everything right, with something wrong, and what asks a suggestion."""
    desk, window = album.desk, album.window
    window.actions_.trigger("assist")
    page = desk.knowledge.assist.page
    while "\n" not in page.standing.text():
        await album.settle()
    await album.take("100-suggestions")
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.maximum())

    def failing() -> None:
        page.show_problem("endpoint", error_text(NotOnThisComputerError(address="http://nas")))

    await album.take("101-suggestions-address", failing)
    page.show_problem("endpoint", "")
    await album.services.database.write(
        policies.save,
        name="Boze klanten",
        conditions=[
            Condition("suggests_category", ("complaints@80",)),
            Condition("suggests_tone", ("negative@70",)),
        ],
        effects=[Effect("priority", "high")],
    )
    window.actions_.trigger("rules")
    await album.settle()
    rules = desk.rooms.rules
    rules.wanted.emit("edit", max(rules.switches))
    rules.editor.tried.emit()
    while not rules.table.isVisible():
        await album.settle()
    await album.take("102-rule-asks")
    rules.edit(None, shown=False)
    await drafting(album)


async def drafting(album: Album) -> None:
    """A draft that is being made, and one that stands in the composer."""
    await album.services.database.write(preferences.change, model="gemma3:4b")
    await album.go("todo")
    await album.open("Teflon of niet")
    composer = album.desk.ticket.composer
    await album.take("103-draft-running", partial(composer.concept.show_running, 12))
    composer.editor.setPlainText(DRAFT)
    used = (Used(1, "a", "Pannen: welke laag", "Zonder PFAS"), Used(2, "b", "Inductie", ""))
    draft = Draft(DRAFT, "gemma3:4b", "nl", used, 1, ())
    await album.take("104-draft", partial(composer.concept.show_draft, draft))
    composer.editor.clear()
    composer.concept.forget()
    album.window.show_messages()
