"""A bot at Telegram: customers write to it, Balie reads with getUpdates and answers."""

import base64
import json
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event
from typing import Any
from urllib.parse import urlsplit

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
    SupportsWatch,
)
from app.services.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    ProtocolChanged,
    TargetGone,
    Transient,
)
from app.services.channels.http import Http
from app.services.channels.kit import Node, setting, versioned
from app.services.channels.setup import Finding
from app.services.channels.telegram import compose
from app.services.channels.telegram.line import LARGEST_DOWN, SERVER, BotLine, OtherReader
from app.services.channels.telegram.parse import (
    envelope,
    file_of,
    key_of,
    message_of,
)
from app.services.channels.telegram.place import Place
from app.services.channels.telegram.watch import Watcher

STREAM = "updates"
KEPT = timedelta(hours=24)
"""How long Telegram keeps what nobody took."""

HISTORY = timedelta(days=7)
FILE_PATIENCE = timedelta(hours=1)
"""A message whose file cannot be had for so long comes in without it."""

EVERY = timedelta(minutes=1)
_MOST = 100
_ALLOWED = ("message", "edited_message")


OTHER_BOT = QT_TRANSLATE_NOOP("setup", "This token belongs to another bot: @{bot}")
FINDINGS = {
    "sign_in": QT_TRANSLATE_NOOP("setup", "Signed in as @{bot}; reading and answering work"),
    "gap": QT_TRANSLATE_NOOP(
        "setup",
        "Telegram keeps messages for 24 hours: let Balie run at least once a day, or some are lost",
    ),
    "answers_only": QT_TRANSLATE_NOOP(
        "setup", "A bot cannot write first: only customers who wrote to @{bot} can be answered"
    ),
    "groups": QT_TRANSLATE_NOOP("setup", "Groups are not read, only chats with the bot itself"),
}


