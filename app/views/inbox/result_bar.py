"""The line below the search line: how much was found, in which order, and what was meant."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.tickets.inbox_page import BEST, NEWEST
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.panel import Panel


class ResultBar(Panel):
    """There only while something is looked for.

    Signals:
        order_chosen(str): NEWEST or BEST.
        meant_chosen(str): the query that was probably meant.
        save_wanted(): keep this search as a view.
    """

    order_chosen = Signal(str)
    meant_chosen = Signal(str)
    save_wanted = Signal()
    everywhere_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._count, self._capped, self._meant = 0, False, ""
        self._found = ElidedLabel(face="small", tone="muted")
        self.newest = button("segment", self)
        self.best = button("segment", self)
        self._orders = QButtonGroup(self)
        for made in (self.newest, self.best):
            made.setCheckable(True)
            self._orders.addButton(made)
        self.newest.setChecked(True)
        self._orders.buttonClicked.connect(self._on_order)
        self.save = icon_button(self)
        self.save.clicked.connect(self.save_wanted)
        self.everywhere = button("link", self)
        self.everywhere.clicked.connect(self.everywhere_wanted)
        self.meant = button("link", self)
        self.meant.clicked.connect(self._on_meant)
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        row.addWidget(self._found)
        row.addStretch(1)
        row.addWidget(self.newest)
        row.addWidget(self.best)
        row.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SMALL, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.meant, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.everywhere, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.dress()

    @property
    def order(self) -> str:
        return BEST if self.best.isChecked() else NEWEST

    @property
    def text(self) -> str:
        return self._found.whole

    def show_found(
        self, count: int, *, capped: bool, ranked: bool, meant: str = "", whole: bool = True
    ) -> None:
        """Say how much was found.

        Args:
            ranked: it can be put in two orders.
            whole: all messages were searched, and not one view only.
        """
        self.everywhere.setVisible(not whole)
        self._count, self._capped, self._meant = count, capped, meant
        self.newest.setVisible(ranked)
        self.best.setVisible(ranked)
        self.meant.setVisible(bool(meant))
        self.retranslate()
        self.show()

    @override
    def retranslate(self) -> None:
        text = plural("ResultBar", "%n conversation(s)", self._count)
        if self._capped:
            text = translate("ResultBar", "{count}, the newest").format(count=text)
        self._found.setText(text if self._count else translate("ResultBar", "Nothing found"))
        if self._capped:
            self._found.setToolTip(
                translate(
                    "ResultBar",
                    "There is more: only the newest messages were looked at. Add a word.",
                )
            )
        self.newest.setText(translate("ResultBar", "Newest"))
        self.best.setText(translate("ResultBar", "Best"))
        save = translate("ResultBar", "Keep this search as a view")
        self.save.setToolTip(f"{save}  (Ctrl+S)")
        self.save.setAccessibleName(save)
        self.everywhere.setText(translate("ResultBar", "Search in all messages"))
        self.meant.setText(
            translate("ResultBar", "Did you mean: {query}").format(query=self._meant)
        )

    @override
    def redress(self) -> None:
        self.save.setIcon(self.theme.icon("bookmark", size=16))

    def _on_order(self) -> None:
        self.order_chosen.emit(self.order)

    def _on_meant(self) -> None:
        self.meant_chosen.emit(self._meant)
