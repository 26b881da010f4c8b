"""A statement to write: what is said about a subject, in longer and shorter words, and how long."""

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.communication import State, too_long_for
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.views import channel_looks
from app.views.communication.fields import Field, Form, line, lines
from app.views.communication.typed import VARIANTS, Said
from app.views.language import translate
from app.views.texts.form import LANGUAGES
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL
from app.views.widgets.buttons import ChoiceButton

STATES = {
    State.DRAFT.value: QT_TRANSLATE_NOOP("Communication", "A draft: it is not offered"),
    State.APPROVED.value: QT_TRANSLATE_NOOP("Communication", "Holds"),
    State.WITHDRAWN.value: QT_TRANSLATE_NOOP("Communication", "Withdrawn"),
}
_LINES = ("name", "first", "last", "owner")
_TEXTS = ("text0", "text1", "text2")
_HEIGHTS = (6, 4, 3)


class SaidForm(Form):
    """Shows one statement."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._language, self._state = "nl", State.APPROVED.value
        self._more: tuple[str, ...] = ()
        self.language, self.state = ChoiceButton(self), ChoiceButton(self)
        self.language.chosen.connect(self._on_language)
        self.state.chosen.connect(self._on_state)
        self.lines: dict[str, QLineEdit] = {
            name: self.first if name == "name" else line(self) for name in _LINES
        }
        self.asked = lines(self, 4)
        self.texts = [lines(self, height) for height in _HEIGHTS]
        self._fields: dict[str, Field] = {
            "language": Field(self.language),
            "state": Field(self.state),
            **{name: Field(made) for name, made in self.lines.items()},
            "asked": Field(self.asked),
            **{name: Field(made) for name, made in zip(_TEXTS, self.texts, strict=True)},
        }
        for made in self.lines.values():
            made.textEdited.connect(self._on_edited)
        for field in (self.asked, *self.texts):
            field.textChanged.connect(self._on_edited)
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(SMALL)
        rows = (("state", "owner", "language"), ("first", "last"))
        for row, names in enumerate(rows):
            for place, name in enumerate(names):
                grid.addWidget(self._fields[name], row, place)
                grid.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._fields["name"])
        column.addLayout(grid)
        for name in ("asked", *_TEXTS):
            column.addWidget(self._fields[name])

    @property
    def typed(self) -> Said:
        """What stands in the form."""
        said = {name: made.text() for name, made in self.lines.items()}
        texts = (*(one.toPlainText() for one in self.texts), *self._more)
        return Said(
            language=self._language,
            state=self._state,
            asked=self.asked.toPlainText(),
            texts=texts,
            **said,
        )

    def show_typed(self, typed: Said) -> None:
        """Show a statement; the cursor stays where it is when it is the same."""
        if typed != self.typed:
            self._quiet = True
            self._language, self._state = typed.language, typed.state
            for name, made in self.lines.items():
                made.setText(getattr(typed, name))
            self.asked.setPlainText(typed.asked)
            for field, text in zip(self.texts, typed.texts, strict=False):
                field.setPlainText(text)
            self._more = typed.texts[VARIANTS:]
            self._quiet = False
        self._offer()
        self._measure()

    @override
    def retranslate(self) -> None:
        asked_hint = translate(
            "Communication",
            "What customers write when this is the answer, a question on each line. Who asks it "
            "gets the statement beside his message.",
        )
        for name, text, hint in (
            ("name", translate("Communication", "Subject"), ""),
            ("state", translate("Communication", "State"), ""),
            ("language", translate("Communication", "Language"), ""),
            ("owner", translate("Communication", "Who decides about it"), ""),
            ("first", translate("Communication", "From"), ""),
            ("last", translate("Communication", "Until and including"), ""),
            ("asked", translate("Communication", "Asked as"), asked_hint),
            ("text0", translate("Communication", "What we say"), ""),
            ("text1", translate("Communication", "The same, shorter"), ""),
            ("text2", translate("Communication", "The same, shortest"), ""),
        ):
            self._fields[name].call(text, hint)
        self.lines["first"].setPlaceholderText(translate("Communication", "Today"))
        self.lines["last"].setPlaceholderText(translate("Communication", "Until it is withdrawn"))
        self._offer()
        self._measure()

    def _offer(self) -> None:
        states = [(key, translate("Communication", text)) for key, text in STATES.items()]
        self.state.set_choices(translate("Communication", "State"), states, self._state)
        name = translate("Communication", "Language")
        self.language.set_choices(name, list(LANGUAGES.items()), self._language)

    def _measure(self) -> None:
        """Say under each text how long it is, and where it does not fit."""
        for name, field in zip(_TEXTS, self.texts, strict=True):
            text = field.toPlainText().strip()
            kinds = too_long_for(text)
            length = translate("Communication", "{count} characters").format(count=len(text))
            where = ", ".join(map(channel_looks.name_of, kinds))
            over = translate("Communication", "too long for {channels}").format(channels=where)
            said = f"{length}  ·  {over}" if kinds else length
            self._fields[name].say(said if text else "")

    def _on_language(self, key: str) -> None:
        self._language = key
        self._offer()
        self._on_edited()

    def _on_state(self, key: str) -> None:
        self._state = key
        self._offer()
        self._on_edited()

    def _on_edited(self) -> None:
        if not self._quiet:
            self._measure()
            self.edited.emit()
