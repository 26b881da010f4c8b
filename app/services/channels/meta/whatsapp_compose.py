"""An answer in WhatsApp's wire form, checked before anything is sent."""

import base64
import json
import re

from app.models.rules.limits import Measure
from app.services.channels.api import Attachment, Draft, Json, Prepared
from app.services.channels.errors import InvalidContent, RecipientUnavailable
from app.services.channels.kit import check_length, fingerprint

LONGEST_CAPTION = 1024

_MEBI = 1 << 20
_LIMITS = {"image": 5 * _MEBI, "audio": 16 * _MEBI, "video": 16 * _MEBI, "document": 100 * _MEBI}
_KINDS = {
    "image/jpeg": "image",
    "image/png": "image",
    "video/mp4": "video",
    "video/3gpp": "video",
    "audio/aac": "audio",
    "audio/amr": "audio",
    "audio/mp4": "audio",
    "audio/mpeg": "audio",
    "audio/ogg": "audio",
}
_NUMBER = re.compile(r"\d{5,20}")
_USER = re.compile(r"[A-Z]{2}(\.ENT)?\.[A-Za-z0-9]{1,128}")
"""Meta's id for a customer who hides his number."""


def prepare(draft: Draft, server: str) -> Prepared:
    """Return a draft as one message of the Cloud API, with the file that has to be there first.

    Raises:
        InvalidContent: empty, too long, or files that do not go along.
        RecipientUnavailable: this is nobody on WhatsApp.
    """
    text = draft.text.strip()
    file = _only_file(draft, server)
    if not text and file is None:
        raise InvalidContent(server=server, detail="empty message")
    most = None if file is None else LONGEST_CAPTION
    check_length(Measure("whatsapp", most=most), text, server)
    message: dict[str, Json] = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        **_target(draft, server),
        **_content(text, file),
        # Comes back in every status of it, and so tells whether it went out.
        "biz_opaque_callback_data": f"out:{draft.key}",
    }
    if draft.references and draft.references[-1].startswith("wamid."):
        message["context"] = {"message_id": draft.references[-1]}
    call: dict[str, Json] = {"message": message}
    if file is not None:
        call["file"] = [file.name, base64.b64encode(file.data).decode(), file.mime]
    payload = json.dumps(call, ensure_ascii=False).encode()
    mark = fingerprint(text, file.name if file else "")
    return Prepared(f"out:{draft.key}", draft.recipient.handle, payload, mark)


def with_media(message: dict[str, Json], media_id: str) -> dict[str, Json]:
    """Return a message with the id that its file got."""
    kind = str(message["type"])
    content = message[kind]
    return {**message, kind: {**(content if isinstance(content, dict) else {}), "id": media_id}}


def _content(text: str, file: Attachment | None) -> dict[str, Json]:
    if file is None:
        return {"type": "text", "text": {"body": text, "preview_url": False}}
    kind = _kind(file, text)
    content: dict[str, Json] = {"caption": text} if text else {}
    if kind == "document":
        content["filename"] = file.name
    return {"type": kind, kind: content}


def _kind(file: Attachment, text: str) -> str:
    """Return as what a file goes: sound has no caption, and large pictures go as they are."""
    kind = _KINDS.get(file.mime, "document")
    fits = len(file.data) <= _LIMITS[kind] and not (text and kind == "audio")
    return kind if fits else "document"


def _only_file(draft: Draft, server: str) -> Attachment | None:
    if len(draft.attachments) > 1:
        raise InvalidContent(server=server, detail="one file per message")
    file = next(iter(draft.attachments), None)
    if file is not None and not 0 < len(file.data) <= _LIMITS["document"]:
        raise InvalidContent(server=server, detail=f"{file.name}: at most 100 MB, and not empty")
    return file


def _target(draft: Draft, server: str) -> dict[str, Json]:
    handle = draft.recipient.handle.removeprefix("+")
    if _NUMBER.fullmatch(handle):
        return {"to": handle}
    if _USER.fullmatch(handle):
        return {"recipient": handle}
    raise RecipientUnavailable(server=server, recipient=handle, detail="no number of WhatsApp")
