"""What comes in or is said outside the firm's own accounts: talks, forms, platforms."""

from app.services.channels.email.form_files import Details
from app.services.tickets.logged import PAGE, PHONE
from app.views.accounts.webform_dialog import TO, WebformDialog
from app.views.day.log_dialog import WHEN, LogDialog
from app.views.language import translate
from app.views.pictures.album import Album


async def outside(album: Album) -> None:
    """Logging, the platforms that tell by mail, and the form for the website."""
    window, desk = album.window, album.desk
    await album.go("todo")
    await album.take("88-platforms", album.act("platforms"))

    def logging(*, page: bool) -> None:
        way = PAGE if page else PHONE
        dialog = LogDialog(window, desk.ticket.theme, "Hanneke de Wit", way)
        dialog.words.setPlainText("Hij mag gewoon op inductie.")
        if not page:
            dialog.lines[WHEN].line.setText("morgen")
            dialog.show_problem(
                WHEN, translate("Log", "Write a moment that is over, such as 14:30.")
            )
        dialog.open()

    await album.take("94-log", lambda: logging(page=True))
    await album.take("94-log-call", lambda: logging(page=False))

    def form() -> None:
        dialog = WebformDialog(window, Details("De Pannenhoek", "info@"))
        dialog.show_problem(
            TO, translate("Webform", "Write a whole address, such as info@your-website.nl.")
        )
        dialog.open()

    await album.take("94-webform", form)
