"""Works for the sheet of briefings; what is typed in a draft is kept by itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from app.bootstrap import Services
from app.models.rules.errors import KnownError, NotFoundError
from app.services.handbook import pages
from app.services.learning import briefings
from app.services.learning.briefings import BriefingInfo, BriefingPublishedError
from app.views.doing import Doing
from app.views.language import translate
from app.views.learning.briefing_sheet import BriefingSheet
from app.views.learning.handing import Handing
from app.views.tasks import GuiTasks

KEEP_MS = 800


class BriefingsController(QObject):
    """Reads and writes briefings for one sheet.

    Signals:
        page_wanted(str): the key of a page to be read.
    """

    page_wanted = Signal(str)

    def __init__(
        self,
        services: Services,
        sheet: BriefingSheet,
        doing: Doing,
        open_url: Callable[[QUrl], object],
    ) -> None:
        super().__init__(sheet)
        self._services, self._database = services, services.database
        self._sheet, self._doing = sheet, doing
        self._handing = Handing(sheet, doing, open_url)
        self._tasks = GuiTasks(self, doing.notices.report)
        self._shown: int | None = None
        self._typing = self._keeping = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self._on_pause)
        sheet.chosen.connect(self._on_chosen)
        sheet.add_wanted.connect(self._on_add)
        sheet.typed.connect(self._on_typed)
        sheet.publish_wanted.connect(self._on_publish)
        sheet.remove_wanted.connect(self._on_remove)
        sheet.read_wanted.connect(self._on_read)
        sheet.page_wanted.connect(self.page_wanted)

    def close(self) -> None:
        """Keep what is being typed, and end what runs."""
        if self._typing and self._says_something:
            one = self._sheet.one
            assert one is not None  # noqa: S101  something was typed in it
            self._database.submit_write(briefings.edit, one.id, **self._typed)
        self._tasks.close()

    def refresh(self) -> None:
        """Show the briefings as they stand."""
        self._tasks.start(self._refresh(), replaces="refresh")

    async def _refresh(self) -> None:
        today = self._services.clock.now().astimezone().date()
        keys = {one.key for one in await self._database.read(pages.all_of)}
        found = await self._database.read(briefings.infos, today)
        shown = next((one for one in found if one.id == self._shown), None)
        shown = shown or (found[0] if found else None)
        before = self._sheet.one
        same = before is not None and shown is not None and before.id == shown.id
        self._typing = self._typing and same
        self._shown = shown.id if shown else None
        typing = same and (self._typing or self._keeping)
        self._sheet.show_briefings(found, shown, keys, typing=typing)

    async def _show(self, briefing_id: int) -> None:
        await self._keep()
        self._shown = briefing_id
        await self._refresh()

    # --- what is typed -----------------------------------------------------------------------

    @property
    def _typed(self) -> dict[str, str]:
        return {"title": self._sheet.name.text(), "text": self._sheet.text.toPlainText()}

    @property
    def _says_something(self) -> bool:
        return all(value.strip() for value in self._typed.values())

    def _on_typed(self) -> None:
        self._typing = True
        self._timer.start()

    def _on_pause(self) -> None:
        if self._says_something:
            self._tasks.start(self._keep())

    async def _keep(self) -> None:
        """Store what was typed; what says nothing is refused and told."""
        one = self._sheet.one
        self._timer.stop()
        if one is None or not self._typing:
            return
        self._typing, self._keeping = False, True
        try:
            await self._database.write(briefings.edit, one.id, **self._typed, origin=self)
        except (BriefingPublishedError, NotFoundError):
            raise  # there is no draft any more that it could be kept in
        except KnownError:
            self._typing = True
            raise
        finally:
            self._keeping = False

    # --- what is done ------------------------------------------------------------------------

    async def _add(self) -> None:
        await self._keep()
        made, act_id = await self._database.write(briefings.draft)
        await self._show(made)
        self._sheet.text.setFocus()
        told = translate("Briefings", "A draft of what changed is ready")
        self._doing.tell(told, act_id)

    async def _publish(self, one: BriefingInfo, days: int) -> None:
        await self._keep()
        act_id = await self._database.write(briefings.publish, one.id, days=days)
        self._doing.tell(translate("Briefings", "Published: {name}").format(name=one.title), act_id)

    async def _remove(self, one: BriefingInfo) -> None:
        self._typing = False
        act_id = await self._database.write(briefings.remove, one.id)
        told = translate("Briefings", "Thrown away: {name}").format(name=one.title)
        self._doing.tell(told, act_id)

    async def _read(self, one: BriefingInfo, colleague: int, *, read: bool) -> None:
        act_id = await self._database.write(briefings.confirm, one.id, colleague, read=read)
        name = next(each.name for each in one.readers if each.colleague == colleague)
        told = (
            translate("Briefings", "{name} has read it")
            if read
            else translate("Briefings", "{name} has not read it after all")
        )
        self._doing.tell(told.format(name=name), act_id)

    def _on_chosen(self, briefing_id: int) -> None:
        self._tasks.start(self._show(briefing_id), replaces="refresh")

    def _on_add(self) -> None:
        self._tasks.start(self._add(), once="add")

    def _on_publish(self, days: int) -> None:
        if self._sheet.one is not None:
            self._tasks.start(self._publish(self._sheet.one, days), once="publish")

    def _on_remove(self) -> None:
        if self._sheet.one is not None:
            self._tasks.start(self._remove(self._sheet.one), once="remove")

    def _on_read(self, colleague: int, read: bool) -> None:  # noqa: FBT001  a slot
        if self._sheet.one is not None:
            self._tasks.start(self._read(self._sheet.one, colleague, read=read))
