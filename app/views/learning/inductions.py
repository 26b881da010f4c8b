"""Works for the sheet of new colleagues."""

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from app.bootstrap import Services
from app.services.learning import induction
from app.services.learning.induction import Induction
from app.services.tickets import directory
from app.views.directory.matrix import STYLE, write_pdf
from app.views.doing import Doing
from app.views.language import translate
from app.views.learning.induction_sheet import InductionSheet
from app.views.tasks import GuiTasks, answered
from app.views.widgets.file_dialog import file_dialog
from app.views.widgets.picker import Entry, Picker


class InductionsController(QObject):
    """Reads and writes lists of new colleagues for one sheet.

    Signals:
        page_wanted(str): the key of a page to be read.
    """

    page_wanted = Signal(str)

    def __init__(
        self,
        services: Services,
        sheet: InductionSheet,
        picker: Picker,
        doing: Doing,
        open_url: Callable[[QUrl], object],
    ) -> None:
        super().__init__(sheet)
        self._database, self._sheet = services.database, sheet
        self._picker, self._doing, self._open_url = picker, doing, open_url
        self._tasks = GuiTasks(self, doing.notices.report)
        self._shown: int | None = None
        sheet.chosen.connect(self._on_chosen)
        sheet.add_wanted.connect(self._on_add)
        sheet.tick_wanted.connect(self._on_tick)
        sheet.item_wanted.connect(self._on_item)
        sheet.remove_wanted.connect(self._on_remove)
        sheet.page_wanted.connect(self.page_wanted)
        sheet.copy_wanted.connect(self._on_copy)
        sheet.paper_wanted.connect(self._on_paper)

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def refresh(self) -> None:
        """Show the lists as they stand."""
        self._tasks.start(self._refresh(), replaces="refresh")

    async def _refresh(self) -> None:
        found = await self._database.read(induction.infos)
        shown = next((one for one in found if one.colleague == self._shown), None)
        shown = shown or (found[0] if found else None)
        self._shown = shown.colleague if shown else None
        self._sheet.show_inductions(found, shown)

    async def _add(self) -> None:
        known = await self._database.read(directory.colleagues)
        begun = {one.colleague for one in await self._database.read(induction.infos)}
        entry = await self._picker.pick(
            translate("Induction", "Who is new?"),
            [
                Entry(str(one.id), one.name, one.role, "user")
                for one in known
                if one.id not in begun
            ],
            placeholder=translate("Induction", "Choose a colleague of the directory"),
        )
        if entry is None:
            return
        act_id = await self._database.write(induction.start, int(entry.key))
        self._shown = int(entry.key)
        self._doing.tell(translate("Induction", "Begun for {name}").format(name=entry.text), act_id)

    async def _tick(self, one: Induction, position: int, *, done: bool) -> None:
        by = self._sheet.by.text()
        act_id = await self._database.write(
            induction.tick, one.colleague, position, done=done, by=by
        )
        told = translate("Induction", "Ticked") if done else translate("Induction", "Not done")
        self._doing.tell(told, act_id)

    async def _more(self, one: Induction, text: str) -> None:
        act_id = await self._database.write(induction.add, one.colleague, text=text)
        self._sheet.more.clear()
        self._doing.tell(translate("Induction", "Added: {name}").format(name=text), act_id)

    async def _remove(self, one: Induction, position: int) -> None:
        act_id = await self._database.write(induction.remove, one.colleague, position)
        self._doing.tell(translate("Induction", "Taken out of the list"), act_id)

    async def _copy(self, one: Induction) -> None:
        text = await self._database.read(induction.as_text, one.colleague)
        QGuiApplication.clipboard().setText(text)
        self._doing.notices.tell(translate("Induction", "Copied as text"))

    async def _paper(self, one: Induction) -> None:
        dialog = file_dialog(self._sheet, translate("Induction", "The list as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{one.name}.pdf")
        if await answered(dialog) == QDialog.DialogCode.Accepted.value:
            await self.save(one, Path(dialog.selectedFiles()[0]))

    async def save(self, one: Induction, place: Path) -> None:
        """Write a list on paper to a place and show it, ready to be printed."""
        text = await self._database.read(induction.as_text, one.colleague)
        write_pdf(html_of(text), place, text.partition("\n")[0])
        told = translate("Induction", "Saved: {name}").format(name=place.name)
        self._doing.notices.tell(told)
        self._open_url(QUrl.fromLocalFile(str(place)))

    def _on_chosen(self, colleague: int) -> None:
        self._shown = colleague
        self.refresh()

    def _on_add(self) -> None:
        self._tasks.start(self._add(), replaces="add")

    def _on_tick(self, position: int, done: bool) -> None:  # noqa: FBT001  a slot
        if self._sheet.one is not None:
            self._tasks.start(self._tick(self._sheet.one, position, done=done))

    def _on_item(self, text: str) -> None:
        if self._sheet.one is not None:
            self._tasks.start(self._more(self._sheet.one, text), once="more")

    def _on_remove(self, position: int) -> None:
        if self._sheet.one is not None:
            self._tasks.start(self._remove(self._sheet.one, position), once="remove")

    def _on_copy(self) -> None:
        if self._sheet.one is not None:
            self._tasks.start(self._copy(self._sheet.one))

    def _on_paper(self) -> None:
        if self._sheet.one is not None:
            self._tasks.start(self._paper(self._sheet.one), once="paper")


def html_of(text: str) -> str:
    """Return a list as HTML for QTextDocument: its title, heads and lines with a box each."""
    title, *lines = text.strip().split("\n")
    parts = []
    for line in filter(None, lines):
        is_item = line.startswith("[")
        shown = escape(line).replace("[ ]", "☐", 1).replace("[x]", "☑", 1)
        parts.append(f"<p>{shown}</p>" if is_item else f"<h3>{shown}</h3>")
    return (
        f"<html><head><style>{STYLE} p {{ color: #1f2328; }}</style></head>"
        f"<body><h1>{escape(title)}</h1>{''.join(parts)}</body></html>"
    )
