"""A Facebook Page and its token, which its comments and its Messenger share."""

import base64
import json
from collections.abc import Callable, Mapping
from datetime import datetime

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.models.rules.limits import Measure
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Draft,
    Json,
    Prepared,
    SecretBox,
    SendResult,
)
from app.services.channels.errors import (
    AlreadyReplied,
    AuthExpired,
    ChannelError,
    InvalidContent,
    ProtocolChanged,
)
from app.services.channels.kit import Node, check_length, fingerprint
from app.services.channels.meta.common import SERVER_FIELD, VERSION_FIELD, MetaType
from app.services.channels.meta.graph import Graph
from app.services.channels.setup import Finding, SetupField

SLACK_SECONDS = 300
"""How far Meta's clock may be from ours when a message of ours is looked for."""

READABLE = 20
"""So many of the newest messages of a conversation can be read."""

SENT_FIELDS = "id,created_time,from,message,attachments"
ALREADY = {10900: AlreadyReplied}
"""A second private message about one comment; the code is from memory, unverified."""

SIGNED_IN = QT_TRANSLATE_NOOP("setup", "Signed in as the Page {name}")


class NotThePage(AuthExpired):
    """The token is a person's, or another Page's: Meta would show empty lists and say nothing."""

    code = "meta_not_the_page"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The access token is not that of the Page {page}, but of “{name}”. Make one for the Page "
        "itself and paste that.",
    )


class PageLine:
    """Graph in the name of one Page, once it is sure that the token is the Page's."""

    def __init__(
        self, account: AccountSettings, secrets: SecretBox, now: Callable[[], datetime]
    ) -> None:
        self.id = account.handle
        self.graph = Graph.of(account, secrets, now, also=ALREADY)
        self.host = self.graph.host
        self._me: Node | None = None

    def me(self) -> Node:
        """Return the Page; asked once in a session.

        Raises:
            NotThePage: the token is of somebody else.
            ProtocolChanged: nobody is named.
            ChannelError: as in `Graph.get`.
        """
        if self._me is None:
            me = self.graph.get("/me", {"fields": "id,name"})
            if not me["id"].text:
                raise ProtocolChanged(server=self.host, detail="no id")
            if me["id"].text != self.id:
                params = {"page": self.id, "name": me["name"].text}
                raise NotThePage(server=self.host, account=self.id, **params)
            self._me = me
        return self._me

    def is_us(self, person: Node) -> bool:
        """Tell whether something was written by the Page."""
        return person["id"].text == self.id

    def find_message(self, talk: str, prepared: Prepared, prefix: str = "") -> SendResult | None:
        """Look for a composed message among the newest of a conversation.

        Args:
            prefix: what its key begins with.
        """
        wanted = Node.of(prepared.payload)
        params = {"fields": SENT_FIELDS, "limit": str(READABLE)}
        for one in self.graph.page(f"/{talk}/messages", params).items:
            if not self.is_us(one["from"]) or not one["created_time"]:
                continue
            at, has_file = one["created_time"].moment(), bool(one["attachments"]["data"])
            same = mark(one["message"].text, has_file=has_file) == prepared.fingerprint
            if same and not is_older(wanted, at):
                return SendResult(f"{prefix}{one.need('id')}", at)
        return None

    def finding(self) -> Finding:
        """Return that the token is the Page's."""
        params = {"name": self.me()["name"].text or self.id}
        return Finding("sign_in", ok=True, text=SIGNED_IN, params=params)


def refused(error: ChannelError) -> Finding:
    """Return a refusal as a line of a probe."""
    return Finding(error.code, ok=False, text=error.text, params=error.params)


def mark(text: str, *, has_file: bool) -> str:
    """Return the fingerprint of a message; a file counts only where there is no text.

    Meta makes a preview of an address in a text, which then looks like a file.
    """
    words = " ".join(text.split())
    return fingerprint(words, "file" if has_file and not words else "")


def composed(
    draft: Draft, recipient: str, file: Attachment | None, measure: Measure, host: str, **more: Json
) -> Prepared:
    """Return a draft in the form in which it is kept until it leaves; `more` goes along.

    Raises:
        InvalidContent: there is nothing in it, or it is too long.
    """
    text = draft.text.strip()
    if not text and file is None:
        raise InvalidContent(server=host, detail="empty message")
    check_length(measure, text, host)
    payload: dict[str, Json] = {"text": text, "since": draft.created_at.isoformat(), **more}
    if file is not None:
        data = base64.b64encode(file.data).decode()
        payload["file"] = {"name": file.name, "mime": file.mime, "data": data}
    body = json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
    found = mark(text, has_file=file is not None)
    return Prepared(f"out:{draft.key}", recipient, body, found)


def upload(file: Node) -> tuple[str, bytes, str]:
    """Return the file of a composed message as `Http.request` takes it."""
    return file["name"].text, base64.b64decode(file["data"].text), file["mime"].text


def is_older(wanted: Node, at: datetime) -> bool:
    """Tell whether something was written too early to be the composed message."""
    return at.timestamp() < wanted["since"].moment().timestamp() - SLACK_SECONDS


def reads(fields: str) -> tuple[str, ...]:
    """Return what is read of a list that was asked for `fields`, in the words of a `Call`."""
    found: list[str] = []
    within = ""
    for part in fields.replace("{", ",{,").replace("}", ",}").split(","):
        if part == "{":
            within = f"{found.pop()}."
        elif part == "}":
            within = ""
        else:
            found.append(within + part)
    return (*(f"data.{name}" for name in found), "paging.next")


class PageType(MetaType):
    """A kind of channel that is a Page."""

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        told = values.get("page", "").strip()
        if not (told.isascii() and told.isdigit()):
            raise InvalidValueError(value=told, field="page", choices="123456789012345")
        return told


PAGE_FIELDS = (
    SetupField(
        "page",
        QT_TRANSLATE_NOOP("setup", "Number of the Page"),
        required=True,
        help=QT_TRANSLATE_NOOP("setup", "On Facebook: your Page, About, Page transparency."),
    ),
    SetupField("token", QT_TRANSLATE_NOOP("setup", "Page access token"), "secret", required=True),
)
SERVER_FIELDS = (SERVER_FIELD, VERSION_FIELD)
APP_STEPS = (
    QT_TRANSLATE_NOOP(
        "setup",
        "Meta wants you to have an app of your own. Sign in at developers.facebook.com with the "
        "account that manages your Page, choose My Apps, Create app, and the type Business. It "
        "costs nothing; leave it in development mode.",
    ),
    QT_TRANSLATE_NOOP(
        "setup",
        "Open Tools, Graph API Explorer. Choose your app, then Get Page access token, and allow "
        "it for your Page.",
    ),
)
TOKEN_STEPS = (
    QT_TRANSLATE_NOOP(
        "setup",
        "This token ends within hours. Open it in the Access Token Debugger, choose Extend access "
        "token, and with the longer one ask me/accounts in the Explorer: the access_token that "
        "stands there with your Page does not end.",
    ),
    QT_TRANSLATE_NOOP(
        "setup",
        "It does end when you change your password, lose your role at the Page, or take the app's "
        "rights away. Balie then asks for a new one.",
    ),
)
