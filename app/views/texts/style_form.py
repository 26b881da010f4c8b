"""How the firm speaks to its customers, and what is put behind its answers."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.templates import Form
from app.services.settings import WritingSettings
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL, TIGHT
from app.views.widgets.buttons import ChoiceButton
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel
from app.views.widgets.segments import Segments

SIGNATURE_HEIGHT = 110
INITIALS_WIDTH = 160
FIRM = ""
"""Stands for the firm among the accounts that sign."""

NAMES = ("form", "signature", "short_form", "initials")


class StyleForm(Panel):
    """Letters first, then the channels on which texts are short.

    Accounts may sign otherwise than the firm; they are chosen when there are several.

    Signals:
        edited(): the owner changed something.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._quiet = False
        self._heads = {name: PlainLabel(face="strong") for name in ("letters", "short")}
        self._hints = {
            name: PlainLabel(face="small", tone="muted", wrap=True) for name in ("letters", "short")
        }
        self._labels = {name: PlainLabel(face="section") for name in NAMES}
        self.forms = {name: Segments(list(Form)) for name in ("form", "short_form")}
        self._chosen: dict[str, str] = {}
        self._signatures: dict[str, str] = {FIRM: ""}
        self._signer, self._signers = FIRM, dict[str, str]()
        self.signer = ChoiceButton(self)
        self.signer.hide()
        self.signature, self.initials = QPlainTextEdit(self), QLineEdit(self)
        self.signature.setTabChangesFocus(True)
        self.signature.setFixedHeight(SIGNATURE_HEIGHT)
        self.initials.setFixedWidth(INITIALS_WIDTH)
        self._lay_out()
        self.forms["form"].chosen.connect(self._on_form)
        self.forms["short_form"].chosen.connect(self._on_short_form)
        self.signature.textChanged.connect(self._on_signed)
        self.signer.chosen.connect(self._on_signer)
        self.initials.textEdited.connect(self._on_edited)
        self.show_style(WritingSettings())
        self.dress()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for head, form, text, field in (
            ("letters", "form", "signature", self.signature),
            ("short", "short_form", "initials", self.initials),
        ):
            column.addWidget(self._heads[head])
            column.addWidget(self._hints[head])
            column.addSpacing(TIGHT)
            column.addWidget(self._labels[form])
            column.addWidget(self.forms[form])
            column.addSpacing(TIGHT)
            column.addLayout(self._headed(text))
            column.addWidget(field)
            column.addSpacing(LARGE)

    def _headed(self, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._labels[name])
        if name == "signature":
            row.addWidget(self.signer)
        row.addStretch(1)
        return row

    @property
    def values(self) -> Mapping[str, Any]:
        """What was filled in, as `outgoing.set_style` takes it."""
        return {
            **self._chosen,
            "signature": self._signatures[FIRM].strip(),
            "signatures": tuple(
                sorted(
                    (int(key), words.strip())
                    for key, words in self._signatures.items()
                    if key != FIRM and words.strip()
                )
            ),
            "initials": self.initials.text().strip(),
        }

    def differs(self, style: WritingSettings) -> bool:
        """Tell whether it is filled in otherwise than it is kept."""
        kept = {
            name: value.strip() if isinstance(value, str) else value
            for name, value in asdict(style).items()
        }
        return any(kept[name] != value for name, value in self.values.items())

    def show_style(self, style: WritingSettings) -> None:
        """Show how it is kept."""
        self._quiet = True
        self._chosen = {"form": style.form, "short_form": style.short_form}
        for name, segments in self.forms.items():
            segments.choose(self._chosen[name])
        own = {str(account_id): words for account_id, words in style.signatures}
        self._signatures = {FIRM: style.signature, **own}
        self._show_signature()
        self.initials.setText(style.initials)
        self._quiet = False

    def show_signers(self, signers: Sequence[tuple[int, str]]) -> None:
        """Offer the accounts; the choice is of no use while there is only one."""
        self._signers = {str(account_id): handle for account_id, handle in signers}
        if self._signer not in self._signers:
            self._signer = FIRM
        own = any(key != FIRM for key in self._signatures)
        self.signer.setVisible(len(signers) > 1 or own)
        self._show_signature()

    def _show_signature(self) -> None:
        quiet, self._quiet = self._quiet, True
        text = self._signatures.get(self._signer, "")
        if self.signature.toPlainText() != text:
            self.signature.setPlainText(text)
        firm = translate("TextsPage", "The firm")
        self.signer.set_choices(
            translate("TextsPage", "Signature of"),
            [(FIRM, firm), *self._signers.items()],
            self._signer,
        )
        self.signature.setPlaceholderText(
            translate("TextsPage", "Kind regards,\nyour name and shop")
            if self._signer == FIRM
            else translate("TextsPage", "Empty: as the firm")
        )
        self._quiet = quiet

    @override
    def retranslate(self) -> None:
        for name, text in {
            "letters": translate("TextsPage", "In letters"),
            "short": translate("TextsPage", "Where texts are short"),
        }.items():
            self._heads[name].setText(text)
        self._hints["letters"].setText(translate("TextsPage", "E-mail, contact forms and reviews."))
        self._hints["short"].setText(
            translate("TextsPage", "Social media and chats: WhatsApp, X, Mastodon and others.")
        )
        spoken = translate("TextsPage", "Customers are spoken to with")
        for name, text in {
            "form": spoken,
            "short_form": spoken,
            "signature": translate("TextsPage", "Signature"),
            "initials": translate("TextsPage", "Initials"),
        }.items():
            self._labels[name].setText(text)
        for segments in self.forms.values():
            for key, made in segments.buttons.items():
                made.setText(key)
                made.setAccessibleName(f"{spoken}: {key}")
        self.signature.setAccessibleName(self._labels["signature"].text())
        self._show_signature()
        self.initials.setAccessibleName(self._labels["initials"].text())
        self.initials.setPlaceholderText("^LV")

    def _on_edited(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def _on_signed(self) -> None:
        if not self._quiet:
            self._signatures[self._signer] = self.signature.toPlainText()
            self._on_edited()

    def _on_signer(self, key: str) -> None:
        self._signer = key
        self._show_signature()

    def _on_form(self, key: str) -> None:
        self._chosen["form"] = key
        self._on_edited()

    def _on_short_form(self, key: str) -> None:
        self._chosen["short_form"] = key
        self._on_edited()
