"""The place of the opening pages in the window: they are made when they are wanted."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app.views.opening.opener import Opener
from app.views.theme import Theme

if TYPE_CHECKING:  # most starts need none of the pages
    from app.models.rules.errors import KnownError
    from app.views.opening.view import OpeningView


class Entry(QObject):
    """Shows the opening pages among the faces of the window when the way in is closed.

    Signals:
        language_chosen(str): the owner wants the other language.
    """

    language_chosen = Signal(str)

    def __init__(self, theme: Theme, opener: Opener, faces: QStackedWidget) -> None:
        super().__init__(faces)
        self._theme, self._opener, self._faces = theme, opener, faces
        self._view: OpeningView | None = None
        opener.failed.connect(self._on_failed)

    @property
    def view(self) -> "OpeningView":
        """The pages; from now on they are there."""
        if self._view is None:
            module: Any = import_module("app.views.opening.view")
            made: OpeningView = module.OpeningView(self._theme, self._opener)
            made.shown.connect(self._on_shown)
            made.language_chosen.connect(self.language_chosen)
            self._faces.addWidget(made)
            self._view = made
        return self._view

    @property
    def wanted(self) -> str:
        """The way to begin that the owner chose just now; "" when he began before."""
        return self._view.wanted if self._view is not None else ""

    def _on_failed(self, error: "KnownError | None") -> None:
        self.view.show_failure(error)

    def _on_shown(self) -> None:
        self._faces.setCurrentWidget(self.view)
