"""Direct messages that Instagram pushed to the relay: sooner, beyond the 20, and when unsent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from threading import Event

from app.services.channels.api import (
    AccountSettings,
    Budget,
    Cursor,
    FetchResult,
    RawItem,
    SecretBox,
)
from app.services.channels.kit import Node, versioned
from app.services.channels.meta import pushes, relay_reading
from app.services.channels.meta.instagram_line import InstagramLine
from app.services.channels.meta.instagram_messages import MESSAGE_FIELDS, MessageReader
from app.services.channels.meta.instagram_parse import GONE, direct_key
from app.services.channels.meta.relay import Record, Relay
from app.services.channels.meta.relay_reading import Makes, Place


class Pushes:
    """What the relay has for one account; the owner need not have one."""

    def __init__(
        self,
        line: InstagramLine,
        account: AccountSettings,
        secrets: SecretBox,
        now: Callable[[], datetime],
    ) -> None:
        self._line, self._now = line, now
        self.relay = Relay(account, secrets, now, f"instagram:{account.handle}")

    def read(self, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        """Read what waits.

        Raises:
            ChannelError: the relay or Instagram refused, or there is no line.
        """
        return relay_reading.fetch(self.relay, pushes.STREAM, cursor, budget, stop, self._split)

    def _split(self, record: Record, place: Place) -> list[Makes]:
        if record.hook["object"].text != "instagram":
            return []
        own = {self._line.me["id"].text, self._line.me["user_id"].text} - {""}
        events = pushes.pushed(record.hook, "instagram", own)
        return [partial(self._item, event, record.received_at, place.since) for event in events]

    def _item(self, event: Node, received_at: datetime, since: datetime) -> RawItem:
        told = pushes.as_asked(event, received_at)
        name = told["id"].text
        if event["message"]["is_deleted"].is_true:
            key, ours = direct_key(name), self._line.is_us(told["from"])
            data = Node({GONE: key}).bytes()
            at = told["created_time"].moment()
            return RawItem(versioned(key, GONE), pushes.STREAM, at, data, outgoing=ours)
        reader = MessageReader(self._line, self._now(), Budget(), Event())
        reader.since = since
        found = pushes.asked(self._line.graph, name, MESSAGE_FIELDS)
        reader.take_message(found or told, Node(None))
        return replace(reader.items[0], stream=pushes.STREAM)
