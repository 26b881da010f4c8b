"""Makes an answer for Mastodon: who is mentioned, how long it is, who may read it."""

import base64
import json
from dataclasses import dataclass

from app.models.rules.lengths import MENTION, addressed, mastodon, mentioned
from app.services.channels.api import Attachment, Draft, Json, Prepared
from app.services.channels.errors import InvalidContent
from app.services.channels.kit import Node
from app.services.channels.mastodon.parse import mark

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
"""What a server takes at once; sound and film it works on for minutes after it took them."""

OUT = "out:"
DIRECT = "direct"
_NARROWED = {"public": "unlisted", "unlisted": "unlisted", "private": "private"}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server takes in one status; the numbers of Mastodon itself by default."""

    characters: int = 500
    url: int = 23
    files: int = 4
    size: int = 16 << 20

    @classmethod
    def of(cls, configuration: Node) -> "Limits":
        """Read the configuration that a server tells of itself."""
        statuses, files = configuration["statuses"], configuration["media_attachments"]
        return cls(
            statuses["max_characters"].number or cls().characters,
            statuses["characters_reserved_per_url"].number or cls().url,
            statuses["max_media_attachments"].number or cls().files,
            files["image_size_limit"].number or cls().size,
        )

    def to_values(self) -> dict[str, Json]:
        """Return them as settings of an account, which `of` reads again."""
        return {
            "statuses": {
                "max_characters": self.characters,
                "characters_reserved_per_url": self.url,
                "max_media_attachments": self.files,
            },
            "media_attachments": {"image_size_limit": self.size},
        }


def narrowed(visibility: str) -> str:
    """Return who may read the answer to a status: never more people than could read that."""
    return _NARROWED.get(visibility, DIRECT)


def only_for(recipient: str, text: str, server: str) -> None:
    """Refuse a direct message that somebody else would get because it mentions him.

    Raises:
        InvalidContent: it does.
    """
    others = sorted(mentioned(text) - {recipient})
    if others:
        detail = f"@{others[0]} is mentioned and would read it as well"
        raise InvalidContent(server=server, detail=detail)


def compose(draft: Draft, limits: Limits, server: str) -> Prepared:
    """Return a draft as Mastodon takes it.

    Raises:
        InvalidContent: it is empty, too long, has files that do not go, or reaches others.
    """
    recipient = draft.recipient.handle.lower().lstrip("@")
    if not recipient or not MENTION.fullmatch(f"@{recipient}"):
        raise InvalidContent(server=server, detail="nobody to write to")
    text = draft.text.strip()
    if not text and not draft.attachments:
        raise InvalidContent(server=server, detail="empty")
    status = addressed(text, recipient)
    if draft.private:
        only_for(recipient, status, server)
    size = mastodon(status, address=limits.url)
    if size > limits.characters:
        detail = f"{size} characters of at most {limits.characters}"
        raise InvalidContent(server=server, detail=detail)
    _check_files(draft, limits, server)
    known = [key for key in draft.references if not key.startswith(OUT)]
    found = mark(status, len(draft.attachments))
    payload: dict[str, Json] = {
        "key": draft.key,
        "status": status,
        "answers": known[-1].rpartition(":")[2] if known else "",
        "private": draft.private,
        "mark": found,
        "since": draft.created_at.isoformat(),
        "files": [_file(one) for one in draft.attachments],
    }
    data = json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
    return Prepared(f"{OUT}{draft.key}", recipient, data, found)


def _check_files(draft: Draft, limits: Limits, server: str) -> None:
    if len(draft.attachments) > limits.files:
        raise InvalidContent(server=server, detail=f"at most {limits.files} files")
    for one in draft.attachments:
        if one.mime not in PICTURES:
            raise InvalidContent(server=server, detail=f"{one.name}: only JPEG, PNG and WebP")
        if len(one.data) > limits.size:
            detail = f"{one.name}: at most {limits.size >> 20} MB"
            raise InvalidContent(server=server, detail=detail)


def _file(one: Attachment) -> dict[str, Json]:
    return {"name": one.name, "mime": one.mime, "data": base64.b64encode(one.data).decode()}
