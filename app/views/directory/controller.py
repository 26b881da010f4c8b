"""Works for the directory page."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QDialog, QFileDialog

from app.bootstrap import Services
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.settings import HoursSettings, load
from app.services.tickets import directory, lists
from app.services.tickets.directory import ColleagueInfo
from app.services.tickets.lists import Choice
from app.views import moments
from app.views.directory import ways
from app.views.directory.matrix import matrix_html, write_pdf
from app.views.directory.page import CALL, MAIL, DirectoryPage
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks, answered
from app.views.widgets.file_dialog import file_dialog

SECTIONS = frozenset({"colleagues", "departments"})


class DirectoryController(QObject):
    """Reads and writes colleagues for one page."""

    def __init__(
        self,
        services: Services,
        page: DirectoryPage,
        doing: Doing,
        open_url: Callable[[QUrl], object],
    ) -> None:
        super().__init__(page)
        self._services, self._database = services, services.database
        self._page, self._doing, self._open_url = page, doing, open_url
        self._tasks = GuiTasks(self, doing.notices.report)
        self._known: Sequence[ColleagueInfo] = ()
        self._departments: Sequence[Choice] = ()
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_settings_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_elsewhere),
        ]
        page.searched.connect(self._on_searched)
        page.chosen.connect(self._on_chosen)
        page.save_wanted.connect(self._on_save)
        page.remove_wanted.connect(self._on_remove)
        page.reach_wanted.connect(self._on_reach)
        page.matrix_wanted.connect(self._on_matrix)

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    def begin(self) -> None:
        """Show the directory as it stands."""
        self._tasks.start(self._refresh(first=True), replaces="refresh")

    async def _refresh(self, *, first: bool = False) -> None:
        self._known = await self._database.read(directory.colleagues)
        self._departments = await self._database.read(lists.entries, lists.DEPARTMENT)
        await self._show_found()
        shown = self._page.shown
        now = next((one for one in self._known if shown and one.id == shown.id), None)
        if shown is None and first:
            self._show(self._known[0].id if self._known else None)
        elif now != shown:  # else what is being typed would be lost
            self._show(now.id if now else None)

    async def _show_found(self) -> None:
        words = self._page.search.text().strip()
        found = self._known
        if words:
            hits = await self._database.read(directory.who, words, limit=len(self._known) or 1)
            found = [hit.colleague for hit in hits]
        self._page.show_list(found, self._departments)

    def _show(self, colleague_id: int | None) -> None:
        one = next((one for one in self._known if one.id == colleague_id), None)
        self._page.show_colleague(one, [each for each in self._known if each is not one])

    async def _save(self) -> None:
        shown, form = self._page.shown, self._page.form
        values, fixed = dict(form.values), form.fixed_department
        colleague_id, act_id = await self._database.write(
            directory.keep, shown.id if shown else None, fixed=fixed, **values
        )
        self._known = await self._database.read(directory.colleagues)
        self._show(colleague_id)
        self._doing.tell(
            translate("Directory", "Saved: {name}").format(name=values["name"]), act_id
        )

    async def _remove(self, one: ColleagueInfo) -> None:
        act_id = await self._database.write(directory.remove, one.id)
        told = translate("Directory", "Taken out: {name}").format(name=one.name)
        self._doing.tell(told, act_id)

    async def _matrix(self) -> None:
        name = translate("Directory", "Responsibilities") + ".pdf"
        dialog = file_dialog(self._page, translate("Directory", "Responsibilities as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        if await answered(dialog) == QDialog.DialogCode.Accepted.value:
            self.save_matrix(Path(dialog.selectedFiles()[0]))

    def save_matrix(self, place: Path) -> None:
        """Write the responsibility matrix to a place and show it, ready to be printed."""
        now = self._services.clock.now()
        html = matrix_html(self._known, self._departments, moments.full_moment(now, now))
        write_pdf(html, place, translate("Matrix", "Who is responsible for what"))
        self._doing.notices.tell(translate("Directory", "Saved: {name}").format(name=place.name))
        self._open_url(QUrl.fromLocalFile(str(place)))

    async def _reach(self, way: str, one: ColleagueInfo) -> None:
        if way == CALL:
            self._open_url(ways.phone_url(one.phone))
        elif way == MAIL:
            self._open_url(ways.mail_url(one.mail))
        else:
            country = (await self._database.read(load, HoursSettings)).country
            self._open_url(ways.whatsapp_url(one.whatsapp, country))

    def _on_searched(self, _words: str) -> None:
        self._tasks.start(self._show_found(), replaces="search")

    def _on_chosen(self, colleague_id: object) -> None:
        self._show(colleague_id if isinstance(colleague_id, int) else None)

    def _on_save(self) -> None:
        self._tasks.start(self._save(), once="save")

    def _on_remove(self) -> None:
        if self._page.shown is not None:
            self._tasks.start(self._remove(self._page.shown))

    def _on_reach(self, way: str) -> None:
        if self._page.shown is not None:
            self._tasks.start(self._reach(way, self._page.shown))

    def _on_matrix(self) -> None:
        self._tasks.start(self._matrix())

    def _on_settings_changed(self, event: SettingsChanged) -> None:
        if event.section in SECTIONS:
            self._tasks.start(self._refresh(), replaces="refresh")

    def _on_elsewhere(self, _event: object) -> None:
        self._tasks.start(self._refresh(), replaces="refresh")
