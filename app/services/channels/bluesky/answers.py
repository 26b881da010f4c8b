"""Answers in public: a post of ours below the one that it answers."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime

from app.models.rules.limits import Measure
from app.services.channels.api import Draft, Json, Prepared, SendResult
from app.services.channels.bluesky import posts
from app.services.channels.bluesky.session import NAME, Session, posted
from app.services.channels.errors import (
    NotAllowedByPlatform,
    ProtocolChanged,
    TargetGone,
)
from app.services.channels.http import Http
from app.services.channels.kit import Node, answered, check_length, fingerprint


class Answers:
    """Writes posts that answer others, for one account."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session, self._now = session, now

    def prepare(self, draft: Draft, text: str) -> Prepared:
        """Return an answer in its wire form, under the address that it will have.

        Raises:
            InvalidContent: it is too long.
            NotAllowedByPlatform: there is nothing that it answers.
        """
        parent = posts.uri_of(draft.references[-1]) if draft.references else ""
        if not parent:
            raise NotAllowedByPlatform(server=NAME, detail="there is no post to answer")
        check_length(Measure("bluesky"), text, NAME)
        rkey = posts.tid(draft.key, draft.created_at)
        created = draft.created_at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        payload: Json = {"rkey": rkey, "text": text, "created_at": created, "parent": parent}
        did = self._session.did
        uri = f"at://{did}/{posts.COLLECTION}/{rkey}"
        name = posts.key_of(posts.did_of(parent), uri) if did else f"out:{draft.key}"
        data = json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
        return Prepared(name, draft.recipient.handle, data, fingerprint(text))

    def send(self, http: Http, payload: Node, committing: Callable[[], None]) -> SendResult:
        """Write it; writing it again gives the same post.

        Raises:
            TargetGone, NotAllowedByPlatform: see `_parent`.
            OutcomeUnknown: it may or may not stand there now.
        """
        parent = self._parent(http, payload.need("parent"))
        text = payload.need("text")
        record: dict[str, Json] = {
            "$type": posts.COLLECTION,
            "text": text,
            "createdAt": payload.need("created_at"),
            "reply": parent,
        }
        facets = [*posts.links(text), *self._mentioned(http, text)]
        if facets:
            record["facets"] = facets
        body: Json = {
            "repo": self._session.did,
            "collection": posts.COLLECTION,
            "rkey": payload.need("rkey"),
            "record": record,
        }
        committing()
        answer = self._session.write(http, "com.atproto.repo.putRecord", body)
        return SendResult(_key(payload, answer), self._now())

    def _parent(self, http: Http, uri: str) -> Json:
        """Return what an answer points at; the platform itself does not check it.

        Raises:
            TargetGone: the post is not there any more.
            NotAllowedByPlatform: its author does not take our answers.
        """
        answer = self._session.get(http, "app.bsky.feed.getPosts", {"uris": uri})
        for post in answered(answer, "posts", NAME):
            if post["uri"].text != uri:
                continue
            viewer = post["author"]["viewer"]
            if post["viewer"]["replyDisabled"].is_true or viewer["blockedBy"].is_true:
                detail = "the author does not take answers"
                raise NotAllowedByPlatform(server=NAME, detail=detail)
            me = _reference(post)
            root = post["record"]["reply"]["root"]
            return {"parent": me, "root": _reference(root) if root else me}
        raise TargetGone(server=NAME, what="post")

    def _mentioned(self, http: Http, text: str) -> Iterator[Json]:
        for handle, start, end in posts.mentions(text):
            params = {"handle": handle}
            try:
                found = self._session.get(http, "com.atproto.identity.resolveHandle", params)
            except (ProtocolChanged, TargetGone):
                continue  # nobody has this name: it stays plain text
            if found["did"].text:
                yield posts.mention_facet(text, start, end, found["did"].text)

    def reconcile(self, http: Http, payload: Node) -> SendResult | None:
        """Look for it under the address that it was to have."""
        profile = self._session.get(http, "com.atproto.server.getSession", {})
        params = {
            "repo": profile["did"].text,
            "collection": posts.COLLECTION,
            "rkey": payload.need("rkey"),
        }
        try:
            found = self._session.get(http, "com.atproto.repo.getRecord", params)
        except TargetGone:
            return None
        if found["value"]["text"].text.strip() != payload.need("text"):
            return None
        return SendResult(_key(payload, found), payload["created_at"].moment())


def _key(payload: Node, answer: Node) -> str:
    """Return the key of what was written, as `parse` gives it for the echo."""
    return posts.key_of(posts.did_of(payload.need("parent")), posted(answer, NAME))


def _reference(post: Node) -> Json:
    uri, cid = post["uri"].text, post["cid"].text
    if not (uri and cid):
        raise ProtocolChanged(server=NAME, detail="a post without uri and cid")
    return {"uri": uri, "cid": cid}
