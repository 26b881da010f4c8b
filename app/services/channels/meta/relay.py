"""Fetching from the relay on the owner's web hosting what Meta sent there (packaging/relay)."""

import base64
import hashlib
import hmac
import secrets as random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.services.channels.api import (
    AccountSettings,
    SecretBox,
)
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    NotAllowedByPlatform,
    ProtocolChanged,
    TargetGone,
)
from app.services.channels.http import Answer, Http
from app.services.channels.kit import Node, answered, secret, server_address, setting
from app.services.channels.meta.common import is_signed
from app.services.channels.setup import Finding, SetupField

LARGEST_ANSWER = 16 << 20
"""Bytes; a relay gives about 2 MB at once, and one webhook more."""

READS = QT_TRANSLATE_NOOP("setup", "The relay at {server} answers; reading works")
_MOST_PAGES = 50
_ELSEWHERE = frozenset({301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 410})


class RelaySecretRefused(AuthExpired):
    """The relay does not accept the secret with which Balie reads."""

    code = "relay_secret"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The relay at {server} does not accept the reading secret of {account}. Enter the one that "
        "stands at the top of the relay (READ_SECRET). What comes in meanwhile waits there.",
    )


class OtherAppSecret(AuthExpired):
    """The relay checks what Meta sends with another app secret than ours."""

    code = "relay_app_secret"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The relay at {server} has another app secret than {account}. Fill in the same one at both "
        "places. Until then nothing is fetched; it waits at the relay.",
    )


class NoRelay(NotAllowedByPlatform):
    """Nothing can be read, because Meta gives this to an address on the web only."""

    code = "no_relay"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "{server} gives messages to an address on the web only, so Balie cannot read them by "
        "itself. Put the relay on your web hosting and fill in its address.",
    )


class RelayNotThere(TargetGone):
    """There is something else at the address, or nothing."""

    code = "relay_not_there"
    text = QT_TRANSLATE_NOOP(
        "errors", "There is no relay at that address of {server}, or it is not filled in yet."
    )


