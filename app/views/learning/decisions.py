"""Works for the sheet of decisions."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.bootstrap import Services
from app.services.learning import decision_log
from app.services.learning.decision_log import DecisionInfo
from app.views.doing import Doing
from app.views.language import translate
from app.views.learning.deciding import Deciding
from app.views.learning.decision_sheet import DecisionSheet, as_text
from app.views.tasks import GuiTasks


class DecisionsController(QObject):
    """Reads the decisions and lets new ones be written.

    Signals:
        open_wanted(object): what a decision is about is to be shown, as Link.
    """

    open_wanted = Signal(object)

    def __init__(self, services: Services, sheet: DecisionSheet, doing: Doing) -> None:
        super().__init__(sheet)
        self._database, self._sheet, self._doing = services.database, sheet, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        self._deciding = Deciding(services, sheet, doing, self)
        self._one: DecisionInfo | None = None
        sheet.chosen.connect(self._on_chosen)
        sheet.searched.connect(self._on_filtered)
        sheet.everyone_wanted.connect(self._on_filtered)
        sheet.add_wanted.connect(self._on_add)
        sheet.correct_wanted.connect(self._on_correct)
        sheet.copy_wanted.connect(self._on_copy)
        sheet.link_wanted.connect(self.open_wanted)

    def close(self) -> None:
        """End what runs."""
        self._deciding.close()
        self._tasks.close()

    def refresh(self) -> None:
        """Show the decisions as they stand."""
        self._tasks.start(self._refresh(), replaces="refresh")

    async def _refresh(self, wanted: int | None = None) -> None:
        sheet = self._sheet
        words, everyone = sheet.search.text(), sheet.everyone.isChecked()
        known = await self._database.read(decision_log.infos, everyone=True)
        found = await self._database.read(decision_log.infos, words, everyone=everyone)
        shown = wanted or (self._one.id if self._one else 0)
        # One that no longer holds is shown when it was asked for, though it is not listed.
        listed = known if wanted else found
        first = found[0] if found else None
        self._one = next((one for one in listed if one.id == shown), first)
        sheet.show_decisions(found, self._one, is_empty=not known)

    def _on_chosen(self, decision_id: int) -> None:
        self._tasks.start(self._refresh(decision_id), replaces="refresh")

    def _on_filtered(self, _how: object) -> None:
        self.refresh()

    def _on_add(self) -> None:
        self._tasks.start(self._deciding.ask(), once="ask")

    def _on_correct(self) -> None:
        if self._one is not None:
            self._tasks.start(self._deciding.ask(old=self._one), once="ask")

    def _on_copy(self) -> None:
        if self._one is not None:
            QGuiApplication.clipboard().setText(as_text(self._one))
            self._doing.notices.tell(translate("Decisions", "Copied as text"))
