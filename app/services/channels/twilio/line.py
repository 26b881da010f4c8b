"""The line to Twilio: its lists of messages, their files, and what its codes mean."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from urllib.parse import quote, urljoin, urlsplit

from typing_extensions import override

from app.services.channels.api import AccountSettings, SecretBox
from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
    RecipientUnavailable,
    TargetGone,
    WindowClosed,
)
from app.services.channels.http import Answer, Http
from app.services.channels.kit import Call, Node, answered, secret, setting

SERVER = "https://api.twilio.com"
LARGEST_FILE = 16 << 20
_API = "/2010-04-01/Accounts/{AccountSid}"
_MOST_PAGES = 200
_PATIENCE = timedelta(minutes=1)

_MESSAGE = (
    "sid", "from", "to", "body", "direction", "status", "num_media", "date_sent", "date_created",
    "error_code", "error_message",
)  # fmt: skip
CALLS = (
    Call(
        "GET",
        f"{_API}/Messages.json",
        ("To", "From", "DateSent>", "PageSize", "Page", "PageToken"),
        ("next_page_uri", *(f"messages.{name}" for name in _MESSAGE)),
    ),
    Call(
        "POST",
        f"{_API}/Messages.json",
        ("To", "From", "Body"),
        ("sid", "status", "date_created", "error_code", "error_message"),
    ),
    Call(
        "GET",
        f"{_API}/Messages/{{MessageSid}}/Media.json",
        (),
        ("media_list.sid", "media_list.content_type"),
    ),
    Call("GET", f"{_API}/Messages/{{MessageSid}}/Media/{{Sid}}"),
    Call(
        "GET",
        f"{_API}/IncomingPhoneNumbers.json",
        ("PhoneNumber",),
        ("incoming_phone_numbers.phone_number", "incoming_phone_numbers.capabilities.sms"),
    ),
)

_NOBODY = frozenset({21211, 21214, 21217, 21610, 21614, 30003, 30005, 30006, 63003, 63024})
_NO_RIGHT = frozenset({21408, 21606, 21612, 21659, 21660})
_FORBIDDEN = frozenset({21608, 30007, 63007})
_HELD = frozenset({20005, 30002})
_BUSY = frozenset({20429, 63018})
_WINDOW = 63016


class _Elsewhere(ChannelError):
    """A file stands at another address, which lets in whoever knows it."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address

    @override
    def __repr__(self) -> str:
        return "_Elsewhere()"


