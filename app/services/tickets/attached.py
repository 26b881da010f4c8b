"""The files of messages, without their contents."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.messages import MessageAttachment
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.services.channels.api import Attachment
from app.services.settings import SendingSettings, load


class AttachmentsTooLargeError(KnownError):
    """The files together are larger than mail servers take."""

    code = "attachments_too_large"
    text = QT_TRANSLATE_NOOP(
        "errors", "The files are {size} MB together; most mail servers refuse more than {limit} MB."
    )


@dataclass(frozen=True, slots=True)
class AttachmentInfo:
    """A file of a message, without its content."""

    id: int
    name: str
    mime: str
    size: int
    inline: bool
    content_id: str | None


def of_messages(
    session: Session, message_ids: Sequence[int]
) -> dict[int, tuple[AttachmentInfo, ...]]:
    """Return the files by their messages, in the order in which they stand there."""
    rows = session.scalars(
        select(MessageAttachment)
        .where(MessageAttachment.message_id.in_(message_ids))
        .order_by(MessageAttachment.message_id, MessageAttachment.position)
    )
    found: dict[int, tuple[AttachmentInfo, ...]] = {}
    for row in rows:
        info = AttachmentInfo(row.id, row.name, row.mime, row.size, row.inline, row.content_id)
        found[row.message_id] = (*found.get(row.message_id, ()), info)
    return found


def check_largest(session: Session, attachments: Sequence[Attachment]) -> None:
    """Refuse files that are larger together than the owner's settings take; see `check_size`."""
    check_size(attachments, load(session, SendingSettings).attachment_megabytes)


def check_size(attachments: Sequence[Attachment], limit: int) -> None:
    """Refuse files that most mail servers refuse.

    Args:
        limit: in millions of bytes.

    Raises:
        AttachmentsTooLargeError: they are larger together.
    """
    size = sum(len(attachment.data) for attachment in attachments)
    if size > limit * 1_000_000:
        raise AttachmentsTooLargeError(size=round(size / 1_000_000, 1), limit=limit)
