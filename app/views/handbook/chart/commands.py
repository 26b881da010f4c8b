"""What can be done on a chart: the name, words, icon and keys of each act, in one table."""

from dataclasses import dataclass

from PySide6.QtGui import QKeyEvent, QKeySequence

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.handbook.pages import Kind
from app.views.language import translate

KIND_NAMES = {
    Kind.START: QT_TRANSLATE_NOOP("Chart", "Start"),
    Kind.DO: QT_TRANSLATE_NOOP("Chart", "Step"),
    Kind.CHOICE: QT_TRANSLATE_NOOP("Chart", "Choice"),
    Kind.ASK: QT_TRANSLATE_NOOP("Chart", "Ask a colleague"),
    Kind.SEND: QT_TRANSLATE_NOOP("Chart", "Send a text"),
    Kind.END: QT_TRANSLATE_NOOP("Chart", "End"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One act; `changes` is false for what may be done to a chart that is only read."""

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    changes: bool = True


COMMANDS = (
    Command("add_do", QT_TRANSLATE_NOOP("Chart", "Add a step"), "check", ("Ins", "S")),
    Command("add_choice", QT_TRANSLATE_NOOP("Chart", "Add a choice"), "arrows-split", ("C",)),
    Command("add_ask", QT_TRANSLATE_NOOP("Chart", "Add: ask a colleague"), "user-question", ("A",)),
    Command("add_send", QT_TRANSLATE_NOOP("Chart", "Add: send a text"), "send", ("M",)),
    Command("add_end", QT_TRANSLATE_NOOP("Chart", "Add an end"), "circle-check", ("E",)),
    Command("edit", QT_TRANSLATE_NOOP("Chart", "Change the words"), "pencil", ("Return", "F2")),
    Command("join", QT_TRANSLATE_NOOP("Chart", "Draw an arrow to…"), "link", ("L",)),
    Command("remove", QT_TRANSLATE_NOOP("Chart", "Remove"), "trash", ("Del", "Backspace")),
    Command("undo", QT_TRANSLATE_NOOP("Chart", "Undo"), "arrow-back-up", ("Ctrl+Z",)),
    Command("redo", QT_TRANSLATE_NOOP("Chart", "Do again"), "arrow-forward-up",
            ("Ctrl+Y", "Ctrl+Shift+Z")),
    Command("tidy", QT_TRANSLATE_NOOP("Chart", "Tidy up"), "sitemap", ("T",)),
    Command("column", QT_TRANSLATE_NOOP("Chart", "Put below each other"), "", ("Ctrl+Shift+V",)),
    Command("row", QT_TRANSLATE_NOOP("Chart", "Put beside each other"), "", ("Ctrl+Shift+H",)),
    Command("spread_down", QT_TRANSLATE_NOOP("Chart", "Spread evenly downward")),
    Command("spread_across", QT_TRANSLATE_NOOP("Chart", "Spread evenly sideways")),
    Command("number", QT_TRANSLATE_NOOP("Chart", "Number the steps anew")),
    Command("all", QT_TRANSLATE_NOOP("Chart", "Choose everything"), "", ("Ctrl+A",), changes=False),
    Command("zoom_in", QT_TRANSLATE_NOOP("Chart", "Larger"), "zoom-in", ("Ctrl++", "Ctrl+="),
            changes=False),
    Command("zoom_out", QT_TRANSLATE_NOOP("Chart", "Smaller"), "zoom-out", ("Ctrl+-",),
            changes=False),
    Command("zoom_none", QT_TRANSLATE_NOOP("Chart", "Actual size"), "", ("Ctrl+0",), changes=False),
    Command("fit", QT_TRANSLATE_NOOP("Chart", "Show everything"), "arrows-maximize", ("F",),
            changes=False),
    Command("export", QT_TRANSLATE_NOOP("Chart", "Save as a picture…"), "download", ("Ctrl+E",),
            changes=False),
    Command("menu", QT_TRANSLATE_NOOP("Chart", "Menu"), "", ("Menu", "Shift+F10"), changes=False),
    Command("leave", QT_TRANSLATE_NOOP("Chart", "Leave"), "", ("Esc",), changes=False),
    *(
        Command(f"{act}_{way.lower()}", "", "", (f"{held}{way}",), changes=act == "move")
        for act, held in (("go", ""), ("move", "Ctrl+"))
        for way in ("Up", "Down", "Left", "Right")
    ),
)  # fmt: skip
BY_NAME = {command.name: command for command in COMMANDS}
BY_KEY = {
    QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText): command.name
    for command in COMMANDS
    for key in command.keys
}
BY_KEY["Enter"] = "edit"
ADDS = {
    "add_do": Kind.DO,
    "add_choice": Kind.CHOICE,
    "add_ask": Kind.ASK,
    "add_send": Kind.SEND,
    "add_end": Kind.END,
}
TOOLS = (
    (*ADDS,), ("join", "edit", "remove"), ("undo", "redo"), ("tidy",),
    ("zoom_out", "zoom_in", "fit"), ("export",),
)  # fmt: skip
"""The buttons above the chart, in groups."""
MENU = (
    ("edit", "join", "kind", "remove"), (*ADDS,), ("column", "row", "spread_down", "spread_across"),
    ("tidy", "number"), ("all", "fit", "export"),
)  # fmt: skip
"""The menu, in groups; "kind" is a menu of its own."""


def named_by(event: QKeyEvent) -> str:
    """Return the name of the act that a key does, "" for none."""
    pressed = QKeySequence(event.keyCombination())
    text = pressed.toString(QKeySequence.SequenceFormat.PortableText).replace("Num+", "")
    return BY_KEY.get(text, "")


def words_of(name: str) -> str:
    """Return an act in the language of the window."""
    return translate("Chart", BY_NAME[name].text)


def tip_of(name: str) -> str:
    """Return an act with its keys."""
    keys = [native(key) for key in BY_NAME[name].keys]
    return f"{words_of(name)} ({', '.join(keys)})" if keys else words_of(name)


def native(key: str) -> str:
    """Return a key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
