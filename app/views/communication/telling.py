"""Telling the people on a list: which list or what about is picked, the words are looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from app.bootstrap import Services
from app.services.communication import contents, informing, statements
from app.services.communication.informing import ListInfo, NobodyToTellError, Person
from app.views.communication.tell_dialog import MAIL, TellDialog
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import answered
from app.views.widgets.picker import Entry, Picker

MOST_OFFERED = 20
LONGEST_BODY = 1_500
"""Characters that mail programs take from an address that opens them."""


@dataclass(frozen=True, slots=True)
class About:
    """What a list is told about."""

    subject: str = ""
    text: str = ""
    content_id: int | None = None
    statement_id: int | None = None


class Teller:
    """Asks what is missing, opens the mail, and writes down who was told."""

    def __init__(
        self,
        services: Services,
        parent: QWidget,
        picker: Picker,
        doing: Doing,
        open_url: Callable[[QUrl], object],
    ) -> None:
        self._database, self._clock = services.database, services.clock
        self._parent, self._picker, self._doing = parent, picker, doing
        self._open_url = open_url

    async def tell_about(self, about: About) -> None:
        """Let the owner pick the list that is told."""
        found = await self._database.read(informing.all_of)
        if not found:
            told = translate("Communication", "There is no list yet: make one under “Who is told”.")
            self._doing.notices.tell(told)
            return
        found.sort(key=lambda one: not _is_for(one, about.subject))
        entry = await self._picker.pick(
            translate("Communication", "Who is told?"),
            [Entry(str(one.id), one.name, ", ".join(one.subjects), "users") for one in found],
        )
        if entry is not None:
            chosen = next(one for one in found if str(one.id) == entry.key)
            await self._tell(chosen, about)

    async def tell_list(self, list_id: int) -> None:
        """Let the owner pick what a list is told about."""
        read = self._database.read
        found = await read(informing.find, list_id)
        offered = await self._offered()
        entries = [Entry(str(at), one.subject, hint, icon) for at, (one, hint, icon) in
                   enumerate(offered)]  # fmt: skip
        entry = await self._picker.pick(translate("Communication", "Told about what?"), entries)
        if entry is not None:
            about = offered[int(entry.key)][0]
            own = about.content_id is None and about.statement_id is None
            await self._tell(found, About() if own else about)

    async def _offered(self) -> Sequence[tuple[About, str, str]]:
        read, now = self._database.read, self._clock.now()
        posts = await read(contents.all_of)
        said = await read(statements.all_of, now, status="valid")
        own = About(translate("Communication", "Something else, in your own words"))
        return [
            *((about_post(one), translate("Communication", "post"), "photo")
              for one in posts[:MOST_OFFERED]),
            *((about_statement(one), translate("Communication", "statement"), "message-circle")
              for one in said),
            (own, "", "pencil"),
        ]  # fmt: skip

    async def _tell(self, found: ListInfo, about: About) -> None:
        if not found.people:
            raise NobodyToTellError(name=found.name)
        dialog = TellDialog(self._parent, found, about.subject, about.text)
        if await answered(dialog) != QDialog.DialogCode.Accepted.value:
            return
        subject, text = dialog.subject.text(), dialog.text.toPlainText()
        _told, act_id = await self._database.write(
            informing.tell,
            found.id,
            subject=subject,
            text=text,
            how=dialog.how,
            content_id=about.content_id,
            statement_id=about.statement_id,
        )
        if dialog.how == MAIL:
            if len(text) > LONGEST_BODY:
                QGuiApplication.clipboard().setText(text)
            self._open_url(mail_url(found.people, subject, text))
        told = translate("Communication", "Told: {name}").format(name=found.name)
        if dialog.how == MAIL and len(text) > LONGEST_BODY:
            told = translate(
                "Communication", "Told: {name}. The text is too long to hand over: paste it."
            ).format(name=found.name)
        self._doing.tell(told, act_id)


def about_post(one: contents.ContentInfo) -> About:
    """Return what is told about a post."""
    return About(one.title, informing.text_of_content(one), content_id=one.id)


def about_statement(one: statements.StatementInfo) -> About:
    """Return what is told about a statement."""
    return About(one.subject, informing.text_of_statement(one), statement_id=one.id)


def mail_url(people: Sequence[Person], subject: str, text: str) -> QUrl:
    """Return what begins a mail to people; without the text when it is too long for that."""
    url, query = QUrl(), QUrlQuery()
    url.setScheme("mailto")
    url.setPath(",".join(one.address for one in people if one.address))
    query.addQueryItem("subject", _encoded(subject))
    if len(text) <= LONGEST_BODY:
        query.addQueryItem("body", _encoded(text))
    url.setQuery(query)
    return url


def _encoded(text: str) -> str:
    return bytes(QUrl.toPercentEncoding(text.replace("\n", "\r\n")).data()).decode()


def _is_for(one: ListInfo, subject: str) -> bool:
    return any(each.casefold() in subject.casefold() for each in one.subjects)
