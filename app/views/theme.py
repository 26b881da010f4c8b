"""How the window looks: colours, spaces, type, for light and for dark, in one place."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.views import icons
from app.views.stylesheet import stylesheet
from app.views.tokens import DARK, LIGHT, SMALLEST_TEXT, Colours

SYSTEM, LIGHT_MODE, DARK_MODE = "system", "light", "dark"
MODES = (SYSTEM, LIGHT_MODE, DARK_MODE)


@dataclass(frozen=True, slots=True)
class Face:
    """A font of the window: points more than the base, and its weight."""

    more: float = 0
    weight: QFont.Weight = QFont.Weight.Normal


FACES = {
    "body": Face(),
    "strong": Face(weight=QFont.Weight.DemiBold),
    "small": Face(-1),
    "small_strong": Face(-1, QFont.Weight.DemiBold),
    "title": Face(3, QFont.Weight.DemiBold),
    "headline": Face(7, QFont.Weight.DemiBold),
}
MOST_FITTED = 4000


class Theme(QObject):
    """Dresses the application; follows the system where it tells, unless the owner chose.

    Args:
        later: the style sheet waits for `wear`.

    Signals:
        changed(): colours are others now; who paints or holds icons takes them anew.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, mode: str = SYSTEM, *, later: bool = False
    ) -> None:
        super().__init__(application)
        self._application = application
        self._mode = mode
        self._worn = not later
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}
        self._fonts: dict[str, tuple[QFont, QFontMetrics]] = {}
        self._fitted: dict[tuple[str, str, int], tuple[str, int]] = {}
        self.colours: Colours = LIGHT
        application.setStyle("fusion")
        base = application.font()
        self.base_size = max(base.pointSizeF(), SMALLEST_TEXT)
        base.setPointSizeF(self.base_size)
        application.setFont(base)
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def mode(self) -> str:
        return self._mode

    @property
    def is_dark(self) -> bool:
        return self.colours is DARK

    def choose(self, mode: str) -> None:
        """Follow the system, or be light or dark whatever it says."""
        if mode in MODES and mode != self._mode:
            self._mode = mode
            self._apply()

    def wear(self) -> None:
        """Put the style sheet on.

        With one on, Qt styles a widget again wherever it is put: a window that is built first and
        styled then takes a third less.
        """
        self._worn = True
        self._application.setStyleSheet(stylesheet(self.colours, self.base_size))

    def font(self, face: str = "body") -> QFont:
        """Return a font by its name in FACES."""
        if face not in self._fonts:
            font = QFont(self._application.font())
            font.setPointSizeF(self.base_size + FACES[face].more)
            font.setWeight(FACES[face].weight)
            self._fonts[face] = font, QFontMetrics(font)
        return self._fonts[face][0]

    def metrics(self, face: str = "body") -> QFontMetrics:
        """Return the measures of a font."""
        self.font(face)
        return self._fonts[face][1]

    def fitting(self, text: str, face: str, room: int) -> tuple[str, int]:
        """Return as much of a text as there is room for, on one line, and its width in pixels.

        Remembered, because a list paints the same words at each step that it is scrolled.
        """
        key = (text, face, room)
        found = self._fitted.get(key)
        if found is None:
            metrics = self.metrics(face)
            line = " ".join(text.split())
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0, room))
            found = shown, metrics.horizontalAdvance(shown)
            if len(self._fitted) > MOST_FITTED:
                self._fitted.clear()
            self._fitted[key] = found
        return found

    def colour(self, name: str) -> QColor:
        """Return a colour by its name in Colours; it is shared, so copy it to change it."""
        return _colour(getattr(self.colours, name))

    def pixmap(self, icon: str, colour: str = "muted", size: int = 18) -> QPixmap:
        """Return an icon tinted in a colour of the theme, sharp on this screen."""
        key = (icon, colour, size)
        if key not in self._pixmaps:
            ratio = self._application.devicePixelRatio()
            tint = getattr(self.colours, colour)
            self._pixmaps[key] = icons.pixmap(icon, tint, size, ratio)
        return self._pixmaps[key]

    def icon(self, icon: str, colour: str = "muted", size: int = 18) -> QIcon:
        """Return an icon for a button."""
        found = QIcon(self.pixmap(icon, colour, size))
        found.addPixmap(self.pixmap(icon, "faint", size), QIcon.Mode.Disabled)
        return found

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._mode == SYSTEM:
            self._apply()

    def _apply(self) -> None:
        hints = self._application.styleHints()
        dark = self._mode == DARK_MODE or (
            self._mode == SYSTEM and hints.colorScheme() == Qt.ColorScheme.Dark
        )
        self.colours = DARK if dark else LIGHT
        sheet = stylesheet(self.colours, self.base_size)
        if sheet == self._application.styleSheet():  # setting it again would restyle everything
            return
        self._application.setPalette(palette(self.colours))
        self._pixmaps.clear()
        if self._worn:
            self._application.setStyleSheet(sheet)
        self.changed.emit()


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget another look of the style sheet, such as "danger"."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def palette(colours: Colours) -> QPalette:
    """Return Fusion's palette in these colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for part, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.ToolTipBase: colours.tooltip,
        role.ToolTipText: colours.tooltip_text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.window,
        role.Mid: colours.border,
        role.Dark: colours.muted,
        role.Shadow: colours.border,
        role.Accent: colours.accent,
    }.items():
        made.setColor(part, QColor(value))
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(colours.faint))
    return made


@cache
def _colour(value: str) -> QColor:
    return QColor(value)
