"""What adapters of platforms with an API share: settings, reading JSON, naming versions."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar, TypeVar
from urllib.parse import urlsplit

from typing_extensions import override

from app.models.rules.errors import InvalidValueError
from app.models.rules.limits import Measure
from app.models.rules.messages import Direction
from app.services.channels.api import (
    AccountSettings,
    ChannelType,
    InboundMessage,
    Json,
    Person,
    RawItem,
    SecretBox,
    Traits,
)
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    InvalidContent,
    ProtocolChanged,
    TargetGone,
)
from app.services.channels.loopback import is_loopback
from app.services.channels.setup import SetupField, SignIn

_T = TypeVar("_T")

SIGN_IN_ENDS = "sign_in_ends"
"""The secret that says until when the owner's token is taken."""

_BY_BROWSER = "oauth_token"
"""The secret of oauth.py, which takes its library along where it is imported."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a platform's API that an adapter makes, in the words of its description.

    Tests hold every request against these, and these against a description that others wrote.

    Attributes:
        method: "GET", "POST", ...
        path: below the server, `{name}` for what varies: "/v1/statuses/{id}/context"; `{+name}`
            where that may hold slashes (RFC 6570).
        sends: names that may stand in the query or the body; "a.b" for b within a.
        reads: fields of the answer that are used, "a.b" likewise, also through lists.
    """

    method: str
    path: str
    sends: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()


def within(field: str, *names: str) -> tuple[str, ...]:
    """Return the names of fields within a field, as a `Call` has them."""
    return tuple(f"{field}.{name}" for name in names)


class ApiType(ChannelType):
    """A kind whose settings are what the owner filled in, and that needs no browser to sign in.

    An adapter gives `kind`, `traits`, `fields`, `parse`, `steps`, `calls`, `handle` and `open`.
    """

    traits: ClassVar[Traits] = Traits()
    fields: ClassVar[Sequence[SetupField]] = ()
    steps: ClassVar[Sequence[str]] = ()
    calls: ClassVar[Sequence[Call]] = ()

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        """Return what was filled in, with the address of a server as it is used.

        Raises:
            InvalidValueError: see `server_address`.
        """
        found: dict[str, Json] = {key: value for key, value in values.items() if key != "name"}
        if values.get("server"):
            found["server"] = server_address(values["server"])
        return found

    @override
    def filled_in(self, account: AccountSettings) -> Mapping[str, str]:
        options = {field.option for field in self.fields if field.kind != "secret"}
        told = account.values.items()
        return {name: value for name, value in told if isinstance(value, str) and name in options}

    @override
    def sign_in(self, account: AccountSettings, secrets: SecretBox) -> SignIn | None:
        return None


def server_address(told: str) -> str:
    """Return the address of a server without a path; https unless it says otherwise.

    Only one on this computer goes without TLS: secrets may not cross a network in the clear.

    Raises:
        InvalidValueError: it is none.
    """
    lower = told.strip().lower()
    url = lower if "://" in lower else f"https://{lower}"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        parts, host, port = urlsplit(""), "", None
    safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))
    if not host or not safe or " " in url:
        raise InvalidValueError(value=told, field="server", choices="https://voorbeeld.nl")
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}:{port}" if port else f"{parts.scheme}://{name}"


def secret(secrets: SecretBox, name: str, account: AccountSettings) -> str:
    """Return a secret.

    Raises:
        AuthExpired: it is not there.
    """
    found = secrets.get(name)
    if not found:
        raise AuthExpired(server=account.handle, account=account.handle)
    return found


def tell_sign_in_ends(secrets: SecretBox, ends: datetime | None) -> None:
    """Keep until when the platform takes a token that only the owner can renew; None: not known.

    He is reminded of it (rules.sign_ins). Connecting again forgets it, unless it is told anew.
    """
    secrets.put(SIGN_IN_ENDS, "" if ends is None else ends.astimezone(UTC).isoformat())


def sign_in_ends(get: Callable[[str], str | None]) -> datetime | None:
    """Return what `tell_sign_in_ends` kept, else until when a sign-in by browser can be renewed.

    Args:
        get: gives a secret of the account.
    """
    try:
        if told := get(SIGN_IN_ENDS):
            return datetime.fromisoformat(told)
        return Node.of((get(_BY_BROWSER) or "{}").encode())["refresh_ends_at"].moment()
    except ValueError:
        return None


