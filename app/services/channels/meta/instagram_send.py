"""Answers at Instagram: under a comment, once in private about it, or in a conversation."""

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta

from app.models.rules.limits import Measure
from app.services.channels.api import Draft, Json, Prepared, SendResult
from app.services.channels.errors import (
    InvalidContent,
    NotAllowedByPlatform,
    TargetGone,
    WindowClosed,
)
from app.services.channels.kit import Node, check_length
from app.services.channels.meta.common import ANSWER_WINDOW, PRIVATE_REPLY_WINDOW
from app.services.channels.meta.instagram_line import InstagramLine
from app.services.channels.meta.instagram_messages import MESSAGE_FIELDS, THREAD_FIELDS
from app.services.channels.meta.instagram_parse import (
    COMMENT,
    DIRECT,
    comment_key,
    direct_key,
    mark,
)

_NEWEST = 20
_SLACK = timedelta(minutes=5)
_NUMBER = re.compile(r"\d{5,40}")


def compose(draft: Draft, host: str) -> Prepared:
    """Return a draft as it goes to Instagram.

    Raises:
        InvalidContent: it is empty or too long.
        NotAllowedByPlatform: it has files, or there is nobody to answer.
    """
    text = draft.text.strip()
    kind, target = _target(draft, host)
    if not text:
        raise InvalidContent(server=host, detail="empty message")
    if draft.attachments:
        raise NotAllowedByPlatform(server=host, detail="files cannot be sent")
    public = kind == COMMENT and not draft.private
    check_length(Measure("instagram", private=not public), text, host)
    body: dict[str, Json] = {
        "comment": target if kind == COMMENT else "",
        "private": not public,
        "text": text,
        "since": draft.created_at.isoformat(),
    }
    payload = json.dumps(body, ensure_ascii=False, sort_keys=True).encode()
    return Prepared(f"out:{draft.key}", draft.recipient.handle, payload, mark(text))


def _target(draft: Draft, host: str) -> tuple[str, str]:
    """Return what is answered: the last comment or message, else the person himself."""
    for key in reversed(draft.references):
        kind, _, name = key.partition(":")
        if kind == COMMENT and name:
            return kind, name
        if kind == DIRECT:
            break
    if not _NUMBER.fullmatch(draft.recipient.handle):
        detail = "nobody to write to: Instagram lets you answer only"
        raise NotAllowedByPlatform(server=host, detail=detail)
    return DIRECT, ""


class Answering:
    """Sends for one account."""

    def __init__(self, line: InstagramLine, now: Callable[[], datetime]) -> None:
        self._line, self._graph, self._now = line, line.graph, now

    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        """Answer: one write.

        Raises:
            OutcomeUnknown: Instagram may or may not have it.
            ChannelError: it has not.
        """
        wanted = Node.of(prepared.payload)
        comment, text = wanted["comment"].text, wanted["text"].text
        if comment:
            self._check_comment(comment, private=wanted["private"].is_true)
        else:
            self._check_window(prepared.recipient)
        committing()
        if not wanted["private"].is_true:
            told = self._graph.write(f"/{comment}/replies", form={"message": text})
            return SendResult(comment_key(told["id"].text))
        to: dict[str, Json] = {"comment_id": comment} if comment else {"id": prepared.recipient}
        told = self._graph.write(
            "/me/messages",
            gives="message_id",
            body={"recipient": to, "message": {"text": text}},
            recipient=prepared.recipient,
        )
        return SendResult(direct_key(told["message_id"].text))

    def _check_comment(self, comment: str, *, private: bool) -> None:
        """Look whether a comment can still be answered.

        Raises:
            ChannelError: it cannot.
        """
        told = self._graph.get(f"/{comment}", {"fields": "id,timestamp,hidden"})
        if not private and told["hidden"].is_true:
            raise NotAllowedByPlatform(server=self._graph.host, detail="the comment is hidden")
        if private and _is_over(told["timestamp"], PRIVATE_REPLY_WINDOW, self._now()):
            raise WindowClosed(server=self._graph.host)

    def _check_window(self, customer: str) -> None:
        """Look whether a customer wrote in the last 24 hours, as far as Instagram tells."""
        theirs = [one for one in self._talk(customer) if one["from"]["id"].text == customer]
        if theirs and all(
            _is_over(one["created_time"], ANSWER_WINDOW, self._now()) for one in theirs
        ):
            raise WindowClosed(server=self._graph.host)

    def _talk(self, customer: str) -> list[Node]:
        """Return the newest messages with a customer, in full."""
        asked = {"platform": "instagram", "user_id": customer, "fields": "id", "limit": "1"}
        threads = self._graph.page("/me/conversations", asked).items
        if not threads:
            return []
        told = self._graph.get(f"/{threads[0]['id'].text}", {"fields": THREAD_FIELDS})
        newest = list(told["messages"]["data"])[:_NEWEST]
        return [one if one["from"] else self._message(one["id"].text) for one in newest]

    def _message(self, name: str) -> Node:
        try:
            return self._graph.get(f"/{name}", {"fields": MESSAGE_FIELDS})
        except (InvalidContent, TargetGone):
            return Node({})

    def find(self, prepared: Prepared) -> SendResult | None:
        """Look for a message of unknown outcome; None when it is not found."""
        wanted = Node.of(prepared.payload)
        since = wanted["since"].moment() - _SLACK
        if not wanted["private"].is_true:
            return self._find_reply(wanted["comment"].text, prepared, since)
        if not _NUMBER.fullmatch(prepared.recipient):
            return None
        for one in self._talk(prepared.recipient):
            same = mark(one["message"].text) == prepared.fingerprint
            if same and self._line.is_us(one["from"]) and _is_since(one["created_time"], since):
                return SendResult(direct_key(one["id"].text), one["created_time"].moment())
        return None

    def _find_reply(self, comment: str, prepared: Prepared, since: datetime) -> SendResult | None:
        """Look for our reply, which stands under the comment that began the conversation."""
        top = self._graph.get(f"/{comment}", {"fields": "id,parent_id"})["parent_id"].text
        asked = {"fields": "id,text,timestamp,username,from{id,username}", "limit": "50"}
        for page in self._graph.pages(f"/{top or comment}/replies", asked):
            for one in page:
                ours = self._line.is_us(one["from"] or one)
                same = mark(one["text"].text) == prepared.fingerprint
                if ours and same and _is_since(one["timestamp"], since):
                    return SendResult(comment_key(one["id"].text), one["timestamp"].moment())
        return None


def _is_over(told: Node, window: timedelta, now: datetime) -> bool:
    try:
        return told.moment() + window <= now
    except ValueError:
        return False


def _is_since(told: Node, since: datetime) -> bool:
    try:
        return told.moment() >= since
    except ValueError:
        return False
