"""A number at WhatsApp's Cloud API: read from the owner's relay, answered at Graph."""

import base64
import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from threading import Event
from typing import Any
from urllib.parse import quote, urlsplit

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    Cursor,
    Draft,
    FetchResult,
    Json,
    Prepared,
    RawItem,
    SecretBox,
    SendResult,
    SupportsReply,
)
from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    InvalidContent,
    Offline,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
    RecipientUnavailable,
    TargetGone,
    Transient,
    WindowClosed,
)
from app.services.channels.http import Http
from app.services.channels.kit import fingerprint, secret, setting
from app.services.channels.meta import relay_reading
from app.services.channels.meta import whatsapp_compose as compose
from app.services.channels.meta.graph import PARKED, SERVER, Graph
from app.services.channels.meta.refusals import Meanings
from app.services.channels.meta.relay import Record, Relay
from app.services.channels.meta.relay_reading import HISTORY, Makes, Place
from app.services.channels.meta.whatsapp_parse import (
    ECHO,
    STATUS,
    Thing,
    file_of,
    things_of,
)
from app.services.channels.setup import Finding

STREAM = "messages"
LARGEST_FILE = 20 << 20
"""Bytes of the largest file of a customer that is fetched."""

FILE_PATIENCE = timedelta(hours=1)
"""A message whose file cannot be had for so long comes in without it."""

_MEDIA_HOSTS = (".fbsbx.com", ".fbcdn.net", ".whatsapp.net", ".facebook.com")
_MOST_KNOWN = 500


class TooFastForOne(RateLimited):
    """Too many messages to one customer: one in six seconds, so a minute is rest enough."""

    def __init__(self, *, retry_at: datetime | None = None, **params: object) -> None:
        rest = retry_at - PARKED + timedelta(minutes=1) if retry_at else None
        super().__init__(retry_at=rest, **params)


CODES: Meanings = {
    0: AuthExpired,
    **dict.fromkeys((131005, 131037, 131045, 133010), PermissionMissing),
    **dict.fromkeys((130429, 131048, 131064, 133016), RateLimited),
    131056: TooFastForOne,
    **dict.fromkeys((130497, 131031, 131042, 131044), AccountRestricted),
    **dict.fromkeys((130472, 131021, 131026, 131030, 131049, 131050, 131062), RecipientUnavailable),
    131047: WindowClosed,
    **dict.fromkeys((131008, 131009, 131051, 131052, 131053), InvalidContent),
    **dict.fromkeys((132000, 132001, 132005, 132007, 132012, 132015, 132016), InvalidContent),
    **dict.fromkeys((131000, 131016, 131057, 135000), Transient),
}
"""What the Cloud API refuses with, besides the codes of all of Graph."""

OTHER_NUMBER = QT_TRANSLATE_NOOP("setup", "This phone number id belongs to another number: {found}")
FINDINGS = {
    "sign_in": QT_TRANSLATE_NOOP("setup", "Signed in as {name} ({number}); answering works"),
    "window": QT_TRANSLATE_NOOP(
        "setup",
        "A customer can be answered until 24 hours after his last message; after that WhatsApp "
        "takes approved templates only, which Balie does not send",
    ),
    "no_history": QT_TRANSLATE_NOOP(
        "setup", "What came before the relay was there cannot be read: WhatsApp keeps no list"
    ),
}


