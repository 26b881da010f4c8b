"""Pages begun, written, saved and thrown away; what is typed is kept in the store meanwhile."""

import asyncio
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.models.rules.handbook.pages import Article, Kind, Sop, Step
from app.models.rules.handbook.text import render
from app.services.handbook import drafts, page_acts
from app.services.handbook.browsing import Leaf
from app.services.storage.database import Database
from app.views.doing import Doing
from app.views.handbook.page import HandbookPage
from app.views.handbook.shelf import READ, Shelf, other
from app.views.handbook.words import SOP, language_name
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.widgets.picker import Entry, Picker

KEEP_SECONDS = 0.8


class Writing(QObject):
    """Hears what is done with the text on screen.

    Signals:
        open_wanted(str): a page is to be on screen.
        changed(): the shelf is to be shown again.
        saved(): the store holds another page now.
    """

    open_wanted = Signal(str)
    changed = Signal()
    saved = Signal()

    def __init__(
        self, database: Database, page: HandbookPage, shelf: Shelf, picker: Picker, doing: Doing
    ) -> None:
        super().__init__(page)
        self._database, self._page, self._shelf = database, page, shelf
        self._picker, self._doing = picker, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        editing, reading = page.editing, page.reading
        page.listing.new_wanted.connect(self.begin_new)
        reading.other_wanted.connect(self.open_other)
        reading.remove_wanted.connect(self._on_remove)
        editing.edited.connect(self._on_edited)
        editing.save_wanted.connect(self._on_save)
        editing.revert_wanted.connect(self._on_revert)
        editing.link_wanted.connect(self._on_link)
        for chart in (reading.chart, editing.chart):
            chart.failed.connect(self._on_failed)

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def begin_new(self, kind: str) -> None:
        """Begin a new article or SOP."""
        steps = (Step(1, Kind.DO, next=2), Step(2, Kind.END))
        language = self._shelf.language
        empty = Sop(title="", language=language, first=1, steps=steps)
        self._begin(render(empty if kind == SOP else Article(title="", language=language)))

    def open_other(self) -> None:
        """Show this page in the other language, or begin it there with what it says in this."""
        leaf = self._shelf.leaf
        if leaf is None:
            return
        twin, language = self._shelf.twin(leaf), other(leaf.info.language)
        if twin is not None:
            self.open_wanted.emit(str(twin.id))
            return
        self._shelf.language = language
        self._begin(render(replace(leaf.page, language=language)))
        told = translate("Handbook", "This is the page as it was; write it in {language}.")
        self._doing.notices.tell(told.format(language=language_name(language)))

    def show_status(self) -> None:
        """Say whether what is on screen is saved."""
        draft, leaf = self._page.drafts.get(self._shelf.place), self._shelf.leaf
        overtaken = draft is not None and leaf is not None and draft.base != leaf.info.version
        self._page.editing.show_status(unsaved=draft is not None, overtaken=overtaken)

    def _begin(self, text: str) -> None:
        place = self._page.drafts.begin(text)
        self._page.editing.begin()
        self._keep()
        self.open_wanted.emit(place)

    async def _save(self) -> None:
        editing, shelf, kept = self._page.editing, self._shelf, self._page.drafts
        text, place, reason = editing.text, shelf.place, editing.reason.text()
        title = editing.page.title if editing.page else ""
        new, act_id = await self._database.write(page_acts.save, text, reason=reason)
        draft = kept.get(place)
        kept.drop(place)
        if draft is not None and draft.text != text:
            kept.put(str(new), draft.text, text, 0)
        if shelf.place == place:
            if place != str(new):
                shelf.trail.forget(place)
                shelf.trail.visit(str(new))
            shelf.place, shelf.mode = str(new), READ
            editing.reason.clear()
        self._keep()
        self._doing.tell(translate("Handbook", "Saved: {name}").format(name=title), act_id)
        self.saved.emit()

    async def _remove(self, leaf: Leaf) -> None:
        act_id = await self._database.write(page_acts.remove, leaf.id)
        told = translate("Handbook", "Thrown away: {name}").format(name=leaf.info.title)
        self._doing.tell(told, act_id)

    async def _link(self) -> None:
        shelf = self._shelf
        entries = [
            Entry(one.info.key, one.info.title, one.info.department, words=one.info.key)
            for one in shelf.leaves
            if one.info.language == shelf.spoken and str(one.id) != shelf.place
        ]
        entry = await self._picker.pick(
            translate("Handbook", "Link to which page?"),
            entries,
            placeholder=translate("Handbook", "Title of a page"),
        )
        if entry is not None:
            self._page.editing.insert_link(entry.text, entry.key)

    def _keep(self) -> None:
        self._tasks.start(self._keep_later(), replaces="keep")

    async def _keep_later(self) -> None:
        await asyncio.sleep(KEEP_SECONDS)
        await self._database.write(drafts.keep, list(self._page.drafts))

    def _on_edited(self) -> None:
        leaf, text = self._shelf.leaf, self._page.editing.text
        stored, version = (leaf.text, leaf.info.version) if leaf else ("", 0)
        if self._page.drafts.put(self._shelf.place, text, stored, version):
            self._page.listing.fill()
            self._keep()
        self.show_status()

    def _on_save(self) -> None:
        self._page.editing.look_now()
        unsaved = self._page.drafts.get(self._shelf.place) is not None
        if unsaved and self._page.editing.can_save:
            self._tasks.start(self._save(), once="save")

    def _on_revert(self) -> None:
        self._page.drafts.drop(self._shelf.place)
        self._shelf.mode = READ
        self._keep()
        self.changed.emit()

    def _on_remove(self) -> None:
        if self._shelf.leaf is not None:
            self._tasks.start(self._remove(self._shelf.leaf), once="remove")

    def _on_failed(self, why: str) -> None:
        told = translate("Handbook", "The picture could not be written. ({why})")
        self._doing.notices.problem(told.format(why=why))

    def _on_link(self) -> None:
        self._tasks.start(self._link(), replaces="link")
