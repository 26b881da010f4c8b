"""HTTP for channels: time limits, no redirects with credentials, size caps, our errors."""

import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import requests
from requests import exceptions as failures
from requests.adapters import HTTPAdapter
from requests.models import DecodeError, ProtocolError
from typing_extensions import override

from app import __version__
from app.services.channels.api import Json
from app.services.channels.errors import (
    AuthExpired,
    CertificateRefused,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    Offline,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
    TargetGone,
    Transient,
)

TIME_LIMITS = (10.0, 60.0)
"""Seconds to connect, and to wait for the next bytes."""

TOTAL_LIMIT = 120.0
"""Seconds for one whole answer, whatever its pace."""

SIZE_LIMIT = 8 << 20
"""Bytes of the largest answer that is read."""

LONGEST_WAIT = timedelta(days=1)
"""A platform that asks for more is asked again after this."""

USER_AGENT = f"Balie/{__version__}"

_LibraryError: type[Exception] = ProtocolError.__bases__[0]
"""The family of urllib3, which comes with requests and is not ours to import."""

# Its DEBUG lines hold whole addresses, and in those of Telegram stands the token.
logging.getLogger("urllib3.connectionpool").setLevel(logging.INFO)

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_REDIRECTS = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; `headers` has lower-case names."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    server: str = ""
    to_write: bool = False

    def json(self) -> Json:
        """Return the body as JSON.

        Raises:
            ProtocolChanged: it is none.
            OutcomeUnknown: it is none, and the request was to change something over there.
        """
        try:
            value: Json = json.loads(self.body)
        except (ValueError, RecursionError) as error:
            if self.to_write:
                raise OutcomeUnknown(server=self.server) from error
            raise ProtocolChanged(server=self.server, detail="not JSON") from error
        return value


Judge: TypeAlias = Callable[[Answer], ChannelError | None]
"""What a platform's own words in an answer that is no success mean; None: its status decides."""


class _LimitedAdapter(HTTPAdapter):
    """Gives every request a time limit, also those of libraries that set none."""

    def __init__(self, limits: tuple[float, float]) -> None:
        super().__init__(max_retries=0)
        self._limits = limits

    @override
    def send(  # type: ignore[override]  # the library's own many optional arguments
        self, request: requests.PreparedRequest, timeout: Any = None, **options: Any
    ) -> requests.Response:
        return super().send(request, timeout=timeout or self._limits, **options)


def limit(session: requests.Session, limits: tuple[float, float] = TIME_LIMITS) -> None:
    """Give a session, also a library's, our time limits and name, and no environment's ways."""
    session.mount("https://", _LimitedAdapter(limits))
    session.mount("http://", _LimitedAdapter(limits))
    session.headers["User-Agent"] = USER_AGENT
    session.trust_env = False
    session.max_redirects = 0


