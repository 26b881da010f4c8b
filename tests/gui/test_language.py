"""Dutch and English: complete, switchable while the window is open, nothing left behind."""

import ast
import inspect
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models.rules.errors import KnownError, NotAllowedError
from app.services.resources import resource
from app.services.storage.errors import ProfileInUse
from app.views import sentences
from app.views.language import ENGLISH, Language, plural, texts_with_numbers
from app.views.widgets.file_dialog import file_dialog
from tests.effort import repeated
from tests.gui.conftest import Office
from tests.gui.test_flow import open_ticket

ROOT = Path(__file__).parents[2]


def texts(office: Office) -> set[str]:
    """Return every text of the window: labels, buttons, placeholders, names and tooltips."""
    found: set[str] = set()
    for label in office.window.findChildren(QLabel):
        found.add(label.text())
    for button in office.window.findChildren(QAbstractButton):
        found |= {button.text(), button.toolTip(), button.accessibleName()}
    for field in office.window.findChildren(QLineEdit):
        found |= {field.placeholderText(), field.accessibleName(), field.toolTip()}
    for editor in office.window.findChildren(QTextEdit):
        found |= {editor.placeholderText(), editor.accessibleName()}
    return {text.strip() for text in found}


def messages() -> list[ET.Element]:
    tree = ET.parse(resource("translations", "balie_nl.ts"))
    return list(tree.iter("message"))


def sources_that_differ() -> set[str]:
    """Return the English texts whose Dutch is another one."""
    return {
        message.findtext("source", "")
        for message in messages()
        if message.findtext("source") != message.findtext("translation")
        and message.get("numerus") != "yes"
    }


def test_no_english_is_left_in_dutch(office: Office, qtbot: QtBot) -> None:
    open_ticket(office, office.arrive(), qtbot)
    office.desk.accounts.open(office.account_id)
    office.desk.accounts.add()
    left = texts(office) & sources_that_differ()
    assert not left


def test_the_window_changes_its_language_while_it_is_open(office: Office, qtbot: QtBot) -> None:
    open_ticket(office, office.arrive(), qtbot)
    office.window.actions_.trigger("language")
    wanted = {"To do", "Send", "Mark as done", "Fetch now"}
    qtbot.waitUntil(lambda: wanted <= texts(office))
    from app.services.settings import LookSettings, load

    def stored() -> str:
        return office.services.database.read_now(load, LookSettings).language

    qtbot.waitUntil(lambda: stored() == ENGLISH)
    office.window.actions_.trigger("language")
    dutch = {"Te doen", "Versturen", "Afhandelen", "Nu ophalen"}
    qtbot.waitUntil(lambda: dutch <= texts(office))
    assert not texts(office) & sources_that_differ()
    qtbot.waitUntil(lambda: stored() == "nl")


def test_counted_texts_have_their_plurals(language: Language) -> None:
    def told(number: int) -> str:
        return plural("Accounts", "%n message(s) set apart", number)

    assert [told(1), told(2)] == ["1 bericht apart gezet", "2 berichten apart gezet"]
    language.choose(ENGLISH)
    assert [told(1), told(2)] == ["1 message set apart", "2 messages set apart"]
    assert all("(s)" not in text for text in texts_with_numbers())


def test_the_dialog_for_files_speaks_dutch(language: Language, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog(parent, "Bestand")
    assert {label.text() for label in dialog.findChildren(QLabel)} == {
        "&Zoeken in:",
        "Bestands&naam:",
        "Bestanden van &type:",
    }
    details = dialog.findChild(QTreeView)
    assert details is not None
    model, count = details.model(), details.model().columnCount()
    shown = [at for at in range(count) if not details.isColumnHidden(at)]
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in shown]
    assert heads == ["Naam", "Grootte", "Datum gewijzigd"]


@repeated
def test_every_plural_is_named_for_lupdate() -> None:
    """One that `texts_with_numbers` does not name stays English, whatever the language."""

    def calls(name: str, tree: ast.AST) -> set[tuple[str, str]]:
        return {
            (ast.unparse(call.args[0]), ast.unparse(call.args[1]))
            for call in ast.walk(tree)
            if isinstance(call, ast.Call) and ast.unparse(call.func) == name
        }

    named = calls("translate", ast.parse(inspect.getsource(texts_with_numbers)))
    used = {
        call
        for path in (ROOT / "app" / "views").rglob("*.py")
        for call in calls("plural", ast.parse(path.read_text("utf-8")))
    }
    assert used <= named


def test_errors_speak_dutch_with_dutch_words_in_them(language: Language) -> None:
    error = NotAllowedError(state="closed", wanted="new")
    assert sentences.error_text(error) == (
        "Een bericht dat “Afgehandeld” is, kan niet “Nieuw” worden."
    )
    in_use = sentences.error_text(ProfileInUse(pid=12, program="sync"))
    assert "(ophalen met de opdrachtregel, proces 12)" in in_use


@pytest.mark.parametrize("code", ["bounced", "outcome_unknown", "offline", "never_heard_of"])
def test_stored_errors_without_their_values_are_still_sentences(
    language: Language, code: str
) -> None:
    text = sentences.known_text(code, {})
    assert text
    assert "{" not in text
    assert sentences.known_text(None, {}) == ""


def test_every_known_error_has_its_own_code() -> None:
    kinds = [kind for kind in sentences._kinds(KnownError) if kind.__module__.startswith("app.")]
    own = [kind for kind in kinds if "code" in vars(kind)]
    codes = [kind.code for kind in own]
    assert len(set(codes)) == len(codes)


def lupdate(*files: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app").rglob("*.py"))
    subprocess.run(
        [tool, "-no-obsolete", "-locations", "none", *sources, "-ts", *files],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )


@repeated
@pytest.mark.parametrize("code", ["nl", "en"])
def test_all_texts_are_translated_and_compiled(tmp_path: Path, code: str) -> None:
    """Run `python3 dev.py translations` and translate what is new when this fails."""
    file = resource("translations", f"balie_{code}.ts")
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    lupdate(copy)
    assert copy.read_text() == file.read_text()
    assert 'type="unfinished"' not in file.read_text()
    assert file.with_suffix(".qm").stat().st_size > 1000
    compiled = tmp_path / "x.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", file, "-qm", compiled], check=True)
    assert compiled.read_bytes() == file.with_suffix(".qm").read_bytes()


def test_translations_keep_their_places() -> None:
    """Every {place} of a source text stands in its translation too."""
    from string import Formatter

    wrong = []
    for message in messages():
        source = message.findtext("source", "")
        wanted = {name for _text, name, _spec, _conv in Formatter().parse(source) if name}
        for text in [form.text or "" for form in message.iter("numerusform")] or [
            message.findtext("translation", "")
        ]:
            found = {name for _text, name, _spec, _conv in Formatter().parse(text) if name}
            if found != wanted:
                wrong.append(source)
    assert not wrong


def test_nobody_uses_tr() -> None:
    """lupdate gives `self.tr` in a second class of a file a context that is never found."""
    found = [
        path.name
        for path in (ROOT / "app" / "views").rglob("*.py")
        if ".tr(" in path.read_text(encoding="utf-8")
    ]
    assert not found