def setting(account: AccountSettings, name: str, default: str = "") -> str:
    """Return a setting as text; the default when it is empty."""
    return str(account.values.get(name) or default)


class Node:
    """A place in a platform's JSON, of which nothing is taken for granted.

    What is missing or of another kind reads as empty; only `need` and `moment` insist.
    """

    __slots__ = ("_value",)

    def __init__(self, value: object) -> None:
        self._value = value

    @classmethod
    def of(cls, data: bytes) -> "Node":
        """Read bytes that were kept as they came.

        Raises:
            ValueError: they are no JSON.
        """
        return cls(json.loads(data))

    def __bool__(self) -> bool:
        return bool(self._value)

    def __getitem__(self, name: str) -> "Node":
        return Node(self._value.get(name) if isinstance(self._value, Mapping) else None)

    def __iter__(self) -> Iterator["Node"]:
        return map(Node, self._value if isinstance(self._value, list) else ())

    @property
    def raw(self) -> object:
        """The value itself."""
        return self._value

    @property
    def text(self) -> str:
        """Text without NUL and lone surrogates; numbers as text; "" for anything else."""
        if isinstance(self._value, bool) or not isinstance(self._value, (str, int, float)):
            return ""
        told = str(self._value).replace("\0", "")
        return told.encode("utf-8", "replace").decode()

    @property
    def number(self) -> int | None:
        """A whole number, also one that is written as text; None for anything else."""
        try:
            return int(self.text)
        except ValueError:
            return None

    @property
    def is_true(self) -> bool:
        """True for true and "true" alone."""
        return self._value is True or self._value == "true"

    def need(self, name: str) -> str:
        """Return a field without which the thing means nothing.

        Raises:
            ValueError: it is not there.
        """
        found = self[name].text
        if not found:
            raise ValueError(name)
        return found

    def moment(self) -> datetime:
        """Return a moment in ISO 8601 or in seconds since 1970, as aware UTC.

        Raises:
            ValueError: it is none.
        """
        told = self.text
        try:
            if told.replace(".", "", 1).isdigit():
                return datetime.fromtimestamp(float(told), UTC)
            at = datetime.fromisoformat(told)
        except (OverflowError, OSError) as error:
            raise ValueError(told) from error
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)

    def bytes(self) -> bytes:
        """Return the value as JSON, always the same for the same value."""
        return json.dumps(self._value, ensure_ascii=False, sort_keys=True).encode()


def answered(node: Node, name: str, server: str) -> Node:
    """Return a list of an answer.

    Raises:
        ProtocolChanged: there is none.
    """
    if not isinstance(node[name].raw, list):
        raise ProtocolChanged(server=server, detail=f"no list {name}")
    return node[name]


def check_length(measure: Measure, text: str, server: str) -> None:
    """Refuse a text that the platform would.

    Raises:
        InvalidContent: it is too long.
    """
    size = measure.size(text)
    if size and size.over:
        detail = f"{size.used} {size.unit} of at most {size.limit}"
        raise InvalidContent(server=server, detail=detail)


def fingerprint(*parts: str) -> str:
    """Return the hash of what makes a version of a message: its text, its stars, its files."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def gone_message(item: RawItem, key: str) -> InboundMessage:
    """Return the news that the message with a key is no longer there; nothing else is of use."""
    return InboundMessage(
        key=key,
        fingerprint=fingerprint("gone", key),
        direction=Direction.OUT if item.outgoing else Direction.IN,
        author=Person(key),
        created_at=item.received_at,
        received_at=item.received_at,
        gone=True,
    )


def versioned(key: str, version: str) -> str:
    """Return the external id of a thing that changed: a later version comes in beside the first."""
    return f"{key}@{version}" if version else key


def had(ask: Callable[[], _T], *, waits: bool) -> _T | None:
    """Return a file of a message, or None: one that cannot be had may not hold up the message.

    Args:
        waits: a fault that may pass is still raised, so that the message comes in later.

    Raises:
        ChannelError: see `waits`.
    """
    try:
        return ask()
    except (ProtocolChanged, TargetGone):
        return None
    except ChannelError:
        if waits:
            raise
        return None
