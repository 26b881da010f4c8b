"""Meta's Graph, which Facebook, Messenger, Instagram and WhatsApp share: asking, pages, pace."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias
from urllib.parse import urlsplit

from app.services.channels.api import AccountSettings, Json, RateState, SecretBox
from app.services.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    ProtocolChanged,
    RateLimited,
)
from app.services.channels.http import LONGEST_WAIT, Answer, Http
from app.services.channels.kit import Node, answered, secret, setting
from app.services.channels.meta.refusals import Asked, Meanings, Refusal, TokenUnseen, meaning

SERVER, VERSION = "https://graph.facebook.com", "v26.0"
PARKED = timedelta(minutes=30)
"""Rest after a throttle that does not say how long; Meta counts over a rolling hour."""

Files: TypeAlias = Mapping[str, tuple[str, bytes, str]]

_SLOW, _FULL = 75, 100


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list; `next` leads to the part after it within this session, "" at the end."""

    items: list[Node]
    next: str = ""


class Graph:
    """Asks Graph in the name of one account. Neither its token nor an address leaves this class.

    After a throttle nothing is asked until Meta's time is over: every call would make it longer.

    Args:
        token: gives the token of the moment, so that one that was renewed is used.
        also: codes that this channel alone knows.

    Attributes:
        host: name of the server, for errors.
        rate: how much of the allowance is left, in percent, by the last answer that told.
    """

    def __init__(
        self,
        account: AccountSettings,
        token: Callable[[], str],
        now: Callable[[], datetime],
        *,
        home: str = SERVER,
        also: Meanings | None = None,
    ) -> None:
        self._account, self._token, self._now = account, token, now
        self._server = setting(account, "server", home).rstrip("/")
        self._version = setting(account, "version", VERSION)
        self._also = also or {}
        self._http = Http(now)
        self._in_query = False
        self._parked_until: datetime | None = None
        self.host = urlsplit(self._server).hostname or self._server
        self.rate: RateState | None = None

    @classmethod
    def of(
        cls,
        account: AccountSettings,
        secrets: SecretBox,
        now: Callable[[], datetime],
        *,
        home: str = SERVER,
        also: Meanings | None = None,
    ) -> "Graph":
        """Return the Graph of an account whose token is the secret "token"; asks nothing yet."""
        return cls(account, lambda: secret(secrets, "token", account), now, home=home, also=also)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def get(
        self, path: str, params: Mapping[str, str] | None = None, *, bare: bool = False
    ) -> Node:
        """Read one thing.

        Args:
            path: below the version: "/me".
            bare: `path` stands outside the versions and takes the token as a parameter, as it is
                documented for renewing that of Instagram.

        Raises:
            ChannelError: see `meaning`.
        """
        url = f"{self._server}{path}" if bare else self._url(path)
        return Node(self._ask("GET", url, params=params, bare=bare).json())

    def page(self, path: str, params: Mapping[str, str] | None = None) -> Page:
        """Read the first part of a list."""
        return self._page(self._url(path), params)

    def following(self, page: Page) -> Page:
        """Read the part after one; its parts may be empty before the end."""
        return self._page(f"{self._server}{page.next}", None)

    def pages(self, path: str, params: Mapping[str, str] | None = None) -> Iterator[list[Node]]:
        """Read a list to its end, part by part, as far as the caller goes on.

        Raises:
            ProtocolChanged: it goes round in a circle.
        """
        return (part.items for part in self.parts(path, params))

    def parts(self, path: str, params: Mapping[str, str] | None = None) -> Iterator[Page]:
        """Read a list as `pages` does, with each part telling whether it is the last."""
        page = self.page(path, params)
        seen = {""}
        yield page
        while page.next not in seen:
            seen.add(page.next)
            page = self.following(page)
            yield page
        if page.next:
            raise ProtocolChanged(server=self.host, detail="a list without end")

    def store(
        self, path: str, *, form: Mapping[str, str] | None = None, files: Files | None = None
    ) -> Node:
        """Leave something that nobody sees by itself: a picture for an answer."""
        return Node(self._ask("POST", self._url(path), form=form, files=files).json())

    def write(
        self,
        path: str,
        *,
        gives: str = "id",
        form: Mapping[str, str] | None = None,
        body: Json = None,
        files: Files | None = None,
        recipient: str = "",
    ) -> Node:
        """Do the one write that somebody sees.

        Args:
            gives: the field without which the answer tells nothing, "" when that is for the caller.
            form, body, files: as in `Http.request`.

        Raises:
            OutcomeUnknown: the platform may or may not have it.
            ChannelError: it has not.
        """
        answer = self._ask(
            "POST",
            self._url(path),
            form=form,
            body=body,
            files=files,
            recipient=recipient,
            writes=True,
        )
        told = Node(answer.json())
        if gives and not told[gives].text:
            raise OutcomeUnknown(server=self.host)
        return told

    def pace(self, usual: timedelta) -> timedelta:
        """Return when to ask again: later when the allowance is nearly used up."""
        left = self.rate.remaining if self.rate else None
        if left is None or left > _FULL - _SLOW:
            return usual
        return usual * 4 if left else max(usual, PARKED)

    # --- one request -------------------------------------------------------------------------

    def _url(self, path: str) -> str:
        return f"{self._server}/{self._version}{path}"

    def _page(self, url: str, params: Mapping[str, str] | None) -> Page:
        told = Node(self._ask("GET", url, params=params).json())
        items = list(answered(told, "data", self.host))
        return Page(items, _without_token(told["paging"]["next"].text))

    def _ask(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        body: Json = None,
        files: Files | None = None,
        recipient: str = "",
        writes: bool = False,
        bare: bool = False,
    ) -> Answer:
        if self._parked_until and self._now() < self._parked_until:
            raise RateLimited(retry_at=self._parked_until, server=self.host)
        token = self._token()

        def once() -> Answer:
            hidden = bare or self._in_query
            return self._http.request(
                method,
                url,
                token=None if hidden else token,
                params={**(params or {}), "access_token": token} if hidden else params,
                data=form,
                body=body,
                files=files,
                account=self._account.name,
                writes=writes,
                judge=lambda answer: self._judge(answer, token, recipient),
            )

        try:
            answer = self._either_way(once)
        except RateLimited as error:
            self._parked_until = error.retry_at
            raise
        self._note(answer)
        return answer

    def _either_way(self, once: Callable[[], Answer]) -> Answer:
        try:
            return once()
        except TokenUnseen:
            # That it works for Pages is not documented; what was refused so has done nothing.
            if self._in_query:
                raise
            self._in_query = True
            return once()

    def _judge(self, answer: Answer, token: str, recipient: str) -> ChannelError | None:
        self._note(answer)
        try:
            error = Node.of(answer.body)["error"]
        except (ValueError, RecursionError):
            return None
        refusal = Refusal.of(error, token)
        if refusal is None:
            return None
        asked = Asked(
            self.host,
            self._account.name,
            self._now() + (_regained(answer) or PARKED),
            recipient,
            answer.to_write,
        )
        found = meaning(refusal, asked, self._also)
        if found is None and answer.status == 400 and not answer.to_write:
            detail = f"{refusal.words} ({refusal.code})"
            return ProtocolChanged(server=self.host, detail=detail)
        return found

    def _note(self, answer: Answer) -> None:
        used = [
            number
            for one in _usages(answer)
            for name in ("call_count", "total_cputime", "total_time")
            if (number := one[name].number) is not None
        ]
        if used:
            wait = _regained(answer)
            reset = self._now() + wait if wait else None
            self.rate = RateState(_FULL, max(0, _FULL - max(used)), reset)


def _usages(answer: Answer) -> Iterator[Node]:
    """Give what the headers tell of each allowance, in percent."""
    app = _header(answer, "x-app-usage")
    if app:
        yield app
    cases = _header(answer, "x-business-use-case-usage").raw
    for case in cases.values() if isinstance(cases, Mapping) else ():
        yield from Node(case)


def _header(answer: Answer, name: str) -> Node:
    try:
        return Node.of(answer.headers.get(name, "null").encode())
    except (ValueError, RecursionError):
        return Node(None)


def _regained(answer: Answer) -> timedelta:
    """Return after how long Meta lets us in again; it tells minutes, and zero when it does."""
    minutes = [one["estimated_time_to_regain_access"].number or 0 for one in _usages(answer)]
    most = LONGEST_WAIT // timedelta(minutes=1)
    return timedelta(minutes=min(most, max(0, *minutes, 0)))


def _without_token(url: str) -> str:
    """Return the path and query of a `next`, in which Meta repeats the token."""
    parts = urlsplit(url)
    kept = [one for one in parts.query.split("&") if not one.lower().startswith("access_token=")]
    return f"{parts.path}?{'&'.join(kept)}" if parts.path else ""
