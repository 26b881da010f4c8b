"""Telegram as a kind of channel: what the owner fills in, and how a bot is opened."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.services.channels.api import AccountSettings, Parses, SecretBox, Traits
from app.services.channels.http import TIME_LIMITS
from app.services.channels.kit import ApiType, Call
from app.services.channels.setup import SetupField
from app.services.channels.telegram.account import TelegramChannel
from app.services.channels.telegram.calls import CALLS
from app.services.channels.telegram.parse import parse_telegram

_BOT = re.compile(r"[a-z0-9_]{4,64}")


class TelegramType(ApiType):
    """A Telegram bot.

    Args:
        now: tells the time (aware UTC).
        limits: seconds to connect and to read.
    """

    kind: ClassVar[str] = "telegram"
    traits: ClassVar[Traits] = Traits(
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "Telegram takes one file per message, with at most 1,024 characters beside it. "
            "What was sent cannot be looked up there afterwards.",
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField(
            "bot",
            QT_TRANSLATE_NOOP("setup", "Name of the bot"),
            required=True,
            help=QT_TRANSLATE_NOOP("setup", "The one that ends in “bot”: @myshop_bot"),
        ),
        SetupField("token", QT_TRANSLATE_NOOP("setup", "Token from @BotFather"), "secret"),
        SetupField(
            "server",
            QT_TRANSLATE_NOOP("setup", "Server of the Bot API"),
            help=QT_TRANSLATE_NOOP("setup", "Only for a server of your own."),
        ),
    )
    parse: ClassVar[Parses] = staticmethod(parse_telegram)
    calls: ClassVar[Sequence[Call]] = CALLS
    steps: ClassVar[Sequence[str]] = (
        QT_TRANSLATE_NOOP("setup", "In Telegram, open a chat with @BotFather and send /newbot."),
        QT_TRANSLATE_NOOP(
            "setup",
            "Give it the name of your shop, then a user name that ends in “bot”. It costs nothing.",
        ),
        QT_TRANSLATE_NOOP(
            "setup", "@BotFather answers with a token: a number, a colon, letters. Copy it."
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Put a link to your bot on your site: t.me/ with its user name behind it. The customer "
            "writes first; a bot cannot.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Telegram keeps messages for 24 hours only: let Balie start with the computer.",
        ),
        QT_TRANSLATE_NOOP(
            "setup", "Let no other program or web hook read this bot: only one can at a time."
        ),
    )

    def __init__(
        self, now: Callable[[], datetime], limits: tuple[float, float] = TIME_LIMITS
    ) -> None:
        super().__init__(now)
        self._limits = limits

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        told = values.get("bot", "").strip().lower()
        bot = told.removeprefix("https://").removeprefix("t.me/").removeprefix("@")
        if not _BOT.fullmatch(bot):
            raise InvalidValueError(value=told, field="bot", choices="@myshop_bot")
        return bot

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> TelegramChannel:
        return TelegramChannel(account, secrets, self.now, self._limits)
