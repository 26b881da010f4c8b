"""The methods of the Bot API that are called, in its own words (core.telegram.org/bots/api)."""

from app.services.channels.kit import Call, within

_REFUSAL = ("ok", "description", "parameters.retry_after")
_SENT = ("result.message_id", "result.date", "result.chat.id", *_REFUSAL)
_REPLY = ("chat_id", *within("reply_parameters", "message_id", "allow_sending_without_reply"))
_FILE = ("file_id", "file_unique_id", "file_size")
_MESSAGE = (
    "message_id", "date", "edit_date", "text", "caption", "quote.text", "chat.id", "chat.type",
    *within("from", "id", "first_name", "last_name", "username"),
    "reply_to_message.message_id",
    *within("photo", *_FILE),
    *within("document", *_FILE, "file_name", "mime_type"),
    *within("video", *_FILE, "file_name", "mime_type"),
    *within("animation", *_FILE, "file_name", "mime_type"),
    *within("audio", *_FILE, "file_name", "mime_type"),
    *within("voice", *_FILE, "mime_type"),
    *within("video_note", *_FILE),
    "sticker.emoji", "location.latitude", "location.longitude",
    *within("contact", "phone_number", "first_name", "last_name"),
    "venue", "poll", "dice", "story", "game", "invoice", "checklist",
)  # fmt: skip

CALLS = (
    Call("POST", "/bot{token}/getMe", reads=("result.username", *_REFUSAL)),
    Call(
        "POST",
        "/bot{token}/getUpdates",
        sends=("limit", "timeout", "allowed_updates", "offset"),
        reads=(
            "result.update_id",
            *within("result.message", *_MESSAGE),
            *within("result.edited_message", *_MESSAGE),
            *_REFUSAL,
        ),
    ),
    Call("POST", "/bot{token}/getFile", sends=("file_id",), reads=("result.file_path", *_REFUSAL)),
    Call("GET", "/file/bot{token}/{+file_path}"),
    Call("POST", "/bot{token}/sendMessage", sends=(*_REPLY, "text"), reads=_SENT),
    Call("POST", "/bot{token}/sendPhoto", sends=(*_REPLY, "photo", "caption"), reads=_SENT),
    Call("POST", "/bot{token}/sendDocument", sends=(*_REPLY, "document", "caption"), reads=_SENT),
)
