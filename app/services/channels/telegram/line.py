"""The Bot API as it is asked: one call, one answer, and what each refusal means."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from urllib.parse import quote

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.channels.api import AccountSettings, Json, SecretBox
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    OutcomeUnknown,
    ProtocolChanged,
    RateLimited,
    RecipientUnavailable,
    TargetGone,
)
from app.services.channels.http import LONGEST_WAIT, Answer, Http
from app.services.channels.kit import Node, secret, setting

SERVER = "https://api.telegram.org"
LARGEST_DOWN = 20 << 20
"""Bytes of the largest file that `getFile` gives."""


class OtherReader(NotAllowedByPlatform):
    """Somebody else takes this bot's messages: a second program, or a web hook."""

    code = "telegram_other_reader"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Another program (or a web hook) takes the messages of {account} at {server}, and only one "
        "can. End it there, or let Balie have a bot of its own.",
    )


class BotLine:
    """Calls of one bot. Its token stands in every address, so no address leaves this class."""

    def __init__(
        self, account: AccountSettings, secrets: SecretBox, now: Callable[[], datetime]
    ) -> None:
        self._account, self._secrets, self._now = account, secrets, now
        self._server = setting(account, "server", SERVER).rstrip("/")

    def call(
        self,
        http: Http,
        method: str,
        body: Json = None,
        *,
        form: Mapping[str, str] | None = None,
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
        writes: bool = False,
        recipient: str = "",
    ) -> Node:
        """Call a method and return its result.

        Raises:
            ChannelError: see `_meaning`.
        """
        answer = http.request(
            "POST",
            f"{self._base('bot')}/{method}",
            body=body,
            data=form,
            files=files,
            account=self._account.handle,
            writes=writes,
            judge=lambda refusal: self._meaning(refusal, writes=writes, recipient=recipient),
        )
        told = Node(answer.json())
        if not told["ok"].is_true:
            if writes:
                raise OutcomeUnknown(server=answer.server)
            raise ProtocolChanged(server=answer.server, detail="not ok")
        return told["result"]

    def download(self, http: Http, file_id: str) -> bytes:
        """Return the bytes of a file that a customer sent.

        Raises:
            ChannelError: it cannot be had.
        """
        path = self.call(http, "getFile", {"file_id": file_id})["file_path"].text
        address = f"{self._base('file/bot')}/{quote(path)}"
        account = self._account.handle
        return http.request("GET", address, account=account, size_limit=LARGEST_DOWN).body

    def _base(self, before: str) -> str:
        token = secret(self._secrets, "token", self._account).strip()
        return f"{self._server}/{before}{quote(token, safe=':')}"

    def _meaning(self, answer: Answer, *, writes: bool, recipient: str) -> ChannelError | None:
        try:
            told = Node.of(answer.body)
        except (ValueError, RecursionError):
            told = Node(None)
        server, account = answer.server, self._account.handle
        detail = told["description"].text[:200] or f"HTTP {answer.status}"
        if answer.status in {401, 404}:  # 404: no bot can have such a token
            return AuthExpired(server=server, account=account)
        if answer.status == 403:
            return RecipientUnavailable(server=server, recipient=recipient, detail=detail)
        if answer.status == 409:
            return OtherReader(server=server, account=account)
        if answer.status in {420, 429}:
            return self._slower(told, server)
        if answer.status == 400:
            return _refused(detail, server, recipient, writes=writes)
        return None

    def _slower(self, told: Node, server: str) -> ChannelError | None:
        seconds = told["parameters"]["retry_after"].number
        if seconds is None:
            return None
        wait = timedelta(seconds=max(1, min(seconds, int(LONGEST_WAIT.total_seconds()))))
        return RateLimited(retry_at=self._now() + wait, server=server)


def _refused(detail: str, server: str, recipient: str, *, writes: bool) -> ChannelError:
    """Return what "Bad Request" means; Telegram tells the reason in words alone."""
    if not writes:
        return ProtocolChanged(server=server, detail=detail)
    reason = detail.lower()
    if "chat not found" in reason:
        return RecipientUnavailable(server=server, recipient=recipient, detail=detail)
    if "not found" in reason and ("replied" in reason or "reply" in reason):
        return TargetGone(server=server, what=detail)
    return InvalidContent(server=server, detail=detail)
