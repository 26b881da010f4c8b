"""How a procedure is walked: how often, how it ended, and a bar for each step where walks stop."""

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.handbook.run_stats import SopStats, Stop
from app.views import moments
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL, TIGHT
from app.views.widgets.labels import PlainLabel, plain_tip
from app.views.widgets.panel import Panel

MOST = 5
"""Steps that have a bar; the rest stopped fewer."""


class WalkFacts(Panel):
    """Stands below the other facts of a procedure that was ever begun."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._stats: SopStats | None = None
        self._name, self._stop_name = PlainLabel(face="section"), PlainLabel(face="section")
        self.value = PlainLabel(wrap=True, selectable=True)
        self.bars: list[QProgressBar] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, MEDIUM)
        self._column.setSpacing(TIGHT)
        self._stop_name.setContentsMargins(0, SMALL, 0, 0)
        for part in (self._name, self.value, self._stop_name):
            self._column.addWidget(part)
        self.dress()

    def show_stats(self, stats: SopStats | None) -> None:
        """Show how a page is walked; None shows nothing."""
        self._stats = stats
        self._fill()

    @override
    def retranslate(self) -> None:
        self._name.setText(translate("Handbook", "Walked"))
        self._stop_name.setText(translate("Handbook", "Where it stops"))
        self._fill()

    def _fill(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.bars = [], []
        stats = self._stats
        self.setVisible(stats is not None)
        if stats is None:
            return
        self.value.setText("\n".join(_told(stats)))
        self._stop_name.setVisible(bool(stats.stops))
        for stop in stats.stops[:MOST]:
            self._add(stop, stats.stopped)

    def _add(self, stop: Stop, stopped: int) -> None:
        row = QWidget(self)
        name = PlainLabel(_step(stop), face="small", wrap=True)
        bar, count = QProgressBar(row), PlainLabel(moments.number(stop.count), face="small")
        bar.setRange(0, stopped)
        bar.setValue(stop.count)
        bar.setTextVisible(False)
        told = plural("Handbook", "stopped %n time(s)", stop.count)
        bar.setAccessibleName(f"{name.text()}: {told}")
        row.setToolTip(plain_tip("\n".join((told, *filter(None, stop.reasons)))))
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(bar, 1)
        line.addWidget(count)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, SMALL)
        column.setSpacing(TIGHT)
        column.addWidget(name)
        column.addLayout(line)
        self._column.addWidget(row)
        self._rows.append(row)
        self.bars.append(bar)


def _step(stop: Stop) -> str:
    if not stop.step:
        return translate("Handbook", "before its first step")
    return f"{stop.step}. {stop.title}" if stop.title else f"{stop.step}."


def _told(stats: SopStats) -> list[str]:
    lines = [plural("Handbook", "%n time(s)", stats.begun)]
    for number, text in (
        (stats.finished, translate("Handbook", "{number} to the end")),
        (stats.stopped, translate("Handbook", "{number} stopped")),
        (stats.open, translate("Handbook", "{number} still open")),
    ):
        if number:
            lines.append(text.format(number=moments.number(number)))
    if stats.median_minutes:  # less than a minute says nothing
        text = translate("Handbook", "mostly takes {time}")
        lines.append(text.format(time=moments.amount(timedelta(minutes=stats.median_minutes))))
    return lines
