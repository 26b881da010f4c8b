"""Everything the owner can do, in one table: for menus, keys, the command palette and the help."""

from dataclasses import dataclass

from app.models.rules.errors import QT_TRANSLATE_NOOP

GO, TICKET, WRITE, PROGRAM = "go", "ticket", "write", "program"
GROUPS = {
    GO: QT_TRANSLATE_NOOP("Actions", "Go to"),
    TICKET: QT_TRANSLATE_NOOP("Actions", "This message"),
    WRITE: QT_TRANSLATE_NOOP("Actions", "Write"),
    PROGRAM: QT_TRANSLATE_NOOP("Actions", "Balie"),
}


@dataclass(frozen=True, slots=True)
class Spec:
    """One thing the owner can do.

    Attributes:
        keys: shortcuts, the first one is shown; a single letter can be switched off.
        icon: of the bundled icons.
        local: its keys belong to one widget, which hears them itself.
    """

    name: str
    group: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = "chevron-right"
    local: bool = False


SPECS = (
    Spec(
        "next",
        GO,
        QT_TRANSLATE_NOOP("Actions", "Next: what dies first"),
        ("N",),
        "player-track-next",
    ),
    Spec("triage", GO, QT_TRANSLATE_NOOP("Actions", "Assess what came in"), ("T",), "list-details"),
    Spec("down", GO, QT_TRANSLATE_NOOP("Actions", "One down in the list"), ("J",), "chevron-down"),
    Spec("up", GO, QT_TRANSLATE_NOOP("Actions", "One up in the list"), ("K",), "arrow-back-up"),
    Spec("search", GO, QT_TRANSLATE_NOOP("Actions", "Search"), ("/", "Ctrl+F"), "search"),
    Spec("view_todo", GO, QT_TRANSLATE_NOOP("Actions", "To do"), ("Ctrl+1",), "inbox"),
    Spec("view_waiting", GO, QT_TRANSLATE_NOOP("Actions", "Waiting"), ("Ctrl+2",), "hourglass"),
    Spec("view_snoozed", GO, QT_TRANSLATE_NOOP("Actions", "Snoozed"), ("Ctrl+3",), "clock-pause"),
    Spec("view_done", GO, QT_TRANSLATE_NOOP("Actions", "Done"), ("Ctrl+4",), "circle-check"),
    Spec("view_all", GO, QT_TRANSLATE_NOOP("Actions", "All messages"), ("Ctrl+5",), "list-details"),
    Spec("view_spam", GO, QT_TRANSLATE_NOOP("Actions", "Spam"), ("Ctrl+6",), "ban"),
    Spec("directory", GO, QT_TRANSLATE_NOOP("Actions", "Colleagues"), ("Ctrl+7",), "users"),
    Spec("handbook", GO, QT_TRANSLATE_NOOP("Actions", "The handbook"), ("Ctrl+8",), "book"),
    Spec("briefings", GO, QT_TRANSLATE_NOOP("Actions", "Briefings"), ("Ctrl+0",), "bell"),
    Spec("decisions", GO, QT_TRANSLATE_NOOP("Actions", "Decisions"), (), "bookmark"),
    Spec("induction", GO, QT_TRANSLATE_NOOP("Actions", "New colleagues"), (), "school"),
    Spec("communication", GO, QT_TRANSLATE_NOOP("Actions", "Communication"), ("Ctrl+9",), "rss"),
    Spec("focus_list", GO, QT_TRANSLATE_NOOP("Actions", "The list"), ("F6",), "list-details"),
    Spec(
        "focus_ticket",
        GO,
        QT_TRANSLATE_NOOP("Actions", "The conversation"),
        ("F7",),
        "message-circle",
    ),
    Spec(
        "focus_facts",
        GO,
        QT_TRANSLATE_NOOP("Actions", "The facts beside it"),
        ("F8",),
        "layout-sidebar-right",
    ),
    Spec("reply", TICKET, QT_TRANSLATE_NOOP("Actions", "Answer"), ("R",), "corner-up-left"),
    Spec(
        "react",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "First reaction: we have it"),
        ("A",),
        "message-circle",
    ),
    Spec(
        "react_promise",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "First reaction, with a promise"),
        ("Shift+A",),
        "message-circle",
    ),
    Spec(
        "extend",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "It takes longer than promised"),
        ("Shift+X",),
        "calendar-time",
    ),
    Spec("note", TICKET, QT_TRANSLATE_NOOP("Actions", "Internal note"), ("I",), "note"),
    Spec("done", TICKET, QT_TRANSLATE_NOOP("Actions", "Mark as done"), ("E",), "check"),
    Spec("reopen", TICKET, QT_TRANSLATE_NOOP("Actions", "Open again"), ("O",), "history"),
    Spec("snooze", TICKET, QT_TRANSLATE_NOOP("Actions", "Snooze"), ("S",), "clock-pause"),
    Spec("category", TICKET, QT_TRANSLATE_NOOP("Actions", "Category"), ("C",), "list-details"),
    Spec("priority", TICKET, QT_TRANSLATE_NOOP("Actions", "Priority"), ("P",), "flag"),
    Spec("department", TICKET, QT_TRANSLATE_NOOP("Actions", "Department"), ("D",), "users"),
    Spec("ask", TICKET, QT_TRANSLATE_NOOP("Actions", "Ask a colleague"), ("H",), "user-question"),
    Spec(
        "sop_go",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Procedure: begin it, or go on to the next step"),
        ("G",),
        "list-details",
    ),
    Spec(
        "sop_use",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Procedure: put its text in the answer, or ask its question"),
        ("Shift+G",),
        "send",
    ),
    Spec(
        "sop_back",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Procedure: one step back"),
        ("B",),
        "arrow-left",
    ),
    Spec("sop_stop", TICKET, QT_TRANSLATE_NOOP("Actions", "Procedure: stop"), ("Shift+B",), "x"),
    Spec(
        "sop_start",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Procedure: choose one"),
        ("V",),
        "list-details",
    ),
    Spec("type", TICKET, QT_TRANSLATE_NOOP("Actions", "Type"), ("Shift+T",), "forms"),
    Spec(
        "product_group",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Product group"),
        ("Shift+P",),
        "building-store",
    ),
    Spec("vip", TICKET, QT_TRANSLATE_NOOP("Actions", "VIP, or no VIP any more"), (), "star"),
    Spec("press", TICKET, QT_TRANSLATE_NOOP("Actions", "Press, or no press after all"), (), "rss"),
    Spec("tag", TICKET, QT_TRANSLATE_NOOP("Actions", "Labels"), ("L",), "tag"),
    Spec(
        "no_reaction",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "No reaction needed"),
        ("X",),
        "message-off",
    ),
    Spec("spam", TICKET, QT_TRANSLATE_NOOP("Actions", "Spam"), ("!",), "ban"),
    Spec("merge", TICKET, QT_TRANSLATE_NOOP("Actions", "Put together"), ("M",), "arrow-merge"),
    Spec(
        "link",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Link to another message"),
        ("Shift+L",),
        "link",
    ),
    Spec(
        "answer_many",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "One answer to all that are chosen"),
        ("Shift+R",),
        "send",
    ),
    Spec(
        "incident",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Put under an incident"),
        ("Shift+I",),
        "alert-triangle",
    ),
    Spec(
        "case",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "From public to private"),
        ("Shift+V",),
        "lock",
    ),
    Spec(
        "log",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Log what was said or written"),
        ("W",),
        "phone",
    ),
    Spec(
        "keep",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Keep in the handbook"),
        ("Shift+H",),
        "bookmark",
    ),
    Spec("handbook_pdf", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Handbook as PDF"), (), "file-text"),
    Spec("handbook_site", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Handbook as site"), (), "world"),
    Spec(
        "decide",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Write down a decision"),
        ("Shift+D",),
        "bookmark",
    ),
    Spec("radar", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Questions that come back"), (), "history"),
    Spec("incidents", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Incidents"), (), "alert-triangle"),
    Spec(
        "copy",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Copy the conversation as text"),
        ("Shift+C",),
        "copy",
    ),
    Spec(
        "entry",
        PROGRAM,
        QT_TRANSLATE_NOOP("Actions", "Note a talk by phone or in the shop"),
        ("Y", "Ctrl+Shift+Y"),
        "phone",
    ),
    Spec(
        "day_end",
        PROGRAM,
        QT_TRANSLATE_NOOP("Actions", "What is left at the end of the day"),
        (),
        "door-exit",
    ),
    Spec(
        "select",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Choose or unchoose in the list"),
        ("Space",),
        "check",
        local=True,
    ),
    Spec(
        "select_all",
        TICKET,
        QT_TRANSLATE_NOOP("Actions", "Choose all in the list"),
        ("Ctrl+Shift+A",),
        "check",
    ),
    Spec(
        "send_close",
        WRITE,
        QT_TRANSLATE_NOOP("Actions", "Send and mark as done"),
        ("Ctrl+Enter", "Ctrl+Return"),
        "send",
    ),
    Spec(
        "send",
        WRITE,
        QT_TRANSLATE_NOOP("Actions", "Send, and keep an eye on it"),
        ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
        "send",
    ),
    Spec(
        "send_later",
        WRITE,
        QT_TRANSLATE_NOOP("Actions", "Send at opening time"),
        ("Ctrl+Alt+Enter", "Ctrl+Alt+Return"),
        "calendar-time",
    ),
    Spec(
        "attach", WRITE, QT_TRANSLATE_NOOP("Actions", "Add files"), ("Ctrl+Shift+F",), "paperclip"
    ),
    Spec(
        "texts",
        WRITE,
        QT_TRANSLATE_NOOP("Actions", "Saved texts and macros"),
        ("Ctrl+T",),
        "file-text",
    ),
    Spec(
        "concept",
        WRITE,
        QT_TRANSLATE_NOOP("Actions", "Let a draft be made, or stop that"),
        ("Ctrl+Shift+D",),
        "robot",
    ),
    Spec(
        "line",
        WRITE,
        QT_TRANSLATE_NOOP("Actions", "Put in the line to take"),
        ("Ctrl+Shift+L",),
        "message-circle",
    ),
    Spec("lines", WRITE, QT_TRANSLATE_NOOP("Actions", "All lines to take"), (), "message-circle"),
    Spec("aids", WRITE, QT_TRANSLATE_NOOP("Actions", "What helps: go to it"), ("F9",), "school"),
    Spec(
        "aid_use",
        WRITE,
        QT_TRANSLATE_NOOP("Actions", "What helps: put the chosen one in"),
        ("Ctrl+J", "U"),
        "corner-up-left",
    ),
    Spec(
        "aid_open",
        WRITE,
        QT_TRANSLATE_NOOP("Actions", "What helps: open the chosen one"),
        ("Ctrl+Shift+J", "Shift+U"),
        "external-link",
    ),
    Spec(
        "aids_fold", PROGRAM, QT_TRANSLATE_NOOP("Actions", "What helps: show or fold"), (), "school"
    ),
    Spec("bold", WRITE, QT_TRANSLATE_NOOP("Actions", "Bold"), ("Ctrl+B",), "bold"),
    Spec("italic", WRITE, QT_TRANSLATE_NOOP("Actions", "Italic"), ("Ctrl+I",), "italic"),
    Spec("bullets", WRITE, QT_TRANSLATE_NOOP("Actions", "List"), ("Ctrl+Shift+8",), "list"),
    Spec("palette", PROGRAM, QT_TRANSLATE_NOOP("Actions", "All commands"), ("Ctrl+K",), "command"),
    Spec(
        "undo",
        PROGRAM,
        QT_TRANSLATE_NOOP("Actions", "Undo the last act"),
        ("Ctrl+Z", "Z"),
        "arrow-back-up",
    ),
    Spec("fetch", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Fetch messages now"), ("F5",), "refresh"),
    Spec(
        "save_view",
        PROGRAM,
        QT_TRANSLATE_NOOP("Actions", "Keep this search"),
        ("Ctrl+S",),
        "bookmark",
    ),
    Spec("add_account", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Connect an account"), (), "plus"),
    Spec("import", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Import a mailbox"), (), "package-import"),
    Spec(
        "facts",
        PROGRAM,
        QT_TRANSLATE_NOOP("Actions", "Show or hide the facts"),
        ("Ctrl+Shift+B",),
        "layout-sidebar-right",
    ),
    Spec("hours", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Opening hours and targets"), (), "clock"),
    Spec("rules", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Your own rules"), (), "robot"),
    Spec("lists", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Your own lists"), (), "list"),
    Spec("own_texts", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Your own texts"), (), "note"),
    Spec("assist", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Suggestions"), (), "robot"),
    Spec("settings", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Settings"), ("Ctrl+,",), "settings"),
    Spec("language", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Nederlands / English"), (), "world"),
    Spec("colours", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Light or dark"), (), "eye"),
    Spec(
        "density", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Closer or wider rows"), (), "list-details"
    ),
    Spec("own", PROGRAM, QT_TRANSLATE_NOOP("Actions", "To my own messages"), (), "arrow-left"),
    Spec(
        "demo",
        PROGRAM,
        QT_TRANSLATE_NOOP("Actions", "Look round with an example firm"),
        (),
        "school",
    ),
    Spec("practice", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Practise"), (), "school"),
    Spec(
        "webform",
        PROGRAM,
        QT_TRANSLATE_NOOP("Actions", "Contact form for your website"),
        (),
        "forms",
    ),
    Spec(
        "platforms",
        PROGRAM,
        QT_TRANSLATE_NOOP("Actions", "Platforms that tell by mail"),
        (),
        "world",
    ),
    Spec("help", PROGRAM, QT_TRANSLATE_NOOP("Actions", "All keys"), ("?", "F1"), "keyboard"),
    Spec("quit", PROGRAM, QT_TRANSLATE_NOOP("Actions", "Close Balie"), ("Ctrl+Q",), "x"),
)
BY_NAME = {spec.name: spec for spec in SPECS}
