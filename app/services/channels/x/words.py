"""What the owner reads and fills in about X."""

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.channels.setup import SetupField

PORT = "47813"
"""X knows one way back from the browser, with its port; this one is registered by nobody."""

FIELDS = (
    SetupField("user", QT_TRANSLATE_NOOP("setup", "Name at X"), required=True,
               help=QT_TRANSLATE_NOOP("setup", "As in your profile: @shop.")),
    SetupField("client_id", QT_TRANSLATE_NOOP("setup", "Client ID of your app"), required=True),
    SetupField("cap", QT_TRANSLATE_NOOP("setup", "Dollars a month at most"),
               help=QT_TRANSLATE_NOOP("setup", "Reading stops when they are spent; 5 if empty.")),
    SetupField("prices", QT_TRANSLATE_NOOP("setup", "Other prices"),
               help=QT_TRANSLATE_NOOP(
                   "setup", "Only when X asks other prices: owned=0.001 user=0.01 link=0.20")),
    SetupField("port", QT_TRANSLATE_NOOP("setup", "Port for signing in"),
               help=QT_TRANSLATE_NOOP("setup", "Only when another program uses 47813.")),
    SetupField("server", QT_TRANSLATE_NOOP("setup", "Server"),
               help=QT_TRANSLATE_NOOP("setup", "Leave empty for X itself.")),
)  # fmt: skip
STEPS = (
    QT_TRANSLATE_NOOP(
        "setup",
        "X asks money for every message that is read or sent. Go to console.x.com with your "
        "firm's account, buy credit, and set a spending limit there as well.",
    ),
    QT_TRANSLATE_NOOP(
        "setup",
        "Make an app of your own there. With your own app a mention costs a tenth of a cent; with "
        "that of somebody else it costs more.",
    ),
    QT_TRANSLATE_NOOP(
        "setup",
        "Under User authentication settings choose Native App, Read and write and Direct message, "
        "and fill in as callback: http://127.0.0.1:47813/signed-in",
    ),
    QT_TRANSLATE_NOOP("setup", "Copy the Client ID of OAuth 2.0 and fill it in here."),
    QT_TRANSLATE_NOOP(
        "setup",
        "Sign in at X in your browser with the firm's account. Balie never sees your password.",
    ),
)
EXPLAINS = QT_TRANSLATE_NOOP(
    "channels",
    "X takes an answer only to a post in which its author mentions or quotes you; other posts you "
    "answer in the browser. It costs about a cent, and 20 cents with a link in it.",
)
SIGNED_IN = QT_TRANSLATE_NOOP(
    "setup", "Signed in as {handle}: posts that mention you come in, and can be answered."
)
DIRECT_MESSAGES = QT_TRANSLATE_NOOP("setup", "Direct messages come in, and can be answered.")
NO_MESSAGES = QT_TRANSLATE_NOOP(
    "setup",
    "Direct messages: not allowed. Give your app the right Read and write and Direct message at "
    "console.x.com, and sign in again.",
)
ENCRYPTED = QT_TRANSLATE_NOOP(
    "setup", "Encrypted messages (XChat) do not come in: read those in the app of X."
)
COSTS = QT_TRANSLATE_NOOP(
    "setup",
    "This month about {spent} dollars, of at most {cap}: {read} messages read, {sent} sent. At the "
    "limit reading stops.",
)
