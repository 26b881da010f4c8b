"""The flowchart of a procedure, drawn and edited; text beside it is the same thing in words."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.handbook import check
from app.models.rules.handbook.check import Problem
from app.models.rules.handbook.pages import START, Kind, Sop
from app.views.handbook.chart.acts import ChartActs
from app.views.handbook.chart.canvas import Canvas
from app.views.handbook.chart.drafting import Drafting
from app.views.handbook.chart.export import FORMATS, export_chart
from app.views.handbook.chart.guiding import Guiding
from app.views.handbook.chart.parts import Problems, ToolBar, sentence_of
from app.views.handbook.chart.wording import Wording
from app.views.handbook.chart.zooming import ZOOM_STEP
from app.views.language import translate
from app.views.theme import Theme
from app.views.widgets.empty import EmptyState
from app.views.widgets.file_dialog import file_dialog
from app.views.widgets.panel import Panel

_LEAST_READABLE = 0.75


class ChartEditor(Panel):
    """Shows a procedure as a chart and lets it be drawn.

    Signals:
        changed(object): the procedure as it was drawn here; the host shows it in words.
        failed(str): a picture could not be written: the reason, as the system says it.
    """

    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._drafting = Drafting(self)
        self.tools = ToolBar(theme, self)
        self.canvas = Canvas(theme, self)
        self.acts = ChartActs(self._drafting, self.canvas)
        self.guiding = Guiding(self.canvas, self.acts, self.tools)
        self.wording = Wording(theme, self.canvas, self.acts)
        self.inline = self.wording.inline
        self.empty = EmptyState(theme, self)
        self.problems = Problems(theme, self)
        self._fitted = False
        self._lay_out()
        self._connect()
        self.dress()

    @override
    def show(self, sop: Sop | None = None, *, read_only: bool = False) -> None:
        """Show a procedure; without one, show the widget.

        One with the steps that are drawn already leaves undo and what is chosen alone.
        """
        if sop is None:
            super().show()
            return
        before, was_read_only = self._drafting.sop, self.canvas.read_only
        self.canvas.read_only = read_only
        if self._drafting.take(sop) or was_read_only != read_only:
            self.inline.give_up()
            other = before is None or before.key != sop.key
            self._show_drawn(sop, [] if other else None)
            if other:
                self._fit()
        self._say_empty()
        self._offer()

    def set_known(self, names: Mapping[Kind, Sequence[str]]) -> None:
        """Offer names while typing: of templates by Kind.SEND, of departments by Kind.ASK."""
        self.wording.known = names

    def sop(self) -> Sop:
        """Return the procedure as it is drawn now."""
        self.inline.keep()
        return self.acts.sop

    def export(self, path: Path | str) -> None:
        """Write the chart as a file of export.FORMATS; `failed` tells when it cannot be."""
        try:
            export_chart(self.sop(), Path(path))
        except OSError as error:
            self.failed.emit(error.strerror or str(error))

    def do(self, name: str) -> None:
        """Do an act of commands.COMMANDS by its name."""
        if not self.guiding.do(name) and not self.acts.do(name):
            self._others[name]()

    @override
    def retranslate(self) -> None:
        self.canvas.setAccessibleName(translate("Chart", "Flowchart"))
        self._say_empty()
        if self._drafting.sop is not None:  # what is said of steps is in another language now
            self._show_drawn(self._drafting.sop)

    @override
    def redress(self) -> None:
        self.canvas.setBackgroundBrush(self.theme.colour("window"))
        self.canvas.chart.redress(self.theme.colours)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fitted:
            # Its size comes with the layout, a moment later.
            QTimer.singleShot(0, self, self._fit)

    # --- how ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.canvas)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.problems)

    def _connect(self) -> None:
        self._others: dict[str, Callable[[], None]] = {
            "edit": self.wording.edit,
            "zoom_in": partial(self.canvas.zoom_by, ZOOM_STEP),
            "zoom_out": partial(self.canvas.zoom_by, 1 / ZOOM_STEP),
            "zoom_none": partial(self.canvas.zoom_to, 1.0),
            "fit": self.canvas.fit,
            "export": partial(ask_path, self),
            "menu": self.wording.open_menu,
        }
        self._drafting.drawn.connect(self._show_drawn)
        self._drafting.changed.connect(self.changed)
        self._drafting.stack.indexChanged.connect(self._offer)
        self.canvas.asked.connect(self.do)
        self.canvas.chosen.connect(self._offer)
        self.canvas.zoomed.connect(self._on_zoomed)
        self.canvas.wanted_menu.connect(self.wording.open_menu)
        self.tools.asked.connect(self._on_tool)
        self.empty.acted.connect(partial(self.do, "add_do"))
        self.problems.chosen.connect(self._on_problem)
        self.wording.ended.connect(self._on_worded)

    def _show_drawn(self, sop: Sop, choose: Sequence[int] | None = None) -> None:
        chosen = self.canvas.chosen_nodes() if choose is None else choose
        found = self._found(sop)
        self.canvas.chart.show_sop(sop, self.theme.colours, marks_of(found))
        self._stack.setCurrentWidget(self.canvas if sop.steps else self.empty)
        self.canvas.choose(chosen, show=choose is not None)
        self.problems.show_problems(found)

    def _say_empty(self) -> None:
        add = "" if self.canvas.read_only else translate("Chart", "Add the first step")
        self.empty.say(
            "sitemap", translate("Chart", "No steps yet"),
            translate("Chart", "A procedure says what to do in one kind of case, step by step."),
            action=add,
        )  # fmt: skip

    def _found(self, sop: Sop) -> Sequence[Problem]:
        return () if self.canvas.read_only or not sop.steps else check.problems(sop)

    def _fit(self) -> None:
        """Show the whole chart; of one that is too large for that, its beginning."""
        if not self.isVisible() or self._drafting.sop is None:
            self._fitted = False
            return
        self._fitted = True
        self.canvas.fit()
        if self.canvas.zoom < _LEAST_READABLE:
            self.canvas.zoom_to(_LEAST_READABLE)
            place, room = self.canvas.chart.places[START], self.canvas.viewport().height()
            self.canvas.centerOn(place[0], place[1] + room / _LEAST_READABLE / 2 - 60)

    def _offer(self) -> None:
        stack, chosen = self._drafting.stack, bool(self.canvas.chosen_nodes())
        can = {
            "undo": stack.canUndo(),
            "redo": stack.canRedo(),
            "remove": chosen or bool(self.canvas.chosen_ways()),
            "edit": chosen,
            "join": chosen,
        }
        self.tools.offer(changes=not self.canvas.read_only, can=can)
        self.tools.name_changes(stack.undoText(), stack.redoText())

    def _on_zoomed(self) -> None:
        self.tools.show_zoom(self.canvas.zoom)

    def _on_problem(self, number: int) -> None:
        self.canvas.choose([number])
        self.canvas.setFocus()

    def _on_tool(self, name: str) -> None:
        self.canvas.setFocus()
        self.do(name)

    def _on_worded(self) -> None:
        sop = self._drafting.sop
        if sop is not None:  # what was typed and given up is shown no longer
            self._show_drawn(sop, None)
        self.canvas.setFocus()


def marks_of(problems: Sequence[Problem]) -> dict[int, list[str]]:
    """Return problems as sentences, by the step that they are of."""
    marks: dict[int, list[str]] = defaultdict(list)
    for problem in problems:
        if problem.step is not None:
            marks[problem.step].append(sentence_of(problem))
    return dict(marks)


def ask_path(editor: ChartEditor) -> None:
    """Ask where a picture is saved, and as what kind."""
    dialog = file_dialog(editor, translate("Chart", "Save as a picture…"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"{kind.upper()} (*.{kind})" for kind in FORMATS])
    dialog.setDefaultSuffix(FORMATS[0])
    dialog.selectFile(f"{editor.sop().key or 'sop'}.{FORMATS[0]}")
    dialog.filterSelected.connect(partial(_take_suffix, dialog))
    dialog.fileSelected.connect(editor.export)
    dialog.open()


def _take_suffix(dialog: QFileDialog, chosen: str) -> None:
    """Name the file as the kind that was picked."""
    suffix = chosen.partition(" ")[0].lower()
    named = [Path(path).with_suffix(f".{suffix}").name for path in dialog.selectedFiles()]
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(next(iter(named), f"sop.{suffix}"))
