"""Text messages and WhatsApp through Twilio as two kinds of channels."""

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.models.rules.handles import PHONE, handle_of
from app.services.channels.api import AccountSettings, Json, Parses, SecretBox, Traits
from app.services.channels.kit import ApiType, Call
from app.services.channels.setup import SetupField
from app.services.channels.twilio.channel import TwilioChannel
from app.services.channels.twilio.line import CALLS
from app.services.channels.twilio.parse import WHATSAPP, parse_twilio

_ACCOUNT = re.compile(r"AC[0-9a-f]{32}")
_OPEN = QT_TRANSLATE_NOOP(
    "setup", "Make an account at twilio.com and top it up: a trial reaches only your own phones."
)
_COPY = QT_TRANSLATE_NOOP(
    "setup", "Open the Twilio Console and copy Account SID and Auth Token from its first page."
)


class _TwilioType(ApiType):
    """What both kinds share; `prefix` is what Twilio writes before their numbers."""

    prefix: ClassVar[str] = ""
    parse: ClassVar[Parses] = staticmethod(parse_twilio)
    calls: ClassVar[Sequence[Call]] = CALLS
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField(
            "number",
            QT_TRANSLATE_NOOP("setup", "Your number at Twilio"),
            required=True,
            help=QT_TRANSLATE_NOOP("setup", "For example +31 97 0102 4567."),
        ),
        SetupField("sid", QT_TRANSLATE_NOOP("setup", "Account SID"), required=True),
        SetupField("token", QT_TRANSLATE_NOOP("setup", "Auth Token"), "secret", required=True),
        SetupField(
            "key",
            QT_TRANSLATE_NOOP("setup", "API Key SID"),
            help=QT_TRANSLATE_NOOP(
                "setup", "Only when you use an API key: then its secret stands for the Auth Token."
            ),
        ),
        SetupField(
            "server",
            QT_TRANSLATE_NOOP("setup", "Server of Twilio"),
            help=QT_TRANSLATE_NOOP("setup", "Leave it empty: api.twilio.com."),
        ),
    )

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        told = values.get("number") or ""
        found = handle_of(told, "NL")
        if found is None or found.kind != PHONE or not found.handle.startswith("+"):
            raise InvalidValueError(value=told, field="number", choices="+31970102345")
        return found.handle

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        """Return the settings of an account.

        Raises:
            InvalidValueError: the number, the Account SID or the server cannot be used.
        """
        sid = (values.get("sid") or "").strip()
        if not _ACCOUNT.fullmatch(sid):
            raise InvalidValueError(value=sid, field="sid", choices=f"AC{'0123456789abcdef' * 2}")
        told: dict[str, Json] = {"sid": sid, "key": (values.get("key") or "").strip()}
        return super().discover(values) | told | {"number": self.handle(values)}

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> TwilioChannel:
        return TwilioChannel(account, secrets, self.now, self.prefix)


class SmsType(_TwilioType):
    """Text messages."""

    kind: ClassVar[str] = "sms"
    traits: ClassVar[Traits] = Traits(
        attachments=False,
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "A text message has 160 characters, or 70 when there is an emoji, a curly quote or an "
            "ë, ï, á or ç in it. A longer text goes as several, at most ten, and each is paid for. "
            "Files do not go along.",
        ),
    )
    steps: ClassVar[Sequence[str]] = (
        _OPEN,
        QT_TRANSLATE_NOOP(
            "setup",
            "Buy a number with SMS under Phone Numbers. It costs a sum per month, and every text "
            "message in or out is paid for too: see the prices at twilio.com.",
        ),
        _COPY,
        QT_TRANSLATE_NOOP(
            "setup",
            "Customers who answer STOP get no more text messages from your number: Twilio sees to "
            "that. Names as sender cannot get answers; use a number.",
        ),
    )


class WhatsAppType(_TwilioType):
    """WhatsApp of a number that is at Twilio."""

    kind: ClassVar[str] = "whatsapp_twilio"
    prefix: ClassVar[str] = WHATSAPP
    traits: ClassVar[Traits] = Traits(
        attachments=False,
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "WhatsApp takes an answer until 24 hours after the customer's last message. After "
            "that, call or mail, or ask to be written to again. At most 1,600 characters, no "
            "files.",
        ),
    )
    steps: ClassVar[Sequence[str]] = (
        _OPEN,
        QT_TRANSLATE_NOOP(
            "setup",
            "Register your number under Messaging, Senders, WhatsApp senders. Meta checks your "
            "firm. The number then no longer works in the WhatsApp app on a phone.",
        ),
        _COPY,
        QT_TRANSLATE_NOOP(
            "setup",
            "Twilio charges every message in or out; see the prices at twilio.com. You cannot "
            "write first: that takes templates that Meta approves, and Balie does not send those.",
        ),
    )