class WhatsAppChannel(Channel, SupportsReply):
    """One number of ours at the Cloud API."""

    def __init__(
        self, account: AccountSettings, secrets: SecretBox, now: Callable[[], datetime]
    ) -> None:
        self._account, self._secrets, self._now = account, secrets, now
        self._phone_id = setting(account, "phone_id")
        self._graph = Graph.of(account, secrets, now, also=CODES)
        # Apart, for what rests after a throttle of sending is all of a Graph.
        self._reading = Graph.of(account, secrets, now, also=CODES)
        self._relay = Relay(account, secrets, now, f"whatsapp:{self._phone_id}")
        self._files = Http(now)
        self._went_out: dict[str, SendResult] = {}

    @override
    def streams(self) -> Sequence[str]:
        return [STREAM]

    # --- reading -----------------------------------------------------------------------------

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        return relay_reading.fetch(self._relay, stream, cursor, budget, stop, self._split)

    def _split(self, record: Record, place: Place) -> list[Makes]:
        makes: list[Makes] = []
        for thing in things_of(record.hook, self._phone_id):
            self._note(thing)
            if thing.says_something:
                makes.append(partial(self._item, thing, record, place))
        return makes

    def _item(self, thing: Thing, record: Record, place: Place) -> RawItem:
        try:
            at = thing.node["timestamp"].moment()
        except ValueError:
            at = record.received_at
        content, problem = self._content(thing, at)
        name = thing.node["id"].text or f"unnamed:{fingerprint(thing.bytes().decode())}"
        return RawItem(
            f"{STATUS}:{name}" if thing.kind == STATUS else name,
            STREAM,
            at,
            thing.bytes(content),
            outgoing=thing.kind == ECHO,
            history=at < place.since - HISTORY,
            problem=problem,
        )

    def _content(self, thing: Thing, at: datetime) -> tuple[bytes | None, str | None]:
        """Return the bytes of a message's file, or why they are missing."""
        file = file_of(thing.node)
        if file is None:
            return None, None
        try:
            told = self._reading.get(f"/{quote(file.media_id, safe='')}")
            if (told["file_size"].number or 0) > LARGEST_FILE:
                return None, "too_large"
            return self._download(told["url"].text), None
        except (ProtocolChanged, TargetGone, InvalidContent, PermissionMissing):
            return None, "no_file"
        except (Transient, Offline, RateLimited):
            if self._now() - at < FILE_PATIENCE:
                raise
            return None, "no_file"  # else it would hold up all that came after it

    def _download(self, url: str) -> bytes:
        parts = urlsplit(url)
        ours = urlsplit(setting(self._account, "server", SERVER))
        known = parts.scheme == "https" and (parts.hostname or "").endswith(_MEDIA_HOSTS)
        if not known and (parts.scheme, parts.netloc) != (ours.scheme, ours.netloc):
            raise ProtocolChanged(server=self._graph.host, detail="a file elsewhere")
        token = secret(self._secrets, "token", self._account)
        answer = self._files.request(
            "GET", url, token=token, account=self._account.name, size_limit=LARGEST_FILE
        )
        return answer.body

    def _note(self, thing: Thing) -> None:
        """Remember which of our messages went out, for those of which nobody knows."""
        ours = thing.node["biz_opaque_callback_data"].text
        if thing.kind == STATUS and ours:
            try:
                sent = SendResult(thing.node.need("id"), thing.node["timestamp"].moment())
            except ValueError:
                return
            self._went_out.setdefault(ours, sent)
            if len(self._went_out) > _MOST_KNOWN:
                del self._went_out[next(iter(self._went_out))]

    # --- answering ---------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        return compose.prepare(draft, self._graph.host)

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        call: dict[str, Any] = json.loads(prepared.payload)
        message: dict[str, Json] = call["message"]
        if "file" in call:
            name, data, mime = call["file"]
            told = self._graph.store(
                f"/{self._phone_id}/media",
                form={"messaging_product": "whatsapp", "type": mime},
                files={"file": (name, base64.b64decode(data), mime)},
            )
            if not told["id"].text:
                raise ProtocolChanged(server=self._graph.host, detail="a file without id")
            message = compose.with_media(message, told["id"].text)
        committing()
        answer = self._graph.write(
            f"/{self._phone_id}/messages", gives="", body=message, recipient=prepared.recipient
        )
        key = next((one["id"].text for one in answer["messages"]), "")
        if not key:
            raise OutcomeUnknown(server=self._graph.host)
        return SendResult(key, self._now())

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        """Look for a status of it: what was sent cannot be read, but its fate comes in."""
        if prepared.external_id not in self._went_out:
            for record in self._relay.waiting():
                self._split(record, Place(self._now()))
        return self._went_out.get(prepared.external_id)

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            asked = {"fields": "display_phone_number,verified_name"}
            told = self._graph.get(f"/{self._phone_id}", asked)
        except ChannelError as error:
            return [Finding(error.code, ok=False, text=error.text, params=error.params)]
        number = told["display_phone_number"].text
        if digits(number) != self._account.handle:
            return [Finding("sign_in", ok=False, text=OTHER_NUMBER, params={"found": number})]
        params = {"name": told["verified_name"].text, "number": number}
        found = [
            Finding(code, ok=True, text=text, params=params) for code, text in FINDINGS.items()
        ]
        return [found[0], self._relay.finding(), *found[1:]]

    @override
    def close(self) -> None:
        self._graph.close()
        self._reading.close()
        self._relay.close()
        self._files.close()


def digits(number: str) -> str:
    """Return the digits of a number that people write with "+", "00", spaces and dashes."""
    return re.sub(r"^00|\D", "", number.strip())
