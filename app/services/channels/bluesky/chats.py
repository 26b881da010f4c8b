"""Direct messages: the platform's chat service, which a server passes our calls on to."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.limits import Measure
from app.services.channels.api import (
    Budget,
    Cursor,
    Draft,
    FetchResult,
    Json,
    Prepared,
    RawItem,
    SendResult,
)
from app.services.channels.bluesky import posts, talks
from app.services.channels.bluesky.rounds import Round
from app.services.channels.bluesky.session import NAME, Session
from app.services.channels.errors import (
    ChannelError,
    NotAllowedByPlatform,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    TargetGone,
    Transient,
)
from app.services.channels.http import Http
from app.services.channels.kit import Node, answered, check_length, fingerprint
from app.services.channels.setup import Finding

POLL = timedelta(seconds=60)
CLOSED = timedelta(hours=1)
"""When messages that may not be read are tried again."""

UNREACHED = timedelta(minutes=5)
"""When a chat service that never answered is tried again."""

SLACK = timedelta(minutes=1)
"""How far the clock of the platform may be from ours when a message of ours is looked for."""

PAGE = 100
_READS, _PAGES = 20, 50
"""Pages of messages that one fetch reads, and of conversations that one round lists."""

_COMES_IN = QT_TRANSLATE_NOOP("setup", "Direct messages come in and can be answered")
_NOT_ALLOWED = QT_TRANSLATE_NOOP(
    "setup",
    "Direct messages do not come in, because this app password does not allow it: make a new one "
    "with “Allow access to your direct messages” ticked, and fill it in here.",
)
_ELSEWHERE = QT_TRANSLATE_NOOP("setup", "Direct messages do not come in: {reason}")


class Chats:
    """The conversations of one account with one other person each."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session, self._now = session, now

    def fetch(self, http: Http, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        """Read what is new; nothing where messages may not be read.

        Raises:
            ChannelError: they could not be had, though they once could.
        """
        one = Round.of(cursor, self._now())
        if stop.is_set():
            return FetchResult([], one.cursor(), more=True)
        try:
            items = self._read(http, one, budget, stop)
        except (PermissionMissing, NotAllowedByPlatform):
            return FetchResult([], dict(cursor or one.cursor()), next_after=CLOSED)
        except Transient:
            if one.has_worked:
                raise
            # A server may not know the chat service at all: the posts do not wait for it.
            return FetchResult([], dict(cursor or one.cursor()), next_after=UNREACHED)
        except ProtocolChanged:
            if not one.page:
                raise
            # The page may be forgotten over there: from the top again, at the usual pace.
            one.restart()
            return FetchResult([], one.cursor(), next_after=POLL)
        more = bool(one.todo)
        if not more:
            one.finish()
        return FetchResult(items, one.cursor(), more=more, next_after=None if more else POLL)

    def _list(self, http: Http, one: Round) -> None:
        page = ""
        for _ in range(_PAGES):
            params = {"limit": str(PAGE)} | ({"cursor": page} if page else {})
            answer = self._session.get(http, "chat.bsky.convo.listConvos", params)
            fresh = one.note(list(answered(answer, "convos", NAME)), self._session.did)
            before, page = page, answer["cursor"].text
            if page in {"", before} or not (fresh or one.is_first):
                break

    def _read(self, http: Http, one: Round, budget: Budget, stop: Event) -> list[RawItem]:
        if not one.todo:
            self._list(http, one)
        items: list[RawItem] = []
        us = self._session.did
        for _ in range(_READS):
            if not one.todo or stop.is_set() or len(items) >= budget.items:
                break
            params = {"convoId": one.todo[0]["id"].text, "limit": str(PAGE)}
            params |= {"cursor": one.page} if one.page else {}
            try:
                answer = self._session.get(http, "chat.bsky.convo.getMessages", params)
            except TargetGone:
                one.leave()
                continue
            messages = list(answered(answer, "messages", NAME))
            items += one.take(messages, answer["cursor"].text, budget.items - len(items), us)
        return items

    # --- writing -----------------------------------------------------------------------------

    def prepare(self, draft: Draft, text: str) -> Prepared:
        """Return a message in its wire form: in its conversation, or to who wrote a post.

        Raises:
            InvalidContent: it is too long.
            NotAllowedByPlatform: it is to nobody.
        """
        answers = draft.references[-1] if draft.references else ""
        convo = talks.convo_of(answers)
        did = answers.partition(":at://")[0] if posts.uri_of(answers) else ""
        if not (convo or did):
            raise NotAllowedByPlatform(server=NAME, detail="there is nobody to write to")
        check_length(Measure("bluesky", private=True), text, NAME)
        since = (draft.created_at - SLACK).isoformat()
        payload: Json = {"text": text, "convo": convo, "to": did, "since": since}
        data = json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
        return Prepared(f"out:{draft.key}", draft.recipient.handle, data, fingerprint(text))

    def send(self, http: Http, payload: Node, committing: Callable[[], None]) -> SendResult:
        """Write it.

        Raises:
            NotAllowedByPlatform: he does not take our messages.
            TargetGone: the conversation or he is not there any more.
            OutcomeUnknown: it may or may not have been written.
        """
        convo, text = self._convo(http, payload), payload.need("text")
        if convo["status"].text == "request":
            # What strangers write is a request; whoever answers has accepted it.
            self._session.settle(http, "chat.bsky.convo.acceptConvo", {"convoId": convo["id"].text})
        message: dict[str, Json] = {"text": text}
        if facets := list(posts.links(text)):
            message["facets"] = facets
        body: Json = {"convoId": convo["id"].text, "message": message}
        committing()
        answer = self._session.write(http, "chat.bsky.convo.sendMessage", body)
        if not answer["id"].text:
            raise OutcomeUnknown(server=NAME)
        return _result(convo, answer)

    def _convo(self, http: Http, payload: Node) -> Node:
        if payload["convo"].text:
            params = {"convoId": payload["convo"].text}
            answer = self._session.get(http, "chat.bsky.convo.getConvo", params)
        else:
            params = {"members": payload.need("to")}
            answer = self._session.get(http, "chat.bsky.convo.getConvoForMembers", params)
        if not answer["convo"]["id"].text:
            raise ProtocolChanged(server=NAME, detail="a conversation without id")
        return answer["convo"]

    def reconcile(self, http: Http, payload: Node) -> SendResult | None:
        """Look for it among the newest messages of the conversation."""
        since, text = payload["since"].moment(), payload.need("text")
        try:
            convo = self._convo(http, payload)
            params = {"convoId": convo["id"].text, "limit": str(PAGE)}
            answer = self._session.get(http, "chat.bsky.convo.getMessages", params)
        except (NotAllowedByPlatform, TargetGone):
            return None
        for message in answered(answer, "messages", NAME):
            ours = message["sender"]["did"].text == self._session.did
            at = talks.moment_of(message["sentAt"])
            if ours and at and at >= since and message["text"].text.strip() == text:
                return _result(convo, message)
        return None

    # --- set-up ------------------------------------------------------------------------------

    def finding(self, http: Http) -> Finding:
        """Say whether messages come in; none of it keeps the posts from coming in."""
        try:
            answer = self._session.get(http, "chat.bsky.convo.listConvos", {"limit": "1"})
            answered(answer, "convos", NAME)
        except PermissionMissing:
            return Finding("no_direct_messages", ok=True, text=_NOT_ALLOWED)
        except ChannelError as error:
            params = {"reason": str(error)}
            return Finding("no_direct_messages", ok=True, text=_ELSEWHERE, params=params)
        return Finding("direct_messages", ok=True, text=_COMES_IN)


def _result(convo: Node, message: Node) -> SendResult:
    key = talks.key_of(convo["id"].text, message["id"].text)
    return SendResult(key, talks.moment_of(message["sentAt"]))