class Http:
    """The HTTP session of one account or task; not shared between threads.

    Args:
        now: tells the time, for Retry-After.
        ca: PEM file of a further authority, for tests and owners with their own.
        time_limits: seconds to connect and to read.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        ca: str | None = None,
        time_limits: tuple[float, float] = TIME_LIMITS,
        total_limit: float = TOTAL_LIMIT,
    ) -> None:
        self._now, self._total = now, total_limit
        self._session = requests.Session()
        limit(self._session, time_limits)
        if ca:
            self._session.verify = ca

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def request(
        self,
        method: str,
        url: str,
        *,
        token: str | None = None,
        basic: tuple[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        data: bytes | Mapping[str, str] | None = None,
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
        body: Json = None,
        account: str = "",
        writes: bool = False,
        size_limit: int = SIZE_LIMIT,
        judge: Judge | None = None,
    ) -> Answer:
        """Make one request and return a 2xx or 304 answer.

        Args:
            token: for "Authorization: Bearer"; `basic`: name and password.
            data: a form, or bytes; with `files` (name, content, type) it goes as multipart.
            body: sent as JSON.
            writes: the request changes something over there, so that a cut connection, or an error
                of the server's own, is an unknown outcome.
            judge: looks first at an answer that is no success.

        Raises:
            ChannelError: see `status_error` and `_lost`; redirects are refused.
        """
        prepared = self._prepared(method, url, params, headers, data, body, files)
        if token:
            prepared.headers["Authorization"] = f"Bearer {token}"
        elif basic:
            prepared.prepare_auth(basic)
        server = _host(prepared)
        answer = self._send(prepared, server, size_limit, writes=writes)
        if answer.status in _REDIRECTS:
            refused = ProtocolChanged(server=server, detail=f"redirect ({answer.status})")
            raise (judge(answer) if judge else None) or refused
        error = status_error(answer, server=server, account=account, now=self._now())
        if error is not None:
            raise (judge(answer) if judge else None) or _of_write(error, server, writes=writes)
        return answer

    def get_public(
        self,
        url: str,
        *,
        size_limit: int = SIZE_LIMIT,
        may_ask: Callable[[str], bool] | None = None,
    ) -> Answer:
        """Get something public without credentials; follows up to 3 redirects to https.

        Args:
            may_ask: decides for each host on the way whether it is asked.

        Raises:
            ChannelError: as `request`.
        """
        server = ""
        for _ in range(_MAX_REDIRECTS + 1):
            prepared = self._prepared("GET", url, None, None, None, None, None)
            server = _host(prepared)
            if may_ask is not None and not may_ask(urlsplit(url).hostname or ""):
                raise ProtocolChanged(server=server, detail="not asked")
            answer = self._send(prepared, server, size_limit, writes=False)
            if answer.status not in _REDIRECTS:
                error = status_error(answer, server=server, account="", now=self._now())
                if error is not None:
                    raise error
                return answer
            url = requests.compat.urljoin(url, answer.headers.get("location", ""))
            if not url.startswith("https://"):
                break
        raise ProtocolChanged(server=server, detail="redirect")

    def _prepared(
        self,
        method: str,
        url: str,
        params: Mapping[str, str] | None,
        headers: Mapping[str, str] | None,
        data: bytes | Mapping[str, str] | None,
        body: Json,
        files: Mapping[str, tuple[str, bytes, str]] | None,
    ) -> requests.PreparedRequest:
        request = requests.Request(
            method, url, params=params, headers=headers, data=data, json=body, files=files
        )
        try:
            return self._session.prepare_request(request)
        except (
            failures.InvalidURL,
            failures.InvalidSchema,
            failures.MissingSchema,
            failures.InvalidHeader,
            UnicodeError,
        ) as error:
            raise ProtocolChanged(server="", detail=type(error).__name__) from None

    def _send(
        self, prepared: requests.PreparedRequest, server: str, size_limit: int, *, writes: bool
    ) -> Answer:
        try:
            # By the adapter: the session itself reads a redirect, at any length, and refuses it.
            way = self._session.get_adapter(prepared.url or "")
            with way.send(prepared, stream=True, verify=self._session.verify or True) as response:
                body = self._body(response, server, size_limit, writes=writes)
                headers = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status_code, headers, body, server, writes)
        except failures.RequestException as error:
            # Not chained: the text of these errors can hold the address with its parameters.
            raise _lost(error, server, writes=writes) from None

    def _body(
        self, response: requests.Response, server: str, size_limit: int, *, writes: bool
    ) -> bytes:
        end = time.monotonic() + self._total
        parts: list[bytes] = []
        size = 0
        try:
            # read1, because the library's own ways wait for a whole block at any pace.
            while part := response.raw.read1(1 << 16, decode_content=True):
                parts.append(part)
                size += len(part)
                if size > size_limit:
                    raise _unread(server, "the answer is too large", writes=writes)
                if time.monotonic() > end:
                    if writes:
                        raise OutcomeUnknown(server=server)
                    raise Transient(server=server, detail="no answer")
        except DecodeError:
            raise _unread(server, "damaged answer", writes=writes) from None
        except (_LibraryError, OSError):
            if writes:
                raise OutcomeUnknown(server=server) from None
            raise Transient(server=server, detail="the connection was closed") from None
        return b"".join(parts)


def status_error(
    answer: Answer, *, server: str, account: str, now: datetime
) -> ChannelError | None:
    """Return what a status means, None for success (RFC 9110 15, RFC 6585 4)."""
    status = answer.status
    if 200 <= status < 300 or status == 304:
        return None
    detail = f"HTTP {status}"
    if status == 401:
        return AuthExpired(server=server, account=account)
    if status == 403:
        return PermissionMissing(account=account or server, what=detail)
    if status in {404, 410}:
        return TargetGone(server=server, what=detail)
    if status == 429:
        wait = _wait(answer, now)
        retry_at = now + (timedelta(minutes=5) if wait is None else wait)
        return RateLimited(retry_at=retry_at, server=server)
    if status >= 500 or status in {408, 425}:
        return Transient(retry_after=_wait(answer, now), server=server, detail=detail)
    return _rare_status_error(status, server)


def _of_write(error: ChannelError, server: str, *, writes: bool) -> ChannelError:
    """Return what an error means for a write: after one of the server's own nobody knows."""
    return OutcomeUnknown(server=server) if writes and isinstance(error, Transient) else error


