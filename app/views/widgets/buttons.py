"""Buttons of the window: plain ones with a look, and one that offers choices."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override


def button(tone: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a push button with a look of the style sheet: "primary", "quiet", "link"..."""
    made = QPushButton(parent)
    if tone:
        made.setProperty("tone", tone)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    return made


def icon_button(parent: QWidget | None = None) -> QToolButton:
    """Return a button that shows only an icon; it needs a tooltip and an accessible name."""
    made = QToolButton(parent)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def popup_below(widget: QWidget, menu: QMenu) -> None:
    """Open a menu at the lower left corner of a widget, without a loop of its own.

    A button with `setMenu` loses its padding under a style sheet.
    """
    menu.popup(widget.mapToGlobal(QPoint(0, widget.height() + 2)))


ARROW = "  ▾"
PADDING, NARROWEST = 22, 60
ROUNDED = 2
"""Widths are whole pixels, text is not: exactly as wide as it says, it would be elided."""


class ChoiceButton(QPushButton):
    """Shows what is chosen; its menu offers the rest.

    Signals:
        chosen(str): the key of what the owner picked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "choice")
        self.setAutoDefault(False)
        # A push button's own policy lets no layout make it narrower than its text.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.clicked.connect(self._on_clicked)
        self._menu.triggered.connect(self._on_triggered)
        self._offered: tuple[tuple[tuple[str, str], ...], str] | None = None
        self._shown = ""

    def set_choices(
        self, name: str, choices: Sequence[tuple[str, str]], current: str, *, empty: str = ""
    ) -> None:
        """Offer (key, text) pairs and show the text of the current key.

        Args:
            name: what is chosen here, for screen readers and as prefix of the tooltip.
            empty: shown when no key is current.
        """
        offered = (tuple(choices), current)
        if offered != self._offered:  # an open menu is not pulled away under the pointer
            self._offered = offered
            self._fill(choices, current)
        shown = dict(choices).get(current, empty)
        self.show_as(shown)
        self.setToolTip(name)
        self.setAccessibleName(f"{name}: {shown}")

    def show_as(self, text: str) -> None:
        """Show another text than that of the current key, such as the name of an empty field."""
        self._shown = text
        self.updateGeometry()
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        missing = self.fontMetrics().horizontalAdvance(self._shown + ARROW)
        return QSize(missing + PADDING + ROUNDED, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as much of the text as there is room for."""
        metrics = self.fontMetrics()
        room = self.width() - PADDING - metrics.horizontalAdvance(ARROW)
        text = metrics.elidedText(self._shown, Qt.TextElideMode.ElideRight, max(room, 0))
        self.setText(_plain(text) + ARROW)

    def keys(self) -> list[str]:
        """Return the keys on offer."""
        return [str(action.data()) for action in self._menu.actions()]

    def choose(self, key: str) -> None:
        """Pick a choice as a click would."""
        for action in self._menu.actions():
            if action.data() == key:
                action.trigger()
                return

    def _fill(self, choices: Sequence[tuple[str, str]], current: str) -> None:
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        for key, text in choices:
            action = QAction(_plain(text), self._menu)
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == current)
            self._group.addAction(action)
            self._menu.addAction(action)

    def _on_clicked(self) -> None:
        popup_below(self, self._menu)

    def _on_triggered(self, action: QAction) -> None:
        # Later: whoever hears it may offer other choices, and this action is gone then.
        QTimer.singleShot(0, self, partial(self.chosen.emit, str(action.data())))


def _plain(text: str) -> str:
    return text.replace("&", "&&")