@dataclass(frozen=True, slots=True)
class Record:
    """One webhook, byte for byte.

    Attributes:
        hook: what it says; empty when Meta did not sign it with our app secret, or it is no JSON.
        problem: which of these it is, else "".
    """

    seq: int
    received_at: datetime
    body: bytes = field(repr=False)
    hook: Node = field(repr=False)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What a relay gave; `full` when it takes nothing more in from Meta."""

    store: str
    records: Sequence[Record]
    more: bool
    full: bool


class Relay:
    """The relay as one account reads it.

    Args:
        reader: name under which the relay keeps how far this account is.
    """

    def __init__(
        self,
        account: AccountSettings,
        secrets: SecretBox,
        now: Callable[[], datetime],
        reader: str,
    ) -> None:
        self._account, self._secrets, self.now = account, secrets, now
        self._url, self._reader = setting(account, "relay"), reader
        self._http = Http(now)
        self._acked = ("", 0)

    @property
    def is_there(self) -> bool:
        """True when an address was filled in."""
        return bool(self._url)

    def finding(self) -> Finding:
        """Try it for a probe; nothing is taken."""
        try:
            self.read()
        except ChannelError as error:
            return Finding(error.code, ok=False, text=error.text, params=error.params)
        return Finding("relay", ok=True, text=READS, params={"server": self._host()})

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def read(self, after: int = 0, store: str = "") -> Batch:
        """Read what came after a number; all that waits when the numbers are of another store.

        Raises:
            NoRelay, RelayNotThere, RelaySecretRefused, OtherAppSecret: as they say.
            ChannelError: the hosting cannot be reached.
        """
        nonce = random.token_hex(16)
        told = self._ask("GET", {"after": str(after), "store": store, "nonce": nonce})
        app_secret = secret(self._secrets, "app_secret", self._account).strip()
        made = hmac.new(app_secret.encode(), f"balie-relay:{nonce}".encode(), hashlib.sha256)
        if not hmac.compare_digest(made.hexdigest().encode(), told["proof"].text.encode()):
            raise OtherAppSecret(server=self._host(), account=self._account.name)
        records = [self._record(one, app_secret) for one in answered(told, "records", self._host())]
        return Batch(told["store"].text, records, told["more"].is_true, bool(told["full"].text))

    def waiting(self) -> Iterator[Record]:
        """Give all that is still at the relay, without taking it."""
        seq, store = 0, ""
        for _ in range(_MOST_PAGES):
            batch = self.read(seq, store)
            yield from batch.records
            if not batch.more or not batch.records:
                return
            seq, store = batch.records[-1].seq, batch.store

    def ack(self, seq: int, store: str) -> None:
        """Let go of everything up to a number; asks once only while that stays the same."""
        if not seq or self._acked == (store, seq):
            return
        try:
            self._ask("POST", {"ack": str(seq), "store": store})
        except _OtherStore:
            return  # nothing of ours is there any more; reading begins anew
        self._acked = (store, seq)

    def _record(self, told: Node, app_secret: str) -> Record:
        try:
            seq, body = int(told.need("seq")), base64.b64decode(told["body"].text, validate=True)
            received_at = told["received_at"].moment()
        except ValueError:
            raise ProtocolChanged(server=self._host(), detail="a record of the relay") from None
        header = told["headers"]["x-hub-signature-256"].text
        if not is_signed(body, header, app_secret):
            return Record(seq, received_at, body, Node(None), "unsigned")
        try:
            return Record(seq, received_at, body, Node.of(body))
        except (ValueError, RecursionError):
            return Record(seq, received_at, body, Node(None), "no_json")

    # --- one request -------------------------------------------------------------------------

    def _host(self) -> str:
        return urlsplit(self._url).hostname or ""

    def _ask(self, method: str, query: dict[str, str]) -> Node:
        if not self._url:
            raise NoRelay(server="Meta")
        answer = self._http.request(
            method,
            self._url,
            params={**query, "reader": self._reader},
            headers={"X-Balie-Secret": self._secret()},
            size_limit=LARGEST_ANSWER,
            judge=self._judge,
        )
        told = _json(answer)
        if method == "GET" and told["relay"].number != 1:
            raise RelayNotThere(server=self._host(), what="")
        return told

    def _secret(self) -> str:
        """Return the secret as a header can carry it."""
        told = secret(self._secrets, "relay_secret", self._account).strip()
        return told.encode().decode("latin-1")

    def _judge(self, answer: Answer) -> ChannelError | None:
        error = _json(answer)["error"].text
        if answer.status == 409 and error == "store":
            return _OtherStore(server=answer.server, detail=error)
        if answer.status == 403 and error == "secret":
            return RelaySecretRefused(server=answer.server, account=self._account.name)
        not_filled_in = answer.status == 503 and answer.body.startswith(b"Balie relay")
        if answer.status in _ELSEWHERE or not_filled_in:
            return RelayNotThere(server=answer.server, what="")
        return None


class _OtherStore(ProtocolChanged):
    """The folder of the relay was emptied since."""


def _json(answer: Answer) -> Node:
    try:
        return Node.of(answer.body)
    except (ValueError, RecursionError):
        return Node(None)


def relay_address(values: Mapping[str, str]) -> str:
    """Return the address of the relay that was filled in: https, except on this computer.

    Returns:
        "" when none was filled in.

    Raises:
        InvalidValueError: it is no address of a file on a site.
    """
    told = values.get("relay", "")
    given = told.strip()
    if not given:
        return ""
    home = server_address(given.partition("?")[0])
    url = given if "://" in given else f"https://{given}"
    parts = urlsplit(url)
    if parts.query or parts.username or not parts.path.strip("/"):
        example = "https://voorbeeld.nl/balie-relay.php"
        raise InvalidValueError(value=told, field="relay", choices=example)
    return f"{home}{parts.path}"


FIELDS: Sequence[SetupField] = (
    SetupField(
        "relay",
        QT_TRANSLATE_NOOP("setup", "Address of the relay"),
        help=QT_TRANSLATE_NOOP(
            "setup", "The file on your web hosting: https://voorbeeld.nl/balie-relay.php"
        ),
    ),
    SetupField(
        "relay_secret",
        QT_TRANSLATE_NOOP("setup", "Reading secret of the relay (READ_SECRET)"),
        "secret",
    ),
    SetupField(
        "app_secret", QT_TRANSLATE_NOOP("setup", "App secret of your app at Meta"), "secret"
    ),
)
"""What the owner fills in about a relay, at any kind of channel that reads from one."""
