"""Something that is posted, to write down: where, when, what, and what will be asked about it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.communication.contents import ELSEWHERE
from app.views import channel_looks
from app.views.communication.fields import Field, Form, line, lines
from app.views.communication.typed import Post
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL
from app.views.widgets.buttons import ChoiceButton

PLACES = {
    "linkedin": "LinkedIn",
    "website": QT_TRANSLATE_NOOP("Communication", "Website"),
    "newsletter": QT_TRANSLATE_NOOP("Communication", "Newsletter"),
    "advert": QT_TRANSLATE_NOOP("Communication", "Advertisement"),
    "other": QT_TRANSLATE_NOOP("Communication", "Elsewhere"),
}
_ACCOUNT = "account:"
_LINES = ("name", "posted", "until", "by", "link")


class PostForm(Form):
    """Shows one entry of the log."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._kind = "other"
        self._account_id: int | None = None
        self._accounts: Sequence[tuple[int, str, str]] = ()
        self.place = ChoiceButton(self)
        self.place.chosen.connect(self._on_place)
        self.lines: dict[str, QLineEdit] = {
            name: self.first if name == "name" else line(self) for name in _LINES
        }
        self.text, self.asked = lines(self, 4), lines(self, 8)
        self._fields: dict[str, Field] = {
            "place": Field(self.place),
            **{name: Field(made) for name, made in self.lines.items()},
            "text": Field(self.text),
            "asked": Field(self.asked),
        }
        for made in self.lines.values():
            made.textEdited.connect(self._on_edited)
        for field in (self.text, self.asked):
            field.textChanged.connect(self._on_edited)
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(SMALL)
        places = {"place": (0, 0), "posted": (0, 1), "until": (1, 0), "by": (1, 1)}
        for name, (row, column) in places.items():
            grid.addWidget(self._fields[name], row, column)
            grid.setColumnStretch(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SMALL)
        whole.addWidget(self._fields["name"])
        whole.addLayout(grid)
        for name in ("link", "text", "asked"):
            whole.addWidget(self._fields[name])

    @property
    def typed(self) -> Post:
        """What stands in the form."""
        said = {name: made.text() for name, made in self.lines.items()}
        return Post(
            kind=self._kind,
            account_id=self._account_id,
            text=self.text.toPlainText(),
            asked=self.asked.toPlainText(),
            **said,
        )

    def show_accounts(self, accounts: Sequence[tuple[int, str, str]]) -> None:
        """Offer accounts: id, kind of channel and handle of each."""
        self._accounts = accounts
        self._offer()

    def show_typed(self, typed: Post) -> None:
        """Show an entry; the cursor stays where it is when it is the same."""
        if typed != self.typed:
            self._quiet = True
            self._kind, self._account_id = typed.kind, typed.account_id
            for name, made in self.lines.items():
                made.setText(getattr(typed, name))
            self.text.setPlainText(typed.text)
            self.asked.setPlainText(typed.asked)
            self._quiet = False
        self._offer()

    @override
    def retranslate(self) -> None:
        names = {
            "name": (translate("Communication", "What it is about"), ""),
            "place": (translate("Communication", "Where"), ""),
            "posted": (translate("Communication", "Posted"), ""),
            "until": (translate("Communication", "Until and including"), ""),
            "by": (translate("Communication", "By whom"), ""),
            "link": (translate("Communication", "Link"), ""),
            "text": (translate("Communication", "The text"), ""),
            "asked": (
                translate("Communication", "Expected questions, and the line to take"),
                translate(
                    "Communication",
                    "A question on a line, the line to take below it; an empty line before the "
                    "next question. Who asks it gets the line beside his message.",
                ),
            ),
        }
        for name, (text, hint) in names.items():
            self._fields[name].call(text, hint)
        self.lines["posted"].setPlaceholderText(
            translate("Communication", "Not yet; else: now, 14:30, yesterday 16:00")
        )
        self.lines["until"].setPlaceholderText(
            translate("Communication", "Two months when left open")
        )
        self.asked.setPlaceholderText(
            translate(
                "Communication",
                "Does the discount count in the shop too?\nYes, through Sunday, as long as we "
                "have them.",
            )
        )
        self._offer()

    def _offer(self) -> None:
        accounts = [
            (f"{_ACCOUNT}{account_id}", f"{channel_looks.name_of(kind)}: {handle}")
            for account_id, kind, handle in self._accounts
        ]
        known = {key for key, _text in accounts}
        here = f"{_ACCOUNT}{self._account_id}" if self._account_id is not None else self._kind
        kinds = [*ELSEWHERE]
        if here not in {*known, *kinds}:
            accounts.append((here, channel_looks.name_of(self._kind)))
        choices = [*accounts, *((kind, place_name(kind)) for kind in kinds)]
        self.place.set_choices(translate("Communication", "Where"), choices, here)

    def _on_place(self, key: str) -> None:
        if key.startswith(_ACCOUNT):
            self._account_id = int(key.removeprefix(_ACCOUNT))
            self._kind = next(one for each, one, _ in self._accounts if each == self._account_id)
        else:
            self._kind, self._account_id = key, None
        self._offer()
        self._on_edited()

    def _on_edited(self) -> None:
        if not self._quiet:
            self.edited.emit()


def place_name(kind: str) -> str:
    """Return what a place is called in which something is posted."""
    if kind in PLACES:
        return translate("Communication", PLACES[kind])
    return channel_looks.name_of(kind)
