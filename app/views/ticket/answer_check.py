"""The quiet line above the buttons: what was seen in the answer, and how long it may be."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.answer_check import Code, Finding
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.limits import Counts, Size
from app.services.tickets.outgoing import Looked
from app.views.language import translate
from app.views.theme import Theme
from app.views.ticket.editor import Editor
from app.views.tokens import SMALL
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

WORDS = {
    Code.UNFILLED: QT_TRANSLATE_NOOP("AnswerCheck", "Still to fill in: {words}"),
    Code.TOO_LONG: QT_TRANSLATE_NOOP("AnswerCheck", "{words} characters too long"),
    Code.QUESTION: QT_TRANSLATE_NOOP("AnswerCheck", "Answered? “{words}”"),
    Code.MIXED: QT_TRANSLATE_NOOP("AnswerCheck", "“je” and “u” are mixed"),
    Code.OTHER_FORM: QT_TRANSLATE_NOOP("AnswerCheck", "You say “{words}” here otherwise"),
    Code.NO_GREETING: QT_TRANSLATE_NOOP("AnswerCheck", "No greeting"),
    Code.NO_SIGN_OFF: QT_TRANSLATE_NOOP("AnswerCheck", "No closing line"),
    Code.OUTDATED: QT_TRANSLATE_NOOP("AnswerCheck", "What is said on “{words}” no longer holds"),
}
"""What a promise does is told by the line of its own."""

BYTES_TOO_LONG = QT_TRANSLATE_NOOP("AnswerCheck", "{words} bytes too long")
COUNTED = {
    Counts.CHARACTERS: QT_TRANSLATE_NOOP("AnswerCheck", "{used} of {limit} characters"),
    Counts.BYTES: QT_TRANSLATE_NOOP("AnswerCheck", "{used} of {limit} bytes"),
}
IN_PUBLIC = QT_TRANSLATE_NOOP(
    "AnswerCheck", "Everybody can read this, and it is a complaint: answer in private"
)


class CheckLine(Panel):
    """Hidden while there is nothing to say; the length is counted with every key."""

    def __init__(self, theme: Theme, editor: Editor, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._editor = editor
        self._looked: Looked | None = None
        self._in_public = False
        self._icon = PlainLabel()
        self.text = PlainLabel(face="small", tone="muted", wrap=True)
        self.signature = ElidedLabel(face="small", tone="muted")
        self.count = PlainLabel(face="small", tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.signature)
        row.addWidget(self.count)
        editor.textChanged.connect(self._show)
        self.hide()
        self.dress()

    def show_looked(self, looked: Looked | None, *, in_public: bool = False) -> None:
        """Show what was seen in an answer; None for a note, or before anything was seen.

        Args:
            in_public: it would discuss a complaint where everybody reads it.
        """
        self._looked, self._in_public = looked, in_public
        self.dress()

    @override
    def retranslate(self) -> None:
        self._show()

    @override
    def redress(self) -> None:
        name, colour = ("alert-triangle", "warn") if self._warns else ("eye", "muted")
        self._icon.setPixmap(self.theme.pixmap(name, colour, 14))

    @property
    def _findings(self) -> list[Finding]:
        return [one for one in self._looked.findings if one.code in WORDS] if self._looked else []

    @property
    def _warns(self) -> bool:
        return self._in_public or any(one.warns for one in self._findings)

    def _show(self) -> None:
        looked, text = self._looked, self._editor.text
        if looked is None or not text.strip():
            self.hide()
            return
        size = looked.size(text)
        told = [
            translate("AnswerCheck", _words(one, size)).format(words=one.words)
            for one in self._findings
        ]
        if self._in_public:
            told.insert(0, translate("AnswerCheck", IN_PUBLIC))
        said = "  ·  ".join(told)
        self.text.setText(said)
        self._icon.setVisible(bool(said))
        self.text.set_tone("warn" if self._warns else "muted")
        signature = " ".join(looked.signature.split())
        self.signature.setText(
            translate("AnswerCheck", "Signed: {signature}").format(signature=signature)
            if signature
            else ""
        )
        self.count.setVisible(size is not None)
        if size is not None:
            self._count(size)
        self.setVisible(bool(said or signature or size))

    def _count(self, size: Size) -> None:
        parts = f"  ·  {size.parts}× SMS" if size.parts else ""
        self.count.setText(f"{size.used} / {size.limit}{parts}")
        self.count.setAccessibleName(
            translate("AnswerCheck", COUNTED[size.unit]).format(used=size.used, limit=size.limit)
        )
        self.count.set_tone("danger" if size.over else "muted")


def _words(finding: Finding, size: Size | None) -> str:
    in_bytes = size is not None and size.unit is Counts.BYTES
    return BYTES_TOO_LONG if in_bytes and finding.code is Code.TOO_LONG else WORDS[finding.code]