class TelegramChannel(Channel, SupportsReply, SupportsWatch):
    """One bot. Reading, waiting and sending have a session each: they run beside each other."""

    def __init__(
        self,
        account: AccountSettings,
        secrets: SecretBox,
        now: Callable[[], datetime],
        limits: tuple[float, float],
    ) -> None:
        self._account, self._now, self._limits = account, now, limits
        self._line = BotLine(account, secrets, now)
        self._server = urlsplit(setting(account, "server", SERVER)).hostname or ""
        self._reading, self._waiting, self._sending = self._http(), self._http(), self._http()
        self._watcher = Watcher(self._poll, self._interrupt)

    def _http(self) -> Http:
        return Http(self._now, time_limits=self._limits)

    @override
    def streams(self) -> Sequence[str]:
        return [STREAM]

    # --- reading -----------------------------------------------------------------------------

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        now = self._now()
        place = Place.of(cursor, now)
        if stop.is_set():
            return FetchResult((), place.cursor())
        limit = max(1, min(budget.items, _MOST))
        offset = place.start(now)
        unconfirmed = False
        self._watcher.fetch_begins(offset)
        try:
            updates = self._read(offset, limit)
            unconfirmed = bool(updates)
            items, taken = self._items(updates, place, budget, stop)
        finally:
            self._watcher.fetch_ends(unconfirmed=unconfirmed)
        gap = place.fetched is not None and now - place.fetched > KEPT
        place = replace(place, fetched=now)
        if taken:
            number = updates[taken - 1]["update_id"].number
            place = replace(place, offset=None if number is None else number + 1, moved=now)
        return FetchResult(
            items,
            place.cursor(),
            more=0 < taken < len(updates) or taken == limit,
            next_after=EVERY,
            loss_possible="telegram_gap" if gap else None,
        )

    def _read(self, offset: int | None, limit: int) -> list[Node]:
        try:
            return self._updates(self._reading, offset, limit, 0)
        except OtherReader:
            if self._watcher.polling:  # our own waiting call came in between
                raise Transient(server=self._server, detail="two calls at once") from None
            raise

    def _updates(self, http: Http, offset: int | None, limit: int, seconds: int) -> list[Node]:
        body: dict[str, Json] = {"limit": limit, "timeout": seconds, "allowed_updates": _ALLOWED}
        if offset is not None:
            body["offset"] = offset
        told = self._line.call(http, "getUpdates", body)
        if not isinstance(told.raw, list):
            raise ProtocolChanged(server=self._server, detail="no list of updates")
        updates = list(told)
        if any(update["update_id"].number is None for update in updates):
            raise ProtocolChanged(server=self._server, detail="an update without number")
        return updates

    def _items(
        self, updates: Sequence[Node], place: Place, budget: Budget, stop: Event
    ) -> tuple[list[RawItem], int]:
        """Return the items of as many updates as the budget allows, and how many those are."""
        items: list[RawItem] = []
        size = taken = 0
        for update in updates:
            if stop.is_set() or size >= budget.size:
                break
            item = self._item(update, place)
            if item is not None:
                items.append(item)
                size += len(item.data)
            taken += 1
        return items, taken

    def _item(self, update: Node, place: Place) -> RawItem | None:
        message, number = message_of(update), update["update_id"].text
        edited = bool(update["edited_message"])
        if _is_nothing(message, edited=edited):
            return None
        try:
            key = key_of(message)
            written = message["date"].moment()
            at = message["edit_date"].moment() if edited and message["edit_date"] else written
        except ValueError:
            return RawItem(f"update:{number}", STREAM, self._now(), envelope(update, None))
        content, problem = self._content(message, at)
        return RawItem(
            # Two changes within a second have the same moment, but not the same number.
            versioned(key, number if edited else ""),
            STREAM,
            at,
            envelope(update, content),
            history=written < place.since - HISTORY,
            problem=problem,
        )

    def _content(self, message: Node, at: datetime) -> tuple[bytes | None, str | None]:
        """Return the bytes of a message's file, or why they are missing."""
        file = file_of(message)
        if file is None:
            return None, None
        if file.size > LARGEST_DOWN:
            return None, "too_large"
        try:
            return self._line.download(self._reading, file.file_id), None
        except (ProtocolChanged, TargetGone):
            return None, "no_file"
        except Transient:
            if self._now() - at < FILE_PATIENCE:
                raise
            return None, "no_file"  # else it would hold up all that came after it

    # --- waiting -----------------------------------------------------------------------------

    @override
    def wait(self, stop: Event, timeout: timedelta) -> bool:
        return self._watcher.wait(stop, timeout)

    def _poll(self, offset: int | None, seconds: int) -> bool:
        return bool(self._updates(self._waiting, offset, 1, seconds))

    def _interrupt(self, offset: int | None) -> None:
        with closing(Http(self._now, time_limits=(2, 2))) as http:
            self._updates(http, offset, 1, 0)

    # --- answering ---------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        return compose.prepare(draft, self._server)

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        call: dict[str, Any] = json.loads(prepared.payload)
        fields: dict[str, Json] = call["fields"]
        given: dict[str, Any] = {"body": fields}
        if "file" in call:
            name, data, mime = call["file"]
            form = {
                field: value if isinstance(value, str) else json.dumps(value)
                for field, value in fields.items()
            }
            content = (name, base64.b64decode(data), mime)
            given = {"form": form, "files": {call["part"]: content}}
        committing()
        sent = self._line.call(
            self._sending, call["method"], **given, writes=True, recipient=prepared.recipient
        )
        try:
            return SendResult(key_of(sent), sent["date"].moment())
        except ValueError:
            raise OutcomeUnknown(server=self._server) from None

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        return None  # a bot cannot read back what it wrote

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        http = self._http()
        try:
            name = self._line.call(http, "getMe")["username"].text
            if name.lower() != self._account.handle:
                return [Finding("sign_in", ok=False, text=OTHER_BOT, params={"bot": name})]
            # Without an offset nothing is confirmed: this only shows whether Balie may read.
            self._updates(http, None, 1, 0)
        except ChannelError as error:
            return [Finding(error.code, ok=False, text=error.text, params=error.params)]
        finally:
            http.close()
        params = {"bot": name}
        return [Finding(code, ok=True, text=text, params=params) for code, text in FINDINGS.items()]

    @override
    def close(self) -> None:
        self._watcher.close()
        for http in (self._reading, self._waiting, self._sending):
            http.close()


def _is_nothing(message: Node, *, edited: bool) -> bool:
    """Return whether an update is no message of a customer.

    Groups are no customers; "/start" is the button that opens the chat; a place that moves changes
    its message every few seconds.
    """
    in_group = message["chat"]["type"].text not in {"", "private"}
    opens = message["text"].text.split(maxsplit=1)[:1] == ["/start"]
    moves = edited and bool(message["location"])
    return not message or in_group or opens or moves
