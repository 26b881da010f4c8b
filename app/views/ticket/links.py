"""Opens a link of a message, after showing where it really goes when it looks otherwise."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.services.markup_links import link_host, looks_misleading
from app.views.language import translate
from app.views.tasks import answered
from app.views.tokens import MEDIUM, WIDE
from app.views.widgets.labels import PlainLabel

SCHEMES = ("http", "https", "mailto", "tel")
OpenUrl = Callable[[QUrl], object]


class Ask(Protocol):
    """Asks the owner whether to open a link that goes to `host`."""

    async def __call__(self, parent: QWidget, host: str, href: str) -> bool:
        """Return whether he wants to."""
        ...


async def follow(
    parent: QWidget, href: str, shown: Sequence[str], *, open_url: OpenUrl, ask: Ask | None = None
) -> bool:
    """Open a link with the program that the computer has for it; returns whether it was opened.

    Args:
        shown: what the places of the message show that lead there; none for a picture.
    """
    url = QUrl(href, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in SCHEMES:
        return False
    if any(looks_misleading(href, text) for text in shown or ("",)):
        host = link_host(href) or url.host()
        if not await (ask or ask_owner)(parent, host, href):
            return False
    open_url(url)
    return True


async def ask_owner(parent: QWidget, host: str, href: str) -> bool:
    """Show where a link goes and ask whether to go there."""
    dialog = LinkDialog(parent, host, href)
    return await answered(dialog) == QDialog.DialogCode.Accepted.value


class LinkDialog(QDialog):
    """Says where a link really goes."""

    def __init__(self, parent: QWidget, host: str, href: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("LinkDialog", "This link goes somewhere else"))
        text = translate(
            "LinkDialog",
            "The text of this link looks like another address than the one it opens. "
            "That is what people do who want your password or money.",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(PlainLabel(text, wrap=True))
        layout.addWidget(PlainLabel(translate("LinkDialog", "It really goes to:"), tone="muted"))
        layout.addWidget(PlainLabel(host, face="title", wrap=True, selectable=True))
        shown = href if len(href) <= 200 else f"{href[:200]}…"
        layout.addWidget(PlainLabel(shown, face="small", tone="muted", wrap=True))
        buttons = QDialogButtonBox(self)
        stay = buttons.addButton(
            translate("LinkDialog", "Do not open"), QDialogButtonBox.ButtonRole.RejectRole
        )
        buttons.addButton(
            translate("LinkDialog", "Open it anyway"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        stay.setFocus()
        layout.addWidget(buttons)
        self.setMinimumWidth(460)
