"""What the contact form for the website says of the firm."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.channels.email.form_files import SENDER, Details
from app.views.language import translate
from app.views.tokens import LARGE, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.checked import CheckedLine
from app.views.widgets.labels import PlainLabel

FIRM, TO, FROM, PRIVACY = "firm", "to", "sender", "privacy"
WIDTH = 560


class WebformDialog(QDialog):
    """Asks for the details; where the files go is asked after it.

    Signals:
        wanted(object): what was filled in, as Details; whoever hears it closes the dialog.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget, known: Details) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Webform", "Contact form for your website"))
        self.lines = {name: CheckedLine(self) for name in (FIRM, TO, FROM, PRIVACY)}
        self.stay, self.go = button("", self), button("primary", self)
        self.stay.setText(translate("Webform", "Cancel"))
        self.go.setText(translate("Webform", "Choose a folder…"))
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.go.setDefault(True)
        self._lay_out()
        self.lines[FIRM].line.setText(known.firm)
        self.lines[TO].line.setText(known.to)
        self.lines[TO if known.firm and not known.to else FIRM].line.setFocus()

    def _lay_out(self) -> None:
        lead = PlainLabel(wrap=True)
        lead.setText(
            translate(
                "Webform",
                "Balie saves the form in Dutch and in English, and a small program (PHP) that "
                "mails what is filled in. Put the files on your web hosting, or give them to your "
                "web builder. What customers fill in then comes in here as a message.",
            )
        )
        form = QFormLayout()
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        domain = translate("Webform", "your-website.nl")
        optional = translate("Webform", "Not needed; begins with https://")
        for name, text, hint in (
            (FIRM, translate("Webform", "Name of the firm"), ""),
            (TO, translate("Webform", "Its mails go to"), ""),
            (FROM, translate("Webform", "The website sends from"), f"{SENDER}@{domain}"),
            (PRIVACY, translate("Webform", "Page about privacy"), optional),
        ):
            self.lines[name].name(text, placeholder=hint)
            form.addRow(PlainLabel(text), self.lines[name])
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        layout.addWidget(lead)
        layout.addLayout(form)
        layout.addLayout(buttons)
        layout.addStrut(WIDTH - 2 * WIDE)

    def show_problem(self, field: str, text: str) -> None:
        """Say beside a field what is wrong with it, and go there."""
        self.lines[field].show_problem(text)
        self.lines[field].line.setFocus()

    def _on_go(self) -> None:
        for line in self.lines.values():
            line.show_problem("")
        self.wanted.emit(Details(*(line.line.text() for line in self.lines.values())))
