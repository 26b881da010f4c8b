"""Acts of the owner: told in the notice bar, and taken back by its button or by Ctrl+Z."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.services.storage.database import Database
from app.services.tickets import acts
from app.services.tickets.decisions import Done
from app.views import sentences
from app.views.language import plural, translate
from app.views.tasks import GuiTasks
from app.views.widgets.notices import NoticeBar

REMEMBERED = 50


class Doing(QObject):
    """Remembers the acts of this window, the newest last.

    Signals:
        draft_came_back(int): an answer or question in this ticket was taken back before it left.
    """

    draft_came_back = Signal(int)

    def __init__(self, database: Database, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self.notices = notices
        self._tasks = GuiTasks(self, notices.report)
        self._acts: list[int] = []

    def told(self, done: Done, text: str) -> None:
        """Tell of an act on tickets, and on how many; nothing when it changed nothing."""
        if done.changed > 1:
            text = f"{plural('Doing', '%n message(s)', done.changed)} · {text}"
        if done.refused:
            left = plural("Doing", "%n could not be changed like this", done.refused)
            text = f"{text} · {left}"
        if done.act_id is not None:
            self.tell(text, done.act_id)

    def tell(self, text: str, act_id: int | None) -> None:
        """Tell of an act that can be taken back."""
        if act_id is None:
            self.notices.tell(text)
            return
        newest = max(self._acts, default=0)
        self.remember(act_id)
        if act_id > newest:
            self.notices.tell(text, undo=partial(self.undo, act_id))

    def remember(self, act_id: int) -> None:
        """Let an act be taken back by a key."""
        # Two acts may be told in another order than they were done.
        self._acts = sorted([*self._acts[-REMEMBERED:], act_id])

    def forget(self, act_id: int) -> None:
        """Somebody else has taken this act back."""
        if act_id in self._acts:
            self._acts.remove(act_id)

    def undo_last(self) -> None:
        """Take back the newest act of this window that was not taken back."""
        if self._acts:
            self.undo(self._acts[-1])
        else:
            self.notices.report(acts.NothingToUndoError())

    def undo(self, act_id: int) -> None:
        """Take an act back."""
        self.forget(act_id)
        self._tasks.start(self._undo(act_id))

    async def _undo(self, act_id: int) -> None:
        info = await self._database.write(acts.undo, act_id)
        name = sentences.word(sentences.ACTS, info.name)
        self.notices.tell(translate("Doing", "Undone: {act}").format(act=name))
        if info.name in {"answered", "answered_closed", "asked", "asked_approval"}:
            self.draft_came_back.emit(int(info.params["ticket"]))
