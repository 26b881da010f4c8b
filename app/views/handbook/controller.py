"""Works for the page of the handbook: knows which of its pages is on screen, and how it came."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QUrl

from app.bootstrap import Services
from app.models.rules.handbook.images import names_in
from app.models.rules.handbook.pages import Kind
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.handbook import browsing, drafts, pages, run_stats
from app.services.handbook.browsing import Leaf
from app.services.tickets import lists, templates
from app.services.tickets.lists import Choice
from app.services.tickets.templates import TemplateInfo
from app.views.doing import Doing
from app.views.handbook.carrying import Carrying
from app.views.handbook.comparing import Comparing
from app.views.handbook.imaging import Imaging
from app.views.handbook.page import HandbookPage
from app.views.handbook.pictures import Pictures
from app.views.handbook.publishing import Publishing
from app.views.handbook.shelf import EDIT, READ, VERSIONS, Shelf, other
from app.views.handbook.writing import Writing
from app.views.language import is_dutch, translate
from app.views.tasks import GuiTasks
from app.views.widgets.picker import Picker


class HandbookController(QObject):
    """Reads the pages and shows one; what is done with them is done by its parts."""

    def __init__(
        self,
        services: Services,
        page: HandbookPage,
        picker: Picker,
        doing: Doing,
        open_url: Callable[[QUrl], object],
    ) -> None:
        super().__init__(page)
        self._database, self._clock = services.database, services.clock
        self._page, self._open_url = page, open_url
        self._tasks = GuiTasks(self, doing.notices.report)
        self._begun = False
        self._texts: Sequence[TemplateInfo] = ()
        self._departments: Sequence[Choice] = ()
        self.pictures = Pictures(services.database)
        language = "nl" if is_dutch() else "en"
        self.shelf = Shelf(page.theme, page.drafts, self.pictures.known, language)
        self.imaging = Imaging(services.database, page.editing, self.pictures, doing)
        self.writing = Writing(services.database, page, self.shelf, picker, doing)
        self.comparing = Comparing(services.database, page, self.shelf, doing)
        self.carrying = Carrying(services.database, page, doing)
        self.publishing = Publishing(services, page, self.shelf, doing, open_url)
        self._connect()
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]

    def _connect(self) -> None:
        page, reading = self._page, self._page.reading
        page.listing.chosen.connect(self.open)
        page.listing.language_chosen.connect(self.choose_language)
        reading.browser.page_wanted.connect(self.open_key)
        reading.browser.address_wanted.connect(self._open_url)
        reading.back_wanted.connect(self._on_back)
        reading.forward_wanted.connect(self._on_forward)
        reading.edit_wanted.connect(self._on_edit)
        reading.versions_wanted.connect(self._on_versions)
        page.versions.done_wanted.connect(self._on_done)
        page.editing.done_wanted.connect(self._on_done)
        self.writing.open_wanted.connect(self.open)
        self.writing.changed.connect(self._show_soon)
        self.writing.saved.connect(self.begin)

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        for part in (self.imaging, self.publishing, self.carrying, self.comparing, self.writing):
            part.close()
        self._tasks.close()

    # --- what is shown -----------------------------------------------------------------------

    def begin(self, key: str = "") -> None:
        """Show the handbook as it stands, and there the page of a key."""
        self._tasks.start(self._refresh(key), replaces="refresh")

    async def _refresh(self, key: str = "") -> None:
        read = self._database.read
        today = self._clock.now().astimezone().date()
        if not self._begun:
            self._page.drafts.take(await read(drafts.kept))
        self.shelf.leaves = await read(browsing.leaves, today=today)
        self._texts = await read(templates.all_of)
        self._departments = await read(lists.entries, lists.DEPARTMENT)
        await self.pictures.look()
        self._begun = True
        self._page.drafts.settle(str(one.id) for one in self.shelf.leaves)
        self.shelf.language = self.shelf.spoken
        if key:
            self.open_key(key)
        await self._show()

    def _show_soon(self) -> None:
        if self._begun:  # else the first reading shows it
            self._tasks.start(self._show(), replaces="show")

    async def _show(self) -> None:
        page, shelf = self._page, self.shelf
        shelf.stay()
        page.show_empty(empty=shelf.is_empty)
        page.listing.show_leaves(shelf.own, shelf.language, shelf.place)
        leaf = shelf.leaf
        if shelf.mode == EDIT:
            await self.pictures.take(shelf.text)
            self._show_text(leaf)
        elif leaf is None:
            page.show_view(page.nothing)
        else:
            await self._show_leaf(leaf)

    async def _show_leaf(self, leaf: Leaf) -> None:
        page, info, shelf = self._page, leaf.info, self.shelf
        mode = shelf.mode
        versions = await self._database.read(pages.versions, leaf.id)
        walks = await self._database.read(run_stats.of_page, leaf.id)
        await self.pictures.take(leaf.text)
        if shelf.leaf is not leaf or shelf.mode != mode:
            return  # the owner went on meanwhile, and that is shown
        if mode == VERSIONS:
            page.versions.show_versions(info.title, info.version, versions)
            page.show_view(page.versions)
            return
        setter = shelf.setter(info.language)
        has_other = shelf.twin(leaf) is not None
        lacks = sum(name not in self.pictures.names for name in names_in(leaf.text))
        page.reading.show_leaf(
            leaf, versions, setter, has_other=has_other, walks=walks, lacks=lacks
        )
        page.reading.show_trail(back=shelf.trail.can(-1), forward=shelf.trail.can(1))
        page.show_view(page.reading)

    def _show_text(self, leaf: Leaf | None) -> None:
        page, shelf, language = self._page, self.shelf, self.shelf.spoken
        text = shelf.text
        title = leaf.info.title if leaf else translate("Handbook", "New page")
        dutch = language == "nl"
        page.editing.chart.set_known(
            {
                Kind.SEND: [one.name for one in self._texts if one.language == language],
                Kind.ASK: [one.name_nl if dutch else one.name_en for one in self._departments],
            }
        )
        setter, names = shelf.setter(language), self.pictures.names
        page.editing.show_text(text, title, shelf.keys(language), setter, names)
        self.writing.show_status()
        page.show_view(page.editing)

    # --- going about -------------------------------------------------------------------------

    def open(self, place: str) -> None:
        """Show a page: to be read, or to be written when that was begun."""
        self.shelf.trail.visit(place)
        self.shelf.go(place)
        self._show_soon()

    def open_key(self, key: str) -> None:
        """Show the page of a key: in the language on screen, or else in the other."""
        language = self.shelf.spoken
        leaf = self.shelf.named(key, language) or self.shelf.named(key, other(language))
        if leaf is not None:
            self.open(str(leaf.id))

    def choose_language(self, language: str) -> None:
        """Show the pages of a language; that on screen in it, when it is there."""
        leaf = self.shelf.leaf
        there = self.shelf.named(leaf.info.key, language) if leaf is not None else None
        self.shelf.language = language
        if there is not None:
            self.open(str(there.id))
            return
        self.shelf.take_first()
        self._show_soon()

    def _walk(self, by: int) -> None:
        place = self.shelf.trail.step(by)
        if place is not None:
            self.shelf.go(place)
            self._show_soon()

    def _switch(self, mode: str) -> None:
        self.shelf.mode = mode
        self._show_soon()

    def _on_back(self) -> None:
        self._walk(-1)

    def _on_forward(self) -> None:
        self._walk(1)

    def _on_edit(self) -> None:
        self._page.editing.begin()
        self._switch(EDIT)

    def _on_versions(self) -> None:
        self._switch(VERSIONS)

    def _on_done(self) -> None:
        if self.shelf.leaf is None:
            self.shelf.take_first()
        self._switch(READ)

    def _on_changed(self, event: SettingsChanged | StoreChangedElsewhere) -> None:
        if isinstance(event, StoreChangedElsewhere) or event.section == pages.SECTION:
            self.begin()
