"""The icon in the tray and the number on the program's icon; nothing depends on either."""

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from app.views.actions import Actions
from app.views.language import plural
from app.views.theme import Theme

SIZE = 64
MOST = 99


class Tray(QObject):
    """Shows how many messages are to be done.

    Signals:
        wanted(): the owner wants to see the window.
    """

    wanted = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = -1
        self.icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon = QSystemTrayIcon(self)
            self.icon.activated.connect(self._on_activated)
            menu = QMenu(parent)
            for name in ("view_todo", "fetch", "quit"):
                menu.addAction(actions[name])
            self.icon.setContextMenu(menu)
            theme.changed.connect(self._redraw)

    def show_count(self, count: int) -> None:
        """Show how many messages wait for the owner."""
        if count == self._count:
            return
        self._count = count
        QGuiApplication.instance().setBadgeNumber(count)  # type: ignore[union-attr]
        self._redraw()

    def _redraw(self) -> None:
        if self.icon is None:
            return
        self.icon.setIcon(QIcon(badge(self._theme, max(self._count, 0))))
        self.icon.setToolTip(
            "Balie" if self._count <= 0 else plural("Tray", "%n message(s) to do", self._count)
        )
        self.icon.show()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.wanted.emit()


def badge(theme: Theme, count: int) -> QPixmap:
    """Return the icon of the program with a number on it; none for 0."""
    made = QPixmap(SIZE, SIZE)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPixmap(QRect(0, 0, SIZE, SIZE), theme.pixmap("building-store", "accent", SIZE))
    if count:
        box = QRect(SIZE // 4, SIZE // 2 - 4, SIZE * 3 // 4, SIZE // 2 + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours.danger))
        painter.drawRoundedRect(box, 12, 12)
        font = QFont(theme.font("strong"))
        font.setPixelSize(30)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours.surface))
        text = str(count) if count <= MOST else f"{MOST}+"
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.end()
    return made
