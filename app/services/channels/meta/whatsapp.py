"""WhatsApp by Meta's own Cloud API as a kind of channel: what the owner fills in and does first."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.services.channels.api import AccountSettings, Json, Parses, SecretBox, Traits
from app.services.channels.kit import Call
from app.services.channels.meta.common import SERVER_FIELD, VERSION_FIELD, MetaType
from app.services.channels.meta.relay import FIELDS, relay_address
from app.services.channels.meta.whatsapp_account import WhatsAppChannel, digits
from app.services.channels.meta.whatsapp_parse import parse_whatsapp
from app.services.channels.setup import SetupField


class WhatsAppType(MetaType):
    """A number at WhatsApp's Cloud API, without a provider in between."""

    kind: ClassVar[str] = "whatsapp"
    traits: ClassVar[Traits] = Traits(
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "WhatsApp takes an answer until 24 hours after the customer's last message, and one "
            "file per message, with at most 1,024 characters beside it.",
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField(
            "number",
            QT_TRANSLATE_NOOP("setup", "Your number on WhatsApp"),
            required=True,
            help=QT_TRANSLATE_NOOP("setup", "With the country: +31 20 123 4567"),
        ),
        SetupField(
            "phone_id",
            QT_TRANSLATE_NOOP("setup", "Phone number ID"),
            required=True,
            help=QT_TRANSLATE_NOOP("setup", "A long number, at Meta under API Setup."),
        ),
        SetupField(
            "token", QT_TRANSLATE_NOOP("setup", "Access token of the system user"), "secret"
        ),
        *FIELDS,
        SERVER_FIELD,
        VERSION_FIELD,
    )
    parse: ClassVar[Parses] = staticmethod(parse_whatsapp)
    steps: ClassVar[Sequence[str]] = (
        QT_TRANSLATE_NOOP(
            "setup",
            "At developers.facebook.com make an app of the type Business and add WhatsApp to it. "
            "Answering customers costs nothing there.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Under WhatsApp, API Setup, add your number; copy the phone number ID below it. The "
            "number then leaves the WhatsApp app on the phone, unless a provider connects both.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "In the business settings make a system user with a token that never expires, for your "
            "app, with whatsapp_business_messaging and whatsapp_business_management.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Meta gives messages to an address on the web only. Put the relay that comes with "
            "Balie (balie-relay.php) on your web hosting; its README has five steps.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Under WhatsApp, Configuration, give Meta the address of the relay and its verify "
            "token, and subscribe to “messages”.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Without web hosting, connect WhatsApp by Twilio instead: that can be read without a "
            "relay.",
        ),
    )
    calls: ClassVar[Sequence[Call]] = (
        Call(
            "GET",
            "/{version}/{phone_number_id}",
            ("fields",),
            ("display_phone_number", "verified_name"),
        ),
        Call("GET", "/{version}/{media_id}", (), ("url", "file_size")),
        Call(
            "POST",
            "/{version}/{phone_number_id}/media",
            ("messaging_product", "type", "file"),
            ("id",),
        ),
        Call(
            "POST",
            "/{version}/{phone_number_id}/messages",
            (
                *("messaging_product", "recipient_type", "to", "recipient", "type", "text.body"),
                *("text.preview_url", "context.message_id", "biz_opaque_callback_data"),
                *("image.id", "image.caption", "video.id", "video.caption", "audio.id"),
                *("document.id", "document.caption", "document.filename"),
            ),
            ("messages.id",),
        ),
    )

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        told = values.get("number", "")
        number = digits(told)
        if not 7 <= len(number) <= 15 or number.startswith("0"):
            raise InvalidValueError(value=told, field="number", choices="+31 20 123 4567")
        return number

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        found = super().discover(values)
        phone_id = values.get("phone_id", "").strip()
        if not phone_id.isascii() or not phone_id.isdigit():
            raise InvalidValueError(value=phone_id, field="phone_id", choices="106540352242922")
        found["phone_id"] = phone_id
        found["relay"] = relay_address(values)
        return found

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> WhatsAppChannel:
        return WhatsAppChannel(account, secrets, self.now)