class Line:
    """Asks in the name of one Twilio account."""

    def __init__(
        self, account: AccountSettings, secrets: SecretBox, now: Callable[[], datetime]
    ) -> None:
        self._account, self._secrets, self._now = account, secrets, now
        self._http = Http(now)
        self._base = setting(account, "server", SERVER).rstrip("/")
        self._sid = setting(account, "sid")
        self._root = _API.format(AccountSid=quote(self._sid, safe=""))
        self.server = urlsplit(self._base).hostname or ""

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    # --- reading -----------------------------------------------------------------------------

    def messages(self, params: Mapping[str, str]) -> Iterator[Node]:
        """Yield all messages of a list, newest first.

        Raises:
            ChannelError: it was refused, or there is no line.
        """
        told = self._get(f"{self._root}/Messages.json", params)
        for _ in range(_MOST_PAGES):
            yield from self._checked(told)
            further = told["next_page_uri"].text
            if not further:
                return
            if not further.startswith(f"{self._root}/"):
                raise ProtocolChanged(server=self.server, detail="a page elsewhere")
            told = self._get(further)
        raise ProtocolChanged(server=self.server, detail="the pages do not end")

    def newest(self, params: Mapping[str, str]) -> list[Node]:
        """Return the first page of a list."""
        return self._checked(self._get(f"{self._root}/Messages.json", params))

    def may_send_from(self, number: str) -> bool | None:
        """Tell whether a number is ours and sends text messages; None when it is not ours."""
        told = self._get(f"{self._root}/IncomingPhoneNumbers.json", {"PhoneNumber": number})
        for one in answered(told, "incoming_phone_numbers", self.server):
            if one["phone_number"].text == number:
                return one["capabilities"]["sms"].is_true
        return None

    def files(self, message: str) -> list[Node]:
        """Return what files came with a message."""
        told = self._get(f"{self._root}/Messages/{quote(message, safe='')}/Media.json")
        return list(answered(told, "media_list", self.server))

    def content(self, message: str, file: str) -> bytes:
        """Return the bytes of a file.

        Twilio sends on to another host, which is asked without our credentials.

        Raises:
            ChannelError: it cannot be had.
        """
        path = f"{self._root}/Messages/{quote(message, safe='')}/Media/{quote(file, safe='')}"
        url = f"{self._base}{path}"
        try:
            answer = self._http.request(
                "GET",
                url,
                basic=self._basic(),
                account=self._account.handle,
                size_limit=LARGEST_FILE,
                judge=lambda told: _moved(told, url),
            )
        except _Elsewhere as moved:
            if not moved.address.startswith(f"{urlsplit(self._base).scheme}://"):
                raise ProtocolChanged(server=self.server, detail="a file elsewhere") from None
            answer = self._http.get_public(moved.address, size_limit=LARGEST_FILE)
        return answer.body

    def _checked(self, told: Node) -> list[Node]:
        found = list(answered(told, "messages", self.server))
        if not all(one["sid"].text for one in found):
            raise ProtocolChanged(server=self.server, detail="no sid")
        return found

    def _get(self, path: str, params: Mapping[str, str] | None = None) -> Node:
        answer = self._http.request(
            "GET",
            f"{self._base}{path}",
            basic=self._basic(),
            params=params,
            account=self._account.handle,
            judge=lambda told: self._meaning(told, ""),
        )
        return Node(answer.json())

    # --- writing -----------------------------------------------------------------------------

    def create(self, form: Mapping[str, str]) -> Node:
        """Send a message: exactly one write.

        Raises:
            OutcomeUnknown: it may or may not have been taken.
            ChannelError: it was refused.
        """
        answer = self._http.request(
            "POST",
            f"{self._base}{self._root}/Messages.json",
            basic=self._basic(),
            data=form,
            account=self._account.handle,
            writes=True,
            judge=lambda told: self._meaning(told, form["To"]),
        )
        return Node(answer.json())

    def failure(self, code: int | None, recipient: str, detail: str) -> ChannelError | None:
        """Return what a code of Twilio's means; None for one that is not known here."""
        server, account = self.server, self._account.handle
        if code in _NOBODY:
            return RecipientUnavailable(server=server, recipient=recipient, detail=detail)
        if code in _NO_RIGHT:
            return PermissionMissing(account=account, what=detail)
        if code in _FORBIDDEN:
            return NotAllowedByPlatform(server=server, detail=detail)
        if code in _HELD:
            return AccountRestricted(server=server, account=account, detail=detail)
        if code in _BUSY:
            return RateLimited(retry_at=self._now() + _PATIENCE, server=server)
        return WindowClosed(server=server) if code == _WINDOW else None

    def _meaning(self, answer: Answer, recipient: str) -> ChannelError | None:
        """Return what a refusal means; `recipient` of a message, "" for a reading."""
        if answer.status in {401, 429} or answer.status >= 500:
            return None
        try:
            told = Node.of(answer.body)
        except (ValueError, RecursionError):
            return None
        code, detail = told["code"].number, told["message"].text[:200]
        if code == 20003:
            return AuthExpired(server=self.server, account=self._account.handle)
        if known := self.failure(code, recipient, detail):
            return known
        if answer.status == 403:
            return PermissionMissing(account=self._account.handle, what=detail)
        if answer.status == 404:
            return TargetGone(server=self.server, what=self._sid)
        if answer.status == 400:
            refused = InvalidContent if recipient else ProtocolChanged
            return refused(server=self.server, detail=detail)
        return None

    def _basic(self) -> tuple[str, str]:
        user = setting(self._account, "key") or self._sid
        return user, secret(self._secrets, "token", self._account).strip()


def _moved(answer: Answer, url: str) -> ChannelError | None:
    where = answer.headers.get("location", "")
    return _Elsewhere(urljoin(url, where)) if where and 300 <= answer.status < 400 else None
