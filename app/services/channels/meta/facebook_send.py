"""Answers at a Facebook Page: under a comment or a post, or once in private about it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime

from app.models.rules.limits import Measure
from app.services.channels.api import Attachment, Draft, Json, Prepared, SendResult
from app.services.channels.errors import (
    AlreadyReplied,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    OutcomeUnknown,
    TargetGone,
    WindowClosed,
)
from app.services.channels.kit import Node
from app.services.channels.meta.common import PRIVATE_REPLY_WINDOW, last_part
from app.services.channels.meta.facebook_parse import COMMENT, POST, RATING, comment_key, content_of
from app.services.channels.meta.page import PageLine, composed, is_older, upload

LARGEST_PHOTO = 10 << 20
PHOTOS = frozenset({"image/jpeg", "image/png", "image/gif"})
MESSAGE = "message"
"""What the key of a private message begins with; it comes back in Messenger, not here."""

_KINDS = frozenset({COMMENT, POST, RATING})


def compose(draft: Draft, host: str) -> Prepared:
    """Return a draft as it goes to Facebook.

    Raises:
        InvalidContent: it is empty or too long, or has files that do not go.
        NotAllowedByPlatform: there is nothing that it could stand under.
    """
    photo, target = _only_photo(draft, host), _target(draft, host)
    if draft.private and target.startswith(RATING):
        raise NotAllowedByPlatform(server=host, detail="a recommendation is answered in public")
    measure = Measure("facebook", private=draft.private)
    told: dict[str, Json] = {"target": target, "private": draft.private}
    return composed(draft, draft.recipient.handle, photo, measure, host, **told)


def _only_photo(draft: Draft, host: str) -> Attachment | None:
    if not draft.attachments:
        return None
    if draft.private:
        raise NotAllowedByPlatform(server=host, detail="the private message takes text only")
    photo, *others = draft.attachments
    if others or photo.mime not in PHOTOS:
        raise InvalidContent(server=host, detail="one picture: JPEG, PNG or GIF")
    if not 0 < len(photo.data) <= LARGEST_PHOTO:
        raise InvalidContent(server=host, detail=f"{photo.name}: at most 10 MB, and not empty")
    return photo


def _target(draft: Draft, host: str) -> str:
    """Return the key of what is answered: the last thing on the page, not a private message."""
    for key in reversed(draft.references):
        kind, _, name = key.partition(":")
        if kind in _KINDS and name and not name.startswith("-"):
            return key
    raise NotAllowedByPlatform(server=host, detail="there is nothing to answer under")


class Sender:
    """Sends what was composed, and looks for what may have been sent."""

    def __init__(self, line: PageLine, now: Callable[[], datetime]) -> None:
        self._line, self._now = line, now
        self._graph = line.graph

    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        """Send it by one write; a picture is stored before, and nobody sees that.

        Raises:
            OutcomeUnknown: Facebook may or may not have it.
            ChannelError: it has not.
        """
        self._line.me()
        wanted = Node.of(prepared.payload)
        if wanted["private"].is_true:
            return self._privately(wanted, prepared.recipient, committing)
        kind, _, name = wanted.need("target").partition(":")
        form = {"message": wanted["text"].text} if wanted["text"] else {}
        if wanted["file"]:
            form["attachment_id"] = self._stored(wanted["file"])
        committing()
        # The address without /comments would change the customer's own words.
        told = self._graph.write(f"/{name}/comments", form=form, recipient=prepared.recipient)
        return self._read_back(kind, name, told["id"].text)

    def _stored(self, photo: Node) -> str:
        told = self._graph.store(
            f"/{self._line.id}/photos", form={"published": "false"}, files={"source": upload(photo)}
        )
        return told.need("id")

    def _read_back(self, kind: str, target: str, made: str) -> SendResult:
        """Return what was made, after a look that it is not the customer's own comment."""
        if last_part(made) == last_part(target):
            raise OutcomeUnknown(server=self._line.host)
        at = None
        with suppress(ChannelError, ValueError):  # Facebook named it: soon it can be read as well
            at = self._graph.get(f"/{made}", {"fields": "id,created_time"})["created_time"].moment()
        return SendResult(_key_under(kind, target, made), at)

    # --- in private --------------------------------------------------------------------------

    def _privately(
        self, wanted: Node, recipient: str, committing: Callable[[], None]
    ) -> SendResult:
        kind, _, name = wanted.need("target").partition(":")
        self._check_private(kind, name)
        committing()
        told = self._graph.write(
            f"/{self._line.id}/messages",
            gives="message_id",
            body={"recipient": {f"{kind}_id": name}, "message": {"text": wanted["text"].text}},
            recipient=recipient,
        )
        return SendResult(f"{MESSAGE}:{told['message_id'].text}")

    def _check_private(self, kind: str, name: str) -> None:
        """Refuse what Facebook would: a second message, or one that comes too late.

        Raises:
            AlreadyReplied, WindowClosed, NotAllowedByPlatform, TargetGone: it would.
        """
        thing = self._commented(name) if kind == COMMENT else self._posted(name)
        if thing["private_reply_conversation"]:
            raise AlreadyReplied(server=self._line.host)
        try:
            late = self._now() - thing["created_time"].moment() > PRIVATE_REPLY_WINDOW
        except ValueError:
            late = False
        if late:
            raise WindowClosed(server=self._line.host)
        if thing["can_reply_privately"].raw is False:
            detail = "this person cannot get a private message about it"
            raise NotAllowedByPlatform(server=self._line.host, detail=detail)

    def _commented(self, name: str) -> Node:
        fields = "id,created_time,can_reply_privately,private_reply_conversation"
        return self._graph.get(f"/{name}", {"fields": fields})

    def _posted(self, name: str) -> Node:
        return self._graph.get(f"/{name}", {"fields": "id,created_time"})

    # --- looking for it ----------------------------------------------------------------------

    def find(self, prepared: Prepared) -> SendResult | None:
        """Look for it among what stands there; None when it does not."""
        wanted = Node.of(prepared.payload)
        kind, _, name = wanted.need("target").partition(":")
        if wanted["private"].is_true:
            return self._find_private(kind, name, prepared)
        post = f"{self._line.id}_{name.partition('_')[0]}" if kind == COMMENT else name
        beside = {last_part(name), self._parent(name)} if kind == COMMENT else set()
        for one in self._newest(post):
            at = one["created_time"].moment()
            if is_older(wanted, at):
                return None
            same = content_of(COMMENT, one) == prepared.fingerprint
            ours = same and self._line.is_us(one["from"])
            if ours and (not beside or last_part(one["parent"]["id"].text) in beside):
                return SendResult(_key_under(kind, name, one["id"].text), at)
        return None

    def _parent(self, name: str) -> str:
        """Return what a comment stands under: answers to it are put there as well."""
        try:
            told = self._graph.get(f"/{name}", {"fields": "id,parent{id}"})
        except TargetGone:
            return ""
        return last_part(told["parent"]["id"].text)

    def _newest(self, post: str) -> Iterator[Node]:
        fields = "id,message,from{id,name},created_time,parent{id},attachment"
        asked = {"filter": "stream", "order": "reverse_chronological", "fields": fields}
        for page in self._graph.pages(f"/{post}/comments", {**asked, "limit": "50"}):
            yield from (one for one in page if one["id"].text and one["created_time"].text)

    def _find_private(self, kind: str, name: str, prepared: Prepared) -> SendResult | None:
        if kind != COMMENT:
            return None  # a post does not tell of a conversation about it
        talk = self._commented(name)["private_reply_conversation"]["id"].text
        return self._line.find_message(talk, prepared, f"{MESSAGE}:") if talk else None


def _key_under(kind: str, target: str, made: str) -> str:
    """Return the key of a comment that was made under a comment ("777_98") or a post ("12_777")."""
    return comment_key(target.partition("_")[0] if kind == COMMENT else target, made)
