"""What the owner is writing, kept on disk while he writes."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.models.messages import Blob, ComposerDraft
from app.services.channels.api import Attachment
from app.services.storage.database import Unit
from app.services.tickets import filing, lifecycle


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """The text and files of an unsent answer or note."""

    text: str
    internal: bool
    attachments: tuple[Attachment, ...] = ()
    html: str | None = None

    def before(self, since: "SavedDraft | None") -> "SavedDraft":
        """Return this text with what was written since below it; a note stays one."""
        if since is None or not since.text.strip() or since.text.strip() in self.text:
            return self
        files = (*self.attachments, *since.attachments)
        return SavedDraft(f"{self.text}\n\n{since.text.strip()}", since.internal, files)


def put(unit: Unit, ticket_id: int, draft: SavedDraft) -> None:
    """Keep a draft as it was read."""
    save(
        unit,
        ticket_id,
        text=draft.text,
        internal=draft.internal,
        attachments=draft.attachments,
        html=draft.html,
    )


def add(unit: Unit, ticket_id: int, text: str) -> int:
    """Put an answer in the draft of a ticket, above what is being written there.

    Returns the ticket that it stands with: another one when it was merged meanwhile.
    """
    standing = lifecycle.standing(unit.session, ticket_id).id
    put(unit, standing, SavedDraft(text, internal=False).before(saved(unit.session, standing)))
    return standing


def save(
    unit: Unit,
    ticket_id: int,
    *,
    text: str,
    internal: bool,
    attachments: Sequence[Attachment] = (),
    html: str | None = None,
) -> None:
    """Keep a draft for a ticket and the account it would go out by; an empty one is removed.

    `html` is the same text with its formatting, None for plain text.
    """
    account_id = lifecycle.find(unit.session, ticket_id).account_id
    if not text.strip() and not attachments:
        discard(unit, ticket_id)
        return
    files = [
        {
            "name": attachment.name,
            "mime": attachment.mime,
            "sha256": filing.keep_content(unit, attachment.data),
        }
        for attachment in attachments
    ]
    unit.session.merge(
        ComposerDraft(
            ticket_id=ticket_id,
            account_id=account_id,
            text=text,
            html=html,
            internal=internal,
            files=files,
            updated_at=unit.now,
        )
    )


def discard(unit: Unit, ticket_id: int) -> None:
    """Forget the draft of a ticket."""
    unit.session.execute(delete(ComposerDraft).where(ComposerDraft.ticket_id == ticket_id))


def saved(session: Session, ticket_id: int) -> SavedDraft | None:
    """Return the draft of a ticket, or None."""
    account_id = lifecycle.find(session, ticket_id).account_id
    draft = session.get(ComposerDraft, (ticket_id, account_id))
    if draft is None:
        return None
    wanted = [file["sha256"] for file in draft.files]
    rows = session.execute(select(Blob.sha256, Blob.data).where(Blob.sha256.in_(wanted)))
    contents = {row.sha256: row.data for row in rows}
    attachments = tuple(
        Attachment(file["name"], file["mime"], contents[file["sha256"]]) for file in draft.files
    )
    return SavedDraft(draft.text, draft.internal, attachments, draft.html)
