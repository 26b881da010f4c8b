"""The channels that Balie has: one line each, imported when first asked for."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib import import_module
from typing import Protocol

from typing_extensions import override

from app.services.channels.api import ChannelType
from app.services.clock import SystemClock

CHANNELS: Mapping[str, str] = {
    "email": "app.services.channels.email.channel:EmailType",
    "whatsapp": "app.services.channels.meta.whatsapp:WhatsAppType",
    "whatsapp_twilio": "app.services.channels.twilio.kinds:WhatsAppType",
    "sms": "app.services.channels.twilio.kinds:SmsType",
    "facebook": "app.services.channels.meta.facebook:FacebookType",
    "messenger": "app.services.channels.meta.messenger:MessengerType",
    "instagram": "app.services.channels.meta.instagram:InstagramType",
    "google": "app.services.channels.google.reviews:GoogleReviewsType",
    "kiyoh": "app.services.channels.kiyoh:KiyohType",
    "trustpilot": "app.services.channels.trustpilot.channel:TrustpilotType",
    "telegram": "app.services.channels.telegram.channel:TelegramType",
    "youtube": "app.services.channels.google.youtube:YouTubeType",
    "x": "app.services.channels.x.account:XType",
    "mastodon": "app.services.channels.mastodon.channel:MastodonType",
    "bluesky": "app.services.channels.bluesky.channel:BlueskyType",
    "rss": "app.services.channels.rss.channel:RssType",
}
"""Where the type of each kind lives, in the order in which the owner is offered them."""


class _Makes(Protocol):
    def __call__(self, *, now: "_Now") -> ChannelType: ...


class _Now(Protocol):
    def __call__(self) -> datetime: ...


class Channels(Mapping[str, ChannelType]):
    """The types by kind. An adapter and its libraries are imported when it is looked up.

    Args:
        now: tells adapters the time (aware UTC); the computer's clock by default.
    """

    def __init__(self, now: _Now | None = None) -> None:
        self._now = now or SystemClock().now
        self._made: dict[str, ChannelType] = {}

    @override
    def __getitem__(self, kind: str) -> ChannelType:
        if kind not in self._made:
            module, _, name = CHANNELS[kind].partition(":")
            make: _Makes = getattr(import_module(module), name)
            self._made[kind] = make(now=self._now)
        return self._made[kind]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(CHANNELS)

    @override
    def __len__(self) -> int:
        return len(CHANNELS)
