"""The language of the window: Dutch unless the owner chose English, switchable while it runs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from app.services.resources import resource

DUTCH, ENGLISH = "nl", "en"
LANGUAGES = (DUTCH, ENGLISH)

translate = QCoreApplication.translate
"""`translate("Context", "Text")`: lupdate finds it by this name, whatever class it stands in."""


def plural(context: str, text: str, number: int) -> str:
    """Translate a text with `%n` in it; it has to stand in `texts_with_numbers` too."""
    return translate(context, text, "", number)


def is_dutch() -> bool:
    """Tell whether the window speaks Dutch now, for names that the store holds in both."""
    return QLocale().language() == QLocale.Language.Dutch


def texts_with_numbers() -> list[str]:
    """Name the texts of `plural` for lupdate: it knows a plural only by a number in the call."""
    return [
        translate(
            "AccountPage",
            "%n message(s) could not be read and were set apart. Nothing of them is lost.",
            "",
            2,
        ),
        translate("Accounts", "%n message(s) set apart", "", 2),
        translate("MessageCard", "Show quoted text (%n line(s))", "", 2),
        translate("ThereLine", "%n star(s)", "", 2),
        translate("Timeline", "Show %n earlier message(s)", "", 2),
        translate("ResultBar", "%n conversation(s)", "", 2),
        translate("BulkBar", "%n chosen", "", 2),
        translate("Bulk", "Send to %n", "", 2),
        translate("Bulk", "%n will not get it", "", 2),
        translate("Radar", "Asked in %n message(s)", "", 2),
        translate("Radar", "%n message(s)", "", 2),
        translate("Sidebar", "%n page(s) to be reviewed", "", 2),
        translate("Sidebar", "%n question(s) that no page answers", "", 2),
        translate("Doing", "%n could not be changed like this", "", 2),
        translate("Doing", "%n message(s)", "", 2),
        translate("ImportPage", "%n message(s) read", "", 2),
        translate("ImportPage", "%n of them new", "", 2),
        translate("AssistPage", "%n message(s) read", "", 2),
        translate("AssistPage", "%n still to be read", "", 2),
        translate("AssistPage", "of %n message(s) that you assessed", "", 2),
        translate("Announcer", "%n customer(s) wrote", "", 2),
        translate("Announcer", "and %n more", "", 2),
        translate("Announcer", "%n message(s) are too late", "", 2),
        translate("Announcer", "%n promise(s) have run out", "", 2),
        translate("Announcer", "%n promise(s) will run out soon", "", 2),
        translate("Announcer", "%n message(s) are {level} % through their time", "", 2),
        translate("Tray", "%n message(s) to do", "", 2),
        translate("Triage", "%n to go", "", 2),
        translate("Rules", "%n of the last messages would change", "", 2),
        translate("Briefings", "To be read within %n day(s)", "", 2),
        translate("Briefings", "%n too late", "", 2),
        translate("Handbook", "%n page(s)", "", 2),
        translate("Handbook", "%n time(s)", "", 2),
        translate("Handbook", "stopped %n time(s)", "", 2),
        translate("Handbook", "%n thing(s): edit the page to see which", "", 2),
        translate("Handbook", "%n thing(s) before it can be saved", "", 2),
        translate("Handbook", "%n thing(s) to be put right, now or later", "", 2),
        translate("Handbook", "%n line(s) added", "", 2),
        translate("Handbook", "%n line(s) removed", "", 2),
        translate("Handbook", "%n line(s) the same", "", 2),
        translate("Handbook", "%n thing(s) could not be read", "", 2),
        translate("Handbook", "Saving %n page(s)…", "", 2),
        translate("Handbook", "%n page(s) saved", "", 2),
        translate("Handbook", "%n already said the same", "", 2),
        translate("Handbook", "Writing %n page(s)…", "", 2),
        translate("Handbook", "%n file(s) written, the others were so already", "", 2),
    ]


class Language(QObject):
    """Puts the translations of one language into the application.

    Every widget hears of a change by QEvent.LanguageChange.
    """

    def __init__(self, application: QCoreApplication, code: str = DUTCH) -> None:
        super().__init__(application)
        self._application = application
        self._code = ""
        self._installed: list[QTranslator] = []
        self._dutch = QTranslator(self)
        self.choose(code)

    @property
    def code(self) -> str:
        return self._code

    def choose(self, code: str) -> None:
        """Speak this language from now on; Dutch for one that is not known."""
        code = code if code in LANGUAGES else DUTCH
        if code == self._code:
            return
        self._code = code
        QLocale.setDefault(QLocale("nl_NL" if code == DUTCH else "en_GB"))
        self.fall_silent()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"qtbase_{code}", qt_folder)
        self._install(f"balie_{code}", str(resource("translations")))

    def both(self, context: str, text: str) -> str:
        """Return a text of the code in Dutch and in English, whichever is spoken."""
        if self._dutch.isEmpty():
            self._dutch.load(f"balie_{DUTCH}", str(resource("translations")))
        return f"{self._dutch.translate(context, text)} {text}"

    def fall_silent(self) -> None:
        """Take the translations out of the application."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)
