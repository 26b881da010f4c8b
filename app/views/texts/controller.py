"""Works for the page with the owner's texts, macros and signature."""

from typing import Any

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.settings import WritingSettings, load
from app.services.tickets import (
    lists,
    macros,
    offered,
    outgoing,
    template_acts,
    templates,
    text_previews,
)
from app.services.tickets.macros import MacroInfo
from app.services.tickets.templates import TemplateInfo
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.texts.drafts import MACROS, STYLE, TEXTS, Item
from app.views.texts.form import Typed
from app.views.texts.page import TextsPage

SECTIONS = frozenset({templates.SECTION, macros.SECTION, WritingSettings.section, *lists.SECTIONS})


class TextsController(QObject):
    """Reads and writes texts, macros and the style for one page."""

    def __init__(self, services: Services, page: TextsPage, doing: Doing) -> None:
        super().__init__(page)
        self._database, self._clock = services.database, services.clock
        self._page, self._doing = page, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        page.save_wanted.connect(self._on_save)
        page.remove_wanted.connect(self._on_remove)
        page.move_wanted.connect(self._on_move)
        page.preview_wanted.connect(self._on_preview)
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    def begin(self) -> None:
        """Show everything as it stands."""
        self._tasks.start(self._show(), replaces="show")

    async def _show(self) -> None:
        read = self._database.read
        texts = [_of_text(one) for one in await read(templates.all_of)]
        own = [_of_macro(one) for one in await read(macros.all_of)]
        known, style = await read(offered.everything), await read(load, WritingSettings)
        signers = await read(outgoing.signers)
        self._page.show_all(texts, own, known, style, signers)

    async def _save(self) -> None:
        page = self._page
        if page.tab == STYLE:
            values = page.card.style_form.values
            act_id = await self._database.write(outgoing.set_style, **values)
            self._doing.tell(translate("TextsPage", "You write like this from now on"), act_id)
            return
        tab, old, typed = page.tab, page.shown, page.card.form.typed
        keep = self._keep_text if tab == TEXTS else self._keep_macro
        new, act_id = await keep(old, typed)
        page.saved(tab, old, new, typed)
        self.begin()
        name = " ".join(typed.name.split())
        self._doing.tell(translate("TextsPage", "Saved: {name}").format(name=name), act_id)

    async def _keep_text(self, text_id: int | None, typed: Typed) -> tuple[int, int | None]:
        values: dict[str, Any] = {
            "name": typed.name,
            "body": typed.body,
            "language": typed.language,
            "kinds": typed.kinds,
            "purpose": typed.purpose,
        }
        if text_id is None:
            return await self._database.write(template_acts.add, **values)
        return text_id, await self._database.write(template_acts.change, text_id, **values)

    async def _keep_macro(self, macro_id: int | None, typed: Typed) -> tuple[int, int | None]:
        return await self._database.write(
            macros.save,
            name=typed.name,
            text=typed.body,
            actions=typed.actions,
            macro_id=macro_id,
        )

    async def _remove(self, tab: str, item_id: int) -> None:
        remove = template_acts.remove if tab == TEXTS else macros.remove
        act_id = await self._database.write(remove, item_id)
        self._doing.tell(translate("TextsPage", "Thrown away"), act_id)

    async def _move(self, tab: str, item_id: int, to: int) -> None:
        move = template_acts.move if tab == TEXTS else macros.move
        act_id = await self._database.write(move, item_id, to=to)
        self._doing.tell(translate("TextsPage", "The order has changed"), act_id)

    async def _preview(self) -> None:
        page = self._page
        typed, macro = page.card.form.typed, page.tab == MACROS
        found = await self._database.read(
            text_previews.preview,
            typed.body,
            self._clock.now(),
            language=None if macro else typed.language,
            kinds=typed.kinds,
            purpose=typed.purpose,
        )
        page.card.form.show_preview(found)

    def _on_save(self) -> None:
        self._tasks.start(self._save(), once="save")

    def _on_remove(self, item_id: int) -> None:
        self._tasks.start(self._remove(self._page.tab, item_id), once="remove")

    def _on_move(self, item_id: int, to: int) -> None:
        self._tasks.start(self._move(self._page.tab, item_id, to), once="move")

    def _on_preview(self) -> None:
        self._tasks.start(self._preview(), replaces="preview")

    def _on_changed(self, event: SettingsChanged | StoreChangedElsewhere) -> None:
        if isinstance(event, StoreChangedElsewhere) or event.section in SECTIONS:
            self.begin()


def _of_text(one: TemplateInfo) -> Item[Typed]:
    return Item(
        one.id, Typed(one.name, one.body, one.language, one.purpose, tuple(sorted(one.kinds)))
    )


def _of_macro(one: MacroInfo) -> Item[Typed]:
    return Item(one.id, Typed(one.name, one.text, actions=one.actions))