def _unread(server: str, detail: str, *, writes: bool) -> ChannelError:
    if writes:
        return OutcomeUnknown(server=server)
    return ProtocolChanged(server=server, detail=detail)


def _rare_status_error(status: int, server: str) -> ChannelError:
    detail = f"HTTP {status}"
    if status in {400, 413, 415, 422}:
        return InvalidContent(server=server, detail=detail)
    if status in {402, 405, 409, 451}:
        return NotAllowedByPlatform(server=server, detail=detail)
    return ProtocolChanged(server=server, detail=detail)


def _wait(answer: Answer, now: datetime) -> timedelta | None:
    """Return how long Retry-After asks to wait, in seconds or as a date (RFC 9110 10.2.3)."""
    told = answer.headers.get("retry-after", "").strip()
    if told.isdecimal() and len(told) < 10:
        wait = timedelta(seconds=int(told))
    else:
        try:
            wait = parsedate_to_datetime(told).astimezone(UTC) - now
        except (ValueError, TypeError, OverflowError):
            return None
    return min(max(wait, timedelta()), LONGEST_WAIT)


def _lost(error: failures.RequestException, server: str, *, writes: bool) -> ChannelError:
    """Return what a request without an answer means."""
    if isinstance(error, failures.SSLError):
        return CertificateRefused(server=server, host=server, detail=_verify_message(error))
    if isinstance(error, failures.ConnectTimeout) or _never_connected(error):
        return Offline(server=server, detail="no connection")
    if writes:
        return OutcomeUnknown(server=server)
    if isinstance(error, failures.ReadTimeout):
        return Transient(server=server, detail="no answer")
    if isinstance(error, failures.ConnectionError):
        return Transient(server=server, detail="the connection was closed")
    return ProtocolChanged(server=server, detail=type(error).__name__)


def _never_connected(error: failures.RequestException) -> bool:
    cause = error.args[0] if error.args else None
    kinds = type(getattr(cause, "reason", cause)).__mro__
    return any(kind.__name__ == "NewConnectionError" for kind in kinds)  # urllib3's


def _verify_message(error: failures.SSLError) -> str:
    cause: object = error.args[0] if error.args else None
    for _ in range(4):
        told = getattr(cause, "verify_message", "")
        if told:
            return str(told)
        arguments = getattr(cause, "args", ())
        cause = getattr(cause, "reason", None) or (arguments[0] if arguments else None)
    return "TLS"


def _host(prepared: requests.PreparedRequest) -> str:
    return requests.compat.urlparse(prepared.url or "").hostname or ""
