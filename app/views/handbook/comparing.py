"""Versions of the page on screen beside each other, and an old one put back."""

from PySide6.QtCore import QObject

from app.services.handbook import history
from app.services.handbook.browsing import Leaf
from app.services.storage.database import Database
from app.views.doing import Doing
from app.views.handbook.page import HandbookPage
from app.views.handbook.shelf import Shelf
from app.views.language import translate
from app.views.tasks import GuiTasks


class Comparing(QObject):
    """Hears what is done with versions."""

    def __init__(self, database: Database, page: HandbookPage, shelf: Shelf, doing: Doing) -> None:
        super().__init__(page)
        self._database, self._page, self._shelf, self._doing = database, page, shelf, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        page.versions.comparison_wanted.connect(self._on_comparison)
        page.versions.put_back_wanted.connect(self._on_put_back)

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    async def _compare(self, leaf: Leaf, old: int, new: int) -> None:
        found = await self._database.read(history.compare, leaf.id, old, new)
        self._page.versions.show_comparison(found)

    async def _put_back(self, leaf: Leaf, number: int) -> None:
        reason = translate("Handbook", "Version {number} put back").format(number=number)
        act_id = await self._database.write(history.put_back, leaf.id, number, reason=reason)
        self._doing.tell(f"{leaf.info.title}: {reason}", act_id)

    def _on_comparison(self, old: int, new: int) -> None:
        if self._shelf.leaf is not None:
            self._tasks.start(self._compare(self._shelf.leaf, old, new), replaces="compare")

    def _on_put_back(self, number: int) -> None:
        if self._shelf.leaf is not None:
            self._tasks.start(self._put_back(self._shelf.leaf, number), once="put back")
