"""Gives the text of a briefing to other programs: by the clipboard, or as a mail."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication

from app.models.rules.learning import briefing
from app.views.doing import Doing
from app.views.language import translate
from app.views.learning.briefing_sheet import BriefingSheet
from app.views.learning.words import mail_url


class Handing(QObject):
    """Copies and mails the briefing on screen, without Markdown."""

    def __init__(
        self, sheet: BriefingSheet, doing: Doing, open_url: Callable[[QUrl], object]
    ) -> None:
        super().__init__(sheet)
        self._sheet, self._doing, self._open_url = sheet, doing, open_url
        sheet.copy_wanted.connect(self._on_copy)
        sheet.mail_wanted.connect(self._on_mail)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._plain())
        self._doing.notices.tell(translate("Briefings", "Copied as text"))

    def _on_mail(self) -> None:
        one = self._sheet.one
        if one is None:
            return
        late = [each.mail for each in one.readers if each.read_at is None and each.mail]
        url = mail_url(late, one.title, self._plain())
        if url is None:
            QGuiApplication.clipboard().setText(self._plain())
            url = mail_url(late, one.title, "") or mail_url([], one.title, "") or QUrl("mailto:")
            told = translate("Briefings", "The text is too long to hand over: paste it, Ctrl+V")
            self._doing.notices.tell(told)
        self._open_url(url)

    def _plain(self) -> str:
        one = self._sheet.one
        if one is None or one.published_at is None:
            return briefing.plain(self._sheet.text.toPlainText())
        return briefing.plain(one.text)
