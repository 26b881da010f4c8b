"""An answer in Telegram's wire form, checked before anything is sent."""

import base64
import json
import re

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.limits import Measure
from app.services.channels.api import Attachment, Draft, Json, Prepared
from app.services.channels.errors import InvalidContent, NotAllowedByPlatform
from app.services.channels.kit import check_length, fingerprint

LONGEST_CAPTION = 1024

LARGEST_PHOTO, LARGEST_FILE = 10 << 20, 50 << 20
_PHOTOS = frozenset({"image/jpeg", "image/png"})
_KEY = re.compile(r"(-?\d+):(\d+)")
_CHAT = re.compile(r"-?\d+")


class NobodyWroteError(NotAllowedByPlatform):
    """There is no chat: a bot cannot write to somebody who has not written to it."""

    code = "telegram_nobody_wrote"
    text = QT_TRANSLATE_NOOP(
        "errors", "A Telegram bot can only answer: this customer has not written to it yet."
    )


def prepare(draft: Draft, server: str) -> Prepared:
    """Return a draft as one call of the Bot API.

    Raises:
        InvalidContent: empty, too long, or files that do not go along.
        NotAllowedByPlatform: the customer never wrote to the bot.
    """
    text = draft.text.strip()
    file = _only_file(draft, server)
    if not text and file is None:
        raise InvalidContent(server=server, detail="empty message")
    most = None if file is None else LONGEST_CAPTION
    check_length(Measure("telegram", most=most), text, server)
    chat, answered = _target(draft)
    fields: dict[str, Json] = {"chat_id": chat}
    if text:
        fields["text" if file is None else "caption"] = text
    if answered:
        # A question the customer took away meanwhile is still answered.
        fields["reply_parameters"] = {"message_id": answered, "allow_sending_without_reply": True}
    call: dict[str, Json] = {"method": "sendMessage", "fields": fields}
    if file is not None:
        photo = file.mime in _PHOTOS and len(file.data) <= LARGEST_PHOTO
        call["method"] = "sendPhoto" if photo else "sendDocument"
        call["part"] = "photo" if photo else "document"
        call["file"] = [file.name, base64.b64encode(file.data).decode(), file.mime]
    payload = json.dumps(call, ensure_ascii=False).encode()
    return Prepared(f"out:{draft.key}", str(chat), payload, fingerprint(text, ""))


def _only_file(draft: Draft, server: str) -> Attachment | None:
    if len(draft.attachments) > 1:
        raise InvalidContent(server=server, detail="one file per message")
    file = next(iter(draft.attachments), None)
    if file is not None and not 0 < len(file.data) <= LARGEST_FILE:
        raise InvalidContent(server=server, detail=f"{file.name}: at most 50 MB, and not empty")
    return file


def _target(draft: Draft) -> tuple[int, int | None]:
    """Return the chat, and the message in it that is answered."""
    for key in reversed(draft.references):
        if found := _KEY.fullmatch(key):
            return int(found[1]), int(found[2])
    if _CHAT.fullmatch(draft.recipient.handle):
        # In a private chat, the chat has the number of the customer.
        return int(draft.recipient.handle), None
    raise NobodyWroteError
